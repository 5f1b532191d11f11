//! A broadcast's rows in the outbox, a chunk at a time: answers to people who write must not wait behind it.

use chrono::{DateTime, Utc};

use crate::domain::ids::BroadcastId;
use crate::store::outbox::{Lane, UNKNOWN_OUTCOME};
use crate::store::{Result, Tx, on};

/// Until when rows are held that wait for somebody, not for a time: the end of the year 9999.
pub fn held_until() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(253_402_214_400_000).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Holds up to `limit` rows that would be due some day. Returns how many.
pub async fn hold(tx: &mut Tx, id: BroadcastId, reason: &str, limit: i64) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET not_before = $2,
                 reason = CASE WHEN reason LIKE $5 THEN reason ELSE $4 END
             WHERE state = 'waiting' AND id IN (
                 SELECT id FROM outbox WHERE broadcast_id = $1 AND state = 'waiting' AND not_before < $2
                 LIMIT $3)",
        )
        .bind(id.0)
        .bind(held_until().timestamp_millis())
        .bind(limit)
        .bind(reason)
        .bind(format!("{UNKNOWN_OUTCOME}%"))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// Lets up to `limit` held rows go, not before `at`. Returns how many.
pub async fn release(tx: &mut Tx, id: BroadcastId, at: DateTime<Utc>, limit: i64) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET not_before = $3, reason = CASE WHEN reason LIKE $5 THEN reason END
             WHERE state = 'waiting' AND id IN (
                 SELECT id FROM outbox WHERE broadcast_id = $1 AND state = 'waiting' AND not_before >= $2
                 LIMIT $4)",
        )
        .bind(id.0)
        .bind(held_until().timestamp_millis())
        .bind(at.timestamp_millis())
        .bind(limit)
        .bind(format!("{UNKNOWN_OUTCOME}%"))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// Closes up to `limit` rows that wait. Returns how many.
pub async fn close(tx: &mut Tx, id: BroadcastId, reason: &str, limit: i64) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'closed', reason = $2
             WHERE state = 'waiting' AND id IN (
                 SELECT id FROM outbox WHERE broadcast_id = $1 AND state = 'waiting' LIMIT $3)",
        )
        .bind(id.0)
        .bind(reason)
        .bind(limit)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// Whether anything of it waits or is on its way.
pub async fn is_open(tx: &mut Tx, id: BroadcastId) -> Result<bool> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT CAST(1 AS BIGINT) FROM outbox
             WHERE broadcast_id = $1 AND state IN ('waiting', 'leased') LIMIT 1",
        )
        .bind(id.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.is_some())
}

/// Puts up to `limit` due rows of all broadcasts off until then. Returns how many.
pub async fn park_due(
    tx: &mut Tx,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    reason: &str,
    limit: i64,
) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET not_before = $3,
                 reason = CASE WHEN reason LIKE $6 THEN reason ELSE $4 END
             WHERE state = 'waiting' AND id IN (
                 SELECT id FROM outbox WHERE state = 'waiting' AND lane = $1 AND not_before <= $2
                     AND broadcast_id IS NOT NULL LIMIT $5)",
        )
        .bind(Lane::Broadcast.number())
        .bind(now.timestamp_millis())
        .bind(until.timestamp_millis())
        .bind(reason)
        .bind(limit)
        .bind(format!("{UNKNOWN_OUTCOME}%"))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}
