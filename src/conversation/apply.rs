//! The one place where an update's effects are written.

mod session;

use chrono::{DateTime, Utc};

use super::outcome::{Effect, NewEntry, Outcome};
use crate::domain::entry::Event;
use crate::domain::ids::UpdateId;
use crate::outbox::payload::Payload;
use crate::store::outbox::{Lane, NewRow};
use crate::store::{
    Result, Tx, audit, dialogue as dialogues, entry, invite, item, leave, link, news, outbox,
};

/// Writes everything the update leads to.
pub(super) async fn apply(
    tx: &mut Tx,
    update: UpdateId,
    outcome: Outcome,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut answers = Vec::new();
    for effect in outcome.effects {
        match effect {
            Effect::Bind {
                code,
                cadre,
                account,
                language,
            } => {
                invite::use_up(tx, &code, account, now).await?;
                link::bind(tx, cadre, account, update.bot(), language, now).await?;
            }
            Effect::WrongCode { account } => invite::record_wrong(tx, account, now).await?,
            Effect::Record(new) => record(tx, &new, update, now).await?,
            Effect::Happened {
                entries,
                event,
                by,
                reason,
            } => {
                for id in entries {
                    entry::happened(tx, id, event, by, &reason, now).await?;
                }
            }
            Effect::Tell { cadre, news: told } => news::insert(tx, cadre, &told, now).await?,
            Effect::Await { account, dialogue } => {
                dialogues::set(tx, account, dialogue.as_ref(), now).await?;
            }
            Effect::Session(change) => session::apply(tx, update, change, now).await?,
            Effect::TakeLeave { cadre, leave } => {
                leave::insert(tx, cadre, &leave, update, now).await?;
            }
            Effect::WithdrawLeave { leave, by } => leave::withdraw(tx, leave, by, now).await?,
            Effect::Submit { item, by } => {
                item::submit(tx, item, by, now).await?;
            }
            Effect::Speak { account, language } => link::speak(tx, account, language).await?,
            Effect::Reach { account, reachable } => {
                let bot = update.bot();
                link::set_reachable(tx, account, bot, reachable, now).await?;
                if !reachable {
                    let reason = "the person stopped the bot";
                    outbox::close_for_chat(tx, bot, account.0, reason).await?;
                }
            }
            Effect::Open { account } => {
                link::open(tx, account, update.bot(), now).await?;
                outbox::follow(tx, account, update.bot()).await?;
            }
            Effect::MoveChat { from, to } => {
                outbox::move_chat(tx, from, to).await?;
            }
            Effect::Audit {
                account,
                cadre,
                action,
                object,
                allowed,
            } => {
                let attempt = audit::Attempt {
                    account: Some(account),
                    cadre,
                    action: &action,
                    object: &object,
                    allowed,
                };
                audit::record(tx, &attempt, now).await?;
            }
            Effect::Say(say) => {
                let payload = Payload::Letter {
                    language: say.language,
                    notice: say.notice,
                };
                answers.push((say.chat, say.cadre, say.edits, payload));
            }
        }
    }
    let rows: Vec<NewRow> = (0..)
        .zip(answers)
        .map(|(number, (chat, cadre, edits, payload))| NewRow {
            bot: update.bot(),
            lane: Lane::Answer,
            kind: "answer".to_owned(),
            cadre,
            chat,
            // Telegram may give a number again after weeks: the time makes it another update.
            dedupe_key: format!("answer:{update}:{}:{number}", now.timestamp_millis()),
            payload,
            edits,
            not_before: now,
        })
        .collect();
    outbox::insert(tx, &rows, now).await?;
    Ok(())
}

/// Records an entry; the one in whose place it stands is withdrawn with it.
async fn record(tx: &mut Tx, new: &NewEntry, update: UpdateId, now: DateTime<Utc>) -> Result<()> {
    entry::insert(tx, new, update, now).await?;
    if let Some(old) = new.corrects {
        let by = new.recorded_by.unwrap_or(new.cadre);
        entry::happened(tx, old, Event::Withdrawn, by, "corrected", now).await?;
    }
    Ok(())
}
