//! What becomes of a group: whose it is, and what is published there.

use chrono::{DateTime, Utc};

use crate::conversation::outcome::Effect;
use crate::domain::group::{Change, Publication};
use crate::domain::ids::UpdateId;
use crate::outbox::payload::Payload;
use crate::store::outbox::{self, Lane, NewRow};
use crate::store::{Result, Tx, group, poll};

/// Writes it, how a poll stands, or under which id a group goes on.
pub(super) async fn happened(
    tx: &mut Tx,
    effect: Effect,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    match effect {
        Effect::Group(change) => apply(tx, change, now).await,
        Effect::Polled { poll, counts } => poll::counted(tx, &poll, update.bot(), counts).await,
        Effect::MoveChat { from, to } => {
            outbox::move_chat(tx, from, to).await?;
            group::move_chat(tx, from, to, now).await
        }
        _ => Ok(()),
    }
}

async fn apply(tx: &mut Tx, change: Change, now: DateTime<Utc>) -> Result<()> {
    match change {
        Change::Bind {
            chat,
            bot,
            unit,
            title,
            by,
        } => group::bind(tx, (chat, bot), unit, &title, by, now).await,
        Change::End { chat, bot } => group::end(tx, chat, bot, now).await.map(drop),
        Change::Listed { chat } => group::listed(tx, chat, now).await,
        Change::Publish(publication) => publish(tx, *publication, now).await,
    }
}

/// Once a group, whoever presses how often.
async fn publish(tx: &mut Tx, publication: Publication, now: DateTime<Utc>) -> Result<()> {
    if !group::publish(tx, &publication, now).await? {
        return Ok(());
    }
    let row = NewRow {
        bot: publication.bot,
        lane: Lane::Answer,
        kind: "publication".to_owned(),
        cadre: None,
        chat: publication.chat,
        dedupe_key: format!("publication:{}:{}", publication.item, publication.chat),
        payload: Payload::Letter {
            language: publication.language,
            notice: publication.notice,
        },
        edits: None,
        not_before: now,
    };
    outbox::insert(tx, &[row], now).await.map(drop)
}
