//! From what somebody claims to the entries that record it, or why it cannot be recorded.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty};
use super::notice::NotRecorded;
use super::reply::Spoken;

/// How an entry came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A button.
    Tap,
    /// The person's own words.
    Text,
    /// Recorded for him, one by one, by his liaison.
    Proxy,
    /// Collective study that his liaison confirmed.
    Session,
}

impl Source {
    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tap => "tap",
            Self::Text => "text",
            Self::Proxy => "proxy",
            Self::Session => "session",
        }
    }

    /// The source of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Tap, Self::Text, Self::Proxy, Self::Session]
            .into_iter()
            .find(|source| source.name() == name)
    }
}

/// What an entry waits for when it is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitsFor {
    /// The liaison's eye: it is of a day longer ago than may be recorded freely.
    Late,
    /// The liaison's confirmation, as each entry of its duty does.
    Confirmation,
}

impl WaitsFor {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Confirmation => "confirmation",
        }
    }

    /// The one of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Late, Self::Confirmation]
            .into_iter()
            .find(|waits| waits.name() == name)
    }
}

/// Where an entry stands. The order is that of [`Status::of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Waits for the liaison; counts for nothing yet.
    Pending,
    /// Counts.
    Counted,
    /// Turned down, with a reason.
    Rejected,
    /// Taken back, or corrected by another entry.
    Withdrawn,
}

