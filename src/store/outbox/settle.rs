//! What became of rows that were taken out to be sent.

use chrono::{DateTime, Utc};

use super::claim::UNKNOWN_OUTCOME;
use crate::domain::ids::OutboxId;
use crate::store::{Result, Tx, on};

/// What became of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Telegram has it.
    Sent {
        /// Its number in the chat; `None` when it is not known (an edit keeps its own).
        message: Option<i64>,
    },
    /// It will never be sent.
    Closed {
        /// Why.
        reason: String,
        /// Whether an attempt was made.
        tried: bool,
    },
    /// Telegram will never take it because of us: a dead letter, kept to be looked at.
    Dead {
        /// What Telegram said.
        reason: String,
    },
    /// It waits again.
    Waiting {
        /// Until when, at least.
        not_before: DateTime<Utc>,
        /// Why; `None`: only for its turn.
        reason: Option<String>,
        /// Whether an attempt was made.
        tried: bool,
    },
    /// It waits again, to be sent as a new message instead of an edit.
    Anew {
        /// From when.
        not_before: DateTime<Utc>,
    },
}

/// Settles rows that this owner holds; a row that it holds no longer is left alone. Returns how many
/// were left alone.
pub async fn settle(
    tx: &mut Tx,
    owner: &str,
    settlements: &[(OutboxId, Settlement)],
    now: DateTime<Utc>,
) -> Result<usize> {
    let mut lost = 0;
    for (id, settlement) in settlements {
        let settled = match settlement {
            Settlement::Sent { message } => sent(tx, owner, *id, *message, now).await?,
            Settlement::Closed { reason, tried } => closed(tx, owner, *id, reason, *tried).await?,
            Settlement::Dead { reason } => dead(tx, owner, *id, reason, now).await?,
            Settlement::Waiting {
                not_before,
                reason,
                tried,
            } => waiting(tx, owner, *id, *not_before, reason.as_deref(), *tried).await?,
            Settlement::Anew { not_before } => anew(tx, owner, *id, *not_before).await?,
        };
        lost += usize::from(settled == 0);
    }
    Ok(lost)
}

/// A reason that tells of an unknown outcome stays: the message may have arrived twice.
async fn sent(
    tx: &mut Tx,
    owner: &str,
    id: OutboxId,
    message: Option<i64>,
    now: DateTime<Utc>,
) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'sent', attempts = attempts + 1, lease_until = NULL,
                 lease_owner = NULL, message_id = COALESCE($3, edits), sent_at = $4,
                 reason = CASE WHEN reason LIKE $5 THEN reason END
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2",
        )
        .bind(id.0)
        .bind(owner)
        .bind(message)
        .bind(now.timestamp_millis())
        .bind(format!("{UNKNOWN_OUTCOME}%"))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

async fn closed(tx: &mut Tx, owner: &str, id: OutboxId, reason: &str, tried: bool) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'closed', attempts = attempts + $3, lease_until = NULL,
                 lease_owner = NULL, reason = $4
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2",
        )
        .bind(id.0)
        .bind(owner)
        .bind(i64::from(tried))
        .bind(reason)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

async fn dead(
    tx: &mut Tx,
    owner: &str,
    id: OutboxId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'dead', attempts = attempts + 1, lease_until = NULL,
                 lease_owner = NULL, reason = $3, dead_at = $4
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2",
        )
        .bind(id.0)
        .bind(owner)
        .bind(reason)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

async fn waiting(
    tx: &mut Tx,
    owner: &str,
    id: OutboxId,
    not_before: DateTime<Utc>,
    reason: Option<&str>,
    tried: bool,
) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'waiting', attempts = attempts + $3, lease_until = NULL,
                 lease_owner = NULL, not_before = $4, reason = COALESCE($5, reason)
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2",
        )
        .bind(id.0)
        .bind(owner)
        .bind(i64::from(tried))
        .bind(not_before.timestamp_millis())
        .bind(reason)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

async fn anew(tx: &mut Tx, owner: &str, id: OutboxId, not_before: DateTime<Utc>) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'waiting', attempts = attempts + 1, lease_until = NULL,
                 lease_owner = NULL, not_before = $3, edits = NULL
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2",
        )
        .bind(id.0)
        .bind(owner)
        .bind(not_before.timestamp_millis())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}
