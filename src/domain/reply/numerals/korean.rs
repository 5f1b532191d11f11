//! Korean numbers: native (두 시간) and Sino-Korean (삼십 분). Their syllables are particles and parts of
//! words as well, so one counts as a number only right before a unit that takes it.

use super::super::atom::Figure;

/// Units behind native numbers, and behind Sino-Korean ones. 두 분 is two persons, 한 일 a thing done.
const BEHIND_NATIVE: [&str; 11] = [
    "학습시간",
    "학시간",
    "학시",
    "시간",
    "개",
    "번",
    "차례",
    "건",
    "가구",
    "세대",
    "집",
];
const BEHIND_SINO: [&str; 8] = ["학습시간", "학시간", "학시", "시간", "분", "일", "월", "년"];

/// 이 시간, 이 분 are this time, this person; 이 일 this matter, but 이일 the second.
const THIS: [&str; 3] = ["시간", "분", " 일"];

/// A Korean number before its unit, and the number's length.
pub(in super::super) fn korean(text: &str) -> Option<(Figure, usize)> {
    native(text)
        .filter(|(_, len)| stands_before(text, *len, &BEHIND_NATIVE))
        .or_else(|| {
            sino(text).filter(|(figure, len)| {
                let this = figure.thousandths == 2_000 && text.get(..*len) == Some("이");
                stands_before(text, *len, &BEHIND_SINO)
                    && !(this && THIS.iter().any(|unit| follows(text, *len, unit)))
            })
        })
}

fn follows(text: &str, len: usize, unit: &str) -> bool {
    text.get(len..)
        .is_some_and(|rest| rest.starts_with(unit) || rest.trim_start().starts_with(unit))
}

fn stands_before(text: &str, len: usize, units: &[&str]) -> bool {
    units.iter().any(|unit| follows(text, len, unit))
}

const NATIVE_TENS: [(&str, i64); 6] = [
    ("열", 10),
    ("스물", 20),
    ("스무", 20),
    ("서른", 30),
    ("마흔", 40),
    ("쉰", 50),
];
const NATIVE_ONES: [(&str, i64); 9] = [
    ("한", 1),
    ("두", 2),
    ("세", 3),
    ("네", 4),
    ("다섯", 5),
    ("여섯", 6),
    ("일곱", 7),
    ("여덟", 8),
    ("아홉", 9),
];

fn native(text: &str) -> Option<(Figure, usize)> {
    let (tens, tens_len) = head(text, &NATIVE_TENS).unwrap_or((0, 0));
    let (ones, ones_len) = head(text.get(tens_len..)?, &NATIVE_ONES).unwrap_or((0, 0));
    let len = tens_len + ones_len;
    (len > 0).then(|| (Figure::whole_of(tens + ones), len))
}

fn head(text: &str, words: &[(&str, i64)]) -> Option<(i64, usize)> {
    words
        .iter()
        .find(|(word, _)| text.starts_with(word))
        .map(|(word, value)| (*value, word.len()))
}

/// 백이십, 구십, 삼점오.
fn sino(text: &str) -> Option<(Figure, usize)> {
    let (mut total, mut last_place) = (0, 1000);
    let (mut pending, mut len) = (None, 0);
    let mut signs = text.chars().peekable();
    while let Some(&sign) = signs.peek() {
        match (digit(sign), place(sign)) {
            // 십일 is eleven, but in 삼십 일 and 삼일 the last 일 is the unit.
            (Some(1), _) if pending.is_some() || unit_follows_only_without(text, len) => break,
            (Some(digit), _) if pending.is_none() => pending = Some(digit),
            (None, Some(place)) if place < last_place => {
                total += pending.take().unwrap_or(1) * place;
                last_place = place;
            }
            _ => break,
        }
        len += sign.len_utf8();
        signs.next();
    }
    let mut thousandths = (total + pending.unwrap_or(0)) * 1000;
    let mut decimals = text
        .get(len..)
        .and_then(|rest| rest.strip_prefix('점'))
        .unwrap_or("")
        .chars();
    if let Some(tenths) = decimals.next().and_then(digit) {
        thousandths += tenths * 100;
        len += '점'.len_utf8() * 2;
    }
    (len > 0).then_some((
        Figure {
            thousandths,
            digits: 0,
        },
        len,
    ))
}

/// Whether the 일 at `len` can only be the unit: something was read before it, and no unit comes behind.
fn unit_follows_only_without(text: &str, len: usize) -> bool {
    len > 0 && !stands_before(text, len + '일'.len_utf8(), &BEHIND_SINO)
}

fn digit(sign: char) -> Option<i64> {
    "영일이삼사오육칠팔구"
        .chars()
        .position(|digit| digit == sign)
        .and_then(|n| i64::try_from(n).ok())
}

fn place(sign: char) -> Option<i64> {
    match sign {
        '십' => Some(10),
        '백' => Some(100),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::korean;

    #[test]
    fn a_number_is_read_only_before_a_unit_that_takes_it() {
        for (text, want) in [
            ("두 시간", Some(2_000)),
            ("열두 시간", Some(12_000)),
            ("세 학시", Some(3_000)),
            ("삼십 분", Some(30_000)),
            ("구십분", Some(90_000)),
            ("백이십분", Some(120_000)),
            ("십일 분", Some(11_000)),
            ("삼일", Some(3_000)),
            ("삼십일", Some(30_000)),
            ("삼점오시간", Some(3_500)),
            ("이 시간", None),
            ("두 분", None),
            ("한 일", None),
            ("오늘", None),
            ("이런", None),
        ] {
            assert_eq!(
                korean(text).map(|(figure, _)| figure.thousandths),
                want,
                "{text}"
            );
        }
    }
}
