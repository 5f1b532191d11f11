//! What delivery asks before it sends a part of a broadcast, in sets.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::{known, unreadable};
use crate::domain::broadcast::{Body, Photo, State};
use crate::domain::ids::{BotId, BroadcastId, CadreId, TelegramId};
use crate::domain::language::Language;
use crate::store::{Result, Tx, bulk, on};

/// A broadcast's words, which never change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it says.
    pub body: Body,
    /// Whether there is a picture above it.
    pub has_photo: bool,
}

/// Somebody it was written down for, as he is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Still on the roster?
    pub active: bool,
    /// His live link: the account, whether it can be written to, what it reads.
    pub link: Option<(TelegramId, bool, Language)>,
}

/// The states of these broadcasts.
pub async fn states(tx: &mut Tx, ids: &[BroadcastId]) -> Result<HashMap<BroadcastId, State>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT id, state FROM broadcasts WHERE id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, String)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        for (id, state) in rows {
            all.insert(BroadcastId(id), known(&state)?);
        }
    }
    Ok(all)
}

/// What these broadcasts say.
pub async fn bodies(tx: &mut Tx, ids: &[BroadcastId]) -> Result<HashMap<BroadcastId, Kept>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT id, body, photo_name FROM broadcasts WHERE id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, String, Option<String>)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        for (id, body, photo) in rows {
            let kept = Kept {
                body: serde_json::from_str(&body).map_err(unreadable)?,
                has_photo: photo.is_some(),
            };
            all.insert(BroadcastId(id), kept);
        }
    }
    Ok(all)
}

/// The picture of one.
pub async fn photo(tx: &mut Tx, id: BroadcastId) -> Result<Option<Photo>> {
    let row: Option<(Option<String>, Option<Vec<u8>>)> = on!(tx, c =>
        sqlx::query_as("SELECT photo_name, photo FROM broadcasts WHERE id = $1")
            .bind(id.0)
            .fetch_optional(c)
            .await)?;
    Ok(row.and_then(|(name, bytes)| {
        Some(Photo {
            name: name?,
            bytes: bytes?,
        })
    }))
}

/// What Telegram calls the picture for that bot, once it was uploaded.
pub async fn file(tx: &mut Tx, id: BroadcastId, bot: BotId) -> Result<Option<String>> {
    let row: Option<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT file_id FROM broadcast_files WHERE broadcast_id = $1 AND bot = $2")
            .bind(id.0)
            .bind(bot.0)
            .fetch_optional(c)
            .await)?;
    Ok(row.map(|(file,)| file))
}

/// Remembers that name.
pub async fn keep_file(tx: &mut Tx, id: BroadcastId, bot: BotId, file: &str) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO broadcast_files (broadcast_id, bot, file_id) VALUES ($1, $2, $3)
             ON CONFLICT (broadcast_id, bot) DO UPDATE SET file_id = excluded.file_id",
        )
        .bind(id.0)
        .bind(bot.0)
        .bind(file)
        .execute(c)
        .await
        .map(drop))
}

/// Forgets a name that Telegram knows no more, if there is no newer one.
pub async fn forget_file(tx: &mut Tx, id: BroadcastId, bot: BotId, file: &str) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "DELETE FROM broadcast_files WHERE broadcast_id = $1 AND bot = $2 AND file_id = $3",
        )
        .bind(id.0)
        .bind(bot.0)
        .bind(file)
        .execute(c)
        .await
        .map(drop))
}

/// These people as they are now.
pub async fn readers(tx: &mut Tx, ids: &[CadreId]) -> Result<HashMap<CadreId, Reader>> {
    type Row = (i64, i64, Option<i64>, Option<String>, Option<String>);
    let mut all = HashMap::with_capacity(ids.len());
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT c.id, c.active, l.telegram_id, l.state, l.language FROM cadres c
             LEFT JOIN links l ON l.cadre_id = c.id AND l.state <> 'ended' WHERE c.id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(
            rows.into_iter()
                .map(|(id, active, account, state, language)| {
                    let language = language.as_deref().and_then(Language::from_tag);
                    let reader = Reader {
                        active: active != 0,
                        link: account.map(|account| {
                            (
                                TelegramId(account),
                                state.as_deref() == Some("linked"),
                                language.unwrap_or(Language::ZhCn),
                            )
                        }),
                    };
                    (CadreId(id), reader)
                }),
        );
    }
    Ok(all)
}
