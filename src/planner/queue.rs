//! What liaisons are told of their queues: how many entries wait, in the digest of the campaign's first slot.

use std::collections::BTreeMap;

use anyhow::Result;

use super::Turn;
use crate::books::Books;
use crate::domain::ids::CadreId;
use crate::domain::queue::shares;
use crate::store::entry::waiting;
use crate::store::{self, Tx, reach};

/// How many entries wait for each liaison at the slot's next occurrence. Two queries, however many people there
/// are.
pub(super) async fn waiting(books: &Books, slot: &str) -> Result<BTreeMap<CadreId, usize>> {
    let first = books.campaign.slots.first();
    if first.is_none_or(|first| first.id != slot) {
        return Ok(BTreeMap::new());
    }
    let mut tx = books.store.read().await?;
    let found = count(&mut tx).await?;
    tx.commit().await?;
    Ok(found)
}

/// The same when the digests' turn has come; asks nothing of the database if none of them speaks of a queue.
pub(super) async fn still(tx: &mut Tx, turns: &[Turn]) -> store::Result<BTreeMap<CadreId, usize>> {
    if turns.iter().all(|turn| turn.plan.waiting == 0) {
        return Ok(BTreeMap::new());
    }
    count(tx).await
}

async fn count(tx: &mut Tx) -> store::Result<BTreeMap<CadreId, usize>> {
    let liaisons = reach::liaisons(tx).await?;
    if liaisons.is_empty() {
        return Ok(BTreeMap::new());
    }
    Ok(shares(&waiting::batches(tx).await?, &liaisons))
}
