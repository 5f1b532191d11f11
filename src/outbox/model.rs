//! A day of sending in virtual time: the hand and the limiter as they are, a table and a Telegram with random
//! faults around them. What must never happen is checked at every start of a call.

use std::collections::{BTreeMap, BTreeSet};

use super::hand::{Hand, Ready};
use super::limiter::Limiter;
use super::payload::Payload;
use super::verdict::{Verdict, verdict};
use crate::domain::ids::OutboxId;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::store::outbox::{ClaimedRow, Lane};
use crate::telegram::CallFault;
use crate::text::Rendered;

const RATE: u32 = 30;
const SECOND: u64 = 1_000;
const HOUR: u64 = 3_600 * SECOND;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Held,
    Sent,
    Closed,
}

#[derive(Debug, Clone)]
struct Row {
    lane: Lane,
    chat: i64,
    due: u64,
    state: State,
    attempts: i64,
    /// How many of it are on the phone.
    arrived: u32,
    /// How many calls ended without anybody knowing.
    unknown: u32,
    first_start: Option<u64>,
}

/// splitmix64, so that each run is the same day.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}

struct Day {
    rows: Vec<Row>,
    /// What waits: lane, when, which.
    table: BTreeSet<(Lane, u64, usize)>,
    hand: Hand,
    /// What is in hand.
    held: BTreeSet<usize>,
    /// How often something that nobody asked for was taken out and put back.
    returns: usize,
    limiter: Limiter,
    /// On their way: when they land, which, with what outcome.
    flying: BTreeSet<(u64, usize)>,
    outcomes: BTreeMap<usize, Option<CallFault>>,
    paused: BTreeMap<i64, u64>,
    starts: Vec<(u64, i64, bool)>,
    dice: Dice,
    /// Of a thousand calls so many fail.
    trouble: u64,
}

impl Day {
    fn new(seed: u64, trouble: u64) -> Self {
        let mut dice = Dice(seed);
        let mut rows = Vec::new();
        let mut plan = |lane, chat, due| {
            rows.push(Row {
                lane,
                chat,
                due,
                state: State::Waiting,
                attempts: 0,
                arrived: 0,
                unknown: 0,
                first_start: None,
            });
        };
        (1..=4_000).for_each(|chat| plan(Lane::Broadcast, chat, 9 * HOUR));
        (1..=2_000).for_each(|chat| plan(Lane::Reminder, chat * 2, 17 * HOUR));
        (0..200).for_each(|number| plan(Lane::Urgent, -1 - number % 4, 10 * HOUR));
        for _ in 0..3_000 {
            let chat = 1 + i64::try_from(dice.below(4_000)).unwrap();
            // Half of them while the broadcast goes out.
            let due = match dice.below(2) {
                0 => 9 * HOUR + dice.below(180 * SECOND),
                _ => dice.below(24 * HOUR),
            };
            (0..=dice.below(3)).for_each(|_| plan(Lane::Answer, chat, due));
        }
        let table = rows
            .iter()
            .enumerate()
            .map(|(id, row)| (row.lane, row.due, id))
            .collect();
        Self {
            rows,
            table,
            hand: Hand::default(),
            held: BTreeSet::new(),
            returns: 0,
            limiter: Limiter::new(RATE),
            flying: BTreeSet::new(),
            outcomes: BTreeMap::new(),
            paused: BTreeMap::new(),
            starts: Vec::new(),
            dice,
            trouble,
        }
    }

