//! Which item is silent to whom until when: rows that are never changed, the latest holds.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, ItemId, UpdateId};

/// The last days of silence, by item and person.
pub type Silent = HashMap<(ItemId, CadreId), NaiveDate>;

/// Item, person, last day.
type Row = (i64, i64, String);

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT m.item_id, m.cadre_id, m.until FROM item_mutes m
             WHERE m.until >= $1 AND m.id = (SELECT MAX(l.id) FROM item_mutes l
                 WHERE l.item_id = m.item_id AND l.cadre_id = m.cadre_id) AND ",
            $rest
        )
    };
}

/// Has an item silent to somebody until that day, which is the last of it.
pub async fn insert(
    tx: &mut Tx,
    item: ItemId,
    cadre: CadreId,
    until: NaiveDate,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO item_mutes (item_id, cadre_id, until, at, update_id)
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(item.0)
        .bind(cadre.0)
        .bind(until.to_string())
        .bind(now.timestamp_millis())
        .bind(update.0)
        .execute(c)
        .await
        .map(drop))
}

/// What is silent to the people from one id to another, both counted, on a day or later: one query for a page of
/// everybody.
pub async fn between(tx: &mut Tx, first: CadreId, last: CadreId, day: NaiveDate) -> Result<Silent> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("m.cadre_id >= $2 AND m.cadre_id <= $3"))
            .bind(day.to_string())
            .bind(first.0)
            .bind(last.0)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().filter_map(silent).collect())
}

/// What is silent to these people on a day or later.
pub async fn of_cadres(tx: &mut Tx, ids: &[CadreId], day: NaiveDate) -> Result<Silent> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(select!("m.cadre_id IN ({})"), list.join(", "));
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(day.to_string());
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().filter_map(silent));
    }
    Ok(all)
}

fn silent((item, cadre, until): Row) -> Option<((ItemId, CadreId), NaiveDate)> {
    Some(((ItemId(item), CadreId(cadre)), until.parse().ok()?))
}
