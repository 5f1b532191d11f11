//! What liaisons are told: who of their units came out of reach, in the digest of the campaign's first slot.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;

use super::Turn;
use crate::books::Books;
use crate::domain::campaign::is_within;
use crate::domain::ids::CadreId;
use crate::domain::notice::{OutOfReach, Who};
use crate::domain::reach::{Liaison, told as tell};
use crate::store::{self, Tx, reach};

/// People named in one digest; of the others it says how many.
const NAMED: usize = 5;

/// Of whom each liaison is told at the slot's next occurrence: everybody who is out of reach and of whom no
/// liaison has been told yet. Two queries, however many people there are.
pub(super) async fn told(books: &Books, slot: &str) -> Result<BTreeMap<CadreId, Vec<CadreId>>> {
    let first = books.campaign.slots.first();
    if first.is_none_or(|first| first.id != slot) {
        return Ok(BTreeMap::new());
    }
    let mut tx = books.store.read().await?;
    let liaisons = reach::liaisons(&mut tx).await?;
    let people = if liaisons.is_empty() {
        Vec::new()
    } else {
        reach::untold(&mut tx).await?
    };
    tx.commit().await?;
    Ok(tell(&people, &liaisons))
}

/// Who is still out of reach of those whom digests were to tell of, looked up when their turn has come.
#[derive(Debug, Default)]
pub(super) struct StillOut {
    people: HashMap<CadreId, Who>,
    liaisons: Vec<Liaison>,
}

impl StillOut {
    /// Looks them up; asks nothing of the database if these digests tell of nobody.
    pub(super) async fn look(tx: &mut Tx, turns: &[Turn]) -> store::Result<Self> {
        let mut ids: Vec<CadreId> = turns
            .iter()
            .flat_map(|turn| turn.plan.out_of_reach.iter().copied())
            .collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(Self {
            people: reach::still(tx, &ids).await?,
            liaisons: reach::liaisons(tx).await?,
        })
    }

    /// Those of the digest's people who are out of reach still and of a unit whose liaison its reader still
    /// is, in the plan's order.
    pub(super) fn of(&self, turn: &Turn) -> Vec<CadreId> {
        let mine = |who: &Who| {
            let units = self
                .liaisons
                .iter()
                .filter(|liaison| liaison.cadre == turn.cadre);
            let mut units = units.map(|liaison| liaison.unit.as_str());
            units.any(|unit| is_within(&who.unit, unit))
        };
        let people = turn.plan.out_of_reach.iter().copied();
        people
            .filter(|id| self.people.get(id).is_some_and(mine))
            .collect()
    }

    /// As the digest says it: the first by name, and how many.
    pub(super) fn named(&self, ids: &[CadreId]) -> OutOfReach {
        let people = ids.iter().filter_map(|id| self.people.get(id));
        OutOfReach {
            people: people.take(NAMED).cloned().collect(),
            total: ids.len(),
        }
    }
}
