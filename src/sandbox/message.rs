//! Messages: as they are kept, as the API shows them, and as a test looks at them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::entity::{Entity, to_html};

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    Bot(i64),
    User(i64),
    /// The chat itself: service messages that nobody in particular caused.
    Nobody,
}

/// A message as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub(crate) id: i64,
    pub(crate) author: Author,
    pub(crate) date: i64,
    pub(crate) edited: Option<i64>,
    /// Everything but the envelope: text, entities, photo, poll, service fields, reply_to_message.
    pub(crate) body: Map<String, Value>,
    /// The inline keyboard.
    pub(crate) inline: Option<Value>,
    /// The reply keyboard that came with it.
    pub(crate) keyboard: Option<Value>,
    pub(crate) reactions: Vec<Value>,
    /// Who has voted for what, if it is a poll.
    pub(crate) votes: BTreeMap<i64, Vec<usize>>,
}

impl Letter {
    /// A new message; the world numbers it.
    pub(crate) fn new(author: Author, body: Map<String, Value>) -> Self {
        Self {
            id: 0,
            author,
            date: 0,
            edited: None,
            body,
            inline: None,
            keyboard: None,
            reactions: Vec::new(),
            votes: BTreeMap::new(),
        }
    }

    /// Text or caption, whichever the message has.
    pub(crate) fn text(&self) -> &str {
        let text = self.body.get("text").or_else(|| self.body.get("caption"));
        text.and_then(Value::as_str).unwrap_or_default()
    }

    fn entities(&self) -> &[Value] {
        let entities = self
            .body
            .get("entities")
            .or_else(|| self.body.get("caption_entities"));
        entities
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Whether a button with this data is under the message now.
    pub(crate) fn has_button(&self, data: &str) -> bool {
        self.rows()
            .iter()
            .flatten()
            .any(|button| button.data.as_deref() == Some(data))
    }

    fn rows(&self) -> Vec<Vec<Button>> {
        let rows = self
            .inline
            .as_ref()
            .and_then(|inline| inline.get("inline_keyboard"));
        let part =
            |button: &Value, key: &str| button.get(key).and_then(Value::as_str).map(str::to_owned);
        let rows = rows
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default();
        rows.iter()
            .map(|row| {
                let row = row.as_array().map(Vec::as_slice).unwrap_or_default();
                row.iter()
                    .map(|button| Button {
                        text: part(button, "text").unwrap_or_default(),
                        data: part(button, "callback_data"),
                        url: part(button, "url"),
                    })
                    .collect()
            })
            .collect()
    }

    /// The message in the API's shape, inside the given chat and author objects.
    pub(crate) fn json(&self, chat: Value, from: Option<Value>) -> Value {
        let mut object = Map::new();
        object.insert("message_id".into(), json!(self.id));
        if let Some(from) = from {
            object.insert("from".into(), from);
        }
        object.insert("chat".into(), chat);
        object.insert("date".into(), json!(self.date));
        if let Some(edited) = self.edited {
            object.insert("edit_date".into(), json!(edited));
        }
        object.extend(self.body.clone());
        if let Some(inline) = &self.inline {
            object.insert("reply_markup".into(), inline.clone());
        }
        Value::Object(object)
    }

    /// What a test or the page sees of it.
    pub(crate) fn view(&self, chat: i64) -> Message {
        let entities: Vec<Entity> = self
            .entities()
            .iter()
            .filter_map(|entity| Entity::read(entity).ok())
            .collect();
        let file = ["document", "photo", "voice", "audio", "video"]
            .iter()
            .find_map(|key| self.body.get(*key));
        let file = file.map(|file| {
            file.as_array()
                .and_then(|sizes| sizes.last())
                .unwrap_or(file)
        });
        let named = |key: &str| {
            file.and_then(|file| file.get(key))
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        Message {
            message_id: self.id,
            chat_id: chat,
            from_bot: matches!(self.author, Author::Bot(_)),
            from_id: match self.author {
                Author::Bot(id) | Author::User(id) => id,
                Author::Nobody => 0,
            },
            date: self.date,
            edited: self.edited.is_some(),
            kind: self.kind(),
            text: self.text().to_owned(),
            html: to_html(self.text(), &entities),
            entities: self.entities().to_vec(),
            buttons: self.rows(),
            keyboard: self.keyboard.clone(),
            file_id: named("file_id"),
            file_name: named("file_name"),
            reply_to: self
                .body
                .get("reply_to_message")
                .and_then(|reply| reply.get("message_id"))
                .and_then(Value::as_i64),
            reactions: self
                .reactions
                .iter()
                .filter_map(|reaction| reaction.get("emoji")?.as_str().map(str::to_owned))
                .collect(),
            body: Value::Object(self.body.clone()),
        }
    }

    fn kind(&self) -> &'static str {
        [
            "text", "photo", "document", "voice", "audio", "video", "poll",
        ]
        .into_iter()
        .find(|kind| self.body.contains_key(*kind))
        .unwrap_or("service")
    }
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Button {
    /// What is on it.
    pub text: String,
    /// What a press sends, 1-64 bytes.
    pub data: Option<String>,
    /// The address it opens.
    pub url: Option<String>,
}

/// A message as it stands now, after all edits.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    /// Unique in its chat.
    pub message_id: i64,
    /// The chat; for a private chat the person's id.
    pub chat_id: i64,
    /// Whether a bot wrote it.
    pub from_bot: bool,
    /// The author's id; 0 for a service message of the chat.
    pub from_id: i64,
    /// Unix seconds by the sandbox's clock.
    pub date: i64,
    /// Whether its text or caption was edited.
    pub edited: bool,
    /// `text`, `photo`, `document`, `voice`, `audio`, `video`, `poll` or `service`.
    pub kind: &'static str,
    /// Plain text or caption.
    pub text: String,
    /// The same with its entities as tags.
    pub html: String,
    /// The entities as the API shows them; offsets in UTF-16 units.
    pub entities: Vec<Value>,
    /// The rows of inline buttons.
    pub buttons: Vec<Vec<Button>>,
    /// The reply keyboard (or its removal) that came with it.
    pub keyboard: Option<Value>,
    /// For photos (the largest size), documents, sounds and videos.
    pub file_id: Option<String>,
    /// For documents.
    pub file_name: Option<String>,
    /// The message it replies to.
    pub reply_to: Option<i64>,
    /// Emoji that the bot has put on it.
    pub reactions: Vec<String>,
    /// Everything it carries, in the API's shape.
    pub body: Value,
}

impl Message {
    /// The labels of all its buttons, row after row.
    pub fn labels(&self) -> Vec<&str> {
        self.buttons
            .iter()
            .flatten()
            .map(|button| button.text.as_str())
            .collect()
    }

    /// The data of the first button whose label contains `part`.
    pub fn data_of(&self, part: &str) -> Option<&str> {
        let button = self
            .buttons
            .iter()
            .flatten()
            .find(|button| button.text.contains(part))?;
        button.data.as_deref()
    }
}
