//! Changing and deleting what was sent, and reacting to it.

use serde_json::{Map, Value, json};

use super::send::{CAPTION_LIMIT, put_text, read_text, text_body};
use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::entity::units;
use crate::sandbox::markup::{self, Markup};
use crate::sandbox::message::{Author, Letter};
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// Messages older than this cannot be deleted. Seconds.
const DELETABLE: i64 = 48 * 3600;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly \
     the same as a current content and reply markup of the message";

/// Emoji that a bot may react with.
const REACTIONS: &str = "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// The bot's own message that the parameters name.
fn own<'a>(world: &'a World, bot: i64, params: &Params) -> Result<(i64, &'a Letter), Refusal> {
    let id = params.number("message_id");
    if id == 0 {
        return Err(Refusal::bad("message identifier is not specified"));
    }
    let chat = world.known(bot, &params.text("chat_id"))?;
    let letter = world.letter(World::place(bot, chat), id);
    let letter = letter.ok_or_else(|| Refusal::bad("message to edit not found"))?;
    if letter.author != Author::Bot(bot) {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok((chat, letter))
}

fn inline(params: &Params) -> Result<Option<Value>, Refusal> {
    match markup::read(params.value("reply_markup"))? {
        Some(Markup::Inline(inline)) => Ok(Some(inline)),
        Some(Markup::Reply(_)) => Err(Refusal::bad("inline keyboard expected")),
        None => Ok(None),
    }
}

/// Puts the changed body and keyboard in place. A keyboard that is not given again is gone.
fn replace(
    world: &mut World,
    bot: i64,
    chat: i64,
    id: i64,
    body: Map<String, Value>,
    inline: Option<Value>,
) -> Answer {
    let date = world.date();
    let place = World::place(bot, chat);
    let missing = || Refusal::bad("message to edit not found");
    let letter = world.letter_mut(place, id).ok_or_else(missing)?;
    if letter.body == body && letter.inline == inline {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    if letter.body != body {
        letter.edited = Some(date);
    }
    letter.body = body;
    letter.inline = inline;
    let letter = letter.clone();
    Ok(world.letter_json(&letter, chat))
}

/// `editMessageText`.
pub(crate) fn text(world: &mut World, bot: i64, params: &Params) -> Answer {
    let fresh = text_body(params)?;
    let inline = inline(params)?;
    let (chat, letter) = own(world, bot, params)?;
    if !letter.body.contains_key("text") {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    let mut body = letter.body.clone();
    body.remove("entities");
    body.extend(fresh);
    let id = letter.id;
    replace(world, bot, chat, id, body, inline)
}

/// `editMessageCaption`.
pub(crate) fn caption(world: &mut World, bot: i64, params: &Params) -> Answer {
    let (text, entities) = read_text(params, "caption", "caption_entities")?;
    if units(&text) > CAPTION_LIMIT {
        return Err(Refusal::bad("message caption is too long"));
    }
    let inline = inline(params)?;
    let (chat, letter) = own(world, bot, params)?;
    if !letter.body.contains_key("photo") && !letter.body.contains_key("document") {
        return Err(Refusal::bad("there is no caption in the message to edit"));
    }
    let mut body = letter.body.clone();
    body.remove("caption");
    body.remove("caption_entities");
    if !text.is_empty() {
        put_text(&mut body, "caption", text, &entities);
    }
    let id = letter.id;
    replace(world, bot, chat, id, body, inline)
}

/// `editMessageReplyMarkup`.
pub(crate) fn markup(world: &mut World, bot: i64, params: &Params) -> Answer {
    let inline = inline(params)?;
    let (chat, letter) = own(world, bot, params)?;
    let (id, body) = (letter.id, letter.body.clone());
    replace(world, bot, chat, id, body, inline)
}

/// `deleteMessage`.
pub(crate) fn delete(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    remove(world, bot, chat, params.number("message_id"))?;
    Ok(json!(true))
}

/// `deleteMessages`: those that cannot be found are passed over.
pub(crate) fn delete_many(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let ids = params.value("message_ids").and_then(Value::as_array);
    let ids = ids.ok_or_else(|| Refusal::bad("message identifiers are not specified"))?;
    if ids.len() > 100 {
        return Err(Refusal::bad("too many message identifiers specified"));
    }
    for id in ids.iter().filter_map(Value::as_i64) {
        if world.letter(World::place(bot, chat), id).is_some() {
            remove(world, bot, chat, id)?;
        }
    }
    Ok(json!(true))
}

fn remove(world: &mut World, bot: i64, chat: i64, id: i64) -> Result<(), Refusal> {
    let place = World::place(bot, chat);
    let oldest = world.date() - DELETABLE;
    let letter = world.letter(place, id);
    let letter = letter.ok_or_else(|| Refusal::bad("message to delete not found"))?;
    let admin = world
        .groups
        .get(&chat)
        .is_none_or(|group| group.members.get(&bot) == Some(&true));
    if letter.author != Author::Bot(bot) && !admin {
        return Err(Refusal::bad("message can't be deleted"));
    }
    if letter.date < oldest {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    if let Some(letters) = world.chats.get_mut(&place) {
        letters.retain(|letter| letter.id != id);
    }
    Ok(())
}

/// `setMessageReaction`: one emoji at most, as for every bot without premium.
pub(crate) fn reaction(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let list = params
        .value("reaction")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    if list.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    for reaction in &list {
        let emoji = reaction
            .get("emoji")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if !REACTIONS.split(' ').any(|known| known == emoji) {
            return Err(Refusal::bad("REACTION_INVALID"));
        }
    }
    let letter = world.letter_mut(World::place(bot, chat), params.number("message_id"));
    let letter = letter.ok_or_else(|| Refusal::bad("message to react not found"))?;
    letter.reactions = list;
    Ok(json!(true))
}

/// `pinChatMessage`: only whether it could be done.
pub(crate) fn pin(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let letter = world.letter(World::place(bot, chat), params.number("message_id"));
    letter
        .map(|_| json!(true))
        .ok_or_else(|| Refusal::bad("message to pin not found"))
}
