//! Entries of collective study: recorded, looked at and taken back in sets.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::weight;
use crate::conversation::outcome::NewEntry;
use crate::domain::amount::Amount;
use crate::domain::entry::WaitsFor;
use crate::domain::ids::{CadreId, EntryId, SessionId, UpdateId};
use crate::domain::session::Session;
use crate::store::{Result, Tx, bulk, on};

/// Rows of seventeen parameters that one statement writes.
const ROWS: usize = 50;

/// Records many amounts at once. Returns which entry is whose.
pub async fn insert_all(
    tx: &mut Tx,
    entries: &[NewEntry],
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<Vec<(EntryId, CadreId)>> {
    let mut all = Vec::with_capacity(entries.len());
    for chunk in entries.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO entries (cadre_id, duty, amount, measure, on_date, note, source,
             recorded_at, update_id, prompt_id, form, topic, waits_for, corrects, recorded_by,
             session_id, subject) VALUES {} RETURNING id, cadre_id",
            bulk::values(chunk.len(), 17)
        );
        let rows: Vec<(i64, i64)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for entry in chunk {
                query = query
                    .bind(entry.cadre.0)
                    .bind(&entry.duty)
                    .bind(entry.amount.0)
                    .bind(entry.measure.name())
                    .bind(entry.on.to_string())
                    .bind(&entry.note)
                    .bind(entry.source.name())
                    .bind(now.timestamp_millis())
                    .bind(update.0)
                    .bind(entry.prompt)
                    .bind(&entry.details.form)
                    .bind(&entry.details.topic)
                    .bind(entry.waits_for.map(WaitsFor::name))
                    .bind(entry.corrects.map(|id| id.0))
                    .bind(entry.recorded_by.map(|id| id.0))
                    .bind(entry.session.map(|id| id.0))
                    .bind(&entry.details.subject);
            }
            query.fetch_all(c).await
        })?;
        all.extend(
            rows.into_iter()
                .map(|(entry, cadre)| (EntryId(entry), CadreId(cadre))),
        );
    }
    Ok(all)
}

/// What the session's day holds of its duty for each of these people, counted or waiting, and whether the same
/// collective study is in it already.
pub async fn of_that_day(
    tx: &mut Tx,
    cadres: &[CadreId],
    session: &Session,
) -> Result<HashMap<CadreId, (Amount, bool)>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(cadres) {
        // The list comes last, so that the same parameters stand before any number of ids.
        let ids: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 6)).collect();
        let sql = format!(
            concat!(
                "SELECT e.cadre_id, CAST(SUM(e.amount) AS BIGINT),
                 CAST(MAX(CASE WHEN e.session_id IS NOT NULL AND e.amount = $3
                     AND COALESCE(e.form, '') = $4 AND COALESCE(e.topic, '') = $5
                     THEN 1 ELSE 0 END) AS BIGINT)
                 FROM entries e WHERE e.duty = $1 AND e.on_date = $2 AND ",
                weight!(),
                " <= 2 AND e.cadre_id IN ({}) GROUP BY e.cadre_id"
            ),
            ids.join(", ")
        );
        let rows: Vec<(i64, i64, i64)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql))
                .bind(&session.duty)
                .bind(session.on.to_string())
                .bind(session.amount.0)
                .bind(session.form.as_deref().unwrap_or(""))
                .bind(session.topic.as_deref().unwrap_or(""));
            for cadre in &chunk {
                query = query.bind(cadre.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(
            rows.into_iter()
                .map(|(cadre, held, same)| (CadreId(cadre), (Amount(held), same != 0))),
        );
    }
    Ok(all)
}

/// The entries of a session that are not withdrawn, and whose each is.
pub async fn of_session(tx: &mut Tx, session: SessionId) -> Result<Vec<(EntryId, CadreId)>> {
    let rows: Vec<(i64, i64)> = on!(tx, c =>
        sqlx::query_as(concat!(
            "SELECT e.id, e.cadre_id FROM entries e WHERE e.session_id = $1 AND ",
            weight!(),
            " < 4 ORDER BY e.id"
        ))
        .bind(session.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(entry, cadre)| (EntryId(entry), CadreId(cadre)))
        .collect())
}

/// Takes back every entry of a session, in one statement.
pub async fn withdraw_session(
    tx: &mut Tx,
    session: SessionId,
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
             SELECT e.id, 'withdrawn', $2, $3, 'session withdrawn' FROM entries e
             WHERE e.session_id = $1 ON CONFLICT (entry_id, kind) DO NOTHING",
        )
        .bind(session.0)
        .bind(now.timestamp_millis())
        .bind(by.0)
        .execute(c)
        .await
        .map(|_| ()))
}
