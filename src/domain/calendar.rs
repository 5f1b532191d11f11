//! Which days are work days. Monday to Friday is only the rule of thumb: statutory holidays take days away
//! and make-up work days (调休) give weekend days back, by a notice of the State Council for each year.
//!
//! A year whose notice has not been loaded is counted Monday to Friday; [`Calendar::loaded`] says so, and the
//! caller tells the office loudly. How a year's file is read stands in `calendar/year.rs`.

mod year;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};

pub use year::{CalendarFault, Day, DayKind, Year, parse_year};

/// The work days of one country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, (DayKind, String)>,
    loaded: BTreeSet<i32>,
}

impl Calendar {
    /// A calendar of the days that break the rule of the week, each with its holiday's name. `loaded` are the
    /// years whose notice is in. A day named twice counts as named last, so an import corrects what was there.
    pub fn from_days(
        days: impl IntoIterator<Item = (NaiveDate, DayKind, String)>,
        loaded: impl IntoIterator<Item = i32>,
    ) -> Self {
        Self {
            days: days
                .into_iter()
                .map(|(date, kind, name)| (date, (kind, name)))
                .collect(),
            loaded: loaded.into_iter().collect(),
        }
    }

    /// A calendar of whole years as their files give them.
    pub fn from_years(years: impl IntoIterator<Item = Year>) -> Self {
        let mut calendar = Self::default();
        for year in years {
            calendar.loaded.insert(year.year);
            for day in year.days {
                calendar.days.insert(day.date, (day.kind, day.name));
            }
        }
        calendar
    }

    /// Whether that year's notice is in; if not, its days count Monday to Friday.
    pub fn loaded(&self, year: i32) -> bool {
        self.loaded.contains(&year)
    }

    /// Whether people work on that day.
    pub fn is_work_day(&self, date: NaiveDate) -> bool {
        match self.days.get(&date) {
            Some((kind, _)) => *kind == DayKind::Work,
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The holiday that a day is off or worked for; `None` for a day that follows the week.
    pub fn name(&self, date: NaiveDate) -> Option<&str> {
        self.days.get(&date).map(|(_, name)| name.as_str())
    }

    /// The `n`th work day after `date`, before it for a negative `n`, `date` itself for 0.
    pub fn add_work_days(&self, date: NaiveDate, n: i32) -> NaiveDate {
        let step = if n < 0 { before } else { after };
        let mut day = date;
        for _ in 0..n.unsigned_abs() {
            let Some(next) = step(day) else { break };
            day = self.first_from(next, step);
        }
        day
    }

    /// How many work days after `a` it takes to get to `b`, `b` counted if it is one; negative if `b` is
    /// before `a`. So Friday to Monday is 1 in an ordinary week, and a day to itself 0.
    pub fn work_days_between(&self, a: NaiveDate, b: NaiveDate) -> i64 {
        if a <= b {
            after(a).map_or(0, |first| self.work_days(first, b))
        } else {
            before(a).map_or(0, |last| -self.work_days(b, last))
        }
    }

    /// Work days from one day to another, both counted: whole weeks at once, then the days that break their
    /// rule. It is asked for everybody at every slot, so it does not walk from day to day.
    fn work_days(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        if last < first {
            return 0;
        }
        let weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let days = (last - first).num_days() + 1;
        let rest = usize::try_from(days % 7).unwrap_or(0);
        let rest = first.iter_days().take(rest).filter(|day| !weekend(*day));
        let by_week = days / 7 * 5 + rest.map(|_| 1).sum::<i64>();
        let broken = self.days.range(first..=last);
        broken.fold(by_week, |count, (day, (kind, _))| {
            match (*kind == DayKind::Work, weekend(*day)) {
                (true, true) => count + 1,
                (false, false) => count - 1,
                _ => count,
            }
        })
    }

    /// `date` if it is a work day, else the last work day before it.
    pub fn on_or_before(&self, date: NaiveDate) -> NaiveDate {
        self.first_from(date, before)
    }

    /// `date` if it is a work day, else the first work day after it.
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        self.first_from(date, after)
    }

    /// The first work day from `date` on in the direction of `step`; the last day there is, at the end of time.
    fn first_from(&self, date: NaiveDate, step: Step) -> NaiveDate {
        let mut day = date;
        while !self.is_work_day(day) {
            let Some(next) = step(day) else { break };
            day = next;
        }
        day
    }
}

/// One day on or one day back.
type Step = fn(NaiveDate) -> Option<NaiveDate>;

fn after(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(1))
}

