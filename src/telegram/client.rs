//! Calls to the Bot API. The requests are teloxide's; they are posted here and not by its `Bot`, which
//! drops the error code and sleeps ten seconds on a 5xx (facts: 2.6, 2.7).

use std::fmt;
use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::json;
use teloxide::payloads::{
    AnswerCallbackQuery, DeleteWebhook, EditMessageText, EditMessageTextSetters, GetMe,
    SendMessage, SendMessageSetters, SetMyCommands, SetMyCommandsSetters, SetWebhook,
    SetWebhookSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    AllowedUpdate, BotCommand, CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardMarkup,
    MessageId, ParseMode,
};

use super::fault::CallFault;
use super::menu::Menu;
use super::reply::{
    Me, RawUpdate, Sent, SentPhoto, SentPoll, answered, exchange, read, read_updates,
};
use crate::config::{Secret, Webhook};
use crate::domain::broadcast::Photo;
use crate::domain::evidence::{File, Kind};
use crate::domain::poll::Counts;
use crate::text::{Ballot, Button, Rendered};

/// Connections kept open for the next call. A burst may need more; they are not worth their memory after it.
const IDLE: usize = 32;
/// Time to reach the server.
const CONNECT: Duration = Duration::from_secs(5);
/// Time for one call from start to end; less than half of an outbox lease.
const CALL: Duration = Duration::from_secs(12);
/// The same for a call that carries a picture of up to 10 MB, over an office's line.
pub const UPLOAD: Duration = Duration::from_mins(1);
/// What a getUpdates may take beyond its own waiting time.
const POLL_EXTRA: Duration = Duration::from_secs(10);
/// Updates in one answer (Bot API: 1-100).
const POLL_LIMIT: u8 = 100;

/// The kinds of updates that Duban asks for. An omitted list would keep the previous setting.
const WANTED: [AllowedUpdate; 4] = [
    AllowedUpdate::Message,
    AllowedUpdate::CallbackQuery,
    AllowedUpdate::MyChatMember,
    AllowedUpdate::Poll,
];

/// The connection to one bot. Cheap to copy.
#[derive(Clone)]
pub struct Client {
    /// `{api}/bot{token}/`: never printed.
    base: Secret,
    calls: reqwest::Client,
    /// A poll may hang for its whole waiting time, so it does not share limits or connections.
    polls: reqwest::Client,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").finish_non_exhaustive()
    }
}

/// teloxide's own GetUpdates has 32-bit offsets.
#[derive(Serialize)]
struct Poll {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u64,
    allowed_updates: [AllowedUpdate; 4],
}

impl Client {
    /// A client for that bot at that server.
    pub fn new(token: &Secret, api_url: &str) -> Result<Self, CallFault> {
        let builder = || {
            let builder = reqwest::Client::builder()
                .connect_timeout(CONNECT)
                .pool_max_idle_per_host(IDLE);
            // The environment's proxy leads out; a server on this machine is not out.
            let local = url::Url::parse(api_url).is_ok_and(|url| {
                matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"))
            });
            if local { builder.no_proxy() } else { builder }
        };
        Ok(Self {
            base: Secret::new(format!("{api_url}/bot{}/", token.expose())),
            calls: builder()
                .timeout(CALL)
                .build()
                .map_err(CallFault::from_transport)?,
            polls: builder().build().map_err(CallFault::from_transport)?,
        })
    }

    /// Who the token belongs to.
    pub async fn get_me(&self) -> Result<Me, CallFault> {
        self.call(&GetMe::new()).await
    }

    /// Waits up to `wait` for updates from `offset` on; asking for a higher offset acknowledges those
    /// below it.
    pub async fn get_updates(
        &self,
        offset: Option<i64>,
        wait: Duration,
    ) -> Result<Vec<RawUpdate>, CallFault> {
        let poll = Poll {
            offset,
            limit: POLL_LIMIT,
            timeout: wait.as_secs(),
            allowed_updates: WANTED,
        };
        let request = self
            .polls
            .post(self.address("getUpdates"))
            .timeout(wait + POLL_EXTRA);
        let (status, body) = exchange(request, &poll).await?;
        read_updates(status, &body)
    }

    /// Has updates pushed to that address.
    pub async fn set_webhook(&self, webhook: &Webhook) -> Result<(), CallFault> {
        let payload = SetWebhook::new(webhook.url.clone())
            .allowed_updates(WANTED)
            .secret_token(webhook.secret.expose());
        self.call::<_, IgnoredAny>(&payload).await.map(drop)
    }

    /// Has updates kept for getUpdates; what waits already stays.
    pub async fn delete_webhook(&self) -> Result<(), CallFault> {
        self.call::<_, IgnoredAny>(&DeleteWebhook::new())
            .await
            .map(drop)
    }

    /// Sends a new message and gives its number in the chat.
    pub async fn send_message(&self, chat: i64, words: &Rendered) -> Result<i64, CallFault> {
        let mut payload =
            SendMessage::new(ChatId(chat), words.text.as_str()).parse_mode(ParseMode::Html);
        if !words.keyboard.is_empty() {
            payload = payload.reply_markup(keyboard(&words.keyboard));
        }
        self.call(&payload)
            .await
            .map(|Sent { message_id }| message_id)
    }

