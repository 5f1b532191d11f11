//! What people are told in their next digest.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on};
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
