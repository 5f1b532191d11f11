//! A slot's message that comes once more that day, because its reader wanted it later.

use chrono::{DateTime, Utc};

use crate::domain::digest::DigestPlan;
use crate::domain::ids::{BotId, CadreId, TelegramId};
use crate::outbox::payload::Payload;
use crate::store::outbox::{Lane, NewRow};

/// Its outbox row. What it says is looked up when its turn comes, as of the first: done meanwhile, it is closed.
/// One a person, slot and day, whatever he presses. Its key begins as those of the slot's digests, so that the
/// next occurrence folds it, and names no occurrence, so that it never stands for one that is missing.
pub fn row(
    bot: BotId,
    account: TelegramId,
    cadre: CadreId,
    plan: &DigestPlan,
    at: DateTime<Utc>,
) -> NewRow {
    NewRow {
        bot,
        lane: Lane::Reminder,
        kind: "digest".to_owned(),
        cadre: Some(cadre),
        chat: account.0,
        dedupe_key: format!("digest:{}:later:{}:{cadre}", plan.slot, plan.on),
        payload: Payload::Digest(DigestPlan {
            again: true,
            // Said once.
            out_of_reach: Vec::new(),
            escalated: Vec::new(),
            ..plan.clone()
        }),
        edits: None,
        not_before: at,
    }
}
