//! What superiors are told: overdue items that have climbed to them, and items that wait for their word; both in
//! the digest of the items' own slot, on work days.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};

use super::audience::Owed;
use crate::books::Books;
use crate::domain::campaign::{Campaign, ItemKind, Rung, Slot};
use crate::domain::escalation::{Chase, Outcome, Step, climb, stands};
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::{Waits, reviewers};
use crate::domain::superior::Superiors;
use crate::store::escalation::{self as kept, Kept};
use crate::store::{review, superior};

/// Steps written in one transaction: others write in between.
const AT_ONCE: usize = 2_000;

/// Of which items each superior is told, and which wait for whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Raised {
    escalated: BTreeMap<CadreId, Vec<ItemId>>,
    reviews: BTreeMap<CadreId, Vec<ItemId>>,
}

impl Raised {
    /// What he is told, and what waits for him.
    pub(super) fn take(&mut self, cadre: CadreId) -> (Vec<ItemId>, Vec<ItemId>) {
        let escalated = self.escalated.remove(&cadre);
        let reviews = self.reviews.remove(&cadre);
        (escalated.unwrap_or_default(), reviews.unwrap_or_default())
    }
}

/// What a day changes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Change {
    new: Vec<(ItemId, Step)>,
    expired: Vec<i64>,
    stopped: Vec<i64>,
}

/// The escalations of a slot's items: loaded once, a handful of queries; then one day after the other.
#[derive(Debug, Default)]
pub(super) struct Climb {
    kinds: HashMap<String, Vec<Rung>>,
    chases: Vec<Chase>,
    known: HashMap<ItemId, Vec<Kept>>,
    superiors: Superiors,
    waits: Vec<Waits>,
}

impl Climb {
    /// All there is of the slot's items, as far as they are late before that day.
    pub(super) async fn load(books: &Books, slot: &Slot, before: NaiveDate) -> Result<Self> {
        let (campaign, zone) = (&books.campaign, books.campaign.zone);
        let kinds: Vec<&ItemKind> = of_slot(campaign, slot);
        if kinds.is_empty() {
            return Ok(Self::default());
        }
        let ids: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
        let climbing: Vec<&str> = kinds
            .iter()
            .filter(|kind| !kind.escalation.is_empty())
            .map(|kind| kind.id.as_str())
            .collect();
        let mut tx = books.store.read().await?;
        let (mut chases, mut known) = (Vec::new(), HashMap::new());
        if !climbing.is_empty() {
            chases = kept::overdue(&mut tx, &climbing, before, zone).await?;
            known = kept::known(&mut tx, &climbing).await?;
        }
        let waits = review::all(&mut tx, &ids).await?;
        let superiors = if chases.is_empty() && waits.is_empty() {
            Superiors::default()
        } else {
            superior::all(&mut tx, &heads(campaign)).await?
        };
        tx.commit().await?;
        let rungs = |kind: &&ItemKind| (kind.id.clone(), kind.escalation.clone());
        Ok(Self {
            kinds: kinds.iter().map(rungs).collect(),
            chases,
            known,
            superiors,
            waits,
        })
    }

    /// Takes a day's steps. What waited on a lower rung expires; what does not stand any more is stopped.
    fn turn(&mut self, books: &Books, day: NaiveDate) -> Change {
        let calendar = books.calendar();
        let mut change = Change::default();
        let by_item: HashMap<ItemId, &Chase> = self
            .chases
            .iter()
            .map(|chase| (chase.item, chase))
            .collect();
        for (item, steps) in &mut self.known {
            for kept in waiting(steps) {
                let is_above = |chase: &Chase, cadre| {
                    self.superiors.holds(kept.step.role, &chase.below(), cadre)
                };
                let still = by_item.get(item).is_some_and(|chase| {
                    let above = kept.step.cadre.is_some_and(|one| is_above(chase, one));
                    stands(chase, &kept.step, above)
                });
                if !still {
                    change.stopped.push(kept.id);
                    kept.step.outcome = Outcome::Stopped;
                }
            }
        }
        for chase in &self.chases {
            let Some(rungs) = self.kinds.get(&chase.kind) else {
                continue;
            };
            let steps = self.known.get(&chase.item).map_or(&[][..], Vec::as_slice);
            let steps: Vec<Step> = steps.iter().map(|kept| kept.step.clone()).collect();
            let new = climb(chase, rungs, &steps, &self.superiors, &calendar, day);
            if new.is_empty() {
                continue;
            }
            let known = self.known.entry(chase.item).or_default();
            for kept in waiting(known) {
                change.expired.push(kept.id);
                kept.step.outcome = Outcome::Expired;
            }
            for step in new {
                known.push(Kept {
                    id: 0,
                    step: step.clone(),
                });
                change.new.push((chase.item, step));
            }
        }
        change
    }

