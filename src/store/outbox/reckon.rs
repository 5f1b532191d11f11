//! Counting where messages stand, for the auditor. What has come to its end is never read again: a look costs
//! what is new or open, and the keys of the last day's occurrences.

use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::AssertSqlSafe;

use crate::domain::finding::{Promised, SUSPECTS};
use crate::domain::ids::BotId;
use crate::domain::reckoning::{Hand, Reckoning, Tally, Totals};
use crate::store::{Result, Tx, bulk, on};

/// What a row has that ended without saying how: `closed` and `dead` say why, `sent` says when. A state that this
/// version does not know says nothing.
const UNEXPLAINED: &str = "CASE state
    WHEN 'waiting' THEN 0
    WHEN 'leased' THEN 0
    WHEN 'sent' THEN CASE WHEN sent_at IS NULL THEN 1 ELSE 0 END
    WHEN 'closed' THEN CASE WHEN COALESCE(reason, '') = '' THEN 1 ELSE 0 END
    WHEN 'dead' THEN CASE WHEN COALESCE(reason, '') = '' THEN 1 ELSE 0 END
    ELSE 1 END";

#[derive(sqlx::FromRow)]
struct Row {
    bot: i64,
    lane: i64,
    state: String,
    count: i64,
    lowest: i64,
    highest: i64,
    oldest: i64,
    due: i64,
    due_attempts: i64,
    still: i64,
    still_attempts: i64,
    held: i64,
    unexplained: i64,
}

/// Counts the rows above the watermark of the look before, by bot, lane and state. A lease that ended before
/// `held_before` (UTC milliseconds of the machine's clock) is held too long.
pub async fn tallies(
    tx: &mut Tx,
    before: &Reckoning,
    now: DateTime<Utc>,
    held_before: i64,
) -> Result<Vec<Tally>> {
    let sql = format!(
        "SELECT bot, lane, state, COUNT(*) AS count, MIN(id) AS lowest, MAX(id) AS highest,
             MIN(not_before) AS oldest,
             CAST(SUM(CASE WHEN not_before <= $2 THEN 1 ELSE 0 END) AS BIGINT) AS due,
             CAST(SUM(CASE WHEN not_before <= $2 THEN attempts ELSE 0 END) AS BIGINT) AS due_attempts,
             CAST(SUM(CASE WHEN id <= $3 AND not_before <= $4 THEN 1 ELSE 0 END) AS BIGINT) AS still,
             CAST(SUM(CASE WHEN id <= $3 AND not_before <= $4 THEN attempts ELSE 0 END) AS BIGINT)
                 AS still_attempts,
             CAST(SUM(CASE WHEN state = 'leased' AND lease_until < $5 THEN 1 ELSE 0 END) AS BIGINT)
                 AS held,
             CAST(SUM({UNEXPLAINED}) AS BIGINT) AS unexplained
         FROM outbox WHERE id > $1 GROUP BY bot, lane, state ORDER BY bot, lane, state"
    );
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(AssertSqlSafe(sql))
            .bind(before.watermark)
            .bind(now.timestamp_millis())
            .bind(before.seen)
            .bind(before.at)
            .bind(held_before)
            .fetch_all(c)
            .await)?;
    let tally = |row: Row| Tally {
        bot: BotId(row.bot),
        lane: row.lane,
        state: row.state,
        rows: row.count,
        first: row.lowest,
        last: row.highest,
        oldest: row.oldest,
        due: Hand {
            due: row.due,
            attempts: row.due_attempts,
        },
        before: Hand {
            due: row.still,
            attempts: row.still_attempts,
        },
        held: row.held,
        unexplained: row.unexplained,
    };
    Ok(rows.into_iter().map(tally).collect())
}

