//! The holiday years that come with the program, and the database's table that is seeded from them.

use chrono::{DateTime, Datelike, Utc};
use rust_embed::RustEmbed;

use crate::domain::calendar::{Calendar, Year, parse_year};
use crate::domain::campaign::Campaign;
use crate::store::{Result, Store, calendar};

#[derive(RustEmbed)]
#[folder = "calendars/"]
#[include = "*.json"]
struct Files;

/// The years that come with the program for a country.
pub fn built_in(country: &str) -> Vec<Year> {
    let folder = format!("{country}/");
    Files::iter()
        .filter(|name| name.starts_with(&folder))
        .filter_map(|name| {
            let file = Files::get(&name)?;
            parse_year(std::str::from_utf8(&file.data).ok()?).ok()
        })
        .collect()
}

/// The campaign's calendar: what the database knows, after adding the built-in years it lacks. Years
/// that were imported stay as they were imported.
///
/// # Errors
/// When the database fails.
pub async fn load(store: &Store, campaign: &Campaign, now: DateTime<Utc>) -> Result<Calendar> {
    let country = &campaign.calendar;
    let mut tx = store.read().await?;
    let known = calendar::load(&mut tx, country).await?;
    tx.commit().await?;
    let missing: Vec<Year> = built_in(country)
        .into_iter()
        .filter(|year| !known.loaded(year.year))
        .collect();
    if missing.is_empty() {
        return Ok(known);
    }
    let mut tx = store.begin().await?;
    for year in &missing {
        calendar::put(&mut tx, year, now).await?;
    }
    let loaded = calendar::load(&mut tx, country).await?;
    tx.commit().await?;
    Ok(loaded)
}

/// The years of the campaign, and the one that is running, whose holidays are not known: their days
/// count Monday to Friday until the notice is imported.
pub fn missing_years(calendar: &Calendar, campaign: &Campaign, now: DateTime<Utc>) -> Vec<i32> {
    let this_year = now.with_timezone(&campaign.zone).year();
    let mut years: Vec<i32> = (campaign.span.start.year()..=campaign.span.end.year())
        .chain([this_year])
        .filter(|year| !calendar.loaded(*year))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn china_comes_with_2014_to_2026() {
        let mut years: Vec<i32> = built_in("cn").iter().map(|year| year.year).collect();
        years.sort_unstable();
        assert_eq!(years, (2014..=2026).collect::<Vec<_>>());
    }
}
