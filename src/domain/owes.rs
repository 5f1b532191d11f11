//! The one predicate that prompts, reminders, escalation and reports share: does this person still
//! owe this duty on this day?

use chrono::NaiveDate;

use super::account::{Elapsed, Pace, pace, window_for};
use super::amount::Amount;
use super::cadre::Cadre;
use super::campaign::Duty;
use super::rules::Rules;

/// Whether somebody is there on the day that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Attendance {
    /// As far as is known.
    #[default]
    There,
    /// On leave, or on a trip.
    Away,
}

/// Why nothing is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NothingOwed {
    /// No longer on the roster.
    Left,
    /// On leave or on a trip that day.
    OnLeave,
    /// Somebody whom the campaign does not prompt (S4).
    NotPrompted,
    /// No target fits him.
    NoTarget,
    /// His window is not open that day.
    OutsideWindow,
    /// He has done what he owed.
    TargetMet,
    /// He has answered for that day.
    Answered,
    /// He owes, but is so far ahead that he is not asked every day (S30).
    Ahead,
}

impl NothingOwed {
    /// The reason kept with a message that was closed for it.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::OnLeave => "on_leave",
            Self::NotPrompted => "not_prompted",
            Self::NoTarget => "no_target",
            Self::OutsideWindow => "outside_window",
            Self::TargetMet => "target_met",
            Self::Answered => "answered",
            Self::Ahead => "ahead",
        }
    }

    /// Whether nothing at all is said to him, rather than only nothing of the duty.
    pub const fn is_silence(self) -> bool {
        match self {
            Self::Left | Self::OnLeave => true,
            Self::NotPrompted
            | Self::NoTarget
            | Self::OutsideWindow
            | Self::TargetMet
            | Self::Answered
            | Self::Ahead => false,
        }
    }
}

/// What the person has done of the duty, as far as one day's question needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// Counted within the window of that day.
    pub counted: Amount,
    /// What of it waits for the liaison.
    pub pending: Amount,
    /// What of it was turned down.
    pub rejected: Amount,
    /// Whether anything, even "nothing today", is recorded for that day.
    pub answered: bool,
}

/// What is missing to the target, if the person is to be asked about that day; else why not.
pub fn still_owes(
    rules: &Rules<'_>,
    duty: &Duty,
    cadre: &Cadre,
    attendance: Attendance,
    done: Done,
    day: NaiveDate,
) -> Result<Amount, NothingOwed> {
    if !cadre.active {
        return Err(NothingOwed::Left);
    }
    if attendance == Attendance::Away {
        return Err(NothingOwed::OnLeave);
    }
    let campaign = rules.campaign;
    if !campaign.prompts(&cadre.traits) {
        return Err(NothingOwed::NotPrompted);
    }
    let subject = cadre.subject();
    let owes_some = rules.quotas.target(duty, &subject).is_some();
    let window = campaign
        .tier(cadre.depth)
        .and_then(|tier| duty.window_on(&tier.id, day));
    let window = match window {
        _ if !owes_some => return Err(NothingOwed::NoTarget),
        None => return Err(NothingOwed::OutsideWindow),
        Some(window) => window.span,
    };
    let target = rules
        .target(duty, &subject, &window)
        .ok_or(NothingOwed::NoTarget)?;
    if done.counted >= target {
        return Err(NothingOwed::TargetMet);
    }
    if done.answered {
        return Err(NothingOwed::Answered);
    }
    Ok(done.counted.missing_to(target))
}

