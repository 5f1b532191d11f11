//! One year of a calendar as its file gives it (`calendars/README.md` shows the format), checked before it
//! counts: a file with a mistake in it would move everybody's reminders.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use thiserror::Error;

/// What a notice makes of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayKind {
    /// Nobody works: a holiday, or a week day swapped for a worked weekend day.
    Off,
    /// A Saturday or Sunday that is worked to make up for one.
    Work,
}

/// A day that breaks the rule of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub kind: DayKind,
    /// The holiday that the day is off or worked for, in the words of the notice.
    pub name: String,
}

/// A year's notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The country's two-letter code in small letters (ISO 3166-1).
    pub country: String,
    pub year: i32,
    /// In the order of the file.
    pub days: Vec<Day>,
}

/// What is wrong with a year's file, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarFault {
    #[error(
        "not a calendar year: {0}; write {{\"country\": \"cn\", \"year\": 2014, \"days\": \
         [{{\"date\": \"2014-10-01\", \"kind\": \"off\", \"name\": \"…\"}}]}}"
    )]
    Shape(String),
    #[error("country \"{0}\": write two small letters, such as \"cn\"")]
    Country(String),
    #[error("year {0}: write a year from 1949 to 2199")]
    Year(i32),
    #[error(
        "year {0} has no days: leave the file out until the notice is published, so that the year counts as missing"
    )]
    Empty(i32),
    #[error("days[{at}]: \"{date}\" is no date: write it as 2014-10-01")]
    Date { at: usize, date: String },
    #[error("days[{at}]: {date} is not in {year}: move it into the file of its own year")]
    Elsewhere {
        at: usize,
        date: NaiveDate,
        year: i32,
    },
    #[error("days[{at}]: kind \"{kind}\": write \"off\" or \"work\"")]
    Kind { at: usize, kind: String },
    #[error("days[{at}]: {date} has no name: write the holiday it belongs to")]
    Nameless { at: usize, date: NaiveDate },
    #[error("days[{at}]: {date} is there twice: keep one of the two")]
    Twice { at: usize, date: NaiveDate },
    #[error(
        "days[{at}]: {date} is a {weekday}, worked anyway: \"work\" is for a Saturday or Sunday, so check the date"
    )]
    Ordinary {
        at: usize,
        date: NaiveDate,
        weekday: Weekday,
    },
}

/// Reads the text of a year's file.
pub fn parse_year(json: &str) -> Result<Year, CalendarFault> {
    let paper: Paper =
        serde_json::from_str(json).map_err(|error| CalendarFault::Shape(error.to_string()))?;
    let country = paper.country;
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Err(CalendarFault::Country(country));
    }
    let year = paper.year;
    if !(1949..=2199).contains(&year) {
        return Err(CalendarFault::Year(year));
    }
    if paper.days.is_empty() {
        return Err(CalendarFault::Empty(year));
    }
    let mut seen = BTreeSet::new();
    let mut days = Vec::with_capacity(paper.days.len());
    for (at, line) in paper.days.into_iter().enumerate() {
        let day = line.check(at, year)?;
        if !seen.insert(day.date) {
            return Err(CalendarFault::Twice { at, date: day.date });
        }
        days.push(day);
    }
    Ok(Year {
        country,
        year,
        days,
    })
}

/// The file before it is checked. Dates and kinds are text here, so that the fault is told in our words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    country: String,
    year: i32,
    days: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    date: String,
    kind: String,
    name: String,
}

impl Line {
    fn check(self, at: usize, year: i32) -> Result<Day, CalendarFault> {
        let Ok(date) = NaiveDate::parse_from_str(&self.date, "%Y-%m-%d") else {
            return Err(CalendarFault::Date {
                at,
                date: self.date,
            });
        };
        if date.year() != year {
            return Err(CalendarFault::Elsewhere { at, date, year });
        }
        let kind = match self.kind.as_str() {
            "off" => DayKind::Off,
            "work" => DayKind::Work,
            _ => {
                return Err(CalendarFault::Kind {
                    at,
                    kind: self.kind,
                });
            }
        };
        if self.name.trim().is_empty() {
            return Err(CalendarFault::Nameless { at, date });
        }
        let weekday = date.weekday();
        if kind == DayKind::Work && !matches!(weekday, Weekday::Sat | Weekday::Sun) {
            return Err(CalendarFault::Ordinary { at, date, weekday });
        }
        Ok(Day {
            date,
            kind,
            name: self.name,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(days: &str) -> String {
        let json = format!(r#"{{"country":"cn","year":2014,"days":[{days}]}}"#);
        parse_year(&json).unwrap_err().to_string()
    }

    #[test]
    fn a_year_is_read_in_its_order() {
        let json = r#"{"country":"cn","year":2014,"days":[
            {"date":"2014-01-26","kind":"work","name":"春节"},
            {"date":"2014-01-31","kind":"off","name":"春节"}]}"#;
        let year = parse_year(json).unwrap();
        assert_eq!((year.country.as_str(), year.year), ("cn", 2014));
        assert_eq!(
            year.days[1].date,
            NaiveDate::from_ymd_opt(2014, 1, 31).unwrap()
        );
        assert_eq!(
            [year.days[0].kind, year.days[1].kind],
            [DayKind::Work, DayKind::Off]
        );
    }

    #[test]
    fn every_day_fault_names_its_place_and_what_is_right() {
        for (days, told) in [
            (
                r#"{"date":"2014-02-30","kind":"off","name":"x"}"#,
                "days[0]: \"2014-02-30\" is no date: write it as 2014-10-01",
            ),
            (
                r#"{"date":"2015-01-01","kind":"off","name":"x"}"#,
                "days[0]: 2015-01-01 is not in 2014: move it into the file of its own year",
            ),
            (
                r#"{"date":"2014-01-01","kind":"holiday","name":"x"}"#,
                "days[0]: kind \"holiday\": write \"off\" or \"work\"",
            ),
            (
                r#"{"date":"2014-01-01","kind":"off","name":" "}"#,
                "days[0]: 2014-01-01 has no name: write the holiday it belongs to",
            ),
            (
                r#"{"date":"2014-01-01","kind":"off","name":"x"},{"date":"2014-01-01","kind":"off","name":"x"}"#,
                "days[1]: 2014-01-01 is there twice: keep one of the two",
            ),
            (
                r#"{"date":"2014-01-02","kind":"work","name":"x"}"#,
                "days[0]: 2014-01-02 is a Thu, worked anyway: \"work\" is for a Saturday or Sunday, so check the date",
            ),
        ] {
            assert_eq!(fault(days), told);
        }
    }

    #[test]
    fn a_file_of_another_shape_is_refused() {
        assert!(matches!(parse_year("{"), Err(CalendarFault::Shape(_))));
        assert!(matches!(parse_year("[]"), Err(CalendarFault::Shape(_))));
        let more = r#"{"country":"cn","year":2014,"days":[],"papers":[]}"#;
        assert!(matches!(parse_year(more), Err(CalendarFault::Shape(_))));
        let unpublished = r#"{"country":"cn","year":2027,"days":[]}"#;
        assert_eq!(parse_year(unpublished), Err(CalendarFault::Empty(2027)));
        let china = r#"{"country":"China","year":2014,"days":[]}"#;
        assert_eq!(
            parse_year(china),
            Err(CalendarFault::Country("China".to_owned()))
        );
        let short = r#"{"country":"cn","year":14,"days":[]}"#;
        assert_eq!(parse_year(short), Err(CalendarFault::Year(14)));
    }
}
