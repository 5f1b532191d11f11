//! Where every planned message stands, from look to look of the auditor. What lies at or below a watermark has
//! come to its end, and only its totals are carried on; what lies above is counted anew at each look.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::finding::{Finding, Kind};
use super::ids::BotId;

/// Looks further apart, in milliseconds of the machine's clock, are not compared: the service stood still.
const COMPARABLE: i64 = 10 * 60_000;
/// A finding that stays away for so long, in milliseconds of the campaign's clock, is over. One that comes again
/// before is the same: nobody is told twice of something that comes and goes.
const OVER: i64 = 60 * 60_000;

/// How many messages are in each state.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// To be sent.
    pub waiting: i64,
    /// Taken out to be sent.
    pub leased: i64,
    /// Telegram has them.
    pub sent: i64,
    /// They will never be sent, with a reason.
    pub closed: i64,
    /// Telegram will never take them: dead letters.
    pub dead: i64,
    /// In a state that this version does not know.
    #[serde(default)]
    pub unknown: i64,
}

impl Totals {
    /// So many more in a state.
    pub fn add(&mut self, state: &str, rows: i64) {
        *match state {
            "waiting" => &mut self.waiting,
            "leased" => &mut self.leased,
            "sent" => &mut self.sent,
            "closed" => &mut self.closed,
            "dead" => &mut self.dead,
            _ => &mut self.unknown,
        } += rows;
    }

    /// By state, as figures name them.
    pub const fn by_state(&self) -> [(&'static str, i64); 6] {
        [
            ("waiting", self.waiting),
            ("leased", self.leased),
            ("sent", self.sent),
            ("closed", self.closed),
            ("dead", self.dead),
            ("unknown", self.unknown),
        ]
    }

    /// Both together.
    #[must_use]
    pub const fn and(&self, other: &Self) -> Self {
        Self {
            waiting: self.waiting + other.waiting,
            leased: self.leased + other.leased,
            sent: self.sent + other.sent,
            closed: self.closed + other.closed,
            dead: self.dead + other.dead,
            unknown: self.unknown + other.unknown,
        }
    }

    /// All that were ever planned.
    pub const fn planned(&self) -> i64 {
        self.waiting + self.leased + self.sent + self.closed + self.dead + self.unknown
    }
}

/// Messages that are due and still open, and how often sending them has failed together: as long as both stay the
/// same of the same messages, nothing was sent, closed or put off.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// How many.
    pub due: i64,
    /// Their attempts.
    pub attempts: i64,
}

/// Rows above the watermark of one bot, lane and state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The bot.
    pub bot: BotId,
    /// The lane's number.
    pub lane: i64,
    /// Their state.
    pub state: String,
    /// How many.
    pub rows: i64,
    /// The lowest id.
    pub first: i64,
    /// The highest id.
    pub last: i64,
    /// When the first of them was or is due, UTC milliseconds.
    pub oldest: i64,
    /// Those due now.
    pub due: Hand,
    /// Of those that were due at the look before, what is still so.
    pub before: Hand,
    /// Held under a lease that has long ended.
    pub held: i64,
    /// Ended, and not said how.
    pub unexplained: i64,
}

impl Tally {
    /// Whether they may still change by themselves. What is in an unknown state is not settled for good.
    pub fn is_open(&self) -> bool {
        !matches!(self.state.as_str(), "sent" | "closed" | "dead")
    }
}

/// A finding as it goes on from look to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// When it was first found, UTC milliseconds of the campaign's clock.
    pub since: i64,
    /// When last.
    pub seen: i64,
}

/// What a look leaves behind for the next one and for whoever asks.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reckoning {
    /// When, UTC milliseconds of the campaign's clock.
    pub at: i64,
    /// When, UTC milliseconds of the machine's clock.
    pub wall: i64,
    /// Every row up to this id has come to its end.
    pub watermark: i64,
    /// Those rows.
    pub settled: Totals,
    /// The highest id there was.
    pub seen: i64,
    /// Earlier looks, an hour apart, for about a day: when (UTC milliseconds of the campaign's clock), and the
    /// highest id there was.
    pub marks: Vec<(i64, i64)>,
    /// All rows.
    pub totals: Totals,
    /// What was due of each bot.
    pub hands: BTreeMap<BotId, Hand>,
    /// Rows that ended, and not said how: looked at again although they are settled.
    pub suspects: Vec<i64>,
    /// What was amiss.
    pub findings: Vec<Finding>,
    /// Kinds of findings that are not over.
    pub known: BTreeMap<Kind, Known>,
}

