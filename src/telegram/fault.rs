//! How a call to the Bot API can fail, as far as it decides what to do next. teloxide's own errors drop
//! the code and miss many descriptions (facts: 2.7).

use serde::Deserialize;

/// A call that did not succeed. Holds no address, so no token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallFault {
    /// Telegram said no.
    #[error("{code} {description}")]
    Api {
        /// `error_code`.
        code: i64,
        /// `description`, prefix included.
        description: String,
        /// Seconds to wait (429).
        retry_after: Option<u64>,
        /// The supergroup that the group became.
        migrate_to: Option<i64>,
    },
    /// The connection was lost or nothing came in time: it may have been accepted.
    #[error("no answer came ({0})")]
    Unknown(String),
    /// No connection: surely not accepted.
    #[error("no connection ({0})")]
    NotSent(String),
    /// Something answered that is not the Bot API: it may have been accepted.
    #[error("an answer with status {0} that is not the Bot API's")]
    Garbled(u16),
}

impl CallFault {
    /// The token is wrong or was revoked. Telegram answers 401 to a token of the right form and 404 to
    /// one that cannot be a token; no other call of ours is answered 404.
    pub fn is_token(&self) -> bool {
        matches!(
            self,
            Self::Api {
                code: 401 | 404,
                ..
            }
        )
    }

    /// Whether it tells of the server or the way to it, rather than of the call.
    pub fn is_strain(&self) -> bool {
        match self {
            Self::Api { code, .. } => *code >= 500,
            Self::Unknown(_) | Self::NotSent(_) | Self::Garbled(_) => true,
        }
    }

    /// From reqwest's error, whose address (and so the token) is left out.
    pub(super) fn from_transport(error: reqwest::Error) -> Self {
        let lost = !(error.is_connect() || error.is_builder());
        let words = innermost(&error.without_url());
        if lost {
            Self::Unknown(words)
        } else {
            Self::NotSent(words)
        }
    }
}

/// The last cause says most: "connection refused", "timed out".
fn innermost(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}

/// `{"ok":false,…}`.
#[derive(Debug, Deserialize)]
pub(super) struct Refusal {
    error_code: i64,
    description: String,
    parameters: Option<Parameters>,
}

#[derive(Debug, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl From<Refusal> for CallFault {
    fn from(refusal: Refusal) -> Self {
        let parameters = refusal.parameters;
        Self::Api {
            code: refusal.error_code,
            description: refusal.description,
            retry_after: parameters
                .as_ref()
                .and_then(|parameters| parameters.retry_after),
            migrate_to: parameters.and_then(|parameters| parameters.migrate_to_chat_id),
        }
    }
}
