//! Schedules → who still owes what → rows in the outbox. Planning twice is harmless: each row's key
//! says what, whom, which occurrence.

mod again;
mod audience;
mod before;
mod dispatch;
mod escalation;
mod items;
mod late;
mod poll;
mod preview;
mod queue;
mod reach;
mod refresh;

use anyhow::Result;
use audience::Besides;
use chrono::{DateTime, Utc};

use crate::books::Books;
use crate::calendars;
use crate::domain::campaign::Slot;
use crate::domain::digest::Occasion;
use crate::movement;
use crate::store::{fact, occurrence, outbox};

pub use again::row as again;
pub use dispatch::midnight;
pub use late::{day_start, out_of_quiet};
pub use poll::decide;
pub use preview::{Preview, preview};
pub use refresh::{Fresh, QUIET_HOURS, Turn, quiet_until, refresh};

/// Occurrences of one slot that a tick looks at, at most: after an outage of months the older ones
/// are of no use to anybody.
const CATCH_UP: usize = 400;

/// What a tick did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Occurrences decided.
    pub occurrences: usize,
    /// Messages planned.
    pub planned: usize,
}

/// Decides every occurrence since the last tick, up to now.
///
/// # Errors
/// When the database fails; the next tick decides the same occurrences again, to the same effect.
pub async fn tick(books: &Books) -> Result<Summary> {
    let now = books.clock.now();
    let since = scheduled_until(books, now).await?;
    movement::apply_due(&books.store, books.today(), now).await?;
    let calendar = calendars::load(&books.store, &books.campaign, now).await?;
    books.almanac.turn(calendar);
    let calendar = books.calendar();
    let mut summary = Summary::default();
    for slot in &books.campaign.slots {
        let due = slot.schedule.between(since, now, CATCH_UP);
        let latest = due
            .iter()
            .rposition(|at| late::silence(&books.campaign, &calendar, slot, *at).is_none());
        for (index, at) in due.iter().enumerate() {
            let decision = late::decide(
                &books.campaign,
                &calendar,
                slot,
                *at,
                now,
                Some(index) == latest,
            );
            let planned = match decision {
                late::Decision::Plan => {
                    plan(books, slot, *at).await? + poll::open_due(books, slot, *at).await?
                }
                late::Decision::Not { .. } => 0,
            };
            record(books, slot, *at, decision, planned, now).await?;
            summary.occurrences += 1;
            summary.planned += planned;
        }
    }
    summary.planned += poll::end_due(books, now).await?;
    let mut tx = books.store.begin().await?;
    fact::set(
        &mut tx,
        fact::SCHEDULED_UNTIL,
        &now.timestamp_millis().to_string(),
    )
    .await?;
    tx.commit().await?;
    Ok(summary)
}

/// When the next occurrence of any slot is due.
pub fn next_wake(books: &Books) -> Option<DateTime<Utc>> {
    let now = books.clock.now();
    books
        .campaign
        .slots
        .iter()
        .filter_map(|slot| slot.schedule.next_after(now))
        .min()
}

/// When a slot will next send something: its days off are passed over.
pub fn next_event(books: &Books) -> Option<DateTime<Utc>> {
    let now = books.clock.now();
    let of_slot = |slot: &Slot| {
        std::iter::successors(slot.schedule.next_after(now), |at| {
            slot.schedule.next_after(*at)
        })
        .take(CATCH_UP)
        .find(|at| {
            let decision = late::decide(&books.campaign, &books.calendar(), slot, *at, *at, true);
            decision == late::Decision::Plan
        })
    };
    books.campaign.slots.iter().filter_map(of_slot).min()
}

/// Up to when every slot has been looked at. A service that starts for the first time looks back at
/// nothing.
async fn scheduled_until(books: &Books, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let mut tx = books.store.read().await?;
    let known = fact::get(&mut tx, fact::SCHEDULED_UNTIL).await?;
    tx.commit().await?;
    if let Some(until) =
        known.and_then(|value| DateTime::from_timestamp_millis(value.parse().ok()?))
    {
        return Ok(until);
    }
    let mut tx = books.store.begin().await?;
    fact::set(
        &mut tx,
        fact::SCHEDULED_UNTIL,
        &now.timestamp_millis().to_string(),
    )
    .await?;
    tx.commit().await?;
    Ok(now)
}

/// Writes the outbox rows of one occurrence, a page of people a transaction.
async fn plan(books: &Books, slot: &Slot, at: DateTime<Utc>) -> Result<usize> {
    let now = books.clock.now();
    let occasion = occasion(books, slot, at).await?;
    let calendar = books.calendar();
    let not_before = |owed: &audience::Owed| {
        late::out_of_own(
            &books.campaign,
            &calendar,
            &slot.id,
            owed.quiet,
            now.max(at),
        )
    };
    let mut tx = books.store.begin().await?;
    let present = format!("{}{}:", key_prefix(slot), at.timestamp_millis());
    outbox::fold_waiting(&mut tx, &key_prefix(slot), &present).await?;
    tx.commit().await?;
    let mut planned = 0;
    let told = reach::told(books, &slot.id).await?;
    before::bring_forward(books, &slot.id, now).await?;
    dispatch::ask(books, &occasion, now).await?;
    let mut pages = audience::Pages::telling(Besides {
        told,
        waiting: queue::waiting(books, &slot.id).await?,
        orphans: items::of_nobody(books, &slot.id).await?,
        asked: dispatch::untold(books, &slot.id, occasion.on).await?,
        raised: escalation::decide(books, slot, at).await?,
        ..Besides::default()
    });
    while let Some(page) = pages.next(books, &occasion).await? {
        let rows: Vec<_> = page
            .iter()
            .map(|owed| owed.row(&key_prefix(slot), at, not_before(owed)))
            .collect();
        let mut tx = books.store.begin().await?;
        planned += outbox::insert(&mut tx, &rows, now).await?;
        tx.commit().await?;
    }
    Ok(planned)
}

async fn occasion<'a>(books: &Books, slot: &'a Slot, at: DateTime<Utc>) -> Result<Occasion<'a>> {
    let mut tx = books.store.read().await?;
    let last = occurrence::last_planned(&mut tx, &slot.id, at).await?;
    tx.commit().await?;
    Ok(Occasion {
        slot: &slot.id,
        on: books.local_day(at),
        since: last.map(|at| books.local_day(at)),
    })
}

async fn record(
    books: &Books,
    slot: &Slot,
    at: DateTime<Utc>,
    decision: late::Decision,
    planned: usize,
    now: DateTime<Utc>,
) -> Result<()> {
    let (outcome, reason) = match decision {
        late::Decision::Plan => ("planned", ""),
        late::Decision::Not { outcome, reason } => (outcome, reason),
    };
    let mut tx = books.store.begin().await?;
    let decision = occurrence::Decision {
        slot: &slot.id,
        at,
        outcome,
        planned: i64::try_from(planned).unwrap_or(i64::MAX),
        reason,
    };
    occurrence::decide(&mut tx, &decision, now).await?;
    tx.commit().await?;
    tracing::info!(slot.id = %slot.id, at = %at, outcome, planned, "occurrence decided");
    Ok(())
}

fn key_prefix(slot: &Slot) -> String {
    format!("digest:{}:", slot.id)
}
