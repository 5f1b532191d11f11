//! A small campaign and a few notices for the tests of words.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::domain::account::Pace;
use crate::domain::amount::{Amount, ClassHourRule, Measure};
use crate::domain::cadre::LinkState;
use crate::domain::campaign::{Campaign, Duty, Late, Limits, Offer, Slot, Words};
use crate::domain::deadline::{Deadline, Span};
use crate::domain::ids::{ItemId, UpdateId};
use crate::domain::item::{Light, Status};
use crate::domain::language::Language;
use crate::domain::notice::{
    CodeRefusal, Command, Digest, DueItem, Found, NotRecorded, Notice, OverdueItem, Recorded,
    Standing, Who,
};
use crate::domain::report::{Counts, StatusReport, UnitCount, UnitLine};
use crate::domain::schedule::Schedule;

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(super) fn campaign() -> Campaign {
    let zone = chrono_tz::Asia::Shanghai;
    let offers = vec![
        Offer {
            amount: Amount(500),
            measure: Measure::Days,
        },
        Offer {
            amount: Amount(1_000),
            measure: Measure::Days,
        },
        Offer {
            amount: Amount(2_000),
            measure: Measure::ClassHours,
        },
    ];
    let study = Duty {
        offers,
        slot: Some("evening".to_owned()),
        ..duty(
            "study",
            "集中学习",
            "Study",
            Measure::ClassHours,
            Measure::Days,
        )
    };
    let households = duty(
        "households",
        "走亲连心",
        "Visits",
        Measure::Households,
        Measure::Households,
    );
    let slot = Slot {
        id: "evening".to_owned(),
        schedule: Schedule::parse("30 17 * * *", zone).unwrap(),
        work_days_only: true,
        late: Late::Drop,
    };
    Campaign {
        id: "sample".to_owned(),
        name: names("教育实践活动", "Education & practice"),
        span: Span {
            start: day(2014, 1, 20),
            end: day(2014, 9, 30),
        },
        zone,
        calendar: "cn".to_owned(),
        language: Language::ZhCn,
        class_hours: ClassHourRule {
            per_day: Amount(8_000),
            per_hour: Amount(1_000),
        },
        limits: limits(),
        tiers: Vec::new(),
        ranks: Vec::new(),
        default_rank: "member".to_owned(),
        traits: Vec::new(),
        sectors: Vec::new(),
        duties: vec![study, households],
        slots: vec![slot],
        kinds: Vec::new(),
        categories: Vec::new(),
    }
}

fn duty(id: &str, zh: &str, en: &str, measure: Measure, shown_in: Measure) -> Duty {
    Duty {
        id: id.to_owned(),
        name: names(zh, en),
        measure,
        shown_in,
        targets: Vec::new(),
        windows: Vec::new(),
        slot: None,
        max_per_day: Amount(8_000),
        backdate_days: 14,
        offers: Vec::new(),
        forms: Vec::new(),
        topics: Vec::new(),
    }
}

fn names(zh: &str, en: &str) -> Words {
    Words(
        [
            (Language::ZhCn, zh.to_owned()),
            (Language::En, en.to_owned()),
        ]
        .into(),
    )
}

fn limits() -> Limits {
    Limits {
        quiet_from: NaiveTime::from_hms_opt(21, 0, 0).unwrap(),
        quiet_to: NaiveTime::from_hms_opt(7, 30, 0).unwrap(),
        daily_cap: 2,
        invite_life: TimeDelta::days(60),
        wrong_codes: 5,
        wrong_code_pause: TimeDelta::minutes(15),
    }
}

pub(super) fn who() -> Who {
    Who {
        name: "周俊哲".to_owned(),
        unit: "汪清县/春阳镇".to_owned(),
        post: "镇长".to_owned(),
    }
}

/// Three and a half of seven days.
pub(super) fn standing() -> Standing {
    Standing {
        duty: "study".to_owned(),
        counted: Amount(28_000),
        target: Some(Amount(56_000)),
        pace: Some(Pace::On),
    }
}

pub(super) fn near_item() -> DueItem {
    DueItem {
        id: ItemId(12),
        no: "12".to_owned(),
        content: "会议多、文件多".to_owned(),
        deadline: Deadline::On(day(2014, 3, 6)),
        days_left: Some(3),
        light: Light::Blue,
        status: Status::Assigned,
    }
}

pub(super) fn late_item() -> DueItem {
    DueItem {
        id: ItemId(7),
        no: "7".to_owned(),
        content: "公车私用".to_owned(),
        deadline: Deadline::On(day(2014, 3, 1)),
        days_left: Some(-2),
        light: Light::Red,
        ..near_item()
    }
}

pub(super) fn ongoing_item() -> DueItem {
    DueItem {
        id: ItemId(15),
        no: "15".to_owned(),
        deadline: Deadline::Ongoing,
        days_left: None,
        light: Light::None,
        ..near_item()
    }
}

/// One of every notice, with markup in what comes from tables.
pub(super) fn notices() -> Vec<Notice> {
    let mut notices = of_linking();
    notices.extend(of_study());
    notices.extend(of_items());
    notices.extend(of_the_office());
    notices.extend([
        Notice::Me {
            who: who(),
            standings: vec![standing()],
            open_items: 1,
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
        NotRecorded::TooOld { on, earliest: on },
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
                on,
                check_in: Some(standing()),
                items: vec![late_item()],
            }),
            Notice::Recorded(Recorded {
                update: UpdateId(i64::MAX),
                parts,
                standing: standing(),
                open_items: 3,
            }),
            Notice::Withdrawn {
                on,
                standing: standing(),
            },
        ]);
    }
    notices
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
            check_in: None,
            items: items.clone(),
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

fn of_the_office() -> Vec<Notice> {
    let unit = || "<b>州/汪清县/春阳镇".to_owned();
    let total = Counts {
        people: 176_000,
        linked: 170_000,
        blocked: 12,
        overdue: 3,
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
        },
        Notice::Overdue {
            items: Vec::new(),
            total: 0,
            units: Vec::new(),
        },
    ]
}
