//! Collective study: what was opened, what became of it, and who is ticked on its list.

mod roll;

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, SessionId, UnitId, UpdateId};
use crate::domain::session::{Event, Happened, NewSession, Open, Session};

pub use roll::{count, named, page, place, present, seat, tick, tick_all};

/// Opens one.
pub async fn open(
    tx: &mut Tx,
    new: &NewSession,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO sessions (unit_id, duty, on_date, amount, measure, form, topic, opened_by,
             opened_at, update_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(new.unit.0)
        .bind(&new.duty)
        .bind(new.on.to_string())
        .bind(new.amount.0)
        .bind(new.measure.name())
        .bind(&new.form)
        .bind(&new.topic)
        .bind(new.by.0)
        .bind(now.timestamp_millis())
        .bind(update.0)
        .execute(c)
        .await
        .map(|_| ()))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    path: String,
    duty: String,
    on_date: String,
    amount: i64,
    form: Option<String>,
    topic: Option<String>,
    opened_at: i64,
}

/// The session that an update opened. Telegram may give a number again after weeks: the latest.
pub async fn of_update(tx: &mut Tx, update: UpdateId) -> Result<Option<Session>> {
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT s.id, u.path, s.duty, s.on_date, s.amount, s.form, s.topic, s.opened_at
             FROM sessions s JOIN units u ON u.id = s.unit_id
             WHERE s.update_id = $1 ORDER BY s.id DESC LIMIT 1",
        )
        .bind(update.0)
        .fetch_optional(c)
        .await)?;
    let Some(row) = row else {
        return Ok(None);
    };
    let events = events(tx, row.id).await?;
    let read = |row: Row| {
        Some(Session {
            id: SessionId(row.id),
            update,
            unit: row.path,
            duty: row.duty,
            on: row.on_date.parse().ok()?,
            amount: Amount(row.amount),
            form: row.form,
            topic: row.topic,
            opened_at: DateTime::from_timestamp_millis(row.opened_at)?,
            events,
        })
    };
    Ok(read(row))
}

async fn events(tx: &mut Tx, session: i64) -> Result<Vec<Happened>> {
    let rows: Vec<(String, i64, i64, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.kind, e.at, c.id, c.name FROM session_events e
             JOIN cadres c ON c.id = e.by_cadre WHERE e.session_id = $1 ORDER BY e.id",
        )
        .bind(session)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(kind, at, by, name)| {
            Some(Happened {
                event: Event::from_name(&kind)?,
                at: DateTime::from_timestamp_millis(at)?,
                by: CadreId(by),
                name,
            })
        })
        .collect())
}

/// Those of a unit that were opened since then and that nothing became of, the latest first.
pub async fn open_of(
    tx: &mut Tx,
    unit: UnitId,
    duty: &str,
    since: DateTime<Utc>,
) -> Result<Vec<Open>> {
    let rows: Vec<(i64, String, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT s.update_id, s.on_date, s.amount FROM sessions s
             LEFT JOIN session_events e ON e.session_id = s.id
             WHERE s.unit_id = $1 AND s.duty = $2 AND s.opened_at >= $3 AND e.id IS NULL
             ORDER BY s.id DESC",
        )
        .bind(unit.0)
        .bind(duty)
        .bind(since.timestamp_millis())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(update, on, amount)| {
            Some(Open {
                session: UpdateId(update),
                on: on.parse().ok()?,
                amount: Amount(amount),
            })
        })
        .collect())
}

/// Notes what became of a session; false if that had become of it before, and nothing is changed.
pub async fn happened(
    tx: &mut Tx,
    session: SessionId,
    event: Event,
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let rows = on!(tx, c =>
        sqlx::query(
            "INSERT INTO session_events (session_id, kind, at, by_cadre)
             VALUES ($1, $2, $3, $4) ON CONFLICT (session_id, kind) DO NOTHING",
        )
        .bind(session.0)
        .bind(event.name())
        .bind(now.timestamp_millis())
        .bind(by.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows > 0)
}
