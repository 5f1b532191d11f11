//! How large a sheet an xls or ods claims to be. calamine allocates what these files claim, and a failed
//! allocation ends the process: a few damaged bytes must not do that. (An xlsx is read cell by cell.)

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::sheet::{MAX_CELLS, SheetFault};

/// The most cells between the corners of the sheets of an xls: all its rows, 61 columns wide.
const XLS_CELLS: u64 = 4_000_000;
/// The most sheets of an xls; it names each sheet's place, so many sheets could be the same one.
const XLS_SHEETS: usize = 255;
/// The widest row of an ods.
const ODS_COLUMNS: usize = 16_384;

/// Checks the cells and the declared extent of each sheet of an xls ([MS-XLS] 2.4).
pub(super) fn check_xls(bytes: &[u8]) -> Result<(), SheetFault> {
    let broken = |error: std::io::Error| SheetFault::Damaged(error.to_string());
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let books: Vec<_> = file
        .walk()
        .filter(|entry| entry.is_stream() && is_book(entry.name()))
        .map(|entry| entry.path().to_owned())
        .collect();
    for book in books {
        let mut stream = Vec::new();
        let part = file.open_stream(&book).map_err(broken)?;
        part.take(bytes.len() as u64)
            .read_to_end(&mut stream)
            .map_err(broken)?;
        check_book(&stream)?;
    }
    Ok(())
}

fn is_book(name: &str) -> bool {
    name.eq_ignore_ascii_case("Workbook") || name.eq_ignore_ascii_case("Book")
}

fn check_book(stream: &[u8]) -> Result<(), SheetFault> {
    let starts: Vec<u32> = Records(stream)
        .filter(|(kind, _)| *kind == 0x0085)
        .filter_map(|(_, data)| long(data, 0))
        .collect();
    if starts.len() > XLS_SHEETS {
        return Err(SheetFault::TooManyRows);
    }
    let mut cells = 0;
    for start in starts {
        let sheet = usize::try_from(start)
            .ok()
            .and_then(|start| stream.get(start..));
        cells += sheet_cells(sheet.ok_or_else(beyond)?)?;
        if cells > XLS_CELLS {
            return Err(SheetFault::TooManyRows);
        }
    }
    Ok(())
}

/// The cells between the outermost filled ones of a sheet that starts here.
fn sheet_cells(sheet: &[u8]) -> Result<u64, SheetFault> {
    let mut corners: Option<(u64, u64, u64, u64)> = None;
    let mut depth = 0_u32;
    for (kind, data) in Records(sheet) {
        match kind {
            // The sheet's own beginning and those of charts within it.
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            0x0200 => check_declared(data)?,
            0x0006 | 0x00bd | 0x00d6 | 0x00fd | 0x0203 | 0x0204 | 0x0205 | 0x027e => {
                let (Some(row), Some(first)) = (short(data, 0), short(data, 2)) else {
                    return Err(beyond());
                };
                // A run of numbers ends with its last column.
                let last = if kind == 0x00bd {
                    short(data, data.len().saturating_sub(2))
                } else {
                    None
                };
                let (row, first, last) = (
                    u64::from(row),
                    u64::from(first),
                    u64::from(last.unwrap_or(first)),
                );
                let (top, bottom, left, right) = corners.unwrap_or((row, row, first, last));
                corners = Some((
                    top.min(row),
                    bottom.max(row),
                    left.min(first),
                    right.max(last).max(first),
                ));
            }
            _ => {}
        }
    }
    Ok(corners.map_or(0, |(top, bottom, left, right)| {
        (bottom - top + 1) * (right - left + 1)
    }))
}

/// The DIMENSIONS record: first row, row after the last, first column, column after the last.
fn check_declared(data: &[u8]) -> Result<(), SheetFault> {
    let (rows, columns) = if data.len() == 10 {
        (
            (short(data, 0).map(u32::from), short(data, 2).map(u32::from)),
            (short(data, 4), short(data, 6)),
        )
    } else {
        (
            (long(data, 0), long(data, 4)),
            (short(data, 8), short(data, 10)),
        )
    };
    let ((Some(top), Some(bottom)), (Some(_), Some(right))) = (rows, columns) else {
        return Err(beyond());
    };
    // An empty sheet says 0 to 0.
    let empty = bottom == 0 || right == 0;
    if empty || (top < bottom && bottom <= 65_536 && right <= 256) {
        Ok(())
    } else {
        Err(beyond())
    }
}

fn beyond() -> SheetFault {
    SheetFault::Damaged("a sheet reaches beyond its file".to_owned())
}

/// The records of a BIFF stream: kind, length, data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = short(self.0, 0)?;
        let end = usize::from(short(self.0, 2)?) + 4;
        let data = self.0.get(4..end)?;
        self.0 = self.0.get(end..)?;
        Some((kind, data))
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    pair.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_le_bytes)
}

/// Checks that the repeated rows and columns of an ods come to no more than [`MAX_CELLS`] a file.
pub(super) fn check_ods(bytes: &[u8]) -> Result<(), SheetFault> {
    let broken = |error: String| SheetFault::Damaged(error);
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let mut part = archive
        .by_name("content.xml")
        .map_err(|error| broken(error.to_string()))?;
    let mut content = Vec::new();
    part.read_to_end(&mut content)
        .map_err(|error| broken(error.to_string()))?;
    let mut sheet = OdsExtent::default();
    let mut rest = content.as_slice();
    while let Some(start) = rest.iter().position(|byte| *byte == b'<') {
        let after = rest.get(start + 1..).unwrap_or_default();
        let tag = after.get(..tag_length(after)).unwrap_or_default();
        rest = after.get(tag.len()..).unwrap_or_default();
        sheet.take(tag);
        if sheet.pushed.max(sheet.area()) > MAX_CELLS {
            return Err(SheetFault::TooManyRows);
        }
    }
    Ok(())
}

