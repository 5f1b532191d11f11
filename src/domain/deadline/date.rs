//! The day that the filled slots of a statement name together. Slots that do not go together name none.

use super::NotADeadline;
use super::clause::Limit;
use super::lexer::Token;
use super::slots::Slots;
use super::when::{DayOfYear, When, YearOf};

impl Slots {
    /// The dated limit of a statement that has any part of a date.
    pub(super) fn date(&self) -> Result<Limit, NotADeadline> {
        if self.clock.is_some_and(|hour| hour > 24) {
            return Err(NotADeadline::NoSuchDay);
        }
        // Before the first hour of a day is the day before, or a slip: nobody can tell.
        if self.clock == Some(0) && (self.has(Token::Before) || self.has(Token::Ere)) {
            return Err(NotADeadline::Unreadable);
        }
        let other_end = self.has(Token::MonthEnd) || self.has(Token::YearEnd);
        if self.has(Token::CampaignEnd) {
            let alone =
                !self.has_part() && self.whole.is_none() && self.clock.is_none() && !other_end;
            return alone
                .then_some(Limit::CampaignEnd)
                .ok_or(NotADeadline::Unreadable);
        }
        if let Some(whole) = self.whole {
            let alone = !self.has_part() && !other_end && !self.has(Token::End);
            return alone
                .then_some(Limit::When(whole))
                .ok_or(NotADeadline::Unreadable);
        }
        let day = self.day_of_year()?;
        if self.clock.is_some() && !matches!(day, DayOfYear::Day { .. }) {
            return Err(NotADeadline::Unreadable);
        }
        Ok(Limit::When(When::In {
            year: self.year.unwrap_or(YearOf::Open),
            day,
            weekday: self.weekday,
        }))
    }

    /// A month with its parts, a quarter, a half year, a feast and the year's end exclude each other.
    fn day_of_year(&self) -> Result<DayOfYear, NotADeadline> {
        let families = [
            self.month.is_some(),
            self.quarter.is_some(),
            self.half.is_some(),
            self.feast.is_some(),
            self.has(Token::YearEnd),
        ];
        let of_a_month =
            self.has_part_of_month() || self.number.is_some() || self.has(Token::MonthEnd);
        match families {
            [false, false, false, false, false] => self.whole_year(),
            [true, false, false, false, false] => self.in_month(),
            _ if of_a_month => Err(NotADeadline::Unreadable),
            [false, true, false, false, false] | [false, false, true, false, false] => {
                self.period()
            }
            [false, false, false, true, false] => self.feast(),
            [false, false, false, false, true] => Ok(DayOfYear::YearEnd),
            _ => Err(NotADeadline::Unreadable),
        }
    }

    fn has_part_of_month(&self) -> bool {
        self.day.is_some() || self.third.is_some() || self.half_month.is_some()
    }

    /// 2014年底, 今年内. A year alone is not clearly a limit, and 14年内 counts years.
    fn whole_year(&self) -> Result<DayOfYear, NotADeadline> {
        if self.number.is_some() {
            return Err(NotADeadline::Unreadable);
        }
        if self.has_part_of_month() || self.has(Token::MonthEnd) || self.weekday.is_some() {
            return Err(NotADeadline::NoReference);
        }
        let within = self.has(Token::Within) || self.has(Token::During);
        match self.year {
            Some(_) if self.has(Token::End) => Ok(DayOfYear::YearEnd),
            Some(YearOf::Stated(_) | YearOf::This | YearOf::Next) if within => {
                Ok(DayOfYear::YearEnd)
            }
            Some(_) => Err(NotADeadline::Unreadable),
            None => Err(NotADeadline::NoReference),
        }
    }

    fn in_month(&self) -> Result<DayOfYear, NotADeadline> {
        let month = self
            .month
            .filter(|month| (1..=12).contains(month))
            .ok_or(NotADeadline::NoSuchDay)?;
        if self.day.is_some() && self.number.is_some() {
            return Err(NotADeadline::Unreadable);
        }
        let at_end = self.has(Token::End) || self.has(Token::MonthEnd);
        let before = self.has(Token::Before) || self.has(Token::Ere);
        match (self.day.or(self.number), self.third, self.half_month) {
            (Some(day), None, None) if !at_end => Ok(DayOfYear::Day { month, day }),
            (None, Some(1), None) => Ok(DayOfYear::Day { month, day: 10 }),
            (None, Some(2), None) => Ok(DayOfYear::Day { month, day: 20 }),
            (None, None, Some(1)) => Ok(DayOfYear::Day { month, day: 15 }),
            (None, None, None) if before && !at_end => Ok(DayOfYear::MonthEve(month)),
            // 3月内 is in March or in three months.
            (None, None, None) if self.has(Token::Within) && !at_end && self.year.is_none() => {
                Err(NotADeadline::NoReference)
            }
            (None, Some(3) | None, None) | (None, None, Some(2)) => Ok(DayOfYear::MonthEnd(month)),
            _ => Err(NotADeadline::Unreadable),
        }
    }

    /// A quarter or half year; with a bare 前 it is read both ways, so not here.
    fn period(&self) -> Result<DayOfYear, NotADeadline> {
        if (self.has(Token::Before) || self.has(Token::Ere)) && !self.has(Token::End) {
            return Err(NotADeadline::Unreadable);
        }
        match (self.quarter, self.half) {
            (Some(quarter @ 1..=4), None) => Ok(DayOfYear::MonthEnd(quarter * 3)),
            (None, Some(half @ 1..=2)) => Ok(DayOfYear::MonthEnd(half * 6)),
            _ => Err(NotADeadline::NoSuchDay),
        }
    }

    fn feast(&self) -> Result<DayOfYear, NotADeadline> {
        if self.has(Token::End) || self.has(Token::Within) {
            return Err(NotADeadline::Unreadable);
        }
        let before = self.has(Token::Before) || self.has(Token::Ere);
        match self.feast.ok_or(NotADeadline::Unreadable)? {
            DayOfYear::Day { month, day } if before => Ok(DayOfYear::FeastEve { month, day }),
            DayOfYear::SpringFestival if before => Ok(DayOfYear::SpringFestivalEve),
            feast => Ok(feast),
        }
    }
}
