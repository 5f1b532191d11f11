//! Who is above what (S17): heads of units, and everybody who was given a role over a part of the tree.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::grant::{Grant, Role};
use crate::domain::ids::CadreId;
use crate::domain::superior::{Person, Seat, Superiors};

/// Everybody on the roster with one of these traits as head of his unit, and everybody with a role; each with
/// whether he can be written to.
///
/// # Errors
/// When the database fails.
pub async fn all(tx: &mut Tx, traits: &[&str]) -> Result<Superiors> {
    let mut heads = Vec::new();
    // A campaign has one such trait, or a few.
    for of_heads in traits {
        let like = format!("%,{},%", bulk::literal(of_heads));
        let rows: Vec<(i64, String, i64)> = on!(tx, c =>
            sqlx::query_as(
                "SELECT c.id, u.path, CAST(COUNT(l.id) AS BIGINT) FROM cadres c
                 JOIN units u ON u.id = c.unit_id
                 LEFT JOIN links l ON l.cadre_id = c.id AND l.state = 'linked' AND l.state <> 'ended'
                 WHERE c.active = 1 AND ',' || c.traits || ',' LIKE $1 ESCAPE '\\'
                 GROUP BY c.id, u.path ORDER BY c.id",
            )
            .bind(like)
            .fetch_all(c)
            .await)?;
        heads.extend(rows.into_iter().map(|(cadre, path, links)| Seat {
            person: person(cadre, links),
            unit: Some(path),
        }));
    }
    let rows: Vec<(String, i64, Option<String>, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT g.role, g.cadre_id, u.path, CAST(COUNT(l.id) AS BIGINT) FROM grants g
             JOIN cadres c ON c.id = g.cadre_id AND c.active = 1
             LEFT JOIN units u ON u.id = g.unit_id
             LEFT JOIN links l ON l.cadre_id = g.cadre_id AND l.state = 'linked' AND l.state <> 'ended'
             WHERE g.revoked_at IS NULL
             GROUP BY g.role, g.cadre_id, u.path ORDER BY g.cadre_id, u.path",
        )
        .fetch_all(c)
        .await)?;
    let grants = rows.into_iter().filter_map(|(role, cadre, unit, links)| {
        let person = person(cadre, links);
        Some((Role::from_name(&role)?, Seat { person, unit }))
    });
    Ok(Superiors::new(heads, grants.collect()))
}

/// The roles of these people that are in force.
///
/// # Errors
/// When the database fails.
pub async fn grants_of(tx: &mut Tx, cadres: &[CadreId]) -> Result<HashMap<CadreId, Vec<Grant>>> {
    let mut all: HashMap<CadreId, Vec<Grant>> = HashMap::new();
    for chunk in bulk::batches(cadres) {
        let sql = format!(
            "SELECT g.cadre_id, g.role, u.path FROM grants g LEFT JOIN units u ON u.id = g.unit_id
             WHERE g.revoked_at IS NULL AND g.cadre_id IN {} ORDER BY g.id",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, String, Option<String>)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        for (cadre, role, unit_path) in rows {
            if let Some(role) = Role::from_name(&role) {
                let grants = all.entry(CadreId(cadre)).or_default();
                grants.push(Grant { role, unit_path });
            }
        }
    }
    Ok(all)
}

pub(super) fn person(cadre: i64, links: i64) -> Person {
    Person {
        cadre: CadreId(cadre),
        reachable: links > 0,
    }
}
