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
