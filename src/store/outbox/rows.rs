//! Planning messages, taking plans back, counting and listing them.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::Lane;
use crate::domain::digest::DigestPlan;
use crate::domain::ids::{BotId, CadreId, OutboxId, TelegramId};
use crate::outbox::payload::Payload;
use crate::store::{Result, Tx, bulk, on};

/// A message to plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// The bot that sends it.
    pub bot: BotId,
    /// Its lane.
    pub lane: Lane,
    /// What it is; one short word for exports and metrics.
    pub kind: String,
    /// To whom, if linked.
    pub cadre: Option<CadreId>,
    /// Where.
    pub chat: i64,
    /// What, whom, which occurrence: planning the same again changes nothing.
    pub dedupe_key: String,
    /// What it says.
    pub payload: Payload,
    /// The message to turn into it, instead of sending a new one.
    pub edits: Option<i64>,
    /// Not before this instant.
    pub not_before: DateTime<Utc>,
}

/// Rows one statement writes: eleven parameters each.
const CHUNK: usize = 500;

/// Plans messages; those planned already are left as they are. Returns how many are new.
pub async fn insert(tx: &mut Tx, rows: &[NewRow], now: DateTime<Utc>) -> Result<usize> {
    let mut inserted = 0;
    for chunk in rows.chunks(CHUNK) {
        let payloads = chunk
            .iter()
            .map(|row| serde_json::to_string(&row.payload))
            .collect::<std::result::Result<Vec<_>, _>>()
            .map_err(|error| sqlx::Error::Encode(error.into()))?;
        let sql = format!(
            "INSERT INTO outbox (lane, kind, cadre_id, chat_id, dedupe_key, payload, edits, not_before,
                 state, created_at, bot)
             VALUES {} ON CONFLICT (dedupe_key) DO NOTHING",
            bulk::values(chunk.len(), 11)
        );
        inserted += on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (row, payload) in chunk.iter().zip(&payloads) {
                query = query
                    .bind(row.lane.number())
                    .bind(&row.kind)
                    .bind(row.cadre.map(|cadre| cadre.0))
                    .bind(row.chat)
                    .bind(&row.dedupe_key)
                    .bind(payload)
                    .bind(row.edits)
                    .bind(row.not_before.timestamp_millis())
                    .bind("waiting")
                    .bind(now.timestamp_millis())
                    .bind(row.bot.0);
            }
            query.execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(usize::try_from(inserted).unwrap_or(usize::MAX))
}

/// Closes what waits for a chat that the bot cannot write to. Returns how many rows.
pub async fn close_for_chat(tx: &mut Tx, bot: BotId, chat: i64, reason: &str) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'closed', reason = $2
             WHERE chat_id = $1 AND bot = $3 AND state = 'waiting'",
        )
        .bind(chat)
        .bind(reason)
        .bind(bot.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// Closes what still waits of earlier occurrences: their keys begin with `prefix`, those of the present
/// one with `keep`, which stay. Returns how many rows.
pub async fn fold_waiting(tx: &mut Tx, prefix: &str, keep: &str) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET state = 'closed', reason = 'folded into the next'
             WHERE state = 'waiting' AND substr(dedupe_key, 1, length($1)) = $1
                 AND substr(dedupe_key, 1, length($2)) <> $2",
        )
        .bind(prefix)
        .bind(keep)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// A group goes on under another id. Returns how many waiting rows follow it.
pub async fn move_chat(tx: &mut Tx, from: i64, to: i64) -> Result<u64> {
    on!(tx, c =>
        sqlx::query("UPDATE outbox SET chat_id = $2 WHERE chat_id = $1 AND state = 'waiting'")
            .bind(from)
            .bind(to)
            .execute(c)
            .await
            .map(|done| done.rows_affected()))
}

/// Somebody has opened another bot: what waits for him goes through that one. An edit stays with the bot whose
/// message it is. Returns how many rows follow.
pub async fn follow(tx: &mut Tx, account: TelegramId, bot: BotId) -> Result<u64> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE outbox SET bot = $2 WHERE chat_id = $1 AND state = 'waiting' AND edits IS NULL",
        )
        .bind(account.0)
        .bind(bot.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))
}

/// When the first waiting row of each lane of a bot is due; lanes without one are absent.
pub async fn due_of(tx: &mut Tx, bot: BotId) -> Result<Vec<(Lane, DateTime<Utc>)>> {
    let rows: Vec<(i64, Option<i64>)> = on!(tx, c =>
        // Four seeks in the index of waiting rows; a GROUP BY would read them all.
        sqlx::query_as(
            "SELECT CAST(0 AS BIGINT), MIN(not_before) FROM outbox
                 WHERE state = 'waiting' AND bot = $1 AND lane = 0
             UNION ALL SELECT CAST(1 AS BIGINT), MIN(not_before) FROM outbox
                 WHERE state = 'waiting' AND bot = $1 AND lane = 1
             UNION ALL SELECT CAST(2 AS BIGINT), MIN(not_before) FROM outbox
                 WHERE state = 'waiting' AND bot = $1 AND lane = 2
             UNION ALL SELECT CAST(3 AS BIGINT), MIN(not_before) FROM outbox
                 WHERE state = 'waiting' AND bot = $1 AND lane = 3",
        )
        .bind(bot.0)
        .fetch_all(c)
        .await)?;
    Ok(firsts(rows))
}

