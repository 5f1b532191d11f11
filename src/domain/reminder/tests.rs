//! When items are spoken of, on the work days of 2014.

use super::*;

use crate::domain::sample::{calendar, campaign, day, item};

/// A kind with a ladder that says how many work days there are.
fn kind() -> ItemKind {
    let mut kind = campaign().kind("rectification").unwrap().clone();
    kind.ladder = Ladder {
        before: vec![5, 3, 1, 0],
        after: vec![1, 3, 6, 11],
        then_every: 10,
    };
    kind.accepted_ladder = Ladder {
        before: vec![1],
        after: vec![3],
        then_every: 10,
    };
    kind
}

/// The days on which the item is spoken of, if somebody looks every evening for so many days and each mention
/// arrives.
fn spoken_from(item: &Item, kind: &ItemKind, first: &str, days: usize) -> Vec<String> {
    let calendar = calendar();
    let mut item = item.clone();
    let mut spoken = Vec::new();
    for on in day(first).iter_days().take(days) {
        let look = Look {
            calendar: &calendar,
            dispatched: false,
            since: on.pred_opt(),
            on,
        };
        // As the evening slot does: on days off it is silent.
        if calendar.is_work_day(on) && speaks(&item, kind, &look) {
            spoken.push(on.format("%m-%d").to_string());
            item.reminded_on = Some(on);
            item.reminded += u32::from(item.is_overdue(on));
        }
    }
    spoken
}

fn spoken(item: &Item, days: usize) -> Vec<String> {
    let first = item.assigned_on.to_string();
    spoken_from(item, &kind(), &first, days)
}

fn on(deadline: &str) -> Deadline {
    Deadline::On(day(deadline))
}

#[test]
fn a_ladder_lies_on_work_days() {
    for (what, item, days, expected) in [
        (
            "a Friday: 5, 3, 1 work days before, the day, then 1, 3, 6, 11, 21 … after",
            item(on("2014-03-21"), "2014-03-03"),
            75,
            // 清明 takes 7 April, a Monday; 五一 Thursday and Friday, and gives Sunday, 4 May.
            vec![
                "03-14", "03-18", "03-20", "03-21", "03-24", "03-26", "03-31", "04-08", "04-22",
                "05-07",
            ],
        ),
        (
            "a Sunday counts as the Friday before it",
            item(on("2014-03-09"), "2014-02-11"),
            45,
            vec![
                "02-28", "03-04", "03-06", "03-07", "03-10", "03-12", "03-17", "03-24",
            ],
        ),
        (
            "the last day of 清明: warned before the holiday, chased after it",
            item(on("2014-04-07"), "2014-03-03"),
            40,
            vec!["03-28", "04-01", "04-03", "04-04", "04-08", "04-10"],
        ),
        (
            "the Monday after 五一: Sunday, a make-up day, is the work day before it",
            item(on("2014-05-05"), "2014-04-21"),
            18,
            vec!["04-25", "04-29", "05-04", "05-05", "05-06", "05-08"],
        ),
        (
            "too near for the first steps",
            item(on("2014-03-05"), "2014-03-04"),
            7,
            vec!["03-04", "03-05", "03-06", "03-10"],
        ),
        (
            "overdue when it came in: at once, then counted from there",
            item(on("2014-02-28"), "2014-03-03"),
            16,
            vec!["03-03", "03-04", "03-06", "03-11", "03-18"],
        ),
        (
            "to be done at once, taken in on a Saturday: on Monday, and asked after on Tuesday",
            item(Deadline::Immediate, "2014-03-08"),
            20,
            vec!["03-10", "03-11", "03-13", "03-18", "03-25"],
        ),
        (
            "no date: the first work day of each month",
            item(Deadline::Ongoing, "2014-03-03"),
            110,
            vec!["04-01", "05-04", "06-03"],
        ),
    ] {
        assert_eq!(spoken(&item, days), expected, "{what}");
    }
}

#[test]
fn the_next_work_day_after_at_once_is_asked_even_if_the_ladder_begins_later() {
    let mut kind = kind();
    kind.ladder.after = vec![4, 8];
    let at_once = item(Deadline::Immediate, "2014-03-03");
    let found = spoken_from(&at_once, &kind, "2014-03-03", 12);
    assert_eq!(found, ["03-03", "03-04", "03-07", "03-13"]);
}

