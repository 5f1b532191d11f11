//! Reads one update from its raw JSON, leniently: unknown fields, newer entities and newer kinds of
//! messages never lose a text (teloxide's own types do: facts 2.6).

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::conversation::input::{Chat, Input, Sender, What};
use crate::domain::evidence::{Kind, Material};
use crate::domain::ids::{TelegramId, UpdateId};
use crate::domain::poll::Counts;

/// Not an update at all.
#[derive(Debug, thiserror::Error)]
#[error("not an update: {0}")]
pub struct UnreadableUpdate(#[from] serde_json::Error);

#[derive(Deserialize)]
struct Update {
    update_id: i64,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// What one update says. Kinds that do not concern Duban are `What::Other`, not an error.
pub fn read(raw: &str) -> Result<Input, UnreadableUpdate> {
    let Update { update_id, rest } = serde_json::from_str(raw)?;
    let update = UpdateId(update_id);
    let input = read_message(&rest)
        .or_else(|| read_press(&rest))
        .or_else(|| read_membership(&rest))
        .or_else(|| read_poll(&rest))
        .map(|(chat, from, what)| Input {
            update,
            chat,
            from,
            what,
            title: title(&rest),
        });
    Ok(input.unwrap_or_else(|| {
        // The chat still decides the order in which updates are handled.
        let chat = rest.values().find_map(chat_of).unwrap_or(NOWHERE);
        Input {
            update,
            chat,
            from: None,
            what: What::Other,
            title: String::new(),
        }
    }))
}

/// The callback query to acknowledge, if the update is one.
pub fn press_id(raw: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Pressed {
        callback_query: Query,
    }
    #[derive(Deserialize)]
    struct Query {
        id: String,
    }
    // Most updates are messages; do not parse those twice.
    if !raw.contains("\"callback_query\"") {
        return None;
    }
    serde_json::from_str::<Pressed>(raw)
        .ok()
        .map(|pressed| pressed.callback_query.id)
}

const NOWHERE: Chat = Chat {
    id: 0,
    private: false,
};

type Read = (Chat, Option<Sender>, What);

fn read_message(update: &Map<String, Value>) -> Option<Read> {
    let message = update.get("message")?;
    let chat = chat_of(message)?;
    let from = message.get("from").and_then(sender);
    if let Some(to) = message.get("migrate_to_chat_id").and_then(Value::as_i64) {
        return Some((chat, from, What::Migrated { to }));
    }
    if from.is_none() {
        return Some((chat, None, What::Other));
    }
    let words = words(message);
    let what = match (material(message, words.as_deref()), words) {
        (Some(material), _) => What::Media(material),
        (None, Some(text)) => What::Text { text },
        (None, None) if MEDIA.iter().any(|kind| message.get(kind).is_some()) => What::Wordless,
        (None, None) => What::Other,
    };
    Some((chat, from, what))
}

fn read_press(update: &Map<String, Value>) -> Option<Read> {
    let query = update.get("callback_query")?;
    let from = query.get("from").and_then(sender)?;
    let message = query.get("message");
    // Without a message it comes from one sent in the bot's name elsewhere; the presser is all there is.
    let chat = message.and_then(chat_of).unwrap_or(Chat {
        id: from.id.0,
        private: true,
    });
    let what = match query.get("data").and_then(Value::as_str) {
        Some(data) => What::Press {
            data: data.to_owned(),
            // Date 0: Telegram does not know the message any more (InaccessibleMessage).
            message: message
                .filter(|message| message.get("date").and_then(Value::as_i64) != Some(0))
                .and_then(|message| message.get("message_id"))
                .and_then(Value::as_i64),
        },
        None => What::Other,
    };
    Some((chat, Some(from), what))
}

fn read_membership(update: &Map<String, Value>) -> Option<Read> {
    let change = update.get("my_chat_member")?;
    let chat = chat_of(change)?;
    let from = change.get("from").and_then(sender);
    let status = change
        .get("new_chat_member")
        .and_then(|member| member.get("status"));
    let what = match status.and_then(Value::as_str) {
        Some("kicked") if chat.private => What::Blocked(true),
        Some("member") if chat.private => What::Blocked(false),
        Some("kicked" | "left") => What::Expelled,
        _ => What::Other,
    };
    Some((chat, from, what))
}

/// How a poll stands: how many chose each option, and how many voted.
fn read_poll(update: &Map<String, Value>) -> Option<Read> {
    let poll = update.get("poll")?;
    let what = What::Poll {
        poll: poll.get("id")?.as_str()?.to_owned(),
        counts: counts(poll)?,
    };
    Some((NOWHERE, None, what))
}

/// The counts of a poll in the API's shape.
pub(super) fn counts(poll: &Value) -> Option<Counts> {
    let count = |value: &Value| u32::try_from(value.as_u64()?).ok();
    let options = poll.get("options")?.as_array()?.iter();
    let options: Vec<u32> = options
        .map(|option| count(option.get("voter_count")?))
        .collect::<Option<_>>()?;
    Some(Counts::of(&options, count(poll.get("total_voter_count")?)?))
}

/// What the group is called in which a message came.
fn title(update: &Map<String, Value>) -> String {
    let title = update
        .get("message")
        .and_then(|message| message.get("chat")?.get("title")?.as_str());
    title.unwrap_or_default().to_owned()
}

fn chat_of(value: &Value) -> Option<Chat> {
    let chat = value
        .get("chat")
        .or_else(|| value.get("message")?.get("chat"))?;
    let private = chat.get("type").and_then(Value::as_str) == Some("private");
    Some(Chat {
        id: chat.get("id")?.as_i64()?,
        private,
    })
}

/// A person; never another bot.
fn sender(value: &Value) -> Option<Sender> {
    if value.get("is_bot").and_then(Value::as_bool) == Some(true) {
        return None;
    }
    let language_code = value
        .get("language_code")
        .and_then(Value::as_str)
        .map(str::to_owned);
    Some(Sender {
        id: TelegramId(value.get("id")?.as_i64()?),
        language_code,
    })
}

/// What the person typed: a text, a caption, or the plain words of a rich message (Bot API 10.1).
fn words(message: &Value) -> Option<String> {
    let plain = |key| message.get(key).and_then(Value::as_str).map(str::to_owned);
    plain("text").or_else(|| plain("caption")).or_else(|| {
        let mut text = String::new();
        gather(message.get("rich_message")?.get("blocks")?, &mut text);
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    })
}

/// The words of rich text, a line a block. Rich text is a string, a list, or an object with `text`;
/// blocks nest under the other names.
fn gather(value: &Value, text: &mut String) {
    match value {
        Value::String(words) => text.push_str(words),
        Value::Array(parts) => parts.iter().for_each(|part| gather(part, text)),
        Value::Object(fields) => {
            for key in ["text", "summary", "blocks", "items", "cells", "caption"] {
                if let Some(inner) = fields.get(key) {
                    gather(inner, text);
                }
            }
            let is_block = fields
                .get("type")
                .and_then(Value::as_str)
                .is_some_and(|kind| {
                    matches!(
                        kind,
                        "paragraph" | "heading" | "footer" | "pre" | "blockquote" | "pullquote"
                    )
                });
            if is_block && !text.ends_with('\n') {
                text.push('\n');
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What can stand behind an entry: a file of one of the kinds that a bot can send again by its name, or words
/// that were passed on.
fn material(message: &Value, words: Option<&str>) -> Option<Material> {
    // An animation is a document too, but not to be sent as one.
    let is_still = message.get("animation").is_none();
    let found = Kind::ALL.into_iter().filter(|_| is_still).find_map(|kind| {
        let field = message.get(kind.name())?;
        // A photo comes in sizes, the largest last.
        let file = field.as_array().map_or(Some(field), |sizes| sizes.last())?;
        let part = |key| file.get(key).and_then(Value::as_str).map(str::to_owned);
        let id = part("file_id").filter(|id| !id.is_empty())?;
        let unique = part("file_unique_id").unwrap_or_default();
        Some((kind, id, unique, part("file_name").unwrap_or_default()))
    });
    let forwarded = ["forward_origin", "forward_date"]
        .iter()
        .any(|key| message.get(key).is_some());
    let (kind, file, unique, name) = match found {
        Some(found) => found,
        None if forwarded && message.get("text").is_some() => {
            (Kind::Text, String::new(), String::new(), String::new())
        }
        None => return None,
    };
    let reply_to = message
        .get("reply_to_message")
        .and_then(|reply| reply.get("message_id"))
        .and_then(Value::as_i64);
    let album = message.get("media_group_id").and_then(Value::as_str);
    Some(Material {
        kind,
        file,
        unique,
        caption: words.unwrap_or_default().to_owned(),
        name,
        forwarded,
        reply_to,
        album: album.map(str::to_owned),
    })
}

/// What a message without words can be of a person's own making.
const MEDIA: [&str; 17] = [
    "photo",
    "voice",
    "video",
    "video_note",
    "audio",
    "document",
    "sticker",
    "animation",
    "contact",
    "location",
    "venue",
    "dice",
    "poll",
    "story",
    "paid_media",
    "checklist",
    "game",
];

#[cfg(test)]
mod tests;
