//! The four files of words against each other and against the code: the same messages with the same variables,
//! each one said somewhere, in the manners of the house (`docs/glossary.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

const LANGUAGES: [&str; 4] = ["zh-CN", "zh-TW", "en", "ko"];

/// Half-width columns of a line in the Chinese files. Lines that the command line prints may be longer.
const WIDEST: usize = 44;

/// Characters of the simplified script that traditional writing (Big5) does not have.
const SIMPLIFIED_ONLY: &str = "\
    业东严个临举义习书买从众会传伤兰关兴内册写军农冲决况刚创别劝办务动区华协单卖厅历\
    压县参双发变号吗员团围图场块坚声处备头奖妇孙学宝实审宪宽宾对导将岁帮开总户报择换\
    数时权条来标样没满点现码称简级经给络编职联虚补见计认记试话语说请读负责账车转辑达\
    过还这进连选钟钮链销错长问间际随页项题";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source(language: &str) -> String {
    let path = root().join("locales").join(language).join("duban.ftl");
    text_of(&path)
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parsed(source: &str) -> Resource<&str> {
    fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"))
}

/// Message ids with the variables that each one takes.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(language);
    let resource = parsed(&source);
    let terms: BTreeMap<&str, &Pattern<&str>> = resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Term(term) => Some((term.id.name, &term.value)),
            _ => None,
        })
        .collect();
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let value = message
            .value
            .as_ref()
            .unwrap_or_else(|| panic!("{} is empty", message.id.name));
        let mut used = Used::default();
        used.pattern(value);
        for term in &used.terms {
            assert!(
                terms.contains_key(term.as_str()),
                "{language}: no term -{term}"
            );
        }
        let twice = found.insert(message.id.name.to_owned(), used.variables);
        assert!(
            twice.is_none(),
            "{language}: {} stands twice",
            message.id.name
        );
    }
    found
}

/// What a pattern draws on.
#[derive(Default)]
struct Used {
    variables: BTreeSet<String>,
    terms: BTreeSet<String>,
}

impl Used {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.terms.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            other => panic!("words use only variables and terms, not {other:?}"),
        }
    }
}

/// The ids in the source's `fl!(…, "id"…)` calls.
fn said_in_the_code() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for path in rust_files(&root().join("src")) {
        let source = text_of(&path);
        for call in source.split("fl!(").skip(1) {
            let Some(id) = call.split('"').nth(1) else {
                continue;
            };
            ids.insert(id.to_owned());
        }
    }
    ids
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn columns(line: &str) -> usize {
    line.chars()
        .map(|sign| if sign >= '\u{1100}' { 2 } else { 1 })
        .sum()
}

#[test]
fn all_languages_have_the_same_messages_with_the_same_variables() {
    let english = messages("en");
    for language in LANGUAGES {
        let theirs = messages(language);
        let missing: Vec<_> = english
            .keys()
            .filter(|id| !theirs.contains_key(*id))
            .collect();
        let extra: Vec<_> = theirs
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{language}: - {missing:?} + {extra:?}"
        );
        for (id, variables) in &english {
            assert_eq!(&theirs[id], variables, "{language}: {id}");
        }
    }
}

#[test]
fn every_message_is_said_somewhere_and_every_one_said_exists() {
    let written: BTreeSet<String> = messages("en").into_keys().collect();
    let said = said_in_the_code();
    let unused: Vec<_> = written.difference(&said).collect();
    let unknown: Vec<_> = said.difference(&written).collect();
    assert!(unused.is_empty(), "never said: {unused:?}");
    assert!(unknown.is_empty(), "said without words: {unknown:?}");
}

#[test]
fn words_hold_no_markup_no_isolation_marks_and_no_exclamations() {
    for language in LANGUAGES {
        for (at, line) in source(language).lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            // Placeables may hold an arrow; what is left is what people read.
            let text = line.replace("->", "");
            for sign in ['<', '>', '&', '\u{2068}', '\u{2069}', '!', '\u{ff01}'] {
                assert!(!text.contains(sign), "{language} line {}: {sign:?}", at + 1);
            }
        }
    }
}

#[test]
fn chinese_lines_fit_on_a_phone() {
    for language in ["zh-CN", "zh-TW"] {
        for (at, line) in source(language).lines().enumerate() {
            let (id, text) = line.split_once(" = ").unwrap_or(("", line));
            let in_a_terminal = ["refusal-", "import-", "terminal-"]
                .iter()
                .any(|group| id.starts_with(group));
            if line.starts_with('#') || in_a_terminal {
                continue;
            }
            // A variable takes about six columns of what it stands for.
            let mut filled = String::new();
            for (n, piece) in text.trim().split(['{', '}']).enumerate() {
                filled.push_str(if n % 2 == 0 { piece } else { "······" });
            }
            assert!(
                columns(&filled) <= WIDEST,
                "{language} line {}: {text}",
                at + 1
            );
        }
    }
}

#[test]
fn traditional_chinese_is_not_written_in_simplified_characters() {
    for (at, line) in source("zh-TW").lines().enumerate() {
        let foreign: String = line
            .chars()
            .filter(|sign| SIMPLIFIED_ONLY.contains(*sign))
            .collect();
        assert!(foreign.is_empty(), "line {}: {foreign}", at + 1);
    }
}
