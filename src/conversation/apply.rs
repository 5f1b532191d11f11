//! The one place where an update's effects are written.

mod group;
mod item;
mod session;

use chrono::{DateTime, Utc};

use super::outcome::{Effect, Moving, NewEntry, Outcome};
use crate::domain::entry::Event;
use crate::domain::ids::{CadreId, EntryId, TelegramId, UpdateId};
use crate::domain::news::News;
use crate::outbox::payload::Payload;
use crate::planner;
use crate::store::outbox::{Lane, NewRow};
use crate::store::{
    Result, Tx, assignment, audit, dialogue as dialogues, entry, evidence, invite, leave, link,
    news, opinion, outbox, posting, postponement, quiet, quota,
};

/// Chat, person, message to edit, what to say.
type Letter = (i64, Option<CadreId>, Option<i64>, Payload);

/// Writes everything the update leads to.
pub(super) async fn apply(
    tx: &mut Tx,
    update: UpdateId,
    outcome: Outcome,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut answers = Vec::new();
    let mut recorded = None;
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
            Effect::Record(new) => recorded = Some(record(tx, &new, update, now).await?),
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
            Effect::Attach {
                entry,
                material,
                by,
            } => {
                if let Some(entry) = entry.or(recorded) {
                    evidence::insert(tx, entry, &material, by, update, now).await?;
                }
            }
            Effect::Tell { cadre, news: told } => news::insert(tx, cadre, &told, now).await?,
            effect @ (Effect::SetQuota(_)
            | Effect::Move(_)
            | Effect::TakeLeave { .. }
            | Effect::WithdrawLeave { .. }) => changed(tx, effect, update, now).await?,
            effect @ (Effect::TellRecorded { .. }
            | Effect::TellAll(_)
            | Effect::Untell { .. }
            | Effect::Opine(_)
            | Effect::Assign { .. }
            | Effect::EndAssignment { .. }) => besides(tx, effect, update, now).await?,
            Effect::Await { account, dialogue } => {
                dialogues::set(tx, account, dialogue.as_ref(), now).await?;
            }
            Effect::Session(change) => session::apply(tx, update, change, now).await?,
            effect
            @ (Effect::Postpone { .. } | Effect::Again { .. } | Effect::KeepQuiet { .. }) => {
                paced(tx, effect, update, now).await?;
            }
            effect @ (Effect::Step { .. }
            | Effect::Mute { .. }
            | Effect::OpenItem(_)
            | Effect::AttachToItem { .. }) => item::happened(tx, effect, update, now).await?,
            Effect::Speak { account, language } => link::speak(tx, account, language).await?,
            Effect::Reach { account, reachable } => {
                reach(tx, account, reachable, update, now).await?;
            }
            Effect::Open { account } => {
                link::open(tx, account, update.bot(), now).await?;
                outbox::follow(tx, account, update.bot()).await?;
            }
            effect @ (Effect::Group(_) | Effect::Polled { .. } | Effect::MoveChat { .. }) => {
                group::happened(tx, effect, update, now).await?;
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
    outbox::insert(tx, &letters(update, answers, now), now).await?;
    Ok(())
}

/// The answers as rows of the outbox.
fn letters(update: UpdateId, answers: Vec<Letter>, now: DateTime<Utc>) -> Vec<NewRow> {
    (0..)
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
        .collect()
}

/// What somebody owes from now on, where he serves, or when he is away.
async fn changed(tx: &mut Tx, effect: Effect, update: UpdateId, now: DateTime<Utc>) -> Result<()> {
    match effect {
        Effect::SetQuota(new) => quota::insert(tx, &new, now).await,
        Effect::Move(moving) => moved(tx, *moving, now).await,
        Effect::TakeLeave { cadre, leave, by } => {
            leave::insert(tx, cadre, &leave, by, update, now).await
        }
        Effect::WithdrawLeave { leave, by } => leave::withdraw(tx, leave, by, now).await,
        _ => Ok(()),
    }
}

/// What somebody wants of his own pace: later, or quieter.
async fn paced(tx: &mut Tx, effect: Effect, update: UpdateId, now: DateTime<Utc>) -> Result<()> {
    match effect {
        Effect::Postpone {
            cadre,
            slot,
            on,
            until,
        } => postponement::insert(tx, cadre, (&slot, on), until, update, now).await,
        Effect::Again {
            cadre,
            bot,
            account,
            plan,
            at,
        } => {
            let row = planner::again(bot, account, cadre, &plan, at);
            outbox::insert(tx, &[row], now).await.map(|_| ())
        }
        Effect::KeepQuiet { cadre, own } => quiet::insert(tx, cadre, own, update, now).await,
        _ => Ok(()),
    }
}

/// The account took the bot back, or refuses it from now on.
async fn reach(
    tx: &mut Tx,
    account: TelegramId,
    reachable: bool,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    let bot = update.bot();
    link::set_reachable(tx, account, bot, reachable, now).await?;
    if !reachable {
        let reason = "the person stopped the bot";
        outbox::close_for_chat(tx, bot, account.0, reason).await?;
    }
    Ok(())
}

/// Records an entry; the one in whose place it stands is withdrawn with it, and what hangs on that one goes
/// over to it, its evidence too.
async fn record(
    tx: &mut Tx,
    new: &NewEntry,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<EntryId> {
    let id = entry::insert(tx, new, update, now).await?;
    if let Some(old) = new.corrects {
        evidence::carry(tx, old, id).await?;
        let by = new.recorded_by.unwrap_or(new.cadre);
        entry::happened(tx, old, Event::Withdrawn, by, "corrected", now).await?;
        opinion::follow(tx, old, id).await?;
        if new.recorded_by.is_some() {
            news::follow(tx, new.cadre, old, id).await?;
        }
    }
    Ok(id)
}

/// Writes what goes along with records: news of them, what was heard, contact points.
async fn besides(tx: &mut Tx, effect: Effect, update: UpdateId, now: DateTime<Utc>) -> Result<()> {
    match effect {
        Effect::TellRecorded { cadre, by } => {
            tell_recorded(tx, cadre, &by, update, now).await?;
        }
        Effect::TellAll(told) => news::insert_all(tx, &told, now).await?,
        Effect::Untell { cadre, entries } => {
            let gone: Vec<_> = entries.into_iter().map(|entry| (entry, cadre)).collect();
            news::forget(tx, &gone, now).await?;
        }
        Effect::Opine(new) => opinion::insert(tx, &new, update, now).await?,
        Effect::Assign {
            cadre,
            unit,
            duty,
            by,
        } => {
            assignment::assign(tx, cadre, unit, &duty, Some(by), now).await?;
        }
        Effect::EndAssignment { assignment } => {
            assignment::end(tx, assignment, now).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Has somebody told of what the update recorded for him.
async fn tell_recorded(
    tx: &mut Tx,
    cadre: CadreId,
    by: &str,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    let recorded = entry::of_update(tx, update).await?;
    for entry in recorded.into_iter().filter(|entry| entry.cadre == cadre) {
        let told = News::Proxy {
            entry: entry.id,
            duty: entry.duty,
            on: entry.on,
            amount: entry.amount,
            by: by.to_owned(),
        };
        news::insert(tx, cadre, &told, now).await?;
    }
    Ok(())
}

async fn moved(tx: &mut Tx, moving: Moving, now: DateTime<Utc>) -> Result<()> {
    let Moving {
        moved,
        beginning,
        today,
    } = moving;
    posting::record(tx, &[moved], beginning, today, now).await
}
