//! Taking rows out to be sent, under a lease: a process that dies gives them back by itself.

use chrono::{DateTime, Utc};

use super::Lane;
use crate::domain::ids::{BotId, CadreId, OutboxId};
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

/// How often an unreadable payload is tried, and after how many milliseconds each time: an hour and more.
const READINGS: i64 = 16;
const READ_AGAIN: i64 = 5 * 60 * 1_000;

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
    WHERE id IN (SELECT id FROM outbox
                 WHERE state = 'waiting' AND bot = $6 AND lane = $3 AND not_before <= $4
                 ORDER BY not_before, id LIMIT $5)
    RETURNING id, lane, kind, cadre_id, chat_id, payload, edits, attempts, not_before";

const SHARED: &str = "UPDATE outbox SET state = 'leased', lease_owner = $1, lease_until = $2
    WHERE id IN (SELECT id FROM outbox
                 WHERE state = 'waiting' AND bot = $6 AND lane = $3 AND not_before <= $4
                 ORDER BY not_before, id LIMIT $5 FOR UPDATE SKIP LOCKED)
    RETURNING id, lane, kind, cadre_id, chat_id, payload, edits, attempts, not_before";

/// Takes up to `limit` due rows of one lane of a bot, the longest due first; in the order of their ids, so that
/// what is meant for one chat keeps its order.
pub async fn claim(
    tx: &mut Tx,
    bot: BotId,
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
                .bind(bot.0)
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
            Err(error) => leave_unreadable(tx, row.0, &error, now).await?,
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

/// A payload that this version cannot read may be a newer one's, whose processes are just replacing this: it
/// waits for them, and is a dead letter if none comes.
async fn leave_unreadable(
    tx: &mut Tx,
    id: i64,
    error: &serde_json::Error,
    now: DateTime<Utc>,
) -> Result<()> {
    tracing::error!(outbox.id = id, %error, "the payload of a message cannot be read by this version");
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET attempts = attempts + 1, reason = $2, lease_until = NULL, lease_owner = NULL,
                 state = CASE WHEN attempts + 1 >= $4 THEN 'dead' ELSE 'waiting' END,
                 dead_at = CASE WHEN attempts + 1 >= $4 THEN $3 END,
                 not_before = $3 + $5
             WHERE id = $1",
        )
        .bind(id)
        .bind(format!("unreadable payload: {error}"))
        .bind(now.timestamp_millis())
        .bind(READINGS)
        .bind(READ_AGAIN)
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

const RELEASE_OTHERS: &str = "UPDATE outbox SET state = 'waiting', attempts = attempts + 1,
        lease_until = NULL, lease_owner = NULL, reason = $2
    WHERE state = 'leased' AND lease_owner <> $1 AND bot = $3";

/// Gives back what processes held of a bot's and have not settled in time: it may have been sent. Returns how
/// many rows.
pub async fn release_expired(tx: &mut Tx, bot: BotId, wall: i64) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'waiting', attempts = attempts + 1, lease_until = NULL,
                 lease_owner = NULL, reason = $2
             WHERE state = 'leased' AND lease_until < $1 AND bot = $3",
        )
        .bind(wall)
        .bind(format!("{UNKNOWN_OUTCOME}: lease expired"))
        .bind(bot.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// Gives back what dead processes held of a bot's: on PostgreSQL as their locks tell ([`presence`]), on SQLite
/// whatever another process held, since one alone may act. What was held may have been sent. Returns how many
/// rows.
///
/// [`presence`]: crate::store::presence
pub async fn release_dead(tx: &mut Tx, bot: BotId, me: &str) -> Result<u64> {
    let postgres = match tx {
        Tx::Sqlite(sqlite) => {
            let released = sqlx::query(RELEASE_OTHERS)
                .bind(me)
                .bind(format!("{UNKNOWN_OUTCOME}: its sender died"))
                .bind(bot.0)
                .execute(&mut **sqlite)
                .await?;
            return Ok(released.rows_affected());
        }
        Tx::Postgres(postgres) => postgres,
    };
    let owners: Vec<(String,)> = sqlx::query_as(
        "SELECT DISTINCT lease_owner FROM outbox
         WHERE state = 'leased' AND lease_owner IS NOT NULL AND lease_owner <> $1 AND bot = $2",
    )
    .bind(me)
    .bind(bot.0)
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
                 WHERE state = 'leased' AND lease_owner = $1 AND bot = $3",
            )
            .bind(&owner)
            .bind(format!("{UNKNOWN_OUTCOME}: its sender died"))
            .bind(bot.0)
            .execute(&mut **postgres)
            .await?
            .rows_affected();
        }
    }
    Ok(released)
}
