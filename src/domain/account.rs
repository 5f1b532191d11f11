//! A person's account of one duty: what counts, what is owed, whether the pace will do.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty, Subject};
use super::deadline::Span;
use super::notice::Standing;

/// The sum against the elapsed work days of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// The whole target is met.
    Done,
    /// Ahead of the work days by a tenth of the target or more.
    Ahead,
    /// With them.
    On,
    /// Behind them by a tenth of the target or more.
    Behind,
}

/// How much of a window's work days has gone by; worked out once a window, not once a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// Work days before today: a day that is not over yet makes nobody late.
    pub gone: i64,
    /// Work days of the whole window.
    pub whole: i64,
}

impl Elapsed {
    /// The window's work days as of `today`.
    pub fn of(window: &Span, today: NaiveDate, calendar: &Calendar) -> Self {
        let until = |day: NaiveDate| match window.start.pred_opt() {
            Some(eve) if day > eve => calendar.work_days_between(eve, day),
            _ => 0,
        };
        Self {
            gone: today
                .pred_opt()
                .map_or(0, |yesterday| until(yesterday.min(window.end))),
            whole: until(window.end),
        }
    }
}

/// Compares a sum with what an even pace over the window's work days would have reached.
pub fn pace(counted: Amount, target: Amount, elapsed: Elapsed) -> Pace {
    if counted >= target {
        return Pace::Done;
    }
    let even = if elapsed.whole == 0 {
        target
    } else {
        target.scaled(elapsed.gone, elapsed.whole)
    };
    let tenth = target.scaled(1, 10);
    if even >= counted + tenth {
        Pace::Behind
    } else if counted >= even + tenth {
        Pace::Ahead
    } else {
        Pace::On
    }
}

/// How one person stands in one duty today: the same function for the bot, reports and the planner.
///
/// `counted` is the sum of what counts within [`window_for`] that day.
pub fn standing(
    campaign: &Campaign,
    duty: &Duty,
    subject: &Subject,
    counted: Amount,
    today: NaiveDate,
    calendar: &Calendar,
) -> Standing {
    let target = duty.target(subject);
    let window = window_for(campaign, duty, subject, today);
    let pace = match (target, window) {
        (Some(target), Some(window)) => {
            Some(pace(counted, target, Elapsed::of(&window, today, calendar)))
        }
        _ => None,
    };
    Standing {
        duty: duty.id.clone(),
        counted,
        target,
        pace,
    }
}

/// The window whose sum is spoken of on a day: the one that holds it, else the last that is over,
/// else the first to come.
pub fn window_for(
    campaign: &Campaign,
    duty: &Duty,
    subject: &Subject,
    day: NaiveDate,
) -> Option<Span> {
    let tier = campaign.tier(subject.depth)?;
    let windows = || duty.windows_of(&tier.id).map(|window| window.span);
    windows()
        .find(|span| span.holds(day))
        .or_else(|| {
            windows()
                .filter(|span| span.end < day)
                .max_by_key(|span| span.end)
        })
        .or_else(|| windows().min_by_key(|span| span.start))
}
