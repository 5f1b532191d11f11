//! Polls, as far as a meeting needs them.

use serde_json::{Map, Value, json};

use super::send::deliver;
use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::entity::units;
use crate::sandbox::message::Author;
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// `sendPoll`.
pub(crate) fn send(world: &mut World, bot: i64, params: &Params) -> Answer {
    let question = params.text("question");
    if question.trim().is_empty() {
        return Err(Refusal::bad("poll question must be non-empty"));
    }
    if units(&question) > 300 {
        return Err(Refusal::bad("poll question length must not exceed 300"));
    }
    let options = params.value("options").and_then(Value::as_array);
    let options = options.ok_or_else(|| Refusal::bad("can't parse options JSON object"))?;
    if !(1..=12).contains(&options.len()) {
        let bound = if options.is_empty() {
            "at least 1 option"
        } else {
            "no more than 12 options"
        };
        return Err(Refusal::bad(format!("poll must have {bound}")));
    }
    let mut shown = Vec::new();
    for option in options {
        // Both forms are in use: InputPollOption, and the plain string of before 7.3.
        let text = option
            .as_str()
            .or_else(|| option.get("text")?.as_str())
            .unwrap_or_default();
        if text.trim().is_empty() {
            return Err(Refusal::bad("poll options must be non-empty"));
        }
        if units(text) > 100 {
            return Err(Refusal::bad("poll options length must not exceed 100"));
        }
        shown.push(json!({"text": text, "voter_count": 0}));
    }
    let anonymous = params.value("is_anonymous").is_none() || params.flag("is_anonymous");
    let mut body = Map::new();
    body.insert(
        "poll".into(),
        json!({
            "id": world.number_poll(),
            "question": question,
            "options": shown,
            "total_voter_count": 0,
            "is_closed": false,
            "is_anonymous": anonymous,
            "type": "regular",
            "allows_multiple_answers": params.flag("allows_multiple_answers"),
        }),
    );
    deliver(world, bot, params, body)
}

/// `stopPoll`.
pub(crate) fn stop(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let letter = world.letter_mut(World::place(bot, chat), params.number("message_id"));
    let letter = letter.ok_or_else(|| Refusal::bad("message with poll to stop not found"))?;
    if letter.author != Author::Bot(bot) {
        return Err(Refusal::bad("poll can't be stopped"));
    }
    let poll = letter.body.get_mut("poll");
    let poll = poll.ok_or_else(|| Refusal::bad("message is not a poll"))?;
    if poll.get("is_closed") == Some(&Value::Bool(true)) {
        return Err(Refusal::bad("poll has already been closed"));
    }
    if let Some(object) = poll.as_object_mut() {
        object.insert("is_closed".into(), json!(true));
    }
    let poll = poll.clone();
    letter.inline = None;
    Ok(poll)
}

/// A person's vote: counts it and tells the bot, unless the poll is anonymous. `None`: no such open poll.
pub(crate) fn vote(
    world: &mut World,
    bot: i64,
    user: i64,
    chat: i64,
    message: i64,
    options: &[usize],
) -> Option<()> {
    let letter = world.letter_mut(World::place(bot, chat), message)?;
    let poll = letter.body.get_mut("poll")?;
    if poll.get("is_closed") != Some(&Value::Bool(false)) {
        return None;
    }
    for option in options {
        let count = poll
            .get_mut("options")?
            .get_mut(*option)?
            .get_mut("voter_count")?;
        *count = json!(count.as_i64()? + 1);
    }
    let total = poll.get_mut("total_voter_count")?;
    *total = json!(total.as_i64()? + 1);
    let poll = poll.clone();
    if poll.get("is_anonymous") == Some(&Value::Bool(true)) {
        world.notify(bot, "poll", poll, chat);
    } else {
        let answer = json!({"poll_id": poll.get("id"), "user": world.user_json(user), "option_ids": options});
        world.notify(bot, "poll_answer", answer, chat);
    }
    Some(())
}
