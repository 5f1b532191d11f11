//! Everybody whom an occasion owes a message, a page at a time and in sets: never a query a person.

use anyhow::Result;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::{BTreeMap, HashMap};

use super::escalation::Raised;
use super::items;
use crate::books::Books;
use crate::domain::account::counting_span;
use crate::domain::deadline::Span;
use crate::domain::digest::{self, DigestPlan, Occasion, duty_of};
use crate::domain::dispatch;
use crate::domain::escalation;
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::Item;
use crate::domain::leave::{self, Leave};
use crate::domain::news;
use crate::domain::owes::{Attendance, Done};
use crate::domain::queue;
use crate::domain::quiet::Quiet;
use crate::domain::quota::Quotas;
use crate::domain::reach;
use crate::domain::rules::Rules;
use crate::outbox::payload::Payload;
use crate::store::outbox::{Lane, NewRow};
use crate::store::snapshot::Reachable;
use crate::store::{Tx, entry, leave as leaves, news as untold, quiet, quota, snapshot};

/// People a page.
const PAGE: i64 = 5_000;

/// A person and the message he is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Owed {
    pub(super) person: Reachable,
    pub(super) plan: DigestPlan,
    pub(super) items: Vec<Item>,
    pub(super) done: Done,
    /// His own quiet hours.
    pub(super) quiet: Option<Quiet>,
}

impl Owed {
    /// Its outbox row.
    pub(super) fn row(&self, prefix: &str, at: DateTime<Utc>, not_before: DateTime<Utc>) -> NewRow {
        NewRow {
            bot: self.person.bot,
            lane: Lane::Reminder,
            kind: "digest".to_owned(),
            cadre: Some(self.person.cadre.id),
            chat: self.person.account.0,
            dedupe_key: format!("{prefix}{}:{}", at.timestamp_millis(), self.person.cadre.id),
            payload: Payload::Digest(self.plan.clone()),
            edits: None,
            not_before,
        }
    }
}

/// Walks through everybody who can be written to.
#[derive(Debug, Default)]
pub(super) struct Pages {
    after: Option<CadreId>,
    ended: bool,
    /// What is set locally, read with the first page.
    quotas: Option<Quotas>,
    besides: Besides,
}

/// What people are told besides what they owe themselves.
#[derive(Debug, Default)]
pub(super) struct Besides {
    /// Of whom each liaison is told.
    pub(super) told: BTreeMap<CadreId, Vec<CadreId>>,
    /// How many entries wait for each liaison.
    pub(super) waiting: BTreeMap<CadreId, usize>,
    /// What is nobody's and falls to each liaison.
    pub(super) orphans: BTreeMap<CadreId, Vec<Item>>,
    /// Of which items each person is asked how they stand.
    pub(super) asked: BTreeMap<CadreId, Vec<ItemId>>,
    /// Mentions that a preview takes for granted: they are not stored.
    pub(super) mentioned: HashMap<ItemId, NaiveDate>,
    /// Others' items, to superiors and reviewers.
    pub(super) raised: Raised,
}

impl Pages {
    /// Those, with what people are told besides.
    pub(super) fn telling(besides: Besides) -> Self {
        Self {
            besides,
            ..Self::default()
        }
    }

    /// The next page of people who are owed a message; `None` at the end. A page may be empty.
    pub(super) async fn next(
        &mut self,
        books: &Books,
        occasion: &Occasion<'_>,
    ) -> Result<Option<Vec<Owed>>> {
        if self.ended {
            return Ok(None);
        }
        let mut tx = books.store.read().await?;
        let after = self.after.unwrap_or(CadreId(0));
        let people = snapshot::reachable_after(&mut tx, after, PAGE).await?;
        let Some(last) = people.last() else {
            self.ended = true;
            return Ok(None);
        };
        self.after = Some(last.cadre.id);
        let quotas = match self.quotas.take() {
            Some(known) => known,
            None => quota::all(&mut tx).await?,
        };
        let quotas = self.quotas.insert(quotas);
        let ids: Vec<CadreId> = people.iter().map(|person| person.cadre.id).collect();
        let mut items =
            items::of_page(books, &mut tx, &ids, &mut self.besides.orphans, occasion.on).await?;
        if !self.besides.mentioned.is_empty() {
            for item in items.values_mut().flatten() {
                let said = self.besides.mentioned.get(&item.id).copied();
                item.reminded_on = said.max(item.reminded_on);
            }
        }
        let besides = &mut self.besides;
        let owed = owed(books, &mut tx, occasion, people, items, besides, quotas).await?;
        tx.commit().await?;
        Ok(Some(owed))
    }
}

