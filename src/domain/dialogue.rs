//! What the bot asked somebody last and waits to hear in words. Kept per account, so that it survives a
//! restart; forgotten when it is answered, given up, or too old.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, UpdateId};
use super::label::Labels;
use super::reply::Spoken;

/// A question that waits for an answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "dialogue", rename_all = "snake_case")]
pub enum Dialogue {
    /// Why the entry is turned down.
    Reject {
        /// The entry.
        entry: EntryId,
    },
    /// What the amount should be that an update recorded.
    Change {
        /// The update.
        update: UpdateId,
    },
    /// Whether what was said twice is another time; answered with a button, and no words.
    Again {
        /// The update in which it was said.
        asked: UpdateId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        spoken: Spoken,
        /// In what words; empty for a tap.
        note: String,
        /// The prompt that was tapped.
        prompt: Option<i64>,
        /// Form and topic.
        labels: Labels,
    },
}
