//! Updates as Telegram sent them: written down before they are acknowledged, done with what they led to.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;
use std::collections::HashSet;

use super::{Result, Store, Tx, bulk, on};
use crate::domain::ids::{BotId, UpdateId};
use crate::telegram::RawUpdate;

/// A database fault, for those outside who must tell it from others.
pub type DatabaseFault = sqlx::Error;

/// Attempts after which an update is given up.
pub const ATTEMPTS: i64 = 3;

/// Rows one statement writes.
const CHUNK: usize = 100;

/// An update that waits to be handled.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// Which ([`UpdateId`]).
    pub update_id: i64,
    /// As it came.
    pub raw: String,
    /// How often handling it has failed.
    pub attempts: i64,
}

/// How long a handled update is remembered, in milliseconds: Telegram gives an update again for a day, and
/// after a week of silence its numbers start anew anywhere (Bot API, Update), so that an old number is news.
pub const REMEMBERED: i64 = 7 * 24 * 3_600 * 1_000;

/// Writes a bot's updates down; those known already are left alone. Returns Telegram's numbers of the new
/// ones.
pub async fn insert(
    tx: &mut Tx,
    bot: BotId,
    updates: &[RawUpdate],
    now: DateTime<Utc>,
) -> Result<Vec<i64>> {
    // PostgreSQL does not let one statement meet the same row twice.
    let mut numbers = HashSet::with_capacity(updates.len());
    let updates: Vec<&RawUpdate> = updates
        .iter()
        .filter(|update| numbers.insert(update.id))
        .collect();
    let mut new = Vec::with_capacity(updates.len());
    for chunk in updates.chunks(CHUNK) {
        let sql = format!(
            "INSERT INTO inbox (update_id, chat_id, raw, received_at) VALUES {}
             ON CONFLICT (update_id) DO UPDATE SET chat_id = excluded.chat_id, raw = excluded.raw,
                 received_at = excluded.received_at, attempts = 0, done_at = NULL, fault = NULL
             WHERE inbox.done_at <= excluded.received_at - {REMEMBERED} RETURNING update_id",
            bulk::values(chunk.len(), 4)
        );
        let rows: Vec<(i64,)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for update in chunk {
                query = query
                    .bind(UpdateId::of(bot, update.id).0)
                    .bind(update.chat())
                    .bind(&update.raw)
                    .bind(now.timestamp_millis());
            }
            query.fetch_all(c).await
        })?;
        let known: HashSet<i64> = rows.into_iter().map(|(id,)| id).collect();
        let fresh = |update: &&&RawUpdate| known.contains(&UpdateId::of(bot, update.id).0);
        new.extend(chunk.iter().filter(fresh).map(|update| update.id));
    }
    Ok(new)
}

/// The oldest updates that wait, in Telegram's order. On PostgreSQL other processes pass them over until this
/// transaction ends, and of each chat only the first that waits is taken, so that a chat's updates keep their
/// order however many processes handle them; SQLite has one writer anyway.
pub async fn claim(tx: &mut Tx, limit: u32) -> Result<Vec<Waiting>> {
    const ALIKE: &str = "SELECT update_id, raw, attempts FROM inbox
         WHERE done_at IS NULL ORDER BY update_id LIMIT $1";
    const SHARED: &str = "SELECT i.update_id, i.raw, i.attempts FROM inbox i
         WHERE i.done_at IS NULL AND (i.chat_id IS NULL OR NOT EXISTS (
             SELECT 1 FROM inbox e WHERE e.chat_id = i.chat_id AND e.done_at IS NULL
                 AND e.update_id < i.update_id))
         ORDER BY i.update_id LIMIT $1 FOR UPDATE OF i SKIP LOCKED";
    let limit = i64::from(limit);
    match tx {
        Tx::Sqlite(tx) => sqlx::query_as(ALIKE).bind(limit).fetch_all(&mut **tx).await,
        Tx::Postgres(tx) => {
            sqlx::query_as(SHARED)
                .bind(limit)
                .fetch_all(&mut **tx)
                .await
        }
    }
}

/// Whether any update waits; cheap, and takes no lock.
pub async fn any_waiting(tx: &mut Tx) -> Result<bool> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT update_id FROM inbox WHERE done_at IS NULL LIMIT 1")
            .fetch_optional(c)
            .await)?;
    Ok(row.is_some())
}

