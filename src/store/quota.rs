//! Targets set locally: rows that are never changed; of those for the same people the latest stands.

mod listing;

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::ids::{CadreId, UnitId, UpdateId};
use crate::domain::quota::{Quota, Quotas, Whom};

pub use listing::{Set, history, standing};

/// A target to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuota {
    /// Duty id.
    pub duty: String,
    /// For this unit and what is below it …
    pub unit: Option<UnitId>,
    /// … or for this person.
    pub cadre: Option<CadreId>,
    /// Only this rank.
    pub rank: Option<String>,
    /// How much, in the duty's measure; `None`: as the campaign says.
    pub amount: Option<Amount>,
    /// By whom; `None`: on the command line.
    pub by: Option<CadreId>,
    /// The update that asked for it.
    pub update: Option<UpdateId>,
}

/// Sets a target.
pub async fn insert(tx: &mut Tx, quota: &NewQuota, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO quotas (duty, unit_id, cadre_id, rank, amount, set_at, set_by, update_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&quota.duty)
        .bind(quota.unit.map(|id| id.0))
        .bind(quota.cadre.map(|id| id.0))
        .bind(&quota.rank)
        .bind(quota.amount.map(|amount| amount.0))
        .bind(now.timestamp_millis())
        .bind(quota.by.map(|id| id.0))
        .bind(quota.update.map(|id| id.0))
        .execute(c)
        .await
        .map(|_| ()))
}

/// Duty, unit's path, person's key, rank, amount.
type Row = (
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<i64>,
);

fn quota((duty, unit, person, rank, amount): Row) -> Option<Quota> {
    Some(Quota {
        duty,
        of: match (unit, person) {
            (_, Some(key)) => Whom::Person(key),
            (Some(path), None) => Whom::Unit(path),
            (None, None) => return None,
        },
        rank,
        amount: amount.map(Amount),
    })
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT q.duty, u.path, c.key, q.rank, q.amount FROM quotas q \
             LEFT JOIN units u ON u.id = q.unit_id LEFT JOIN cadres c ON c.id = q.cadre_id ",
            $rest
        )
    };
}

/// Every local target that stands.
pub async fn all(tx: &mut Tx) -> Result<Quotas> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("ORDER BY q.id")).fetch_all(c).await)?;
    Ok(Quotas::of(rows.into_iter().filter_map(quota)))
}

/// Every target that was ever set of a duty, the oldest first.
pub async fn of_duty(tx: &mut Tx, duty: &str) -> Result<Vec<Quota>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE q.duty = $1 ORDER BY q.id"))
            .bind(duty)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().filter_map(quota).collect())
}

/// Those that concern one person.
pub async fn of_cadre(tx: &mut Tx, cadre: &Cadre) -> Result<Quotas> {
    // Units above a unit are those whose path begins its own, up to a slash.
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE q.cadre_id = $1 OR u.path = $2 \
             OR substr($2, 1, length(u.path) + 1) = u.path || '/' ORDER BY q.id"
        ))
        .bind(cadre.id.0)
        .bind(&cadre.unit_path)
        .fetch_all(c)
        .await)?;
    Ok(Quotas::of(rows.into_iter().filter_map(quota)))
}