fn firsts(rows: Vec<(i64, Option<i64>)>) -> Vec<(Lane, DateTime<Utc>)> {
    rows.into_iter()
        .filter_map(|(lane, at)| {
            Some((
                Lane::from_number(lane)?,
                DateTime::from_timestamp_millis(at?)?,
            ))
        })
        .collect()
}

/// The same over all bots.
pub async fn due(tx: &mut Tx) -> Result<Vec<(Lane, DateTime<Utc>)>> {
    let rows: Vec<(i64, Option<i64>)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT CAST(0 AS BIGINT), MIN(not_before) FROM outbox WHERE state = 'waiting' AND lane = 0
             UNION ALL
             SELECT CAST(1 AS BIGINT), MIN(not_before) FROM outbox WHERE state = 'waiting' AND lane = 1
             UNION ALL
             SELECT CAST(2 AS BIGINT), MIN(not_before) FROM outbox WHERE state = 'waiting' AND lane = 2
             UNION ALL
             SELECT CAST(3 AS BIGINT), MIN(not_before) FROM outbox WHERE state = 'waiting' AND lane = 3",
        )
        .fetch_all(c)
        .await)?;
    Ok(firsts(rows))
}

/// How long the longest-due waiting message has been due, in milliseconds; 0: none is.
pub async fn overdue(tx: &mut Tx, now: DateTime<Utc>) -> Result<i64> {
    let oldest = due(tx)
        .await?
        .into_iter()
        .map(|(_, at)| (now - at).num_milliseconds())
        .max();
    Ok(oldest.unwrap_or(0).max(0))
}

/// How many rows of a lane are in a state.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LaneCount {
    /// Number of the lane.
    pub lane: i64,
    /// waiting, leased, sent, closed, dead.
    pub state: String,
    /// How many.
    pub count: i64,
}

/// Counts rows by lane and state.
pub async fn counts(tx: &mut Tx) -> Result<Vec<LaneCount>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT lane, state, COUNT(*) AS count FROM outbox GROUP BY lane, state ORDER BY lane, state",
        )
        .fetch_all(c)
        .await)
}

/// How many rows of each lane wait; reads only those.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<(Lane, i64)>> {
    let rows: Vec<(i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT lane, COUNT(*) FROM outbox WHERE state = 'waiting' GROUP BY lane ORDER BY lane",
        )
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(lane, count)| Some((Lane::from_number(lane)?, count)))
        .collect())
}

/// One row as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ExportRow {
    /// Row identity.
    pub id: i64,
    /// Number of the lane.
    pub lane: i64,
    /// What it is.
    pub kind: String,
    /// The person's key.
    pub cadre: Option<String>,
    /// Where.
    pub chat_id: i64,
    /// What, whom, which occurrence.
    pub dedupe_key: String,
    /// UTC milliseconds.
    pub not_before: i64,
    /// waiting, leased, sent, closed, dead.
    pub state: String,
    /// Attempts made.
    pub attempts: i64,
    /// UTC milliseconds.
    pub sent_at: Option<i64>,
    /// Why it waits again, was closed, or is dead.
    pub reason: Option<String>,
}

/// Up to `limit` rows after that one, in order: an export reads page by page.
pub async fn page(tx: &mut Tx, after: OutboxId, limit: u32) -> Result<Vec<ExportRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT o.id, o.lane, o.kind, c.key AS cadre, o.chat_id, o.dedupe_key, o.not_before,
                 o.state, o.attempts, o.sent_at, o.reason
             FROM outbox o LEFT JOIN cadres c ON c.id = o.cadre_id
             WHERE o.id > $1 ORDER BY o.id LIMIT $2",
        )
        .bind(after.0)
        .bind(i64::from(limit))
        .fetch_all(c)
        .await)
}

/// The digests that somebody was sent since an instant, the latest first.
pub async fn digests_since(
    tx: &mut Tx,
    cadre: CadreId,
    since: DateTime<Utc>,
) -> Result<Vec<DigestPlan>> {
    let rows: Vec<(String,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT payload FROM outbox
             WHERE cadre_id = $1 AND state = 'sent' AND lane > 0 AND sent_at >= $2
                 AND kind = 'digest' ORDER BY sent_at DESC, id DESC",
        )
        .bind(cadre.0)
        .bind(since.timestamp_millis())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(payload,)| match serde_json::from_str(&payload) {
            Ok(Payload::Digest(plan)) => Some(plan),
            _ => None,
        })
        .collect())
}
