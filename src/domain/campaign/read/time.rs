//! Everything dated: moments become days, windows become spans within the campaign.

use chrono::{NaiveDate, TimeDelta};

use super::Reading;
use super::all;
use super::sheet::Value;
use super::table::{Form, Table};
use super::value::{clock_time, days, duration};
use crate::domain::campaign::{Limits, Moment, Tier};
use crate::domain::deadline::Span;

pub(super) const LIMITS: Form = Form {
    name: "[limits]",
    keys: &[
        ("quiet", "[\"21:00\", \"07:30\"]"),
        ("daily_cap", "2"),
        ("invite_life", "\"60d\""),
        ("wrong_codes", "5"),
        ("wrong_code_pause", "\"15m\""),
        ("longest_leave", "\"60d\""),
        ("question_life", "\"1h\""),
        ("ahead_every", "3"),
        ("later", "\"2h\""),
        ("own_quiet", "\"14h\""),
        ("most_evidence", "10"),
    ],
};

/// The longest leave where the file names none, in days.
const LONGEST_LEAVE: i64 = 60;

/// How long a question waits for its answer where the file does not say.
const QUESTION_LIFE: TimeDelta = TimeDelta::hours(1);

/// Every how many work days somebody ahead is asked where the file does not say.
const AHEAD_EVERY: u32 = 3;

/// How much later "later" is where the file does not say.
const LATER: TimeDelta = TimeDelta::hours(2);

/// How much of the day may be quiet for somebody where the file does not say.
const OWN_QUIET: TimeDelta = TimeDelta::hours(14);

/// More of the day is never quiet: what is owed has to come at some time.
const MOST_QUIET: TimeDelta = TimeDelta::hours(22);
/// Pieces of evidence behind one entry where the file does not say.
const MOST_EVIDENCE: u32 = 10;

pub(super) const TIER: Form = Form {
    name: "[[tiers]]",
    keys: &[
        ("id", "\"upper\""),
        ("max_depth", "1"),
        ("from", "\"+0d\""),
        ("to", "\"+8m end\""),
    ],
};

/// A window, seen from the campaign.
pub(super) enum Occasion {
    /// What of it lies within the campaign.
    Within(Span),
    /// It does not come: 1 July for a campaign from September to May.
    Outside,
}

impl Reading {
    /// The day that a moment is; `None` also when there is no start to reckon from.
    pub(super) fn day(&self, value: Value) -> Option<NaiveDate> {
        let fixed = |text: &str| {
            value.fault(format_args!(
                "{text} is a fixed date: every date follows from `start`"
            ));
        };
        if value.is_date() {
            fixed("this");
            return None;
        }
        let moment = value.text()?.trim();
        if moment.parse::<NaiveDate>().is_ok() {
            fixed(&format!("\"{moment}\""));
            return None;
        }
        let Ok(read) = Moment::parse(moment) else {
            value.fault_with(
                format_args!("\"{moment}\" is no moment"),
                "moments are \"+15d\", \"+2w\", \"+8m\", \"+8m end\", \"07-01 -10d\", \"spring-festival +14d\"",
            );
            return None;
        };
        let start = self.start?;
        let day = read.from_start(start);
        if day.is_none() {
            value.fault_with(
                format_args!("\"{moment}\" is on no known day for a start on {start}"),
                "write \"+15d\" or \"07-01\": the lunar calendar is known for some years only",
            );
        }
        day
    }

    /// From `from` to `to`, cut to the campaign.
    pub(super) fn occasion(&self, table: &Table) -> Option<Occasion> {
        let from = table.need("from").and_then(|value| self.day(value));
        let to = table.need("to");
        let end = to.and_then(|value| self.day(value));
        let (from, end) = (from?, end?);
        if end < from {
            to?.fault_with(
                format_args!("the window is empty: it ends on {end}, before it begins on {from}"),
                "move `to` behind `from`",
            );
            return None;
        }
        let whole = self.span.as_ref()?;
        let (start, end) = (from.max(whole.start), end.min(whole.end));
        Some(if start <= end {
            Occasion::Within(Span { start, end })
        } else {
            Occasion::Outside
        })
    }

