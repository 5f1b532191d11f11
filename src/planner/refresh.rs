//! The second look at a digest, just before it is sent: what is no longer owed is closed with its
//! reason, what is owed gets today's figures (complaints 4 and 8).

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, HashMap};

use super::reach::StillOut;
use super::{audience, late};
use crate::books::Books;
use crate::domain::account::standing;
use crate::domain::digest::{self, DigestPlan, Occasion};
use crate::domain::ids::{CadreId, ItemId, OutboxId};
use crate::domain::item::{Item, by_urgency};
use crate::domain::language::Language;
use crate::domain::notice::{Digest, DueItem, Notice};
use crate::domain::owes::Done;
use crate::domain::reach;
use crate::store::snapshot::{self, Reachable};

/// Why a digest is closed that has nothing left to say.
const NOTHING_DUE: &str = "nothing_due";

/// What to do with a claimed digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fresh {
    /// Send this.
    Send {
        /// To a reader of this language.
        language: Language,
        /// The message.
        notice: Notice,
    },
    /// It is not owed any more.
    Close {
        /// Why.
        reason: String,
    },
    /// Not now.
    Park {
        /// But then.
        until: DateTime<Utc>,
        /// Why.
        reason: String,
    },
}

/// A digest whose turn has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its row.
    pub row: OutboxId,
    /// To whom.
    pub cadre: CadreId,
    /// What it was planned for.
    pub plan: DigestPlan,
}

/// Looks again at digests whose turn has come: all of them in a handful of queries.
///
/// # Errors
/// When the database fails.
pub async fn refresh(books: &Books, turns: &[Turn]) -> Result<HashMap<OutboxId, Fresh>> {
    let now = books.clock.now();
    let quiet_ends = late::out_of_quiet(&books.campaign, now);
    if quiet_ends > now {
        let park = |turn: &Turn| {
            (
                turn.row,
                Fresh::Park {
                    until: quiet_ends,
                    reason: "quiet_hours".to_owned(),
                },
            )
        };
        return Ok(turns.iter().map(park).collect());
    }
    let ids: Vec<CadreId> = turns.iter().map(|turn| turn.cadre).collect();
    let mut tx = books.store.read().await?;
    let people = snapshot::reachable_of(&mut tx, &ids).await?;
    let mut items = snapshot::items_of(&mut tx, &ids).await?;
    let midnight = day_start(books, now).timestamp_millis();
    let sent = snapshot::unsolicited_since(&mut tx, &ids, midnight).await?;
    let out = StillOut::look(&mut tx, turns).await?;
    let mut done: HashMap<(String, CadreId), Done> = HashMap::new();
    let mut occasions: BTreeMap<(&str, chrono::NaiveDate), &DigestPlan> = BTreeMap::new();
    for turn in turns {
        occasions.insert((&turn.plan.slot, turn.plan.on), &turn.plan);
    }
    for ((slot, on), plan) in occasions {
        let occasion = Occasion {
            slot,
            on,
            since: plan.since,
        };
        let of = audience::done_of(books, &mut tx, &occasion, &people).await?;
        done.extend(
            of.into_iter()
                .map(|(id, done)| ((occasion_key(slot, on), id), done)),
        );
    }
    tx.commit().await?;
    let people: HashMap<CadreId, &Reachable> = people
        .iter()
        .map(|person| (person.cadre.id, person))
        .collect();
    Ok(turns
        .iter()
        .map(|turn| {
            let fresh = match people.get(&turn.cadre) {
                None => Fresh::Close {
                    reason: "unreachable".to_owned(),
                },
                Some(_)
                    if sent.get(&turn.cadre).copied().unwrap_or(0)
                        >= i64::from(books.campaign.limits.daily_cap) =>
                {
                    Fresh::Close {
                        reason: "daily_cap".to_owned(),
                    }
                }
                Some(person) => {
                    let key = (occasion_key(&turn.plan.slot, turn.plan.on), turn.cadre);
                    let done = done.get(&key).copied().unwrap_or_default();
                    let items = items.remove(&turn.cadre).unwrap_or_default();
                    look(books, turn, person, done, &items, &out)
                }
            };
            (turn.row, fresh)
        })
        .collect())
}

fn look(
    books: &Books,
    turn: &Turn,
    person: &Reachable,
    done: Done,
    items: &[Item],
    out: &StillOut,
) -> Fresh {
    let plan = &turn.plan;
    let occasion = Occasion {
        slot: &plan.slot,
        on: plan.on,
        since: plan.since,
    };
    let fresh = digest::plan(
        &books.campaign,
        &books.calendar(),
        &occasion,
        &person.cadre,
        done,
        items,
    );
    let fresh = match reach::with(fresh, &occasion, out.of(turn)) {
        Ok(fresh) => fresh,
        // It asked nothing: what has gone is its items, done or due another day, or those it told of.
        Err(_) if plan.duty.is_none() => {
            return Fresh::Close {
                reason: NOTHING_DUE.to_owned(),
            };
        }
        Err(nothing) => {
            return Fresh::Close {
                reason: nothing.reason().to_owned(),
            };
        }
    };
    // What came up since the planning is said by the next occurrence, not smuggled into this one.
    let still: Vec<ItemId> = fresh
        .items
        .into_iter()
        .filter(|id| plan.items.contains(id))
        .collect();
    let duty = plan
        .duty
        .as_ref()
        .and(fresh.duty)
        .and_then(|id| books.campaign.duty(&id));
    if duty.is_none() && still.is_empty() && fresh.out_of_reach.is_empty() {
        return Fresh::Close {
            reason: NOTHING_DUE.to_owned(),
        };
    }
    let check_in = duty.map(|duty| {
        standing(
            &books.campaign,
            duty,
            &person.cadre.subject(),
            done.counted,
            plan.on,
            &books.calendar(),
        )
    });
    // Days are counted from the day on which it is read.
    let today = books.today();
    let mut due: Vec<DueItem> = items
        .iter()
        .filter(|item| still.contains(&item.id))
        .filter_map(|item| Some(item.due(today, &books.campaign.kind(&item.kind)?.ladder)))
        .collect();
    due.sort_by(by_urgency);
    Fresh::Send {
        language: person.language,
        notice: Notice::Digest(Digest {
            on: plan.on,
            is_late: plan.on < today,
            check_in,
            items: due,
            out_of_reach: out.named(&fresh.out_of_reach),
        }),
    }
}

fn occasion_key(slot: &str, on: chrono::NaiveDate) -> String {
    format!("{slot}:{on}")
}

/// The first instant of the campaign's local day.
fn day_start(books: &Books, now: DateTime<Utc>) -> DateTime<Utc> {
    let zone = books.campaign.zone;
    let day = books.local_day(now);
    day.and_hms_opt(0, 0, 0)
        .and_then(|midnight| midnight.and_local_timezone(zone).earliest())
        .map_or(now - TimeDelta::days(1), |start| start.to_utc())
}
