//! Workbooks by calamine: xlsx cell by cell, so that a far-off cell costs nothing; xls and ods whole.

use std::fmt::Display;
use std::io::Cursor;

use calamine::{
    Data, DataType, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType,
    SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};
use chrono::NaiveDate;

use super::extent;
use super::sheet::{Cell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Sheet, SheetFault, SheetRow, Span};

/// Reads the visible sheets of an xlsx.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, SheetFault> {
    let fault = |error: XlsxError| match error {
        XlsxError::Password => SheetFault::Encrypted,
        other => damaged(&other),
    };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let mut rows = Rows::default();
        let mut reader = book.worksheet_cells_reader(&name).map_err(fault)?;
        while let Some(cell) = reader.next_cell().map_err(fault)? {
            rows.put(
                cell.get_position(),
                plain(cell.get_value().clone().into()),
                &mut room,
            )?;
        }
        drop(reader);
        let merged = book.merge_cells_by_sheet_name(&name).map_err(fault)?;
        sheets.push(rows.into_sheet(name, &merged));
    }
    Ok(sheets)
}

/// Reads the visible sheets of an xls (Excel 97, WPS et).
pub(super) fn xls(bytes: &[u8]) -> Result<Vec<Sheet>, SheetFault> {
    let fault = |error: XlsError| match error {
        XlsError::Password => SheetFault::Encrypted,
        other => damaged(&other),
    };
    extent::check_xls(bytes)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(fault)?;
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let rows = ranged(&book.worksheet_range(&name).map_err(fault)?, &mut room)?;
        let merged = book.merge_cells_by_sheet_name(&name).map_err(fault)?;
        sheets.push(rows.into_sheet(name, &merged));
    }
    Ok(sheets)
}

/// Reads the visible sheets of an ods; its merged cells are not told.
pub(super) fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, SheetFault> {
    let fault = |error: OdsError| match error {
        OdsError::Password => SheetFault::Encrypted,
        other => damaged(&other),
    };
    extent::check_ods(bytes)?;
    let mut book = Ods::new(Cursor::new(bytes)).map_err(fault)?;
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let rows = ranged(&book.worksheet_range(&name).map_err(fault)?, &mut room)?;
        sheets.push(rows.into_sheet(name, &[]));
    }
    Ok(sheets)
}

fn damaged(error: &impl Display) -> SheetFault {
    SheetFault::Damaged(error.to_string())
}

/// The names of the sheets that the office sees.
fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    sheets
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect()
}

fn ranged(range: &Range<Data>, room: &mut Room) -> Result<Rows, SheetFault> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows = Rows::default();
    for (row, column, value) in range.used_cells() {
        let place = |first: u32, offset: usize| {
            u32::try_from(offset)
                .ok()
                .and_then(|offset| first.checked_add(offset))
        };
        if let (Some(row), Some(column)) = (place(first_row, row), place(first_column, column)) {
            rows.put((row, column), plain(value.clone()), room)?;
        }
    }
    Ok(rows)
}

/// What is left of the limits, over all sheets of the file.
#[derive(Debug)]
struct Room {
    rows: usize,
    cells: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            rows: MAX_ROWS,
            cells: MAX_CELLS,
        }
    }
}

/// The rows of a sheet as they come.
#[derive(Debug, Default)]
struct Rows(Vec<SheetRow>);

impl Rows {
    /// Puts a value at the 0-based place. Places must come row by row.
    fn put(
        &mut self,
        (row, column): (u32, u32),
        value: Cell,
        room: &mut Room,
    ) -> Result<(), SheetFault> {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if value.is_blank() || column >= MAX_COLUMNS {
            return Ok(());
        }
        let number = row.saturating_add(1);
        if self.0.last().is_none_or(|last| last.number < number) {
            room.rows = room.rows.checked_sub(1).ok_or(SheetFault::TooManyRows)?;
            self.0.push(SheetRow {
                number,
                cells: Vec::new(),
            });
        }
        let Some(last) = self.0.last_mut().filter(|last| last.number == number) else {
            return Err(SheetFault::Damaged(format!("row {number} comes too late")));
        };
        if last.cells.len() <= column {
            let more = column + 1 - last.cells.len();
            room.cells = room
                .cells
                .checked_sub(more)
                .ok_or(SheetFault::TooManyRows)?;
            last.cells.resize(column + 1, Cell::Empty);
        }
        if let Some(cell) = last.cells.get_mut(column) {
            *cell = value;
        }
        Ok(())
    }

    fn into_sheet(self, name: String, merged: &[Dimensions]) -> Sheet {
        let mut sheet = Sheet {
            name,
            rows: self.0,
            spans: Vec::new(),
        };
        let mut spans: Vec<Span> = merged
            .iter()
            .filter_map(|place| span(&sheet, place))
            .collect();
        spans.sort_by_key(|span| (span.column, span.first_row));
        sheet.spans = spans;
        sheet
    }
}

/// The vertical part of a merged region; none when it is one row high or empty.
fn span(sheet: &Sheet, place: &Dimensions) -> Option<Span> {
    let first_row = place.start.0.checked_add(1)?;
    let last_row = place.end.0.checked_add(1)?;
    let column = usize::try_from(place.start.1).ok()?;
    let index = sheet
        .rows
        .binary_search_by_key(&first_row, |row| row.number)
        .ok()?;
    let value = sheet.rows.get(index)?.cell(column);
    (last_row > first_row && !value.is_blank()).then(|| Span {
        column,
        first_row,
        last_row,
        value: value.clone(),
    })
}

