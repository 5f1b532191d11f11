//! Items handed up: what waits where, and what came of what a unit handed up (S28). And items by their number.

use std::collections::HashSet;

use sqlx::AssertSqlSafe;

use super::LedgerRow;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::store::{Result, Tx, on};

/// Items of one number that are looked at; a ledger has one a kind.
const ALIKE: i64 = 20;

/// Hand-ups of a unit that are looked at.
const LATEST: i64 = 500;

/// An item that was handed up.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct HandRow {
    /// The item.
    pub item_id: i64,
    /// Path of the unit it was handed up from.
    pub from_path: String,
    /// Path of the unit it was handed up to.
    pub to_path: String,
    /// 1: taken up, 0: sent back; `None`: not answered.
    pub taken: Option<i64>,
    /// Why, as it was kept.
    pub why: String,
}

/// Whose hand-ups are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hands {
    /// Whose own: he was responsible, or handed it up.
    pub cadre: CadreId,
    /// Those of this unit, which he heads.
    pub heads: Option<UnitId>,
    /// Those of these units and of all below them.
    pub below: Vec<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT h.item_id, f.path AS from_path, t.path AS to_path, h.taken, \
             COALESCE((SELECT e.note FROM item_events e WHERE e.item_id = h.item_id \
             AND e.kind = 'handed_up' AND e.at = h.offered_at ORDER BY e.id DESC LIMIT 1), '') AS why \
             FROM item_hands h JOIN units f ON f.id = h.from_unit JOIN units t ON t.id = h.to_unit ",
            $rest
        )
    };
}

/// Everything that waits for the answer of the unit above, the longest first.
pub async fn offered(tx: &mut Tx) -> Result<Vec<HandRow>> {
    on!(tx, c =>
        sqlx::query_as(select!(
            "JOIN items i ON i.id = h.item_id
             WHERE h.answered_at IS NULL AND i.offered_to IS NOT NULL AND i.status = 'assigned'
             ORDER BY h.id"
        ))
        .fetch_all(c)
        .await)
}

/// The last time that an item was handed up, answered or not.
pub async fn last_hand(tx: &mut Tx, item: ItemId) -> Result<Option<HandRow>> {
    on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE h.item_id = $1 ORDER BY h.id DESC LIMIT 1"
        ))
        .bind(item.0)
        .fetch_optional(c)
        .await)
}

/// What those units handed up, the latest first: of each item the last time.
pub async fn handed(tx: &mut Tx, by: &Hands) -> Result<Vec<HandRow>> {
    let within: Vec<String> = (4..by.below.len() + 4)
        .map(|at| {
            format!(" OR f.path = ${at} OR substr(f.path, 1, length(${at}) + 1) = ${at} || '/'")
        })
        .collect();
    let sql = format!(
        select!(
            "WHERE (h.from_cadre = $1 OR h.offered_by = $1 OR h.from_unit = $2{}) \
             ORDER BY h.id DESC LIMIT $3"
        ),
        within.concat()
    );
    let mut rows: Vec<HandRow> = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql))
            .bind(by.cadre.0)
            .bind(by.heads.map_or(0, |unit| unit.0))
            .bind(LATEST);
        for path in &by.below {
            query = query.bind(path);
        }
        query.fetch_all(c).await
    })?;
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.item_id));
    Ok(rows)
}

/// The items of that number that are not over; one a kind as a rule.
pub async fn numbered(tx: &mut Tx, no: &str) -> Result<Vec<LedgerRow>> {
    super::of_no(tx, no, ALIKE).await
}
