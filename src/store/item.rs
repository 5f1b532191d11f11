//! The ledger's items and what happened to them.

pub mod asks;
mod hand;
mod history;
mod import;
pub mod lists;
mod open;
mod question;
mod review;
mod since;
mod step;

use chrono::{DateTime, NaiveDate};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::{Result, Tx, bulk, on};
use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Extension, Item, State, Status};

pub use hand::{HandRow, Hands, handed, last_hand, numbered, offered};
pub use history::{Happened, history, last_by};
pub use import::{
    BY_IMPORT, ChangedItem, NewItem, Standing, change_all, first_days, hold_all, insert_all,
    open_of_kind, standing, turns,
};
pub use listing::open_within;
pub use open::{next_no, of_update, open};
pub use reminder::{mentioned, of_nobody, of_nobody_by_id, put_back_at};
pub use since::{Trace, traces};
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
// Below the macro, which they use.
mod listing;
mod reminder;

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
        Self::due_of(&self.deadline_kind, self.deadline.as_deref())
    }

    /// What the two columns say.
    pub fn due_of(kind: &str, date: Option<&str>) -> Deadline {
        match (kind, date) {
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
            lead: self.lead_name.clone(),
            deadline: self.due(),
            status: self.stands(),
            assigned_on: self.assigned_on.parse().unwrap_or(NaiveDate::MIN),
            unit: UnitId(self.unit_id),
            setbacks: u32::try_from(self.setbacks).unwrap_or(0),
            anew_on: None,
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

    /// The row as a step leaves it; path and names follow when it is stored.
    #[must_use]
    pub fn after(&self, next: &State) -> Self {
        let (status, stage) = next.status.columns();
        let (deadline_kind, deadline) = Self::deadline_columns(next.deadline);
        let asked = next.extension.as_ref();
        Self {
            status: status.to_owned(),
            stage: stage.map(str::to_owned),
            deadline_kind,
            deadline,
            unit_id: next.unit.0,
            responsible_id: next.responsible.map(|id| id.0),
            lead_id: next.lead.map(|id| id.0),
            extension_to: asked.map(|asked| asked.to.to_string()),
            extension_why: asked.map(|asked| asked.why.clone()),
            extensions: next.extensions.into(),
            setbacks: next.setbacks.into(),
            reviewed: i64::try_from(next.reviewed).unwrap_or(i64::MAX),
            submitted_by: next.submitted_by.map(|id| id.0),
            offered_to: next.offered_to.map(|id| id.0),
            ..self.clone()
        }
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

/// Some of the ledger, by id, after that one: a page of an export.
pub async fn page(tx: &mut Tx, after: ItemId, limit: i64) -> Result<Vec<LedgerRow>> {
    on!(tx, c =>
        sqlx::query_as(select!("WHERE i.id > $1 ORDER BY i.id LIMIT $2"))
            .bind(after.0)
            .bind(limit)
            .fetch_all(c)
            .await)
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

/// These items, by id.
pub async fn by_ids(tx: &mut Tx, ids: &[ItemId]) -> Result<Vec<LedgerRow>> {
    let mut all = Vec::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            select!("WHERE i.id IN {} ORDER BY i.id"),
            bulk::list(chunk.len())
        );
        let rows: Vec<LedgerRow> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows);
    }
    Ok(all)
}

/// Items of that number that are not struck off, at most so many.
async fn of_no(tx: &mut Tx, no: &str, most: i64) -> Result<Vec<LedgerRow>> {
    on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE i.no = $1 AND i.status <> 'closed' ORDER BY i.id LIMIT $2"
        ))
        .bind(no)
        .bind(most)
        .fetch_all(c)
        .await)
}
