//! What of others' items is still to be told when a digest's turn has come: what was submitted meanwhile, or is no
//! concern of his any more, has gone.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::books::Books;
use crate::domain::campaign::Superior;
use crate::domain::escalation::{Escalated, Raised, Review, stands};
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::{Status, Waits, may_review};
use crate::domain::notice::{Digest, Notice};
use crate::domain::superior::Place;
use crate::planner::refresh::{Fresh, NOTHING_DUE, Turn};
use crate::store::escalation::{self, Waiting};
use crate::store::snapshot::Reachable;
use crate::store::{self, Tx, review, superior};

/// Steps and reviews that wait, by what these digests were to tell.
#[derive(Debug, Default)]
pub(in crate::planner::refresh) struct StillRaised {
    waiting: HashMap<CadreId, Vec<Waiting>>,
    reviews: HashMap<ItemId, Waits>,
    places: HashMap<CadreId, Place>,
    today: NaiveDate,
}

impl StillRaised {
    /// Looks them up; asks nothing of the database if these digests tell of nobody else's items.
    pub(in crate::planner::refresh) async fn look(
        books: &Books,
        tx: &mut Tx,
        turns: &[Turn],
        people: &HashMap<CadreId, Reachable>,
    ) -> store::Result<Self> {
        let today = books.today();
        let tells = |turn: &&Turn| !turn.plan.escalated.is_empty() || !turn.plan.reviews.is_empty();
        let ids: Vec<CadreId> = turns.iter().filter(tells).map(|turn| turn.cadre).collect();
        if ids.is_empty() {
            return Ok(Self {
                today,
                ..Self::default()
            });
        }
        let mut reviews: Vec<ItemId> = turns
            .iter()
            .flat_map(|turn| turn.plan.reviews.iter().copied())
            .collect();
        reviews.sort_unstable();
        reviews.dedup();
        let mut grants = superior::grants_of(tx, &ids).await?;
        let traits = &books.campaign.traits;
        let place = |id: &CadreId| {
            let cadre = &people.get(id)?.cadre;
            let heads = |one: &String| traits.iter().any(|t| t.head_of_unit && t.id == *one);
            let place = Place {
                cadre: *id,
                unit: cadre.unit_path.clone(),
                is_head: cadre.traits.iter().any(heads),
                grants: grants.remove(id).unwrap_or_default(),
            };
            Some((*id, place))
        };
        let places = ids.iter().filter_map(place).collect();
        Ok(Self {
            waiting: escalation::waiting(tx, &ids, books.campaign.zone).await?,
            reviews: review::still(tx, &reviews).await?,
            places,
            today,
        })
    }

    /// Steps that are not to be told any more.
    pub(in crate::planner::refresh) fn stale(&self) -> Vec<i64> {
        let stale = |waiting: &&Waiting| {
            let place = waiting.step.cadre.and_then(|id| self.places.get(&id));
            // Of whom cannot be written to now it is not known what he is.
            place.is_some_and(|place| !is_to_be_told(waiting, place))
        };
        let all = self.waiting.values().flatten();
        all.filter(stale).map(|waiting| waiting.id).collect()
    }

    /// What the digest still has to tell.
    pub(super) fn of(&self, books: &Books, turn: &Turn) -> Raised {
        let Some(place) = self.places.get(&turn.cadre) else {
            return Raised::default();
        };
        let mut items: Vec<(Superior, Escalated)> = Vec::new();
        for waiting in self.waiting.get(&turn.cadre).into_iter().flatten() {
            let item = waiting.chase.item;
            let planned = turn.plan.escalated.contains(&item);
            if planned && is_to_be_told(waiting, place) {
                items.push((waiting.step.role, escalated(waiting, self.today)));
            }
        }
        let waits = turn.plan.reviews.iter().filter_map(|item| {
            let waits = self.reviews.get(item)?;
            let kind = books.campaign.kind(&waits.kind)?;
            may_review(waits, kind, place).then(|| Review {
                item: waits.item,
                no: waits.no.clone(),
            })
        });
        Raised::new(items, waits.collect())
    }
}

fn is_to_be_told(waiting: &Waiting, place: &Place) -> bool {
    let (chase, step) = (&waiting.chase, &waiting.step);
    let is_above = place.is(step.role, &chase.below());
    waiting.status.is_open() && !waiting.offered && stands(chase, step, is_above)
}

fn escalated(waiting: &Waiting, today: NaiveDate) -> Escalated {
    Escalated {
        item: waiting.chase.item,
        no: waiting.no.clone(),
        unit: waiting.chase.unit.clone(),
        responsible: waiting.responsible.clone(),
        days_late: waiting.chase.days_late(today),
    }
}

/// The digest with it. What waits for his word is not told once more as news.
pub(super) fn join(fresh: Fresh, raised: Raised) -> Fresh {
    match fresh {
        Fresh::Send { language, notice } => {
            let notice = match *notice {
                Notice::Digest(mut digest) => {
                    digest.news.news.retain(|news| !raised.holds(news));
                    Notice::Digest(Digest { raised, ..digest })
                }
                other => other,
            };
            Fresh::Send {
                language,
                notice: Box::new(notice),
            }
        }
        other => other,
    }
}

/// A digest of it alone.
pub(super) fn alone(person: &Reachable, turn: &Turn, today: NaiveDate, raised: Raised) -> Fresh {
    Fresh::Send {
        language: person.language,
        notice: Box::new(Notice::Digest(Digest {
            on: turn.plan.on,
            is_late: turn.plan.on < today,
            slot: turn.plan.slot.clone(),
            again: turn.plan.again,
            raised,
            ..Digest::default()
        })),
    }
}

/// Why a digest is closed that was to tell of these items alone.
pub(super) fn gone(items: &[ItemId], statuses: &HashMap<ItemId, Status>) -> &'static str {
    let all = |is: fn(&Status) -> bool| {
        let is = |item: &ItemId| statuses.get(item).is_some_and(is);
        !items.is_empty() && items.iter().all(is)
    };
    if all(|status| status.is_over()) {
        "signed_off"
    } else if all(|status| !status.is_open()) {
        "submitted"
    } else {
        NOTHING_DUE
    }
}
