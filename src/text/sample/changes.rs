//! One of every answer about targets set locally and about movement.

use crate::domain::action::{Movement, Of, Quota, QuotaDraft};
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::movement::{self, Owing};
use crate::domain::notice::{Notice, Who};
use crate::domain::quota::{Answer, Effect, Line, Named, Preview};

use super::{day, standing, who};

fn marked() -> Who {
    Who {
        name: "<b>".to_owned(),
        ..who()
    }
}

fn draft() -> QuotaDraft {
    QuotaDraft {
        duty: "a-duty-of-no-campaign-24".to_owned(),
        of: Of::Unit(UnitId(2_000_000_000)),
        rank: Some(2),
        amount: Some(Amount(48_000)),
    }
}

fn town() -> Named {
    Named::Unit {
        path: "<b>/春阳镇".to_owned(),
    }
}

pub(super) fn of_quotas() -> Vec<Notice> {
    let mut answers = vec![
        Answer::History {
            lines: vec![],
            page: 0,
            more: false,
        },
        Answer::Which {
            people: vec![(marked(), Quota::Show)],
        },
        Answer::Cancelled,
        Answer::NoDuty,
    ];
    for duty in ["study", "households", "a-duty-of-no-campaign-24"] {
        answers.extend(listings(duty));
        answers.extend(questions(duty));
        answers.extend(previews(duty));
        answers.extend(refusals(duty));
    }
    let boxed = answers.into_iter().map(Box::new);
    boxed.map(Notice::Quota).collect()
}

fn listings(duty: &str) -> [Answer; 2] {
    let line = |of, by: Option<&str>, amount| Line {
        duty: duty.to_owned(),
        of,
        rank: by.map(|_| "<rank>".to_owned()),
        amount,
        on: day(2014, 3, 3),
        by: by.map(str::to_owned),
    };
    let lines = || {
        let person = Named::Person { who: marked() };
        vec![
            line(town(), Some("<b>"), Some(Amount(48_000))),
            line(person, None, None),
        ]
    };
    [
        Answer::Standing {
            lines: lines(),
            unit: Some("<b>/春阳镇".to_owned()),
        },
        Answer::History {
            lines: lines(),
            page: 1,
            more: true,
        },
    ]
}

fn questions(duty: &str) -> [Answer; 5] {
    let units = || {
        let ask = Quota::For {
            duty: duty.to_owned(),
            of: Of::Unit(UnitId(7)),
        };
        vec![("<b>/春阳镇".to_owned(), ask)]
    };
    let whom = |ambiguous| Answer::Whom {
        duty: duty.to_owned(),
        units: units(),
        ambiguous,
    };
    [
        whom(false),
        whom(true),
        Answer::WhoseName {
            duty: duty.to_owned(),
        },
        Answer::Rank {
            duty: duty.to_owned(),
            of: town(),
            below: Some(Quota::Below {
                duty: duty.to_owned(),
                unit: UnitId(7),
            }),
            ranks: vec![
                (None, Quota::Show),
                (Some("<rank>".to_owned()), Quota::Show),
            ],
        },
        Answer::HowMuch {
            duty: duty.to_owned(),
            of: Named::Person { who: marked() },
            rank: None,
            offers: vec![
                (Some(Amount(24_000)), Quota::Look(draft())),
                (None, Quota::Look(draft())),
            ],
        },
    ]
}

fn previews(duty: &str) -> [Answer; 4] {
    let preview = |amount, people: usize| Preview {
        duty: duty.to_owned(),
        of: town(),
        rank: Some("<rank>".to_owned()),
        amount,
        effects: (0..people)
            .map(|people| Effect {
                people: people + 1,
                was: None,
                is: Some(Amount(20_000)),
            })
            .collect(),
        same: 1,
    };
    let asked = |preview, again| Answer::Preview {
        preview,
        again,
        set: Quota::Set {
            draft: draft(),
            seen: u32::MAX,
        },
    };
    [
        asked(preview(Some(Amount(48_000)), 9), true),
        asked(preview(None, 0), false),
        Answer::Set {
            preview: preview(Some(Amount::ZERO), 9),
        },
        Answer::Already {
            preview: preview(None, 0),
        },
    ]
}

fn refusals(duty: &str) -> [Answer; 3] {
    [
        Answer::BelowFloor {
            duty: duty.to_owned(),
            of: town(),
            rank: Some("<rank>".to_owned()),
            amount: Amount(8_000),
            least: Amount(24_000),
        },
        Answer::NoAmount {
            duty: duty.to_owned(),
        },
        Answer::NoSuch {
            words: "<b>".to_owned(),
            duty: duty.to_owned(),
            unit: None,
        },
    ]
}

pub(super) fn of_movements() -> Vec<Notice> {
    use movement::{Answer, Line, Preview};
    let ask = || Movement::History {
        cadre: CadreId(176_000),
    };
    let preview = |unit: Option<&str>, owing, waits| Preview {
        who: marked(),
        rank: "<rank>".to_owned(),
        unit: unit.map(str::to_owned),
        rank_then: "member".to_owned(),
        from: day(2014, 3, 10),
        waits,
        owing,
        kept: Some(standing()),
    };
    let owing = || {
        vec![Owing {
            duty: "study".to_owned(),
            was: None,
            is: Some(Amount(56_000)),
        }]
    };
    let line = |unit: Option<&str>, waits| Line {
        unit: unit.map(str::to_owned),
        rank: "<rank>".to_owned(),
        from: day(2014, 3, 10),
        waits,
    };
    let lines = vec![line(None, true), line(Some("<b>/春阳镇"), false)];
    let answers = [
        Answer::HowTo,
        Answer::History {
            who: marked(),
            lines: vec![],
        },
        Answer::History {
            who: marked(),
            lines,
        },
        Answer::Preview {
            preview: preview(Some("<b>/延吉"), owing(), true),
            again: true,
            set: ask(),
        },
        Answer::Preview {
            preview: preview(None, vec![], false),
            again: false,
            set: ask(),
        },
        Answer::Recorded {
            preview: preview(Some("汪清县/春阳镇"), owing(), false),
        },
        Answer::Already { who: marked() },
        Answer::Cancelled,
        Answer::WhichPerson {
            people: vec![(marked(), ask())],
        },
        Answer::WhichUnit {
            units: vec![("<b>/春阳镇".to_owned(), ask())],
        },
        Answer::NobodyThere {
            name: "<b>".to_owned(),
        },
        Answer::NoUnit {
            words: "<b>".to_owned(),
            name: "<b>".to_owned(),
        },
        Answer::Nothing { who: marked() },
        Answer::TooEarly {
            who: marked(),
            since: day(2014, 3, 10),
        },
        Answer::TooLate {
            last: day(2014, 9, 30),
        },
    ];
    let boxed = answers.into_iter().map(Box::new);
    boxed.map(Notice::Movement).collect()
}
