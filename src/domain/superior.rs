//! Who is above an item (S17): its lead, the head of its unit or of the nearest around it, its supervision group,
//! the office. Whoever is responsible for it is never above it.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::campaign::{Superior, is_within};
use super::grant::{Grant, Role, Scope};
use super::ids::CadreId;
use super::reach::upwards;

impl Superior {
    /// Every sort, from the nearest to the highest.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Head, Self::Supervision, Self::Office];

    /// The name in the campaign file, the database and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Head => "head",
            Self::Supervision => "supervision",
            Self::Office => "office",
        }
    }

    /// The sort of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Somebody who may be told, and whether he can be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub cadre: CadreId,
    /// On the roster, linked, not blocked.
    pub reachable: bool,
}

/// Somebody's place in the tree: head of a unit, or given a role over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub person: Person,
    /// Path of the unit; `None`: everywhere.
    pub unit: Option<String>,
}

/// What of an item says who is above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Below<'a> {
    /// Path of its unit.
    pub unit: &'a str,
    /// 牵头领导, if the roster knows him.
    pub lead: Option<Person>,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
}

/// Who is there to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// These.
    People(Vec<CadreId>),
    /// It would be the responsible person himself.
    Own,
    /// Nobody is that, or nobody who is can be written to.
    Nobody,
}

/// Everybody who is above something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Superiors {
    heads: HashMap<String, Vec<Person>>,
    grants: HashMap<(Role, String), Vec<Person>>,
}

impl Superiors {
    /// From the heads of units (S17) and those who were given a role.
    pub fn new(heads: Vec<Seat>, grants: Vec<(Role, Seat)>) -> Self {
        let mut all = Self::default();
        for seat in heads {
            let unit = seat.unit.unwrap_or_default();
            all.heads.entry(unit).or_default().push(seat.person);
        }
        for (role, seat) in grants {
            let key = (role, seat.unit.unwrap_or_default());
            all.grants.entry(key).or_default().push(seat.person);
        }
        all
    }

    /// Who of that sort is told of the item. Head: those of its unit, else of the nearest unit around it that has
    /// one. Supervision group and office: those of the nearest scope around it in which somebody can be told.
    pub fn of(&self, to: Superior, item: &Below<'_>) -> Found {
        match to {
            Superior::Lead => sift(item.lead.as_slice(), item.responsible),
            Superior::Head => {
                let nearest = upwards(item.unit).find_map(|unit| self.heads.get(unit));
                sift(nearest.map_or(&[][..], Vec::as_slice), item.responsible)
            }
            Superior::Supervision => self.given(Role::Supervision, item),
            Superior::Office => self.given(Role::Office, item),
        }
    }

    fn given(&self, role: Role, item: &Below<'_>) -> Found {
        let mut seen = Vec::new();
        for people in self.around(role, item.unit) {
            match sift(people, item.responsible) {
                Found::People(people) => return Found::People(people),
                found => seen.push(found),
            }
        }
        if !seen.is_empty() && seen.iter().all(|found| *found == Found::Own) {
            Found::Own
        } else {
            Found::Nobody
        }
    }

    /// Whether somebody is of that sort above the item still, be there a nearer one by now or not.
    pub fn holds(&self, to: Superior, item: &Below<'_>, cadre: CadreId) -> bool {
        let among = |people: &[Person]| people.iter().any(|person| person.cadre == cadre);
        item.responsible != Some(cadre)
            && match to {
                Superior::Lead => among(item.lead.as_slice()),
                Superior::Head => upwards(item.unit)
                    .filter_map(|unit| self.heads.get(unit))
                    .any(|people| among(people)),
                Superior::Supervision => self.around(Role::Supervision, item.unit).any(among),
                Superior::Office => self.around(Role::Office, item.unit).any(among),
            }
    }

    /// Heads of exactly that unit who can be written to and are none of these.
    pub fn heads_at(&self, unit: &str, except: &BTreeSet<CadreId>) -> BTreeSet<CadreId> {
        let people = self.heads.get(unit).map_or(&[][..], Vec::as_slice);
        reachable(people, except)
    }

    /// Those of the nearest scope around the unit in which anybody who has the role can be written to and is none
    /// of these.
    pub fn nearest(&self, role: Role, unit: &str, except: &BTreeSet<CadreId>) -> BTreeSet<CadreId> {
        self.around(role, unit)
            .map(|people| reachable(people, except))
            .find(|people| !people.is_empty())
            .unwrap_or_default()
    }

