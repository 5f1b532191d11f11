//! One of every notice about one's own pace: how a sum is heading, later, quiet hours, who is away.

use chrono::NaiveTime;

use crate::domain::account::Pace;
use crate::domain::amount::Amount;
use crate::domain::away::{self, Absent, Candidate};
use crate::domain::forecast::{CatchUp, Short};
use crate::domain::ids::{CadreId, UpdateId};
use crate::domain::later::{self, When, Why};
use crate::domain::leave::{Kind, Leave, Refusal};
use crate::domain::notice::{About, Digest, Notice, Recorded, Standing, Who};
use crate::domain::quiet::{self, Instead, Quiet};

use super::{day, standing, who};

pub(super) fn notices() -> Vec<Notice> {
    let mut notices = of_sums();
    notices.extend(of_later().into_iter().map(Notice::Later));
    notices.extend(of_quiet().into_iter().map(Notice::Quiet));
    notices.extend(of_away().into_iter().map(Notice::Away));
    notices
}

fn of_sums() -> Vec<Notice> {
    let on = day(2014, 3, 4);
    let mut notices = Vec::new();
    for duty in ["study", "households"] {
        let standing = || Standing {
            duty: duty.to_owned(),
            ..standing()
        };
        let short = Some(Short {
            by: day(2014, 9, 30),
            amount: Amount::whole(13),
        });
        let behind = Standing {
            pace: Some(Pace::Behind),
            lag: Some(Amount::whole(5)),
            ..standing()
        };
        let digest = |check_in, again| {
            Notice::Digest(Digest {
                on,
                check_in: Some(check_in),
                slot: "evening".to_owned(),
                again,
                make_up: Some(day(2014, 3, 3)),
                ..Digest::default()
            })
        };
        notices.extend([
            Notice::Recorded(Recorded {
                update: UpdateId(1),
                parts: vec![(on, Amount::whole(1))],
                standing: Standing {
                    forecast: Some(day(2014, 7, 2)),
                    ..standing()
                },
                open_items: 0,
                waits_for: None,
                about: About::default(),
            }),
            digest(
                Standing {
                    short,
                    ..behind.clone()
                },
                true,
            ),
            digest(
                Standing {
                    catch_up: Some(CatchUp {
                        a_day: Amount::whole(1),
                        on: day(2014, 3, 20),
                    }),
                    ..behind
                },
                false,
            ),
            Notice::Me {
                who: who(),
                standings: vec![Standing {
                    short,
                    ..standing()
                }],
                open_items: 0,
                leave: None,
                stretches: vec![],
                of: None,
            },
        ]);
    }
    notices
}

fn of_later() -> Vec<later::Answer> {
    let at = NaiveTime::from_hms_opt(19, 35, 0).unwrap();
    let on = day(2014, 3, 3);
    let whens = [
        When::Today { at },
        When::NotToday { why: None },
        When::NotToday {
            why: Some(Why::Quiet),
        },
        When::NotToday {
            why: Some(Why::Cap),
        },
        When::NotToday {
            why: Some(Why::Once),
        },
    ];
    let mut answers = vec![later::Answer::NothingDue];
    for duty in ["study", "households"] {
        answers.extend(whens.map(|when| later::Answer::PutOff {
            slot: "evening".to_owned(),
            on,
            when,
            duty: Some(duty.to_owned()),
            open_items: 2,
        }));
        answers.extend([false, true].map(|answered| later::Answer::MakeUp {
            duty: duty.to_owned(),
            on,
            answered,
        }));
    }
    answers.push(later::Answer::PutOff {
        slot: "evening".to_owned(),
        on,
        when: When::Today { at },
        duty: None,
        open_items: 1,
    });
    answers
}

fn of_quiet() -> Vec<quiet::Answer> {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let quiet = |from, to| Quiet {
        from: time(from),
        to: time(to),
    };
    let (all, own) = (quiet(21, 7), quiet(20, 8));
    let mut answers = vec![
        quiet::Answer::Question {
            all,
            own: None,
            choices: vec![quiet(20, 7), quiet(21, 8), own],
        },
        quiet::Answer::Question {
            all,
            own: Some(own),
            choices: Vec::new(),
        },
        quiet::Answer::Kept { own, instead: None },
        quiet::Answer::Reset { all },
    ];
    answers.extend([false, true].map(|another_day| quiet::Answer::Kept {
        own,
        instead: Some(Instead {
            at: time(8),
            another_day,
        }),
    }));
    let whys = [
        quiet::Refusal::Unclear,
        quiet::Refusal::TooLong {
            minutes: 900,
            most: 840,
        },
        quiet::Refusal::Within,
    ];
    answers.extend(whys.map(|why| quiet::Answer::Refused {
        why,
        all,
        example: Some(own),
    }));
    answers
}

fn of_away() -> Vec<away::Answer> {
    let (today, update) = (day(2014, 3, 3), UpdateId(i64::MAX));
    let leave = Leave {
        kind: Kind::Trip,
        first: day(2014, 3, 10),
        last: day(2014, 3, 14),
    };
    let who = || Who {
        name: "<b>".to_owned(),
        ..who()
    };
    let name = || "<b>".to_owned();
    let list = |lines: usize, page, total| away::Answer::List {
        today,
        now: lines,
        absent: vec![Absent { who: who(), leave }; lines],
        page,
        total,
    };
    let first = leave.first;
    let whys = [
        Refusal::Unclear,
        Refusal::Past { first, last: today },
        Refusal::Reversed { first, last: today },
        Refusal::TooLong { first, most: 60 },
    ];
    let candidate = Candidate {
        id: CadreId(i64::MAX),
        who: who(),
    };
    let mut answers = vec![
        list(0, 0, 0),
        list(10, 1, 176_000),
        away::Answer::Recorded {
            who: who(),
            update,
            leave,
            work_days: 5,
        },
        away::Answer::Stands { who: who(), leave },
        away::Answer::Withdrawn { who: who(), leave },
        away::Answer::Which {
            people: vec![candidate; 6],
            total: 9,
            leave,
        },
        away::Answer::Nobody {
            name: name(),
            today,
        },
    ];
    answers.extend(whys.map(|why| away::Answer::Refused {
        name: name(),
        why,
        today,
    }));
    answers
}
