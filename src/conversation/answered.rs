//! The answer, in words, to what somebody was asked last.

use super::outcome::Outcome;
use super::router::{Desk, forget_question};
use super::view::{Person, View};
use super::{
    answering, asks, correction, dispatch, dispute, draft, evidence, item, listing, opening,
    promise, queue, quota, session,
};
use crate::domain::action::QuotaDraft;
use crate::domain::dialogue::Dialogue;
use crate::domain::evidence::Material;
use crate::domain::reply::{self, Heard};
use crate::store::Result;

/// The answer to what was asked last; false: it is none, and to be read as if nothing had been asked.
pub(super) async fn answered(
    dialogue: Dialogue,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    if matches!(
        dialogue,
        Dialogue::Reject { .. }
            | Dialogue::Answer { .. }
            | Dialogue::Evidence { .. }
            | Dialogue::MoreEvidence { .. }
            | Dialogue::Item { .. }
            | Dialogue::ItemEvidence { .. }
            | Dialogue::MoreItemEvidence { .. }
    ) {
        outcome.push(forget_question(person));
    }
    match dialogue {
        Dialogue::Record(draft) => {
            if draft::said(draft, text, person, desk, view, outcome).await? {
                return Ok(true);
            }
            outcome.push(forget_question(person));
        }
        // Who says meanwhile that he is away is understood all the same.
        Dialogue::QuotaName { .. } | Dialogue::QuotaAmount { .. }
            if reply::leave(text, view.today) != Heard::NoLeave => {}
        Dialogue::QuotaName { duty } => {
            quota::named(text, &duty, person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::QuotaAmount { duty, of, rank } => {
            let draft = QuotaDraft {
                duty,
                of,
                rank,
                amount: None,
            };
            quota::written(text, draft, person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::Reject { entry } => {
            queue::said(entry, text, person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::Answer { entry } => {
            answering::said(entry, text, None, person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::Evidence { entry }
            if evidence::are_evidence(&view.service.campaign, text, view.today) =>
        {
            evidence::said(entry, text, person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::Session { draft } => {
            session::said(text, draft, person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::Roll { session } => {
            if session::named(text, session, person, desk, view, outcome).await? {
                return Ok(true);
            }
        }
        Dialogue::Dispute { entry, about } => {
            dispute::said(text, (entry, about), person, desk, view, outcome).await?;
            return Ok(true);
        }
        Dialogue::Change { update } if reply::leave(text, view.today) == Heard::NoLeave => {
            correction::said(update, text, person, desk, view, outcome).await?;
            return Ok(true);
        }
        dialogue @ (Dialogue::Report { .. }
        | Dialogue::Item { .. }
        | Dialogue::ItemEvidence { .. }
        | Dialogue::Promise { .. }
        | Dialogue::Ask(_)
        | Dialogue::Search
        | Dialogue::NewItem { .. }) => {
            return of_ledger(dialogue, text, person, desk, view, outcome).await;
        }
        // A button is awaited, or evidence; whatever is written instead is heard as always.
        Dialogue::Change { .. }
        | Dialogue::Again { .. }
        | Dialogue::Evidence { .. }
        | Dialogue::MoreEvidence { .. }
        | Dialogue::MoreItemEvidence { .. } => {}
    }
    Ok(false)
}

/// The same, of a question about an item.
async fn of_ledger(
    dialogue: Dialogue,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    match dialogue {
        Dialogue::Report { item } => {
            dispatch::said(item, text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Dialogue::Item { item, verb, seen } => {
            item::said(item, verb, seen, text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Dialogue::ItemEvidence { item }
            if evidence::are_evidence(&view.service.campaign, text, view.today) =>
        {
            let material = Material::words_alone(text);
            item::sent(item, &material, None, person, desk, view, outcome).await?;
            Ok(true)
        }
        Dialogue::Promise { draft } => {
            if promise::said(draft, text, person, desk, view, outcome) {
                return Ok(true);
            }
            outcome.push(forget_question(person));
            Ok(false)
        }
        Dialogue::Ask(draft) => asks::said(draft, text, person, desk, view, outcome).await,
        Dialogue::Search => {
            outcome.push(forget_question(person));
            listing::searched(text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Dialogue::NewItem { draft } if reply::leave(text, view.today) == Heard::NoLeave => {
            opening::said(text, draft, person, desk, view, outcome).await
        }
        // Evidence is awaited, or a button.
        _ => Ok(false),
    }
}
