//! Exports: one table, row by row, as csv, jsonl or xlsx, without holding it in memory.
//!
//! Values are data and are never altered to please a spreadsheet: a csv keeps `+8613…`, `-1` and `=x` as
//! they are, since a quote put before them would come back with the next import. Who opens exports in
//! Excel takes xlsx, where every text is a text cell and no formula can arise.

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use rust_xlsxwriter::XlsxError;

use super::book::Book;

/// The file formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180: UTF-8 without a mark, comma, CRLF.
    Csv,
    /// One JSON object a line, keys in the columns' order.
    Jsonl,
    /// A workbook, with further sheets when one is full.
    Xlsx,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing: an empty cell, `null`.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// An amount in thousandths, written as `3.5`.
    Decimal(i64),
    /// A day, `2014-06-30`; in xlsx a date cell.
    Date(NaiveDate),
    /// A word on a coloured ground; the colour is in xlsx alone.
    Tinted(String, Tint),
    /// An instant, RFC 3339 to the second with its offset; in xlsx text, because a date cell has no zone.
    Time(DateTime<FixedOffset>),
}

/// The colour of a cell's ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tint {
    /// Overdue.
    Red,
    /// Behind plan.
    Yellow,
    /// Near its limit.
    Blue,
}

/// How a column of an office's table looks in a workbook.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column<'a> {
    /// What stands above it.
    pub title: &'a str,
    /// In characters of a half-width digit.
    pub width: f64,
}

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// A row with more or fewer values than there are columns.
    #[error("a row of {values} values for {columns} columns")]
    Width {
        /// Values given.
        values: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// The output failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The workbook could not be made.
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
}

/// A table on its way out. Nothing is complete before [`TableWriter::finish`].
pub struct TableWriter<W: Write> {
    columns: Vec<String>,
    sink: Sink<W>,
}

enum Sink<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Jsonl(W),
    Xlsx(Box<Book>, W),
}

impl Format {
    /// The format by its name on the command line, which is also the file's ending.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Csv, Self::Jsonl, Self::Xlsx]
            .into_iter()
            .find(|format| format.ending() == name)
    }

    /// The file's ending, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Xlsx => "xlsx",
        }
    }
}

impl<W: Write> TableWriter<W> {
    /// Starts a table and writes its header. `sheet_name` is the tab's name in a workbook; what Excel
    /// forbids in it is replaced.
    pub fn create(
        format: Format,
        out: W,
        columns: &[&str],
        sheet_name: &str,
    ) -> Result<Self, WriteFault> {
        Self::create_with(format, out, columns, &[], sheet_name)
    }

    /// Starts a table as offices keep it: in a workbook the columns have their widths and long texts are wrapped.
    pub fn create_wide(
        format: Format,
        out: W,
        columns: &[Column<'_>],
        sheet_name: &str,
    ) -> Result<Self, WriteFault> {
        let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
        let widths: Vec<f64> = columns.iter().map(|column| column.width).collect();
        Self::create_with(format, out, &titles, &widths, sheet_name)
    }

    fn create_with(
        format: Format,
        out: W,
        columns: &[&str],
        widths: &[f64],
        sheet_name: &str,
    ) -> Result<Self, WriteFault> {
        let sink = match format {
            Format::Csv => {
                let mut csv = csv::WriterBuilder::new()
                    .terminator(csv::Terminator::CRLF)
                    .from_writer(out);
                csv.write_record(columns).map_err(io::Error::from)?;
                Sink::Csv(Box::new(csv))
            }
            Format::Jsonl => Sink::Jsonl(out),
            Format::Xlsx => Sink::Xlsx(Box::new(Book::create(columns, widths, sheet_name)?), out),
        };
        Ok(Self {
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            sink,
        })
    }

    /// Writes a row, one value a column.
    pub fn row(&mut self, values: &[Value]) -> Result<(), WriteFault> {
        if values.len() != self.columns.len() {
            return Err(WriteFault::Width {
                values: values.len(),
                columns: self.columns.len(),
            });
        }
        match &mut self.sink {
            Sink::Csv(csv) => {
                csv.write_record(values.iter().map(Value::plain))
                    .map_err(io::Error::from)?;
            }
            Sink::Jsonl(out) => writeln!(out, "{}", object(&self.columns, values)?)?,
            Sink::Xlsx(book, _) => book.row(values)?,
        }
        Ok(())
    }

    /// Completes the table and gives the output back, flushed.
    pub fn finish(self) -> Result<W, WriteFault> {
        let mut out = match self.sink {
            Sink::Csv(csv) => csv
                .into_inner()
                .map_err(|error| io::Error::other(error.to_string()))?,
            Sink::Jsonl(out) => out,
            Sink::Xlsx(book, mut out) => {
                out.write_all(&book.finish()?)?;
                out
            }
        };
        out.flush()?;
        Ok(out)
    }
}

impl Value {
    /// The value as text without quotes.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Tinted(text, _) => text.clone(),
            Self::Int(number) => number.to_string(),
            Self::Decimal(thousandths) => decimal(*thousandths),
            Self::Date(day) => day.to_string(),
            Self::Time(time) => time.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }
}

