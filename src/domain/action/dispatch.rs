//! What the buttons of the monthly question about progress ask for (S13).

use crate::domain::dispatch::Quick;
use crate::domain::ids::ItemId;
use crate::domain::month::Month;

/// A button's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dispatch {
    /// "说进展": one item with its answers.
    Show {
        /// Which.
        item: ItemId,
        /// Of which month.
        month: Month,
    },
    /// "正常推进", "有困难".
    Say {
        /// Of which item.
        item: ItemId,
        /// Of which month.
        month: Month,
        /// What.
        quick: Quick,
    },
    /// "我来写": ask for words.
    Words {
        /// Of which item.
        item: ItemId,
    },
    /// A page of `/progress`.
    Page {
        /// Of which month.
        month: Month,
        /// Which, from 0.
        page: u32,
    },
}

impl Dispatch {
    /// The bytes behind `j:`.
    pub(super) fn encode(self) -> String {
        match self {
            Self::Show { item, month } => format!("s:{item}:{}", month.digits()),
            Self::Say { item, month, quick } => {
                format!("q:{item}:{}:{}", month.digits(), quick.code())
            }
            Self::Words { item } => format!("w:{item}"),
            Self::Page { month, page } => format!("p:{}:{page}", month.digits()),
        }
    }

    /// Reads them.
    pub(super) fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let what = next()?;
        if what == "p" {
            return Some(Self::Page {
                month: Month::from_digits(next()?)?,
                page: next()?.parse().ok()?,
            });
        }
        let item = ItemId(next()?.parse().ok()?);
        Some(match what {
            "s" => Self::Show {
                item,
                month: Month::from_digits(next()?)?,
            },
            "q" => Self::Say {
                item,
                month: Month::from_digits(next()?)?,
                quick: Quick::from_code(next()?)?,
            },
            "w" => Self::Words { item },
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
        let month = Month::new(2014, 3).unwrap();
        let says = Quick::ALL.map(|quick| Dispatch::Say { item, month, quick });
        let others = [
            Dispatch::Show { item, month },
            Dispatch::Words { item },
            Dispatch::Page {
                month,
                page: u32::MAX,
            },
        ];
        for press in says.into_iter().chain(others) {
            let data = Action::Dispatch(press).encode();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Action::decode(&data), Some(Action::Dispatch(press)));
        }
        for forged in [
            "j:",
            "j:s",
            "j:s:1",
            "j:s:x:201403",
            "j:s:1:201413",
            "j:s:1:201403:n",
            "j:q:1:201403",
            "j:q:1:201403:x",
            "j:w:",
            "j:p:201403",
            "j:p:201403:-1",
            "j:z:1:201403",
        ] {
            assert_eq!(Action::decode(forged), None, "{forged}");
        }
    }
}
