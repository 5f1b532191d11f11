//! From what somebody claims to the entries that record it, or why it cannot be recorded.

use chrono::{Days, NaiveDate};

use super::amount::Amount;
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty};
use super::notice::NotRecorded;
use super::reply::Spoken;

/// How an entry came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A button.
    Tap,
    /// The person's own words.
    Text,
}

impl Source {
    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tap => "tap",
            Self::Text => "text",
        }
    }
}

/// What somebody claims to have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim<'a> {
    /// Of which day.
    pub on: NaiveDate,
    /// How much; `None`: nothing.
    pub spoken: Option<Spoken>,
    /// In what words; empty for a tap.
    pub note: &'a str,
    /// How it came.
    pub source: Source,
    /// The prompt that was tapped.
    pub prompt: Option<i64>,
}

/// The entries that record the claim, oldest first: day and amount in the duty's measure. Days said
/// as days that one date cannot hold ("一天半") go back over the work days before it.
///
/// `held` is what each day holds already, zero for "nothing done".
///
/// # Errors
/// Why nothing can be recorded, for the answer.
pub fn parts(
    campaign: &Campaign,
    calendar: &Calendar,
    duty: &Duty,
    claim: &Claim<'_>,
    held: &[(NaiveDate, Amount)],
    today: NaiveDate,
) -> Result<Vec<(NaiveDate, Amount)>, NotRecorded> {
    let held_on = |day: NaiveDate| {
        held.iter()
            .find(|(on, _)| *on == day)
            .map_or(Amount::ZERO, |(_, amount)| *amount)
    };
    let Some(spoken) = claim.spoken else {
        check_day(campaign, duty, claim.on, today)?;
        let held = held_on(claim.on);
        return if held > Amount::ZERO {
            Err(NotRecorded::HeldAlready { on: claim.on, held })
        } else {
            Ok(vec![(claim.on, Amount::ZERO)])
        };
    };
    let amount = campaign
        .class_hours
        .convert(spoken, duty.measure)
        .ok_or(NotRecorded::Unclear)?;
    if amount <= Amount::ZERO {
        return Err(NotRecorded::Unclear);
    }
    check_day(campaign, duty, claim.on, today)?;
    let most = duty.max_per_day;
    let mut parts = match spoken {
        Spoken::Days(_) if amount > most && most > Amount::ZERO => {
            spread(calendar, claim.on, amount, most)
        }
        _ => vec![(claim.on, amount)],
    };
    for (on, amount) in &parts {
        check_day(campaign, duty, *on, today)?;
        let held = held_on(*on);
        if held + *amount > most {
            return Err(NotRecorded::DayFull {
                on: *on,
                most,
                held,
            });
        }
    }
    parts.reverse();
    Ok(parts)
}

/// Full days from `on` back over the work days before it, what is left over on the earliest.
fn spread(
    calendar: &Calendar,
    on: NaiveDate,
    amount: Amount,
    most: Amount,
) -> Vec<(NaiveDate, Amount)> {
    let mut parts = Vec::new();
    let (mut day, mut left) = (on, amount);
    // No campaign holds more days than a month of them said at once.
    while left > Amount::ZERO && parts.len() < 40 {
        let part = left.min(most);
        parts.push((day, part));
        left = left - part;
        day = calendar.add_work_days(day, -1);
    }
    parts
}

fn check_day(
    campaign: &Campaign,
    duty: &Duty,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), NotRecorded> {
    if on > today {
        return Err(NotRecorded::Future { on });
    }
    if !campaign.span.holds(on) {
        let (start, end) = (campaign.span.start, campaign.span.end);
        return Err(NotRecorded::OutsideCampaign { on, start, end });
    }
    let earliest = today
        .checked_sub_days(Days::new(duty.backdate_days.into()))
        .unwrap_or(today)
        .max(campaign.span.start);
    if on < earliest {
        return Err(NotRecorded::TooOld { on, earliest });
    }
    Ok(())
}
