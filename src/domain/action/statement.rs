//! The buttons of the statement: whose account, which month of it, which entry. They hold all that the page
//! needs, so one pressed weeks later shows what is so then.

use crate::domain::ids::{CadreId, EntryId, UnitId};
use crate::domain::month::Month;

/// What a button of the statement asks for. Pages count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Somebody's account.
    Account {
        /// Whose; `None`: the presser's own.
        of: Option<CadreId>,
    },
    /// A month of somebody's entries.
    History {
        /// Whose; `None`: the presser's own.
        of: Option<CadreId>,
        /// Which month; `None`: the one that it is when it is pressed.
        month: Option<Month>,
        /// Which page of it.
        page: u32,
        /// With those that were withdrawn?
        withdrawn: bool,
    },
    /// One entry.
    Entry {
        /// Which.
        entry: EntryId,
        /// The page to go back to.
        page: u32,
        /// Whether that page shows those that were withdrawn.
        withdrawn: bool,
    },
    /// 撤销 of one entry.
    Withdraw {
        /// Which.
        entry: EntryId,
        /// The page to go back to.
        page: u32,
        /// Whether that page shows those that were withdrawn.
        withdrawn: bool,
    },
    /// The people of a unit by their pace.
    Unit {
        /// Which; `None`: where the presser's own rights begin.
        unit: Option<UnitId>,
        /// Which page.
        page: u32,
    },
}

impl Press {
    /// Its bytes behind the letter of all of them.
    pub(super) fn encode(self) -> String {
        let id = |of: Option<CadreId>| of.map_or(0, |of| of.0);
        match self {
            Self::Account { of } => format!("a:{}", id(of)),
            Self::History {
                of,
                month,
                page,
                withdrawn,
            } => {
                let month = month.map_or_else(|| "0".to_owned(), Month::digits);
                let (of, withdrawn) = (id(of), u8::from(withdrawn));
                format!("h:{of}:{month}:{page}:{withdrawn}")
            }
            Self::Entry {
                entry,
                page,
                withdrawn,
            } => format!("e:{entry}:{page}:{}", u8::from(withdrawn)),
            Self::Withdraw {
                entry,
                page,
                withdrawn,
            } => format!("w:{entry}:{page}:{}", u8::from(withdrawn)),
            Self::Unit { unit, page } => format!("u:{}:{page}", unit.map_or(0, |unit| unit.0)),
        }
    }

    /// Reads them part by part.
    pub(super) fn decode<'a>(mut next: impl FnMut() -> Option<&'a str>) -> Option<Self> {
        Some(match next()? {
            "a" => Self::Account {
                of: named(number(next()?)?, CadreId),
            },
            "h" => Self::History {
                of: named(number(next()?)?, CadreId),
                month: match next()? {
                    "0" => None,
                    digits => Some(Month::from_digits(digits)?),
                },
                page: next()?.parse().ok()?,
                withdrawn: flag(next()?)?,
            },
            "e" => Self::Entry {
                entry: named(number(next()?)?, EntryId)?,
                page: next()?.parse().ok()?,
                withdrawn: flag(next()?)?,
            },
            "w" => Self::Withdraw {
                entry: named(number(next()?)?, EntryId)?,
                page: next()?.parse().ok()?,
                withdrawn: flag(next()?)?,
            },
            "u" => Self::Unit {
                unit: named(number(next()?)?, UnitId),
                page: next()?.parse().ok()?,
            },
            _ => return None,
        })
    }
}

/// A number that stands for a row; 0 for none.
fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|id| *id >= 0)
}

/// What the number stands for, unless that is none.
fn named<T>(id: i64, of: impl Fn(i64) -> T) -> Option<T> {
    (id > 0).then(|| of(id))
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn every_button_of_the_statement_survives_its_bytes() {
        let month = Month::new(2014, 3);
        let (page, withdrawn) = (u32::MAX, true);
        let entry = EntryId(i64::MAX);
        for press in [
            Press::Account { of: None },
            Press::Account {
                of: Some(CadreId(i64::MAX)),
            },
            Press::History {
                of: Some(CadreId(i64::MAX)),
                month,
                page,
                withdrawn,
            },
            Press::History {
                of: None,
                month: None,
                page: 0,
                withdrawn: false,
            },
            Press::Entry {
                entry,
                page,
                withdrawn,
            },
            Press::Withdraw {
                entry,
                page,
                withdrawn,
            },
            Press::Unit {
                unit: Some(UnitId(i64::MAX)),
                page,
            },
            Press::Unit {
                unit: None,
                page: 0,
            },
        ] {
            let bytes = Action::Statement(press).encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(Action::Statement(press)));
        }
    }

    #[test]
    fn forged_bytes_are_no_button_of_the_statement() {
        for data in [
            "y",
            "y:a",
            "y:a:-1",
            "y:a:x",
            "y:a:1:2",
            "y:h:0:201413:0:0",
            "y:h:0:201403:-1:0",
            "y:h:0:201403:0:2",
            "y:h:0:201403:0",
            "y:e:0:0:0",
            "y:w:0:0:0",
            "y:w:9:0",
            "y:u:1",
            "y:x:1",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