/// Thousandths as the shortest decimal: 3500 is `3.5`, -250 is `-0.25`, 7000 is `7`.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    let text = format!("{sign}{}.{:03}", size / 1000, size % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A JSON object with its keys in order; numbers keep all their digits.
fn object(columns: &[String], values: &[Value]) -> Result<String, WriteFault> {
    let mut fields = Vec::with_capacity(columns.len());
    for (column, value) in columns.iter().zip(values) {
        let key = quoted(column)?;
        let value = match value {
            Value::Empty => "null".to_owned(),
            Value::Int(_) | Value::Decimal(_) => value.plain(),
            Value::Text(_) | Value::Tinted(..) | Value::Date(_) | Value::Time(_) => {
                quoted(&value.plain())?
            }
        };
        fields.push(format!("{key}:{value}"));
    }
    Ok(format!("{{{}}}", fields.join(",")))
}

fn quoted(text: &str) -> Result<String, WriteFault> {
    Ok(serde_json::to_string(text).map_err(io::Error::from)?)
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Cell, open};
    use super::*;

    const COLUMNS: &[&str] = &["key", "amount", "phone", "note", "on_date", "at"];

    fn values() -> Vec<Value> {
        let time = DateTime::parse_from_rfc3339("2014-03-03T17:30:00+08:00").unwrap();
        vec![
            Value::Int(-1_001_234_567_890),
            Value::Decimal(3500),
            Value::Text("+8613900000000".to_owned()),
            Value::Text("=1+1, \"so\"\n陈善".to_owned()),
            Value::Date(time.date_naive()),
            Value::Time(time),
        ]
    }

    fn written(format: Format) -> Vec<u8> {
        let mut table = TableWriter::create(format, Vec::new(), COLUMNS, "录入: 3/7").unwrap();
        table.row(&values()).unwrap();
        table.row(&vec![Value::Empty; COLUMNS.len()]).unwrap();
        assert!(matches!(
            table.row(&[Value::Empty]),
            Err(WriteFault::Width {
                values: 1,
                columns: 6
            })
        ));
        table.finish().unwrap()
    }

    #[test]
    fn csv_is_rfc_4180_and_leaves_values_alone() {
        assert_eq!(
            String::from_utf8(written(Format::Csv)).unwrap(),
            "key,amount,phone,note,on_date,at\r\n\
             -1001234567890,3.5,+8613900000000,\"=1+1, \"\"so\"\"\n陈善\",2014-03-03,2014-03-03T17:30:00+08:00\r\n\
             ,,,,,\r\n"
        );
    }

    #[test]
    fn jsonl_is_one_object_a_line_in_column_order() {
        assert_eq!(
            String::from_utf8(written(Format::Jsonl)).unwrap(),
            "{\"key\":-1001234567890,\"amount\":3.5,\"phone\":\"+8613900000000\",\"note\":\"=1+1, \\\"so\\\"\\n陈善\",\
             \"on_date\":\"2014-03-03\",\"at\":\"2014-03-03T17:30:00+08:00\"}\n\
             {\"key\":null,\"amount\":null,\"phone\":null,\"note\":null,\"on_date\":null,\"at\":null}\n"
        );
    }

    #[test]
    fn xlsx_reads_back_as_it_was_written() {
        let sheets = open(&written(Format::Xlsx), "x.xlsx").unwrap();
        assert_eq!(sheets[0].name, "录入  3 7");
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(
            sheets[0].rows[0].cells,
            COLUMNS.iter().copied().map(text).collect::<Vec<_>>()
        );
        assert_eq!(
            sheets[0].rows[1].cells,
            [
                Cell::Number("-1001234567890".to_owned()),
                Cell::Number("3.5".to_owned()),
                text("+8613900000000"),
                text("=1+1, \"so\"\n陈善"),
                Cell::Date(NaiveDate::from_ymd_opt(2014, 3, 3).unwrap()),
                text("2014-03-03T17:30:00+08:00"),
            ]
        );
    }

    #[test]
    fn an_empty_table_still_has_its_header() {
        for format in [Format::Csv, Format::Xlsx] {
            let table = TableWriter::create(format, Vec::new(), COLUMNS, "").unwrap();
            let sheets = open(&table.finish().unwrap(), "x").unwrap();
            assert_eq!((sheets.len(), sheets[0].rows.len()), (1, 1), "{format:?}");
        }
        assert_eq!(Format::named("jsonl"), Some(Format::Jsonl));
        assert_eq!(Format::named("pdf"), None);
    }

    #[test]
    fn thousandths_are_written_short() {
        for (thousandths, text) in [
            (0, "0"),
            (3500, "3.5"),
            (-250, "-0.25"),
            (7000, "7"),
            (10_000, "10"),
            (1, "0.001"),
            (i64::MIN, "-9223372036854775.808"),
        ] {
            assert_eq!(decimal(thousandths), text);
        }
    }
}
