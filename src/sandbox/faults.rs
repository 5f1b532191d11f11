//! Scripted faults: which call fails, how, how often.

use std::time::Duration;

use serde_json::Value;

/// What happens to a call.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// An error answer of the API; nothing is done.
    Error {
        /// HTTP status and `error_code`.
        code: u16,
        /// The whole description with its prefix.
        description: String,
        /// `parameters`, if any.
        parameters: Option<Value>,
    },
    /// 429 with this many seconds to wait; nothing is done.
    RetryAfter {
        /// Seconds.
        secs: u64,
    },
    /// 502 with an HTML page, as a proxy in front of the server answers; nothing is done.
    Html502,
    /// The connection closes before anything is done.
    DropBefore,
    /// It is done, then the connection closes without an answer.
    DropAfter,
    /// Done and answered, but later.
    Delay(Duration),
    /// Never answered, nothing done; the connection stays open.
    Hang,
}

/// A fault and the calls that it strikes: by default every one.
#[derive(Debug, Clone)]
pub struct Fault {
    action: Action,
    method: Option<String>,
    chat: Option<i64>,
    skip: u32,
    left: Option<u32>,
    per_thousand: u16,
    dice: u64,
}

impl Fault {
    /// A fault that strikes every call.
    pub fn new(action: Action) -> Self {
        Self {
            action,
            method: None,
            chat: None,
            skip: 0,
            left: None,
            per_thousand: 1000,
            dice: 0,
        }
    }

    /// An API error in the server's words, prefix included.
    pub fn error(code: u16, description: &str) -> Self {
        Self::new(Action::Error {
            code,
            description: description.into(),
            parameters: None,
        })
    }

    /// Only calls of this method (any case).
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Only calls for this chat.
    #[must_use]
    pub fn chat(mut self, chat: i64) -> Self {
        self.chat = Some(chat);
        self
    }

    /// From the n-th matching call on, counted from 1.
    #[must_use]
    pub fn nth(mut self, nth: u32) -> Self {
        self.skip = nth.saturating_sub(1);
        self
    }

    /// At most so often.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.left = Some(times);
        self
    }

    /// Each matching call with this probability; the same seed gives the same run.
    #[must_use]
    pub fn per_thousand(mut self, per_thousand: u16, seed: u64) -> Self {
        self.per_thousand = per_thousand;
        self.dice = seed;
        self
    }

    fn strikes(&mut self, method: &str, chat: i64) -> bool {
        let wanted = self
            .method
            .as_ref()
            .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method));
        if !wanted || self.chat.is_some_and(|wanted| wanted != chat) || self.left == Some(0) {
            return false;
        }
        if self.skip > 0 {
            self.skip -= 1;
            return false;
        }
        if self.per_thousand < 1000 && roll(&mut self.dice) % 1000 >= u64::from(self.per_thousand) {
            return false;
        }
        if let Some(left) = &mut self.left {
            *left -= 1;
        }
        true
    }
}

/// splitmix64: small, and the same on every machine.
fn roll(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// All faults in force, and the latency of every call.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) list: Vec<Fault>,
    pub(crate) latency: Option<Duration>,
}

/// What one call meets.
#[derive(Debug)]
pub(crate) struct Strike {
    pub(crate) latency: Option<Duration>,
    pub(crate) action: Option<Action>,
}

impl Faults {
    /// The first fault that strikes this call.
    pub(crate) fn strike(&mut self, method: &str, chat: i64) -> Strike {
        let struck = self
            .list
            .iter_mut()
            .find_map(|fault| fault.strikes(method, chat).then(|| fault.action.clone()));
        Strike {
            latency: self.latency,
            action: struck,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_strikes_the_calls_it_names() {
        let mut fault = Fault::new(Action::Html502)
            .method("sendMessage")
            .chat(5)
            .nth(2)
            .times(2);
        let calls = [
            ("getMe", 5),
            ("SendMessage", 5),
            ("sendMessage", 6),
            ("sendMessage", 5),
            ("sendmessage", 5),
            ("sendMessage", 5),
        ];
        let struck: Vec<bool> = calls
            .iter()
            .map(|(method, chat)| fault.strikes(method, *chat))
            .collect();
        assert_eq!(struck, [false, false, false, true, true, false]);
    }

    #[test]
    fn chance_is_repeatable_and_about_right() {
        let run = || {
            let mut fault = Fault::new(Action::Hang).per_thousand(100, 42);
            (0..10_000).filter(|_| fault.strikes("x", 0)).count()
        };
        assert_eq!(run(), run());
        assert!((800..1200).contains(&run()), "{}", run());
    }
}
