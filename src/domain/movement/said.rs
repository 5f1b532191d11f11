//! What the office writes behind `/move`: "周俊哲 延吉市 从3月10日", "周俊哲 乡科级", "周俊哲 调离".

use chrono::NaiveDate;

use crate::domain::campaign::{Campaign, take_rank};
use crate::domain::reply;

/// Words that say that somebody leaves the roster.
const LEAVES: &[&str] = &[
    "调离", "离开", "调出", "離開", "調離", "調出", "leaves", "left", "떠남", "전출",
];

/// A movement in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The person's name or key.
    pub name: String,
    /// The unit in words; empty: not said.
    pub unit: String,
    /// Rank id.
    pub rank: Option<String>,
    /// Whether he leaves.
    pub leaves: bool,
    /// From this day on; `None`: not said.
    pub from: Option<NaiveDate>,
}

/// Reads it; `None` if there is no name. The day may stand last, in one word or several.
pub fn said(campaign: &Campaign, text: &str, today: NaiveDate) -> Option<Said> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (name, rest) = words.split_first()?;
    let mut said = Said {
        name: (*name).to_owned(),
        ..Said::default()
    };
    let mut rest = rest.to_vec();
    // "from 10 March": the longest end that is a day.
    for at in 0..rest.len() {
        let day = rest.get(at..).map(|end| end.join(" "));
        if let Some(day) = day.and_then(|day| reply::coming_day(&day, today)) {
            said.from = Some(day);
            rest.truncate(at);
            break;
        }
    }
    if let Some(at) = rest.iter().position(|word| LEAVES.contains(word)) {
        said.leaves = true;
        rest.remove(at);
    }
    said.rank = take_rank(campaign, &mut rest);
    said.unit = rest.join(" ");
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{campaign, day};

    #[test]
    fn a_movement_is_read_in_any_order_of_its_parts() {
        let campaign = campaign();
        let read = |text: &str| said(&campaign, text, day("2014-03-03"));
        for (text, unit, rank, leaves, from) in [
            ("周俊哲", "", None, false, None),
            (
                "周俊哲 延吉市/新兴街道",
                "延吉市/新兴街道",
                None,
                false,
                None,
            ),
            (
                "周俊哲 延吉市 从3月10日",
                "延吉市",
                None,
                false,
                Some("2014-03-10"),
            ),
            (
                "周俊哲 延吉市 3月10日起",
                "延吉市",
                None,
                false,
                Some("2014-03-10"),
            ),
            (
                "周俊哲 县处级以上 2014-03-10",
                "",
                Some("county"),
                false,
                Some("2014-03-10"),
            ),
            (
                "周俊哲 延吉市 副处级",
                "延吉市",
                Some("county"),
                false,
                None,
            ),
            ("周俊哲 调离 3月10日", "", None, true, Some("2014-03-10")),
            (
                "周俊哲 延吉市 County level and above from 10 March",
                "延吉市",
                Some("county"),
                false,
                Some("2014-03-10"),
            ),
            (
                "周俊哲 延吉市 3월 10일부터",
                "延吉市",
                None,
                false,
                Some("2014-03-10"),
            ),
        ] {
            let expected = Said {
                name: "周俊哲".into(),
                unit: unit.into(),
                rank: rank.map(str::to_owned),
                leaves,
                from: from.map(day),
            };
            assert_eq!(read(text), Some(expected), "{text}");
        }
        assert_eq!(read("  "), None);
    }
}
