//! `duban export progress`: what was asked of each item each month, and when it was told (S13).

use super::{Out, PAGE, date, instant, words};
use crate::books::Books;
use crate::cli::trouble::Trouble;
use crate::exchange::write::Value;
use crate::store::item::asks;
use crate::text;

pub(super) const COLUMNS: &[&str] = &[
    "month",
    "no",
    "kind",
    "content",
    "unit",
    "cadre",
    "name",
    "due_on",
    "asked_at",
    "told_at",
    "answered_at",
    "progress",
];

/// A row an item and month, the oldest month first.
pub(super) async fn write(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let (campaign, zone) = (&books.campaign, books.campaign.zone);
    let mut tx = books.store.read().await?;
    let mut after = (String::new(), 0);
    loop {
        let rows = asks::page(&mut tx, (&after.0, after.1), PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = (last.month.clone(), last.item_id);
        for row in &rows {
            let progress = text::progress_told(campaign, campaign.language, &row.progress);
            table.row(&[
                words(&row.month),
                words(&row.no),
                words(&row.kind),
                words(&row.content),
                words(&row.path),
                row.key.as_ref().map_or(Value::Empty, words),
                row.name.as_ref().map_or(Value::Empty, words),
                date(&row.due_on),
                instant(Some(row.asked_at), zone),
                instant(row.told_at, zone),
                instant(row.answered_at, zone),
                words(progress),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}
