//! Whom the names in a row mean.

use crate::domain::ids::CadreId;
use crate::domain::ledger::{Column, Incoming, Meant, Names, Person, listed};
use crate::import::Unsettled;

/// Settles the names of one row after another.
pub(super) struct Settling<'a> {
    pub(super) names: &'a Names<'a>,
    /// The names that are not settled so far.
    pub(super) unsettled: Vec<Unsettled>,
}

impl Settling<'_> {
    /// The person in a cell. Whoever stands there already under that name stays, whoever else is called so.
    pub(super) fn person(
        &mut self,
        row: &Incoming,
        column: Column,
        before: Option<&Person>,
    ) -> Person {
        let name = match column {
            Column::Lead => &row.lead,
            _ => &row.responsible,
        };
        if name.is_empty() {
            return Person::default();
        }
        if let Some(before) = before.filter(|before| before.id.is_some() && before.name == *name) {
            return before.clone();
        }
        match self.names.meant(name, &row.unit_path) {
            Meant::One(cadre) => Person {
                name: cadre.name.clone(),
                id: Some(cadre.id),
            },
            other => {
                self.note(row, column, name, other);
                Person {
                    name: name.clone(),
                    id: None,
                }
            }
        }
    }

    /// Who of the roster helps; units and people whom it does not know help in words alone.
    pub(super) fn helpers(&mut self, row: &Incoming) -> Vec<CadreId> {
        let mut helping = Vec::new();
        for name in listed(&row.helpers) {
            match self.names.meant(name, &row.unit_path) {
                Meant::One(cadre) => helping.push(cadre.id),
                Meant::Nobody => {}
                several @ Meant::Several(_) => self.note(row, Column::Helpers, name, several),
            }
        }
        helping.sort_unstable();
        helping.dedup();
        helping
    }

    fn note(&mut self, row: &Incoming, column: Column, name: &str, meant: Meant<'_>) {
        let candidates = match meant {
            Meant::Several(people) => people.into_iter().cloned().collect(),
            Meant::One(_) | Meant::Nobody => Vec::new(),
        };
        self.unsettled.push(Unsettled {
            row: row.row,
            column,
            name: name.to_owned(),
            candidates,
        });
    }
}
