//! Taking rows out: what is due, what is still owed, in which words.

use chrono::{DateTime, Utc};
use std::sync::Arc;
use std::time::Duration;

use super::Delivery;
use crate::broadcast;
use crate::clock::Clock;
use crate::domain::campaign::Campaign;
use crate::domain::notice::Notice;
use crate::leader::matter_of;
use crate::metric;
use crate::outbox::hand::{Attached, Ready};
use crate::outbox::payload::Payload;
use crate::outbox::post::later;
use crate::planner::{self, Fresh, Turn};
use crate::store::outbox::{self, ClaimedRow, Lane, Lease, Settlement};
use crate::store::{self, lease};
use crate::text::{self, Rendered};

/// How long a process may hold a row, in milliseconds of the machine's clock: one call, and a few seconds in
/// hand. So long do its messages wait when a process dies and others share the database.
const LEASE: i64 = 20_000;
/// Outcomes that come in within so many ticks share a commit.
const TOGETHER: u64 = 20;

/// Of the items that a digest was planned for, those that it mentions: only of these its reader is reminded.
fn says_only(row: &mut ClaimedRow, notice: &Notice) {
    if let (Payload::Digest(plan), Notice::Digest(digest)) = (&mut row.payload, notice) {
        plan.items
            .retain(|id| digest.items.iter().any(|item| item.id == *id));
    }
}

impl Delivery {
    /// Takes out what goes now, answers first, and writes down what has landed: in one transaction.
    pub(super) async fn take(&mut self) -> store::Result<()> {
        let (now, ticks) = (self.service.clock.now(), self.service.clock.ticks());
        if self.stale {
            self.look().await?;
        }
        if self
            .lanes
            .iter()
            .all(|lane| self.wanted(*lane, now, ticks) == 0)
        {
            if ticks >= self.written + TOGETHER {
                self.flush().await?;
            }
            if self.stale {
                self.look().await?;
            }
            return Ok(());
        }
        let lease = Lease {
            owner: self.owner.clone(),
            until: Clock::wall() + LEASE,
        };
        let mut tx = self.service.store.begin().await?;
        if !lease::still(&mut tx, &matter_of(self.bot.number), &self.owner).await? {
            // Another process sends now; the term ends here at its next renewal.
            self.due.clear();
            return Ok(());
        }
        let lost = self.write(&mut tx).await?;
        let (mut rows, mut taken_by_others) = (Vec::new(), Vec::new());
        for lane in self.lanes.iter().copied() {
            // What was taken out of the lanes before has the same window to go through.
            let room = self.wanted(lane, now, ticks).saturating_sub(rows.len());
            if room > 0 {
                let claimed =
                    outbox::claim(&mut tx, self.bot.number, lane, room, now, &lease).await?;
                if claimed.is_empty() {
                    taken_by_others.push(lane);
                }
                rows.extend(claimed);
            }
        }
        let due = outbox::due_of(&mut tx, self.bot.number).await?;
        self.due = due.into_iter().collect();
        tx.commit().await?;
        self.written(lost);
        self.stale = false;
        for lane in taken_by_others {
            // Another process holds them in a transaction of its own; do not ask without pause.
            self.due.remove(&lane);
        }
        self.prepare(rows, lease.until).await;
        Ok(())
    }

    /// How many rows of that lane to take out now.
    fn wanted(&mut self, lane: Lane, now: DateTime<Utc>, ticks: u64) -> usize {
        if self.is_open(lane) && self.due.get(&lane).is_some_and(|at| *at <= now) {
            self.hand.room(lane, &mut self.limiter, ticks)
        } else {
            0
        }
    }

    /// When to take out what is due already, or to write down what has landed, in ticks.
    pub(super) fn next_turn(&mut self) -> Option<u64> {
        let (now, ticks) = (self.service.clock.now(), self.service.clock.ticks());
        self.judged_at = now;
        let writing = (!self.settled.is_empty()).then_some(self.written + TOGETHER);
        let mut next = writing;
        for lane in self.lanes.iter().copied() {
            let is_due = self.due.get(&lane).is_some_and(|at| *at <= now);
            if is_due && self.is_open(lane) {
                let turn = self.hand.next(lane, &mut self.limiter, ticks);
                next = next.into_iter().chain(turn).min();
            }
        }
        next
    }

    /// When each lane is due.
    async fn look(&mut self) -> store::Result<()> {
        let mut tx = self.service.store.read().await?;
        let due = outbox::due_of(&mut tx, self.bot.number).await?;
        self.due = due.into_iter().collect();
        self.stale = false;
        Ok(())
    }

