//! What every loop and every flow works with: one value, built by `app.rs`, shared by all.

use std::ops::Deref;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use tokio::sync::Notify;

use crate::books::Books;
use crate::clock::Clock;
use crate::config::Settings;
use crate::telegram::Client;

/// The running service: the office's books, and the bot that speaks for it.
#[derive(Debug)]
pub struct Service {
    /// Database, campaign, work days and time; reached as the service's own fields.
    pub books: Books,
    /// The bot.
    pub telegram: Client,
    /// What the environment decided.
    pub settings: Settings,
    /// Rung when updates were written down.
    pub inbox_wake: Notify,
    /// Rung when messages were planned.
    pub outbox_wake: Notify,
    /// Rung when what the planner waits for may have changed.
    pub planner_wake: Notify,
    /// Rung when a broadcast was made or changed.
    pub broadcast_wake: Notify,
    /// Signs of life.
    pub pulse: Pulse,
}

impl Service {
    /// The service with those parts, nothing running yet.
    pub fn new(books: Books, telegram: Client, settings: Settings) -> Self {
        Self {
            books,
            telegram,
            settings,
            inbox_wake: Notify::new(),
            outbox_wake: Notify::new(),
            planner_wake: Notify::new(),
            broadcast_wake: Notify::new(),
            pulse: Pulse::default(),
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
    ingress: AtomicI64,
    scheduler: AtomicI64,
    token_refused: AtomicBool,
    updates_refused: AtomicBool,
}

impl Pulse {
    /// Updates were asked for, or came, and nothing was wrong.
    pub fn ingress_beats(&self) {
        self.ingress.store(Clock::wall(), Ordering::Relaxed);
    }

    /// The planner has looked.
    pub fn scheduler_beats(&self) {
        self.scheduler.store(Clock::wall(), Ordering::Relaxed);
    }

    /// Telegram refuses the token, or takes it again.
    pub fn set_token_refused(&self, refused: bool) {
        self.token_refused.store(refused, Ordering::Relaxed);
    }

    /// The database does not take updates, or takes them again.
    pub fn set_updates_refused(&self, refused: bool) {
        self.updates_refused.store(refused, Ordering::Relaxed);
    }

    /// Seconds since ingress last worked; `None`: not yet.
    pub fn ingress_age(&self) -> Option<i64> {
        age(&self.ingress)
    }

    /// Seconds since the planner last looked; `None`: not yet.
    pub fn scheduler_age(&self) -> Option<i64> {
        age(&self.scheduler)
    }

    /// Whether the database did not take the last update; it comes again until it is taken.
    pub fn updates_refused(&self) -> bool {
        self.updates_refused.load(Ordering::Relaxed)
    }

    /// Whether Telegram refuses the token.
    pub fn token_refused(&self) -> bool {
        self.token_refused.load(Ordering::Relaxed)
    }
}

fn age(beat: &AtomicI64) -> Option<i64> {
    let at = beat.load(Ordering::Relaxed);
    (at > 0).then(|| (Clock::wall() - at).max(0) / 1_000)
}