/// Counts what has come to its end between two watermarks.
pub async fn settled(tx: &mut Tx, from: i64, to: i64) -> Result<Totals> {
    if from >= to {
        return Ok(Totals::default());
    }
    let rows: Vec<(String, i64)> = on!(tx, c =>
        sqlx::query_as("SELECT state, COUNT(*) FROM outbox WHERE id > $1 AND id <= $2 GROUP BY state")
            .bind(from)
            .bind(to)
            .fetch_all(c)
            .await)?;
    let mut totals = Totals::default();
    for (state, count) in rows {
        totals.add(&state, count);
    }
    Ok(totals)
}

/// Whether what lies below the watermark is as it was: nothing of it open again, and as many dead letters. Reads
/// only what is open or dead, in the indexes of those: the sign before `id` keeps the primary key out of it.
pub async fn holds(tx: &mut Tx, before: &Reckoning) -> Result<bool> {
    let (open, dead): (i64, i64) = on!(tx, c =>
        sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND +id <= $1)
                  + (SELECT COUNT(*) FROM outbox WHERE state = 'leased' AND +id <= $1),
                (SELECT COUNT(*) FROM outbox WHERE state = 'dead' AND +id <= $1)",
        )
        .bind(before.watermark)
        .fetch_one(c)
        .await)?;
    Ok(open == 0 && dead == before.settled.dead)
}

/// The rows that ended without saying how: of those above the watermark the first few.
pub async fn suspects(tx: &mut Tx, watermark: i64) -> Result<Vec<i64>> {
    let sql =
        format!("SELECT id FROM outbox WHERE id > $1 AND {UNEXPLAINED} = 1 ORDER BY id LIMIT $2");
    let limit = i64::try_from(SUSPECTS).unwrap_or(i64::MAX);
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as(AssertSqlSafe(sql))
            .bind(watermark)
            .bind(limit)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Those of these rows that still do not say how they ended.
pub async fn still_suspect(tx: &mut Tx, ids: &[i64]) -> Result<Vec<i64>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id FROM outbox WHERE id IN {} AND {UNEXPLAINED} = 1 ORDER BY id",
        bulk::list(ids.len())
    );
    let rows: Vec<(i64,)> = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for id in ids {
            query = query.bind(id);
        }
        query.fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Occurrences since then and broadcasts made since then, how many messages were planned for each, and how many
/// there are. No row up to `floor` is one of theirs, so that a look does not read the campaign's whole life.
pub async fn promised(tx: &mut Tx, since: DateTime<Utc>, floor: i64) -> Result<Vec<Promised>> {
    let since = since.timestamp_millis();
    let digests: Vec<(String, i64, i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            // Their keys begin with slot and instant (planner/audience.rs).
            "SELECT o.slot, o.at, o.planned, (SELECT COUNT(*) FROM outbox m WHERE m.id > $2 AND m.lane >= 2
                 AND substr(m.dedupe_key, 1, length('digest:' || o.slot || ':' || o.at || ':'))
                     = 'digest:' || o.slot || ':' || o.at || ':')
             FROM occurrences o WHERE o.at >= $1 AND o.planned > 0 ORDER BY o.at, o.slot",
        )
        .bind(since)
        .bind(floor)
        .fetch_all(c)
        .await)?;
    let digests = digests.into_iter().map(|(slot, at, planned, there)| {
        let at = DateTime::from_timestamp_millis(at).unwrap_or_default();
        Promised {
            what: format!("{slot} {}", at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            planned,
            there,
        }
    });
    let broadcasts: Vec<(i64, i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT b.id, b.total, (SELECT COUNT(*) FROM outbox m WHERE m.broadcast_id = b.id)
             FROM broadcasts b WHERE b.created_at >= $1 ORDER BY b.id",
        )
        .bind(since)
        .fetch_all(c)
        .await)?;
    let broadcasts = broadcasts.into_iter().map(|(id, planned, there)| Promised {
        what: format!("broadcast {id}"),
        planned,
        there,
    });
    Ok(digests.chain(broadcasts).collect())
}
