//! Which message a slot owes one person, decided from plain data: used by the planner's tick, by
//! `duban plan`, and again just before sending.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cadre::Cadre;
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty};
use super::ids::ItemId;
use super::item::Item;
use super::owes::{Done, NothingOwed, still_owes};
use super::reminder::speaks;

/// What a digest was planned for. Its figures are looked up when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestPlan {
    /// The slot.
    pub slot: String,
    /// The day it asks about.
    pub on: NaiveDate,
    /// The day the slot last spoke: ladder steps since then are said now.
    pub since: Option<NaiveDate>,
    /// The duty it asks for, if one is owed.
    pub duty: Option<String>,
    /// The items whose ladder speaks that day.
    pub items: Vec<ItemId>,
}

/// One occurrence of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// The slot's id.
    pub slot: &'a str,
    /// Its day in the campaign's zone.
    pub on: NaiveDate,
    /// The day the slot last spoke.
    pub since: Option<NaiveDate>,
}

/// The duty that a slot asks for.
pub fn duty_of<'a>(campaign: &'a Campaign, slot: &str) -> Option<&'a Duty> {
    campaign
        .duties
        .iter()
        .find(|duty| duty.slot.as_deref() == Some(slot))
}

/// The message that the occasion owes the person: his check-in if he still owes, and the items whose
/// ladder speaks; `Err` says why there is none.
///
/// `done` is what he has done of the slot's duty, `items` are his items that are to be done.
pub fn plan(
    campaign: &Campaign,
    calendar: &Calendar,
    occasion: &Occasion<'_>,
    cadre: &Cadre,
    done: Done,
    items: &[Item],
) -> Result<DigestPlan, NothingOwed> {
    let check_in = duty_of(campaign, occasion.slot).map_or(Err(NothingOwed::NoTarget), |duty| {
        still_owes(campaign, duty, cadre, done, occasion.on).map(|_| duty.id.clone())
    });
    if !cadre.active {
        return Err(NothingOwed::Left);
    }
    let items: Vec<ItemId> = items
        .iter()
        .filter(|item| item.responsible == Some(cadre.id))
        .filter(|item| {
            campaign.kind(&item.kind).is_some_and(|kind| {
                kind.slot == occasion.slot
                    && speaks(item, &kind.ladder, calendar, occasion.since, occasion.on)
            })
        })
        .map(|item| item.id)
        .collect();
    match check_in {
        Err(nothing) if items.is_empty() => Err(nothing),
        check_in => Ok(DigestPlan {
            slot: occasion.slot.to_owned(),
            on: occasion.on,
            since: occasion.since,
            duty: check_in.ok(),
            items,
        }),
    }
}
