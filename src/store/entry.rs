//! Recorded amounts: rows that are never changed, and the events that say what became of them.

mod chain;
mod correcting;
mod history;
mod listing;
mod session;
mod sums;
pub mod waiting;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, on};
use crate::conversation::outcome::NewEntry;
use crate::domain::amount::Amount;
use crate::domain::entry::{Event, Source, Status, WaitsFor};
use crate::domain::ids::{CadreId, EntryId, UnitId, UpdateId};

pub use chain::{latest_by, latest_update, of_prompt_for};
pub use correcting::{in_place_of, latest, of_span, topics};
pub use history::{Background, Happening, Told, background, happenings, told};
pub use listing::{EntryRow, page};
pub use session::{insert_all, of_session, of_that_day, withdraw_session};
pub use sums::{answered, done, done_by_all, held};

/// Where the entry `e` stands, as a number: the weight of [`Status`] in its order, from 1. The weightiest of
/// its events decides; without any, what it waited for. The same as [`Status::of`].
macro_rules! weight {
    () => {
        "COALESCE((SELECT MAX(CASE w.kind WHEN 'withdrawn' THEN 4 WHEN 'rejected' THEN 3 \
         WHEN 'confirmed' THEN 2 ELSE 1 END) FROM entry_events w WHERE w.entry_id = e.id), \
         CASE WHEN e.waits_for IS NULL THEN 2 ELSE 1 END)"
    };
}
use weight;

/// The status of that weight.
const fn status(weight: i64) -> Status {
    match weight {
        1 => Status::Pending,
        2 => Status::Counted,
        3 => Status::Rejected,
        _ => Status::Withdrawn,
    }
}

/// Records an amount.
pub async fn insert(
    tx: &mut Tx,
    entry: &NewEntry,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<EntryId> {
    let details = &entry.details;
    let (id,): (i64,) = on!(tx, c =>
        sqlx::query_as(
            "INSERT INTO entries (cadre_id, duty, amount, measure, on_date, note, source,
             recorded_at, update_id, prompt_id, form, topic, waits_for, corrects, recorded_by,
             session_id, with_cadre, place_unit, subject)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19) RETURNING id",
        )
        .bind(entry.cadre.0)
        .bind(&entry.duty)
        .bind(entry.amount.0)
        .bind(entry.measure.name())
        .bind(entry.on.to_string())
        .bind(&entry.note)
        .bind(entry.source.name())
        .bind(now.timestamp_millis())
        .bind(update.0)
        .bind(entry.prompt)
        .bind(&details.form)
        .bind(&details.topic)
        .bind(entry.waits_for.map(WaitsFor::name))
        .bind(entry.corrects.map(|id| id.0))
        .bind(entry.recorded_by.map(|id| id.0))
        .bind(entry.session.map(|id| id.0))
        .bind(details.partner.map(|id| id.0))
        .bind(details.place.map(|id| id.0))
        .bind(&details.subject)
        .fetch_one(c)
        .await)?;
    Ok(EntryId(id))
}

/// Notes what became of an entry; false if that had become of it before, and nothing is changed.
pub async fn happened(
    tx: &mut Tx,
    entry: EntryId,
    event: Event,
    by: CadreId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let rows = on!(tx, c =>
        sqlx::query(
            "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (entry_id, kind) DO NOTHING",
        )
        .bind(entry.0)
        .bind(event.name())
        .bind(now.timestamp_millis())
        .bind(by.0)
        .bind(reason)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows > 0)
}

/// What became of an entry, in that order.
pub async fn events(tx: &mut Tx, entry: EntryId) -> Result<Vec<Event>> {
    let rows: Vec<(String,)> = on!(tx, c =>
        sqlx::query_as("SELECT kind FROM entry_events WHERE entry_id = $1 ORDER BY id")
            .bind(entry.0)
            .fetch_all(c)
            .await)?;
    let event = |(kind,): (String,)| Event::ALL.into_iter().find(|event| event.name() == kind);
    Ok(rows.into_iter().filter_map(event).collect())
}

