//! How much: a number with its unit, halves and minutes included.

use super::Spoken;
use super::atom::{Atom, Figure, Part, Unit};

/// What counts in a statement, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A part of the day; half a day if nothing else is said.
    Part(Part),
    /// A part of the day from beginning to end (一上午), and so half a day.
    AllOf(Part),
    Quantity(Spoken),
    /// 3日: three days, or the third. Holds the number.
    DaysOrDate(Figure),
}

/// The quantity that the atoms begin with, and how many atoms make it up.
pub(super) fn at(atoms: &[Atom]) -> Option<(Mark, usize)> {
    let (mark, used) = match atoms {
        [Atom::Whole, Atom::Unit(Unit::Day) | Atom::DayOrDate, ..] => {
            (Mark::Quantity(Spoken::Days(1000)), 2)
        }
        [Atom::Whole, Atom::Part(part), ..] | [Atom::Part(part), Atom::Whole, ..] => {
            (Mark::AllOf(half(*part)?), 2)
        }
        [Atom::Whole, rest @ ..] => at(rest).map(|(mark, used)| (mark, used + 1))?,
        [Atom::Half, rest @ ..] => {
            halved(rest).map(|(spoken, used)| (Mark::Quantity(spoken), used + 1))?
        }
        [Atom::Length(Spoken::Days(days)), rest @ ..] => {
            let (half, used) = half_behind(rest, *days % 1000 == 0);
            (Mark::Quantity(Spoken::Days(days + half)), used + 1)
        }
        // Once, twice.
        [Atom::Length(spoken), ..] => (Mark::Quantity(*spoken), 1),
        [Atom::Article, rest @ ..] => counted(Figure::whole_of(1), rest)?,
        [Atom::Number(figure), rest @ ..] => counted(*figure, rest)?,
        _ => return None,
    };
    // 两小时整.
    let sharp = matches!(
        atoms.get(used..),
        Some([Atom::Whole] | [Atom::Whole, Atom::Break, ..])
    );
    Some((mark, used + usize::from(sharp)))
}

/// What stands behind 半: half of one unit.
fn halved(atoms: &[Atom]) -> Option<(Spoken, usize)> {
    match atoms {
        [Atom::Count, rest @ ..] => match rest {
            [Atom::Unit(unit), ..] if *unit != Unit::Day && !unit.is_counted() => {
                Some((unit.spoken(500), 2))
            }
            _ => None,
        },
        [Atom::Unit(unit), ..] if !unit.is_counted() => Some((unit.spoken(500), 1)),
        [Atom::DayOrDate, ..] => Some((Spoken::Days(500), 1)),
        _ => None,
    }
}

/// What stands behind a number.
fn counted(figure: Figure, atoms: &[Atom]) -> Option<(Mark, usize)> {
    let n = figure.thousandths;
    let whole = n % 1000 == 0;
    match atoms {
        // 两个半天 are two half days; 两个半小时 is two hours and a half.
        [
            Atom::Count,
            Atom::Half,
            Atom::Unit(Unit::Day) | Atom::DayOrDate,
            ..,
        ] if whole => Some((Mark::Quantity(Spoken::Days(n / 2)), 4)),
        [Atom::Count, Atom::Half, rest @ ..] if whole => united(n + 500, false, rest, 3),
        [Atom::AndHalf, rest @ ..] if whole => united(n + 500, false, rest, 2),
        [Atom::Part(part), ..] if n == 1000 => Some((Mark::AllOf(half(*part)?), 2)),
        [Atom::Count | Atom::Whole, Atom::Part(part), ..] if n == 1000 => {
            Some((Mark::AllOf(half(*part)?), 3))
        }
        [Atom::Count | Atom::Whole, rest @ ..] => united(n, whole, rest, 2),
        [Atom::DayOrDate, rest @ ..] => {
            let (half, used) = half_behind(rest, whole);
            Some(if half > 0 || !whole {
                (
                    Mark::Quantity(Spoken::Days(n.saturating_add(half))),
                    used + 2,
                )
            } else {
                (Mark::DaysOrDate(figure), 2)
            })
        }
        rest => united(n, whole, rest, 1),
    }
}

/// A number of thousandths before its unit. `may_grow` where a half or minutes may stand behind it.
fn united(n: i64, may_grow: bool, atoms: &[Atom], before: usize) -> Option<(Mark, usize)> {
    let [Atom::Unit(unit), rest @ ..] = atoms else {
        return None;
    };
    if unit.is_counted() {
        // Half a visit is none.
        let whole = n % 1000 == 0 && !matches!(rest, [Atom::Half | Atom::AndHalf, ..]);
        return whole.then(|| (Mark::Quantity(unit.spoken(n)), before + 1));
    }
    let hours = matches!(unit, Unit::Hour | Unit::HourSign);
    if may_grow
        && hours
        && let Some((minutes, used)) = minutes(*unit, rest)
    {
        let total = n.saturating_mul(60).saturating_add(minutes);
        return Some((Mark::Quantity(Spoken::Minutes(total)), before + 1 + used));
    }
    let (half, used) = half_behind(rest, may_grow);
    Some((
        Mark::Quantity(unit.spoken(n.saturating_add(half))),
        before + 1 + used,
    ))
}

