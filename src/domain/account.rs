//! A person's account of one duty: what counts, what is owed, whether the pace will do.

mod tally;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty, Subject};
use super::deadline::Span;
use super::forecast::{Outlook, outlook};
use super::notice::Standing;
use super::owes::Done;
use super::rules::Rules;

pub use tally::{Fact, tally};

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

impl Pace {
    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ahead => "ahead",
            Self::On => "on",
            Self::Behind => "behind",
        }
    }
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
/// `done` are the sums within [`counting_span`] that day.
pub fn standing(
    rules: &Rules<'_>,
    duty: &Duty,
    subject: &Subject,
    done: Done,
    today: NaiveDate,
) -> Standing {
    let window = window_for(rules.campaign, duty, subject, today);
    let target = window.and_then(|window| rules.target(duty, subject, &window));
    let (mut pace_of, mut ahead) = (None, Outlook::default());
    if let (Some(target), Some(window)) = (target, window) {
        let elapsed = Elapsed::of(&window, today, rules.calendar);
        pace_of = Some(pace(done.counted, target, elapsed));
        let most = duty.max_per_day;
        let (counted, calendar) = (done.counted, rules.calendar);
        ahead = outlook(counted, target, &window, elapsed, most, today, calendar);
    }
    Standing {
        duty: duty.id.clone(),
        counted: done.counted,
        target,
        pace: pace_of,
        pending: done.pending,
        rejected: done.rejected,
        forecast: ahead.forecast,
        short: ahead.short,
        lag: ahead.lag,
        catch_up: ahead.catch_up,
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

/// The days whose entries count towards [`window_for`] that day: its own, and for the first window also
/// those of the campaign before it opened. A lower tier that begins early loses nothing by it (S1).
pub fn counting_span(
    campaign: &Campaign,
    duty: &Duty,
    subject: &Subject,
    day: NaiveDate,
) -> Option<Span> {
    counting_span_of(
        campaign,
        duty,
        subject,
        window_for(campaign, duty, subject, day)?,
    )
}

/// A day that counts towards none of the windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// First and last day of the next window, if one comes.
    pub next: Option<(NaiveDate, NaiveDate)>,
}

/// Whether what is done on a day counts towards none of the duty's windows (S22): said when it is recorded.
pub fn outside(
    campaign: &Campaign,
    duty: &Duty,
    subject: &Subject,
    day: NaiveDate,
) -> Option<Outside> {
    let tier = campaign.tier(subject.depth)?;
    let mut windows: Vec<Span> = duty.windows_of(&tier.id).map(|of| of.span).collect();
    windows.sort_by_key(|window| window.start);
    let counts = |window: &Span| {
        counting_span_of(campaign, duty, subject, *window).is_some_and(|span| span.holds(day))
    };
    if windows.iter().any(counts) {
        return None;
    }
    let next = windows.iter().find(|window| window.start > day);
    Some(Outside {
        next: next.map(|window| (window.start, window.end)),
    })
}

/// The days whose entries count towards one of the duty's windows.
pub fn counting_span_of(
    campaign: &Campaign,
    duty: &Duty,
    subject: &Subject,
    window: Span,
) -> Option<Span> {
    let tier = campaign.tier(subject.depth)?;
    let first = duty.windows_of(&tier.id).map(|of| of.span.start).min()?;
    let start = if window.start == first {
        campaign.span.start.min(first)
    } else {
        window.start
    };
    Some(Span { start, ..window })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::quota::Quotas;
    use crate::domain::sample::{cadre, calendar, campaign, day, duty};

    #[test]
    fn pace_is_measured_by_work_days_to_a_tenth_of_the_target() {
        let target = Amount::whole(40);
        for (counted, gone, whole, expected) in [
            (40, 0, 100, Pace::Done),
            (45, 100, 100, Pace::Done),
            (0, 0, 100, Pace::On),
            (0, 9, 100, Pace::On),
            (0, 10, 100, Pace::Behind),
            (20, 50, 100, Pace::On),
            (17, 50, 100, Pace::On),
            (16, 50, 100, Pace::Behind),
            (23, 50, 100, Pace::On),
            (24, 50, 100, Pace::Ahead),
            (39, 100, 100, Pace::On),
            (36, 100, 100, Pace::Behind),
            // A window without a work day: all of it is due.
            (0, 0, 0, Pace::Behind),
        ] {
            let elapsed = Elapsed { gone, whole };
            let found = pace(Amount::whole(counted), target, elapsed);
            assert_eq!(
                found, expected,
                "{counted} of 40, {gone} of {whole} days gone"
            );
        }
    }

    #[test]
    fn only_work_days_that_are_over_have_gone_by() {
        // Monday 3 to Friday 14 March: ten work days.
        let window = Span {
            start: day("2014-03-03"),
            end: day("2014-03-14"),
        };
        for (today, gone) in [
            ("2014-02-20", 0),
            ("2014-03-03", 0),
            ("2014-03-04", 1),
            ("2014-03-08", 5),
            ("2014-03-10", 5),
            ("2014-03-14", 9),
            ("2014-03-15", 10),
            ("2014-06-01", 10),
        ] {
            let elapsed = Elapsed::of(&window, day(today), &calendar());
            assert_eq!((elapsed.gone, elapsed.whole), (gone, 10), "{today}");
        }
    }

    #[test]
    fn the_sum_that_is_spoken_of_is_the_running_windows_else_the_last_ones() {
        let campaign = campaign();
        let households = duty(&campaign, "households");
        for (today, start) in [
            ("2014-01-20", "2014-01-20"),
            ("2014-02-14", "2014-01-20"),
            ("2014-02-18", "2014-01-20"),
            ("2014-02-20", "2014-02-20"),
            ("2014-06-01", "2014-02-20"),
            ("2014-07-01", "2014-06-21"),
            ("2014-09-30", "2014-06-21"),
            ("2013-12-01", "2014-01-20"),
        ] {
            let window = window_for(&campaign, households, &cadre().subject(), day(today));
            assert_eq!(window.map(|span| span.start), Some(day(start)), "{today}");
        }
    }

    #[test]
    fn what_is_done_between_windows_counts_in_none() {
        let campaign = campaign();
        let of = |duty_id: &str, on: &str| {
            let subject = cadre().subject();
            let found = outside(&campaign, duty(&campaign, duty_id), &subject, day(on));
            found.map(|outside| outside.next.map(|(first, _)| first.to_string()))
        };
        let july = || Some("2014-06-21".to_owned());
        for (duty, on, found) in [
            ("households", "2014-01-25", None),
            ("households", "2014-03-04", None),
            ("households", "2014-05-12", Some(july())),
            ("households", "2014-07-12", Some(None)),
            ("study", "2014-05-12", None),
        ] {
            assert_eq!(of(duty, on), found, "{duty} {on}");
        }
    }

    #[test]
    fn what_is_done_before_the_first_window_opens_counts_in_it() {
        let campaign = campaign();
        let village = Subject {
            depth: 3,
            ..cadre().subject()
        };
        let study = duty(&campaign, "study");
        let span = counting_span(&campaign, study, &village, day("2014-01-25"));
        assert_eq!(span.map(|span| span.start), Some(day("2014-01-20")));
        let window = window_for(&campaign, study, &village, day("2014-01-25"));
        assert_eq!(window.map(|span| span.start), Some(day("2014-02-04")));
        let households = duty(&campaign, "households");
        let span = counting_span(&campaign, households, &village, day("2014-06-25"));
        assert_eq!(span.map(|span| span.start), Some(day("2014-06-21")));
    }

    #[test]
    fn who_owes_nothing_has_a_sum_but_no_pace() {
        let campaign = campaign();
        let subject = cadre().subject();
        let on = day("2014-03-04");
        let (calendar, quotas) = (calendar(), Quotas::default());
        let rules = Rules {
            campaign: &campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        let done = Done {
            counted: Amount::whole(9),
            ..Done::default()
        };
        let of = |id: &str| standing(&rules, duty(&campaign, id), &subject, done, on);
        let research = of("research");
        assert_eq!((research.target, research.pace), (None, None));
        let study = of("study");
        assert_eq!(
            (study.target, study.pace),
            (Some(Amount::whole(40)), Some(Pace::Ahead))
        );
        assert_eq!(study.counted, Amount::whole(9));
    }
}
