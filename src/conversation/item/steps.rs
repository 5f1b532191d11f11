//! The steps of an item: at one tap, or after a question for the words that belong to them. Of two people who press
//! at once one wins, and the other is told what happened.

use super::{Looked, attempt, held, history, say};
use crate::conversation::asks;
use crate::conversation::items;
use crate::conversation::outcome::{Effect, Outcome};
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::dialogue::Dialogue;
use crate::domain::ids::ItemId;
use crate::domain::item::{Answer, Refusal, Step, Taken, Top, Verb, What, Why, take};
use crate::domain::kept::typed;
use crate::store::Result;

/// What a button claims: which step of which item, and how many events its presser has seen.
type Claim = (ItemId, Verb, Option<usize>);

/// A step's button: the step is taken, or what belongs to it is asked.
pub(super) async fn pressed(
    claim: Claim,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (item, verb, _) = claim;
    match verb {
        // Their flows ask for days, people and units.
        Verb::AskExtension | Verb::HandUp | Verb::TakeUp | Verb::SendBack | Verb::Reassign => {
            asks::begin(verb, item, person, desk, view, outcome).await
        }
        Verb::Report | Verb::Return | Verb::Refuse | Verb::Reopen | Verb::Cancel => {
            ask(claim, person, desk, view, outcome).await
        }
        Verb::Submit
        | Verb::Accept
        | Verb::Begin
        | Verb::Withdraw
        | Verb::Approve
        | Verb::Grant => because(claim, String::new(), person, desk, view, outcome).await,
    }
}

/// What is to be said with the step?
async fn ask(
    claim: Claim,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (id, verb, _) = claim;
    let Some(mut looked) = held(id, verb.name(), person, desk, view, outcome).await? else {
        return Ok(());
    };
    // Any words will do to see whether it may be said at all.
    if let Err(top) = tried(&looked, claim, verb.name().to_owned(), view) {
        return refuse(&mut looked, verb, top, person, desk, view, outcome).await;
    }
    let seen = looked.happened.len();
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Item {
            item: id,
            verb,
            seen,
        }),
    });
    let answer = Answer::Ask {
        item: id,
        no: looked.row.no,
        content: looked.row.content,
        verb,
        seen,
    };
    say(answer, person, desk, view, outcome).await
}

/// What was asked for, in words.
#[expect(
    clippy::too_many_arguments,
    reason = "a question's parts, and where to answer"
)]
pub(in crate::conversation) async fn said(
    item: ItemId,
    verb: Verb,
    seen: usize,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    // Progress is told whatever else has happened; what is judged must have been seen.
    let claim = (item, verb, verb.judges().then_some(seen));
    because(claim, typed(text), person, desk, view, outcome).await
}

/// The step with these words.
pub(super) async fn because(
    claim: Claim,
    words: String,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (id, verb, _) = claim;
    let Some(mut looked) = held(id, verb.name(), person, desk, view, outcome).await? else {
        return Ok(());
    };
    let taken = match tried(&looked, claim, words, view) {
        Ok(taken) => taken,
        Err(top) => return refuse(&mut looked, verb, top, person, desk, view, outcome).await,
    };
    items::happen(&looked.row, taken.clone(), outcome);
    looked.took(&taken, person, view);
    let invites = matches!(taken.step(), Step::Submit { .. });
    if invites {
        outcome.push(wait(id, person));
    }
    let page = looked.page(Some(Top::Done { invites }), view);
    say(page, person, desk, view, outcome).await
}

/// What the machine says to it; what else happened since the presser looked outweighs that.
fn tried(
    looked: &Looked,
    (_, verb, seen): Claim,
    words: String,
    view: &View<'_>,
) -> std::result::Result<Taken, Top> {
    let since = || {
        let events = history::events(&looked.happened, looked.kind.as_ref(), view);
        let last = events.into_iter().next_back();
        last.filter(|event| event.deed.what != What::Assigned)
            .map(|event| Top::Since { event })
    };
    if seen.is_some_and(|seen| seen != looked.happened.len())
        && let Some(top) = since()
    {
        return Err(top);
    }
    let refused = |why| Top::Refused { why };
    let (Some(kind), Some(step)) = (&looked.kind, verb.with(words)) else {
        return Err(refused(Why::NoSuchStep));
    };
    let state = looked.row.state();
    take(&state, kind, step, &looked.party, &looked.ground).map_err(|Refusal { why, .. }| {
        let overtaken = matches!(why, Why::NotNow { .. } | Why::NothingAsked);
        let since = if overtaken { since() } else { None };
        since.unwrap_or_else(|| refused(why))
    })
}

/// Nothing changed: why, and below it what is possible instead.
async fn refuse(
    looked: &mut Looked,
    verb: Verb,
    top: Top,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let id = ItemId(looked.row.id);
    match &top {
        Top::Refused {
            why: Why::NotYours | Why::NotYourPart | Why::Own,
        } => outcome.push(attempt(person, verb.name(), id, false)),
        Top::Refused {
            why: Why::NoEvidence,
        } => outcome.push(wait(id, person)),
        _ => {}
    }
    let page = looked.page(Some(top), view);
    say(page, person, desk, view, outcome).await
}

/// Evidence may follow, or words in its place.
pub(super) fn wait(item: ItemId, person: &Person) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::ItemEvidence { item }),
    }
}
