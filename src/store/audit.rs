//! Who tried what (S25): append-only.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::ids::{CadreId, TelegramId};

/// One attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt<'a> {
    /// The account; `None`: the command line.
    pub account: Option<TelegramId>,
    /// The person, if linked.
    pub cadre: Option<CadreId>,
    /// What was tried.
    pub action: &'a str,
    /// On what.
    pub object: &'a str,
    /// Whether it was allowed.
    pub allowed: bool,
}

/// Puts an attempt on record.
pub async fn record(tx: &mut Tx, attempt: &Attempt<'_>, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO audit (at, telegram_id, cadre_id, action, object, allowed)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(now.timestamp_millis())
        .bind(attempt.account.map(|id| id.0))
        .bind(attempt.cadre.map(|id| id.0))
        .bind(attempt.action)
        .bind(attempt.object)
        .bind(i64::from(attempt.allowed))
        .execute(c)
        .await
        .map(|_| ()))
}

/// One row as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AuditRow {
    /// Row identity.
    pub id: i64,
    /// UTC milliseconds.
    pub at: i64,
    /// The account.
    pub telegram_id: Option<i64>,
    /// The person's key.
    pub key: Option<String>,
    /// What was tried.
    pub action: String,
    /// On what.
    pub object: String,
    /// 1 if it was allowed.
    pub allowed: i64,
}

/// Everything on record, in order.
pub async fn all(tx: &mut Tx) -> Result<Vec<AuditRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT a.id, a.at, a.telegram_id, c.key, a.action, a.object, a.allowed
             FROM audit a LEFT JOIN cadres c ON c.id = a.cadre_id ORDER BY a.id",
        )
        .fetch_all(c)
        .await)
}
