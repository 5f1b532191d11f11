//! Menus of commands.

use teloxide::types::{BotCommandScope, ChatId, Recipient};

/// Who sees a menu of commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuScope {
    /// Whoever has no narrower one.
    Everyone,
    /// All private chats.
    PrivateChats,
    /// All groups.
    Groups,
    /// This chat alone.
    Chat(i64),
}

/// One menu of commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// Who sees it.
    pub scope: MenuScope,
    /// Two letters (`Language::menu_code`); `None`: all languages without their own.
    pub language_code: Option<String>,
    /// Name and description, in order.
    pub commands: Vec<(String, String)>,
}

impl MenuScope {
    pub(super) fn to_telegram(self) -> BotCommandScope {
        match self {
            Self::Everyone => BotCommandScope::Default,
            Self::PrivateChats => BotCommandScope::AllPrivateChats,
            Self::Groups => BotCommandScope::AllGroupChats,
            Self::Chat(id) => BotCommandScope::Chat {
                chat_id: Recipient::Id(ChatId(id)),
            },
        }
    }
}
