//! One of every notice of lists of items, and of a new one.

use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::item::draft::{self, Ask, Draft, Offer, Trouble, Whom};
use crate::domain::listing::{Answer, Count, Head, Lights, Line, List, Listed, Of};
use crate::domain::notice::{Notice, Who};

use super::{day, late_item, ongoing_item, who};

pub(super) fn of_lists() -> Vec<Notice> {
    let line = |item| Line {
        item,
        unit: "<b>州/汪清县/春阳镇".to_owned(),
        responsible: "<b>".to_owned(),
    };
    let page = |of, lines: usize, red| Listed {
        of,
        red,
        count: Count {
            total: u32::try_from(lines).unwrap() * 20,
            red: 9,
        },
        lines: vec![line(late_item()); lines],
        page: 1,
        pages: 20,
    };
    let unit = |id| Of::Unit {
        unit: Some(UnitId(id)),
        path: "<b>/&".to_owned(),
    };
    let words = || Of::Words {
        words: "路".repeat(16),
    };
    let number = || Of::Number {
        no: "<12>".to_owned(),
    };
    let lists = List::ALL.map(|list| Of::List { list }).to_vec();
    let mut answers: Vec<Answer> = lists
        .into_iter()
        .chain([unit(i64::MAX), words(), number()])
        .flat_map(|of| {
            [(0, false), (8, false), (8, true)].map(|(lines, red)| page(of.clone(), lines, red))
        })
        .map(|listed| Answer::Page { listed })
        .collect();
    let lights = Lights {
        red: 2,
        yellow: 1,
        blue: 3,
    };
    let head = |total, lists| Head {
        total,
        lights,
        lists,
        units: total > 1,
        opens: total > 1,
    };
    let mut home = page(Of::List { list: List::Mine }, 3, false);
    home.lines.push(line(ongoing_item()));
    answers.extend([
        Answer::Home {
            head: head(0, vec![]),
            listed: None,
        },
        Answer::Home {
            head: head(1, vec![(List::Mine, 1)]),
            listed: Some(home.clone()),
        },
        Answer::Home {
            head: head(9_000, List::ALL.map(|list| (list, 9_000)).to_vec()),
            listed: Some(home),
        },
        Answer::WhichNumber,
        Answer::NoSuchNumber {
            no: "<7>".to_owned(),
        },
        Answer::NotYours {
            no: "<7>".to_owned(),
            unit: "<b>/&".to_owned(),
        },
        Answer::NoSuchUnit {
            words: "<b>".repeat(90),
            example: "<b>/&".to_owned(),
        },
        Answer::WhichUnit {
            units: vec![(UnitId(i64::MAX), "<b>州/汪清县/春阳镇".to_owned()); 20],
        },
        Answer::WhichWords,
    ]);
    answers.into_iter().map(Notice::Listing).collect()
}

pub(super) fn of_openings() -> Vec<Notice> {
    let name = || "<b>周".to_owned();
    let one = || Whom::One {
        cadre: CadreId(i64::MAX),
        name: name(),
    };
    let full = |responsible, lead| Draft {
        stamp: i64::MAX,
        kind: "rectification".to_owned(),
        unit: Some((UnitId(i64::MAX), "<b>/&".to_owned())),
        content: "<b>&".repeat(75),
        deadline: Some(Deadline::On(day(2014, 6, 30))),
        responsible,
        lead,
        asks_lead: false,
    };
    let person = |himself| Offer::Person {
        cadre: CadreId(i64::MAX),
        who: Who {
            name: name(),
            ..who()
        },
        himself,
    };
    let unit = || Offer::Unit {
        unit: UnitId(i64::MAX),
        path: "<b>州/汪清县/春阳镇".to_owned(),
    };
    let ask = |ask, trouble, offers| draft::Answer::Ask {
        ask,
        draft: full(one(), Whom::Unasked),
        trouble,
        offers,
        today: day(2014, 3, 3),
    };
    let people = || vec![person(true), person(false), person(false), Offer::Nobody];
    let troubles = [
        (Ask::Kind, Trouble::NoSuchKind),
        (Ask::Unit, Trouble::NoSuchUnit { words: name() }),
        (Ask::Unit, Trouble::Units { words: name() }),
        (Ask::Responsible, Trouble::Nobody { name: name() }),
        (Ask::Lead, Trouble::Several { name: name() }),
        (Ask::Deadline, Trouble::NoDeadline),
        (
            Ask::Deadline,
            Trouble::Past {
                on: day(2014, 2, 28),
            },
        ),
        (Ask::Content, Trouble::TooLong { most: 300 }),
    ];
    let mut answers = vec![
        ask(Ask::Kind, None, vec![Offer::Kind { place: 0 }]),
        ask(Ask::Unit, None, vec![unit(); 12]),
        ask(Ask::Content, None, vec![]),
        ask(Ask::Deadline, None, vec![]),
        ask(Ask::Responsible, None, people()),
        ask(Ask::Lead, None, people()),
    ];
    answers.extend(troubles.map(|(of, trouble)| ask(of, Some(trouble), people())));
    for (responsible, lead) in [
        (one(), Whom::Unasked),
        (Whom::Nobody, one()),
        (one(), Whom::Nobody),
    ] {
        let draft = full(responsible, lead);
        answers.push(draft::Answer::Preview {
            draft: draft.clone(),
        });
        answers.extend([0, 1, 2].map(|told| draft::Answer::Opened {
            draft: draft.clone(),
            no: "R<1>".to_owned(),
            told,
        }));
    }
    answers.extend([
        draft::Answer::GivenUp,
        draft::Answer::Over,
        draft::Answer::NotYours,
        draft::Answer::Exempt,
    ]);
    let answers = answers.into_iter();
    answers.map(|one| Notice::Opening(Box::new(one))).collect()
}
