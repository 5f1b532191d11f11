//! A text is one statement or several; a statement sets a limit by itself, or as the end of a range.

use super::NotADeadline;
use super::lexer::Token;
use super::slots::Slots;
use super::when::{DayOfYear, When, YearOf, stated};

/// What a statement sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// Nothing: it only says what is to be done.
    None,
    Vague,
    Immediate,
    Ongoing,
    CampaignEnd,
    When(When),
}

/// The statements of a text. A weekday beside a comma belongs to its date: "Monday, 30 June".
pub(super) fn statements(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut from = 0;
    let mut cuts = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let beside = |near: Option<usize>| {
            near.and_then(|near| tokens.get(near))
                .is_some_and(|token| matches!(token, Token::Weekday(_)))
        };
        if *token == Token::Break && !beside(at.checked_sub(1)) && !beside(Some(at + 1)) {
            cuts.push(from..at);
            from = at + 1;
        }
    }
    cuts.push(from..tokens.len());
    cuts.into_iter().filter_map(|cut| tokens.get(cut))
}

/// The limit that a statement sets. Of a range, 3月至9月, it is the end; the start must be readable too.
pub(super) fn limit(statement: &[Token]) -> Result<Limit, NotADeadline> {
    let mut halves = statement.split(|token| *token == Token::To);
    let (first, second, more) = (
        halves.next().unwrap_or_default(),
        halves.next(),
        halves.next(),
    );
    let mut slots = Slots::of(first)?;
    let Some(second) = second else {
        return slots.limit();
    };
    if more.is_some() || second.is_empty() {
        return Err(NotADeadline::Unreadable);
    }
    let mut end = Slots::of(second)?;
    if slots.sets_nothing() {
        return end.limit();
    }
    end.inherit(&mut slots);
    slots.forget(Token::From);
    // What follows "from" may be "now": 即日起至6月底.
    if let Limit::When(start) = if slots.has(Token::Now) {
        Limit::None
    } else {
        slots.limit()?
    } && let Limit::When(end) = end.limit()?
    {
        in_order(start, end)?;
    }
    match end.limit()? {
        Limit::None => Err(NotADeadline::Unreadable),
        limit => Ok(limit),
    }
}

/// A range whose years are written runs forward; without years it must at least exist.
fn in_order(start: When, end: When) -> Result<(), NotADeadline> {
    // Any leap year serves to ask whether there is such a day.
    const LEAP: u32 = 2012;
    let on = |when: When| match when {
        When::In {
            year: YearOf::Stated(year),
            day,
            ..
        } => (Some(year), Some(day)),
        When::In { day, .. } => (None, Some(day)),
        When::Short(..) | When::Serial(_) => (None, None),
    };
    let ((start_year, start), (end_year, end)) = (on(start), on(end));
    let (Some(start), Some(end)) = (start, end) else {
        return Err(NotADeadline::Unreadable);
    };
    let date = |day: DayOfYear, year: Option<u32>| {
        day.of(stated(year.unwrap_or(LEAP))?)
            .ok_or(NotADeadline::NoSuchDay)
    };
    let (from, to) = (date(start, start_year)?, date(end, end_year)?);
    if start_year.is_some() && end_year.is_some() && from > to {
        return Err(NotADeadline::Unreadable);
    }
    Ok(())
}