/// Marks updates handled.
pub async fn done(tx: &mut Tx, updates: &[i64], now: DateTime<Utc>) -> Result<()> {
    for chunk in updates.chunks(CHUNK) {
        let sql = format!(
            "UPDATE inbox SET done_at = ${} WHERE update_id IN {}",
            chunk.len() + 1,
            bulk::list(chunk.len())
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for id in chunk {
                query = query.bind(id);
            }
            query.bind(now.timestamp_millis()).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Forgets up to `limit` updates that were handled so long ago that none of them can come again. Looks in a
/// transaction that holds nobody up, then writes briefly. Returns how many.
pub async fn forget(store: &Store, now: DateTime<Utc>, limit: u32) -> Result<u64> {
    let before = now.timestamp_millis().saturating_sub(REMEMBERED);
    let mut tx = store.read().await?;
    let old: Vec<(i64,)> = on!(&mut tx, c =>
        sqlx::query_as("SELECT update_id FROM inbox WHERE done_at <= $1 LIMIT $2")
            .bind(before)
            .bind(i64::from(limit))
            .fetch_all(c)
            .await)?;
    tx.commit().await?;
    if old.is_empty() {
        return Ok(0);
    }
    let sql = format!(
        "DELETE FROM inbox WHERE done_at <= ${} AND update_id IN {}",
        old.len() + 1,
        bulk::list(old.len())
    );
    let mut tx = store.begin().await?;
    let forgotten = on!(&mut tx, c => {
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (id,) in &old {
            query = query.bind(id);
        }
        query.bind(before).execute(c).await.map(|done| done.rows_affected())
    })?;
    tx.commit().await?;
    Ok(forgotten)
}

/// Counts a failed attempt. After the last one the update is given up: done, its fault kept.
/// Returns whether it was given up.
pub async fn failed(tx: &mut Tx, update: i64, fault: &str, now: DateTime<Utc>) -> Result<bool> {
    let row: Option<(Option<i64>,)> = on!(tx, c =>
        sqlx::query_as(
            "UPDATE inbox SET attempts = attempts + 1, fault = $2,
                 done_at = CASE WHEN attempts + 1 >= $3 THEN $4 END
             WHERE update_id = $1 AND done_at IS NULL RETURNING done_at",
        )
        .bind(update)
        .bind(fault)
        .bind(ATTEMPTS)
        .bind(now.timestamp_millis())
        .fetch_optional(c)
        .await)?;
    Ok(row.is_some_and(|(done_at,)| done_at.is_some()))
}

/// How the inbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// Updates that wait.
    pub waiting: i64,
    /// When the first of them came, UTC milliseconds.
    pub oldest: Option<i64>,
}

/// Counts what waits.
pub async fn standing(tx: &mut Tx) -> Result<Standing> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT COUNT(*) AS waiting, MIN(received_at) AS oldest FROM inbox WHERE done_at IS NULL",
        )
        .fetch_one(c)
        .await)
}

/// Whether the same update would meet the same error again, as far as can be told; any other error is the
/// database's, and would meet every update.
pub fn is_updates_own(error: &DatabaseFault) -> bool {
    match error {
        sqlx::Error::Database(database) => is_own_code(&database.code().unwrap_or_default()),
        sqlx::Error::RowNotFound
        | sqlx::Error::TypeNotFound { .. }
        | sqlx::Error::ColumnIndexOutOfBounds { .. }
        | sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::Encode(_)
        | sqlx::Error::Decode(_) => true,
        _ => false,
    }
}

/// PostgreSQL's five signs: 22 data exception, 23 constraint, 42 wrong statement. SQLite's number: 1 wrong
/// statement, 19 constraint, 20 mismatch in the low byte.
fn is_own_code(code: &str) -> bool {
    if code.len() == 5 {
        return ["22", "23", "42"]
            .iter()
            .any(|class| code.starts_with(class));
    }
    matches!(code.parse::<u32>().map(|code| code % 256), Ok(1 | 19 | 20))
}

#[cfg(test)]
mod tests {
    use super::is_own_code;

    #[test]
    fn only_what_would_fail_again_is_the_updates_own() {
        for (code, own) in [
            ("23505", true),
            ("22P02", true),
            ("42703", true),
            ("40001", false),
            ("57P01", false),
            ("53100", false),
            ("2067", true),
            ("787", true),
            ("1", true),
            ("5", false),
            ("13", false),
            ("", false),
        ] {
            assert_eq!(is_own_code(code), own, "{code}");
        }
    }
}
