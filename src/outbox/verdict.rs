//! What to do about a call that failed. Pure; the descriptions are those of the server's own source and
//! of the field (facts: 1.3, 2.7).

use std::time::Duration;

use crate::telegram::CallFault;

/// Attempts with an unknown outcome after which a row is a dead letter: some six hours of them.
pub const ATTEMPTS: i64 = 16;
/// The longest between two attempts when there is no connection: nothing is lost by trying.
const RECONNECT: Duration = Duration::from_mins(1);

/// What a failed call leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Surely not sent: try again later.
    Retry {
        /// After this long.
        after: Duration,
        /// What happened.
        reason: String,
    },
    /// 429: nothing to this chat until then.
    PauseChat {
        /// For this long.
        after: Duration,
    },
    /// Nothing reaches this chat until it lets the bot in again.
    Unreachable {
        /// What Telegram said.
        reason: String,
    },
    /// The group became a supergroup.
    Migrated {
        /// Its new id.
        to: i64,
    },
    /// The message says that already: as good as sent.
    NotModified,
    /// The message to edit is gone: send a new one.
    EditGone,
    /// Nobody can say whether it was sent: try again, and count a possible duplicate.
    Uncertain {
        /// After this long.
        after: Duration,
        /// What happened.
        reason: String,
    },
    /// Telegram will never take it: our fault, a dead letter to be looked at.
    Rejected {
        /// What Telegram said.
        reason: String,
    },
    /// The token is wrong: nothing can be sent at all.
    WrongToken,
}

/// The verdict on a fault, after so many earlier failures of the same row; `edit`: the call was to edit.
pub fn verdict(fault: &CallFault, attempts: i64, edit: bool) -> Verdict {
    let after = delay(attempts);
    let last = attempts + 1 >= ATTEMPTS;
    let given_up = || Verdict::Rejected {
        reason: format!("given up after {ATTEMPTS} attempts: {fault}"),
    };
    match fault {
        _ if fault.is_token() => Verdict::WrongToken,
        CallFault::Api {
            migrate_to: Some(to),
            ..
        } => Verdict::Migrated { to: *to },
        CallFault::Api {
            code: 429,
            retry_after,
            ..
        } => {
            // Waiting is no failure: however often, the row is not given up.
            Verdict::PauseChat {
                after: retry_after.map_or(after, Duration::from_secs),
            }
        }
        CallFault::Api {
            code: 403,
            description,
            ..
        } => Verdict::Unreachable {
            reason: description.clone(),
        },
        CallFault::Api {
            code: 400..=499,
            description,
            ..
        } => refused(description, edit),
        // No row is given up for want of a network.
        CallFault::NotSent(_) => Verdict::Retry {
            after: after.min(RECONNECT),
            reason: fault.to_string(),
        },
        _ if last => given_up(),
        // An edit done twice is the same edit.
        CallFault::Api { .. } | CallFault::Unknown(_) | CallFault::Garbled(_) if edit => {
            Verdict::Retry {
                after,
                reason: fault.to_string(),
            }
        }
        CallFault::Api { .. } | CallFault::Unknown(_) | CallFault::Garbled(_) => {
            Verdict::Uncertain {
                after,
                reason: fault.to_string(),
            }
        }
    }
}

/// Whether Telegram does not know the name of a file any more under which it gave it out: another bot's, say.
/// Then the file can be taken up again, if that was not tried too often.
pub fn loses_file(fault: &CallFault, attempts: i64) -> bool {
    let CallFault::Api {
        code: 400,
        description,
        ..
    } = fault
    else {
        return false;
    };
    let description = description.to_ascii_lowercase();
    attempts + 1 < ATTEMPTS
        && ["file identifier", "file_reference", "file reference"]
            .iter()
            .any(|words| description.contains(words))
}

/// Whether Telegram does not send a file by that name as what it is said to be, now or ever.
pub fn refuses_file(fault: &CallFault) -> bool {
    let CallFault::Api {
        code: 400,
        description,
        ..
    } = fault
    else {
        return false;
    };
    let description = description.to_ascii_lowercase();
    // Who pays Telegram can close himself to voices.
    let closed = ["can't use file of type", "messages_forbidden"];
    loses_file(fault, 0) || closed.iter().any(|words| description.contains(words))
}

/// Whether there is nothing to stop any more: the poll is over, or its message is gone.
pub fn is_poll_over(fault: &CallFault) -> bool {
    let CallFault::Api {
        code: 400,
        description,
        ..
    } = fault
    else {
        return false;
    };
    let description = description.to_ascii_lowercase();
    [
        "poll has already been closed",
        "message with poll to stop not found",
        "poll can't be stopped",
        "message is not a poll",
    ]
    .iter()
    .any(|words| description.contains(words))
}

fn refused(description: &str, edit: bool) -> Verdict {
    let says = |words: &[&str]| {
        let description = description.to_ascii_lowercase();
        words.iter().any(|word| description.contains(word))
    };
    if says(&["message is not modified"]) {
        return Verdict::NotModified;
    }
    if edit
        && says(&[
            "message to edit not found",
            "message can't be edited",
            "message_id_invalid",
        ])
    {
        return Verdict::EditGone;
    }
    if says(UNREACHABLE) {
        return Verdict::Unreachable {
            reason: description.to_owned(),
        };
    }
    Verdict::Rejected {
        reason: description.to_owned(),
    }
}

/// 400s that mean the chat, not the message: the words of the Bot API's server, and Telegram's own names of
/// faults, which it passes on as they are.
const UNREACHABLE: &[&str] = &[
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_id_invalid",
    "bot was blocked",
    "user_is_blocked",
    "user is deactivated",
    "user_deactivated",
    "can't initiate conversation",
    "can't send messages to bots",
    "can't send messages to the bot",
    "user_is_bot",
    "bot was kicked",
    "bot is not a member",
    "channel_private",
    "group chat was deleted",
    "group chat was deactivated",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_admin_required",
    "need administrator rights in the channel chat",
    "not enough rights to send text messages to the chat",
    "have no rights to send a message",
    "have no write access to the chat",
];

/// 2 s, 4 s, 8 s … up to an hour.
fn delay(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(0, 11)).unwrap_or(0);
    Duration::from_secs((2_u64 << doublings).min(3_600))
}

#[cfg(test)]
mod tests;
