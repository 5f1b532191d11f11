//! Whose word an item waits for: of the link of its review chain that is next, the nearest people who can be told.
//! Whoever submitted it or is responsible for it is not among them: two pairs of eyes.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::calendar::Calendar;
use crate::domain::campaign::{ItemKind, Reviewer, Slot};
use crate::domain::grant::Role;
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::superior::{Person, Place, Superiors};

/// Work days between two mentions of the same item to its reviewer: the burden stays light (S30).
const EVERY: i64 = 2;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// It is submitted, and so many links of its chain have approved.
    Submitted {
        /// Links that have.
        reviewed: usize,
    },
    /// A later day (延期).
    Extension,
    /// The unit of this path is to take it up (S28).
    HandedUp {
        /// Its path.
        to: String,
    },
}

/// An item that waits for somebody's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// Which.
    pub item: ItemId,
    /// The ledger's number.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// Path of its unit.
    pub unit: String,
    /// 牵头领导, if the roster knows him.
    pub lead: Option<Person>,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// Who declared it done.
    pub submitted_by: Option<CadreId>,
    /// What is asked.
    pub asked: Asked,
    /// Since when it is the next one's turn.
    pub since: DateTime<Utc>,
}

impl Waits {
    /// The link of the kind's review chain that is next; `None`: it is for another unit to take up.
    fn link(&self, kind: &ItemKind) -> Option<Reviewer> {
        let at = match self.asked {
            Asked::Submitted { reviewed } => reviewed,
            Asked::Extension => 0,
            Asked::HandedUp { .. } => return None,
        };
        let link = kind.review.get(at).or(kind.review.last());
        Some(link.copied().unwrap_or(Reviewer::Office))
    }

    /// Whose own work it is, in person.
    fn own(&self) -> BTreeSet<CadreId> {
        let own = [self.responsible, self.submitted_by];
        own.into_iter().flatten().collect()
    }

    /// Whether the slot mentions it on that day: the first time that it speaks after it was asked, then every
    /// second work day.
    pub fn is_told(
        &self,
        slot: &Slot,
        calendar: &Calendar,
        local: impl Fn(DateTime<Utc>) -> NaiveDate,
        day: NaiveDate,
    ) -> bool {
        let Some(first) = slot.schedule.next_after(self.since).map(local) else {
            return false;
        };
        let first = calendar.on_or_after(first);
        first <= day && calendar.work_days_between(first, day) % EVERY == 0
    }
}

/// Who is asked for his word. Of the office, if nobody else is there who may give it; of nobody, if the unit's
/// members vote.
pub fn reviewers(waits: &Waits, kind: &ItemKind, superiors: &Superiors) -> BTreeSet<CadreId> {
    let mut own = waits.own();
    let (people, unit) = match (&waits.asked, waits.link(kind)) {
        (Asked::HandedUp { to }, _) => (superior(superiors, to, &own), to.as_str()),
        (_, None | Some(Reviewer::Office)) => (BTreeSet::new(), waits.unit.as_str()),
        (_, Some(Reviewer::Members)) if kind.poll.is_some() => return BTreeSet::new(),
        (_, Some(link)) => {
            own.extend(liaisons_own(waits, superiors));
            (of_link(link, waits, superiors, &own), waits.unit.as_str())
        }
    };
    if people.is_empty() {
        own.extend(liaisons_own(waits, superiors));
        return superiors.nearest(Role::Office, unit, &own);
    }
    people
}

/// A unit that named nobody answers through its liaisons: it is their own then.
fn liaisons_own(waits: &Waits, superiors: &Superiors) -> BTreeSet<CadreId> {
    match waits.responsible {
        Some(_) => BTreeSet::new(),
        None => superiors.all_over(Role::Liaison, &waits.unit),
    }
}

fn of_link(
    link: Reviewer,
    waits: &Waits,
    superiors: &Superiors,
    own: &BTreeSet<CadreId>,
) -> BTreeSet<CadreId> {
    let unit = waits.unit.as_str();
    match link {
        Reviewer::Lead => {
            let lead = waits.lead.filter(|lead| lead.reachable);
            let lead = lead.map(|lead| lead.cadre);
            lead.into_iter()
                .filter(|lead| !own.contains(lead))
                .collect()
        }
        Reviewer::Head => superiors.heads_at(unit, own),
        Reviewer::Superior => unit
            .rsplit_once('/')
            .map(|(above, _)| superior(superiors, above, own))
            .unwrap_or_default(),
        Reviewer::Liaison => superiors.nearest(Role::Liaison, unit, own),
        Reviewer::Supervision => superiors.nearest(Role::Supervision, unit, own),
        Reviewer::Office | Reviewer::Members => superiors.nearest(Role::Office, unit, own),
    }
}

/// Who answers for a unit towards those below it: its head, or else its liaison.
fn superior(superiors: &Superiors, unit: &str, own: &BTreeSet<CadreId>) -> BTreeSet<CadreId> {
    let heads = superiors.heads_at(unit, own);
    if heads.is_empty() {
        superiors.nearest(Role::Liaison, unit, own)
    } else {
        heads
    }
}

