//! Taking a new item into the ledger, as it is made in chat or by a review that failed.

use chrono::{DateTime, Utc};

use super::LedgerRow;
use crate::domain::ids::{ItemId, UnitId, UpdateId};
use crate::domain::item::{NewItem, letter, next_no as next};
use crate::store::{Result, Tx, bulk, on};

/// What happened to an item that is new; see [`super::history`].
const ASSIGNED: &str = "assigned";

/// The next number of that kind in the unit. The unit is held until the transaction ends, so that no two items
/// get the same.
pub async fn next_no(tx: &mut Tx, unit: UnitId, kind: &str) -> Result<String> {
    on!(tx, c =>
        sqlx::query("UPDATE units SET name = name WHERE id = $1")
            .bind(unit.0)
            .execute(c)
            .await
            .map(|_| ()))?;
    let letter = letter(kind);
    let pattern = format!("{}%", bulk::literal(&letter.to_string()));
    let used: Vec<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT no FROM items WHERE unit_id = $1 AND no LIKE $2 ESCAPE '\\'")
            .bind(unit.0)
            .bind(pattern)
            .fetch_all(c)
            .await)?;
    Ok(next(kind, used.iter().map(|(no,)| no.as_str())))
}

/// Takes it in, with its event.
///
/// # Errors
/// When the database fails.
pub async fn open(
    tx: &mut Tx,
    new: &NewItem,
    update: Option<UpdateId>,
    now: DateTime<Utc>,
) -> Result<ItemId> {
    let (deadline_kind, deadline) = LedgerRow::deadline_columns(new.deadline);
    let (id,): (i64,) = on!(tx, c =>
        sqlx::query_as(
            "INSERT INTO items (no, kind, category, content, measures, unit_id, lead_name, lead_id,
             responsible, responsible_id, deadline_kind, deadline, progress, status, assigned_on,
             updated_at, helpers, opened_by, made_from)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', 'assigned', $13, $14, $15,
             $16, $17) RETURNING id",
        )
        .bind(&new.no)
        .bind(&new.kind)
        .bind(&new.category)
        .bind(&new.content)
        .bind(&new.measures)
        .bind(new.unit.0)
        .bind(&new.lead_name)
        .bind(new.lead.map(|id| id.0))
        .bind(&new.responsible_name)
        .bind(new.responsible.map(|id| id.0))
        .bind(&deadline_kind)
        .bind(&deadline)
        .bind(new.assigned_on.to_string())
        .bind(now.timestamp_millis())
        .bind(&new.helpers)
        .bind(new.opened_by.map(|id| id.0))
        .bind(new.made_from.map(|id| id.0))
        .fetch_one(c)
        .await)?;
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO item_events (item_id, kind, at, by_cadre, note, update_id)
             VALUES ($1, $2, $3, $4, '', $5)",
        )
        .bind(id)
        .bind(ASSIGNED)
        .bind(now.timestamp_millis())
        .bind(new.opened_by.map(|id| id.0))
        .bind(update.map(|id| id.0))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(ItemId(id))
}

/// The item that an update has made, the last if several.
pub async fn of_update(tx: &mut Tx, update: UpdateId) -> Result<Option<LedgerRow>> {
    let id: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT item_id FROM item_events WHERE update_id = $1 AND kind = $2
             ORDER BY id DESC LIMIT 1",
        )
        .bind(update.0)
        .bind(ASSIGNED)
        .fetch_optional(c)
        .await)?;
    match id {
        Some((id,)) => super::by_id(tx, ItemId(id)).await,
        None => Ok(None),
    }
}
