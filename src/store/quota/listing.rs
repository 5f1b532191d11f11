//! Local targets as they are shown: who set what for whom, and when.

use std::collections::HashSet;

use super::{Result, Tx, on};
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::notice::Who;

/// A target with who set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// Row identity.
    pub id: i64,
    /// Duty id.
    pub duty: String,
    /// The unit it is for …
    pub unit: Option<UnitId>,
    /// … or the person.
    pub cadre: Option<CadreId>,
    /// Path of the unit it is for, or of the unit of the person it is for.
    pub path: String,
    /// The person it is for; `None`: the unit.
    pub person: Option<Who>,
    /// Only this rank.
    pub rank: Option<String>,
    /// How much; `None`: as the campaign says.
    pub amount: Option<Amount>,
    /// When, UTC milliseconds.
    pub at: i64,
    /// By whom; `None`: on the command line.
    pub by: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    duty: String,
    unit_id: Option<i64>,
    cadre_id: Option<i64>,
    path: String,
    name: Option<String>,
    post: Option<String>,
    rank: Option<String>,
    amount: Option<i64>,
    set_at: i64,
    set_by: Option<String>,
}

/// Everything that was ever set, the latest first.
pub async fn history(tx: &mut Tx) -> Result<Vec<Set>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT q.id, q.duty, q.unit_id, q.cadre_id, u.path, c.name, c.post, q.rank, q.amount, q.set_at,
                    b.name AS set_by
             FROM quotas q LEFT JOIN cadres c ON c.id = q.cadre_id
             JOIN units u ON u.id = COALESCE(c.unit_id, q.unit_id)
             LEFT JOIN cadres b ON b.id = q.set_by ORDER BY q.id DESC",
        )
        .fetch_all(c)
        .await)?;
    let set = |row: Row| Set {
        id: row.id,
        duty: row.duty,
        unit: row.unit_id.map(UnitId),
        cadre: row.cadre_id.map(CadreId),
        person: row.name.map(|name| Who {
            name,
            unit: row.path.clone(),
            post: row.post.unwrap_or_default(),
        }),
        path: row.path,
        rank: row.rank,
        amount: row.amount.map(Amount),
        at: row.set_at,
        by: row.set_by,
    };
    Ok(rows.into_iter().map(set).collect())
}

/// Of everything that was ever set what stands, the latest first.
pub async fn standing(tx: &mut Tx) -> Result<Vec<Set>> {
    let mut seen = HashSet::new();
    let mut sets = history(tx).await?;
    sets.retain(|set| {
        let latest = seen.insert((set.duty.clone(), set.unit, set.cadre, set.rank.clone()));
        latest && set.amount.is_some()
    });
    Ok(sets)
}
