//! The record of calls: what the bot asked of the server, when, and what came of it.

use std::time::Instant;

use serde_json::Value;

/// How a call ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// `ok: true`.
    Ok,
    /// `ok: false`, with code and description.
    Error {
        /// The HTTP status and `error_code`.
        code: u16,
        /// The whole description with its prefix.
        description: String,
    },
    /// A scripted fault of the transport: the client got no Bot API answer.
    Fault(&'static str),
}

/// One call.
#[derive(Debug, Clone)]
pub struct Call {
    /// When it arrived.
    pub at: Instant,
    /// The same by the machine's clock, Unix milliseconds.
    pub unix_ms: i64,
    /// The token it came with, known or not.
    pub token: String,
    /// The method as the documentation writes it (`sendMessage`), or as it came when there is no such.
    pub method: String,
    /// Its parameters, alike for every way of passing them; files by name and size.
    pub params: Value,
    /// What the client was told.
    pub outcome: Outcome,
    /// Whether it took effect: true for a success, also one whose answer was cut off.
    pub processed: bool,
    /// The message that it made.
    pub message_id: Option<i64>,
}

impl Call {
    /// The chat it was for, 0 if none.
    pub fn chat(&self) -> i64 {
        self.params
            .get("chat_id")
            .and_then(Value::as_i64)
            .unwrap_or(0)
    }

    /// A text parameter, empty if absent.
    pub fn text(&self, key: &str) -> &str {
        self.params
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Whether it is a successful `sendX` of a message.
    pub fn delivered(&self) -> bool {
        self.processed && self.message_id.is_some() && self.method.starts_with("send")
    }
}
