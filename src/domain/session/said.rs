//! A session in words: "3月4日 半天 党纪法规", or any part of that.

use chrono::NaiveDate;

use crate::domain::amount::Amount;
use crate::domain::campaign::{Duty, Label};
use crate::domain::class_hour::ClassHourRule;
use crate::domain::reply::{self, Reading, Spoken};

/// What was said of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// Of which day; to come, maybe.
    pub on: Option<NaiveDate>,
    /// How much, in the duty's measure.
    pub amount: Option<Amount>,
    /// The place of its form among the duty's.
    pub form: Option<u16>,
    /// The place of its topic among the duty's.
    pub topic: Option<u16>,
}

/// Reads it; `None` if any of it is not understood. Forms and topics go by their names in any language.
pub fn read(text: &str, duty: &Duty, rule: &ClassHourRule, today: NaiveDate) -> Option<Said> {
    let (topic, rest) = taken(text, &duty.topics);
    let (form, rest) = taken(&rest, &duty.forms);
    let (on, amount) = match rest.trim() {
        "" => (None, None),
        rest => timed(rest, duty, rule, today)?,
    };
    let said = Said {
        on,
        amount,
        form,
        topic,
    };
    (said != Said::default()).then_some(said)
}

/// A day, an amount, or both.
fn timed(
    text: &str,
    duty: &Duty,
    rule: &ClassHourRule,
    today: NaiveDate,
) -> Option<(Option<NaiveDate>, Option<Amount>)> {
    let converted = |spoken: Spoken| rule.convert(spoken, duty.measure);
    match reply::read(text, today) {
        Reading::Amount { spoken, on } | Reading::TooMuch { spoken, on } => {
            Some((Some(on), Some(converted(spoken)?)))
        }
        Reading::Future { on } => Some((Some(on), None)),
        Reading::Nothing { .. } => None,
        Reading::Unclear => Some((Some(reply::day(text, today)?), None)),
    }
}

/// The place of the label that the text names, the longest name first, and the text without it.
fn taken(text: &str, labels: &[Label]) -> (Option<u16>, String) {
    let mut names: Vec<(u16, &str)> = (0..)
        .zip(labels)
        .flat_map(|(place, label)| {
            label
                .name
                .0
                .values()
                .map(move |name| (place, name.as_str()))
        })
        .filter(|(_, name)| !name.is_empty())
        .collect();
    names.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    let found = names
        .iter()
        .find_map(|(place, name)| text.find(name).map(|at| (*place, at, name.len())));
    match found {
        None => (None, text.to_owned()),
        Some((place, at, length)) => {
            let (before, after) = (text.get(..at), text.get(at + length..));
            let rest = format!("{} {}", before.unwrap_or(""), after.unwrap_or(""));
            (Some(place), rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{campaign, day, duty};

    /// Day, amount, form, topic.
    type Parts = (Option<String>, Option<i64>, Option<u16>, Option<u16>);

    fn said(text: &str) -> Option<Parts> {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        let said = read(text, study, &campaign.class_hours, day("2014-03-05"))?;
        let on = said.on.map(|on| on.to_string());
        Some((
            on,
            said.amount.map(|amount| amount.0),
            said.form,
            said.topic,
        ))
    }

    #[test]
    fn any_part_of_it_is_understood_and_nothing_is_guessed() {
        let on = |text: &str| Some(text.to_owned());
        for (text, expected) in [
            (
                "3月4日 半天 党纪法规",
                Some((on("2014-03-04"), Some(4_000), None, Some(3))),
            ),
            (
                "党纪法规 昨天2学时 专题讲座",
                Some((on("2014-03-04"), Some(2_000), Some(2), Some(3))),
            ),
            (
                "Mar 4 half a day Discipline and law",
                Some((on("2014-03-04"), Some(4_000), None, Some(3))),
            ),
            ("半天", Some((on("2014-03-05"), Some(4_000), None, None))),
            ("昨天", Some((on("2014-03-04"), None, None, None))),
            ("3月4日", Some((on("2014-03-04"), None, None, None))),
            ("明天", Some((on("2014-03-06"), None, None, None))),
            ("理论宣讲", Some((None, None, None, Some(0)))),
            ("25小时", Some((on("2014-03-05"), Some(25_000), None, None))),
            ("学了很多", None),
            ("3月4日 半天 打扫卫生", None),
            ("没学", None),
            ("", None),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
