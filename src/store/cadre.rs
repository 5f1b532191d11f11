//! The roster's people.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::cadre::{Cadre, LinkState, join_traits, split_traits};
use crate::domain::grant::Scope;
use crate::domain::ids::{CadreId, UnitId};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    key: String,
    name: String,
    unit_id: i64,
    path: String,
    depth: i64,
    sector: Option<String>,
    post: String,
    rank: String,
    traits: String,
    phone: String,
    active: i64,
    joined_on: Option<String>,
}

impl From<Row> for Cadre {
    fn from(row: Row) -> Self {
        Self {
            id: CadreId(row.id),
            key: row.key,
            name: row.name,
            unit: UnitId(row.unit_id),
            unit_path: row.path,
            depth: u32::try_from(row.depth).unwrap_or(0),
            sector: row.sector,
            post: row.post,
            rank: row.rank,
            traits: split_traits(&row.traits),
            phone: row.phone,
            active: row.active != 0,
            joined_on: row.joined_on.and_then(|day| day.parse().ok()),
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.key, c.name, c.unit_id, u.path, u.depth, u.sector, c.post, c.rank, \
             c.traits, c.phone, c.active, c.joined_on FROM cadres c JOIN units u ON u.id = c.unit_id ",
            $rest
        )
    };
}

/// Everybody, by id.
pub async fn all(tx: &mut Tx) -> Result<Vec<Cadre>> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(select!("ORDER BY c.id")).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Cadre::from).collect())
}

/// The next active people after an id, at most so many: an export pages through them.
pub async fn active_after(tx: &mut Tx, after: CadreId, limit: i64) -> Result<Vec<Cadre>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE c.active = 1 AND c.id > $1 ORDER BY c.id LIMIT $2"))
            .bind(after.0)
            .bind(limit)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(Cadre::from).collect())
}

/// Active people of the unit at that path and of those below it, at most so many; `None`: all.
pub async fn within(tx: &mut Tx, path: &str, limit: Option<i64>) -> Result<Vec<Cadre>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE c.active = 1 AND (u.path = $1 OR substr(u.path, 1, length($1) + 1) = $1 || '/') \
             ORDER BY c.id LIMIT $2"
        ))
        .bind(path)
        .bind(limit.unwrap_or(i64::MAX))
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Cadre::from).collect())
}

/// The person of that key.
pub async fn by_key(tx: &mut Tx, key: &str) -> Result<Option<Cadre>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE c.key = $1")).bind(key).fetch_optional(c).await)?;
    Ok(row.map(Cadre::from))
}

/// The person of that id.
pub async fn by_id(tx: &mut Tx, id: CadreId) -> Result<Option<Cadre>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE c.id = $1")).bind(id.0).fetch_optional(c).await)?;
    Ok(row.map(Cadre::from))
}

/// Active people whose name holds the text and whom the scope covers, by name; at most 200.
pub async fn named(tx: &mut Tx, text: &str, scope: &Scope) -> Result<Vec<Cadre>> {
    let pattern = format!("%{}%", bulk::literal(text));
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE c.active = 1 AND c.name LIKE $1 ESCAPE '\\' ORDER BY c.name, c.id LIMIT 2000"
        ))
        .bind(pattern)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(Cadre::from)
        .filter(|cadre| scope.covers(&cadre.unit_path))
        .take(200)
        .collect())
}

/// Active people of one unit, not of those below it, by name; at most so many.
pub async fn of_unit(tx: &mut Tx, unit: UnitId, limit: i64) -> Result<Vec<Cadre>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE c.active = 1 AND c.unit_id = $1 ORDER BY c.name, c.id LIMIT $2"
        ))
        .bind(unit.0)
        .bind(limit)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Cadre::from).collect())
}

/// How the person can be reached.
pub async fn link_state(tx: &mut Tx, id: CadreId) -> Result<LinkState> {
    let (state,): (String,) = on!(tx, c =>
        sqlx::query_as(
            "SELECT COALESCE(
                 (SELECT state FROM links WHERE cadre_id = $1 AND state <> 'ended'),
                 (SELECT 'invited' FROM invites WHERE cadre_id = $1 LIMIT 1),
                 'never')",
        )
        .bind(id.0)
        .fetch_one(c)
        .await)?;
    Ok(LinkState::from_name(&state).unwrap_or(LinkState::Never))
}

/// Adds people, or brings those of the same key up to date.
pub async fn upsert(tx: &mut Tx, cadres: &[Cadre], now: DateTime<Utc>) -> Result<()> {
    for chunk in cadres.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, \
             created_at, updated_at, joined_on) VALUES {} ON CONFLICT (key) DO UPDATE SET \
             name = excluded.name, unit_id = excluded.unit_id, post = excluded.post, \
             rank = excluded.rank, traits = excluded.traits, phone = excluded.phone, \
             active = excluded.active, updated_at = excluded.updated_at, \
             joined_on = excluded.joined_on",
            bulk::values(chunk.len(), 11)
        );
        let at = now.timestamp_millis();
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for cadre in chunk {
                query = query
                    .bind(&cadre.key)
                    .bind(&cadre.name)
                    .bind(cadre.unit.0)
                    .bind(&cadre.post)
                    .bind(&cadre.rank)
                    .bind(join_traits(&cadre.traits))
                    .bind(&cadre.phone)
                    .bind(i64::from(cadre.active))
                    .bind(at)
                    .bind(at)
                    .bind(cadre.joined_on.map(|day| day.to_string()));
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Every key that begins so.
pub async fn keys_starting(tx: &mut Tx, prefix: &str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT key FROM cadres WHERE key LIKE $1")
            .bind(format!("{prefix}%"))
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}
