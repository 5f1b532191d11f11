//! "Later" and "tomorrow" to a slot's message: whether it comes again that day, and when.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::campaign::Limits;
use super::quiet::{Quiet, out_of};

/// When the message comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "snake_case")]
pub enum When {
    /// Once more today.
    Today {
        /// At that time of day.
        at: NaiveTime,
    },
    /// Not again that day.
    NotToday {
        /// Why, if he had asked for later.
        why: Option<Why>,
    },
}

/// Why it does not come later that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It would come in quiet hours.
    Quiet,
    /// He has had, or will have had, as many messages as a day may bring.
    Cap,
    /// It has come again already.
    Once,
}

/// What Duban answers to "later" and "tomorrow".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Noted; he may still answer now.
    PutOff {
        /// The slot.
        slot: String,
        /// The day it asks about.
        on: NaiveDate,
        /// When it comes again.
        when: When,
        /// The duty it asks for; `None`: it was about items alone.
        duty: Option<String>,
        /// Items still to be done.
        open_items: usize,
    },
    /// There is nothing left to put off.
    NothingDue,
    /// How much was it, on a day that was left out?
    MakeUp {
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// Whether that day holds an answer by now.
        answered: bool,
    },
}

/// The instant at which "later" brings the message again, or why it does not that day.
///
/// `sent` are the unasked messages that he has had today, the one he answers among them.
///
/// # Errors
/// Why it is for tomorrow.
pub fn again(
    limits: &Limits,
    own: Option<Quiet>,
    zone: Tz,
    sent: i64,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, Why> {
    if sent >= i64::from(limits.daily_cap) {
        return Err(Why::Cap);
    }
    let at = now + limits.later;
    let quiets: Vec<Quiet> = own.into_iter().chain([limits.quiet()]).collect();
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    if out_of(&quiets, zone, at) != at || day(at) != day(now) {
        return Err(Why::Quiet);
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    use chrono::NaiveDateTime;

    use crate::domain::sample::campaign;

    #[test]
    fn later_is_two_hours_on_unless_the_day_is_over_for_him() {
        let campaign = campaign();
        let instant = |text: &str| {
            let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
            local.and_local_timezone(campaign.zone).unwrap().to_utc()
        };
        let own = Quiet {
            from: NaiveTime::from_hms_opt(19, 0, 0).unwrap(),
            to: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
        };
        for (now, own, sent, expected) in [
            ("2014-03-03 17:35", None, 1, Ok("2014-03-03 19:35")),
            ("2014-03-03 18:59", None, 1, Ok("2014-03-03 20:59")),
            ("2014-03-03 19:00", None, 1, Err(Why::Quiet)),
            ("2014-03-03 23:30", None, 1, Err(Why::Quiet)),
            ("2014-03-03 17:35", Some(own), 1, Err(Why::Quiet)),
            ("2014-03-03 16:59", Some(own), 1, Ok("2014-03-03 18:59")),
            ("2014-03-03 17:35", None, 2, Err(Why::Cap)),
        ] {
            let found = again(&campaign.limits, own, campaign.zone, sent, instant(now));
            assert_eq!(found, expected.map(instant), "{now} {own:?} {sent}");
        }
    }
}
