//! What the texts of a campaign file mean: amounts, lengths of time, wall-clock times, words.
//! Errors say what is wrong; what is right is the example of the key's form.

use chrono::{NaiveTime, TimeDelta};

use super::Reading;
use super::nearest::nearest;
use super::sheet::Value;
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Offer, word};
use crate::domain::language::Language;
use crate::domain::reply::Spoken;

/// Signs of the longest id: a button's data has room for several.
const LONGEST_ID: usize = 20;

/// An amount and its measure: "7 days", "1 day", "2.5 class_hours".
pub(super) fn amount(text: &str) -> Result<Offer, String> {
    let mut words = text.split_whitespace();
    let (Some(figure), Some(name), None) = (words.next(), words.next(), words.next()) else {
        return Err(format!(
            "\"{text}\" is no amount: a number and what it counts are wanted"
        ));
    };
    let measure = Measure::from_name(name)
        .or_else(|| Measure::from_name(&format!("{name}s")))
        .ok_or_else(|| no_measure(name))?;
    let amount = Amount::parse(figure).ok_or_else(|| {
        format!("\"{figure}\" is no number: digits, at most three decimals, no sign")
    })?;
    Ok(Offer { amount, measure })
}

/// The measure of that name.
pub(super) fn measure(text: &str) -> Result<Measure, String> {
    Measure::from_name(text).ok_or_else(|| no_measure(text))
}

fn no_measure(text: &str) -> String {
    let names = Measure::ALL.map(Measure::name);
    let guess = nearest(text, names.into_iter()).map(|name| format!(" (`{name}`, perhaps)"));
    format!(
        "there is no measure \"{text}\"{}: there are {}",
        guess.unwrap_or_default(),
        names.join(", ")
    )
}

