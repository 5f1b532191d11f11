//! What people write when they are away: "请假 3.10-3.14", "出差到周五", "on leave until Friday",
//! "3월10일부터 3월14일까지 휴가".
//!
//! Readings that could be disputed, decided here:
//! - A text that speaks of study is no leave, whatever else is in it: "请假前学了半天".
//! - Every sign must be understood, as in an answer; what is left over makes it unclear.
//! - Parts of a day are unclear: leave is kept in whole days.
//! - 3日 is three days or the third, and so unclear; 到3日 and 3-5日 are dates.
//! - 从明天 without an end is unclear.
//! - 下周 is all of the week, 到下周 unclear.

use chrono::{Datelike, Days, NaiveDate};

use super::atom::{Atom, Figure, Unit, Week};
use super::{LONGEST, Spoken, day, lexer, plain, words};
use crate::domain::leave::{Kind, Lasting, Said, When};

/// What a text says of being away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Nothing: it may be an answer about study.
    NoLeave,
    /// That somebody is away, but not clearly who or when.
    Unclear {
        /// Leave or trip, as far as can be told.
        kind: Kind,
    },
    /// That the writer is away.
    Said(Said),
}

/// Reads a text that may speak of leave, written on that day.
pub fn leave(text: &str, today: NaiveDate) -> Heard {
    if text.chars().count() > LONGEST {
        return Heard::NoLeave;
    }
    let atoms = lexer::atoms_with(&dated(&plain::plain(text)), words::LEAVE);
    let kinds = || {
        atoms.iter().filter_map(|atom| match atom {
            Atom::Leave(kind) => Some(*kind),
            _ => None,
        })
    };
    if kinds().next().is_none() || atoms.iter().any(speaks_of_study) {
        return Heard::NoLeave;
    }
    // 因出差请假: the trip is why.
    let kind = if kinds().any(|kind| kind == Kind::Trip) {
        Kind::Trip
    } else {
        Kind::Leave
    };
    let when = pieces(&atoms, kind, today).and_then(|pieces| when(&pieces, today));
    match when {
        Some(when) => Heard::Said(Said { kind, when }),
        None => Heard::Unclear { kind },
    }
}

/// Reads the days on which somebody is away, where that he is away is clear already; leave is meant where
/// neither leave nor trip is said.
pub fn days_away(text: &str, today: NaiveDate) -> Heard {
    match leave(text, today) {
        Heard::NoLeave => leave(&format!("请假 {text}"), today),
        heard => heard,
    }
}

/// The one day that a text names, and nothing else, the next from today on: "3月10日", "从下周一起", "from 10
/// March", "3월 10일부터".
pub fn one_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let atoms = lexer::atoms_with(&dated(&plain::plain(text)), words::LEAVE);
    let atoms: Vec<Atom> = atoms
        .into_iter()
        .filter(|atom| *atom != Atom::From)
        .collect();
    let (day, used) = day::ahead(&atoms, today, today)?;
    (used == atoms.len()).then_some(day.date)
}

const fn speaks_of_study(atom: &Atom) -> bool {
    matches!(
        atom,
        Atom::Study
            | Atom::Finished
            | Atom::Done
            | Atom::Attend
            | Atom::Topic
            | Atom::Nothing
            | Atom::Unit(
                Unit::ClassHour | Unit::Hour | Unit::HourSign | Unit::Minute | Unit::QuarterHour
            )
    )
}

/// 3.10 as 3/10: of leave there are no tenths, so a point between two figures stands in a date. 1.5天
/// stays what it is, and nobody can take it.
fn dated(plain: &str) -> String {
    let signs: Vec<char> = plain.chars().collect();
    let figures = |at: usize, back: bool| {
        let sign = |n: usize| {
            let at = if back { at.checked_sub(n)? } else { at + n };
            signs.get(at)
        };
        (1..=3)
            .take_while(|n| sign(*n).is_some_and(char::is_ascii_digit))
            .count()
    };
    let mut out = String::with_capacity(plain.len());
    for (at, sign) in signs.iter().enumerate() {
        let (before, behind) = (figures(at, true), figures(at, false));
        let next = |n: usize| signs.get(at + behind + n).copied();
        let is_date = *sign == '.'
            && (1..=2).contains(&before)
            && (1..=2).contains(&behind)
            && at.checked_sub(before + 1).and_then(|at| signs.get(at)) != Some(&'.')
            && next(1) != Some('.')
            && !matches!(
                (next(1), next(2)),
                (Some('天' | '个' | '周' | 'd' | 'w'), _)
                    | (Some(' '), Some('天' | '个' | 'd' | 'w'))
            );
        out.push(if is_date { '/' } else { *sign });
    }
    out
}

