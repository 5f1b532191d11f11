//! Pauses that Telegram asked for (429), kept so that neither a restart nor another sender forgets them.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::ids::BotId;

/// The chat that stands for all of a bot's.
pub const EVERYBODY: i64 = 0;

/// Nothing to that chat before `until`; an earlier end never replaces a later one.
pub async fn set(tx: &mut Tx, bot: BotId, chat: i64, until: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO pauses (bot, chat_id, until) VALUES ($1, $2, $3)
             ON CONFLICT (bot, chat_id) DO UPDATE SET until = excluded.until
             WHERE pauses.until < excluded.until",
        )
        .bind(bot.0)
        .bind(chat)
        .bind(until.timestamp_millis())
        .execute(c)
        .await
        .map(drop))
}

/// The pauses that still run, by chat; those that are over are forgotten.
pub async fn running(
    tx: &mut Tx,
    bot: BotId,
    now: DateTime<Utc>,
) -> Result<Vec<(i64, DateTime<Utc>)>> {
    on!(tx, c =>
        sqlx::query("DELETE FROM pauses WHERE bot = $1 AND until <= $2")
            .bind(bot.0)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(drop))?;
    let rows: Vec<(i64, i64)> = on!(tx, c =>
        sqlx::query_as("SELECT chat_id, until FROM pauses WHERE bot = $1")
            .bind(bot.0)
            .fetch_all(c)
            .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(chat, until)| Some((chat, DateTime::from_timestamp_millis(until)?)))
        .collect())
}

/// The bots that Telegram has told to leave everybody alone just now.
pub async fn of_everybody(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<BotId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT bot FROM pauses WHERE chat_id = $1 AND until > $2")
            .bind(EVERYBODY)
            .bind(now.timestamp_millis())
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(|(bot,)| BotId(bot)).collect())
}
