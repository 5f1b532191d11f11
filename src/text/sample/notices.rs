//! One of every notice, to be said in every language.

use chrono::NaiveTime;

use crate::domain::account::Outside;
use crate::domain::amount::Amount;
use crate::domain::cadre::LinkState;
use crate::domain::entry::WaitsFor;
use crate::domain::escalation::NobodyToTell;
use crate::domain::finding::{Finding, Kind as Sort};
use crate::domain::ids::{CadreId, OutboxId, UpdateId};
use crate::domain::item::Status;
use crate::domain::label::Kind as Which;
use crate::domain::leave::{Answer, Kind, Leave, Refusal};
use crate::domain::notice::{
    About, CodeRefusal, Command, DeadLetter, Digest, DueItem, Found, NotRecorded, Notice,
    OutOfReach, OverdueItem, Recorded, Standing, Undelivered, UnitOutOfReach, Who,
};
use crate::domain::report::{Counts, Proxies, StatusReport, UnitCount, UnitLine};

use super::corrections::{choice, labels, of_correction};
use super::listing::{of_lists, of_openings};
use super::queue::{of_evidence, of_the_queue};
use super::{day, late_item, near_item, ongoing_item, pace, standing, who};

/// One of every notice, with markup in what comes from tables.
pub(in crate::text) fn notices() -> Vec<Notice> {
    let mut notices = of_linking();
    notices.extend(of_study());
    notices.extend(of_leave());
    notices.extend(of_items());
    notices.extend(of_the_office());
    notices.extend(of_evidence());
    notices.extend(of_the_queue());
    notices.extend(of_reach());
    notices.extend(pace::notices());
    notices.extend(super::statement::notices());
    notices.extend(super::escalation::notices());
    notices.push(findings());
    notices.extend(super::drafts::of_drafts());
    notices.extend(super::drafts::of_points());
    notices.extend(super::drafts::of_opinions());
    notices.extend(super::changes::of_quotas());
    notices.extend(super::changes::of_movements());
    notices.extend(super::session::notices());
    notices.extend(super::ladder::notices());
    notices.extend(super::dispatch::notices());
    notices.extend(super::item::of_items());
    notices.extend(super::groups::notices());
    notices.extend(super::sheet::notices());
    notices.extend(super::asks::notices());
    notices.extend([
        Notice::Me {
            who: who(),
            standings: vec![standing()],
            open_items: 1,
            leave: Some(leave()),
            stretches: Vec::new(),
            of: None,
        },
        Notice::Help {
            commands: Command::ALL.to_vec(),
        },
        Notice::LanguageQuestion,
        Notice::LanguageSet,
        Notice::UnknownCommand,
        Notice::OnlyText,
        Notice::PrivateOnly,
        Notice::Fault,
    ]);
    notices.extend(of_lists().into_iter().chain(of_openings()));
    notices
}

fn of_linking() -> Vec<Notice> {
    let who = || Who {
        name: "<b>".to_owned(),
        ..who()
    };
    let refusals = [
        CodeRefusal::Unknown,
        CodeRefusal::Used,
        CodeRefusal::Expired,
        CodeRefusal::InGroup,
        CodeRefusal::AlreadyLinked { who: who() },
        CodeRefusal::PersonLinked,
        CodeRefusal::TooMany { minutes: 15 },
    ];
    let mut notices = vec![
        Notice::Welcome,
        Notice::OtherBot {
            username: "duban_east_bot".to_owned(),
        },
        Notice::LinkQuestion {
            code: "ABCDEFGHJKMNPQRS".to_owned(),
            who: who(),
        },
        Notice::Linked {
            who: who(),
            asked_at: NaiveTime::from_hms_opt(17, 30, 0),
        },
        Notice::LinkDeclined,
    ];
    notices.extend(refusals.map(Notice::CodeRefused));
    notices
}

