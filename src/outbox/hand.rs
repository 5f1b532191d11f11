//! The few rows that are out of the table: which of them may go now, which must wait their turn, which
//! go back. Pure but for the limiter's count.

use std::collections::{HashMap, HashSet};

use super::gallery::Picture;
use super::limiter::{Admission, Limiter};
use super::payload::Payload;
use crate::domain::evidence::File;
use crate::store::outbox::{ClaimedRow, Lane};
use crate::text::{Ballot, Rendered};

/// A shorter wait for its chat is spent in hand by an answer, a longer one in the table. What nobody asked
/// for always waits in the table: a process that dies then holds hardly more than what is on its way.
const SHORT: u64 = 3_000;
/// More answers than so many for one chat go back, or one chat would fill the hand.
const MOST_OF_ONE_CHAT: usize = 4;
/// Answers in hand at most.
const ANSWERS: usize = 256;
/// Calls on their way at most, answers apart.
const FLYING: usize = 128;
/// From one message to a person to the next, when several wait in the table for their chat.
const APART: u64 = 1_010;
/// Chats that are past are dropped from the list when there are so many more than last time.
const FORGET_EVERY: usize = 1_000;

/// A row with its words.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) row: ClaimedRow,
    pub(super) words: Rendered,
    /// The picture above them.
    pub(super) picture: Option<Picture>,
    /// The file that they are the caption of.
    pub(super) file: Option<Attached>,
    /// The poll in their place.
    pub(super) ballot: Option<Ballot>,
    /// When the lease ends, by the machine's clock.
    pub(super) lease_until: i64,
}

/// A file that Telegram has, and what to say if it has it no more.
#[derive(Debug)]
pub(super) struct Attached {
    pub(super) file: File,
    pub(super) instead: Rendered,
}

/// Rows taken out to be sent.
#[derive(Debug, Default)]
pub(super) struct Hand {
    /// By lane, then in the order they were written.
    rows: Vec<Ready>,
    /// Chats with a call on its way: the next one to them waits, so that they arrive in order.
    flying: HashSet<i64>,
    /// When the last of those comes that were sent back to wait for their chat: the next one waits longer,
    /// or all would come at once, and all but one would go back again.
    booked: HashMap<i64, u64>,
    forget_at: usize,
}

/// What a look at the hand yields.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// To be sent now.
    pub(super) go: Vec<Ready>,
    /// Back into the table, with the milliseconds to wait there.
    pub(super) back: Vec<(ClaimedRow, u64)>,
    /// When to look again, in ticks; `None`: when something lands or comes in.
    pub(super) again: Option<u64>,
}

impl Hand {
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows of that lane to take out now: those that go at once, so that each is re-checked as
    /// late as can be.
    pub(super) fn room(&self, lane: Lane, limiter: &mut Limiter, now: u64) -> usize {
        let answer = lane == Lane::Answer;
        let held = self.held(answer);
        let may = limiter.room(now, answer);
        if answer {
            // Those in hand wait for their chats: others may pass.
            may.min(ANSWERS.saturating_sub(held))
        } else {
            may.saturating_sub(held)
                .min(FLYING.saturating_sub(self.flying.len()))
        }
    }

    /// When to take out rows of that lane, in ticks; `None`: when something has landed.
    pub(super) fn next(&self, lane: Lane, limiter: &mut Limiter, now: u64) -> Option<u64> {
        let answer = lane == Lane::Answer;
        let full = if answer {
            self.held(true) >= ANSWERS
        } else {
            self.flying.len() >= FLYING
        };
        (!full).then(|| limiter.next(now, answer))
    }

    fn held(&self, answer: bool) -> usize {
        let of_kind = |ready: &&Ready| (ready.row.lane == Lane::Answer) == answer;
        self.rows.iter().filter(of_kind).count()
    }

    pub(super) fn add(&mut self, ready: Ready) {
        let place = |ready: &Ready| (ready.row.lane, ready.row.id);
        let at = self
            .rows
            .partition_point(|held| place(held) < place(&ready));
        self.rows.insert(at, ready);
    }

    pub(super) fn landed(&mut self, chat: i64) {
        self.flying.remove(&chat);
    }

    /// The digests back: what was owed when they were taken out may not be sent any more.
    pub(super) fn digests(&mut self) -> Vec<ClaimedRow> {
        let is_digest = |ready: &mut Ready| matches!(ready.row.payload, Payload::Digest(_));
        let rows = self.rows.extract_if(.., is_digest);
        rows.map(|ready| ready.row).collect()
    }

    /// Everything back, at once.
    pub(super) fn empty(&mut self) -> Vec<ClaimedRow> {
        self.rows.drain(..).map(|ready| ready.row).collect()
    }

    /// Decides about every row in hand. A lease must outlast `lease_needed` (by the machine's clock), or
    /// the row goes back: a call may not be on its way when somebody else takes its row.
    pub(super) fn choose(&mut self, limiter: &mut Limiter, now: u64, lease_needed: i64) -> Choice {
        let mut choice = Choice::default();
        let mut waiting: HashMap<i64, usize> = HashMap::new();
        // Answers come first in the rows; once one has no turn, none after it has.
        let mut closed = [false; 2];
        for ready in std::mem::take(&mut self.rows) {
            let (chat, answer) = (ready.row.chat, ready.row.lane == Lane::Answer);
            if ready.lease_until < lease_needed {
                choice.back.push((ready.row, 0));
                continue;
            }
            let before = waiting.get(&chat).copied().unwrap_or(0);
            let admission = if self.flying.contains(&chat) || before > 0 {
                None
            } else if closed[usize::from(answer)] {
                self.rows.push(ready);
                continue;
            } else {
                Some(limiter.admit(now, chat, answer))
            };
            match admission {
                Some(Admission::Go) => {
                    self.flying.insert(chat);
                    choice.go.push(ready);
                    continue;
                }
                Some(Admission::All(at)) => {
                    closed[usize::from(answer)] = true;
                    choice.again = Some(choice.again.map_or(at, |again| again.min(at)));
                }
                Some(Admission::Chat(at)) if answer => {
                    if at.saturating_sub(now) > SHORT {
                        choice.back.push((ready.row, at - now));
                        continue;
                    }
                    choice.again = Some(choice.again.map_or(at, |again| again.min(at)));
                }
                None if answer && before >= MOST_OF_ONE_CHAT => {
                    let turns = u64::try_from(before).unwrap_or(u64::MAX);
                    waiting.insert(chat, before + 1);
                    choice.back.push((ready.row, turns.saturating_mul(1_000)));
                    continue;
                }
                None if answer => {}
                Some(Admission::Chat(_)) | None => {
                    let at = limiter.next_to(now, chat, false);
                    let at = self.book(chat, at, now);
                    choice.back.push((ready.row, at.saturating_sub(now)));
                    continue;
                }
            }
            waiting.insert(chat, before + 1);
            self.rows.push(ready);
        }
        choice
    }

    /// A turn for a row that waits in the table for its chat, which allows it at `at` as far as it knows.
    fn book(&mut self, chat: i64, at: u64, now: u64) -> u64 {
        if self.booked.len() > self.forget_at + FORGET_EVERY {
            self.booked.retain(|_, last| *last > now);
            self.forget_at = self.booked.len();
        }
        let last = self.booked.get(&chat).copied().unwrap_or(0);
        // A chat with a call on its way that takes long says no time.
        let mut turn = at.max(now + APART / 2);
        if last > now {
            turn = turn.max(last + APART);
        }
        self.booked.insert(chat, turn);
        turn
    }
}

#[cfg(test)]
mod tests;
