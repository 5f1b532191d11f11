//! Finds words of one's own in a text: the campaign's names of duties, forms and topics. What is found is put
//! out of the reader's way, so that he sees what he knows: a verb, or a matter that was studied.

use chrono::NaiveDate;

use super::atom::Atom;
use super::{LONGEST, Reading, dated, lexer, plain, words};

/// Stands where a word was that says what one did.
pub(super) const VERB: char = '\u{e000}';
/// Stands where a word was that says what it was about.
pub(super) const MATTER: char = '\u{e001}';

/// A text and which of one's own words are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sifted {
    /// The words found, by their place in the list; several of one spelling are all found.
    pub found: Vec<usize>,
    plain: String,
    marked: String,
}

/// Looks for the words; `true` beside one says that it is a verb. The longest wins, of equally long ones the first
/// in the text; none overlap.
pub fn sift(text: &str, own: &[(&str, bool)]) -> Sifted {
    let plain = if text.chars().count() > LONGEST {
        String::new()
    } else {
        plain::plain(text)
    };
    let mut hits: Vec<(usize, usize, usize)> = Vec::new();
    for (number, (word, _)) in own.iter().enumerate() {
        let word = spelt(word);
        if !word.is_empty() {
            hits.extend(places(&plain, &word).map(|(at, len)| (at, len, number)));
        }
    }
    hits.sort_by_key(|(at, len, number)| (std::cmp::Reverse(*len), *at, *number));
    let mut taken: Vec<(usize, usize, bool)> = Vec::new();
    let mut found = Vec::new();
    for (at, len, number) in hits {
        let verb = own.get(number).is_some_and(|(_, verb)| *verb);
        if let Some(same) = taken.iter_mut().find(|one| (one.0, one.1) == (at, len)) {
            same.2 |= verb;
        } else if taken
            .iter()
            .all(|(from, length, _)| at + len <= *from || from + length <= at)
        {
            taken.push((at, len, verb));
        } else {
            continue;
        }
        if !found.contains(&number) {
            found.push(number);
        }
    }
    taken.sort_unstable();
    let mut marked = String::with_capacity(plain.len());
    let mut done = 0;
    for (at, len, verb) in taken {
        marked.push_str(plain.get(done..at).unwrap_or(""));
        marked.push(if verb { VERB } else { MATTER });
        done = at + len;
    }
    marked.push_str(plain.get(done..).unwrap_or(""));
    found.sort_unstable();
    Sifted {
        found,
        plain,
        marked,
    }
}

impl Sifted {
    /// What the text says with those words known, and whether it names the day.
    pub fn read(&self, today: NaiveDate) -> (Reading, bool) {
        dated(&self.marked, today)
    }

    /// The same as if one had no words of one's own.
    pub fn read_plainly(&self, today: NaiveDate) -> (Reading, bool) {
        dated(&self.plain, today)
    }

    /// Whether there is nothing in the text but those words: "学了党纪法规".
    pub fn is_bare(&self) -> bool {
        let plain = |atom: &Atom| {
            matches!(
                atom,
                Atom::Study
                    | Atom::Finished
                    | Atom::Attend
                    | Atom::Topic
                    | Atom::Filler
                    | Atom::And
                    | Atom::Break
            )
        };
        !self.found.is_empty() && lexer::atoms(&self.marked).iter().all(plain)
    }
}

/// A word as texts spell it: no spaces, except between English words.
fn spelt(word: &str) -> String {
    let word = plain::plain(word);
    if word.is_ascii() {
        return word;
    }
    word.replace(' ', "")
}

/// Where the word stands, and how long it is there. An English word begins where no letter is before it.
fn places<'a>(plain: &'a str, word: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    plain.char_indices().filter_map(move |(at, _)| {
        let (before, rest) = plain.split_at_checked(at)?;
        let goes_on =
            word.is_ascii() && before.ends_with(|last: char| last.is_ascii_alphanumeric());
        let len = words::length_of(word, rest)?;
        (!goes_on).then_some((at, len))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, Spoken};
    use super::*;

    const OWN: [(&str, bool); 8] = [
        ("集中学习", true),
        ("学习讨论", true),
        ("走访", true),
        ("党纪法规", false),
        ("黨紀法規", false),
        ("警示片", false),
        ("Field research", true),
        ("당규률과 법규", false),
    ];

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2014, 3, 3).unwrap()
    }

    #[test]
    fn words_of_ones_own_are_found_and_the_rest_is_read() {
        let yesterday = today().pred_opt().unwrap();
        for (text, found, spoken, on) in [
            (
                "昨天集中学习半天,党纪法规",
                &[0, 3, 4][..],
                Spoken::Days(500),
                yesterday,
            ),
            (
                "集中學習黨紀法規2學時",
                &[0, 3, 4],
                Spoken::ClassHours(2_000),
                today(),
            ),
            ("看警示片2学时", &[5], Spoken::ClassHours(2_000), today()),
            ("走访3户", &[2], Spoken::Households(3_000), today()),
            ("走訪3戶困難群眾", &[2], Spoken::Households(3_000), today()),
            (
                "field  research half a day",
                &[6],
                Spoken::Days(500),
                today(),
            ),
            (
                "당규률과법규를 2학시 학습했습니다",
                &[7],
                Spoken::ClassHours(2_000),
                today(),
            ),
            ("2学时", &[], Spoken::ClassHours(2_000), today()),
            // The longest wins; of two as long the first.
            (
                "集中学习讨论2学时",
                &[0],
                Spoken::ClassHours(2_000),
                today(),
            ),
        ] {
            let sifted = sift(text, &OWN);
            assert_eq!(sifted.found, found, "{text}");
            assert_eq!(
                sifted.read(today()).0,
                Reading::Amount { spoken, on },
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_left_over_makes_it_unclear() {
        for text in [
            "他走访3户",
            "走访几户",
            "不走访3户",
            "走访计划3户",
            "走访1.5户",
            "走访半户",
            "走访3户2次",
            "第3次走访",
            "走访",
            "afield research half a day?",
            "\u{e000}党纪法规",
        ] {
            assert_eq!(sift(text, &OWN).read(today()).0, Reading::Unclear, "{text}");
        }
    }

    #[test]
    fn words_alone_are_told_from_a_sentence() {
        for (text, bare) in [
            ("党纪法规", true),
            ("学的是党纪法规。", true),
            ("学了党纪法规和警示片", true),
            ("没学党纪法规", false),
            ("昨天党纪法规", false),
            ("党纪法规考试", false),
            ("学了", false),
            ("", false),
        ] {
            assert_eq!(sift(text, &OWN).is_bare(), bare, "{text}");
        }
    }

    #[test]
    fn whether_a_day_is_named_is_told() {
        for (text, named) in [
            ("2学时", false),
            ("今天2学时", true),
            ("昨天集中学习半天", true),
            ("2号半天", true),
            ("学了很多", false),
        ] {
            assert_eq!(sift(text, &OWN).read(today()).1, named, "{text}");
        }
    }
}
