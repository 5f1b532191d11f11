//! What somebody is told in his next digest, rather than in a message of its own (S30).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::ids::EntryId;

/// One thing to be told in the next digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum News {
    /// Collective study was recorded for him ("不对?" disputes it).
    Session {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Who recorded it.
        by: String,
    },
    /// Something else was recorded for him by his liaison ("不对?" disputes it).
    Proxy {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Who recorded it.
        by: String,
    },
    /// An entry of his that waited, or that he disputed, was decided on.
    Decided {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Whether it counts now.
        counts: bool,
        /// Why not; empty if it counts.
        reason: String,
        /// Who decided.
        by: String,
    },
    /// What he owes of a duty was set anew by his unit or the office.
    Target {
        /// Duty id.
        duty: String,
        /// What it was; `None`: nothing.
        was: Option<Amount>,
        /// What it is; `None`: nothing.
        is: Option<Amount>,
        /// Who set it.
        by: String,
    },
    /// He serves elsewhere, or as something else, from a day on.
    Moved {
        /// Path of his unit now.
        unit: String,
        /// Rank id now.
        rank: String,
        /// Since when.
        from: NaiveDate,
    },
}