fn of_study() -> Vec<Notice> {
    let on = day(2014, 3, 3);
    let whys = [
        NotRecorded::Unclear,
        NotRecorded::HowTo,
        NotRecorded::Future { on },
        NotRecorded::DayFull {
            on,
            most: Amount(8_000),
            held: Amount(0),
        },
        NotRecorded::DayFull {
            on,
            most: Amount(8_000),
            held: Amount(4_000),
        },
        NotRecorded::DayFull {
            on,
            most: Amount(8_000),
            held: Amount(8_000),
        },
        NotRecorded::HeldAlready {
            on,
            held: Amount(4_000),
        },
        NotRecorded::OutsideCampaign {
            on,
            start: on,
            end: on,
        },
    ];
    let mut notices = vec![Notice::Stale];
    for duty in ["study", "households", "a-duty-of-no-campaign-24"] {
        let standing = || Standing {
            duty: duty.to_owned(),
            ..standing()
        };
        let not_recorded = |why: &NotRecorded| Notice::NotRecorded {
            duty: duty.to_owned(),
            on,
            why: why.clone(),
        };
        notices.extend(whys.iter().map(not_recorded));
        let parts = vec![(on, Amount(4_000)), (on, Amount::ZERO)];
        notices.extend([
            Notice::Digest(Digest {
                is_late: false,
                on,
                check_in: Some(standing()),
                items: vec![late_item()],
                out_of_reach: OutOfReach::default(),
                slot: "evening".to_owned(),
                make_up: Some(day(2014, 2, 28)),
                waiting: 0,
                ..Digest::default()
            }),
            Notice::Recorded(Recorded {
                update: UpdateId(i64::MAX),
                parts,
                standing: standing(),
                open_items: 3,
                waits_for: Some(WaitsFor::Late),
                about: About {
                    labels: labels(),
                    choice: Some(choice(Which::Topic)),
                    by_liaison: true,
                    instead_of: vec![(on, Amount(2_000)), (on, Amount::ZERO)],
                    outside: Some(Outside {
                        next: Some((on, on)),
                    }),
                },
            }),
            Notice::Recorded(Recorded {
                update: UpdateId(1),
                parts: vec![(on, Amount(4_000))],
                standing: standing(),
                open_items: 0,
                waits_for: Some(WaitsFor::Confirmation),
                about: About {
                    choice: Some(choice(Which::Form)),
                    outside: Some(Outside { next: None }),
                    ..About::default()
                },
            }),
            Notice::Withdrawn {
                on,
                standing: standing(),
            },
        ]);
        notices.extend(of_correction(duty));
    }
    notices
}

fn leave() -> Leave {
    Leave {
        kind: Kind::Leave,
        first: day(2014, 3, 10),
        last: day(2014, 3, 14),
    }
}

fn of_leave() -> Vec<Notice> {
    let (today, update) = (day(2014, 3, 3), UpdateId(i64::MAX));
    let (first, last) = (day(2014, 3, 1), day(2014, 3, 7));
    let refusals = [
        Refusal::Unclear,
        Refusal::Past { first, last },
        Refusal::Past { first, last: first },
        Refusal::Reversed {
            first: last,
            last: first,
        },
        Refusal::TooLong { first, most: 60 },
    ];
    let mut answers = Vec::new();
    for kind in Kind::ALL {
        let leave = Leave { kind, ..leave() };
        let one_day = Leave {
            last: leave.first,
            ..leave
        };
        answers.extend([
            Answer::Question {
                kind,
                today,
                standing: None,
                update: None,
            },
            Answer::Question {
                kind,
                today: last,
                standing: Some(leave),
                update: Some(update),
            },
            Answer::Recorded {
                update,
                leave,
                work_days: 5,
            },
            Answer::Recorded {
                update,
                leave: one_day,
                work_days: 0,
            },
            Answer::Stands {
                leave,
                work_days: 5,
                update: None,
            },
            Answer::Withdrawn { leave, on: None },
            Answer::Ended {
                leave,
                kept_to: Some(today),
                on: Some(today),
            },
            Answer::Ended {
                leave,
                kept_to: None,
                on: None,
            },
            Answer::NoneStands { today },
            Answer::Withdrawn {
                leave,
                on: Some(today),
            },
        ]);
        answers.extend(refusals.map(|why| Answer::Refused { kind, why, today }));
    }
    answers.into_iter().map(Notice::Leave).collect()
}

