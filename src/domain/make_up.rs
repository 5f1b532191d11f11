//! The day that somebody who is behind is offered to make up for.

use chrono::{Days, NaiveDate};

use super::calendar::Calendar;
use super::deadline::Span;
use super::leave::{Leave, is_away};

/// Work days that are looked back at: what is longer ago nobody remembers.
const LOOK_BACK: usize = 5;

/// The last work day before `today` that he has said nothing of: within the window, at most `backdate` days ago
/// (days of the calendar), and none on which he was away. `answered` are the days that hold an entry.
pub fn unanswered(
    window: &Span,
    backdate: u32,
    answered: &[NaiveDate],
    leaves: &[Leave],
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    let oldest = today.checked_sub_days(Days::new(u64::from(backdate)))?;
    std::iter::successors(today.pred_opt(), NaiveDate::pred_opt)
        .take_while(|day| *day >= oldest && *day >= window.start)
        .filter(|day| calendar.is_work_day(*day) && *day <= window.end)
        .take(LOOK_BACK)
        .find(|day| !answered.contains(day) && !is_away(leaves, *day))
}

/// The first day that [`unanswered`] may look at: entries before it need not be loaded.
pub fn since(backdate: u32, today: NaiveDate) -> NaiveDate {
    today
        .checked_sub_days(Days::new(u64::from(backdate)))
        .unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::leave::Kind;
    use crate::domain::sample::{calendar, day};

    #[test]
    fn it_is_the_last_work_day_without_an_answer() {
        let window = Span {
            start: day("2014-03-03"),
            end: day("2014-03-31"),
        };
        let trip = Leave {
            kind: Kind::Trip,
            first: day("2014-03-06"),
            last: day("2014-03-07"),
        };
        for (today, answered, leaves, backdate, expected) in [
            ("2014-03-05", vec![], vec![], 14, Some("2014-03-04")),
            // Over a weekend.
            ("2014-03-10", vec![], vec![], 14, Some("2014-03-07")),
            (
                "2014-03-10",
                vec!["2014-03-07"],
                vec![],
                14,
                Some("2014-03-06"),
            ),
            ("2014-03-10", vec![], vec![trip], 14, Some("2014-03-05")),
            // The window's first day has none before it; two days back reach the weekend only.
            ("2014-03-03", vec![], vec![], 14, None),
            ("2014-03-10", vec![], vec![], 2, None),
            (
                "2014-03-11",
                vec![
                    "2014-03-10",
                    "2014-03-07",
                    "2014-03-06",
                    "2014-03-05",
                    "2014-03-04",
                ],
                vec![],
                14,
                None,
            ),
        ] {
            let answered: Vec<_> = answered.into_iter().map(day).collect();
            let found = unanswered(
                &window,
                backdate,
                &answered,
                &leaves,
                day(today),
                &calendar(),
            );
            assert_eq!(found, expected.map(day), "{today} {answered:?} {backdate}");
        }
        assert_eq!(since(14, day("2014-03-15")), day("2014-03-01"));
    }
}
