//! What an imported roster changes: who is new, who changed, who vanished. Matching is pure, so that
//! a dry run and the real import cannot differ.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::cadre::Cadre;

/// A person of the table, its words understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Row in the sheet.
    pub row: u32,
    /// The office's own key, if the table has one.
    pub key: Option<String>,
    /// Path of his unit.
    pub unit_path: String,
    /// Name.
    pub name: String,
    /// Post; may be empty.
    pub post: String,
    /// Rank id.
    pub rank: String,
    /// Trait ids, sorted.
    pub traits: Vec<String>,
    /// Digits; may be empty.
    pub phone: String,
    /// Since when he is there, if the table says so and it is after the campaign's first day.
    pub joined_on: Option<NaiveDate>,
}

/// What the table changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Not known before.
    pub new: Vec<Incoming>,
    /// Known, but not like this.
    pub changed: Vec<(Cadre, Incoming)>,
    /// Known exactly so.
    pub same: usize,
    /// Known, active, of a top unit that the table speaks of, and not in it. Reported, never deleted.
    pub vanished: Vec<Cadre>,
}

/// The columns in which a person differs, by their names in exports.
pub fn changes(known: &Cadre, incoming: &Incoming) -> Vec<(&'static str, String, String)> {
    let pairs = [
        ("unit", known.unit_path.clone(), incoming.unit_path.clone()),
        ("name", known.name.clone(), incoming.name.clone()),
        ("post", known.post.clone(), incoming.post.clone()),
        ("rank", known.rank.clone(), incoming.rank.clone()),
        ("traits", known.traits.join(","), incoming.traits.join(",")),
        ("phone", known.phone.clone(), incoming.phone.clone()),
        ("active", known.active.to_string(), true.to_string()),
    ];
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    // A table without the column says nothing of it.
    let joined = incoming
        .joined_on
        .map(|joined| ("joined_on", day(known.joined_on), day(Some(joined))));
    pairs
        .into_iter()
        .chain(joined)
        .filter(|(_, before, after)| before != after)
        .collect()
}

/// Compares a table with what is known. People are recognised by the office's key, else by name with
/// unit and phone, name with unit, name with phone, phone with unit: the surest first, each known
/// person once, and only where exactly one fits.
pub fn compare(known: Vec<Cadre>, incoming: Vec<Incoming>) -> Difference {
    let mut open: Vec<Option<Cadre>> = known.into_iter().map(Some).collect();
    let mut matched: Vec<Option<Cadre>> = incoming.iter().map(|_| None).collect();
    let by: [Recognise; 5] = [
        |of| {
            of.key
                .filter(|key| !key.is_empty())
                .map(|key| vec![key.to_owned()])
        },
        |of| {
            Some(vec![
                of.name.to_owned(),
                of.unit.to_owned(),
                of.phone.to_owned(),
            ])
        },
        |of| Some(vec![of.name.to_owned(), of.unit.to_owned()]),
        |of| (!of.phone.is_empty()).then(|| vec![of.name.to_owned(), of.phone.to_owned()]),
        |of| (!of.phone.is_empty()).then(|| vec![of.phone.to_owned(), of.unit.to_owned()]),
    ];
    for recognise in by {
        let mut index: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (at, cadre) in open.iter().enumerate() {
            if let Some(key) = cadre
                .as_ref()
                .and_then(|cadre| recognise(&Marks::of(cadre)))
            {
                index.entry(key).or_default().push(at);
            }
        }
        let mut wanted: HashMap<Vec<String>, usize> = HashMap::new();
        for (row, found) in incoming.iter().zip(&matched) {
            if let Some(key) = found
                .is_none()
                .then(|| recognise(&Marks::of_row(row)))
                .flatten()
            {
                *wanted.entry(key).or_default() += 1;
            }
        }
        for (row, found) in incoming
            .iter()
            .zip(&mut matched)
            .filter(|(_, found)| found.is_none())
        {
            let Some(key) = recognise(&Marks::of_row(row)) else {
                continue;
            };
            let once = wanted.get(&key) == Some(&1);
            if let (true, Some([at])) = (once, index.get(&key).map(Vec::as_slice)) {
                *found = open.get_mut(*at).and_then(Option::take);
            }
        }
    }
    let tops: BTreeSet<String> = incoming
        .iter()
        .map(|row| top(&row.unit_path).to_owned())
        .collect();
    let mut difference = Difference::default();
    for (row, found) in incoming.into_iter().zip(matched) {
        match found {
            None => difference.new.push(row),
            Some(cadre) if changes(&cadre, &row).is_empty() => difference.same += 1,
            Some(cadre) => difference.changed.push((cadre, row)),
        }
    }
    difference.vanished = open
        .into_iter()
        .flatten()
        .filter(|cadre| cadre.active && tops.contains(top(&cadre.unit_path)))
        .collect();
    difference
}

fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

type Recognise = fn(&Marks<'_>) -> Option<Vec<String>>;

/// What a person is recognised by.
struct Marks<'a> {
    key: Option<&'a str>,
    name: &'a str,
    unit: &'a str,
    phone: &'a str,
}

impl<'a> Marks<'a> {
    fn of(cadre: &'a Cadre) -> Self {
        Self {
            key: Some(&cadre.key),
            name: &cadre.name,
            unit: &cadre.unit_path,
            phone: &cadre.phone,
        }
    }

    fn of_row(row: &'a Incoming) -> Self {
        Self {
            key: row.key.as_deref(),
            name: &row.name,
            unit: &row.unit_path,
            phone: &row.phone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{CadreId, UnitId};

    fn cadre(id: i64, unit: &str, name: &str, phone: &str) -> Cadre {
        Cadre {
            id: CadreId(id),
            key: format!("K{id}"),
            name: name.into(),
            unit: UnitId(1),
            unit_path: unit.into(),
            depth: 1,
            sector: None,
            post: String::new(),
            rank: "member".into(),
            traits: vec![],
            phone: phone.into(),
            active: true,
            joined_on: None,
        }
    }

    fn row(row: u32, unit: &str, name: &str, phone: &str) -> Incoming {
        Incoming {
            row,
            key: None,
            unit_path: unit.into(),
            name: name.into(),
            post: String::new(),
            rank: "member".into(),
            traits: vec![],
            phone: phone.into(),
            joined_on: None,
        }
    }

    /// New rows, changed (id, row), same, vanished ids.
    type Outcome = (Vec<u32>, Vec<(i64, u32)>, usize, Vec<i64>);

    fn outcome(known: Vec<Cadre>, rows: Vec<Incoming>) -> Outcome {
        let difference = compare(known, rows);
        (
            difference.new.iter().map(|row| row.row).collect(),
            difference
                .changed
                .iter()
                .map(|(cadre, row)| (cadre.id.0, row.row))
                .collect(),
            difference.same,
            difference.vanished.iter().map(|cadre| cadre.id.0).collect(),
        )
    }

    #[test]
    fn people_are_recognised_by_the_surest_marks_first() {
        let known = || {
            vec![
                cadre(1, "A", "x", "1"),
                cadre(2, "A", "x", "2"),
                cadre(3, "B", "y", "3"),
            ]
        };
        for (what, rows, expected) in [
            (
                "the same again",
                vec![
                    row(1, "A", "x", "1"),
                    row(2, "A", "x", "2"),
                    row(3, "B", "y", "3"),
                ],
                (vec![], vec![], 3, vec![]),
            ),
            (
                "a namesake's phone changed",
                vec![
                    row(1, "A", "x", "1"),
                    row(2, "A", "x", "9"),
                    row(3, "B", "y", "3"),
                ],
                (vec![], vec![(2, 2)], 2, vec![]),
            ),
            (
                "moved to another unit",
                vec![
                    row(1, "A", "x", "1"),
                    row(2, "A", "x", "2"),
                    row(3, "A", "y", "3"),
                ],
                (vec![], vec![(3, 3)], 2, vec![]),
            ),
            (
                "a name put right",
                vec![
                    row(1, "A", "x", "1"),
                    row(2, "A", "x", "2"),
                    row(3, "B", "yy", "3"),
                ],
                (vec![], vec![(3, 3)], 2, vec![]),
            ),
            (
                "one gone, one new",
                vec![
                    row(1, "A", "x", "1"),
                    row(2, "A", "z", "7"),
                    row(3, "B", "y", "3"),
                ],
                (vec![2], vec![], 2, vec![2]),
            ),
            (
                "a table of unit B only",
                vec![row(1, "B", "y", "3")],
                (vec![], vec![], 1, vec![]),
            ),
        ] {
            assert_eq!(outcome(known(), rows), expected, "{what}");
        }
    }

    #[test]
    fn two_namesakes_without_phones_are_never_mixed_up() {
        let known = vec![cadre(1, "A", "x", "")];
        let rows = vec![row(1, "A", "x", ""), row(2, "A", "x", "")];
        assert_eq!(outcome(known, rows), (vec![1, 2], vec![], 0, vec![1]));
    }
}
