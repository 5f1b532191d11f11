//! When the next message may go: over all chats, to one chat, after a 429. Pure: time is a count of
//! milliseconds that only grows, given by the caller.
//!
//! Telegram's figures (facts: 1.1): about 30 messages a second over all, one a second to a person with
//! short bursts tolerated, 20 a minute to a group. The true ones are unknown and move (`rate.rs`).
//!
//! Two things hold the rate. No stretch of [`WINDOW`] ever has more than it, whatever happens. And what
//! nobody asked for has turns, evenly within [`PACE`]: because that is a little longer, a turn that is
//! taken late is made up for.

mod chats;
mod rate;

use std::collections::VecDeque;

use chats::Chats;
use rate::Rate;

/// Longer than a second by what two messages may differ in the time they take to get there.
const WINDOW: u64 = 1_030;
/// A second's worth of turns takes so long: within one in twenty of the rate, with room for late steps.
const PACE: u64 = 1_036;
/// At high rates the turns within this time, in microseconds, are taken together: they share a commit.
const TOGETHER: u64 = 20_000;
/// Turns missed within this time, in microseconds, are made up for; nothing went for longer: nothing is.
const MADE_UP: u64 = 500_000;
/// After an answer there are more to come: so long some room is kept for them.
const TALK: u64 = 10_000;
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

/// What a 429 has stopped; both are counts of ticks, for [`Limiter::resume`] after a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Nothing to its chat until then.
    pub chat: u64,
    /// Nothing unasked to anybody until then; `None`: others go on.
    pub all: Option<u64>,
}

/// The paces of one bot.
#[derive(Debug)]
pub struct Limiter {
    rate: Rate,
    /// What went within the last window: when, and whether it was an answer.
    gone: VecDeque<(u64, bool)>,
    /// How many of them were answers.
    answers: usize,
    last_answer: Option<u64>,
    /// When the next turn of what nobody asked for is, in microseconds: at high rates turns are less than
    /// a millisecond apart. `None`: nothing has gone yet.
    turn: Option<u64>,
    paused_until: u64,
    flood: Option<Flood>,
    chats: Chats,
}

/// The last 429s of people.
#[derive(Debug, Clone, Copy)]
struct Flood {
    at: u64,
    chat: i64,
    halved: bool,
}

impl Limiter {
    /// For so many messages a second.
    pub fn new(rate: u32) -> Self {
        Self {
            rate: Rate::new(rate),
            gone: VecDeque::new(),
            answers: 0,
            last_answer: None,
            turn: None,
            paused_until: 0,
            flood: None,
            chats: Chats::default(),
        }
    }

    /// How many messages of that kind may be taken out to go now.
    pub fn room(&mut self, now: u64, answer: bool) -> usize {
        self.settle(now);
        let free = self.most(now, answer).saturating_sub(self.gone.len());
        if answer {
            free
        } else if self.next(now, false) > now {
            0
        } else {
            let step = self.step(now);
            let turns = (now * 1_000).saturating_sub(self.due_turn(now)) / step + 1;
            free.min(usize::try_from(turns).unwrap_or(free))
        }
    }

    /// When to take out messages of that kind, as far as all chats together are concerned: at high rates
    /// not before several may go.
    pub fn next(&mut self, now: u64, answer: bool) -> u64 {
        self.settle(now);
        let together = if answer { 1 } else { self.together(now) };
        let free_at = self.window(now, answer, together);
        if answer {
            return free_at;
        }
        let last = self.due_turn(now) + self.step(now) * (together as u64 - 1);
        free_at.max(last.div_ceil(1_000)).max(self.paused_until)
    }

    /// When its chat allows a message.
    pub fn next_to(&self, now: u64, chat: i64, answer: bool) -> u64 {
        self.chats.next(now, chat, answer).unwrap_or(now)
    }

    /// Asks for one message to go now to that chat.
    pub fn admit(&mut self, now: u64, chat: i64, answer: bool) -> Admission {
        self.settle(now);
        if let Some(at) = self.chats.next(now, chat, answer) {
            return Admission::Chat(at);
        }
        let mut at = self.window(now, answer, 1);
        if !answer {
            let turn = self.due_turn(now).div_ceil(1_000);
            at = at.max(turn).max(self.paused_until);
        }
        if at > now {
            return Admission::All(at);
        }
        if answer {
            self.answers += 1;
            self.last_answer = Some(now);
        } else {
            // Counted from when it was due, not from when it was done, or every late step would lower
            // the rate.
            self.turn = Some(self.due_turn(now) + self.step(now));
        }
        self.gone.push_back((now, answer));
        self.chats.count(now, chat);
        Admission::Go
    }

