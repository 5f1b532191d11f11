//! One message on its way: the call, and what its outcome means for its row.

use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

use super::payload::Payload;
use super::verdict::{Verdict, verdict};
use crate::domain::ids::CadreId;
use crate::metric;
use crate::store::outbox::{ClaimedRow, Settlement};
use crate::telegram::{CallFault, Client};
use crate::text::Rendered;

/// A message that came back from its call.
#[derive(Debug)]
pub(super) struct Landed {
    pub(super) row: ClaimedRow,
    pub(super) outcome: Result<Option<i64>, CallFault>,
}

/// What else an outcome changes, beyond its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Aftermath {
    /// Nothing reaches the chat: its other messages are closed too.
    Unreachable { chat: i64, reason: String },
    /// The group goes on under another id.
    Moved { from: i64, to: i64 },
    /// A liaison was told who is out of reach.
    Told { people: Vec<CadreId> },
}

/// Makes the call: an edit if the row turns an earlier message into this one, a new message otherwise.
pub(super) async fn post(client: Client, row: ClaimedRow, words: Rendered) -> Landed {
    let outcome = match row.edits {
        Some(message) => client
            .edit_message_text(row.chat, message, &words)
            .await
            .map(|()| None),
        None => client.send_message(row.chat, &words).await.map(Some),
    };
    Landed { row, outcome }
}

/// What the outcome means: for the row, for others, and for the pace (429: how long).
pub(super) struct Meaning {
    pub(super) settlement: Settlement,
    pub(super) aftermath: Option<Aftermath>,
    pub(super) flood: Option<Duration>,
}

/// Reads the outcome. Counts it, too.
pub(super) fn meaning(landed: &Landed, now: DateTime<Utc>) -> Meaning {
    let row = &landed.row;
    let mut meaning = Meaning {
        settlement: Settlement::Sent { message: None },
        aftermath: None,
        flood: None,
    };
    let fault = match &landed.outcome {
        Ok(message) => {
            metric::message_sent(row.lane);
            meaning.settlement = Settlement::Sent { message: *message };
            meaning.aftermath = told(row);
            return meaning;
        }
        Err(fault) => fault,
    };
    let again = |after: Duration, reason: String| Settlement::Waiting {
        not_before: later(now, after),
        reason: Some(reason),
        tried: true,
    };
    meaning.settlement = match verdict(fault, row.attempts, row.edits.is_some()) {
        Verdict::NotModified => {
            metric::message_sent(row.lane);
            Settlement::Sent { message: None }
        }
        Verdict::Retry { after, reason } => {
            metric::message_retried("network");
            again(after, reason)
        }
        Verdict::Uncertain { after, reason } => {
            metric::message_retried("server");
            metric::possible_duplicates(1);
            again(
                after,
                format!("{}: {reason}", crate::store::outbox::UNKNOWN_OUTCOME),
            )
        }
        Verdict::PauseChat { after } => {
            metric::message_retried("flood");
            meaning.flood = Some(after);
            Settlement::Waiting {
                not_before: later(now, after),
                reason: Some(format!("429, retry after {} s", after.as_secs())),
                tried: false,
            }
        }
        Verdict::EditGone => {
            metric::message_retried("edit_gone");
            Settlement::Anew { not_before: now }
        }
        Verdict::Migrated { to } => {
            metric::message_retried("moved");
            meaning.aftermath = Some(Aftermath::Moved { from: row.chat, to });
            again(Duration::ZERO, "the group became a supergroup".to_owned())
        }
        Verdict::Unreachable { reason } => {
            metric::message_closed("unreachable");
            meaning.aftermath = Some(Aftermath::Unreachable {
                chat: row.chat,
                reason: reason.clone(),
            });
            Settlement::Closed {
                reason,
                tried: true,
            }
        }
        Verdict::Rejected { reason } => {
            metric::message_closed("rejected");
            tracing::error!(outbox.id = %row.id, kind = row.kind, reason, "Telegram refused a message");
            Settlement::Dead { reason }
        }
        Verdict::WrongToken => Settlement::Waiting {
            not_before: now,
            reason: Some("the bot's token is refused".to_owned()),
            tried: false,
        },
    };
    meaning
}

/// A digest that has arrived tells its reader who is out of reach, if that was its part.
fn told(row: &ClaimedRow) -> Option<Aftermath> {
    match &row.payload {
        Payload::Digest(plan) if !plan.out_of_reach.is_empty() => Some(Aftermath::Told {
            people: plan.out_of_reach.clone(),
        }),
        Payload::Digest(_) | Payload::Letter { .. } => None,
    }
}

/// So much later; what no calendar holds is the end of time.
pub(super) fn later(now: DateTime<Utc>, after: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(after)
        .ok()
        .and_then(|after| now.checked_add_signed(after))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}
