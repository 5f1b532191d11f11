//! When the next message may go: over all chats, to one chat, after a 429. Pure: time is a count of
//! milliseconds that only grows, given by the caller.
//!
//! Telegram's figures (facts: 1.1): about 30 messages a second over all, one a second to a person with
//! short bursts tolerated, 20 a minute to a group. The true ones are unknown and move, so a 429 halves
//! the rate at once and it climbs back step by step.

mod chats;

use std::collections::VecDeque;

use chats::Chats;

/// A little over a second: two messages may take differently long to get there.
const WINDOW: u64 = 1_010;
/// The rate climbs back by a thirtieth of the full one this often.
const CLIMB: u64 = 250;
/// 429s of two chats within this time mean the bot as a whole, not one chat.
const SAME_FLOOD: u64 = 1_000;
/// The longest that everything unasked waits for one 429; the row itself may wait longer.
const LONGEST_PAUSE: u64 = 60_000;

/// Whether a message may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Now; it is counted.
    Go,
    /// Not before this count, because of its chat.
    Chat(u64),
    /// Not before this count, because of all chats together.
    All(u64),
}

/// The paces of one bot.
#[derive(Debug)]
pub struct Limiter {
    full: u32,
    rate: u32,
    /// When the rate last fell or rose.
    changed: u64,
    /// What went within the last window: when, and whether it was an answer.
    gone: VecDeque<(u64, bool)>,
    /// Turn of the next message that nobody asked for, in microseconds: at high rates a step is less
    /// than a few milliseconds.
    next_unasked: u64,
    paused_until: u64,
    last_flood: Option<(u64, i64)>,
    chats: Chats,
}

impl Limiter {
    /// For so many messages a second.
    pub fn new(rate: u32) -> Self {
        let rate = rate.max(1);
        Self {
            full: rate,
            rate,
            changed: 0,
            gone: VecDeque::new(),
            next_unasked: 0,
            paused_until: 0,
            last_flood: None,
            chats: Chats::default(),
        }
    }

    /// The rate just now, messages a second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// How many messages may be taken out to be sent now: never more than can go at once.
    pub fn room(&mut self, now: u64, answer: bool) -> usize {
        self.settle(now);
        match self.all(now, answer) {
            Some(_) => 0,
            // What nobody asked for goes evenly, one a turn.
            None if !answer => 1,
            None => (self.rate as usize).saturating_sub(self.gone.len()),
        }
    }

    /// When a message of that kind may go as far as all chats together are concerned.
    pub fn next(&mut self, now: u64, answer: bool) -> u64 {
        self.settle(now);
        self.all(now, answer).unwrap_or(now)
    }

    /// Asks for one message to go now to that chat.
    pub fn admit(&mut self, now: u64, chat: i64, answer: bool) -> Admission {
        self.settle(now);
        if let Some(at) = self.chats.next(now, chat, answer) {
            return Admission::Chat(at);
        }
        if let Some(at) = self.all(now, answer) {
            return Admission::All(at);
        }
        self.gone.push_back((now, answer));
        if !answer {
            let share = self.rate.saturating_sub(self.reserve()).max(1);
            let step = (WINDOW * 1_000).div_ceil(u64::from(share));
            // Counted from when it was due, not from when it was done, or every late step would lower
            // the rate; but hardly anything is caught up.
            self.next_unasked =
                (self.next_unasked + step).max(now.saturating_mul(1_000) + step / 2);
        }
        self.chats.count(now, chat);
        Admission::Go
    }

    /// A 429: the chat waits, and the rate halves unless it is the chat's own affair (a group's).
    pub fn refused(&mut self, now: u64, chat: i64, retry_after_ms: u64) {
        self.chats.pause(chat, now.saturating_add(retry_after_ms));
        if chat < 0 {
            return;
        }
        // Several in flight may be refused for one reason; that is one halving.
        let fresh = self
            .last_flood
            .is_none_or(|(at, _)| now.saturating_sub(at) >= SAME_FLOOD);
        if fresh {
            self.rate = (self.rate / 2).max(1);
            self.changed = now;
        } else if self.last_flood.is_some_and(|(_, other)| other != chat) {
            let pause = now.saturating_add(retry_after_ms.min(LONGEST_PAUSE));
            self.paused_until = self.paused_until.max(pause);
        }
        if fresh {
            self.last_flood = Some((now, chat));
        }
    }

    /// A pause that was running when this limiter was made: nothing to that chat, or for chat 0 nothing that
    /// nobody asked for, before this count.
    pub fn resume(&mut self, chat: i64, until: u64) {
        if chat == 0 {
            self.paused_until = self.paused_until.max(until);
        } else {
            self.chats.pause(chat, until);
        }
    }

    /// Forgets what is past.
    fn settle(&mut self, now: u64) {
        while self
            .gone
            .front()
            .is_some_and(|(at, _)| at.saturating_add(WINDOW) <= now)
        {
            self.gone.pop_front();
        }
        let steps = now.saturating_sub(self.changed) / CLIMB;
        if self.rate < self.full && steps > 0 {
            let climbed = steps.saturating_mul(u64::from(self.full.div_ceil(30)));
            let rate = u64::from(self.rate)
                .saturating_add(climbed)
                .min(u64::from(self.full));
            self.rate = u32::try_from(rate).unwrap_or(self.full);
            self.changed += steps * CLIMB;
        }
        self.chats.forget(now);
    }

    /// What is kept free for answers: a thirtieth always, more when people are just writing (their
    /// answers are counted already; this is for the next ones that come at once).
    fn reserve(&self) -> u32 {
        let answers = self.gone.iter().filter(|(_, answer)| *answer).count();
        let wanted = (self.full / 30).max(1) + u32::try_from(answers / 4).unwrap_or(self.full);
        wanted.min(self.rate / 2)
    }

    /// When all chats together allow it; `None`: now.
    fn all(&self, now: u64, answer: bool) -> Option<u64> {
        let most = if answer {
            self.rate
        } else {
            self.rate - self.reserve()
        }
        .max(1) as usize;
        let window = self
            .gone
            .len()
            .checked_sub(most)
            .and_then(|over| self.gone.get(over));
        let mut at = window.map_or(now, |(at, _)| at.saturating_add(WINDOW));
        if !answer {
            at = at.max(self.next_unasked / 1_000).max(self.paused_until);
        }
        (at > now).then_some(at)
    }
}

#[cfg(test)]
mod tests;