    fn passes(&mut self) {
        let mut now = 0;
        loop {
            self.land(now);
            self.claim(now);
            let choice = self.hand.choose(&mut self.limiter, now, 0);
            for ready in choice.go {
                self.held.remove(&id_of(&ready.row));
                self.start(now, id_of(&ready.row));
            }
            for (row, wait) in choice.back {
                self.held.remove(&id_of(&row));
                self.returns += usize::from(row.lane != Lane::Answer);
                self.back(id_of(&row), now + wait);
            }
            // Killed now, it would leave nothing in doubt that it has not begun to send, but for what had
            // to let an answer go first.
            let unasked = |id: &&usize| self.rows[**id].lane != Lane::Answer;
            let held = self.held.iter().filter(unasked).count();
            assert!(held <= 3, "{held} claimed too early");
            let landing = self.flying.first().map(|(at, _)| *at);
            let (hand, limiter) = (&self.hand, &mut self.limiter);
            let due = Lane::ALL.into_iter().filter_map(|lane| {
                let first = self.table.range((lane, 0, 0)..).next();
                let (_, at, _) = *first.filter(|(of, _, _)| *of == lane)?;
                Some(at.max(hand.next(lane, limiter, now)?))
            });
            let due: Vec<u64> = due.collect();
            let Some(next) = due.into_iter().chain(landing).chain(choice.again).min() else {
                break;
            };
            now = next.max(now + 1);
        }
    }

    fn claim(&mut self, now: u64) {
        let mut taken = 0;
        for lane in Lane::ALL {
            let room = self.hand.room(lane, &mut self.limiter, now);
            for _ in 0..room.saturating_sub(taken) {
                let first = self.table.range((lane, 0, 0)..).next().copied();
                let Some(row @ (_, _, id)) = first.filter(|(of, at, _)| *of == lane && *at <= now)
                else {
                    break;
                };
                self.table.remove(&row);
                self.rows[id].state = State::Held;
                self.hand.add(ready(id, &self.rows[id]));
                self.held.insert(id);
                taken += 1;
            }
        }
    }

    fn start(&mut self, now: u64, id: usize) {
        let chat = self.rows[id].chat;
        let paused = self.paused.get(&chat).copied().unwrap_or(0);
        assert!(
            now >= paused,
            "to a paused chat at {now}, not before {paused}"
        );
        let others = self
            .flying
            .iter()
            .any(|(_, other)| self.rows[*other].chat == chat);
        assert!(!others, "two calls to one chat at once");
        self.rows[id].first_start.get_or_insert(now);
        self.starts
            .push((now, chat, self.rows[id].lane == Lane::Answer));
        let fault = (self.dice.below(1_000) < self.trouble).then(|| self.misfortune(id));
        if fault.is_none() {
            self.rows[id].arrived += 1;
        }
        self.outcomes.insert(id, fault);
        self.flying.insert((now + 20 + self.dice.below(300), id));
    }

    fn misfortune(&mut self, id: usize) -> CallFault {
        let api = |code, description: &str, retry_after| CallFault::Api {
            code,
            description: description.into(),
            retry_after,
            migrate_to: None,
        };
        match self.dice.below(10) {
            0..=3 => api(429, "Too Many Requests", Some(1 + self.dice.below(30))),
            4 => api(429, "Too Many Requests", Some(10_072)),
            5 => api(500, "Internal Server Error: restart", None),
            6 => api(403, "Forbidden: bot was blocked by the user", None),
            7 => CallFault::NotSent("connection refused".into()),
            8 => {
                self.rows[id].arrived += 1;
                CallFault::Unknown("connection closed".into())
            }
            _ => CallFault::Unknown("timed out".into()),
        }
    }

    fn land(&mut self, now: u64) {
        while let Some((at, id)) = self.flying.first().copied().filter(|(at, _)| *at <= now) {
            self.flying.remove(&(at, id));
            let chat = self.rows[id].chat;
            self.hand.landed(chat);
            let Some(fault) = self.outcomes.remove(&id).flatten() else {
                self.rows[id].state = State::Sent;
                continue;
            };
            let wait = |after: std::time::Duration| now + u64::try_from(after.as_millis()).unwrap();
            match verdict(&fault, self.rows[id].attempts, false) {
                Verdict::PauseChat { after } => {
                    self.limiter.refused(now, chat, wait(after) - now);
                    self.paused.insert(chat, wait(after));
                    self.back(id, wait(after));
                }
                Verdict::Retry { after, .. } => {
                    self.rows[id].attempts += 1;
                    self.back(id, wait(after));
                }
                Verdict::Uncertain { after, .. } => {
                    self.rows[id].attempts += 1;
                    self.rows[id].unknown += 1;
                    self.back(id, wait(after));
                }
                Verdict::Unreachable { .. } => {
                    self.rows[id].state = State::Closed;
                    let of_chat = |(_, _, id): &(Lane, u64, usize)| self.rows[*id].chat == chat;
                    let queue: Vec<_> = self
                        .table
                        .iter()
                        .filter(|row| of_chat(row))
                        .copied()
                        .collect();
                    for row in queue {
                        self.table.remove(&row);
                        self.rows[row.2].state = State::Closed;
                    }
                }
                other => panic!("{other:?}"),
            }
        }
    }

