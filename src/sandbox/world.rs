//! The state of the little Telegram: bots, people, chats, messages. No I/O and no waiting in here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::answer::Refusal;
use super::cast::{Bot, Group, Press, User};
use super::files::Files;
use super::limits::Meter;
use super::message::{Author, Letter};
use super::record::Call;

/// Unix seconds, from whatever clock the test or the demo keeps.
pub(crate) type Now = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Where messages are kept. A private chat is between one person and one bot; a group is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The bot of a private chat; 0 for a group.
    pub(crate) bot: i64,
    pub(crate) chat: i64,
}

/// Everything there is.
pub(crate) struct World {
    pub(crate) now: Now,
    pub(crate) bots: Vec<Bot>,
    /// The bot that people turned to last.
    pub(crate) turned_to: Option<i64>,
    pub(crate) users: HashMap<i64, User>,
    pub(crate) groups: BTreeMap<i64, Group>,
    pub(crate) chats: HashMap<Place, Vec<Letter>>,
    pub(crate) presses: BTreeMap<i64, Press>,
    pub(crate) files: Files,
    pub(crate) calls: Vec<Call>,
    /// How many of the calls made a message.
    pub(crate) delivered: usize,
    pub(crate) meter: Meter,
    /// Next message id: per bot for its private chats, per group for groups.
    numbers: HashMap<i64, i64>,
    next_press: i64,
    next_poll: i64,
}

impl World {
    pub(crate) fn new(now: Now) -> Self {
        Self {
            now,
            bots: Vec::new(),
            turned_to: None,
            users: HashMap::new(),
            groups: BTreeMap::new(),
            chats: HashMap::new(),
            presses: BTreeMap::new(),
            files: Files::default(),
            calls: Vec::new(),
            delivered: 0,
            meter: Meter::default(),
            numbers: HashMap::new(),
            next_press: 4_000_000_001,
            next_poll: 5_000_000_001,
        }
    }

    /// The time of this world.
    pub(crate) fn date(&self) -> i64 {
        (self.now)()
    }

    pub(crate) fn bot(&self, id: i64) -> Option<&Bot> {
        self.bots.iter().find(|bot| bot.id == id)
    }

    pub(crate) fn bot_mut(&mut self, id: i64) -> Option<&mut Bot> {
        self.bots.iter_mut().find(|bot| bot.id == id)
    }

    /// The bot that people are with when none is named: the first, or the one they turned to.
    pub(crate) fn default_bot(&self) -> i64 {
        let first = || self.bots.first().map_or(0, |bot| bot.id);
        self.turned_to.unwrap_or_else(first)
    }

    /// Puts a call that has ended on record.
    pub(crate) fn record(&mut self, call: Call) {
        self.delivered += usize::from(call.delivered());
        self.calls.push(call);
    }

    /// A person, made up on first mention.
    pub(crate) fn user_mut(&mut self, id: i64) -> &mut User {
        self.users.entry(id).or_insert_with(|| User {
            first_name: format!("user{id}"),
            language_code: None,
            deactivated: false,
            started: BTreeSet::new(),
            blocked: BTreeSet::new(),
        })
    }

    /// Where a chat's messages are for a bot.
    pub(crate) fn place(bot: i64, chat: i64) -> Place {
        Place {
            bot: if chat < 0 { 0 } else { bot },
            chat,
        }
    }

    pub(crate) fn user_json(&self, id: i64) -> Value {
        if let Some(bot) = self.bot(id) {
            let name = bot
                .profile
                .get(&("name", String::new()))
                .unwrap_or(&bot.username);
            return json!({"id": id, "is_bot": true, "first_name": name, "username": bot.username});
        }
        let mut object = Map::new();
        object.insert("id".into(), json!(id));
        object.insert("is_bot".into(), json!(false));
        let user = self.users.get(&id);
        let name = user.map_or_else(String::new, |user| user.first_name.clone());
        object.insert("first_name".into(), json!(name));
        if let Some(code) = user.and_then(|user| user.language_code.as_ref()) {
            object.insert("language_code".into(), json!(code));
        }
        Value::Object(object)
    }

