//! "Later" and "tomorrow" to a slot's message of a day: rows that are never changed, the latest holds.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use std::collections::HashSet;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, UpdateId};

/// Notes when the message comes again; `None`: not that day.
pub async fn insert(
    tx: &mut Tx,
    cadre: CadreId,
    (slot, day): (&str, NaiveDate),
    until: Option<DateTime<Utc>>,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO postponements (cadre_id, slot, on_date, until, at, update_id)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(cadre.0)
        .bind(slot)
        .bind(day.to_string())
        .bind(until.map(|until| until.timestamp_millis()))
        .bind(now.timestamp_millis())
        .bind(update.0)
        .execute(c)
        .await
        .map(|_| ()))
}

/// What he has said to a slot's message of a day, the earliest first.
pub async fn of(
    tx: &mut Tx,
    cadre: CadreId,
    (slot, day): (&str, NaiveDate),
) -> Result<Vec<Option<DateTime<Utc>>>> {
    let rows: Vec<(Option<i64>,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT until FROM postponements
             WHERE cadre_id = $1 AND slot = $2 AND on_date = $3 ORDER BY id",
        )
        .bind(cadre.0)
        .bind(slot)
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(until,)| until.and_then(DateTime::from_timestamp_millis))
        .collect())
}

/// Which of these people do not want which slot's message again that day, of the days since `from`.
pub async fn not_again(
    tx: &mut Tx,
    ids: &[CadreId],
    from: NaiveDate,
) -> Result<HashSet<(CadreId, String, NaiveDate)>> {
    let mut all = HashSet::new();
    for chunk in bulk::batches(ids) {
        // The list comes last, so that the same parameter stands before any number of ids.
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "SELECT p.cadre_id, p.slot, p.on_date FROM postponements p
             WHERE p.on_date >= $1 AND p.until IS NULL AND p.id = (
                 SELECT MAX(m.id) FROM postponements m
                 WHERE m.cadre_id = p.cadre_id AND m.slot = p.slot AND m.on_date = p.on_date)
             AND p.cadre_id IN ({})",
            list.join(", ")
        );
        let rows: Vec<(i64, String, String)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(from.to_string());
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(
            rows.into_iter()
                .filter_map(|(cadre, slot, day)| Some((CadreId(cadre), slot, day.parse().ok()?))),
        );
    }
    Ok(all)
}
