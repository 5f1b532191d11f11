//! What stands behind entries: names of files, never their bytes.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::evidence::{Kind, Material};
use crate::domain::ids::{BotId, CadreId, EntryId, ItemId, UpdateId};

/// One piece as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// The bot that Telegram's name of the file is for.
    pub bot: BotId,
    /// Telegram's name of the file; empty for words alone.
    pub file: String,
    /// Telegram's name of the same file for all bots.
    pub unique: String,
    /// Caption, file name or forwarded words.
    pub words: String,
}

/// Attaches a piece that came in an update to an entry.
pub async fn insert(
    tx: &mut Tx,
    entry: EntryId,
    material: &Material,
    by: CadreId,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    keep(tx, (Some(entry), None), material, by, update, now).await
}

/// Attaches a piece that came in an update to an item.
pub async fn insert_of_item(
    tx: &mut Tx,
    item: ItemId,
    material: &Material,
    by: CadreId,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    keep(tx, (None, Some(item)), material, by, update, now).await
}

async fn keep(
    tx: &mut Tx,
    (entry, item): (Option<EntryId>, Option<ItemId>),
    material: &Material,
    by: CadreId,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO evidence (entry_id, item_id, kind, bot, file_id, file_unique_id, words,
             by_cadre, at, update_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(entry.map(|id| id.0))
        .bind(item.map(|id| id.0))
        .bind(material.kind.name())
        .bind(update.bot().0)
        .bind(&material.file)
        .bind(&material.unique)
        .bind(material.words())
        .bind(by.0)
        .bind(now.timestamp_millis())
        .bind(update.0)
        .execute(c)
        .await
        .map(|_| ()))
}

/// What stands behind one entry stands behind another too, which was recorded in its place.
pub async fn carry(tx: &mut Tx, from: EntryId, to: EntryId) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO evidence (entry_id, kind, bot, file_id, file_unique_id, words, by_cadre, at,
             update_id)
             SELECT $2, kind, bot, file_id, file_unique_id, words, by_cadre, at, update_id
             FROM evidence WHERE entry_id = $1 ORDER BY id",
        )
        .bind(from.0)
        .bind(to.0)
        .execute(c)
        .await
        .map(|_| ()))
}

type Row = (String, i64, String, String, String);

/// What stands behind an entry, in the order in which it came.
pub async fn of_entry(tx: &mut Tx, entry: EntryId) -> Result<Vec<Piece>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT kind, bot, file_id, file_unique_id, words FROM evidence
             WHERE entry_id = $1 ORDER BY id",
        )
        .bind(entry.0)
        .fetch_all(c)
        .await)?;
    Ok(pieces(rows))
}

/// What stands behind an item, in the order in which it came.
pub async fn of_item(tx: &mut Tx, item: ItemId) -> Result<Vec<Piece>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT kind, bot, file_id, file_unique_id, words FROM evidence
             WHERE item_id = $1 ORDER BY id",
        )
        .bind(item.0)
        .fetch_all(c)
        .await)?;
    Ok(pieces(rows))
}

fn pieces(rows: Vec<Row>) -> Vec<Piece> {
    rows.into_iter()
        .filter_map(|(kind, bot, file, unique, words)| {
            Some(Piece {
                kind: Kind::from_name(&kind)?,
                bot: BotId(bot),
                file,
                unique,
                words,
            })
        })
        .collect()
}

/// How much stands behind an item.
pub async fn count_of_item(tx: &mut Tx, item: ItemId) -> Result<usize> {
    let (count,): (i64,) = on!(tx, c =>
        sqlx::query_as("SELECT COUNT(*) FROM evidence WHERE item_id = $1")
            .bind(item.0)
            .fetch_one(c)
            .await)?;
    Ok(usize::try_from(count).unwrap_or(0))
}
