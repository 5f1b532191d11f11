//! The list of a session: the active people of its unit and of those below it, and who of them is ticked.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use crate::domain::ids::{CadreId, SessionId};
use crate::domain::session::Seat;
use crate::store::{Result, Tx, bulk, on};

/// Everybody on the list: `$1` the path of its unit, `$2` the session. By unit, then as the roster has them.
macro_rules! list {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM cadres c JOIN units u ON u.id = c.unit_id
             LEFT JOIN session_ticks t ON t.cadre_id = c.id AND t.session_id = $2
             WHERE c.active = 1 AND (u.path = $1 OR substr(u.path, 1, length($1) + 1) = $1 || '/')",
            $rest
        )
    };
}

type Row = (i64, String, String, i64);

fn seats(rows: Vec<Row>, unit: &str) -> Vec<Seat> {
    let seat = |(cadre, name, path, present): Row| Seat {
        cadre: CadreId(cadre),
        name,
        unit: (path != unit).then_some(path),
        present: present != 0,
    };
    rows.into_iter().map(seat).collect()
}

/// How many are on the list, and how many of them are ticked. The session is 0 for one that is not opened yet.
pub async fn count(tx: &mut Tx, session: SessionId, unit: &str) -> Result<(i64, i64)> {
    on!(tx, c =>
        sqlx::query_as(list!(
            "CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(t.present), 0) AS BIGINT)",
            ""
        ))
        .bind(unit)
        .bind(session.0)
        .fetch_one(c)
        .await)
}

/// So many people of the list after the first so many.
pub async fn page(
    tx: &mut Tx,
    session: SessionId,
    unit: &str,
    skipped: i64,
    limit: i64,
) -> Result<Vec<Seat>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(list!(
            "c.id, c.name, u.path, COALESCE(t.present, 0)",
            " ORDER BY u.path, c.id LIMIT $3 OFFSET $4"
        ))
        .bind(unit)
        .bind(session.0)
        .bind(limit)
        .bind(skipped)
        .fetch_all(c)
        .await)?;
    Ok(seats(rows, unit))
}

/// Somebody, if he is on the list.
pub async fn seat(
    tx: &mut Tx,
    session: SessionId,
    unit: &str,
    cadre: CadreId,
) -> Result<Option<Seat>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(list!(
            "c.id, c.name, u.path, COALESCE(t.present, 0)",
            " AND c.id = $3"
        ))
        .bind(unit)
        .bind(session.0)
        .bind(cadre.0)
        .fetch_optional(c)
        .await)?;
    Ok(seats(row.into_iter().collect(), unit).pop())
}

/// How many stand before somebody on the list.
pub async fn place(tx: &mut Tx, session: SessionId, unit: &str, seat: &Seat) -> Result<i64> {
    let (before,): (i64,) = on!(tx, c =>
        sqlx::query_as(list!(
            "CAST(COUNT(*) AS BIGINT)",
            " AND (u.path < $3 OR (u.path = $3 AND c.id < $4))"
        ))
        .bind(unit)
        .bind(session.0)
        .bind(seat.unit.as_deref().unwrap_or(unit))
        .bind(seat.cadre.0)
        .fetch_one(c)
        .await)?;
    Ok(before)
}

/// Those of the list whose name holds the text, at most so many, in the list's order.
pub async fn named(
    tx: &mut Tx,
    session: SessionId,
    unit: &str,
    text: &str,
    limit: i64,
) -> Result<Vec<Seat>> {
    let pattern = format!("%{}%", bulk::literal(text));
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(list!(
            "c.id, c.name, u.path, COALESCE(t.present, 0)",
            " AND c.name LIKE $3 ESCAPE '\\' ORDER BY u.path, c.id LIMIT $4"
        ))
        .bind(unit)
        .bind(session.0)
        .bind(pattern)
        .bind(limit)
        .fetch_all(c)
        .await)?;
    Ok(seats(rows, unit))
}

/// Everybody of the list who is ticked, in its order.
pub async fn present(
    tx: &mut Tx,
    session: SessionId,
    unit: &str,
) -> Result<Vec<(CadreId, String)>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(list!(
            "c.id, c.name",
            " AND t.present = 1 ORDER BY u.path, c.id"
        ))
        .bind(unit)
        .bind(session.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(cadre, name)| (CadreId(cadre), name))
        .collect())
}

/// Ticks people, or takes their ticks away.
pub async fn tick(
    tx: &mut Tx,
    session: SessionId,
    cadres: &[CadreId],
    present: bool,
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<()> {
    for chunk in cadres.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO session_ticks (session_id, cadre_id, present, at, by_cadre) VALUES {}
             ON CONFLICT (session_id, cadre_id) DO UPDATE SET present = excluded.present,
             at = excluded.at, by_cadre = excluded.by_cadre",
            bulk::values(chunk.len(), 5)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for cadre in chunk {
                query = query
                    .bind(session.0)
                    .bind(cadre.0)
                    .bind(i64::from(present))
                    .bind(now.timestamp_millis())
                    .bind(by.0);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Ticks everybody on the list, in one statement.
pub async fn tick_all(
    tx: &mut Tx,
    session: SessionId,
    unit: &str,
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO session_ticks (session_id, cadre_id, present, at, by_cadre)
             SELECT $2, c.id, 1, $3, $4 FROM cadres c JOIN units u ON u.id = c.unit_id
             WHERE c.active = 1 AND (u.path = $1 OR substr(u.path, 1, length($1) + 1) = $1 || '/')
             ON CONFLICT (session_id, cadre_id) DO UPDATE SET present = excluded.present,
             at = excluded.at, by_cadre = excluded.by_cadre",
        )
        .bind(unit)
        .bind(session.0)
        .bind(now.timestamp_millis())
        .bind(by.0)
        .execute(c)
        .await
        .map(|_| ()))
}
