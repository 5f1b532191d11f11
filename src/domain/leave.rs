//! Days on which nothing is owed: leave and trips. The target stays as it is; only the asking stops.

mod answer;
mod said;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::ids::{CadreId, LeaveId, UpdateId};

pub use answer::Answer;
pub use said::{Lasting, Refusal, Said, When, settle};

/// Why somebody is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 请假, 休假.
    Leave,
    /// 出差.
    Trip,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Leave, Self::Trip];

    /// The name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Trip => "trip",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Days in a row on which somebody is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// Why.
    pub kind: Kind,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, counted.
    pub last: NaiveDate,
}

impl Leave {
    /// Whether the day is one of them.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Days of the calendar.
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// How many of them are work days.
    pub fn work_days(&self, calendar: &Calendar) -> i64 {
        i64::from(calendar.is_work_day(self.first))
            + calendar.work_days_between(self.first, self.last)
    }
}

/// A leave on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Row identity.
    pub id: LeaveId,
    /// The update it was said in: what 撤销 names.
    pub update: UpdateId,
    /// Its days.
    pub leave: Leave,
    /// Who said it for him; `None`: he himself.
    pub recorded_by: Option<CadreId>,
}

/// What ends with a leave that is over before its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// All that ends, as one.
    pub whole: Leave,
    /// Rows to withdraw.
    pub withdrawn: Vec<LeaveId>,
    /// The days that are over, to be kept in their place: a leave stays what it was on those.
    pub kept: Vec<Leave>,
}

/// The end of the leave that holds the day or is next to come, with those that touch it: from that day on he
/// is there. `None`: he is on none and none is to come.
pub fn ended(standing: &[Standing], day: NaiveDate) -> Option<Ended> {
    let leaves: Vec<Leave> = standing.iter().map(|one| one.leave).collect();
    let whole = coming(&leaves, day)?;
    let of_it = |one: &&Standing| {
        one.leave.last >= day && one.leave.first <= whole.last && one.leave.last >= whole.first
    };
    let kept = |leave: Leave| {
        let last = day.pred_opt().filter(|last| *last >= leave.first)?;
        Some(Leave { last, ..leave })
    };
    Some(Ended {
        whole,
        withdrawn: standing.iter().filter(of_it).map(|one| one.id).collect(),
        kept: standing
            .iter()
            .filter(of_it)
            .filter_map(|one| kept(one.leave))
            .collect(),
    })
}

/// Whether somebody with these leaves is away on that day.
pub fn is_away(leaves: &[Leave], day: NaiveDate) -> bool {
    leaves.iter().any(|leave| leave.holds(day))
}

/// Whether a leave adds a day to those that stand.
pub fn adds(leave: &Leave, standing: &[Leave]) -> bool {
    let mut days = leave.first.iter_days().take_while(|day| *day <= leave.last);
    days.any(|day| !is_away(standing, day))
}

/// The leave that holds the day or is next to come, with those that touch it made one.
pub fn coming(leaves: &[Leave], day: NaiveDate) -> Option<Leave> {
    let mut ahead: Vec<Leave> = leaves
        .iter()
        .filter(|leave| leave.last >= day)
        .copied()
        .collect();
    ahead.sort_unstable_by_key(|leave| (leave.first, leave.last));
    let mut ahead = ahead.into_iter();
    let first = ahead.next()?;
    Some(ahead.fold(first, |whole, next| {
        let touches = whole
            .last
            .succ_opt()
            .is_some_and(|after| next.first <= after);
        Leave {
            last: if touches {
                whole.last.max(next.last)
            } else {
                whole.last
            },
            ..whole
        }
    }))
}

/// The last day up to `day` on which he was not away: what was to be said since then, he has not heard.
pub fn last_there(leaves: &[Leave], day: NaiveDate) -> NaiveDate {
    let mut there = day;
    while let Some(leave) = leaves.iter().find(|leave| leave.holds(there)) {
        let Some(before) = leave.first.pred_opt() else {
            return there;
        };
        there = before;
    }
    there
}

/// The Friday after that day.
pub fn next_friday(day: NaiveDate) -> NaiveDate {
    let ahead = match day.weekday() {
        Weekday::Fri => 7,
        other => Weekday::Fri.days_since(other),
    };
    day.checked_add_days(Days::new(ahead.into())).unwrap_or(day)
}

#[cfg(test)]
mod tests;
