//! The polls by which a unit's members review its items (S21, S28).

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, on};
use crate::domain::ids::{BotId, CadreId, ItemId};
use crate::domain::poll::{Counts, Outcome};

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemPoll {
    /// Its row.
    pub id: i64,
    /// The item that is reviewed.
    pub item: ItemId,
    /// Where; 0: nowhere.
    pub chat: i64,
    /// The bot that asks.
    pub bot: BotId,
    /// The message; `None`: not sent yet.
    pub message: Option<i64>,
    /// The counts as last heard.
    pub counts: Counts,
}

type Row = (i64, i64, i64, i64, Option<i64>, i64, i64);

/// The same, when it was to close, and 1 if its group is still there.
type Over = (i64, i64, i64, i64, Option<i64>, i64, i64, i64, i64);

fn poll((id, item, chat, bot, message, satisfied, voters): Row) -> ItemPoll {
    let count = |count: i64| u32::try_from(count).unwrap_or(0);
    ItemPoll {
        id,
        item: ItemId(item),
        chat,
        bot: BotId(bot),
        message,
        counts: Counts {
            satisfied: count(satisfied),
            voters: count(voters),
        },
    }
}

/// Items of a kind whose day has come and that members have not reviewed since they were last declared done:
/// those declared done, and those made known of which nothing was declared. At most so many, oldest first.
pub async fn due(tx: &mut Tx, kind: &str, today: NaiveDate, most: i64) -> Result<Vec<ItemId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT i.id FROM items i
             WHERE i.kind = $1 AND i.deadline_kind = 'date' AND i.deadline <= $2
                 AND (i.status = 'submitted' OR (i.status = 'assigned' AND i.deadline < $2
                     AND EXISTS (SELECT 1 FROM publications p WHERE p.item_id = i.id)))
                 AND NOT EXISTS (SELECT 1 FROM item_polls q WHERE q.item_id = i.id
                     AND (q.closed_at IS NULL OR q.opened_at >= COALESCE(i.submitted_at, 0)))
             ORDER BY i.deadline, i.id LIMIT $3",
        )
        .bind(kind)
        .bind(today.to_string())
        .bind(most)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| ItemId(id)).collect())
}

/// Opens a poll; it is sent by its row of the outbox. Returns its id.
pub async fn open(
    tx: &mut Tx,
    item: ItemId,
    (chat, bot): (i64, BotId),
    closes_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let (id,): (i64,) = on!(tx, c =>
        sqlx::query_as(
            "INSERT INTO item_polls (item_id, chat_id, bot, opened_at, closes_at)
             VALUES ($1, $2, $3, $4, $5) RETURNING id",
        )
        .bind(item.0)
        .bind(chat)
        .bind(bot.0)
        .bind(now.timestamp_millis())
        .bind(closes_at.timestamp_millis())
        .fetch_one(c)
        .await)?;
    Ok(id)
}

/// It is in the group: under that message, and Telegram counts under that id. Sent twice, the later one counts.
pub async fn sent(tx: &mut Tx, id: i64, poll: &str, message: i64) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE item_polls SET poll = $2, message_id = $3 WHERE id = $1 AND closed_at IS NULL")
            .bind(id)
            .bind(poll)
            .bind(message)
            .execute(c)
            .await
            .map(drop))
}

/// Telegram says how it stands. Once it is closed nothing changes; a poll that is not ours is nobody's.
pub async fn counted(tx: &mut Tx, poll: &str, bot: BotId, counts: Counts) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE item_polls SET satisfied = $3, voters = $4
             WHERE poll = $1 AND bot = $2 AND closed_at IS NULL",
        )
        .bind(poll)
        .bind(bot.0)
        .bind(i64::from(counts.satisfied))
        .bind(i64::from(counts.voters))
        .execute(c)
        .await
        .map(drop))
}

/// The same by its row: what it was stopped with.
pub async fn counted_at_the_end(tx: &mut Tx, id: i64, counts: Counts) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE item_polls SET satisfied = $2, voters = $3 WHERE id = $1 AND closed_at IS NULL",
        )
        .bind(id)
        .bind(i64::from(counts.satisfied))
        .bind(i64::from(counts.voters))
        .execute(c)
        .await
        .map(drop))
}

/// Polls whose time is over and that are not closed, oldest first, and whether their group is still there.
pub async fn over(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<(ItemPoll, i64, bool)>> {
    let rows: Vec<Over> = on!(tx, c =>
        sqlx::query_as(
            "SELECT p.id, p.item_id, p.chat_id, p.bot, p.message_id, p.satisfied, p.voters, p.closes_at,
                 CAST(CASE WHEN EXISTS (SELECT 1 FROM unit_groups g WHERE g.chat_id = p.chat_id
                     AND g.ended_at IS NULL) THEN 1 ELSE 0 END AS BIGINT)
             FROM item_polls p WHERE p.closed_at IS NULL AND p.closes_at <= $1 ORDER BY p.id",
        )
        .bind(now.timestamp_millis())
        .fetch_all(c)
        .await)?;
    let row = |(id, item, chat, bot, message, satisfied, voters, closes_at, there): Over| {
        let row = (id, item, chat, bot, message, satisfied, voters);
        (poll(row), closes_at, there == 1)
    };
    Ok(rows.into_iter().map(row).collect())
}

/// The poll, kept as it is until the transaction ends; `None` if it is closed already.
pub async fn hold(tx: &mut Tx, id: i64) -> Result<Option<ItemPoll>> {
    on!(tx, c =>
        sqlx::query("UPDATE item_polls SET closes_at = closes_at WHERE id = $1")
            .bind(id)
            .execute(c)
            .await
            .map(drop))?;
    let row: Option<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id, item_id, chat_id, bot, message_id, satisfied, voters FROM item_polls
             WHERE id = $1 AND closed_at IS NULL",
        )
        .bind(id)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(poll))
}

/// It is closed, with that outcome.
pub async fn close(tx: &mut Tx, id: i64, outcome: Outcome, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE item_polls SET closed_at = $2, outcome = $3 WHERE id = $1 AND closed_at IS NULL",
        )
        .bind(id)
        .bind(now.timestamp_millis())
        .bind(outcome.name())
        .execute(c)
        .await
        .map(drop))
}

/// Whoever is of the office that has a unit.
pub async fn office_of(tx: &mut Tx, path: &str) -> Result<Vec<CadreId>> {
    let rows: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT DISTINCT g.cadre_id FROM grants g LEFT JOIN units u ON u.id = g.unit_id
             WHERE g.role = 'office' AND g.revoked_at IS NULL AND (g.unit_id IS NULL
                 OR u.path = $1 OR substr($1, 1, length(u.path) + 1) = u.path || '/')
             ORDER BY g.cadre_id",
        )
        .bind(path)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| CadreId(id)).collect())
}
