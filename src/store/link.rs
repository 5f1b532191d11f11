//! Which Telegram account is whose.

use chrono::{DateTime, Utc};
use std::collections::HashSet;

use super::{Result, Tx, on};
use crate::domain::ids::{CadreId, TelegramId};
use crate::domain::language::Language;

/// A live link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Whose.
    pub cadre: CadreId,
    /// The account, which is also its private chat.
    pub account: TelegramId,
    /// What it reads.
    pub language: Language,
    /// Can it be written to?
    pub reachable: bool,
}

type Row = (i64, i64, String, String);

fn link((cadre, account, language, state): Row) -> Link {
    Link {
        cadre: CadreId(cadre),
        account: TelegramId(account),
        language: Language::from_tag(&language).unwrap_or(Language::ZhCn),
        reachable: state == "linked",
    }
}

/// The live link of an account.
pub async fn of_account(tx: &mut Tx, account: TelegramId) -> Result<Option<Link>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT cadre_id, telegram_id, language, state FROM links
             WHERE telegram_id = $1 AND state <> 'ended'",
        )
        .bind(account.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(link))
}

/// The live link of a person.
pub async fn of_cadre(tx: &mut Tx, cadre: CadreId) -> Result<Option<Link>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT cadre_id, telegram_id, language, state FROM links
             WHERE cadre_id = $1 AND state <> 'ended'",
        )
        .bind(cadre.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(link))
}

/// Binds an account to a person.
pub async fn bind(
    tx: &mut Tx,
    cadre: CadreId,
    account: TelegramId,
    language: Language,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at)
             VALUES ($1, $2, $3, 'linked', $4, $4)",
        )
        .bind(cadre.0)
        .bind(account.0)
        .bind(language.tag())
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))
}

/// Sets what an account reads.
pub async fn speak(tx: &mut Tx, account: TelegramId, language: Language) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE links SET language = $2 WHERE telegram_id = $1 AND state <> 'ended'")
            .bind(account.0)
            .bind(language.tag())
            .execute(c)
            .await
            .map(|_| ()))
}

/// Remembers that an account refuses messages, or takes them again.
pub async fn set_reachable(
    tx: &mut Tx,
    account: TelegramId,
    reachable: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE links SET state = $2, changed_at = $3
             WHERE telegram_id = $1 AND state <> 'ended' AND state <> $2",
        )
        .bind(account.0)
        .bind(if reachable { "linked" } else { "blocked" })
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))
}

/// Everybody who has a live link.
pub async fn linked_cadres(tx: &mut Tx) -> Result<HashSet<CadreId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT cadre_id FROM links WHERE state <> 'ended'").fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| CadreId(id)).collect())
}