/// Bytes up to the `>` that ends the tag, not counting those in quotes.
fn tag_length(bytes: &[u8]) -> usize {
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    bytes.len()
}

/// What has been seen of an ods, all sheets taken as one.
#[derive(Debug, Default)]
struct OdsExtent {
    /// Cells written out once for each row element.
    pushed: usize,
    /// Rows down to the last filled one, with their repetitions.
    rows: usize,
    /// Rows so far.
    passed: usize,
    width: usize,
    column: usize,
    row_repeats: usize,
}

impl OdsExtent {
    fn area(&self) -> usize {
        self.rows.saturating_mul(self.width)
    }

    fn take(&mut self, tag: &[u8]) {
        if is_named(tag, b"table:table-row") {
            self.row_repeats = repeats(tag, b"table:number-rows-repeated");
            self.passed = self.passed.saturating_add(self.row_repeats);
            self.column = 0;
        } else if is_named(tag, b"table:table-cell") || is_named(tag, b"table:covered-table-cell") {
            let before = self.column;
            let more = repeats(tag, b"table:number-columns-repeated");
            self.column = before.saturating_add(more).min(ODS_COLUMNS);
            if find(tag, b"office:").is_some() || find(tag, b"table:formula").is_some() {
                self.pushed = self.pushed.saturating_add(self.column.max(1));
                self.width = self.width.max(self.column);
                self.rows = self.passed;
            }
        }
    }
}

fn is_named(tag: &[u8], name: &[u8]) -> bool {
    tag.strip_prefix(name).is_some_and(|rest| {
        rest.first()
            .is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'-')
    })
}

/// The number in an attribute; 1 where there is none, the most where it is no number.
fn repeats(tag: &[u8], attribute: &[u8]) -> usize {
    let Some(at) = find(tag, attribute) else {
        return 1;
    };
    let value = tag.get(at + attribute.len()..).unwrap_or_default();
    let digits: Vec<u8> = value
        .iter()
        .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' ' | b'\n' | b'\r' | b'\t'))
        .take_while(|byte| byte.is_ascii_digit())
        .copied()
        .collect();
    std::str::from_utf8(&digits)
        .ok()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(usize::MAX)
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes
        .windows(words.len())
        .position(|window| window == words)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn record(kind: u16, data: &[u16]) -> Vec<u8> {
        let length = u16::try_from(data.len() * 2).unwrap();
        [kind, length]
            .iter()
            .chain(data)
            .flat_map(|word| word.to_le_bytes())
            .collect()
    }

    /// A stream with one sheet of these records.
    fn book(records: &[Vec<u8>]) -> Vec<u8> {
        // BOF, then BOUNDSHEET with the sheet's place: 4 + 12 + 4 bytes on.
        let head = [
            record(0x0809, &[]),
            record(0x0085, &[20, 0, 0, 0]),
            record(0x000a, &[]),
        ]
        .concat();
        assert_eq!(head.len(), 20);
        [
            head,
            record(0x0809, &[]),
            records.concat(),
            record(0x000a, &[]),
        ]
        .concat()
    }

    #[test]
    fn far_corners_of_an_xls_are_refused() {
        let number = |row, column| record(0x0203, &[row, column, 0, 0]);
        let declared = |top, bottom, right| record(0x0200, &[top, 0, bottom, 0, 0, right, 0]);
        let beyond = Err(beyond());
        for (records, expected) in [
            (vec![declared(0, 9, 5), number(0, 0), number(8, 4)], Ok(())),
            (vec![declared(0, 0, 0)], Ok(())),
            (vec![number(65_535, 255)], Ok(())),
            (
                vec![number(0, 0), number(65_535, 255)],
                Err(SheetFault::TooManyRows),
            ),
            (
                vec![number(0, 0), record(0x00bd, &[65_535, 0, 0, 255])],
                Err(SheetFault::TooManyRows),
            ),
            (vec![declared(9, 3, 5)], beyond.clone()),
            (vec![declared(0, 9, 60_000)], beyond.clone()),
            (vec![record(0x0203, &[1])], beyond.clone()),
        ] {
            assert_eq!(check_book(&book(&records)), expected, "{records:x?}");
        }
    }

    #[test]
    fn repetitions_of_an_ods_are_counted() {
        let ods = |rows: &str| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file("content.xml", SimpleFileOptions::default())
                .unwrap();
            zip.write_all(rows.as_bytes()).unwrap();
            zip.finish().unwrap().into_inner()
        };
        let row = |repeated: &str, cells: &str| {
            format!(
                "<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>"
            )
        };
        let filled = "<table:table-cell office:value-type='string' table:style-name='>' \
                      table:number-columns-repeated='16384'/>";
        let one = "<table:table-cell office:value-type='string'/>";
        let blank = "<table:table-cell table:number-columns-repeated='16380'/>";
        for (rows, expected) in [
            (row("1", one) + &row("1048576", blank), Ok(())),
            (row("1000000", &(one.to_owned() + blank)), Ok(())),
            (row("2000", filled), Err(SheetFault::TooManyRows)),
            (row("1", filled).repeat(2000), Err(SheetFault::TooManyRows)),
            (
                row("1", one) + &row("900000", blank) + &row("1", &one.repeat(50)),
                Err(SheetFault::TooManyRows),
            ),
            (row("many", one), Err(SheetFault::TooManyRows)),
        ] {
            assert_eq!(check_ods(&ods(&rows)), expected, "{}", &rows[..90]);
        }
    }
}
