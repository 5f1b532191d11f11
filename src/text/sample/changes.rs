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

pub(super) fn of_quotas() -> Vec<Notice> {
    let units = |duty: &str| {
        let ask = Quota::For {
            duty: duty.to_owned(),
            of: Of::Unit(UnitId(7)),
        };
        vec![("<b>/春阳镇".to_owned(), ask)]
    };
    let of = || Named::Unit {
        path: "<b>/春阳镇".to_owned(),
    };
    let person = || Named::Person { who: marked() };
    let set = || Quota::Set {
        draft: draft(),
        seen: u32::MAX,
    };
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
        let line = |of, by: Option<&str>, amount| Line {
            duty: duty.to_owned(),
            of,
            rank: by.map(|_| "<rank>".to_owned()),
            amount,
            on: day(2014, 3, 3),
            by: by.map(str::to_owned),
        };
        let lines = || {
            vec![
                line(of(), Some("<b>"), Some(Amount(48_000))),
                line(person(), None, None),
            ]
        };
        let effect = |people, was, is| Effect { people, was, is };
        let preview = |amount, effects| Preview {
            duty: duty.to_owned(),
            of: of(),
            rank: Some("<rank>".to_owned()),
            amount,
            effects,
            same: 1,
        };
        let many = || {
            (1..10)
                .map(|people| effect(people, None, Some(Amount(20_000))))
                .collect()
        };
        answers.extend([
            Answer::Standing {
                lines: lines(),
                unit: Some("<b>/春阳镇".to_owned()),
            },
            Answer::History {
                lines: lines(),
                page: 1,
                more: true,
            },
            Answer::Whom {
                duty: duty.to_owned(),
                units: units(duty),
                ambiguous: false,
            },
            Answer::Whom {
                duty: duty.to_owned(),
                units: units(duty),
                ambiguous: true,
            },
            Answer::WhoseName {
                duty: duty.to_owned(),
            },
            Answer::Rank {
                duty: duty.to_owned(),
                of: of(),
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
                of: person(),
                rank: None,
                offers: vec![
                    (Some(Amount(24_000)), Quota::Look(draft())),
                    (None, Quota::Look(draft())),
                ],
            },
            Answer::Preview {
                preview: preview(Some(Amount(48_000)), many()),
                again: true,
                set: set(),
            },
            Answer::Preview {
                preview: preview(None, vec![]),
                again: false,
                set: set(),
            },
            Answer::Set {
                preview: preview(Some(Amount::ZERO), many()),
            },
            Answer::Already {
                preview: preview(None, vec![]),
            },
            Answer::BelowFloor {
                duty: duty.to_owned(),
                of: of(),
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
        ]);
    }
    answers.into_iter().map(Notice::Quota).collect()
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
    answers.into_iter().map(Notice::Movement).collect()
}
