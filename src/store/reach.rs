//! Whose account refuses messages, who hears of it, and who has heard.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::grant::{Role, Scope};
use crate::domain::ids::CadreId;
use crate::domain::notice::Who;
use crate::domain::reach::{Liaison, OutOfReach};

/// Every liaison of every unit, with whether he can be written to.
pub async fn liaisons(tx: &mut Tx) -> Result<Vec<Liaison>> {
    let rows: Vec<(i64, String, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT g.cadre_id, u.path, CAST(COUNT(l.id) AS BIGINT) FROM grants g
             JOIN units u ON u.id = g.unit_id
             JOIN cadres c ON c.id = g.cadre_id
             LEFT JOIN links l ON l.cadre_id = g.cadre_id AND l.state = 'linked' AND c.active = 1
             WHERE g.role = $1 AND g.revoked_at IS NULL
             GROUP BY g.cadre_id, u.path ORDER BY g.cadre_id, u.path",
        )
        .bind(Role::Liaison.name())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(cadre, unit, links)| Liaison {
            cadre: CadreId(cadre),
            unit,
            reachable: links > 0,
        })
        .collect())
}

/// Everybody on the roster who is out of reach and of whom no liaison was told since he came to be; the
/// longest out of reach first.
pub async fn untold(tx: &mut Tx) -> Result<Vec<OutOfReach>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT c.id, u.path FROM links l
             JOIN cadres c ON c.id = l.cadre_id AND c.active = 1
             JOIN units u ON u.id = c.unit_id
             WHERE l.state = 'blocked' AND (l.told_at IS NULL OR l.told_at < l.changed_at)
             ORDER BY l.changed_at, c.id",
        )
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(cadre, unit)| OutOfReach {
            cadre: CadreId(cadre),
            unit,
        })
        .collect())
}

/// Those of these people who are out of reach now, as others know them.
pub async fn still(tx: &mut Tx, ids: &[CadreId]) -> Result<HashMap<CadreId, Who>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT c.id, c.name, u.path, c.post FROM links l
             JOIN cadres c ON c.id = l.cadre_id AND c.active = 1
             JOIN units u ON u.id = c.unit_id
             WHERE l.state = 'blocked' AND c.id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, String, String, String)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(
            rows.into_iter()
                .map(|(id, name, unit, post)| (CadreId(id), Who { name, unit, post })),
        );
    }
    Ok(all)
}

/// Remembers that a liaison was told of these people.
pub async fn tell(tx: &mut Tx, ids: &[CadreId], now: DateTime<Utc>) -> Result<()> {
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "UPDATE links SET told_at = $1 WHERE state = 'blocked' AND cadre_id IN ({})",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql)).bind(now.timestamp_millis());
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Everybody on the roster who is out of reach and whom the scope covers, by unit and then by how lately.
pub async fn blocked(tx: &mut Tx, scope: &Scope) -> Result<Vec<Who>> {
    let rows: Vec<(String, String, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT c.name, u.path, c.post FROM links l
             JOIN cadres c ON c.id = l.cadre_id AND c.active = 1
             JOIN units u ON u.id = c.unit_id
             WHERE l.state = 'blocked' ORDER BY u.path, l.changed_at DESC, c.id",
        )
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter(|(_, unit, _)| scope.covers(unit))
        .map(|(name, unit, post)| Who { name, unit, post })
        .collect())
}
