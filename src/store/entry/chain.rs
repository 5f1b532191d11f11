//! Entries by who recorded them, and what stands in the place of one.

use chrono::{DateTime, Utc};

use super::{Entry, Row, entry, select, standing};
use crate::domain::ids::{CadreId, UpdateId};
use crate::store::{Result, Tx, on};

/// Corrections that are followed at most; nobody corrects one record more often.
const LONGEST: usize = 50;

/// The update whose entries stand in the place of those that `update` recorded, corrections of corrections
/// included; itself if nothing was corrected.
pub async fn latest_update(tx: &mut Tx, update: UpdateId) -> Result<UpdateId> {
    let mut latest = update;
    for _ in 0..LONGEST {
        let next: Option<(i64,)> = on!(tx, c =>
            sqlx::query_as(
                "SELECT e.update_id FROM entries e
                 WHERE e.corrects IN (SELECT o.id FROM entries o WHERE o.update_id = $1)
                 ORDER BY e.id DESC LIMIT 1",
            )
            .bind(latest.0)
            .fetch_optional(c)
            .await)?;
        match next {
            Some((next,)) if next != latest.0 => latest = UpdateId(next),
            _ => break,
        }
    }
    Ok(latest)
}

/// The last entry that somebody recorded since then, for himself or for another, that says something done and is not
/// withdrawn; study done together is nobody's own.
pub async fn latest_by(tx: &mut Tx, by: CadreId, since: DateTime<Utc>) -> Result<Option<Entry>> {
    let own: Option<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE e.cadre_id = $1 AND e.recorded_by IS NULL AND e.session_id IS NULL \
             AND e.recorded_at > $2 AND e.amount > 0 AND NOT EXISTS (SELECT 1 FROM entry_events x \
             WHERE x.entry_id = e.id AND x.kind = 'withdrawn') ORDER BY e.id DESC LIMIT 1"
        ))
        .bind(by.0)
        .bind(since.timestamp_millis())
        .fetch_optional(c)
        .await)?;
    let others: Option<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE e.recorded_by = $1 AND e.session_id IS NULL \
             AND e.recorded_at > $2 AND e.amount > 0 AND NOT EXISTS (SELECT 1 FROM entry_events x \
             WHERE x.entry_id = e.id AND x.kind = 'withdrawn') ORDER BY e.id DESC LIMIT 1"
        ))
        .bind(by.0)
        .bind(since.timestamp_millis())
        .fetch_optional(c)
        .await)?;
    let both = own.into_iter().chain(others).filter_map(entry);
    Ok(both.max_by_key(|entry| entry.id))
}

/// The entries that somebody tapped on one prompt for another and that are not withdrawn, by day.
pub async fn of_prompt_for(
    tx: &mut Tx,
    cadre: CadreId,
    by: CadreId,
    prompt: i64,
) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE e.cadre_id = $1 AND e.prompt_id = $2 AND e.recorded_by = $3 \
             ORDER BY e.on_date, e.id"
        ))
        .bind(cadre.0)
        .bind(prompt)
        .bind(by.0)
        .fetch_all(c)
        .await)?;
    Ok(standing(rows))
}
