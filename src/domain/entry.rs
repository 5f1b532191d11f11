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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{calendar, campaign, day, duty};

    /// Said on Tuesday 4 March 2014.
    fn recorded(
        spoken: Option<Spoken>,
        on: &str,
        held: &[(&str, i64)],
        of: &str,
    ) -> Result<Vec<(String, i64)>, NotRecorded> {
        let campaign = campaign();
        let claim = Claim {
            on: day(on),
            spoken,
            note: "",
            source: Source::Text,
            prompt: None,
        };
        let held: Vec<_> = held
            .iter()
            .map(|(on, amount)| (day(on), Amount(*amount)))
            .collect();
        let parts = parts(
            &campaign,
            &calendar(),
            duty(&campaign, of),
            &claim,
            &held,
            day("2014-03-04"),
        );
        Ok(parts?
            .into_iter()
            .map(|(on, amount)| (on.to_string(), amount.0))
            .collect())
    }

    fn row(on: &str, amount: i64) -> (String, i64) {
        (on.to_owned(), amount)
    }

    #[test]
    fn a_claim_becomes_entries_in_the_measure_of_the_duty() {
        use Spoken::{ClassHours, Days, Hours, Minutes};
        for (spoken, on, expected) in [
            (Days(500), "2014-03-04", vec![row("2014-03-04", 4_000)]),
            (
                ClassHours(3_000),
                "2014-03-03",
                vec![row("2014-03-03", 3_000)],
            ),
            (Hours(2_500), "2014-03-04", vec![row("2014-03-04", 2_500)]),
            (
                Minutes(90_000),
                "2014-03-04",
                vec![row("2014-03-04", 1_500)],
            ),
            // One date holds one day: the rest goes back over the work days before, past the weekend.
            (
                Days(1_500),
                "2014-03-04",
                vec![row("2014-03-03", 4_000), row("2014-03-04", 8_000)],
            ),
            (
                Days(3_000),
                "2014-03-04",
                vec![
                    row("2014-02-28", 8_000),
                    row("2014-03-03", 8_000),
                    row("2014-03-04", 8_000),
                ],
            ),
        ] {
            assert_eq!(
                recorded(Some(spoken), on, &[], "study"),
                Ok(expected),
                "{spoken:?} on {on}"
            );
        }
        let nothing = recorded(None, "2014-03-04", &[], "study");
        assert_eq!(nothing, Ok(vec![row("2014-03-04", 0)]));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_reason() {
        let (start, end) = (day("2014-01-20"), day("2014-09-30"));
        let full = |on: &str, held: i64| NotRecorded::DayFull {
            on: day(on),
            most: Amount(8_000),
            held: Amount(held),
        };
        for (spoken, on, held, of, why) in [
            (
                Some(Spoken::Hours(9_000)),
                "2014-03-04",
                &[][..],
                "study",
                full("2014-03-04", 0),
            ),
            (
                Some(Spoken::Hours(5_000)),
                "2014-03-04",
                &[("2014-03-04", 4_000)],
                "study",
                full("2014-03-04", 4_000),
            ),
            // The day before is full: none of a day and a half is recorded.
            (
                Some(Spoken::Days(1_500)),
                "2014-03-04",
                &[("2014-03-03", 8_000)],
                "study",
                full("2014-03-03", 8_000),
            ),
            (
                Some(Spoken::Days(500)),
                "2014-03-05",
                &[],
                "study",
                NotRecorded::Future {
                    on: day("2014-03-05"),
                },
            ),
            (
                None,
                "2014-03-05",
                &[],
                "study",
                NotRecorded::Future {
                    on: day("2014-03-05"),
                },
            ),
            (
                Some(Spoken::Days(500)),
                "2014-02-17",
                &[],
                "study",
                NotRecorded::TooOld {
                    on: day("2014-02-17"),
                    earliest: day("2014-02-18"),
                },
            ),
            (
                Some(Spoken::Days(500)),
                "2014-01-19",
                &[],
                "study",
                NotRecorded::OutsideCampaign {
                    on: day("2014-01-19"),
                    start,
                    end,
                },
            ),
            (
                None,
                "2014-03-04",
                &[("2014-03-04", 4_000)],
                "study",
                NotRecorded::HeldAlready {
                    on: day("2014-03-04"),
                    held: Amount(4_000),
                },
            ),
            (
                Some(Spoken::Hours(2_000)),
                "2014-03-04",
                &[],
                "households",
                NotRecorded::Unclear,
            ),
            (
                Some(Spoken::Hours(0)),
                "2014-03-04",
                &[],
                "study",
                NotRecorded::Unclear,
            ),
        ] {
            assert_eq!(
                recorded(spoken, on, held, of),
                Err(why),
                "{spoken:?} on {on}"
            );
        }
    }
}
