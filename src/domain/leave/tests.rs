use super::*;

use crate::domain::sample::{calendar, day};

fn leave(first: &str, last: &str) -> Leave {
    Leave {
        kind: Kind::Leave,
        first: day(first),
        last: day(last),
    }
}

/// Said on Monday 3 March 2014, 60 days at most: first and last day, or the refusal's name.
fn settled(kind: Kind, when: When) -> String {
    let said = Said { kind, when };
    match settle(&said, &calendar(), day("2014-03-03"), 60) {
        Ok(None) => "open".to_owned(),
        Ok(Some(leave)) => format!("{} {}", leave.first, leave.last),
        Err(Refusal::Unclear) => "unclear".to_owned(),
        Err(Refusal::Past { .. }) => "past".to_owned(),
        Err(Refusal::Reversed { .. }) => "reversed".to_owned(),
        Err(Refusal::TooLong { most, .. }) => format!("over {most}"),
    }
}

#[test]
fn lengths_become_days_by_the_calendar() {
    use Lasting::{Days, Months, Weeks, WorkDays};
    for (kind, first, lasting, expected) in [
        (Kind::Leave, "2014-03-03", Days(1), "2014-03-03 2014-03-03"),
        (Kind::Leave, "2014-03-03", Days(3), "2014-03-03 2014-03-05"),
        // Over a weekend days of leave are work days, those of a trip are not.
        (Kind::Leave, "2014-03-07", Days(3), "2014-03-07 2014-03-11"),
        (Kind::Trip, "2014-03-07", Days(3), "2014-03-07 2014-03-09"),
        (
            Kind::Trip,
            "2014-03-07",
            WorkDays(3),
            "2014-03-07 2014-03-11",
        ),
        // From a Saturday on; over Labour Day, with its make-up Sunday.
        (Kind::Leave, "2014-03-08", Days(2), "2014-03-10 2014-03-11"),
        (Kind::Leave, "2014-04-30", Days(2), "2014-04-30 2014-05-04"),
        (Kind::Leave, "2014-03-03", Weeks(1), "2014-03-03 2014-03-09"),
        (Kind::Leave, "2014-03-10", Weeks(2), "2014-03-10 2014-03-23"),
        (
            Kind::Leave,
            "2014-03-03",
            Months(1),
            "2014-03-03 2014-04-02",
        ),
        (Kind::Leave, "2014-03-03", Months(2), "over 60"),
        (Kind::Trip, "2014-03-03", Days(60), "2014-03-03 2014-05-01"),
        (Kind::Trip, "2014-03-03", Days(61), "over 60"),
        (Kind::Leave, "2014-03-03", Days(45), "over 60"),
        (Kind::Leave, "2014-03-03", Days(u32::MAX), "over 60"),
        (Kind::Leave, "2014-03-03", Weeks(u32::MAX), "over 60"),
        (Kind::Leave, "2014-03-03", Months(u32::MAX), "over 60"),
        (Kind::Leave, "2014-03-03", Days(0), "unclear"),
        (Kind::Leave, "2014-03-02", Days(3), "past"),
    ] {
        let first = day(first);
        let found = settled(kind, When::For { first, lasting });
        assert_eq!(found, expected, "{kind:?} {first} {lasting:?}");
    }
}

#[test]
fn days_are_taken_as_said_or_refused_with_why() {
    for (first, last, lasting, expected) in [
        ("2014-03-10", "2014-03-14", None, "2014-03-10 2014-03-14"),
        ("2014-03-03", "2014-03-03", None, "2014-03-03 2014-03-03"),
        ("2014-03-02", "2014-03-02", None, "past"),
        ("2014-03-01", "2014-03-07", None, "past"),
        ("2014-03-14", "2014-03-10", None, "reversed"),
        ("2014-03-03", "2014-03-02", None, "reversed"),
        ("2014-03-03", "2014-05-01", None, "2014-03-03 2014-05-01"),
        ("2014-03-03", "2014-05-02", None, "over 60"),
        // Saturday to Sunday eight days later: 9 days, 5 of them work days.
        (
            "2014-03-08",
            "2014-03-16",
            Some(Lasting::Days(9)),
            "2014-03-08 2014-03-16",
        ),
        (
            "2014-03-08",
            "2014-03-16",
            Some(Lasting::Days(5)),
            "2014-03-08 2014-03-16",
        ),
        (
            "2014-03-08",
            "2014-03-16",
            Some(Lasting::Days(7)),
            "unclear",
        ),
        (
            "2014-03-10",
            "2014-03-14",
            Some(Lasting::Weeks(1)),
            "2014-03-10 2014-03-14",
        ),
        (
            "2014-03-10",
            "2014-03-14",
            Some(Lasting::WorkDays(4)),
            "unclear",
        ),
        (
            "2014-03-10",
            "2014-04-09",
            Some(Lasting::Months(1)),
            "2014-03-10 2014-04-09",
        ),
    ] {
        let (first, last) = (day(first), day(last));
        let when = When::Days {
            first,
            last,
            lasting,
        };
        assert_eq!(
            settled(Kind::Leave, when),
            expected,
            "{first} {last} {lasting:?}"
        );
    }
    assert_eq!(settled(Kind::Trip, When::Open), "open");
}

