//! The steps of an item that ask for more than a tap: more time, handing up (S28) and its answer, reassigning. Who
//! may take a step is the machine's to say, asked anew at every press and every word.

mod extension;
mod hand;
mod handed;
mod reassign;

use super::item as page;
use super::items;
use super::outcome::{Effect, Outcome};
use super::party;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::{Action, Ask};
use crate::domain::asks::{Answer, Draft, Of};
use crate::domain::dialogue::Dialogue;
use crate::domain::grant::{Role, Scope};
use crate::domain::ids::ItemId;
use crate::domain::item::{Refusal, Step, Taken, Verb, Why};
use crate::domain::notice::Notice;
use crate::store::item::LedgerRow;
use crate::store::{Result, grant, item as store};

pub(super) use extension::heard;
pub(super) use handed::handed;

/// A step was chosen on the item's page: asks what belongs to it.
pub(super) async fn begin(
    verb: Verb,
    item: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = open(verb, item, person, desk, view, outcome).await? else {
        return Ok(());
    };
    match verb {
        Verb::AskExtension => {
            extension::until(&row, String::new(), None, person, desk, view, outcome);
            Ok(())
        }
        Verb::HandUp => hand::up(&row, person, desk, view, outcome).await,
        Verb::TakeUp => hand::when(&row, None, person, desk, view, outcome).await,
        Verb::SendBack => hand::back(&row, person, desk, view, outcome).await,
        Verb::Reassign => reassign::whom(&row, 0, None, person, desk, view, outcome).await,
        _ => Ok(()),
    }
}

/// One of the buttons.
pub(super) async fn pressed(
    ask: Ask,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match ask {
        Ask::Until { item, on } => extension::chosen(item, on, person, desk, view, outcome).await,
        Ask::Up { item, to } => hand::to(item, to, person, desk, view, outcome).await,
        Ask::UpFor { item, to, reason } => {
            hand::because(item, to, reason.kept(), person, desk, view, outcome).await
        }
        Ask::By { item, on } => hand::by(item, on, person, desk, view, outcome).await,
        Ask::TakeUp { item, on, whom } => {
            hand::take_up(item, on, whom, person, desk, view, outcome).await
        }
        Ask::Page { item, page } => {
            let row = open(Verb::Reassign, item, person, desk, view, outcome).await?;
            match row {
                Some(row) => reassign::whom(&row, page, None, person, desk, view, outcome).await,
                None => Ok(()),
            }
        }
        Ask::Look { item, to } => reassign::look(item, to, person, desk, view, outcome).await,
        Ask::Set { item, to, seen } => {
            reassign::set(item, (to, seen), person, desk, view, outcome).await
        }
        Ask::Cancel => {
            turn(Answer::Cancelled, desk, outcome);
            Ok(())
        }
    }
}

