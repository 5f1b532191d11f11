//! The handle's active side: bots, people and groups, and what people do.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Sandbox;
use super::api;
use super::cast::{Bot, Press};
use super::entity::Entity;
use super::files::FileKind;
use super::message::{Author, Letter};
use super::params::Upload;
use super::standing::unblock;
use super::updates::Queue;
use super::world::World;

impl Sandbox {
    /// Registers a bot. The first is the one that people write to.
    pub fn bot(&self, token: &str, id: i64, username: &str) {
        self.server.change(|world| {
            world.bots.push(Bot {
                token: token.into(),
                id,
                username: username.into(),
                profile: BTreeMap::new(),
                commands: BTreeMap::new(),
                queue: Queue::default(),
                privacy: true,
            });
        });
    }

    /// Makes a person known. He has not written to the bot yet, so the bot cannot write to him.
    pub fn user(&self, id: i64, first_name: &str, language_code: Option<&str>) {
        self.server.change(|world| {
            let user = world.user_mut(id);
            user.first_name = first_name.into();
            user.language_code = language_code.map(str::to_owned);
        });
    }

    /// Lets the bot write to a person, as if he had once written to it; makes no update.
    pub fn open(&self, user: i64) {
        self.server.change(|world| {
            let bot = world.default_bot();
            world.user_mut(user).started.insert(bot);
        });
    }

    /// People turn to that bot: what they do and see from here on is with it.
    pub fn turn_to(&self, bot: i64) {
        self.server.change(|world| world.turned_to = Some(bot));
    }

    /// A person writes to the default bot; returns the message's id.
    pub fn say(&self, user: i64, text: &str) -> i64 {
        self.say_in(user, user, text)
    }

    /// A person writes in a chat: a group, or his own id for the private chat.
    pub fn say_in(&self, chat: i64, user: i64, text: &str) -> i64 {
        self.post(chat, user, None, text_body(text))
    }

    /// The same as a reply to a message.
    pub fn reply_in(&self, chat: i64, user: i64, to: i64, text: &str) -> i64 {
        self.post(chat, user, Some(to), text_body(text))
    }

    /// A person sends a file, with a caption if it is not empty.
    pub fn send_document(
        &self,
        chat: i64,
        user: i64,
        name: &str,
        bytes: Vec<u8>,
        caption: &str,
    ) -> i64 {
        let parcel = Parcel {
            caption,
            ..Parcel::of(FileKind::Document, name, bytes)
        };
        self.send_parcel(chat, user, parcel)
    }

    /// A person sends a photo (PNG, JPEG), with a caption if it is not empty.
    pub fn send_photo(&self, chat: i64, user: i64, bytes: Vec<u8>, caption: &str) -> i64 {
        let parcel = Parcel {
            caption,
            ..Parcel::of(FileKind::Photo, "photo.jpg", bytes)
        };
        self.send_parcel(chat, user, parcel)
    }

    /// A person sends a voice message.
    pub fn send_voice(&self, chat: i64, user: i64, bytes: Vec<u8>) -> i64 {
        let parcel = Parcel::of(FileKind::Voice, "voice.ogg", bytes);
        self.send_parcel(chat, user, parcel)
    }

    /// A person sends a video, with a caption if it is not empty.
    pub fn send_video(&self, chat: i64, user: i64, bytes: Vec<u8>, caption: &str) -> i64 {
        let parcel = Parcel {
            caption,
            ..Parcel::of(FileKind::Video, "video.mp4", bytes)
        };
        self.send_parcel(chat, user, parcel)
    }

    /// A person sends a photo in answer to a message.
    pub fn reply_photo(&self, chat: i64, user: i64, to: i64, bytes: Vec<u8>) -> i64 {
        let parcel = Parcel {
            reply_to: Some(to),
            ..Parcel::of(FileKind::Photo, "photo.jpg", bytes)
        };
        self.send_parcel(chat, user, parcel)
    }

    /// A person sends several photos at once: a message each, the caption on the first.
    pub fn send_album(&self, chat: i64, user: i64, photos: Vec<Vec<u8>>, caption: &str) {
        let album = self.server.look(|world| world.files.count()).to_string();
        for (number, bytes) in photos.into_iter().enumerate() {
            let parcel = Parcel {
                caption: if number == 0 { caption } else { "" },
                album: Some(&album),
                ..Parcel::of(FileKind::Photo, "photo.jpg", bytes)
            };
            self.send_parcel(chat, user, parcel);
        }
    }

    /// A person passes on a text that somebody else wrote.
    pub fn forward(&self, chat: i64, user: i64, text: &str) -> i64 {
        let mut body = text_body(text);
        let date = self.server.look(World::date);
        let origin = json!({"type": "hidden_user", "sender_user_name": "A", "date": date});
        body.insert("forward_origin".into(), origin);
        self.post(chat, user, None, body)
    }

    /// A person sends a sticker.
    pub fn send_sticker(&self, chat: i64, user: i64) -> i64 {
        let sticker = json!({"file_id": "CAAC", "file_unique_id": "AgAD", "type": "regular"});
        let body = [("sticker".to_owned(), sticker)].into_iter().collect();
        self.post(chat, user, None, body)
    }

    fn send_parcel(&self, chat: i64, user: i64, parcel: Parcel<'_>) -> i64 {
        let upload = Upload {
            name: parcel.name.into(),
            mime: mime_of(parcel.name).into(),
            bytes: parcel.bytes,
        };
        let mut body = self.server.change(|world| {
            let bot = world.default_bot();
            let id = world.files.keep(bot, parcel.kind, upload);
            let shown = api::shown_file(world, bot, &id);
            shown
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect::<Map<_, _>>()
        });
        if !parcel.caption.is_empty() {
            let (caption, entities) = api::formatted(parcel.caption, Vec::new());
            api::put_text(&mut body, "caption", caption, &entities);
        }
        if let Some(album) = parcel.album {
            body.insert("media_group_id".into(), json!(album));
        }
        self.post(chat, user, parcel.reply_to, body)
    }

