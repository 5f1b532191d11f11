//! One of every notice about reminders of items and their silence.

use crate::domain::campaign::Superior;
use crate::domain::deadline::Deadline;
use crate::domain::ids::ItemId;
use crate::domain::item::{Light, Status, Verb};
use crate::domain::mute::{Answer, Why};
use crate::domain::notice::{Digest, DueItem, Notice};
use crate::domain::reminder::{Mention, Rise};

use super::{day, late_item, near_item, ongoing_item, standing};

pub(super) fn notices() -> Vec<Notice> {
    let mut notices: Vec<Notice> = digests().into_iter().map(Notice::Digest).collect();
    notices.extend(answers().into_iter().map(Notice::Mute));
    notices
}

/// The third reminder of an item that its lead hears of in two work days.
pub(in crate::text) fn reminded() -> DueItem {
    DueItem {
        mention: Some(Mention {
            kind: "rectification".to_owned(),
            times: 3,
            steps: vec![Verb::Submit, Verb::AskExtension, Verb::Report],
            lead: "李强".to_owned(),
            rise: Some(Rise {
                to: Superior::Lead,
                within: 2,
            }),
            ..Mention::default()
        }),
        ..late_item()
    }
}

fn digests() -> Vec<Digest> {
    let superiors = [
        Superior::Lead,
        Superior::Head,
        Superior::Supervision,
        Superior::Office,
    ];
    let mut alone: Vec<DueItem> = superiors
        .into_iter()
        .zip(1..)
        .map(|(to, within)| {
            let mut item = reminded();
            if let Some(mention) = &mut item.mention {
                mention.rise = Some(Rise { to, within });
            }
            item
        })
        .collect();
    let quiet = Mention {
        kind: "rectification".to_owned(),
        steps: vec![Verb::Submit, Verb::Accept, Verb::Report],
        mute: 3,
        nobodys: true,
        ..Mention::default()
    };
    let behind = DueItem {
        light: Light::Yellow,
        mention: Some(quiet.clone()),
        ..near_item()
    };
    let ongoing = DueItem {
        mention: Some(Mention {
            lead: "李强".to_owned(),
            mute: 1,
            ..quiet.clone()
        }),
        ..ongoing_item()
    };
    let at_once = DueItem {
        deadline: Deadline::Immediate,
        mention: Some(quiet),
        ..ongoing_item()
    };
    alone.extend([behind.clone(), ongoing, at_once]);
    let digest = |items| Digest {
        on: day(2014, 3, 3),
        items,
        slot: "evening".to_owned(),
        ..Digest::default()
    };
    let mut digests: Vec<Digest> = alone.into_iter().map(|item| digest(vec![item])).collect();
    for items in [
        vec![behind.clone(), behind.clone()],
        vec![behind.clone(), near_item()],
        vec![reminded(), behind.clone()],
        vec![reminded(), behind, near_item()],
    ] {
        digests.push(Digest {
            check_in: Some(standing()),
            ..digest(items)
        });
    }
    digests
}

fn answers() -> Vec<Answer> {
    let (item, no) = (ItemId(12), || "12".to_owned());
    let mut answers = vec![
        Answer::Silent {
            item,
            no: no(),
            until: day(2014, 3, 6),
        },
        Answer::Speaks { no: no() },
    ];
    let whys = [
        Why::Overdue,
        Why::Never,
        Why::TooLong { most: 1 },
        Why::TooLong { most: 5 },
        Why::NotNow {
            status: Status::Closed,
        },
        Why::Offered,
    ];
    answers.extend(whys.map(|why| Answer::Refused {
        item,
        no: no(),
        why,
    }));
    answers
}
