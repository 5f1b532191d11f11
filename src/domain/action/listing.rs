//! The buttons of lists of items, and of a new one. They hold all that the list needs, so one pressed weeks later
//! shows what is so then.

use crate::domain::ids::{CadreId, UnitId};
use crate::domain::listing::List;

/// A button of a list. Pages count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// One's own.
    Home,
    /// One of one's own lists.
    List {
        /// Which.
        list: List,
        /// Only what is overdue?
        red: bool,
        /// Which page.
        page: u32,
    },
    /// The items of a unit; without one, all that he sees of units.
    Unit {
        /// Which.
        unit: Option<UnitId>,
        /// Only what is overdue?
        red: bool,
        /// Which page.
        page: u32,
    },
    /// Those of a number.
    Number {
        /// The number.
        no: String,
        /// Which page.
        page: u32,
    },
    /// Those that some words stand in.
    Words {
        /// The words.
        words: String,
        /// Which page.
        page: u32,
    },
    /// 查找: what for?
    Search,
    /// 立项: a new one.
    Begin,
    /// An answer about the new one.
    New {
        /// The update in which it was begun: an old message answers nothing of a newer one.
        stamp: i64,
        /// The answer.
        choice: Choice,
    },
}

/// What is answered about a new item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// It is of the kind at that place of the campaign's.
    Kind(usize),
    /// It is that unit's.
    Unit(UnitId),
    /// It is to be done by then.
    Within(Within),
    /// That person is responsible; `None`: nobody in person.
    Whom(Option<CadreId>),
    /// Who leads is to be asked.
    AskLead,
    /// That person leads; `None`: nobody.
    Lead(Option<CadreId>),
    /// 立项.
    Open,
    /// 不立了.
    GiveUp,
}

/// By when, counted from the day on which it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// One week.
    Week,
    /// Two.
    TwoWeeks,
    /// One month.
    Month,
    /// 立行立改.
    AtOnce,
    /// 长期坚持.
    Ongoing,
}

impl Within {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 5] = [
        Self::Week,
        Self::TwoWeeks,
        Self::Month,
        Self::AtOnce,
        Self::Ongoing,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Week => "w",
            Self::TwoWeeks => "t",
            Self::Month => "m",
            Self::AtOnce => "i",
            Self::Ongoing => "o",
        }
    }
}

impl Listing {
    /// The bytes behind `c:`.
    pub(super) fn encode(&self) -> String {
        let flag = |red: bool| u8::from(red);
        match self {
            Self::Home => "h".to_owned(),
            Self::List { list, red, page } => format!("l:{}:{}:{page}", list.code(), flag(*red)),
            Self::Unit { unit, red, page } => {
                format!("u:{}:{}:{page}", unit.map_or(0, |id| id.0), flag(*red))
            }
            Self::Number { no, page } => format!("o:{page}:{no}"),
            Self::Words { words, page } => format!("f:{page}:{words}"),
            Self::Search => "s".to_owned(),
            Self::Begin => "b".to_owned(),
            Self::New { stamp, choice } => format!("n:{stamp}:{}", choice.encode()),
        }
    }

    /// Reads them.
    pub(super) fn decode(data: &str) -> Option<Self> {
        let (head, rest) = data.split_once(':').unwrap_or((data, ""));
        let mut parts = rest.split(':');
        let press = match head {
            "h" if data == head => return Some(Self::Home),
            "s" if data == head => return Some(Self::Search),
            "b" if data == head => return Some(Self::Begin),
            // What was looked for may hold any sign.
            "o" | "f" => {
                let (page, said) = rest.split_once(':')?;
                let (page, said) = (page.parse().ok()?, said.to_owned());
                if said.is_empty() {
                    return None;
                }
                return Some(if head == "o" {
                    Self::Number { no: said, page }
                } else {
                    Self::Words { words: said, page }
                });
            }
            "l" => Self::List {
                list: List::from_code(parts.next()?)?,
                red: flag(parts.next()?)?,
                page: parts.next()?.parse().ok()?,
            },
            "u" => Self::Unit {
                unit: named(number(parts.next()?)?, UnitId),
                red: flag(parts.next()?)?,
                page: parts.next()?.parse().ok()?,
            },
            "n" => Self::New {
                stamp: parts.next()?.parse().ok()?,
                choice: Choice::decode(&mut parts)?,
            },
            _ => return None,
        };
        parts.next().is_none().then_some(press)
    }
}

