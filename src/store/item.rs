//! The ledger's items and what happened to them.

mod history;
pub mod lists;
mod open;
mod question;
mod review;
mod step;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::{Result, Tx, bulk, on};
use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Extension, Item, State, Status};

pub use history::{Happened, history};
pub use open::{next_no, of_update, open};
pub use step::take;

/// A whole row of the ledger, as it is imported and exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LedgerRow {
    /// Row identity; 0 for one that is not stored yet.
    pub id: i64,
    /// The ledger's number.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// As the office wrote it.
    pub category: String,
    /// What is to be put right.
    pub content: String,
    /// How.
    pub measures: String,
    /// The unit responsible.
    pub unit_id: i64,
    /// Its path.
    pub path: String,
    /// 牵头领导 as written.
    pub lead_name: String,
    /// If the roster knows him.
    pub lead_id: Option<i64>,
    /// 责任人 as written.
    pub responsible: String,
    /// If the roster knows him.
    pub responsible_id: Option<i64>,
    /// date, immediate, ongoing
    pub deadline_kind: String,
    /// ISO date.
    pub deadline: Option<String>,
    /// As the office wrote it.
    pub progress: String,
    /// assigned, submitted, closed
    pub status: String,
    /// accepted, under_way, cancelled; `None`: as the status says
    pub stage: Option<String>,
    /// 配合单位、配合人 as written.
    pub helpers: String,
    /// ISO date of the later day that was asked for.
    pub extension_to: Option<String>,
    /// Why it was asked for.
    pub extension_why: Option<String>,
    /// How often.
    pub extensions: i64,
    /// How often it was returned or reopened.
    pub setbacks: i64,
    /// Links of its review chain that have approved.
    pub reviewed: i64,
    /// Who declared it done.
    pub submitted_by: Option<i64>,
    /// The unit that it is handed up to.
    pub offered_to: Option<i64>,
    /// Reminders sent since it is overdue.
    pub reminded: i64,
    /// ISO date of the last mention.
    pub reminded_on: Option<String>,
    /// UTC milliseconds of when progress was last told.
    pub reported_at: Option<i64>,
    /// Who made it in chat.
    pub opened_by: Option<i64>,
    /// The item that it makes up for.
    pub made_from: Option<i64>,
    /// ISO date of the day it was taken in.
    pub assigned_on: String,
    /// UTC milliseconds.
    pub submitted_at: Option<i64>,
    /// UTC milliseconds.
    pub closed_at: Option<i64>,
    /// Who struck it off.
    pub closed_by: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.no, i.kind, i.category, i.content, i.measures, i.unit_id, u.path, \
             i.lead_name, i.lead_id, i.responsible, i.responsible_id, i.deadline_kind, i.deadline, \
             i.progress, i.status, i.stage, i.helpers, i.extension_to, i.extension_why, i.extensions, \
             i.setbacks, i.reviewed, i.submitted_by, i.offered_to, i.reminded, i.reminded_on, \
             i.reported_at, i.opened_by, i.made_from, \
             i.assigned_on, i.submitted_at, i.closed_at, i.closed_by \
             FROM items i JOIN units u ON u.id = i.unit_id ",
            $rest
        )
    };
}

/// The columns of [`LedgerRow`], and what follows them.
fn select(rest: &str) -> String {
    format!(select!("{}"), rest)
}

impl LedgerRow {
    /// The two columns that keep a deadline.
    pub fn deadline_columns(deadline: Deadline) -> (String, Option<String>) {
        match deadline {
            Deadline::On(date) => ("date".to_owned(), Some(date.to_string())),
            Deadline::Immediate => ("immediate".to_owned(), None),
            Deadline::Ongoing => ("ongoing".to_owned(), None),
        }
    }

    /// Its deadline.
    pub fn due(&self) -> Deadline {
        match (self.deadline_kind.as_str(), &self.deadline) {
            ("immediate", _) => Deadline::Immediate,
            ("date", Some(date)) => date.parse().map_or(Deadline::Ongoing, Deadline::On),
            _ => Deadline::Ongoing,
        }
    }

