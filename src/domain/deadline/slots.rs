//! The slots of a statement, filled from its tokens in whatever order the language has them. A slot filled twice is
//! no limit; what filled slots mean together stands in [`super::date`].

use chrono::Weekday;

use super::NotADeadline;
use super::clause::Limit;
use super::figures::Figure;
use super::lexer::Token;
use super::when::{DayOfYear, When, YearOf};

/// The parts of a statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    pub(super) year: Option<YearOf>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    /// A bare number: a day beside a month, or the first half of a range.
    pub(super) number: Option<u32>,
    pub(super) third: Option<u32>,
    pub(super) half_month: Option<u32>,
    pub(super) quarter: Option<u32>,
    pub(super) half: Option<u32>,
    pub(super) feast: Option<DayOfYear>,
    /// A date that is whole by itself.
    pub(super) whole: Option<When>,
    pub(super) weekday: Option<Weekday>,
    /// The hour of a time of day.
    pub(super) clock: Option<u32>,
    /// Tokens without a value that were there: 底, 前, 起 and the like.
    marks: Vec<Token>,
}

impl Slots {
    /// Fills the slots from a statement, or from one half of a range.
    pub(super) fn of(tokens: &[Token]) -> Result<Self, NotADeadline> {
        let mut slots = Self::default();
        for token in tokens {
            slots.fill(*token)?;
        }
        if matches!(slots.whole, Some(When::Serial(_))) && tokens.len() > 1 {
            return Err(NotADeadline::Unreadable);
        }
        Ok(slots)
    }

    pub(super) fn has(&self, mark: Token) -> bool {
        self.marks.contains(&mark)
    }

    pub(super) fn forget(&mut self, mark: Token) {
        self.marks.retain(|other| *other != mark);
    }

    /// Whether nothing is there yet that sets a limit.
    pub(super) fn sets_nothing(&self) -> bool {
        !self.dated()
            && ![Token::Now, Token::Immediate, Token::Ongoing]
                .iter()
                .any(|mark| self.has(*mark))
    }

    /// Whether any slot of a date is filled that can stand beside others.
    pub(super) fn has_part(&self) -> bool {
        let numbers = [
            self.month,
            self.day,
            self.number,
            self.third,
            self.half_month,
            self.quarter,
            self.half,
        ];
        numbers.iter().any(Option::is_some)
            || self.year.is_some()
            || self.feast.is_some()
            || self.weekday.is_some()
    }

    fn dated(&self) -> bool {
        let ends = [
            Token::End,
            Token::MonthEnd,
            Token::YearEnd,
            Token::CampaignEnd,
        ];
        self.has_part()
            || self.whole.is_some()
            || self.clock.is_some()
            || ends.iter().any(|mark| self.has(*mark))
    }

    /// Gives the end of a range what only its start names, and the start its unit: 2014年6月1日至30日, 6至9月.
    pub(super) fn inherit(&mut self, start: &mut Self) {
        if let Some(number) = start.number.take() {
            if start.month.is_some() {
                start.day = start.day.or(Some(number));
            } else if self.month.is_some() {
                start.month = Some(number);
            } else if self.quarter.is_some() {
                start.quarter = Some(number);
            } else {
                start.number = Some(number);
            }
        }
        if self.month.is_none() {
            if self.number.is_some() && start.month.is_some() && start.day.is_none() {
                self.month = self.number.take();
            } else if self.number.is_some() || self.day.is_some() || self.third.is_some() {
                self.month = start.month;
            }
        }
        self.year = self.year.or(start.year);
        start.year = start.year.or(self.year);
    }

    /// The limit that the slots make; two of different kinds are one too many.
    pub(super) fn limit(&self) -> Result<Limit, NotADeadline> {
        let ongoing = self.has(Token::Ongoing);
        // 即日起长期坚持 says from when on, which for good needs no limit; 即日完成 is at once.
        let immediate = self.has(Token::Immediate) || (self.has(Token::Now) && !ongoing);
        let leaning = [Token::From, Token::Before, Token::Ere, Token::Within];
        match (self.dated(), immediate, ongoing) {
            (false, false, false) if leaning.iter().any(|mark| self.has(*mark)) => {
                Err(NotADeadline::Unreadable)
            }
            (false, false, false) if self.has(Token::Vague) => Ok(Limit::Vague),
            (false, false, false) => Ok(Limit::None),
            (false, false, true) => Ok(Limit::Ongoing),
            (false, true, false) | (true, false, false) if self.has(Token::From) => {
                Err(NotADeadline::Unreadable)
            }
            (false, true, false) => Ok(Limit::Immediate),
            (true, false, false) => self.date(),
            _ => Err(NotADeadline::Several),
        }
    }

    fn fill(&mut self, token: Token) -> Result<(), NotADeadline> {
        match token {
            Token::Year { n, digits: 4 } | Token::Number { n, digits: 4 } => {
                put(&mut self.year, YearOf::Stated(n))
            }
            Token::Year { n, digits: 2 } => put(&mut self.year, YearOf::Short(n)),
            Token::Year { .. } | Token::Relative => Err(NotADeadline::NoReference),
            Token::ThisYear => put(&mut self.year, YearOf::This),
            Token::NextYear => put(&mut self.year, YearOf::Next),
            Token::Month(month) => put(&mut self.month, month),
            Token::Day(day) => put(&mut self.day, day),
            // 30 Jun 14: behind the month and its day comes the year.
            Token::Number { n, digits: 2 } if self.month.is_some() && self.number.is_some() => {
                put(&mut self.year, YearOf::Short(n))
            }
            Token::Number { n, .. } => put(&mut self.number, n),
            Token::Third(third) => put(&mut self.third, third),
            Token::HalfMonth(half) => put(&mut self.half_month, half),
            Token::Quarter(quarter) => put(&mut self.quarter, quarter),
            Token::Half(half) => put(&mut self.half, half),
            Token::Figure(figure) => self.figure(figure),
            Token::Feast(month, day) => put(&mut self.feast, DayOfYear::Day { month, day }),
            Token::SpringFestival => put(&mut self.feast, DayOfYear::SpringFestival),
            Token::Weekday(weekday) => put(&mut self.weekday, weekday),
            Token::Clock(hour) => put(&mut self.clock, hour),
            Token::Unset => Err(NotADeadline::Vague),
            // 前 leans on what stands before it; ahead of its date it means "the first so many".
            Token::Before if self.sets_nothing() => Err(NotADeadline::Unreadable),
            Token::To | Token::FromTo | Token::QuarterMark | Token::HalfMark => {
                Err(NotADeadline::Unreadable)
            }
            Token::Break | Token::Noise => Ok(()),
            mark => {
                self.marks.push(mark);
                Ok(())
            }
        }
    }

    fn figure(&mut self, figure: Figure) -> Result<(), NotADeadline> {
        match figure {
            Figure::Full { year, month, day } => {
                put(&mut self.year, YearOf::Stated(year))?;
                put(&mut self.month, month)?;
                put(&mut self.day, day)
            }
            Figure::Month { year, month } => {
                put(&mut self.year, YearOf::Stated(year))?;
                put(&mut self.month, month)
            }
            Figure::Day { month, day } => {
                put(&mut self.month, month)?;
                put(&mut self.day, day)
            }
            Figure::Short(a, b, c) => put(&mut self.whole, When::Short(a, b, c)),
            Figure::Serial(days) => put(&mut self.whole, When::Serial(days)),
        }
    }
}

/// Fills a slot that must still be empty.
fn put<T>(slot: &mut Option<T>, value: T) -> Result<(), NotADeadline> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(NotADeadline::Unreadable),
    }
}