    /// Sends a file that Telegram has already, by the name it gave it; the text below. Gives the message's number.
    /// teloxide's own payloads for this are made for multipart only.
    pub async fn send_file(
        &self,
        chat: i64,
        file: &File,
        words: &Rendered,
    ) -> Result<i64, CallFault> {
        let method = match file.kind {
            Kind::Photo => "sendPhoto",
            Kind::Document => "sendDocument",
            Kind::Voice => "sendVoice",
            Kind::Audio => "sendAudio",
            Kind::Video => "sendVideo",
            Kind::Text => return self.send_message(chat, words).await,
        };
        let mut payload = json!({"chat_id": chat, "parse_mode": ParseMode::Html});
        if let Some(fields) = payload.as_object_mut() {
            fields.insert(file.kind.name().to_owned(), json!(file.id));
            if !words.text.is_empty() {
                fields.insert("caption".to_owned(), json!(words.text));
            }
        }
        let request = self.calls.post(self.address(method));
        let (status, body) = exchange(request, &payload).await?;
        read(status, &body).map(|Sent { message_id }| message_id)
    }

    /// Uploads a picture and sends it; the text below. Gives the message's number, and the name under which
    /// Telegram keeps the picture for this bot.
    pub async fn upload_photo(
        &self,
        chat: i64,
        photo: Photo,
        words: &Rendered,
    ) -> Result<(i64, Option<String>), CallFault> {
        let part = Part::bytes(photo.bytes).file_name(photo.name);
        let form = Form::new()
            .text("chat_id", chat.to_string())
            .text("caption", words.text.clone())
            .text("parse_mode", "HTML")
            .part("photo", part);
        let request = self.calls.post(self.address("sendPhoto"));
        let (status, body) = answered(request.timeout(UPLOAD).multipart(form)).await?;
        read(status, &body).map(|sent: SentPhoto| (sent.message_id, sent.largest()))
    }

    /// Asks a group by an anonymous poll of one choice. Gives the message's number, and Telegram's id of the poll.
    pub async fn send_poll(&self, chat: i64, ballot: &Ballot) -> Result<(i64, String), CallFault> {
        let options: Vec<_> = ballot
            .options
            .iter()
            .map(|text| json!({"text": text}))
            .collect();
        let payload = json!({
            "chat_id": chat,
            "question": ballot.question,
            "options": options,
            "is_anonymous": true,
            "allows_multiple_answers": false,
        });
        let (status, body) = exchange(self.calls.post(self.address("sendPoll")), &payload).await?;
        read(status, &body).map(|sent: SentPoll| (sent.message_id, sent.poll.id))
    }

    /// Ends a poll of ours. Gives the final counts.
    pub async fn stop_poll(&self, chat: i64, message: i64) -> Result<Option<Counts>, CallFault> {
        let payload = json!({"chat_id": chat, "message_id": message});
        let (status, body) = exchange(self.calls.post(self.address("stopPoll")), &payload).await?;
        read(status, &body).map(|poll: serde_json::Value| super::update::counts(&poll))
    }

    /// Turns a message of ours into another text with other buttons.
    pub async fn edit_message_text(
        &self,
        chat: i64,
        message: i64,
        words: &Rendered,
    ) -> Result<(), CallFault> {
        // Message numbers are 32-bit in the Bot API; anything else names no message.
        let message = MessageId(i32::try_from(message).unwrap_or(0));
        let mut payload = EditMessageText::new(ChatId(chat), message, words.text.as_str())
            .parse_mode(ParseMode::Html);
        if !words.keyboard.is_empty() {
            payload = payload.reply_markup(keyboard(&words.keyboard));
        }
        self.call::<_, IgnoredAny>(&payload).await.map(drop)
    }

    /// Ends the little clock on a pressed button.
    pub async fn answer_callback_query(&self, query: &str) -> Result<(), CallFault> {
        let payload = AnswerCallbackQuery::new(CallbackQueryId(query.to_owned()));
        self.call::<_, IgnoredAny>(&payload).await.map(drop)
    }

    /// Sets a menu of commands.
    pub async fn set_my_commands(&self, menu: &Menu) -> Result<(), CallFault> {
        let commands = menu
            .commands
            .iter()
            .map(|(name, words)| BotCommand::new(name, words));
        let mut payload = SetMyCommands::new(commands).scope(menu.scope.to_telegram());
        if let Some(code) = &menu.language_code {
            payload = payload.language_code(code);
        }
        self.call::<_, IgnoredAny>(&payload).await.map(drop)
    }

    fn address(&self, method: &str) -> String {
        format!("{}{method}", self.base.expose())
    }

    async fn call<P, T>(&self, payload: &P) -> Result<T, CallFault>
    where
        P: Payload + Serialize,
        T: DeserializeOwned,
    {
        // As the documentation writes it; the server takes any case, emulators may not.
        let mut method = P::NAME.to_owned();
        if let Some(first) = method.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        let (status, body) = exchange(self.calls.post(self.address(&method)), payload).await?;
        read(status, &body)
    }
}

fn keyboard(rows: &[Vec<Button>]) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(rows.iter().map(|row| {
        row.iter()
            .map(|button| InlineKeyboardButton::callback(&button.label, &button.data))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_never_printed() {
        let client = Client::new(&Secret::new("12:hidden"), "http://127.0.0.1:1").unwrap();
        assert!(!format!("{client:?}").contains("hidden"));
    }

    #[tokio::test]
    async fn a_server_that_is_not_there_has_surely_not_accepted() {
        let client = Client::new(&Secret::new("12:hidden"), "http://127.0.0.1:1").unwrap();
        let fault = client.get_me().await.unwrap_err();
        assert!(matches!(fault, CallFault::NotSent(_)), "{fault:?}");
        assert!(!fault.to_string().contains("hidden"));
    }
}
