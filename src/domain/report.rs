//! What the office is told: counts, as plain data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::campaign::is_within;
use super::grant::Scope;

/// Where the campaign stands today (`/status`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusReport {
    /// Today.
    pub on: NaiveDate,
    /// Over everything in the reader's scope.
    pub total: Counts,
    /// By unit, one level below the scope's top; the ones most behind first.
    pub units: Vec<UnitLine>,
    /// How many units there are.
    pub unit_count: usize,
    /// Messages to people in the reader's scope that Telegram will never take because of us.
    #[serde(default)]
    pub dead_letters: usize,
    /// How much of what is recorded was recorded for people by somebody else.
    #[serde(default)]
    pub proxies: Proxies,
}

/// Entries recorded for people by their liaison, of all that stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proxies {
    /// Recorded by the liaison, one by one.
    pub by_proxy: i64,
    /// All.
    pub entries: i64,
}

/// Counts of one unit with all below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Active people.
    pub people: i64,
    /// Of them, linked and reachable.
    pub linked: i64,
    /// Of them, blocked.
    pub blocked: i64,
    /// Answered for today.
    pub answered: i64,
    /// Behind the pace of the prompted duty.
    pub behind: i64,
    /// Met its target.
    pub met: i64,
    /// Open items past their deadline.
    pub overdue: i64,
    /// Items waiting for a reviewer.
    pub submitted: i64,
    /// On leave or on a trip today.
    #[serde(default)]
    pub away: i64,
    /// Of the linked, those on leave who have not answered: nobody waits for their answer.
    #[serde(default)]
    pub excused: i64,
}

impl Counts {
    /// Adds another unit's counts.
    pub fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.linked += other.linked;
        self.blocked += other.blocked;
        self.answered += other.answered;
        self.behind += other.behind;
        self.met += other.met;
        self.overdue += other.overdue;
        self.submitted += other.submitted;
        self.away += other.away;
        self.excused += other.excused;
    }
}

/// One unit's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLine {
    /// Its path.
    pub unit: String,
    /// Its counts.
    pub counts: Counts,
}

/// A unit and a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitCount {
    /// Its path.
    pub unit: String,
    /// How many.
    pub count: i64,
}

/// The part of a unit's path that a report over the scope groups by: one level below the scope's own
/// unit, the first level when it covers everything.
pub fn below<'a>(scope: &Scope, path: &'a str) -> &'a str {
    let top = match scope {
        Scope::All => 0,
        Scope::Units(units) => units
            .iter()
            .filter(|unit| is_within(path, unit))
            .map(|unit| unit.split('/').count())
            .min()
            .unwrap_or(0),
    };
    path.match_indices('/')
        .nth(top)
        .map_or(path, |(end, _)| &path[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_group_one_level_below_the_scope() {
        let county = Scope::Units(vec!["A".to_owned()]);
        for (scope, path, group) in [
            (&Scope::All, "A/B/C", "A"),
            (&Scope::All, "A", "A"),
            (&county, "A/B/C", "A/B"),
            (&county, "A", "A"),
        ] {
            assert_eq!(below(scope, path), group);
        }
    }
}
