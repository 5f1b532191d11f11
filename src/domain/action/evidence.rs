//! Buttons about evidence: adding some to what was recorded, and looking at it.

use crate::domain::ids::{EntryId, UpdateId};

/// A button's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// "补充材料" under what one update recorded.
    Add {
        /// The update that recorded it.
        update: UpdateId,
    },
    /// "补充材料" to one entry.
    To {
        /// The entry.
        entry: EntryId,
    },
    /// "看材料".
    Show {
        /// Of which entry.
        entry: EntryId,
    },
}

impl Evidence {
    /// What follows the letter.
    pub(super) fn encode(self) -> String {
        match self {
            Self::Add { update } => format!("a:{update}"),
            Self::To { entry } => format!("t:{entry}"),
            Self::Show { entry } => format!("s:{entry}"),
        }
    }

    /// The reverse.
    pub(super) fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let kind = next()?;
        let number = next()?.parse().ok()?;
        Some(match kind {
            "a" => Self::Add {
                update: UpdateId(number),
            },
            "t" => Self::To {
                entry: EntryId(number),
            },
            "s" => Self::Show {
                entry: EntryId(number),
            },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::action::Action;

    #[test]
    fn every_button_survives_its_bytes() {
        let entry = EntryId(i64::MAX);
        for evidence in [
            Evidence::Add {
                update: UpdateId(i64::MAX),
            },
            Evidence::To { entry },
            Evidence::Show { entry },
        ] {
            let bytes = Action::Evidence(evidence).encode();
            assert!(bytes.starts_with("g:") && bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(Action::Evidence(evidence)));
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for data in ["g", "g:", "g:a", "g:a:x", "g:z:1", "g:s:1:2", "g:t:"] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
