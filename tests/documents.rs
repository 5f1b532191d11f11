//! The pages against what they speak of: a file that is named is there, and no setting or figure is left out.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn named(name: &str) -> String {
    text_of(&root().join(name))
}

/// Every page for readers: those at the top, and those under docs/.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![root().join("docs")];
    for name in [
        "README.md",
        "README.en.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
    ] {
        pages.push(root().join(name));
    }
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// What stands between `open` and `close`, each time, on one line.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    text.lines()
        .flat_map(|line| {
            line.split(open)
                .skip(1)
                .filter_map(|rest| rest.split_once(close).map(|(inner, _)| inner))
        })
        .collect()
}

/// Names in code that begin with `prefix`, such as `"duban_…"`.
fn quoted<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    let mut names: Vec<&str> = code
        .split('"')
        .filter(|name| {
            name.starts_with(prefix) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn links_lead_somewhere() {
    let mut broken = Vec::new();
    for page in pages() {
        let text = text_of(&page);
        let links = between(&text, "](", ")");
        let here = page.parent().expect("a folder");
        for link in links.into_iter().filter(|link| !link.contains("://")) {
            let file = link.split('#').next().unwrap_or(link);
            if !file.is_empty() && !here.join(file).exists() {
                broken.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

fn is_rust(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "rs")
}

/// Names of all Rust files under a folder.
fn rust_files(folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            rust_files(&entry.path(), names);
        } else if is_rust(&name) {
            names.push(name);
        }
    }
}

/// Folders of a folder, with a slash behind each.
fn folders(place: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(place)).expect("a folder");
    entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| format!("{}/", entry.file_name().to_string_lossy()))
        .filter(|folder| folder != "target/")
        .collect()
}

#[test]
fn files_that_are_named_exist() {
    let (top, within, mut rust) = (folders("."), folders("src"), Vec::new());
    rust_files(&root().join("src"), &mut rust);
    rust_files(&root().join("tests"), &mut rust);
    let begins = |path: &str, folders: &[String]| folders.iter().any(|f| path.starts_with(f));
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    let mut seen = 0;
    let mut missing = Vec::new();
    for page in pages() {
        let text = text_of(&page);
        for name in text.split('`').skip(1).step_by(2) {
            // A function behind a file, and the example of a year to come, are no files.
            let path = name.split("::").next().unwrap_or(name);
            if !path.chars().all(plain) || path.ends_with("2027.json") {
                continue;
            }
            let is_there = if begins(path, &top) {
                root().join(path).exists()
            } else if !is_rust(path) {
                continue;
            } else if begins(path, &within) {
                root().join("src").join(path).exists()
            } else {
                // In its context a file is named without its folder.
                rust.iter().any(|file| file == path)
            };
            seen += 1;
            if !is_there {
                missing.push(format!("{}: {path}", page.display()));
            }
        }
    }
    assert!(seen > 50, "only {seen} names seen");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_setting_is_in_both_readmes_and_in_the_example() {
    let code = named("src/config.rs") + &named("src/config/reader.rs");
    let mut settings = quoted(&code, "DUBAN_");
    settings.extend(quoted(&code, "TELOXIDE_"));
    settings.push("DATABASE_URL");
    settings.retain(|name| !name.ends_with("_FILE"));
    assert!(settings.len() >= 8, "{settings:?}");
    for page in ["README.md", "README.en.md"] {
        let text = named(page);
        for setting in &settings {
            assert!(
                text.contains(&format!("| `{setting}` |")),
                "{page}: {setting}"
            );
        }
    }
    let example = named(".env.example");
    for setting in &settings {
        assert!(
            example.contains(&format!("{setting}=")),
            ".env.example: {setting}"
        );
    }
}

#[test]
fn every_figure_is_told_to_operators() {
    let code = named("src/metric.rs");
    let figures = quoted(&code, "duban_");
    assert!(figures.len() >= 10, "{figures:?}");
    let page = named("docs/operations.md");
    for figure in figures {
        assert!(page.contains(figure), "docs/operations.md: {figure}");
    }
}

/// The keys of the forms that the reader of campaign files knows, in one of its files.
fn keys(code: &str) -> Vec<String> {
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let code = code.replace("( ", "(");
    let mut keys = Vec::new();
    for form in code.split("keys: &[").skip(1) {
        let form = form.split("}; ").next().unwrap_or(form);
        let first = form.split("(\"").skip(1);
        keys.extend(first.filter_map(|rest| rest.split('"').next().map(str::to_owned)));
    }
    keys
}

#[test]
fn every_key_of_a_campaign_file_is_explained() {
    let place = root().join("src/domain/campaign/read");
    let mut keys_known = keys(&named("src/domain/campaign/read.rs"));
    for entry in fs::read_dir(place).expect("a folder").flatten() {
        if entry.path().is_file() {
            keys_known.extend(keys(&text_of(&entry.path())));
        }
    }
    assert!(keys_known.len() > 90, "{keys_known:?}");
    let page = named("docs/campaign.md");
    let told = |key: &str| {
        let alone = format!("`{key}`");
        let tables = format!("`[[{key}]]`");
        let table = format!("`[{key}]`");
        let within = format!("{key} = ");
        [alone, tables, table, within]
            .iter()
            .any(|way| page.contains(way))
    };
    keys_known.retain(|key| !told(key));
    keys_known.dedup();
    assert!(keys_known.is_empty(), "docs/campaign.md: {keys_known:?}");
}
