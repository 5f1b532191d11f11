//! What whoever cares for people is told of those who are away, and what he enters for them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{CadreId, UpdateId};
use super::leave::{Leave, Refusal};
use super::notice::Who;

/// Lines of one page.
pub const LINES: usize = 10;

/// Days that are looked ahead at, today not counted.
pub const AHEAD: u64 = 7;

/// Somebody and the days on which he is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Who.
    pub who: Who,
    /// Which days.
    pub leave: Leave,
}

/// Somebody who may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// His row.
    pub id: CadreId,
    /// Who he is.
    pub who: Who,
}

/// What Duban answers to `/away`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Who is away today and in the days to come.
    List {
        /// Today.
        today: NaiveDate,
        /// How many are away today.
        now: usize,
        /// A page of them, by their first day.
        absent: Vec<Absent>,
        /// Which page, from 0.
        page: usize,
        /// How many there are.
        total: usize,
    },
    /// A leave was recorded for somebody.
    Recorded {
        /// For whom.
        who: Who,
        /// The update it came in: what 撤销 names.
        update: UpdateId,
        /// Its days.
        leave: Leave,
        /// How many of them are work days.
        work_days: i64,
    },
    /// It adds no day to what stands.
    Stands {
        /// Of whom.
        who: Who,
        /// What stands.
        leave: Leave,
    },
    /// A leave of somebody else was taken back.
    Withdrawn {
        /// Whose.
        who: Who,
        /// Its days.
        leave: Leave,
    },
    /// Several people have that name: which one?
    Which {
        /// Some of them.
        people: Vec<Candidate>,
        /// How many there are.
        total: usize,
        /// The days said.
        leave: Leave,
    },
    /// Nobody within the reader's scope has that name.
    Nobody {
        /// What was looked for.
        name: String,
        /// Today, for the example.
        today: NaiveDate,
    },
    /// The days are not clear, or not possible.
    Refused {
        /// Of whom, as it was written.
        name: String,
        /// Why.
        why: Refusal,
        /// Today, for the example.
        today: NaiveDate,
    },
}

/// The page that is there: a later one than the last becomes the last.
pub fn page(total: usize, wanted: usize) -> usize {
    wanted.min(total.saturating_sub(1) / LINES)
}

/// A name and what follows it: "周俊哲 3.10-3.14". Nothing may follow.
pub fn name_and_days(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace)
        .map_or((text, ""), |(name, days)| (name, days.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_end_with_the_last_that_has_lines() {
        for (total, wanted, expected) in [
            (0, 0, 0),
            (0, 3, 0),
            (10, 1, 0),
            (11, 1, 1),
            (11, 9, 1),
            (30, 2, 2),
        ] {
            assert_eq!(page(total, wanted), expected, "{total} {wanted}");
        }
    }

    #[test]
    fn the_name_comes_first() {
        for (text, expected) in [
            ("周俊哲 3.10-3.14", ("周俊哲", "3.10-3.14")),
            (" 周俊哲　请假 三天 ", ("周俊哲", "请假 三天")),
            ("周俊哲", ("周俊哲", "")),
            ("", ("", "")),
        ] {
            assert_eq!(name_and_days(text), expected, "{text}");
        }
    }
}
