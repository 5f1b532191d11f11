//! Broadcasts as the office looks at them: how many of each have arrived, wait, or were closed, and why.

use super::known;
use crate::domain::broadcast::State;
use crate::domain::ids::BroadcastId;
use crate::store::{Result, Tx, on};

/// One of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub id: BroadcastId,
    /// Its state.
    pub state: State,
    /// When it was made, UTC milliseconds.
    pub created_at: i64,
    /// People that are written down so far.
    pub total: i64,
    /// Its messages, by what became of them.
    pub counts: Vec<Count>,
}

/// How many messages share an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// waiting, leased, sent, closed
    pub state: String,
    /// Why it was closed; empty otherwise.
    pub reason: String,
    /// How many.
    pub count: i64,
}

/// The latest ones, oldest first.
pub async fn latest(tx: &mut Tx, limit: i64) -> Result<Vec<Listed>> {
    let rows: Vec<(i64, String, i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id, state, created_at, total FROM broadcasts ORDER BY id DESC LIMIT $1",
        )
        .bind(limit)
        .fetch_all(c)
        .await)?;
    let first = rows.last().map_or(i64::MAX, |(id, ..)| *id);
    let counts: Vec<(i64, String, String, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT broadcast_id, state, '' AS why, COUNT(*) FROM outbox
             WHERE broadcast_id >= $1 AND state <> 'closed' GROUP BY broadcast_id, state
             UNION ALL
             SELECT broadcast_id, state, COALESCE(reason, '') AS why, COUNT(*) FROM outbox
             WHERE broadcast_id >= $1 AND state = 'closed' GROUP BY broadcast_id, state, COALESCE(reason, '')
             ORDER BY 1, 2, 3",
        )
        .bind(first)
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .rev()
        .map(|(id, state, created_at, total)| {
            let mine = counts.iter().filter(|(of, ..)| *of == id);
            Ok(Listed {
                id: BroadcastId(id),
                state: known(&state)?,
                created_at,
                total,
                counts: mine
                    .map(|(_, state, reason, count)| Count {
                        state: state.clone(),
                        reason: reason.clone(),
                        count: *count,
                    })
                    .collect(),
            })
        })
        .collect()
}