#[test]
fn only_new_days_add_to_what_stands() {
    let standing = [
        leave("2014-03-10", "2014-03-12"),
        leave("2014-03-13", "2014-03-14"),
    ];
    for (first, last, expected) in [
        ("2014-03-10", "2014-03-14", false),
        ("2014-03-12", "2014-03-13", false),
        ("2014-03-14", "2014-03-15", true),
        ("2014-03-09", "2014-03-10", true),
        ("2014-03-20", "2014-03-20", true),
    ] {
        assert_eq!(
            adds(&leave(first, last), &standing),
            expected,
            "{first} {last}"
        );
    }
    assert!(is_away(&standing, day("2014-03-13")) && !is_away(&standing, day("2014-03-15")));
}

#[test]
fn leaves_that_touch_are_one() {
    let leaves = [
        leave("2014-03-20", "2014-03-21"),
        leave("2014-03-12", "2014-03-14"),
        leave("2014-03-10", "2014-03-11"),
    ];
    for (on, expected) in [
        ("2014-03-03", Some(leave("2014-03-10", "2014-03-14"))),
        ("2014-03-14", Some(leave("2014-03-12", "2014-03-14"))),
        ("2014-03-15", Some(leave("2014-03-20", "2014-03-21"))),
        ("2014-03-22", None),
    ] {
        assert_eq!(coming(&leaves, day(on)), expected, "{on}");
    }
    for (on, expected) in [
        ("2014-03-14", "2014-03-09"),
        ("2014-03-09", "2014-03-09"),
        ("2014-03-20", "2014-03-19"),
    ] {
        assert_eq!(last_there(&leaves, day(on)), day(expected), "{on}");
    }
}

#[test]
fn the_next_friday_is_never_today() {
    for (from, friday) in [
        ("2014-03-03", "2014-03-07"),
        ("2014-03-06", "2014-03-07"),
        ("2014-03-07", "2014-03-14"),
        ("2014-03-09", "2014-03-14"),
    ] {
        assert_eq!(next_friday(day(from)), day(friday), "{from}");
    }
}

#[test]
fn work_days_are_counted_over_holidays() {
    for (first, last, expected) in [
        ("2014-03-10", "2014-03-14", 5),
        ("2014-03-08", "2014-03-09", 0),
        ("2014-04-30", "2014-05-04", 2),
    ] {
        assert_eq!(
            leave(first, last).work_days(&calendar()),
            expected,
            "{first}"
        );
    }
}

#[test]
fn an_early_end_keeps_the_days_that_are_over() {
    use crate::domain::ids::{LeaveId, UpdateId};
    let one = |id: i64, first: &str, last: &str| Standing {
        id: LeaveId(id),
        update: UpdateId(id),
        leave: leave(first, last),
        recorded_by: None,
    };
    let standing = [
        one(1, "2014-03-03", "2014-03-07"),
        one(2, "2014-03-08", "2014-03-09"),
        one(3, "2014-03-20", "2014-03-21"),
    ];
    for (standing, on, whole, withdrawn, kept) in [
        (
            &standing[..],
            "2014-03-05",
            ("2014-03-03", "2014-03-09"),
            vec![1, 2],
            vec![("2014-03-03", "2014-03-04")],
        ),
        // It begins today: nothing of it is over.
        (
            &standing[..],
            "2014-03-03",
            ("2014-03-03", "2014-03-09"),
            vec![1, 2],
            vec![],
        ),
        // Not begun: the next to come, and not the one after it.
        (
            &standing[..],
            "2014-03-01",
            ("2014-03-03", "2014-03-09"),
            vec![1, 2],
            vec![],
        ),
        (
            &standing[..],
            "2014-03-10",
            ("2014-03-20", "2014-03-21"),
            vec![3],
            vec![],
        ),
    ] {
        let found = ended(standing, day(on)).unwrap();
        assert_eq!(found.whole, leave(whole.0, whole.1), "{on}");
        let ids: Vec<i64> = found.withdrawn.iter().map(|id| id.0).collect();
        assert_eq!(ids, withdrawn, "{on}");
        let kept: Vec<Leave> = kept
            .iter()
            .map(|(first, last)| leave(first, last))
            .collect();
        assert_eq!(found.kept, kept, "{on}");
    }
    assert_eq!(ended(&standing, day("2014-03-22")), None);
}
