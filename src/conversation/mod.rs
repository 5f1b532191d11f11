//! What the bot answers: a file a flow. Flows read through the [`View`] and decide; `apply` alone
//! writes. One update is one transaction: what it records, its answers, and the mark that it is done.

pub mod input;
pub mod outcome;
mod party;

mod account;
mod again;
mod answered;
mod answering;
mod apply;
mod asks;
mod assignment;
mod away;
mod check_in;
mod correction;
mod dispatch;
mod dispute;
mod draft;
mod evidence;
mod group;
mod history;
mod item;
mod items;
mod label;
mod later;
mod leave;
mod linking;
mod listing;
mod movement;
mod mute;
mod office;
mod opening;
mod opinion;
mod personal;
mod press;
mod promise;
mod proxy;
mod publication;
mod queue;
mod quiet;
mod quota;
mod record;
mod recorded;
mod router;
mod sentence;
mod session;
mod undelivered;
mod unit;
mod view;

pub use linking::{CODE_ALPHABET, CODE_LENGTH};
pub use router::menu;

use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::service::Service;
use crate::store::{Result, Tx};
use input::{Input, What};
use outcome::{Effect, Outcome, Say};
use view::View;

/// Handles one update within a transaction: decides, then writes what was decided.
///
/// # Errors
/// When the database fails; nothing of the update is kept then.
pub async fn process(tx: &mut Tx, service: &Service, input: &Input) -> Result<()> {
    let now = service.clock.now();
    let outcome = {
        let mut view = View::new(tx, service, input.update, now);
        router::handle(input, &mut view).await?
    };
    apply::apply(tx, input.update, outcome, now).await
}

/// Writes the answer to an update that could not be handled: somebody is told, nothing is recorded.
///
/// # Errors
/// When the database fails.
pub async fn apologise(tx: &mut Tx, service: &Service, input: &Input) -> Result<()> {
    let mut outcome = Outcome::default();
    if input.chat.private
        && matches!(
            input.what,
            What::Text { .. } | What::Media(_) | What::Press { .. }
        )
    {
        outcome.push(Effect::Say(Say {
            chat: input.chat.id,
            cadre: None,
            language: language_of(input, service),
            notice: Notice::Fault,
            edits: None,
        }));
    }
    apply::apply(tx, input.update, outcome, service.clock.now()).await
}

/// What somebody reads whose own choice is not known: his app's language, else the campaign's.
fn language_of(input: &Input, service: &Service) -> Language {
    input
        .from
        .as_ref()
        .and_then(|sender| sender.language_code.as_deref())
        .and_then(Language::from_telegram)
        .unwrap_or(service.campaign.language)
}