    /// Everybody who has the role over the unit.
    pub fn all_over(&self, role: Role, unit: &str) -> BTreeSet<CadreId> {
        let people = self.around(role, unit).flatten();
        people.map(|person| person.cadre).collect()
    }

    /// Who has the role over the unit, nearest first.
    fn around(&self, role: Role, unit: &str) -> impl Iterator<Item = &[Person]> {
        let everywhere = std::iter::once("");
        upwards(unit)
            .chain(everywhere)
            .filter_map(move |unit| self.grants.get(&(role, unit.to_owned())))
            .map(Vec::as_slice)
    }
}

fn reachable(people: &[Person], except: &BTreeSet<CadreId>) -> BTreeSet<CadreId> {
    people
        .iter()
        .filter(|person| person.reachable && !except.contains(&person.cadre))
        .map(|person| person.cadre)
        .collect()
}

fn sift(people: &[Person], responsible: Option<CadreId>) -> Found {
    let is_own = |person: &&Person| responsible == Some(person.cadre);
    if !people.is_empty() && people.iter().all(|person| is_own(&person)) {
        return Found::Own;
    }
    let others = people.iter().filter(|person| !is_own(person));
    let told: BTreeSet<CadreId> = others
        .filter(|person| person.reachable)
        .map(|person| person.cadre)
        .collect();
    if told.is_empty() {
        Found::Nobody
    } else {
        Found::People(told.into_iter().collect())
    }
}

/// What one person is, to be held against an item just before he is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Who.
    pub cadre: CadreId,
    /// Path of his unit.
    pub unit: String,
    /// Whether he answers for it (S17).
    pub is_head: bool,
    /// What he was given.
    pub grants: Vec<Grant>,
}

impl Place {
    /// Whether he is of that sort above the item.
    pub fn is(&self, to: Superior, item: &Below<'_>) -> bool {
        item.responsible != Some(self.cadre)
            && match to {
                Superior::Lead => item.lead.is_some_and(|lead| lead.cadre == self.cadre),
                Superior::Head => self.is_head && is_within(item.unit, &self.unit),
                Superior::Supervision => self.has(Role::Supervision, item.unit),
                Superior::Office => self.has(Role::Office, item.unit),
            }
    }

    /// Whether he was given that role over the unit.
    pub fn has(&self, role: Role, unit: &str) -> bool {
        Scope::of(&self.grants, role).covers(unit)
    }

    /// Whether he is head of exactly that unit.
    pub fn heads(&self, unit: &str) -> bool {
        self.is_head && self.unit == unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(cadre: i64) -> Person {
        Person {
            cadre: CadreId(cadre.abs()),
            // Out of reach: written with a minus.
            reachable: cadre > 0,
        }
    }

    fn seat(cadre: i64, unit: &str) -> Seat {
        Seat {
            person: person(cadre),
            unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        }
    }

    fn told(found: &Found) -> Vec<i64> {
        match found {
            Found::People(people) => people.iter().map(|id| id.0).collect(),
            Found::Own => vec![0],
            Found::Nobody => vec![],
        }
    }

    #[test]
    fn sorts_are_known_by_their_names() {
        for one in Superior::ALL {
            assert_eq!(Superior::from_name(one.name()), Some(one));
        }
        assert_eq!(Superior::from_name("king"), None);
    }

    #[test]
    fn the_lead_is_told_unless_it_is_his_own_or_he_is_not_there() {
        for (lead, expected) in [
            (Some(2), vec![2]),
            (Some(-2), vec![]),
            (None, vec![]),
            (Some(1), vec![0]),
            (Some(-1), vec![0]),
        ] {
            let item = Below {
                unit: "A/B",
                lead: lead.map(person),
                responsible: Some(CadreId(1)),
            };
            let found = Superiors::default().of(Superior::Lead, &item);
            assert_eq!(told(&found), expected, "{lead:?}");
        }
    }

    const ITEM: Below<'static> = Below {
        unit: "A/B/C",
        lead: None,
        responsible: Some(CadreId(1)),
    };

