//! An item's buttons, and 已完成.

use super::item as page;
use super::outcome::{Effect, Outcome};
use super::party;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::item::Press;
use crate::domain::campaign::ItemKind;
use crate::domain::ids::ItemId;
use crate::domain::item::{Ground, Party, Refusal, State, Step, Taken, Verb, Why, allowed, take};
use crate::domain::notice::{DueItem, Notice};
use crate::store::item::LedgerRow;
use crate::store::{Result, item};

/// A button of an item.
pub(super) async fn pressed(
    press: Press,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    page::pressed(press, person, desk, view, outcome).await
}

/// What the machine allowed happens.
pub(super) fn happen(row: &LedgerRow, taken: Taken, outcome: &mut Outcome) {
    outcome.push(Effect::Step {
        item: ItemId(row.id),
        taken: Box::new(taken),
    });
}

/// 已完成: the item waits for its reviewer.
pub(super) async fn submit(
    id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let step = Step::Submit {
        words: String::new(),
    };
    let Some((row, tried)) = tried(id, step, person, view).await? else {
        refuse(id, person, desk, outcome);
        return Ok(());
    };
    match tried {
        Ok(taken) => {
            let mut item = due(&row, view);
            item.status = taken.after().status;
            happen(&row, taken, outcome);
            outcome.push(desk.say(Notice::Submitted { item }));
        }
        Err(Refusal {
            why: Why::NotNow { status },
            ..
        }) => {
            outcome.push(desk.say(Notice::ItemAlready { no: row.no, status }));
        }
        Err(Refusal {
            why: Why::NoEvidence,
            ..
        }) => {
            let verb = Verb::Submit;
            let press = Press::Step { item: id, verb };
            return page::pressed(press, person, desk, view, outcome).await;
        }
        Err(_) => refuse(id, person, desk, outcome),
    }
    Ok(())
}

/// The item, held, and what the machine says to the step; `None`: there is no such item.
pub(super) async fn tried(
    id: ItemId,
    step: Step,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<(LedgerRow, std::result::Result<Taken, Refusal>)>> {
    put(id, person, view, |state, kind, party, ground| {
        take(state, kind, step, party, ground)
    })
    .await
}

/// The same of a step of which nothing has been said yet.
pub(super) async fn asked(
    id: ItemId,
    verb: Verb,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<(LedgerRow, std::result::Result<(), Refusal>)>> {
    put(id, person, view, |state, kind, party, ground| {
        allowed(state, kind, verb, party, ground)
    })
    .await
}

/// Puts a question about an item, which is held, to the machine.
async fn put<T>(
    id: ItemId,
    person: &Person,
    view: &mut View<'_>,
    question: impl FnOnce(&State, &ItemKind, &Party, &Ground) -> T,
) -> Result<Option<(LedgerRow, T)>> {
    let Some(row) = item::hold(view.tx, id).await? else {
        return Ok(None);
    };
    let party = party::party(person, &row, view).await?;
    let ground = party::ground(&row, view).await?;
    let Some(kind) = view.service.campaign.kind(&row.kind) else {
        return Ok(None);
    };
    let answer = question(&row.state(), kind, &party, &ground);
    Ok(Some((row, answer)))
}

fn refuse(id: ItemId, person: &Person, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "submit".to_owned(),
        object: format!("item {id}"),
        allowed: false,
    });
    outcome.push(desk.say(Notice::ItemNotYours));
}

/// The row as a line of a list, by its kind.
pub(super) fn due(row: &LedgerRow, view: &View<'_>) -> DueItem {
    let kind = view.service.campaign.kind(&row.kind);
    row.item().due(kind, &view.service.calendar(), view.today)
}
