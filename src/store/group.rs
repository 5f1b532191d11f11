//! The groups in which units' people talk, and what was published there.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::group::Publication;
use crate::domain::ids::{BotId, CadreId, ItemId, UnitId};

/// A group that is a unit's now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The chat.
    pub chat: i64,
    /// The bot in it.
    pub bot: BotId,
    /// Whose.
    pub unit: UnitId,
    /// Path of the unit.
    pub path: String,
    /// What Telegram calls it; may be empty.
    pub title: String,
    /// UTC milliseconds of the last list.
    pub listed_at: Option<i64>,
}

type Row = (i64, i64, i64, String, String, Option<i64>);

fn group((chat, bot, unit, path, title, listed_at): Row) -> Group {
    Group {
        chat,
        bot: BotId(bot),
        unit: UnitId(unit),
        path,
        title,
        listed_at,
    }
}

/// The group of that chat, if it is bound.
pub async fn of_chat(tx: &mut Tx, chat: i64) -> Result<Option<Group>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT g.chat_id, g.bot, g.unit_id, u.path, g.title, g.listed_at
             FROM unit_groups g JOIN units u ON u.id = g.unit_id
             WHERE g.chat_id = $1 AND g.ended_at IS NULL",
        )
        .bind(chat)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(group))
}

/// The unit's group: of several the one that was bound last.
pub async fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Option<Group>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT g.chat_id, g.bot, g.unit_id, u.path, g.title, g.listed_at
             FROM unit_groups g JOIN units u ON u.id = g.unit_id
             WHERE g.unit_id = $1 AND g.ended_at IS NULL ORDER BY g.id DESC LIMIT 1",
        )
        .bind(unit.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(group))
}

/// The group is that unit's from now on; whose it was before, it is no more.
pub async fn bind(
    tx: &mut Tx,
    (chat, bot): (i64, BotId),
    unit: UnitId,
    title: &str,
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE unit_groups SET ended_at = $2 WHERE chat_id = $1 AND ended_at IS NULL")
            .bind(chat)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(drop))?;
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO unit_groups (chat_id, bot, unit_id, title, bound_by, bound_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (chat_id) WHERE ended_at IS NULL DO NOTHING",
        )
        .bind(chat)
        .bind(bot.0)
        .bind(unit.0)
        .bind(title)
        .bind(by.0)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(drop))
}

/// The bot is in the group no more. Returns whether it was bound.
pub async fn end(tx: &mut Tx, chat: i64, bot: BotId, now: DateTime<Utc>) -> Result<bool> {
    let ended = on!(tx, c =>
        sqlx::query(
            "UPDATE unit_groups SET ended_at = $3
             WHERE chat_id = $1 AND bot = $2 AND ended_at IS NULL",
        )
        .bind(chat)
        .bind(bot.0)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

/// The group was shown its list.
pub async fn listed(tx: &mut Tx, chat: i64, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE unit_groups SET listed_at = $2 WHERE chat_id = $1 AND ended_at IS NULL")
            .bind(chat)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(drop))
}

/// The group goes on under another id: whose it is, what was published there and its polls go with it. If the
/// new one was bound already, that stands.
pub async fn move_chat(tx: &mut Tx, from: i64, to: i64, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE unit_groups SET ended_at = $3 WHERE chat_id = $1 AND ended_at IS NULL
                 AND EXISTS (SELECT 1 FROM unit_groups h WHERE h.chat_id = $2 AND h.ended_at IS NULL)",
        )
        .bind(from)
        .bind(to)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(drop))?;
    on!(tx, c =>
        sqlx::query("UPDATE unit_groups SET chat_id = $2 WHERE chat_id = $1 AND ended_at IS NULL")
            .bind(from)
            .bind(to)
            .execute(c)
            .await
            .map(drop))?;
    on!(tx, c =>
        sqlx::query(
            "UPDATE publications SET chat_id = $2 WHERE chat_id = $1 AND item_id NOT IN
                 (SELECT h.item_id FROM publications h WHERE h.chat_id = $2)",
        )
        .bind(from)
        .bind(to)
        .execute(c)
        .await
        .map(drop))?;
    on!(tx, c =>
        sqlx::query("UPDATE item_polls SET chat_id = $2 WHERE chat_id = $1 AND closed_at IS NULL")
            .bind(from)
            .bind(to)
            .execute(c)
            .await
            .map(drop))
}

/// Notes that an item is published in a group; false if it was before.
pub async fn publish(tx: &mut Tx, publication: &Publication, now: DateTime<Utc>) -> Result<bool> {
    let new = on!(tx, c =>
        sqlx::query(
            "INSERT INTO publications (item_id, chat_id, published_at, published_by)
             VALUES ($1, $2, $3, $4) ON CONFLICT (item_id, chat_id) DO NOTHING",
        )
        .bind(publication.item.0)
        .bind(publication.chat)
        .bind(now.timestamp_millis())
        .bind(publication.by.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(new > 0)
}

/// Since when, in UTC milliseconds, a group has read of an item.
pub async fn published(tx: &mut Tx, item: ItemId, chat: i64) -> Result<Option<i64>> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT published_at FROM publications WHERE item_id = $1 AND chat_id = $2")
            .bind(item.0)
            .bind(chat)
            .fetch_optional(c)
            .await)?;
    Ok(row.map(|(at,)| at))
}

/// Whether any group has read of an item.
pub async fn is_published(tx: &mut Tx, item: ItemId) -> Result<bool> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT id FROM publications WHERE item_id = $1 LIMIT 1")
            .bind(item.0)
            .fetch_optional(c)
            .await)?;
    Ok(row.is_some())
}

/// Those of a person's items that some group has read of.
pub async fn published_of(tx: &mut Tx, cadre: CadreId) -> Result<Vec<ItemId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT DISTINCT p.item_id FROM publications p JOIN items i ON i.id = p.item_id
             WHERE i.responsible_id = $1",
        )
        .bind(cadre.0)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| ItemId(id)).collect())
}
