//! What is amiss with the messages that were planned and the updates that came in: rules over counts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::BotId;
use super::reckoning::{Hand, Tally, hands};

/// What has been due for longer should have moved between two looks. A long broadcast does move.
const DUE_LIMIT: i64 = 10 * 60_000;
/// Somebody sits before his phone and waits for an answer; the same limit as in `/healthz`.
const ANSWER_LIMIT: i64 = 2 * 60_000;
/// An update is handled within moments.
const UPDATE_LIMIT: i64 = 5 * 60_000;
/// The lane of answers.
const ANSWERS: i64 = 0;
/// Rows named, at most.
pub const SUSPECTS: usize = 20;

/// Sorts of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Fewer messages are there than were planned.
    Missing,
    /// Held long after the lease has ended; freed by the look that found them.
    Held,
    /// Due, and nothing moves.
    Stuck,
    /// Waiting for a bot that the campaign names no longer.
    Unserved,
    /// Ended, and not said how.
    Unexplained,
    /// Updates that are not handled.
    Updates,
}

impl Kind {
    /// The name in keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Held => "held",
            Self::Stuck => "stuck",
            Self::Unserved => "unserved",
            Self::Unexplained => "unexplained",
            Self::Updates => "updates",
        }
    }
}

/// Something amiss.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// How many messages, or updates.
    pub count: i64,
    /// Of how many.
    pub of: i64,
    /// Where, for an operator: occurrences, bots or rows by their names. No people.
    pub places: Vec<String>,
}

/// Something for which so many messages were planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// Its name for an operator, such as "evening 2014-03-03T09:30:00Z".
    pub what: String,
    /// How many were planned.
    pub planned: i64,
    /// How many are there.
    pub there: i64,
}

/// Everything that a look has seen.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    /// The time, UTC milliseconds of the campaign's clock.
    pub now: i64,
    /// Rows by bot, lane and state.
    pub tallies: &'a [Tally],
    /// What was due at the look before; `None`: that is too long ago.
    pub before: Option<&'a BTreeMap<BotId, Hand>>,
    /// The bots that the campaign names.
    pub served: &'a [BotId],
    /// Those that Telegram has told to wait.
    pub paused: &'a [BotId],
    /// Every bot that ever served, by its id in the campaign file.
    pub names: &'a BTreeMap<BotId, String>,
    /// What was planned lately.
    pub promised: &'a [Promised],
    /// Some of the rows that ended without saying how.
    pub suspects: &'a [i64],
    /// How many of them are settled, and so in no tally.
    pub settled_suspects: i64,
    /// Updates that wait.
    pub updates: i64,
    /// When the first of them came, UTC milliseconds.
    pub oldest_update: Option<i64>,
}

/// What is amiss, a finding a kind at most.
pub fn findings(sight: &Sight<'_>) -> Vec<Finding> {
    [
        missing(sight),
        held(sight),
        stuck(sight),
        unserved(sight),
        unexplained(sight),
        updates(sight),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn missing(sight: &Sight<'_>) -> Option<Finding> {
    let short: Vec<&Promised> = sight
        .promised
        .iter()
        .filter(|promised| promised.there < promised.planned)
        .collect();
    (!short.is_empty()).then(|| Finding {
        kind: Kind::Missing,
        count: short.iter().map(|one| one.planned - one.there).sum(),
        of: short.iter().map(|one| one.planned).sum(),
        places: short.iter().map(|one| one.what.clone()).collect(),
    })
}

fn held(sight: &Sight<'_>) -> Option<Finding> {
    of_bots(sight, Kind::Held, |tallies| {
        tallies.iter().map(|tally| tally.held).sum()
    })
}

fn stuck(sight: &Sight<'_>) -> Option<Finding> {
    let still = hands(sight.tallies, |tally| tally.before);
    of_bots(sight, Kind::Stuck, |tallies| {
        let Some(bot) = tallies.first().map(|tally| tally.bot) else {
            return 0;
        };
        if sight.paused.contains(&bot) || !sight.served.contains(&bot) {
            return 0;
        }
        let is_due_for = |tally: &Tally, limit: i64| {
            tally.is_open() && tally.due.due > 0 && sight.now - tally.oldest > limit
        };
        let was = sight.before.and_then(|before| before.get(&bot));
        let stands = was.is_some_and(|was| was.due > 0 && still.get(&bot) == Some(was));
        let answers = |tally: &&Tally| tally.lane == ANSWERS && is_due_for(tally, ANSWER_LIMIT);
        let open = tallies.iter().filter(|tally| tally.is_open());
        if stands && open.clone().any(|tally| is_due_for(tally, DUE_LIMIT)) {
            open.map(|tally| tally.due.due).sum()
        } else {
            tallies
                .iter()
                .copied()
                .filter(answers)
                .map(|tally| tally.due.due)
                .sum()
        }
    })
}

fn unserved(sight: &Sight<'_>) -> Option<Finding> {
    of_bots(sight, Kind::Unserved, |tallies| {
        let waits = |tally: &&&Tally| tally.is_open() && !sight.served.contains(&tally.bot);
        tallies.iter().filter(waits).map(|tally| tally.rows).sum()
    })
}

/// A finding over bots: `count` says how many rows of one bot are amiss.
fn of_bots(sight: &Sight<'_>, kind: Kind, count: impl Fn(&[&Tally]) -> i64) -> Option<Finding> {
    let mut bots: BTreeMap<BotId, Vec<&Tally>> = BTreeMap::new();
    for tally in sight.tallies {
        bots.entry(tally.bot).or_default().push(tally);
    }
    let mut finding = Finding {
        kind,
        count: 0,
        of: 0,
        places: Vec::new(),
    };
    for (bot, tallies) in bots {
        let amiss = count(&tallies);
        if amiss > 0 {
            let open = tallies.iter().filter(|tally| tally.is_open());
            finding.count += amiss;
            finding.of += open.map(|tally| tally.rows).sum::<i64>();
            let name = sight.names.get(&bot).cloned();
            finding.places.push(name.unwrap_or_else(|| bot.to_string()));
        }
    }
    (finding.count > 0).then_some(finding)
}

fn unexplained(sight: &Sight<'_>) -> Option<Finding> {
    let open: i64 = sight.tallies.iter().map(|tally| tally.unexplained).sum();
    let count = open + sight.settled_suspects;
    (count > 0).then(|| Finding {
        kind: Kind::Unexplained,
        count,
        of: count,
        places: sight.suspects.iter().map(i64::to_string).collect(),
    })
}

fn updates(sight: &Sight<'_>) -> Option<Finding> {
    let waits = sight.now - sight.oldest_update?;
    (waits > UPDATE_LIMIT).then_some(Finding {
        kind: Kind::Updates,
        count: sight.updates,
        of: sight.updates,
        places: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