fn of_items() -> Vec<Notice> {
    let content = "<b>\n&".repeat(100);
    let three = [near_item(), late_item(), ongoing_item()].into_iter();
    let three = three.map(|item| DueItem {
        content: content.clone(),
        ..item
    });
    let items: Vec<DueItem> = three.cycle().take(600).collect();
    let no = || "7".to_owned();
    vec![
        Notice::Digest(Digest {
            on: day(2014, 3, 3),
            is_late: false,
            check_in: None,
            items: items.clone(),
            out_of_reach: OutOfReach::default(),
            ..Digest::default()
        }),
        Notice::Tasks { items, total: 600 },
        Notice::Tasks {
            items: Vec::new(),
            total: 0,
        },
        Notice::Submitted { item: late_item() },
        Notice::ItemAlready {
            no: no(),
            status: Status::Assigned,
        },
        Notice::ItemAlready {
            no: no(),
            status: Status::Submitted,
        },
        Notice::ItemAlready {
            no: no(),
            status: Status::Closed,
        },
        Notice::ItemNotYours,
    ]
}

fn findings() -> Notice {
    let kinds = [
        Sort::Missing,
        Sort::Held,
        Sort::Stuck,
        Sort::Unserved,
        Sort::Unexplained,
        Sort::Updates,
    ];
    let finding = |kind| Finding {
        kind,
        count: 176_000,
        of: 176_000,
        places: vec!["<b>".to_owned()],
    };
    Notice::Findings {
        on: day(2014, 3, 3),
        at: NaiveTime::MIN,
        findings: kinds.map(finding).into(),
    }
}

fn of_the_office() -> Vec<Notice> {
    let unit = || "<b>州/汪清县/春阳镇".to_owned();
    let total = Counts {
        people: 176_000,
        linked: 170_000,
        blocked: 12,
        overdue: 3,
        away: 40,
        excused: 30,
        ..Counts::default()
    };
    let units = vec![
        UnitLine {
            unit: unit(),
            counts: total
        };
        10
    ];
    let found = Found {
        id: Some(CadreId(i64::MAX)),
        key: "<b>".to_owned(),
        who: who(),
        link: LinkState::Blocked,
        standing: Some(standing()),
        open_items: 0,
    };
    let late = OverdueItem {
        item: late_item(),
        unit: unit(),
        responsible: "<b>".to_owned(),
    };
    let name = || "<b>".to_owned();
    vec![
        Notice::Denied,
        Notice::FindWhat,
        Notice::Status(StatusReport {
            on: day(2014, 3, 3),
            total,
            units,
            unit_count: 66,
            dead_letters: 7,
            proxies: Proxies {
                by_proxy: 12,
                entries: 400,
            },
        }),
        Notice::Found {
            name: name(),
            people: vec![found; 300],
            total: 900,
        },
        Notice::Found {
            name: name(),
            people: Vec::new(),
            total: 0,
        },
        Notice::Overdue {
            items: vec![late; 300],
            total: 900,
            units: vec![
                UnitCount {
                    unit: unit(),
                    count: 12
                };
                5
            ],
            nobody: NobodyToTell::default(),
        },
        Notice::Overdue {
            items: Vec::new(),
            total: 0,
            units: Vec::new(),
            nobody: NobodyToTell::default(),
        },
    ]
}

fn of_reach() -> Vec<Notice> {
    let name = || "<b>".to_owned();
    let digest = |check_in, items: usize, total: usize| {
        let people = vec![
            Who {
                name: name(),
                ..who()
            };
            total.min(5)
        ];
        Notice::Digest(Digest {
            on: day(2014, 3, 3),
            is_late: false,
            check_in,
            items: vec![late_item(); items],
            out_of_reach: OutOfReach { people, total },
            waiting: total % 3,
            ..Digest::default()
        })
    };
    let unit = UnitOutOfReach {
        unit: "<b>州/汪清县/春阳镇".to_owned(),
        names: vec![name(); 3],
        total: 9_000,
    };
    let letter = |kind: &str, whom| DeadLetter {
        id: OutboxId(i64::MAX),
        kind: kind.to_owned(),
        name: whom,
        said: "Bad Request: can't parse entities: <b>".repeat(9),
    };
    let report = |people, letter_count| {
        Notice::Undelivered(Undelivered {
            people,
            units: vec![unit.clone(); people.min(10)],
            unit_count: people,
            letters: vec![
                letter("answer", Some(name())),
                letter("digest", Some(name())),
                letter("<i>", None),
            ],
            letter_count,
        })
    };
    vec![
        digest(None, 0, 1),
        digest(None, 0, 2),
        digest(None, 1, 9_000),
        digest(Some(standing()), 0, 2),
        digest(Some(standing()), 30, 6),
        report(0, 0),
        report(9_000, 0),
        report(0, 3),
        report(66, 4_000),
        Notice::UndeliveredAlone,
    ]
}
