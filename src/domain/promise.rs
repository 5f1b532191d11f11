//! A public commitment or good deed (S15, S28) in its maker's own words: what, and by when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::deadline::{self, Deadline, Span};
use super::ids::{ItemId, UpdateId};
use super::item::LONGEST_CONTENT;
use super::notice::DueItem;

/// Characters at either end of a sentence in which a day is looked for.
const LONGEST_DAY: usize = 24;

/// What is known of a promise that is being made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// What is promised.
    pub content: Option<String>,
    /// By when.
    pub deadline: Option<NaiveDate>,
}

/// What is said to somebody who promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// What does he promise?
    AskWhat {
        /// A day that would do.
        example: NaiveDate,
    },
    /// By when?
    AskWhen {
        /// What he promises.
        content: String,
        /// A day that would do.
        example: NaiveDate,
    },
    /// That is no day to keep a promise by.
    BadDay {
        /// Whether it is a day, and over.
        past: bool,
        /// A day that would do.
        example: NaiveDate,
    },
    /// Is this it?
    Confirm {
        /// What he promises.
        content: String,
        /// By when.
        on: NaiveDate,
        /// Path of his unit.
        unit: String,
        /// What was shown, for the button.
        mark: u32,
    },
    /// It is in the ledger.
    Made {
        /// The update that made it, for the button.
        update: UpdateId,
        /// Its number.
        no: String,
        /// What he promises.
        content: String,
        /// By when.
        on: NaiveDate,
    },
    /// Given up.
    Cancelled,
    /// What he has promised.
    Mine {
        /// Some of it, most urgent first.
        items: Vec<Mine>,
        /// How much there is.
        total: usize,
    },
    /// The campaign has no kind of items that everybody may open.
    NoKind,
    /// None is asked of him (S9).
    Exempt,
}

/// One promise of his.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// The item.
    pub item: DueItem,
    /// Whether his group has read it.
    pub published: bool,
}

impl Mine {
    /// The item's row.
    pub const fn id(&self) -> ItemId {
        self.item.id
    }
}

impl Draft {
    /// What a sentence says: a day at its beginning or its end, and the rest. Two different days are none, and
    /// a sentence without a day is what is promised.
    pub fn read(text: &str, campaign: &Span) -> Self {
        let text = text.trim_matches(is_between);
        if text.is_empty() {
            return Self::default();
        }
        if let Some(day) = day(text, *campaign) {
            return Self {
                content: None,
                deadline: Some(day),
            };
        }
        let cuts: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .filter(|at| is_cut(text, *at))
            .collect();
        let head = cuts
            .iter()
            .take(LONGEST_DAY)
            .rev()
            .filter(|at| !ends_in_a_verb(text.split_at(**at).0))
            .find_map(|at| part(text.split_at(*at), *campaign));
        let tail = cuts
            .iter()
            .skip(cuts.len().saturating_sub(LONGEST_DAY))
            .find_map(|at| {
                let (rest, tail) = text.split_at(*at);
                part((tail, rest), *campaign)
            });
        let found = match (head, tail) {
            (Some(_), Some(_)) | (None, None) => None,
            (one, other) => one.or(other),
        };
        let (deadline, content) = found.map_or((None, text), |(day, rest)| (Some(day), rest));
        Self {
            content: Some(content.chars().take(LONGEST_CONTENT).collect()),
            deadline,
        }
    }

    /// The day that words say alone: the answer to "by when?".
    pub fn day(text: &str, campaign: &Span) -> Option<NaiveDate> {
        day(text.trim_matches(is_between), *campaign)
    }
}

/// The day of the first part, and the other part, if both are there.
fn part<'a>((first, rest): (&str, &'a str), campaign: Span) -> Option<(NaiveDate, &'a str)> {
    let rest = rest.trim_matches(is_between);
    let day = day(first.trim_matches(is_between), campaign)?;
    (!rest.is_empty()).then_some((day, rest))
}

fn day(text: &str, campaign: Span) -> Option<NaiveDate> {
    match deadline::read(text, &campaign) {
        Ok(Deadline::On(day)) => Some(day),
        Ok(Deadline::Immediate | Deadline::Ongoing) | Err(_) => None,
    }
}

/// Whether it ends in a word that offices write behind a time limit, and that begins here what is promised:
/// 6月底前为新光村修路, 6月底前确保通车.
fn ends_in_a_verb(head: &str) -> bool {
    let last = head.chars().next_back();
    last.is_some_and(|sign| "为為是须須应應必保取争爭成".contains(sign))
}

/// What may stand between the day and the rest.
fn is_between(sign: char) -> bool {
    sign.is_whitespace() || ",，、;；:：.。".contains(sign)
}

/// No word and no number of Latin signs is cut in two.
fn is_cut(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let inside = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    at > 0 && !(inside(before.chars().next_back()) && inside(after.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_sentence_is_cut_into_what_and_by_when() {
        let campaign = Span {
            start: day("2014-01-20"),
            end: day("2014-09-30"),
        };
        for (text, content, deadline) in [
            ("6月底前为新光村修好路灯", "为新光村修好路灯", "2014-06-30"),
            ("6月30日前,修好路灯", "修好路灯", "2014-06-30"),
            (
                "为新光村修好路灯，6月底前",
                "为新光村修好路灯",
                "2014-06-30",
            ),
            (
                "为新光村修好路灯 2014-06-15",
                "为新光村修好路灯",
                "2014-06-15",
            ),
            ("帮两户老人收麦子 7月中旬", "帮两户老人收麦子", "2014-07-20"),
            ("6月底前确保通车", "确保通车", "2014-06-30"),
            ("修好路灯", "修好路灯", ""),
            ("6月底前修路灯，7月底前", "6月底前修路灯，7月底前", ""),
            ("尽快修好路灯", "尽快修好路灯", ""),
            ("6月底前", "", "2014-06-30"),
            ("", "", ""),
            (" ，", "", ""),
        ] {
            let draft = Draft::read(text, &campaign);
            let written = draft
                .deadline
                .map_or_else(String::new, |day| day.to_string());
            assert_eq!(draft.content.as_deref().unwrap_or(""), content, "{text}");
            assert_eq!(written, deadline, "{text}");
        }
    }

    #[test]
    fn what_is_too_long_is_cut_and_nothing_panics() {
        let campaign = Span {
            start: day("2014-01-20"),
            end: day("2014-09-30"),
        };
        let draft = Draft::read(&"🙂x1é".repeat(2_000), &campaign);
        assert_eq!(
            draft.content.map(|words| words.chars().count()),
            Some(LONGEST_CONTENT)
        );
    }
}
