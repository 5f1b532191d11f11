//! Why a step is not taken, and what is possible instead.

use serde::{Deserialize, Serialize};

use super::status::Status;
use super::step::Verb;

/// A step that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Why.
    pub why: Why,
    /// What this person may do now instead.
    pub possible: Vec<Verb>,
}

/// Why a step is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// The item is nobody's business of his.
    NotYours,
    /// Somebody else's to say.
    NotYourPart,
    /// His own work: a second pair of eyes is wanted.
    Own,
    /// Where the item stands now it is not possible.
    NotNow {
        /// Where it stands.
        status: Status,
    },
    /// It waits for the unit that it was handed up to.
    Offered,
    /// Items of this kind have no such step.
    NoSuchStep,
    /// Evidence is needed first.
    NoEvidence,
    /// A later day was asked for as often as may be.
    TooOften {
        /// So often.
        most: u32,
    },
    /// A later day was asked for already and waits for an answer.
    AlreadyAsked,
    /// Nothing was asked for.
    NothingAsked,
    /// The day does not come after the one that stands, or is over.
    NotLater,
    /// There is no day to put off.
    NoDeadline,
    /// There is no unit above.
    NoUnitAbove,
    /// A reason is needed.
    NoReason,
}
