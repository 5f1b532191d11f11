//! What kind of file the bytes are, and whether unpacking them is safe.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::sheet::SheetFault;

/// The most bytes that the parts of a workbook may unpack to. One million rows of ten columns
/// take some 400 MB.
const MAX_UNPACKED: u64 = 1 << 30;
/// Packed office XML shrinks 10 to 60 times; a bomb reaches 1,000.
const MAX_RATIO: u64 = 200;
/// Below this a high ratio does no harm.
const HARMLESS: u64 = 64 << 20;

/// The binary formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
    Xls,
}

/// The format by its first bytes; none for what can only be text.
pub(super) fn kind(bytes: &[u8]) -> Result<Option<Kind>, SheetFault> {
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(bytes).map(Some);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // An xlsx with a password is an OLE container too, with this stream in its directory.
        let sealed: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        if bytes.windows(sealed.len()).any(|window| window == sealed) {
            return Err(SheetFault::Encrypted);
        }
        return Ok(Some(Kind::Xls));
    }
    Ok(None)
}

/// Looks into a zip and unpacks every part into nothing, counting: the sizes in its directory are
/// only claims.
fn packed(bytes: &[u8]) -> Result<Kind, SheetFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let holds = |name: &str| {
        // Some programs write the paths with backslashes or in capitals.
        let mut names = archive.file_names().flatten();
        names.any(|path| path.replace('\\', "/").eq_ignore_ascii_case(name))
    };
    let kind = if holds("xl/workbook.xml") {
        Kind::Xlsx
    } else if holds("content.xml") {
        Kind::Ods
    } else {
        return Err(SheetFault::NotATable);
    };
    let allowance = u64::try_from(bytes.len()).map_or(MAX_UNPACKED, |size| {
        size.saturating_mul(MAX_RATIO).clamp(HARMLESS, MAX_UNPACKED)
    });
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let mut part = part.take(allowance - unpacked + 1);
        unpacked += io::copy(&mut part, &mut io::sink())
            .map_err(|error| SheetFault::Damaged(error.to_string()))?;
        if unpacked > allowance {
            return Err(SheetFault::Inflated);
        }
    }
    Ok(kind)
}

fn damaged(error: &ZipError) -> SheetFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => SheetFault::Encrypted,
        other => SheetFault::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(parts: &[(&str, usize)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, size) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&vec![b' '; *size]).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn bytes_tell_the_kind() {
        assert_eq!(kind(b"a,b\n"), Ok(None));
        assert_eq!(
            kind(&zipped(&[("xl/workbook.xml", 1)])),
            Ok(Some(Kind::Xlsx))
        );
        assert_eq!(kind(&zipped(&[("content.xml", 1)])), Ok(Some(Kind::Ods)));
        assert_eq!(
            kind(&zipped(&[("word/document.xml", 1)])),
            Err(SheetFault::NotATable)
        );
        assert_eq!(
            kind(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            Ok(Some(Kind::Xls))
        );
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_parsed() {
        let bomb = zipped(&[("xl/workbook.xml", 1), ("xl/sharedStrings.xml", 80 << 20)]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(kind(&bomb), Err(SheetFault::Inflated));
    }
}
