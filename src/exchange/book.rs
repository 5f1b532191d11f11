//! The workbook under an xlsx export: rows go to a temporary file as they come.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::write::{Tint, Value};

/// Rows of data on one sheet: Excel's 1,048,576 without the header.
const SHEET_ROWS: u32 = 1_048_575;
/// The most characters that Excel keeps in a cell.
const CELL_CHARS: usize = 32_767;
/// The most characters of a tab's name.
const TAB_CHARS: usize = 31;
/// Excel keeps 15 digits of a number; a longer one goes out as text.
const NUMBER_DIGITS: usize = 15;

/// A workbook being written.
pub(super) struct Book {
    workbook: Workbook,
    columns: Vec<String>,
    /// Of each column; empty: as Excel has them, and nothing is wrapped.
    widths: Vec<f64>,
    name: String,
    /// 0-based place of the sheet being written.
    sheet: usize,
    /// Rows of data on it.
    rows: u32,
    sheet_rows: u32,
    formats: Formats,
}

struct Formats {
    header: Format,
    text: Format,
    whole: Format,
    day: Format,
}

impl Book {
    pub(super) fn create(columns: &[&str], widths: &[f64], name: &str) -> Result<Self, XlsxError> {
        let plain = match widths {
            [] => Format::new(),
            _ => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        };
        let formats = Formats {
            header: plain.clone().set_bold(),
            // General would show a chat's number as -1.001E+12.
            whole: plain.clone().set_num_format("0"),
            day: plain.clone().set_num_format("yyyy-mm-dd"),
            text: plain,
        };
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        let name = tab(name);
        let mut book = Self {
            workbook: Workbook::new(),
            columns,
            widths: widths.to_vec(),
            name,
            sheet: 0,
            rows: 0,
            sheet_rows: SHEET_ROWS,
            formats,
        };
        book.add_sheet()?;
        Ok(book)
    }

    /// Writes a row, on a new sheet when this one is full.
    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), XlsxError> {
        if self.rows == self.sheet_rows {
            self.close_sheet()?;
            self.sheet += 1;
            self.add_sheet()?;
        }
        self.rows += 1;
        let sheet = self.workbook.worksheet_from_index(self.sheet)?;
        for (column, value) in (0..).zip(values) {
            put(sheet, self.rows, column, value, &self.formats)?;
        }
        Ok(())
    }

    /// The finished file.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.close_sheet()?;
        self.workbook.save_to_buffer()
    }

    fn add_sheet(&mut self) -> Result<(), XlsxError> {
        self.rows = 0;
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        let number = self.sheet + 1;
        let name = if number == 1 {
            self.name.clone()
        } else {
            numbered(&self.name, number)
        };
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (column, width) in (0..).zip(&self.widths) {
            sheet.set_column_width(column, *width)?;
        }
        for (column, title) in (0..).zip(&self.columns) {
            sheet.write_string_with_format(0, column, title, &self.formats.header)?;
        }
        Ok(())
    }

    fn close_sheet(&mut self) -> Result<(), XlsxError> {
        let last = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        self.workbook
            .worksheet_from_index(self.sheet)?
            .autofilter(0, 0, self.rows, last)?;
        Ok(())
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let text = value.plain();
    match value {
        Value::Empty => {}
        Value::Int(_) | Value::Decimal(_) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            match text.parse::<f64>() {
                Ok(number) if digits <= NUMBER_DIGITS && matches!(value, Value::Int(_)) => {
                    sheet.write_number_with_format(row, column, number, &formats.whole)?;
                }
                Ok(number) if digits <= NUMBER_DIGITS => {
                    sheet.write_number(row, column, number)?;
                }
                _ => {
                    sheet.write_string(row, column, text)?;
                }
            }
        }
        Value::Date(day) => match excel_day(*day) {
            Some(moment) => {
                sheet.write_datetime_with_format(row, column, &moment, &formats.day)?;
            }
            None => {
                sheet.write_string(row, column, text)?;
            }
        },
        // write_string never makes a formula, whatever the text begins with.
        Value::Text(_) | Value::Time(_) => {
            sheet.write_string_with_format(row, column, clipped(text), &formats.text)?;
        }
        Value::Tinted(_, tint) => {
            let ground = formats.text.clone().set_background_color(tint.colour());
            sheet.write_string_with_format(row, column, text, &ground)?;
        }
    }
    Ok(())
}

impl Tint {
    /// Light enough for black letters.
    const fn colour(self) -> Color {
        Color::RGB(match self {
            Self::Red => 0xFF_C7CE,
            Self::Yellow => 0xFF_EB9C,
            Self::Blue => 0xBD_D7EE,
        })
    }
}

/// A day that Excel can count: from 1900 on.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year())
        .ok()
        .filter(|year| *year >= 1900)?;
    let (month, day) = (
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A text that fits a cell; a cut one ends in `…`.
fn clipped(text: String) -> String {
    // Excel counts UTF-16 units, of which a character has at most two.
    if text.encode_utf16().count() <= CELL_CHARS {
        return text;
    }
    text.chars().take(CELL_CHARS / 2).chain(['…']).collect()
}

/// A tab's name without what Excel forbids in it.
fn tab(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|symbol| {
            if "[]:*?/\\".contains(symbol) || symbol.is_control() {
                ' '
            } else {
                symbol
            }
        })
        .collect();
    let name: String = name
        .trim()
        .trim_matches('\'')
        .chars()
        .take(TAB_CHARS)
        .collect();
    if name.is_empty() {
        "Sheet1".to_owned()
    } else {
        name
    }
}

fn numbered(name: &str, number: usize) -> String {
    let suffix = format!(" {number}");
    let room = TAB_CHARS.saturating_sub(suffix.len());
    name.chars().take(room).chain(suffix.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Cell, open};
    use super::*;

    #[test]
    fn a_full_sheet_is_followed_by_another_with_the_same_header() {
        let mut book =
            Book::create(&["no"], &[], "A very long name, longer than a tab can be").unwrap();
        book.sheet_rows = 2;
        for number in 1..=5 {
            book.row(&[Value::Int(number)]).unwrap();
        }
        let sheets = open(&book.finish().unwrap(), "x.xlsx").unwrap();
        let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "A very long name, longer than a",
                "A very long name, longer than 2",
                "A very long name, longer than 3"
            ]
        );
        let texts = |sheet: &super::super::sheet::Sheet| {
            sheet
                .rows
                .iter()
                .flat_map(|row| row.cells.iter().map(Cell::text))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            sheets.iter().map(texts).collect::<Vec<_>>(),
            ["no 1 2", "no 3 4", "no 5"]
        );
    }

    #[test]
    fn what_excel_cannot_hold_goes_out_as_text() {
        let old = NaiveDate::from_ymd_opt(1899, 1, 1).unwrap();
        let long = "善".repeat(CELL_CHARS + 1);
        let mut book = Book::create(&["a", "b", "c"], &[], "x").unwrap();
        book.row(&[Value::Int(i64::MAX), Value::Date(old), Value::Text(long)])
            .unwrap();
        let sheets = open(&book.finish().unwrap(), "x.xlsx").unwrap();
        let cells = &sheets[0].rows[1].cells;
        assert_eq!(cells[0], Cell::Text("9223372036854775807".to_owned()));
        assert_eq!(cells[1], Cell::Text("1899-01-01".to_owned()));
        assert!(cells[2].text().ends_with('…'));
    }
}