    /// What its reminders need.
    pub fn item(&self) -> Item {
        Item {
            id: ItemId(self.id),
            no: self.no.clone(),
            kind: self.kind.clone(),
            content: self.content.clone(),
            responsible: self.responsible_id.map(CadreId),
            deadline: self.due(),
            status: self.stands(),
            assigned_on: self.assigned_on.parse().unwrap_or(NaiveDate::MIN),
            unit: UnitId(self.unit_id),
            setbacks: u32::try_from(self.setbacks).unwrap_or(0),
            reminded: u32::try_from(self.reminded).unwrap_or(0),
            reminded_on: day(self.reminded_on.as_deref()),
            reported_on: self
                .reported_at
                .and_then(DateTime::from_timestamp_millis)
                .map(|at| at.date_naive()),
            muted_until: None,
            offered: self.offered_to.is_some(),
        }
    }

    /// Where it stands.
    pub fn stands(&self) -> Status {
        Status::from_columns(&self.status, self.stage.as_deref())
    }

    /// What decides which steps are open to whom.
    pub fn state(&self) -> State {
        let extension = day(self.extension_to.as_deref()).map(|to| Extension {
            to,
            why: self.extension_why.clone().unwrap_or_default(),
        });
        State {
            status: self.stands(),
            deadline: self.due(),
            unit: UnitId(self.unit_id),
            responsible: self.responsible_id.map(CadreId),
            lead: self.lead_id.map(CadreId),
            extension,
            extensions: u32::try_from(self.extensions).unwrap_or(u32::MAX),
            setbacks: u32::try_from(self.setbacks).unwrap_or(0),
            reviewed: usize::try_from(self.reviewed).unwrap_or(0),
            submitted_by: self.submitted_by.map(CadreId),
            offered_to: self.offered_to.map(UnitId),
        }
    }
}

fn day(text: Option<&str>) -> Option<NaiveDate> {
    text.and_then(|day| day.parse().ok())
}

/// The whole ledger, by id.
pub async fn all(tx: &mut Tx) -> Result<Vec<LedgerRow>> {
    on!(tx, c => sqlx::query_as(select!("ORDER BY i.id")).fetch_all(c).await)
}

/// One item.
pub async fn by_id(tx: &mut Tx, id: ItemId) -> Result<Option<LedgerRow>> {
    on!(tx, c =>
        sqlx::query_as(select!("WHERE i.id = $1")).bind(id.0).fetch_optional(c).await)
}

/// One item, kept as it is until the transaction ends: of two people who press at once the second is told what
/// the first has done.
pub async fn hold(tx: &mut Tx, id: ItemId) -> Result<Option<LedgerRow>> {
    on!(tx, c =>
        sqlx::query("UPDATE items SET updated_at = updated_at WHERE id = $1")
            .bind(id.0)
            .execute(c)
            .await
            .map(|_| ()))?;
    by_id(tx, id).await
}

/// The items of one person that are not struck off.
pub async fn open_of(tx: &mut Tx, cadre: CadreId) -> Result<Vec<LedgerRow>> {
    on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE i.responsible_id = $1 AND i.status <> 'closed' ORDER BY i.id"
        ))
        .bind(cadre.0)
        .fetch_all(c)
        .await)
}

/// The items of these people that are still to be done.
pub async fn assigned_of(tx: &mut Tx, cadres: &[CadreId]) -> Result<Vec<LedgerRow>> {
    let mut all = Vec::new();
    for chunk in bulk::batches(cadres) {
        let sql = format!(
            select!("WHERE i.status = 'assigned' AND i.responsible_id IN {} ORDER BY i.id"),
            bulk::list(chunk.len())
        );
        let rows: Vec<LedgerRow> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for cadre in &chunk {
                query = query.bind(cadre.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows);
    }
    Ok(all)
}

/// Whether somebody is among those who help with it.
pub async fn helps(tx: &mut Tx, item: ItemId, cadre: CadreId) -> Result<bool> {
    let found: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT cadre_id FROM item_helpers WHERE item_id = $1 AND cadre_id = $2")
            .bind(item.0)
            .bind(cadre.0)
            .fetch_optional(c)
            .await)?;
    Ok(found.is_some())
}

