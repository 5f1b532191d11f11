//! What was changed of items, event by event: what a table that is older than they are is compared with.

use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::import::BY_IMPORT;
use crate::domain::ids::ItemId;
use crate::domain::ledger::Held;
use crate::store::{Result, Tx, bulk, on};

/// An event, as far as a table is compared with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// UTC milliseconds.
    pub at: i64,
    /// Whether a table brought it.
    pub by_import: bool,
    /// What stood before in the columns that it changed.
    pub was: Held,
}

#[derive(serde::Deserialize)]
struct Said {
    #[serde(default)]
    was: Held,
}

/// Item, time, note, by whom, what was said.
type Row = (i64, i64, String, Option<i64>, Option<String>);

/// Every event of these items, the oldest first.
pub async fn traces(tx: &mut Tx, items: &[ItemId]) -> Result<HashMap<ItemId, Vec<Trace>>> {
    let mut all: HashMap<ItemId, Vec<Trace>> = HashMap::new();
    for chunk in bulk::batches(items) {
        let sql = format!(
            "SELECT item_id, at, note, by_cadre, step FROM item_events WHERE item_id IN {} ORDER BY id",
            bulk::list(chunk.len())
        );
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for item in &chunk {
                query = query.bind(item.0);
            }
            query.fetch_all(c).await
        })?;
        for (item, at, note, by, step) in rows {
            let said = step.and_then(|step| serde_json::from_str::<Said>(&step).ok());
            all.entry(ItemId(item)).or_default().push(Trace {
                at,
                by_import: by.is_none() && note == BY_IMPORT,
                was: said.map(|said| said.was).unwrap_or_default(),
            });
        }
    }
    Ok(all)
}
