//! Entries as they are exported.

use super::{status, weight};
use crate::domain::entry::Status;
use crate::store::{Result, Tx, on};

/// One row as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct EntryRow {
    /// Row identity.
    pub id: i64,
    /// The person's key.
    pub key: String,
    /// His name.
    pub name: String,
    /// Path of his unit.
    pub path: String,
    /// Duty id.
    pub duty: String,
    /// Thousandths.
    pub amount: i64,
    /// In what.
    pub measure: String,
    /// ISO date.
    pub on_date: String,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// What was typed.
    pub note: String,
    /// tap, text, proxy, session
    pub source: String,
    weight: i64,
    /// UTC milliseconds.
    pub recorded_at: i64,
    /// Telegram's number of the update.
    pub update_id: i64,
    /// Key of who recorded it for him; `None`: he himself.
    pub recorder: Option<String>,
    /// The entry in whose place it stands.
    pub corrects: Option<i64>,
}

impl EntryRow {
    /// Where it stands.
    pub const fn status(&self) -> Status {
        status(self.weight)
    }
}

/// The next rows after an id, at most so many: exports page through them.
pub async fn page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<EntryRow>> {
    on!(tx, c =>
        sqlx::query_as(concat!(
            "SELECT e.id, c.key, c.name, u.path, e.duty, e.amount, e.measure, e.on_date, e.form,
                    e.topic, e.note, e.source, CAST(",
            weight!(),
            " AS BIGINT) AS weight, e.recorded_at, e.update_id, r.key AS recorder, e.corrects
             FROM entries e JOIN cadres c ON c.id = e.cadre_id JOIN units u ON u.id = c.unit_id
             LEFT JOIN cadres r ON r.id = e.recorded_by
             WHERE e.id > $1 ORDER BY e.id LIMIT $2"
        ))
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}