    /// Of whom each superior is told in the digest of that occurrence.
    fn raised(&self, books: &Books, slot: &Slot, at: DateTime<Utc>) -> Raised {
        let (campaign, calendar) = (&books.campaign, books.calendar());
        let on = books.local_day(at);
        let mut raised = Raised::default();
        for chase in &self.chases {
            let steps = self.known.get(&chase.item).into_iter().flatten();
            for kept in steps.filter(|kept| kept.step.outcome == Outcome::Waiting) {
                if let Some(cadre) = kept.step.cadre {
                    raised.escalated.entry(cadre).or_default().push(chase.item);
                }
            }
        }
        for waits in self.waits.iter().filter(|waits| waits.since < at) {
            let told = waits.is_told(slot, &calendar, |at| books.local_day(at), on);
            let Some(kind) = campaign.kind(&waits.kind).filter(|_| told) else {
                continue;
            };
            for cadre in reviewers(waits, kind, &self.superiors) {
                raised.reviews.entry(cadre).or_default().push(waits.item);
            }
        }
        raised
    }

    /// A day's steps without writing any: for `duban plan`.
    pub(super) fn foresee(&mut self, books: &Books, slot: &Slot, at: DateTime<Utc>) -> Raised {
        let day = books.local_day(at);
        if !books.calendar().is_work_day(day) {
            return Raised::default();
        }
        self.turn(books, day);
        self.raised(books, slot, at)
    }

    /// These people would have been told.
    pub(super) fn told(&mut self, page: &[Owed]) {
        for owed in page {
            for item in &owed.plan.escalated {
                let steps = self.known.get_mut(item).into_iter().flatten();
                for kept in steps.filter(|kept| kept.step.cadre == Some(owed.person.cadre.id)) {
                    if kept.step.outcome == Outcome::Waiting {
                        kept.step.outcome = Outcome::Told;
                    }
                }
            }
        }
    }
}

/// Takes the steps of an occurrence's day, keeps them, and says whom the digests tell of what. Doing it twice is
/// harmless.
///
/// # Errors
/// When the database fails.
pub(super) async fn decide(books: &Books, slot: &Slot, at: DateTime<Utc>) -> Result<Raised> {
    let day = books.local_day(at);
    if !books.calendar().is_work_day(day) {
        return Ok(Raised::default());
    }
    let mut tx = books.store.begin().await?;
    kept::stop_ended(&mut tx).await?;
    tx.commit().await?;
    let mut climb = Climb::load(books, slot, day).await?;
    let change = climb.turn(books, day);
    write(books, &change).await?;
    Ok(climb.raised(books, slot, at))
}

async fn write(books: &Books, change: &Change) -> Result<()> {
    let now = books.clock.now();
    if !(change.expired.is_empty() && change.stopped.is_empty()) {
        let mut tx = books.store.begin().await?;
        kept::end(&mut tx, &change.expired, Outcome::Expired).await?;
        kept::end(&mut tx, &change.stopped, Outcome::Stopped).await?;
        tx.commit().await?;
    }
    for steps in change.new.chunks(AT_ONCE) {
        let mut tx = books.store.begin().await?;
        kept::insert(&mut tx, steps, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn waiting(steps: &mut [Kept]) -> impl Iterator<Item = &mut Kept> {
    steps
        .iter_mut()
        .filter(|kept| kept.step.outcome == Outcome::Waiting)
}

fn of_slot<'a>(campaign: &'a Campaign, slot: &Slot) -> Vec<&'a ItemKind> {
    let kinds = campaign.kinds.iter();
    kinds.filter(|kind| kind.slot == slot.id).collect()
}

/// Traits that make somebody head of his unit (S17).
fn heads(campaign: &Campaign) -> Vec<&str> {
    let traits = campaign.traits.iter().filter(|one| one.head_of_unit);
    traits.map(|one| one.id.as_str()).collect()
}
