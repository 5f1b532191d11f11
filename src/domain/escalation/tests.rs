use super::*;

use crate::domain::digest::{DigestPlan, Occasion};
use crate::domain::grant::Role;
use crate::domain::owes::NothingOwed;
use crate::domain::sample::{calendar, day};
use crate::domain::superior::Seat;

fn person(cadre: i64) -> Person {
    Person {
        cadre: CadreId(cadre),
        reachable: true,
    }
}

fn rungs() -> Vec<Rung> {
    let rung = |to, after| Rung { to, after };
    vec![
        rung(Superior::Lead, 1),
        rung(Superior::Head, 2),
        rung(Superior::Supervision, 2),
        rung(Superior::Office, 3),
    ]
}

/// Led by 2, headed by 3, watched by 4; 5 is the office.
fn superiors() -> Superiors {
    let seat = |cadre, unit: &str| Seat {
        person: person(cadre),
        unit: Some(unit.to_owned()),
    };
    Superiors::new(
        vec![seat(3, "A")],
        vec![
            (Role::Supervision, seat(4, "A")),
            (Role::Office, seat(5, "A")),
        ],
    )
}

/// Of 1, due on Tuesday 1 April; Saturday 5 to Monday 7 April are off.
fn chase() -> Chase {
    Chase {
        item: ItemId(7),
        kind: "rectification".to_owned(),
        unit: "A/B".to_owned(),
        lead: Some(person(2)),
        responsible: Some(CadreId(1)),
        deadline: Deadline::On(day("2014-04-01")),
        assigned_on: day("2014-02-11"),
        setbacks: 0,
        setback_on: None,
    }
}

/// One evening's steps as text, added to those that are known; what waits is told at once.
fn evening(chase: &Chase, superiors: &Superiors, known: &mut Vec<Step>, on: &str) -> Vec<String> {
    let steps = climb(chase, &rungs(), known, superiors, &calendar(), day(on));
    let said = steps.iter().map(|step| {
        let who = step.cadre.map_or(0, |id| id.0);
        format!(
            "{}.{} {} {who} {}",
            step.round,
            step.rung,
            step.outcome.name(),
            step.due_on.format("%m-%d")
        )
    });
    let said = said.collect();
    known.extend(steps.into_iter().map(|mut step| {
        if step.outcome == Outcome::Waiting {
            step.outcome = Outcome::Told;
        }
        step
    }));
    said
}

/// The days of April on which anything happens, from one to another.
fn days(
    chase: &Chase,
    superiors: &Superiors,
    known: &mut Vec<Step>,
    from: u32,
    to: u32,
) -> Vec<String> {
    (from..=to)
        .flat_map(|at| {
            let on = format!("2014-04-{at:02}");
            if !calendar().is_work_day(day(&on)) {
                return Vec::new();
            }
            let said = evening(chase, superiors, known, &on);
            said.into_iter()
                .map(|line| format!("{at}: {line}"))
                .collect()
        })
        .collect()
}

#[test]
fn outcomes_are_known_by_their_names() {
    for one in Outcome::ALL {
        assert_eq!(Outcome::from_name(one.name()), Some(one));
    }
    assert_eq!(Outcome::from_name("asleep"), None);
}

#[test]
fn each_rung_is_due_after_its_grace_in_work_days() {
    let found = days(&chase(), &superiors(), &mut vec![], 1, 30);
    assert_eq!(
        found,
        [
            "2: 0.0 waiting 2 04-02",
            "4: 0.1 waiting 3 04-04",
            "9: 0.2 waiting 4 04-09",
            "14: 0.3 waiting 5 04-14",
        ]
    );
}

#[test]
fn what_has_no_date_is_late_from_the_day_after_it_was_assigned_or_never() {
    let mut item = chase();
    item.deadline = Deadline::Immediate;
    item.assigned_on = day("2014-04-04");
    let found = days(&item, &superiors(), &mut vec![], 1, 11);
    assert_eq!(found, ["8: 0.0 waiting 2 04-08", "10: 0.1 waiting 3 04-10"]);
    item.deadline = Deadline::Ongoing;
    assert_eq!(days(&item, &superiors(), &mut vec![], 1, 30), [""; 0]);
    // Late before anybody could know of it.
    item.deadline = Deadline::On(day("2014-01-31"));
    let found = days(&item, &superiors(), &mut vec![], 1, 9);
    assert_eq!(found, ["8: 0.0 waiting 2 04-08"]);
    assert_eq!(
        (
            item.days_late(day("2014-04-08")),
            chase().days_late(day("2014-04-08"))
        ),
        (67, 7)
    );
}

