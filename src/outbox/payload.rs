//! What an outbox row holds: words decided already, or a promise to look again when its turn comes.

use serde::{Deserialize, Serialize};

use crate::domain::digest::DigestPlan;
use crate::domain::ids::BroadcastId;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::poll::Said;

/// The payload of one outbox row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "payload", rename_all = "snake_case")]
pub enum Payload {
    /// An answer: everything in it is decided.
    Letter {
        /// The reader's language.
        language: Language,
        /// What to say.
        notice: Notice,
    },
    /// A digest: what is still owed is looked up when it is sent.
    Digest(DigestPlan),
    /// A poll of a unit's members.
    Poll {
        /// Its row.
        id: i64,
        /// What the group reads.
        language: Language,
        /// What it asks.
        said: Said,
    },
    /// The end of a poll: the row's message is edited by it.
    StopPoll {
        /// Its row.
        id: i64,
    },
    /// A part of a broadcast, which holds the words once for all.
    Broadcast {
        /// Which.
        id: BroadcastId,
    },
}