fn before(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(Days::new(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn china() -> Calendar {
        let years = [
            include_str!("../../calendars/cn/2014.json"),
            include_str!("../../calendars/cn/2020.json"),
            include_str!("../../calendars/cn/2026.json"),
        ];
        Calendar::from_years(years.map(|json| parse_year(json).unwrap()))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn work_days_follow_the_notices() {
        let calendar = china();
        for (date, work) in [
            ("2014-01-26", true),  // Sunday, made up for Spring Festival
            ("2014-01-31", false), // Friday, Spring Festival
            ("2014-02-06", false), // Thursday, its last day
            ("2014-02-07", true),
            ("2014-02-08", true),  // Saturday, made up
            ("2014-02-09", false), // Sunday
            ("2014-05-04", true),  // Sunday, made up for Labour Day
            ("2014-09-08", false), // Monday, Mid-Autumn
            ("2014-09-28", true),  // Sunday, made up for National Day
            ("2014-10-01", false),
            ("2014-10-11", true),
            ("2020-01-31", false), // Friday, the holiday lengthened in the epidemic
            ("2020-02-02", false),
            ("2026-01-04", true),  // Sunday, made up for New Year
            ("2026-02-14", true),  // Saturday, made up for Spring Festival
            ("2026-02-17", false), // Tuesday, New Year's day
            ("2026-02-23", false),
            ("2026-02-24", true),
            ("2026-05-09", true),
            ("2026-10-07", false),
            ("2026-10-10", true),
        ] {
            assert_eq!(calendar.is_work_day(day(date)), work, "{date}");
        }
        assert_eq!(calendar.name(day("2014-01-26")), Some("春节"));
        assert_eq!(calendar.name(day("2014-03-03")), None);
    }

    #[test]
    fn a_year_that_is_not_loaded_is_monday_to_friday() {
        let calendar = china();
        assert!(calendar.loaded(2014) && calendar.loaded(2026));
        assert!(!calendar.loaded(2027));
        assert!(calendar.is_work_day(day("2027-10-01"))); // Friday
        assert!(!calendar.is_work_day(day("2027-10-02")));
    }

    #[test]
    fn counting_skips_holidays_and_takes_make_up_days() {
        let calendar = china();
        for (from, n, to) in [
            ("2014-01-30", 1, "2014-02-07"),
            ("2014-01-30", 2, "2014-02-08"),
            ("2014-02-01", 1, "2014-02-07"), // from a day off
            ("2014-02-10", -1, "2014-02-08"),
            ("2014-02-10", -3, "2014-01-30"),
            ("2014-03-07", 1, "2014-03-10"),
            ("2014-03-08", 0, "2014-03-08"),
            ("2026-09-30", 1, "2026-10-08"),
        ] {
            assert_eq!(
                calendar.add_work_days(day(from), n),
                day(to),
                "{from} {n:+}"
            );
        }
        assert_eq!(
            calendar.work_days_between(day("2014-01-30"), day("2014-02-10")),
            3
        );
        assert_eq!(
            calendar.work_days_between(day("2014-02-10"), day("2014-01-30")),
            -3
        );
        assert_eq!(
            calendar.work_days_between(day("2014-03-08"), day("2014-03-08")),
            0
        );
        assert_eq!(calendar.on_or_before(day("2014-02-03")), day("2014-01-30"));
        assert_eq!(calendar.on_or_after(day("2014-02-03")), day("2014-02-07"));
        assert_eq!(calendar.on_or_after(day("2014-02-08")), day("2014-02-08"));
    }

    #[test]
    fn a_later_day_corrects_an_earlier_one() {
        let friday = day("2027-10-01");
        let days = [
            (friday, DayKind::Work, "a".to_owned()),
            (friday, DayKind::Off, "b".to_owned()),
        ];
        let calendar = Calendar::from_days(days, [2027]);
        assert!(calendar.loaded(2027) && !calendar.is_work_day(friday));
        assert_eq!(calendar.name(friday), Some("b"));
    }

    #[test]
    fn the_end_of_time_is_an_end() {
        let calendar = Calendar::from_days([(NaiveDate::MAX, DayKind::Off, String::new())], []);
        assert_eq!(calendar.on_or_after(NaiveDate::MAX), NaiveDate::MAX);
        assert_eq!(calendar.add_work_days(NaiveDate::MIN, -3), NaiveDate::MIN);
    }

    proptest! {
        #[test]
        fn counting_at_once_is_counting_day_by_day(offset in 0_u64..5000, length in 0_u64..800) {
            let calendar = china();
            let from = day("2013-06-01") + Days::new(offset);
            let to = from + Days::new(length);
            let walked = from.iter_days().skip(1).take_while(|day| *day <= to);
            let walked = walked.filter(|day| calendar.is_work_day(*day)).count();
            prop_assert_eq!(calendar.work_days_between(from, to), i64::try_from(walked).unwrap());
        }

        #[test]
        fn adding_is_counting_turned_round(offset in 0_u64..5000, n in -300_i32..300) {
            let calendar = china();
            let from = day("2013-06-01") + Days::new(offset);
            let to = calendar.add_work_days(from, n);
            prop_assert_eq!(calendar.work_days_between(from, to), i64::from(n));
            prop_assert!(n == 0 || calendar.is_work_day(to));
        }
    }
}
