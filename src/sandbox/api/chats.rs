//! Chats and who is in them.

use serde_json::{Map, Value, json};

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// `getChat`.
pub(crate) fn get(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let mut full = world
        .chat_json(chat)
        .as_object()
        .cloned()
        .unwrap_or_default();
    full.insert("accent_color_id".into(), json!(chat.unsigned_abs() % 7));
    full.insert("max_reaction_count".into(), json!(11));
    let gifts = [
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
    ];
    let gifts: Map<String, Value> = gifts
        .iter()
        .map(|gift| ((*gift).to_owned(), json!(false)))
        .collect();
    full.insert("accepted_gift_types".into(), Value::Object(gifts));
    Ok(Value::Object(full))
}

fn member_json(world: &World, chat: i64, user: i64) -> Value {
    let person = world.user_json(user);
    let group = world.groups.get(&chat);
    let kicked = group.is_some_and(|group| group.kicked.contains(&user));
    let role = group.and_then(|group| group.members.get(&user)).copied();
    let is_bot = world.bot(user).is_some();
    match role {
        _ if kicked => json!({"user": person, "status": "kicked", "until_date": 0}),
        Some(true) => administrator(person),
        Some(false) => json!({"user": person, "status": "member"}),
        None if is_bot || chat == user => json!({"user": person, "status": "member"}),
        None => json!({"user": person, "status": "left"}),
    }
}

fn administrator(person: Value) -> Value {
    let rights = [
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
        "can_pin_messages",
    ];
    let mut member: Map<String, Value> = rights
        .iter()
        .map(|right| ((*right).to_owned(), json!(true)))
        .collect();
    member.insert("is_anonymous".into(), json!(false));
    member.insert("can_be_edited".into(), json!(false));
    member.insert("status".into(), json!("administrator"));
    member.insert("user".into(), person);
    Value::Object(member)
}

/// `getChatMember`.
pub(crate) fn member(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let user = params.number("user_id");
    if user == 0 {
        return Err(Refusal::bad("invalid user_id specified"));
    }
    if !world.users.contains_key(&user) && world.bot(user).is_none() {
        return Err(Refusal::bad("member not found"));
    }
    Ok(member_json(world, chat, user))
}

/// `getChatMemberCount`.
pub(crate) fn count(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let people = world
        .groups
        .get(&chat)
        .map_or(1, |group| group.members.len());
    Ok(json!(people + 1))
}

/// `getChatAdministrators`.
pub(crate) fn administrators(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let group = world.groups.get(&chat);
    let group =
        group.ok_or_else(|| Refusal::bad("there are no administrators in the private chat"))?;
    let admins = group.members.iter().filter(|(_, admin)| **admin);
    Ok(admins
        .map(|(user, _)| member_json(world, chat, *user))
        .collect())
}

/// `leaveChat`.
pub(crate) fn leave(world: &mut World, bot: i64, params: &Params) -> Answer {
    let chat = world.known(bot, &params.text("chat_id"))?;
    let group = world.groups.get_mut(&chat);
    let group = group
        .ok_or_else(|| Refusal::bad("chat member status can't be changed in private chats"))?;
    group.kicked.insert(bot);
    Ok(json!(true))
}
