//! Which Telegram account is whose.

use chrono::{DateTime, Utc};
use std::collections::HashSet;

use super::{Result, Tx, on};
use crate::domain::ids::{BotId, CadreId, TelegramId};
use crate::domain::language::Language;

/// A live link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Whose.
    pub cadre: CadreId,
    /// The account, which is also its private chat.
    pub account: TelegramId,
    /// The bot that he last opened and that serves him.
    pub bot: BotId,
    /// What it reads.
    pub language: Language,
    /// Can it be written to?
    pub reachable: bool,
}

type Row = (i64, i64, i64, String, String);

fn link((cadre, account, bot, language, state): Row) -> Link {
    Link {
        cadre: CadreId(cadre),
        account: TelegramId(account),
        bot: BotId(bot),
        language: Language::from_tag(&language).unwrap_or(Language::ZhCn),
        reachable: state == "linked",
    }
}

/// The live link of an account.
pub async fn of_account(tx: &mut Tx, account: TelegramId) -> Result<Option<Link>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT cadre_id, telegram_id, bot, language, state FROM links
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
            "SELECT cadre_id, telegram_id, bot, language, state FROM links
             WHERE cadre_id = $1 AND state <> 'ended'",
        )
        .bind(cadre.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(link))
}

/// Binds an account to a person, who has opened that bot.
pub async fn bind(
    tx: &mut Tx,
    cadre: CadreId,
    account: TelegramId,
    bot: BotId,
    language: Language,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at, bot)
             VALUES ($1, $2, $3, 'linked', $4, $4, $5)",
        )
        .bind(cadre.0)
        .bind(account.0)
        .bind(language.tag())
        .bind(now.timestamp_millis())
        .bind(bot.0)
        .execute(c)
        .await
        .map(|_| ()))
}

/// The person has opened another bot, which serves him from now on.
pub async fn open(tx: &mut Tx, account: TelegramId, bot: BotId, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE links SET bot = $2, state = 'linked', changed_at = $3
             WHERE telegram_id = $1 AND state <> 'ended'",
        )
        .bind(account.0)
        .bind(bot.0)
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

/// Remembers that an account refuses messages of the bot that serves it, or takes them again. What it does
/// with other bots changes nothing.
pub async fn set_reachable(
    tx: &mut Tx,
    account: TelegramId,
    bot: BotId,
    reachable: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE links SET state = $2, changed_at = $3
             WHERE telegram_id = $1 AND bot = $4 AND state <> 'ended' AND state <> $2",
        )
        .bind(account.0)
        .bind(if reachable { "linked" } else { "blocked" })
        .bind(now.timestamp_millis())
        .bind(bot.0)
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

/// Somebody whose bot may be another since he moved, or since the campaign was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mover {
    /// Who.
    pub cadre: CadreId,
    /// His account.
    pub account: TelegramId,
    /// The bot that he last opened.
    pub bot: BotId,
    /// What he reads.
    pub language: Language,
    /// His unit.
    pub unit_path: String,
    /// When his link last changed, UTC milliseconds: it differs after each move that he followed.
    pub changed_at: i64,
}

/// The next people after an id who can be written to and whose roster row changed at or after `since` (UTC
/// milliseconds).
pub async fn changed_after(
    tx: &mut Tx,
    after: CadreId,
    since: i64,
    limit: i64,
) -> Result<Vec<Mover>> {
    let rows: Vec<(i64, i64, i64, String, String, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT c.id, l.telegram_id, l.bot, l.language, u.path, l.changed_at
             FROM cadres c JOIN units u ON u.id = c.unit_id
             JOIN links l ON l.cadre_id = c.id AND l.state = 'linked'
             WHERE c.active = 1 AND c.updated_at >= $2 AND c.id > $1 ORDER BY c.id LIMIT $3",
        )
        .bind(after.0)
        .bind(since)
        .bind(limit)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(
            |(cadre, account, bot, language, unit_path, changed_at)| Mover {
                cadre: CadreId(cadre),
                account: TelegramId(account),
                bot: BotId(bot),
                language: Language::from_tag(&language).unwrap_or(Language::ZhCn),
                unit_path,
                changed_at,
            },
        )
        .collect())
}
