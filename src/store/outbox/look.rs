//! Looking into the outbox from the command line: some rows, or everything of one.

use crate::domain::ids::{BotId, CadreId, OutboxId};
use crate::outbox::payload::Payload;
use crate::store::{Result, Tx, on};

/// Which rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// In that state.
    pub state: &'a str,
    /// Of that kind only.
    pub kind: Option<&'a str>,
    /// To that person only.
    pub cadre: Option<CadreId>,
}

/// One row, in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    /// Row identity.
    pub id: i64,
    /// Number of the lane.
    pub lane: i64,
    /// What it is.
    pub kind: String,
    /// The person's key.
    pub key: Option<String>,
    /// His name.
    pub name: Option<String>,
    /// Where.
    pub chat_id: i64,
    /// UTC milliseconds.
    pub not_before: i64,
    /// Attempts made.
    pub attempts: i64,
    /// UTC milliseconds.
    pub sent_at: Option<i64>,
    /// UTC milliseconds.
    pub dead_at: Option<i64>,
    /// Why it waits again, was closed, or is dead.
    pub reason: Option<String>,
}

/// The latest of these rows, at most so many.
pub async fn list(tx: &mut Tx, wanted: &Wanted<'_>, limit: u32) -> Result<Vec<Listed>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT o.id, o.lane, o.kind, c.key, c.name, o.chat_id, o.not_before, o.attempts,
                 o.sent_at, o.dead_at, o.reason
             FROM outbox o LEFT JOIN cadres c ON c.id = o.cadre_id
             WHERE o.state = $1 AND ($2 = '' OR o.kind = $2) AND ($3 = 0 OR o.cadre_id = $3)
             ORDER BY o.id DESC LIMIT $4",
        )
        .bind(wanted.state)
        .bind(wanted.kind.unwrap_or_default())
        .bind(wanted.cadre.map_or(0, |id| id.0))
        .bind(i64::from(limit))
        .fetch_all(c)
        .await)
}

/// How many of these rows there are.
pub async fn count(tx: &mut Tx, wanted: &Wanted<'_>) -> Result<i64> {
    let (count,): (i64,) = on!(tx, c =>
        sqlx::query_as(
            "SELECT COUNT(*) FROM outbox o
             WHERE o.state = $1 AND ($2 = '' OR o.kind = $2) AND ($3 = 0 OR o.cadre_id = $3)",
        )
        .bind(wanted.state)
        .bind(wanted.kind.unwrap_or_default())
        .bind(wanted.cadre.map_or(0, |id| id.0))
        .fetch_one(c)
        .await)?;
    Ok(count)
}

/// What a message of a bot's to a person says now: the last that it was turned into.
pub async fn said_in(
    tx: &mut Tx,
    bot: BotId,
    cadre: CadreId,
    message: i64,
) -> Result<Option<Payload>> {
    let row: Option<(String,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT payload FROM outbox
             WHERE cadre_id = $1 AND state = 'sent' AND bot = $2 AND message_id = $3
             ORDER BY id DESC LIMIT 1",
        )
        .bind(cadre.0)
        .bind(bot.0)
        .bind(message)
        .fetch_optional(c)
        .await)?;
    Ok(row.and_then(|(payload,)| serde_json::from_str(&payload).ok()))
}

/// Everything of one row.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Whole {
    /// Row identity.
    pub id: i64,
    /// Id of the bot that sends it.
    pub bot: Option<String>,
    /// Number of the lane.
    pub lane: i64,
    /// What it is.
    pub kind: String,
    /// To whom.
    pub cadre_id: Option<i64>,
    /// The person's key.
    pub key: Option<String>,
    /// His name.
    pub name: Option<String>,
    /// Path of his unit.
    pub path: Option<String>,
    /// Where.
    pub chat_id: i64,
    /// What, whom, which occurrence.
    pub dedupe_key: String,
    /// What it says, as it is kept.
    pub payload: String,
    /// The message to turn into it.
    pub edits: Option<i64>,
    /// UTC milliseconds.
    pub not_before: i64,
    /// waiting, leased, sent, closed, dead.
    pub state: String,
    /// Attempts made.
    pub attempts: i64,
    /// Its number in the chat.
    pub message_id: Option<i64>,
    /// UTC milliseconds.
    pub created_at: i64,
    /// UTC milliseconds.
    pub sent_at: Option<i64>,
    /// UTC milliseconds.
    pub dead_at: Option<i64>,
    /// Why it waits again, was closed, or is dead.
    pub reason: Option<String>,
}

/// The row of that id.
pub async fn whole(tx: &mut Tx, id: OutboxId) -> Result<Option<Whole>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT o.id, b.id AS bot, o.lane, o.kind, o.cadre_id, c.key, c.name, u.path, o.chat_id,
                 o.dedupe_key, o.payload, o.edits, o.not_before, o.state, o.attempts, o.message_id, o.created_at,
                 o.sent_at, o.dead_at, o.reason
             FROM outbox o LEFT JOIN cadres c ON c.id = o.cadre_id LEFT JOIN units u ON u.id = c.unit_id
             LEFT JOIN bots b ON b.number = o.bot
             WHERE o.id = $1",
        )
        .bind(id.0)
        .fetch_optional(c)
        .await)
}
