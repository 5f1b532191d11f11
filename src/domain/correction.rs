//! What is said about correcting a record, and about saying something twice, as data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::ids::UpdateId;

/// What stands already: day and amount, oldest first.
pub type Parts = Vec<(NaiveDate, Amount)>;

/// An answer to somebody who corrects or repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// The same stands already: is it the same, or another time?
    Same {
        /// Duty id.
        duty: String,
        /// What stands.
        parts: Parts,
        /// The update that recorded it.
        update: UpdateId,
        /// The update in which it was said again.
        asked: UpdateId,
    },
    /// What should it be instead?
    ToWhat {
        /// Duty id.
        duty: String,
        /// What stands.
        parts: Parts,
        /// The update that recorded it.
        update: UpdateId,
    },
    /// The new amount was not understood; the question stands.
    Unclear {
        /// Duty id.
        duty: String,
    },
    /// "改成2学时", and nothing was recorded just before.
    NothingRecent,
    /// The liaison recorded it for him.
    NotHisOwn,
    /// The liaison has turned it down meanwhile.
    TurnedDown,
}
