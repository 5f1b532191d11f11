//! `sendMessage`, and what all sending methods share: target, text, keyboard, reply.

use serde_json::{Map, Value, json};

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::entity::{Entity, find, units};
use crate::sandbox::html;
use crate::sandbox::markup::{self, Markup};
use crate::sandbox::message::{Author, Letter};
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// Longest text in UTF-16 units after the markup is taken out.
pub(crate) const TEXT_LIMIT: usize = 4096;
/// The same for a caption.
pub(crate) const CAPTION_LIMIT: usize = 1024;

const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// Text and entities out of a raw text with its own entities or none: white space trimmed, special
/// words found.
pub(crate) fn formatted(raw: &str, given: Vec<Entity>) -> (String, Vec<Entity>) {
    let raw = raw.replace('\r', "");
    let start = raw.len() - raw.trim_start().len();
    let start_units = units(raw.get(..start).unwrap_or_default());
    let marked = given.iter().any(|entity| entity.offset < start_units);
    let cut = if marked { 0 } else { start };
    let cut_units = if marked { 0 } else { start_units };
    let text = raw.get(cut..).unwrap_or_default().trim_end().to_owned();
    let length = units(&text);
    let mut entities: Vec<Entity> = given
        .into_iter()
        .filter_map(|mut entity| {
            entity.offset = entity.offset.saturating_sub(cut_units);
            entity.length = entity.length.min(length.checked_sub(entity.offset)?);
            (entity.length > 0).then_some(entity)
        })
        .collect();
    entities.extend(find(&text, &entities));
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
    (text, entities)
}

/// The text parameter `key` read by `parse_mode` or with the entities in `entities_key`.
pub(crate) fn read_text(
    params: &Params,
    key: &str,
    entities_key: &str,
) -> Result<(String, Vec<Entity>), Refusal> {
    let raw = params.text(key);
    let mode = params.text("parse_mode").to_ascii_lowercase();
    let wrong = |error: String| Refusal::bad(format!("can't parse entities: {error}"));
    let (text, entities) = match mode.as_str() {
        "html" => html::parse(&raw).map_err(wrong)?,
        "" => {
            let given = match params.value(entities_key) {
                None => Vec::new(),
                Some(Value::Array(list)) => {
                    let read = list.iter().map(Entity::read).collect::<Result<_, _>>();
                    read.map_err(|error| {
                        Refusal::bad(format!("can't parse MessageEntity: {error}"))
                    })?
                }
                Some(_) => return Err(wrong("expected an Array of MessageEntity".into())),
            };
            (raw, given)
        }
        // Markdown is not read here: the bots that this sandbox is for write HTML.
        _ => return Err(Refusal::bad("unsupported parse_mode")),
    };
    Ok(formatted(&text, entities))
}

/// Text and entities as fields of a message.
pub(crate) fn put_text(
    body: &mut Map<String, Value>,
    key: &str,
    text: String,
    entities: &[Entity],
) {
    let entities_key = if key == "text" {
        "entities"
    } else {
        "caption_entities"
    };
    body.insert(key.into(), Value::from(text));
    if !entities.is_empty() {
        body.insert(
            entities_key.into(),
            entities.iter().map(Entity::json).collect(),
        );
    }
}

/// A checked, not empty text of the permitted length, as fields of a message.
pub(crate) fn text_body(params: &Params) -> Result<Map<String, Value>, Refusal> {
    let (text, entities) = read_text(params, "text", "entities")?;
    if text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    if units(&text) > TEXT_LIMIT {
        return Err(Refusal::bad("message is too long"));
    }
    let mut body = Map::new();
    put_text(&mut body, "text", text, &entities);
    Ok(body)
}

/// The quotation of the message that is replied to: the message itself without its own quotation.
pub(crate) fn quoted(world: &World, bot: i64, chat: i64, id: i64) -> Option<Value> {
    let letter = world.letter(World::place(bot, chat), id)?;
    let mut quoted = world.letter_json(letter, chat);
    if let Some(object) = quoted.as_object_mut() {
        object.remove("reply_to_message");
        object.remove("reply_markup");
    }
    Some(quoted)
}

/// Sends a message with this body: target, keyboard and reply come from the parameters.
pub(crate) fn deliver(
    world: &mut World,
    bot: i64,
    params: &Params,
    mut body: Map<String, Value>,
) -> Answer {
    let keyboard = markup::read(params.value("reply_markup"))?;
    let chat = world.writable(bot, &params.text("chat_id"))?;
    let reply = params.value("reply_parameters");
    let field = |key: &str| reply.and_then(|reply| reply.get(key));
    let legacy = params.number("reply_to_message_id");
    let target = field("message_id")
        .and_then(Value::as_i64)
        .unwrap_or(legacy);
    if target != 0 {
        let lenient = field("allow_sending_without_reply") == Some(&Value::Bool(true))
            || params.flag("allow_sending_without_reply");
        match quoted(world, bot, chat, target) {
            Some(quoted) => drop(body.insert("reply_to_message".into(), quoted)),
            None if lenient => {}
            None => return Err(Refusal::bad("message to be replied not found")),
        }
    }
    if params.flag("protect_content") {
        body.insert("has_protected_content".into(), json!(true));
    }
    let mut letter = Letter::new(Author::Bot(bot), body);
    match keyboard {
        Some(Markup::Inline(inline)) => letter.inline = Some(inline),
        Some(Markup::Reply(keyboard)) => letter.keyboard = Some(keyboard),
        None => {}
    }
    Ok(world.keep(World::place(bot, chat), letter))
}

/// `sendMessage`.
pub(crate) fn message(world: &mut World, bot: i64, params: &Params) -> Answer {
    let body = text_body(params)?;
    deliver(world, bot, params, body)
}

/// `sendChatAction`.
pub(crate) fn chat_action(world: &mut World, bot: i64, params: &Params) -> Answer {
    if !ACTIONS.contains(&params.text("action").as_str()) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    world.writable(bot, &params.text("chat_id"))?;
    Ok(json!(true))
}
