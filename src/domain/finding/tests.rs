use std::sync::LazyLock;

use super::*;

const NOW: i64 = 100 * 60_000;
const MAIN: BotId = BotId::MAIN;
const EAST: BotId = BotId(1);

/// Ten rows of a bot in a state, due for so many minutes; nothing of them has moved since the look before.
fn tally(bot: BotId, lane: i64, state: &str, minutes: i64) -> Tally {
    let due = Hand {
        due: if minutes >= 0 { 10 } else { 0 },
        attempts: 3,
    };
    Tally {
        bot,
        lane,
        state: state.to_owned(),
        rows: 10,
        first: 1,
        last: 10,
        oldest: NOW - minutes * 60_000,
        due,
        before: due,
        held: 0,
        unexplained: 0,
    }
}

static NAMES: LazyLock<BTreeMap<BotId, String>> =
    LazyLock::new(|| BTreeMap::from([(MAIN, "main".to_owned()), (EAST, "east".to_owned())]));

/// A sight of those rows alone, with nothing to compare them with.
fn sight(tallies: &[Tally]) -> Sight<'_> {
    Sight {
        now: NOW,
        tallies,
        before: None,
        served: &[MAIN],
        paused: &[],
        names: &NAMES,
        promised: &[],
        suspects: &[],
        settled_suspects: 0,
        updates: 0,
        oldest_update: None,
    }
}

/// What is found, in short: kind, how many, of how many, where.
fn found(sight: &Sight<'_>) -> Vec<String> {
    let short = |finding: Finding| {
        let (kind, places) = (finding.kind.name(), finding.places.join("+"));
        format!("{kind} {}/{} {places}", finding.count, finding.of)
    };
    findings(sight).into_iter().map(short).collect()
}

/// The same where nothing has moved since the look before.
fn found_still(sight: Sight<'_>) -> Vec<String> {
    let before = hands(sight.tallies, |tally| tally.before);
    found(&Sight {
        before: Some(&before),
        ..sight
    })
}

#[test]
fn what_is_due_and_does_not_move_is_stuck() {
    let nothing = Vec::new;
    for (tally, expected) in [
        (tally(MAIN, 2, "waiting", 11), vec!["stuck 10/10 main"]),
        (tally(MAIN, 2, "leased", 11), vec!["stuck 10/10 main"]),
        (tally(MAIN, 9, "waiting", 11), vec!["stuck 10/10 main"]),
        (tally(MAIN, 2, "waiting", 10), nothing()),
        (tally(MAIN, 2, "waiting", -5), nothing()),
        (tally(MAIN, 2, "sent", 11), nothing()),
        (tally(MAIN, 2, "closed", 11), nothing()),
        (tally(MAIN, 2, "dead", 11), nothing()),
        (tally(MAIN, 0, "waiting", 3), vec!["stuck 10/10 main"]),
        (tally(MAIN, 0, "waiting", 2), nothing()),
        (tally(MAIN, 0, "sent", 3), nothing()),
    ] {
        let rows = std::slice::from_ref(&tally);
        assert_eq!(found_still(sight(rows)), expected, "{tally:?}");
    }
}

#[test]
fn a_long_broadcast_is_no_finding_while_anything_moves() {
    let mut broadcast = tally(MAIN, 3, "waiting", 90);
    let same = broadcast.before;
    for (due, attempts, stuck) in [(10, 3, true), (9, 3, false), (10, 4, false)] {
        broadcast.before = Hand { due, attempts };
        let before = BTreeMap::from([(MAIN, same)]);
        let found = found(&Sight {
            before: Some(&before),
            ..sight(std::slice::from_ref(&broadcast))
        });
        assert_eq!(!found.is_empty(), stuck, "{due} {attempts}");
    }
}