/// What counts in the text, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Day(NaiveDate),
    /// All days of a week.
    Week(NaiveDate, NaiveDate),
    Length(Lasting),
    Until,
    UntilBehind,
    From,
}

/// The pieces that all atoms together make; `None` if one of them is not understood.
fn pieces(atoms: &[Atom], kind: Kind, today: NaiveDate) -> Option<Vec<Piece>> {
    let mut found: Vec<Piece> = Vec::new();
    let mut rest = atoms;
    // Words of no list name a place: 去北京出差.
    let mut placed = false;
    while let Some(atom) = rest.first() {
        let from = found.iter().rev().find_map(|piece| match piece {
            Piece::Day(day) => Some(*day),
            _ => None,
        });
        let used = if let Some((pieces, used)) = dates(rest, &found, today, from) {
            found.extend(pieces);
            used
        } else if let Some((lasting, used)) = length(rest) {
            found.push(Piece::Length(lasting));
            used
        } else {
            match atom {
                Atom::Until if found.last() == Some(&Piece::Until) => {}
                Atom::Until => found.push(Piece::Until),
                Atom::UntilBehind => found.push(Piece::UntilBehind),
                Atom::From => found.push(Piece::From),
                Atom::Word | Atom::Matter | Atom::Object if placed && kind == Kind::Trip => {}
                Atom::Leave(_)
                | Atom::Filler
                | Atom::Addressee
                | Atom::Article
                | Atom::And
                | Atom::Intent
                | Atom::Break
                | Atom::Place => {}
                _ => return None,
            }
            1
        };
        placed = match atom {
            Atom::Place => true,
            Atom::Word | Atom::Matter | Atom::Object => placed,
            _ => false,
        };
        rest = rest.get(used.max(1)..)?;
    }
    Some(found)
}

/// The days that the atoms begin with. `from` is the day named before.
fn dates(
    atoms: &[Atom],
    before: &[Piece],
    today: NaiveDate,
    from: Option<NaiveDate>,
) -> Option<(Vec<Piece>, usize)> {
    let ends = |atom: &Atom| matches!(atom, Atom::DateMark | Atom::DayOrDate);
    let until = before.last() == Some(&Piece::Until);
    let range = |first: NaiveDate, last: NaiveDate, used: usize| {
        let pieces = vec![Piece::Day(first), Piece::Until, Piece::Day(last)];
        Some((pieces, used))
    };
    match atoms {
        [Atom::Week(Week::Calendar(_)), Atom::Weekday(_), ..] => {}
        [Atom::Week(Week::Calendar(weeks)), ..] if *weeks >= 0 => {
            let monday = today.week(chrono::Weekday::Mon).checked_first_day()?;
            let shift = Days::new(u64::try_from(weeks.checked_mul(7)?).ok()?);
            let monday = monday.checked_add_days(shift)?;
            let sunday = monday.checked_add_days(Days::new(6))?;
            return Some((vec![Piece::Week(monday, sunday)], 1));
        }
        // 3月10-14日: the first has neither mark nor month of its own.
        [
            Atom::Number(month),
            Atom::MonthMark,
            Atom::Number(first),
            Atom::Until,
            Atom::Number(_),
            end,
            ..,
        ] if ends(end) => {
            let first = day::coming(month.whole()?, first.whole()?, from.unwrap_or(today))?;
            return Some((vec![Piece::Day(first)], 3));
        }
        // 10-14号, 10-14 March.
        [
            Atom::Number(first),
            Atom::Until,
            Atom::Number(last),
            end,
            ..,
        ] if ends(end) => {
            let (first, last) = (first.whole()?, last.whole()?);
            let first = day::coming_in_month(first, from.unwrap_or(today))?;
            return range(first, day::coming_in_month(last, first)?, 4);
        }
        _ => {}
    }
    if let [Atom::Number(first), Atom::Until, last @ ..] = atoms
        && let [Atom::Number(_), Atom::MonthName(_), ..]
        | [Atom::Number(_), Atom::DateMark, Atom::MonthName(_), ..] = last
    {
        let (last, used) = day::ahead(last, today, from.unwrap_or(today))?;
        return range(last.date.with_day(first.whole()?)?, last.date, used + 2);
    }
    // 到14日, 3.10-14: the day of a month that was named before.
    match (atoms, from) {
        ([Atom::Number(date), end, ..], _) if until && ends(end) => {
            let date = day::coming_in_month(date.whole()?, from.unwrap_or(today))?;
            return Some((vec![Piece::Day(date)], 2));
        }
        ([Atom::Number(date), end, Atom::UntilBehind, ..], _) if ends(end) => {
            let date = day::coming_in_month(date.whole()?, from.unwrap_or(today))?;
            return Some((vec![Piece::Day(date)], 2));
        }
        ([Atom::Number(date), rest @ ..], Some(from)) if until && is_bare(*date, rest) => {
            let date = day::coming_in_month(date.whole()?, from)?;
            return Some((vec![Piece::Day(date)], 1));
        }
        _ => {}
    }
    let (day, used) = day::ahead(atoms, today, from.unwrap_or(today))?;
    Some((vec![Piece::Day(day.date)], used))
}