    /// A 429: the chat waits, and the rate halves unless it is the chat's own affair: a group's, or that of
    /// the one person who was refused last time too.
    pub fn refused(&mut self, now: u64, chat: i64, retry_after_ms: u64) -> Pause {
        let until = now.saturating_add(retry_after_ms);
        self.chats.pause(chat, until);
        let mut pause = Pause {
            chat: until,
            all: None,
        };
        if chat < 0 {
            return pause;
        }
        match &mut self.flood {
            // Several on their way may be refused for one reason; that is one halving.
            Some(flood) if now.saturating_sub(flood.at) < SAME_FLOOD => {
                if flood.chat != chat {
                    if !std::mem::replace(&mut flood.halved, true) {
                        self.rate.halve(now);
                    }
                    let until = until.min(now.saturating_add(LONGEST_PAUSE));
                    self.pause(until);
                    pause.all = Some(until);
                }
            }
            Some(flood) if flood.chat == chat => {
                flood.at = now;
                flood.halved = false;
            }
            _ => {
                self.rate.halve(now);
                let halved = true;
                self.flood = Some(Flood {
                    at: now,
                    chat,
                    halved,
                });
            }
        }
        pause
    }

    /// A pause of before a restart goes on until that count: of a chat, or for 0 of everything unasked.
    pub fn resume(&mut self, chat: i64, until: u64) {
        if chat == 0 {
            self.pause(until);
        } else {
            self.chats.pause(chat, until);
        }
    }

    fn pause(&mut self, until: u64) {
        self.paused_until = self.paused_until.max(until);
        // What was due meanwhile is not made up for.
        self.turn = self.turn.max(Some(until.saturating_mul(1_000)));
    }

    /// Forgets what is past.
    fn settle(&mut self, now: u64) {
        while let Some((at, answer)) = self.gone.front().copied()
            && at.saturating_add(WINDOW) <= now
        {
            self.gone.pop_front();
            self.answers -= usize::from(answer);
        }
        self.chats.forget(now);
    }

    /// What is kept free for answers while people write: a thirtieth, and more the more they are (their
    /// answers are counted already; this is for the next ones that come at once). While nobody does, the
    /// first one to be answered waits a turn at most.
    fn reserve(&self, now: u64) -> u64 {
        let talk = self
            .last_answer
            .is_some_and(|at| now.saturating_sub(at) < TALK);
        if !talk {
            return 0;
        }
        let wanted = (self.rate.full() / 30_000).max(1) + self.answers as u64 / 4;
        wanted.min(self.rate.at(now) / 2_000)
    }

    /// How many a window may hold for one of that kind to go, itself included. A few answers go by the full
    /// rate: when it has just been halved, the window is full of what went before.
    fn most(&self, now: u64, answer: bool) -> usize {
        let rate = self.rate.at(now);
        let most = if !answer {
            rate.div_ceil(1_000).saturating_sub(self.reserve(now))
        } else if (self.answers as u64) < rate / 4_000 {
            self.rate.full() / 1_000
        } else {
            rate.div_ceil(1_000)
        };
        usize::try_from(most.max(1)).unwrap_or(usize::MAX)
    }

    /// When the window has room for so many of that kind.
    fn window(&self, now: u64, answer: bool, count: usize) -> u64 {
        let over = (self.gone.len() + count).checked_sub(self.most(now, answer) + 1);
        let last = over.and_then(|over| self.gone.get(over.min(self.gone.len().saturating_sub(1))));
        last.map_or(now, |(at, _)| at.saturating_add(WINDOW))
    }

    /// From turn to turn, in microseconds.
    fn step(&self, now: u64) -> u64 {
        let share = self.rate.at(now) - self.reserve(now) * 1_000;
        (PACE * 1_000_000).div_ceil(share.max(1)).max(1)
    }

    /// How many turns are taken together.
    fn together(&self, now: u64) -> usize {
        usize::try_from(TOGETHER / self.step(now)).map_or(1, |turns| turns.max(1))
    }

    /// The turn to be taken next, in microseconds, if anything is to go.
    fn due_turn(&self, now: u64) -> u64 {
        let now_us = now.saturating_mul(1_000);
        match self.turn {
            Some(turn) if turn.saturating_add(MADE_UP) >= now_us => turn,
            // After a silence the first ones together are due at once.
            _ => now_us.saturating_sub(self.step(now) * (self.together(now) as u64 - 1)),
        }
    }
}

#[cfg(test)]
mod tests;
