//! What an entry of a duty is asked about, and by which words people mean the duty.

use std::collections::BTreeMap;

use super::sheet::Value;
use super::table::{Form, Table};
use super::value::choice;
use crate::domain::campaign::{Ask, word};
use crate::domain::language::Language;

/// The names of what may be asked.
const ASKS: [(&str, Ask); 8] = [
    ("form", Ask::Form),
    ("topic", Ask::Topic),
    ("partner", Ask::Partner),
    ("household", Ask::Household),
    ("contact-point", Ask::ContactPoint),
    ("place", Ask::Place),
    ("deed", Ask::Deed),
    ("opinion", Ask::Opinion),
];

const WORDS: Form = Form {
    name: "`words`",
    keys: &[
        ("zh-CN", "[\"走访\"]"),
        ("zh-TW", "[\"走訪\"]"),
        ("en", "[\"visit\"]"),
        ("ko", "[\"방문\"]"),
    ],
};

impl Ask {
    /// The name in campaign files.
    pub fn name(self) -> &'static str {
        let named = ASKS.iter().find(|(_, ask)| *ask == self);
        named.map_or("", |(name, _)| name)
    }
}

/// What is asked, in order, each once; forms and topics only of a duty that has some.
pub(super) fn asks(table: &Table) -> Option<Vec<Ask>> {
    let Some(list) = table.may("asks") else {
        return Some(Vec::new());
    };
    let mut asks: Vec<Ask> = Vec::new();
    list.each(|value| {
        let ask = value.parsed(|text| choice(text, &ASKS))?;
        let labels = match ask {
            Ask::Form => Some("forms"),
            Ask::Topic => Some("topics"),
            _ => None,
        };
        if let Some(labels) = labels.filter(|labels| table.may(labels).is_none()) {
            value.fault_with(
                format_args!("the duty has no {labels} to choose from"),
                format!(
                    "add {labels} = [{{ id = \"…\", name = {{ … }} }}], or leave \"{}\" out",
                    ask.name()
                ),
            );
        }
        if asks.contains(&ask) {
            value.fault_with(
                format_args!("\"{}\" is asked twice", ask.name()),
                "leave one of them out",
            );
        }
        asks.push(ask);
        Some(())
    })?;
    Some(asks)
}

/// The words that mean the duty, in any language: one list, or a list for each.
pub(super) fn words(table: &Table) -> Option<Vec<String>> {
    let words = worded(table)?.into_iter().map(|(_, word)| word);
    Some(words.collect())
}

/// Notes words that mean an earlier duty already: then nobody could say which is meant.
pub(super) fn one_word_one_duty(duties: &[Table]) {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for table in duties {
        let own = table.id().unwrap_or_default();
        for (value, word) in worded(table).unwrap_or_default() {
            if let Some(other) = owners.get(&word).filter(|owner| **owner != own) {
                value.fault_with(
                    format_args!("\"{word}\" means the duty \"{other}\" already"),
                    "one word means one duty: leave it out of one of them",
                );
            }
            owners.entry(word).or_insert_with(|| own.clone());
        }
    }
}

fn worded<'t>(table: &Table<'t>) -> Option<Vec<(Value<'t>, String)>> {
    let Some(value) = table.may("words") else {
        return Some(Vec::new());
    };
    let word = |item: Value<'t>| Some((item, word::plain(item.text()?).to_lowercase()));
    if !value.is_table() {
        return value.each(word);
    }
    let by_language = value.table(&WORDS)?;
    let mut words = Vec::new();
    for language in Language::ALL {
        if let Some(list) = by_language.may(language.tag()) {
            words.extend(list.each(word)?);
        }
    }
    Some(words)
}