#[test]
fn what_somebody_has_taken_on_has_the_slower_ladder() {
    for status in [Status::Accepted, Status::UnderWay] {
        let mut taken_on = item(on("2014-03-14"), "2014-03-03");
        taken_on.status = status;
        assert_eq!(spoken(&taken_on, 30), ["03-13", "03-19"], "{status:?}");
    }
}

#[test]
fn what_is_somebody_elses_turn_is_not_spoken_of() {
    let mut done = item(on("2014-03-21"), "2014-03-03");
    for status in [Status::Submitted, Status::Closed, Status::Cancelled] {
        done.status = status;
        assert_eq!(spoken(&done, 60), [""; 0], "{status:?}");
    }
    done.status = Status::Assigned;
    done.offered = true;
    assert_eq!(spoken(&done, 60), [""; 0]);
}

#[test]
fn the_monthly_dispatch_asks_instead_of_the_ladder() {
    let calendar = calendar();
    let ongoing = item(Deadline::Ongoing, "2014-03-03");
    for (dispatched, speaks_then) in [(false, true), (true, false)] {
        let look = Look {
            calendar: &calendar,
            dispatched,
            since: Some(day("2014-03-31")),
            on: day("2014-04-01"),
        };
        assert_eq!(speaks(&ongoing, &kind(), &look), speaks_then);
    }
}

#[test]
fn nothing_passes_under_the_floor_and_what_it_held_back_is_said_after_it() {
    let mut kind = kind();
    kind.least_gap = 3;
    let near = item(on("2014-03-21"), "2014-03-03");
    let found = spoken_from(&near, &kind, "2014-03-03", 40);
    // 3 and 1 work days before fall under it, so does the day after; each is said as soon as it may be.
    assert_eq!(
        found,
        ["03-14", "03-19", "03-24", "03-27", "04-01", "04-08"]
    );
    // Nor does a setback pass under it.
    let mut back = item(on("2014-03-21"), "2014-03-03");
    back.reminded_on = Some(day("2014-03-14"));
    back.anew_on = Some(day("2014-03-17"));
    let found = spoken_from(&back, &kind, "2014-03-17", 5);
    assert_eq!(found, ["03-19"]);
}

#[test]
fn what_comes_back_is_spoken_of_at_once_and_chased_anew() {
    // Far down its ladder, it is returned on Wednesday, 30 April, after the slot: that is of the next day.
    let mut late = item(on("2014-03-21"), "2014-03-03");
    late.reminded_on = Some(day("2014-04-22"));
    late.anew_on = Some(day("2014-05-01"));
    let found = spoken_from(&late, &kind(), "2014-05-01", 20);
    assert_eq!(found, ["05-04", "05-05", "05-07", "05-12", "05-19"]);
    // Its day is still to come: said at once, then warned of.
    let mut early = item(on("2014-05-30"), "2014-03-03");
    early.anew_on = Some(day("2014-05-12"));
    let found = spoken_from(&early, &kind(), "2014-05-12", 20);
    assert_eq!(found, ["05-12", "05-23", "05-27", "05-29", "05-30"]);
    let mut ongoing = item(Deadline::Ongoing, "2014-03-03");
    ongoing.anew_on = Some(day("2014-05-12"));
    let found = spoken_from(&ongoing, &kind(), "2014-05-12", 30);
    assert_eq!(found, ["05-12", "06-03"]);
}

#[test]
fn what_is_muted_is_silent_until_it_is_overdue() {
    let mut near = item(on("2014-03-21"), "2014-03-03");
    near.muted_until = Some(day("2014-03-19"));
    // The step of the 18th is said once the silence is over.
    let found = spoken_from(&near, &kind(), "2014-03-03", 23);
    assert_eq!(found, ["03-20", "03-21", "03-24"]);
    near.muted_until = Some(day("2014-03-31"));
    let found = spoken_from(&near, &kind(), "2014-03-03", 23);
    assert_eq!(found, ["03-24"]);
}

