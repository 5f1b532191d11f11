//! Recorded amounts: rows that are never changed, and the events that withdraw them.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::{Result, Tx, bulk, on};
use crate::conversation::outcome::NewEntry;
use crate::domain::amount::Amount;
use crate::domain::deadline::Span;
use crate::domain::ids::{CadreId, EntryId, UpdateId};
use crate::domain::owes::Done;

/// Records an amount.
pub async fn insert(
    tx: &mut Tx,
    entry: &NewEntry,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO entries (cadre_id, duty, amount, measure, on_date, note, source,
             recorded_at, update_id, prompt_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
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
        .execute(c)
        .await
        .map(|_| ()))
}

/// Withdraws entries; those that were withdrawn before stay as they are.
pub async fn withdraw(
    tx: &mut Tx,
    entries: &[EntryId],
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<()> {
    for entry in entries {
        on!(tx, c =>
            sqlx::query(
                "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
                 VALUES ($1, 'withdrawn', $2, $3, '') ON CONFLICT (entry_id, kind) DO NOTHING",
            )
            .bind(entry.0)
            .bind(now.timestamp_millis())
            .bind(by.0)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

/// An entry that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Row identity.
    pub id: EntryId,
    /// Whose.
    pub cadre: CadreId,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// The update it came in.
    pub update: UpdateId,
}

type CountedRow = (i64, i64, String, String, i64, i64);

fn counted((id, cadre, duty, on_date, amount, update): CountedRow) -> Option<Counted> {
    Some(Counted {
        id: EntryId(id),
        cadre: CadreId(cadre),
        duty,
        on: on_date.parse().ok()?,
        amount: Amount(amount),
        update: UpdateId(update),
    })
}

/// The entries of one update that still count.
pub async fn of_update(tx: &mut Tx, update: UpdateId) -> Result<Vec<Counted>> {
    let rows: Vec<CountedRow> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.id, e.cadre_id, e.duty, e.on_date, e.amount, e.update_id FROM entries e
             LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
             WHERE e.update_id = $1 AND w.id IS NULL ORDER BY e.on_date, e.id",
        )
        .bind(update.0)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().filter_map(counted).collect())
}

/// The entries that were tapped on one prompt and still count.
pub async fn of_prompt(tx: &mut Tx, cadre: CadreId, prompt: i64) -> Result<Vec<Counted>> {
    let rows: Vec<CountedRow> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.id, e.cadre_id, e.duty, e.on_date, e.amount, e.update_id FROM entries e
             LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
             WHERE e.cadre_id = $1 AND e.prompt_id = $2 AND w.id IS NULL ORDER BY e.on_date, e.id",
        )
        .bind(cadre.0)
        .bind(prompt)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().filter_map(counted).collect())
}

/// What counts of a person's duty on each day of a span.
pub async fn by_day(
    tx: &mut Tx,
    cadre: CadreId,
    duty: &str,
    span: &Span,
) -> Result<Vec<(NaiveDate, Amount)>> {
    let rows: Vec<(String, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.on_date, CAST(SUM(e.amount) AS BIGINT) FROM entries e
             LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
             WHERE e.cadre_id = $1 AND e.duty = $2 AND e.on_date >= $3 AND e.on_date <= $4
             AND w.id IS NULL GROUP BY e.on_date ORDER BY e.on_date",
        )
        .bind(cadre.0)
        .bind(duty)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(day, amount)| Some((day.parse().ok()?, Amount(amount))))
        .collect())
}

/// What people have done of a duty: the sum over a span, and whether they answered for a day. For
/// many people at once; people without a row have done nothing.
pub async fn done(
    tx: &mut Tx,
    cadres: &[CadreId],
    duty: &str,
    span: &Span,
    day: NaiveDate,
) -> Result<Vec<(CadreId, Done)>> {
    let mut all = Vec::with_capacity(cadres.len());
    for chunk in bulk::batches(cadres) {
        // The list comes last, so that the same four parameters stand before any number of ids.
        let ids: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 5)).collect();
        let sql = format!(
            "SELECT e.cadre_id,
                    CAST(SUM(CASE WHEN e.on_date >= $2 AND e.on_date <= $3 THEN e.amount ELSE 0 END)
                         AS BIGINT),
                    CAST(MAX(CASE WHEN e.on_date = $4 THEN 1 ELSE 0 END) AS BIGINT)
             FROM entries e
             LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
             WHERE e.duty = $1 AND w.id IS NULL AND e.cadre_id IN ({}) GROUP BY e.cadre_id",
            ids.join(", ")
        );
        let rows: Vec<(i64, i64, i64)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql))
                .bind(duty)
                .bind(span.start.to_string())
                .bind(span.end.to_string())
                .bind(day.to_string());
            for cadre in &chunk {
                query = query.bind(cadre.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(|(cadre, counted, answered)| {
            (
                CadreId(cadre),
                Done {
                    counted: Amount(counted),
                    answered: answered != 0,
                },
            )
        }));
    }
    Ok(all)
}

/// What everybody has done of a duty: as [`done`], for all.
pub async fn done_by_all(
    tx: &mut Tx,
    duty: &str,
    span: &Span,
    day: NaiveDate,
) -> Result<HashMap<CadreId, Done>> {
    let rows: Vec<(i64, i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.cadre_id,
                    CAST(SUM(CASE WHEN e.on_date >= $2 AND e.on_date <= $3 THEN e.amount ELSE 0 END)
                         AS BIGINT),
                    CAST(MAX(CASE WHEN e.on_date = $4 THEN 1 ELSE 0 END) AS BIGINT)
             FROM entries e
             LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
             WHERE e.duty = $1 AND w.id IS NULL GROUP BY e.cadre_id",
        )
        .bind(duty)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(cadre, counted, answered)| {
            (
                CadreId(cadre),
                Done {
                    counted: Amount(counted),
                    answered: answered != 0,
                },
            )
        })
        .collect())
}

/// One row as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EntryRow {
    /// Row identity.
    pub id: i64,
    /// The person's key.
    pub key: String,
    /// His name.
    pub name: String,
    /// Path of his unit.
    pub path: String,
    /// Duty id.
    pub duty: String,
    /// Thousandths.
    pub amount: i64,
    /// In what.
    pub measure: String,
    /// ISO date.
    pub on_date: String,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// What was typed.
    pub note: String,
    /// tap, text
    pub source: String,
    /// counted, withdrawn
    pub status: String,
    /// UTC milliseconds.
    pub recorded_at: i64,
    /// Telegram's number of the update.
    pub update_id: i64,
}

/// The next rows after an id, at most so many: exports page through them.
pub async fn page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<EntryRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT e.id, c.key, c.name, u.path, e.duty, e.amount, e.measure, e.on_date, e.form,
                    e.topic, e.note, e.source,
                    CASE WHEN w.id IS NULL THEN 'counted' ELSE w.kind END AS status,
                    e.recorded_at, e.update_id
             FROM entries e JOIN cadres c ON c.id = e.cadre_id JOIN units u ON u.id = c.unit_id
             LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
             WHERE e.id > $1 ORDER BY e.id LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}
