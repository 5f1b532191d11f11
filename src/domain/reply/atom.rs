//! The smallest pieces of a reply that mean something.

use chrono::Weekday;

use super::Spoken;
use crate::domain::leave::Kind;

/// One piece of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Atom {
    Number(Figure),
    /// "a", "an": one before a unit, else nothing.
    Article,
    /// 半, half, 반.
    Half,
    /// "and a half".
    AndHalf,
    /// 个: stands between a number and its unit.
    Count,
    /// 整, all, whole: a day or a part of it from beginning to end.
    Whole,
    Unit(Unit),
    /// 日, 일: a day as a length, or the day of a month.
    DayOrDate,
    /// A length in one word: 하루.
    Length(Spoken),
    /// A word that is nothing in itself but may join two quantities.
    And,
    Part(Part),
    /// So many days from today.
    Offset(i64),
    Week(Week),
    Weekday(Weekday),
    /// So many years from this one.
    Year(i32),
    /// So many months from this one.
    Month(i32),
    /// An English month name.
    MonthName(u32),
    YearMark,
    MonthMark,
    /// 号: the number before it is the day of a month.
    DateMark,
    /// 3/2.
    MonthDay(u32, u32),
    /// 2014-3-2.
    Date(i32, u32, u32),
    /// A verb or noun that says by itself that one studied.
    Study,
    /// Studied to the end: 没学完 is not the same as 没学.
    Finished,
    /// 完成: done, whatever it was.
    Done,
    /// A verb that says so only with something studied behind it: 看, 参加.
    Attend,
    /// What is studied, clear enough to stand alone: 党史.
    Topic,
    /// What is studied, only clear behind a verb: 文件.
    Matter,
    /// A word we do not know, which may be what was studied.
    Word,
    /// A Korean word that its particle marks as an object or a place, standing before the verb.
    Object,
    /// 在, at: a place or a means comes.
    Place,
    /// Whoever is spoken to; unclear when it could be who studied (领导学了2小时).
    Addressee,
    /// A greeting, a particle, the speaker, "about".
    Filler,
    /// Not, before a study verb. `alone` where it answers the question by itself (没有).
    Not {
        alone: bool,
    },
    /// "Nothing was studied" in one word.
    Nothing,
    /// Planned, not done; only of interest for a day to come.
    Intent,
    /// 请假, 出差: only where a leave is read, like the six below.
    Leave(Kind),
    /// 到, -, to: the last day comes.
    Until,
    /// 까지: the last day was before it.
    UntilBehind,
    /// 从, 起, 부터: the first day is beside it.
    From,
    /// 工作日, counted.
    WorkDay,
    /// 周, counted.
    WeekUnit,
    /// 일주일: one week in one word.
    OneWeek,
    /// Where one clause ends.
    Break,
    /// Makes the reply unclear wherever it stands.
    Block,
}

/// A number in thousandths, and with how many figures it was written when it is whole and in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) thousandths: i64,
    /// 0 unless written digit by digit.
    pub(super) digits: usize,
}

impl Figure {
    /// A whole number in words.
    pub(super) const fn whole_of(n: i64) -> Self {
        Self {
            thousandths: n * 1000,
            digits: 0,
        }
    }

    /// The number, if it is whole.
    pub(super) fn whole(self) -> Option<u32> {
        if self.thousandths % 1000 == 0 {
            u32::try_from(self.thousandths / 1000).ok()
        } else {
            None
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    ClassHour,
    Hour,
    /// "h", behind which minutes may stand without a unit: 2h30.
    HourSign,
    Minute,
    /// 刻钟.
    QuarterHour,
    /// 次, 件.
    Times,
    /// 户.
    Household,
}

impl Unit {
    /// So many thousandths of the unit.
    pub(super) fn spoken(self, thousandths: i64) -> Spoken {
        match self {
            Self::Day => Spoken::Days(thousandths),
            Self::ClassHour => Spoken::ClassHours(thousandths),
            Self::Hour | Self::HourSign => Spoken::Hours(thousandths),
            Self::Minute => Spoken::Minutes(thousandths),
            Self::QuarterHour => Spoken::Minutes(thousandths.saturating_mul(15)),
            Self::Times => Spoken::Times(thousandths),
            Self::Household => Spoken::Households(thousandths),
        }
    }

    /// Whether there are only whole ones of it, which stand right behind their number.
    pub(super) const fn is_counted(self) -> bool {
        matches!(self, Self::Times | Self::Household)
    }
}

/// Parts of the day. Only the two halves have a known length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    /// 早上, 中午.
    Noon,
    /// 晚上.
    Evening,
    Dawn,
}

/// Which week a weekday is looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Week {
    /// 上周: calendar weeks, Monday first, from this one.
    Calendar(i64),
    /// "last Friday": the latest before today.
    Last,
}
