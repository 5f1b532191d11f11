//! What the buttons of `/quota` ask for: from the duty to whom, to which rank, to how much, to 确定.

use serde::{Deserialize, Serialize};

use super::seen;
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId};

/// For whom a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// The unit and what is below it.
    Unit(UnitId),
    /// One person.
    Person(CadreId),
}

/// A target that is to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Duty id.
    pub duty: String,
    /// For whom.
    pub of: Of,
    /// The place of the rank among the campaign's; `None`: any.
    pub rank: Option<usize>,
    /// How much, in the duty's measure; `None`: as the campaign says.
    pub amount: Option<Amount>,
}

/// A button of `/quota`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quota {
    /// What stands.
    Show,
    /// What was set before.
    History {
        /// Which page, from 0.
        page: u32,
    },
    /// Set one of this duty.
    Of {
        /// Duty id.
        duty: String,
    },
    /// Show the units below one.
    Below {
        /// Duty id.
        duty: String,
        /// The unit.
        unit: UnitId,
    },
    /// Ask for somebody's name.
    Someone {
        /// Duty id.
        duty: String,
    },
    /// For these people; of which rank?
    For {
        /// Duty id.
        duty: String,
        /// For whom.
        of: Of,
    },
    /// Of this rank; how much?
    Rank {
        /// Duty id.
        duty: String,
        /// For whom.
        of: Of,
        /// The place of the rank; `None`: any.
        rank: Option<usize>,
    },
    /// Show what it would come to.
    Look(Draft),
    /// 确定.
    Set {
        /// What.
        draft: Draft,
        /// The mark of what the preview showed.
        seen: u32,
    },
    /// 取消.
    Cancel,
}

impl Quota {
    /// The bytes behind the prefix.
    pub fn encode(&self) -> String {
        match self {
            Self::Show => "s".to_owned(),
            Self::History { page } => format!("h:{page}"),
            Self::Of { duty } => format!("d:{duty}"),
            Self::Below { duty, unit } => format!("b:{duty}:{unit}"),
            Self::Someone { duty } => format!("n:{duty}"),
            Self::For { duty, of } => format!("f:{duty}:{}", whom(*of)),
            Self::Rank { duty, of, rank } => format!("r:{duty}:{}:{}", whom(*of), maybe(*rank)),
            Self::Look(draft) => format!("l:{}", written(draft)),
            Self::Set { draft, seen } => format!("y:{}:{}", written(draft), seen::code(*seen)),
            Self::Cancel => "x".to_owned(),
        }
    }

    /// Reads the bytes behind the prefix.
    pub fn decode(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.split(':').collect();
        Some(match parts.as_slice() {
            ["s"] => Self::Show,
            ["h", page] => Self::History {
                page: page.parse().ok().filter(|page| *page < 100_000)?,
            },
            ["d", duty] => Self::Of { duty: name(duty)? },
            ["b", duty, unit] => Self::Below {
                duty: name(duty)?,
                unit: UnitId(unit.parse().ok()?),
            },
            ["n", duty] => Self::Someone { duty: name(duty)? },
            ["f", duty, of] => Self::For {
                duty: name(duty)?,
                of: parse_whom(of)?,
            },
            ["r", duty, of, rank] => Self::Rank {
                duty: name(duty)?,
                of: parse_whom(of)?,
                rank: parse_maybe(rank)?,
            },
            ["l", duty, of, rank, amount] => Self::Look(draft(duty, of, rank, amount)?),
            ["y", duty, of, rank, amount, seen] => Self::Set {
                draft: draft(duty, of, rank, amount)?,
                seen: seen::parse(seen)?,
            },
            ["x"] => Self::Cancel,
            _ => return None,
        })
    }
}

fn written(draft: &Draft) -> String {
    let amount = maybe(draft.amount.map(|amount| amount.0));
    let Draft { duty, of, rank, .. } = draft;
    format!("{duty}:{}:{}:{amount}", whom(*of), maybe(*rank))
}

fn draft(duty: &str, of: &str, rank: &str, amount: &str) -> Option<Draft> {
    let amount = parse_maybe(amount)?.map(Amount);
    Some(Draft {
        duty: name(duty)?,
        of: parse_whom(of)?,
        rank: parse_maybe(rank)?,
        amount: match amount {
            Some(amount) if amount < Amount::ZERO => return None,
            amount => amount,
        },
    })
}

fn name(duty: &str) -> Option<String> {
    Some(duty.to_owned()).filter(|duty| !duty.is_empty())
}

fn whom(of: Of) -> String {
    match of {
        Of::Unit(unit) => format!("u{unit}"),
        Of::Person(cadre) => format!("c{cadre}"),
    }
}

fn parse_whom(text: &str) -> Option<Of> {
    let id = text.get(1..)?.parse().ok();
    match text.get(..1)? {
        "u" => Some(Of::Unit(UnitId(id?))),
        "c" => Some(Of::Person(CadreId(id?))),
        _ => None,
    }
}

/// A number, or a dash for none.
pub(super) fn maybe<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// Reads it: `Some(None)` for the dash.
#[expect(clippy::option_option, reason = "none said, or not to be read")]
pub(super) fn parse_maybe<T: std::str::FromStr>(text: &str) -> Option<Option<T>> {
    match text {
        "-" => Some(None),
        text => text.parse().ok().map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::action::Action;

    #[test]
    fn every_button_survives_its_bytes() {
        let duty = || "a-duty-of-twenty-four-by".to_owned();
        let draft = || Draft {
            duty: duty(),
            of: Of::Unit(UnitId(2_000_000_000)),
            rank: Some(12),
            amount: Some(Amount(56_000)),
        };
        let of = Of::Person(CadreId(176_000));
        for quota in [
            Quota::Show,
            Quota::History { page: 3 },
            Quota::Of { duty: duty() },
            Quota::Below {
                duty: duty(),
                unit: UnitId(7),
            },
            Quota::Someone { duty: duty() },
            Quota::For { duty: duty(), of },
            Quota::Rank {
                duty: duty(),
                of,
                rank: None,
            },
            Quota::Look(Draft {
                rank: None,
                amount: None,
                ..draft()
            }),
            Quota::Set {
                draft: draft(),
                seen: u32::MAX,
            },
            Quota::Cancel,
        ] {
            let action = Action::Quota(quota);
            let bytes = action.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(action), "{bytes}");
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for data in [
            "k:",
            "k:z",
            "k:s:1",
            "k:h:-1",
            "k:d:",
            "k:f:study:x7",
            "k:f:study:u",
            "k:f:study:",
            "k:r:study:u7:one",
            "k:l:study:u7:-:-5",
            "k:l:study:u7:-",
            "k:y:study:u7:-:8000:",
            "k:y:study:u7:-:8000:123456789",
            "k:f:study:汪7",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