#[test]
fn an_answer_is_stuck_though_a_broadcast_moves() {
    let rows = [tally(MAIN, 0, "waiting", 3), tally(MAIN, 3, "waiting", 90)];
    let moved = BTreeMap::from([(
        MAIN,
        Hand {
            due: 99,
            attempts: 6,
        },
    )]);
    let none = BTreeMap::new();
    let quiet = BTreeMap::from([(MAIN, Hand::default())]);
    for (before, expected) in [
        (Some(&moved), "stuck 10/20 main"),
        // Nothing was due at the look before, or that is too long ago: nothing can be said of the broadcast.
        (Some(&quiet), "stuck 10/20 main"),
        (Some(&none), "stuck 10/20 main"),
        (None, "stuck 10/20 main"),
    ] {
        assert_eq!(
            found(&Sight {
                before,
                ..sight(&rows)
            }),
            [expected]
        );
    }
    assert_eq!(found_still(sight(&rows)), ["stuck 20/20 main"]);
}

#[test]
fn whom_telegram_told_to_wait_is_not_stuck() {
    let rows = [tally(MAIN, 0, "waiting", 30), tally(EAST, 2, "waiting", 30)];
    let both = || Sight {
        served: &[MAIN, EAST],
        ..sight(&rows)
    };
    assert_eq!(found_still(both()), ["stuck 20/20 main+east"]);
    let paused = Sight {
        paused: &[MAIN],
        ..both()
    };
    assert_eq!(found_still(paused), ["stuck 10/10 east"]);
}

#[test]
fn what_waits_for_a_bot_of_the_past_is_unserved() {
    let rows = [
        tally(MAIN, 2, "waiting", -5),
        tally(EAST, 2, "waiting", 30),
        tally(EAST, 2, "sent", 30),
        tally(BotId(7), 0, "waiting", -5),
    ];
    assert_eq!(found_still(sight(&rows)), ["unserved 20/20 east+7"]);
    let all = Sight {
        served: &[MAIN, EAST, BotId(7)],
        paused: &[EAST],
        ..sight(&rows)
    };
    assert_eq!(found_still(all), [""; 0]);
}

#[test]
fn what_is_held_too_long_is_named_by_its_bot() {
    let mut row = tally(MAIN, 2, "leased", 1);
    row.held = 4;
    assert_eq!(found(&sight(&[row])), ["held 4/10 main"]);
}

#[test]
fn an_occurrence_has_as_many_messages_as_were_planned() {
    let promised = |what: &str, planned, there| Promised {
        what: what.to_owned(),
        planned,
        there,
    };
    for (promised, expected) in [
        (vec![], vec![]),
        (vec![promised("evening", 10, 10)], vec![]),
        // Planned again after a crash: the count is of the second time.
        (vec![promised("evening", 4, 10)], vec![]),
        (
            vec![promised("evening", 10, 7)],
            vec!["missing 3/10 evening"],
        ),
        (
            vec![
                promised("a", 10, 7),
                promised("b", 5, 5),
                promised("c", 2, 0),
            ],
            vec!["missing 5/12 a+c"],
        ),
    ] {
        let sight = Sight {
            promised: &promised,
            ..sight(&[])
        };
        assert_eq!(found(&sight), expected);
    }
}

#[test]
fn what_ended_without_saying_how_is_named() {
    let mut row = tally(MAIN, 2, "closed", 1);
    row.unexplained = 2;
    let rows = [row];
    let some = Sight {
        suspects: &[4, 5],
        ..sight(&rows)
    };
    assert_eq!(found(&some), ["unexplained 2/2 4+5"]);
    let with_settled = Sight {
        suspects: &[1, 4, 5],
        settled_suspects: 1,
        ..sight(&rows)
    };
    assert_eq!(found(&with_settled), ["unexplained 3/3 1+4+5"]);
}

#[test]
fn an_update_is_handled_within_five_minutes() {
    for (minutes, expected) in [(5, vec![]), (6, vec!["updates 3/3 "])] {
        let waiting = Sight {
            updates: 3,
            oldest_update: Some(NOW - minutes * 60_000),
            ..sight(&[])
        };
        assert_eq!(found(&waiting), expected, "{minutes}");
    }
}
