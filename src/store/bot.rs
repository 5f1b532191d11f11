//! The office's bots: their numbers, which never change, and their names at Telegram.

use super::{Result, Tx, on};
use crate::domain::ids::BotId;

/// Looks for a number; more than a few processes never take one at the same instant.
const TRIES: usize = 20;

/// A bot as the database knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBot {
    /// Its number.
    pub bot: BotId,
    /// As the campaign file names it.
    pub id: String,
    /// As Telegram names it, if it was ever asked.
    pub username: Option<String>,
}

/// Every bot that ever served, by number.
pub async fn all(tx: &mut Tx) -> Result<Vec<KnownBot>> {
    let rows: Vec<(i64, String, Option<String>)> = on!(tx, c =>
        sqlx::query_as("SELECT number, id, username FROM bots ORDER BY number").fetch_all(c).await)?;
    let known = |(number, id, username)| KnownBot {
        bot: BotId(number),
        id,
        username,
    };
    Ok(rows.into_iter().map(known).collect())
}

/// The number of the bot of that id, given now if it has none. Two processes that start at once agree.
pub async fn number(tx: &mut Tx, id: &str) -> Result<BotId> {
    for _ in 0..TRIES {
        let known: Option<(i64,)> = on!(tx, c =>
            sqlx::query_as("SELECT number FROM bots WHERE id = $1")
                .bind(id)
                .fetch_optional(c)
                .await)?;
        if let Some((number,)) = known {
            return Ok(BotId(number));
        }
        // Another process may just be taking the same number for another bot.
        on!(tx, c =>
            sqlx::query(
                "INSERT INTO bots (number, id) SELECT MAX(number) + 1, $1 FROM bots WHERE number >= 0
                 ON CONFLICT DO NOTHING",
            )
            .bind(id)
            .execute(c)
            .await
            .map(drop))?;
    }
    Err(sqlx::Error::RowNotFound)
}

/// Remembers its name at Telegram.
pub async fn set_username(tx: &mut Tx, bot: BotId, username: &str) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE bots SET username = $2 WHERE number = $1")
            .bind(bot.0)
            .bind(username)
            .execute(c)
            .await
            .map(drop))
}
