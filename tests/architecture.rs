//! Who may know whom (ARCHITECTURE.md): the rules that the compiler does not hold, read off the source.
//! Only what is built into the program counts: no comments, and no tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a file, its tests not counted, from which it is two things for sure.
const MOST_LINES: usize = 500;
/// Lines from which it is worth a second look.
const MANY_LINES: usize = 250;

/// A file of src/, as far as it is built into the program.
struct Source {
    /// Its path under src/, such as `store/outbox/claim.rs`.
    path: String,
    /// Its lines without comments; what stands on line n is `lines[n - 1]`.
    lines: Vec<String>,
}

impl Source {
    fn is_in(&self, place: &str) -> bool {
        let file = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        file == place
            || file
                .strip_prefix(place)
                .is_some_and(|rest| rest.starts_with('/'))
    }

    /// How many modules deep the file is: `domain/reply/mod.rs` is `crate::domain::reply`, 2.
    fn depth(&self) -> usize {
        let path = self.path.strip_suffix("/mod.rs").unwrap_or(&self.path);
        path.split('/').count()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let sources: Vec<Source> = paths
        .iter()
        .filter_map(|path| {
            let name = path.strip_prefix(&root).ok()?.to_str()?;
            let text = fs::read_to_string(path).expect(name);
            Some(Source {
                path: name.to_owned(),
                lines: production(&text),
            })
        })
        .collect();
    assert!(sources.len() > 100, "only {} files seen", sources.len());
    sources
}

/// Rust files that are built into the program: a folder or file of tests is not.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder");
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_stem().and_then(|name| name.to_str());
        if name == Some("tests") {
            continue;
        }
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// The lines up to the tests at the file's foot, comments blanked.
fn production(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.lines().peekable();
    while let Some(line) = rest.next() {
        let tests = line == "#[cfg(test)]"
            && rest
                .peek()
                .is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
        if tests {
            break;
        }
        let code = line.trim_start();
        let line = if code.starts_with("//") { "" } else { line };
        lines.push(line.to_owned());
    }
    lines
}

/// `file:line: text` for every line of the sources that `is` says is wrong.
fn found(sources: &[Source], is: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (at, line) in source.lines.iter().enumerate() {
            if is(source, line) {
                found.push(format!("src/{}:{}: {}", source.path, at + 1, line.trim()));
            }
        }
    }
    found
}

/// The modules that a line names as `crate::…`.
fn named(line: &str) -> Vec<&str> {
    line.match_indices("crate::")
        .filter_map(|(at, found)| line.get(at + found.len()..))
        .map(|rest| {
            let end = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
            rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)
        })
        .collect()
}

/// Whether a line climbs out of the folder in which its module's own tree stands.
fn climbs_out(source: &Source, line: &str) -> bool {
    // In `domain/amount.rs`, `super` is the domain and `super::super` the crate.
    let steps = line.matches("super::").count();
    !line.contains('{') && steps >= source.depth()
}

