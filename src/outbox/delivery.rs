//! The only sender of a bot: takes due rows out under a lease, looks again whether they are still owed, paces
//! and sends them side by side, and writes down what became of each. Of several processes one sends for a bot.

mod broadcasts;
mod land;
mod take;

use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

use super::gallery::Gallery;
use super::hand::Hand;
use super::limiter::Limiter;
use super::post::{Aftermath, Landed, later, post};
use crate::bot::Bot;
use crate::clock::{Clock, rest};
use crate::domain::ids::OutboxId;
use crate::leader::{Lead, Term};
use crate::metric;
use crate::planner;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::outbox::{self, Lane, Settlement};
use crate::store::{self, pause};

/// What must be left of it when a call begins: the call's 12 s, and a little to write its outcome down.
const LEASE_NEEDED: i64 = 14_000;
/// How often to look without being rung for: rows of other processes, leases that ran out.
const LOOK: Duration = Duration::from_secs(5);
/// How long to leave the database alone when it does not answer.
const DATABASE_PAUSE: Duration = Duration::from_secs(1);
/// How long answers that wait are still sent when the service ends, in milliseconds. What is on its way then
/// lands within the rest of the eight seconds there are.
const LAST_ANSWERS: u64 = 4_000;

/// The sender of one bot.
#[derive(Debug)]
pub struct Delivery {
    service: Arc<Service>,
    bot: Arc<Bot>,
    /// This process's name in leases.
    owner: String,
    lead: Lead,
    /// The term in which it sends: each begins with a look at what the sender before left.
    term: Option<u64>,
    limiter: Limiter,
    hand: Hand,
    gallery: Gallery,
    flying: JoinSet<Landed>,
    settled: Vec<(OutboxId, Settlement)>,
    aftermath: Vec<Aftermath>,
    /// Chats that Telegram asked to be left alone, and until when: to be remembered.
    pauses: Vec<(i64, DateTime<Utc>)>,
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
    /// Nothing is sent before this count of ticks: no token, nobody answers, or another has just sent.
    held_until: u64,
    failures: u32,
    last_look: u64,
    database_down: bool,
}

impl Delivery {
    /// The sender of a bot, while this process leads in its matter. `owner` names the process in leases.
    pub fn new(service: Arc<Service>, bot: Arc<Bot>, owner: String) -> Self {
        let limiter = Limiter::new(service.settings.rate.get());
        Self {
            service,
            lead: bot.lead.clone(),
            bot,
            owner,
            term: None,
            limiter,
            hand: Hand::default(),
            gallery: Gallery::default(),
            flying: JoinSet::new(),
            settled: Vec::new(),
            aftermath: Vec::new(),
            pauses: Vec::new(),
            written: 0,
            due: BTreeMap::new(),
            judged_at: DateTime::<Utc>::MIN_UTC,
            stale: true,
            lanes: &Lane::ALL,
            held_until: 0,
            failures: 0,
            last_look: 0,
            database_down: false,
        }
    }

    /// Sends until it is stopped; then lets what is on its way land, and gives the rest back.
    pub async fn run(mut self, mut stop: Stop) {
        while !stop.is_requested() {
            let done = match self.lead.term() {
                Some(term) => self.lead_on(term, &mut stop).await,
                None => self.stand_by(&mut stop).await,
            };
            match done {
                Ok(()) if std::mem::take(&mut self.database_down) => {
                    tracing::info!("delivery goes on: the database answers again");
                }
                Ok(()) => {}
                Err(error) => {
                    if !std::mem::replace(&mut self.database_down, true) {
                        tracing::error!(%error, "delivery waits: the database does not answer");
                    }
                    let mut stopped = stop.clone();
                    self.land_or(async move {
                        tokio::select! {
                            () = rest(DATABASE_PAUSE) => {}
                            () = stopped.requested() => {}
                        }
                    })
                    .await;
                }
            }
        }
        self.finish().await;
    }

    /// One round of a leader: sends what may go, then waits for something to happen.
    async fn lead_on(&mut self, term: Term, stop: &mut Stop) -> store::Result<()> {
        if self.term != Some(term.number) {
            self.begin(term).await?;
        }
        let again = self.step().await?;
        if self.service.clock.ticks().saturating_sub(self.last_look) > 5_000 {
            self.recover().await?;
        }
        let (service, bot) = (Arc::clone(&self.service), Arc::clone(&self.bot));
        let (due, mut lead) = (self.next_due(), self.lead.clone());
        let again = again.unwrap_or(if self.is_held() {
            self.held_until
        } else {
            u64::MAX
        });
        let woken = async {
            tokio::select! {
                () = bot.outbox_wake.notified() => true,
                () = pause_until(&service.clock, again) => false,
                () = service.clock.wait_until(due) => false,
                () = rest(LOOK) => true,
                () = lead.lost() => false,
                () = stop.requested() => false,
            }
        };
        if self.land_or(woken).await == Some(true) {
            self.stale = true;
        }
        Ok(())
    }

