//! Cuts a plain text into tokens. What is no token makes the text unreadable: nothing is skipped.

use chrono::Weekday;

use super::NotADeadline;
use super::figures::{self, Figure, Run};
use super::row::Row;
use super::unit::Unit;
use super::words;

/// The smallest piece that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number of a year, with as many figures as were written.
    Year {
        n: u32,
        digits: usize,
    },
    Month(u32),
    Day(u32),
    /// 旬: a third of a month.
    Third(u32),
    HalfMonth(u32),
    Quarter(u32),
    /// A half of a year.
    Half(u32),
    /// "q" or "quarter"; the number stands before or behind it. Never leaves the lexer.
    QuarterMark,
    /// "h" or "half", likewise.
    HalfMark,
    Figure(Figure),
    /// A number whose unit is understood.
    Number {
        n: u32,
        digits: usize,
    },
    End,
    MonthEnd,
    YearEnd,
    ThisYear,
    NextYear,
    Feast(u32, u32),
    SpringFestival,
    CampaignEnd,
    Weekday(Weekday),
    /// A time of day, by its hour.
    Clock(u32),
    /// 前, behind its date.
    Before,
    /// "before", ahead of its date.
    Ere,
    Within,
    /// Within what is named, never a count.
    During,
    From,
    /// 부터: the end of a range's first half.
    FromTo,
    To,
    /// 即日.
    Now,
    Immediate,
    Ongoing,
    /// A wish that is no day; beside a day it does no harm.
    Vague,
    /// 待定: said not to be a day.
    Unset,
    /// Counted from a day that is not named.
    Relative,
    /// Where one statement ends and another may begin.
    Break,
    /// Understood, but of no weight.
    Noise,
}

/// The tokens of a plain text, without noise.
pub(super) fn tokens(plain: &str) -> Result<Vec<Token>, NotADeadline> {
    let mut lexer = Lexer {
        rest: plain,
        out: Vec::new(),
    };
    while !lexer.rest.is_empty() {
        lexer.step()?;
    }
    Ok(lexer.out)
}

struct Lexer<'text> {
    rest: &'text str,
    out: Vec<Token>,
}

