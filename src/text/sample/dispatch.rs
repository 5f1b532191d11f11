//! One of every notice of the monthly question about progress.

use crate::domain::dispatch::{Answer, Block, Card, Named, Overview, Quick, Silent};
use crate::domain::ids::ItemId;
use crate::domain::item::Status;
use crate::domain::month::Month;
use crate::domain::notice::{Digest, Notice};

use super::{day, standing};

pub(in crate::text) fn named() -> Named {
    Named {
        id: ItemId(12),
        no: "12".to_owned(),
        content: "会议多、文件多".to_owned(),
    }
}

pub(in crate::text) fn month() -> Month {
    Month::of(day(2014, 3, 3))
}

pub(in crate::text) fn block(items: usize) -> Block {
    Block {
        month: month(),
        due_on: day(2014, 3, 10),
        items: vec![named(); items],
    }
}

pub(in crate::text) fn card(left: usize) -> Card {
    Card {
        item: named(),
        month: month(),
        due_on: day(2014, 3, 10),
        left,
    }
}

pub(in crate::text) fn overview(lines: Vec<Silent>) -> Overview {
    Overview {
        month: month(),
        due_on: day(2014, 3, 10),
        is_over: false,
        asked: 5,
        answered: 2,
        late: 0,
        people: lines.iter().filter(|line| line.name.is_some()).count(),
        lines,
        page: 0,
        pages: 1,
    }
}

pub(in crate::text) fn silent(unit: &str, name: Option<&str>, reachable: bool) -> Silent {
    Silent {
        unit: unit.to_owned(),
        name: name.map(str::to_owned),
        reachable,
        items: 2,
    }
}

pub(super) fn notices() -> Vec<Notice> {
    let marked = || Named {
        id: ItemId(i64::MAX),
        no: "<b>&".repeat(9),
        content: "<b>\n".repeat(90),
    };
    let digest = |check_in, items| {
        Notice::Digest(Digest {
            on: day(2014, 3, 3),
            check_in,
            asked: Some(block(items)),
            ..Digest::default()
        })
    };
    let told = |words: String, next| Answer::Told {
        item: marked(),
        words,
        next,
    };
    let mut crowd = overview(vec![
        silent("<b>州/汪清县/春阳镇", Some("<b>"), true),
        silent("<b>州/汪清县/春阳镇", Some("<b>"), false),
        silent("<b>州/敦化市", None, false),
    ]);
    (crowd.page, crowd.pages) = (1, 3);
    (crowd.late, crowd.is_over) = (1, true);
    let mut answers = vec![
        Answer::Card(Card {
            item: marked(),
            ..card(3)
        }),
        Answer::Words {
            no: marked().no,
            content: marked().content,
        },
        told("<b>".repeat(200), Some(card(0))),
        told(Quick::OnCourse.kept(), None),
        told(Quick::Difficult.kept(), Some(card(1))),
        Answer::Already {
            item: marked(),
            month: month(),
            words: Quick::OnCourse.kept(),
        },
        Answer::Past {
            month: month(),
            next: None,
        },
        Answer::Past {
            month: month(),
            next: Some(card(1)),
        },
        Answer::NotYours,
        Answer::Overview(crowd),
        Answer::Overview(overview(Vec::new())),
        Answer::NoneAsked { month: None },
        Answer::NoneAsked {
            month: Some(month()),
        },
        Answer::HowTo { month: month() },
    ];
    answers.extend(Status::ALL.map(|status| Answer::Over {
        no: "<b>".to_owned(),
        status,
    }));
    let mut notices = vec![digest(None, 1), digest(Some(standing()), 9)];
    let of = |answer| Notice::Dispatch(Box::new(answer));
    notices.extend(answers.into_iter().map(of));
    notices
}
