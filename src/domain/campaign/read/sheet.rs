//! The file under the reader's finger: TOML values that know their line, and the list of what is
//! wrong. Nothing here stops at the first mistake: a value that cannot be read is noted and `None`.

use std::cell::RefCell;
use std::fmt::Display;

use chrono::NaiveDate;
use toml::de::DeValue;

use super::Fault;
use super::nearest::nearest;
use super::table::{Form, Table};

/// The text of the file and its faults so far.
pub(super) struct Sheet<'t> {
    text: &'t str,
    /// Whether parts are lost to syntax errors: then it is not said what is missing.
    torn: bool,
    faults: RefCell<Vec<Fault>>,
}

impl<'t> Sheet<'t> {
    pub(super) fn new(text: &'t str, torn: bool) -> Self {
        Self {
            text,
            torn,
            faults: RefCell::default(),
        }
    }

    /// The line, from 1, of a byte of the text.
    pub(super) fn line(&self, offset: usize) -> u32 {
        let before = self.text.as_bytes().iter().take(offset);
        u32::try_from(before.filter(|byte| **byte == b'\n').count())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    pub(super) fn note(&self, at: usize, what: impl Into<String>, right: impl Into<String>) {
        let fault = Fault {
            line: self.line(at),
            what: what.into(),
            right: right.into(),
        };
        let mut faults = self.faults.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    /// Notes that something is not there, unless it may have been lost.
    pub(super) fn note_absence(&self, at: usize, what: String, right: String) {
        if !self.torn {
            self.note(at, what, right);
        }
    }

    /// Every fault, in the order of the file.
    pub(super) fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| fault.line);
        faults
    }
}

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Value<'t> {
    sheet: &'t Sheet<'t>,
    key: &'t str,
    example: &'static str,
    at: usize,
    inner: &'t DeValue<'t>,
}

impl<'t> Value<'t> {
    /// The value of `key`, whose line is that of the byte `at`; `example` is what would be right there.
    pub(super) fn new(
        sheet: &'t Sheet<'t>,
        (key, at): (&'t str, usize),
        example: &'static str,
        inner: &'t DeValue<'t>,
    ) -> Self {
        Self {
            sheet,
            key,
            example,
            at,
            inner,
        }
    }

    /// Notes that the value is wrong; right is what the form's example shows.
    pub(super) fn fault(&self, what: impl Display) {
        let right = format!("write for example: {} = {}", self.key, self.example);
        self.sheet
            .note(self.at, format!("`{}`: {what}", self.key), right);
    }

    /// Notes that the value is wrong and says in other words what would be right.
    pub(super) fn fault_with(&self, what: impl Display, right: impl Into<String>) {
        self.sheet
            .note(self.at, format!("`{}`: {what}", self.key), right);
    }

    /// The id of something defined elsewhere in the file; `noun` says of what.
    pub(super) fn known(self, noun: &str, ids: &[String]) -> Option<String> {
        let id = self.text()?;
        if ids.iter().any(|known| known == id) {
            return Some(id.to_owned());
        }
        let right = nearest(id, ids.iter().map(String::as_str)).map_or_else(
            || match ids {
                [] => format!("define it: [[{noun}s]] with id = \"{id}\""),
                _ => format!("write one of: {}", ids.join(", ")),
            },
            |meant| format!("write \"{meant}\""),
        );
        let what = format!("`{}`: there is no {noun} \"{id}\"", self.key);
        self.sheet.note_absence(self.at, what, right);
        None
    }

    fn mistyped<T>(&self, wanted: &str) -> Option<T> {
        let found = match self.inner {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a decimal number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.fault(format_args!("this is {found}, wanted is {wanted}"));
        None
    }

    /// A text that is not blank.
    pub(super) fn text(self) -> Option<&'t str> {
        match self.inner {
            DeValue::String(text) if text.trim().is_empty() => {
                self.fault("the text is empty");
                None
            }
            DeValue::String(text) => Some(text.as_ref()),
            _ => self.mistyped("a text in quotes"),
        }
    }

    /// A text, read by `parse`, whose error says what is wrong with it.
    pub(super) fn parsed<T, E: Display>(
        self,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        parse(self.text()?.trim())
            .map_err(|why| self.fault(why))
            .ok()
    }

    /// A number as a text or as a whole number: `"0.5"` or `8`.
    pub(super) fn figure(self) -> Option<String> {
        match self.inner {
            DeValue::Integer(_) => self.whole().map(|count| count.to_string()),
            DeValue::Float(_) => {
                self.fault("decimal numbers are written in quotes, so that they stay exact");
                None
            }
            _ => self.text().map(str::to_owned),
        }
    }

    /// A whole number from 0.
    pub(super) fn whole(self) -> Option<u32> {
        let DeValue::Integer(digits) = self.inner else {
            return self.mistyped("a whole number");
        };
        let count = u32::from_str_radix(digits.as_str(), digits.radix()).ok();
        if count.is_none() {
            self.fault(format_args!("{digits} is out of range"));
        }
        count
    }

    /// A whole number from 1.
    pub(super) fn positive(self) -> Option<u32> {
        let count = self.whole()?;
        if count == 0 {
            self.fault("0 is too small, 1 is the least");
        }
        (count > 0).then_some(count)
    }

    pub(super) fn flag(self) -> Option<bool> {
        match self.inner {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.mistyped("true or false"),
        }
    }

    /// A date, bare or in quotes.
    pub(super) fn date(self) -> Option<NaiveDate> {
        let text = match self.inner {
            DeValue::Datetime(date) => date.to_string(),
            _ => self.text()?.trim().to_owned(),
        };
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(format_args!("\"{text}\" is no date"));
        }
        date
    }

    /// Whether a bare date stands where something else is wanted.
    pub(super) fn is_date(&self) -> bool {
        matches!(self.inner, DeValue::Datetime(_))
    }

    /// Whether a table stands where a list may stand too.
    pub(super) fn is_table(&self) -> bool {
        matches!(self.inner, DeValue::Table(_))
    }

    /// The items of a list, each with its own line.
    pub(super) fn list(self) -> Option<Vec<Self>> {
        let DeValue::Array(items) = self.inner else {
            return self.mistyped("a list");
        };
        let item = |item: &'t toml::Spanned<DeValue<'t>>| Self {
            at: item.span().start,
            inner: item.get_ref(),
            ..self
        };
        Some(items.iter().map(item).collect())
    }

    /// The items of a list, each read by `read`; `None` if one of them is wrong.
    pub(super) fn each<T>(self, read: impl FnMut(Self) -> Option<T>) -> Option<Vec<T>> {
        let read: Vec<_> = self.list()?.into_iter().map(read).collect();
        read.into_iter().collect()
    }

    pub(super) fn table(self, form: &'static Form) -> Option<Table<'t>> {
        match self.inner {
            DeValue::Table(entries) => Some(Table::open(self.sheet, self.at, entries, form)),
            _ => self.mistyped(&format!("a table: {}", form.name)),
        }
    }
}