    pub(crate) fn chat_json(&self, id: i64) -> Value {
        if let Some(group) = self.groups.get(&id) {
            let kind = group.kind();
            json!({"id": id, "title": group.title, "type": kind})
        } else {
            let name = self
                .users
                .get(&id)
                .map_or("", |user| user.first_name.as_str());
            json!({"id": id, "first_name": name, "type": "private"})
        }
    }

    pub(crate) fn letter_json(&self, letter: &Letter, chat: i64) -> Value {
        let from = match letter.author {
            Author::Bot(id) | Author::User(id) => Some(self.user_json(id)),
            Author::Nobody => None,
        };
        letter.json(self.chat_json(chat), from)
    }

    /// Numbers, dates and keeps a message; returns it in the API's shape.
    pub(crate) fn keep(&mut self, place: Place, mut letter: Letter) -> Value {
        let owner = if place.bot == 0 {
            place.chat
        } else {
            place.bot
        };
        let number = self.numbers.entry(owner).or_insert(0);
        *number += 1;
        letter.id = *number;
        letter.date = self.date();
        if let (Author::Bot(bot), Some(group)) = (letter.author, self.groups.get_mut(&place.chat)) {
            group.last_bot = Some(bot);
        }
        let json = self.letter_json(&letter, place.chat);
        self.chats.entry(place).or_default().push(letter);
        json
    }

    pub(crate) fn letters(&self, place: Place) -> &[Letter] {
        self.chats
            .get(&place)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    pub(crate) fn letter(&self, place: Place, id: i64) -> Option<&Letter> {
        let letters = self.letters(place);
        let at = letters.binary_search_by_key(&id, |letter| letter.id).ok()?;
        letters.get(at)
    }

    pub(crate) fn letter_mut(&mut self, place: Place, id: i64) -> Option<&mut Letter> {
        let letters = self.chats.get_mut(&place)?;
        let at = letters.binary_search_by_key(&id, |letter| letter.id).ok()?;
        letters.get_mut(at)
    }

    /// A new number for a callback query.
    pub(crate) fn number_press(&mut self, press: Press) -> String {
        let id = self.next_press;
        self.next_press += 1;
        self.presses.insert(id, press);
        id.to_string()
    }

    pub(crate) fn number_poll(&mut self) -> String {
        self.next_poll += 1;
        self.next_poll.to_string()
    }

    /// The chat that a call names, if the bot may write there.
    pub(crate) fn writable(&self, bot: i64, chat_id: &str) -> Result<i64, Refusal> {
        let chat = self.known(bot, chat_id)?;
        if chat < 0 {
            return Ok(chat);
        }
        let Some(user) = self.users.get(&chat) else {
            return Err(Refusal::forbidden("bot can't send messages to bots"));
        };
        if user.deactivated {
            Err(Refusal::forbidden("user is deactivated"))
        } else if user.blocked.contains(&bot) {
            Err(Refusal::forbidden("bot was blocked by the user"))
        } else if user.started.contains(&bot) {
            Ok(chat)
        } else {
            Err(Refusal::forbidden(
                "bot can't initiate conversation with a user",
            ))
        }
    }

    /// The chat that a call names, if the bot may know of it.
    pub(crate) fn known(&self, bot: i64, chat_id: &str) -> Result<i64, Refusal> {
        if chat_id.is_empty() {
            return Err(Refusal::bad("chat_id is empty"));
        }
        let missing = || Refusal::bad("chat not found");
        let chat: i64 = chat_id.trim().parse().map_err(|_| missing())?;
        if self.users.contains_key(&chat) || self.bot(chat).is_some() {
            return Ok(chat);
        }
        let group = self.groups.get(&chat).ok_or_else(missing)?;
        if let Some(to) = group.migrated_to {
            return Err(Refusal::migrated(to));
        }
        if group.kicked.contains(&bot) {
            let kind = group.kind();
            return Err(Refusal::forbidden(format!(
                "bot was kicked from the {kind} chat"
            )));
        }
        Ok(chat)
    }
}
