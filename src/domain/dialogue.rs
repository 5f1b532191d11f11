//! What the bot asked somebody last and waits to hear in words. Kept per account, so that it survives a
//! restart; forgotten when it is answered, given up, or too old.

use serde::{Deserialize, Serialize};

use super::dispute::About;
use super::ids::{EntryId, UpdateId};
use super::session::Draft;

/// A question that waits for an answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "dialogue", rename_all = "snake_case")]
pub enum Dialogue {
    /// Why the entry is turned down.
    Reject {
        /// The entry.
        entry: EntryId,
    },
    /// What else is known of a session that is to be opened.
    Session {
        /// What is known.
        draft: Draft,
    },
    /// A name on the list of a session; what is none is read as always.
    Roll {
        /// The session, by the update that opened it.
        session: UpdateId,
    },
    /// What is wrong with an entry.
    Dispute {
        /// The entry.
        entry: EntryId,
        /// What was asked.
        about: About,
    },
}
