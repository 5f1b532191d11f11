//! One of every answer about groups, promises, their publication and polls.

use crate::domain::deadline::Deadline;
use crate::domain::group::{self, Line};
use crate::domain::ids::{ItemId, UpdateId};
use crate::domain::news::{News, Told as AllTold};
use crate::domain::notice::{Digest, Notice};
use crate::domain::poll::{Counts, Outcome, Said, Told};
use crate::domain::promise::{self, Mine};
use crate::domain::publication::{self, NotPublished, Shown};

use super::{day, late_item, near_item, ongoing_item};

fn unit() -> String {
    "<b>县/春阳镇".to_owned()
}

fn no() -> String {
    "<b>".to_owned()
}

fn words() -> String {
    "<b>为新光村修好路灯</b>".to_owned()
}

pub(super) fn notices() -> Vec<Notice> {
    let mut notices: Vec<Notice> = of_groups().into_iter().map(Notice::Group).collect();
    notices.extend(of_promises().into_iter().map(Notice::Promise));
    notices.extend(of_publications().into_iter().map(Notice::Publication));
    notices.extend(of_polls());
    notices
}

fn of_groups() -> Vec<group::Answer> {
    use group::Answer;
    let line = |item, unit: String| Line { item, unit };
    vec![
        Answer::Bound {
            unit: unit(),
            before: None,
        },
        Answer::Bound {
            unit: unit(),
            before: Some(unit()),
        },
        Answer::Which {
            units: vec![unit(); 30],
        },
        Answer::NoSuchUnit { words: words() },
        Answer::NoSuchUnit {
            words: String::new(),
        },
        Answer::NotYours,
        Answer::Taken { unit: unit() },
        Answer::Unbound,
        Answer::List {
            unit: unit(),
            items: vec![],
            total: 0,
        },
        Answer::List {
            unit: unit(),
            items: vec![
                line(late_item(), unit()),
                line(near_item(), format!("{}/新光村", unit())),
                line(ongoing_item(), unit()),
            ],
            total: 9_000,
        },
        Answer::InGroupOnly,
    ]
}

fn of_promises() -> Vec<promise::Answer> {
    use promise::Answer;
    let (on, example) = (day(2014, 6, 30), day(2014, 4, 3));
    let mine = |item, published| Mine { item, published };
    vec![
        Answer::AskWhat { example },
        Answer::AskWhen {
            content: words(),
            example,
        },
        Answer::BadDay {
            past: false,
            example,
        },
        Answer::BadDay {
            past: true,
            example,
        },
        Answer::Confirm {
            content: words(),
            on,
            unit: unit(),
            mark: u32::MAX,
        },
        Answer::Made {
            update: UpdateId(i64::MAX),
            no: "C4294967295".to_owned(),
            content: words(),
            on,
        },
        Answer::Cancelled,
        Answer::Mine {
            items: vec![],
            total: 0,
        },
        Answer::Mine {
            items: vec![mine(late_item(), true), mine(near_item(), false)],
            total: 12,
        },
        Answer::NoKind,
        Answer::Exempt,
    ]
}

fn of_publications() -> Vec<publication::Answer> {
    use publication::Answer;
    let shown = |name: &str, deadline| Shown {
        no: no(),
        kind: "<b>".to_owned(),
        content: words(),
        unit: unit(),
        name: name.to_owned(),
        deadline,
    };
    let preview = |group: &str| Answer::Preview {
        item: ItemId(i64::MAX),
        shown: shown("<b>", Deadline::Immediate),
        group: group.to_owned(),
        mark: u32::MAX,
    };
    let refused = |why| Answer::Refused { why };
    vec![
        Answer::Post(shown("<b>", Deadline::On(day(2014, 6, 30)))),
        Answer::Post(shown("", Deadline::Ongoing)),
        preview("<b>群"),
        preview(""),
        Answer::Published {
            no: no(),
            group: "<b>群".to_owned(),
        },
        Answer::Already {
            no: no(),
            on: day(2014, 3, 3),
        },
        Answer::NoGroup { unit: unit() },
        refused(NotPublished::NotYours),
        refused(NotPublished::NotPublic),
        refused(NotPublished::Over),
    ]
}

fn of_polls() -> Vec<Notice> {
    let counts = Counts {
        satisfied: 9,
        voters: 11,
    };
    let make_up = || Some((no(), day(2014, 7, 14)));
    let result = |outcome, make_up| {
        Notice::Poll(Said::Result {
            no: no(),
            content: words(),
            counts,
            outcome,
            least_voters: 5,
            make_up,
        })
    };
    let decided = |passed, make_up| {
        News::Poll(Told::Decided {
            no: no(),
            content: words(),
            counts,
            passed,
            make_up,
        })
    };
    let void = |voters, total| {
        News::Poll(Told::Void {
            unit: unit(),
            items: vec![no(); 2],
            total,
            voters,
        })
    };
    let news = vec![
        decided(true, None),
        decided(false, make_up()),
        decided(false, None),
        void(None, 9),
        void(Some(2), 2),
    ];
    vec![
        Notice::Poll(Said::Ballot {
            no: no(),
            content: words(),
            until: day(2014, 7, 3),
        }),
        result(Outcome::Passed, None),
        result(Outcome::Failed, make_up()),
        result(Outcome::Void, None),
        Notice::Digest(Digest {
            on: day(2014, 7, 3),
            news: AllTold { news, more: 0 },
            ..Digest::default()
        }),
    ]
}
