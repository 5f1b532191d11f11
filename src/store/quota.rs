//! Targets set locally: rows that are never changed; of those for the same people the latest stands.

mod listing;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::ids::{CadreId, UnitId, UpdateId};
use crate::domain::quota::{Quota, Quotas, Whom, unit_and_above};

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

/// Number, by which it was set before others, duty, unit's path, person's key, rank, amount.
type Row = (
    i64,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<i64>,
);

fn quota((id, duty, unit, person, rank, amount): Row) -> Option<(i64, Quota)> {
    let quota = Quota {
        duty,
        of: match (unit, person) {
            (_, Some(key)) => Whom::Person(key),
            (Some(path), None) => Whom::Unit(path),
            (None, None) => return None,
        },
        rank,
        amount: amount.map(Amount),
    };
    Some((id, quota))
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT q.id, q.duty, u.path, c.key, q.rank, q.amount FROM quotas q \
             LEFT JOIN units u ON u.id = q.unit_id LEFT JOIN cadres c ON c.id = q.cadre_id ",
            $rest
        )
    };
}

/// Every local target that stands.
pub async fn all(tx: &mut Tx) -> Result<Quotas> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("ORDER BY q.id")).fetch_all(c).await)?;
    let quotas = rows.into_iter().filter_map(quota);
    Ok(Quotas::of(quotas.map(|(_, quota)| quota)))
}

/// Every target that was ever set of a duty, the oldest first.
pub async fn of_duty(tx: &mut Tx, duty: &str) -> Result<Vec<Quota>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE q.duty = $1 ORDER BY q.id"))
            .bind(duty)
            .fetch_all(c)
            .await)?;
    let quotas = rows.into_iter().filter_map(quota);
    Ok(quotas.map(|(_, quota)| quota).collect())
}

/// Those that concern any of these people: for a round of messages, which asks for a few at a time.
pub async fn of_cadres(tx: &mut Tx, cadres: &[&Cadre]) -> Result<Quotas> {
    let mut found: BTreeMap<i64, Quota> = BTreeMap::new();
    let people: BTreeSet<i64> = cadres.iter().map(|cadre| cadre.id.0).collect();
    let people: Vec<i64> = people.into_iter().collect();
    for chunk in bulk::batches(&people) {
        let sql = format!(select!("WHERE q.cadre_id IN {}"), bulk::list(chunk.len()));
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id);
            }
            query.fetch_all(c).await
        })?;
        found.extend(rows.into_iter().filter_map(quota));
    }
    let units: BTreeSet<&str> = cadres
        .iter()
        .flat_map(|cadre| unit_and_above(&cadre.unit_path))
        .collect();
    let units: Vec<&str> = units.into_iter().collect();
    for chunk in bulk::batches(&units) {
        let sql = format!(select!("WHERE u.path IN {}"), bulk::list(chunk.len()));
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for path in &chunk {
                query = query.bind((*path).to_owned());
            }
            query.fetch_all(c).await
        })?;
        found.extend(rows.into_iter().filter_map(quota));
    }
    // The latest stands: what was set first comes first.
    Ok(Quotas::of(found.into_values()))
}

/// Those that concern one person.
pub async fn of_cadre(tx: &mut Tx, cadre: &Cadre) -> Result<Quotas> {
    of_cadres(tx, &[cadre]).await
}
