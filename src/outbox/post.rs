//! One message on its way: the call, and what its outcome means for its row.

use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

use super::gallery::{Picture, Shown, Source};
use super::hand::{Attached, Ready};
use super::payload::Payload;
use super::verdict::{Verdict, is_poll_over, loses_file, refuses_file, verdict};
use crate::domain::evidence::{File, Kind};
use crate::domain::ids::{BroadcastId, CadreId, ItemId, NewsId};
use crate::domain::month::Month;
use crate::domain::poll::Counts;
use crate::metric;
use crate::store::outbox::{ClaimedRow, Settlement};
use crate::telegram::{CallFault, Client};
use crate::text::{Ballot, Rendered};

/// A message that came back from its call.
#[derive(Debug)]
pub(super) struct Landed {
    pub(super) row: ClaimedRow,
    pub(super) outcome: Result<Option<i64>, CallFault>,
    /// The picture above it.
    pub(super) shown: Option<Shown>,
    /// What became of a poll.
    pub(super) polled: Option<Polled>,
}

/// What became of a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Polled {
    /// Telegram counts under that id.
    Opened { poll: String },
    /// It is over, with these counts if they are known.
    Stopped { counts: Option<Counts> },
}

/// What else an outcome changes, beyond its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Aftermath {
    /// Nothing reaches the chat: its other messages are closed too.
    Unreachable { chat: i64, reason: String },
    /// The group goes on under another id.
    Moved { from: i64, to: i64 },
    /// A digest told its reader who is out of reach, and what is new, and reminded him of items.
    Told {
        people: Vec<CadreId>,
        news: Vec<NewsId>,
        items: Vec<ItemId>,
        /// Of which items it asked how they stand, and of which month.
        asks: (Vec<ItemId>, Month),
        /// Whom of which overdue items.
        escalated: Option<(CadreId, Vec<ItemId>)>,
    },
    /// Telegram keeps a broadcast's picture under this name.
    Uploaded {
        broadcast: BroadcastId,
        file: String,
    },
    /// Telegram does not know the picture's name any more: it goes up again.
    FileLost {
        broadcast: BroadcastId,
        file: String,
    },
    /// A poll is in its group.
    PollOpened { id: i64, poll: String, message: i64 },
    /// A poll is over.
    PollStopped { id: i64, counts: Option<Counts> },
    /// Telegram does not take the picture: nobody can get it.
    PictureRefused {
        broadcast: BroadcastId,
        reason: String,
    },
}

/// Makes the call: an edit if the row turns an earlier message into this one, a new message otherwise.
pub(super) async fn post(client: Client, ready: Ready) -> Landed {
    let Ready {
        row,
        words,
        picture,
        file,
        ballot,
        ..
    } = ready;
    match (&row.payload, &ballot) {
        (Payload::StopPoll { .. }, _) => return stop(&client, row).await,
        (Payload::Poll { .. }, Some(ballot)) => return open(&client, row, ballot).await,
        _ => {}
    }
    if let (None, Some(attached)) = (row.edits, file) {
        let outcome = attach(&client, row.chat, &words, &attached).await;
        return Landed {
            row,
            outcome,
            shown: None,
            polled: None,
        };
    }
    let (outcome, shown) = match (row.edits, picture) {
        (Some(message), _) => {
            let edited = client.edit_message_text(row.chat, message, &words).await;
            (edited.map(|()| None), None)
        }
        (None, Some(picture)) => show(&client, row.chat, &words, picture).await,
        (None, None) => {
            let sent = client.send_message(row.chat, &words).await;
            (sent.map(Some), None)
        }
    };
    Landed {
        row,
        outcome,
        shown,
        polled: None,
    }
}

/// Puts a poll into a group.
async fn open(client: &Client, row: ClaimedRow, ballot: &Ballot) -> Landed {
    let sent = client.send_poll(row.chat, ballot).await;
    let polled = sent
        .as_ref()
        .ok()
        .map(|(_, poll)| Polled::Opened { poll: poll.clone() });
    Landed {
        row,
        outcome: sent.map(|(message, _)| Some(message)),
        shown: None,
        polled,
    }
}

/// Ends a poll. One that is over already, or whose message is gone, is as good as ended.
async fn stop(client: &Client, row: ClaimedRow) -> Landed {
    let stopped = match client.stop_poll(row.chat, row.edits.unwrap_or(0)).await {
        Err(fault) if is_poll_over(&fault) => Ok(None),
        stopped => stopped,
    };
    let polled = stopped
        .as_ref()
        .ok()
        .map(|counts| Polled::Stopped { counts: *counts });
    Landed {
        row,
        outcome: stopped.map(|_| None),
        shown: None,
        polled,
    }
}