/// As [`still_owes`], for the question of a day: who is ahead of the even pace is asked only every
/// [`ahead_every`](super::campaign::Limits::ahead_every)th work day of his window. What he owes is the same.
pub fn is_asked(
    rules: &Rules<'_>,
    duty: &Duty,
    cadre: &Cadre,
    attendance: Attendance,
    done: Done,
    day: NaiveDate,
) -> Result<Amount, NothingOwed> {
    let missing = still_owes(rules, duty, cadre, attendance, done, day)?;
    let every = rules.campaign.limits.ahead_every;
    let window = window_for(rules.campaign, duty, &cadre.subject(), day);
    let Some(window) = window.filter(|_| every > 1 && done.counted > Amount::ZERO) else {
        return Ok(missing);
    };
    let elapsed = Elapsed::of(&window, day, rules.calendar);
    let ahead = pace(done.counted, done.counted + missing, elapsed) == Pace::Ahead;
    if ahead && (elapsed.gone + 1) % every != 0 {
        return Err(NothingOwed::Ahead);
    }
    Ok(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::campaign::Campaign;
    use crate::domain::quota::Quotas;
    use crate::domain::sample::{cadre, calendar, campaign, day, duty};

    fn asked(
        campaign: &Campaign,
        of: &str,
        person: &Cadre,
        attendance: Attendance,
        done: Done,
        on: &str,
    ) -> Result<Amount, NothingOwed> {
        let (calendar, quotas) = (calendar(), Quotas::default());
        let rules = Rules {
            campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        let duty = duty(campaign, of);
        still_owes(&rules, duty, person, attendance, done, day(on))
    }

    fn answer(
        change: impl FnOnce(&mut Cadre),
        done: (i64, bool),
        on: &str,
        of: &str,
    ) -> Result<Amount, NothingOwed> {
        let campaign = campaign();
        let mut person = cadre();
        change(&mut person);
        let done = Done {
            counted: Amount(done.0),
            answered: done.1,
            ..Done::default()
        };
        asked(&campaign, of, &person, Attendance::There, done, on)
    }

    #[test]
    fn who_is_away_owes_nothing_that_day() {
        let campaign = campaign();
        let asked = |person: &Cadre, done: Done| {
            let away = Attendance::Away;
            super::tests::asked(&campaign, "study", person, away, done, "2014-03-03")
        };
        let mut person = cadre();
        assert_eq!(asked(&person, Done::default()), Err(NothingOwed::OnLeave));
        let answered = Done {
            counted: Amount(48_000),
            answered: true,
            ..Done::default()
        };
        assert_eq!(asked(&person, answered), Err(NothingOwed::OnLeave));
        person.active = false;
        assert_eq!(asked(&person, answered), Err(NothingOwed::Left));
    }

    #[test]
    fn what_is_missing_to_the_target_is_owed() {
        // Section level: 5 days of 8 class hours.
        for (counted, missing) in [(0, 40_000), (3_500, 36_500), (39_999, 1)] {
            let owed = answer(|_| {}, (counted, false), "2014-03-03", "study");
            assert_eq!(owed, Ok(Amount(missing)), "{counted}");
        }
        let member = answer(
            |him| him.rank = "member".into(),
            (0, false),
            "2014-03-03",
            "study",
        );
        assert_eq!(member, Ok(Amount(24_000)));
    }

    #[test]
    fn who_owes_nothing_is_told_apart_by_why() {
        let whole = (0, false);
        let day = "2014-03-03";
        for (found, why) in [
            (
                answer(|him| him.active = false, whole, day, "study"),
                NothingOwed::Left,
            ),
            (
                answer(
                    |him| him.traits = vec!["retired".into()],
                    whole,
                    day,
                    "study",
                ),
                NothingOwed::NotPrompted,
            ),
            (
                answer(|_| {}, whole, day, "research"),
                NothingOwed::NoTarget,
            ),
            (
                answer(|_| {}, whole, "2014-01-19", "study"),
                NothingOwed::OutsideWindow,
            ),
            // The lower tier begins on 4 February, the upper one on 20 January.
            (
                answer(|_| {}, whole, "2014-02-03", "study"),
                NothingOwed::OutsideWindow,
            ),
            (
                answer(|_| {}, whole, "2014-10-01", "study"),
                NothingOwed::OutsideWindow,
            ),
            (
                answer(|_| {}, whole, "2014-03-03", "talks"),
                NothingOwed::NoTarget,
            ),
            (
                answer(|_| {}, (40_000, false), day, "study"),
                NothingOwed::TargetMet,
            ),
            (
                answer(|_| {}, (48_000, true), day, "study"),
                NothingOwed::TargetMet,
            ),
            (
                answer(|_| {}, (0, true), day, "study"),
                NothingOwed::Answered,
            ),
            // Between the household windows nobody is asked for visits.
            (
                answer(|_| {}, whole, "2014-02-18", "households"),
                NothingOwed::OutsideWindow,
            ),
        ] {
            assert_eq!(found, Err(why), "{}", why.reason());
        }
        let upper = answer(|him| him.depth = 1, whole, "2014-02-03", "study");
        assert_eq!(upper, Ok(Amount(40_000)));
    }

    #[test]
    fn who_is_ahead_is_asked_every_third_work_day() {
        let campaign = campaign();
        let (calendar, quotas) = (calendar(), Quotas::default());
        let asked = |every: i64, counted: i64, answered: bool, on: &str| {
            let mut campaign = campaign.clone();
            campaign.limits.ahead_every = every;
            let rules = Rules {
                campaign: &campaign,
                calendar: &calendar,
                quotas: &quotas,
            };
            let done = Done {
                counted: Amount::whole(counted),
                answered,
                ..Done::default()
            };
            let (study, there) = (duty(&campaign, "study"), Attendance::There);
            is_asked(&rules, study, &cadre(), there, done, day(on)).err()
        };
        // His window opens on 4 February: 3 March is its 18th work day.
        for (every, counted, answered, on, expected) in [
            (3, 30, false, "2014-03-03", None),
            (3, 30, false, "2014-03-04", Some(NothingOwed::Ahead)),
            (3, 30, false, "2014-03-05", Some(NothingOwed::Ahead)),
            (3, 30, false, "2014-03-06", None),
            (3, 30, false, "2014-03-07", Some(NothingOwed::Ahead)),
            (1, 30, false, "2014-03-04", None),
            // With the days, and behind them: every day.
            (3, 5, false, "2014-03-04", None),
            (3, 0, false, "2014-03-04", None),
            (3, 30, true, "2014-03-04", Some(NothingOwed::Answered)),
            (3, 40, false, "2014-03-04", Some(NothingOwed::TargetMet)),
        ] {
            let found = asked(every, counted, answered, on);
            assert_eq!(found, expected, "every {every}: {counted} on {on}");
        }
    }
}
