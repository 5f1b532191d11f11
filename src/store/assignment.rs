//! Contact points (S16): which unit is entrusted to whom. A row is ended, never changed otherwise.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::amount::Amount;
use crate::domain::assignment::Point;
use crate::domain::ids::{AssignmentId, CadreId, UnitId};

/// The contact points of a person that stand, of all duties, with what is recorded there, counted or waiting;
/// the oldest first.
pub async fn of_cadre(tx: &mut Tx, cadre: CadreId) -> Result<Vec<Point>> {
    let rows: Vec<(i64, i64, String, String, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT a.id, a.unit_id, u.path, a.duty,
                    CAST(COALESCE((SELECT SUM(e.amount) FROM entries e
                        WHERE e.cadre_id = a.cadre_id AND e.duty = a.duty AND e.place_unit = a.unit_id
                        AND NOT EXISTS (SELECT 1 FROM entry_events w WHERE w.entry_id = e.id
                            AND w.kind IN ('withdrawn', 'rejected'))), 0) AS BIGINT)
             FROM assignments a JOIN units u ON u.id = a.unit_id
             WHERE a.cadre_id = $1 AND a.ended_at IS NULL ORDER BY a.id",
        )
        .bind(cadre.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(id, unit, path, duty, done)| Point {
            id: AssignmentId(id),
            unit: UnitId(unit),
            path,
            duty,
            done: Amount(done),
        })
        .collect())
}

/// Whose assignment it is and of which unit, whether it stands still.
pub async fn by_id(tx: &mut Tx, id: AssignmentId) -> Result<Option<(CadreId, String, bool)>> {
    let row: Option<(i64, String, Option<i64>)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT a.cadre_id, u.path, a.ended_at FROM assignments a
             JOIN units u ON u.id = a.unit_id WHERE a.id = $1",
        )
        .bind(id.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(cadre, path, ended)| (CadreId(cadre), path, ended.is_none())))
}

/// Entrusts a unit to somebody; false if it is his already. `by`: who does; `None`: the command line.
pub async fn assign(
    tx: &mut Tx,
    cadre: CadreId,
    unit: UnitId,
    duty: &str,
    by: Option<CadreId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let added = on!(tx, c =>
        sqlx::query(
            "INSERT INTO assignments (cadre_id, unit_id, duty, assigned_at, assigned_by)
             SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT 1 FROM assignments
                 WHERE cadre_id = $1 AND unit_id = $2 AND duty = $3 AND ended_at IS NULL)",
        )
        .bind(cadre.0)
        .bind(unit.0)
        .bind(duty)
        .bind(now.timestamp_millis())
        .bind(by.map(|id| id.0))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(added > 0)
}

/// Ends an assignment; false if it was ended before.
pub async fn end(tx: &mut Tx, id: AssignmentId, now: DateTime<Utc>) -> Result<bool> {
    let ended = on!(tx, c =>
        sqlx::query("UPDATE assignments SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL")
            .bind(id.0)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}
