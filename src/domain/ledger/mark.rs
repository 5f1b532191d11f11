//! The mark behind a row of an exported ledger: which item it is, and how far it had come when it was exported.

use std::fmt;

use crate::domain::ids::ItemId;

/// "D123-5": item 123 after five events. It is written into the last column and comes back with the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Which item.
    pub item: ItemId,
    /// So many events it had.
    pub turn: i64,
}

impl Mark {
    /// The mark in a cell; `None`: it is none, but an office's own number.
    pub fn read(text: &str) -> Option<Self> {
        let (item, turn) = text.trim().strip_prefix(['D', 'd'])?.split_once('-')?;
        let number = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
            digits.then(|| text.parse::<i64>().ok()).flatten()
        };
        Some(Self {
            item: ItemId(number(item)?),
            turn: number(turn)?,
        })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "D{}-{}", self.item, self.turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written_and_other_numbers_are_none() {
        let mark = Mark {
            item: ItemId(123),
            turn: 5,
        };
        assert_eq!(mark.to_string(), "D123-5");
        assert_eq!(Mark::read(" D123-5 "), Some(mark));
        for other in [
            "",
            "12",
            "D123",
            "D-5",
            "D123-",
            "D1-2-3",
            "D１-2",
            "D+1-2",
            "ZG-5",
            "D99999999999999999999-1",
        ] {
            assert_eq!(Mark::read(other), None, "{other}");
        }
    }
}
