//! One of every notice of evidence, of what waits, and of answers to a rejection.

use crate::domain::amount::Amount;
use crate::domain::answering;
use crate::domain::evidence;
use crate::domain::ids::EntryId;
use crate::domain::notice::{Notice, Who};
use crate::domain::queue::{self, Card, Of, Reason, Waits};

use super::{day, who};

fn of(who: Option<&str>, duty: &str) -> Of {
    Of {
        who: who.map(str::to_owned),
        duty: duty.to_owned(),
        on: day(2014, 3, 3),
        amount: Amount(4_000),
    }
}

pub(super) fn of_evidence() -> Vec<Notice> {
    use evidence::Answer;
    let own = || evidence::Behind::from(of(None, "study"));
    let theirs = || evidence::Behind::from(of(Some("<b>"), "households"));
    let words = || "<b>\n&".repeat(400);
    let piece = |kind| Answer::Piece {
        of: theirs(),
        number: 1,
        total: 10,
        words: words(),
        file: Some(evidence::File {
            kind,
            id: "AgAC".to_owned(),
        }),
    };
    let attached = |of, entry, album| Answer::Attached {
        of,
        entry,
        item: None,
        count: 3,
        album,
    };
    let elsewhere = |username: Option<&str>| Answer::Elsewhere {
        of: own(),
        number: 1,
        total: 1,
        words: String::new(),
        username: username.map(str::to_owned),
    };
    let mut answers = vec![
        Answer::Ask {
            of: own(),
            count: 0,
        },
        Answer::Ask {
            of: theirs(),
            count: 1,
        },
        attached(None, None, false),
        attached(Some(own()), Some(EntryId(i64::MAX)), false),
        attached(Some(theirs()), Some(EntryId(1)), true),
        Answer::Full {
            of: theirs(),
            most: 10,
        },
        Answer::NoEntry,
        Answer::Gone,
        elsewhere(Some("duban_east_bot")),
        elsewhere(None),
        Answer::Nothing { of: own() },
        Answer::Denied,
    ];
    answers.extend(evidence::Kind::ALL.map(piece));
    let mut notices: Vec<_> = answers.into_iter().map(Notice::Evidence).collect();
    let answering = [
        answering::Answer::Ask {
            of: of(None, "study"),
            reason: Reason::Date.kept(),
        },
        answering::Answer::Waits {
            of: of(None, "study"),
            evidence: 2,
        },
        answering::Answer::Nothing,
        answering::Answer::DayFull {
            of: of(None, "study"),
            most: Amount(8_000),
            held: Amount(6_000),
        },
    ];
    notices.extend(answering.map(Notice::Answering));
    notices
}

pub(super) fn of_the_queue() -> Vec<Notice> {
    use queue::{Answer, Refusal};
    let card = |waits, evidence, lacks_evidence| Card {
        entry: EntryId(i64::MAX),
        number: 3,
        total: 176_000,
        who: Who {
            name: "<b>".to_owned(),
            ..who()
        },
        duty: "study".to_owned(),
        on: day(2014, 2, 10),
        amount: Amount(4_000),
        waits,
        why: "<b>".repeat(100),
        by: Some("<b>".to_owned()),
        form: Some("none".to_owned()),
        topic: None,
        about: vec!["<b>州/汪清县".to_owned()],
        note: "<b>".repeat(1_000),
        evidence,
        lacks_evidence,
    };
    let at = i64::MAX;
    let late = || card(Waits::Late, 2, false);
    let theirs = || of(Some("<b>"), "households");
    let decided = |counts, reason: String, next| Answer::Decided {
        of: theirs(),
        counts,
        reason,
        next,
        at,
    };
    let already = |counts, by: Option<&str>| Refusal::Already {
        of: theirs(),
        counts,
        by: by.map(str::to_owned),
    };
    let all = |confirmed, lacking, left| Answer::All {
        confirmed,
        lacking,
        left,
    };
    let mut answers = vec![
        Answer::Empty,
        Answer::Alone,
        Answer::List {
            cards: vec![late(); 5],
            total: 176_000,
            all: 200,
            at,
        },
        Answer::Card {
            card: Box::new(late()),
            at,
        },
        Answer::Card {
            card: Box::new(card(Waits::Confirmation, 0, true)),
            at,
        },
        Answer::Card {
            card: Box::new(card(Waits::Disputed, 0, false)),
            at,
        },
        Answer::Why {
            card: Box::new(late()),
            at,
        },
        decided(true, String::new(), Some(Box::new(late()))),
        decided(false, "<b>".repeat(100), None),
        all(12, 0, 0),
        all(1, 2, 3),
        all(0, 0, 1),
    ];
    answers.extend(Reason::ALL.map(|reason| decided(false, reason.kept(), None)));
    let refusals = [
        Refusal::NotYours,
        Refusal::Own,
        Refusal::NoEvidence { of: theirs() },
        already(true, Some("<b>")),
        already(false, Some("<b>")),
        already(true, None),
        Refusal::Withdrawn { of: theirs() },
    ];
    answers.extend(refusals.map(Answer::Refused));
    answers.into_iter().map(Notice::Queue).collect()
}
