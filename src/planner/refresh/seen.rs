//! What the second look at a round of digests needs, loaded in sets, and what it says of each.

mod raised;
mod untold;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Fresh, NOTHING_DUE, PUT_OFF, Past, QUIET_HOURS, Turn, look};
use crate::books::Books;
use crate::domain::cadre::OutOfReach;
use crate::domain::digest::{DigestPlan, Occasion, duty_of};
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::{Item, Status};
use crate::domain::leave::Leave;
use crate::domain::make_up;
use crate::domain::owes::{Attendance, Done, NothingOwed};
use crate::domain::quiet::Quiet;
use crate::domain::quota::Quotas;
use crate::domain::reminder::is_silent;
use crate::domain::rules::Rules;
use crate::planner::audience;
use crate::planner::dispatch::StillAsked;
use crate::planner::items;
use crate::planner::late::{day_start, out_of_own};
use crate::planner::queue;
use crate::planner::reach::StillOut;
use crate::store::snapshot::{self, Reachable};
use crate::store::{Tx, entry, item, leave, postponement, quiet, quota};
use raised::StillRaised;
pub(super) use untold::Untold;

/// What is looked up for a round of digests, in sets.
#[derive(Debug)]
pub(super) struct Seen {
    people: HashMap<CadreId, Reachable>,
    out_of_reach: HashMap<CadreId, OutOfReach>,
    items: HashMap<CadreId, Vec<Item>>,
    /// Of the items that were to be spoken of and are not to be done any more.
    statuses: HashMap<ItemId, Status>,
    leaves: HashMap<CadreId, Vec<Leave>>,
    /// Unsolicited messages of this day.
    sent: HashMap<CadreId, i64>,
    done: HashMap<(String, CadreId), Done>,
    /// Of whom liaisons are told.
    out: StillOut,
    /// How many entries wait for each liaison.
    waiting: BTreeMap<CadreId, usize>,
    /// What people are told.
    untold: Untold,
    /// Of what they are asked how it stands.
    asked: StillAsked,
    /// What superiors and reviewers are told.
    raised: StillRaised,
    quotas: Quotas,
    /// Quiet hours of their own.
    quiet: HashMap<CadreId, Quiet>,
    /// Who does not want which slot's message again that day.
    not_again: HashSet<(CadreId, String, NaiveDate)>,
    /// The days of late on which they have answered, by the duty that is asked.
    answered: HashMap<(String, CadreId), Vec<NaiveDate>>,
}

impl Seen {
    pub(super) async fn load(
        books: &Books,
        tx: &mut Tx,
        turns: &[Turn],
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let ids: Vec<CadreId> = turns.iter().map(|turn| turn.cadre).collect();
        let reachable = snapshot::reachable_of(tx, &ids).await?;
        let mut done = HashMap::new();
        let mut occasions: BTreeMap<(&str, NaiveDate), &DigestPlan> = BTreeMap::new();
        for turn in turns {
            occasions.insert((&turn.plan.slot, turn.plan.on), &turn.plan);
        }
        let today = books.local_day(now);
        let first = occasions.keys().map(|(_, on)| *on).min().unwrap_or(today);
        let answered = answered(books, tx, &occasions, &ids).await?;
        let longest = books.campaign.duties.iter().map(|duty| duty.backdate_days);
        let back = make_up::since(longest.max().unwrap_or(0), first);
        for ((slot, on), plan) in occasions {
            let occasion = Occasion {
                slot,
                on,
                since: plan.since,
            };
            let of = audience::done_of(books, tx, &occasion, &reachable).await?;
            done.extend(
                of.into_iter()
                    .map(|(id, done)| ((occasion_key(slot, on), id), done)),
            );
        }
        // A turn is of a person or a few: only what is set for them.
        let cadres: Vec<_> = reachable.iter().map(|person| &person.cadre).collect();
        let quotas = quota::of_cadres(tx, &cadres).await?;
        let people: HashMap<CadreId, Reachable> = reachable
            .into_iter()
            .map(|person| (person.cadre.id, person))
            .collect();
        let lost: Vec<CadreId> = ids
            .iter()
            .filter(|id| !people.contains_key(id))
            .copied()
            .collect();
        let items = items::of_turns(books, tx, turns, &ids, first.min(today)).await?;
        let open: HashSet<ItemId> = items.values().flatten().map(|item| item.id).collect();
        let gone: Vec<ItemId> = turns
            .iter()
            .flat_map(|turn| &turn.plan.items)
            .filter(|id| !open.contains(id))
            .chain(turns.iter().flat_map(|turn| &turn.plan.escalated))
            .copied()
            .collect();
        let midnight = day_start(&books.campaign, now).timestamp_millis();
        Ok(Self {
            raised: StillRaised::look(books, tx, turns, &people).await?,
            out_of_reach: snapshot::out_of_reach(tx, &lost).await?,
            people,
            items,
            statuses: item::statuses(tx, &gone).await?,
            leaves: leave::of_cadres(tx, &ids, back.min(today), first.max(today)).await?,
            sent: snapshot::unsolicited_since(tx, &ids, midnight).await?,
            done,
            out: StillOut::look(tx, turns).await?,
            waiting: queue::still(tx, turns).await?,
            untold: Untold::look(tx, turns).await?,
            asked: StillAsked::look(tx, turns).await?,
            quotas,
            quiet: quiet::of_cadres(tx, &ids).await?,
            not_again: postponement::not_again(tx, &ids, first).await?,
            answered,
        })
    }

