//! What an imported ledger changes. Pure, like `roster.rs`.

pub mod entry;
mod mark;
mod names;

use std::collections::HashMap;

use super::deadline::Deadline;

pub use entry::{Column, Entry, Held, Person, Stale, Touched};
pub use mark::Mark;
pub use names::{Meant, Names, listed};

/// An item of the table, its words understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Row in the sheet.
    pub row: u32,
    /// The mark that an export put behind it.
    pub mark: Option<Mark>,
    /// The columns that the table has and the row fills, as far as they must be filled.
    pub said: Vec<Column>,
    /// The ledger's number; the row's own if it has none.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// As written.
    pub category: String,
    /// What is to be put right.
    pub content: String,
    /// How.
    pub measures: String,
    /// Path of the unit responsible.
    pub unit_path: String,
    /// 牵头领导 as written.
    pub lead: String,
    /// 责任人 as written.
    pub responsible: String,
    /// 配合单位、配合人 as written.
    pub helpers: String,
    /// By when; `None`: the table has no such column.
    pub deadline: Option<Deadline>,
    /// As written.
    pub progress: String,
    /// Struck off? `None`: the table does not say.
    pub closed: Option<bool>,
}

/// What an item is recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Known<'a> {
    /// Kind id.
    pub kind: &'a str,
    /// The ledger's number.
    pub no: &'a str,
    /// Path of its unit.
    pub unit_path: &'a str,
    /// Its content.
    pub content: &'a str,
}

impl<'a> Known<'a> {
    fn of(row: &'a Incoming) -> Self {
        Self {
            kind: &row.kind,
            no: &row.no,
            unit_path: &row.unit_path,
            content: &row.content,
        }
    }
}

/// What of an item is looked at; what is not is left empty.
type Key<'a> = [&'a str; 4];

/// For each row the known item that it is about: by number with unit and content, number with unit, number with
/// content, unit with content; the surest first, each item once, and only where exactly one fits. `sure`: the items
/// of the rows whose mark says it; a row with a mark is not looked for otherwise.
pub fn recognise(
    known: &[Known<'_>],
    rows: &[Incoming],
    sure: Vec<Option<usize>>,
) -> Vec<Option<usize>> {
    let mut found = sure;
    found.resize(rows.len(), None);
    let mut taken = vec![false; known.len()];
    for at in found.iter().flatten() {
        if let Some(taken) = taken.get_mut(*at) {
            *taken = true;
        }
    }
    let by: [for<'a> fn(Known<'a>) -> Key<'a>; 4] = [
        |of| [of.kind, of.no, of.unit_path, of.content],
        |of| [of.kind, of.no, of.unit_path, ""],
        |of| [of.kind, of.no, "", of.content],
        |of| [of.kind, "", of.unit_path, of.content],
    ];
    for key in by {
        let open = |row: &Incoming, found: &Option<usize>| found.is_none() && row.mark.is_none();
        let mut wanted: HashMap<Key<'_>, usize> = HashMap::new();
        for (row, _) in rows
            .iter()
            .zip(&found)
            .filter(|(row, found)| open(row, found))
        {
            *wanted.entry(key(Known::of(row))).or_default() += 1;
        }
        if wanted.is_empty() {
            break;
        }
        // Where the item with that key is, if there is exactly one.
        let mut index: HashMap<Key<'_>, Option<usize>> = HashMap::new();
        let free = known.iter().zip(&taken).enumerate();
        for (at, (item, _)) in free.filter(|(_, (_, taken))| !**taken) {
            let one = index.entry(key(*item)).or_insert(Some(at));
            *one = one.filter(|one| *one == at);
        }
        for (row, found) in rows.iter().zip(&mut found) {
            if !open(row, found) {
                continue;
            }
            let key = key(Known::of(row));
            if let (Some(1), Some(Some(at))) = (wanted.get(&key), index.get(&key)) {
                *found = Some(*at);
                if let Some(taken) = taken.get_mut(*at) {
                    *taken = true;
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::ids::ItemId;

    fn known(no: &'static str, unit: &'static str, content: &'static str) -> Known<'static> {
        Known {
            kind: "rectification",
            no,
            unit_path: unit,
            content,
        }
    }

    fn row(no: &str, unit: &str, content: &str) -> Incoming {
        Incoming {
            row: 2,
            mark: None,
            said: vec![],
            no: no.into(),
            kind: "rectification".into(),
            category: String::new(),
            content: content.into(),
            measures: String::new(),
            unit_path: unit.into(),
            lead: String::new(),
            responsible: String::new(),
            helpers: String::new(),
            deadline: Some(Deadline::Ongoing),
            progress: String::new(),
            closed: None,
        }
    }

    #[test]
    fn a_row_is_recognised_by_the_surest_marks_first() {
        let ledger = [
            known("1", "甲县", "会议多"),
            known("2", "甲县", "文件多"),
            known("2", "乙县", "文件多"),
            known("4", "乙县", "检查多"),
        ];
        for (what, rows, expected) in [
            ("as it was", vec![row("1", "甲县", "会议多")], vec![Some(0)]),
            (
                "put in other words",
                vec![row("1", "甲县", "会议太多")],
                vec![Some(0)],
            ),
            (
                "handed to another unit",
                vec![row("1", "丙县", "会议多")],
                vec![Some(0)],
            ),
            (
                "numbered anew",
                vec![row("9", "乙县", "检查多")],
                vec![Some(3)],
            ),
            (
                "a number means little by itself",
                vec![row("1", "丙县", "吃喝多")],
                vec![None],
            ),
            (
                "the same number in two units",
                vec![row("2", "乙县", "文件多")],
                vec![Some(2)],
            ),
            (
                "two fit equally well",
                vec![row("2", "丙县", "文件多")],
                vec![None],
            ),
            (
                "two rows want the same item",
                vec![row("1", "甲县", "甲"), row("1", "甲县", "乙")],
                vec![None, None],
            ),
            (
                "numbers shifted by a row put in above",
                vec![
                    row("1", "乙县", "新"),
                    row("5", "乙县", "检查多"),
                    row("2", "甲县", "文件多"),
                ],
                vec![None, Some(3), Some(1)],
            ),
        ] {
            assert_eq!(recognise(&ledger, &rows, vec![]), expected, "{what}");
        }
    }

    #[test]
    fn another_kind_is_another_item() {
        let mut row = row("1", "甲县", "会议多");
        row.kind = "problem".into();
        assert_eq!(
            recognise(&[known("1", "甲县", "会议多")], &[row], vec![]),
            [None]
        );
    }

    #[test]
    fn a_marked_row_is_its_item_and_nothing_else() {
        let ledger = [known("1", "甲县", "会议多"), known("2", "甲县", "文件多")];
        let mark = |item| {
            Some(Mark {
                item: ItemId(item),
                turn: 1,
            })
        };
        let mut first = row("1", "甲县", "会议多");
        first.mark = mark(2);
        let mut unknown = row("1", "甲县", "会议多");
        unknown.mark = mark(9);
        let rows = [first, unknown, row("1", "甲县", "会议多")];
        assert_eq!(
            recognise(&ledger, &rows, vec![Some(1), None, None]),
            [Some(1), None, Some(0)]
        );
    }
}
