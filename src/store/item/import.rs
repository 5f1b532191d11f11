//! What a ledger changes, in sets: a statement for many rows.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::LedgerRow;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Changed, Status, Step};
use crate::domain::ledger::{Column, Entry, Held, Person};
use crate::store::{Result, Tx, bulk, on};

/// Who strikes off what a ledger says is struck off, and who wrote its events.
pub const BY_IMPORT: &str = "import";
/// Items of a statement: an item has twenty columns.
const ITEMS: usize = 50;

/// An item as it stands, for a table to be compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub id: ItemId,
    /// Its columns.
    pub entry: Entry,
    /// Where it stands.
    pub status: Status,
    /// Handed up and not answered yet.
    pub offered: bool,
    /// So many events it has.
    pub turn: i64,
    /// UTC milliseconds of when it was struck off.
    pub closed_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    no: String,
    kind: String,
    category: String,
    content: String,
    measures: String,
    unit_id: i64,
    path: String,
    lead_name: String,
    lead_id: Option<i64>,
    responsible: String,
    responsible_id: Option<i64>,
    helpers: String,
    deadline_kind: String,
    deadline: Option<String>,
    progress: String,
    status: String,
    stage: Option<String>,
    offered_to: Option<i64>,
    closed_at: Option<i64>,
    turn: i64,
}

/// A new item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// Its columns.
    pub entry: Entry,
    /// Of the helpers those whom the roster knows.
    pub helping: Vec<CadreId>,
    /// Struck off already.
    pub closed: bool,
}

/// An item that a table changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedItem {
    /// Which.
    pub id: ItemId,
    /// What changes.
    pub changed: Changed,
    /// Of its helpers those whom the roster knows, if the helpers change.
    pub helping: Option<Vec<CadreId>>,
}

impl Row {
    fn standing(self) -> Standing {
        let deadline = LedgerRow::due_of(&self.deadline_kind, self.deadline.as_deref());
        let person = |name, id: Option<i64>| Person {
            name,
            id: id.map(CadreId),
        };
        Standing {
            id: ItemId(self.id),
            status: Status::from_columns(&self.status, self.stage.as_deref()),
            offered: self.offered_to.is_some(),
            turn: self.turn,
            closed_at: self.closed_at,
            entry: Entry {
                no: self.no,
                kind: self.kind,
                category: self.category,
                content: self.content,
                measures: self.measures,
                unit: UnitId(self.unit_id),
                path: self.path,
                lead: person(self.lead_name, self.lead_id),
                responsible: person(self.responsible, self.responsible_id),
                helpers: self.helpers,
                deadline,
                progress: self.progress,
            },
        }
    }
}

/// The items of a kind that are still to be done; how many events each has is left out.
pub async fn open_of_kind(tx: &mut Tx, kind: &str) -> Result<Vec<Standing>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT i.id, i.no, i.kind, i.category, i.content, i.measures, i.unit_id, u.path,
             i.lead_name, i.lead_id, i.responsible, i.responsible_id, i.helpers, i.deadline_kind,
             i.deadline, i.progress, i.status, i.stage, i.offered_to, i.closed_at,
             CAST(0 AS BIGINT) AS turn
             FROM items i JOIN units u ON u.id = i.unit_id
             WHERE i.status = 'assigned' AND i.kind = $1 ORDER BY i.id",
        )
        .bind(kind)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Row::standing).collect())
}

/// The first day on which something of a kind is due, by unit.
pub async fn first_days(tx: &mut Tx, kind: &str) -> Result<HashMap<UnitId, NaiveDate>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT unit_id, MIN(deadline) FROM items
             WHERE kind = $1 AND status <> 'closed' AND deadline IS NOT NULL GROUP BY unit_id",
        )
        .bind(kind)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(unit, day)| Some((UnitId(unit), day.parse().ok()?)))
        .collect())
}

/// The whole ledger as it stands, by id.
pub async fn standing(tx: &mut Tx) -> Result<Vec<Standing>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT i.id, i.no, i.kind, i.category, i.content, i.measures, i.unit_id, u.path,
             i.lead_name, i.lead_id, i.responsible, i.responsible_id, i.helpers, i.deadline_kind,
             i.deadline, i.progress, i.status, i.stage, i.offered_to, i.closed_at,
             COALESCE(e.turn, 0) AS turn
             FROM items i JOIN units u ON u.id = i.unit_id
             LEFT JOIN (SELECT item_id, COUNT(*) AS turn FROM item_events GROUP BY item_id) e
             ON e.item_id = i.id ORDER BY i.id",
        )
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Row::standing).collect())
}

