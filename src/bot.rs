//! One of the office's bots as this process serves it.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use tokio::sync::Notify;

use crate::clock::Clock;
use crate::config::Webhook;
use crate::domain::campaign::MAIN_BOT;
use crate::domain::ids::BotId;
use crate::leader::Lead;
use crate::telegram::Client;

/// A bot and its signs of life.
#[derive(Debug)]
pub struct Bot {
    /// Its number in the database.
    pub number: BotId,
    /// As the campaign file names it.
    pub id: String,
    /// The connection to it.
    pub telegram: Client,
    /// Whether this process sends and polls for it.
    pub lead: Lead,
    /// Rung when messages for it may be waiting.
    pub(crate) outbox_wake: Notify,
    ingress: AtomicI64,
    token_refused: AtomicBool,
}

impl Bot {
    /// A bot that nothing has been heard of yet.
    pub fn new(number: BotId, id: String, telegram: Client, lead: Lead) -> Self {
        Self {
            number,
            id,
            telegram,
            lead,
            outbox_wake: Notify::new(),
            ingress: AtomicI64::new(0),
            token_refused: AtomicBool::new(false),
        }
    }

    /// Its own address: that which is set for the main bot, one below it for the others.
    pub fn webhook(&self, webhook: &Webhook) -> Webhook {
        if self.id == MAIN_BOT {
            webhook.clone()
        } else {
            webhook.below(&self.id)
        }
    }

    /// Updates were asked for, or came, and nothing was wrong.
    pub fn ingress_beats(&self) {
        self.ingress.store(Clock::wall(), Ordering::Relaxed);
    }

    /// Seconds since updates last came in well; `None`: not yet.
    pub fn ingress_age(&self) -> Option<i64> {
        age(&self.ingress)
    }

    /// Telegram refuses the token, or takes it again.
    pub fn set_token_refused(&self, refused: bool) {
        self.token_refused.store(refused, Ordering::Relaxed);
    }

    /// Whether Telegram refuses the token.
    pub fn token_refused(&self) -> bool {
        self.token_refused.load(Ordering::Relaxed)
    }
}

/// Seconds since a beat by the machine's clock; `None`: there was none.
pub(crate) fn age(beat: &AtomicI64) -> Option<i64> {
    let at = beat.load(Ordering::Relaxed);
    (at > 0).then(|| (Clock::wall() - at).max(0) / 1_000)
}
