//! The pace of each single chat.

use std::collections::{HashMap, VecDeque};

/// To a person: one a second …
const PERSON: u64 = 1_010;
/// … and for answers a short burst: so many at once, then one a second.
const BURST: u64 = 3;
/// To a group: so many …
const GROUP_MOST: usize = 20;
/// … within this time.
const GROUP_WINDOW: u64 = 60_500;
/// Chats are looked through for forgotten ones when there are this many more than last time.
const FORGET_EVERY: usize = 1_000;

/// What is remembered of the chats written to lately. A negative id is a group's.
#[derive(Debug, Default)]
pub(super) struct Chats {
    chats: HashMap<i64, Chat>,
    forget_at: usize,
}

#[derive(Debug, Default)]
struct Chat {
    /// When one a second would have been kept, had every message waited its turn.
    owed_until: u64,
    paused_until: u64,
    /// A group's messages within its window.
    gone: VecDeque<u64>,
}

impl Chats {
    /// When that chat allows a message; `None`: now.
    pub(super) fn next(&self, now: u64, chat: i64, answer: bool) -> Option<u64> {
        let known = self.chats.get(&chat)?;
        let burst = if answer && chat > 0 {
            (BURST - 1) * PERSON
        } else {
            0
        };
        let mut at = known
            .owed_until
            .saturating_sub(burst)
            .max(known.paused_until);
        if let Some(over) = known.gone.len().checked_sub(GROUP_MOST) {
            let oldest = known.gone.get(over).copied().unwrap_or(0);
            at = at.max(oldest.saturating_add(GROUP_WINDOW));
        }
        (at > now).then_some(at)
    }

    /// Counts a message that goes now.
    pub(super) fn count(&mut self, now: u64, chat: i64) {
        let known = self.chats.entry(chat).or_default();
        known.owed_until = known.owed_until.max(now) + PERSON;
        if chat < 0 {
            known.gone.push_back(now);
            while known
                .gone
                .front()
                .is_some_and(|at| at.saturating_add(GROUP_WINDOW) <= now)
            {
                known.gone.pop_front();
            }
        }
    }

    /// Nothing to that chat until then.
    pub(super) fn pause(&mut self, chat: i64, until: u64) {
        let known = self.chats.entry(chat).or_default();
        known.paused_until = known.paused_until.max(until);
    }

    /// Drops the chats that have nothing to say any more, now and then.
    pub(super) fn forget(&mut self, now: u64) {
        if self.chats.len() <= self.forget_at + FORGET_EVERY {
            return;
        }
        self.chats.retain(|_, chat| {
            chat.owed_until > now
                || chat.paused_until > now
                || chat
                    .gone
                    .back()
                    .is_some_and(|at| at.saturating_add(GROUP_WINDOW) > now)
        });
        self.forget_at = self.chats.len();
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.chats.len()
    }
}