/// Whether a number stands alone, as a day of a month may.
fn is_bare(number: Figure, behind: &[Atom]) -> bool {
    let stands = matches!(
        behind.first(),
        None | Some(Atom::Leave(_) | Atom::Break | Atom::Filler | Atom::UntilBehind)
    );
    (1..=2).contains(&number.digits) && stands
}

/// The length that the atoms begin with.
fn length(atoms: &[Atom]) -> Option<(Lasting, usize)> {
    let (count, rest, before) = match atoms {
        [Atom::Length(Spoken::Days(days)), ..] if days % 1000 == 0 => {
            let days = u32::try_from(days / 1000).ok()?;
            return Some((Lasting::Days(days), 1));
        }
        [Atom::OneWeek, ..] => return Some((Lasting::Weeks(1), 1)),
        [Atom::Whole | Atom::Article, rest @ ..] => (1, rest, 1),
        [Atom::Number(number), Atom::Count | Atom::Whole, rest @ ..] => (number.whole()?, rest, 2),
        [Atom::Number(number), rest @ ..] => (number.whole()?, rest, 1),
        _ => return None,
    };
    let lasting = match rest.first()? {
        Atom::Unit(Unit::Day) => Lasting::Days(count),
        Atom::WorkDay => Lasting::WorkDays(count),
        Atom::WeekUnit => Lasting::Weeks(count),
        Atom::MonthMark if before == 2 => Lasting::Months(count),
        _ => return None,
    };
    Some((lasting, before + 1))
}

/// What the pieces say together, if it is one thing.
fn when(pieces: &[Piece], today: NaiveDate) -> Option<When> {
    let open = pieces.contains(&Piece::From);
    let mut lengths = pieces.iter().filter_map(|piece| match piece {
        Piece::Length(lasting) => Some(*lasting),
        _ => None,
    });
    let (lasting, more) = (lengths.next(), lengths.next());
    if more.is_some() {
        return None;
    }
    let dates: Vec<Piece> = pieces
        .iter()
        .filter(|piece| !matches!(piece, Piece::From | Piece::Length(_)))
        .copied()
        .collect();
    let days = |first, last| {
        Some(When::Days {
            first,
            last,
            lasting,
        })
    };
    match (dates.as_slice(), lasting) {
        ([], None) if !open => Some(When::Open),
        ([], Some(lasting)) if !open => Some(When::For {
            first: today,
            lasting,
        }),
        ([Piece::Day(first)], Some(lasting)) => Some(When::For {
            first: *first,
            lasting,
        }),
        ([Piece::Day(day)], None) if !open => days(*day, *day),
        ([Piece::Until, Piece::Day(last)] | [Piece::Day(last), Piece::UntilBehind], _) if !open => {
            days(today, *last)
        }
        (
            [Piece::Day(first), Piece::Until, Piece::Day(last)]
            | [Piece::Day(first), Piece::Day(last), Piece::UntilBehind]
            | [
                Piece::Day(first),
                Piece::Until,
                Piece::Day(last),
                Piece::UntilBehind,
            ],
            _,
        ) => days(*first, *last),
        // 今明两天, 明天、后天.
        ([Piece::Day(first), Piece::Day(last)], _) if !open && first.succ_opt() == Some(*last) => {
            days(*first, *last)
        }
        ([Piece::Week(first, last)], None) if !open => days((*first).max(today), *last),
        _ => None,
    }
}
