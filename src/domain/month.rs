//! A month of the calendar, by which entries are listed.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::deadline::Span;

/// A month, kept as its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// That month of that year (1 is January), if there is one.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let known = (1900..=2999).contains(&year);
        NaiveDate::from_ymd_opt(year, month, 1)
            .filter(|_| known)
            .map(Self)
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Its number in the year, from 1.
    pub fn number(self) -> u32 {
        self.0.month()
    }

    /// Its first and last day.
    pub fn span(self) -> Span {
        let next = self.next().0;
        Span {
            start: self.0,
            end: next.pred_opt().unwrap_or(next),
        }
    }

    /// The one before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.back(1)
    }

    /// So many months before.
    #[must_use]
    pub fn back(self, months: u32) -> Self {
        Self(
            self.0
                .checked_sub_months(Months::new(months))
                .unwrap_or(self.0),
        )
    }

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// "201403", for a button.
    pub fn digits(self) -> String {
        self.0.format("%Y%m").to_string()
    }

    /// The reverse of [`Month::digits`].
    pub fn from_digits(text: &str) -> Option<Self> {
        let plain = text.len() == 6 && text.bytes().all(|sign| sign.is_ascii_digit());
        let (year, month) = plain.then(|| text.split_at_checked(4)).flatten()?;
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    #[test]
    fn a_month_has_its_days_and_its_neighbours() {
        for (on, first, last, before, after) in [
            ("2014-03-04", "2014-03-01", "2014-03-31", "201402", "201404"),
            ("2014-12-31", "2014-12-01", "2014-12-31", "201411", "201501"),
            ("2016-02-29", "2016-02-01", "2016-02-29", "201601", "201603"),
        ] {
            let month = Month::of(day(on));
            let span = month.span();
            assert_eq!((span.start, span.end), (day(first), day(last)));
            assert_eq!(month.previous().digits(), before);
            assert_eq!(month.next().digits(), after);
            assert_eq!(Month::from_digits(&month.digits()), Some(month));
        }
    }

    #[test]
    fn forged_digits_are_no_month() {
        for text in [
            "",
            "201400",
            "201413",
            "20143",
            "2014-3",
            "+20143",
            "000001",
            "二〇一四年",
        ] {
            assert_eq!(Month::from_digits(text), None, "{text}");
        }
    }
}
