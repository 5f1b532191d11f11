//! Steps of escalations: what is overdue, what there was of each, and what becomes of it.

mod chase;
mod waiting;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::campaign::Superior;
use crate::domain::escalation::{Outcome, Step};
use crate::domain::ids::{CadreId, ItemId};

pub use chase::overdue;
pub use waiting::{Waiting, waiting};

/// A step that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its row; 0: not written.
    pub id: i64,
    /// What it is.
    pub step: Step,
}

type Row = (i64, i64, i64, i64, String, i64, String, String);

fn kept((id, item, round, rung, role, cadre, due_on, outcome): Row) -> Option<(ItemId, Kept)> {
    let step = Step {
        round: u32::try_from(round).ok()?,
        rung: usize::try_from(rung).ok()?,
        role: Superior::from_name(&role)?,
        cadre: Some(CadreId(cadre)).filter(|id| id.0 != 0),
        due_on: due_on.parse().ok()?,
        outcome: Outcome::from_name(&outcome)?,
    };
    Some((ItemId(item), Kept { id, step }))
}

/// All steps of the items of these kinds that are still to be done, the oldest first: one query, from the steps to
/// their items (on SQLite CROSS JOIN keeps that order), for there are far more items than steps.
///
/// # Errors
/// When the database fails.
pub async fn known(tx: &mut Tx, kinds: &[&str]) -> Result<HashMap<ItemId, Vec<Kept>>> {
    let sql = format!(
        "SELECT e.id, e.item_id, e.round, e.rung, e.role, e.cadre_id, e.due_on, e.outcome
         FROM escalations e CROSS JOIN items i
         WHERE i.id = e.item_id AND i.status = 'assigned' AND i.kind IN {} ORDER BY e.id",
        bulk::list(kinds.len())
    );
    let rows: Vec<Row> = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for kind in kinds {
            query = query.bind(*kind);
        }
        query.fetch_all(c).await
    })?;
    let mut all: HashMap<ItemId, Vec<Kept>> = HashMap::new();
    for (item, step) in rows.into_iter().filter_map(kept) {
        all.entry(item).or_default().push(step);
    }
    Ok(all)
}

/// Keeps new steps. One that is there already stays as it is, unless it was stopped and goes on now.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, steps: &[(ItemId, Step)], now: DateTime<Utc>) -> Result<()> {
    for chunk in steps.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO escalations
             (item_id, round, rung, role, cadre_id, due_on, decided_at, outcome) VALUES {}
             ON CONFLICT (item_id, round, rung, cadre_id) DO UPDATE
             SET outcome = excluded.outcome, due_on = excluded.due_on, role = excluded.role,
             decided_at = excluded.decided_at WHERE escalations.outcome = 'stopped'",
            bulk::values(chunk.len(), 8)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (item, step) in chunk {
                query = query
                    .bind(item.0)
                    .bind(i64::from(step.round))
                    .bind(i64::try_from(step.rung).unwrap_or(i64::MAX))
                    .bind(step.role.name())
                    .bind(step.cadre.map_or(0, |id| id.0))
                    .bind(step.due_on.to_string())
                    .bind(now.timestamp_millis())
                    .bind(step.outcome.name());
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// What becomes of steps that wait.
///
/// # Errors
/// When the database fails.
pub async fn end(tx: &mut Tx, ids: &[i64], outcome: Outcome) -> Result<()> {
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "UPDATE escalations SET outcome = $1 WHERE outcome = 'waiting' AND id IN ({})",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql)).bind(outcome.name());
            for id in &chunk {
                query = query.bind(*id);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// An item is nobody's to do any more, or not yet again: nobody is told of it.
///
/// # Errors
/// When the database fails.
pub async fn stop(tx: &mut Tx, item: ItemId) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE escalations SET outcome = 'stopped' WHERE outcome = 'waiting' AND item_id = $1",
        )
        .bind(item.0)
        .execute(c)
        .await
        .map(drop))
}

/// The same for every item that is submitted, over or handed up, however it came to be.
///
/// # Errors
/// When the database fails.
pub async fn stop_ended(tx: &mut Tx) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE escalations SET outcome = 'stopped' WHERE outcome = 'waiting' AND NOT EXISTS
             (SELECT 1 FROM items i WHERE i.id = escalations.item_id AND i.status = 'assigned'
              AND i.offered_to IS NULL)",
        )
        .execute(c)
        .await
        .map(drop))
}

/// Remembers that somebody was told of these items.
///
/// # Errors
/// When the database fails.
pub async fn tell(tx: &mut Tx, cadre: CadreId, items: &[ItemId], now: DateTime<Utc>) -> Result<()> {
    for chunk in bulk::batches(items) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 3)).collect();
        let sql = format!(
            "UPDATE escalations SET outcome = 'told', told_at = $1
             WHERE cadre_id = $2 AND outcome = 'waiting' AND item_id IN ({})",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql))
                .bind(now.timestamp_millis())
                .bind(cadre.0);
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Items still to be done of whose present round a rung found nobody to tell: with the path of the unit and who
/// is missing, by unit.
///
/// # Errors
/// When the database fails.
pub async fn nobody(tx: &mut Tx) -> Result<Vec<(ItemId, String, Superior)>> {
    let rows: Vec<(i64, String, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.item_id, u.path, e.role FROM escalations e
             JOIN items i ON i.id = e.item_id JOIN units u ON u.id = i.unit_id
             WHERE e.outcome = 'nobody' AND i.status = 'assigned' AND i.offered_to IS NULL
             AND NOT EXISTS (SELECT 1 FROM escalations later
                 WHERE later.item_id = e.item_id AND later.round > e.round)
             AND (i.deadline IS NULL OR i.deadline < e.due_on)
             ORDER BY u.path, e.rung, e.id",
        )
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(item, path, role)| Some((ItemId(item), path, Superior::from_name(&role)?)))
        .collect())
}

/// A step as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EscalationRow {
    /// Row identity.
    pub id: i64,
    /// The ledger's number of the item.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// Path of its unit.
    pub path: String,
    /// Round, from 0.
    pub round: i64,
    /// Place in the kind's list, from 0.
    pub rung: i64,
    /// lead, head, supervision, office
    pub role: String,
    /// Key of whom it went to.
    pub key: Option<String>,
    /// ISO date.
    pub due_on: String,
    /// UTC milliseconds.
    pub decided_at: i64,
    /// UTC milliseconds.
    pub told_at: Option<i64>,
    /// waiting, told, expired, stopped, nobody, own
    pub outcome: String,
}

/// The next steps after an id.
///
/// # Errors
/// When the database fails.
pub async fn page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<EscalationRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT e.id, i.no, i.kind, u.path, e.round, e.rung, e.role, c.key, e.due_on,
                 e.decided_at, e.told_at, e.outcome
             FROM escalations e JOIN items i ON i.id = e.item_id JOIN units u ON u.id = i.unit_id
             LEFT JOIN cadres c ON c.id = e.cadre_id
             WHERE e.id > $1 ORDER BY e.id LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}

/// The day of that instant in the zone.
fn day(millis: Option<i64>, zone: chrono_tz::Tz) -> Option<NaiveDate> {
    let at = millis.and_then(DateTime::from_timestamp_millis)?;
    Some(at.with_timezone(&zone).date_naive())
}