    /// Looks again whether digests are owed, and finds the words of everything.
    async fn prepare(&mut self, rows: Vec<ClaimedRow>, lease_until: i64) {
        let service = Arc::clone(&self.service);
        let (mut turns, mut digests, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            match (&row.payload, row.cadre) {
                (Payload::Letter { language, notice }, _) => {
                    let render =
                        |notice: &Notice| text::render(&service.campaign, *language, notice);
                    let words = render(notice);
                    let file = notice.file().map(|file| Attached {
                        file: file.clone(),
                        instead: render(&notice.without_file()),
                    });
                    self.hand.add(Ready {
                        row,
                        words,
                        picture: None,
                        file,
                        ballot: None,
                        lease_until,
                    });
                }
                (Payload::Digest(plan), Some(cadre)) => {
                    turns.push(Turn {
                        row: row.id,
                        cadre,
                        plan: plan.clone(),
                    });
                    digests.push(row);
                }
                (Payload::Digest(_), None) => self.close(&row, "a digest for nobody".to_owned()),
                (Payload::Broadcast { id }, Some(cadre)) => {
                    let turn = broadcast::Turn {
                        row: row.id,
                        broadcast: *id,
                        cadre,
                        chat: row.chat,
                    };
                    parts.push((turn, row));
                }
                (Payload::Poll { .. } | Payload::StopPoll { .. }, _) => {
                    let ready = ask(&service.campaign, row, lease_until);
                    self.hand.add(ready);
                }
                (Payload::Broadcast { .. }, None) => {
                    self.close(&row, "a broadcast to nobody".to_owned());
                }
            }
        }
        if !parts.is_empty() {
            self.prepare_broadcasts(parts, lease_until).await;
        }
        if turns.is_empty() {
            return;
        }
        let mut fresh = match planner::refresh(&service, &turns).await {
            Ok(fresh) => fresh,
            Err(error) => {
                tracing::warn!(%error, "what is still owed could not be looked up");
                let at = later(service.clock.now(), Duration::from_secs(5));
                for row in &digests {
                    self.put_back(row, at, Some("look-up failed".into()));
                }
                return;
            }
        };
        for mut row in digests {
            match fresh.remove(&row.id) {
                Some(Fresh::Send { language, notice }) => {
                    let words = text::render(&service.campaign, language, &notice);
                    says_only(&mut row, &notice);
                    self.hand.add(Ready {
                        row,
                        words,
                        picture: None,
                        file: None,
                        ballot: None,
                        lease_until,
                    });
                }
                Some(Fresh::Park { until, reason }) => {
                    metric::message_retried("parked");
                    self.put_back(&row, until, Some(reason));
                }
                Some(Fresh::Close { reason }) => self.close(&row, reason),
                None => self.close(&row, "nothing is known of it".to_owned()),
            }
        }
    }

    pub(super) fn close(&mut self, row: &ClaimedRow, reason: String) {
        metric::message_closed("moot");
        self.settled.push((
            row.id,
            Settlement::Closed {
                reason,
                tried: false,
            },
        ));
    }

    pub(super) fn put_back(
        &mut self,
        row: &ClaimedRow,
        not_before: DateTime<Utc>,
        reason: Option<String>,
    ) {
        self.gallery.leave(row.id);
        let settlement = Settlement::Waiting {
            not_before,
            reason,
            tried: false,
        };
        self.settled.push((row.id, settlement));
    }

    /// Whether rows of that lane may be taken out. While a picture goes up, the others wait for its name.
    pub(super) fn is_open(&self, lane: Lane) -> bool {
        lane != Lane::Broadcast || !self.gallery.is_uploading()
    }

    pub(super) fn is_held(&self) -> bool {
        self.service.clock.ticks() < self.held_until
    }

    /// Everything in hand back into the table.
    pub(super) fn give_back(&mut self) {
        for row in self.hand.empty() {
            self.put_back(&row, row.not_before, None);
        }
    }
}

/// A poll with its words, or the end of one.
fn ask(campaign: &Campaign, row: ClaimedRow, lease_until: i64) -> Ready {
    let ballot = match &row.payload {
        Payload::Poll { language, said, .. } => Some(text::ballot(campaign, *language, said)),
        _ => None,
    };
    Ready {
        row,
        words: Rendered {
            text: String::new(),
            keyboard: Vec::new(),
        },
        picture: None,
        file: None,
        ballot,
        lease_until,
    }
}