/// Whether one person may give the word still, just before he is told that it is waited for.
pub fn may(waits: &Waits, kind: &ItemKind, place: &Place) -> bool {
    let unit = waits.unit.as_str();
    let liaison = |unit| place.has(Role::Liaison, unit);
    let office = place.has(Role::Office, unit);
    let is_own =
        waits.own().contains(&place.cadre) || (waits.responsible.is_none() && liaison(unit));
    let lead = waits.lead.is_some_and(|lead| lead.cadre == place.cadre);
    let answers = |unit| place.heads(unit) || liaison(unit);
    match (&waits.asked, waits.link(kind)) {
        (Asked::HandedUp { to }, _) => {
            !waits.own().contains(&place.cadre) && (answers(to) || place.has(Role::Office, to))
        }
        (_, None) => false,
        (_, Some(link)) => {
            let his = match link {
                Reviewer::Lead => lead,
                Reviewer::Head => place.heads(unit),
                Reviewer::Superior => unit
                    .rsplit_once('/')
                    .is_some_and(|(above, _)| answers(above)),
                Reviewer::Liaison => liaison(unit),
                Reviewer::Supervision => place.has(Role::Supervision, unit),
                Reviewer::Office | Reviewer::Members => false,
            };
            !is_own && (his || office)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::campaign::Poll;
    use crate::domain::grant::Grant;
    use crate::domain::sample::{calendar, campaign, day};
    use crate::domain::superior::Seat;
    use chrono::TimeDelta;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn person(cadre: i64) -> Person {
        Person {
            cadre: CadreId(cadre.abs()),
            reachable: cadre > 0,
        }
    }

    fn seat(cadre: i64, unit: &str) -> Seat {
        Seat {
            person: person(cadre),
            unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()),
        }
    }

    /// Item of 1 in A/B/C, led by 2.
    fn waits(asked: Asked) -> Waits {
        Waits {
            item: ItemId(7),
            no: "7".to_owned(),
            kind: "rectification".to_owned(),
            unit: "A/B/C".to_owned(),
            lead: Some(person(2)),
            responsible: Some(CadreId(1)),
            submitted_by: None,
            asked,
            since: at("2014-03-03T02:00:00Z"),
        }
    }

    fn superiors() -> Superiors {
        Superiors::new(
            vec![seat(3, "A/B/C"), seat(4, "A/B")],
            vec![
                (Role::Liaison, seat(5, "A/B/C")),
                (Role::Liaison, seat(6, "A/B")),
                (Role::Supervision, seat(7, "A")),
                (Role::Supervision, seat(17, "D")),
                (Role::Office, seat(8, "A")),
                (Role::Office, seat(9, "")),
            ],
        )
    }

    fn asked(waits: &Waits, change: impl FnOnce(&mut ItemKind), superiors: &Superiors) -> Vec<i64> {
        let campaign = campaign();
        let mut kind = campaign.kind("rectification").unwrap().clone();
        change(&mut kind);
        let people = reviewers(waits, &kind, superiors);
        people.iter().map(|id| id.0).collect()
    }

    const SUBMITTED: Asked = Asked::Submitted { reviewed: 0 };

    #[test]
    fn the_next_link_of_the_chain_is_asked_and_the_nearest_of_it() {
        use Reviewer::{Head, Lead, Liaison, Members, Office, Superior, Supervision};
        for (review, reviewed, expected) in [
            (vec![Lead], 0, vec![2]),
            (vec![Head], 0, vec![3]),
            (vec![Superior], 0, vec![4]),
            (vec![Liaison], 0, vec![5]),
            (vec![Supervision], 0, vec![7]),
            (vec![Office], 0, vec![8]),
            (vec![Members], 0, vec![8]),
            (vec![Superior, Supervision], 0, vec![4]),
            (vec![Superior, Supervision], 1, vec![7]),
            (vec![Superior, Supervision], 9, vec![7]),
            (vec![], 0, vec![8]),
        ] {
            let found = asked(
                &waits(Asked::Submitted { reviewed }),
                |kind| kind.review.clone_from(&review),
                &superiors(),
            );
            assert_eq!(found, expected, "{review:?} {reviewed}");
        }
        let voted = asked(
            &waits(SUBMITTED),
            |kind| {
                kind.review = vec![Members];
                kind.poll = Some(Poll {
                    pass: 60,
                    least_voters: 3,
                    lasts: TimeDelta::days(1),
                });
            },
            &superiors(),
        );
        assert_eq!(voted, [0; 0]);
    }

    #[test]
    fn nobody_is_asked_about_his_own_and_the_office_steps_in() {
        let led = |kind: &mut ItemKind| kind.review = vec![Reviewer::Lead];
        let by_liaison = |kind: &mut ItemKind| kind.review = vec![Reviewer::Liaison];
        let mut own = waits(SUBMITTED);
        own.lead = Some(person(1));
        assert_eq!(asked(&own, led, &superiors()), [8], "lead and responsible");
        let mut own = waits(SUBMITTED);
        own.submitted_by = Some(CadreId(2));
        assert_eq!(asked(&own, led, &superiors()), [8], "he submitted it");
        own.submitted_by = Some(CadreId(5));
        assert_eq!(
            asked(&own, by_liaison, &superiors()),
            [6],
            "the next liaison"
        );
        own.responsible = None;
        assert_eq!(
            asked(&own, by_liaison, &superiors()),
            [8],
            "all liaisons' own"
        );
        let mut gone = waits(SUBMITTED);
        gone.lead = Some(person(-2));
        assert_eq!(asked(&gone, led, &superiors()), [8], "out of reach");
        gone.lead = None;
        gone.responsible = Some(CadreId(8));
        assert_eq!(asked(&gone, led, &superiors()), [9], "the next office");
        assert_eq!(asked(&gone, led, &Superiors::default()), [0; 0]);
    }

    #[test]
    fn a_later_day_is_the_first_links_and_what_is_handed_up_the_other_units() {
        let chain = |kind: &mut ItemKind| kind.review = vec![Reviewer::Lead, Reviewer::Office];
        assert_eq!(asked(&waits(Asked::Extension), chain, &superiors()), [2]);
        for (to, expected) in [
            ("A/B", vec![4]),
            ("A", vec![8]),
            ("A/E", vec![8]),
            ("D", vec![9]),
        ] {
            let up = waits(Asked::HandedUp { to: to.to_owned() });
            assert_eq!(asked(&up, chain, &superiors()), expected, "{to}");
        }
        let up = waits(Asked::HandedUp {
            to: "A/B".to_owned(),
        });
        let no_head = Superiors::new(vec![], vec![(Role::Liaison, seat(6, "A"))]);
        assert_eq!(asked(&up, chain, &no_head), [6]);
    }

    #[test]
    fn whoever_is_asked_may_give_his_word_and_nobody_of_another_county() {
        let campaign = campaign();
        let all = [
            (2, "Z", false, None),
            (3, "A/B/C", true, None),
            (4, "A/B", true, None),
            (5, "Z", false, Some((Role::Liaison, "A/B/C"))),
            (6, "Z", false, Some((Role::Liaison, "A/B"))),
            (7, "Z", false, Some((Role::Supervision, "A"))),
            (17, "Z", false, Some((Role::Supervision, "D"))),
            (8, "Z", false, Some((Role::Office, "A"))),
            (18, "D", true, Some((Role::Office, "D"))),
        ];
        let places = all.map(|(cadre, unit, is_head, grant)| Place {
            cadre: CadreId(cadre),
            unit: unit.to_owned(),
            is_head,
            grants: grant
                .map(|(role, unit)| Grant {
                    role,
                    unit_path: Some(unit.to_owned()),
                })
                .into_iter()
                .collect(),
        });
        let mut kind = campaign.kind("rectification").unwrap().clone();
        let handed = Asked::HandedUp {
            to: "A/B".to_owned(),
        };
        for link in [
            Reviewer::Lead,
            Reviewer::Head,
            Reviewer::Superior,
            Reviewer::Liaison,
            Reviewer::Supervision,
            Reviewer::Office,
        ] {
            kind.review = vec![link];
            for what in [SUBMITTED, Asked::Extension, handed.clone()] {
                let waits = waits(what);
                let told = reviewers(&waits, &kind, &superiors());
                assert!(!told.is_empty(), "{link:?} {waits:?}");
                for place in &places {
                    let may = may(&waits, &kind, place);
                    assert!(may || !told.contains(&place.cadre), "{link:?} {place:?}");
                    let stranger = place.cadre.0 > 10;
                    assert!(!(may && stranger), "{link:?} {place:?}");
                }
            }
        }
        kind.review = vec![Reviewer::Head];
        let mut own = waits(SUBMITTED);
        own.submitted_by = Some(CadreId(3));
        assert!(!may(&own, &kind, &places[1]), "his own");
    }

    #[test]
    fn it_is_said_at_the_first_slot_and_every_second_work_day_from_then_on() {
        let campaign = campaign();
        let slot = campaign.slot("evening").unwrap();
        let local = |at: DateTime<Utc>| at.with_timezone(&campaign.zone).date_naive();
        // 10:00 and 18:00 on Monday the 3rd, and Friday the 7th after the slot.
        for (since, expected) in [
            ("2014-03-03T02:00:00Z", vec![3, 5, 7, 11, 13]),
            ("2014-03-03T10:00:00Z", vec![4, 6, 10, 12, 14]),
            ("2014-03-07T10:00:00Z", vec![10, 12, 14]),
        ] {
            let mut waits = waits(SUBMITTED);
            waits.since = at(since);
            let told: Vec<u32> = (1..=14)
                .filter(|n| {
                    let on = day(&format!("2014-03-{n:02}"));
                    calendar().is_work_day(on) && waits.is_told(slot, &calendar(), local, on)
                })
                .collect();
            assert_eq!(told, expected, "{since}");
        }
    }
}
