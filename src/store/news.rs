//! What people are told in their next digest.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::CadreId;
use crate::domain::news::News;

/// Notes something to be told.
pub async fn insert(tx: &mut Tx, cadre: CadreId, news: &News, now: DateTime<Utc>) -> Result<()> {
    let news = serde_json::to_string(news).map_err(|error| sqlx::Error::Encode(error.into()))?;
    on!(tx, c =>
        sqlx::query("INSERT INTO news (cadre_id, news, at) VALUES ($1, $2, $3)")
            .bind(cadre.0)
            .bind(news)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(|_| ()))
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
