//! Full-width and half-width: offices type `１５８`, `（`, `：` and the ideographic space.

/// The text with full-width ASCII made half-width, odd spaces made plain, invisible marks dropped.
pub(super) fn narrow(text: &str) -> String {
    text.chars()
        .filter(|symbol| !is_invisible(*symbol))
        .map(|symbol| match symbol {
            '\u{3000}' | '\u{a0}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => half(symbol),
            other => other,
        })
        .collect()
}

/// A name as it is kept: narrow, without the spaces that only pad a Chinese or Korean name
/// (`陈 善` is 陈善), with single spaces in a Latin one.
pub(super) fn tight(text: &str) -> String {
    let text = narrow(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let joint = if text.chars().any(is_latin) { " " } else { "" };
    words.join(joint)
}

/// Free text as it is kept: narrow spaces only, trimmed; punctuation stays as it was typed.
pub(super) fn trimmed(text: &str) -> Option<String> {
    let text: String = text
        .chars()
        .filter(|symbol| !is_invisible(*symbol))
        .collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn half(symbol: char) -> char {
    // The full-width block mirrors ASCII at a fixed distance.
    char::from_u32(u32::from(symbol) - 0xfee0).unwrap_or(symbol)
}

fn is_invisible(symbol: char) -> bool {
    matches!(symbol, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_latin(symbol: char) -> bool {
    symbol.is_ascii_alphabetic() || matches!(symbol, '\u{c0}'..='\u{24f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_becomes_half_width() {
        assert_eq!(
            narrow("１７３－ＡＢ（：）\u{3000}｜\u{feff}"),
            "173-AB(:) |"
        );
    }

    #[test]
    fn padding_leaves_chinese_names_and_stays_in_latin_ones() {
        assert_eq!(tight(" 陈\u{3000}善 "), "陈善");
        assert_eq!(tight("김 철수"), "김철수");
        assert_eq!(tight("  Ivan   Petrov "), "Ivan Petrov");
        assert_eq!(tight("买买提·艾力"), "买买提·艾力");
    }
}