impl Lexer<'_> {
    fn step(&mut self) -> Result<(), NotADeadline> {
        if self.rest.starts_with(|sign: char| sign.is_ascii_digit()) {
            return self.arabic();
        }
        let word = words::longest(self.rest);
        if let Some(run) = figures::chinese(self.rest)
            && word.is_none_or(|(length, _)| length <= run.length)
        {
            self.numeral(run);
            return Ok(());
        }
        let (length, token) = word.ok_or(NotADeadline::Unreadable)?;
        self.take(length);
        match token {
            Token::QuarterMark => self.counted(Token::Quarter),
            Token::HalfMark => self.counted(Token::Half),
            Token::FromTo => {
                self.out.extend([Token::From, Token::To]);
                Ok(())
            }
            other => {
                self.push(other);
                Ok(())
            }
        }
    }

    fn take(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    fn push(&mut self, token: Token) {
        let doubled = token == Token::To && self.out.last() == Some(&Token::To);
        if token != Token::Noise && !doubled {
            self.out.push(token);
        }
    }

    /// "Q3", "3rd quarter": the mark has been taken, its number stands on either side.
    fn counted(&mut self, token: fn(u32) -> Token) -> Result<(), NotADeadline> {
        if let Some(run) = figures::arabic(self.rest.trim_start()) {
            let spaces = self.rest.len() - self.rest.trim_start().len();
            if run.digits == 1 {
                self.take(spaces + run.length);
                self.push(token(run.n));
                return Ok(());
            }
        }
        match self.out.pop() {
            Some(Token::Number { n, digits: 1 }) => {
                self.push(token(n));
                Ok(())
            }
            _ => Err(NotADeadline::NoReference),
        }
    }

    /// What begins with an Arabic figure: a date in figures, a time of day, or a number and its unit.
    fn arabic(&mut self) -> Result<(), NotADeadline> {
        let row = Row::of(self.rest).ok_or(NotADeadline::Unreadable)?;
        if let Some(hour) = row.clock() {
            self.take(row.clock_length());
            self.push(Token::Clock(hour));
            return Ok(());
        }
        let Some((second, length)) = row.second() else {
            let run = row.first();
            return self.single(run);
        };
        let behind = self.rest.get(length..).unwrap_or_default();
        // Korean counts quarters as 3/4 or 3·4.
        if (row.parted_by('/') || row.parted_by('.')) && behind.starts_with("분기") {
            self.take(length + "분기".len());
            self.push(Token::Quarter(row.first().n));
            return Ok(());
        }
        let unit = Unit::at(behind).map(|(unit, _)| unit);
        let of_a_month = matches!(self.out.last(), Some(Token::Month(_)));
        let range = match unit {
            None | Some(Unit::Day) => of_a_month && second.digits <= 2,
            Some(_) => true,
        };
        if row.parted_by('-') && row.parts() == 2 && range {
            // 6-9月, 6月1-30日: the first number of a range.
            let run = row.first();
            self.take(run.length + 1);
            self.push(Token::Number {
                n: run.n,
                digits: run.digits,
            });
            self.push(Token::To);
            return Ok(());
        }
        let figure = row.figure().ok_or(NotADeadline::Unreadable)?;
        self.take(length);
        self.push(Token::Figure(figure));
        // 6.30日, as if the dot were a 月.
        if let Some((Unit::Day, length)) = Unit::at(self.rest) {
            self.take(length);
        }
        Ok(())
    }

    fn single(&mut self, run: Run) -> Result<(), NotADeadline> {
        if run.digits > 4 {
            let figure = figures::packed(run).ok_or(NotADeadline::Unreadable)?;
            self.take(run.length);
            self.push(Token::Figure(figure));
            return Ok(());
        }
        self.take(run.length);
        if !self.unit(run) {
            for ending in ["st", "nd", "rd", "th"] {
                if self.rest.starts_with(ending) {
                    self.take(ending.len());
                }
            }
            self.push(Token::Number {
                n: run.n,
                digits: run.digits,
            });
        }
        Ok(())
    }

    fn numeral(&mut self, run: Run) {
        let name = self.rest.get(..run.length).unwrap_or_default();
        let behind = self.rest.get(run.length..).unwrap_or_default();
        let feast = match name {
            "五一" => Some(Token::Feast(5, 1)),
            "六一" => Some(Token::Feast(6, 1)),
            "七一" => Some(Token::Feast(7, 1)),
            "八一" => Some(Token::Feast(8, 1)),
            "十一" => Some(Token::Feast(10, 1)),
            _ => None,
        };
        // Bare, 十一 could as well be a number; 十一前 is before National Day.
        let dated = ["前", "之前", "以前"]
            .iter()
            .any(|before| behind.starts_with(before));
        let of_a_month = matches!(self.out.last(), Some(Token::Month(_)));
        self.take(run.length);
        if let Some(feast) = feast
            && dated
            && !of_a_month
        {
            self.push(feast);
        } else if !self.unit(run) {
            self.push(Token::Number {
                n: run.n,
                digits: run.digits,
            });
        }
    }

    /// Takes the unit that follows a number, if one does.
    fn unit(&mut self, run: Run) -> bool {
        let Some((unit, length)) = Unit::at(self.rest) else {
            return false;
        };
        self.take(length);
        self.push(match unit {
            Unit::Year => Token::Year {
                n: run.n,
                digits: run.digits,
            },
            Unit::Month => Token::Month(run.n),
            Unit::Day => Token::Day(run.n),
            Unit::Quarter => Token::Quarter(run.n),
            Unit::Hour => Token::Clock(run.n),
            Unit::Minute => Token::Noise,
        });
        true
    }
}
