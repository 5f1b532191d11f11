//! What people are told in their next digest.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, EntryId};
use crate::domain::news::News;

/// Notes something to be told.
pub async fn insert(tx: &mut Tx, cadre: CadreId, news: &News, now: DateTime<Utc>) -> Result<()> {
    let news = encoded(news)?;
    on!(tx, c =>
        sqlx::query("INSERT INTO news (cadre_id, news, at) VALUES ($1, $2, $3)")
            .bind(cadre.0)
            .bind(news)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(|_| ()))
}

/// The entry that a piece of news about somebody's record speaks of.
fn about(news: &str) -> Option<(News, EntryId)> {
    let news: News = serde_json::from_str(news).ok()?;
    let (News::Proxy { entry, .. } | News::Session { entry, .. }) = news else {
        return None;
    };
    Some((news, entry))
}

/// What somebody is still to be told about records of his, with the row's number.
async fn records(tx: &mut Tx, cadre: CadreId) -> Result<Vec<(i64, News, EntryId)>> {
    let rows: Vec<(i64, String)> = on!(tx, c =>
        sqlx::query_as("SELECT id, news FROM news WHERE cadre_id = $1 AND told_at IS NULL")
            .bind(cadre.0)
            .fetch_all(c)
            .await)?;
    let record = |(id, news): (i64, String)| about(&news).map(|(news, entry)| (id, news, entry));
    Ok(rows.into_iter().filter_map(record).collect())
}

/// What is still to be told of an entry is told of the one that stands in its place.
pub async fn follow(tx: &mut Tx, cadre: CadreId, old: EntryId, new: EntryId) -> Result<()> {
    for (id, mut news, about) in records(tx, cadre).await? {
        if about != old {
            continue;
        }
        if let News::Proxy { entry, .. } | News::Session { entry, .. } = &mut news {
            *entry = new;
        }
        let words = encoded(&news)?;
        on!(tx, c =>
            sqlx::query("UPDATE news SET news = $2 WHERE id = $1 AND told_at IS NULL")
                .bind(id)
                .bind(words)
                .execute(c)
                .await
                .map(|_| ()))?;
    }
    Ok(())
}

/// What is still to be told of these entries need not be.
pub async fn forget(
    tx: &mut Tx,
    cadre: CadreId,
    entries: &[EntryId],
    now: DateTime<Utc>,
) -> Result<()> {
    for (id, _, about) in records(tx, cadre).await? {
        if !entries.contains(&about) {
            continue;
        }
        on!(tx, c =>
            sqlx::query("UPDATE news SET told_at = $2 WHERE id = $1 AND told_at IS NULL")
                .bind(id)
                .bind(now.timestamp_millis())
                .execute(c)
                .await
                .map(|_| ()))?;
    }
    Ok(())
}

fn encoded(news: &News) -> Result<String> {
    serde_json::to_string(news).map_err(|error| sqlx::Error::Encode(error.into()))
}
/// Notes something for each of many people.
pub async fn insert_all(tx: &mut Tx, told: &[(CadreId, News)], now: DateTime<Utc>) -> Result<()> {
    for chunk in told.chunks(bulk::CHUNK) {
        let words: Vec<String> = chunk
            .iter()
            .map(|(_, news)| serde_json::to_string(news))
            .collect::<std::result::Result<_, _>>()
            .map_err(|error| sqlx::Error::Encode(error.into()))?;
        let sql = format!(
            "INSERT INTO news (cadre_id, news, at) VALUES {}",
            bulk::values(chunk.len(), 3)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for ((cadre, _), news) in chunk.iter().zip(&words) {
                query = query.bind(cadre.0).bind(news).bind(now.timestamp_millis());
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}
