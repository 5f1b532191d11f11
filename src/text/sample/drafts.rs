//! What is said to somebody who records step by step, about contact points, and of opinions.

use crate::domain::amount::Amount;
use crate::domain::assignment::{self, Change, Point};
use crate::domain::campaign::Ask;
use crate::domain::draft::{self, Choice, Chosen, Facts, Question, Record, Trouble};
use crate::domain::entry::WaitsFor;
use crate::domain::ids::{AssignmentId, CadreId, OpinionId, UnitId, UpdateId};
use crate::domain::notice::{About, NotRecorded, Notice, Recorded, Standing, Who};
use crate::domain::opinion::{Opinion, Opinions};

use super::{day, standing, who};

fn chosen() -> Chosen {
    Chosen {
        id: CadreId(176_000),
        who: Who {
            name: "<b>".repeat(20),
            ..who()
        },
    }
}

fn of_whom() -> Vec<draft::Answer> {
    let name = || "<b>".to_owned();
    vec![
        draft::Answer::Gone,
        draft::Answer::WhomWhat,
        draft::Answer::Whom {
            name: name(),
            people: vec![],
            total: 0,
        },
        draft::Answer::Whom {
            name: name(),
            people: vec![chosen(); 8],
            total: 30,
        },
    ]
}

pub(super) fn of_drafts() -> Vec<Notice> {
    let on = day(2014, 3, 3);
    let name = || "<b>".to_owned();
    let mut answers = of_whom();
    let duties = ["study", "households", "a-duty-of-no-campaign-24"];
    for (duty, whom) in duties.into_iter().zip([None, Some(chosen()), None]) {
        let standing = Standing {
            duty: duty.to_owned(),
            ..standing()
        };
        answers.extend([
            draft::Answer::Duties {
                whom: whom.clone(),
                standings: vec![standing.clone(); 9],
            },
            draft::Answer::HowMuch {
                whom: whom.clone(),
                standing: standing.clone(),
                on,
                late: Some(on),
            },
            draft::Answer::InWords {
                whom: whom.clone(),
                duty: duty.to_owned(),
                on,
            },
            draft::Answer::Refused {
                whom: whom.clone(),
                duty: duty.to_owned(),
                on,
                why: NotRecorded::Unclear,
            },
            draft::Answer::Refused {
                whom: whom.clone(),
                duty: duty.to_owned(),
                on,
                why: NotRecorded::Future { on },
            },
            draft::Answer::Withdrawn {
                whom: whom.clone(),
                on,
                standing: standing.clone(),
            },
        ]);
        let record = |question| {
            draft::Answer::Recorded(Box::new(Record {
                whom: whom.clone(),
                recorded: Recorded {
                    update: UpdateId(i64::MAX),
                    parts: vec![(on, Amount(1_000)), (on, Amount::ZERO)],
                    standing: standing.clone(),
                    open_items: 0,
                    waits_for: Some(WaitsFor::Late),
                    about: About::default(),
                },
                update: UpdateId(i64::MAX),
                facts: Facts {
                    form: Some("of no campaign".to_owned()),
                    topic: None,
                    partner: Some(who()),
                    place: Some("州/<b>".to_owned()),
                    subject: name(),
                    opinion: Some("<b>".repeat(100)),
                },
                question,
            }))
        };
        answers.push(record(None));
        for ask in Ask::ALL {
            let troubles = [
                None,
                Some(Trouble::Unknown { name: name() }),
                Some(Trouble::Several { name: name() }),
                Some(Trouble::TooLong),
            ];
            let choices = vec![
                Choice::Partner(chosen()),
                Choice::Point {
                    unit: UnitId(1),
                    path: "州/<b>".to_owned(),
                },
            ];
            for (choices, trouble) in [choices, vec![], vec![], vec![]].into_iter().zip(troubles) {
                answers.push(record(Some(Question {
                    ask,
                    choices,
                    trouble,
                })));
            }
        }
    }
    answers.into_iter().map(Notice::Draft).collect()
}

pub(super) fn of_points() -> Vec<Notice> {
    let name = || "<b>".to_owned();
    let point = |done| Point {
        id: AssignmentId(i64::MAX),
        unit: UnitId(1),
        path: "州/<b>".to_owned(),
        duty: "households".to_owned(),
        done: Amount(done),
    };
    let list = |whom, points, change| assignment::Answer::List {
        whom,
        points,
        standings: vec![standing()],
        change,
    };
    let found = vec![(UnitId(i64::MAX), "州/<b>".to_owned())];
    let changes = [
        Change::Added { path: name() },
        Change::Had { path: name() },
        Change::Ended { path: name() },
        Change::EndedBefore,
    ];
    let mut answers = vec![
        list(None, vec![], None),
        list(None, vec![point(0), point(1_000)], None),
        list(Some(chosen()), vec![], None),
        assignment::Answer::WhichUnit {
            whom: chosen(),
            found: vec![],
            said: None,
        },
        assignment::Answer::WhichUnit {
            whom: chosen(),
            found: vec![],
            said: Some(name()),
        },
        assignment::Answer::WhichUnit {
            whom: chosen(),
            found,
            said: Some(name()),
        },
        assignment::Answer::Nobody { name: name() },
        assignment::Answer::Several {
            name: name(),
            people: vec![chosen(); 3],
        },
        assignment::Answer::NoDuty,
    ];
    answers.extend(changes.map(|change| list(Some(chosen()), vec![point(0)], Some(change))));
    answers.into_iter().map(Notice::Points).collect()
}

pub(super) fn of_opinions() -> Vec<Notice> {
    let opinion = |subject: &str| Opinion {
        id: OpinionId(i64::MAX),
        who: who(),
        unit: "州/<b>".to_owned(),
        subject: subject.to_owned(),
        words: "<b>".repeat(100),
        on: day(2014, 3, 3),
    };
    vec![
        Notice::Opinions(Opinions {
            page: vec![],
            total: 0,
            more: false,
        }),
        Notice::Opinions(Opinions {
            page: vec![opinion("<b>"), opinion("")],
            total: 176_000,
            more: true,
        }),
    ]
}
