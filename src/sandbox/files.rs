//! Files: what was uploaded, by whom it can be fetched, and what a picture's first bytes say.

use std::collections::HashMap;

use super::params::Upload;

/// What a file was sent as; it cannot be sent as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Photo,
    Document,
    Voice,
    Audio,
    Video,
}

impl FileKind {
    /// The field of a message and the parameter of a method.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Voice => "voice",
            Self::Audio => "audio",
            Self::Video => "video",
        }
    }

    /// As refusals name it (tdlib, `FileType`).
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Photo => "Photo",
            Self::Document => "Document",
            Self::Voice => "VoiceNote",
            Self::Audio => "Audio",
            Self::Video => "Video",
        }
    }

    const fn folder(self) -> &'static str {
        match self {
            Self::Photo => "photos",
            Self::Document => "documents",
            Self::Voice => "voice",
            Self::Audio => "music",
            Self::Video => "videos",
        }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::Photo => "AgAC",
            Self::Document => "BQAC",
            Self::Voice => "AwAC",
            Self::Audio => "CQAC",
            Self::Video => "BAAC",
        }
    }
}

/// A stored file.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// The bot that got the `file_id`; others cannot use it.
    pub(crate) bot: i64,
    pub(crate) kind: FileKind,
    pub(crate) path: String,
    pub(crate) upload: Upload,
}

/// All files by `file_id`.
#[derive(Debug, Default)]
pub(crate) struct Files {
    stored: HashMap<String, Stored>,
}

impl Files {
    /// Keeps a file; returns its `file_id`.
    pub(crate) fn keep(&mut self, bot: i64, kind: FileKind, upload: Upload) -> String {
        let number = self.stored.len() + 1;
        let extension = upload
            .name
            .rsplit_once('.')
            .map_or("bin", |(_, extension)| extension);
        let extension: String = extension
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(8)
            .collect();
        let path = format!("{}/file_{number}.{extension}", kind.folder());
        let id = format!("{}sandbox{bot}x{number:06}", kind.prefix());
        self.stored.insert(
            id.clone(),
            Stored {
                bot,
                kind,
                path,
                upload,
            },
        );
        id
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.stored.len()
    }

    /// A file that this bot may use.
    pub(crate) fn get(&self, bot: i64, id: &str) -> Option<&Stored> {
        self.stored.get(id).filter(|stored| stored.bot == bot)
    }

    /// A file by its path, for download.
    pub(crate) fn at_path(&self, bot: i64, path: &str) -> Option<&Stored> {
        self.stored
            .values()
            .find(|stored| stored.bot == bot && stored.path == path)
    }

    /// A file whoever owns it: the page shows pictures by id.
    pub(crate) fn any(&self, id: &str) -> Option<&Stored> {
        self.stored.get(id)
    }
}

/// Whether the bytes begin as a picture does, and its size in pixels where that is easy to read.
pub(crate) fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let number = |from: usize| {
            let four: [u8; 4] = bytes.get(from..from + 4)?.try_into().ok()?;
            Some(u32::from_be_bytes(four))
        };
        return Some((number(16)?, number(20)?));
    }
    let other = bytes.starts_with(b"\xff\xd8\xff")
        || bytes.starts_with(b"GIF8")
        || bytes.get(8..12) == Some(b"WEBP");
    other.then_some((1280, 960))
}
