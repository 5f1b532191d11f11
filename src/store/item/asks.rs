//! Progress asked for each month (S13): one row an item and month. The person is whoever is responsible now, else
//! who was asked.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, HashMap};

use crate::domain::dispatch::{Ask, Askable, Named};
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::month::Month;
use crate::store::{Result, Tx, bulk, on};

/// "2014-03", as the table keeps it.
fn text(month: Month) -> String {
    format!("{:04}-{:02}", month.year(), month.number())
}

fn month_of(text: &str) -> Option<Month> {
    Month::from_digits(&text.replace('-', ""))
}

/// What is still to be done of all that was taken into the ledger before that day. What is handed up and not
/// answered is the unit's above to speak of.
pub async fn askable(tx: &mut Tx, before: NaiveDate) -> Result<Vec<Askable>> {
    let rows: Vec<(i64, Option<i64>, String, Option<i64>)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT i.id, i.responsible_id, u.path, i.reported_at
             FROM items i JOIN units u ON u.id = i.unit_id
             WHERE i.status = 'assigned' AND i.offered_to IS NULL AND i.assigned_on < $1
             ORDER BY i.id",
        )
        .bind(before.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(item, responsible, unit, reported_at)| Askable {
            item: ItemId(item),
            responsible: responsible.map(CadreId),
            unit,
            reported_at,
        })
        .collect())
}

/// Asks. What was asked of that month already stays as it is.
pub async fn insert(
    tx: &mut Tx,
    month: Month,
    due_on: NaiveDate,
    asks: &[Ask],
    now: DateTime<Utc>,
) -> Result<()> {
    let (month, due_on) = (text(month), due_on.to_string());
    for chunk in asks.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO item_asks (item_id, month, cadre_id, due_on, asked_at, answered_at)
             VALUES {} ON CONFLICT (item_id, month) DO NOTHING",
            bulk::values(chunk.len(), 6)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for ask in chunk {
                query = query
                    .bind(ask.item.0)
                    .bind(&month)
                    .bind(ask.cadre.map_or(0, |id| id.0))
                    .bind(&due_on)
                    .bind(now.timestamp_millis())
                    .bind(ask.answered_at);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Which items of that month people are still to be asked of, by person.
pub async fn untold(tx: &mut Tx, month: Month) -> Result<BTreeMap<CadreId, Vec<ItemId>>> {
    let rows: Vec<(i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT COALESCE(i.responsible_id, a.cadre_id), a.item_id
             FROM item_asks a JOIN items i ON i.id = a.item_id
             WHERE a.month = $1 AND a.answered_at IS NULL AND a.told_at IS NULL
             AND i.status = 'assigned' AND COALESCE(i.responsible_id, a.cadre_id) <> 0
             ORDER BY a.item_id",
        )
        .bind(text(month))
        .fetch_all(c)
        .await)?;
    let mut all: BTreeMap<CadreId, Vec<ItemId>> = BTreeMap::new();
    for (cadre, item) in rows {
        all.entry(CadreId(cadre)).or_default().push(ItemId(item));
    }
    Ok(all)
}

/// An item that somebody has to tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Which.
    pub item: Named,
    /// By when.
    pub due_on: NaiveDate,
}

/// What these people have to tell of still, of that month.
pub async fn open_of(
    tx: &mut Tx,
    cadres: &[CadreId],
    month: Month,
) -> Result<HashMap<CadreId, Vec<Open>>> {
    let mut all: HashMap<CadreId, Vec<Open>> = HashMap::new();
    let month = text(month);
    for chunk in bulk::batches(cadres) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "SELECT COALESCE(i.responsible_id, a.cadre_id), a.item_id, i.no, i.content, a.due_on
             FROM item_asks a JOIN items i ON i.id = a.item_id
             WHERE a.month = $1 AND a.answered_at IS NULL AND i.status = 'assigned'
             AND COALESCE(i.responsible_id, a.cadre_id) IN ({}) ORDER BY a.item_id",
            list.join(", ")
        );
        let rows: Vec<(i64, i64, String, String, String)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(&month);
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        for (cadre, id, no, content, due_on) in rows {
            all.entry(CadreId(cadre)).or_default().push(Open {
                item: Named {
                    id: ItemId(id),
                    no,
                    content,
                },
                due_on: due_on.parse().unwrap_or(NaiveDate::MIN),
            });
        }
    }
    Ok(all)
}

/// When an item was last asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Of which month.
    pub month: Month,
    /// To be told by then.
    pub due_on: NaiveDate,
    /// Whether it is.
    pub answered: bool,
}

/// The last time that the item was asked of.
pub async fn last(tx: &mut Tx, item: ItemId) -> Result<Option<Asked>> {
    let row: Option<(String, String, Option<i64>)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT month, due_on, answered_at FROM item_asks
             WHERE item_id = $1 ORDER BY month DESC LIMIT 1",
        )
        .bind(item.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.and_then(|(month, due_on, answered_at)| {
        Some(Asked {
            month: month_of(&month)?,
            due_on: due_on.parse().ok()?,
            answered: answered_at.is_some(),
        })
    }))
}

