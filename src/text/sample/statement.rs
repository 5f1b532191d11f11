//! One of every page of the statement, to be said in every language.

use chrono::NaiveTime;

use crate::domain::account::Pace;
use crate::domain::amount::Amount;
use crate::domain::entry::{Event, Source, Status, WaitsFor};
use crate::domain::ids::{CadreId, EntryId, UnitId, UpdateId};
use crate::domain::month::Month;
use crate::domain::notice::{Notice, Standing, Who};
use crate::domain::statement::{
    Answer, EntryPage, Happened, History, Kept, Line, Member, Paces, Said, Somebody, Stretch, Sum,
    UnitChoice, UnitPage,
};

use super::{day, standing, who};

/// One of every page, with markup in what comes from tables.
pub(super) fn notices() -> Vec<Notice> {
    let mut notices = vec![
        account(None),
        account(Some((CadreId(i64::MAX), UnitId(i64::MAX)))),
    ];
    let answers = [histories(), entries(), choices(), units()].concat();
    notices.extend(answers.into_iter().map(Notice::Statement));
    notices
}

fn person() -> Who {
    Who {
        name: "<b>".to_owned(),
        ..who()
    }
}

fn account(of: Option<(CadreId, UnitId)>) -> Notice {
    let open = Standing {
        pending: Amount::whole(2),
        rejected: Amount::whole(4),
        ..standing()
    };
    let over = Standing {
        duty: "households".to_owned(),
        counted: Amount::whole(100),
        pace: Some(Pace::Done),
        ..standing()
    };
    let stretch = Stretch {
        duty: "study".to_owned(),
        number: 3,
        of: 3,
        first: day(2014, 6, 21),
        last: day(2014, 7, 11),
        earlier: vec![(1, over.clone()), (2, open.clone())],
    };
    Notice::Me {
        who: person(),
        standings: vec![open, over],
        open_items: 3,
        leave: None,
        stretches: vec![stretch],
        of,
    }
}

fn line(status: Status, source: Source) -> Line {
    Line {
        entry: EntryId(i64::MAX),
        on: day(2014, 3, 4),
        duty: "study".to_owned(),
        amount: Amount::whole(4),
        topic: Some("<b>".repeat(30)),
        source,
        status,
        reason: "<b>\n&".repeat(100),
    }
}

fn histories() -> Vec<Answer> {
    let sources = [Source::Tap, Source::Text, Source::Proxy, Source::Session];
    let lines = Status::ALL
        .iter()
        .zip(sources.iter().cycle())
        .map(|(status, source)| line(*status, *source));
    let lines: Vec<Line> = lines.cycle().take(8).collect();
    let history = |lines: Vec<Line>, withdrawn, pages| History {
        of: Some(CadreId(i64::MAX)),
        who: Some(person()),
        month: Month::of(day(2014, 3, 4)),
        sums: vec![
            Sum {
                duty: "study".to_owned(),
                counted: Amount::whole(12),
                pending: Amount::whole(2),
                rejected: Amount::whole(3),
            };
            lines.len().min(1)
        ],
        lines,
        page: 1,
        pages,
        withdrawn,
        withdrawn_count: 2,
        has_earlier: true,
        has_later: true,
    };
    let nothing = Line {
        amount: Amount::ZERO,
        ..line(Status::Counted, Source::Tap)
    };
    let own = History {
        of: None,
        who: None,
        page: 0,
        has_earlier: false,
        has_later: false,
        withdrawn_count: 0,
        ..history(vec![nothing], false, 1)
    };
    let all = [history(lines, true, 3), history(Vec::new(), false, 1), own];
    all.map(Answer::History).into()
}

fn entries() -> Vec<Answer> {
    let at = day(2014, 3, 5).and_time(NaiveTime::MIN);
    let happened = |event, by_correction| Happened {
        event,
        at,
        by: Some("<b>".to_owned()),
        reason: "<b>".repeat(200),
        by_correction,
    };
    let entry = |status, source, said| EntryPage {
        line: line(status, source),
        of: Some(CadreId(i64::MAX)),
        who: Some(person()),
        form: Some("<b>".to_owned()),
        partner: Some("<b>".to_owned()),
        place: Some("<b>州/汪清县/春阳镇".to_owned()),
        subject: "<b>".repeat(200),
        note: "<b>".repeat(200),
        recorded_at: at,
        recorded_by: Some("<b>".to_owned()),
        waits_for: Some(WaitsFor::Late),
        is_correction: true,
        happened: Event::ALL.map(|event| happened(event, false)).into(),
        said,
        may_withdraw: true,
        update: Some(UpdateId(9)),
        page: u32::MAX,
        withdrawn: true,
    };
    let done = Said::Done {
        standing: standing(),
    };
    let kept = [Kept::Withdrawn, Kept::Rejected, Kept::NotInHisHand];
    let mut pages = vec![
        entry(Status::Pending, Source::Text, None),
        entry(Status::Withdrawn, Source::Text, Some(done)),
    ];
    pages.extend(kept.map(|why| entry(Status::Counted, Source::Proxy, Some(Said::Kept { why }))));
    let bare = EntryPage {
        recorded_by: None,
        happened: vec![
            happened(Event::Withdrawn, true),
            Happened {
                by: None,
                ..happened(Event::Disputed, false)
            },
        ],
        ..entry(
            Status::Rejected,
            Source::Session,
            Some(Said::Kept {
                why: Kept::NotInHisHand,
            }),
        )
    };
    pages.push(bare);
    let pages = pages.into_iter().map(Box::new);
    pages.map(Answer::Entry).collect()
}

fn choices() -> Vec<Answer> {
    let somebody = Somebody {
        id: CadreId(i64::MAX),
        who: person(),
    };
    let unit = UnitChoice {
        id: UnitId(i64::MAX),
        path: "州/<b>一个名字非常非常长的单位一个名字非常非常长的单位".to_owned(),
    };
    let name = || "<b>".to_owned();
    vec![
        Answer::WhichMonth {
            example: Month::of(day(2014, 2, 4)),
        },
        Answer::WhoseAccount,
        Answer::People {
            name: name(),
            people: vec![somebody; 10],
            total: 60,
        },
        Answer::People {
            name: name(),
            people: Vec::new(),
            total: 0,
        },
        Answer::Units {
            name: name(),
            units: vec![unit; 30],
            total: 66,
        },
        Answer::Units {
            name: name(),
            units: Vec::new(),
            total: 0,
        },
    ]
}

fn units() -> Vec<Answer> {
    let member = Member {
        id: CadreId(i64::MAX),
        name: "<b>".to_owned(),
        standing: Standing {
            pending: Amount::whole(2),
            ..standing()
        },
    };
    let page = |people, pages| UnitPage {
        id: UnitId(i64::MAX),
        path: "<b>州/汪清县/春阳镇".to_owned(),
        total: 1_284,
        paces: Paces {
            behind: 1_000,
            on: 3,
            ahead: 2,
            done: 1,
        },
        people,
        page: 1,
        pages,
    };
    vec![
        Answer::Unit(page(vec![member; 8], 3)),
        Answer::Unit(page(Vec::new(), 1)),
    ]
}
