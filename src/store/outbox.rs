//! Messages that wait, are being sent, were sent, were closed with a reason, or are dead letters.

mod claim;
mod dead;
mod look;
pub mod reckon;
mod rows;
mod settle;

pub use claim::{
    ClaimedRow, Lease, UNKNOWN_OUTCOME, claim, prolong, release_dead, release_expired,
};
pub use dead::{DeadLetter, count_dead, dead, dead_ids, drop_dead, retry};
pub use look::{Listed, Wanted, Whole, count, list, said_in, whole};
pub use rows::{
    ExportRow, LaneCount, NewRow, close_for_chat, counts, digests_since, due, due_of, fold_waiting,
    follow, insert, move_chat, overdue, page, waiting,
};
pub use settle::{Settlement, settle};

/// Which messages go first. Lower goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lane {
    /// To somebody who has just written or pressed.
    Answer = 0,
    /// Not to wait for any slot.
    Urgent = 1,
    /// A slot's digest.
    Reminder = 2,
    /// To many.
    Broadcast = 3,
}

impl Lane {
    /// Every lane, first to go first.
    pub const ALL: [Self; 4] = [Self::Answer, Self::Urgent, Self::Reminder, Self::Broadcast];

    /// The name in exports and metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Urgent => "urgent",
            Self::Reminder => "reminder",
            Self::Broadcast => "broadcast",
        }
    }

    /// The number in the table.
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// The lane of that number.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.number() == number)
    }
}
