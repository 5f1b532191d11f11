//! Leaves and trips: rows that are never changed, and the events that withdraw them.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use std::collections::{HashMap, HashSet};

use super::{Result, Tx, bulk, on};
use crate::domain::away::Absent;
use crate::domain::ids::{CadreId, LeaveId, UpdateId};
use crate::domain::leave::{Kind, Leave, Standing};
use crate::domain::notice::Who;

/// Records a leave; `by` is who says it for the person, if it is not he himself.
pub async fn insert(
    tx: &mut Tx,
    cadre: CadreId,
    leave: &Leave,
    by: Option<CadreId>,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO leaves (cadre_id, kind, first_day, last_day, said_at, update_id, recorded_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(cadre.0)
        .bind(leave.kind.name())
        .bind(leave.first.to_string())
        .bind(leave.last.to_string())
        .bind(now.timestamp_millis())
        .bind(update.0)
        .bind(by.map(|id| id.0))
        .execute(c)
        .await
        .map(|_| ()))
}

/// Withdraws a leave; one that was withdrawn before stays as it is.
pub async fn withdraw(tx: &mut Tx, leave: LeaveId, by: CadreId, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO leave_events (leave_id, kind, at, by_cadre)
             VALUES ($1, 'withdrawn', $2, $3) ON CONFLICT (leave_id, kind) DO NOTHING",
        )
        .bind(leave.0)
        .bind(now.timestamp_millis())
        .bind(by.0)
        .execute(c)
        .await
        .map(|_| ()))
}

/// Row, person, kind, first day, last day, update, who said it for him.
type Row = (i64, i64, String, String, String, i64, Option<i64>);

fn standing((id, cadre, kind, first, last, update, by): Row) -> Option<(CadreId, Standing)> {
    let leave = Leave {
        kind: Kind::from_name(&kind)?,
        first: first.parse().ok()?,
        last: last.parse().ok()?,
    };
    let standing = Standing {
        id: LeaveId(id),
        update: UpdateId(update),
        leave,
        recorded_by: by.map(CadreId),
    };
    Some((CadreId(cadre), standing))
}

/// A person's leaves that stand and end on that day or later, the earliest first.
pub async fn of_cadre(tx: &mut Tx, cadre: CadreId, from: NaiveDate) -> Result<Vec<Standing>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT v.id, v.cadre_id, v.kind, v.first_day, v.last_day, v.update_id, v.recorded_by
             FROM leaves v
             LEFT JOIN leave_events w ON w.leave_id = v.id AND w.kind = 'withdrawn'
             WHERE v.cadre_id = $1 AND v.last_day >= $2 AND w.id IS NULL
             ORDER BY v.first_day, v.id",
        )
        .bind(cadre.0)
        .bind(from.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(standing)
        .map(|(_, one)| one)
        .collect())
}

/// The leave that was said in an update, if it stands, and whose it is.
pub async fn of_update(tx: &mut Tx, update: UpdateId) -> Result<Option<(CadreId, Standing)>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT v.id, v.cadre_id, v.kind, v.first_day, v.last_day, v.update_id, v.recorded_by
             FROM leaves v
             LEFT JOIN leave_events w ON w.leave_id = v.id AND w.kind = 'withdrawn'
             WHERE v.update_id = $1 AND w.id IS NULL ORDER BY v.id DESC LIMIT 1",
        )
        .bind(update.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.and_then(standing))
}

/// The leaves of these people that stand and touch the days from one to another, by person. Who has
/// none has no entry.
pub async fn of_cadres(
    tx: &mut Tx,
    cadres: &[CadreId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<CadreId, Vec<Leave>>> {
    let mut all: HashMap<CadreId, Vec<Leave>> = HashMap::new();
    for chunk in bulk::batches(cadres) {
        // The list comes last, so that the same two parameters stand before any number of ids.
        let ids: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 3)).collect();
        let sql = format!(
            "SELECT v.id, v.cadre_id, v.kind, v.first_day, v.last_day, v.update_id, v.recorded_by
             FROM leaves v
             LEFT JOIN leave_events w ON w.leave_id = v.id AND w.kind = 'withdrawn'
             WHERE v.last_day >= $1 AND v.first_day <= $2 AND w.id IS NULL AND v.cadre_id IN ({})",
            ids.join(", ")
        );
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql))
                .bind(from.to_string())
                .bind(to.to_string());
            for cadre in &chunk {
                query = query.bind(cadre.0);
            }
            query.fetch_all(c).await
        })?;
        for (cadre, standing) in rows.into_iter().filter_map(standing) {
            all.entry(cadre).or_default().push(standing.leave);
        }
    }
    Ok(all)
}

/// Everybody who is away that day.
pub async fn away_on(tx: &mut Tx, day: NaiveDate) -> Result<HashSet<CadreId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT DISTINCT v.cadre_id FROM leaves v
             LEFT JOIN leave_events w ON w.leave_id = v.id AND w.kind = 'withdrawn'
             WHERE v.last_day >= $1 AND v.first_day <= $1 AND w.id IS NULL",
        )
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| CadreId(id)).collect())
}

/// Everybody on the roster who is away on a day from one to another, with the leave and the unit's path, by
/// first day and name.
pub async fn absent(tx: &mut Tx, from: NaiveDate, to: NaiveDate) -> Result<Vec<Absent>> {
    let rows: Vec<(String, String, String, String, String, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT c.name, u.path, c.post, v.kind, v.first_day, v.last_day FROM leaves v
             JOIN cadres c ON c.id = v.cadre_id AND c.active = 1
             JOIN units u ON u.id = c.unit_id
             LEFT JOIN leave_events w ON w.leave_id = v.id AND w.kind = 'withdrawn'
             WHERE v.last_day >= $1 AND v.first_day <= $2 AND w.id IS NULL
             ORDER BY v.first_day, c.name, v.id",
        )
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(name, unit, post, kind, first, last)| {
            Some(Absent {
                who: Who { name, unit, post },
                leave: Leave {
                    kind: Kind::from_name(&kind)?,
                    first: first.parse().ok()?,
                    last: last.parse().ok()?,
                },
            })
        })
        .collect())
}

/// One leave as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LeaveRow {
    /// Row identity.
    pub id: i64,
    /// The person's key.
    pub key: String,
    /// His name.
    pub name: String,
    /// Path of his unit.
    pub path: String,
    /// leave, trip
    pub kind: String,
    /// The first day.
    pub first_day: String,
    /// The last day.
    pub last_day: String,
    /// When it was taken back, UTC milliseconds.
    pub withdrawn_at: Option<i64>,
    /// When it was said, UTC milliseconds.
    pub said_at: i64,
    /// The key of who said it for him.
    pub recorded_by: Option<String>,
    /// The update it was said in.
    pub update_id: i64,
}

/// Up to `limit` leaves after a row, in order, those taken back among them: an export reads page by page.
pub async fn page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<LeaveRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT v.id, c.key, c.name, u.path, v.kind, v.first_day, v.last_day,
                 w.at AS withdrawn_at, v.said_at, b.key AS recorded_by, v.update_id
             FROM leaves v JOIN cadres c ON c.id = v.cadre_id JOIN units u ON u.id = c.unit_id
             LEFT JOIN cadres b ON b.id = v.recorded_by
             LEFT JOIN leave_events w ON w.leave_id = v.id AND w.kind = 'withdrawn'
             WHERE v.id > $1 ORDER BY v.id LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}
