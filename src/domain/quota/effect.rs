//! What a local target would change, before it holds.

use std::collections::HashMap;

use super::{Effect, Quota, Quotas, Whom, floor};
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{Duty, is_within};
use crate::domain::ids::CadreId;

/// What a target would change among the people it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weighed {
    /// The changes, those of the most people first.
    pub effects: Vec<Effect>,
    /// How many people go on owing what they owe.
    pub same: usize,
    /// Whose target changes: from what, to what.
    pub people: Vec<(CadreId, Option<Amount>, Option<Amount>)>,
    /// The least that may be set for any of them; `None` if there is nobody, or the campaign fixes nothing for one.
    pub least: Option<Amount>,
}

impl Quota {
    /// Whether it concerns the person, though something more specific may go before it.
    pub fn concerns(&self, cadre: &Cadre) -> bool {
        let of = match &self.of {
            Whom::Unit(path) => is_within(&cadre.unit_path, path),
            Whom::Person(key) => *key == cadre.key,
        };
        of && self.rank.as_ref().is_none_or(|rank| *rank == cadre.rank)
    }
}

/// Weighs a target that would be set after all that was set before.
pub fn weigh(history: &[Quota], wish: &Quota, duty: &Duty, people: &[Cadre]) -> Weighed {
    let before = Quotas::of(history.iter().cloned());
    let after = Quotas::of(history.iter().chain([wish]).cloned());
    let mut weighed = Weighed::default();
    let mut groups: HashMap<(Option<Amount>, Option<Amount>), usize> = HashMap::new();
    let mut least: Option<Amount> = None;
    for cadre in people.iter().filter(|cadre| wish.concerns(cadre)) {
        let subject = cadre.subject();
        let (was, is) = (before.target(duty, &subject), after.target(duty, &subject));
        let own = floor(duty.line(&subject));
        least = Some(least.map_or(own, |least| least.min(own)));
        if was == is {
            weighed.same += 1;
        } else {
            *groups.entry((was, is)).or_default() += 1;
            weighed.people.push((cadre.id, was, is));
        }
    }
    weighed.least = least.filter(|least| *least > Amount::ZERO);
    weighed.effects = groups
        .into_iter()
        .map(|((was, is), people)| Effect { people, was, is })
        .collect();
    weighed
        .effects
        .sort_by_key(|effect| (std::cmp::Reverse(effect.people), effect.was, effect.is));
    weighed
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{cadre, campaign, duty};

    fn town(days: Option<i64>, rank: Option<&str>) -> Quota {
        Quota {
            duty: "study".into(),
            of: Whom::Unit("汪清县/春阳镇".into()),
            rank: rank.map(str::to_owned),
            amount: days.map(|days| Amount::whole(days * 8)),
        }
    }

    #[test]
    fn a_target_is_weighed_by_whom_it_changes_something_for() {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        let person = |id: i64, rank: &str, unit: &str| Cadre {
            id: CadreId(id),
            key: format!("K{id}"),
            rank: rank.into(),
            unit_path: unit.into(),
            ..cadre()
        };
        let people = [
            person(1, "section", "汪清县/春阳镇"),
            person(2, "member", "汪清县/春阳镇"),
            person(3, "member", "汪清县/春阳镇/一村"),
            person(4, "member", "汪清县"),
        ];
        let days = |days: i64| Some(Amount::whole(days * 8));
        let seen = |weighed: &Weighed| {
            let effects = weighed.effects.iter();
            let effects: Vec<_> = effects.map(|one| (one.people, one.was, one.is)).collect();
            (effects, weighed.same)
        };
        // The section cadre's floor is above it.
        let four = weigh(&[], &town(Some(4), None), study, &people);
        assert_eq!(seen(&four), (vec![(2, days(3), days(4))], 1));
        // What the campaign lets a member's county go down to.
        assert_eq!(four.least, days(1));
        let members = weigh(&[], &town(Some(6), Some("member")), study, &people);
        assert_eq!(seen(&members), (vec![(2, days(3), days(6))], 0));
        let lifted = weigh(&[town(Some(6), None)], &town(None, None), study, &people);
        let back = vec![(2, days(6), days(3)), (1, days(6), days(5))];
        assert_eq!(seen(&lifted), (back, 0));
        let again = [town(Some(6), None), town(Some(7), None)];
        let same = weigh(&again, &town(Some(7), None), study, &people);
        assert_eq!(seen(&same), (vec![], 3));
        assert_eq!(
            weigh(&[], &town(Some(6), None), study, &people[3..]).least,
            None
        );
    }
}
