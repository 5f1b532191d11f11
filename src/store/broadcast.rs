//! Broadcasts: what is said once for all, to whom, how far it is, and what was done to it.

mod freeze;
mod listing;
mod reading;
mod rows;

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
use crate::domain::audience::Audience;
use crate::domain::broadcast::{Body, Photo, State};
use crate::domain::ids::{BroadcastId, CadreId};

pub use freeze::{Frozen, freeze, people};
pub use listing::{Count, Listed, latest};
pub use reading::{Kept, Reader, bodies, file, forget_file, keep_file, photo, readers, states};
pub use rows::{close, held_until, hold, is_open, park_due, release};

/// A broadcast to be kept.
#[derive(Debug)]
pub struct NewBroadcast<'a> {
    /// What sort; `notice` is the only one yet.
    pub kind: &'a str,
    /// What is said.
    pub body: &'a Body,
    /// The picture above it.
    pub photo: Option<&'a Photo>,
    /// To whom.
    pub audience: &'a Audience,
    /// By whom; `None`: the command line.
    pub by: Option<CadreId>,
}

/// How far one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// Whether its whole audience is written down.
    pub frozen: bool,
    /// The last person who was looked at for it.
    pub cursor: CadreId,
    /// To whom it goes.
    pub audience: Audience,
}

/// Keeps one, to be frozen.
pub async fn insert(
    tx: &mut Tx,
    new: &NewBroadcast<'_>,
    now: DateTime<Utc>,
) -> Result<BroadcastId> {
    let body = json(new.body)?;
    let audience = json(new.audience)?;
    let (id,): (i64,) = on!(tx, c =>
        sqlx::query_as(
            "INSERT INTO broadcasts (kind, body, audience, state, created_at, created_by, photo_name, photo)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
        )
        .bind(new.kind)
        .bind(body)
        .bind(audience)
        .bind(State::Freezing.name())
        .bind(now.timestamp_millis())
        .bind(new.by.map(|id| id.0))
        .bind(new.photo.map(|photo| photo.name.as_str()))
        .bind(new.photo.map(|photo| photo.bytes.as_slice()))
        .fetch_one(c)
        .await)?;
    Ok(BroadcastId(id))
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

fn unreadable(error: serde_json::Error) -> sqlx::Error {
    sqlx::Error::Decode(error.into())
}

/// Takes one for this transaction alone, so that nobody changes its state meanwhile.
pub async fn lock(tx: &mut Tx, id: BroadcastId) -> Result<Option<Standing>> {
    let row: Option<(String, Option<i64>, i64, String)> = on!(tx, c =>
        // An update of nothing is the one way to lock a row that both databases understand.
        sqlx::query_as(
            "UPDATE broadcasts SET state = state WHERE id = $1
             RETURNING state, frozen_at, cursor, audience",
        )
        .bind(id.0)
        .fetch_optional(c)
        .await)?;
    let Some((state, frozen_at, cursor, audience)) = row else {
        return Ok(None);
    };
    Ok(Some(Standing {
        state: known(&state)?,
        frozen: frozen_at.is_some(),
        cursor: CadreId(cursor),
        audience: serde_json::from_str(&audience).map_err(unreadable)?,
    }))
}

fn known(state: &str) -> Result<State> {
    State::from_name(state)
        .ok_or_else(|| sqlx::Error::Decode(format!("a broadcast in the state {state:?}").into()))
}

/// Sets its state.
pub async fn set_state(tx: &mut Tx, id: BroadcastId, state: State) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE broadcasts SET state = $2 WHERE id = $1")
            .bind(id.0)
            .bind(state.name())
            .execute(c)
            .await
            .map(drop))
}

/// Everybody was looked at: from now on it is sent.
pub async fn set_frozen(tx: &mut Tx, id: BroadcastId, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE broadcasts SET state = $2, frozen_at = $3 WHERE id = $1")
            .bind(id.0)
            .bind(State::Sending.name())
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(drop))
}

/// Nothing of it is open any more, and nothing of it is looked at again.
pub async fn set_closed(
    tx: &mut Tx,
    id: BroadcastId,
    state: State,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE broadcasts SET state = $2, closed_at = $3 WHERE id = $1")
            .bind(id.0)
            .bind(state.name())
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(drop))
}

/// Puts on record what was done to it; `by`: a person, or nobody for the command line and the service.
pub async fn record(
    tx: &mut Tx,
    id: BroadcastId,
    kind: &str,
    by: Option<CadreId>,
    note: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO broadcast_events (broadcast_id, kind, at, by_cadre, note)
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(id.0)
        .bind(kind)
        .bind(now.timestamp_millis())
        .bind(by.map(|id| id.0))
        .bind(note)
        .execute(c)
        .await
        .map(drop))
}

/// Those whose rows are not as their state wants them: to be frozen, released, held, closed, or done with.
/// Reads a row or two of each.
pub async fn unsettled(tx: &mut Tx) -> Result<Vec<BroadcastId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT b.id FROM broadcasts b WHERE b.closed_at IS NULL AND CASE b.state
                 WHEN 'freezing' THEN 1 = 1
                 WHEN 'paused' THEN EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast_id = b.id
                     AND o.state = 'waiting' AND o.not_before < $1)
                 WHEN 'cancelled' THEN NOT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast_id = b.id
                     AND o.state = 'leased')
                     OR EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast_id = b.id
                     AND o.state = 'waiting')
                 ELSE EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast_id = b.id
                     AND o.state = 'waiting' AND o.not_before >= $1)
                     OR NOT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast_id = b.id
                     AND o.state IN ('waiting', 'leased'))
             END ORDER BY b.id",
        )
        .bind(held_until().timestamp_millis())
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| BroadcastId(id)).collect())
}
