//! A row of a table that cannot be taken, with the row's number as the office sees it.

use super::sheet::SheetRow;

/// The longest excerpt kept of a refused row, in characters.
const EXCERPT: usize = 60;

/// One refused row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// 1-based row in the sheet.
    pub row: u32,
    /// The reason.
    pub why: RefusedWhy,
    /// The beginning of what the row says, to recognise it by.
    pub text: String,
}

/// Why a row was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedWhy {
    /// Nobody to answer for the person or the item.
    NoUnit,
    /// A roster row without a person's name.
    NoName,
    /// The day on which the person came is none.
    BadJoinedOn,
    /// A ledger row without the problem or the task.
    NoContent,
    /// The same person (name, unit and phone) stands in an earlier row.
    Duplicate {
        /// The earlier row.
        of_row: u32,
    },
    /// Another row has the same key.
    DuplicateKey {
        /// The earlier row.
        of_row: u32,
    },
}

impl RefusedWhy {
    /// The stable name of the reason, as `expected.json` and the locales write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoUnit => "no_unit",
            Self::NoName => "no_name",
            Self::NoContent => "no_content",
            Self::BadJoinedOn => "bad_joined_on",
            Self::Duplicate { .. } => "duplicate",
            Self::DuplicateKey { .. } => "duplicate_key",
        }
    }

    /// The earlier row that this one repeats, if that is the reason.
    pub fn of_row(self) -> Option<u32> {
        match self {
            Self::Duplicate { of_row } | Self::DuplicateKey { of_row } => Some(of_row),
            Self::NoUnit | Self::NoName | Self::NoContent | Self::BadJoinedOn => None,
        }
    }
}

impl RefusedRow {
    pub(super) fn new(row: &SheetRow, why: RefusedWhy) -> Self {
        let words: Vec<String> = row
            .cells
            .iter()
            .map(super::sheet::Cell::text)
            .filter(|text| !text.is_empty())
            .collect();
        let text = words.join(" ").chars().take(EXCERPT).collect();
        Self {
            row: row.number,
            why,
            text,
        }
    }
}
