//! What cadres type as the amount they studied: "昨天下午学了3学时", "两个半小时", "2h30", "어제 오후 3시간
//! 공부했습니다". Simplified and Traditional Chinese, English and Korean are read.
//!
//! The text goes through four steps: [`plain`] takes away the differences that mean nothing, [`lexer`]
//! cuts it into atoms by the word lists in [`words`] and the numbers in [`numerals`], [`phrase`] puts
//! days ([`day`]), quantities ([`amount`]) and study verbs into one statement, and this file judges it.
//! Every sign must be understood; what is left over makes the whole text unclear, so that nothing is
//! ever guessed.
//!
//! Readings that could be disputed, decided here:
//! - A half of the day alone is half a day (上午); an evening alone is unclear, it has no known length.
//! - Hours with minutes are minutes: 20 minutes are no whole number of thousandths of an hour.
//! - 两个半小时 is two and a half hours, but 两个半天 is two half days: 天 takes no 个.
//! - 3日 with another amount is a date. Alone it is unclear, unless a study verb says that it lasted;
//!   1日 alone is one day.
//! - 上午没学 says nothing of the afternoon: unclear.
//! - Several quantities add up only when each has its own part of the day.

mod amount;
mod atom;
mod back;
mod correction;
mod day;
mod leave;
mod lexer;
mod month;
mod numerals;
mod phrase;
mod plain;
mod sifted;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use phrase::{Stance, Statement};

pub use back::is_back;
pub use correction::correction;
pub use leave::{Heard, days_away, leave, one_day as coming_day};
pub use month::month;
pub use sifted::{Sifted, sift};

/// What a text says about study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// So much was studied on that day; always more than nothing.
    Amount { spoken: Spoken, on: NaiveDate },
    /// Nothing was studied on that day.
    Nothing { on: NaiveDate },
    /// It speaks of a day that has not come.
    Future { on: NaiveDate },
    /// More than there is: over 24 hours or class hours, over 31 days, over 100 of what is counted.
    TooMuch { spoken: Spoken, on: NaiveDate },
    /// Not clearly an amount.
    Unclear,
}

/// An amount in the unit it was said in, in thousandths of that unit: `Hours(2_500)` is 2.5 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spoken {
    /// Days of study; half a day is `Days(500)`.
    Days(i64),
    /// 学时 or 课时, whatever the campaign lets one be.
    ClassHours(i64),
    /// Hours of the clock.
    Hours(i64),
    /// Minutes of the clock.
    Minutes(i64),
    /// So often, or so many things done: 次, 件.
    Times(i64),
    /// 户.
    Households(i64),
}

impl Spoken {
    /// The thousandths, without their unit.
    const fn thousandths(self) -> i64 {
        match self {
            Self::Days(n)
            | Self::ClassHours(n)
            | Self::Hours(n)
            | Self::Minutes(n)
            | Self::Times(n)
            | Self::Households(n) => n,
        }
    }

    /// The most that can be true of one reply.
    const fn ceiling(self) -> i64 {
        match self {
            Self::Days(_) => 31_000,
            Self::ClassHours(_) | Self::Hours(_) => 24_000,
            Self::Minutes(_) => 24 * 60_000,
            Self::Times(_) | Self::Households(_) => 100_000,
        }
    }
}

/// The longest text that is looked at, in characters: a longer one is a letter, not an answer.
const LONGEST: usize = 200;

/// Reads a reply. `today` is the day on which it was written, in the campaign's zone.
pub fn read(text: &str, today: NaiveDate) -> Reading {
    if text.chars().count() > LONGEST {
        return Reading::Unclear;
    }
    dated(&plain::plain(text), today).0
}

/// What a plain text says, and whether it names the day.
fn dated(plain: &str, today: NaiveDate) -> (Reading, bool) {
    let statement = phrase::statement(&lexer::atoms(plain), today);
    let named = statement
        .as_ref()
        .and_then(|statement| statement.dated(today))
        .is_some_and(|(day, _)| day.is_some());
    let reading = statement.and_then(|statement| judge(&statement, today));
    (reading.unwrap_or(Reading::Unclear), named)
}

/// The quantity that a text is and nothing else, however large: "6天", "48 class hours", "3户".
pub fn quantity(text: &str) -> Option<Spoken> {
    // Any day will do: none is named.
    match read(text, NaiveDate::MIN) {
        Reading::Amount { spoken, .. } | Reading::TooMuch { spoken, .. } => Some(spoken),
        Reading::Nothing { .. } | Reading::Future { .. } | Reading::Unclear => None,
    }
}

/// The day that a text names and nothing else: "3月4日", "昨天".
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let atoms = lexer::atoms(&plain::plain(text));
    let (day, used) = day::at(&atoms, today)?;
    (used == atoms.len()).then_some(day.date)
}

/// What the statement amounts to; `None` where it could mean two things or none.
fn judge(statement: &Statement, today: NaiveDate) -> Option<Reading> {
    let (day, marks) = statement.dated(today)?;
    let on = day.map_or(today, |day| day.date);
    let coming = on > today;
    if statement.stance == Stance::Denied {
        // 上午没学, 没学2小时, 没学党史: each leaves open what was studied.
        let whole = marks.is_empty() && !statement.with_object;
        return whole.then_some(if coming {
            Reading::Future { on }
        } else {
            Reading::Nothing { on }
        });
    }
    if statement.stance == Stance::Intended && !coming {
        return None;
    }
    let spoken = if marks.is_empty() {
        None
    } else {
        Some(amount::total(&marks, statement.with_object)?)
    };
    match spoken {
        // "明天" answers the question too; a bare calendar date does not.
        None => (coming && day.is_some_and(|day| day.relative)).then_some(Reading::Future { on }),
        Some(_) if coming => Some(Reading::Future { on }),
        Some(spoken) if spoken.thousandths() <= 0 => Some(Reading::Nothing { on }),
        Some(spoken) if spoken.thousandths() > spoken.ceiling() => {
            Some(Reading::TooMuch { spoken, on })
        }
        Some(spoken) => Some(Reading::Amount { spoken, on }),
    }
}
