//! What every loop and every flow works with: one value, built by `app.rs`, shared by all.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use tokio::sync::Notify;

use crate::books::Books;
use crate::bot::{Bot, age};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::ids::BotId;
use crate::leader::Lead;

/// The running service: the office's books, and the bots that speak for it.
#[derive(Debug)]
pub struct Service {
    /// Database, campaign, work days and time; reached as the service's own fields.
    pub books: Books,
    /// The bots, the main one first; there is always that one.
    pub bots: Vec<Arc<Bot>>,
    /// Whether this process does the office's rounds: planning, menus, sweeping.
    pub office: Lead,
    /// What the environment decided.
    pub settings: Settings,
    /// Rung when updates were written down.
    pub inbox_wake: Notify,
    /// Rung when what the planner waits for may have changed.
    pub planner_wake: Notify,
    /// Rung when a broadcast was made or changed.
    pub broadcast_wake: Notify,
    /// Signs of life.
    pub pulse: Pulse,
}

impl Service {
    /// The service with those parts, nothing running yet.
    pub fn new(books: Books, bots: Vec<Arc<Bot>>, office: Lead, settings: Settings) -> Self {
        Self {
            books,
            bots,
            office,
            settings,
            inbox_wake: Notify::new(),
            planner_wake: Notify::new(),
            broadcast_wake: Notify::new(),
            pulse: Pulse::default(),
        }
    }

    /// The bot of that number; `None`: the campaign names it no longer.
    pub fn bot(&self, number: BotId) -> Option<&Arc<Bot>> {
        self.bots.iter().find(|bot| bot.number == number)
    }

    /// The bot that serves a unit.
    pub fn bot_of(&self, unit_path: &str) -> Option<&Arc<Bot>> {
        let id = self.campaign.bot_of(unit_path);
        self.bots.iter().find(|bot| bot.id == id)
    }

    /// Rings this process's senders: messages may be waiting.
    pub fn ring_outbox(&self) {
        for bot in &self.bots {
            bot.outbox_wake.notify_one();
        }
    }
}

impl Deref for Service {
    type Target = Books;

    fn deref(&self) -> &Books {
        &self.books
    }
}

/// When each loop last did its work, by the machine's clock; read by `/healthz`.
#[derive(Debug, Default)]
pub struct Pulse {
    scheduler: AtomicI64,
    updates_refused: AtomicBool,
}

impl Pulse {
    /// The planner has looked.
    pub fn scheduler_beats(&self) {
        self.scheduler.store(Clock::wall(), Ordering::Relaxed);
    }

    /// The database does not take updates, or takes them again.
    pub fn set_updates_refused(&self, refused: bool) {
        self.updates_refused.store(refused, Ordering::Relaxed);
    }

    /// Seconds since the planner last looked; `None`: not yet.
    pub fn scheduler_age(&self) -> Option<i64> {
        age(&self.scheduler)
    }

    /// Whether the database did not take the last update; it comes again until it is taken.
    pub fn updates_refused(&self) -> bool {
        self.updates_refused.load(Ordering::Relaxed)
    }
}