fn plain(value: Data) -> Cell {
    match value {
        Data::Int(number) => Cell::Number(number.to_string()),
        // Display of a float is the shortest exact decimal, without exponent.
        Data::Float(number) => Cell::Number(number.to_string()),
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text),
        Data::Bool(value) => Cell::Bool(value),
        Data::DateTime(moment) => day(&moment),
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or(Cell::Text(text), Cell::Date)
        }
        Data::Error(_) | Data::Empty => Cell::Empty,
    }
}

/// A date cell's day. Serials below 1 are times of day and durations are amounts: both stay numbers.
fn day(moment: &ExcelDateTime) -> Cell {
    let date: Option<NaiveDate> = Data::DateTime(*moment).as_date();
    match date {
        Some(date) if moment.is_datetime() && moment.as_f64() >= 1.0 => Cell::Date(date),
        _ => Cell::Number(moment.as_f64().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};

    use super::super::sheet::open;
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn number(text: &str) -> Cell {
        Cell::Number(text.to_owned())
    }

    /// A title, blank rows, a table that begins in column C, merged units, dates, a hidden sheet.
    fn office_book() -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let (plain, day) = (
            Format::new(),
            Format::new().set_num_format("yyyy\"年\"m\"月\""),
        );
        let sheet = book.add_worksheet().set_name("花名册")?;
        sheet.merge_range(1, 2, 1, 6, "花名册", &plain)?;
        sheet.write_row(3, 2, ["单位", "姓名", "手机号"])?;
        sheet.merge_range(5, 2, 7, 2, "敦化市", &plain)?;
        sheet
            .write_string(5, 3, "陈善")?
            .write_number(5, 4, 18_779_690_382_f64)?;
        sheet.write_string(6, 3, "高海")?.write_number(6, 4, 3.5)?;
        sheet
            .write_string(8, 3, "郑虎")?
            .write_boolean(8, 4, true)?;
        sheet.write_datetime_with_format(9, 2, ExcelDateTime::from_ymd(2014, 6, 30)?, &day)?;
        sheet.write_formula(9, 3, Formula::new("=NA()").set_result("#N/A"))?;
        sheet.write_formula(9, 4, Formula::new("=1+1").set_result("2"))?;
        sheet.write_string(10, 300, "far away")?;
        book.add_worksheet()
            .set_name("旧表")?
            .set_hidden(true)
            .write_string(0, 0, "old")?;
        book.save_to_buffer()
    }

    #[test]
    fn rows_and_cells_are_those_that_the_office_sees() {
        let sheets = open(&office_book().unwrap(), "x.xlsx").unwrap();
        assert_eq!(sheets.len(), 1, "the hidden sheet is not read");
        let sheet = &sheets[0];
        assert_eq!(sheet.name, "花名册");
        let filled = |row: &SheetRow| {
            let cells = row
                .cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| !cell.is_blank());
            (
                row.number,
                cells
                    .map(|(at, cell)| (at, cell.clone()))
                    .collect::<Vec<_>>(),
            )
        };
        let day = NaiveDate::from_ymd_opt(2014, 6, 30).unwrap();
        assert_eq!(
            sheet.rows.iter().map(filled).collect::<Vec<_>>(),
            [
                (2, vec![(2, text("花名册"))]),
                (
                    4,
                    vec![(2, text("单位")), (3, text("姓名")), (4, text("手机号"))]
                ),
                (
                    6,
                    vec![
                        (2, text("敦化市")),
                        (3, text("陈善")),
                        (4, number("18779690382"))
                    ]
                ),
                (7, vec![(3, text("高海")), (4, number("3.5"))]),
                (9, vec![(3, text("郑虎")), (4, Cell::Bool(true))]),
                (10, vec![(2, Cell::Date(day)), (4, number("2"))]),
            ]
        );
    }

    #[test]
    fn a_merged_cell_covers_its_rows_and_no_more() {
        let sheets = open(&office_book().unwrap(), "x.xlsx").unwrap();
        let sheet = &sheets[0];
        let unit = |number: u32| {
            let row = SheetRow {
                number,
                cells: Vec::new(),
            };
            sheet.spanned(&row, 2).clone()
        };
        assert_eq!(
            [5, 6, 7, 8, 9].map(unit),
            [
                Cell::Empty,
                text("敦化市"),
                text("敦化市"),
                text("敦化市"),
                Cell::Empty
            ]
        );
        assert_eq!(
            sheet.spanned(
                &SheetRow {
                    number: 7,
                    cells: Vec::new()
                },
                3
            ),
            &Cell::Empty
        );
    }

    #[test]
    fn broken_files_are_faults_and_never_panics() {
        let whole = office_book().unwrap();
        for cut in (0..whole.len()).step_by(97) {
            assert!(open(&whole[..cut], "x.xlsx").is_err(), "cut at {cut}");
        }
        // A fixed linear congruence: the same damage in every run.
        let mut state = 7_usize;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state >> 33
        };
        for _ in 0..300 {
            let mut bytes = whole.clone();
            for _ in 0..8 {
                let at = next() % bytes.len();
                bytes[at] = next().to_le_bytes()[0];
            }
            let _ = open(&bytes, "x.xlsx");
            let noise: Vec<u8> = (0..200).map(|_| next().to_le_bytes()[0]).collect();
            let _ = open(&[b"\xff\xfe", noise.as_slice()].concat(), "x.csv");
            for head in [&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"] {
                assert!(
                    open(&[head, &noise].concat(), "x.xls").is_err(),
                    "{head:x?} {noise:x?}"
                );
            }
        }
    }
}