    fn back(&mut self, id: usize, at: u64) {
        self.rows[id].state = State::Waiting;
        self.table.insert((self.rows[id].lane, at, id));
    }
}

fn id_of(row: &ClaimedRow) -> usize {
    usize::try_from(row.id.0).unwrap()
}

fn ready(id: usize, row: &Row) -> Ready {
    Ready {
        row: ClaimedRow {
            id: OutboxId(i64::try_from(id).unwrap()),
            lane: row.lane,
            kind: String::new(),
            cadre: None,
            chat: row.chat,
            payload: Payload::Letter {
                language: Language::En,
                notice: Notice::Welcome,
            },
            edits: None,
            attempts: row.attempts,
            not_before: chrono::DateTime::UNIX_EPOCH,
        },
        words: Rendered {
            text: String::new(),
            keyboard: Vec::new(),
        },
        picture: None,
        file: None,
        ballot: None,
        lease_until: 1,
    }
}

/// Most starts within any stretch of that length.
fn peak(starts: impl Iterator<Item = u64>, length: u64) -> usize {
    let starts: Vec<u64> = starts.collect();
    let within =
        |(first, at): (usize, &u64)| starts.partition_point(|other| *other < at + length) - first;
    starts.iter().enumerate().map(within).max().unwrap_or(0)
}

#[test]
fn a_day_of_sending_breaks_no_promise() {
    for (seed, trouble) in [(1, 0), (2, 2), (3, 60), (4, 200)] {
        let mut day = Day::new(seed, trouble);
        day.passes();
        let starts = &day.starts;
        let all = starts.iter().map(|(at, _, _)| *at);
        assert!(peak(all, SECOND) <= RATE as usize, "day {seed}");
        let mut chats: BTreeMap<i64, Vec<(u64, bool)>> = BTreeMap::new();
        for (at, chat, answer) in starts {
            chats.entry(*chat).or_default().push((*at, *answer));
        }
        for (chat, starts) in &chats {
            let all = || starts.iter().map(|(at, _)| *at);
            if *chat < 0 {
                assert!(peak(all(), 60 * SECOND) <= 20, "day {seed}, group {chat}");
            } else {
                assert!(peak(all(), SECOND) <= 3, "day {seed}, person {chat}");
                let unasked = starts
                    .iter()
                    .filter(|(_, answer)| !answer)
                    .map(|(at, _)| *at);
                assert!(peak(unasked, SECOND) <= 1, "day {seed}, person {chat}");
            }
        }
        for row in &day.rows {
            match row.state {
                State::Sent => assert!((1..=1 + row.unknown).contains(&row.arrived), "{row:?}"),
                State::Closed => assert!(row.arrived <= row.unknown, "{row:?}"),
                State::Waiting | State::Held => panic!("day {seed}: forgotten: {row:?}"),
            }
        }
        assert!(
            day.returns < day.rows.len() / 4,
            "day {seed}: {} go back",
            day.returns
        );
        // Answers come at 20 a second while the broadcast goes out. Where 429s keep halving the rate below
        // that, they must wait for each other; on the calmer days they must not wait at all.
        if trouble > 10 {
            continue;
        }
        let mut waits: Vec<u64> = day
            .rows
            .iter()
            .filter(|row| row.lane == Lane::Answer && !day.paused.contains_key(&row.chat))
            .filter_map(|row| Some(row.first_start? - row.due))
            .collect();
        waits.sort_unstable();
        let p90 = waits[waits.len() * 9 / 10];
        assert!(p90 <= 500, "day {seed}: an answer in ten waited {p90} ms");
    }
}
