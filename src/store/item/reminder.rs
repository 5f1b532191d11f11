//! What reminders need of items, in sets: who was reminded when, what came back, what is nobody's.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::AssertSqlSafe;

use super::LedgerRow;
use crate::domain::ids::ItemId;
use crate::domain::reminder::Orphan;
use crate::store::{Result, Tx, bulk, on};

/// Notes that a message that spoke of these items has been sent: of those that are overdue, one reminder more.
pub async fn mentioned(tx: &mut Tx, ids: &[ItemId], today: NaiveDate) -> Result<()> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    for chunk in bulk::batches(&ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "UPDATE items SET reminded_on = $1,
             reminded = CASE WHEN deadline_kind = 'date' AND deadline < $1
                        THEN reminded + 1 ELSE reminded END
             WHERE id IN ({})",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql)).bind(today.to_string());
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// When these items were last returned or reopened, in UTC milliseconds; what never was has no entry.
pub async fn put_back_at(tx: &mut Tx, ids: &[ItemId]) -> Result<HashMap<ItemId, i64>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT item_id, MAX(at) FROM item_events
             WHERE kind IN ('returned', 'reopened') AND item_id IN {} GROUP BY item_id",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, i64)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(|(id, at)| (ItemId(id), at)));
    }
    Ok(all)
}

/// What is still to be done and has no responsible person, by id.
pub async fn of_nobody(tx: &mut Tx) -> Result<Vec<Orphan>> {
    let rows: Vec<LedgerRow> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE i.responsible_id IS NULL AND i.status = 'assigned' ORDER BY i.id"
        )).fetch_all(c).await)?;
    Ok(rows.into_iter().map(orphan).collect())
}

/// Those of these items that are still to be done and have no responsible person.
pub async fn of_nobody_by_id(tx: &mut Tx, ids: &[ItemId]) -> Result<Vec<Orphan>> {
    let mut all = Vec::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            select!(
                "WHERE i.responsible_id IS NULL AND i.status = 'assigned' AND i.id IN {} ORDER BY i.id"
            ),
            bulk::list(chunk.len())
        );
        let rows: Vec<LedgerRow> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(orphan));
    }
    Ok(all)
}

fn orphan(row: LedgerRow) -> Orphan {
    Orphan {
        item: row.item(),
        unit: row.path,
    }
}