/// The digest that asked of these has arrived.
pub async fn tell(tx: &mut Tx, items: &[ItemId], month: Month, now: DateTime<Utc>) -> Result<()> {
    let month = text(month);
    for chunk in bulk::batches(items) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 3)).collect();
        let sql = format!(
            "UPDATE item_asks SET told_at = $1
             WHERE month = $2 AND told_at IS NULL AND item_id IN ({})",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql))
                .bind(now.timestamp_millis())
                .bind(&month);
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Progress of the item was told, or it was declared done: what was asked last is answered.
pub(super) async fn answered(tx: &mut Tx, item: ItemId, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE item_asks SET answered_at = $2 WHERE item_id = $1 AND answered_at IS NULL
             AND month = (SELECT MAX(b.month) FROM item_asks b WHERE b.item_id = $1)",
        )
        .bind(item.0)
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))
}

/// The last month that was asked of, if any was.
pub async fn last_month(tx: &mut Tx) -> Result<Option<Month>> {
    let (month,): (Option<String>,) = on!(tx, c =>
        sqlx::query_as("SELECT MAX(month) FROM item_asks").fetch_one(c).await)?;
    Ok(month.as_deref().and_then(month_of))
}

/// How a month stands with one person of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Path of the items' unit.
    pub unit: String,
    /// His name; `None`: there was nobody to ask.
    pub name: Option<String>,
    /// Whether he can be written to.
    pub reachable: bool,
    /// To be told by then.
    pub due_on: NaiveDate,
    /// Items asked of.
    pub asked: usize,
    /// Told of.
    pub answered: usize,
    /// Of those told of after `due_end`.
    pub late: usize,
}

/// How a month stands with everybody, by unit and person. What is over without an answer does not count. Late is
/// what was told from `due_end` on (UTC milliseconds).
pub async fn shares(tx: &mut Tx, month: Month, due_end: i64) -> Result<Vec<Share>> {
    type Row = (String, Option<String>, i64, String, i64, i64, i64);
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT u.path, c.name,
             CAST(MAX(CASE WHEN l.id IS NULL THEN 0 ELSE 1 END) AS BIGINT), MAX(a.due_on),
             CAST(COUNT(*) AS BIGINT),
             CAST(SUM(CASE WHEN a.answered_at IS NULL THEN 0 ELSE 1 END) AS BIGINT),
             CAST(SUM(CASE WHEN a.answered_at >= $2 THEN 1 ELSE 0 END) AS BIGINT)
             FROM item_asks a JOIN items i ON i.id = a.item_id JOIN units u ON u.id = i.unit_id
             LEFT JOIN cadres c ON c.id = COALESCE(i.responsible_id, a.cadre_id)
             LEFT JOIN links l ON l.cadre_id = c.id AND l.state = 'linked'
             WHERE a.month = $1 AND (a.answered_at IS NOT NULL OR i.status = 'assigned')
             GROUP BY u.path, c.id, c.name ORDER BY u.path, c.id",
        )
        .bind(text(month))
        .bind(due_end)
        .fetch_all(c)
        .await)?;
    let count = |n: i64| usize::try_from(n).unwrap_or(0);
    Ok(rows
        .into_iter()
        .map(
            |(unit, name, linked, due_on, asked, answered, late)| Share {
                unit,
                name,
                reachable: linked > 0,
                due_on: due_on.parse().unwrap_or(NaiveDate::MIN),
                asked: count(asked),
                answered: count(answered),
                late: count(late),
            },
        )
        .collect())
}

/// By when progress of the month is to be told; `None`: it was not asked for.
pub async fn due_on(tx: &mut Tx, month: Month) -> Result<Option<NaiveDate>> {
    let (due_on,): (Option<String>,) = on!(tx, c =>
        sqlx::query_as("SELECT MAX(due_on) FROM item_asks WHERE month = $1")
            .bind(text(month))
            .fetch_one(c)
            .await)?;
    Ok(due_on.and_then(|day| day.parse().ok()))
}

/// A row of the export.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AskRow {
    /// The item's row.
    pub item_id: i64,
    /// 2014-03
    pub month: String,
    /// The ledger's number.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// What is to be put right.
    pub content: String,
    /// Path of its unit.
    pub path: String,
    /// Key of who is to tell; `None`: there is nobody.
    pub key: Option<String>,
    /// His name.
    pub name: Option<String>,
    /// ISO date.
    pub due_on: String,
    /// UTC milliseconds.
    pub asked_at: i64,
    /// UTC milliseconds of the digest that asked.
    pub told_at: Option<i64>,
    /// UTC milliseconds.
    pub answered_at: Option<i64>,
    /// What was last told of the item, as it is kept.
    pub progress: String,
}

/// The next rows after one of a month, by month and item.
pub async fn page(tx: &mut Tx, after: (&str, i64), limit: i64) -> Result<Vec<AskRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT a.item_id, a.month, i.no, i.kind, i.content, u.path, c.key, c.name, a.due_on,
             a.asked_at, a.told_at, a.answered_at, i.progress
             FROM item_asks a JOIN items i ON i.id = a.item_id JOIN units u ON u.id = i.unit_id
             LEFT JOIN cadres c ON c.id = COALESCE(i.responsible_id, a.cadre_id)
             WHERE a.month > $1 OR (a.month = $1 AND a.item_id > $2)
             ORDER BY a.month, a.item_id LIMIT $3",
        )
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .fetch_all(c)
        .await)
}
