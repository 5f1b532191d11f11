//! The only sender: takes due rows out under a lease, looks again whether they are still owed, paces and
//! sends them side by side, and writes down what became of each. `tick` is one round, `run` the loop.

use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::future::pending;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

use super::hand::{Hand, Ready};
use super::limiter::Limiter;
use super::payload::Payload;
use super::post::{Aftermath, Landed, later, meaning, post};
use crate::clock::{Clock, rest};
use crate::domain::ids::{OutboxId, TelegramId};
use crate::metric;
use crate::planner::{self, Fresh, Turn};
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::outbox::{self, ClaimedRow, Lane, Lease, Settlement};
use crate::store::{self, Store, Tx};
use crate::text;

/// How long a process may hold a row, in milliseconds of the machine's clock.
const LEASE: i64 = 30_000;
/// What must be left of it when a call begins: the call's 12 s, and a little to write its outcome down.
const LEASE_NEEDED: i64 = 15_000;
/// How often to look without being rung for: rows of other processes, leases that ran out.
const LOOK: Duration = Duration::from_secs(5);
/// How long to leave Telegram alone after it refused the token.
const TOKEN_PAUSE: u64 = 60_000;
/// Failed calls in a row after which everything pauses a while.
const STRAIN: u32 = 5;
/// The longest such pause.
const LONGEST_STRAIN: u64 = 30_000;

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
    limiter: Limiter,
    hand: Hand,
    flying: JoinSet<Landed>,
    settled: Vec<(OutboxId, Settlement)>,
    aftermath: Vec<Aftermath>,
    /// When each lane's first waiting row is due, as far as is known.
    due: BTreeMap<Lane, DateTime<Utc>>,
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
            limiter,
            hand: Hand::default(),
            flying: JoinSet::new(),
            settled: Vec::new(),
            aftermath: Vec::new(),
            due: BTreeMap::new(),
            stale: true,
            lanes: &Lane::ALL,
            held_until: 0,
            failures: 0,
            summary: Summary::default(),
        }
    }

    /// Gives back what dead processes held: at the start of the only process everything, else what was
    /// held too long. What it gives back may have been sent.
    pub async fn recover(&self, starting: bool) -> store::Result<()> {
        let mut tx = self.service.store.begin().await?;
        let released = match (&self.service.store, starting) {
            (Store::Sqlite { .. }, true) => outbox::release_all(&mut tx).await?,
            _ => outbox::release_expired(&mut tx, Clock::wall()).await?,
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
        self.stale = true;
        loop {
            let again = self.step().await?;
            match again {
                Some(at) => drop(self.land_or(pause(self.service.clock.clone(), at)).await),
                None if !self.flying.is_empty() => drop(self.land_or(pending::<()>()).await),
                None if self.hand.is_empty() && self.settled.is_empty() => break,
                None => {}
            }
        }
        Ok(std::mem::take(&mut self.summary))
    }

    /// Sends until it is stopped; then lets what is on its way land, and gives the rest back.
    pub async fn run(mut self, mut stop: Stop) {
        let service = Arc::clone(&self.service);
        let mut last_look = service.clock.ticks();
        let mut database_down = false;
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
            let again = again.unwrap_or(if self.is_held() { self.held_until } else { u64::MAX });
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
            if service.clock.ticks().saturating_sub(last_look) > 10_000 {
                last_look = service.clock.ticks();
                if let Err(error) = self.recover(false).await {
                    tracing::debug!(%error, "leases were not looked at");
                }
            }
        }
        self.finish().await;
    }

    /// Sends the answers that are due, lets everything land, writes it down.
    async fn finish(&mut self) {
        self.lanes = &[Lane::Answer];
        self.give_back();
        if let Err(error) = self.tick().await {
            tracing::warn!(%error, "answers that wait are sent after the next start");
        }
        while let Some(landed) = self.flying.join_next().await {
            self.land(landed);
        }
        if let Err(error) = self.flush().await {
            tracing::error!(%error, "outcomes could not be written down; those messages may come twice");
        }
    }

    /// Writes down, takes out, sends off. Returns when to come back, in ticks, if nothing happens before.
    async fn step(&mut self) -> store::Result<Option<u64>> {
        self.flush().await?;
        if self.is_held() {
            self.give_back();
            self.flush().await?;
            return Ok(None);
        }
        self.take().await?;
        let ticks = self.service.clock.ticks();
        let choice = self.hand.choose(&mut self.limiter, ticks, Clock::wall() + LEASE_NEEDED);
        for ready in choice.go {
            self.flying.spawn(post(self.service.telegram.clone(), ready.row, ready.words));
        }
        let now = self.service.clock.now();
        for (row, wait) in choice.back {
            self.put_back(&row, later(now, Duration::from_millis(wait)), None);
        }
        self.flush().await?;
        Ok(choice.again)
    }

    /// Takes out what is due and there is room for, answers first.
    async fn take(&mut self) -> store::Result<()> {
        let now = self.service.clock.now();
        if self.stale {
            let mut tx = self.service.store.read().await?;
            self.due = outbox::due(&mut tx).await?.into_iter().collect();
            self.stale = false;
        }
        let rate = self.limiter.rate();
        let wanted = |due: &BTreeMap<Lane, DateTime<Utc>>, hand: &Hand, lane: Lane| {
            if due.get(&lane).is_some_and(|at| *at <= now) { hand.room(lane, rate) } else { 0 }
        };
        if self.lanes.iter().all(|lane| wanted(&self.due, &self.hand, *lane) == 0) {
            return Ok(());
        }
        let lease = Lease { owner: self.owner.clone(), until: Clock::wall() + LEASE };
        let mut tx = self.service.store.begin().await?;
        let (mut rows, mut unasked, mut taken_by_others) = (Vec::new(), 0, Vec::new());
        for lane in self.lanes.iter().copied() {
            let mut room = wanted(&self.due, &self.hand, lane);
            if lane != Lane::Answer {
                room = room.saturating_sub(unasked);
            }
            if room > 0 {
                let claimed = outbox::claim(&mut tx, lane, room, now, &lease).await?;
                unasked += if lane == Lane::Answer { 0 } else { claimed.len() };
                if claimed.is_empty() {
                    taken_by_others.push(lane);
                }
                rows.extend(claimed);
            }
        }
        self.due = outbox::due(&mut tx).await?.into_iter().collect();
        tx.commit().await?;
        for lane in taken_by_others {
            // Another process holds them in a transaction of its own; do not ask without pause.
            self.due.remove(&lane);
        }
        self.prepare(rows, lease.until).await;
        Ok(())
    }

    /// Looks again whether digests are owed, and finds the words of everything.
    async fn prepare(&mut self, rows: Vec<ClaimedRow>, lease_until: i64) {
        let service = Arc::clone(&self.service);
        let (mut turns, mut digests) = (Vec::new(), Vec::new());
        for row in rows {
            match (&row.payload, row.cadre) {
                (Payload::Letter { language, notice }, _) => {
                    let words = text::render(&service.campaign, *language, notice);
                    self.hand.add(Ready { row, words, lease_until });
                }
                (Payload::Digest(plan), Some(cadre)) => {
                    turns.push(Turn { row: row.id, cadre, plan: plan.clone() });
                    digests.push(row);
                }
                (Payload::Digest(_), None) => self.close(&row, "a digest for nobody".to_owned()),
            }
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
        for row in digests {
            match fresh.remove(&row.id) {
                Some(Fresh::Send { language, notice }) => {
                    let words = text::render(&service.campaign, language, &notice);
                    self.hand.add(Ready { row, words, lease_until });
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

    fn close(&mut self, row: &ClaimedRow, reason: String) {
        metric::message_closed("moot");
        self.summary.closed += 1;
        self.settled.push((row.id, Settlement::Closed { reason, tried: false }));
    }

    fn put_back(&mut self, row: &ClaimedRow, not_before: DateTime<Utc>, reason: Option<String>) {
        self.summary.postponed += 1;
        let settlement = Settlement::Waiting { not_before, reason, tried: false };
        self.settled.push((row.id, settlement));
    }

    fn is_held(&self) -> bool {
        self.service.clock.ticks() < self.held_until
    }

    /// Everything in hand back into the table.
    fn give_back(&mut self) {
        for row in self.hand.empty() {
            self.put_back(&row, row.not_before, None);
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

    fn land(&mut self, landed: Result<Landed, tokio::task::JoinError>) {
        let landed = match landed {
            Ok(landed) => landed,
            Err(error) => {
                // Its row comes back when the lease runs out.
                tracing::error!(%error, "a call ended without an outcome");
                return;
            }
        };
        let ticks = self.service.clock.ticks();
        self.hand.landed(landed.row.chat);
        self.feel(&landed, ticks);
        let meaning = meaning(&landed, self.service.clock.now());
        if let Some(pause) = meaning.flood {
            let pause = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
            self.limiter.refused(ticks, landed.row.chat, pause);
        }
        match &meaning.settlement {
            Settlement::Sent { .. } => self.summary.sent += 1,
            Settlement::Closed { .. } => self.summary.closed += 1,
            Settlement::Waiting { .. } | Settlement::Anew { .. } => self.summary.postponed += 1,
        }
        self.aftermath.extend(meaning.aftermath);
        self.settled.push((landed.row.id, meaning.settlement));
    }

    /// Whether Telegram as a whole answers.
    fn feel(&mut self, landed: &Landed, ticks: u64) {
        let pulse = &self.service.pulse;
        match &landed.outcome {
            Err(fault) if fault.is_token() => {
                if !pulse.token_refused() {
                    tracing::error!(%fault, "Telegram refuses the bot's token: nothing is sent until it is \
                        put right (TELOXIDE_TOKEN) and the service started again");
                }
                pulse.set_token_refused(true);
                self.held_until = ticks + TOKEN_PAUSE;
            }
            Err(fault) if fault.is_strain() => {
                self.failures = self.failures.saturating_add(1);
                if let Some(beyond) = self.failures.checked_sub(STRAIN) {
                    if beyond == 0 {
                        tracing::warn!(%fault, "Telegram does not answer; delivery pauses and tries again");
                    }
                    self.held_until = ticks + (1_000 << beyond.min(5)).min(LONGEST_STRAIN);
                }
            }
            Ok(_) | Err(_) => {
                if self.failures >= STRAIN {
                    tracing::info!("Telegram answers again");
                }
                self.failures = 0;
                pulse.set_token_refused(false);
            }
        }
    }

    /// Writes down every outcome there is, in one transaction.
    async fn flush(&mut self) -> store::Result<()> {
        if self.settled.is_empty() {
            return Ok(());
        }
        let now = self.service.clock.now();
        let mut tx = self.service.store.begin().await?;
        let lost = outbox::settle(&mut tx, &self.owner, &self.settled, now).await?;
        for aftermath in &self.aftermath {
            spread(&mut tx, aftermath, now).await?;
        }
        tx.commit().await?;
        if lost > 0 {
            tracing::warn!(lost, "messages were taken over by another process; they may come twice");
        }
        let waits =
            |settled: &Settlement| matches!(settled, Settlement::Waiting { .. } | Settlement::Anew { .. });
        self.stale |= self.settled.iter().any(|(_, settlement)| waits(settlement));
        self.stale |= !self.aftermath.is_empty();
        self.settled.clear();
        self.aftermath.clear();
        Ok(())
    }

    /// When a lane that there is room for is next due.
    fn next_due(&self) -> DateTime<Utc> {
        if self.is_held() {
            return DateTime::<Utc>::MAX_UTC;
        }
        let rate = self.limiter.rate();
        let open = self.due.iter().filter(|(lane, _)| self.hand.room(**lane, rate) > 0);
        open.map(|(_, at)| *at).min().unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// What an outcome means for the other messages to its chat.
async fn spread(tx: &mut Tx, aftermath: &Aftermath, now: DateTime<Utc>) -> store::Result<()> {
    match aftermath {
        Aftermath::Unreachable { chat, reason } => {
            if *chat > 0 {
                store::link::set_reachable(tx, TelegramId(*chat), false, now).await?;
            }
            let closed = outbox::close_for_chat(tx, *chat, reason).await?;
            (0..closed).for_each(|_| metric::message_closed("unreachable"));
        }
        Aftermath::Moved { from, to } => {
            outbox::move_chat(tx, *from, *to).await?;
        }
    }
    Ok(())
}

/// Waits until the clock has counted so many ticks.
async fn pause(clock: Clock, until: u64) {
    let left = until.saturating_sub(clock.ticks());
    // Longer than any wait in hand means for ever: something else will wake.
    rest(Duration::from_millis(left.min(3_600_000))).await;
}
