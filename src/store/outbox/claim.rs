//! Taking rows out to be sent, under a lease: a process that dies gives them back by itself.

use chrono::{DateTime, Utc};

use super::Lane;
use crate::domain::ids::{CadreId, OutboxId};
use crate::outbox::payload::Payload;
use crate::store::presence::lock_of;
use crate::store::{Result, Tx, on};

/// What a row goes back with when nobody can say whether it was sent.
pub const UNKNOWN_OUTCOME: &str = "unknown outcome";

/// Who holds rows, and until when by the machine's clock (not the campaign's).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// Name of the process, made at random at its start.
    pub owner: String,
    /// UTC milliseconds of [`crate::clock::Clock::wall`].
    pub until: i64,
}

/// A row held to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedRow {
    /// The row.
    pub id: OutboxId,
    /// Its lane.
    pub lane: Lane,
    /// What it is, as its writer named it.
    pub kind: String,
    /// To whom, if linked.
    pub cadre: Option<CadreId>,
    /// Where.
    pub chat: i64,
    /// What it says.
    pub payload: Payload,
    /// The message to turn into it.
    pub edits: Option<i64>,
    /// How often sending it has failed.
    pub attempts: i64,
    /// When it was due.
    pub not_before: DateTime<Utc>,
}

type Row = (
    i64,
    i64,
    String,
    Option<i64>,
    i64,
    String,
    Option<i64>,
    i64,
    i64,
);

const ALIKE: &str = "UPDATE outbox SET state = 'leased', lease_owner = $1, lease_until = $2
    WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND lane = $3 AND not_before <= $4
                 ORDER BY not_before, id LIMIT $5)
    RETURNING id, lane, kind, cadre_id, chat_id, payload, edits, attempts, not_before";

const SHARED: &str = "UPDATE outbox SET state = 'leased', lease_owner = $1, lease_until = $2
    WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND lane = $3 AND not_before <= $4
                 ORDER BY not_before, id LIMIT $5 FOR UPDATE SKIP LOCKED)
    RETURNING id, lane, kind, cadre_id, chat_id, payload, edits, attempts, not_before";

/// Takes up to `limit` due rows of one lane, the longest due first; in the order of their ids, so that
/// what is meant for one chat keeps its order.
pub async fn claim(
    tx: &mut Tx,
    lane: Lane,
    limit: usize,
    now: DateTime<Utc>,
    lease: &Lease,
) -> Result<Vec<ClaimedRow>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    macro_rules! fetch {
        ($tx:expr, $sql:expr) => {
            sqlx::query_as($sql)
                .bind(&lease.owner)
                .bind(lease.until)
                .bind(lane.number())
                .bind(now.timestamp_millis())
                .bind(limit)
                .fetch_all(&mut **$tx)
                .await
        };
    }
    let mut rows: Vec<Row> = match tx {
        Tx::Sqlite(tx) => fetch!(tx, ALIKE),
        Tx::Postgres(tx) => fetch!(tx, SHARED),
    }?;
    rows.sort_unstable_by_key(|row| row.0);
    let mut claimed = Vec::with_capacity(rows.len());
    for row in rows {
        match read(lane, &row) {
            Ok(row) => claimed.push(row),
            Err(error) => close_unreadable(tx, row.0, &error).await?,
        }
    }
    Ok(claimed)
}

fn read(lane: Lane, row: &Row) -> std::result::Result<ClaimedRow, serde_json::Error> {
    let (id, _, kind, cadre, chat, payload, edits, attempts, not_before) = row;
    Ok(ClaimedRow {
        id: OutboxId(*id),
        lane,
        kind: kind.clone(),
        cadre: cadre.map(CadreId),
        chat: *chat,
        payload: serde_json::from_str(payload)?,
        edits: *edits,
        attempts: *attempts,
        not_before: DateTime::from_timestamp_millis(*not_before).unwrap_or_default(),
    })
}

/// A payload that this version cannot read can never be sent by it.
async fn close_unreadable(tx: &mut Tx, id: i64, error: &serde_json::Error) -> Result<()> {
    tracing::error!(outbox.id = id, %error, "closed a message whose payload cannot be read");
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'closed', reason = 'unreadable payload', lease_until = NULL,
                 lease_owner = NULL WHERE id = $1",
        )
        .bind(id)
        .execute(c)
        .await
        .map(drop))
}

/// Holds a row longer, whose call takes longer than others.
pub async fn prolong(tx: &mut Tx, id: OutboxId, lease: &Lease) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET lease_until = $3
             WHERE id = $1 AND state = 'leased' AND lease_owner = $2",
        )
        .bind(id.0)
        .bind(&lease.owner)
        .bind(lease.until)
        .execute(c)
        .await
        .map(drop))
}

/// Gives back what processes held that have not settled it in time: it may have been sent. Returns
/// how many rows.
pub async fn release_expired(tx: &mut Tx, wall: i64) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'waiting', attempts = attempts + 1, lease_until = NULL,
                 lease_owner = NULL, reason = $2
             WHERE state = 'leased' AND lease_until < $1",
        )
        .bind(wall)
        .bind(format!("{UNKNOWN_OUTCOME}: lease expired"))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// Gives back what dead processes held, as their locks tell (PostgreSQL; see [`presence`]); what was
/// held may have been sent. Returns how many rows.
///
/// [`presence`]: crate::store::presence
pub async fn release_dead(tx: &mut Tx, me: &str) -> Result<u64> {
    let Tx::Postgres(postgres) = tx else {
        return Ok(0);
    };
    let owners: Vec<(String,)> = sqlx::query_as(
        "SELECT DISTINCT lease_owner FROM outbox
         WHERE state = 'leased' AND lease_owner IS NOT NULL AND lease_owner <> $1",
    )
    .bind(me)
    .fetch_all(&mut **postgres)
    .await?;
    let mut released = 0;
    for (owner,) in owners {
        let (dead,): (bool,) = sqlx::query_as("SELECT pg_try_advisory_xact_lock($1)")
            .bind(lock_of(&owner))
            .fetch_one(&mut **postgres)
            .await?;
        if dead {
            released += sqlx::query(
                "UPDATE outbox SET state = 'waiting', attempts = attempts + 1, lease_until = NULL,
                     lease_owner = NULL, reason = $2
                 WHERE state = 'leased' AND lease_owner = $1",
            )
            .bind(&owner)
            .bind(format!("{UNKNOWN_OUTCOME}: its sender died"))
            .execute(&mut **postgres)
            .await?
            .rows_affected();
        }
    }
    Ok(released)
}

/// At the start of the only process (SQLite): whatever is held was held by one that is dead.
pub async fn release_all(tx: &mut Tx) -> Result<u64> {
    release_expired(tx, i64::MAX).await
}