/// The units that handed it up, by their paths, and who was responsible there.
pub async fn handed_from(tx: &mut Tx, item: ItemId) -> Result<Vec<(String, Option<CadreId>)>> {
    let rows: Vec<(String, Option<i64>)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT u.path, h.from_cadre FROM item_hands h JOIN units u ON u.id = h.from_unit
             WHERE h.item_id = $1 ORDER BY h.id",
        )
        .bind(item.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(path, from)| (path, from.map(CadreId)))
        .collect())
}

/// Items past their deadline that are still to be done, oldest deadline first.
pub async fn overdue(tx: &mut Tx, today: NaiveDate) -> Result<Vec<LedgerRow>> {
    on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE i.status = 'assigned' AND i.deadline < $1 ORDER BY i.deadline, i.id"
        ))
        .bind(today.to_string())
        .fetch_all(c)
        .await)
}

/// Adds items (those of id 0) and brings the others up to date, each with its event.
pub async fn save(tx: &mut Tx, rows: &[LedgerRow], now: DateTime<Utc>) -> Result<()> {
    for row in rows {
        if row.id == 0 {
            let (id,): (i64,) = on!(tx, c =>
                sqlx::query_as(
                    "INSERT INTO items (no, kind, category, content, measures, unit_id, lead_name,
                     lead_id, responsible, responsible_id, deadline_kind, deadline, progress,
                     status, assigned_on, updated_at, submitted_at, closed_at, closed_by)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                     $17, $18, $19) RETURNING id",
                )
                .bind(&row.no)
                .bind(&row.kind)
                .bind(&row.category)
                .bind(&row.content)
                .bind(&row.measures)
                .bind(row.unit_id)
                .bind(&row.lead_name)
                .bind(row.lead_id)
                .bind(&row.responsible)
                .bind(row.responsible_id)
                .bind(&row.deadline_kind)
                .bind(&row.deadline)
                .bind(&row.progress)
                .bind(&row.status)
                .bind(&row.assigned_on)
                .bind(now.timestamp_millis())
                .bind(row.submitted_at)
                .bind(row.closed_at)
                .bind(&row.closed_by)
                .fetch_one(c)
                .await)?;
            event(tx, ItemId(id), &row.status, None, "import", now).await?;
        } else {
            on!(tx, c =>
                sqlx::query(
                    "UPDATE items SET no = $2, kind = $3, category = $4, content = $5,
                     measures = $6, unit_id = $7, lead_name = $8, lead_id = $9, responsible = $10,
                     responsible_id = $11, deadline_kind = $12, deadline = $13, progress = $14,
                     status = $15, updated_at = $16, closed_at = $17, closed_by = $18
                     WHERE id = $1",
                )
                .bind(row.id)
                .bind(&row.no)
                .bind(&row.kind)
                .bind(&row.category)
                .bind(&row.content)
                .bind(&row.measures)
                .bind(row.unit_id)
                .bind(&row.lead_name)
                .bind(row.lead_id)
                .bind(&row.responsible)
                .bind(row.responsible_id)
                .bind(&row.deadline_kind)
                .bind(&row.deadline)
                .bind(&row.progress)
                .bind(&row.status)
                .bind(now.timestamp_millis())
                .bind(row.closed_at)
                .bind(&row.closed_by)
                .execute(c)
                .await
                .map(|_| ()))?;
            event(tx, ItemId(row.id), "changed", None, "import", now).await?;
        }
    }
    Ok(())
}

/// The states of these items.
pub async fn statuses(tx: &mut Tx, ids: &[ItemId]) -> Result<HashMap<ItemId, Status>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT id, status, stage FROM items WHERE id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, String, Option<String>)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        let rows = rows.into_iter();
        all.extend(rows.map(|(id, status, stage)| {
            let status = Status::from_columns(&status, stage.as_deref());
            (ItemId(id), status)
        }));
    }
    Ok(all)
}

async fn event(
    tx: &mut Tx,
    item: ItemId,
    kind: &str,
    by: Option<CadreId>,
    note: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO item_events (item_id, kind, at, by_cadre, note) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(item.0)
        .bind(kind)
        .bind(now.timestamp_millis())
        .bind(by.map(|id| id.0))
        .bind(note)
        .execute(c)
        .await
        .map(|_| ()))
}
