//! Dates of a campaign file, written relative to its one `start` line so that a copy with another
//! start is another campaign.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::lunar;

/// A day that follows from the campaign's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// `+15d`, `+2w`: so many days on.
    Days(u32),
    /// `+8m`: the same day of the month so many months on.
    Months(u32),
    /// `+8m end`: the last day of the month so many months on.
    MonthEnd(u32),
    /// `07-01`: the first such day on or after the start.
    Yearly {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
        /// Days added to it: `07-01 -10d`.
        shift: i32,
    },
    /// `spring-festival`: the first Chinese New Year's day not before the start, `-15d`, `+5d` shifted
    /// (S22's first window).
    SpringFestival {
        /// Days added to it.
        shift: i32,
    },
}

/// Why a text is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MomentFault;

impl Moment {
    /// Reads the forms above.
    pub fn parse(text: &str) -> Result<Self, MomentFault> {
        let mut words = text.split_whitespace();
        let (first, second) = (words.next().ok_or(MomentFault)?, words.next());
        if words.next().is_some() {
            return Err(MomentFault);
        }
        if let Some(offset) = first.strip_prefix('+') {
            let unit = offset.chars().last().ok_or(MomentFault)?;
            let count: u32 = offset
                .strip_suffix(unit)
                .and_then(|n| n.parse().ok())
                .ok_or(MomentFault)?;
            return match (unit, second) {
                ('d', None) => Ok(Self::Days(count)),
                ('w', None) => Ok(Self::Days(count.checked_mul(7).ok_or(MomentFault)?)),
                ('m', None) => Ok(Self::Months(count)),
                ('m', Some("end")) => Ok(Self::MonthEnd(count)),
                _ => Err(MomentFault),
            };
        }
        let shift = second.map_or(Ok(0), parse_shift)?;
        if first == "spring-festival" {
            return Ok(Self::SpringFestival { shift });
        }
        let (month, day) = first.split_once('-').ok_or(MomentFault)?;
        let (month, day) = (
            month.parse().map_err(|_| MomentFault)?,
            day.parse().map_err(|_| MomentFault)?,
        );
        // 2000 is a leap year: 02-29 is allowed here and skipped to the next year that has it.
        NaiveDate::from_ymd_opt(2000, month, day).ok_or(MomentFault)?;
        Ok(Self::Yearly { month, day, shift })
    }

    /// The day it is for a campaign that starts then; `None` past the end of the lunar table or of
    /// the calendar.
    pub fn from_start(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => start.checked_add_days(Days::new(days.into())),
            Self::Months(months) => start.checked_add_months(Months::new(months)),
            Self::MonthEnd(months) => start
                .with_day(1)?
                .checked_add_months(Months::new(months.checked_add(1)?))?
                .pred_opt(),
            Self::Yearly { month, day, shift } => (start.year()..start.year().checked_add(9)?)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .find(|date| *date >= start)
                .and_then(|date| shifted(date, shift)),
            Self::SpringFestival { shift } => (start.year()..=start.year().checked_add(1)?)
                .filter_map(lunar::spring_festival)
                .find(|date| *date >= start)
                .and_then(|date| shifted(date, shift)),
        }
    }
}

fn parse_shift(text: &str) -> Result<i32, MomentFault> {
    let days = text.strip_suffix('d').ok_or(MomentFault)?;
    if !days.starts_with(['+', '-']) {
        return Err(MomentFault);
    }
    days.parse().map_err(|_| MomentFault)
}

fn shifted(date: NaiveDate, days: i32) -> Option<NaiveDate> {
    date.checked_add_signed(chrono::TimeDelta::days(days.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_follow_from_the_start() {
        let start = NaiveDate::from_ymd_opt(2014, 1, 20).unwrap();
        for (text, expected) in [
            ("+0d", "2014-01-20"),
            ("+15d", "2014-02-04"),
            ("+2w", "2014-02-03"),
            ("+8m", "2014-09-20"),
            ("+8m end", "2014-09-30"),
            ("+1m end", "2014-02-28"),
            ("07-01", "2014-07-01"),
            ("07-01 -10d", "2014-06-21"),
            ("01-01", "2015-01-01"),
            ("spring-festival", "2014-01-31"),
            ("spring-festival -11d", "2014-01-20"),
        ] {
            let day = Moment::parse(text).unwrap().from_start(start).unwrap();
            assert_eq!(day.to_string(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "15d",
            "+d",
            "+3y",
            "+3d end",
            "13-01",
            "02-30",
            "spring-festival 3",
            "+1m end x",
        ] {
            assert_eq!(Moment::parse(text), Err(MomentFault), "{text}");
        }
    }
}