#[test]
fn steps_that_were_missed_are_one_mention_in_the_next_slot() {
    let (calendar, kind) = (calendar(), kind());
    let mut item = item(on("2014-03-21"), "2014-03-03");
    let mut check = |since: Option<&str>, reminded: Option<&str>, on, expected| {
        item.reminded_on = reminded.map(day);
        let look = Look {
            calendar: &calendar,
            dispatched: false,
            since: since.map(day),
            on: day(on),
        };
        let found = speaks(&item, &kind, &look);
        assert_eq!(found, expected, "{since:?} {reminded:?} {on}");
    };
    for (since, on, expected) in [
        (Some("2014-03-13"), "2014-03-19", true),
        (Some("2014-03-14"), "2014-03-17", false),
        (Some("2014-03-14"), "2014-03-18", true),
        (Some("2014-03-18"), "2014-03-18", false),
        (None, "2014-03-19", false),
        (None, "2014-03-20", true),
        // Not before it was assigned, however long the slot was silent.
        (Some("2014-01-20"), "2014-03-03", false),
        (Some("2014-01-20"), "2014-02-28", false),
    ] {
        check(since, None, on, expected);
    }
    // The slot spoke of other things: what counts is when he last heard of this.
    check(Some("2014-03-18"), Some("2014-03-14"), "2014-03-19", true);
    check(Some("2014-03-18"), Some("2014-03-18"), "2014-03-19", false);
    check(Some("2014-03-17"), Some("2014-03-18"), "2014-03-18", false);
}

#[test]
fn a_ladder_without_an_end_gap_ends() {
    let ladder = Ladder {
        before: vec![],
        after: vec![1, 3],
        then_every: 0,
    };
    let late: Vec<i64> = (-3..60)
        .filter(|late| chases(&ladder, (*late - 1, *late)))
        .collect();
    assert_eq!(late, [1, 3]);
    let endless = Ladder {
        then_every: 4,
        ..ladder
    };
    let late: Vec<i64> = (-3..20)
        .filter(|late| chases(&endless, (*late - 1, *late)))
        .collect();
    assert_eq!(late, [1, 3, 7, 11, 15, 19]);
    assert!(chases(&endless, (8, 12)) && !chases(&endless, (7, 10)));
}

/// What the ladder comes to if one walks from work day to work day.
fn walked(ladder: &Ladder, deadline: &str, from: &str, days: usize) -> Vec<String> {
    let calendar = calendar();
    let due = calendar.on_or_before(day(deadline));
    let first = day(from);
    let last = first + chrono::Days::new(days as u64);
    let step = |n: u32, sign: i32| calendar.add_work_days(due, sign * i32::try_from(n).unwrap());
    let mut steps: Vec<NaiveDate> = ladder.before.iter().map(|n| step(*n, -1)).collect();
    steps.extend(ladder.after.iter().map(|n| step(*n, 1)));
    let beyond = ladder.after.last().copied().unwrap_or(0);
    steps.extend((1..200).map(|round| step(beyond + round * ladder.then_every, 1)));
    steps.retain(|step| first <= *step && *step < last);
    steps.sort_unstable();
    steps.dedup();
    let written = steps
        .into_iter()
        .map(|step| step.format("%m-%d").to_string());
    written.collect()
}

proptest::proptest! {
    #[test]
    fn distances_come_to_the_same_days_as_walking(ahead in 0_u64..120, every in 1_u32..15) {
        let from = "2014-03-03";
        let deadline = (day(from) + chrono::Days::new(ahead)).to_string();
        let mut kind = kind();
        kind.ladder.then_every = every;
        let found = spoken_from(&item(on(&deadline), from), &kind, from, 200);
        proptest::prop_assert_eq!(found, walked(&kind.ladder, &deadline, from, 200));
    }

    #[test]
    fn two_mentions_are_never_nearer_than_the_floor(
        ahead in 0_u64..60, gap in 1_u32..8, back in proptest::option::of(0_u64..40), kind_of in 0..3,
    ) {
        let from = "2014-03-03";
        let mut kind = kind();
        kind.least_gap = gap;
        let deadline = match kind_of {
            0 => on(&(day(from) + chrono::Days::new(ahead)).to_string()),
            1 => Deadline::Immediate,
            _ => Deadline::Ongoing,
        };
        let mut item = item(deadline, from);
        item.anew_on = back.map(|days| day(from) + chrono::Days::new(days));
        let calendar = calendar();
        let spoken: Vec<NaiveDate> = spoken_from(&item, &kind, from, 150)
            .iter()
            .map(|text| day(&format!("2014-{text}")))
            .collect();
        for pair in spoken.windows(2) {
            let apart = calendar.work_days_between(pair[0], pair[1]);
            proptest::prop_assert!(apart >= i64::from(gap), "{:?}", pair);
        }
    }
}
