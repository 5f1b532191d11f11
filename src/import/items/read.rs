//! From the table's words to items.

use crate::domain::campaign::Campaign;
use crate::domain::deadline::{self, Deadline};
use crate::domain::ledger::{Column, Incoming, Mark};
use crate::exchange::ledger::{DeadlineCell, LedgerTable};
use crate::import::Refused;

/// A table, understood.
pub(super) struct Understood {
    /// Its good rows.
    pub(super) rows: Vec<Incoming>,
    /// Its bad rows.
    pub(super) refused: Vec<Refused>,
    /// The marks of rows with a bad deadline: the table does name those items.
    pub(super) named: Vec<Mark>,
}

/// The rows of a table, understood; a deadline that cannot be a date is a bad row.
pub(super) fn understand(campaign: &Campaign, table: LedgerTable) -> Understood {
    let refused = table.refused.into_iter();
    let mut refused: Vec<Refused> = refused
        .map(|bad| Refused::of(bad.row, bad.why.code(), bad.text))
        .collect();
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut named = Vec::new();
    for row in table.rows {
        let deadline = match row.deadline {
            DeadlineCell::Date(date) => Ok(Some(Deadline::On(date))),
            DeadlineCell::Text(text) => match deadline::read(&text, &campaign.span) {
                Ok(deadline) => Ok(Some(deadline)),
                Err(_) => Err(text),
            },
            DeadlineCell::Empty => Err(String::new()),
            DeadlineCell::NoColumn => Ok(None),
        };
        let deadline = match deadline {
            Ok(deadline) => deadline,
            Err(text) => {
                refused.push(Refused::of(row.row, "bad_deadline", text));
                named.extend(row.mark);
                continue;
            }
        };
        let kind = kind(campaign, row.kind.as_deref());
        let mut said = row.said;
        // A word that is no kind of the campaign says nothing of the kind.
        said.retain(|column| *column != Column::Kind || kind.is_some());
        let first = || campaign.kinds.first().map(|kind| kind.id.clone());
        rows.push(Incoming {
            row: row.row,
            mark: row.mark,
            said,
            no: row.no.unwrap_or_else(|| row.row.to_string()),
            kind: kind.or_else(first).unwrap_or_default(),
            category: row.category.unwrap_or_default(),
            content: row.content,
            measures: row.measures.unwrap_or_default(),
            unit_path: row.unit.join("/"),
            lead: row.lead.unwrap_or_default(),
            responsible: row.responsible.unwrap_or_default(),
            helpers: row.helpers,
            deadline,
            progress: row.progress.unwrap_or_default(),
            closed: row.closed,
        });
    }
    Understood {
        rows,
        refused,
        named,
    }
}

/// The kind that the table names; without one it is the campaign's first.
fn kind(campaign: &Campaign, word: Option<&str>) -> Option<String> {
    let word = word?;
    let mut kinds = campaign.kinds.iter();
    let named = kinds.find(|kind| kind.id == word || kind.name.0.values().any(|name| name == word));
    named.map(|kind| kind.id.clone())
}
