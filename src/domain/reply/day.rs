//! Which day a reply speaks of.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::atom::{Atom, Figure, Week};

/// A day that was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    /// Named by its distance from today (明天, 下周三), not by the calendar.
    pub(super) relative: bool,
}

/// Which way a day is looked for that is named without its week, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toward {
    /// Back from today: what was studied lies behind.
    Past,
    /// On from a day: a leave lies ahead, and its last day ahead of its first.
    Ahead(NaiveDate),
}

/// The longest way back, in days, that a date without a year is looked for; further, it is to come.
const LONGEST_BACK: i64 = 180;

/// The same for a date that should lie ahead: nearer than this it is one that has passed.
const LONGEST_BACK_FROM_AHEAD: i64 = 60;

/// The same for the day of a month without its month: 28号 on the third is last month's, 5号 is not.
const LONGEST_BACK_IN_MONTH: i64 = 15;

/// The day that the atoms begin with, and how many atoms name it.
pub(super) fn at(atoms: &[Atom], today: NaiveDate) -> Option<(Day, usize)> {
    named(atoms, today, Toward::Past)
}

/// The same where a day to come is meant: a weekday, a day of the month or a date without its year is the
/// next from `from` on, unless it has only just passed.
pub(super) fn ahead(atoms: &[Atom], today: NaiveDate, from: NaiveDate) -> Option<(Day, usize)> {
    named(atoms, today, Toward::Ahead(from))
}

fn named(atoms: &[Atom], today: NaiveDate, toward: Toward) -> Option<(Day, usize)> {
    relative(atoms, today, toward)
        .map(|(date, used)| {
            (
                Day {
                    date,
                    relative: true,
                },
                used,
            )
        })
        .or_else(|| {
            calendar(atoms, today, toward).map(|(date, used)| {
                (
                    Day {
                        date,
                        relative: false,
                    },
                    used,
                )
            })
        })
}

fn relative(atoms: &[Atom], today: NaiveDate, toward: Toward) -> Option<(NaiveDate, usize)> {
    Some(match *atoms {
        [Atom::Week(week), Atom::Weekday(day), ..] => (weekday(Some(week), day, today, toward)?, 2),
        [Atom::Week(Week::Calendar(weeks)), ..] if weeks > 0 => (
            weekday(Some(Week::Calendar(weeks)), Weekday::Mon, today, toward)?,
            1,
        ),
        [Atom::Offset(days), ..] => (shifted(today, days)?, 1),
        [Atom::Weekday(day), ..] => (weekday(None, day, today, toward)?, 1),
        _ => return None,
    })
}

fn weekday(
    week: Option<Week>,
    day: Weekday,
    today: NaiveDate,
    toward: Toward,
) -> Option<NaiveDate> {
    if let (None, Toward::Ahead(from)) = (week, toward) {
        return shifted(from, i64::from(day.days_since(from.weekday())));
    }
    let back = i64::from(today.weekday().days_since(day));
    let days = match week {
        None => -back,
        Some(Week::Last) => -(if back == 0 { 7 } else { back }),
        Some(Week::Calendar(weeks)) => {
            let from_monday = i64::from(today.weekday().num_days_from_monday());
            weeks * 7 + i64::from(day.num_days_from_monday()) - from_monday
        }
    };
    shifted(today, days)
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let step = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(step)
    } else {
        day.checked_add_days(step)
    }
}

fn calendar(atoms: &[Atom], today: NaiveDate, toward: Toward) -> Option<(NaiveDate, usize)> {
    let ends = |atom: &Atom| matches!(atom, Atom::DateMark | Atom::DayOrDate);
    Some(match atoms {
        [Atom::Date(year, month, day), ..] => (NaiveDate::from_ymd_opt(*year, *month, *day)?, 1),
        [Atom::MonthDay(month, day), ..] => (near(*month, *day, today, toward)?, 1),
        [
            Atom::Number(year),
            Atom::YearMark,
            Atom::Number(month),
            Atom::MonthMark,
            Atom::Number(day),
            end,
            ..,
        ] if ends(end) => (
            NaiveDate::from_ymd_opt(full_year(*year)?, month.whole()?, day.whole()?)?,
            6,
        ),
        [
            Atom::Year(years),
            Atom::Number(month),
            Atom::MonthMark,
            Atom::Number(day),
            end,
            ..,
        ] if ends(end) => {
            let year = today.year().checked_add(*years)?;
            (
                NaiveDate::from_ymd_opt(year, month.whole()?, day.whole()?)?,
                5,
            )
        }
        [
            Atom::Number(month),
            Atom::MonthMark,
            Atom::Number(day),
            end,
            ..,
        ] if ends(end) => (near(month.whole()?, day.whole()?, today, toward)?, 4),
        [Atom::Month(months), Atom::Number(day), end, ..] if ends(end) => {
            (in_month(*months, day.whole()?, today)?, 3)
        }
        [
            Atom::Number(day),
            Atom::DateMark,
            Atom::MonthName(month),
            ..,
        ]
        | [
            Atom::MonthName(month),
            Atom::Number(day),
            Atom::DateMark,
            ..,
        ] => with_year(*month, *day, atoms, 3, today, toward)?,
        [Atom::Number(day), Atom::MonthName(month), ..]
        | [Atom::MonthName(month), Atom::Number(day), ..] => {
            with_year(*month, *day, atoms, 2, today, toward)?
        }
        [Atom::Number(day), Atom::DateMark, ..] => (in_a_month(day.whole()?, today, toward)?, 2),
        _ => return None,
    })
}

