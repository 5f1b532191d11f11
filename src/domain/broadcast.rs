//! A broadcast: one text of the office to many people. What may be in it, in which language somebody reads
//! it, and what may still be done to it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::language::Language;

/// The longest text of a message, in UTF-16 units (Bot API: sendMessage).
pub const LONGEST_TEXT: usize = 4096;
/// The longest text under a picture, in UTF-16 units (Bot API: sendPhoto).
pub const LONGEST_CAPTION: usize = 1024;
/// The largest picture, in bytes (Bot API: Sending files).
pub const LARGEST_PHOTO: usize = 10 * 1024 * 1024;

/// What is said, in one language or several. Plain text: what looks like markup is shown as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// At least one.
    texts: BTreeMap<Language, String>,
    /// Whose text is read where the reader's own language has none: the first that is there.
    fallback: Vec<Language>,
}

/// A picture above the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// Name of the file.
    pub name: String,
    /// JPEG, PNG or WebP.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Photo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} bytes)", self.name, self.bytes.len())
    }
}

/// Why something cannot be sent: a line what, a line what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BodyFault {
    /// Nothing to say.
    #[error("the text in {} is empty\nwrite what people are to read", .0.tag())]
    Empty(Language),
    /// Two texts in one language.
    #[error("there are two texts in {}\ngive one text a language", .0.tag())]
    Twice(Language),
    /// More than a message holds.
    #[error(
        "the text in {} has {found} characters; {most} is the most{}\nshorten it, or send it as two broadcasts",
        .language.tag(),
        if *.most == LONGEST_CAPTION { " with a picture" } else { "" }
    )]
    TooLong {
        /// Which.
        language: Language,
        /// Its length, in UTF-16 units.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// No bytes, or none that Telegram reads as a picture.
    #[error("the picture is no JPEG, PNG or WebP\nsave it as one of them")]
    NoPicture,
    /// Larger than Telegram takes.
    #[error("the picture has {0} bytes; {LARGEST_PHOTO} is the most\nsave it smaller")]
    PictureTooLarge(usize),
}

impl Body {
    /// The first text is the one that is read where nothing fits better.
    ///
    /// # Errors
    /// An empty text, or two in one language.
    pub fn new(texts: impl IntoIterator<Item = (Language, String)>) -> Result<Self, BodyFault> {
        let (mut kept, mut fallback) = (BTreeMap::new(), Vec::new());
        for (language, text) in texts {
            let text = plain(&text);
            if text.is_empty() {
                return Err(BodyFault::Empty(language));
            }
            if kept.insert(language, text).is_some() {
                return Err(BodyFault::Twice(language));
            }
            fallback.push(language);
        }
        if fallback.is_empty() {
            return Err(BodyFault::Empty(Language::ZhCn));
        }
        Ok(Self {
            texts: kept,
            fallback,
        })
    }

    /// What somebody reads who reads that language: his own, else the other Chinese script, else the first
    /// in the order of falling back.
    pub fn text(&self, language: Language) -> &str {
        let sister = match language {
            Language::ZhCn => Some(Language::ZhTw),
            Language::ZhTw => Some(Language::ZhCn),
            Language::En | Language::Ko => None,
        };
        std::iter::once(language)
            .chain(sister)
            .chain(self.fallback.iter().copied())
            .find_map(|language| self.texts.get(&language))
            .map_or("", String::as_str)
    }

    /// Whether Telegram takes it, with that picture or without.
    ///
    /// # Errors
    /// The first thing that it would not take.
    pub fn check(&self, photo: Option<&Photo>) -> Result<(), BodyFault> {
        let most = match photo {
            Some(_) => LONGEST_CAPTION,
            None => LONGEST_TEXT,
        };
        for (language, text) in &self.texts {
            let found = text.encode_utf16().count();
            if found > most {
                return Err(BodyFault::TooLong {
                    language: *language,
                    found,
                    most,
                });
            }
        }
        match photo {
            Some(photo) if photo.bytes.len() > LARGEST_PHOTO => {
                Err(BodyFault::PictureTooLarge(photo.bytes.len()))
            }
            Some(photo) if !is_picture(&photo.bytes) => Err(BodyFault::NoPicture),
            _ => Ok(()),
        }
    }
}

