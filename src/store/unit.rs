//! The unit tree.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::grant::Scope;
use crate::domain::ids::UnitId;
use crate::domain::unit::Unit;

/// A unit to add; its parent, if any, is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUnit {
    /// "汪清县/春阳镇"
    pub path: String,
    /// "春阳镇"
    pub name: String,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// 1 directly under the campaign's own body.
    pub depth: u32,
    /// Sector id.
    pub sector: Option<String>,
}

/// Every unit's id by its path.
pub async fn ids(tx: &mut Tx) -> Result<HashMap<String, UnitId>> {
    let rows: Vec<(String, i64)> =
        on!(tx, c => sqlx::query_as("SELECT path, id FROM units").fetch_all(c).await)?;
    Ok(rows
        .into_iter()
        .map(|(path, id)| (path, UnitId(id)))
        .collect())
}

/// The unit of that path.
pub async fn by_path(tx: &mut Tx, path: &str) -> Result<Option<UnitId>> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT id FROM units WHERE path = $1").bind(path).fetch_optional(c).await)?;
    Ok(row.map(|(id,)| UnitId(id)))
}

/// The path of the unit of that id.
pub async fn path_of(tx: &mut Tx, id: UnitId) -> Result<Option<String>> {
    let row: Option<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT path FROM units WHERE id = $1").bind(id.0).fetch_optional(c).await)?;
    Ok(row.map(|(path,)| path))
}

/// The units directly below one, or at the top of the tree, by path.
pub async fn below(tx: &mut Tx, parent: Option<UnitId>) -> Result<Vec<(UnitId, String)>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id, path FROM units WHERE COALESCE(parent_id, 0) = $1 ORDER BY path",
        )
        .bind(parent.map_or(0, |id| id.0))
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(id, path)| (UnitId(id), path))
        .collect())
}

/// Units whose own name holds the text and whom the scope covers, by path; at most 200.
pub async fn named(tx: &mut Tx, text: &str, scope: &Scope) -> Result<Vec<(UnitId, String)>> {
    let pattern = format!("%{}%", bulk::literal(text));
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id, path FROM units WHERE name LIKE $1 ESCAPE '\\' ORDER BY path LIMIT 2000",
        )
        .bind(pattern)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(id, path)| (UnitId(id), path))
        .filter(|(_, path)| scope.covers(path))
        .take(200)
        .collect())
}

type Row = (i64, String, i64, Option<String>);

fn unit((id, path, depth, sector): Row) -> Unit {
    Unit {
        id: UnitId(id),
        path,
        depth: u32::try_from(depth).unwrap_or(0),
        sector,
    }
}

/// Every unit, by path.
pub async fn all(tx: &mut Tx) -> Result<Vec<Unit>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as("SELECT id, path, depth, sector FROM units ORDER BY path").fetch_all(c).await)?;
    Ok(rows.into_iter().map(unit).collect())
}

/// The unit of that id.
pub async fn by_id(tx: &mut Tx, id: UnitId) -> Result<Option<Unit>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as("SELECT id, path, depth, sector FROM units WHERE id = $1")
            .bind(id.0)
            .fetch_optional(c)
            .await)?;
    Ok(row.map(unit))
}

/// The units that those words may mean: the whole path, or its end ("春阳镇", "汪清县/春阳镇").
pub async fn meant(tx: &mut Tx, words: &str) -> Result<Vec<Unit>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id, path, depth, sector FROM units
             WHERE path = $1 OR (length(path) > length($1)
                 AND substr(path, length(path) - length($1)) = '/' || $1) ORDER BY path",
        )
        .bind(words)
        .fetch_all(c)
        .await)?;
    let mut units: Vec<Unit> = rows.into_iter().map(unit).collect();
    // A whole path means that unit and no other.
    if units.iter().any(|unit| unit.path == words) {
        units.retain(|unit| unit.path == words);
    }
    Ok(units)
}

/// Adds units.
pub async fn insert(tx: &mut Tx, units: &[NewUnit]) -> Result<()> {
    for chunk in units.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO units (path, name, parent_id, depth, sector) VALUES {}",
            bulk::values(chunk.len(), 5)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for unit in chunk {
                query = query
                    .bind(&unit.path)
                    .bind(&unit.name)
                    .bind(unit.parent.map(|id| id.0))
                    .bind(i64::from(unit.depth))
                    .bind(&unit.sector);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}
