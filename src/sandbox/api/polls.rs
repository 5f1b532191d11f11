//! Polls, as far as a meeting needs them.

use std::collections::BTreeSet;

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
    // "Bots receive only updates about manually stopped polls and polls, which are sent by the bot."
    world.notify(bot, "poll", poll.clone(), chat);
    Ok(poll)
}

/// A person's vote, or, without options, its taking back. Counts it and tells the bot how the poll stands and, if
/// it is not anonymous, who voted. `None`: there is no such open poll or option, or he has voted already.
pub(crate) fn vote(
    world: &mut World,
    bot: i64,
    user: i64,
    chat: i64,
    message: i64,
    options: &[usize],
) -> Option<()> {
    let letter = world.letter_mut(World::place(bot, chat), message)?;
    let poll = letter.body.get("poll")?;
    let said = |key: &str, yes: bool| poll.get(key) == Some(&Value::Bool(yes));
    let known = poll.get("options")?.as_array()?.len();
    let distinct: BTreeSet<usize> = options.iter().copied().collect();
    if !said("is_closed", false)
        || distinct.len() != options.len()
        || distinct.last().is_some_and(|last| *last >= known)
        || (options.len() > 1 && !said("allows_multiple_answers", true))
        || letter.votes.contains_key(&user) != options.is_empty()
    {
        return None;
    }
    if options.is_empty() {
        letter.votes.remove(&user);
    } else {
        letter.votes.insert(user, options.to_vec());
    }
    let votes = letter.votes.clone();
    let poll = letter.body.get_mut("poll")?;
    for (number, option) in poll
        .get_mut("options")?
        .as_array_mut()?
        .iter_mut()
        .enumerate()
    {
        let chosen = votes.values().filter(|chosen| chosen.contains(&number));
        *option.get_mut("voter_count")? = json!(chosen.count());
    }
    *poll.get_mut("total_voter_count")? = json!(votes.len());
    let poll = poll.clone();
    let id = poll.get("id").cloned();
    let anonymous = poll.get("is_anonymous") == Some(&Value::Bool(true));
    world.notify(bot, "poll", poll, chat);
    if !anonymous {
        let answer = json!({"poll_id": id, "user": world.user_json(user), "option_ids": options});
        world.notify(bot, "poll_answer", answer, chat);
    }
    Some(())
}
