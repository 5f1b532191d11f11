//! When an open item is spoken of: its ladder laid on the work days (S11; complaints 6, 7 and 9), and to whom.

mod mention;
mod nobodys;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};

use super::calendar::Calendar;
use super::campaign::{ItemKind, Ladder};
use super::deadline::Deadline;
use super::item::{Item, Status};

pub use mention::{Mention, Rise, mention};
pub use nobodys::{Orphan, share};

/// A look at the items on one day.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Which days are worked.
    pub calendar: &'a Calendar,
    /// Whether the monthly dispatch asks for what has no date (S13), so that its ladder need not.
    pub dispatched: bool,
    /// The day the slot last spoke; `None`: never.
    pub since: Option<NaiveDate>,
    /// The day.
    pub on: NaiveDate,
}

/// Whether the item's ladder speaks on that day. Steps of several days that fall together are one mention, and
/// what could not be said on its day, because the item was silent, is said as soon as it can be: a list never says
/// a thing twice, and never forgets one. Between two mentions there are at least `least_gap` work days.
///
/// Days are compared by their distance in work days: nothing here walks from day to day, for it is asked for every
/// item of everybody.
pub fn speaks(item: &Item, kind: &ItemKind, look: &Look<'_>) -> bool {
    let from = item
        .anew_on
        .map_or(item.assigned_on, |day| day.max(item.assigned_on));
    if is_silent(item, look.on) || look.on < from || is_too_soon(item, kind, look) {
        return false;
    }
    let Some(before) = from.pred_opt() else {
        return false;
    };
    let spoken = match (heard(item, from), item.anew_on, look.since) {
        (Some(day), ..) | (None, None, Some(day)) => day.max(before),
        (None, Some(_), _) => before,
        (None, None, None) => look.on.pred_opt().map_or(before, |day| day.max(before)),
    };
    if spoken >= look.on {
        return false;
    }
    let ladder = match item.status {
        Status::Accepted | Status::UnderWay => &kind.accepted_ladder,
        Status::Assigned | Status::Submitted | Status::Closed | Status::Cancelled => &kind.ladder,
    };
    let range = |anchor| {
        let step = |day| steps_from(look.calendar, anchor, day);
        (step(spoken), step(look.on))
    };
    let taken_in = look.calendar.on_or_after(from);
    let at_once = |most| {
        let (after, to) = range(taken_in);
        is_within(0, after, to) || (most > 0 && is_within(most, after, to))
    };
    match item.deadline {
        // What comes into the ledger late already, or comes back late, is spoken of at once and chased from then on.
        Deadline::On(deadline) if deadline < from => at_once(0) || chases(ladder, range(taken_in)),
        Deadline::On(deadline) => {
            let due = range(look.calendar.on_or_before(deadline));
            (item.anew_on.is_some() && at_once(0)) || warns(ladder, due) || chases(ladder, due)
        }
        // 立行立改: spoken of on its day, asked after on the next work day, then as if it had been due on its day.
        Deadline::Immediate => at_once(1) || chases(ladder, range(taken_in)),
        // 长期坚持: no date, a report each month instead, asked on its first work day.
        Deadline::Ongoing => {
            let back = item.anew_on.is_some() && at_once(0);
            let monthly = !look.dispatched
                && firsts(look.calendar, look.on)
                    .any(|first| first > item.assigned_on && first > spoken && first <= look.on);
            back || monthly
        }
    }
}

/// Whether nobody hears of it that day, whatever its ladder says: it is somebody else's turn, or he who has to do it
/// wants it silent. What is overdue is not silenced.
pub fn is_silent(item: &Item, on: NaiveDate) -> bool {
    let muted = item.muted_until.is_some_and(|until| on <= until) && !item.is_overdue(on);
    !item.status.is_open() || item.offered || muted
}

/// The floor: so many work days have to lie between two mentions, whatever else holds.
fn is_too_soon(item: &Item, kind: &ItemKind, look: &Look<'_>) -> bool {
    item.reminded_on.is_some_and(|last| {
        look.calendar.work_days_between(last, look.on) < i64::from(kind.least_gap)
    })
}

/// The day on which it was last mentioned since it was assigned or came back.
fn heard(item: &Item, from: NaiveDate) -> Option<NaiveDate> {
    item.reminded_on.filter(|day| *day >= from)
}

/// Work days from a work day to a day, a day off counting as the work day before it; negative before it.
fn steps_from(calendar: &Calendar, anchor: NaiveDate, day: NaiveDate) -> i64 {
    if day < anchor {
        -calendar.work_days_between(day, anchor)
    } else {
        calendar.work_days_between(anchor, day)
    }
}

/// Whether a step lies after the one distance and not after the other.
const fn is_within(step: i64, after: i64, to: i64) -> bool {
    after < step && step <= to
}

/// Whether a step before the deadline, or on it, lies there.
fn warns(ladder: &Ladder, (after, to): (i64, i64)) -> bool {
    let mut steps = ladder.before.iter();
    steps.any(|days| is_within(-i64::from(*days), after, to))
}

/// Whether a step after the deadline lies there.
fn chases(ladder: &Ladder, (after, to): (i64, i64)) -> bool {
    let last = i64::from(ladder.after.last().copied().unwrap_or(0));
    let every = i64::from(ladder.then_every);
    let mut steps = ladder.after.iter();
    steps.any(|days| is_within(i64::from(*days), after, to))
        || (every > 0 && {
            let rounds = ((after - last).max(0)) / every + 1;
            is_within(last + rounds * every, after, to)
        })
}

/// The first work days of a day's month and of the one before.
fn firsts(calendar: &Calendar, on: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let this = on.with_day(1);
    let before = this.and_then(|first| first.pred_opt()?.with_day(1));
    let firsts = this.into_iter().chain(before);
    firsts.map(|first| calendar.on_or_after(first))
}
