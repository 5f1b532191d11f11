//! The buttons of an extension, of a hand-up and its answer, and of a reassignment.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{day, parse_day, seen};
use crate::domain::asks::Reason;
use crate::domain::ids::{CadreId, ItemId, UnitId};

/// Whose an item is to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// This person's.
    Person(CadreId),
    /// This unit's, which names nobody yet.
    Unit(UnitId),
}

/// A button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// More time, until that day.
    Until {
        /// For which item.
        item: ItemId,
        /// Until then.
        on: NaiveDate,
    },
    /// Hand it up to that unit.
    Up {
        /// Which item.
        item: ItemId,
        /// To which.
        to: UnitId,
    },
    /// For that reason.
    UpFor {
        /// Which item.
        item: ItemId,
        /// To which unit.
        to: UnitId,
        /// Why.
        reason: Reason,
    },
    /// Take it up, by that day.
    By {
        /// Which item.
        item: ItemId,
        /// By then.
        on: NaiveDate,
    },
    /// And he does it.
    TakeUp {
        /// Which item.
        item: ItemId,
        /// By then.
        on: NaiveDate,
        /// Who.
        whom: CadreId,
    },
    /// A page of the people whose it could become.
    Page {
        /// Which item.
        item: ItemId,
        /// From 0.
        page: u32,
    },
    /// Show what it would come to.
    Look {
        /// Which item.
        item: ItemId,
        /// Whose it becomes.
        to: Whose,
    },
    /// 确定.
    Set {
        /// Which item.
        item: ItemId,
        /// Whose it becomes.
        to: Whose,
        /// The mark of what the preview showed.
        seen: u32,
    },
    /// 取消.
    Cancel,
}

impl Ask {
    /// The bytes behind `a:`.
    pub fn encode(self) -> String {
        match self {
            Self::Until { item, on } => format!("e:{item}:{}", day(on)),
            Self::Up { item, to } => format!("u:{item}:{to}"),
            Self::UpFor { item, to, reason } => format!("w:{item}:{to}:{}", reason.code()),
            Self::By { item, on } => format!("b:{item}:{}", day(on)),
            Self::TakeUp { item, on, whom } => format!("t:{item}:{}:{whom}", day(on)),
            Self::Page { item, page } => format!("p:{item}:{page}"),
            Self::Look { item, to } => format!("l:{item}:{}", written(to)),
            Self::Set { item, to, seen } => {
                format!("y:{item}:{}:{}", written(to), seen::code(seen))
            }
            Self::Cancel => "x".to_owned(),
        }
    }

    /// Reads them.
    pub fn decode(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.split(':').collect();
        Some(match parts.as_slice() {
            ["e", item, on] => Self::Until {
                item: id(item)?,
                on: parse_day(on)?,
            },
            ["u", item, to] => Self::Up {
                item: id(item)?,
                to: UnitId(to.parse().ok()?),
            },
            ["w", item, to, reason] => Self::UpFor {
                item: id(item)?,
                to: UnitId(to.parse().ok()?),
                reason: Reason::from_code(reason)?,
            },
            ["b", item, on] => Self::By {
                item: id(item)?,
                on: parse_day(on)?,
            },
            ["t", item, on, whom] => Self::TakeUp {
                item: id(item)?,
                on: parse_day(on)?,
                whom: CadreId(whom.parse().ok()?),
            },
            ["p", item, page] => Self::Page {
                item: id(item)?,
                page: page.parse().ok()?,
            },
            ["l", item, to] => Self::Look {
                item: id(item)?,
                to: whose(to)?,
            },
            ["y", item, to, seen] => Self::Set {
                item: id(item)?,
                to: whose(to)?,
                seen: seen::parse(seen)?,
            },
            ["x"] => Self::Cancel,
            _ => return None,
        })
    }

    /// The item it is of; `None`: of none.
    pub const fn item(self) -> Option<ItemId> {
        match self {
            Self::Until { item, .. }
            | Self::Up { item, .. }
            | Self::UpFor { item, .. }
            | Self::By { item, .. }
            | Self::TakeUp { item, .. }
            | Self::Page { item, .. }
            | Self::Look { item, .. }
            | Self::Set { item, .. } => Some(item),
            Self::Cancel => None,
        }
    }
}

fn id(text: &str) -> Option<ItemId> {
    text.parse().ok().map(ItemId)
}

fn written(to: Whose) -> String {
    match to {
        Whose::Person(id) => format!("c{id}"),
        Whose::Unit(id) => format!("u{id}"),
    }
}

fn whose(text: &str) -> Option<Whose> {
    if let Some(id) = text.strip_prefix('u') {
        return id.parse().ok().map(|id| Whose::Unit(UnitId(id)));
    }
    let id = text.strip_prefix('c')?.parse().ok()?;
    Some(Whose::Person(CadreId(id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::action::Action;

    #[test]
    fn every_button_survives_its_bytes() {
        let item = ItemId(i64::MAX);
        let on = NaiveDate::from_ymd_opt(2014, 7, 15).unwrap();
        let to = UnitId(i64::MAX);
        let whom = CadreId(i64::MAX);
        let mut all = vec![
            Ask::Until { item, on },
            Ask::Up { item, to },
            Ask::By { item, on },
            Ask::TakeUp { item, on, whom },
            Ask::Page {
                item,
                page: u32::MAX,
            },
            Ask::Look {
                item,
                to: Whose::Person(whom),
            },
            Ask::Set {
                item,
                to: Whose::Unit(to),
                seen: u32::MAX,
            },
            Ask::Cancel,
        ];
        all.extend(Reason::ALL.map(|reason| Ask::UpFor { item, to, reason }));
        for ask in all {
            let bytes = Action::Ask(ask).encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(Action::Ask(ask)), "{bytes}");
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for data in [
            "a:",
            "a:e",
            "a:e:1",
            "a:e:1:20141315",
            "a:u:1:x",
            "a:w:1:2:z",
            "a:t:1:20140715",
            "a:p:1:-1",
            "a:l:1:7",
            "a:y:1:c7",
            "a:y:1:c7:xyz",
            "a:x:1",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
