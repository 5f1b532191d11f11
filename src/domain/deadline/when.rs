//! From the parts of a date to the day: which year is meant, and whether there is such a day.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{NotADeadline, Span};
use crate::domain::lunar;

/// A day of the year, as a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOfYear {
    Day {
        month: u32,
        day: u32,
    },
    /// The last day of a month.
    MonthEnd(u32),
    /// The day before a month begins.
    MonthEve(u32),
    /// The day before a feast.
    FeastEve {
        month: u32,
        day: u32,
    },
    /// Chinese New Year's day.
    SpringFestival,
    SpringFestivalEve,
    /// 31 December, in the year that the campaign starts if none is named.
    YearEnd,
}

impl DayOfYear {
    /// The date in a year; `None` if that year has no such day.
    pub(super) fn of(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Day { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::MonthEnd(month @ 1..=11) => {
                NaiveDate::from_ymd_opt(year, month + 1, 1)?.pred_opt()
            }
            Self::MonthEnd(month) => NaiveDate::from_ymd_opt(year, month, 31),
            Self::MonthEve(month) => NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt(),
            Self::FeastEve { month, day } => NaiveDate::from_ymd_opt(year, month, day)?.pred_opt(),
            Self::SpringFestival => lunar::spring_festival(year),
            Self::SpringFestivalEve => lunar::spring_festival(year)?.pred_opt(),
            Self::YearEnd => NaiveDate::from_ymd_opt(year, 12, 31),
        }
    }
}

/// The year of a date as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    Stated(u32),
    /// 14年: of this century, and near the campaign.
    Short(u32),
    /// 今年: the year in which the campaign starts.
    This,
    Next,
    Open,
}

/// What a statement says of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    In {
        year: YearOf,
        day: DayOfYear,
        /// Written beside the date; it must be true.
        weekday: Option<Weekday>,
    },
    /// 14.7.15, in any of the three orders in use.
    Short(u32, u32, u32),
    /// Days after 1899-12-30.
    Serial(u32),
}

/// How far from the campaign a year may lie that is not written out, in years.
const NEAR: i32 = 5;

impl When {
    /// The date, given the campaign in which the text was written.
    pub(super) fn date(self, campaign: Span) -> Result<NaiveDate, NotADeadline> {
        match self {
            Self::In { year, day, weekday } => {
                let date = in_year(year, day, campaign)?;
                if weekday.is_some_and(|weekday| weekday != date.weekday()) {
                    return Err(NotADeadline::NoSuchDay);
                }
                Ok(date)
            }
            Self::Short(a, b, c) => short(a, b, c, campaign),
            Self::Serial(days) => NaiveDate::from_ymd_opt(1899, 12, 30)
                .and_then(|first| first.checked_add_days(Days::new(u64::from(days))))
                .filter(|date| near(date.year(), campaign))
                .ok_or(NotADeadline::Unreadable),
        }
    }
}

/// A year that can be meant at all; outside lies a slip of the pen.
pub(super) fn stated(year: u32) -> Result<i32, NotADeadline> {
    i32::try_from(year)
        .ok()
        .filter(|year| (1900..=2199).contains(year))
        .ok_or(NotADeadline::NoSuchDay)
}

fn near(year: i32, campaign: Span) -> bool {
    (campaign.start.year() - NEAR..=campaign.end.year() + NEAR).contains(&year)
}

fn in_year(year: YearOf, day: DayOfYear, campaign: Span) -> Result<NaiveDate, NotADeadline> {
    let start = campaign.start;
    let year = match year {
        YearOf::Stated(year) => stated(year)?,
        YearOf::Short(year) => stated(2000 + year).and_then(|year| {
            if near(year, campaign) {
                Ok(year)
            } else {
                Err(NotADeadline::Unreadable)
            }
        })?,
        // "This year" was another one when the date is over before the campaign begins.
        YearOf::This => {
            let date = day.of(start.year()).ok_or(NotADeadline::NoSuchDay)?;
            return if date < start {
                Err(NotADeadline::NoReference)
            } else {
                Ok(date)
            };
        }
        YearOf::Next => start.year() + 1,
        YearOf::Open if day == DayOfYear::YearEnd => start.year(),
        YearOf::Open => return first_within(day, campaign),
    };
    day.of(year).ok_or(NotADeadline::NoSuchDay)
}

/// The first such day in the campaign, else the first after its start. A year is enough to find one: 29 February
/// in a campaign without one is a mistake, not a date years ahead.
fn first_within(day: DayOfYear, campaign: Span) -> Result<NaiveDate, NotADeadline> {
    let start = campaign.start;
    let year_on = start.checked_add_days(Days::new(366)).unwrap_or(start);
    (start.year()..=campaign.end.year().max(start.year()) + 2)
        .filter_map(|year| day.of(year))
        .find(|date| (start..=campaign.end.max(year_on)).contains(date))
        .ok_or(NotADeadline::NoSuchDay)
}

/// The one reading whose year the campaign touches; none or several are no date.
fn short(a: u32, b: u32, c: u32, campaign: Span) -> Result<NaiveDate, NotADeadline> {
    let years = campaign.start.year()..=campaign.end.year();
    let mut found = None;
    for (year, month, day) in [(a, b, c), (c, b, a), (c, a, b)] {
        let year = stated(2000 + year)?;
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else {
            continue;
        };
        if years.contains(&year) && *found.get_or_insert(date) != date {
            return Err(NotADeadline::Unreadable);
        }
    }
    found.ok_or(NotADeadline::Unreadable)
}