#[track_caller]
fn nothing(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn each_layer_imports_only_what_it_may() {
    let sources = sources();
    // A folder, and the modules of ours that it may name.
    let rules: [(&str, &[&str]); 8] = [
        ("domain", &["domain"]),
        ("sandbox", &["sandbox"]),
        ("exchange", &["exchange", "domain"]),
        ("text", &["text", "domain"]),
        ("store", &["store", "domain"]),
        ("import", &["import", "domain", "exchange", "store"]),
        ("clock", &[]),
        ("config", &["config"]),
    ];
    // What the store keeps for others, plain values without behaviour.
    let kept = [
        "crate::outbox::payload::Payload",
        "crate::conversation::outcome::NewEntry",
        "crate::telegram::RawUpdate",
    ];
    for (place, may) in rules {
        let wrong = found(&sources, |source, line| {
            let is_kept = place == "store" && kept.iter().any(|value| line.contains(value));
            source.is_in(place)
                && !is_kept
                && (named(line).iter().any(|module| !may.contains(module))
                    || climbs_out(source, line))
        });
        nothing(&format!("{place} names what it may not know"), &wrong);
        assert!(sources.iter().any(|source| source.is_in(place)), "{place}");
    }
}

#[test]
fn the_domain_is_pure() {
    let wrong = found(&sources(), |source, line| {
        let impure = [
            "async ",
            ".await",
            "tokio",
            "sqlx",
            "teloxide",
            "reqwest",
            "axum",
            "std::fs",
            "std::net",
            "std::env",
            "std::io",
            "std::process",
            "std::thread",
            "tracing::",
            "f32",
            "f64",
        ];
        source.is_in("domain") && impure.iter().any(|word| line.contains(word))
    });
    nothing("the domain does more than decide", &wrong);
}

#[test]
fn only_the_edge_knows_teloxide() {
    let wrong = found(&sources(), |source, line| {
        !source.is_in("telegram") && line.contains("teloxide::")
    });
    nothing("teloxide outside telegram/", &wrong);
}

#[test]
fn only_the_store_speaks_sql() {
    let sql = [
        "sqlx::query",
        "sqlx::raw_sql",
        "sqlx::migrate",
        "AssertSqlSafe",
        "QueryBuilder",
        "\"SELECT ",
        "\"INSERT INTO ",
        "\"UPDATE ",
        "\"DELETE FROM ",
        "\"CREATE TABLE ",
    ];
    let wrong = found(&sources(), |source, line| {
        !source.is_in("store") && sql.iter().any(|word| line.contains(word))
    });
    nothing("SQL outside store/", &wrong);
}

#[test]
fn only_text_reads_the_locales() {
    let wrong = found(&sources(), |source, line| {
        !source.is_in("text")
            && ["fl!(", "i18n_embed", "\"locales", "fluent"]
                .iter()
                .any(|word| line.contains(word))
    });
    nothing("words outside text/", &wrong);
}

#[test]
fn only_the_clock_knows_what_time_it_is() {
    let wrong = found(&sources(), |source, line| {
        // The sandbox stands for another machine, which has a clock of its own.
        let is_a_clock = source.is_in("clock") || source.is_in("sandbox/time");
        !is_a_clock
            && ["Utc::now", "Local::now", "SystemTime::now", "time::sleep"]
                .iter()
                .any(|word| line.contains(word))
    });
    nothing("time read outside clock.rs", &wrong);
}

/// Ids of the duties, kinds, ranks and traits of a campaign file, read off its lines.
fn campaign_ids(text: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut table = "";
    for line in text.lines() {
        if line.starts_with("[[") {
            table = line;
        }
        let id = line
            .strip_prefix("id = \"")
            .and_then(|id| id.split_once('"'));
        if let (Some((id, _)), "[[duties]]" | "[[kinds]]" | "[[ranks]]" | "[[traits]]") =
            (id, table)
        {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// Whether a line of the program holds the id, as a text of its own.
fn names_id(line: &str, id: &str) -> bool {
    line.contains(&format!("\"{id}\""))
}

#[test]
fn no_duty_kind_rank_or_trait_of_a_campaign_is_in_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("campaigns");
    let ids = campaign_ids(&fs::read_to_string(root.join("mass-line.toml")).expect("a campaign"));
    assert!(ids.len() >= 22, "{ids:?}");
    // Where the same word is something else: Telegram's own words, titles of columns, names of measures, sorts
    // of superiors, and what the reader of campaign files shows as right.
    let others_words = [
        "sandbox",
        "telegram",
        "exchange/vocabulary",
        "domain/amount",
        "domain/campaign/read",
        "domain/superior",
        "text/sample",
        "domain/sample",
    ];
    let wrong = found(&sources(), |source, line| {
        !others_words.iter().any(|place| source.is_in(place))
            && ids.iter().any(|id| names_id(line, id))
    });
    nothing("a particular campaign in the code", &wrong);
    assert!(names_id("if trait == \"leadership\" {", "leadership"));
}

#[test]
fn no_module_is_a_drawer() {
    let drawers = [
        "utils", "util", "common", "helpers", "helper", "misc", "shared", "types", "prelude",
    ];
    let wrong: Vec<String> = sources()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| path.split(['/', '.']).any(|part| drawers.contains(&part)))
        .collect();
    nothing("files named after nothing", &wrong);
}

#[test]
fn files_are_one_thing_each() {
    let mut sizes: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for source in sources() {
        let lines = source.lines.len();
        if lines > MANY_LINES {
            sizes.entry(lines).or_default().push(source.path);
        }
    }
    for (lines, paths) in sizes.iter().rev() {
        eprintln!("{lines} lines: {}", paths.join(", "));
    }
    let largest = sizes.keys().next_back().copied().unwrap_or(0);
    assert!(
        largest <= MOST_LINES,
        "more than {MOST_LINES} lines: {sizes:?}"
    );
}

#[test]
fn the_rules_see_what_breaks_them() {
    let source = Source {
        path: "domain/amount.rs".to_owned(),
        lines: production(
            "//! crate::store\nuse crate::store::Tx;\n#[cfg(test)]\nmod tests {\nuse crate::text;\n}",
        ),
    };
    assert_eq!(named(&source.lines.join("\n")), ["store"]);
    assert!(climbs_out(&source, "use super::super::store::Tx;"));
    assert!(!climbs_out(&source, "use super::campaign::Campaign;"));
    assert!(source.is_in("domain") && source.is_in("domain/amount") && !source.is_in("dom"));
}