/// A length of time: "60d", "2w", "3h", "15m" (minutes).
pub(super) fn duration(text: &str) -> Result<TimeDelta, String> {
    let unit = text.chars().last().unwrap_or_default();
    let minutes = match unit {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => {
            return Err(format!(
                "\"{text}\" is no length of time: m (minutes), h, d or w must follow the number"
            ));
        }
    };
    let count: i64 = text
        .strip_suffix(unit)
        .filter(|digits| digits.chars().all(|digit| digit.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| format!("\"{text}\" is no length of time: digits and one letter are"))?;
    if count == 0 {
        return Err(format!("\"{text}\" is no time at all"));
    }
    count
        .checked_mul(minutes)
        .and_then(TimeDelta::try_minutes)
        .ok_or_else(|| format!("\"{text}\" is too long"))
}

/// A length of time in whole days: "60d", "8w".
pub(super) fn days(text: &str) -> Result<i64, String> {
    let length = duration(text)?;
    if length == TimeDelta::days(length.num_days()) {
        Ok(length.num_days())
    } else {
        Err(format!("\"{text}\" is no whole number of days"))
    }
}

/// A wall-clock time, "21:00".
pub(super) fn clock_time(text: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(text, "%H:%M")
        .map_err(|_| format!("\"{text}\" is no time of day from 00:00 to 23:59"))
}

/// The zone of that IANA name.
pub(super) fn zone(text: &str) -> Result<chrono_tz::Tz, String> {
    text.parse().map_err(|_| {
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let guess = nearest(text, names).map(|name| format!(" (\"{name}\", perhaps)"));
        format!(
            "there is no time zone \"{text}\"{}",
            guess.unwrap_or_default()
        )
    })
}

/// The language of that tag.
pub(super) fn language(text: &str) -> Result<Language, String> {
    Language::from_tag(text).ok_or_else(|| {
        let tags = Language::ALL.map(Language::tag);
        format!(
            "there is no language \"{text}\": there are {}",
            tags.join(", ")
        )
    })
}

/// An id: it stands in logs, exports and buttons, so it is short and plain.
pub(super) fn id(text: &str) -> Result<String, String> {
    let plain = |sign: char| {
        sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_')
    };
    if !text.chars().all(plain) {
        return Err(format!(
            "\"{text}\" is no id: lower-case letters a-z, digits, - and _ only"
        ));
    }
    if text.len() > LONGEST_ID {
        return Err(format!(
            "\"{text}\" is too long for an id: {LONGEST_ID} signs at most"
        ));
    }
    Ok(text.to_owned())
}

/// One of a few words, and what it means.
pub(super) fn choice<T: Copy>(text: &str, among: &[(&str, T)]) -> Result<T, String> {
    if let Some((_, meant)) = among.iter().find(|(word, _)| *word == text) {
        return Ok(*meant);
    }
    let words: Vec<&str> = among.iter().map(|(word, _)| *word).collect();
    let guess = nearest(text, words.iter().copied()).map(|word| format!(" (\"{word}\", perhaps)"));
    Err(format!(
        "\"{text}\" is none of \"{}\"{}",
        words.join("\", \""),
        guess.unwrap_or_default()
    ))
}

/// The words of a list, as they are compared.
pub(super) fn words(list: Value) -> Option<Vec<String>> {
    list.each(|item| item.text().map(word::plain))
}

impl Reading {
    /// An amount in the measure of its duty: days become class hours and back by the class-hour rule.
    pub(super) fn amount_in(&self, value: Value, into: Option<Measure>) -> Option<Amount> {
        let said = value.parsed(amount)?;
        self.converted(value, said, into?)
    }

    /// The same amount in another measure; notes it when there is no way.
    pub(super) fn converted(&self, value: Value, said: Offer, into: Measure) -> Option<Amount> {
        if said.measure == into {
            return Some(said.amount);
        }
        let spoken = match said.measure {
            Measure::Days => Spoken::Days(said.amount.0),
            Measure::ClassHours => Spoken::ClassHours(said.amount.0),
            Measure::Times | Measure::Households | Measure::Topics => {
                no_way(value, said.measure, into);
                return None;
            }
        };
        if !convertible(said.measure, into) {
            no_way(value, said.measure, into);
            return None;
        }
        self.rule.as_ref()?.convert(spoken, into)
    }
}

/// Whether the class-hour rule leads from one measure to the other.
pub(super) fn convertible(from: Measure, into: Measure) -> bool {
    let by_rule = |measure| matches!(measure, Measure::ClassHours | Measure::Days);
    from == into || (by_rule(from) && by_rule(into))
}

fn no_way(value: Value, from: Measure, into: Measure) {
    let (from, into) = (from.name(), into.name());
    value.fault_with(
        format_args!("{from} cannot be converted into {into}, the duty's measure"),
        format!("write it in {into}: \"5 {into}\""),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_digits_and_a_letter() {
        for (text, minutes) in [
            ("15m", Some(15)),
            ("3h", Some(180)),
            ("60d", Some(86_400)),
            ("2w", Some(20_160)),
            ("0d", None),
            ("d", None),
            ("+3d", None),
            ("3", None),
            ("3 d", None),
            ("9223372036854775807w", None),
            ("", None),
        ] {
            assert_eq!(
                duration(text).ok().map(|delta| delta.num_minutes()),
                minutes,
                "{text}"
            );
        }
    }

    #[test]
    fn amounts_name_their_measure() {
        for (text, expected) in [
            ("7 days", Ok((7_000, Measure::Days))),
            ("1 day", Ok((1_000, Measure::Days))),
            ("2.5 class_hours", Ok((2_500, Measure::ClassHours))),
            ("7", Err("a number and what it counts")),
            ("x days", Err("is no number")),
            ("7 dayz", Err("`days`, perhaps")),
            ("7 apples", Err("there is no measure \"apples\"")),
        ] {
            match (amount(text), expected) {
                (Ok(offer), Ok(wanted)) => assert_eq!((offer.amount.0, offer.measure), wanted),
                (Err(why), Err(wanted)) => assert!(why.contains(wanted), "{why}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }
}
