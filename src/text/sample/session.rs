//! One of every notice of collective study, of news and of disputes.

use crate::domain::amount::Amount;
use crate::domain::dispute::{self, About, Settled};
use crate::domain::ids::{CadreId, EntryId, UnitId, UpdateId};
use crate::domain::news::{News, Told};
use crate::domain::notice::{Digest, Notice};
use crate::domain::session::{Answer, Draft, Ended, Head, Open, Pick, Place, Refusal, Roll, Seat};

use super::{day, late_item, standing};

fn name() -> String {
    "<b>".to_owned()
}

pub(in crate::text) fn notices() -> Vec<Notice> {
    let mut notices = of_sessions();
    notices.extend(of_disputes());
    notices.extend(of_news());
    notices
}

fn head() -> Head {
    Head {
        duty: "study".to_owned(),
        on: day(2014, 3, 4),
        amount: Amount(4_000),
        unit: "<b>州/汪清县/春阳镇".to_owned(),
        form: Some(name()),
        topic: Some(name()),
    }
}

fn of_sessions() -> Vec<Notice> {
    let (session, today, duty) = (UpdateId(i64::MAX), day(2014, 3, 4), || "study".to_owned());
    let draft = Draft {
        unit: Some(UnitId(i64::MAX)),
        on: Some(today),
        amount: Some(Amount(4_000)),
        form: Pick::Of(5),
        topic: Pick::Open,
    };
    let place = Place {
        id: UnitId(i64::MAX),
        path: "<b>州/一个名字非常长的单位名字非常长的单位".to_owned(),
    };
    let open = Open {
        session,
        on: today,
        amount: Amount(4_000),
    };
    let seat = |present| Seat {
        cadre: CadreId(i64::MAX),
        name: "一个名字非常长的人名字非常长的人".to_owned(),
        unit: Some("<b>州/一个名字非常长的单位名字非常长的单位".to_owned()),
        present,
    };
    let roll = |page, found| Roll {
        session,
        head: head(),
        seats: vec![seat(true), seat(false)],
        page,
        pages: 40,
        present: 3,
        total: 318,
        found,
    };
    let ended = [
        Ended::Confirmed { by: name() },
        Ended::Cancelled { by: name() },
        Ended::Withdrawn { by: name() },
        Ended::Lapsed,
    ];
    let mut answers = vec![
        Answer::AskUnit {
            draft,
            duty: duty(),
            units: vec![place; 16],
            total: 66,
        },
        Answer::AskDay {
            draft,
            duty: duty(),
            unit: name(),
            today,
            open: vec![open; 3],
        },
        Answer::AskAmount {
            draft,
            duty: duty(),
            on: today,
        },
        Answer::AskForm {
            draft,
            duty: duty(),
        },
        Answer::AskTopic {
            draft,
            duty: duty(),
        },
        Answer::Roll(roll(0, None)),
        Answer::Roll(roll(39, None)),
        Answer::Roll(roll(1, Some(name()))),
        Answer::Confirmed {
            session,
            head: head(),
            recorded: 1,
            full: Vec::new(),
            twice: Vec::new(),
        },
        Answer::Confirmed {
            session,
            head: head(),
            recorded: 318,
            full: vec![name(); 300],
            twice: vec![name(); 3],
        },
        Answer::Cancelled { head: head() },
        Answer::Withdrawn {
            head: head(),
            entries: 318,
        },
    ];
    answers.extend(ended.map(|ended| Answer::Over {
        head: head(),
        ended,
        session: Some(session),
    }));
    answers.extend(refusals().into_iter().map(Answer::Refused));
    answers.into_iter().map(Notice::Session).collect()
}

fn refusals() -> Vec<Refusal> {
    let (today, duty) = (day(2014, 3, 4), || "study".to_owned());
    vec![
        Refusal::Unclear {
            duty: duty(),
            today,
        },
        Refusal::Future { on: today },
        Refusal::OutsideCampaign {
            on: today,
            start: today,
            end: today,
        },
        Refusal::TooMuch {
            duty: duty(),
            most: Amount(8_000),
        },
        Refusal::NoDuty,
        Refusal::NobodyThere { unit: name() },
        Refusal::UnknownUnit { name: name() },
        Refusal::UnknownName { name: name() },
        Refusal::NotOnList,
        Refusal::NobodyPresent,
        Refusal::NotYours { by: name() },
        Refusal::TooLate,
    ]
}

fn of_disputes() -> Vec<Notice> {
    let (on, amount, duty) = (day(2014, 3, 4), Amount(4_000), || "study".to_owned());
    let write = |about| dispute::Answer::Write {
        about,
        duty: duty(),
        on,
    };
    let mut answers = vec![
        dispute::Answer::Question {
            entry: EntryId(i64::MAX),
            duty: duty(),
            on,
            amount,
            by: name(),
        },
        write(About::Time),
        write(About::Other),
        dispute::Answer::Noted {
            on,
            amount,
            reason: name().repeat(80),
            standing: standing(),
        },
    ];
    let whys = [
        Settled::Own,
        Settled::Waits,
        Settled::Decided,
        Settled::Withdrawn,
    ];
    answers.extend(whys.map(|why| dispute::Answer::Settled { why }));
    answers.into_iter().map(Notice::Dispute).collect()
}

fn of_news() -> Vec<Notice> {
    let (on, amount, entry) = (day(2014, 3, 4), Amount(4_000), EntryId(i64::MAX));
    let (duty, by) = (|| "study".to_owned(), name);
    let decided = |counts| News::Decided {
        entry,
        duty: duty(),
        on,
        amount,
        counts,
        reason: name().repeat(80),
        by: by(),
    };
    let target = |was, is| News::Target {
        duty: duty(),
        was,
        is,
        by: by(),
    };
    let all = vec![
        News::Session {
            entry,
            duty: duty(),
            on,
            amount,
            by: by(),
        },
        News::Proxy {
            entry,
            duty: "households".to_owned(),
            on,
            amount: Amount(2_000),
            by: by(),
        },
        decided(true),
        decided(false),
        News::Undone {
            duty: duty(),
            on,
            amount,
            by: by(),
        },
        target(Some(amount), Some(amount)),
        target(None, Some(amount)),
        target(Some(amount), None),
        News::Moved {
            unit: name(),
            rank: name(),
            from: on,
        },
        News::Assigned {
            no: "<R1>".to_owned(),
            content: "<b>".repeat(90),
            deadline: Some(crate::domain::deadline::Deadline::On(day(2014, 6, 30))),
            by: name(),
            lead: true,
        },
        News::Assigned {
            no: "R1".to_owned(),
            content: name(),
            deadline: None,
            by: name(),
            lead: false,
        },
    ];
    let digest = |news, more, check_in, items: usize| {
        Notice::Digest(Digest {
            on,
            check_in,
            items: vec![late_item(); items],
            news: Told { news, more },
            ..Digest::default()
        })
    };
    vec![
        digest(all.clone(), 3, None, 0),
        digest(all[..1].to_vec(), 0, Some(standing()), 1),
    ]
}
