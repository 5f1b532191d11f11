//! Evidence behind an entry or an item: photo, file, voice or forwarded message. Telegram keeps the bytes; kept here is
//! the name it gave the file, which is good for the one bot that got it (facts 1.4).

use serde::{Deserialize, Serialize};

use super::ids::{EntryId, ItemId};
use super::notice::Notice;
use super::queue::Of;

/// The longest words kept with a piece, in characters.
pub const LONGEST_WORDS: usize = 500;

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A photo.
    Photo,
    /// A file.
    Document,
    /// A voice message.
    Voice,
    /// A piece of music or a recording.
    Audio,
    /// A video.
    Video,
    /// Words alone, forwarded as a rule.
    Text,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Photo,
        Self::Document,
        Self::Voice,
        Self::Audio,
        Self::Video,
        Self::Text,
    ];

    /// The name in the database and, but for words, the Bot API's field of a message.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Voice => "voice",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Text => "text",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A piece as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// What it is.
    pub kind: Kind,
    /// Telegram's name of the file, for the bot that got it; empty for words alone.
    pub file: String,
    /// Telegram's name of the same file for all bots; empty for words alone.
    pub unique: String,
    /// Caption or words, as typed.
    pub caption: String,
    /// The file's own name; empty if it has none.
    pub name: String,
    /// Somebody else's message, passed on.
    pub forwarded: bool,
    /// The message that it answers.
    pub reply_to: Option<i64>,
    /// The album that it is part of.
    pub album: Option<String>,
}

impl Material {
    /// Words that were typed, and nothing else.
    pub fn words_alone(text: &str) -> Self {
        Self {
            kind: Kind::Text,
            file: String::new(),
            unique: String::new(),
            caption: text.to_owned(),
            name: String::new(),
            forwarded: false,
            reply_to: None,
            album: None,
        }
    }

    /// What is kept of its words: the caption, else the file's name.
    pub fn words(&self) -> String {
        let words = if self.caption.trim().is_empty() {
            &self.name
        } else {
            &self.caption
        };
        words.trim().chars().take(LONGEST_WORDS).collect()
    }
}

/// A file that a message shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What it is.
    pub kind: Kind,
    /// Telegram's name of it.
    pub id: String,
}

/// What evidence stands behind, as one names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Behind {
    /// An entry.
    Entry(Of),
    /// An item.
    Item {
        /// The ledger's number.
        no: String,
        /// What is to be put right.
        content: String,
    },
}

impl From<Of> for Behind {
    fn from(of: Of) -> Self {
        Self::Entry(of)
    }
}

/// What Duban answers to evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Please send it.
    Ask {
        /// To what.
        of: Behind,
        /// How much there is.
        count: usize,
    },
    /// It is attached.
    Attached {
        /// To which entry; `None`: to the one just recorded, of which the message before tells.
        of: Option<Behind>,
        /// The entry, for the buttons.
        entry: Option<EntryId>,
        /// The item, for the buttons.
        #[serde(default)]
        item: Option<ItemId>,
        /// How much there is now.
        count: usize,
        /// It is part of an album, of which nothing more is said.
        album: bool,
    },
    /// It has as much as it may.
    Full {
        /// What.
        of: Behind,
        /// So much.
        most: usize,
    },
    /// Nothing was recorded lately that it could belong to: how to.
    NoEntry,
    /// The entry is none of the sender's, or was withdrawn.
    Gone,
    /// One piece. If it is a file, this is its caption.
    Piece {
        /// Behind what.
        of: Behind,
        /// Which of them, from 1.
        number: usize,
        /// How many there are.
        total: usize,
        /// Its words.
        words: String,
        /// The file; `None`: words alone.
        file: Option<File>,
    },
    /// One piece that this bot cannot show.
    Elsewhere {
        /// Behind what.
        of: Behind,
        /// Which of them, from 1.
        number: usize,
        /// How many there are.
        total: usize,
        /// Its words.
        words: String,
        /// The bot that can, by its name at Telegram; `None`: Telegram does not know the file any more.
        username: Option<String>,
    },
    /// There is none.
    Nothing {
        /// Behind that.
        of: Behind,
    },
    /// Whoever asks may not see it.
    Denied,
}

impl Answer {
    /// The file that the message shows.
    pub const fn file(&self) -> Option<&File> {
        match self {
            Self::Piece { file, .. } => file.as_ref(),
            _ => None,
        }
    }

    /// What to say instead if Telegram does not know the file any more.
    #[must_use]
    pub fn without_file(&self) -> Self {
        match self {
            Self::Piece {
                of,
                number,
                total,
                words,
                ..
            } => Self::Elsewhere {
                of: of.clone(),
                number: *number,
                total: *total,
                words: words.clone(),
                username: None,
            },
            other => other.clone(),
        }
    }
}

impl Notice {
    /// The file that it shows, its words being the caption.
    pub const fn file(&self) -> Option<&File> {
        match self {
            Self::Evidence(answer) => answer.file(),
            _ => None,
        }
    }

    /// What to say if Telegram does not know that file any more.
    #[must_use]
    pub fn without_file(&self) -> Self {
        match self {
            Self::Evidence(answer) => Self::Evidence(answer.without_file()),
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(Kind::from_name("sticker"), None);
    }

    #[test]
    fn what_the_version_before_said_of_an_entry_is_understood() {
        let of = Of {
            who: None,
            duty: "study".to_owned(),
            on: chrono::NaiveDate::from_ymd_opt(2014, 3, 3).unwrap(),
            amount: crate::domain::amount::Amount::whole(4),
        };
        let item = Behind::Item {
            no: "7".to_owned(),
            content: "公车私用".to_owned(),
        };
        let kept = serde_json::to_string(&of).unwrap();
        let entry = Behind::from(of);
        assert_eq!(serde_json::from_str::<Behind>(&kept).unwrap(), entry);
        for behind in [entry, item] {
            let kept = serde_json::to_string(&behind).unwrap();
            assert_eq!(serde_json::from_str::<Behind>(&kept).unwrap(), behind);
        }
    }

    #[test]
    fn the_caption_is_kept_and_without_one_the_files_name() {
        let material = |caption: &str, name: &str| Material {
            kind: Kind::Document,
            file: "f".to_owned(),
            unique: "u".to_owned(),
            caption: caption.to_owned(),
            name: name.to_owned(),
            forwarded: false,
            reply_to: None,
            album: None,
        };
        for (caption, name, words) in [
            (" 会场 ", "a.pdf", "会场"),
            ("  ", "a.pdf", "a.pdf"),
            ("", "", ""),
        ] {
            assert_eq!(material(caption, name).words(), words);
        }
        let long = material(&"字".repeat(900), "").words();
        assert_eq!(long.chars().count(), LONGEST_WORDS);
    }
}
