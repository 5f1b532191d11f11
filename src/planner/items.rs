//! Everybody's items as their reminders need them: what each has to do himself, what falls to him as the liaison of
//! a unit that named nobody, and to whom what is silent.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Turn, day_start};
use crate::books::Books;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::Item;
use crate::domain::reminder::{Orphan, share};
use crate::store::mute::Silent;
use crate::store::{self, Tx, item, mute, reach, snapshot};

/// What falls to the liaisons at the slot's next occurrence. Two queries, however many items there are.
pub(super) async fn of_nobody(
    books: &Books,
    slot: &str,
) -> store::Result<BTreeMap<CadreId, Vec<Item>>> {
    if books.campaign.kinds.iter().all(|kind| kind.slot != slot) {
        return Ok(BTreeMap::new());
    }
    let mut tx = books.store.read().await?;
    let liaisons = reach::liaisons(&mut tx).await?;
    if liaisons.is_empty() {
        return Ok(BTreeMap::new());
    }
    let orphans = item::of_nobody(&mut tx).await?;
    tx.commit().await?;
    let of_slot = |orphan: &Orphan| {
        let kind = books.campaign.kind(&orphan.item.kind);
        kind.is_some_and(|kind| kind.slot == slot)
    };
    let orphans = orphans.into_iter().filter(of_slot).collect();
    Ok(share(orphans, &liaisons))
}

/// What a page of people still has to do, with what falls to each as liaison.
pub(super) async fn of_page(
    books: &Books,
    tx: &mut Tx,
    ids: &[CadreId],
    orphans: &mut BTreeMap<CadreId, Vec<Item>>,
    on: NaiveDate,
) -> store::Result<HashMap<CadreId, Vec<Item>>> {
    let mut items = snapshot::items_of(tx, ids).await?;
    for id in ids {
        if let Some(his) = orphans.remove(id) {
            items.entry(*id).or_default().extend(his);
        }
    }
    // Ids of a page follow each other, and few people have anything silent.
    let silent = match (ids.iter().min(), ids.iter().max()) {
        (Some(first), Some(last)) => mute::between(tx, *first, *last, on).await?,
        _ => Silent::new(),
    };
    complete(&books.campaign, tx, &mut items, &silent).await?;
    Ok(items)
}

/// The same when the digests' turn has come: of what is nobody's, only what they were to speak of is looked up.
pub(super) async fn of_turns(
    books: &Books,
    tx: &mut Tx,
    turns: &[Turn],
    ids: &[CadreId],
    from: NaiveDate,
) -> store::Result<HashMap<CadreId, Vec<Item>>> {
    let mut items = snapshot::items_of(tx, ids).await?;
    let known: HashSet<ItemId> = items.values().flatten().map(|item| item.id).collect();
    let planned = turns.iter().flat_map(|turn| &turn.plan.items).copied();
    let mut others: Vec<ItemId> = planned.filter(|id| !known.contains(id)).collect();
    others.sort_unstable();
    others.dedup();
    let orphans = item::of_nobody_by_id(tx, &others).await?;
    if !orphans.is_empty() {
        let shares = share(orphans, &reach::liaisons(tx).await?);
        for (cadre, his) in shares.into_iter().filter(|(cadre, _)| ids.contains(cadre)) {
            items.entry(cadre).or_default().extend(his);
        }
    }
    let silent = mute::of_cadres(tx, ids, from).await?;
    complete(&books.campaign, tx, &mut items, &silent).await?;
    Ok(items)
}

/// Adds until when each is silent, and the day of its slot from which what came back is chased anew.
async fn complete(
    campaign: &Campaign,
    tx: &mut Tx,
    items: &mut HashMap<CadreId, Vec<Item>>,
    silent: &Silent,
) -> store::Result<()> {
    let mut back: Vec<ItemId> = items
        .values()
        .flatten()
        .filter(|item| item.setbacks > 0)
        .map(|item| item.id)
        .collect();
    back.sort_unstable();
    back.dedup();
    let back = item::put_back_at(tx, &back).await?;
    for (cadre, his) in items {
        for item in his {
            item.muted_until = silent.get(&(item.id, *cadre)).copied();
            let at = back.get(&item.id).copied();
            item.anew_on = at
                .and_then(DateTime::from_timestamp_millis)
                .and_then(|at| anew_on(campaign, &item.kind, at));
        }
    }
    Ok(())
}

/// The day of an instant, or the next one if the kind's slot had spoken by then.
fn anew_on(campaign: &Campaign, kind: &str, at: DateTime<Utc>) -> Option<NaiveDate> {
    let day = at.with_timezone(&campaign.zone).date_naive();
    let kind = campaign.kind(kind)?;
    let slot = campaign.slots.iter().find(|slot| slot.id == kind.slot)?;
    let midnight = day_start(campaign, at) - TimeDelta::milliseconds(1);
    if slot.schedule.between(midnight, at, 1).is_empty() {
        Some(day)
    } else {
        day.succ_opt()
    }
}
