//! Who hears that somebody cannot be reached any more: the liaison nearest above him in the unit tree who
//! can be reached himself (complaint 19: dead chats, and nobody is told).

use std::collections::BTreeMap;

use super::digest::{DigestPlan, Occasion};
use super::ids::CadreId;
use super::owes::NothingOwed;

/// A liaison of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Liaison {
    /// Who.
    pub cadre: CadreId,
    /// Path of the unit he is liaison of, with all below it.
    pub unit: String,
    /// Whether he is on the roster and can be written to.
    pub reachable: bool,
}

/// Somebody whose account refuses messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfReach {
    /// Who.
    pub cadre: CadreId,
    /// Path of his unit.
    pub unit: String,
}

/// Who is told of whom, each list in the order given. Told are all liaisons of the deepest unit that holds
/// the person's and has one who can be reached; whoever has none above him is told of to nobody.
pub fn told(people: &[OutOfReach], liaisons: &[Liaison]) -> BTreeMap<CadreId, Vec<CadreId>> {
    let mut of_unit: BTreeMap<&str, Vec<CadreId>> = BTreeMap::new();
    for liaison in liaisons.iter().filter(|liaison| liaison.reachable) {
        of_unit
            .entry(&liaison.unit)
            .or_default()
            .push(liaison.cadre);
    }
    let mut told: BTreeMap<CadreId, Vec<CadreId>> = BTreeMap::new();
    for person in people {
        let nearest = upwards(&person.unit).find_map(|unit| of_unit.get(unit));
        for liaison in nearest.into_iter().flatten() {
            told.entry(*liaison).or_default().push(person.cadre);
        }
    }
    told
}

/// A unit's path, and those of the units above it, nearest first.
pub(super) fn upwards(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| {
        path.rsplit_once('/').map(|(above, _)| above)
    })
}

/// The digest of a liaison who is also told of these people: his own with them in it, or one of them alone
/// if he owes nothing else. Whoever may not be written to for another reason is not written to for this.
///
/// # Errors
/// As before, if nobody is to be told of, or he has left.
pub fn with(
    plan: Result<DigestPlan, NothingOwed>,
    occasion: &Occasion<'_>,
    people: Vec<CadreId>,
) -> Result<DigestPlan, NothingOwed> {
    match plan {
        plan if people.is_empty() => plan,
        Ok(plan) => Ok(DigestPlan {
            out_of_reach: people,
            ..plan
        }),
        Err(nothing) if nothing.is_silence() => Err(nothing),
        Err(_) => Ok(DigestPlan {
            out_of_reach: people,
            ..DigestPlan::empty(occasion)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    fn liaison(id: i64, unit: &str, reachable: bool) -> Liaison {
        Liaison {
            cadre: CadreId(id),
            unit: unit.to_owned(),
            reachable,
        }
    }

    fn lost(id: i64, unit: &str) -> OutOfReach {
        OutOfReach {
            cadre: CadreId(id),
            unit: unit.to_owned(),
        }
    }

    #[test]
    fn the_nearest_liaison_above_who_can_be_reached_is_told() {
        let (yes, no) = (true, false);
        for (why, liaisons, unit, expected) in [
            ("nobody is liaison", vec![], "A/B", vec![]),
            (
                "of his own unit",
                vec![liaison(1, "A/B", yes)],
                "A/B",
                vec![1],
            ),
            (
                "of the unit above",
                vec![liaison(1, "A", yes)],
                "A/B/C",
                vec![1],
            ),
            (
                "the deepest, in whatever order",
                vec![
                    liaison(1, "A", yes),
                    liaison(2, "A/B", yes),
                    liaison(3, "A/B/C/D", yes),
                ],
                "A/B/C",
                vec![2],
            ),
            (
                "several there: all of them, nobody above",
                vec![
                    liaison(1, "A/B", yes),
                    liaison(2, "A/B", yes),
                    liaison(3, "A", yes),
                ],
                "A/B",
                vec![1, 2],
            ),
            (
                "out of reach himself: the next above",
                vec![liaison(1, "A/B", no), liaison(2, "A", yes)],
                "A/B",
                vec![2],
            ),
            (
                "one of two out of reach: the other",
                vec![
                    liaison(1, "A/B", no),
                    liaison(2, "A/B", yes),
                    liaison(3, "A", yes),
                ],
                "A/B",
                vec![2],
            ),
            (
                "all out of reach: nobody",
                vec![liaison(1, "A/B", no), liaison(2, "A", no)],
                "A/B",
                vec![],
            ),
            (
                "a unit beside his",
                vec![liaison(1, "A/C", yes)],
                "A/B",
                vec![],
            ),
            (
                "a unit below his",
                vec![liaison(1, "A/B", yes)],
                "A",
                vec![],
            ),
            (
                "a name that begins alike",
                vec![liaison(1, "A/B", yes)],
                "A/BC",
                vec![],
            ),
        ] {
            let told = told(&[lost(9, unit)], &liaisons);
            let ids: Vec<i64> = told.keys().map(|id| id.0).collect();
            assert_eq!(ids, expected, "{why}");
            assert!(told.values().all(|people| *people == [CadreId(9)]), "{why}");
        }
    }

    #[test]
    fn each_liaison_hears_of_his_own_people_once() {
        let liaisons = [
            liaison(1, "A", true),
            liaison(2, "A/B", true),
            liaison(1, "C", true),
        ];
        let people = [lost(7, "A/B"), lost(8, "A/D"), lost(9, "C/E"), lost(6, "F")];
        let told = told(&people, &liaisons);
        let expected = [
            (CadreId(1), vec![CadreId(8), CadreId(9)]),
            (CadreId(2), vec![CadreId(7)]),
        ];
        assert_eq!(told, BTreeMap::from(expected));
    }

    #[test]
    fn it_goes_into_his_digest_or_alone_but_not_to_who_has_left() {
        let occasion = Occasion {
            slot: "evening",
            on: day("2014-03-04"),
            since: Some(day("2014-03-03")),
        };
        let own = DigestPlan {
            duty: Some("study".to_owned()),
            ..DigestPlan::empty(&occasion)
        };
        let people = || vec![CadreId(7)];
        let both = with(Ok(own.clone()), &occasion, people()).unwrap();
        assert_eq!(both.duty.as_deref(), Some("study"));
        assert_eq!(both.out_of_reach, people());
        let alone = with(Err(NothingOwed::TargetMet), &occasion, people()).unwrap();
        assert_eq!((&alone.duty, &alone.out_of_reach), (&None, &people()));
        assert_eq!((alone.on, alone.since), (occasion.on, occasion.since));
        let left = with(Err(NothingOwed::Left), &occasion, people());
        assert_eq!(left, Err(NothingOwed::Left));
        for nothing in [NothingOwed::Answered, NothingOwed::NoTarget] {
            assert_eq!(with(Err(nothing), &occasion, vec![]), Err(nothing));
        }
        assert_eq!(with(Ok(own.clone()), &occasion, vec![]), Ok(own));
    }
}