/// What can become of an entry after it was recorded, each at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The person says that what was recorded for him is not so.
    Disputed,
    /// The liaison lets it count.
    Confirmed,
    /// The liaison turns it down.
    Rejected,
    /// It is taken back, or another entry stands in its place.
    Withdrawn,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 4] = [
        Self::Disputed,
        Self::Confirmed,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Where it leaves the entry, unless an event of more weight has happened too.
    pub const fn status(self) -> Status {
        match self {
            Self::Disputed => Status::Pending,
            Self::Confirmed => Status::Counted,
            Self::Rejected => Status::Rejected,
            Self::Withdrawn => Status::Withdrawn,
        }
    }
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [
        Self::Pending,
        Self::Counted,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Counted => "counted",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Where an entry stands that waited for this and to which these events have happened: the weightiest of
    /// them decides, in whatever order and however often they were told. `store/entry.rs` asks the database
    /// the same in one expression.
    pub fn of(waits_for: Option<WaitsFor>, events: &[Event]) -> Self {
        let recorded = match waits_for {
            None => Self::Counted,
            Some(_) => Self::Pending,
        };
        let weightiest = events.iter().map(|event| event.status()).max();
        weightiest.unwrap_or(recorded)
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

/// One day of what is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The day.
    pub on: NaiveDate,
    /// How much, in the duty's measure; zero: nothing done.
    pub amount: Amount,
    /// What it waits for; `None`: it counts at once.
    pub waits_for: Option<WaitsFor>,
}

/// The entries that record the claim, oldest first. Days said as days that one date cannot hold ("一天半") go
/// back over the work days before it. What is of a day longer ago than may be recorded freely waits for the
/// liaison.
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
) -> Result<Vec<Part>, NotRecorded> {
    let part = |on, amount| {
        let late = check_day(campaign, duty, on, today)?;
        let confirmation = duty.waits().then_some(WaitsFor::Confirmation);
        Ok(Part {
            on,
            amount,
            waits_for: late.or(confirmation),
        })
    };
    let held_on = |day: NaiveDate| {
        held.iter()
            .find(|(on, _)| *on == day)
            .map_or(Amount::ZERO, |(_, amount)| *amount)
    };
    let Some(spoken) = claim.spoken else {
        let nothing = part(claim.on, Amount::ZERO)?;
        let held = held_on(claim.on);
        return if held > Amount::ZERO {
            Err(NotRecorded::HeldAlready { on: claim.on, held })
        } else {
            // Nothing done is nothing to confirm.
            Ok(vec![Part {
                waits_for: None,
                ..nothing
            }])
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
    let days = match spoken {
        Spoken::Days(_) if amount > most && most > Amount::ZERO => {
            spread(calendar, claim.on, amount, most)
        }
        _ => vec![(claim.on, amount)],
    };
    let mut parts = Vec::with_capacity(days.len());
    for (on, amount) in days {
        parts.push(part(on, amount)?);
        let held = held_on(on);
        if held + amount > most {
            return Err(NotRecorded::DayFull { on, most, held });
        }
    }
    parts.reverse();
    Ok(parts)
}

/// What an entry waits for that only says more of what another said, in whose place it stands: one that waits
/// goes on waiting, as the rules say for its day; one that counts goes on counting, confirmed or not.
pub fn relabelled(
    campaign: &Campaign,
    duty: &Duty,
    on: NaiveDate,
    status: Status,
    today: NaiveDate,
) -> Option<WaitsFor> {
    if status == Status::Counted {
        return None;
    }
    let confirmation = duty.waits().then_some(WaitsFor::Confirmation);
    let late = check_day(campaign, duty, on, today).ok().flatten();
    late.or(confirmation).or(Some(WaitsFor::Late))
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

/// Whether an entry may be of that day, and whether it then waits for being late.
fn check_day(
    campaign: &Campaign,
    duty: &Duty,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Option<WaitsFor>, NotRecorded> {
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
    Ok((on < earliest).then_some(WaitsFor::Late))
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
            .map(|part| (part.on.to_string(), part.amount.0))
            .collect())
    }

    #[test]
    fn what_is_of_a_day_long_ago_waits_for_the_liaison() {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        let mut strict = study.clone();
        strict.confirm = crate::domain::campaign::Confirm::Always;
        for (duty, on, spoken, waits) in [
            (study, "2014-02-18", Some(Spoken::Days(500)), None),
            (
                study,
                "2014-02-17",
                Some(Spoken::Days(500)),
                Some(WaitsFor::Late),
            ),
            (
                &strict,
                "2014-03-03",
                Some(Spoken::Days(500)),
                Some(WaitsFor::Confirmation),
            ),
            (
                &strict,
                "2014-02-17",
                Some(Spoken::Days(500)),
                Some(WaitsFor::Late),
            ),
            (&strict, "2014-03-03", None, None),
        ] {
            let claim = Claim {
                on: day(on),
                spoken,
                note: "",
                source: Source::Text,
                prompt: None,
            };
            let today = day("2014-03-04");
            let parts = parts(&campaign, &calendar(), duty, &claim, &[], today).unwrap();
            assert_eq!(parts[0].waits_for, waits, "{on}");
        }
    }

    #[test]
    fn saying_more_of_an_entry_changes_nothing_in_what_it_waits_for() {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        let mut strict = study.clone();
        strict.confirm = crate::domain::campaign::Confirm::Always;
        let (late, confirmation) = (Some(WaitsFor::Late), Some(WaitsFor::Confirmation));
        for (duty, on, status, waits) in [
            (study, "2014-03-03", Status::Counted, None),
            (study, "2014-02-10", Status::Counted, None),
            (study, "2014-02-10", Status::Pending, late),
            (study, "2014-03-03", Status::Pending, late),
            (&strict, "2014-03-03", Status::Pending, confirmation),
            (&strict, "2014-03-03", Status::Counted, None),
        ] {
            let found = relabelled(&campaign, duty, day(on), status, day("2014-03-04"));
            assert_eq!(found, waits, "{on} {status:?}");
        }
    }

    #[test]
    fn the_weightiest_event_decides_in_whatever_order_and_however_often() {
        use Event::{Confirmed, Disputed, Rejected, Withdrawn};
        for (waits, events, status) in [
            (None, &[][..], Status::Counted),
            (Some(WaitsFor::Late), &[], Status::Pending),
            (Some(WaitsFor::Late), &[Confirmed], Status::Counted),
            (None, &[Disputed], Status::Pending),
            (None, &[Disputed, Confirmed], Status::Counted),
            (None, &[Confirmed, Disputed, Confirmed], Status::Counted),
            (None, &[Rejected, Confirmed], Status::Rejected),
            (None, &[Confirmed, Rejected], Status::Rejected),
            (None, &[Withdrawn, Rejected, Confirmed], Status::Withdrawn),
        ] {
            assert_eq!(Status::of(waits, events), status, "{events:?}");
        }
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
