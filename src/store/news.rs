//! What people are told in their next digest.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, EntryId, NewsId};
use crate::domain::news::News;

/// Notes something to be told.
pub async fn insert(tx: &mut Tx, cadre: CadreId, news: &News, now: DateTime<Utc>) -> Result<()> {
    insert_all(tx, &[(cadre, news.clone())], now).await
}

/// Notes something to be told to each of many people.
pub async fn insert_all(tx: &mut Tx, told: &[(CadreId, News)], now: DateTime<Utc>) -> Result<()> {
    for chunk in told.chunks(bulk::CHUNK) {
        let texts = chunk
            .iter()
            .map(|(_, news)| serde_json::to_string(news))
            .collect::<std::result::Result<Vec<_>, _>>()
            .map_err(|error| sqlx::Error::Encode(error.into()))?;
        let sql = format!(
            "INSERT INTO news (cadre_id, news, at) VALUES {}",
            bulk::values(chunk.len(), 3)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for ((cadre, _), text) in chunk.iter().zip(&texts) {
                query = query.bind(cadre.0).bind(text).bind(now.timestamp_millis());
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// What people from one id to another, both counted, have not been told, the oldest first: one query for a
/// page of everybody.
pub async fn between(
    tx: &mut Tx,
    first: CadreId,
    last: CadreId,
) -> Result<HashMap<CadreId, Vec<NewsId>>> {
    let rows: Vec<(i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT cadre_id, id FROM news
             WHERE told_at IS NULL AND cadre_id >= $1 AND cadre_id <= $2 ORDER BY id",
        )
        .bind(first.0)
        .bind(last.0)
        .fetch_all(c)
        .await)?;
    let mut all: HashMap<CadreId, Vec<NewsId>> = HashMap::new();
    for (cadre, id) in rows {
        all.entry(CadreId(cadre)).or_default().push(NewsId(id));
    }
    Ok(all)
}

/// What these people have not been told, the oldest first. What a later version wrote and this one does not
/// understand waits for that one.
pub async fn of_cadres(
    tx: &mut Tx,
    ids: &[CadreId],
) -> Result<HashMap<CadreId, Vec<(NewsId, News)>>> {
    let mut all: HashMap<CadreId, Vec<(NewsId, News)>> = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT id, cadre_id, news FROM news WHERE told_at IS NULL AND cadre_id IN {} ORDER BY id",
            bulk::list(chunk.len())
        );
        let rows: Vec<(i64, i64, String)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        for (id, cadre, text) in rows {
            if let Ok(news) = serde_json::from_str(&text) {
                all.entry(CadreId(cadre))
                    .or_default()
                    .push((NewsId(id), news));
            }
        }
    }
    Ok(all)
}

/// Remembers that these were told.
pub async fn tell(tx: &mut Tx, ids: &[NewsId], now: DateTime<Utc>) -> Result<()> {
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 2)).collect();
        let sql = format!(
            "UPDATE news SET told_at = $1 WHERE told_at IS NULL AND id IN ({})",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql)).bind(now.timestamp_millis());
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// That these entries were recorded is not told any more, since they are taken back. Returns to whom it had
/// not been told.
pub async fn forget(
    tx: &mut Tx,
    entries: &[(EntryId, CadreId)],
    now: DateTime<Utc>,
) -> Result<HashSet<CadreId>> {
    let cadres: Vec<CadreId> = entries.iter().map(|(_, cadre)| *cadre).collect();
    let gone: HashSet<EntryId> = entries.iter().map(|(entry, _)| *entry).collect();
    let (mut ids, mut unaware) = (Vec::new(), HashSet::new());
    for (cadre, news) in of_cadres(tx, &cadres).await? {
        let recorded = |news: &News| news.records().is_some_and(|entry| gone.contains(&entry));
        for (id, _) in news.iter().filter(|(_, news)| recorded(news)) {
            ids.push(*id);
            unaware.insert(cadre);
        }
    }
    tell(tx, &ids, now).await?;
    Ok(unaware)
}

/// What is still to be told of an entry is told of the one that stands in its place.
pub async fn follow(tx: &mut Tx, cadre: CadreId, old: EntryId, new: EntryId) -> Result<()> {
    let untold = of_cadres(tx, &[cadre]).await?.remove(&cadre);
    let of_old = |(_, news): &(NewsId, News)| news.records() == Some(old);
    for (id, mut news) in untold.unwrap_or_default().into_iter().filter(of_old) {
        if let News::Proxy { entry, .. } | News::Session { entry, .. } = &mut news {
            *entry = new;
        }
        let words =
            serde_json::to_string(&news).map_err(|error| sqlx::Error::Encode(error.into()))?;
        on!(tx, c =>
            sqlx::query("UPDATE news SET news = $2 WHERE id = $1 AND told_at IS NULL")
                .bind(id.0)
                .bind(words)
                .execute(c)
                .await
                .map(drop))?;
    }
    Ok(())
}