/// Which of these people the occasion owes a message, and which.
async fn owed(
    books: &Books,
    tx: &mut Tx,
    occasion: &Occasion<'_>,
    people: Vec<Reachable>,
    mut items: HashMap<CadreId, Vec<Item>>,
    besides: &mut Besides,
    quotas: &Quotas,
) -> Result<Vec<Owed>> {
    let ids: Vec<CadreId> = people.iter().map(|person| person.cadre.id).collect();
    let done = done_of(books, tx, occasion, &people).await?;
    let calendar = books.calendar();
    let rules = Rules {
        campaign: &books.campaign,
        calendar: &calendar,
        quotas,
    };
    let leaves = leaves_of(books, tx, occasion, &ids).await?;
    // Ids of a page follow each other, and few people have hours of their own or something to be told.
    let (quiet, mut news) = match (ids.iter().min(), ids.iter().max()) {
        (Some(first), Some(last)) => (
            quiet::between(tx, *first, *last).await?,
            untold::between(tx, *first, *last).await?,
        ),
        _ => (HashMap::new(), HashMap::new()),
    };
    Ok(people
        .into_iter()
        .filter_map(|person| {
            let id = person.cadre.id;
            let items = items.remove(&id).unwrap_or_default();
            let done = done.get(&id).copied().unwrap_or_default();
            let away = leaves.get(&id).map_or(&[][..], Vec::as_slice);
            // Who comes back is told what came due while he was away.
            let since = occasion.since.map(|day| leave::last_there(away, day));
            let occasion = Occasion {
                since,
                ..occasion.clone()
            };
            let plan = digest::plan(
                &rules,
                &occasion,
                &person.cadre,
                attendance(away, occasion.on),
                done,
                &items,
            );
            let lost = besides.told.remove(&id).unwrap_or_default();
            let plan = reach::with(plan, &occasion, lost);
            let waits = besides.waiting.get(&id).copied().unwrap_or(0);
            let plan = queue::with(plan, &occasion, waits);
            let asks = besides.asked.remove(&id).unwrap_or_default();
            let plan = dispatch::with(plan, &occasion, asks);
            let (escalated, reviews) = besides.raised.take(id);
            let plan = escalation::with(plan, &occasion, escalated, reviews);
            let plan = news::with(plan, &occasion, news.remove(&id).unwrap_or_default()).ok()?;
            Some(Owed {
                quiet: quiet.get(&id).copied(),
                person,
                plan,
                items,
                done,
            })
        })
        .collect())
}

/// Whether somebody with these leaves is there that day.
pub(super) fn attendance(leaves: &[Leave], day: NaiveDate) -> Attendance {
    if leave::is_away(leaves, day) {
        Attendance::Away
    } else {
        Attendance::There
    }
}

/// The leaves of these people as far as the occasion needs them: that day, and back to when each last heard
/// of the slot.
async fn leaves_of(
    books: &Books,
    tx: &mut Tx,
    occasion: &Occasion<'_>,
    ids: &[CadreId],
) -> Result<HashMap<CadreId, Vec<Leave>>> {
    let since = occasion.since.unwrap_or(occasion.on);
    let longest = TimeDelta::days(books.campaign.limits.longest_leave);
    let from = since.checked_sub_signed(longest).unwrap_or(since);
    Ok(leaves::of_cadres(tx, ids, from, occasion.on).await?)
}

/// What these people have done of the occasion's duty: one query for each window among them.
pub(super) async fn done_of(
    books: &Books,
    tx: &mut Tx,
    occasion: &Occasion<'_>,
    people: &[Reachable],
) -> Result<HashMap<CadreId, Done>> {
    let Some(duty) = duty_of(&books.campaign, occasion.slot) else {
        return Ok(HashMap::new());
    };
    let mut by_window: HashMap<Span, Vec<CadreId>> = HashMap::new();
    for person in people {
        if let Some(span) =
            counting_span(&books.campaign, duty, &person.cadre.subject(), occasion.on)
        {
            by_window.entry(span).or_default().push(person.cadre.id);
        }
    }
    let mut all = HashMap::new();
    for (span, ids) in by_window {
        all.extend(entry::done(tx, &ids, duty, &span, occasion.on).await?);
    }
    Ok(all)
}