/// How many events the items from one id to another have, both counted.
pub async fn turns(tx: &mut Tx, first: ItemId, last: ItemId) -> Result<HashMap<ItemId, i64>> {
    let rows: Vec<(i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT item_id, COUNT(*) FROM item_events WHERE item_id >= $1 AND item_id <= $2
             GROUP BY item_id",
        )
        .bind(first.0)
        .bind(last.0)
        .fetch_all(c)
        .await)?;
    let rows = rows.into_iter();
    Ok(rows.map(|(item, turn)| (ItemId(item), turn)).collect())
}

/// Keeps items as they are until the transaction ends; how many events each has now.
pub async fn hold_all(tx: &mut Tx, items: &[ItemId]) -> Result<HashMap<ItemId, i64>> {
    let mut turns = HashMap::new();
    for chunk in bulk::batches(items) {
        let list = bulk::list(chunk.len());
        let hold = format!("UPDATE items SET updated_at = updated_at WHERE id IN {list}");
        let count = format!(
            "SELECT item_id, COUNT(*) FROM item_events WHERE item_id IN {list} GROUP BY item_id"
        );
        let rows: Vec<(i64, i64)> = on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(hold));
            for item in &chunk {
                query = query.bind(item.0);
            }
            query.execute(&mut *c).await?;
            let mut query = sqlx::query_as(AssertSqlSafe(count));
            for item in &chunk {
                query = query.bind(item.0);
            }
            query.fetch_all(c).await
        })?;
        turns.extend(rows.into_iter().map(|(item, turn)| (ItemId(item), turn)));
    }
    Ok(turns)
}

/// Adds items, each with its first event. Call it once an import: the events are written when all are there.
pub async fn insert_all(
    tx: &mut Tx,
    items: &[NewItem],
    today: NaiveDate,
    now: DateTime<Utc>,
    progress: impl Fn(usize),
) -> Result<()> {
    let (today, at) = (today.to_string(), now.timestamp_millis());
    let mut first = None;
    let mut helpers = Vec::new();
    for (done, chunk) in items.chunks(ITEMS).enumerate() {
        let sql = format!(
            "INSERT INTO items (no, kind, category, content, measures, unit_id, lead_name, lead_id,
             responsible, responsible_id, helpers, deadline_kind, deadline, progress, status,
             assigned_on, updated_at, closed_at, closed_by) VALUES {} RETURNING id",
            bulk::values(chunk.len(), 19)
        );
        let mut ids: Vec<(i64,)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for item in chunk {
                let entry = &item.entry;
                let (deadline_kind, deadline) = LedgerRow::deadline_columns(entry.deadline);
                let status = if item.closed { Status::Closed } else { Status::Assigned };
                query = query
                    .bind(&entry.no)
                    .bind(&entry.kind)
                    .bind(&entry.category)
                    .bind(&entry.content)
                    .bind(&entry.measures)
                    .bind(entry.unit.0)
                    .bind(&entry.lead.name)
                    .bind(entry.lead.id.map(|id| id.0))
                    .bind(&entry.responsible.name)
                    .bind(entry.responsible.id.map(|id| id.0))
                    .bind(&entry.helpers)
                    .bind(deadline_kind)
                    .bind(deadline)
                    .bind(&entry.progress)
                    .bind(status.columns().0)
                    .bind(&today)
                    .bind(at)
                    .bind(item.closed.then_some(at))
                    .bind(item.closed.then_some(BY_IMPORT));
            }
            query.fetch_all(c).await
        })?;
        // Ids are given in the order of the rows; in which order they come back is nowhere promised.
        ids.sort_unstable();
        first = first.or(ids.first().map(|(id,)| *id));
        for ((id,), item) in ids.iter().zip(chunk) {
            helpers.extend(item.helping.iter().map(|cadre| (ItemId(*id), *cadre)));
        }
        progress(done * ITEMS + chunk.len());
    }
    if let Some(first) = first {
        on!(tx, c =>
            sqlx::query(
                "INSERT INTO item_events (item_id, kind, at, note)
                 SELECT i.id, i.status, $1, $2 FROM items i WHERE i.id >= $3
                 AND NOT EXISTS (SELECT 1 FROM item_events e WHERE e.item_id = i.id) ORDER BY i.id",
            )
            .bind(at)
            .bind(BY_IMPORT)
            .bind(first)
            .execute(c)
            .await
            .map(drop))?;
    }
    help(tx, &helpers).await
}

/// Brings items up to date, each with its events: what changed, and that it is struck off.
pub async fn change_all(
    tx: &mut Tx,
    items: &[ChangedItem],
    now: DateTime<Utc>,
    progress: impl Fn(usize),
) -> Result<()> {
    for (done, chunk) in items.chunks(ITEMS).enumerate() {
        update(tx, chunk, now).await?;
        let mut events = Vec::with_capacity(chunk.len());
        for item in chunk {
            events.extend(said(item)?);
        }
        record(tx, &events, now).await?;
        let helped = chunk.iter().filter(|item| item.helping.is_some());
        let helped: Vec<ItemId> = helped.map(|item| item.id).collect();
        unhelp(tx, &helped).await?;
        let helpers = chunk.iter().flat_map(|item| {
            let helping = item.helping.iter().flatten();
            helping.map(|cadre| (item.id, *cadre))
        });
        help(tx, &helpers.collect::<Vec<_>>()).await?;
        progress(done * ITEMS + chunk.len());
    }
    Ok(())
}

