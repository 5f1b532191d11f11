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
    /// A person of the roster (干部、党员).
    CadreId
);
id!(
    /// One recorded amount of a duty.
    EntryId
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
    /// One text of the office to many (群发).
    BroadcastId
);
id!(
    /// Telegram's number of an update; also the name of everything that one update recorded.
    UpdateId
);
id!(
    /// A Telegram account; in a private chat also the chat's number.
    TelegramId
);
