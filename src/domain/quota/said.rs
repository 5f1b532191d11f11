//! What liaisons and the office write behind `/quota`: "集中学习 6天", "集中学习 普通党员 4天 春阳镇", "集中学习 周俊哲
//! 按规定".

use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Campaign, Duty, take_rank};
use crate::domain::reply;

/// Words that lift a target set locally: as the campaign says.
const LIFTED: &[&str] = &[
    "按活动规定",
    "按规定",
    "按活动",
    "按規定",
    "按活動規定",
    "依規定",
    "standard",
    "lift",
    "규정대로",
];
/// Words that ask for what was set before.
const HISTORY: &[&str] = &["历史", "歷史", "记录", "紀錄", "history", "리력", "이력"];
/// A local target in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Duty id.
    pub duty: String,
    /// Unit, person or key in words; empty: the writer's own unit.
    pub whom: String,
    /// Rank id.
    pub rank: Option<String>,
    /// How much, in the duty's measure; `None`: as the campaign says.
    pub amount: Option<Amount>,
}

/// What the words behind the command are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Nothing: what stands is to be shown.
    Nothing,
    /// What was set before is to be shown.
    History,
    /// A target.
    Said(Said),
    /// No duty is named.
    NoDuty,
    /// No amount that the duty can be counted in.
    NoAmount {
        /// The duty's id.
        duty: String,
    },
}

/// Reads the words behind the command.
pub fn said(campaign: &Campaign, text: &str) -> Heard {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [] => return Heard::Nothing,
        [word] if HISTORY.contains(&word.to_lowercase().as_str()) => return Heard::History,
        _ => {}
    }
    let Some((duty, used)) = duty_at(campaign, &words) else {
        return Heard::NoDuty;
    };
    let mut rest = words.get(used..).unwrap_or_default().to_vec();
    let Some(amount) = take_amount(campaign, duty, &mut rest) else {
        return Heard::NoAmount {
            duty: duty.id.clone(),
        };
    };
    let rank = take_rank(campaign, &mut rest);
    Heard::Said(Said {
        duty: duty.id.clone(),
        whom: rest.join(" "),
        rank,
        amount,
    })
}

/// An amount alone, as it is written after a question; `None` if it is none that the duty can be counted in.
/// `Some(None)`: as the campaign says.
pub fn amount(campaign: &Campaign, duty: &Duty, text: &str) -> Option<Option<Amount>> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    take_amount(campaign, duty, &mut words).filter(|_| words.is_empty())
}

/// The duty that the words begin with, by name, id or a word of its own, and how many words name it.
fn duty_at<'a>(campaign: &'a Campaign, words: &[&str]) -> Option<(&'a Duty, usize)> {
    (1..=words.len()).rev().find_map(|count| {
        let text = words.get(..count)?.join(" ").to_lowercase();
        let is = |name: &str| name.to_lowercase() == text;
        let mut duties = campaign.duties.iter();
        let duty = duties.find(|duty| {
            is(&duty.id)
                || duty.name.0.values().any(|name| is(name))
                || duty.words.iter().any(|word| is(word))
        });
        Some((duty?, count))
    })
}

/// Takes the amount out of the words, wherever it stands.
#[expect(
    clippy::option_option,
    reason = "an amount, or that there is to be none of one's own"
)]
fn take_amount(campaign: &Campaign, duty: &Duty, words: &mut Vec<&str>) -> Option<Option<Amount>> {
    if let Some(at) = words.iter().position(|word| LIFTED.contains(word)) {
        words.remove(at);
        return Some(None);
    }
    // "48 class hours" is three words.
    for length in (1..=3.min(words.len())).rev() {
        for at in 0..=words.len() - length {
            let text = words.get(at..at + length)?.join(" ");
            if let Some(amount) = measured(campaign, duty, &text) {
                words.drain(at..at + length);
                return Some(Some(amount));
            }
        }
    }
    None
}

/// "6天" in the duty's measure; a bare number is in what the duty is shown in.
fn measured(campaign: &Campaign, duty: &Duty, text: &str) -> Option<Amount> {
    let number = half_width(text);
    let bare = Amount::parse(&number).map(|number| duty.shown_in.spoken(number));
    // Where a day is said as 日 it could be a date; here it cannot.
    let days = || {
        let number = Amount::parse(number.strip_suffix(['일', '日'])?)?;
        Some(Measure::Days.spoken(number))
    };
    let spoken = bare.or_else(days).or_else(|| reply::quantity(text))?;
    campaign.class_hours.convert(spoken, duty.measure)
}

fn half_width(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '０'..='９' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
            '．' => '.',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::campaign;

    #[test]
    fn a_target_is_read_in_any_order_of_its_parts() {
        let campaign = campaign();
        for (text, duty, whom, rank, hours) in [
            ("集中学习 6天", "study", "", None, Some(48_000)),
            (
                "集中学习 普通党员 4天 春阳镇",
                "study",
                "春阳镇",
                Some("member"),
                Some(32_000),
            ),
            ("集中学习 周俊哲 3天", "study", "周俊哲", None, Some(24_000)),
            (
                "集中学习 20学时 汪清县/春阳镇",
                "study",
                "汪清县/春阳镇",
                None,
                Some(20_000),
            ),
            (
                "study Section level 6 days",
                "study",
                "",
                Some("section"),
                Some(48_000),
            ),
            (
                "Household visits 4 households",
                "households",
                "",
                None,
                Some(4_000),
            ),
            ("走亲连心 ４户", "households", "", None, Some(4_000)),
            (
                "집중학습 일반 당원 4일",
                "study",
                "",
                Some("member"),
                Some(32_000),
            ),
            ("集中学习 6", "study", "", None, Some(48_000)),
            ("集中学习 春阳镇 按规定", "study", "春阳镇", None, None),
        ] {
            let expected = Said {
                duty: duty.into(),
                whom: whom.into(),
                rank: rank.map(str::to_owned),
                amount: hours.map(Amount),
            };
            assert_eq!(said(&campaign, text), Heard::Said(expected), "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_told_apart() {
        let campaign = campaign();
        let no_amount = |duty: &str| Heard::NoAmount { duty: duty.into() };
        for (text, heard) in [
            ("", Heard::Nothing),
            ("历史", Heard::History),
            ("History", Heard::History),
            ("6天", Heard::NoDuty),
            ("学钢琴 6天", Heard::NoDuty),
            ("集中学习", no_amount("study")),
            ("集中学习 春阳镇 很多", no_amount("study")),
            ("走亲连心 3天", no_amount("households")),
            ("集中学习 -6天", no_amount("study")),
        ] {
            assert_eq!(said(&campaign, text), heard, "{text}");
        }
    }
}
