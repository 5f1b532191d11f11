//! The words of a reply. A new way of saying something is a word in one of these lists.

mod chinese;
mod english;
mod korean;
mod leave;

use super::atom::Atom;

/// Atom and its words, parted by `|`. Words other than English are matched over single spaces.
pub(super) type List = &'static [(Atom, &'static str)];

pub(super) use leave::WORDS as LEAVE;

/// The longest word that the text begins with: its length in bytes and its atom. Of words of one length
/// those of `own` come first.
pub(super) fn longest(text: &str, own: List) -> Option<(Atom, usize)> {
    // Of several that are as long, the last is taken.
    [chinese::WORDS, korean::WORDS, english::WORDS, own]
        .into_iter()
        .flatten()
        .flat_map(|(atom, words)| words.split('|').map(move |word| (*atom, word)))
        .filter_map(|(atom, word)| length_of(word, text).map(|len| (atom, len)))
        .max_by_key(|(_, len)| *len)
}

/// How much of the text the word takes, if the text begins with it. An English word must end where it
/// ends: "min" is not the beginning of "mine".
pub(super) fn length_of(word: &str, text: &str) -> Option<usize> {
    if word.is_ascii() {
        let rest = text.strip_prefix(word)?;
        let lettered = word.ends_with(|last: char| last.is_ascii_alphabetic());
        let goes_on = rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '\'');
        return (!(lettered && goes_on)).then_some(word.len());
    }
    let mut rest = text;
    for sign in word.chars() {
        // 공부 못 했어요 and 공부못했어요 are the same word to us.
        rest = match rest.strip_prefix(sign) {
            Some(rest) => rest,
            None if rest.len() < text.len() => rest.strip_prefix(' ')?.strip_prefix(sign)?,
            None => return None,
        };
    }
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::super::atom::{Atom, Unit};
    use super::{chinese, english, korean, leave, longest};

    #[test]
    fn the_longest_word_wins_and_english_words_end() {
        for (text, want) in [
            ("学时", Some((Atom::Unit(Unit::ClassHour), 6))),
            ("学 时", Some((Atom::Unit(Unit::ClassHour), 7))),
            ("学习了", Some((Atom::Study, 9))),
            ("mine", None),
            ("min,", Some((Atom::Unit(Unit::Minute), 3))),
            ("h30", Some((Atom::Unit(Unit::HourSign), 1))),
            ("안 함", Some((Atom::Nothing, 7))),
        ] {
            assert_eq!(longest(text, &[]), want, "{text}");
        }
    }

    #[test]
    fn no_word_stands_in_the_lists_twice() {
        let study = [chinese::WORDS, english::WORDS, korean::WORDS].concat();
        for lists in [study, leave::WORDS.to_vec()] {
            let words = lists.iter().flat_map(|(_, words)| words.split('|'));
            let mut words: Vec<&str> = words.collect();
            words.sort_unstable();
            for pair in words.windows(2) {
                assert_ne!(pair[0], pair[1]);
                assert!(!pair[0].is_empty());
            }
        }
    }
}
