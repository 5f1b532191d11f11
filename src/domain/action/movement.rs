//! What the buttons of `/move` ask for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::quota::{maybe, parse_maybe};
use super::{day, parse_day, seen};
use crate::domain::ids::{CadreId, UnitId};

/// Whereto somebody moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// He stays in his unit.
    Same,
    /// To this unit.
    Unit(UnitId),
    /// Off the roster.
    Away,
}

/// A movement that is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Who.
    pub cadre: CadreId,
    /// Whereto.
    pub to: To,
    /// The place of his new rank among the campaign's; `None`: as it is.
    pub rank: Option<usize>,
    /// From this day on.
    pub from: NaiveDate,
}

/// A button of `/move`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// Where somebody served.
    History {
        /// Who.
        cadre: CadreId,
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

impl Movement {
    /// The bytes behind the prefix.
    pub fn encode(&self) -> String {
        match self {
            Self::History { cadre } => format!("h:{cadre}"),
            Self::Look(draft) => format!("l:{}", written(draft)),
            Self::Set { draft, seen } => format!("y:{}:{}", written(draft), seen::code(*seen)),
            Self::Cancel => "x".to_owned(),
        }
    }

    /// Reads the bytes behind the prefix.
    pub fn decode(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.split(':').collect();
        Some(match parts.as_slice() {
            ["h", cadre] => Self::History {
                cadre: CadreId(cadre.parse().ok()?),
            },
            ["l", cadre, to, rank, from] => Self::Look(draft(cadre, to, rank, from)?),
            ["y", cadre, to, rank, from, seen] => Self::Set {
                draft: draft(cadre, to, rank, from)?,
                seen: seen::parse(seen)?,
            },
            ["x"] => Self::Cancel,
            _ => return None,
        })
    }
}

fn written(draft: &Draft) -> String {
    let to = match draft.to {
        To::Same => "-".to_owned(),
        To::Unit(unit) => format!("u{unit}"),
        To::Away => "x".to_owned(),
    };
    let (cadre, rank, from) = (draft.cadre, maybe(draft.rank), day(draft.from));
    format!("{cadre}:{to}:{rank}:{from}")
}

fn draft(cadre: &str, to: &str, rank: &str, from: &str) -> Option<Draft> {
    Some(Draft {
        cadre: CadreId(cadre.parse().ok()?),
        to: match to {
            "-" => To::Same,
            "x" => To::Away,
            unit => To::Unit(UnitId(unit.strip_prefix('u')?.parse().ok()?)),
        },
        rank: parse_maybe(rank)?,
        from: parse_day(from)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::action::Action;

    #[test]
    fn every_button_survives_its_bytes() {
        let draft = |to| Draft {
            cadre: CadreId(176_000),
            to,
            rank: Some(2),
            from: NaiveDate::from_ymd_opt(2014, 3, 10).unwrap(),
        };
        for movement in [
            Movement::History { cadre: CadreId(7) },
            Movement::Look(Draft {
                rank: None,
                ..draft(To::Same)
            }),
            Movement::Look(draft(To::Away)),
            Movement::Set {
                draft: draft(To::Unit(UnitId(2_000_000_000))),
                seen: u32::MAX,
            },
            Movement::Cancel,
        ] {
            let action = Action::Movement(movement);
            let bytes = action.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(action), "{bytes}");
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for data in [
            "m:",
            "m:h",
            "m:h:x",
            "m:l:7:u:-:20140310",
            "m:l:7:9:-:20140310",
            "m:l:7:-:-:20141310",
            "m:y:7:-:-:20140310",
            "m:y:7:-:-:20140310:xyz",
            "m:x:1",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