/// An English date; the year, if any, stands behind it, maybe after a comma.
fn with_year(
    month: u32,
    day: Figure,
    atoms: &[Atom],
    used: usize,
    today: NaiveDate,
    toward: Toward,
) -> Option<(NaiveDate, usize)> {
    let day = day.whole()?;
    let (year, used) = match atoms.get(used..)? {
        [Atom::Number(year @ Figure { digits: 4, .. }), ..] => (Some(year), used + 1),
        [
            Atom::Break,
            Atom::Number(year @ Figure { digits: 4, .. }),
            ..,
        ] => (Some(year), used + 2),
        _ => (None, used),
    };
    let date = match year {
        Some(year) => NaiveDate::from_ymd_opt(full_year(*year)?, month, day)?,
        None => near(month, day, today, toward)?,
    };
    Some((date, used))
}

/// 14年 is 2014.
fn full_year(year: Figure) -> Option<i32> {
    let short = year.digits == 2;
    i32::try_from(year.whole()?)
        .ok()
        .map(|year| if short { 2000 + year } else { year })
}

fn near(month: u32, day: u32, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    match toward {
        Toward::Past => nearest(month, day, today, LONGEST_BACK),
        Toward::Ahead(from) => coming(month, day, from),
    }
}

fn in_a_month(day: u32, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    match toward {
        Toward::Past => of_month(day, today),
        Toward::Ahead(from) => coming_in_month(day, from),
    }
}

/// A date without its year that should not lie before `from`.
pub(super) fn coming(month: u32, day: u32, from: NaiveDate) -> Option<NaiveDate> {
    nearest(month, day, from, LONGEST_BACK_FROM_AHEAD)
}

/// A day of a month that should not lie before `from`: of its month, or of the next if that is near.
pub(super) fn coming_in_month(day: u32, from: NaiveDate) -> Option<NaiveDate> {
    let this = in_month(0, day, from);
    let next = in_month(1, day, from);
    match (this, next) {
        (Some(this), _) if this >= from => Some(this),
        (_, Some(next)) if (next - from).num_days() <= LONGEST_BACK_IN_MONTH => Some(next),
        (this, _) => this,
    }
}

/// A date without a year: the latest not after today unless that is long ago, else the next to come.
fn nearest(month: u32, day: u32, today: NaiveDate, longest_back: i64) -> Option<NaiveDate> {
    let years = [today.year() + 1, today.year(), today.year() - 1];
    let dates = || {
        years
            .iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(*year, month, day))
    };
    dates()
        .find(|date| *date <= today && (today - *date).num_days() <= longest_back)
        .or_else(|| dates().filter(|date| *date > today).min())
}

/// A day of this month or the last: the latest not after today unless that is long ago.
pub(super) fn of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let this = in_month(0, day, today);
    let last = in_month(-1, day, today);
    match (this, last) {
        (Some(this), _) if this <= today => Some(this),
        (_, Some(last)) if (today - last).num_days() <= LONGEST_BACK_IN_MONTH => Some(last),
        (this, _) => this,
    }
}

fn in_month(months: i32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let index = today.year() * 12 + i32::try_from(today.month0()).ok()? + months;
    let index_in_year = u32::try_from(index.rem_euclid(12)).ok()?;
    NaiveDate::from_ymd_opt(index.div_euclid(12), index_in_year + 1, day)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_BACK, coming, coming_in_month, nearest, of_month};
    use chrono::NaiveDate;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_date_without_a_year_is_the_latest_or_the_next() {
        for (month, day, today, want) in [
            (3, 2, date(2014, 3, 3), Some(date(2014, 3, 2))),
            (3, 3, date(2014, 3, 3), Some(date(2014, 3, 3))),
            (12, 30, date(2014, 1, 3), Some(date(2013, 12, 30))),
            (3, 10, date(2014, 3, 3), Some(date(2014, 3, 10))),
            (1, 5, date(2014, 12, 1), Some(date(2015, 1, 5))),
            (2, 29, date(2014, 3, 3), None),
            (13, 1, date(2014, 3, 3), None),
        ] {
            let found = nearest(month, day, today, LONGEST_BACK);
            assert_eq!(found, want, "{month}-{day} on {today}");
        }
    }

    #[test]
    fn a_date_that_should_lie_ahead_does_unless_it_has_just_passed() {
        for (month, day, from, want) in [
            (3, 10, date(2014, 3, 3), date(2014, 3, 10)),
            (9, 10, date(2014, 3, 3), date(2014, 9, 10)),
            (2, 10, date(2014, 3, 3), date(2014, 2, 10)),
            (12, 30, date(2014, 3, 3), date(2014, 12, 30)),
            (1, 3, date(2014, 12, 28), date(2015, 1, 3)),
        ] {
            assert_eq!(coming(month, day, from), Some(want), "{month}-{day}");
        }
        for (day, from, want) in [
            (10, date(2014, 3, 3), date(2014, 3, 10)),
            (25, date(2014, 3, 3), date(2014, 3, 25)),
            (2, date(2014, 3, 28), date(2014, 4, 2)),
            (2, date(2014, 3, 3), date(2014, 3, 2)),
            (31, date(2014, 3, 30), date(2014, 3, 31)),
        ] {
            assert_eq!(coming_in_month(day, from), Some(want), "{day} on {from}");
        }
    }

    #[test]
    fn a_day_of_the_month_is_near() {
        for (day, today, want) in [
            (2, date(2014, 3, 3), Some(date(2014, 3, 2))),
            (28, date(2014, 3, 3), Some(date(2014, 2, 28))),
            (5, date(2014, 3, 3), Some(date(2014, 3, 5))),
            (31, date(2014, 1, 1), Some(date(2013, 12, 31))),
            (32, date(2014, 3, 3), None),
        ] {
            assert_eq!(of_month(day, today), want, "{day} on {today}");
        }
    }
}
