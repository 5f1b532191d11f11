//! One of every answer about more time, hand-ups and reassignments.

use crate::domain::action::{Ask, Whose};
use crate::domain::asks::{Answer, Gap, Handed, Heir, Line, Of, Reason, Stands, Wrong};
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Refusal, Status, Verb, Why};
use crate::domain::notice::{Notice, Who};

use super::{day, who};

fn of() -> Of {
    Of {
        item: ItemId(i64::MAX),
        no: "<7>".to_owned(),
        content: "<b>路灯".repeat(40),
    }
}

const UNIT: &str = "汪清县/<b>春阳镇";

fn one() -> (CadreId, Who) {
    let name = "<b>".repeat(20);
    (CadreId(i64::MAX), Who { name, ..who() })
}

fn wrongs() -> Vec<Option<Wrong>> {
    let day = day(2014, 9, 30);
    vec![
        None,
        Some(Wrong::NoDay),
        Some(Wrong::NotLater { than: day }),
        Some(Wrong::Past),
        Some(Wrong::TooLate { last: day }),
        Some(Wrong::Nobody {
            name: "<b>".repeat(20),
        }),
    ]
}

pub(super) fn notices() -> Vec<Notice> {
    let mut answers = refusals();
    answers.extend(extensions());
    answers.extend(hands());
    answers.push(handed());
    answers.extend(reassignments());
    let boxed = answers.into_iter().map(Box::new);
    boxed.map(Notice::Ask).collect()
}

fn refusals() -> Vec<Answer> {
    let statuses = Status::ALL.map(|status| Why::NotNow { status });
    let others = [
        Why::NotYours,
        Why::NotYourPart,
        Why::Own,
        Why::Offered,
        Why::NoSuchStep,
        Why::NoEvidence,
        Why::TooOften { most: 1 },
        Why::TooOften { most: 2 },
        Why::AlreadyAsked,
        Why::NothingAsked,
        Why::NotLater,
        Why::NoDeadline,
        Why::NoUnitAbove,
        Why::NoReason,
    ];
    let whys = statuses.into_iter().chain(others);
    let mut answers: Vec<Answer> = whys
        .map(|why| Answer::Refused {
            of: of(),
            refusal: Refusal {
                possible: if why == Why::NotYourPart {
                    vec![]
                } else {
                    vec![Verb::Report]
                },
                why,
            },
        })
        .collect();
    answers.extend([Verb::TakeUp, Verb::SendBack].map(|verb| Answer::Quicker {
        of: of(),
        by: "<b>".to_owned(),
        verb,
    }));
    answers
}

fn extensions() -> Vec<Answer> {
    let to = day(2014, 7, 15);
    let days = vec![(Gap::Week, to), (Gap::Fortnight, to), (Gap::Month, to)];
    let until = |wrong, days| Answer::Until {
        of: of(),
        deadline: to,
        days,
        example: to,
        wrong,
    };
    let asked = wrongs().into_iter().map(|wrong| until(wrong, days.clone()));
    let mut answers: Vec<Answer> = asked.collect();
    answers.push(until(Some(Wrong::TooLate { last: to }), vec![]));
    answers.extend([
        Answer::Because { of: of(), to },
        Answer::WhichItem {
            items: vec![of(), of()],
            example: to,
        },
        Answer::NoItem { no: String::new() },
        Answer::NoItem {
            no: "<7>".to_owned(),
        },
        Answer::Asked {
            of: of(),
            to,
            why: "<b>".repeat(200),
        },
    ]);
    answers
}

fn hands() -> Vec<Answer> {
    let (on, unit) = (day(2014, 7, 15), || UNIT.to_owned());
    let mut answers: Vec<Answer> = wrongs()
        .into_iter()
        .map(|wrong| Answer::When {
            of: of(),
            from: unit(),
            why: Reason::Funds.kept(),
            days: vec![(Gap::Fortnight, on), (Gap::Month, on)],
            example: on,
            wrong,
        })
        .collect();
    let whom = |several, wrong| Answer::Whom {
        of: of(),
        on,
        unit: unit(),
        me: CadreId(1),
        people: vec![one(), one()],
        several,
        wrong,
    };
    answers.extend([
        whom(false, None),
        whom(true, None),
        whom(
            false,
            Some(Wrong::Nobody {
                name: "<b>".to_owned(),
            }),
        ),
        Answer::Above {
            of: of(),
            units: vec![(UnitId(1), unit()), (UnitId(i64::MAX), unit())],
        },
        Answer::HandWhy {
            of: of(),
            to: UnitId(i64::MAX),
            unit: unit(),
        },
        Answer::TakenUp {
            of: of(),
            on,
            who: one().1,
        },
        Answer::BackWhy {
            of: of(),
            unit: unit(),
        },
        Answer::SentBack {
            of: of(),
            unit: unit(),
        },
    ]);
    let whys = Reason::ALL.map(Reason::kept).into_iter();
    answers.extend(whys.chain(["<b>".repeat(80)]).map(|why| Answer::HandedUp {
        of: of(),
        unit: unit(),
        why,
    }));
    answers
}

fn handed() -> Answer {
    let line = |stands| Line {
        of: of(),
        from: UNIT.to_owned(),
        stands,
    };
    let unit = || UNIT.to_owned();
    let with = |on| Stands::With {
        unit: unit(),
        who: "<b>".to_owned(),
        on,
    };
    let mut ours = vec![
        line(Stands::Waits { unit: unit() }),
        line(Stands::Back),
        line(with(Some(day(2014, 7, 15)))),
        line(with(None)),
    ];
    ours.extend(Status::ALL.map(|status| line(Stands::Over { status })));
    Answer::Handed(Handed {
        waiting: vec![line(Stands::Back); 6],
        waiting_total: 9,
        ours,
        ours_total: 400,
    })
}

fn reassignments() -> Vec<Answer> {
    let person = || Heir::Person(one().1);
    let unit = || Heir::Unit(UNIT.to_owned());
    let to_whom = |was: &str, units, wrong| Answer::ToWhom {
        of: of(),
        was: was.to_owned(),
        people: vec![one(); 6],
        page: u32::MAX,
        more: units,
        units,
        wrong,
    };
    let preview = |heir, again| Answer::Preview {
        of: of(),
        was: "<b>".to_owned(),
        heir,
        again,
        set: Ask::Set {
            item: ItemId(i64::MAX),
            to: Whose::Unit(UnitId(i64::MAX)),
            seen: u32::MAX,
        },
    };
    let nobody = Some(Wrong::Nobody {
        name: "<b>".to_owned(),
    });
    vec![
        Answer::Handed(Handed {
            waiting: vec![],
            waiting_total: 0,
            ours: vec![],
            ours_total: 0,
        }),
        to_whom("", true, None),
        to_whom("<b>", false, nobody),
        Answer::Which {
            of: of(),
            people: vec![one(), one()],
            units: vec![],
        },
        Answer::Which {
            of: of(),
            people: vec![],
            units: vec![(UnitId(1), UNIT.to_owned())],
        },
        Answer::Same {
            of: of(),
            heir: person(),
        },
        preview(person(), false),
        preview(unit(), true),
        Answer::Reassigned {
            of: of(),
            was: String::new(),
            heir: unit(),
        },
        Answer::Cancelled,
    ]
}
