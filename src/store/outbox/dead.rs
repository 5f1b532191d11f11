//! Dead letters: messages that Telegram will never take because of us. They keep their payload and what
//! Telegram said until the office takes them up again or drops them.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use crate::domain::ids::OutboxId;
use crate::store::{Result, Tx, bulk, on};

/// One dead letter as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DeadLetter {
    /// Row identity.
    pub id: i64,
    /// What it is.
    pub kind: String,
    /// To whom; `None`: to nobody of the roster.
    pub name: Option<String>,
    /// Path of his unit.
    pub path: Option<String>,
    /// What Telegram said.
    pub reason: Option<String>,
    /// When, UTC milliseconds.
    pub dead_at: Option<i64>,
}

/// Every dead letter, the latest first.
pub async fn dead(tx: &mut Tx) -> Result<Vec<DeadLetter>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT o.id, o.kind, c.name, u.path, o.reason, o.dead_at FROM outbox o
             LEFT JOIN cadres c ON c.id = o.cadre_id LEFT JOIN units u ON u.id = c.unit_id
             WHERE o.state = 'dead' ORDER BY o.id DESC",
        )
        .fetch_all(c)
        .await)
}

/// How many dead letters there are; reads only those.
pub async fn count_dead(tx: &mut Tx) -> Result<i64> {
    let (count,): (i64,) = on!(tx, c =>
        sqlx::query_as("SELECT COUNT(*) FROM outbox WHERE state = 'dead'").fetch_one(c).await)?;
    Ok(count)
}

/// The ids of all dead letters, in order.
pub async fn dead_ids(tx: &mut Tx) -> Result<Vec<OutboxId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT id FROM outbox WHERE state = 'dead' ORDER BY id")
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(|(id,)| OutboxId(id)).collect())
}

/// Dead letters wait again, to be tried anew from now on, by the bot that serves their reader now; an edit
/// stays with the bot whose message it is. Returns which of these were dead, in order.
pub async fn retry(tx: &mut Tx, ids: &[OutboxId], now: DateTime<Utc>) -> Result<Vec<OutboxId>> {
    raise(
        tx,
        ids,
        "state = 'waiting', attempts = 0, not_before = $1, dead_at = NULL, reason = 'taken up again',
         bot = CASE WHEN edits IS NOT NULL THEN bot ELSE COALESCE(
             (SELECT l.bot FROM links l WHERE l.telegram_id = outbox.chat_id AND l.state <> 'ended'),
             bot) END",
        now.timestamp_millis(),
    )
    .await
}

/// Dead letters are closed for good; what Telegram said stays behind the reason. Returns which of these
/// were dead, in order.
pub async fn drop_dead(tx: &mut Tx, ids: &[OutboxId], now: DateTime<Utc>) -> Result<Vec<OutboxId>> {
    raise(
        tx,
        ids,
        "state = 'closed', dead_at = COALESCE(dead_at, $1),
         reason = 'dropped by the office: ' || COALESCE(reason, '')",
        now.timestamp_millis(),
    )
    .await
}

async fn raise(
    tx: &mut Tx,
    ids: &[OutboxId],
    change: &'static str,
    at: i64,
) -> Result<Vec<OutboxId>> {
    let mut raised = Vec::new();
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "UPDATE outbox SET {change} WHERE state = 'dead' AND id IN ({}) RETURNING id",
            list.join(", ")
        );
        let rows: Vec<(i64,)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(at);
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        raised.extend(rows.into_iter().map(|(id,)| OutboxId(id)));
    }
    raised.sort_unstable();
    Ok(raised)
}
