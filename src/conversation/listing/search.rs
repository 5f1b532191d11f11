//! `/search 路灯`: items by words, within what the person may see.

use super::{listed, viewer, waits};
use crate::conversation::outcome::Outcome;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::dialogue::Dialogue;
use crate::domain::listing::{self, Answer, Of};
use crate::domain::notice::Notice;
use crate::store::Result;
use crate::store::item::lists::Which;

/// The command; without words it asks for them.
pub(in crate::conversation) async fn search(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    searched(text, person, desk, view, outcome).await
}

/// What was typed to the question, or with the command.
pub(in crate::conversation) async fn searched(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(words) = listing::words(text) else {
        ask(person, desk, outcome);
        return Ok(());
    };
    let answer = found(&words, 0, person, view).await?;
    outcome.push(desk.say(Notice::Listing(answer)));
    Ok(())
}

/// What for?
pub(super) fn ask(person: &Person, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(waits(person, Dialogue::Search));
    outcome.push(desk.say(Notice::Listing(Answer::WhichWords)));
}

/// A page of what was found.
pub(super) async fn found(
    words: &str,
    page: u32,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Answer> {
    // A button that nobody was given may hold any words.
    let Some(words) = listing::words(words) else {
        return Ok(Answer::WhichWords);
    };
    let viewer = viewer(person, view).await?;
    let of = Of::Words {
        words: words.clone(),
    };
    listed(&viewer, of, Which::Words(&words), (false, page), view).await
}