/// Minutes behind hours, in thousandths: 2小时30分, an hour and a quarter, 2h30.
fn minutes(hours: Unit, atoms: &[Atom]) -> Option<(i64, usize)> {
    let joined = usize::from(matches!(atoms.first(), Some(Atom::And)));
    let (figure, unit) = match atoms.get(joined..)? {
        [
            Atom::Number(figure),
            Atom::Unit(unit @ (Unit::Minute | Unit::QuarterHour)),
            ..,
        ] => (*figure, Some(*unit)),
        [Atom::Article, Atom::Unit(Unit::QuarterHour), ..] => {
            (Figure::whole_of(1), Some(Unit::QuarterHour))
        }
        [Atom::Number(figure), rest @ ..]
            if hours == Unit::HourSign
                && joined == 0
                && (1..=2).contains(&figure.digits)
                && !matches!(
                    rest.first(),
                    Some(Atom::Unit(_) | Atom::Count | Atom::MonthName(_))
                ) =>
        {
            (*figure, None)
        }
        _ => return None,
    };
    let minutes = unit
        .unwrap_or(Unit::Minute)
        .spoken(figure.thousandths)
        .thousandths();
    (minutes < 60_000).then_some((minutes, joined + 1 + usize::from(unit.is_some())))
}

/// Thousandths of a half behind a unit, and the atoms it took. A half with its own unit is another
/// quantity.
fn half_behind(atoms: &[Atom], may_grow: bool) -> (i64, usize) {
    match atoms {
        [
            Atom::Half,
            Atom::Unit(_) | Atom::Count | Atom::DayOrDate | Atom::Part(_),
            ..,
        ] => (0, 0),
        [Atom::Half | Atom::AndHalf, ..] if may_grow => (500, 1),
        _ => (0, 0),
    }
}

/// A length of so many days.
pub(super) fn days(figure: Figure) -> Mark {
    Mark::Quantity(Spoken::Days(figure.thousandths))
}

/// The part, if it is a half of the working day.
fn half(part: Part) -> Option<Part> {
    matches!(part, Part::Morning | Part::Afternoon).then_some(part)
}

/// What all marks come to, `None` if they do not add up clearly.
pub(super) fn total(marks: &[Mark], with_object: bool) -> Option<Spoken> {
    let quantities = || {
        marks.iter().filter_map(|mark| match mark {
            Mark::Quantity(spoken) => Some(*spoken),
            Mark::AllOf(_) => Some(Spoken::Days(500)),
            _ => None,
        })
    };
    let count = quantities().count();
    let parts: Vec<Part> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Part(part) | Mark::AllOf(part) => Some(*part),
            _ => None,
        })
        .collect();
    let distinct = parts
        .iter()
        .enumerate()
        .all(|(at, part)| !parts.iter().skip(at + 1).any(|other| other == part));
    if !distinct || marks.iter().any(|mark| matches!(mark, Mark::DaysOrDate(_))) {
        return None;
    }
    match count {
        // 上午学习党章 does not say how long it took.
        0 if with_object => None,
        0 => parts
            .iter()
            .map(|part| half(*part).map(|_| Spoken::Days(500)))
            .reduce(|sum, half| plus(sum?, half?))?,
        1 => (parts.len() <= 1).then(|| quantities().next())?,
        _ => {
            let alternate = marks.chunks(2).all(|pair| {
                matches!(
                    pair,
                    [Mark::Part(_), Mark::Quantity(_)] | [Mark::Quantity(_), Mark::Part(_)]
                )
            }) || marks.iter().all(|mark| matches!(mark, Mark::AllOf(_)));
            alternate.then(|| quantities().map(Some).reduce(|sum, next| plus(sum?, next?)))??
        }
    }
}

/// The sum of two amounts of the same kind.
fn plus(one: Spoken, other: Spoken) -> Option<Spoken> {
    let sum = |a: i64, b: i64| a.saturating_add(b);
    Some(match (one, other) {
        (Spoken::Days(a), Spoken::Days(b)) => Spoken::Days(sum(a, b)),
        (Spoken::ClassHours(a), Spoken::ClassHours(b)) => Spoken::ClassHours(sum(a, b)),
        (Spoken::Hours(a), Spoken::Hours(b)) => Spoken::Hours(sum(a, b)),
        (Spoken::Minutes(a), Spoken::Minutes(b)) => Spoken::Minutes(sum(a, b)),
        (Spoken::Times(a), Spoken::Times(b)) => Spoken::Times(sum(a, b)),
        (Spoken::Households(a), Spoken::Households(b)) => Spoken::Households(sum(a, b)),
        (Spoken::Hours(hours), Spoken::Minutes(minutes))
        | (Spoken::Minutes(minutes), Spoken::Hours(hours)) => {
            Spoken::Minutes(sum(hours.saturating_mul(60), minutes))
        }
        _ => return None,
    })
}
