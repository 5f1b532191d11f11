//! What the domain's tests speak of: the mass-line campaign, the work days of 2014, a person, an item.

use chrono::NaiveDate;

use super::cadre::Cadre;
use super::calendar::{Calendar, parse_year};
use super::campaign::{self, Campaign, Duty};
use super::deadline::Deadline;
use super::ids::{CadreId, ItemId, UnitId};
use super::item::{Item, Status};

pub(crate) fn campaign() -> Campaign {
    campaign::read(include_str!("../../campaigns/mass-line.toml")).unwrap()
}

pub(crate) fn duty<'a>(campaign: &'a Campaign, id: &str) -> &'a Duty {
    campaign.duty(id).unwrap()
}

pub(crate) fn calendar() -> Calendar {
    let year = parse_year(include_str!("../../calendars/cn/2014.json"));
    Calendar::from_years([year.unwrap()])
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A township cadre of section level, who owes 5 days.
pub(crate) fn cadre() -> Cadre {
    Cadre {
        id: CadreId(1),
        key: "P000001".into(),
        name: "周俊哲".into(),
        unit: UnitId(2),
        unit_path: "汪清县/春阳镇".into(),
        depth: 2,
        sector: Some("township".into()),
        post: "镇长".into(),
        rank: "section".into(),
        traits: vec![],
        phone: String::new(),
        active: true,
        joined_on: None,
    }
}

/// His item, to be done by that day.
pub(crate) fn item(deadline: Deadline, assigned_on: &str) -> Item {
    Item {
        id: ItemId(1),
        no: "12".into(),
        kind: "rectification".into(),
        content: "会议多、文件多".into(),
        responsible: Some(CadreId(1)),
        lead: "李强".into(),
        deadline,
        status: Status::Assigned,
        assigned_on: day(assigned_on),
        unit: UnitId(2),
        setbacks: 0,
        anew_on: None,
        reminded: 0,
        reminded_on: None,
        reported_on: None,
        muted_until: None,
        offered: false,
    }
}
