//! The buttons of an item: its page, and the steps that can be taken.

use crate::domain::ids::ItemId;
use crate::domain::item::Verb;

/// A button of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Its page.
    Show {
        /// Which.
        item: ItemId,
    },
    /// A step; what has to be said with it is asked then.
    Step {
        /// Of which item.
        item: ItemId,
        /// Which.
        verb: Verb,
    },
}

impl Press {
    /// The bytes behind `i:`.
    pub fn encode(self) -> String {
        match self {
            Self::Show { item } => item.to_string(),
            Self::Step { item, verb } => format!("{item}:{}", verb.code()),
        }
    }

    /// Reads them.
    pub fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let item = ItemId(next()?.parse().ok()?);
        let Some(code) = next() else {
            return Some(Self::Show { item });
        };
        let mut letters = code.chars();
        let verb = letters.next().and_then(Verb::from_code)?;
        letters
            .next()
            .is_none()
            .then_some(Self::Step { item, verb })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn buttons_are_read_as_they_were_written() {
        let item = ItemId(i64::MAX);
        let steps = Verb::ALL.map(|verb| Press::Step { item, verb });
        for press in steps.into_iter().chain([Press::Show { item }]) {
            let data = Action::Item(press).encode();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Action::decode(&data), Some(Action::Item(press)));
        }
        for forged in ["i:", "i:x", "i:1:", "i:1:?", "i:1:ss", "i:1:s:1"] {
            assert_eq!(Action::decode(forged), None, "{forged}");
        }
    }
}
