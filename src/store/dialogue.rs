//! What the bot asked an account last and waits to hear.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, on};
use crate::domain::dialogue::Dialogue;
use crate::domain::ids::TelegramId;

/// What the account was asked, unless that is longer ago than a question lives, or was asked by a version
/// that this one does not understand.
pub async fn of_account(
    tx: &mut Tx,
    account: TelegramId,
    life: TimeDelta,
    now: DateTime<Utc>,
) -> Result<Option<Dialogue>> {
    let row: Option<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT dialogue FROM dialogues WHERE account = $1 AND at > $2")
            .bind(account.0)
            .bind((now - life).timestamp_millis())
            .fetch_optional(c)
            .await)?;
    Ok(row.and_then(|(dialogue,)| serde_json::from_str(&dialogue).ok()))
}

/// The account was asked this; `None`: nothing any more.
pub async fn set(
    tx: &mut Tx,
    account: TelegramId,
    dialogue: Option<&Dialogue>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(dialogue) = dialogue else {
        return on!(tx, c =>
            sqlx::query("DELETE FROM dialogues WHERE account = $1")
                .bind(account.0)
                .execute(c)
                .await
                .map(|_| ()));
    };
    let dialogue =
        serde_json::to_string(dialogue).map_err(|error| sqlx::Error::Encode(error.into()))?;
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO dialogues (account, dialogue, at) VALUES ($1, $2, $3)
             ON CONFLICT (account) DO UPDATE SET dialogue = excluded.dialogue, at = excluded.at",
        )
        .bind(account.0)
        .bind(dialogue)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))
}