/// Without what an editor adds (byte order mark, carriage returns, blank ends), and without control characters,
/// which neither Telegram nor a database takes.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|sign| {
            *sign == '\n' || *sign == '\t' || !(sign.is_control() || *sign == '\u{feff}')
        })
        .collect();
    text.trim().to_owned()
}

/// By the first bytes.
fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG\r\n\x1a\n")
        || bytes.starts_with(b"\xff\xd8\xff")
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// How far a broadcast is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// To whom it goes is being written down; nothing is sent yet.
    Freezing,
    /// On its way.
    Sending,
    /// Held until somebody resumes it.
    Paused,
    /// What was not sent will never be.
    Cancelled,
    /// Nothing of it is open any more.
    Done,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Freezing,
        Self::Sending,
        Self::Paused,
        Self::Cancelled,
        Self::Done,
    ];

    /// The name in the database and in lists.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Freezing => "freezing",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Done => "done",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// What it is after an order; `frozen`: everybody was looked at already.
    ///
    /// # Errors
    /// When the order makes no sense now.
    pub fn after(self, order: Order, frozen: bool) -> Result<Self, OrderFault> {
        match (self, order) {
            (Self::Freezing | Self::Sending, Order::Pause) => Ok(Self::Paused),
            (Self::Paused, Order::Resume) if frozen => Ok(Self::Sending),
            (Self::Paused, Order::Resume) => Ok(Self::Freezing),
            (Self::Freezing | Self::Sending | Self::Paused, Order::Cancel) => Ok(Self::Cancelled),
            (state, order) => Err(OrderFault { state, order }),
        }
    }
}

/// What the office may do to a broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Hold it.
    Pause,
    /// Let it go on.
    Resume,
    /// Send no more of it.
    Cancel,
}

impl Order {
    /// The name on the command line and in the audit.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Cancel => "cancel",
        }
    }

    /// What the history calls it.
    pub const fn event(self) -> &'static str {
        match self {
            Self::Pause => "paused",
            Self::Resume => "resumed",
            Self::Cancel => "cancelled",
        }
    }
}

/// An order that makes no sense in that state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is {} and cannot be {} now", .state.name(), .order.event())]
pub struct OrderFault {
    /// What it is.
    pub state: State,
    /// What was wanted.
    pub order: Order,
}

#[cfg(test)]
mod tests {
    use super::*;

    use Language::{En, Ko, ZhCn, ZhTw};

    fn body(texts: &[(Language, &str)]) -> Result<Body, BodyFault> {
        Body::new(
            texts
                .iter()
                .map(|(language, text)| (*language, (*text).to_owned())),
        )
    }

    #[test]
    fn everybody_reads_his_own_language_or_the_nearest_there_is() {
        let all = body(&[(ZhCn, "简"), (ZhTw, "繁"), (En, "en"), (Ko, "ko")]).unwrap();
        let two = body(&[(ZhCn, "简"), (En, "en")]).unwrap();
        let other = body(&[(En, "en"), (ZhTw, "繁")]).unwrap();
        for (body, language, text) in [
            (&all, ZhTw, "繁"),
            (&all, Ko, "ko"),
            (&two, ZhTw, "简"),
            (&two, Ko, "简"),
            (&two, En, "en"),
            (&other, ZhCn, "繁"),
            (&other, Ko, "en"),
        ] {
            assert_eq!(body.text(language), text, "{body:?} {language:?}");
        }
        let json = serde_json::to_string(&two).unwrap();
        assert_eq!(
            json,
            r#"{"texts":{"zh-CN":"简","en":"en"},"fallback":["zh-CN","en"]}"#
        );
        assert_eq!(serde_json::from_str::<Body>(&json).unwrap(), two);
    }

