//! Amounts of counted duties: integers in thousandths, never floats, so that sums are exact.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, Sub};

use crate::domain::reply::Spoken;

/// Thousandths of some measure: `Amount(3_500)` class hours are three and a half.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Amount(pub i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole number of the measure.
    pub const fn whole(count: i64) -> Self {
        Self(count.saturating_mul(1000))
    }

    /// Reads "7", "0.25", "3.5": at most three decimals, no sign, no exponent.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty()
            || fraction.len() > 3
            || (text.contains('.') && fraction.is_empty())
            || !whole
                .chars()
                .chain(fraction.chars())
                .all(|c| c.is_ascii_digit())
        {
            return None;
        }
        let padded = format!("{fraction:0<3}");
        let whole: i64 = whole.parse().ok()?;
        whole
            .checked_mul(1000)?
            .checked_add(padded.parse().ok()?)
            .map(Self)
    }

    /// `self × numerator / denominator`, rounded half up to the nearest thousandth. A denominator of
    /// zero gives zero: campaign files refuse it before it gets here.
    #[must_use]
    pub fn scaled(self, numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return Self::ZERO;
        }
        let product = i128::from(self.0) * i128::from(numerator) * 2 + i128::from(denominator);
        Self(i64::try_from(product.div_euclid(i128::from(denominator) * 2)).unwrap_or(i64::MAX))
    }

    /// What is missing to `target`, never below zero.
    #[must_use]
    pub fn missing_to(self, target: Self) -> Self {
        Self(target.0.saturating_sub(self.0).max(0))
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// As many decimals as there are, no trailing zeros: "3.5", "7", "0.125".
impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        let (whole, thousandths) = (magnitude / 1000, magnitude % 1000);
        if thousandths == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{thousandths:03}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

/// What a duty is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 学时
    ClassHours,
    /// 天
    Days,
    /// 次
    Times,
    /// 户
    Households,
}

impl Measure {
    /// The name in campaign files and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClassHours => "class_hours",
            Self::Days => "days",
            Self::Times => "times",
            Self::Households => "households",
        }
    }

    /// Every measure.
    pub const ALL: [Self; 4] = [Self::ClassHours, Self::Days, Self::Times, Self::Households];

    /// So much of it, as somebody says it.
    pub const fn spoken(self, amount: Amount) -> Spoken {
        match self {
            Self::ClassHours => Spoken::ClassHours(amount.0),
            Self::Days => Spoken::Days(amount.0),
            Self::Times => Spoken::Times(amount.0),
            Self::Households => Spoken::Households(amount.0),
        }
    }

    /// The measure of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// The campaign's class-hour rule: how days and clock hours become class hours (custom: 8 a day;
/// one city counts 6). Data of the campaign file, never code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassHourRule {
    /// Class hours of one full day of study.
    pub per_day: Amount,
    /// Class hours of one clock hour.
    pub per_hour: Amount,
}

impl ClassHourRule {
    /// What was said, in the measure asked for. `None` when the two cannot be converted (hours of
    /// study into households).
    pub fn convert(&self, spoken: Spoken, into: Measure) -> Option<Amount> {
        match into {
            Measure::ClassHours => Some(match spoken {
                Spoken::Days(days) => self.per_day.scaled(days, 1000),
                Spoken::ClassHours(hours) => Amount(hours),
                Spoken::Hours(hours) => self.per_hour.scaled(hours, 1000),
                Spoken::Minutes(minutes) => self.per_hour.scaled(minutes, 60_000),
                Spoken::Times(_) | Spoken::Households(_) => return None,
            }),
            Measure::Days => Some(match spoken {
                Spoken::Days(days) => Amount(days),
                other => self
                    .convert(other, Measure::ClassHours)?
                    .scaled(1000, self.per_day.0),
            }),
            Measure::Times => match spoken {
                Spoken::Times(times) => Some(Amount(times)),
                _ => None,
            },
            Measure::Households => match spoken {
                Spoken::Households(households) => Some(Amount(households)),
                _ => None,
            },
        }
    }

    /// Class hours shown as days, rounded to a tenth so that a line stays readable ("4.4/7天").
    pub fn as_days(&self, class_hours: Amount) -> Amount {
        let days = class_hours.scaled(1000, self.per_day.0);
        Amount((days.0 + 50).div_euclid(100) * 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: ClassHourRule = ClassHourRule {
        per_day: Amount(8_000),
        per_hour: Amount(1_000),
    };

    #[test]
    fn amounts_print_without_trailing_zeros() {
        for (amount, text) in [
            (0, "0"),
            (3_500, "3.5"),
            (7_000, "7"),
            (125, "0.125"),
            (-500, "-0.5"),
            (4_380, "4.38"),
        ] {
            assert_eq!(Amount(amount).to_string(), text);
        }
    }

    #[test]
    fn amounts_are_read_exactly_or_not_at_all() {
        for (text, amount) in [
            ("7", Some(7_000)),
            ("0.25", Some(250)),
            ("12.5", Some(12_500)),
            ("", None),
            (".5", None),
            ("5.", None),
            ("1.2345", None),
            ("-3", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Amount::parse(text).map(|a| a.0), amount, "{text}");
        }
    }

    #[test]
    fn the_class_hour_rule_converts_days_hours_and_minutes() {
        for (spoken, class_hours) in [
            (Spoken::Days(500), 4_000),
            (Spoken::Days(1_500), 12_000),
            (Spoken::ClassHours(3_000), 3_000),
            (Spoken::Hours(2_500), 2_500),
            (Spoken::Minutes(90_000), 1_500),
        ] {
            assert_eq!(
                RULE.convert(spoken, Measure::ClassHours),
                Some(Amount(class_hours))
            );
        }
        assert_eq!(
            RULE.convert(Spoken::Hours(4_000), Measure::Days),
            Some(Amount(500))
        );
        for (spoken, into, amount) in [
            (Spoken::Times(2_000), Measure::Times, Some(2_000)),
            (Spoken::Households(3_000), Measure::Households, Some(3_000)),
            (Spoken::Households(3_000), Measure::Times, None),
            (Spoken::Times(2_000), Measure::Households, None),
            (Spoken::Times(2_000), Measure::ClassHours, None),
            (Spoken::Households(3_000), Measure::Days, None),
            (Spoken::Days(1_000), Measure::Households, None),
            (Spoken::Hours(1_000), Measure::Times, None),
        ] {
            assert_eq!(RULE.convert(spoken, into), amount.map(Amount), "{spoken:?}");
        }
    }

    #[test]
    fn days_are_shown_to_a_tenth() {
        assert_eq!(RULE.as_days(Amount(35_000)), Amount(4_400));
        assert_eq!(RULE.as_days(Amount(28_000)), Amount(3_500));
    }
}