/// What was said to a question; false: it is no answer to it.
pub(super) async fn said(
    draft: Draft,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: None,
    });
    match draft {
        Draft::Extension { item, to, why } => {
            extension::said((item, to, why), text, person, desk, view, outcome).await
        }
        Draft::HandUp { item, to } => {
            let why = crate::domain::kept::typed(text);
            hand::because(item, to, why, person, desk, view, outcome).await?;
            Ok(true)
        }
        Draft::TakeUp { item, on } => {
            hand::said((item, on), text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Draft::SendBack { item } => {
            hand::send_back(item, text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Draft::Reassign { item } => {
            reassign::said(item, text, person, desk, view, outcome).await?;
            Ok(true)
        }
    }
}

/// The item, held, if that step is open to him; else he has been answered why it is not.
async fn open(
    verb: Verb,
    item: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<LedgerRow>> {
    let asked = items::asked(item, verb, person, view).await?;
    let found = answered(verb, item, asked, person, desk, view, outcome).await?;
    Ok(found.map(|(row, ())| row))
}

/// The step, if the machine allows it; else he has been answered why not.
async fn take(
    item: ItemId,
    step: Step,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<(LedgerRow, Taken)>> {
    let verb = step.verb();
    let tried = items::tried(item, step, person, view).await?;
    answered(verb, item, tried, person, desk, view, outcome).await
}

/// What the machine allows; of what it refuses he is told why.
async fn answered<T>(
    verb: Verb,
    item: ItemId,
    found: Option<(LedgerRow, std::result::Result<T, Refusal>)>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<(LedgerRow, T)>> {
    match found {
        None => {
            denied(verb, item, person, outcome);
            outcome.push(desk.say(page::gone()));
            Ok(None)
        }
        Some((row, Ok(allowed))) => Ok(Some((row, allowed))),
        Some((row, Err(refusal))) => {
            refuse(&row, verb, refusal, person, desk, view, outcome).await?;
            Ok(None)
        }
    }
}

async fn refuse(
    row: &LedgerRow,
    verb: Verb,
    refusal: Refusal,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Some(quicker) = quicker(row, verb, person, view).await? {
        say(quicker, desk, outcome);
        return Ok(());
    }
    if matches!(refusal.why, Why::NotYours | Why::NotYourPart | Why::Own) {
        denied(verb, ItemId(row.id), person, outcome);
    }
    if refusal.why == Why::NotYours {
        outcome.push(desk.say(page::hidden(row)));
    } else {
        say(
            Answer::Refused {
                of: of(row),
                refusal,
            },
            desk,
            outcome,
        );
    }
    Ok(())
}

/// Who answered a hand-up before him, if he may answer for that unit too.
async fn quicker(
    row: &LedgerRow,
    verb: Verb,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<Answer>> {
    if !matches!(verb, Verb::TakeUp | Verb::SendBack) || row.offered_to.is_some() {
        return Ok(None);
    }
    let id = ItemId(row.id);
    let Some(hand) = store::last_hand(view.tx, id).await? else {
        return Ok(None);
    };
    if !Taker::of(person, view).await?.takes(&hand.to_path) {
        return Ok(None);
    }
    let answers = [Verb::TakeUp, Verb::SendBack];
    let history = store::history(view.tx, id).await?;
    let last = history.into_iter().rev().find_map(|event| {
        let verb = answers.into_iter().find(|verb| verb.name() == event.kind)?;
        Some((verb, event.by, event.name.unwrap_or_default()))
    });
    Ok(last
        .filter(|(_, by, _)| *by != Some(person.cadre.id))
        .map(|(verb, _, by)| Answer::Quicker {
            of: of(row),
            by,
            verb,
        }))
}

/// The units whose hand-ups somebody may answer.
struct Taker {
    heads: Option<String>,
    scope: Scope,
}

impl Taker {
    async fn of(person: &Person, view: &mut View<'_>) -> Result<Self> {
        let grants = grant::of(view.tx, person.cadre.id).await?;
        let is_head = party::is_head(&view.service.campaign, &person.cadre.traits);
        Ok(Self {
            heads: is_head.then(|| person.cadre.unit_path.clone()),
            scope: Scope::of(&grants, Role::Liaison).and(Scope::of(&grants, Role::Office)),
        })
    }

    fn takes(&self, path: &str) -> bool {
        self.heads.as_deref() == Some(path) || self.scope.covers(path)
    }
}

fn denied(verb: Verb, item: ItemId, person: &Person, outcome: &mut Outcome) {
    outcome.push(Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: verb.name().to_owned(),
        object: format!("item {item}"),
        allowed: false,
    });
}

/// A button that nobody was given: nothing changes, and it is put on record.
fn forged(ask: Ask, person: &Person, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "press".to_owned(),
        object: Action::Ask(ask).encode(),
        allowed: false,
    });
    outcome.push(desk.say(Notice::Stale));
}

fn of(row: &LedgerRow) -> Of {
    Of {
        item: ItemId(row.id),
        no: row.no.clone(),
        content: row.content.clone(),
    }
}

fn wait(draft: Draft, person: &Person, outcome: &mut Outcome) {
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Ask(draft)),
    });
}

fn say(answer: Answer, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(desk.say(Notice::Ask(Box::new(answer))));
}

/// The answer in the place of the question whose button was pressed.
fn turn(answer: Answer, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(desk.turn_into(Notice::Ask(Box::new(answer))));
}