    #[test]
    fn what_an_editor_adds_is_taken_off() {
        let text = "\u{feff}通知：\r\n\t明天开会\u{0}\n\n";
        assert_eq!(
            body(&[(ZhCn, text)]).unwrap().text(ZhCn),
            "通知：\n\t明天开会"
        );
    }

    #[test]
    fn what_telegram_would_refuse_is_refused_with_what_is_right() {
        let sized = |length| body(&[(ZhCn, "好"), (En, &"x".repeat(length))]).unwrap();
        let photo = |bytes: &[u8]| Photo {
            name: "a.png".to_owned(),
            bytes: bytes.to_vec(),
        };
        let good = photo(b"\xff\xd8\xff");
        let mut huge = good.clone();
        huge.bytes.resize(LARGEST_PHOTO + 1, 0);
        for (length, photo, right) in [
            (4096, None, None),
            (
                4097,
                None,
                Some("the text in en has 4097 characters; 4096 is the most\n"),
            ),
            (1024, Some(&good), None),
            (1025, Some(&good), Some("1024 is the most with a picture\n")),
            (
                1,
                Some(&photo(b"GIF89a")),
                Some("no JPEG, PNG or WebP\nsave it as one"),
            ),
            (1, Some(&photo(b"")), Some("no JPEG, PNG or WebP")),
            (
                1,
                Some(&huge),
                Some("has 10485761 bytes; 10485760 is the most\n"),
            ),
        ] {
            let found = sized(length)
                .check(photo)
                .map_err(|fault| fault.to_string());
            match (found, right) {
                (Ok(()), None) => {}
                (Err(found), Some(right)) => assert!(found.contains(right), "{found}"),
                (found, right) => panic!("{length} {photo:?}: {found:?}, not {right:?}"),
            }
        }
        // Telegram counts UTF-16 units: a sign outside the basic plane is two.
        assert!(
            body(&[(ZhCn, &"🔴".repeat(2048))])
                .unwrap()
                .check(None)
                .is_ok()
        );
        assert!(
            body(&[(ZhCn, &"🔴".repeat(2049))])
                .unwrap()
                .check(None)
                .is_err()
        );
        assert_eq!(body(&[(Ko, " \n")]), Err(BodyFault::Empty(Ko)));
        assert_eq!(body(&[(Ko, "a"), (Ko, "b")]), Err(BodyFault::Twice(Ko)));
    }

    #[test]
    fn an_order_is_obeyed_or_refused_by_the_state() {
        use Order::{Cancel, Pause, Resume};
        use State::{Cancelled, Done, Freezing, Paused, Sending};
        for (state, order, frozen, after) in [
            (Freezing, Pause, false, Some(Paused)),
            (Freezing, Resume, false, None),
            (Freezing, Cancel, false, Some(Cancelled)),
            (Sending, Pause, true, Some(Paused)),
            (Sending, Resume, true, None),
            (Sending, Cancel, true, Some(Cancelled)),
            (Paused, Pause, true, None),
            (Paused, Resume, true, Some(Sending)),
            (Paused, Resume, false, Some(Freezing)),
            (Paused, Cancel, true, Some(Cancelled)),
            (Cancelled, Pause, true, None),
            (Cancelled, Resume, true, None),
            (Cancelled, Cancel, true, None),
            (Done, Pause, true, None),
            (Done, Resume, true, None),
            (Done, Cancel, true, None),
        ] {
            assert_eq!(
                state.after(order, frozen).ok(),
                after,
                "{state:?} {order:?}"
            );
        }
        let fault = Done.after(Cancel, true).unwrap_err();
        assert_eq!(fault.to_string(), "it is done and cannot be cancelled now");
        for state in State::ALL {
            assert_eq!(State::from_name(state.name()), Some(state));
        }
    }
}
