//! What a correction or a repetition has to know: what stands in the place of what was said, what was said last,
//! and what stands on those days.

use chrono::{DateTime, Utc};

use super::{Entry, Row, entry, select, standing, weight};
use crate::domain::campaign::Duty;
use crate::domain::deadline::Span;
use crate::domain::entry::Status;
use crate::domain::ids::{CadreId, UpdateId};
use crate::store::{Result, Tx, on};

/// The entries that stand in the place of what one update recorded, by day: its own, or those that have corrected
/// them since, however often.
pub async fn in_place_of(tx: &mut Tx, update: UpdateId) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(concat!(
            "WITH RECURSIVE said (id) AS (
                 SELECT id FROM entries WHERE update_id = $1
                 UNION SELECT n.id FROM entries n JOIN said s ON n.corrects = s.id) ",
            select!("WHERE e.id IN (SELECT id FROM said) ORDER BY e.on_date, e.id")
        ))
        .bind(update.0)
        .fetch_all(c)
        .await)?;
    Ok(standing(rows))
}

/// What the person himself has said last since then, as far as it stands: the entries of one update, by day.
pub async fn latest(tx: &mut Tx, cadre: CadreId, since: DateTime<Utc>) -> Result<Vec<Entry>> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as(concat!(
            "SELECT e.update_id FROM entries e
             WHERE e.cadre_id = $1 AND e.recorded_by IS NULL AND e.recorded_at > $2 AND ",
            weight!(),
            " <= 2 ORDER BY e.id DESC LIMIT 1"
        ))
        .bind(cadre.0)
        .bind(since.timestamp_millis())
        .fetch_optional(c)
        .await)?;
    let Some((update,)) = row else {
        return Ok(Vec::new());
    };
    let mut said = super::of_update(tx, UpdateId(update)).await?;
    said.retain(|entry| entry.cadre == cadre && entry.status != Status::Rejected);
    Ok(said)
}

/// A person's entries of a duty from one day to another, both included, that count or wait, oldest first.
pub async fn of_span(tx: &mut Tx, cadre: CadreId, duty: &str, span: &Span) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE e.cadre_id = $1 AND e.duty = $2 AND e.on_date >= $3 AND e.on_date <= $4 \
             ORDER BY e.id"
        ))
        .bind(cadre.0)
        .bind(duty)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    let stands = |entry: &Entry| entry.status <= Status::Counted;
    Ok(rows.into_iter().filter_map(entry).filter(stands).collect())
}

/// The topics that a person's entries of a duty have within those days, as far as they count or wait.
pub async fn topics(tx: &mut Tx, cadre: CadreId, duty: &Duty, span: &Span) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on!(tx, c =>
        sqlx::query_as(concat!(
            "SELECT DISTINCT e.topic FROM entries e
             WHERE e.cadre_id = $1 AND e.duty = $2 AND e.on_date >= $3 AND e.on_date <= $4
             AND e.topic IS NOT NULL AND ",
            weight!(),
            " <= 2"
        ))
        .bind(cadre.0)
        .bind(&duty.id)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(topic,)| topic).collect())
}
