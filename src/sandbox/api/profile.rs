//! The bot itself: `getMe`, its name and descriptions.

use serde_json::{Value, json};

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// A method that changes nothing here and always succeeds.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands in a table of methods that can fail"
)]
pub(crate) fn accepted(_: &mut World, _: i64, _: &Params) -> Answer {
    Ok(json!(true))
}

/// `getMe`.
pub(crate) fn get_me(world: &mut World, bot: i64, _: &Params) -> Answer {
    let mut me = world.user_json(bot);
    let privacy = world.bot(bot).is_none_or(|bot| bot.privacy);
    let object = me.as_object_mut().ok_or_else(Refusal::unauthorized)?;
    for (key, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", !privacy),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        object.insert(key.into(), json!(value));
    }
    Ok(me)
}

fn set(world: &mut World, bot: i64, params: &Params, what: &'static str, limit: usize) -> Answer {
    let text = params.text(what);
    if text.chars().count() > limit {
        return Err(Refusal::bad(format!(
            "{} is too long",
            what.replace('_', " ")
        )));
    }
    if let Some(bot) = world.bot_mut(bot) {
        let key = (what, params.text("language_code"));
        if text.is_empty() {
            bot.profile.remove(&key);
        } else {
            bot.profile.insert(key, text);
        }
    }
    Ok(json!(true))
}

fn get(world: &World, bot: i64, params: &Params, what: &'static str) -> Answer {
    let bot = world.bot(bot).ok_or_else(Refusal::unauthorized)?;
    let find = |language: String| bot.profile.get(&(what, language)).cloned();
    let text = find(params.text("language_code")).or_else(|| find(String::new()));
    let text = text.unwrap_or_default();
    Ok(Value::Object(
        [(what.to_owned(), json!(text))].into_iter().collect(),
    ))
}

/// `setMyName`.
pub(crate) fn set_name(world: &mut World, bot: i64, params: &Params) -> Answer {
    set(world, bot, params, "name", 64)
}

/// `getMyName`.
pub(crate) fn get_name(world: &mut World, bot: i64, params: &Params) -> Answer {
    get(world, bot, params, "name")
}

/// `setMyDescription`.
pub(crate) fn set_description(world: &mut World, bot: i64, params: &Params) -> Answer {
    set(world, bot, params, "description", 512)
}

/// `getMyDescription`.
pub(crate) fn get_description(world: &mut World, bot: i64, params: &Params) -> Answer {
    get(world, bot, params, "description")
}

/// `setMyShortDescription`.
pub(crate) fn set_short_description(world: &mut World, bot: i64, params: &Params) -> Answer {
    set(world, bot, params, "short_description", 120)
}

/// `getMyShortDescription`.
pub(crate) fn get_short_description(world: &mut World, bot: i64, params: &Params) -> Answer {
    get(world, bot, params, "short_description")
}
