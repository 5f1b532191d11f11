//! Cuts a plain text into atoms. Nothing is skipped: a sign nobody knows becomes an atom that blocks.

use chrono::Weekday;

use super::atom::{Atom, Week};
use super::sifted::{MATTER, VERB};
use super::words::List;
use super::{numerals, words};

/// The atoms of a plain text.
pub(super) fn atoms(plain: &str) -> Vec<Atom> {
    atoms_with(plain, &[])
}

/// The same with words of one's own, which outweigh others as long as they are.
pub(super) fn atoms_with(plain: &str, own: List) -> Vec<Atom> {
    let mut out = Vec::new();
    let mut rest = plain;
    while let Some(sign) = rest.chars().next() {
        let len = if sign == ' ' {
            sign.len_utf8()
        } else {
            step(rest, sign, own, &mut out)
        };
        // A length that is no boundary cannot come; if it did, the reply ends in a block.
        rest = rest.get(len.max(1)..).unwrap_or_else(|| {
            out.push(Atom::Block);
            ""
        });
    }
    out
}

/// Puts out what the text begins with and says how long it was.
fn step(text: &str, sign: char, own: List, out: &mut Vec<Atom>) -> usize {
    // 3회 counts, 회사에서 does not.
    let counts = matches!(out.last(), Some(Atom::Number(_) | Atom::Count));
    let mut one = |atom: Atom, len: usize| {
        out.push(atom);
        len
    };
    match sign {
        ',' => return one(Atom::Break, 1),
        VERB => return one(Atom::Study, sign.len_utf8()),
        MATTER => return one(Atom::Topic, sign.len_utf8()),
        // A title in brackets is what was studied, whatever numbers it has in it.
        '《' | '〈' => {
            return match text.find(['》', '〉']) {
                Some(end) => one(Atom::Topic, end + '》'.len_utf8()),
                None => one(Atom::Block, sign.len_utf8()),
            };
        }
        _ => {}
    }
    if sign.is_ascii_digit() {
        let (atom, len) = figures(text);
        return one(atom, len);
    }
    if let Some((week, weekday, len)) = chinese_week(text) {
        out.extend(week.map(Atom::Week));
        out.extend(weekday.map(Atom::Weekday));
        return len;
    }
    let is_stray = |atom: &Atom| matches!(atom, Atom::Unit(unit) if unit.is_counted()) && !counts;
    let word = words::longest(text, own).filter(|(atom, _)| !is_stray(atom));
    match number(text) {
        Some((atom, len)) if word.is_none_or(|(_, longest)| longest <= len) => one(atom, len),
        _ => {
            let (atom, len) = word.unwrap_or_else(|| unknown(text, sign));
            one(atom, len)
        }
    }
}

/// A date in figures, or a number.
fn figures(text: &str) -> (Atom, usize) {
    let blocked = (Atom::Block, numerals::leading(text).len());
    let parts: Vec<&str> = text
        .splitn(4, ['-', '/', '.'])
        .map(numerals::leading)
        .collect();
    let joined = |parts: &[&str]| {
        let len =
            parts.iter().map(|part| part.len()).sum::<usize>() + parts.len().saturating_sub(1);
        // Behind 3/10 a dash leads to another date; whether that is wanted is not decided here.
        let mark = text.chars().find(|sign| !sign.is_ascii_digit());
        let closed = !text.get(len..).is_some_and(|rest| {
            rest.starts_with(['/', '.']) || rest.starts_with('-') && mark == Some('-')
        });
        (closed && parts.iter().all(|part| !part.is_empty())).then_some(len)
    };
    let mut marks = text.chars().filter(|sign| !sign.is_ascii_digit());
    let (mark, next) = (marks.next(), marks.next());
    if let [year, month, day, ..] = parts.as_slice()
        && year.len() == 4
        && mark == next
        && let Some(len) = joined(&[year, month, day])
        && let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse())
    {
        return (Atom::Date(year, month, day), len);
    }
    if mark == Some('/')
        && let [month, day, ..] = parts.as_slice()
        && month.len() <= 2
        && day.len() <= 2
        && let Some(len) = joined(&[month, day])
        && let (Ok(month), Ok(day)) = (month.parse(), day.parse())
    {
        return (Atom::MonthDay(month, day), len);
    }
    numerals::figures(text).map_or(blocked, |(figure, len)| (Atom::Number(figure), len))
}

