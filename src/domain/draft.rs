//! What is being recorded step by step: how much, then what the duty asks of an entry besides. The amount is
//! recorded as soon as it is known; each answer after it is a correction that says more. So whoever stops
//! half-way has lost nothing. Pure: what was said comes in, what it means goes out.

mod answer;

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Measure};
use super::cadre::Cadre;
use super::campaign::Ask;
use super::ids::{CadreId, UpdateId};
use super::reply::Spoken;

pub use answer::{Answer, Choice, Chosen, Facts, Question, Record, Trouble};

/// The longest answer in words that is kept, in characters.
pub const LONGEST: usize = 300;

/// What the bot waits to hear in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "draft", rename_all = "snake_case")]
pub enum Draft {
    /// How much.
    Amount {
        /// For whom.
        whom: CadreId,
        /// Duty id.
        duty: String,
    },
    /// What the duty asks besides.
    Detail {
        /// The update in which the amount was recorded.
        update: UpdateId,
        /// What is asked.
        ask: Ask,
    },
    /// Which unit becomes a contact point.
    Point {
        /// Whose.
        whom: CadreId,
    },
}

/// The next thing to ask after `after` (`None`: from the beginning), leaving out what is known.
pub fn next(asks: &[Ask], after: Option<Ask>, known: impl Fn(Ask) -> bool) -> Option<Ask> {
    let from = match after {
        None => 0,
        Some(after) => asks.iter().position(|ask| *ask == after)? + 1,
    };
    asks.iter().skip(from).copied().find(|ask| !known(*ask))
}

/// A bare number, as an answer to "how much": of what the duty counts. `None` where it is no plain number above
/// zero.
pub fn bare(text: &str, measure: Measure) -> Option<Spoken> {
    let amount = Amount::parse(text.trim()).filter(|amount| *amount > Amount::ZERO)?;
    let divisible = matches!(measure, Measure::Days | Measure::ClassHours);
    (divisible || amount.0 % 1000 == 0).then(|| measure.spoken(amount))
}

/// What an answer in words amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Nothing of the kind.
    Nothing,
    /// These words, on one line.
    Words(String),
    /// More than [`LONGEST`].
    TooLong,
}

/// What people say when there is nothing to say, or when they will not.
const NOTHING: [&str; 16] = [
    "没有",
    "没",
    "无",
    "沒有",
    "沒",
    "無",
    "跳过",
    "跳過",
    "none",
    "nothing",
    "no",
    "skip",
    "없음",
    "없다",
    "없습니다",
    "없어요",
];

/// Reads an answer in words.
pub fn heard(text: &str) -> Heard {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line.trim_end_matches(['。', '.', '！', '!']).to_lowercase();
    if bare.is_empty() || NOTHING.contains(&bare.as_str()) {
        return Heard::Nothing;
    }
    if line.chars().count() > LONGEST {
        return Heard::TooLong;
    }
    Heard::Words(line)
}

/// Who was meant by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant<'a> {
    /// Clearly one.
    One(&'a Cadre),
    /// One of these, those of his own unit first.
    Several(Vec<&'a Cadre>),
    /// Nobody.
    Nobody,
}

/// Who of those found by name is meant: the only one, or the only one of exactly that name. `whom` does not
/// talk with himself.
pub fn meant<'a>(found: &'a [Cadre], name: &str, whom: &Cadre) -> Meant<'a> {
    let others = || found.iter().filter(|cadre| cadre.id != whom.id);
    let exact: Vec<&Cadre> = others().filter(|cadre| cadre.name == name).collect();
    let mut all: Vec<&Cadre> = if exact.is_empty() {
        others().collect()
    } else {
        exact
    };
    // Stable: by name within each.
    all.sort_by_key(|cadre| cadre.unit != whom.unit);
    match all.as_slice() {
        [] => Meant::Nobody,
        [one] => Meant::One(one),
        _ => Meant::Several(all),
    }
}

/// The county of a unit, as far as a talk reaches: the first part of its path.
pub fn county(unit_path: &str) -> &str {
    unit_path.split('/').next().unwrap_or(unit_path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::UnitId;
    use crate::domain::sample::cadre;

    #[test]
    fn what_is_known_is_not_asked() {
        let asks = [Ask::Form, Ask::Partner, Ask::Opinion];
        let nothing = |_: Ask| false;
        assert_eq!(next(&asks, None, nothing), Some(Ask::Form));
        assert_eq!(next(&asks, Some(Ask::Form), nothing), Some(Ask::Partner));
        assert_eq!(next(&asks, Some(Ask::Opinion), nothing), None);
        assert_eq!(next(&asks, Some(Ask::Deed), nothing), None, "not of it");
        let partner = |ask| ask == Ask::Partner;
        assert_eq!(next(&asks, Some(Ask::Form), partner), Some(Ask::Opinion));
        assert_eq!(next(&asks, None, |_| true), None);
        assert_eq!(next(&[], None, nothing), None);
    }

    #[test]
    fn a_bare_number_is_of_what_the_duty_counts() {
        for (text, measure, meant) in [
            ("3", Measure::Times, Some(Spoken::Times(3_000))),
            (" 2 ", Measure::Households, Some(Spoken::Households(2_000))),
            ("0.5", Measure::Days, Some(Spoken::Days(500))),
            ("0.5", Measure::Times, None),
            ("0", Measure::Times, None),
            ("-1", Measure::Times, None),
            ("3次", Measure::Times, None),
            ("", Measure::Times, None),
        ] {
            assert_eq!(bare(text, measure), meant, "{text}");
        }
    }

    #[test]
    fn nothing_is_told_apart_from_words_and_from_a_letter() {
        for text in ["没有", "没有。", " 無 ", "None", "없습니다", "跳过", "  "] {
            assert_eq!(heard(text), Heard::Nothing, "{text}");
        }
        for (text, words) in [
            ("路灯不亮", "路灯不亮"),
            ("没有路灯", "没有路灯"),
            (" 修路\n修桥 ", "修路 修桥"),
        ] {
            assert_eq!(heard(text), Heard::Words(words.to_owned()));
        }
        assert_eq!(heard(&"路".repeat(LONGEST + 1)), Heard::TooLong);
        assert!(matches!(heard(&"路".repeat(LONGEST)), Heard::Words(_)));
    }

    #[test]
    fn a_name_means_the_only_one_of_it_and_else_is_asked_about() {
        let person = |id, name: &str, unit| Cadre {
            id: CadreId(id),
            name: name.to_owned(),
            unit: UnitId(unit),
            ..cadre()
        };
        let (zhou, whom) = (person(1, "周俊哲", 2), cadre());
        let (far, near) = (person(3, "李强", 9), person(4, "李强", 2));
        let longer = person(5, "李强东", 2);
        let found = [zhou, far.clone(), longer.clone()];
        assert_eq!(meant(&found, "李强", &whom), Meant::One(&far));
        assert_eq!(
            meant(&found[..1], "周俊哲", &whom),
            Meant::Nobody,
            "himself"
        );
        assert_eq!(meant(&[], "李强", &whom), Meant::Nobody);
        let two = [far.clone(), near.clone()];
        assert_eq!(
            meant(&two, "李强", &whom),
            Meant::Several(vec![&near, &far]),
            "his own unit first"
        );
        let part = [far, longer];
        assert!(matches!(meant(&part, "李", &whom), Meant::Several(_)));
        assert!(matches!(meant(&part[1..], "李", &whom), Meant::One(_)));
    }
}
