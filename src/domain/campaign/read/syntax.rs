//! Syntax errors of the TOML parser, as faults. The parser goes on after an error, so that several are
//! named in one go.

use toml::de::Error;

use super::Fault;
use super::sheet::Sheet;

/// The syntax errors, in the order of the file. After a bracket that is never closed the parser takes
/// every line for part of it: then only the first error is worth telling.
pub(super) fn syntax_faults(sheet: &Sheet, errors: &[Error]) -> Vec<Fault> {
    let mut errors: Vec<_> = errors.iter().collect();
    errors.sort_by_key(|error| offset(error));
    let open = ["unclosed inline table", "unclosed array"];
    if errors
        .iter()
        .any(|error| open.iter().any(|bracket| error.message().contains(bracket)))
    {
        return errors
            .first()
            .map(|first| Fault {
                line: sheet.line(offset(first)),
                what: format!("TOML syntax: {} (a bracket is not closed)", first.message()),
                right: "close the { or [ that is open here, most often on the line before".into(),
            })
            .into_iter()
            .collect();
    }
    errors
        .into_iter()
        .map(|error| fault(sheet, error))
        .collect()
}

/// Whether keys or tables may be lost: not by a value that is merely written wrongly, nor by a key
/// that is there twice.
pub(super) fn tears(error: &Error) -> bool {
    let mild = [
        "string",
        "number",
        "integer",
        "float",
        "bool",
        "date",
        "duplicate key",
    ];
    !mild.iter().any(|word| error.message().contains(word))
}

fn offset(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

fn fault(sheet: &Sheet, error: &Error) -> Fault {
    let message = error.message();
    let right = if message.contains("duplicate key") {
        "write the key once"
    } else if message.contains("string") {
        "texts stand in quotes: end = \"+8m end\""
    } else {
        "TOML has key = \"text\", key = 3, key = [1, 2], key = { a = 1 }, [table], [[list of tables]]"
    };
    Fault {
        line: sheet.line(offset(error)),
        what: format!("TOML syntax: {message}"),
        right: right.to_owned(),
    }
}
