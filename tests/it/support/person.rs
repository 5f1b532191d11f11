//! Somebody with a phone.

use std::time::Duration;

use duban::sandbox::{Call, Message, Sandbox};

use super::Town;

/// How long an answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A Telegram account in the town, and whose it is.
pub(crate) struct Person<'a> {
    pub(crate) town: &'a Town,
    pub(crate) account: i64,
    pub(crate) name: String,
}

impl Person<'_> {
    /// Writes to the bot; the text of its answer.
    pub(crate) async fn says(&self, text: &str) -> String {
        let before = self.heard();
        self.town.passes(1);
        self.town.sandbox.say(self.account, text);
        self.answered(before).await
    }

    /// Writes in a group; the bot's answer there.
    pub(crate) async fn says_in(&self, group: i64, text: &str) -> String {
        let before = self.heard_in(group);
        self.town.passes(1);
        self.town.sandbox.say_in(group, self.account, text);
        self.answered_in(group, before).await
    }

    /// Does something else on the phone; the text of the bot's first answer.
    pub(crate) async fn does<T>(&self, act: impl FnOnce(&Sandbox, i64) -> T) -> String {
        let before = self.heard();
        self.town.passes(1);
        act(&self.town.sandbox, self.account);
        self.answered(before).await
    }

    /// Presses the newest button that says so; what the bot then says, be it new or edited.
    pub(crate) async fn presses(&self, label: &str) -> String {
        let before = self.heard();
        self.town.passes(1);
        self.town
            .sandbox
            .press_label(self.account, self.account, label)
            .unwrap_or_else(|why| panic!("{}: {label}: {why}\n{:?}", self.name, self.last()));
        self.answered(before).await
    }

    /// Sends button data that no button holds.
    pub(crate) async fn forges(&self, data: &str) -> String {
        let message = self.last().map_or(1, |message| message.message_id);
        self.forges_on(message, data).await
    }

    /// Presses a button of a message again and again before anything of it is handled.
    pub(crate) async fn presses_hastily(&self, message: i64, presses: &[&str]) {
        self.town.passes(1);
        for data in presses {
            self.town
                .sandbox
                .forge(self.account, self.account, message, data);
        }
        self.town.settles().await;
    }

    /// Sends the same button's data once more, on whatever message.
    pub(crate) async fn forges_on(&self, message: i64, data: &str) -> String {
        let before = self.heard();
        self.town.passes(1);
        self.town
            .sandbox
            .forge(self.account, self.account, message, data);
        self.answered(before).await
    }

    /// What is on the buttons of the bot's newest message.
    pub(crate) fn buttons(&self) -> Vec<String> {
        let message = self.last();
        let labels = message.iter().flat_map(Message::labels);
        labels.map(str::to_owned).collect()
    }

    /// The data of the newest button that says so.
    pub(crate) fn data(&self, label: &str) -> String {
        let message = self.last().expect("a message");
        message.data_of(label).expect("a button").to_owned()
    }

    /// The bot's newest message.
    pub(crate) fn last(&self) -> Option<Message> {
        self.town.sandbox.last(self.account)
    }

    /// Its text.
    pub(crate) fn reads(&self) -> String {
        self.last().map(|message| message.text).unwrap_or_default()
    }

    /// Messages that the bot has sent or edited here.
    pub(crate) fn heard(&self) -> usize {
        self.heard_in(self.account)
    }

    fn heard_in(&self, chat: i64) -> usize {
        self.town.sandbox.with_calls(|calls| {
            calls
                .iter()
                .filter(|call| call.chat() == chat && shows(call))
                .count()
        })
    }

    async fn answered(&self, before: usize) -> String {
        self.answered_in(self.account, before).await
    }

    async fn answered_in(&self, chat: i64, before: usize) -> String {
        let answer = self
            .town
            .sandbox
            .wait_for(PATIENCE, |_| {
                (self.heard_in(chat) > before).then(|| self.newest_in(chat))
            })
            .await;
        let answer = answer.unwrap_or_else(|| {
            let calls = self.town.sandbox.calls();
            let last: Vec<_> = calls.iter().rev().take(8).collect();
            panic!(
                "{}: no answer in 30 seconds; the last calls were {last:#?}",
                self.name
            )
        });
        self.town.settles().await;
        answer
    }

    /// The text of the message that the last call sent or edited.
    fn newest_in(&self, chat: i64) -> String {
        let message = self.town.sandbox.with_calls(|calls| {
            calls
                .iter()
                .rev()
                .find(|call| call.chat() == chat && shows(call))
                .and_then(|call| call.message_id)
        });
        self.town
            .sandbox
            .messages(chat)
            .into_iter()
            .find(|one| Some(one.message_id) == message)
            .map(|one| one.text)
            .unwrap_or_default()
    }
}

/// Whether the call put something new on the phone: a message sent, or one edited.
fn shows(call: &Call) -> bool {
    call.processed && call.message_id.is_some()
}