    /// From the start to `end`.
    pub(super) fn whole(&self, end: Value) -> Option<Span> {
        let (last, start) = (self.day(end)?, self.start?);
        if last < start {
            end.fault(format_args!(
                "the campaign ends on {last}, before it starts on {start}"
            ));
            return None;
        }
        Some(Span { start, end: last })
    }

    /// The tiers; one that an earlier one leaves no units to is noted.
    pub(super) fn tiers(&self, file: &Table) -> Option<Vec<Tier>> {
        let tables = file.tables("tiers", &TIER);
        if tables.is_empty() {
            file.absent(
                "there are no tiers",
                "add [[tiers]] with id, max_depth, from, to",
            );
        }
        let mut deepest = 0;
        for table in &tables {
            let Some(value) = table.may("max_depth") else {
                continue;
            };
            let Some(depth) = value.positive() else {
                continue;
            };
            if depth <= deepest {
                value.fault_with(
                    format_args!(
                        "{depth} is not deeper than the tier before, {deepest}: no unit is left"
                    ),
                    "tiers go down the tree: max_depth grows from one to the next",
                );
            }
            deepest = deepest.max(depth);
        }
        all(&tables, |table| self.tier(table))
    }

    fn tier(&self, table: &Table) -> Option<Tier> {
        let id = table.id();
        let max_depth = table.need("max_depth").and_then(Value::positive);
        let Occasion::Within(window) = self.occasion(table)? else {
            table.fault(
                "the tier's window lies outside the campaign",
                "a window within `start` and `end`: from = \"+15d\", to = \"+8m end\"",
            );
            return None;
        };
        Some(Tier {
            id: id?,
            max_depth: max_depth?,
            window,
        })
    }
}

/// `[limits]`.
pub(super) fn limits(table: &Table) -> Option<Limits> {
    let quiet = table.need("quiet").and_then(|value| {
        let times = value.each(|item| item.parsed(clock_time))?;
        if let [from, to] = times[..] {
            return Some((from, to));
        }
        value.fault(format_args!(
            "{} times are there, wanted are two, from and to",
            times.len()
        ));
        None
    });
    let daily_cap = table.need("daily_cap").and_then(Value::positive);
    let invite_life = table
        .need("invite_life")
        .and_then(|value| value.parsed(duration));
    let wrong_codes = table.need("wrong_codes").and_then(Value::positive);
    let wrong_code_pause = table
        .need("wrong_code_pause")
        .and_then(|value| value.parsed(duration));
    let longest_leave = table.may("longest_leave").map_or(LONGEST_LEAVE, |value| {
        value.parsed(days).unwrap_or(LONGEST_LEAVE)
    });
    let question_life = table.may("question_life").map_or(QUESTION_LIFE, |value| {
        value.parsed(duration).unwrap_or(QUESTION_LIFE)
    });
    let ahead_every = table
        .may("ahead_every")
        .map_or(AHEAD_EVERY, |value| value.positive().unwrap_or(AHEAD_EVERY));
    let later = table
        .may("later")
        .map_or(LATER, |value| value.parsed(duration).unwrap_or(LATER));
    let own_quiet = table.may("own_quiet").map_or(OWN_QUIET, |value| {
        let length = value.parsed(duration).unwrap_or(OWN_QUIET);
        if length > MOST_QUIET {
            value.fault_with(
                "no hour would be left in which a message can come",
                "at most \"22h\"",
            );
        }
        length
    });
    let most_evidence = table.may("most_evidence").map_or(MOST_EVIDENCE, |value| {
        value.positive().unwrap_or(MOST_EVIDENCE)
    });
    let (quiet_from, quiet_to) = quiet?;
    // With a fault noted the campaign is refused; its quiet hours are still held against the slots.
    Some(Limits {
        quiet_from,
        quiet_to,
        daily_cap: daily_cap.unwrap_or_default(),
        invite_life: invite_life.unwrap_or_default(),
        wrong_codes: wrong_codes.unwrap_or_default(),
        wrong_code_pause: wrong_code_pause.unwrap_or_default(),
        longest_leave,
        question_life,
        ahead_every: i64::from(ahead_every),
        later,
        own_quiet,
        most_evidence: usize::try_from(most_evidence).unwrap_or(usize::MAX),
    })
}
