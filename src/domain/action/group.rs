//! The buttons of promises and of making them known.

use super::seen;
use crate::domain::ids::{ItemId, UpdateId};

/// A button of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// "在群里公布": how it will be read.
    Publish {
        /// The item.
        item: ItemId,
    },
    /// The same of the item that an update made.
    PublishMade {
        /// The update.
        update: UpdateId,
    },
    /// It is to be sent as it was shown.
    Send {
        /// The item.
        item: ItemId,
        /// Mark of what was shown.
        mark: u32,
    },
    /// What was shown is promised.
    Promise {
        /// Mark of what was shown.
        mark: u32,
    },
    /// Neither.
    Cancel,
    /// What he has promised.
    Mine,
    /// One more.
    New,
}

impl Group {
    /// The bytes behind `b:`.
    pub fn encode(self) -> String {
        match self {
            Self::Publish { item } => format!("p:{item}"),
            Self::PublishMade { update } => format!("u:{update}"),
            Self::Send { item, mark } => format!("y:{item}:{}", seen::code(mark)),
            Self::Promise { mark } => format!("c:{}", seen::code(mark)),
            Self::Cancel => "x".to_owned(),
            Self::Mine => "l".to_owned(),
            Self::New => "n".to_owned(),
        }
    }

    /// Reads them.
    pub fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let number = |next: &mut dyn FnMut() -> Option<&'a str>| next()?.parse::<i64>().ok();
        Some(match next()? {
            "p" => Self::Publish {
                item: ItemId(number(next)?),
            },
            "u" => Self::PublishMade {
                update: UpdateId(number(next)?),
            },
            "y" => Self::Send {
                item: ItemId(number(next)?),
                mark: seen::parse(next()?)?,
            },
            "c" => Self::Promise {
                mark: seen::parse(next()?)?,
            },
            "x" => Self::Cancel,
            "l" => Self::Mine,
            "n" => Self::New,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn buttons_are_read_as_they_were_written() {
        let item = ItemId(i64::MAX);
        for press in [
            Group::Publish { item },
            Group::PublishMade {
                update: UpdateId(i64::MAX),
            },
            Group::Send {
                item,
                mark: u32::MAX,
            },
            Group::Promise { mark: 0 },
            Group::Cancel,
            Group::Mine,
            Group::New,
        ] {
            let data = Action::Group(press).encode();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Action::decode(&data), Some(Action::Group(press)));
        }
        for forged in [
            "b", "b:", "b:p", "b:p:x", "b:p:1:1", "b:y:1", "b:y:1:zz", "b:c:", "b:l:1", "b:q",
        ] {
            assert_eq!(Action::decode(forged), None, "{forged}");
        }
    }
}
