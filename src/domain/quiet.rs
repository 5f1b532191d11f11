//! Quiet hours: the campaign's, which hold for everybody, and those that somebody adds for himself (S30).

mod heard;

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::campaign::Limits;

pub use heard::{Heard, heard};

/// Hours of the day in which nothing unasked is said, on the wall clock of the campaign's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quiet {
    /// From here …
    pub from: NaiveTime,
    /// … to here, which may lie past midnight. The same as `from`: never.
    pub to: NaiveTime,
}

/// Why hours of one's own are not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Refusal {
    /// Not clearly from when to when.
    Unclear,
    /// With the campaign's they would be too many.
    TooLong {
        /// How many they would be, in minutes.
        minutes: u32,
        /// How many may be.
        most: u32,
    },
    /// They lie within the campaign's, which hold anyway.
    Within,
}

/// What Duban answers about quiet hours of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// From when to when?
    Question {
        /// Those that hold for everybody.
        all: Quiet,
        /// His own, if he has any.
        own: Option<Quiet>,
        /// What is offered.
        choices: Vec<Quiet>,
    },
    /// They are kept.
    Kept {
        /// Which.
        own: Quiet,
        /// When what would fall into them comes instead; `None`: nothing does.
        instead: Option<Instead>,
    },
    /// The campaign's alone hold again.
    Reset {
        /// Those.
        all: Quiet,
    },
    /// They are not kept.
    Refused {
        /// Why.
        why: Refusal,
        /// Those that hold for everybody.
        all: Quiet,
        /// What would do, as an example.
        example: Option<Quiet>,
    },
}

/// When a message comes that would have come in quiet hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The time of day.
    pub at: NaiveTime,
    /// Whether on another day.
    pub another_day: bool,
}

impl Quiet {
    /// Whether that time of day lies in them.
    pub fn holds(&self, time: NaiveTime) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            time >= self.from || time < self.to
        }
    }

    /// When they end, seen from an instant within them.
    fn end(&self, zone: Tz, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local = at.with_timezone(&zone).naive_local();
        let day = if local.time() < self.to {
            local.date()
        } else {
            local.date().succ_opt()?
        };
        let end = day.and_time(self.to).and_local_timezone(zone).earliest()?;
        Some(end.to_utc())
    }
}

/// The instant itself, or the first after it that lies in none of these hours.
pub fn out_of(quiets: &[Quiet], zone: Tz, at: DateTime<Utc>) -> DateTime<Utc> {
    let mut free = at;
    // Two nights that overlap are left in two steps; hours that fill the day are never left.
    for _ in 0..=quiets.len() * 2 {
        let time = free.with_timezone(&zone).time();
        let Some(quiet) = quiets.iter().find(|quiet| quiet.holds(time)) else {
            return free;
        };
        match quiet.end(zone, free) {
            Some(end) if end > free => free = end,
            _ => return free,
        }
    }
    free
}

/// Minutes of the day that lie in any of them.
fn minutes(quiets: &[Quiet]) -> u32 {
    let quiet = |minute: &u32| {
        NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0)
            .is_some_and(|time| quiets.iter().any(|quiet| quiet.holds(time)))
    };
    (0..24 * 60).filter(quiet).fold(0, |count, _| count + 1)
}

/// Hours of one's own, which hold beside the campaign's and never instead of them.
///
/// # Errors
/// Why they cannot be kept, for the answer.
pub fn settle(own: Quiet, limits: &Limits) -> Result<Quiet, Refusal> {
    let all = limits.quiet();
    if own.from == own.to {
        return Err(Refusal::Unclear);
    }
    let together = minutes(&[own, all]);
    let most = u32::try_from(limits.own_quiet.num_minutes()).unwrap_or(0);
    if together == minutes(&[all]) {
        return Err(Refusal::Within);
    }
    if together > most {
        return Err(Refusal::TooLong {
            minutes: together,
            most,
        });
    }
    Ok(own)
}

/// Common wishes that the campaign allows: an hour earlier, an hour later, both.
pub fn choices(limits: &Limits) -> Vec<Quiet> {
    let all = limits.quiet();
    let hour = TimeDelta::hours(1);
    let (from, to) = (
        all.from.overflowing_sub_signed(hour).0,
        all.to.overflowing_add_signed(hour).0,
    );
    [(from, all.to), (all.from, to), (from, to)]
        .map(|(from, to)| Quiet { from, to })
        .into_iter()
        .filter_map(|quiet| settle(quiet, limits).ok())
        .collect()
}

/// When what comes at an instant comes instead; `None`: at that instant.
pub fn instead(own: Quiet, limits: &Limits, zone: Tz, at: DateTime<Utc>) -> Option<Instead> {
    let free = out_of(&[own, limits.quiet()], zone, at);
    let (at, free_at) = (at.with_timezone(&zone), free.with_timezone(&zone));
    (free_at > at).then(|| Instead {
        at: free_at.time().with_second(0).unwrap_or(free_at.time()),
        another_day: free_at.date_naive() != at.date_naive(),
    })
}

/// The instant, moved on by whole days to the first of which `works` says yes.
pub fn on_a_day(
    zone: Tz,
    at: DateTime<Utc>,
    works: impl Fn(chrono::NaiveDate) -> bool,
) -> DateTime<Utc> {
    let local = at.with_timezone(&zone).naive_local();
    (0..31)
        .filter_map(|days| local.date().checked_add_days(Days::new(days)))
        .find(|day| works(*day))
        .and_then(|day| {
            day.and_time(local.time())
                .and_local_timezone(zone)
                .earliest()
        })
        .map_or(at, |day| day.to_utc())
}

#[cfg(test)]
mod tests;
