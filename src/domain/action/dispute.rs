//! What the buttons of somebody ask for who says that what was recorded for him is not so.

use crate::domain::ids::EntryId;

/// A button's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dispute {
    /// "不对?": ask what is wrong.
    Ask {
        /// The entry.
        entry: EntryId,
    },
    /// He was not there.
    Absent {
        /// The entry.
        entry: EntryId,
    },
    /// It was another day, or another length: ask which.
    Time {
        /// The entry.
        entry: EntryId,
    },
    /// Something else: ask what.
    Other {
        /// The entry.
        entry: EntryId,
    },
}

impl Dispute {
    /// The bytes for a button.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Ask { entry } => format!("x:q:{entry}"),
            Self::Absent { entry } => format!("x:a:{entry}"),
            Self::Time { entry } => format!("x:t:{entry}"),
            Self::Other { entry } => format!("x:o:{entry}"),
        }
    }

    /// Reads what stands behind the first letter.
    pub(super) fn decode<'a>(mut next: impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let what = next()?;
        let entry = EntryId(next()?.parse().ok()?);
        Some(match what {
            "q" => Self::Ask { entry },
            "a" => Self::Absent { entry },
            "t" => Self::Time { entry },
            "o" => Self::Other { entry },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn every_button_survives_its_bytes_and_forged_ones_are_none() {
        let entry = EntryId(i64::MAX);
        for button in [
            Dispute::Ask { entry },
            Dispute::Absent { entry },
            Dispute::Time { entry },
            Dispute::Other { entry },
        ] {
            let action = Action::Dispute(button);
            let bytes = action.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(action));
        }
        for data in ["x", "x:q", "x:q:", "x:z:1", "x:q:1:2", "x:q:one"] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