    /// Steps of escalations that are not to be told any more.
    pub(super) fn stale(&self) -> Vec<i64> {
        self.raised.stale()
    }

    pub(super) fn look(&mut self, books: &Books, turn: &Turn) -> Fresh {
        let Some(person) = self.people.get(&turn.cadre) else {
            let why = self.out_of_reach.get(&turn.cadre).copied();
            return Fresh::close(why.unwrap_or(OutOfReach::Unlinked).reason());
        };
        // Away on the day that is asked about, or on this one: in neither case is he disturbed.
        let leaves = self.leaves.get(&turn.cadre).map_or(&[][..], Vec::as_slice);
        let today = audience::attendance(leaves, books.today());
        if today == Attendance::Away {
            return Fresh::close(NothingOwed::OnLeave.reason());
        }
        let put_off = (turn.cadre, turn.plan.slot.clone(), turn.plan.on);
        if self.not_again.contains(&put_off) {
            return Fresh::close(PUT_OFF);
        }
        let (own, now) = (self.quiet.get(&turn.cadre).copied(), books.clock.now());
        let calendar = books.calendar();
        let until = out_of_own(&books.campaign, &calendar, &turn.plan.slot, own, now);
        if until > now {
            return Fresh::Park {
                until,
                reason: QUIET_HOURS.to_owned(),
            };
        }
        let cap = i64::from(books.campaign.limits.daily_cap);
        if self.sent.get(&turn.cadre).copied().unwrap_or(0) >= cap {
            return Fresh::close("daily_cap");
        }
        let attendance = audience::attendance(leaves, turn.plan.on);
        let key = (occasion_key(&turn.plan.slot, turn.plan.on), turn.cadre);
        let done = self.done.get(&key).copied().unwrap_or_default();
        let items = self.items.remove(&turn.cadre).unwrap_or_default();
        let rules = Rules {
            campaign: &books.campaign,
            calendar: &calendar,
            quotas: &self.quotas,
        };
        let today = books.today();
        let asked = duty_of(&books.campaign, &turn.plan.slot).map(|duty| duty.id.clone());
        let answered = asked.and_then(|duty| self.answered.get(&(duty, turn.cadre)));
        let past = Past {
            answered: answered.map_or(&[][..], Vec::as_slice),
            leaves,
        };
        let waiting = self.waiting.get(&turn.cadre).copied().unwrap_or(0);
        let fresh = look(
            &rules,
            today,
            turn,
            person,
            attendance,
            done,
            &items,
            &self.out,
            &past,
            waiting,
            &self.untold,
            &self.asked,
        );
        let raised = self.raised.of(books, turn);
        match fresh {
            Ok(fresh) => raised::join(fresh, raised),
            Err(nothing) if !raised.is_empty() && !nothing.is_some_and(NothingOwed::is_silence) => {
                raised::alone(person, turn, today, raised)
            }
            Err(None) if turn.plan.items.is_empty() => {
                Fresh::close(raised::gone(&turn.plan.escalated, &self.statuses))
            }
            Err(nothing) => Fresh::close(nothing.map_or_else(
                || gone(&turn.plan.items, &items, &self.statuses, turn.plan.on),
                NothingOwed::reason,
            )),
        }
    }
}

/// The days of late on which these people have answered, by the duty that is asked: one query a slot.
async fn answered(
    books: &Books,
    tx: &mut Tx,
    occasions: &BTreeMap<(&str, NaiveDate), &DigestPlan>,
    ids: &[CadreId],
) -> Result<HashMap<(String, CadreId), Vec<NaiveDate>>> {
    let mut all = HashMap::new();
    let mut by_slot: BTreeMap<&str, (NaiveDate, NaiveDate)> = BTreeMap::new();
    for (slot, on) in occasions.keys() {
        let (first, last) = by_slot.entry(slot).or_insert((*on, *on));
        (*first, *last) = ((*first).min(*on), (*last).max(*on));
    }
    for (slot, (first, last)) in by_slot {
        let Some(duty) = duty_of(&books.campaign, slot) else {
            continue;
        };
        let since = make_up::since(duty.backdate_days, first);
        let days = entry::answered(tx, ids, duty, since, last).await?;
        all.extend(
            days.into_iter()
                .map(|(cadre, days)| ((duty.id.clone(), cadre), days)),
        );
    }
    Ok(all)
}

/// Why a digest is closed that was to speak of items alone: what has become of them since. If that is not the same
/// of all, they are not due any more.
fn gone(
    planned: &[ItemId],
    his: &[Item],
    statuses: &HashMap<ItemId, Status>,
    on: NaiveDate,
) -> &'static str {
    let why = |id: &ItemId| match (statuses.get(id), his.iter().find(|item| item.id == *id)) {
        (Some(Status::Closed), _) => "signed_off",
        (Some(Status::Cancelled), _) => "cancelled",
        (Some(Status::Submitted), _) => "submitted",
        (_, None) => "reassigned",
        (_, Some(item)) if item.offered => "handed_up",
        (_, Some(item)) if is_silent(item, on) => "muted",
        (_, Some(_)) => NOTHING_DUE,
    };
    let Some(first) = planned.first().map(why) else {
        return NOTHING_DUE;
    };
    if planned.iter().all(|id| why(id) == first) {
        first
    } else if planned
        .iter()
        .all(|id| statuses.get(id).is_some_and(|status| !status.is_open()))
    {
        "submitted"
    } else {
        NOTHING_DUE
    }
}

fn occasion_key(slot: &str, on: NaiveDate) -> String {
    format!("{slot}:{on}")
}