async fn update(tx: &mut Tx, items: &[ChangedItem], now: DateTime<Utc>) -> Result<()> {
    let sql = format!(
        "UPDATE items SET no = v.column2, kind = v.column3, category = v.column4,
         content = v.column5, measures = v.column6, unit_id = v.column7, lead_name = v.column8,
         lead_id = v.column9, responsible = v.column10, responsible_id = v.column11,
         helpers = v.column12, deadline_kind = v.column13, deadline = v.column14,
         progress = v.column15, status = v.column16, stage = v.column17, updated_at = v.column18,
         closed_at = CASE WHEN v.column16 = 'closed' THEN v.column18 ELSE closed_at END,
         closed_by = CASE WHEN v.column16 = 'closed' THEN v.column20 ELSE closed_by END,
         offered_to = CASE WHEN v.column16 = 'closed' THEN NULL ELSE offered_to END,
         extension_to = CASE WHEN v.column19 = 1 THEN NULL ELSE extension_to END,
         extension_why = CASE WHEN v.column19 = 1 THEN NULL ELSE extension_why END,
         reminded = CASE WHEN v.column19 = 1 THEN 0 ELSE reminded END
         FROM (VALUES {}) AS v WHERE items.id = v.column1",
        bulk::values(items.len(), 20)
    );
    on!(tx, c => {
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for item in items {
            let entry = item.changed.after();
            let (deadline_kind, deadline) = LedgerRow::deadline_columns(entry.deadline);
            let (status, stage) = item.changed.status().columns();
            let anew = item.changed.begins_anew() || item.changed.strikes_off();
            query = query
                .bind(item.id.0)
                .bind(&entry.no)
                .bind(&entry.kind)
                .bind(&entry.category)
                .bind(&entry.content)
                .bind(&entry.measures)
                .bind(entry.unit.0)
                .bind(&entry.lead.name)
                .bind(entry.lead.id.map(|id| id.0))
                .bind(&entry.responsible.name)
                .bind(entry.responsible.id.map(|id| id.0))
                .bind(&entry.helpers)
                .bind(deadline_kind)
                .bind(deadline)
                .bind(&entry.progress)
                .bind(status)
                .bind(stage)
                .bind(now.timestamp_millis())
                .bind(i64::from(anew))
                .bind(BY_IMPORT);
        }
        query.execute(c).await.map(drop)
    })
}

/// The events of a change: item, name, and what is said in JSON.
fn said(item: &ChangedItem) -> Result<Vec<(ItemId, &'static str, String)>> {
    let encode = |error: serde_json::Error| sqlx::Error::Encode(error.into());
    let (mut was, mut is) = (item.changed.was(), item.changed.is());
    let mut stood = Held::new();
    if item.changed.strikes_off() {
        // Its own event says so.
        stood.extend(was.remove_entry(&Column::Status));
        is.remove(&Column::Status);
    }
    let mut events = Vec::new();
    if item.changed.rewrites() {
        let said = serde_json::json!({ "was": was, "is": is });
        let said = serde_json::to_string(&said).map_err(encode)?;
        events.push((item.id, "changed", said));
    }
    if item.changed.strikes_off() {
        let step = Step::Approve {
            remark: String::new(),
        };
        let name = step.verb().name();
        events.push((item.id, name, super::step::said(&step, &stood)?));
    }
    Ok(events)
}

async fn record(
    tx: &mut Tx,
    events: &[(ItemId, &'static str, String)],
    now: DateTime<Utc>,
) -> Result<()> {
    for chunk in events.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO item_events (item_id, kind, at, note, step) VALUES {}",
            bulk::values(chunk.len(), 5)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (item, kind, step) in chunk {
                query = query
                    .bind(item.0)
                    .bind(*kind)
                    .bind(now.timestamp_millis())
                    .bind(BY_IMPORT)
                    .bind(step);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

async fn unhelp(tx: &mut Tx, items: &[ItemId]) -> Result<()> {
    for chunk in bulk::batches(items) {
        let sql = format!(
            "DELETE FROM item_helpers WHERE item_id IN {}",
            bulk::list(chunk.len())
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for item in &chunk {
                query = query.bind(item.0);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

async fn help(tx: &mut Tx, helpers: &[(ItemId, CadreId)]) -> Result<()> {
    for chunk in helpers.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO item_helpers (item_id, cadre_id) VALUES {} ON CONFLICT DO NOTHING",
            bulk::values(chunk.len(), 2)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (item, cadre) in chunk {
                query = query.bind(item.0).bind(cadre.0);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
