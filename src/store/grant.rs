//! Who was given which role over what.

use chrono::{DateTime, Utc};

use super::link::Link;
use super::{Result, Tx, on};
use crate::domain::grant::{Grant, Role};
use crate::domain::ids::{BotId, CadreId, TelegramId, UnitId};
use crate::domain::language::Language;

/// The grants of a person that are in force.
pub async fn of(tx: &mut Tx, cadre: CadreId) -> Result<Vec<Grant>> {
    let rows: Vec<(String, Option<String>)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT g.role, u.path FROM grants g LEFT JOIN units u ON u.id = g.unit_id
             WHERE g.cadre_id = $1 AND g.revoked_at IS NULL ORDER BY g.id",
        )
        .bind(cadre.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(role, unit_path)| {
            Some(Grant {
                role: Role::from_name(&role)?,
                unit_path,
            })
        })
        .collect())
}

/// Gives a role; false if it is in force already.
pub async fn give(
    tx: &mut Tx,
    role: Role,
    cadre: CadreId,
    unit: Option<UnitId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    if in_force(tx, role, cadre, unit).await? {
        return Ok(false);
    }
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO grants (role, cadre_id, unit_id, granted_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(role.name())
        .bind(cadre.0)
        .bind(unit.map(|id| id.0))
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(true)
}

/// Takes a role back; false if it was not in force.
pub async fn revoke(
    tx: &mut Tx,
    role: Role,
    cadre: CadreId,
    unit: Option<UnitId>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let ended = on!(tx, c =>
        sqlx::query(
            "UPDATE grants SET revoked_at = $4 WHERE role = $1 AND cadre_id = $2
             AND COALESCE(unit_id, 0) = $3 AND revoked_at IS NULL",
        )
        .bind(role.name())
        .bind(cadre.0)
        .bind(unit.map_or(0, |id| id.0))
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

async fn in_force(tx: &mut Tx, role: Role, cadre: CadreId, unit: Option<UnitId>) -> Result<bool> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id FROM grants WHERE role = $1 AND cadre_id = $2
             AND COALESCE(unit_id, 0) = $3 AND revoked_at IS NULL",
        )
        .bind(role.name())
        .bind(cadre.0)
        .bind(unit.map_or(0, |id| id.0))
        .fetch_optional(c)
        .await)?;
    Ok(row.is_some())
}

/// The liaisons of a unit: of itself, else of the nearest around it that has any.
pub async fn nearest_liaisons(tx: &mut Tx, path: &str) -> Result<Vec<CadreId>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT g.cadre_id, u.path FROM grants g
             JOIN units u ON u.id = g.unit_id
             JOIN cadres c ON c.id = g.cadre_id AND c.active = 1
             WHERE g.role = $1 AND g.revoked_at IS NULL
             AND (u.path = $2 OR substr($2, 1, length(u.path) + 1) = u.path || '/')
             ORDER BY length(u.path) DESC, g.cadre_id",
        )
        .bind(Role::Liaison.name())
        .bind(path)
        .fetch_all(c)
        .await)?;
    let nearest = rows.first().map(|(_, path)| path.clone());
    Ok(rows
        .into_iter()
        .filter(|(_, path)| Some(path) == nearest.as_ref())
        .map(|(cadre, _)| CadreId(cadre))
        .collect())
}

/// The accounts of everybody who has that role now and is served by that bot, and what they read.
pub async fn accounts(tx: &mut Tx, role: Role, bot: BotId) -> Result<Vec<(TelegramId, Language)>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT DISTINCT l.telegram_id, l.language FROM grants g
             JOIN links l ON l.cadre_id = g.cadre_id AND l.state = 'linked'
             WHERE g.role = $1 AND l.bot = $2 AND g.revoked_at IS NULL",
        )
        .bind(role.name())
        .bind(bot.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(account, tag)| Some((TelegramId(account), Language::from_tag(&tag)?)))
        .collect())
}

/// Everybody who has that role over everything and can be written to.
pub async fn holders_of_all(tx: &mut Tx, role: Role) -> Result<Vec<Link>> {
    let rows: Vec<(i64, i64, i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT DISTINCT l.cadre_id, l.telegram_id, l.bot, l.language FROM grants g
             JOIN links l ON l.cadre_id = g.cadre_id AND l.state = 'linked'
             WHERE g.role = $1 AND g.unit_id IS NULL AND g.revoked_at IS NULL ORDER BY l.cadre_id",
        )
        .bind(role.name())
        .fetch_all(c)
        .await)?;
    let holder = |(cadre, account, bot, language): (i64, i64, i64, String)| Link {
        cadre: CadreId(cadre),
        account: TelegramId(account),
        bot: BotId(bot),
        language: Language::from_tag(&language).unwrap_or(Language::ZhCn),
        reachable: true,
    };
    Ok(rows.into_iter().map(holder).collect())
}
