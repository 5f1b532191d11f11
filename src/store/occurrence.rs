//! Each occurrence of a slot, and what was decided about it: what an outage delayed, folded or
//! dropped stays visible.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};

/// What was decided about one occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision<'a> {
    /// The slot.
    pub slot: &'a str,
    /// When it was due.
    pub at: DateTime<Utc>,
    /// planned, folded, dropped, day_off
    pub outcome: &'a str,
    /// Messages planned for it.
    pub planned: i64,
    /// Why, where it was not simply planned.
    pub reason: &'a str,
}

/// Records a decision; a second one about the same occurrence changes nothing.
pub async fn decide(tx: &mut Tx, decision: &Decision<'_>, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO occurrences (slot, at, outcome, planned, reason, decided_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slot, at) DO NOTHING",
        )
        .bind(decision.slot)
        .bind(decision.at.timestamp_millis())
        .bind(decision.outcome)
        .bind(decision.planned)
        .bind(decision.reason)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))
}

/// When the slot last spoke: the latest occurrence that was planned before `before`.
pub async fn last_planned(
    tx: &mut Tx,
    slot: &str,
    before: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let (at,): (Option<i64>,) = on!(tx, c =>
        sqlx::query_as(
            "SELECT MAX(at) FROM occurrences WHERE slot = $1 AND outcome = 'planned' AND at < $2",
        )
        .bind(slot)
        .bind(before.timestamp_millis())
        .fetch_one(c)
        .await)?;
    Ok(at.and_then(DateTime::from_timestamp_millis))
}