impl Reckoning {
    /// The same, to be counted from the first row on: something settled has changed after all.
    #[must_use]
    pub fn anew(self) -> Self {
        Self {
            watermark: 0,
            settled: Totals::default(),
            ..self
        }
    }

    /// How far everything has come to its end: below the first open row, and not above what was there at the look
    /// before. A row gets its id before it is committed, so that a lower one may still appear behind a higher.
    pub fn mark(&self, tallies: &[Tally]) -> i64 {
        let open = tallies.iter().filter(|tally| tally.is_open());
        let first = open.map(|tally| tally.first - 1).min();
        first.unwrap_or(i64::MAX).min(self.seen).max(self.watermark)
    }

    /// An id below which nothing lies that was planned since then.
    pub fn floor(&self, since: i64) -> i64 {
        let before = self.marks.iter().rev().find(|(at, _)| *at <= since);
        before.map_or(0, |(_, seen)| *seen)
    }

    /// The marks to go on with: this look's among them if an hour has passed, none that a day needs no more.
    pub fn marks_on(&self, now: i64, day: i64) -> Vec<(i64, i64)> {
        let mut marks = self.marks.clone();
        if marks.last().is_none_or(|(at, _)| now - at >= OVER) {
            marks.push((now, self.seen));
        }
        let needed = marks.iter().rposition(|(at, _)| *at <= now - day);
        marks.drain(..needed.unwrap_or(0));
        marks
    }

    /// All rows: the settled ones, and those counted above them.
    pub fn total(&self, tallies: &[Tally]) -> Totals {
        let mut totals = self.settled;
        for tally in tallies {
            totals.add(&tally.state, tally.rows);
        }
        totals
    }

    /// Suspects that the look after does not count by itself, oldest first.
    pub fn settled_suspects(&self) -> &[i64] {
        let settled = self.suspects.partition_point(|id| *id <= self.watermark);
        self.suspects.get(..settled).unwrap_or_default()
    }

    /// How many messages or updates are amiss in that way; `None`: none.
    pub fn find(&self, kind: Kind) -> Option<i64> {
        let found = self.findings.iter().find(|finding| finding.kind == kind);
        found.map(|finding| finding.count)
    }

    /// What was due at this look, if one now is near enough to be compared with.
    pub fn comparable(&self, wall: i64) -> Option<&BTreeMap<BotId, Hand>> {
        let apart = wall - self.wall;
        (0..=COMPARABLE).contains(&apart).then_some(&self.hands)
    }

    /// The findings that go on after these, and those kinds that are new.
    pub fn go_on(&self, findings: &[Finding], now: i64) -> (BTreeMap<Kind, Known>, Vec<Kind>) {
        let mut known = self.known.clone();
        known.retain(|_, known| now - known.seen <= OVER);
        let mut new = Vec::new();
        for kind in findings.iter().map(|finding| finding.kind) {
            let entry = known.entry(kind).or_insert_with(|| {
                new.push(kind);
                Known {
                    since: now,
                    seen: now,
                }
            });
            entry.seen = now;
        }
        (known, new)
    }
}