/// An entry as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Row identity.
    pub id: EntryId,
    /// Whose.
    pub cadre: CadreId,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// With whom (S8).
    pub partner: Option<CadreId>,
    /// The unit visited (S5, S16).
    pub place: Option<UnitId>,
    /// Household, place or deed in words.
    pub subject: String,
    /// What was typed.
    pub note: String,
    /// How it came.
    pub source: Source,
    /// Who recorded it for him.
    pub recorded_by: Option<CadreId>,
    /// Where it stands.
    pub status: Status,
    /// The update it came in.
    pub update: UpdateId,
    /// The prompt that was tapped.
    pub prompt: Option<i64>,
    /// What it waited for when it was recorded.
    pub waits_for: Option<WaitsFor>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    cadre_id: i64,
    duty: String,
    on_date: String,
    amount: i64,
    form: Option<String>,
    topic: Option<String>,
    with_cadre: Option<i64>,
    place_unit: Option<i64>,
    subject: String,
    note: String,
    source: String,
    recorded_by: Option<i64>,
    weight: i64,
    update_id: i64,
    prompt_id: Option<i64>,
    waits_for: Option<String>,
    recorded_at: i64,
}

fn entry(row: Row) -> Option<Entry> {
    Some(Entry {
        id: EntryId(row.id),
        cadre: CadreId(row.cadre_id),
        duty: row.duty,
        on: row.on_date.parse().ok()?,
        amount: Amount(row.amount),
        form: row.form,
        topic: row.topic,
        partner: row.with_cadre.map(CadreId),
        place: row.place_unit.map(UnitId),
        subject: row.subject,
        note: row.note,
        source: Source::from_name(&row.source)?,
        recorded_by: row.recorded_by.map(CadreId),
        status: status(row.weight),
        update: UpdateId(row.update_id),
        prompt: row.prompt_id,
        waits_for: row.waits_for.as_deref().and_then(WaitsFor::from_name),
        recorded_at: DateTime::from_timestamp_millis(row.recorded_at)?,
    })
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.cadre_id, e.duty, e.on_date, e.amount, e.form, e.topic, e.with_cadre, \
             e.place_unit, e.subject, e.note, e.source, e.recorded_by, \
             CAST(",
            $crate::store::entry::weight!(),
            " AS BIGINT) AS weight, e.update_id, e.prompt_id, e.waits_for, e.recorded_at \
             FROM entries e ",
            $rest
        )
    };
}
use select;

/// The entry of that id, wherever it stands.
pub async fn by_id(tx: &mut Tx, id: EntryId) -> Result<Option<Entry>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE e.id = $1")).bind(id.0).fetch_optional(c).await)?;
    Ok(row.and_then(entry))
}

/// The entries of one update that are not withdrawn, by day.
pub async fn of_update(tx: &mut Tx, update: UpdateId) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE e.update_id = $1 ORDER BY e.on_date, e.id"))
            .bind(update.0)
            .fetch_all(c)
            .await)?;
    Ok(standing(rows))
}

/// The entries that a person tapped for himself on one prompt and that are not withdrawn, by day. Numbers of
/// messages are of a chat: what was recorded for him was tapped in another's.
pub async fn of_prompt(tx: &mut Tx, cadre: CadreId, prompt: i64) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE e.cadre_id = $1 AND e.prompt_id = $2 AND e.recorded_by IS NULL \
             ORDER BY e.on_date, e.id"
        ))
        .bind(cadre.0)
        .bind(prompt)
        .fetch_all(c)
        .await)?;
    Ok(standing(rows))
}

/// A person's entries of a duty of one day that are not withdrawn.
pub async fn of_day(tx: &mut Tx, cadre: CadreId, duty: &str, day: NaiveDate) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!(
            "WHERE e.cadre_id = $1 AND e.duty = $2 AND e.on_date = $3 ORDER BY e.id"
        ))
        .bind(cadre.0)
        .bind(duty)
        .bind(day.to_string())
        .fetch_all(c)
        .await)?;
    Ok(standing(rows))
}

fn standing(rows: Vec<Row>) -> Vec<Entry> {
    rows.into_iter()
        .filter_map(entry)
        .filter(|entry| entry.status != Status::Withdrawn)
        .collect()
}
