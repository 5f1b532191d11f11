//! What the planner needs of many people at once, in sets.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, item, on};
use crate::domain::cadre::{Cadre, OutOfReach, split_traits};
use crate::domain::ids::{BotId, CadreId, TelegramId, UnitId};
use crate::domain::item::Item;
use crate::domain::language::Language;

/// A person who can be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reachable {
    /// Who.
    pub cadre: Cadre,
    /// His account, which is also the private chat.
    pub account: TelegramId,
    /// The bot that he opened.
    pub bot: BotId,
    /// What he reads.
    pub language: Language,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    key: String,
    name: String,
    unit_id: i64,
    path: String,
    depth: i64,
    sector: Option<String>,
    post: String,
    rank: String,
    traits: String,
    phone: String,
    joined_on: Option<String>,
    telegram_id: i64,
    bot: i64,
    language: String,
}

impl From<Row> for Reachable {
    fn from(row: Row) -> Self {
        Self {
            cadre: Cadre {
                id: CadreId(row.id),
                key: row.key,
                name: row.name,
                unit: UnitId(row.unit_id),
                unit_path: row.path,
                depth: u32::try_from(row.depth).unwrap_or(0),
                sector: row.sector,
                post: row.post,
                rank: row.rank,
                traits: split_traits(&row.traits),
                phone: row.phone,
                active: true,
                joined_on: row.joined_on.and_then(|day| day.parse().ok()),
            },
            account: TelegramId(row.telegram_id),
            bot: BotId(row.bot),
            language: Language::from_tag(&row.language).unwrap_or(Language::ZhCn),
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.key, c.name, c.unit_id, u.path, u.depth, u.sector, c.post, c.rank, \
             c.traits, c.phone, c.joined_on, l.telegram_id, l.bot, l.language \
             FROM cadres c JOIN units u ON u.id = c.unit_id \
             JOIN links l ON l.cadre_id = c.id AND l.state = 'linked' \
             WHERE c.active = 1 AND ",
            $rest
        )
    };
}

/// The next people after an id who are active, linked and not blocked.
pub async fn reachable_after(tx: &mut Tx, after: CadreId, limit: i64) -> Result<Vec<Reachable>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("c.id > $1 ORDER BY c.id LIMIT $2"))
            .bind(after.0)
            .bind(limit)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(Reachable::from).collect())
}

/// Those of these people who are active, linked and not blocked.
pub async fn reachable_of(tx: &mut Tx, ids: &[CadreId]) -> Result<Vec<Reachable>> {
    let mut all = Vec::with_capacity(ids.len());
    for chunk in bulk::batches(ids) {
        let sql = format!(select!("c.id IN {}"), bulk::list(chunk.len()));
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(Reachable::from));
    }
    Ok(all)
}

/// Why each of these people is not [`reachable_of`]; who is, has no entry.
pub async fn out_of_reach(tx: &mut Tx, ids: &[CadreId]) -> Result<HashMap<CadreId, OutOfReach>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT c.id, c.active, l.state FROM cadres c
             LEFT JOIN links l ON l.cadre_id = c.id AND l.state <> 'ended' WHERE c.id IN {}",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, i64, Option<String>)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().filter_map(|(id, active, state)| {
            let why = match (active, state.as_deref()) {
                (0, _) => OutOfReach::Left,
                (_, None) => OutOfReach::Unlinked,
                (_, Some("linked")) => return None,
                (_, Some(_)) => OutOfReach::Blocked,
            };
            Some((CadreId(id), why))
        }));
    }
    Ok(all)
}

/// The items that these people still have to do, by person.
pub async fn items_of(tx: &mut Tx, ids: &[CadreId]) -> Result<HashMap<CadreId, Vec<Item>>> {
    let mut by_cadre: HashMap<CadreId, Vec<Item>> = HashMap::new();
    for row in item::assigned_of(tx, ids).await? {
        let item = row.item();
        if let Some(cadre) = item.responsible {
            by_cadre.entry(cadre).or_default().push(item);
        }
    }
    Ok(by_cadre)
}

/// How many unsolicited messages each of these people was sent since an instant (UTC milliseconds).
pub async fn unsolicited_since(
    tx: &mut Tx,
    ids: &[CadreId],
    since: i64,
) -> Result<HashMap<CadreId, i64>> {
    let mut counts = HashMap::new();
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "SELECT cadre_id, COUNT(*) FROM outbox WHERE state = 'sent' AND lane > 0
             AND sent_at >= $1 AND cadre_id IN ({}) GROUP BY cadre_id",
            list.join(", ")
        );
        let rows: Vec<(i64, i64)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(since);
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        counts.extend(
            rows.into_iter()
                .map(|(cadre, count)| (CadreId(cadre), count)),
        );
    }
    Ok(counts)
}