/// What is due of each bot.
pub fn hands(tallies: &[Tally], of: impl Fn(&Tally) -> Hand) -> BTreeMap<BotId, Hand> {
    let mut hands: BTreeMap<BotId, Hand> = BTreeMap::new();
    for tally in tallies.iter().filter(|tally| tally.is_open()) {
        let (hand, more) = (hands.entry(tally.bot).or_default(), of(tally));
        hand.due += more.due;
        hand.attempts += more.attempts;
    }
    hands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(state: &str, first: i64, rows: i64) -> Tally {
        Tally {
            bot: BotId::MAIN,
            lane: 2,
            state: state.to_owned(),
            rows,
            first,
            last: first + rows - 1,
            oldest: 0,
            due: Hand::default(),
            before: Hand::default(),
            held: 0,
            unexplained: 0,
        }
    }

    #[test]
    fn a_day_is_looked_at_from_the_mark_before_it() {
        let (hour, day) = (OVER, 24 * OVER);
        let mut reckoning = Reckoning::default();
        for number in 0..60 {
            let now = number * hour / 2;
            reckoning.marks = reckoning.marks_on(now, day);
            reckoning.seen = number * 100;
        }
        let now = 59 * hour / 2;
        assert_eq!(reckoning.floor(now - day), 900, "the mark at five hours");
        assert_eq!(reckoning.floor(-1), 0);
        assert!(reckoning.marks.len() <= 26, "{:?}", reckoning.marks);
    }

    #[test]
    fn the_watermark_stops_below_what_is_open_and_at_what_was_there_before() {
        let before = Reckoning {
            watermark: 10,
            seen: 50,
            ..Reckoning::default()
        };
        for (tallies, mark) in [
            (vec![], 50),
            (vec![tally("sent", 11, 60)], 50),
            (vec![tally("sent", 11, 60), tally("waiting", 30, 1)], 29),
            (vec![tally("leased", 40, 1), tally("waiting", 30, 1)], 29),
            (vec![tally("waiting", 60, 1), tally("dead", 20, 1)], 50),
            // Nobody knows what becomes of it.
            (vec![tally("floating", 12, 1)], 11),
            (vec![tally("waiting", 11, 1)], 10),
            // An open row below the watermark does not take it back; that is counted anew.
            (vec![tally("waiting", 3, 1)], 10),
        ] {
            assert_eq!(before.mark(&tallies), mark, "{tallies:?}");
        }
    }

    #[test]
    fn totals_are_the_settled_rows_and_those_above() {
        let before = Reckoning {
            settled: Totals {
                sent: 7,
                closed: 2,
                ..Totals::default()
            },
            ..Reckoning::default()
        };
        let tallies = [
            tally("waiting", 1, 1),
            tally("leased", 2, 2),
            tally("sent", 4, 3),
            tally("closed", 7, 4),
            tally("dead", 11, 5),
            tally("floating", 16, 6),
        ];
        let totals = before.total(&tallies);
        let counts = totals.by_state().map(|(_, count)| count);
        assert_eq!(counts, [1, 2, 10, 6, 5, 6]);
        assert_eq!(totals.planned(), 30);
    }

    #[test]
    fn looks_with_a_standstill_between_them_are_not_compared() {
        let before = Reckoning {
            wall: 1_000,
            ..Reckoning::default()
        };
        for (wall, compared) in [
            (1_000, true),
            (181_000, true),
            (601_000, true),
            (601_001, false),
            (999, false),
        ] {
            assert_eq!(before.comparable(wall).is_some(), compared, "{wall}");
        }
    }

    #[test]
    fn a_finding_is_new_once_until_it_has_stayed_away_for_an_hour() {
        let found = |kind| Finding {
            kind,
            count: 1,
            of: 1,
            places: Vec::new(),
        };
        let minute = 60_000;
        let mut reckoning = Reckoning::default();
        for (now, findings, new) in [
            (0, vec![], vec![]),
            (3, vec![Kind::Missing], vec![Kind::Missing]),
            (6, vec![Kind::Missing, Kind::Held], vec![Kind::Held]),
            (9, vec![], vec![]),
            (66, vec![Kind::Missing], vec![]),
            (69, vec![Kind::Held], vec![Kind::Held]),
            (129, vec![Kind::Missing], vec![Kind::Missing]),
        ] {
            let findings: Vec<Finding> = findings.into_iter().map(found).collect();
            let (known, told) = reckoning.go_on(&findings, now * minute);
            assert_eq!(told, new, "after {now} minutes");
            reckoning.known = known;
        }
        assert_eq!(reckoning.known[&Kind::Missing].since, 129 * minute);
    }
}
