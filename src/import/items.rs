//! The ledger (整改台账): items with their deadlines and the people who answer for them.

use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeSet, HashMap, HashSet};

use super::roster::ensure_units;
use super::{Change, Fault, Progress, Refused, Report, Sort, Unsettled, end};
use crate::domain::campaign::Campaign;
use crate::domain::deadline::{self, Deadline};
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::item::Status;
use crate::domain::ledger::{Incoming, Known, Named, Names, recognise};
use crate::exchange::ledger::{DeadlineCell, LedgerTable, pick, read_ledger};
use crate::exchange::sheet;
use crate::store::item::LedgerRow;
use crate::store::{Store, cadre, item};

/// Who strikes off what a ledger says is struck off.
const BY_IMPORT: &str = "import";

/// Imports a ledger file.
///
/// # Errors
/// When the file holds no ledger or the database fails; nothing is kept then.
pub async fn import(
    store: &Store,
    campaign: &Campaign,
    bytes: &[u8],
    file_name: &str,
    dry_run: bool,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> Result<Report, Fault> {
    let sheets = sheet::open(bytes, file_name)?;
    let table = read_ledger(pick(&sheets)?)?;
    drop(sheets);
    let (rows, refused) = understand(campaign, table);
    let mut tx = store.begin().await?;
    let cadres = cadre::all(&mut tx).await?;
    let names = Names::of(&cadres);
    let known = item::all(&mut tx).await?;
    let marks: Vec<Known> = known
        .iter()
        .enumerate()
        .map(|(at, row)| mark(at, row))
        .collect();
    let found = recognise(&marks, &rows);
    let paths: BTreeSet<&str> = rows.iter().map(|row| row.unit_path.as_str()).collect();
    let units = ensure_units(&mut tx, campaign, &paths, &HashMap::new()).await?;
    let today = now.with_timezone(&campaign.zone).date_naive();
    let mut report = Report {
        refused,
        ..Report::default()
    };
    let mut write = Vec::new();
    for (row, found) in rows.iter().zip(&found) {
        let before = found.and_then(|at| known.get(at));
        let unit = units.get(&row.unit_path).copied().unwrap_or(UnitId(0));
        let after = after(row, before, unit, &names, today, now, &mut report.unsettled);
        match before {
            None => {
                report.new += 1;
                report.changes.push(change(Sort::New, &after, vec![]));
                write.push(after);
            }
            Some(before) if *before == after => report.same += 1,
            Some(before) => {
                report.changed += 1;
                report
                    .changes
                    .push(change(Sort::Changed, before, columns(before, &after)));
                write.push(after);
            }
        }
    }
    let met: HashSet<usize> = found.iter().copied().flatten().collect();
    for (at, row) in known.iter().enumerate() {
        if !met.contains(&at) && row.status != Status::Closed.name() {
            report.vanished += 1;
            report.changes.push(change(Sort::Vanished, row, vec![]));
        }
    }
    if !dry_run {
        let total = write.len();
        for (done, chunk) in write.chunks(1_000).enumerate() {
            item::save(&mut tx, chunk, now).await?;
            progress((done * 1_000 + chunk.len()).min(total), total);
        }
    }
    end(tx, dry_run).await?;
    Ok(report)
}

/// From the table's words to items; a deadline that cannot be a date is a bad row.
fn understand(campaign: &Campaign, table: LedgerTable) -> (Vec<Incoming>, Vec<Refused>) {
    let mut refused: Vec<Refused> = table
        .refused
        .into_iter()
        .map(|bad| Refused {
            row: bad.row,
            code: bad.why.code(),
            text: bad.text,
        })
        .collect();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in table.rows {
        let deadline = match &row.deadline {
            DeadlineCell::Date(date) => Ok(Deadline::On(*date)),
            DeadlineCell::Text(text) => {
                deadline::read(text, &campaign.span).map_err(|_| text.clone())
            }
            DeadlineCell::Empty => Err(String::new()),
        };
        let deadline = match deadline {
            Ok(deadline) => deadline,
            Err(text) => {
                refused.push(Refused {
                    row: row.row,
                    code: "bad_deadline",
                    text,
                });
                continue;
            }
        };
        rows.push(Incoming {
            row: row.row,
            no: row.no.unwrap_or_else(|| row.row.to_string()),
            kind: kind(campaign, row.kind.as_deref()),
            category: row.category.unwrap_or_default(),
            content: row.content,
            measures: row.measures.unwrap_or_default(),
            unit_path: row.unit.join("/"),
            lead: row.lead.unwrap_or_default(),
            responsible: row.responsible.unwrap_or_default(),
            deadline,
            progress: row.progress.unwrap_or_default(),
            closed: row.closed == Some(true),
        });
    }
    refused.sort_by_key(|refused| refused.row);
    (rows, refused)
}

/// The kind that the table names; the campaign's first when it names none.
fn kind(campaign: &Campaign, word: Option<&str>) -> String {
    let named = word.and_then(|word| {
        campaign
            .kinds
            .iter()
            .find(|kind| kind.id == word || kind.name.0.values().any(|name| name == word))
    });
    named
        .or(campaign.kinds.first())
        .map_or_else(String::new, |kind| kind.id.clone())
}

fn mark(at: usize, row: &LedgerRow) -> Known {
    Known {
        at,
        kind: row.kind.clone(),
        no: row.no.clone(),
        unit_path: row.path.clone(),
        content: row.content.clone(),
    }
}

/// The item as it will stand. What happened to it here (submitted, struck off) outlives the table,
/// which can only add that it is struck off.
fn after(
    row: &Incoming,
    before: Option<&LedgerRow>,
    unit: UnitId,
    names: &Names<'_>,
    today: NaiveDate,
    now: DateTime<Utc>,
    unsettled: &mut Vec<Unsettled>,
) -> LedgerRow {
    let mut settle = |name: &str| -> Option<CadreId> {
        if name.is_empty() {
            return None;
        }
        match names.nearest(name, &row.unit_path) {
            Named::One(cadre) => Some(cadre.id),
            other => {
                let several = other == Named::Several;
                unsettled.push(Unsettled {
                    row: row.row,
                    name: name.to_owned(),
                    several,
                });
                None
            }
        }
    };
    let lead_id = settle(&row.lead).map(|id| id.0);
    let responsible_id = settle(&row.responsible).map(|id| id.0);
    let (deadline_kind, deadline) = LedgerRow::deadline_columns(row.deadline);
    let status = match before {
        _ if row.closed => Status::Closed.name(),
        Some(before) => before.status.as_str(),
        None => Status::Assigned.name(),
    };
    let closes_now = row.closed && before.is_none_or(|before| before.closed_at.is_none());
    LedgerRow {
        id: before.map_or(0, |before| before.id),
        no: row.no.clone(),
        kind: row.kind.clone(),
        category: row.category.clone(),
        content: row.content.clone(),
        measures: row.measures.clone(),
        unit_id: unit.0,
        path: row.unit_path.clone(),
        lead_name: row.lead.clone(),
        lead_id,
        responsible: row.responsible.clone(),
        responsible_id,
        deadline_kind,
        deadline,
        progress: row.progress.clone(),
        status: status.to_owned(),
        stage: before
            .filter(|_| !row.closed)
            .and_then(|before| before.stage.clone()),
        helpers: before.map_or_else(String::new, |before| before.helpers.clone()),
        extension_to: before.and_then(|before| before.extension_to.clone()),
        extension_why: before.and_then(|before| before.extension_why.clone()),
        extensions: before.map_or(0, |before| before.extensions),
        setbacks: before.map_or(0, |before| before.setbacks),
        reviewed: before.map_or(0, |before| before.reviewed),
        submitted_by: before.and_then(|before| before.submitted_by),
        offered_to: before.and_then(|before| before.offered_to),
        reminded: before.map_or(0, |before| before.reminded),
        reminded_on: before.and_then(|before| before.reminded_on.clone()),
        reported_at: before.and_then(|before| before.reported_at),
        opened_by: before.and_then(|before| before.opened_by),
        made_from: before.and_then(|before| before.made_from),
        assigned_on: before.map_or_else(|| today.to_string(), |before| before.assigned_on.clone()),
        submitted_at: before.and_then(|before| before.submitted_at),
        closed_at: if closes_now {
            Some(now.timestamp_millis())
        } else {
            before.and_then(|before| before.closed_at)
        },
        closed_by: if closes_now {
            Some(BY_IMPORT.to_owned())
        } else {
            before.and_then(|before| before.closed_by.clone())
        },
    }
}

fn change(sort: Sort, row: &LedgerRow, columns: Vec<(&'static str, String, String)>) -> Change {
    Change {
        sort,
        subject: format!("{} {} {}", row.no, row.path, row.content),
        columns,
        movement: None,
    }
}

fn columns(before: &LedgerRow, after: &LedgerRow) -> Vec<(&'static str, String, String)> {
    let deadline = |row: &LedgerRow| match row.due() {
        Deadline::On(date) => date.to_string(),
        Deadline::Immediate | Deadline::Ongoing => row.deadline_kind.clone(),
    };
    let pairs = [
        ("no", before.no.clone(), after.no.clone()),
        ("kind", before.kind.clone(), after.kind.clone()),
        ("category", before.category.clone(), after.category.clone()),
        ("content", before.content.clone(), after.content.clone()),
        ("measures", before.measures.clone(), after.measures.clone()),
        ("unit", before.path.clone(), after.path.clone()),
        ("lead", before.lead_name.clone(), after.lead_name.clone()),
        (
            "responsible",
            before.responsible.clone(),
            after.responsible.clone(),
        ),
        ("deadline", deadline(before), deadline(after)),
        ("progress", before.progress.clone(), after.progress.clone()),
        ("status", before.status.clone(), after.status.clone()),
    ];
    pairs
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .collect()
}
