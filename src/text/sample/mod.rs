//! A small campaign and a few notices for the tests of words.

mod asks;
mod changes;
mod corrections;
pub(super) mod dispatch;
mod drafts;
pub(super) mod escalation;
mod groups;
pub(super) mod item;
mod ladder;
mod listing;
mod notices;
mod pace;
mod queue;
mod session;
mod sheet;
mod statement;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::domain::account::Pace;
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{
    Campaign, Confirm, Duty, Evidence, ItemKind, Label, Ladder, Late, LateJoiners, Limits, Offer,
    Slot, Words,
};
use crate::domain::class_hour::{ClassHourRule, Rate};
use crate::domain::deadline::{Deadline, Span};
use crate::domain::ids::ItemId;
use crate::domain::item::{Light, Status};
use crate::domain::language::Language;
use crate::domain::notice::{DueItem, Standing, Who};
use crate::domain::schedule::Schedule;

pub(super) use ladder::reminded;
pub(super) use notices::notices;

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
        forms: vec![label("together", "集中学习", "Collective study")],
        topics: vec![
            label("law", "党纪法规", "Discipline & law"),
            label("models", "典型宣讲", "Good examples"),
        ],
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
            per_half_day: Amount(4_000),
            rate: Rate {
                class_hours: Amount(1_000),
                minutes: 60,
            },
            steps: Vec::new(),
        },
        limits: limits(),
        tiers: Vec::new(),
        ranks: Vec::new(),
        default_rank: "member".to_owned(),
        traits: Vec::new(),
        sectors: Vec::new(),
        duties: vec![study, households],
        slots: vec![slot],
        kinds: vec![kind()],
        dispatch: None,
        categories: Vec::new(),
        bots: Vec::new(),
    }
}

/// Items to be put right.
fn kind() -> ItemKind {
    let name = [
        (Language::ZhCn, "整改"),
        (Language::ZhTw, "改善事項"),
        (Language::En, "Rectification"),
        (Language::Ko, "정돈개진"),
    ];
    let name = name.map(|(language, name)| (language, name.to_owned()));
    let ladder = Ladder {
        before: vec![3, 1, 0],
        after: vec![1, 3, 6],
        then_every: 10,
    };
    let (id, slot) = ("rectification".to_owned(), "evening".to_owned());
    ItemKind::plain(id, Words(name.into()), slot, ladder)
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
        form_name: None,
        topics: Vec::new(),
        topic_name: None,
        words: Vec::new(),
        asks: Vec::new(),
        confirm: Confirm::default(),
        evidence: Evidence::default(),
        late_joiners: LateJoiners::default(),
        topics_of: None,
    }
}

fn label(id: &str, zh: &str, en: &str) -> Label {
    Label {
        id: id.to_owned(),
        name: names(zh, en),
        words: Vec::new(),
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
        longest_leave: 60,
        question_life: TimeDelta::hours(1),
        ahead_every: 3,
        later: TimeDelta::hours(2),
        own_quiet: TimeDelta::hours(14),
        most_evidence: 10,
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
        ..Standing::default()
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
        mention: None,
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