impl Choice {
    fn encode(self) -> String {
        let id = |id: Option<CadreId>| id.map_or(0, |id| id.0);
        match self {
            Self::Kind(place) => format!("k:{place}"),
            Self::Unit(unit) => format!("u:{unit}"),
            Self::Within(within) => format!("d:{}", within.code()),
            Self::Whom(cadre) => format!("w:{}", id(cadre)),
            Self::AskLead => "a".to_owned(),
            Self::Lead(cadre) => format!("l:{}", id(cadre)),
            Self::Open => "g".to_owned(),
            Self::GiveUp => "x".to_owned(),
        }
    }

    fn decode<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Self> {
        Some(match parts.next()? {
            "k" => Self::Kind(parts.next()?.parse().ok()?),
            "u" => Self::Unit(named(number(parts.next()?)?, UnitId)?),
            "d" => {
                let code = parts.next()?;
                Self::Within(Within::ALL.into_iter().find(|one| one.code() == code)?)
            }
            "w" => Self::Whom(named(number(parts.next()?)?, CadreId)),
            "a" => Self::AskLead,
            "l" => Self::Lead(named(number(parts.next()?)?, CadreId)),
            "g" => Self::Open,
            "x" => Self::GiveUp,
            _ => return None,
        })
    }
}

/// A number that stands for a row, or 0.
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
    fn every_button_of_a_list_survives_its_bytes() {
        let (red, page, stamp) = (true, u32::MAX, i64::MAX);
        let lists = List::ALL.map(|list| Listing::List { list, red, page });
        let choices = [
            Choice::Kind(99),
            Choice::Unit(UnitId(i64::MAX)),
            Choice::Whom(Some(CadreId(i64::MAX))),
            Choice::Whom(None),
            Choice::AskLead,
            Choice::Lead(Some(CadreId(i64::MAX))),
            Choice::Lead(None),
            Choice::Open,
            Choice::GiveUp,
        ];
        let choices = choices
            .into_iter()
            .chain(Within::ALL.map(Choice::Within))
            .map(|choice| Listing::New { stamp, choice });
        let others = [
            Listing::Home,
            Listing::Search,
            Listing::Begin,
            Listing::Unit {
                unit: Some(UnitId(i64::MAX)),
                red,
                page,
            },
            Listing::Unit {
                unit: None,
                red: false,
                page: 0,
            },
            Listing::Number {
                no: "C:12".to_owned(),
                page: 3,
            },
            Listing::Words {
                words: "路".repeat(16),
                page: 6,
            },
        ];
        for press in lists.into_iter().chain(choices).chain(others) {
            let data = Action::Listing(press.clone()).encode();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Action::decode(&data), Some(Action::Listing(press)));
        }
    }

    #[test]
    fn forged_bytes_are_no_button_of_a_list() {
        for data in [
            "c",
            "c:",
            "c:h:1",
            "c:l:m:0",
            "c:l:q:0:0",
            "c:l:m:2:0",
            "c:l:m:0:-1",
            "c:l:m:0:0:1",
            "c:u:-1:0:0",
            "c:u:x:0:0",
            "c:f:0:",
            "c:f:x:路灯",
            "c:o:0",
            "c:n:1",
            "c:n:x:g",
            "c:n:1:u:0",
            "c:n:1:d:z",
            "c:n:1:g:1",
            "c:z",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
