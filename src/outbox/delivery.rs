//! The only sender: takes due rows out under a lease, looks again whether they are still owed, paces and
//! sends them side by side, and writes down what became of each. `tick` is one round, `run` the loop.

mod land;
mod take;

use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

use super::hand::Hand;
use super::limiter::Limiter;
use super::post::{Aftermath, Landed, later, post};
use crate::clock::{Clock, rest};
use crate::domain::ids::OutboxId;
use crate::metric;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::outbox::{self, Lane, Settlement};
use crate::store::presence::Presence;
use crate::store::{self, Store};

/// What must be left of it when a call begins: the call's 12 s, and a little to write its outcome down.
const LEASE_NEEDED: i64 = 14_000;
/// How often to look without being rung for: rows of other processes, leases that ran out.
const LOOK: Duration = Duration::from_secs(5);
/// How long answers that wait are still sent when the service ends, in milliseconds. What is on its way then
/// lands within the rest of the eight seconds there are.
const LAST_ANSWERS: u64 = 4_000;

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Messages that arrived.
    pub sent: usize,
    /// Messages that will never be sent.
    pub closed: usize,
    /// Messages that wait again.
    pub postponed: usize,
}

/// The sender of one bot.
#[derive(Debug)]
pub struct Delivery {
    service: Arc<Service>,
    owner: String,
    presence: Presence,
    limiter: Limiter,
    hand: Hand,
    flying: JoinSet<Landed>,
    settled: Vec<(OutboxId, Settlement)>,
    aftermath: Vec<Aftermath>,
    /// When outcomes were last written down, in ticks.
    written: u64,
    /// When each lane's first waiting row is due, as far as is known.
    due: BTreeMap<Lane, DateTime<Utc>>,
    /// What was due by then comes with its turn.
    judged_at: DateTime<Utc>,
    /// Whether `due` has to be read again.
    stale: bool,
    /// Those that are sent; at the end only answers.
    lanes: &'static [Lane],
    /// Nothing is sent before this count of ticks: no token, or nobody answers.
    held_until: u64,
    failures: u32,
    summary: Summary,
}

impl Delivery {
    /// The sender of that service's bot. `owner` names this process in leases.
    pub fn new(service: Arc<Service>, owner: String) -> Self {
        let limiter = Limiter::new(service.settings.rate.get());
        Self {
            service,
            owner,
            presence: Presence::default(),
            limiter,
            hand: Hand::default(),
            flying: JoinSet::new(),
            settled: Vec::new(),
            aftermath: Vec::new(),
            written: 0,
            due: BTreeMap::new(),
            judged_at: DateTime::<Utc>::MIN_UTC,
            stale: true,
            lanes: &Lane::ALL,
            held_until: 0,
            failures: 0,
            summary: Summary::default(),
        }
    }

    /// Gives back what dead processes held: at the start of the only process everything, else what was
    /// held too long. What it gives back may have been sent.
    pub async fn recover(&mut self, starting: bool) -> store::Result<()> {
        let store = &self.service.store;
        self.presence.announce(store, &self.owner).await?;
        let mut tx = store.begin().await?;
        let released = match (store, starting) {
            (Store::Sqlite { .. }, true) => outbox::release_all(&mut tx).await?,
            _ => {
                outbox::release_dead(&mut tx, &self.owner).await?
                    + outbox::release_expired(&mut tx, Clock::wall()).await?
            }
        };
        tx.commit().await?;
        if released > 0 {
            tracing::warn!(released, "messages whose sender died are sent again");
            metric::possible_duplicates(released);
        }
        Ok(())
    }

    /// One round: sends what is due now, and returns when nothing more may go.
    pub async fn tick(&mut self) -> store::Result<Summary> {
        self.drain(u64::MAX).await?;
        Ok(std::mem::take(&mut self.summary))
    }

    /// Sends what is due until nothing more may go, or the clock has counted so many ticks.
    async fn drain(&mut self, until: u64) -> store::Result<()> {
        self.stale = true;
        while self.service.clock.ticks() < until {
            let again = self.step().await?;
            let idle = self.flying.is_empty() && self.hand.is_empty() && self.settled.is_empty();
            match again {
                None if idle => break,
                None if self.flying.is_empty() => {}
                again => {
                    let at = again.unwrap_or(u64::MAX).min(until);
                    self.land_or(pause(self.service.clock.clone(), at)).await;
                }
            }
        }
        Ok(())
    }

