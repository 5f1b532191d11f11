//! Holidays and make-up work days, seeded from `calendars/` and importable (no rebuild for next
//! year's notice).

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, on};
use crate::domain::calendar::{Calendar, DayKind, Year};

/// The calendar of a country as the database knows it.
pub async fn load(tx: &mut Tx, country: &str) -> Result<Calendar> {
    let days: Vec<(String, String, String)> = on!(tx, c =>
        sqlx::query_as("SELECT date, kind, name FROM holidays WHERE country = $1")
            .bind(country)
            .fetch_all(c)
            .await)?;
    let years: Vec<(i64,)> = on!(tx, c =>
        sqlx::query_as("SELECT year FROM holiday_years WHERE country = $1")
            .bind(country)
            .fetch_all(c)
            .await)?;
    Ok(Calendar::from_days(
        days.into_iter().filter_map(|(date, kind, name)| {
            let kind = if kind == "work" {
                DayKind::Work
            } else {
                DayKind::Off
            };
            Some((date.parse::<NaiveDate>().ok()?, kind, name))
        }),
        years
            .into_iter()
            .filter_map(|(year,)| i32::try_from(year).ok()),
    ))
}

/// Puts a year in the place of what was known of it.
pub async fn put(tx: &mut Tx, year: &Year, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query("DELETE FROM holidays WHERE country = $1 AND date LIKE $2")
            .bind(&year.country)
            .bind(format!("{:04}-%", year.year))
            .execute(c)
            .await
            .map(|_| ()))?;
    for chunk in year.days.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO holidays (country, date, kind, name) VALUES {}",
            bulk::values(chunk.len(), 4)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for day in chunk {
                query = query
                    .bind(&year.country)
                    .bind(day.date.to_string())
                    .bind(if day.kind == DayKind::Work { "work" } else { "off" })
                    .bind(&day.name);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO holiday_years (country, year, loaded_at) VALUES ($1, $2, $3)
             ON CONFLICT (country, year) DO UPDATE SET loaded_at = excluded.loaded_at",
        )
        .bind(&year.country)
        .bind(i64::from(year.year))
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))
}
