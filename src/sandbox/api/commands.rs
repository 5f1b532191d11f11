//! The bot's menu of commands, by scope and language.

use serde_json::{Value, json};

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::params::Params;
use crate::sandbox::world::World;

/// Most commands of one scope and language.
const MOST: usize = 100;

/// Scope and language as a key.
fn key(world: &World, bot: i64, params: &Params) -> Result<(String, String), Refusal> {
    let language = params.text("language_code");
    let two = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !language.is_empty() && !two {
        return Err(Refusal::bad("invalid language code specified"));
    }
    let scope = match params.value("scope") {
        None => "default".to_owned(),
        Some(scope) => {
            let kind = scope.get("type").and_then(Value::as_str);
            let kind = kind.ok_or_else(|| {
                Refusal::bad("can't parse BotCommandScope: Can't find field \"type\"")
            })?;
            let id = |field: &str| {
                let value = scope.get(field).and_then(Value::as_i64);
                value.ok_or_else(|| {
                    Refusal::bad(format!(
                        "can't parse BotCommandScope: Can't find field \"{field}\""
                    ))
                })
            };
            match kind {
                "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
                    kind.to_owned()
                }
                "chat" | "chat_administrators" => {
                    format!("{kind} {}", world.known(bot, &id("chat_id")?.to_string())?)
                }
                "chat_member" => {
                    let chat = world.known(bot, &id("chat_id")?.to_string())?;
                    format!("{kind} {chat} {}", id("user_id")?)
                }
                _ => {
                    return Err(Refusal::bad(
                        "can't parse BotCommandScope: unsupported type specified",
                    ));
                }
            }
        }
    };
    Ok((scope, language))
}

/// `setMyCommands`.
pub(crate) fn set(world: &mut World, bot: i64, params: &Params) -> Answer {
    let wrong = |text: &str| Refusal::bad(format!("can't parse commands: {text}"));
    let list = params.value("commands").and_then(Value::as_array);
    let list = list.ok_or_else(|| wrong("expected an Array of BotCommand"))?;
    if list.len() > MOST {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let mut commands = Vec::new();
    for command in list {
        let field = |key: &str| {
            let text = command.get(key).and_then(Value::as_str);
            text.ok_or_else(|| {
                Refusal::bad(format!(
                    "can't parse BotCommand: Can't find field \"{key}\""
                ))
            })
        };
        let name = field("command")?.trim();
        let name = name.strip_prefix('/').unwrap_or(name);
        let description = field("description")?.trim();
        if name.is_empty() {
            return Err(Refusal::bad("command must be non-empty"));
        }
        if name.len() > 32 {
            return Err(Refusal::bad("command length must not exceed 32"));
        }
        if !name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        {
            return Err(Refusal::bad("BOT_COMMAND_INVALID"));
        }
        if description.is_empty() {
            return Err(Refusal::bad("command description must be non-empty"));
        }
        if description.chars().count() > 256 {
            return Err(Refusal::bad(
                "command description length must not exceed 256",
            ));
        }
        commands.push(json!({"command": name, "description": description}));
    }
    let key = key(world, bot, params)?;
    if let Some(bot) = world.bot_mut(bot) {
        bot.commands.insert(key, commands);
    }
    Ok(json!(true))
}

/// `getMyCommands`: of exactly this scope and language.
pub(crate) fn get(world: &mut World, bot: i64, params: &Params) -> Answer {
    let key = key(world, bot, params)?;
    let commands = world.bot(bot).and_then(|bot| bot.commands.get(&key));
    Ok(Value::from(commands.cloned().unwrap_or_default()))
}

/// `deleteMyCommands`.
pub(crate) fn delete(world: &mut World, bot: i64, params: &Params) -> Answer {
    let key = key(world, bot, params)?;
    if let Some(bot) = world.bot_mut(bot) {
        bot.commands.remove(&key);
    }
    Ok(json!(true))
}

/// The menu that a person sees in a chat: the narrowest scope that has one, in his language first.
pub(crate) fn shown(world: &World, bot: i64, chat: i64, user: i64) -> Vec<Value> {
    let Some(bot) = world.bot(bot) else {
        return Vec::new();
    };
    let language = world
        .users
        .get(&user)
        .and_then(|user| user.language_code.as_deref());
    let language = language
        .and_then(|code| code.get(..2))
        .unwrap_or_default()
        .to_owned();
    let admin = world
        .groups
        .get(&chat)
        .is_some_and(|group| group.members.get(&user) == Some(&true));
    let mut scopes = vec![format!("chat_member {chat} {user}")];
    if admin {
        scopes.push(format!("chat_administrators {chat}"));
    }
    scopes.push(format!("chat {chat}"));
    if admin {
        scopes.push("all_chat_administrators".into());
    }
    scopes.push(
        if chat < 0 {
            "all_group_chats"
        } else {
            "all_private_chats"
        }
        .into(),
    );
    scopes.push("default".into());
    scopes
        .into_iter()
        .flat_map(|scope| [(scope.clone(), language.clone()), (scope, String::new())])
        .find_map(|key| {
            bot.commands
                .get(&key)
                .filter(|commands| !commands.is_empty())
        })
        .cloned()
        .unwrap_or_default()
}