    /// A sender that does not lead sends nothing: what it holds goes back, what is on its way lands.
    async fn stand_by(&mut self, stop: &mut Stop) -> store::Result<()> {
        self.term = None;
        self.give_back();
        self.flush().await?;
        let mut lead = self.lead.clone();
        self.land_or(async {
            tokio::select! {
                () = lead.won() => {}
                () = stop.requested() => {}
            }
        })
        .await;
        Ok(())
    }

    /// Begins a term: what the sender before held is free, the pauses it met still run, and what it sent just
    /// now counts in the pace.
    async fn begin(&mut self, term: Term) -> store::Result<()> {
        let (clock, now) = (&self.service.clock, self.service.clock.now());
        let ticks = clock.ticks();
        let mut tx = self.service.store.begin().await?;
        let pauses = pause::running(&mut tx, self.bot.number, now).await?;
        tx.commit().await?;
        self.limiter = Limiter::new(self.service.settings.rate.get());
        for (chat, until) in pauses {
            let left = u64::try_from((until - now).num_milliseconds()).unwrap_or(0);
            self.limiter.resume(chat, ticks.saturating_add(left));
        }
        let wait = term.begins.saturating_duration_since(Instant::now());
        let wait = u64::try_from(wait.as_millis()).unwrap_or(0);
        self.held_until = self.held_until.max(ticks + wait);
        self.recover().await?;
        self.term = Some(term.number);
        Ok(())
    }

    /// Gives back what dead processes held, and what was held too long. It may have been sent.
    async fn recover(&mut self) -> store::Result<()> {
        let mut tx = self.service.store.begin().await?;
        let released = outbox::release_dead(&mut tx, self.bot.number, &self.owner).await?
            + outbox::release_expired(&mut tx, self.bot.number, Clock::wall()).await?;
        tx.commit().await?;
        self.last_look = self.service.clock.ticks();
        if released > 0 {
            self.stale = true;
            tracing::warn!(released, "messages whose sender died are sent again");
            metric::possible_duplicates(released);
        }
        Ok(())
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

    /// Sends what is due until nothing more may go, or the clock has counted so many ticks.
    async fn drain(&mut self, until: u64) -> store::Result<()> {
        self.stale = true;
        while self.service.clock.ticks() < until && self.lead.is_mine() {
            let again = self.step().await?;
            let idle = self.flying.is_empty() && self.hand.is_empty() && self.settled.is_empty();
            match again {
                None if idle => break,
                None if self.flying.is_empty() => {}
                again => {
                    let at = again.unwrap_or(u64::MAX).min(until);
                    let clock = self.service.clock.clone();
                    self.land_or(async move { pause_until(&clock, at).await })
                        .await;
                }
            }
        }
        Ok(())
    }

    /// Writes down, takes out, sends off. Returns when to come back, in ticks, if nothing happens before.
    async fn step(&mut self) -> store::Result<Option<u64>> {
        if self.is_held() {
            self.give_back();
            self.flush().await?;
            return Ok(None);
        }
        self.take().await?;
        self.keep_quiet();
        let ticks = self.service.clock.ticks();
        let choice = self
            .hand
            .choose(&mut self.limiter, ticks, Clock::wall() + LEASE_NEEDED);
        for ready in choice.go {
            let client = self.bot.telegram.clone();
            self.flying.spawn(post(client, ready));
        }
        let now = self.service.clock.now();
        for (row, wait) in choice.back {
            self.put_back(&row, later(now, Duration::from_millis(wait)), None);
        }
        Ok(choice.again.into_iter().chain(self.next_turn()).min())
    }

    /// Parks the digests in hand when quiet hours begin: a round may be under way.
    fn keep_quiet(&mut self) {
        let now = self.service.clock.now();
        let Some(until) = planner::quiet_until(&self.service.campaign, now) else {
            return;
        };
        for row in self.hand.digests() {
            metric::message_retried("parked");
            self.put_back(&row, until, Some(planner::QUIET_HOURS.to_owned()));
        }
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
async fn pause_until(clock: &Clock, until: u64) {
    let left = until.saturating_sub(clock.ticks());
    // Longer than any wait in hand means for ever: something else will wake.
    rest(Duration::from_millis(left.min(3_600_000))).await;
}
