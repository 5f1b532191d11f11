//! What an imported ledger changes. Pure, like `roster.rs`.

use std::collections::HashMap;

use super::cadre::Cadre;
use super::deadline::Deadline;

/// An item of the table, its words understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Row in the sheet.
    pub row: u32,
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
    /// By when.
    pub deadline: Deadline,
    /// As written.
    pub progress: String,
    /// Struck off already?
    pub closed: bool,
}

/// What an item is recognised by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where it stands in the caller's list.
    pub at: usize,
    /// Kind id.
    pub kind: String,
    /// The ledger's number.
    pub no: String,
    /// Path of its unit.
    pub unit_path: String,
    /// Its content.
    pub content: String,
}

/// For each row the known item that it is about: by number with unit and content, number with unit,
/// number with content, unit with content; the surest first, each item once, and only where exactly
/// one fits.
pub fn recognise(known: &[Known], rows: &[Incoming]) -> Vec<Option<usize>> {
    let mut taken = vec![false; known.len()];
    let mut found = vec![None; rows.len()];
    let by: [fn(&Marks<'_>) -> Vec<String>; 4] = [
        |of| own(&[of.kind, of.no, of.unit, of.content]),
        |of| own(&[of.kind, of.no, of.unit]),
        |of| own(&[of.kind, of.no, of.content]),
        |of| own(&[of.kind, of.unit, of.content]),
    ];
    for marks in by {
        let mut index: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (at, item) in known
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken.get(*at).copied().unwrap_or(true))
        {
            index.entry(marks(&Marks::of(item))).or_default().push(at);
        }
        let mut wanted: HashMap<Vec<String>, usize> = HashMap::new();
        for (row, _) in rows.iter().zip(&found).filter(|(_, found)| found.is_none()) {
            *wanted.entry(marks(&Marks::of_row(row))).or_default() += 1;
        }
        for (row, found) in rows
            .iter()
            .zip(&mut found)
            .filter(|(_, found)| found.is_none())
        {
            let key = marks(&Marks::of_row(row));
            if let (Some(1), Some([at])) = (wanted.get(&key), index.get(&key).map(Vec::as_slice)) {
                *found = known.get(*at).map(|item| item.at);
                if let Some(taken) = taken.get_mut(*at) {
                    *taken = true;
                }
            }
        }
    }
    found
}

fn own(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

struct Marks<'a> {
    kind: &'a str,
    no: &'a str,
    unit: &'a str,
    content: &'a str,
}

impl<'a> Marks<'a> {
    fn of(item: &'a Known) -> Self {
        Self {
            kind: &item.kind,
            no: &item.no,
            unit: &item.unit_path,
            content: &item.content,
        }
    }

    fn of_row(row: &'a Incoming) -> Self {
        Self {
            kind: &row.kind,
            no: &row.no,
            unit: &row.unit_path,
            content: &row.content,
        }
    }
}

/// Whom a name in a ledger means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// Exactly one fits.
    One(&'a Cadre),
    /// Nobody on the roster has that name.
    Nobody,
    /// Several fit equally well.
    Several,
}

/// The people of a roster by name.
#[derive(Debug)]
pub struct Names<'a>(HashMap<&'a str, Vec<&'a Cadre>>);

impl<'a> Names<'a> {
    /// Over the active people.
    pub fn of(cadres: &'a [Cadre]) -> Self {
        let mut names: HashMap<&str, Vec<&Cadre>> = HashMap::new();
        for cadre in cadres.iter().filter(|cadre| cadre.active) {
            names.entry(&cadre.name).or_default().push(cadre);
        }
        Self(names)
    }

    /// The person of that name nearest to a unit: of the unit itself, else of its branch of the tree
    /// (the more of the path is shared, the nearer), else anywhere.
    pub fn nearest(&self, name: &str, unit_path: &str) -> Named<'a> {
        let Some(people) = self.0.get(name) else {
            return Named::Nobody;
        };
        let shared = |cadre: &Cadre| {
            let same = cadre.unit_path.split('/').zip(unit_path.split('/'));
            let shared = same.take_while(|(a, b)| a == b).count();
            (cadre.unit_path == unit_path, shared)
        };
        let best = people.iter().map(|cadre| shared(cadre)).max();
        let mut nearest = people.iter().filter(|cadre| Some(shared(cadre)) == best);
        match (nearest.next(), nearest.next()) {
            (Some(one), None) => Named::One(one),
            (None, _) => Named::Nobody,
            (Some(_), Some(_)) => Named::Several,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::ids::CadreId;
    use crate::domain::sample::cadre;

    fn known(at: usize, no: &str, unit: &str, content: &str) -> Known {
        Known {
            at,
            kind: "rectification".into(),
            no: no.into(),
            unit_path: unit.into(),
            content: content.into(),
        }
    }

    fn row(no: &str, unit: &str, content: &str) -> Incoming {
        Incoming {
            row: 2,
            no: no.into(),
            kind: "rectification".into(),
            category: String::new(),
            content: content.into(),
            measures: String::new(),
            unit_path: unit.into(),
            lead: String::new(),
            responsible: String::new(),
            deadline: Deadline::Ongoing,
            progress: String::new(),
            closed: false,
        }
    }

    #[test]
    fn a_row_is_recognised_by_the_surest_marks_first() {
        let ledger = [
            known(0, "1", "甲县", "会议多"),
            known(1, "2", "甲县", "文件多"),
            known(2, "2", "乙县", "文件多"),
            known(3, "4", "乙县", "检查多"),
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
            assert_eq!(recognise(&ledger, &rows), expected, "{what}");
        }
    }

    #[test]
    fn another_kind_is_another_item() {
        let mut row = row("1", "甲县", "会议多");
        row.kind = "problem".into();
        assert_eq!(
            recognise(&[known(0, "1", "甲县", "会议多")], &[row]),
            [None]
        );
    }

    #[test]
    fn a_name_means_the_nearest_person_who_has_it() {
        let person = |id: i64, name: &str, unit: &str, active: bool| Cadre {
            id: CadreId(id),
            name: name.into(),
            unit_path: unit.into(),
            active,
            ..cadre()
        };
        let people = [
            person(1, "李兰", "汪清县/春阳镇", true),
            person(2, "李兰", "汪清县/百草沟镇", true),
            person(3, "李兰", "敦化市", true),
            person(4, "金新", "敦化市/额穆镇", true),
            person(5, "朴兰", "敦化市", false),
            person(6, "王五", "图们市/甲镇", true),
            person(7, "王五", "图们市/乙镇", true),
        ];
        let names = Names::of(&people);
        for (name, unit, expected) in [
            ("李兰", "汪清县/春阳镇", Some(1)),
            ("李兰", "汪清县/百草沟镇/新光村", Some(2)),
            ("李兰", "敦化市/额穆镇", Some(3)),
            ("金新", "汪清县", Some(4)),
            // Whoever left answers for nothing; two that are equally near are nobody for sure.
            ("朴兰", "敦化市", None),
            ("李兰", "汪清县", None),
            ("王五", "图们市", None),
            ("赵六", "图们市", None),
        ] {
            let found = match names.nearest(name, unit) {
                Named::One(person) => Some(person.id.0),
                Named::Nobody | Named::Several => None,
            };
            assert_eq!(found, expected, "{name} of {unit}");
        }
        assert_eq!(names.nearest("王五", "图们市"), Named::Several);
        assert_eq!(names.nearest("朴兰", "敦化市"), Named::Nobody);
    }
}
