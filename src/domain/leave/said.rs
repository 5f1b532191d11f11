//! From what somebody says of being away to the days of it, or why they cannot be recorded.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Kind, Leave};
use crate::domain::calendar::Calendar;

/// How long a leave lasts, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// Days: of leave work days, of a trip days of the calendar.
    Days(u32),
    /// Work days.
    WorkDays(u32),
    /// Weeks of the calendar.
    Weeks(u32),
    /// Months of the calendar.
    Months(u32),
}

/// When, as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Not said.
    Open,
    /// From a day to a day, both counted; how long that is may have been said beside it.
    Days {
        /// The first.
        first: NaiveDate,
        /// The last.
        last: NaiveDate,
        /// How long that is, if it was said.
        lasting: Option<Lasting>,
    },
    /// So long from a day on.
    For {
        /// The first.
        first: NaiveDate,
        /// How long.
        lasting: Lasting,
    },
}

/// What somebody said of being away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Why.
    pub kind: Kind,
    /// When.
    pub when: When,
}

/// Why a leave is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Refusal {
    /// Not clearly which days.
    Unclear,
    /// It has begun, or is over, before today.
    Past {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// It ends before it begins.
    Reversed {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// Longer than may be said at once.
    TooLong {
        /// The first day.
        first: NaiveDate,
        /// Days of the calendar that may be.
        most: i64,
    },
}

/// The leave that was said today; `None` if it has to be asked when. `most` is the longest, in days of
/// the calendar.
///
/// # Errors
/// Why it cannot be recorded, for the answer.
pub fn settle(
    said: &Said,
    calendar: &Calendar,
    today: NaiveDate,
    most: i64,
) -> Result<Option<Leave>, Refusal> {
    let (first, last) = match said.when {
        When::Open => return Ok(None),
        When::Days { first, last, .. } => (first, last),
        When::For { first, lasting } => {
            if first < today {
                return Err(Refusal::Past { first, last: first });
            }
            reach(said.kind, first, lasting, calendar, most)?
        }
    };
    if last < first {
        return Err(Refusal::Reversed { first, last });
    }
    if first < today {
        return Err(Refusal::Past { first, last });
    }
    let leave = Leave {
        kind: said.kind,
        first,
        last,
    };
    if leave.days() > most {
        return Err(Refusal::TooLong { first, most });
    }
    if let When::Days {
        lasting: Some(lasting),
        ..
    } = said.when
        && !agrees(&leave, lasting, calendar)
    {
        return Err(Refusal::Unclear);
    }
    Ok(Some(leave))
}

/// The first and the last day of a leave that lasts so long. Days of leave are work days: one that begins
/// on a day off begins on the work day after it.
fn reach(
    kind: Kind,
    first: NaiveDate,
    lasting: Lasting,
    calendar: &Calendar,
    most: i64,
) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let too_long = Refusal::TooLong { first, most };
    let (count, work_days) = match lasting {
        Lasting::Days(n) => (n, kind == Kind::Leave),
        Lasting::WorkDays(n) => (n, true),
        Lasting::Weeks(n) => (n.saturating_mul(7), false),
        Lasting::Months(n) => {
            let end = first.checked_add_months(Months::new(n)).ok_or(too_long)?;
            return Ok((first, end.pred_opt().unwrap_or(end)));
        }
    };
    if count == 0 {
        return Err(Refusal::Unclear);
    }
    if i64::from(count) > most {
        return Err(too_long);
    }
    if !work_days {
        let last = first.checked_add_days(Days::new(u64::from(count) - 1));
        return Ok((first, last.ok_or(too_long)?));
    }
    let first = calendar.on_or_after(first);
    let more = i32::try_from(count - 1).map_err(|_| too_long)?;
    Ok((first, calendar.add_work_days(first, more)))
}

/// Whether days are as many as was said: "3.10-3.14共5天", counted in either way.
fn agrees(leave: &Leave, lasting: Lasting, calendar: &Calendar) -> bool {
    match lasting {
        Lasting::Days(n) => {
            let n = i64::from(n);
            leave.days() == n || leave.work_days(calendar) == n
        }
        Lasting::WorkDays(n) => leave.work_days(calendar) == i64::from(n),
        // A week may be its five work days.
        Lasting::Weeks(n) => {
            let n = i64::from(n);
            leave.days() == n * 7 || leave.work_days(calendar) == n * 5
        }
        Lasting::Months(n) => leave
            .first
            .checked_add_months(Months::new(n))
            .and_then(|end| end.pred_opt())
            .is_some_and(|last| last == leave.last),
    }
}