#[test]
fn after_an_outage_the_highest_rung_alone_is_told() {
    let mut known = vec![];
    let found = days(&chase(), &superiors(), &mut known, 11, 11);
    assert_eq!(
        found,
        [
            "11: 0.0 expired 0 04-02",
            "11: 0.1 expired 0 04-04",
            "11: 0.2 waiting 4 04-09",
        ]
    );
    let found = days(&chase(), &superiors(), &mut known, 11, 30);
    assert_eq!(
        found,
        ["14: 0.3 waiting 5 04-14"],
        "planned twice, told once"
    );
}

#[test]
fn where_nobody_is_or_only_he_himself_the_next_is_taken_at_once() {
    let mut item = chase();
    item.lead = None;
    let found = days(&item, &superiors(), &mut vec![], 1, 9);
    assert_eq!(
        found,
        [
            "2: 0.0 nobody 0 04-02",
            "2: 0.1 waiting 3 04-02",
            "9: 0.2 waiting 4 04-09",
        ]
    );
    item.lead = Some(person(1));
    let found = days(&item, &superiors(), &mut vec![], 1, 4);
    assert_eq!(found, ["2: 0.0 own 0 04-02", "2: 0.1 waiting 3 04-02"]);
    item.lead = Some(Person {
        reachable: false,
        ..person(2)
    });
    let found = days(&item, &Superiors::default(), &mut vec![], 1, 30);
    assert_eq!(
        found,
        [
            "2: 0.0 nobody 0 04-02",
            "2: 0.1 nobody 0 04-02",
            "2: 0.2 nobody 0 04-02",
            "2: 0.3 nobody 0 04-02",
        ]
    );
}

#[test]
fn a_setback_begins_a_new_round_one_step_higher() {
    let mut known = vec![];
    let mut item = chase();
    days(&item, &superiors(), &mut known, 1, 4);
    // Submitted, and returned on Thursday the 10th.
    item.setbacks = 1;
    item.setback_on = Some(day("2014-04-10"));
    let found = days(&item, &superiors(), &mut known, 10, 30);
    assert_eq!(
        found,
        [
            "14: 1.1 waiting 3 04-14",
            "16: 1.2 waiting 4 04-16",
            "21: 1.3 waiting 5 04-21",
        ]
    );
    // However often: the last is told still.
    item.setbacks = 9;
    item.setback_on = Some(day("2014-04-21"));
    let found = days(&item, &superiors(), &mut known, 21, 30);
    assert_eq!(found, ["24: 9.3 waiting 5 04-24"]);
}

#[test]
fn a_setback_before_the_deadline_counts_from_the_deadline() {
    let mut item = chase();
    item.setbacks = 1;
    item.setback_on = Some(day("2014-03-20"));
    let found = days(&item, &superiors(), &mut vec![], 1, 4);
    assert_eq!(found, ["3: 1.1 waiting 3 04-03"]);
}

#[test]
fn another_day_begins_a_new_round_from_below() {
    let mut known = vec![];
    let mut item = chase();
    days(&item, &superiors(), &mut known, 1, 4);
    item.deadline = Deadline::On(day("2014-04-15"));
    let found = days(&item, &superiors(), &mut known, 8, 18);
    assert_eq!(
        found,
        ["16: 1.0 waiting 2 04-16", "18: 1.1 waiting 3 04-18"]
    );
}

#[test]
fn what_was_stopped_and_goes_on_is_told_and_what_was_told_is_not_told_again() {
    let mut known = vec![];
    days(&chase(), &superiors(), &mut known, 1, 4);
    known[1].outcome = Outcome::Stopped;
    let found = days(&chase(), &superiors(), &mut known, 8, 8);
    assert_eq!(found, ["8: 0.1 waiting 3 04-04"]);
    known[0].outcome = Outcome::Stopped;
    assert_eq!(days(&chase(), &superiors(), &mut known, 8, 8), [""; 0]);
}