    #[test]
    fn the_head_is_that_of_the_unit_or_of_the_nearest_around_it_that_has_one() {
        for (why, heads, expected) in [
            ("none at all", vec![], vec![]),
            ("of the unit", vec![seat(2, "A/B/C"), seat(3, "A")], vec![2]),
            (
                "of the nearest",
                vec![seat(3, "A"), seat(4, "A/B")],
                vec![4],
            ),
            (
                "not of another",
                vec![seat(2, "A/D"), seat(3, "A/B/CC")],
                vec![],
            ),
            ("not below", vec![seat(2, "A/B/C/D")], vec![]),
            (
                "two of them",
                vec![seat(3, "A/B"), seat(2, "A/B")],
                vec![2, 3],
            ),
            (
                "out of reach",
                vec![seat(-2, "A/B/C"), seat(3, "A")],
                vec![],
            ),
            (
                "one out of reach",
                vec![seat(-2, "A"), seat(3, "A")],
                vec![3],
            ),
            ("himself", vec![seat(1, "A/B/C"), seat(3, "A")], vec![0]),
            ("he and another", vec![seat(1, "A"), seat(3, "A")], vec![3]),
            (
                "he and one out of reach",
                vec![seat(1, "A"), seat(-3, "A")],
                vec![],
            ),
        ] {
            let superiors = Superiors::new(heads, vec![]);
            assert_eq!(
                told(&superiors.of(Superior::Head, &ITEM)),
                expected,
                "{why}"
            );
        }
    }

    #[test]
    fn group_and_office_are_those_of_the_nearest_scope_where_anybody_can_be_told() {
        for (why, seats, expected) in [
            ("none at all", vec![], vec![]),
            ("everywhere", vec![seat(2, "")], vec![2]),
            ("nearer", vec![seat(2, ""), seat(3, "A")], vec![3]),
            ("another county", vec![seat(2, "D")], vec![]),
            ("below", vec![seat(2, "A/B/C/D")], vec![]),
            (
                "out of reach: the next",
                vec![seat(2, ""), seat(-3, "A")],
                vec![2],
            ),
            (
                "himself: the next",
                vec![seat(2, ""), seat(1, "A")],
                vec![2],
            ),
            ("himself alone", vec![seat(1, "A")], vec![0]),
            (
                "himself, another out of reach",
                vec![seat(1, "A"), seat(-2, "")],
                vec![],
            ),
        ] {
            for (to, role) in [
                (Superior::Supervision, Role::Supervision),
                (Superior::Office, Role::Office),
            ] {
                let seats = seats.iter().cloned().map(|seat| (role, seat)).collect();
                let superiors = Superiors::new(vec![], seats);
                assert_eq!(told(&superiors.of(to, &ITEM)), expected, "{why}");
                let liaison = superiors.of(Superior::Head, &ITEM);
                assert_eq!(liaison, Found::Nobody, "{why}");
            }
        }
    }

    #[test]
    fn whether_somebody_is_above_an_item_is_said_alike_of_all_and_of_one() {
        let item = Below {
            lead: Some(person(2)),
            ..ITEM
        };
        let grant = |role, unit: &str| Grant {
            role,
            unit_path: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        };
        for (cadre, unit, is_head, grants, expected) in [
            (2, "Z", false, vec![], vec![Superior::Lead]),
            (3, "A/B", true, vec![], vec![Superior::Head]),
            (3, "A/B/CC", true, vec![], vec![]),
            (3, "A/B", false, vec![], vec![]),
            (
                3,
                "Z",
                false,
                vec![grant(Role::Supervision, "A")],
                vec![Superior::Supervision],
            ),
            (
                3,
                "Z",
                false,
                vec![grant(Role::Office, "")],
                vec![Superior::Office],
            ),
            (3, "Z", false, vec![grant(Role::Office, "D")], vec![]),
            (3, "Z", false, vec![grant(Role::Liaison, "A")], vec![]),
            (1, "A", true, vec![grant(Role::Office, "")], vec![]),
        ] {
            let heads = if is_head {
                vec![seat(cadre, unit)]
            } else {
                vec![]
            };
            let seats = grants.iter().map(|grant| {
                let unit = grant.unit_path.as_deref().unwrap_or_default();
                (grant.role, seat(cadre, unit))
            });
            let superiors = Superiors::new(heads, seats.collect());
            let place = Place {
                cadre: CadreId(cadre),
                unit: unit.to_owned(),
                is_head,
                grants: grants.clone(),
            };
            let is: Vec<_> = Superior::ALL
                .into_iter()
                .filter(|to| place.is(*to, &item))
                .collect();
            let holds: Vec<_> = Superior::ALL
                .into_iter()
                .filter(|to| superiors.holds(*to, &item, CadreId(cadre)))
                .collect();
            assert_eq!(
                (&is, &holds),
                (&expected, &expected),
                "{cadre} {unit} {grants:?}"
            );
        }
    }
}
