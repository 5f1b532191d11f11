//! Invitation codes, and the wrong ones that were tried.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, TelegramId};

/// A code that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// The code.
    pub code: String,
    /// Whom it binds.
    pub cadre: CadreId,
    /// When its life ends, UTC milliseconds.
    pub expires_at: i64,
    /// Whether an account was bound with it.
    pub used: bool,
}

/// The invitation of a code.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Invite>> {
    let row: Option<(String, i64, i64, Option<i64>)> = on!(tx, c =>
        sqlx::query_as("SELECT code, cadre_id, expires_at, used_at FROM invites WHERE code = $1")
            .bind(code)
            .fetch_optional(c)
            .await)?;
    Ok(row.map(|(code, cadre, expires_at, used_at)| Invite {
        code,
        cadre: CadreId(cadre),
        expires_at,
        used: used_at.is_some(),
    }))
}

/// Codes that still work, one a person: the youngest.
pub async fn valid(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<(CadreId, String)>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT cadre_id, code FROM invites WHERE used_at IS NULL AND expires_at > $1
             ORDER BY created_at, code",
        )
        .bind(now.timestamp_millis())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(cadre, code)| (CadreId(cadre), code))
        .collect())
}

/// Adds codes.
pub async fn insert(
    tx: &mut Tx,
    invites: &[(CadreId, String)],
    now: DateTime<Utc>,
    expires: DateTime<Utc>,
) -> Result<()> {
    for chunk in invites.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO invites (code, cadre_id, created_at, expires_at) VALUES {}",
            bulk::values(chunk.len(), 4)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (cadre, code) in chunk {
                query = query
                    .bind(code)
                    .bind(cadre.0)
                    .bind(now.timestamp_millis())
                    .bind(expires.timestamp_millis());
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Uses a code up; false if somebody was faster.
pub async fn use_up(
    tx: &mut Tx,
    code: &str,
    account: TelegramId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let used = on!(tx, c =>
        sqlx::query("UPDATE invites SET used_at = $2, used_by = $3 WHERE code = $1 AND used_at IS NULL")
            .bind(code)
            .bind(now.timestamp_millis())
            .bind(account.0)
            .execute(c)
            .await
            .map(|done| done.rows_affected()))?;
    Ok(used == 1)
}

/// Remembers a wrong code.
pub async fn record_wrong(tx: &mut Tx, account: TelegramId, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query("INSERT INTO wrong_codes (telegram_id, at) VALUES ($1, $2)")
            .bind(account.0)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(|_| ()))
}

/// How many wrong codes the account sent since then, and when the last one came.
pub async fn wrong_since(
    tx: &mut Tx,
    account: TelegramId,
    since: DateTime<Utc>,
) -> Result<(i64, Option<i64>)> {
    on!(tx, c =>
        sqlx::query_as("SELECT COUNT(*), MAX(at) FROM wrong_codes WHERE telegram_id = $1 AND at > $2")
            .bind(account.0)
            .bind(since.timestamp_millis())
            .fetch_one(c)
            .await)
}
