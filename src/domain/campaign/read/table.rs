//! Tables of a campaign file: each has a form, so that unknown and missing keys are named.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::nearest::nearest;
use super::sheet::{Sheet, Value};
use super::value;

/// A kind of table: its name, and each of its keys with a value that is right.
pub(super) struct Form {
    pub(super) name: &'static str,
    pub(super) keys: &'static [(&'static str, &'static str)],
}

impl Form {
    fn example(&self, key: &str) -> Option<&'static str> {
        self.keys
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, example)| *example)
    }
}

/// A table whose keys are those of its form.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    sheet: &'t Sheet<'t>,
    at: usize,
    entries: &'t DeTable<'t>,
    form: &'static Form,
}

impl<'t> Table<'t> {
    /// Opens it, noting keys that the form does not have.
    pub(super) fn open(
        sheet: &'t Sheet<'t>,
        at: usize,
        entries: &'t DeTable<'t>,
        form: &'static Form,
    ) -> Self {
        for (key, _) in entries {
            let (key, at) = (key.get_ref(), key.span().start);
            if form.example(key).is_none() {
                let what = format!("unknown key `{key}` in {}", form.name);
                let right = nearest(key, form.keys.iter().map(|(known, _)| *known)).map_or_else(
                    || {
                        let known: Vec<_> = form.keys.iter().map(|(known, _)| *known).collect();
                        format!("known here: {}", known.join(", "))
                    },
                    |known| {
                        format!(
                            "write `{known}`: {known} = {}",
                            form.example(known).unwrap_or("")
                        )
                    },
                );
                sheet.note(at, what, right);
            }
        }
        Self {
            sheet,
            at,
            entries,
            form,
        }
    }

    /// Notes a fault of the table as a whole.
    pub(super) fn fault(&self, what: impl Into<String>, right: impl Into<String>) {
        self.sheet.note(self.at, what, right);
    }

    /// The value of a key that may be absent.
    pub(super) fn may(&self, key: &str) -> Option<Value<'t>> {
        let (key, value) = self.entries.get_key_value(key)?;
        let example = self.form.example(key.get_ref()).unwrap_or_default();
        let place = (key.get_ref().as_ref(), key.span().start);
        Some(Value::new(self.sheet, place, example, value.get_ref()))
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, key: &str) -> Option<Value<'t>> {
        let found = self.may(key);
        if found.is_none() {
            let example = self.form.example(key).unwrap_or_default();
            self.sheet.note_absence(
                self.at,
                format!("{} has no `{key}`", self.form.name),
                format!("add for example: {key} = {example}"),
            );
        }
        found
    }

    /// Notes that the file, or the table, has nothing of a kind that it must have.
    pub(super) fn absent(&self, what: impl Into<String>, right: impl Into<String>) {
        self.sheet.note_absence(self.at, what.into(), right.into());
    }

    /// The tables of a list of tables, `[[key]]`, none if it is absent; two with one id are noted.
    pub(super) fn tables(&self, key: &str, form: &'static Form) -> Vec<Table<'t>> {
        let items = self.may(key).and_then(Value::list).unwrap_or_default();
        let tables: Vec<_> = items
            .into_iter()
            .filter_map(|item| item.table(form))
            .collect();
        let mut seen = BTreeSet::new();
        for table in &tables {
            if let Some(value) = table.may("id")
                && let Some(id) = value.text()
                && !seen.insert(id)
            {
                let right = "give each its own id, or leave one of them out";
                value.fault_with(
                    format_args!("\"{id}\" is there twice in {}", form.name),
                    right,
                );
            }
        }
        tables
    }

    /// The table's own id.
    pub(super) fn id(&self) -> Option<String> {
        self.need("id")?.parsed(value::id)
    }
}
