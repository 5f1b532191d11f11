//! The second look at a digest, just before it is sent: what is no longer owed is closed with its
//! reason, what is owed gets today's figures (complaints 4 and 8).

mod seen;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;

use super::dispatch::StillAsked;
use super::late;
use super::reach::StillOut;
use crate::books::Books;
use crate::domain::account::{Pace, standing, window_for};
use crate::domain::campaign::Campaign;
use crate::domain::digest::{self, DigestPlan, Occasion};
use crate::domain::dispatch;
use crate::domain::escalation::{Outcome, Raised};
use crate::domain::ids::{CadreId, ItemId, OutboxId};
use crate::domain::item::{Item, by_urgency};
use crate::domain::language::Language;
use crate::domain::leave::Leave;
use crate::domain::make_up;
use crate::domain::news;
use crate::domain::notice::{Digest, DueItem, Notice};
use crate::domain::owes::{Attendance, Done, NothingOwed};
use crate::domain::queue;
use crate::domain::reach;
use crate::domain::reminder::mention;
use crate::domain::rules::Rules;
use crate::store::escalation;
use crate::store::snapshot::Reachable;
use seen::{Seen, Untold};

/// Why a digest is closed that has nothing left to say.
const NOTHING_DUE: &str = "nothing_due";

/// Why a digest is closed that its reader does not want again that day.
const PUT_OFF: &str = "put_off";

/// Why a digest waits for the end of quiet hours.
pub const QUIET_HOURS: &str = "quiet_hours";

/// When the quiet hours end in which that instant lies; `None` if it lies in none.
pub fn quiet_until(campaign: &Campaign, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let end = late::out_of_quiet(campaign, now);
    (end > now).then_some(end)
}

/// What to do with a claimed digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fresh {
    /// Send this.
    Send {
        /// To a reader of this language.
        language: Language,
        /// The message.
        notice: Box<Notice>,
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

impl Fresh {
    fn close(reason: &str) -> Self {
        Self::Close {
            reason: reason.to_owned(),
        }
    }
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
    if let Some(until) = quiet_until(&books.campaign, now) {
        let park = |turn: &Turn| {
            (
                turn.row,
                Fresh::Park {
                    until,
                    reason: QUIET_HOURS.to_owned(),
                },
            )
        };
        return Ok(turns.iter().map(park).collect());
    }
    let mut tx = books.store.read().await?;
    let mut seen = Seen::load(books, &mut tx, turns, now).await?;
    tx.commit().await?;
    let stale = seen.stale();
    if !stale.is_empty() {
        let mut tx = books.store.begin().await?;
        escalation::end(&mut tx, &stale, Outcome::Stopped).await?;
        tx.commit().await?;
    }
    Ok(turns
        .iter()
        .map(|turn| (turn.row, seen.look(books, turn)))
        .collect())
}

/// What of the days before is looked at, for one to be made up.
struct Past<'a> {
    /// Days with an answer.
    answered: &'a [NaiveDate],
    /// Leaves that touch them.
    leaves: &'a [Leave],
}

/// The digest with today's figures; `Err` says why nothing of it is owed, or nothing if its items are
/// what has gone.
#[expect(
    clippy::too_many_arguments,
    reason = "what one look is decided on, each of its own type"
)]
fn look(
    rules: &Rules<'_>,
    today: NaiveDate,
    turn: &Turn,
    person: &Reachable,
    attendance: Attendance,
    done: Done,
    items: &[Item],
    out: &StillOut,
    past: &Past<'_>,
    waiting: usize,
    untold: &Untold,
    asked: &StillAsked,
) -> std::result::Result<Fresh, Option<NothingOwed>> {
    let plan = &turn.plan;
    let occasion = Occasion {
        slot: &plan.slot,
        on: plan.on,
        since: plan.since,
    };
    let fresh = digest::plan(rules, &occasion, &person.cadre, attendance, done, items);
    let fresh = if plan.again {
        // He wants it once more: what he has just been reminded of is said again.
        digest::repeated(fresh, &occasion, plan, items)
    } else {
        fresh
    };
    let fresh = reach::with(fresh, &occasion, out.of(turn));
    let waiting = if plan.waiting > 0 { waiting } else { 0 };
    let fresh = queue::with(fresh, &occasion, waiting);
    let fresh = dispatch::with(fresh, &occasion, asked.of(turn));
    let fresh = news::with(fresh, &occasion, untold.of(turn)).map_err(|nothing| {
        // It asked nothing: what has gone is its items, done or due another day, or what it told.
        let asked = plan.duty.is_some() || nothing == NothingOwed::OnLeave;
        asked.then_some(nothing)
    })?;
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
        .and_then(|id| rules.campaign.duty(&id));
    let says_nothing = duty.is_none() && still.is_empty() && waiting == 0 && fresh.asks.is_empty();
    if says_nothing && fresh.out_of_reach.is_empty() && fresh.news.is_empty() {
        return Err(None);
    }
    let subject = person.cadre.subject();
    let check_in = duty.map(|duty| standing(rules, duty, &subject, done, plan.on));
    // Only who is behind is asked for a day that is over.
    let behind = check_in
        .as_ref()
        .is_some_and(|standing| standing.pace == Some(Pace::Behind));
    let make_up = duty.filter(|_| behind).and_then(|duty| {
        let window = window_for(rules.campaign, duty, &subject, plan.on)?;
        let (back, calendar) = (duty.backdate_days, rules.calendar);
        make_up::unanswered(&window, back, past.answered, past.leaves, plan.on, calendar)
    });
    // Days are counted from the day on which it is read.
    let mut due: Vec<DueItem> = items
        .iter()
        .filter(|item| still.contains(&item.id))
        .filter_map(|item| {
            let kind = rules.campaign.kind(&item.kind)?;
            Some(DueItem {
                mention: Some(mention(item, kind, rules.calendar, today)),
                ..item.due(Some(kind), rules.calendar, today)
            })
        })
        .collect();
    due.sort_by(by_urgency);
    Ok(Fresh::Send {
        language: person.language,
        notice: Box::new(Notice::Digest(Digest {
            on: plan.on,
            is_late: plan.on < today,
            check_in,
            items: due,
            out_of_reach: out.named(&fresh.out_of_reach),
            slot: plan.slot.clone(),
            again: plan.again,
            make_up,
            waiting,
            news: untold.told(turn.cadre, &fresh.news),
            asked: asked.block(turn, &fresh.asks),
            raised: Raised::default(),
        })),
    })
}
