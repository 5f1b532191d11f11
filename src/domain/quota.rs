//! Targets set locally (S2): counties, enterprises and schools set what their members owe, never below what
//! the campaign fixes.

mod answer;
mod effect;
mod said;

use std::collections::HashMap;

use super::amount::Amount;
use super::campaign::{Duty, Subject, Target, most_specific};

pub use answer::{Answer, Effect, Line, Named, Preview};
pub use effect::{Weighed, weigh};
pub use said::{Heard, Said, amount, said};

/// One target set locally.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// Duty id.
    pub duty: String,
    /// For whom.
    pub of: Whom,
    /// Only this rank; `None`: any.
    pub rank: Option<String>,
    /// How much, in the duty's measure; `None`: as the campaign says.
    pub amount: Option<Amount>,
}

/// For whom a local target is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// Everybody of the unit at that path and of those below it.
    Unit(String),
    /// The person of that key.
    Person(String),
}

/// The local targets that stand, looked up by unit and person, so that a person costs as many looks as his
/// unit has units above it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotas {
    /// By duty, then by the unit's path or the person's key.
    units: HashMap<String, HashMap<String, Vec<Target>>>,
    people: HashMap<String, HashMap<String, Vec<Target>>>,
}

impl Quotas {
    /// Those that stand, of all that were ever set, the oldest first: a later one replaces an earlier one for
    /// the same people, and one without an amount ends it.
    pub fn of(history: impl IntoIterator<Item = Quota>) -> Self {
        let mut quotas = Self::default();
        for quota in history {
            let (map, key, unit, person) = match quota.of {
                Whom::Unit(path) => (&mut quotas.units, path.clone(), Some(path), None),
                Whom::Person(key) => (&mut quotas.people, key.clone(), None, Some(key)),
            };
            let lines = map.entry(quota.duty).or_default().entry(key).or_default();
            lines.retain(|line| line.rank != quota.rank);
            if let Some(amount) = quota.amount {
                lines.push(Target {
                    rank: quota.rank,
                    with_trait: None,
                    sector: None,
                    unit,
                    person,
                    amount,
                    at_least: None,
                });
            }
        }
        quotas
    }

    /// What the person owes in each of the duty's windows; `None` if nothing. What is set locally for him goes
    /// before the campaign's line, but never below what that fixes.
    pub fn target(&self, duty: &Duty, subject: &Subject) -> Option<Amount> {
        let line = duty.line(subject);
        let fixed = line.map_or(Amount::ZERO, |line| line.amount);
        let amount = match self.local(duty, subject) {
            Some(local) => local.max(floor(line)),
            None => fixed,
        };
        Some(amount).filter(|amount| *amount > Amount::ZERO)
    }

    /// What is set locally for the person, the most specific of it.
    pub fn local(&self, duty: &Duty, subject: &Subject) -> Option<Amount> {
        let own = self
            .people
            .get(&duty.id)
            .and_then(|of| of.get(&subject.key));
        let units = self.units.get(&duty.id);
        let above = unit_and_above(&subject.unit_path);
        let lines = above
            .filter_map(|unit| units?.get(unit))
            .chain(own)
            .flatten();
        most_specific(lines, subject).map(|line| line.amount)
    }
}

/// The paths of a unit and of those above it, the highest first.
pub fn unit_and_above(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices('/').map(|(end, _)| end);
    ends.chain([path.len()]).filter_map(|end| path.get(..end))
}

/// The least that may be set locally for people whom that line of the campaign fits.
pub fn floor(line: Option<&Target>) -> Amount {
    line.map_or(Amount::ZERO, |line| line.at_least.unwrap_or(line.amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{cadre, campaign, duty};

    fn of(whom: Whom, rank: Option<&str>, days: Option<i64>) -> Quota {
        Quota {
            duty: "study".to_owned(),
            of: whom,
            rank: rank.map(str::to_owned),
            amount: days.map(|days| Amount::whole(days * 8)),
        }
    }

    #[test]
    fn what_is_set_locally_goes_before_the_campaign_but_never_below_it() {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        // A section cadre of 汪清县/春阳镇, who owes 5 days.
        let him = cadre();
        let county = || Whom::Unit("汪清县".to_owned());
        let town = || Whom::Unit("汪清县/春阳镇".to_owned());
        let own = || Whom::Person(him.key.clone());
        for (history, days) in [
            (vec![], 5),
            (vec![of(county(), None, Some(6))], 6),
            (vec![of(county(), Some("section"), Some(6))], 6),
            (vec![of(county(), Some("member"), Some(6))], 5),
            (vec![of(Whom::Unit("汪清".to_owned()), None, Some(6))], 5),
            (vec![of(county(), None, Some(4))], 5),
            (
                vec![of(county(), None, Some(6)), of(town(), None, Some(8))],
                8,
            ),
            (
                vec![of(town(), None, Some(8)), of(county(), None, Some(6))],
                8,
            ),
            (vec![of(own(), None, Some(9)), of(town(), None, Some(8))], 9),
            (
                vec![of(town(), None, Some(8)), of(town(), None, Some(7))],
                7,
            ),
            (vec![of(town(), None, Some(8)), of(town(), None, None)], 5),
        ] {
            let quotas = Quotas::of(history.clone());
            let target = quotas.target(study, &him.subject());
            assert_eq!(target, Some(Amount::whole(days * 8)), "{history:?}");
        }
    }

    #[test]
    fn a_line_may_say_how_low_one_may_go() {
        let campaign = campaign();
        let mut study = duty(&campaign, "study").clone();
        for line in &mut study.targets {
            line.at_least = Some(Amount::whole(8));
        }
        let of = |days| {
            let quotas = Quotas::of([of(Whom::Unit("汪清县".to_owned()), None, Some(days))]);
            quotas.target(&study, &cadre().subject())
        };
        assert_eq!(of(2), Some(Amount::whole(16)));
        assert_eq!(of(0), Some(Amount::whole(8)));
    }
}
