//! A record in one sentence: "和李强谈心1次", "走访王家1户,想修路", "talk with Li Qiang 2 times". Which duty it is of
//! its words say, as the campaign lists them. With whom and which household are taken out; what is left is read
//! like any other amount. Whatever does not fit clearly is no such sentence, and nothing is guessed.

use chrono::NaiveDate;

use super::campaign::{Ask, Campaign, Duty};
use super::draft::{self, Heard};
use super::reply::{self, Reading, Spoken};

/// The longest sentence that is looked at, in characters.
const LONGEST: usize = 200;

/// The longest name of a person or a household, in characters.
const LONGEST_NAME: usize = 12;

/// What stands before a partner's name.
const BEFORE_NAME: [&str; 6] = ["和", "跟", "与", "與", "同", "with "];

/// What stands behind it in Korean.
const BEHIND_NAME: [&str; 3] = ["하고", "과", "와"];

/// What may stand behind a name and is none of it.
const TITLES: [&str; 2] = ["同志", "동지"];

/// Everything that a sentence says.
#[derive(Debug, Clone)]
pub struct Sentence<'a> {
    /// Of which duty.
    pub duty: &'a Duty,
    /// How much.
    pub spoken: Spoken,
    /// Of which day.
    pub on: NaiveDate,
    /// With whom.
    pub partner: Option<String>,
    /// Which household.
    pub household: Option<String>,
    /// What they asked for.
    pub opinion: Option<String>,
}

/// Reads a text as such a sentence; `None` if it is not clearly one.
pub fn read<'a>(campaign: &'a Campaign, text: &str, today: NaiveDate) -> Option<Sentence<'a>> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let end = text.find([',', '，', ';', '；', '。', '\n']);
    let (clause, behind) = text.split_at(end.unwrap_or(text.len()));
    let behind = behind.trim_start_matches([',', '，', ';', '；', '。', '\n', ' ']);
    let (duty, word) = spoken_of(campaign, clause)?;
    let (before, after) = clause.split_once(word)?;
    let found = if duty.asks.contains(&Ask::Partner) {
        let (partner, rest) = partner(before, after)?;
        (Some(partner), None, rest)
    } else if duty.asks.contains(&Ask::Household) {
        let (household, rest) = household(before, after)?;
        (None, Some(household), rest)
    } else {
        return None;
    };
    let (partner, household, rest) = found;
    let opinion = match draft::heard(behind) {
        Heard::Nothing => None,
        Heard::Words(words) if duty.asks.contains(&Ask::Opinion) => Some(words),
        Heard::Words(_) | Heard::TooLong => return None,
    };
    let Reading::Amount { spoken, on } = reply::read(&rest, today) else {
        return None;
    };
    campaign.class_hours.convert(spoken, duty.measure)?;
    Some(Sentence {
        duty,
        spoken,
        on,
        partner,
        household,
        opinion,
    })
}

/// The duty whose word the clause holds, the longest word of all; `None` if two are as long.
fn spoken_of<'a>(campaign: &'a Campaign, clause: &str) -> Option<(&'a Duty, &'a str)> {
    let words = campaign.duties.iter().flat_map(|duty| {
        let words = duty.words.iter().map(String::as_str);
        words.map(move |word| (duty, word))
    });
    let mut held: Vec<(&Duty, &str)> = words
        .filter(|(_, word)| !word.is_empty() && clause.contains(word))
        .collect();
    held.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
    let (duty, word) = *held.first()?;
    let rival = held
        .iter()
        .any(|(other, same)| same.len() == word.len() && other.id != duty.id);
    (!rival).then_some((duty, word))
}

/// The partner, and what is left of the clause.
fn partner(before: &str, after: &str) -> Option<(String, String)> {
    // 昨天和李强谈心1次
    for mark in BEFORE_NAME {
        if let Some((day, person)) = before.rsplit_once(mark)
            && let Some(person) = name(person)
        {
            return Some((person, format!("{day} {after}")));
        }
        // 谈心1次,和李强 is two clauses; "talk with Li Qiang 2 times" is one.
        if let Some((_, rest)) = after.split_once(mark) {
            let figure = rest.find(|sign: char| sign.is_ascii_digit())?;
            let (person, rest) = rest.split_at(figure);
            return Some((name(person)?, format!("{before} {rest}")));
        }
    }
    // 어제 리강과 담화 1회
    let before = before.trim_end();
    let (day, last) = before.rsplit_once(' ').unwrap_or(("", before));
    let person = BEHIND_NAME.iter().find_map(|mark| last.strip_suffix(mark));
    Some((name(person?)?, format!("{day} {after}")))
}

