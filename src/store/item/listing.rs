//! The items of a part of the unit tree.

use super::LedgerRow;
use crate::store::{Result, Tx, bulk, on};

/// Rows that a list looks at; what is beyond is only counted.
const LOOKED_AT: i64 = 200;

/// The items that are still to be done in a unit and below it: those that are due first, and how many there are.
pub async fn open_within(tx: &mut Tx, path: &str) -> Result<(Vec<LedgerRow>, usize)> {
    let below = format!("{}/%", bulk::literal(path));
    let rows = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE i.status = 'assigned' AND i.unit_id IN (SELECT w.id FROM units w
                 WHERE w.path = $1 OR w.path LIKE $2 ESCAPE '\\')
             ORDER BY COALESCE(i.deadline, CASE i.deadline_kind WHEN 'immediate' THEN '0' ELSE '9' END),
             i.id LIMIT $3"
        ))
        .bind(path)
        .bind(&below)
        .bind(LOOKED_AT)
        .fetch_all(c)
        .await)?;
    let (total,): (i64,) = on!(tx, c =>
        sqlx::query_as(
            "SELECT COUNT(*) FROM items i WHERE i.status = 'assigned'
             AND i.unit_id IN (SELECT w.id FROM units w
                 WHERE w.path = $1 OR w.path LIKE $2 ESCAPE '\\')",
        )
        .bind(path)
        .bind(&below)
        .fetch_one(c)
        .await)?;
    Ok((rows, usize::try_from(total).unwrap_or(0)))
}
