//! One update, as far as Duban cares: what came in, from whom, where.

use crate::domain::evidence::Material;
use crate::domain::ids::{TelegramId, UpdateId};
use crate::domain::poll::Counts;

/// What one Telegram update says. Read leniently from the raw JSON (`telegram::update`), so that
/// newer kinds of entities or fields never lose a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Telegram's number of the update.
    pub update: UpdateId,
    /// The chat it came in.
    pub chat: Chat,
    /// Who wrote or pressed; `None` for channel posts and service messages.
    pub from: Option<Sender>,
    /// What.
    pub what: What,
    /// What Telegram calls the group; empty for a chat with the bot alone.
    pub title: String,
}

/// Where it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chat {
    /// Telegram's id of the chat.
    pub id: i64,
    /// A chat with the bot alone?
    pub private: bool,
}

/// Whoever wrote or pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The account.
    pub id: TelegramId,
    /// Language of its app, an IETF tag.
    pub language_code: Option<String>,
}

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A text, or the words of what is no evidence.
    Text {
        /// As typed.
        text: String,
    },
    /// A picture, a file, a voice, or a text that was passed on: with a caption or without.
    Media(Material),
    /// A message without words that is no evidence: a sticker, a place.
    Wordless,
    /// A button.
    Press {
        /// Its bytes: a claim, not a proof.
        data: String,
        /// The message it sits on, if Telegram still knows.
        message: Option<i64>,
    },
    /// The person stopped the bot (true) or let it in again (false).
    Blocked(bool),
    /// The group became a supergroup with this id.
    Migrated {
        /// The new chat id.
        to: i64,
    },
    /// The bot was put out of the group, or the group is gone.
    Expelled,
    /// How a poll of ours stands.
    Poll {
        /// Telegram's id of it.
        poll: String,
        /// The counts.
        counts: Counts,
    },
    /// Nothing that concerns us.
    Other,
}
