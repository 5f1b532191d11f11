//! Updates: a queue per bot, long polling, and who gets what in a group.

use std::collections::{BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use tokio::time::timeout_at;

use super::answer::{Answer, Refusal};
use super::params::Params;
use super::server::Server;
use super::webhook::Hook;
use super::world::World;

/// Kinds that a bot gets only when it asks for them by name.
const ON_REQUEST: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// The longest long poll, as the server caps it.
const LONGEST: i64 = 50;

/// An update that the bot has not confirmed.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub(crate) id: i64,
    pub(crate) update: Value,
    /// Updates of one lane keep their order on the way to a webhook.
    pub(crate) lane: i64,
    /// A repeated number: delivered once even if it is below the confirmed offset.
    repeat: bool,
    pub(crate) sending: bool,
    pub(crate) retry_at: Option<Instant>,
    pub(crate) failures: u32,
}

/// What waits for one bot.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    pub(crate) pending: VecDeque<Pending>,
    pub(crate) hook: Option<Hook>,
    allowed: BTreeSet<String>,
    last: i64,
    /// Rises with each poll; an older one that still waits is told to go.
    polls: u64,
}

impl Queue {
    /// Whether the bot wants updates of this kind.
    fn wants(&self, kind: &str) -> bool {
        if self.allowed.is_empty() {
            !ON_REQUEST.contains(&kind)
        } else {
            self.allowed.contains(kind)
        }
    }

    /// Remembers the list of wanted kinds. An absent list changes nothing, an empty one means the default.
    pub(crate) fn allow(&mut self, params: &Params) -> Result<(), Refusal> {
        let Some(value) = params.value("allowed_updates") else {
            return Ok(());
        };
        let wrong = || Refusal::bad("can't parse allowed updates: expected an Array of String");
        let list = value.as_array().ok_or_else(wrong)?;
        let kinds: Option<BTreeSet<String>> = list
            .iter()
            .map(|kind| kind.as_str().map(str::to_owned))
            .collect();
        self.allowed = kinds.ok_or_else(wrong)?;
        Ok(())
    }

    /// How many polls there have been.
    pub(crate) fn polls(&self) -> u64 {
        self.polls
    }

    /// The wanted kinds; none for the default.
    pub(crate) fn allowed(&self) -> Vec<&String> {
        self.allowed.iter().collect()
    }

    /// Queues an update of a kind; returns its number, or `None` if the bot does not want it.
    fn push(&mut self, kind: &str, content: Value, lane: i64) -> Option<i64> {
        if !self.wants(kind) {
            return None;
        }
        let id = self.last.max(700_000_000) + 1;
        self.last = id;
        let mut update = Map::new();
        update.insert("update_id".into(), json!(id));
        update.insert(kind.into(), content);
        self.insert(id, Value::Object(update), lane, false);
        Some(id)
    }

    fn insert(&mut self, id: i64, update: Value, lane: i64, repeat: bool) {
        self.pending.push_back(Pending {
            id,
            update,
            lane,
            repeat,
            sending: false,
            retry_at: None,
            failures: 0,
        });
    }

    /// Forgets what lies before the offset; a negative one keeps only the last few.
    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let drop = self.pending.len().saturating_sub(keep);
            self.pending.drain(..drop);
        } else if offset > 0 {
            self.pending
                .retain(|pending| pending.id >= offset || pending.repeat);
        }
    }

    /// The oldest updates, at most so many.
    fn read(&mut self, limit: usize) -> Vec<Value> {
        self.pending
            .iter_mut()
            .take(limit)
            .map(|pending| {
                pending.repeat = false;
                pending.update.clone()
            })
            .collect()
    }
}

impl World {
    /// Queues an update for a bot.
    pub(crate) fn notify(
        &mut self,
        bot: i64,
        kind: &str,
        content: Value,
        lane: i64,
    ) -> Option<i64> {
        self.bot_mut(bot)?.queue.push(kind, content, lane)
    }