    /// Sends until it is stopped; then lets what is on its way land, and gives the rest back.
    pub async fn run(mut self, mut stop: Stop) {
        let service = Arc::clone(&self.service);
        let mut last_look = service.clock.ticks();
        let mut database_down = false;
        if let Err(error) = self.recover(false).await {
            tracing::debug!(%error, "leases were not looked at");
        }
        while !stop.is_requested() {
            let again = match self.step().await {
                Ok(again) => {
                    if std::mem::take(&mut database_down) {
                        tracing::info!("delivery goes on: the database answers again");
                    }
                    again
                }
                Err(error) => {
                    if !std::mem::replace(&mut database_down, true) {
                        tracing::error!(%error, "delivery waits: the database does not answer");
                    }
                    Some(service.clock.ticks() + 1_000)
                }
            };
            let due = self.next_due();
            let again = again.unwrap_or(if self.is_held() {
                self.held_until
            } else {
                u64::MAX
            });
            let woken = async {
                tokio::select! {
                    () = service.outbox_wake.notified() => true,
                    () = pause(service.clock.clone(), again) => false,
                    () = service.clock.wait_until(due) => false,
                    () = rest(LOOK) => true,
                    () = stop.requested() => false,
                }
            };
            if self.land_or(woken).await == Some(true) {
                self.stale = true;
            }
            if service.clock.ticks().saturating_sub(last_look) > 5_000 {
                last_look = service.clock.ticks();
                if let Err(error) = self.recover(false).await {
                    tracing::debug!(%error, "leases were not looked at");
                }
            }
        }
        self.finish().await;
    }

    /// Sends the answers that are due while there is time, lets everything land, writes down each as it does:
    /// one call that hangs must not cost the others their outcomes.
    async fn finish(&mut self) {
        self.lanes = &[Lane::Answer];
        self.give_back();
        let until = self.service.clock.ticks() + LAST_ANSWERS;
        if let Err(error) = self.drain(until).await {
            tracing::warn!(%error, "answers that wait are sent after the next start");
        }
        self.give_back();
        loop {
            if let Err(error) = self.flush().await {
                tracing::error!(%error, "outcomes could not be written down; those messages may come twice");
            }
            match self.flying.join_next().await {
                Some(landed) => self.land(landed),
                None => break,
            }
            while let Some(landed) = self.flying.try_join_next() {
                self.land(landed);
            }
        }
    }

    /// Writes down, takes out, sends off. Returns when to come back, in ticks, if nothing happens before.
    async fn step(&mut self) -> store::Result<Option<u64>> {
        if self.is_held() {
            self.give_back();
            self.flush().await?;
            return Ok(None);
        }
        self.take().await?;
        let ticks = self.service.clock.ticks();
        let choice = self
            .hand
            .choose(&mut self.limiter, ticks, Clock::wall() + LEASE_NEEDED);
        for ready in choice.go {
            self.flying
                .spawn(post(self.service.telegram.clone(), ready.row, ready.words));
        }
        let now = self.service.clock.now();
        for (row, wait) in choice.back {
            self.put_back(&row, later(now, Duration::from_millis(wait)), None);
        }
        Ok(choice.again.into_iter().chain(self.next_turn()).min())
    }

    /// Waits for a call to land, or for `other`, whose result it then gives.
    async fn land_or<T>(&mut self, other: impl Future<Output = T>) -> Option<T> {
        let first = tokio::select! {
            Some(landed) = self.flying.join_next() => landed,
            result = other => return Some(result),
        };
        self.land(first);
        while let Some(landed) = self.flying.try_join_next() {
            self.land(landed);
        }
        None
    }

    /// When a lane is next due; what is due already comes with its turn.
    fn next_due(&self) -> DateTime<Utc> {
        if self.is_held() {
            return DateTime::<Utc>::MAX_UTC;
        }
        let later = self.due.values().filter(|at| **at > self.judged_at);
        later.min().copied().unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// Waits until the clock has counted so many ticks.
async fn pause(clock: Clock, until: u64) {
    let left = until.saturating_sub(clock.ticks());
    // Longer than any wait in hand means for ever: something else will wake.
    rest(Duration::from_millis(left.min(3_600_000))).await;
}
