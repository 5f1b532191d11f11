//! Who acts where several processes share a database: one sends and polls for each bot, one does the office's
//! rounds. Each matter has a lease that its leader renews; the others wait for it to end.

use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::clock::rest;
use crate::domain::ids::BotId;
use crate::shutdown::Stop;
use crate::store::presence::Presence;
use crate::store::{self, Store, lease};

/// How long a lease lasts without being renewed: so long a matter rests when its leader hangs. When the leader
/// dies the others notice sooner (`store/presence.rs`).
const TERM: Duration = Duration::from_secs(8);
/// So long a leader acts without having renewed it: it stops a second before another may begin.
const ACTS: Duration = Duration::from_secs(7);
/// How often leases that others hold are asked for.
const LOOK: Duration = Duration::from_millis(500);
/// How long before it renews one.
const RENEW: Duration = Duration::from_secs(2);
/// On SQLite one process holds the file's lock for as long as it lives.
const FOR_GOOD: Duration = Duration::from_hours(24 * 365);
/// How long after another's last deed a new leader begins: the pace counts what went within a second.
const GAP: Duration = Duration::from_millis(1_010);

/// The matter of planning, sweeping and looking after: the same for every bot.
const OFFICE: &str = "office";

/// The name of a bot's lease.
pub(crate) fn matter_of(bot: BotId) -> String {
    format!("bot {bot}")
}

/// A time in which this process leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Different for each time anew.
    pub number: u64,
    /// Nothing may be sent before: what another sent just now counts in the pace.
    pub begins: Instant,
    renewed: Instant,
    ends: Instant,
}

/// Whether this process leads in one matter. Copies tell the same.
#[derive(Debug, Clone)]
pub struct Lead(watch::Receiver<Option<Term>>);

impl Lead {
    /// The term that runs, if one does.
    pub fn term(&self) -> Option<Term> {
        self.0.borrow().filter(|term| Instant::now() < term.ends)
    }

    /// Whether this process leads just now.
    pub fn is_mine(&self) -> bool {
        self.term().is_some()
    }

    /// Returns when this process leads.
    pub async fn won(&mut self) {
        while !self.is_mine() {
            if self.0.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    /// Returns when it no longer does.
    pub async fn lost(&mut self) {
        while let Some(term) = self.term() {
            let left = term.ends.saturating_duration_since(Instant::now());
            tokio::select! {
                changed = self.0.changed() => if changed.is_err() {
                    // Nobody renews any more; the term runs out.
                    rest(left).await;
                },
                () = rest(left) => {}
            }
        }
    }
}

/// The leases that this process seeks.
#[derive(Debug)]
pub struct Candidate {
    store: Store,
    /// The process's name, made at random at its start.
    pub owner: String,
    presence: Presence,
    matters: Vec<Matter>,
    terms: u64,
    /// Whether it was said that another process serves the file.
    said: bool,
}

#[derive(Debug)]
struct Matter {
    name: String,
    sender: watch::Sender<Option<Term>>,
}

impl Candidate {
    /// A candidate for the office's rounds and for those bots.
    pub fn new(store: Store, owner: String, bots: impl Iterator<Item = BotId>) -> Self {
        let matter = |name| Matter {
            name,
            sender: watch::Sender::new(None),
        };
        Self {
            store,
            owner,
            presence: Presence::default(),
            matters: std::iter::once(OFFICE.to_owned())
                .chain(bots.map(matter_of))
                .map(matter)
                .collect(),
            terms: 0,
            said: false,
        }
    }

    /// Whether this process does the office's rounds.
    pub fn office(&self) -> Lead {
        self.lead(OFFICE)
    }

    /// Whether it sends and polls for that bot.
    pub fn bot(&self, bot: BotId) -> Lead {
        self.lead(&matter_of(bot))
    }

    fn lead(&self, name: &str) -> Lead {
        let known = self.matters.iter().find(|matter| matter.name == name);
        Lead(known.map_or_else(
            || watch::Sender::new(None).subscribe(),
            |matter| matter.sender.subscribe(),
        ))
    }

    /// Takes what is free and renews what it holds.
    pub async fn stand(&mut self) -> store::Result<()> {
        if !self.presence.announce(&self.store, &self.owner).await? {
            if !std::mem::replace(&mut self.said, true) {
                tracing::warn!(
                    "another process serves this database file; this one waits until it has ended"
                );
            }
            return Ok(());
        }
        let asked = Instant::now();
        let due: Vec<&Matter> = self
            .matters
            .iter()
            .filter(|matter| {
                let renewed = matter.sender.borrow().map(|term| term.renewed);
                renewed.is_none_or(|renewed| asked.duration_since(renewed) >= RENEW)
            })
            .collect();
        if due.is_empty() {
            return Ok(());
        }
        let time = i64::try_from(TERM.as_millis()).unwrap_or(i64::MAX);
        let mut tx = self.store.begin().await?;
        let mut held = Vec::with_capacity(due.len());
        for matter in &due {
            held.push(lease::hold(&mut tx, &matter.name, &self.owner, time).await?);
        }
        tx.commit().await?;
        let acts = match self.store {
            Store::Sqlite { .. } => FOR_GOOD,
            Store::Postgres(_) => ACTS,
        };
        for (matter, held) in due.into_iter().zip(held) {
            let running = matter.sender.borrow().filter(|term| asked < term.ends);
            let term = held.map(|held| {
                let (number, begins) = running.map_or_else(
                    || {
                        self.terms += 1;
                        tracing::debug!(matter = matter.name, "this process leads");
                        (self.terms, Instant::now() + gap(held.since_other))
                    },
                    |running| (running.number, running.begins),
                );
                Term {
                    number,
                    begins,
                    renewed: asked,
                    ends: asked + acts,
                }
            });
            matter.sender.send_replace(term);
        }
        Ok(())
    }

    /// Seeks and keeps leases until it is stopped, then lets them go. What depends on them must have ended.
    pub async fn run(mut self, mut stop: Stop) {
        while !stop.is_requested() {
            if let Err(error) = self.stand().await {
                // A term that cannot be renewed ends by itself; the loops that need the database say so.
                tracing::debug!(%error, "leases could not be renewed");
            }
            tokio::select! {
                () = rest(LOOK) => {}
                () = stop.requested() => {}
            }
        }
        let released = async {
            let mut tx = self.store.begin().await?;
            lease::release(&mut tx, &self.owner).await?;
            tx.commit().await
        };
        if let Err(error) = released.await {
            tracing::debug!(%error, "leases run out by themselves");
        }
    }
}

/// How long a new leader still waits.
fn gap(since_other: Option<i64>) -> Duration {
    since_other.map_or(Duration::ZERO, |since| {
        GAP.saturating_sub(Duration::from_millis(u64::try_from(since).unwrap_or(0)))
    })
}

/// A name for this process in leases; no two are alike.
///
/// # Errors
/// When the system gives no random numbers.
pub fn process_name() -> anyhow::Result<String> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("the system gives no random numbers: {error}"))?;
    Ok(format!("{:016x}", u64::from_be_bytes(bytes)))
}
