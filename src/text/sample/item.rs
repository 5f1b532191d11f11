//! One of every notice of an item's page and steps, and of the news of them.

use chrono::NaiveDateTime;

use crate::domain::evidence::{self, Behind};
use crate::domain::ids::ItemId;
use crate::domain::item::{Answer, Card, Deed, Event, Reason, Status, Top, Verb, What, Why};
use crate::domain::news::{News, Told};
use crate::domain::notice::{Digest, Notice};

use super::{day, late_item};

/// A moment of the samples.
pub(in crate::text) fn at(hour: u32) -> NaiveDateTime {
    day(2014, 3, 3).and_hms_opt(hour, 1, 0).unwrap()
}

/// An overdue item as its responsible person sees it.
pub(in crate::text) fn card() -> Card {
    Card {
        due: late_item(),
        kind: "rectification".to_owned(),
        measures: "清退并公示".to_owned(),
        unit: "汪清县/春阳镇".to_owned(),
        lead: "李强".to_owned(),
        responsible: "周俊哲".to_owned(),
        helpers: String::new(),
        progress: String::new(),
        reviewed: 0,
        extension: None,
        offered_to: None,
        setbacks: 0,
        last: vec![event(None, What::Assigned, "")],
        seen: 1,
        evidence: 0,
        lacks_evidence: false,
        may: vec![Verb::Submit, Verb::Report],
        may_add: true,
        may_publish: false,
    }
}

pub(in crate::text) fn event(by: Option<&str>, what: What, words: &str) -> Event {
    Event {
        at: at(9),
        by: by.map(str::to_owned),
        deed: Deed {
            what,
            day: None,
            whose: String::new(),
            words: words.to_owned(),
        },
    }
}

/// Everything that can happen, with the longest that can be said.
fn deeds() -> Vec<Deed> {
    let bare = |what| event(None, what, "").deed;
    let mut deeds: Vec<Deed> = Verb::ALL
        .into_iter()
        .map(|verb| bare(What::Took { verb }))
        .collect();
    deeds.extend([What::SignedOff, What::Assigned, What::Changed].map(bare));
    let full = |verb| Deed {
        day: Some(day(2014, 7, 15)),
        whose: "<b>金成国".to_owned(),
        words: "<b>".repeat(100),
        ..bare(What::Took { verb })
    };
    deeds.extend(Verb::ALL.map(full));
    for verb in Verb::ALL {
        let reasons = Reason::offered(verb).iter();
        let steps = reasons.filter_map(|reason| verb.with(reason.kept()));
        deeds.extend(steps.map(|step| Deed::took(&step, false)));
    }
    deeds
}

fn full_card() -> Card {
    let mut card = Card {
        measures: "<b>".repeat(400),
        unit: "<b>州/汪清县/春阳镇".to_owned(),
        lead: String::new(),
        responsible: String::new(),
        helpers: "<b>".repeat(400),
        progress: "<b>\n".repeat(400),
        extension: Some((day(2014, 7, 15), "<b>".repeat(100))),
        offered_to: Some("延边州/汪清县".to_owned()),
        setbacks: 2,
        last: vec![event(Some("<b>"), What::Changed, &"<b>".repeat(100)); 3],
        seen: usize::MAX,
        evidence: 10,
        may: Verb::ALL.to_vec(),
        ..card()
    };
    card.due.content = "<b>".repeat(1_000);
    card.due.id = ItemId(i64::MAX);
    card
}

fn whys() -> Vec<Why> {
    vec![
        Why::NotYours,
        Why::NotYourPart,
        Why::Own,
        Why::NotNow {
            status: Status::Closed,
        },
        Why::Offered,
        Why::NoSuchStep,
        Why::NoEvidence,
        Why::TooOften { most: 2 },
        Why::AlreadyAsked,
        Why::NothingAsked,
        Why::NotLater,
        Why::NoDeadline,
        Why::NoUnitAbove,
        Why::NoReason,
    ]
}

pub(super) fn of_items() -> Vec<Notice> {
    let page = |card: Card, top| Answer::Page {
        card: Box::new(card),
        top,
    };
    let mut answers = vec![
        page(card(), None),
        page(full_card(), None),
        page(card(), Some(Top::Done { invites: true })),
        page(card(), Some(Top::Done { invites: false })),
        page(
            full_card(),
            Some(Top::Since {
                event: event(Some("<b>"), What::SignedOff, "<b>"),
            }),
        ),
        page(
            Card {
                lacks_evidence: true,
                ..card()
            },
            None,
        ),
        Answer::Hidden {
            no: "<b>".to_owned(),
            unit: "<b>".to_owned(),
        },
        Answer::Gone,
    ];
    answers.extend(whys().into_iter().map(|why| {
        let top = Some(Top::Refused { why });
        page(card(), top)
    }));
    answers.extend(Status::ALL.map(|status| {
        let mut card = card();
        card.due.status = status;
        page(card, None)
    }));
    let item = ItemId(i64::MAX);
    answers.extend(
        [(1, 3), (2, 3), (1, 1)].map(|(page, pages)| Answer::History {
            item,
            no: "7".to_owned(),
            events: vec![event(Some("<b>"), What::Changed, &"<b>".repeat(100)); 8],
            page,
            pages,
        }),
    );
    let asked = [
        Verb::Return,
        Verb::Reopen,
        Verb::Refuse,
        Verb::Cancel,
        Verb::Report,
    ];
    answers.extend(asked.map(|verb| Answer::Ask {
        item,
        no: "7".to_owned(),
        content: "<b>".repeat(100),
        verb,
        seen: usize::MAX,
    }));
    let mut notices: Vec<Notice> = answers.into_iter().map(Notice::Item).collect();
    notices.extend(deeds().iter().map(told));
    notices.push(Notice::Evidence(evidence::Answer::Attached {
        of: Some(Behind::Item {
            no: "7".to_owned(),
            content: "<b>".repeat(100),
        }),
        entry: None,
        item: Some(item),
        count: 1,
        album: false,
    }));
    notices
}

/// News of it, by somebody and by the program.
fn told(deed: &Deed) -> Notice {
    let news = |by: &str| News::Item {
        item: ItemId(i64::MAX),
        no: "7".to_owned(),
        content: "<b>公车私用".to_owned(),
        by: by.to_owned(),
        deed: deed.clone(),
    };
    Notice::Digest(Digest {
        on: day(2014, 3, 5),
        news: Told {
            news: vec![news("<b>"), news("")],
            more: 0,
        },
        ..Digest::default()
    })
}
