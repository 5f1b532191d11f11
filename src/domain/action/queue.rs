//! Buttons of the queue of entries that wait for a carer, and of the answer to a rejection.
//!
//! `at` is the instant at which the presser began to look, in UTC milliseconds: what came to wait after it he
//! has not seen, and no button of that look decides on it.

use crate::domain::ids::EntryId;
use crate::domain::queue::Reason;

/// A button's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queue {
    /// "看待审": the queue as it is now.
    Pending,
    /// "下一页": what stands after that entry.
    List {
        /// The last one shown.
        after: EntryId,
        /// When the look began.
        at: i64,
    },
    /// One entry by itself, or the next that waits if it does not any more.
    Card {
        /// The entry.
        entry: EntryId,
        /// When the look began.
        at: i64,
    },
    /// "确认".
    Confirm {
        /// The entry.
        entry: EntryId,
        /// When the look began.
        at: i64,
    },
    /// "退回": ask why.
    Reject {
        /// The entry.
        entry: EntryId,
        /// When the look began.
        at: i64,
    },
    /// One of the reasons offered.
    Because {
        /// The entry.
        entry: EntryId,
        /// Why.
        reason: Reason,
        /// When the look began.
        at: i64,
    },
    /// "全部确认": all up to that entry.
    All {
        /// The last one shown.
        last: EntryId,
        /// When the look began.
        at: i64,
    },
    /// "说明": the person answers to a rejection.
    Answer {
        /// The entry that was turned down.
        entry: EntryId,
    },
}

impl Queue {
    /// What follows the letter.
    pub(super) fn encode(self) -> String {
        match self {
            Self::Pending => "p".to_owned(),
            Self::List { after, at } => format!("l:{after}:{at}"),
            Self::Card { entry, at } => format!("c:{entry}:{at}"),
            Self::Confirm { entry, at } => format!("y:{entry}:{at}"),
            Self::Reject { entry, at } => format!("n:{entry}:{at}"),
            Self::Because { entry, reason, at } => {
                format!("b:{entry}:{at}:{}", reason.code())
            }
            Self::All { last, at } => format!("a:{last}:{at}"),
            Self::Answer { entry } => format!("w:{entry}"),
        }
    }

    /// The reverse.
    pub(super) fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let kind = next()?;
        if kind == "p" {
            return Some(Self::Pending);
        }
        let entry = EntryId(next()?.parse().ok()?);
        if kind == "w" {
            return Some(Self::Answer { entry });
        }
        let at = next()?.parse().ok()?;
        Some(match kind {
            "l" => Self::List { after: entry, at },
            "c" => Self::Card { entry, at },
            "y" => Self::Confirm { entry, at },
            "n" => Self::Reject { entry, at },
            "b" => Self::Because {
                entry,
                reason: Reason::from_code(next()?)?,
                at,
            },
            "a" => Self::All { last: entry, at },
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
        let (entry, at) = (EntryId(i64::MAX), i64::MAX);
        let mut all = vec![
            Queue::Pending,
            Queue::List { after: entry, at },
            Queue::Card { entry, at },
            Queue::Confirm { entry, at },
            Queue::Reject { entry, at },
            Queue::All { last: entry, at },
            Queue::Answer { entry },
        ];
        all.extend(Reason::ALL.map(|reason| Queue::Because { entry, reason, at }));
        for queue in all {
            let bytes = Action::Queue(queue).encode();
            assert!(bytes.starts_with("h:") && bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(Action::Queue(queue)));
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for data in [
            "h",
            "h:",
            "h:p:1",
            "h:y:1",
            "h:y:x:1",
            "h:b:1:1",
            "h:b:1:1:z",
            "h:z:1:1",
            "h:w",
            "h:w:1:1",
            "h:a:1:1:1",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
