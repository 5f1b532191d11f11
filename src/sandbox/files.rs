//! Files: what was uploaded, by whom it can be fetched, and what a picture's first bytes say.

use std::collections::HashMap;

use super::params::Upload;

/// A stored file.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// The bot that got the `file_id`; others cannot use it.
    pub(crate) bot: i64,
    pub(crate) photo: bool,
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
    pub(crate) fn keep(&mut self, bot: i64, photo: bool, upload: Upload) -> String {
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
        let folder = if photo { "photos" } else { "documents" };
        let path = format!("{folder}/file_{number}.{extension}");
        let id = format!(
            "{}sandbox{bot}x{number:06}",
            if photo { "AgAC" } else { "BQAC" }
        );
        self.stored.insert(
            id.clone(),
            Stored {
                bot,
                photo,
                path,
                upload,
            },
        );
        id
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