#[test]
fn a_step_stands_as_long_as_its_round_does_and_he_is_above_the_item() {
    let step = Step {
        round: 0,
        rung: 0,
        role: Superior::Lead,
        cadre: Some(CadreId(2)),
        due_on: day("2014-04-02"),
        outcome: Outcome::Waiting,
    };
    assert!(stands(&chase(), &step, true));
    assert!(!stands(&chase(), &step, false));
    let mut later = chase();
    later.deadline = Deadline::On(day("2014-04-02"));
    assert!(!stands(&later, &step, true));
    later.deadline = Deadline::Ongoing;
    assert!(!stands(&later, &step, true));
}

fn late(item: i64, days_late: i64) -> Escalated {
    Escalated {
        item: ItemId(item),
        no: item.to_string(),
        unit: "A".to_owned(),
        responsible: String::new(),
        days_late,
    }
}

#[test]
fn a_digest_names_five_in_all_the_latest_first_and_counts_the_rest() {
    let head = (1..=4).map(|id| (Superior::Head, late(id, id)));
    let lead = (5..=7).map(|id| (Superior::Lead, late(id, 3)));
    let reviews = (1..=9).map(|id| Review {
        item: ItemId(id),
        no: id.to_string(),
    });
    let raised = Raised::new(head.chain(lead).collect(), reviews.collect());
    let named: Vec<(Superior, Vec<i64>, usize)> = raised
        .groups
        .iter()
        .map(|group| {
            let ids = group.items.iter().map(|item| item.item.0).collect();
            (group.role, ids, group.total)
        })
        .collect();
    assert_eq!(
        named,
        [
            (Superior::Lead, vec![5, 6, 7], 3),
            (Superior::Head, vec![4, 3], 4)
        ]
    );
    assert_eq!((raised.reviews.len(), raised.review_count), (5, 9));
    assert!(!raised.is_empty());
    assert!(Raised::new(vec![], vec![]).is_empty());
}

#[test]
fn it_goes_into_the_digest_or_alone_but_not_to_who_is_away() {
    let occasion = Occasion {
        slot: "evening",
        on: day("2014-03-04"),
        since: None,
    };
    let own = DigestPlan {
        duty: Some("study".to_owned()),
        ..DigestPlan::empty(&occasion)
    };
    let ids = || vec![ItemId(7)];
    let both = with(Ok(own.clone()), &occasion, ids(), vec![]).unwrap();
    assert_eq!(
        (both.duty.as_deref(), both.escalated),
        (Some("study"), ids())
    );
    let alone = with(Err(NothingOwed::TargetMet), &occasion, vec![], ids()).unwrap();
    assert_eq!((alone.duty, alone.reviews), (None, ids()));
    for silence in [NothingOwed::OnLeave, NothingOwed::Left] {
        assert_eq!(with(Err(silence), &occasion, ids(), ids()), Err(silence));
    }
    let nothing = Err(NothingOwed::Answered);
    assert_eq!(with(nothing.clone(), &occasion, vec![], vec![]), nothing);
    assert_eq!(with(Ok(own.clone()), &occasion, vec![], vec![]), Ok(own));
}

#[test]
fn the_office_sees_each_item_once_and_where_who_is_missing() {
    let found = [
        (ItemId(1), "A/B".to_owned(), Superior::Lead),
        (ItemId(1), "A/B".to_owned(), Superior::Head),
        (ItemId(2), "A/B".to_owned(), Superior::Head),
        (ItemId(3), "C".to_owned(), Superior::Lead),
    ];
    let nobody = NobodyToTell::of(&found, 2);
    assert_eq!(nobody.total, 3);
    let lines: Vec<_> = nobody
        .missing
        .iter()
        .map(|line| (line.unit.as_str(), line.role, line.count))
        .collect();
    assert_eq!(
        lines,
        [("A/B", Superior::Head, 2), ("A/B", Superior::Lead, 1)]
    );
}
