//! Items that wait for somebody's word: submitted, with a later day asked for, or handed up.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::superior::person;
use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::{Asked, Waits};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    no: String,
    kind: String,
    path: String,
    lead_id: Option<i64>,
    lead_link: Option<i64>,
    responsible_id: Option<i64>,
    submitted_by: Option<i64>,
    status: String,
    reviewed: i64,
    offered_path: Option<String>,
    since: i64,
}

/// What of an item is read, up to the condition on it. It is the next one's turn since the last step that asked
/// for a word; what came submitted in a ledger, since it did.
const SELECT: &str = "SELECT i.id, i.no, i.kind, u.path, i.lead_id, l.id AS lead_link,
     i.responsible_id, i.submitted_by, i.status, i.reviewed, o.path AS offered_path,
     COALESCE((SELECT MAX(v.at) FROM item_events v WHERE v.item_id = i.id
         AND v.kind IN ('submitted', 'approved', 'extension_asked', 'handed_up')),
         i.submitted_at, i.updated_at) AS since
     FROM items i JOIN units u ON u.id = i.unit_id
     LEFT JOIN cadres c ON c.id = i.lead_id AND c.active = 1
     LEFT JOIN links l ON l.cadre_id = c.id AND l.state = 'linked' AND l.state <> 'ended'
     LEFT JOIN units o ON o.id = i.offered_to";

impl Row {
    fn waits(self) -> Waits {
        let asked = if self.status == "submitted" {
            Asked::Submitted {
                reviewed: usize::try_from(self.reviewed).unwrap_or(0),
            }
        } else if let Some(to) = self.offered_path {
            Asked::HandedUp { to }
        } else {
            Asked::Extension
        };
        Waits {
            item: ItemId(self.id),
            no: self.no,
            kind: self.kind,
            unit: self.path,
            lead: self
                .lead_id
                .map(|lead| person(lead, i64::from(self.lead_link.is_some()))),
            responsible: self.responsible_id.map(CadreId),
            submitted_by: self.submitted_by.map(CadreId),
            asked,
            since: DateTime::from_timestamp_millis(self.since)
                .unwrap_or(DateTime::<Utc>::UNIX_EPOCH),
        }
    }
}

/// All that wait, of these kinds, the longest waiting first. Three queries, each along an index: that the status is
/// the one of open items would lead along the index of all those.
///
/// # Errors
/// When the database fails.
pub async fn all(tx: &mut Tx, kinds: &[&str]) -> Result<Vec<Waits>> {
    let mut all = Vec::new();
    let kinds_list = bulk::list(kinds.len());
    for which in [
        "i.status = 'submitted'",
        "i.offered_to IS NOT NULL AND i.status <> 'submitted' AND i.status <> 'closed'",
        "i.extension_to IS NOT NULL AND i.offered_to IS NULL AND i.status <> 'submitted'
         AND i.status <> 'closed'",
    ] {
        let sql = format!("{SELECT} WHERE {which} AND i.kind IN {kinds_list}");
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for kind in kinds {
                query = query.bind(*kind);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(Row::waits));
    }
    all.sort_by_key(|waits| (waits.since, waits.item));
    Ok(all)
}

/// Those of these items that wait still.
///
/// # Errors
/// When the database fails.
pub async fn still(tx: &mut Tx, items: &[ItemId]) -> Result<HashMap<ItemId, Waits>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(items) {
        let sql = format!(
            "{SELECT} WHERE (i.status = 'submitted' OR (i.status = 'assigned'
                 AND (i.offered_to IS NOT NULL OR i.extension_to IS NOT NULL))) AND i.id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(|row| (ItemId(row.id), row.waits())));
    }
    Ok(all)
}