    /// Queues an update that a test has written itself; with its own number, or the next one.
    pub(crate) fn inject(&mut self, bot: i64, mut update: Value, id: Option<i64>) -> i64 {
        let lane = lane_of(&update);
        let Some(bot) = self.bot_mut(bot) else {
            return 0;
        };
        let id = id.unwrap_or_else(|| bot.queue.last.max(700_000_000) + 1);
        let repeat = id <= bot.queue.last;
        bot.queue.last = bot.queue.last.max(id);
        if let Some(object) = update.as_object_mut() {
            object.insert("update_id".into(), json!(id));
        }
        bot.queue.insert(id, update, lane, repeat);
        id
    }

    /// Tells each bot that may see a group's message of it. Privacy mode lets through commands that
    /// are not for another bot, replies to the bot's own messages and service messages.
    pub(crate) fn notify_group(&mut self, chat: i64, message: &Value) {
        let Some(group) = self.groups.get(&chat) else {
            return;
        };
        let text = message
            .get("text")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let command = text
            .strip_prefix('/')
            .map(|rest| rest.split_whitespace().next().unwrap_or_default());
        let service = ["text", "photo", "document", "poll"]
            .iter()
            .all(|key| message.get(key).is_none());
        let replied = message
            .pointer("/reply_to_message/from/id")
            .and_then(Value::as_i64);
        let mut hearers = Vec::new();
        for bot in self
            .bots
            .iter()
            .filter(|bot| !group.kicked.contains(&bot.id))
        {
            let admin = group.members.get(&bot.id) == Some(&true);
            let addressed = match command.map(|command| command.split_once('@')) {
                Some(Some((_, name))) => name.eq_ignore_ascii_case(&bot.username),
                Some(None) => group.last_bot.is_none_or(|last| last == bot.id),
                None => false,
            };
            if !bot.privacy || admin || service || addressed || replied == Some(bot.id) {
                hearers.push(bot.id);
            }
        }
        for bot in hearers {
            self.notify(bot, "message", message.clone(), chat);
        }
    }
}

/// The chat or person that an update is about; 0 if neither is plain.
fn lane_of(update: &Value) -> i64 {
    let content = update
        .as_object()
        .and_then(|object| object.values().find(|value| value.is_object()));
    let paths = ["/chat/id", "/message/chat/id", "/from/id", "/user/id"];
    content
        .and_then(|content| paths.iter().find_map(|path| content.pointer(path)))
        .and_then(Value::as_i64)
        .unwrap_or(0)
}

/// `getUpdates`.
pub(crate) async fn get_updates(server: &Server, bot: i64, params: &Params) -> Answer {
    let offset = params.number("offset");
    let limit = match params.number("limit") {
        limit @ 1..=100 => usize::try_from(limit).unwrap_or(100),
        _ => 100,
    };
    let seconds = u64::try_from(params.number("timeout").clamp(0, LONGEST)).unwrap_or(0);
    let until = tokio::time::Instant::now() + Duration::from_secs(seconds);
    let mut changed = server.watch();
    let mine = server.change(|world| {
        let queue = world.bot_mut(bot).map(|bot| &mut bot.queue);
        let queue = queue.ok_or_else(Refusal::unauthorized)?;
        if queue.hook.is_some() {
            return Err(Refusal::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        queue.allow(params)?;
        queue.confirm(offset);
        queue.polls += 1;
        Ok(queue.polls)
    })?;
    loop {
        changed.mark_unchanged();
        let ready = server.change_quietly(|world| {
            let queue = world.bot_mut(bot).map(|bot| &mut bot.queue);
            let queue = queue.ok_or_else(Refusal::unauthorized)?;
            if queue.hook.is_some() {
                return Err(Refusal::conflict("terminated by setWebhook request"));
            }
            if queue.polls != mine {
                return Err(Refusal::conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running",
                ));
            }
            Ok(queue.read(limit))
        })?;
        if !ready.is_empty() || server.stopping() {
            return Ok(Value::from(ready));
        }
        if timeout_at(until, changed.changed()).await.is_err() {
            return Ok(json!([]));
        }
    }
}
