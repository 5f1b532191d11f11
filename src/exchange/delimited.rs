//! Text tables: csv with commas, semicolons or tabs, in the encodings that Excel and WPS write.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::sheet::{Cell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Sheet, SheetFault, SheetRow};

/// So many lines are looked at to find the separator.
const SAMPLE_LINES: usize = 50;
/// Of a table in UTF-16 at least one byte in so many is zero; with fewer it is no text at all.
const ZERO_SHARE: usize = 20;

/// Reads the whole text as one sheet named after the file.
pub(super) fn read(bytes: &[u8], file_name: &str) -> Result<Sheet, SheetFault> {
    let text = decode(bytes)?;
    // One kind of line end, so that line numbers can be counted.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text
        .chars()
        .any(|symbol| symbol.is_control() && !matches!(symbol, '\n' | '\t'))
        || text.trim_start().starts_with('<')
    {
        return Err(SheetFault::NotATable);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells_seen = 0;
    // Lines inside quoted cells so far: they are lines of the file, but not rows of the sheet.
    let mut inner_lines = 0;
    let mut record = csv::StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| SheetFault::Damaged(error.to_string()))?
    {
        let place = reader.position();
        let ended = usize::try_from(place.byte())
            .is_ok_and(|next| text.as_bytes().get(next.wrapping_sub(1)) == Some(&b'\n'));
        let last_line = if ended {
            place.line().saturating_sub(1)
        } else {
            place.line()
        };
        inner_lines += record
            .iter()
            .map(|field| field.matches('\n').count())
            .sum::<usize>() as u64;
        let number = u32::try_from(last_line.saturating_sub(inner_lines))
            .map_err(|_| SheetFault::TooManyRows)?;
        let cells: Vec<Cell> = record.iter().take(MAX_COLUMNS).map(cell).collect();
        cells_seen += cells.len();
        let row = SheetRow { number, cells };
        if !row.is_blank() {
            rows.push(row);
        }
        if rows.len() > MAX_ROWS || cells_seen > MAX_CELLS {
            return Err(SheetFault::TooManyRows);
        }
    }
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let name = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned();
    Ok(Sheet {
        name,
        rows,
        spans: Vec::new(),
    })
}

fn cell(field: &str) -> Cell {
    // Excel exports a number that must stay text as ="0123".
    let field = field
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(field);
    match field.trim() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetFault> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
        return if had_errors {
            Err(SheetFault::Encoding)
        } else {
            Ok(text)
        };
    }
    // GB18030 before the others: it is what Excel in China writes, and Big5 or Korean text that is
    // valid GB18030 by accident cannot be told apart without reading it.
    let candidates: &[&'static Encoding] = match zero_bytes(bytes) {
        (0, 0) => &[UTF_8, GB18030, BIG5, EUC_KR],
        (even, odd) if even.max(odd) * ZERO_SHARE < bytes.len() => {
            return Err(SheetFault::NotATable);
        }
        (even, odd) if even > odd => &[UTF_16BE],
        _ => &[UTF_16LE],
    };
    candidates
        .iter()
        .find_map(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes))
        .ok_or(SheetFault::Encoding)
}

/// How many zero bytes stand at even and at odd places: text has none but in UTF-16, whose
/// separators and line ends have one each.
fn zero_bytes(bytes: &[u8]) -> (usize, usize) {
    bytes.chunks(2).fold((0, 0), |(even, odd), pair| {
        let zero = |index: usize| usize::from(pair.get(index) == Some(&0));
        (even + zero(0), odd + zero(1))
    })
}

/// The separator that stands most often outside quotes in the first lines.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for byte in text.lines().take(SAMPLE_LINES).flat_map(str::bytes) {
        quoted ^= byte == b'"';
        for (mark, count) in &mut counts {
            *count += usize::from(!quoted && byte == *mark);
        }
    }
    // Of equals the first wins, so the comma.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let sheet = read(bytes, "dir/名单.csv").unwrap();
        assert_eq!(sheet.name, "名单");
        let texts = |row: &SheetRow| row.cells.iter().map(Cell::text).collect();
        sheet
            .rows
            .iter()
            .map(|row| (row.number, texts(row)))
            .collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (
            number,
            cells.iter().map(|cell| (*cell).to_owned()).collect(),
        )
    }

    #[test]
    fn every_encoding_reads_the_same() {
        let text = "姓名,单位\r\n陈善㻎,敦化市\r\n";
        let expected = vec![row(1, &["姓名", "单位"]), row(2, &["陈善㻎", "敦化市"])];
        let wide =
            |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let with = |mark: &[u8], body: &[u8]| [mark, body].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with(b"\xef\xbb\xbf", text.as_bytes()),
            GB18030.encode(text).0.into_owned(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            with(b"\xff\xfe", &wide(u16::to_le_bytes)),
            with(b"\xfe\xff", &wide(u16::to_be_bytes)),
        ] {
            assert_eq!(rows(&bytes), expected, "{bytes:x?}");
        }
    }

    #[test]
    fn separators_are_found() {
        for mark in [',', ';', '\t'] {
            let text = format!("名册\n姓名{mark}单位\n\"陈{mark}善\"{mark}敦化市");
            let expected = vec![
                row(1, &["名册"]),
                row(2, &["姓名", "单位"]),
                row(3, &[&format!("陈{mark}善"), "敦化市"]),
            ];
            assert_eq!(rows(text.as_bytes()), expected, "{mark:?}");
        }
    }

    #[test]
    fn row_numbers_are_those_of_the_sheet() {
        let text = "\r\na,\"x\r\ny\"\r\n\r\n,,\r\nb,\"say \"\"so\"\"\"\r\n\r\nc,=\"007\"";
        let expected = vec![
            row(2, &["a", "x\ny"]),
            row(5, &["b", "say \"so\""]),
            row(7, &["c", "007"]),
        ];
        assert_eq!(rows(text.as_bytes()), expected);
        assert_eq!(rows(text.replace("\r\n", "\n").as_bytes()), expected);
    }

    #[test]
    fn what_is_no_table_is_named() {
        for (bytes, fault) in [
            (&b"\xff\xff\xff,\x81"[..], SheetFault::Encoding),
            (b"a\x01b", SheetFault::NotATable),
            (b"<html><table>", SheetFault::NotATable),
            (b"\xff\xfe\x00\xd8", SheetFault::Encoding),
        ] {
            assert_eq!(read(bytes, "x.csv"), Err(fault), "{bytes:x?}");
        }
    }
}
