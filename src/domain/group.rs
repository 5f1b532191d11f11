//! The group in which a unit's people talk: bound to the unit, it shows the unit's list and nothing personal.

use serde::{Deserialize, Serialize};

use super::ids::{BotId, CadreId, ItemId, UnitId};
use super::language::Language;
use super::notice::{DueItem, Notice};

/// Seconds from one list in a group to the next: what everybody has just read need not be sent again.
pub const LIST_EVERY: i64 = 60;

/// What becomes of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is the unit's from now on, and no other's any more.
    Bind {
        /// The chat.
        chat: i64,
        /// The bot that is in it.
        bot: BotId,
        /// Whose.
        unit: UnitId,
        /// What Telegram calls it.
        title: String,
        /// Who says so.
        by: CadreId,
    },
    /// The bot is in it no more.
    End {
        /// The chat.
        chat: i64,
        /// The bot.
        bot: BotId,
    },
    /// It was shown its list.
    Listed {
        /// The chat.
        chat: i64,
    },
    /// An item is published in it.
    Publish(Box<Publication>),
}

/// An item that is published in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Which.
    pub item: ItemId,
    /// Where.
    pub chat: i64,
    /// The bot that is in there.
    pub bot: BotId,
    /// Who says so.
    pub by: CadreId,
    /// What the group reads.
    pub language: Language,
    /// The message.
    pub notice: Notice,
}

/// What is said in a group, or to who wants to use one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// The group is that unit's now.
    Bound {
        /// Path of the unit.
        unit: String,
        /// Whose it was before.
        before: Option<String>,
    },
    /// He has several units: which is meant?
    Which {
        /// Their paths.
        units: Vec<String>,
    },
    /// No unit of his is called so.
    NoSuchUnit {
        /// What was written; may be empty.
        words: String,
    },
    /// Not his to bind.
    NotYours,
    /// The group is another unit's.
    Taken {
        /// Whose.
        unit: String,
    },
    /// The group is nobody's yet.
    Unbound,
    /// The unit's open items.
    List {
        /// Path of the unit.
        unit: String,
        /// Some of them, most urgent first.
        items: Vec<Line>,
        /// How many there are.
        total: usize,
    },
    /// Said in the private chat: it belongs in a group.
    InGroupOnly,
}

/// An item as a group sees it: nobody's name, and no words about progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The item.
    pub item: DueItem,
    /// Path of its unit.
    pub unit: String,
}

/// Which of the units that somebody may bind is meant by his words; without words, the only one.
///
/// # Errors
/// What to say instead.
pub fn chosen(own: &[(UnitId, String)], words: &str) -> Result<(UnitId, String), Answer> {
    let fits = |path: &str| {
        words.is_empty()
            || path == words
            || path
                .strip_suffix(words)
                .is_some_and(|rest| rest.ends_with('/'))
    };
    let mut found: Vec<&(UnitId, String)> = own.iter().filter(|(_, path)| fits(path)).collect();
    if found.iter().any(|(_, path)| path == words) {
        found.retain(|(_, path)| path == words);
    }
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(Answer::NoSuchUnit {
            words: words.to_owned(),
        }),
        several => Err(Answer::Which {
            units: several.iter().map(|(_, path)| path.clone()).collect(),
        }),
    }
}

/// Whether the list may be shown again, so many milliseconds after it was shown.
pub const fn is_list_due(since: Option<i64>) -> bool {
    match since {
        Some(since) => since >= LIST_EVERY * 1_000,
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_found_by_its_name_or_its_path() {
        let own = [
            (UnitId(1), "汪清县/春阳镇".to_owned()),
            (UnitId(2), "汪清县/春阳镇/新光村".to_owned()),
            (UnitId(3), "敦化市/新光村".to_owned()),
        ];
        let id = |words| chosen(&own, words).map(|(id, _)| id.0);
        assert_eq!(id("春阳镇"), Ok(1));
        assert_eq!(id("汪清县/春阳镇"), Ok(1));
        assert_eq!(id("敦化市/新光村"), Ok(3));
        assert!(matches!(id("新光村"), Err(Answer::Which { units }) if units.len() == 2));
        assert!(matches!(id(""), Err(Answer::Which { units }) if units.len() == 3));
        assert!(matches!(id("光村"), Err(Answer::NoSuchUnit { words }) if words == "光村"));
        assert_eq!(chosen(&own[..1], "").map(|(id, _)| id.0), Ok(1));
        assert!(matches!(chosen(&[], ""), Err(Answer::NoSuchUnit { .. })));
    }

    #[test]
    fn a_list_comes_once_a_minute() {
        assert!(is_list_due(None));
        assert!(!is_list_due(Some(59_999)));
        assert!(is_list_due(Some(60_000)));
    }
}
