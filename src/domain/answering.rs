//! What Duban says to somebody who answers to a rejection: his words, and the entry waits again.

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::queue::Of;

/// What he is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// What is there to say?
    Ask {
        /// What was turned down.
        of: Of,
        /// Why.
        reason: String,
    },
    /// It waits for the carer again.
    Waits {
        /// The entry.
        of: Of,
        /// How much evidence went along.
        evidence: usize,
    },
    /// Nothing of his was turned down there, or it was answered before.
    Nothing,
    /// The day has no room for it any more.
    DayFull {
        /// The entry.
        of: Of,
        /// What one day can hold, in the duty's measure.
        most: Amount,
        /// What it holds now.
        held: Amount,
    },
}
