//! The day by which an item has to be through that comes before another (S9: material before the meeting).

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::deadline::Deadline;

/// The deadline that counts of an item whose kind has `before`: at the latest the last work day before the day of
/// the unit's open item of that other kind. `None`: there is no such item, or it has no date; then its own holds.
pub fn effective(own: Deadline, other: Option<NaiveDate>, calendar: &Calendar) -> Deadline {
    let latest = other
        .and_then(|day| day.pred_opt())
        .map(|eve| calendar.on_or_before(eve));
    match (own, latest) {
        (own, None) | (own @ Deadline::Immediate, _) => own,
        (Deadline::On(day), Some(latest)) => Deadline::On(day.min(latest)),
        (Deadline::Ongoing, Some(latest)) => Deadline::On(latest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{calendar, day};

    #[test]
    fn it_is_due_the_work_day_before_the_other_at_the_latest() {
        let on = |text: &str| Deadline::On(day(text));
        for (own, other, expected) in [
            (on("2014-03-21"), None, on("2014-03-21")),
            (on("2014-03-21"), Some("2014-03-28"), on("2014-03-21")),
            (on("2014-03-28"), Some("2014-03-28"), on("2014-03-27")),
            // 24 March is a Monday.
            (on("2014-03-28"), Some("2014-03-24"), on("2014-03-21")),
            // After the holiday of 1 May to 3 May, of which the 4th, a Sunday, is worked.
            (on("2014-05-30"), Some("2014-05-04"), on("2014-04-30")),
            (Deadline::Ongoing, Some("2014-03-28"), on("2014-03-27")),
            (Deadline::Ongoing, None, Deadline::Ongoing),
            (Deadline::Immediate, Some("2014-03-28"), Deadline::Immediate),
        ] {
            let found = effective(own, other.map(day), &calendar());
            assert_eq!(found, expected, "{own:?} {other:?}");
        }
    }
}
