//! Row identities as types, so that one cannot be passed for another.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// A unit of the tree (单位).
    UnitId
);
id!(
    /// A leave or a trip (请假、出差).
    LeaveId
);
id!(
    /// A person of the roster (干部、党员).
    CadreId
);
id!(
    /// One recorded amount of a duty.
    EntryId
);
id!(
    /// One collective study session (S3).
    SessionId
);
id!(
    /// One dated item of the ledger (台账).
    ItemId
);
id!(
    /// A message waiting in, or sent from, the outbox.
    OutboxId
);
id!(
    /// A unit entrusted to somebody as his contact point (S16).
    AssignmentId
);
id!(
    /// What people asked for, heard on a visit (S6).
    OpinionId
);
id!(
    /// One text of the office to many (群发).
    BroadcastId
);
id!(
    /// Something to be told in a digest.
    NewsId
);
id!(
    /// One update, over all bots ([`UpdateId::of`]); also the name of everything that it recorded.
    UpdateId
);
id!(
    /// One of the office's bots by its number in the database, which never changes; 0 is the one of
    /// `TELOXIDE_TOKEN`.
    BotId
);
id!(
    /// A Telegram account; in a private chat also the chat's number.
    TelegramId
);

impl BotId {
    /// The bot of `TELOXIDE_TOKEN`.
    pub const MAIN: Self = Self(0);
}

/// Telegram's own numbers stay far below this (32 bits so far); what is above names the bot.
const UPDATE_BITS: u32 = 48;

impl UpdateId {
    /// Each bot has its own sequence of numbers, so an update is named by both; the main bot's updates keep
    /// Telegram's number.
    pub fn of(bot: BotId, number: i64) -> Self {
        Self((bot.0 << UPDATE_BITS) | (number & ((1 << UPDATE_BITS) - 1)))
    }

    /// The bot it came to.
    pub const fn bot(self) -> BotId {
        BotId(self.0 >> UPDATE_BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_named_by_its_bot_and_its_number() {
        assert_eq!(UpdateId::of(BotId::MAIN, 501), UpdateId(501));
        let (main, east) = (UpdateId::of(BotId::MAIN, 501), UpdateId::of(BotId(1), 501));
        assert_ne!(main, east);
        assert_eq!((main.bot(), east.bot()), (BotId::MAIN, BotId(1)));
        assert!(UpdateId::of(BotId(1), 1) > UpdateId::of(BotId::MAIN, i64::from(u32::MAX)));
    }
}
