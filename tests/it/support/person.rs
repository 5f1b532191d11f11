//! Somebody with a phone.

use std::time::Duration;

use duban::sandbox::{Call, Message};

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
        let before = self.heard();
        self.town.passes(1);
        let message = self.last().map_or(1, |message| message.message_id);
        self.town
            .sandbox
            .forge(self.account, self.account, message, data);
        self.answered(before).await
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
        self.town.sandbox.with_calls(|calls| {
            calls
                .iter()
                .filter(|call| call.chat() == self.account && shows(call))
                .count()
        })
    }

    async fn answered(&self, before: usize) -> String {
        let answer = self
            .town
            .sandbox
            .wait_for(PATIENCE, |_| (self.heard() > before).then(|| self.newest()))
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
    fn newest(&self) -> String {
        let message = self.town.sandbox.with_calls(|calls| {
            calls
                .iter()
                .rev()
                .find(|call| call.chat() == self.account && shows(call))
                .and_then(|call| call.message_id)
        });
        self.town
            .sandbox
            .messages(self.account)
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