/// The household, and what is left of the clause: it stands between the word and its number.
fn household(before: &str, after: &str) -> Option<(String, String)> {
    const NUMERALS: &str = "一二两兩三四五六七八九十";
    let after = after.strip_prefix(['了', '过', '過']).unwrap_or(after);
    let figure = after
        .char_indices()
        .filter(|(_, sign)| sign.is_ascii_digit() || NUMERALS.contains(*sign))
        .find(|(at, sign)| {
            let rest = after.get(at + sign.len_utf8()..).unwrap_or_default();
            sign.is_ascii_digit() || rest.trim_start().starts_with(['户', '戶'])
        });
    let (person, rest) = after.split_at(figure?.0);
    Some((name(person)?, format!("{before} {rest}")))
}

/// A name, without a title; `None` for what can be none.
fn name(text: &str) -> Option<String> {
    let mut name = text.trim();
    for title in TITLES {
        name = name.strip_suffix(title).unwrap_or(name).trim_end();
    }
    let length = name.chars().count();
    let fits = (2..=LONGEST_NAME).contains(&length)
        && name
            .chars()
            .all(|sign| sign.is_alphabetic() || sign == ' ' || sign == '·');
    fits.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{campaign, day};

    fn spoken() -> Campaign {
        let mut campaign = campaign();
        for duty in &mut campaign.duties {
            let (words, asks): (&[&str], &[Ask]) = match duty.id.as_str() {
                "talks" => (
                    &["谈心谈话", "谈心", "談心", "담화", "talk"],
                    &[Ask::Form, Ask::Partner],
                ),
                "households" => (&["走访", "走訪"], &[Ask::Household, Ask::Opinion]),
                "research" => (&["蹲点"], &[Ask::Place]),
                _ => (&[], &[]),
            };
            duty.words = words.iter().map(|word| (*word).to_owned()).collect();
            duty.asks = asks.to_vec();
        }
        campaign
    }

    /// Said on Tuesday 4 March 2014: duty, amount, day, name, opinion.
    fn said(text: &str) -> Option<(String, Spoken, String, String, String)> {
        let campaign = spoken();
        let sentence = read(&campaign, text, day("2014-03-04"))?;
        Some((
            sentence.duty.id.clone(),
            sentence.spoken,
            sentence.on.to_string(),
            sentence.partner.or(sentence.household).unwrap_or_default(),
            sentence.opinion.unwrap_or_default(),
        ))
    }

    #[test]
    fn whom_how_much_and_what_they_asked_for_are_read_from_one_sentence() {
        let (once, house) = (Spoken::Times(1_000), Spoken::Households(1_000));
        let today = "2014-03-04";
        for (text, duty, spoken, on, name, opinion) in [
            ("和李强谈心1次", "talks", once, today, "李强", ""),
            (
                "昨天和李强谈心一次",
                "talks",
                once,
                "2014-03-03",
                "李强",
                "",
            ),
            (
                "跟李强同志谈心谈话2次",
                "talks",
                Spoken::Times(2_000),
                today,
                "李强",
                "",
            ),
            ("與李強談心1次", "talks", once, today, "李強", ""),
            (
                "talk with Li Qiang 2 times",
                "talks",
                Spoken::Times(2_000),
                today,
                "Li Qiang",
                "",
            ),
            (
                "어제 리강과 담화 1회",
                "talks",
                once,
                "2014-03-03",
                "리강",
                "",
            ),
            (
                "走访王家1户,想修路",
                "households",
                house,
                today,
                "王家",
                "想修路",
            ),
            ("走访王家1户", "households", house, today, "王家", ""),
            (
                "昨天走访了老王家一户，路灯不亮、缺水",
                "households",
                house,
                "2014-03-03",
                "老王家",
                "路灯不亮、缺水",
            ),
            ("走訪王家1戶，沒有", "households", house, today, "王家", ""),
        ] {
            let expected = (
                duty.to_owned(),
                spoken,
                on.to_owned(),
                name.to_owned(),
                opinion.to_owned(),
            );
            assert_eq!(said(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_clearly_such_a_sentence_is_none() {
        for text in [
            "",
            "半天",
            "谈心1次",
            "和李强谈心",
            "和李强谈心半天",
            "学习谈心谈话文件2小时",
            "和李强谈心1次,他要修路",
            "走访3户",
            "走访王家",
            "走访王家1户,\u{0}",
            "和3个人谈心1次",
            "蹲点长安村1天",
            "和李强谈心1次走访王家1户",
        ] {
            let found = said(text);
            let plain = found.is_none() || text.ends_with('\u{0}');
            assert!(plain, "{text}: {found:?}");
        }
        assert_eq!(said(&"和李强谈心1次".repeat(40)), None);
    }
}
