//! `duban export escalations`: each step of each item's escalation, and what became of it.

use super::{Out, PAGE, date, instant, words};
use crate::books::Books;
use crate::cli::trouble::Trouble;
use crate::exchange::write::Value;
use crate::store::escalation;

pub(super) const COLUMNS: &[&str] = &[
    "id",
    "no",
    "kind",
    "unit",
    "round",
    "rung",
    "role",
    "to",
    "due_on",
    "decided_at",
    "told_at",
    "outcome",
];

pub(super) async fn table(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    let mut after = 0;
    loop {
        let rows = escalation::page(&mut tx, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = last.id;
        for row in &rows {
            table.row(&[
                Value::Int(row.id),
                words(&row.no),
                words(&row.kind),
                words(&row.path),
                Value::Int(row.round),
                Value::Int(row.rung),
                words(&row.role),
                row.key.as_ref().map_or(Value::Empty, words),
                date(&row.due_on),
                instant(Some(row.decided_at), zone),
                instant(row.told_at, zone),
                words(&row.outcome),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}
