//! Amounts of counted duties: integers in thousandths, never floats, so that sums are exact.

use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, Sub};

use super::reply::Spoken;

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
    /// 专题,个: the different topics among what is recorded of another duty
    Topics,
}

impl Measure {
    /// The name in campaign files and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClassHours => "class_hours",
            Self::Days => "days",
            Self::Times => "times",
            Self::Households => "households",
            Self::Topics => "topics",
        }
    }

    /// Every measure.
    pub const ALL: [Self; 5] = [
        Self::ClassHours,
        Self::Days,
        Self::Times,
        Self::Households,
        Self::Topics,
    ];

    /// So much of it, as somebody says it.
    pub const fn spoken(self, amount: Amount) -> Spoken {
        match self {
            Self::ClassHours => Spoken::ClassHours(amount.0),
            Self::Days => Spoken::Days(amount.0),
            // Topics are counted, never recorded: said in their number they become nothing.
            Self::Times | Self::Topics => Spoken::Times(amount.0),
            Self::Households => Spoken::Households(amount.0),
        }
    }

    /// The measure of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
