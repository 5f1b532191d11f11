//! When an open item is spoken of: its ladder laid on the calendar (S11; complaints 7 and 9).

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::Calendar;
use super::campaign::Ladder;
use super::deadline::Deadline;
use super::item::{Item, Status};

/// Whether the item's ladder speaks on `day`, if the slot last spoke on `since` (exclusive; `None`:
/// never). Steps of several days that fall together are one mention: a list never says a thing twice.
pub fn speaks(
    item: &Item,
    ladder: &Ladder,
    calendar: &Calendar,
    since: Option<NaiveDate>,
    day: NaiveDate,
) -> bool {
    if item.status != Status::Assigned || day < item.assigned_on {
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