    fn post(
        &self,
        chat: i64,
        user: i64,
        reply_to: Option<i64>,
        mut body: Map<String, Value>,
    ) -> i64 {
        self.server.change(|world| {
            let bot = world.default_bot();
            let person = world.user_mut(user);
            if chat > 0 && person.blocked.contains(&bot) {
                unblock(world, bot, user);
            }
            world
                .user_mut(user)
                .started
                .extend((chat > 0).then_some(bot));
            if let Some(quoted) = reply_to.and_then(|id| api::quoted(world, bot, chat, id)) {
                body.insert("reply_to_message".into(), quoted);
            }
            if let Some(group) = world.groups.get_mut(&chat) {
                group.members.entry(user).or_insert(false);
            }
            let message = world.keep(
                World::place(bot, chat),
                Letter::new(Author::User(user), body),
            );
            if chat < 0 {
                world.notify_group(chat, &message);
            } else {
                world.notify(bot, "message", message.clone(), chat);
            }
            message
                .get("message_id")
                .and_then(Value::as_i64)
                .unwrap_or(0)
        })
    }

    /// A person changes the text of his own message.
    pub fn edit(&self, chat: i64, message_id: i64, text: &str) {
        self.server.change(|world| {
            let (bot, date) = (world.default_bot(), world.date());
            let Some(letter) = world.letter_mut(World::place(bot, chat), message_id) else {
                return;
            };
            letter.body.remove("entities");
            letter.body.extend(text_body(text));
            letter.edited = Some(date);
            let letter = letter.clone();
            let message = world.letter_json(&letter, chat);
            world.notify(bot, "edited_message", message, chat);
        });
    }

    /// A person presses the button with this data; returns the callback query's id.
    ///
    /// # Errors
    /// When the message has no such button now.
    pub fn press(
        &self,
        user: i64,
        chat: i64,
        message_id: i64,
        data: &str,
    ) -> Result<String, String> {
        let there = self.server.look(|world| {
            let place = World::place(world.default_bot(), chat);
            world
                .letter(place, message_id)
                .is_some_and(|letter| letter.has_button(data))
        });
        if there {
            Ok(self.forge(user, chat, message_id, data))
        } else {
            Err(format!(
                "message {message_id} in chat {chat} has no button with data {data:?}"
            ))
        }
    }

    /// A person presses a button whose label contains `part`, on the newest message that has one.
    ///
    /// # Errors
    /// When no message in the chat has such a button; names the buttons that there are.
    pub fn press_label(&self, user: i64, chat: i64, part: &str) -> Result<String, String> {
        let messages = self.messages(chat);
        let found = messages
            .iter()
            .rev()
            .find_map(|message| Some((message.message_id, message.data_of(part)?)));
        if let Some((message_id, data)) = found {
            return self.press(user, chat, message_id, data);
        }
        let labels = messages.last().map(|message| message.labels().join(" | "));
        let labels = labels.unwrap_or_default();
        Err(format!(
            "chat {chat} has no button like {part:?}; the last message has: {labels}"
        ))
    }

    /// A press with any data, unchecked: what a tampered client can send.
    pub fn forge(&self, user: i64, chat: i64, message_id: i64, data: &str) -> String {
        self.server.change(|world| {
            let bot = world.default_bot();
            let letter = world.letter(World::place(bot, chat), message_id);
            let message = match letter {
                Some(letter) => world.letter_json(letter, chat),
                // InaccessibleMessage: deleted, or from before the bot's time.
                None => json!({"chat": world.chat_json(chat), "message_id": message_id, "date": 0}),
            };
            let query = world.number_press(Press {
                bot,
                user,
                chat,
                reply: None,
            });
            let update = json!({
                "id": query,
                "from": world.user_json(user),
                "message": message,
                "chat_instance": chat.to_string(),
                "data": data,
            });
            world.notify(bot, "callback_query", update, chat);
            query
        })
    }

    /// Queues an update written by the test; it gets the next number, which is returned.
    pub fn inject(&self, update: Value) -> i64 {
        self.server
            .change(|world| world.inject(world.default_bot(), update, None))
    }

    /// The same with a number of one's own, also one that was used before: it is delivered once more.
    pub fn inject_raw(&self, update_id: i64, update: Value) {
        self.server
            .change(|world| world.inject(world.default_bot(), update, Some(update_id)));
    }

    /// A person votes in a poll; `false` if there is no such open poll or option.
    pub fn vote(&self, user: i64, chat: i64, message_id: i64, options: &[usize]) -> bool {
        self.server.change(|world| {
            api::vote(world, world.default_bot(), user, chat, message_id, options).is_some()
        })
    }
}

/// A file on its way from a person.
struct Parcel<'a> {
    kind: FileKind,
    name: &'a str,
    bytes: Vec<u8>,
    caption: &'a str,
    reply_to: Option<i64>,
    album: Option<&'a str>,
}

impl<'a> Parcel<'a> {
    fn of(kind: FileKind, name: &'a str, bytes: Vec<u8>) -> Self {
        Self {
            kind,
            name,
            bytes,
            caption: "",
            reply_to: None,
            album: None,
        }
    }
}

fn text_body(text: &str) -> Map<String, Value> {
    let (text, entities) = api::formatted(text, Vec::<Entity>::new());
    let mut body = Map::new();
    api::put_text(&mut body, "text", text, &entities);
    body
}

fn mime_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "ogg" => "audio/ogg",
        "mp4" => "video/mp4",
        "csv" => "text/csv",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
