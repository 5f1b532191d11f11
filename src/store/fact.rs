//! Single facts the service remembers between runs.

use super::{Result, Tx, on};
use crate::domain::ids::BotId;
use crate::domain::reckoning::Reckoning;

/// Up to when the scheduler has looked at every slot, UTC milliseconds.
pub const SCHEDULED_UNTIL: &str = "scheduled_until";
/// How far moves have been looked at: which bots served which units then, and up to when.
pub const MOVES: &str = "moves";
/// Where every planned message stood at the auditor's last look, and what was amiss: JSON.
const RECKONING: &str = "reckoning";

/// The accounts whose chats with a bot have the office's menu, comma separated.
pub fn office_menus(bot: BotId) -> String {
    match bot {
        BotId::MAIN => "office_menus".to_owned(),
        bot => format!("office_menus_{bot}"),
    }
}

/// The fact of that name.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT value FROM facts WHERE name = $1").bind(name).fetch_optional(c).await)?;
    Ok(row.map(|(value,)| value))
}

/// Sets it.
pub async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO facts (name, value) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(c)
        .await
        .map(|_| ()))
}

/// What the auditor's last look left behind; `None`: it has not looked yet, or another version did whose words
/// this one does not know.
pub async fn reckoning(tx: &mut Tx) -> Result<Option<Reckoning>> {
    let known = get(tx, RECKONING).await?;
    Ok(known.and_then(|value| serde_json::from_str(&value).ok()))
}

/// Leaves it for the next one.
pub async fn set_reckoning(tx: &mut Tx, reckoning: &Reckoning) -> Result<()> {
    let value =
        serde_json::to_string(reckoning).map_err(|error| sqlx::Error::Encode(error.into()))?;
    set(tx, RECKONING, &value).await
}
