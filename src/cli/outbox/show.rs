//! `duban outbox show`: everything of one message, and its words as they would be sent now.

use super::super::Done;
use super::super::print::say;
use super::super::trouble::Trouble;
use super::{local, one_line};
use crate::books::Books;
use crate::domain::ids::{BroadcastId, CadreId, OutboxId, TelegramId};
use crate::outbox::payload::Payload;
use crate::planner::{self, Fresh, Turn};
use crate::store::outbox::{self, Lane, Whole};
use crate::store::{broadcast, link};
use crate::text::{self, Rendered};

pub(super) async fn show(books: &Books, id: OutboxId) -> Result<Done, Trouble> {
    let mut tx = books.store.read().await?;
    let row = outbox::whole(&mut tx, id).await?;
    tx.commit().await?;
    let row = row.ok_or_else(|| {
        Trouble::new(
            format!("the outbox has no message {id}"),
            "`duban outbox list` and `duban export outbox` tell the numbers there are",
        )
    })?;
    for (name, value) in fields(books, &row) {
        say(format!("{name}: {value}"));
    }
    say("payload:");
    say(pretty(&row.payload));
    say("words:");
    say(words(books, id, &row).await?);
    Ok(Done::Well)
}

/// The columns, named as in the export; empty ones are left out.
fn fields(books: &Books, row: &Whole) -> Vec<(&'static str, String)> {
    let at = |millis: Option<i64>| millis.map(|millis| local(books, millis));
    let lane = Lane::from_number(row.lane)
        .map_or_else(|| row.lane.to_string(), |lane| lane.name().to_owned());
    [
        ("id", Some(row.id.to_string())),
        ("state", Some(row.state.clone())),
        ("bot", row.bot.clone()),
        ("lane", Some(lane)),
        ("kind", Some(row.kind.clone())),
        ("cadre", row.key.clone()),
        ("name", row.name.clone()),
        ("unit", row.path.clone()),
        ("chat_id", Some(row.chat_id.to_string())),
        ("dedupe_key", Some(row.dedupe_key.clone())),
        ("edits", row.edits.map(|message| message.to_string())),
        (
            "message_id",
            row.message_id.map(|message| message.to_string()),
        ),
        ("created_at", at(Some(row.created_at))),
        ("not_before", at(Some(row.not_before))),
        ("attempts", Some(row.attempts.to_string())),
        ("sent_at", at(row.sent_at)),
        ("dead_at", at(row.dead_at)),
        ("reason", row.reason.as_deref().map(one_line)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

/// JSON over several lines; what is none as it stands.
fn pretty(payload: &str) -> String {
    serde_json::from_str::<serde_json::Value>(payload)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_| payload.to_owned())
}

/// What its reader would see if it were sent now, or why he would not.
async fn words(books: &Books, id: OutboxId, row: &Whole) -> Result<String, Trouble> {
    let payload: Payload = match serde_json::from_str(&row.payload) {
        Ok(payload) => payload,
        Err(error) => return Ok(format!("none: the payload cannot be read: {error}")),
    };
    let plan = match payload {
        Payload::Letter { language, notice } => {
            let words = text::render(&books.campaign, language, &notice);
            return Ok(as_seen(&words));
        }
        Payload::Poll { language, said, .. } => {
            let ballot = text::ballot(&books.campaign, language, &said);
            return Ok([vec![ballot.question], ballot.options].concat().join("\n"));
        }
        Payload::StopPoll { .. } => return Ok("none: it ends a poll".to_owned()),
        Payload::Digest(plan) => plan,
        Payload::Broadcast { id } => return announcement(books, id, row).await,
    };
    let Some(cadre) = row.cadre_id.map(CadreId) else {
        return Ok("none: a digest for nobody".to_owned());
    };
    let turn = Turn {
        row: id,
        cadre,
        plan,
    };
    let fresh = planner::refresh(books, &[turn]).await?.remove(&id);
    Ok(match fresh {
        Some(Fresh::Send { language, notice }) => {
            as_seen(&text::render(&books.campaign, language, &notice))
        }
        Some(Fresh::Park { until, reason }) => {
            let until = local(books, until.timestamp_millis());
            format!("none now: {reason}, until {until}")
        }
        Some(Fresh::Close { reason }) => format!("none: it would be closed: {reason}"),
        None => "none: nothing is known of it".to_owned(),
    })
}

/// What its reader would see of a broadcast.
async fn announcement(books: &Books, id: BroadcastId, row: &Whole) -> Result<String, Trouble> {
    let mut tx = books.store.read().await?;
    let kept = broadcast::bodies(&mut tx, &[id]).await?.remove(&id);
    let link = link::of_account(&mut tx, TelegramId(row.chat_id)).await?;
    tx.commit().await?;
    let language = link.map_or(books.campaign.language, |link| link.language);
    Ok(kept.map_or_else(
        || "none: there is no such broadcast".to_owned(),
        |kept| as_seen(&text::announcement(kept.body.text(language))),
    ))
}

/// The text, then a line for each row of buttons.
fn as_seen(words: &Rendered) -> String {
    let rows = words.keyboard.iter().map(|row| {
        let labels: Vec<String> = row
            .iter()
            .map(|button| format!("[{}]", button.label))
            .collect();
        labels.join(" ")
    });
    let mut lines = vec![words.text.clone()];
    lines.extend(rows);
    lines.join("\n")
}
