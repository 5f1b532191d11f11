//! The monthly question about progress (S13): asked once, in the digest of its slot.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};

use super::Turn;
use crate::books::Books;
use crate::domain::campaign::{Campaign, Dispatch};
use crate::domain::digest::Occasion;
use crate::domain::dispatch::{Ask, Block, asks, is_due};
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::month::Month;
use crate::store::item::asks::{self as asked, Open};
use crate::store::{self, Tx, reach};

/// The campaign's question, if it rides in that slot.
fn of_slot<'a>(campaign: &'a Campaign, slot: &str) -> Option<&'a Dispatch> {
    let dispatch = campaign.dispatch.as_ref();
    dispatch.filter(|dispatch| dispatch.slot == slot)
}

/// When a day begins in the campaign's zone, in UTC milliseconds.
pub fn midnight(campaign: &Campaign, day: NaiveDate) -> i64 {
    day.and_hms_opt(0, 0, 0)
        .and_then(|time| time.and_local_timezone(campaign.zone).earliest())
        .map_or(i64::MIN, |at| at.timestamp_millis())
}

/// Asks, if the occasion is the month's first: a row for each item that is to be told of.
pub(super) async fn ask(books: &Books, occasion: &Occasion<'_>, now: DateTime<Utc>) -> Result<()> {
    let Some(dispatch) = of_slot(&books.campaign, occasion.slot) else {
        return Ok(());
    };
    let calendar = books.calendar();
    if !is_due(&calendar, occasion.since, occasion.on) {
        return Ok(());
    }
    let within = i32::try_from(dispatch.within).unwrap_or(i32::MAX);
    let due_on = calendar.add_work_days(occasion.on, within);
    let mut tx = books.store.begin().await?;
    let found = found(books, &mut tx, occasion.on).await?;
    asked::insert(&mut tx, Month::of(occasion.on), due_on, &found, now).await?;
    tx.commit().await?;
    tracing::info!(month = %Month::of(occasion.on).digits(), asked = found.len(), "progress asked for");
    Ok(())
}

async fn found(books: &Books, tx: &mut Tx, on: NaiveDate) -> store::Result<Vec<Ask>> {
    let items = asked::askable(tx, on).await?;
    let liaisons = reach::liaisons(tx).await?;
    let began = midnight(&books.campaign, Month::of(on).span().start);
    Ok(asks(items, &liaisons, began))
}

/// Who is still to be asked of which items at the slot's occurrence of that day.
pub(super) async fn untold(
    books: &Books,
    slot: &str,
    on: NaiveDate,
) -> Result<BTreeMap<CadreId, Vec<ItemId>>> {
    if of_slot(&books.campaign, slot).is_none() {
        return Ok(BTreeMap::new());
    }
    let mut tx = books.store.read().await?;
    let untold = asked::untold(&mut tx, Month::of(on)).await?;
    tx.commit().await?;
    Ok(untold)
}

/// The same with what would be asked then; nothing is written.
pub(super) async fn foreseen(
    books: &Books,
    occasion: &Occasion<'_>,
) -> Result<BTreeMap<CadreId, Vec<ItemId>>> {
    let untold = untold(books, occasion.slot, occasion.on).await?;
    let is_asked = of_slot(&books.campaign, occasion.slot).is_some()
        && is_due(&books.calendar(), occasion.since, occasion.on);
    if !is_asked || !untold.is_empty() {
        return Ok(untold);
    }
    let mut tx = books.store.read().await?;
    let asked = asked::due_on(&mut tx, Month::of(occasion.on)).await?;
    let asks = match asked {
        Some(_) => Vec::new(),
        None => found(books, &mut tx, occasion.on).await?,
    };
    tx.commit().await?;
    let mut foreseen: BTreeMap<CadreId, Vec<ItemId>> = BTreeMap::new();
    for ask in asks.into_iter().filter(|ask| ask.answered_at.is_none()) {
        if let Some(cadre) = ask.cadre {
            foreseen.entry(cadre).or_default().push(ask.item);
        }
    }
    Ok(foreseen)
}

/// What people have still not told of what their digests were to ask.
#[derive(Debug, Default)]
pub(super) struct StillAsked(HashMap<(CadreId, Month), Vec<Open>>);

impl StillAsked {
    /// Looks it up, a query a month; asks nothing of the database if these digests ask nothing.
    pub(super) async fn look(tx: &mut Tx, turns: &[Turn]) -> store::Result<Self> {
        let mut by_month: BTreeMap<Month, Vec<CadreId>> = BTreeMap::new();
        for turn in turns.iter().filter(|turn| !turn.plan.asks.is_empty()) {
            let month = Month::of(turn.plan.on);
            by_month.entry(month).or_default().push(turn.cadre);
        }
        let mut all = HashMap::new();
        for (month, cadres) in by_month {
            let open = asked::open_of(tx, &cadres, month).await?;
            all.extend(open.into_iter().map(|(cadre, open)| ((cadre, month), open)));
        }
        Ok(Self(all))
    }

    /// Of which the digest still has to ask.
    pub(super) fn of(&self, turn: &Turn) -> Vec<ItemId> {
        let open = self.open(turn).iter().map(|open| open.item.id);
        open.filter(|id| turn.plan.asks.contains(id)).collect()
    }

    /// As the digest says it.
    pub(super) fn block(&self, turn: &Turn, ids: &[ItemId]) -> Option<Block> {
        let open: Vec<&Open> = self.open(turn).iter().collect();
        let due_on = open.iter().map(|open| open.due_on).max()?;
        let items: Vec<_> = open
            .into_iter()
            .filter(|open| ids.contains(&open.item.id))
            .map(|open| open.item.clone())
            .collect();
        (!items.is_empty()).then(|| Block {
            month: Month::of(turn.plan.on),
            due_on,
            items,
        })
    }

    fn open(&self, turn: &Turn) -> &[Open] {
        let key = (turn.cadre, Month::of(turn.plan.on));
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }
}
