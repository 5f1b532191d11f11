//! A sheet as the office sees it: numbered rows of plain cells, whatever the file format.

use std::panic::catch_unwind;

use chrono::NaiveDate;

use super::{archive, delimited, workbook};

/// The largest file that is opened, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The most rows a file may hold, blank ones not counted.
pub const MAX_ROWS: usize = 1_000_000;
/// The most cells a file may hold, counted from column A to the last filled one of each row.
pub const MAX_CELLS: usize = 24_000_000;
/// Columns from this one on (`IV` is the 256th) are ignored: no office table is that wide.
pub const MAX_COLUMNS: usize = 256;

/// One sheet of a workbook, or a whole csv file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The tab's name; for csv the file name without its ending.
    pub name: String,
    /// The rows with at least one filled cell, in order.
    pub rows: Vec<SheetRow>,
    /// Vertically merged cells, by column and row.
    pub spans: Vec<Span>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// 1-based number at the sheet's edge, blank rows counted.
    pub number: u32,
    /// Cells from column A to the last filled one.
    pub cells: Vec<Cell>,
}

/// A vertically merged cell; its value stands in the first row only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// 0-based column.
    pub column: usize,
    /// First covered row, 1-based.
    pub first_row: u32,
    /// Last covered row, 1-based.
    pub last_row: u32,
    /// What the first row says.
    pub value: Cell,
}

/// The value of one cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or a formula error such as `#N/A`.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// A number in plain decimal notation: `18779690382`, `3.5`, no exponent, no `.0`.
    Number(String),
    /// A day; a time of day is dropped.
    Date(NaiveDate),
    /// A logical value.
    Bool(bool),
}

/// Why a file could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// Larger than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes, at most {MAX_BYTES} are read")]
    TooLarge {
        /// Size of the file.
        bytes: usize,
    },
    /// More than [`MAX_ROWS`] or [`MAX_CELLS`].
    #[error("the file holds more than {MAX_ROWS} rows or {MAX_CELLS} cells")]
    TooManyRows,
    /// Unpacks to far more than an office file does.
    #[error("the file unpacks to more than is plausible for an office table")]
    Inflated,
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Neither xlsx, xls, ods nor text.
    #[error("not an xlsx, xls, ods or csv file")]
    NotATable,
    /// Text in none of the known encodings.
    #[error("the text is neither UTF-8, UTF-16 nor GB18030")]
    Encoding,
    /// The right format, but broken.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// No filled cell at all.
    #[error("the file is empty")]
    Empty,
}

impl SheetFault {
    /// The stable name of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
            Self::TooManyRows => "too_many_rows",
            Self::Inflated => "inflated",
            Self::Encrypted => "encrypted",
            Self::NotATable => "not_a_table",
            Self::Encoding => "encoding",
            Self::Damaged(_) => "damaged",
            Self::Empty => "empty",
        }
    }
}

/// Opens a table file. What it is, its first bytes say; `file_name` only names a csv's sheet, because
/// offices rename csv to xls and back.
pub fn open(bytes: &[u8], file_name: &str) -> Result<Vec<Sheet>, SheetFault> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetFault::TooLarge { bytes: bytes.len() });
    }
    // The parsers are other people's and the bytes are anybody's: should one of them panic, that is
    // a damaged file and not the end of the service.
    let sheets = catch_unwind(|| read(bytes, file_name))
        .unwrap_or_else(|_| Err(SheetFault::Damaged("the parser gave up".to_owned())))?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(SheetFault::Empty);
    }
    Ok(sheets)
}

fn read(bytes: &[u8], file_name: &str) -> Result<Vec<Sheet>, SheetFault> {
    match archive::kind(bytes)? {
        Some(archive::Kind::Xlsx) => workbook::xlsx(bytes),
        Some(archive::Kind::Ods) => workbook::ods(bytes),
        Some(archive::Kind::Xls) => workbook::xls(bytes),
        None => delimited::read(bytes, file_name).map(|sheet| vec![sheet]),
    }
}

impl Cell {
    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Bool(_) => false,
        }
    }

    /// The value as trimmed text; a day as `2014-06-30`, a logical value as `true` or `false`.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.clone(),
            Self::Date(day) => day.to_string(),
            Self::Bool(value) => value.to_string(),
        }
    }
}

impl SheetRow {
    /// The cell in the 0-based column, empty beyond the last filled one.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

impl Sheet {
    /// The cell of a row, or the value of the vertically merged cell that covers it.
    pub fn spanned<'a>(&'a self, row: &'a SheetRow, column: usize) -> &'a Cell {
        let own = row.cell(column);
        if !own.is_blank() {
            return own;
        }
        let place = (column, row.number);
        let after = self
            .spans
            .partition_point(|span| (span.column, span.first_row) <= place);
        after
            .checked_sub(1)
            .and_then(|index| self.spans.get(index))
            .filter(|span| span.column == column && row.number <= span.last_row)
            .map_or(own, |span| &span.value)
    }
}
