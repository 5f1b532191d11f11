//! How words of a campaign file and of an office's table are compared: width, case and padding do not matter.

/// A word as it is looked for inside a text: full-width letters and signs made narrow, runs of spaces
/// made one.
pub(super) fn plain(text: &str) -> String {
    let narrow: String = text
        .chars()
        .filter(|sign| !matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .map(|sign| match sign {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
            other => other,
        })
        .collect();
    narrow.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word that fills a whole cell: plain, small letters, and without the spaces that only pad Chinese
/// or Korean (`正 科 级`).
pub(super) fn cell(text: &str) -> String {
    let word = plain(text).to_lowercase();
    if word.chars().any(|sign| sign.is_ascii_alphabetic()) {
        word
    } else {
        word.replace(' ', "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_narrow_and_with_single_spaces() {
        assert_eq!(plain(" 县（处）级　 Ａ "), "县(处)级 A");
        assert_eq!(plain("\u{feff}주요  책임자\n"), "주요 책임자");
    }

    #[test]
    fn padding_in_a_cell_means_nothing() {
        for (text, word) in [
            (" 副乡级 ", "副乡级"),
            ("正\u{3000}科\u{a0}级", "正科级"),
            ("县（处） 级", "县(处)级"),
            ("County  Level", "county level"),
            ("현처급 이상", "현처급이상"),
        ] {
            assert_eq!(cell(text), word, "{text}");
        }
    }
}
