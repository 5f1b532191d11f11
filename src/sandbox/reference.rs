//! Character references in HTML, as the server decodes them.

/// A character reference at the start of `text`: the character and its length in bytes. Names other
/// than the four, and numbers that are no character, stay as they are written.
pub(crate) fn reference(text: &str) -> Option<(char, usize)> {
    for (name, symbol) in [("lt", '<'), ("gt", '>'), ("amp", '&'), ("quot", '"')] {
        let Some(rest) = text.get(1..).and_then(|rest| rest.strip_prefix(name)) else {
            continue;
        };
        if rest.starts_with(|next: char| next.is_ascii_alphanumeric()) {
            return None;
        }
        return Some((symbol, 1 + name.len() + usize::from(rest.starts_with(';'))));
    }
    let number = text.strip_prefix("&#")?;
    let (digits, radix, prefix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16, 3),
        None => (number, 10, 2),
    };
    let length = digits
        .find(|next: char| !next.is_digit(radix))
        .unwrap_or(digits.len());
    let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
    let symbol = char::from_u32(code).filter(|_| code != 0)?;
    let closed = digits
        .get(length..)
        .is_some_and(|rest| rest.starts_with(';'));
    Some((symbol, prefix + length + usize::from(closed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_names_and_numbers_are_decoded() {
        for (source, wanted) in [
            ("&lt;b", Some(('<', 4))),
            ("&amp x", Some(('&', 4))),
            ("&#54620;", Some(('한', 8))),
            ("&#xd55c", Some(('한', 7))),
            ("&nbsp;", None),
            ("&ltx", None),
            ("&#12345678;", None),
            ("&#;", None),
        ] {
            assert_eq!(reference(source), wanted, "{source}");
        }
    }
}
