//! Names in four languages, and the words by which ranks, traits and sectors are recognised.

use std::collections::BTreeMap;

use super::sheet::Value;
use super::table::{Form, Table};
use super::value;
use crate::domain::campaign::{Label, Rank, Sector, Trait, Words, word};
use crate::domain::language::Language;

const NAME_EXAMPLE: &str = "{ zh-CN = \"…\", zh-TW = \"…\", en = \"…\", ko = \"…\" }";

const NAME: Form = Form {
    name: "a name",
    keys: &[
        ("zh-CN", "\"…\""),
        ("zh-TW", "\"…\""),
        ("en", "\"…\""),
        ("ko", "\"…\""),
    ],
};

/// Forms, topics and categories.
pub(super) const LABEL: Form = Form {
    name: "a label",
    keys: &[("id", "\"lecture\""), ("name", NAME_EXAMPLE)],
};

pub(super) const RANK: Form = Form {
    name: "[[ranks]]",
    keys: &[
        ("id", "\"section\""),
        ("name", NAME_EXAMPLE),
        ("words", "[\"…\", \"…\"]"),
        ("default", "true"),
    ],
};

pub(super) const TRAIT: Form = Form {
    name: "[[traits]]",
    keys: &[
        ("id", "\"retired\""),
        ("name", NAME_EXAMPLE),
        ("words", "[\"…\", \"…\"]"),
        ("prompt", "false"),
        ("leading_group", "true"),
        ("head_of_unit", "true"),
    ],
};

pub(super) const SECTOR: Form = Form {
    name: "[[sectors]]",
    keys: &[
        ("id", "\"rural\""),
        ("name", NAME_EXAMPLE),
        ("words", "[\"…\"]"),
    ],
};

/// A name that is there in every language.
pub(super) fn name(table: &Table) -> Option<Words> {
    words(table.need("name")?)
}

/// A text that is there in every language.
pub(super) fn words(value: Value) -> Option<Words> {
    let table = value.table(&NAME)?;
    let mut names = BTreeMap::new();
    let mut missing = Vec::new();
    for language in Language::ALL {
        match table.may(language.tag()) {
            Some(text) => names.extend(text.text().map(|text| (language, text.to_owned()))),
            None => missing.push(language.tag()),
        }
    }
    if !missing.is_empty() {
        value.fault(format_args!("no name in {}", missing.join(", ")));
    }
    (names.len() == Language::ALL.len()).then_some(Words(names))
}

pub(super) fn label(table: &Table) -> Option<Label> {
    let (id, name) = (table.id(), name(table));
    Some(Label {
        id: id?,
        name: name?,
        words: Vec::new(),
    })
}

/// Labels of a key that may be absent.
pub(super) fn labels(table: &Table, key: &str) -> Option<Vec<Label>> {
    let labels: Vec<_> = table.tables(key, &LABEL).iter().map(label).collect();
    labels.into_iter().collect()
}

/// The ranks and the default among them.
pub(super) fn ranks(root: &Table) -> Option<(Vec<Rank>, String)> {
    let tables = root.tables("ranks", &RANK);
    let mut default: Option<String> = None;
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let mut ranks = Vec::new();
    let ids: Vec<_> = tables.iter().filter_map(Table::id).collect();
    for table in &tables {
        let (id, name) = (table.id(), name(table));
        let own = id.clone().unwrap_or_default();
        let words = table.need("words").and_then(|list| {
            list.each(|item| {
                let word = word::cell(item.text()?);
                let taken = ids.iter().find(|id| **id == word && **id != own);
                if let Some(other) = owners.get(&word).filter(|owner| **owner != own).or(taken) {
                    item.fault_with(
                        format_args!("\"{word}\" means the rank \"{other}\" already"),
                        "one word means one rank: leave it out of one of them",
                    );
                }
                owners.entry(word.clone()).or_insert_with(|| own.clone());
                Some(word)
            })
        });
        if let Some(value) = table.may("default")
            && value.flag() == Some(true)
        {
            if let Some(first) = &default {
                value.fault_with(
                    format_args!("\"{first}\" is the default rank already"),
                    "only one rank has default = true",
                );
            } else {
                default = Some(own);
            }
        }
        ranks.push(
            id.zip(name)
                .zip(words)
                .map(|((id, name), words)| Rank { id, name, words }),
        );
    }
    if let (None, Some(first)) = (&default, tables.first()) {
        first.absent(
            "no rank is the default, which those get whose table names none",
            "add default = true to one of the [[ranks]]",
        );
    }
    if tables.is_empty() {
        root.absent(
            "there are no ranks",
            "add [[ranks]] with id, name, words, default = true",
        );
    }
    Some((ranks.into_iter().collect::<Option<_>>()?, default?))
}

pub(super) fn a_trait(table: &Table) -> Option<Trait> {
    let (id, name) = (table.id(), name(table));
    let words = table.need("words").and_then(value::words);
    let prompt = table.may("prompt").map_or(Some(true), Value::flag);
    let leading_group = table.may("leading_group").map_or(Some(false), Value::flag);
    let head_of_unit = table.may("head_of_unit").map_or(Some(false), Value::flag);
    Some(Trait {
        id: id?,
        name: name?,
        words: words?,
        prompt: prompt?,
        leading_group: leading_group?,
        head_of_unit: head_of_unit?,
    })
}

/// The sectors; a word of two sectors would never lead to the second.
pub(super) fn sectors(root: &Table) -> Option<Vec<Sector>> {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let mut read = |table: &Table| {
        let (id, name) = (table.id(), name(table));
        let own = id.clone().unwrap_or_default();
        let words = table.need("words").and_then(|list| {
            list.each(|item| {
                let word = word::plain(item.text()?);
                if let Some(other) = owners.get(&word).filter(|owner| **owner != own) {
                    item.fault_with(
                        format_args!("\"{word}\" leads to the sector \"{other}\" already"),
                        "the first sector that fits wins: leave the word out of one of them",
                    );
                }
                owners.entry(word.clone()).or_insert_with(|| own.clone());
                Some(word)
            })
        });
        Some(Sector {
            id: id?,
            name: name?,
            words: words?,
        })
    };
    let sectors: Vec<_> = root
        .tables("sectors", &SECTOR)
        .iter()
        .map(&mut read)
        .collect();
    sectors.into_iter().collect()
}
