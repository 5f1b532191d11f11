//! A command that could not be done: what, and what to do.

use crate::broadcast::Refusal;
use crate::config::SettingFault;

/// Why a command stopped.
#[derive(Debug)]
pub(super) struct Trouble {
    pub(super) what: String,
    pub(super) todo: String,
}

impl Trouble {
    pub(super) fn new(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            todo: todo.into(),
        }
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        Self::new(
            format!("the database failed: {error}"),
            "see that it runs and that DATABASE_URL names it, then try again; nothing was half done",
        )
    }
}

impl From<SettingFault> for Trouble {
    fn from(fault: SettingFault) -> Self {
        Self::new(format!("{}: {}", fault.key, fault.what), fault.right)
    }
}

/// Its two lines are what and what to do.
impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        let words = refusal.to_string();
        let (what, todo) = words
            .split_once('\n')
            .unwrap_or((&words, "put that right and try again"));
        Self::new(what, todo)
    }
}

impl From<anyhow::Error> for Trouble {
    fn from(error: anyhow::Error) -> Self {
        Self::new(format!("{error:#}"), "put that right and try again")
    }
}