/// Sends a file by the name that Telegram gave it. If Telegram does not take it under that name, it says so to
/// the reader instead: nobody can put that right, and the words need not be lost with it.
async fn attach(
    client: &Client,
    chat: i64,
    words: &Rendered,
    attached: &Attached,
) -> Result<Option<i64>, CallFault> {
    let Attached { file, instead } = attached;
    let sent = match client.send_file(chat, file, words).await {
        Err(fault) if refuses_file(&fault) => client.send_message(chat, instead).await,
        sent => sent,
    };
    sent.map(Some)
}

/// Sends a picture, taking it up first if Telegram does not have it.
async fn show(
    client: &Client,
    chat: i64,
    words: &Rendered,
    picture: Picture,
) -> (Result<Option<i64>, CallFault>, Option<Shown>) {
    let Picture { broadcast, source } = picture;
    let (sent, used) = match source {
        Source::Known(file) => {
            let sent = client.send_file(chat, &photo(&file), words).await;
            (sent.map(|message| (message, None)), Some(file))
        }
        Source::Upload(photo) => (client.upload_photo(chat, photo, words).await, None),
    };
    let file = sent.as_ref().ok().and_then(|(_, file)| file.clone());
    let shown = Shown {
        broadcast,
        used,
        file,
    };
    (sent.map(|(message, _)| Some(message)), Some(shown))
}

fn photo(id: &str) -> File {
    File {
        kind: Kind::Photo,
        id: id.to_owned(),
    }
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
            meaning.aftermath = told(row)
                .or_else(|| uploaded(landed))
                .or_else(|| polled(landed));
            return meaning;
        }
        Err(fault) => fault,
    };
    if let Some(trouble) = of_picture(landed, fault, now) {
        return trouble;
    }
    let again = |after: Duration, reason: String| again(now, after, reason);
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

/// A digest that has arrived tells its reader who is out of reach and what is new, and reminds him of items, if that
/// was its part. What of it he had heard before is told as well.
fn told(row: &ClaimedRow) -> Option<Aftermath> {
    match &row.payload {
        Payload::Digest(plan) => {
            let escalated = row.cadre.map(|cadre| (cadre, plan.escalated.clone()));
            let escalated = escalated.filter(|(_, items)| !items.is_empty());
            let nothing = plan.out_of_reach.is_empty()
                && plan.news.is_empty()
                && plan.items.is_empty()
                && plan.asks.is_empty();
            (!nothing || escalated.is_some()).then(|| Aftermath::Told {
                people: plan.out_of_reach.clone(),
                news: plan.news.clone(),
                items: plan.items.clone(),
                asks: (plan.asks.clone(), Month::of(plan.on)),
                escalated,
            })
        }
        Payload::Letter { .. }
        | Payload::Poll { .. }
        | Payload::StopPoll { .. }
        | Payload::Broadcast { .. } => None,
    }
}

/// A poll that has been opened or stopped.
fn polled(landed: &Landed) -> Option<Aftermath> {
    let (Payload::Poll { id, .. } | Payload::StopPoll { id }) = landed.row.payload else {
        return None;
    };
    let message = landed.outcome.as_ref().ok().copied().flatten();
    match landed.polled.clone()? {
        Polled::Opened { poll } => Some(Aftermath::PollOpened {
            id,
            poll,
            message: message?,
        }),
        Polled::Stopped { counts } => Some(Aftermath::PollStopped { id, counts }),
    }
}

/// A picture that went up has a name now.
fn uploaded(landed: &Landed) -> Option<Aftermath> {
    let shown = landed.shown.as_ref()?;
    Some(Aftermath::Uploaded {
        broadcast: shown.broadcast,
        file: shown.file.clone()?,
    })
}

fn again(now: DateTime<Utc>, after: Duration, reason: String) -> Settlement {
    Settlement::Waiting {
        not_before: later(now, after),
        reason: Some(reason),
        tried: true,
    }
}

/// A fault that is the picture's and not the message's: others' messages would meet it as well.
fn of_picture(landed: &Landed, fault: &CallFault, now: DateTime<Utc>) -> Option<Meaning> {
    let shown = landed.shown.as_ref()?;
    let (broadcast, attempts) = (shown.broadcast, landed.row.attempts);
    let (class, reason, aftermath) = match &shown.used {
        None => {
            let Verdict::Rejected { reason } = verdict(fault, attempts, false) else {
                return None;
            };
            let refused = Aftermath::PictureRefused {
                broadcast,
                reason: reason.clone(),
            };
            ("picture_refused", reason, refused)
        }
        Some(file) if loses_file(fault, attempts) => {
            let lost = Aftermath::FileLost {
                broadcast,
                file: file.clone(),
            };
            ("file_lost", fault.to_string(), lost)
        }
        Some(_) => return None,
    };
    metric::message_retried(class);
    Some(Meaning {
        settlement: again(now, Duration::ZERO, reason),
        aftermath: Some(aftermath),
        flood: None,
    })
}

/// So much later; what no calendar holds is the end of time.
pub(super) fn later(now: DateTime<Utc>, after: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(after)
        .ok()
        .and_then(|after| now.checked_add_signed(after))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}
