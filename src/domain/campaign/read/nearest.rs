//! The known word that a mistyped one was probably meant to be.

/// The nearest of `known`, if it is near enough to be worth a guess: at most one letter in three
/// differs (insertions, deletions, substitutions; capitals do not count).
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    known
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(differing, candidate)| *differing <= (candidate.chars().count() / 3).max(1))
        .min_by_key(|(differing, _)| *differing)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's edit distance, one row at a time.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (deleted, letter) in from.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = deleted + 1;
        next.push(left);
        for (pair, target) in row.windows(2).zip(&to) {
            let [diagonal, above] = pair else { continue };
            let substituted = diagonal + usize::from(letter != *target);
            left = substituted.min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["daily_cap", "quiet", "wrong_codes", "wrong_code_pause"];
        for (word, meant) in [
            ("dayly_cap", Some("daily_cap")),
            ("Quiet", Some("quiet")),
            ("quite", None),
            ("quit", Some("quiet")),
            ("wrong_code", Some("wrong_codes")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known.into_iter()), meant, "{word}");
        }
    }

    #[test]
    fn distance_counts_letters_not_bytes() {
        for (from, to, expected) in [
            ("", "abc", 3),
            ("正县级", "副县级", 1),
            ("kitten", "sitting", 3),
            ("a", "a", 0),
        ] {
            assert_eq!(distance(from, to), expected, "{from} {to}");
        }
    }
}
