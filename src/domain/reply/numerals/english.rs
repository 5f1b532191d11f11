//! English numbers in words.

use super::super::atom::Figure;
use super::letters;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// An English number in words below a hundred, and its length: "twenty five".
pub(in super::super) fn english(text: &str) -> Option<(Figure, usize)> {
    let word = letters(text);
    if let Some(n) = ones(word) {
        return Some((Figure::whole_of(n), word.len()));
    }
    let tens = TENS.iter().position(|tens| *tens == word)?;
    let tens = (i64::try_from(tens).ok()? + 2) * 10;
    let next = text
        .get(word.len()..)
        .and_then(|rest| rest.strip_prefix(' '))
        .map_or("", letters);
    Some(match ones(next) {
        Some(n @ 1..=9) => (Figure::whole_of(tens + n), word.len() + 1 + next.len()),
        _ => (Figure::whole_of(tens), word.len()),
    })
}

fn ones(word: &str) -> Option<i64> {
    ONES.iter()
        .position(|one| *one == word)
        .and_then(|n| i64::try_from(n).ok())
}

#[cfg(test)]
mod tests {
    use super::english;

    #[test]
    fn english_words_go_up_to_ninety_nine() {
        for (text, want) in [
            ("two hours", Some((2_000, 3))),
            ("twenty five min", Some((25_000, 11))),
            ("ninety minutes", Some((90_000, 6))),
            ("often", None),
            ("someone", None),
        ] {
            assert_eq!(
                english(text).map(|(f, len)| (f.thousandths, len)),
                want,
                "{text}"
            );
        }
    }
}
