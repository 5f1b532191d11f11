//! Who there is: bots, people, groups; and the presses that wait for an answer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::updates::Queue;

/// A registered bot.
pub(crate) struct Bot {
    pub(crate) token: String,
    pub(crate) id: i64,
    pub(crate) username: String,
    /// Name, description and short description, by the method's noun and language.
    pub(crate) profile: BTreeMap<(&'static str, String), String>,
    /// Commands by scope and language.
    pub(crate) commands: BTreeMap<(String, String), Vec<Value>>,
    pub(crate) queue: Queue,
    /// Group privacy mode: only what is meant for the bot reaches it.
    pub(crate) privacy: bool,
}

/// A person.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) first_name: String,
    pub(crate) language_code: Option<String>,
    pub(crate) deactivated: bool,
    /// Bots that he has written to.
    pub(crate) started: BTreeSet<i64>,
    pub(crate) blocked: BTreeSet<i64>,
}

/// A group or supergroup; every bot is in it until it is put out.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) title: String,
    pub(crate) supergroup: bool,
    pub(crate) migrated_to: Option<i64>,
    pub(crate) kicked: BTreeSet<i64>,
    /// Members, and whether each is an administrator.
    pub(crate) members: BTreeMap<i64, bool>,
    pub(crate) last_bot: Option<i64>,
}

impl Group {
    /// The API's word for it.
    pub(crate) fn kind(&self) -> &'static str {
        if self.supergroup {
            "supergroup"
        } else {
            "group"
        }
    }
}

/// A press of a button that waits for its answer.
#[derive(Debug, Clone)]
pub(crate) struct Press {
    pub(crate) bot: i64,
    pub(crate) user: i64,
    pub(crate) chat: i64,
    pub(crate) reply: Option<Toast>,
}

/// The bot's answer to a press: what flashes up for the person.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Toast {
    /// The callback query it answers.
    pub query: String,
    /// Empty for a bare acknowledgement.
    pub text: String,
    /// Whether it stays until it is closed.
    pub alert: bool,
}
