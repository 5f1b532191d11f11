//! Entries as their statement lists them: a month of somebody's, and one with all that is known of it.

use std::collections::HashMap;

use crate::domain::account::Fact;
use crate::domain::amount::Amount;
use crate::domain::deadline::Span;
use crate::domain::entry::{Event, Source, WaitsFor};
use crate::domain::ids::{CadreId, EntryId};
use crate::store::{Result, Tx, on};

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What counts of it.
    pub fact: Fact,
    /// How it came.
    pub source: Source,
    /// Why it was turned down; empty: it was not, or nobody said.
    pub reason: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    duty: String,
    on_date: String,
    amount: i64,
    topic: Option<String>,
    source: String,
    waits_for: Option<String>,
}

/// A person's entries of these days, withdrawn ones too, the newest day first and of a day the newest entry.
/// Two statements, however many there are.
pub async fn told(tx: &mut Tx, cadre: CadreId, span: &Span) -> Result<Vec<Told>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id, duty, on_date, amount, topic, source, waits_for FROM entries
             WHERE cadre_id = $1 AND on_date >= $2 AND on_date <= $3 ORDER BY on_date DESC, id DESC",
        )
        .bind(cadre.0)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    let events: Vec<(i64, String, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT w.entry_id, w.kind, w.reason FROM entry_events w JOIN entries e ON e.id = w.entry_id
             WHERE e.cadre_id = $1 AND e.on_date >= $2 AND e.on_date <= $3 ORDER BY w.id",
        )
        .bind(cadre.0)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    let mut of_entry: HashMap<i64, Vec<(Event, String)>> = HashMap::new();
    for (entry, kind, reason) in events {
        if let Some(event) = event(&kind) {
            of_entry.entry(entry).or_default().push((event, reason));
        }
    }
    let told = |row: Row| {
        let events = of_entry.remove(&row.id).unwrap_or_default();
        let rejected = events.iter().find(|(event, _)| *event == Event::Rejected);
        let reason = rejected.map(|(_, reason)| reason.clone());
        Some(Told {
            fact: Fact {
                entry: EntryId(row.id),
                duty: row.duty,
                on: row.on_date.parse().ok()?,
                amount: Amount(row.amount),
                topic: row.topic,
                waits_for: row.waits_for.as_deref().and_then(WaitsFor::from_name),
                events: events.iter().map(|(event, _)| *event).collect(),
            },
            source: Source::from_name(&row.source)?,
            reason: reason.unwrap_or_default(),
        })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

/// What is known of an entry beside the entry itself.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Background {
    /// When it was recorded, UTC milliseconds.
    pub recorded_at: i64,
    /// Who recorded it for him, by name.
    pub recorder: Option<String>,
    /// With whom, by name.
    pub partner: Option<String>,
    /// Path of the unit visited.
    pub place: Option<String>,
    /// The entry in whose place it stands.
    pub corrects: Option<i64>,
    /// The entry that stands in its place.
    pub corrected_by: Option<i64>,
    waits_for: Option<String>,
}

impl Background {
    /// What it waited for when it was recorded.
    pub fn waits_for(&self) -> Option<WaitsFor> {
        self.waits_for.as_deref().and_then(WaitsFor::from_name)
    }
}

/// What is known of an entry beside the entry itself; `None`: there is no such entry.
pub async fn background(tx: &mut Tx, entry: EntryId) -> Result<Option<Background>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT e.recorded_at, r.name AS recorder, p.name AS partner, u.path AS place, e.corrects,
                    (SELECT MAX(n.id) FROM entries n WHERE n.corrects = e.id) AS corrected_by,
                    e.waits_for
             FROM entries e LEFT JOIN cadres r ON r.id = e.recorded_by
             LEFT JOIN cadres p ON p.id = e.with_cadre LEFT JOIN units u ON u.id = e.place_unit
             WHERE e.id = $1",
        )
        .bind(entry.0)
        .fetch_optional(c)
        .await)
}

/// One thing that became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// What.
    pub event: Event,
    /// When, UTC milliseconds.
    pub at: i64,
    /// By whom.
    pub by: Option<CadreId>,
    /// His name.
    pub name: Option<String>,
    /// Why; may be empty.
    pub reason: String,
}

/// What, when, by whom, his name, why.
type EventRow = (String, i64, Option<i64>, Option<String>, String);

/// What became of an entry, the oldest first.
pub async fn happenings(tx: &mut Tx, entry: EntryId) -> Result<Vec<Happening>> {
    let rows: Vec<EventRow> = on!(tx, c =>
        sqlx::query_as(
            "SELECT w.kind, w.at, w.by_cadre, c.name, w.reason FROM entry_events w
             LEFT JOIN cadres c ON c.id = w.by_cadre WHERE w.entry_id = $1 ORDER BY w.at, w.id",
        )
        .bind(entry.0)
        .fetch_all(c)
        .await)?;
    let happening = |(kind, at, by, name, reason): EventRow| {
        Some(Happening {
            event: event(&kind)?,
            at,
            by: by.map(CadreId),
            name,
            reason,
        })
    };
    Ok(rows.into_iter().filter_map(happening).collect())
}

/// The event of that name.
fn event(name: &str) -> Option<Event> {
    Event::ALL.into_iter().find(|event| event.name() == name)
}
