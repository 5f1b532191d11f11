//! When an open item is spoken of: its ladder laid on the calendar (S11; complaints 7 and 9).

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::Calendar;
use super::campaign::Ladder;
use super::deadline::Deadline;
use super::item::Item;

/// Whether the item's ladder speaks on `day`, if the slot last spoke on `since` (exclusive; `None`:
/// never). Steps of several days that fall together are one mention: a list never says a thing twice.
pub fn speaks(
    item: &Item,
    ladder: &Ladder,
    calendar: &Calendar,
    since: Option<NaiveDate>,
    day: NaiveDate,
) -> bool {
    if !item.status.is_open() || day < item.assigned_on {
        return false;
    }
    let earliest = match since.and_then(|since| since.succ_opt()) {
        Some(next) => next.max(item.assigned_on),
        None => day,
    };
    earliest <= day
        && earliest
            .iter_days()
            .take_while(|candidate| *candidate <= day)
            .any(|candidate| is_step(item, ladder, calendar, candidate))
}

/// Whether a step of the ladder lies on exactly that day.
fn is_step(item: &Item, ladder: &Ladder, calendar: &Calendar, day: NaiveDate) -> bool {
    match item.deadline {
        Deadline::On(deadline) if deadline < item.assigned_on => {
            // What comes into the ledger late already is spoken of at once, and chased from then on.
            day == calendar.on_or_after(item.assigned_on)
                || is_step_after(ladder, calendar, item.assigned_on, day)
        }
        Deadline::On(deadline) => {
            is_step_before(ladder, calendar, deadline, day)
                || is_step_after(ladder, calendar, deadline, day)
        }
        // 立行立改: spoken of on the day it is assigned, then as if it had been due that day.
        Deadline::Immediate => {
            day == calendar.on_or_after(item.assigned_on)
                || is_step_after(ladder, calendar, item.assigned_on, day)
        }
        // 长期坚持: no date, a report each month instead, asked on its first work day.
        Deadline::Ongoing => day
            .with_day(1)
            .is_some_and(|first| day == calendar.on_or_after(first) && day > item.assigned_on),
    }
}

/// A step before the deadline that falls on a day off moves back: a warning must not come too late.
fn is_step_before(
    ladder: &Ladder,
    calendar: &Calendar,
    deadline: NaiveDate,
    day: NaiveDate,
) -> bool {
    ladder.before.iter().any(|days| {
        deadline
            .checked_sub_days(Days::new((*days).into()))
            .is_some_and(|step| calendar.on_or_before(step) == day)
    })
}

/// A step after the deadline that falls on a day off moves on: nobody is chased on a day off.
fn is_step_after(ladder: &Ladder, calendar: &Calendar, from: NaiveDate, day: NaiveDate) -> bool {
    // Days off can push a step on by at most a long holiday; 15 days cover any.
    (0..15).any(|pushed| {
        day.checked_sub_days(Days::new(pushed)).is_some_and(|step| {
            let late = (step - from).num_days();
            late_step(ladder, late) && calendar.on_or_after(step) == day
        })
    })
}

/// Whether so many days after the deadline are a step.
fn late_step(ladder: &Ladder, late: i64) -> bool {
    let Ok(late) = u32::try_from(late) else {
        return false;
    };
    if late == 0 {
        return false;
    }
    let last = ladder.after.last().copied().unwrap_or(0);
    ladder.after.contains(&late)
        || (ladder.then_every > 0 && late > last && (late - last).is_multiple_of(ladder.then_every))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::item::Status;
    use crate::domain::sample::{calendar, campaign, day, item};

    /// The days on which the item is spoken of, if somebody looks every evening for so many days.
    fn spoken(item: &Item, days: usize) -> Vec<String> {
        let (campaign, calendar) = (campaign(), calendar());
        let ladder = &campaign.kind(&item.kind).unwrap().ladder;
        let first = item.assigned_on;
        first
            .iter_days()
            .take(days)
            .filter(|day| speaks(item, ladder, &calendar, day.pred_opt(), *day))
            .map(|day| day.format("%m-%d").to_string())
            .collect()
    }

    #[test]
    fn a_ladder_lies_on_work_days() {
        for (what, item, days, expected) in [
            (
                "a Friday: 7, 3, 1 days before, the day, then 1, 3, 7, 14, 28 … after",
                item(Deadline::On(day("2014-03-21")), "2014-03-03"),
                75,
                // 22 March is a Saturday; 2 May lies in the holiday that ends with Sunday's work day.
                vec![
                    "03-14", "03-18", "03-20", "03-21", "03-24", "03-28", "04-04", "04-18",
                    "05-04", "05-16",
                ],
            ),
            (
                "a Sunday: what comes before it moves back, what comes after moves on",
                item(Deadline::On(day("2014-03-09")), "2014-02-11"),
                60,
                vec![
                    "02-28", "03-06", "03-07", "03-10", "03-12", "03-17", "03-24", "04-08",
                ],
            ),
            (
                "too near for the first steps",
                item(Deadline::On(day("2014-03-05")), "2014-03-04"),
                7,
                vec!["03-04", "03-05", "03-06", "03-10"],
            ),
            (
                "overdue when it came in: at once, then counted from there",
                item(Deadline::On(day("2014-02-28")), "2014-03-03"),
                16,
                vec!["03-03", "03-04", "03-06", "03-10", "03-17"],
            ),
            (
                "at once, assigned on a Saturday",
                item(Deadline::Immediate, "2014-03-08"),
                20,
                vec!["03-10", "03-11", "03-17", "03-24"],
            ),
            (
                "no date: the first work day of each month",
                item(Deadline::Ongoing, "2014-03-03"),
                110,
                vec!["04-01", "05-04", "06-03"],
            ),
        ] {
            // An item taken in on the 1st is first asked about a month later.
            let found = spoken(&item, days);
            assert_eq!(found, expected, "{what}");
        }
    }

    #[test]
    fn what_is_submitted_or_closed_is_not_spoken_of() {
        for status in [Status::Submitted, Status::Closed] {
            let mut done = item(Deadline::On(day("2014-03-21")), "2014-03-03");
            done.status = status;
            assert_eq!(spoken(&done, 60), Vec::<String>::new());
        }
    }

    #[test]
    fn steps_that_were_missed_are_one_mention_in_the_next_slot() {
        let (campaign, calendar) = (campaign(), calendar());
        let item = item(Deadline::On(day("2014-03-21")), "2014-03-03");
        let ladder = &campaign.kind(&item.kind).unwrap().ladder;
        for (since, on, expected) in [
            (Some("2014-03-13"), "2014-03-19", true),
            (Some("2014-03-14"), "2014-03-17", false),
            (Some("2014-03-14"), "2014-03-18", true),
            (Some("2014-03-18"), "2014-03-18", false),
            (None, "2014-03-19", false),
            (None, "2014-03-20", true),
            // Not before it was assigned, however long the slot was silent.
            (Some("2014-01-20"), "2014-03-03", false),
            (Some("2014-01-20"), "2014-02-28", false),
        ] {
            let found = speaks(&item, ladder, &calendar, since.map(day), day(on));
            assert_eq!(found, expected, "{since:?} {on}");
        }
    }

    #[test]
    fn a_ladder_without_an_end_gap_ends() {
        let ladder = Ladder {
            before: vec![],
            after: vec![1, 3],
            then_every: 0,
        };
        let late: Vec<i64> = (-3..60).filter(|late| late_step(&ladder, *late)).collect();
        assert_eq!(late, [1, 3]);
    }
}
