//! What a sender remembers of broadcasts: their words, which never change, and under which name Telegram keeps
//! their pictures. A picture goes up once: while it does, nothing else of the broadcasts' lane is taken out.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::broadcast::Photo;
use crate::domain::ids::{BroadcastId, OutboxId};
use crate::store::broadcast::Kept;

/// Broadcasts whose words are remembered at once; two at a time is much.
const MOST: usize = 64;

/// The picture of a message.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) broadcast: BroadcastId,
    pub(super) source: Source,
}

/// Where it comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// Telegram has it under this name.
    Known(String),
    /// It goes up with this message.
    Upload(Photo),
}

/// What became of a message's picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) broadcast: BroadcastId,
    /// The name it was sent under; `None`: it went up with the message.
    pub(super) used: Option<String>,
    /// Its name, if it went up and Telegram has it now.
    pub(super) file: Option<String>,
}

/// A sender's memory.
#[derive(Debug, Default)]
pub(super) struct Gallery {
    kept: HashMap<BroadcastId, Arc<Kept>>,
    files: HashMap<BroadcastId, String>,
    uploading: Option<OutboxId>,
}

impl Gallery {
    /// The words, if they are known.
    pub(super) fn kept(&self, id: BroadcastId) -> Option<Arc<Kept>> {
        self.kept.get(&id).cloned()
    }

    /// Remembers words, and the picture's name if it has one already.
    pub(super) fn keep(&mut self, id: BroadcastId, kept: Kept, file: Option<String>) {
        if self.kept.len() >= MOST {
            self.kept.clear();
            self.files.clear();
        }
        self.kept.insert(id, Arc::new(kept));
        if let Some(file) = file {
            self.files.insert(id, file);
        }
    }

    /// The picture's name.
    pub(super) fn file(&self, id: BroadcastId) -> Option<String> {
        self.files.get(&id).cloned()
    }

    /// Whether a picture is on its way up.
    pub(super) fn is_uploading(&self) -> bool {
        self.uploading.is_some()
    }

    /// That row takes a picture up.
    pub(super) fn begin(&mut self, row: OutboxId) {
        self.uploading = Some(row);
    }

    /// The row went back or came to an end: if it took a picture up, another may now.
    pub(super) fn leave(&mut self, row: OutboxId) {
        self.uploading.take_if(|uploading| *uploading == row);
    }

    /// A call ended and nobody knows which.
    pub(super) fn leave_all(&mut self) {
        self.uploading = None;
    }

    /// A call landed.
    pub(super) fn landed(&mut self, row: OutboxId, shown: &Shown) {
        self.leave(row);
        if let Some(file) = &shown.file {
            self.files.insert(shown.broadcast, file.clone());
        }
    }

    /// Telegram does not know that name any more. There may be a newer one.
    pub(super) fn forget(&mut self, id: BroadcastId, file: &str) {
        if self.files.get(&id).is_some_and(|known| known == file) {
            self.files.remove(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::broadcast::Body;
    use crate::domain::language::Language;

    fn kept() -> Kept {
        let body = Body::new([(Language::ZhCn, "好".to_owned())]).unwrap();
        Kept {
            body,
            has_photo: true,
        }
    }

    #[test]
    fn a_picture_goes_up_with_one_row_until_it_has_a_name() {
        let mut gallery = Gallery::default();
        let shown = |used: Option<&str>, file: Option<&str>| Shown {
            broadcast: BroadcastId(1),
            used: used.map(str::to_owned),
            file: file.map(str::to_owned),
        };
        gallery.begin(OutboxId(7));
        gallery.leave(OutboxId(8));
        assert!(gallery.is_uploading(), "another row went back");
        gallery.leave(OutboxId(7));
        assert!(!gallery.is_uploading(), "given back unsent");
        gallery.begin(OutboxId(9));
        gallery.landed(OutboxId(9), &shown(None, None));
        assert!(!gallery.is_uploading() && gallery.file(BroadcastId(1)).is_none());
        gallery.begin(OutboxId(10));
        gallery.landed(OutboxId(10), &shown(None, Some("AgAC")));
        assert_eq!(gallery.file(BroadcastId(1)).as_deref(), Some("AgAC"));
        gallery.landed(OutboxId(11), &shown(Some("AgAC"), None));
        assert!(gallery.file(BroadcastId(1)).is_some());
        gallery.forget(BroadcastId(1), "older");
        assert!(gallery.file(BroadcastId(1)).is_some());
        gallery.forget(BroadcastId(1), "AgAC");
        assert!(gallery.file(BroadcastId(1)).is_none());
        gallery.begin(OutboxId(12));
        gallery.leave_all();
        assert!(!gallery.is_uploading());
    }

    #[test]
    fn memory_is_bounded() {
        let mut gallery = Gallery::default();
        for id in 0..1_000 {
            gallery.keep(BroadcastId(id), kept(), Some("AgAC".to_owned()));
        }
        assert!(gallery.kept.len() <= MOST && gallery.files.len() <= MOST);
        assert!(gallery.kept(BroadcastId(999)).is_some());
    }
}
