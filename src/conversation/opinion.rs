//! `/opinions`: what people asked for, to whoever cares for the units.

use super::office;
use super::outcome::Outcome;
use super::proxy::denied;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::ids::OpinionId;
use crate::domain::notice::{Command, Notice};
use crate::store::{Result, opinion};

/// Opinions that a page shows.
const SHOWN: usize = 8;

/// The latest page; a polite no to everybody else.
pub(super) async fn command(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let allowed = !view.care_scope(person).await?.is_empty();
    outcome.push(office::attempt(desk, Command::Opinions, "", allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    page(None, person, desk, view, outcome).await
}

/// Those before one of them.
pub(super) async fn page(
    before: Option<OpinionId>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    if scope.is_empty() {
        denied("opinions", "page", person, desk, outcome);
        return Ok(());
    }
    let opinions = opinion::page(view.tx, &scope, before, SHOWN).await?;
    outcome.push(desk.turn_into(Notice::Opinions(opinions)));
    Ok(())
}
