//! The handle's side of who may write where: groups, blocking, leaving, migration. Each change
//! reaches the bot as the real server tells it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, json};

use super::Sandbox;
use super::cast::Group;
use super::message::{Author, Letter};
use super::world::World;

impl Sandbox {
    /// Turns the default bot's group privacy mode on (as it is at first) or off.
    pub fn set_privacy(&self, on: bool) {
        self.server.change(|world| {
            let bot = world.default_bot();
            if let Some(bot) = world.bot_mut(bot) {
                bot.privacy = on;
            }
        });
    }

    /// Makes a group, id below zero. Every bot is in it.
    pub fn group(&self, id: i64, title: &str, supergroup: bool) {
        self.server.change(|world| {
            let group = Group {
                title: title.into(),
                supergroup,
                migrated_to: None,
                kicked: BTreeSet::new(),
                members: BTreeMap::new(),
                last_bot: None,
            };
            world.groups.insert(id, group);
        });
    }

    /// Makes a person (or a bot) a member of a group, plain or administrator.
    pub fn join(&self, group: i64, user: i64, admin: bool) {
        self.server.change(|world| {
            if let Some(group) = world.groups.get_mut(&group) {
                group.members.insert(user, admin);
            }
        });
    }

    /// A person blocks the bot: it is told, and can no longer write to him.
    pub fn block(&self, user: i64) {
        self.server.change(|world| {
            let bot = world.default_bot();
            world.user_mut(user).blocked.insert(bot);
            tell_status(world, bot, user, user, ["member", "kicked"]);
        });
    }

    /// A person lets the bot write again.
    pub fn unblock(&self, user: i64) {
        self.server
            .change(|world| unblock(world, world.default_bot(), user));
    }

    /// A person's account is gone; the bot is not told.
    pub fn deactivate(&self, user: i64) {
        self.server
            .change(|world| world.user_mut(user).deactivated = true);
    }

    /// `by` puts the default bot out of a group.
    pub fn kick(&self, group: i64, by: i64) {
        self.server.change(|world| {
            let bot = world.default_bot();
            if let Some(group) = world.groups.get_mut(&group) {
                group.kicked.insert(bot);
            }
            tell_status(world, bot, group, by, ["member", "kicked"]);
        });
    }

    /// `by` adds the default bot to a group (again).
    pub fn add_bot(&self, group: i64, by: i64) {
        self.server.change(|world| {
            let bot = world.default_bot();
            if let Some(group) = world.groups.get_mut(&group) {
                group.kicked.remove(&bot);
            }
            tell_status(world, bot, group, by, ["left", "member"]);
        });
    }

    /// A group becomes a supergroup under a new id, which is returned. Both chats get their service message.
    pub fn migrate(&self, group: i64) -> i64 {
        self.server.change(|world| {
            let fresh = -1_000_000_000_000 - group.abs();
            let bot = world.default_bot();
            let Some(old) = world.groups.get(&group).cloned() else {
                return 0;
            };
            let heir = Group {
                supergroup: true,
                ..old
            };
            world.groups.insert(fresh, heir);
            for (chat, field, value) in [
                (group, "migrate_to_chat_id", fresh),
                (fresh, "migrate_from_chat_id", group),
            ] {
                let body = Map::from_iter([(field.to_owned(), json!(value))]);
                let message =
                    world.keep(World::place(bot, chat), Letter::new(Author::Nobody, body));
                world.notify_group(chat, &message);
            }
            if let Some(old) = world.groups.get_mut(&group) {
                old.migrated_to = Some(fresh);
            }
            fresh
        })
    }
}

/// A person writes again, or lets the bot write again.
pub(crate) fn unblock(world: &mut World, bot: i64, user: i64) {
    world.user_mut(user).blocked.remove(&bot);
    tell_status(world, bot, user, user, ["kicked", "member"]);
}

/// The bot learns that its own standing in a chat has changed.
fn tell_status(world: &mut World, bot: i64, chat: i64, by: i64, [old, new]: [&str; 2]) {
    let me = world.user_json(bot);
    let member = |status: &str| match status {
        "kicked" => json!({"user": me, "status": status, "until_date": 0}),
        _ => json!({"user": me, "status": status}),
    };
    let update = json!({
        "chat": world.chat_json(chat),
        "from": world.user_json(by),
        "date": world.date(),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    });
    world.notify(bot, "my_chat_member", update, chat);
}