/// A number in words of any language.
fn number(text: &str) -> Option<(Atom, usize)> {
    numerals::chinese(text)
        .map(|(figure, len)| (figure.map_or(Atom::Block, Atom::Number), len))
        .or_else(|| numerals::korean(text).map(|(figure, len)| (Atom::Number(figure), len)))
        .or_else(|| numerals::english(text).map(|(figure, len)| (Atom::Number(figure), len)))
}

/// Prefixes of 周三 and the calendar week they mean; none means the latest such day.
const WEEKS: [(&str, i64); 12] = [
    ("上上个", -2),
    ("上上", -2),
    ("上个", -1),
    ("上", -1),
    ("本", 0),
    ("这个", 0),
    ("这", 0),
    ("下下个", 2),
    ("下下", 2),
    ("下个", 1),
    ("下", 1),
    ("", 0),
];

/// 周三, 上星期五, 下周, and its length.
fn chinese_week(text: &str) -> Option<(Option<Week>, Option<Weekday>, usize)> {
    let (prefix, weeks, rest) = WEEKS
        .iter()
        .find_map(|(prefix, weeks)| Some((*prefix, *weeks, text.strip_prefix(prefix)?)))?;
    let rest = ["周", "星期", "礼拜"]
        .iter()
        .find_map(|week| rest.strip_prefix(week))?;
    let week = (!prefix.is_empty()).then_some(Week::Calendar(weeks));
    let sign = rest.chars().next();
    let weekday = sign.and_then(weekday);
    if weekday.is_none() && weeks <= 0 {
        return None;
    }
    let signs = if weekday.is_some() {
        sign.map_or(0, char::len_utf8)
    } else {
        0
    };
    Some((week, weekday, text.len() - rest.len() + signs))
}

fn weekday(sign: char) -> Option<Weekday> {
    Some(match sign {
        '一' => Weekday::Mon,
        '二' => Weekday::Tue,
        '三' => Weekday::Wed,
        '四' => Weekday::Thu,
        '五' => Weekday::Fri,
        '六' => Weekday::Sat,
        '日' | '天' => Weekday::Sun,
        _ => return None,
    })
}

/// Particles that mark a Korean word as an object or a place.
const PARTICLES: [&str; 6] = ["을", "를", "에서", "으로", "에대해", "관련"];

/// A word of no list: perhaps what was studied, perhaps anything.
fn unknown(text: &str, sign: char) -> (Atom, usize) {
    match sign {
        'a'..='z' => (Atom::Word, numerals::letters(text).len().max(1)),
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => (Atom::Word, sign.len_utf8()),
        '\u{ac00}'..='\u{d7a3}' => {
            let end = text
                .find(|sign: char| !('\u{ac00}'..='\u{d7a3}').contains(&sign))
                .unwrap_or(text.len());
            let word = text.get(..end).unwrap_or(text);
            let marked = PARTICLES.iter().any(|particle| word.ends_with(particle));
            (if marked { Atom::Object } else { Atom::Block }, end)
        }
        _ => (Atom::Block, sign.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::atom::{Atom, Figure, Part, Unit};
    use super::atoms;

    const FOUR: Atom = Atom::Number(Figure {
        thousandths: 4_000,
        digits: 1,
    });

    #[test]
    fn dates_in_figures_are_one_atom() {
        for (text, want) in [
            ("2014-03-02", vec![Atom::Date(2014, 3, 2)]),
            ("2014.3.2", vec![Atom::Date(2014, 3, 2)]),
            ("3/2", vec![Atom::MonthDay(3, 2)]),
            ("3/2-4", vec![Atom::MonthDay(3, 2), Atom::Block, FOUR]),
            ("2:30", vec![Atom::Block; 3]),
        ] {
            let read = atoms(text);
            if text.contains(':') {
                assert!(read.contains(&Atom::Block), "{text}");
            } else {
                assert_eq!(read, want, "{text}");
            }
        }
        assert!(atoms("3.5/7").contains(&Atom::Block));
    }

    #[test]
    fn a_title_hides_its_numbers() {
        assert_eq!(atoms("《十八大报告》"), [Atom::Topic]);
    }

    #[test]
    fn spaces_part_nothing() {
        assert_eq!(atoms("下 午"), [Atom::Part(Part::Afternoon)]);
        assert_eq!(atoms("学 时"), [Atom::Unit(Unit::ClassHour)]);
    }
}
