//! What offices write in the 完成时限 column of a ledger: a date in any of their ways of writing one, "at once",
//! or "for good". Chinese in both scripts, English and Korean are read.
//!
//! The text goes through four steps: `plain` takes away the differences that mean nothing; `lexer` cuts it into
//! tokens, by the word list in `words`, the numbers in `figures` with their `unit`, and the dates in a `row`;
//! `clause` puts the tokens of a statement into `slots` and reads in `date` what they say together; `when` finds the
//! year. Every sign of the text must be understood: what is left over makes the whole text unreadable, so nothing
//! is ever guessed.
//!
//! Readings that could be disputed, decided here:
//! - A *day* or a *third of a month* with 前 includes itself: 6月30日前 is 30 June, 7月中旬前 is 20 July, as offices
//!   use it (domain.md, customs).
//! - A *month* with a bare 前 does not: 9月前 is 31 August, as against 9月底前. Whoever means the end of September
//!   writes 底, and a reminder that is early does less harm than one that is late.
//! - A *feast* with 前 does not either: 七一前 is 30 June, 国庆节前 30 September.
//! - A quarter or half year with a bare 前 is refused: both readings are in use.
//! - A period alone, or the end of a range, is its last day: 9月, 三季度, 3月至9月.
//! - A text that names two different limits (6月底前完成,长期坚持) is refused: which one counts is the office's to say.

mod clause;
mod date;
mod figures;
mod lexer;
mod plain;
mod row;
mod slots;
mod unit;
mod when;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// First and last day of something, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    pub start: NaiveDate,
    pub end: NaiveDate,
}

impl Span {
    /// Whether the day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.start..=self.end).contains(&day)
    }
}

/// By when an item must be finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deadline {
    /// On this day at the latest.
    On(NaiveDate),
    /// 立行立改: at once.
    Immediate,
    /// 长期坚持: no due date, a monthly report instead.
    Ongoing,
}

/// Why a text is no deadline. None of them carries a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum NotADeadline {
    #[error("nothing is written")]
    Empty,
    /// 2014年13月, 6月31日, or a weekday that the date does not fall on.
    #[error("there is no such day")]
    NoSuchDay,
    /// 尽快, 待定.
    #[error("it names no day")]
    Vague,
    /// 月底, 10日内: counted from a day that the text does not name.
    #[error("it counts from a day that is not named")]
    NoReference,
    /// 6月底、7月底.
    #[error("it names more than one limit")]
    Several,
    #[error("it is not clearly a date")]
    Unreadable,
}

/// The longest text that is looked at, in characters: a limit is a phrase, not a page.
const LONGEST: usize = 120;

/// Reads a deadline. A date without a year is the first that lies in the campaign, else the first after its start;
/// a date with a year is taken as it is. 年底 is the end of the year in which the campaign starts.
pub fn read(text: &str, campaign: &Span) -> Result<Deadline, NotADeadline> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(NotADeadline::Unreadable);
    }
    let plain = plain::plain(text);
    if plain.is_empty() {
        return Err(NotADeadline::Empty);
    }
    let tokens = lexer::tokens(&plain)?;
    let mut found = None;
    let mut vague = false;
    for statement in clause::statements(&tokens) {
        match clause::limit(statement)? {
            clause::Limit::None => {}
            clause::Limit::Vague => vague = true,
            clause::Limit::Immediate => agree(&mut found, Deadline::Immediate)?,
            clause::Limit::Ongoing => agree(&mut found, Deadline::Ongoing)?,
            clause::Limit::CampaignEnd => agree(&mut found, Deadline::On(campaign.end))?,
            clause::Limit::When(when) => agree(&mut found, Deadline::On(when.date(*campaign)?))?,
        }
    }
    found.ok_or(if vague {
        NotADeadline::Vague
    } else {
        NotADeadline::Unreadable
    })
}

/// Keeps the first limit; one that differs is one too many.
fn agree(found: &mut Option<Deadline>, next: Deadline) -> Result<(), NotADeadline> {
    if *found.get_or_insert(next) == next {
        Ok(())
    } else {
        Err(NotADeadline::Several)
    }
}

#[cfg(test)]
mod tests;
