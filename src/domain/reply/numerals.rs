//! Numbers as people write them: figures, Chinese numerals plain and financial, English and Korean words.

mod chinese;
mod english;
mod korean;

pub(super) use chinese::chinese;
pub(super) use english::english;
pub(super) use korean::korean;

use super::atom::Figure;

/// Figures that a number may have; more make it no number at all, a telephone perhaps.
const MOST_FIGURES: usize = 12;

/// Figures at the start of the text with at most three decimals, and their length. `None` where the
/// figures are no clear number (1.2345, 3.5.2).
pub(super) fn figures(text: &str) -> Option<(Figure, usize)> {
    let whole = leading(text);
    let rest = text.get(whole.len()..)?;
    let decimals = rest.strip_prefix('.').map_or("", leading);
    let len = whole.len()
        + if decimals.is_empty() {
            0
        } else {
            1 + decimals.len()
        };
    let behind = text.get(len..)?;
    let open = behind
        .strip_prefix('.')
        .is_some_and(|rest| !leading(rest).is_empty());
    if whole.is_empty() || whole.len() > MOST_FIGURES || decimals.len() > 3 || open {
        return None;
    }
    let fraction: i64 = format!("{decimals:0<3}").parse().ok()?;
    let thousandths = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(fraction)?;
    let digits = if decimals.is_empty() { whole.len() } else { 0 };
    Some((
        Figure {
            thousandths,
            digits,
        },
        len,
    ))
}

/// The figures that the text begins with.
pub(super) fn leading(text: &str) -> &str {
    let end = text
        .find(|sign: char| !sign.is_ascii_digit())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

/// The letters that the text begins with, an apostrophe between them included.
pub(super) fn letters(text: &str) -> &str {
    let end = text
        .find(|sign: char| !sign.is_ascii_alphabetic() && sign != '\'')
        .unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn figures_have_three_decimals_at_most() {
        for (text, want) in [
            ("3小时", Some((3_000, 1))),
            ("1.5天", Some((1_500, 3))),
            ("0.125", Some((125, 5))),
            ("3.天", Some((3_000, 1))),
            ("1.2345", None),
            ("1.2.3", None),
            ("1234567890123", None),
        ] {
            assert_eq!(
                figures(text).map(|(f, len)| (f.thousandths, len)),
                want,
                "{text}"
            );
        }
    }
}
