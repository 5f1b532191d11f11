//! An item's buttons, and 已完成.

use super::outcome::{Effect, Outcome};
use super::party;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::item::Press;
use crate::domain::campaign::Ladder;
use crate::domain::ids::ItemId;
use crate::domain::item::{Refusal, Step, Taken, Verb, Why, take};
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
    match press {
        Press::Step {
            item,
            verb: Verb::Submit,
        } => submit(item, person, desk, view, outcome).await,
        Press::Step { item, .. } | Press::Show { item } => {
            one(item, person, desk, view, outcome).await
        }
    }
}

/// One item, as a list of it alone.
async fn one(
    id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = item::by_id(view.tx, id).await? else {
        refuse(id, person, desk, outcome);
        return Ok(());
    };
    if !party::party(person, &row, view).await?.sees() {
        refuse(id, person, desk, outcome);
        return Ok(());
    }
    let items = vec![due(&row, view)];
    outcome.push(desk.say(Notice::Tasks { items, total: 1 }));
    Ok(())
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
    let (row, tried) = match tried(id, step, person, view).await? {
        Some(found) => found,
        None => {
            refuse(id, person, desk, outcome);
            return Ok(());
        }
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
    let Some(row) = item::hold(view.tx, id).await? else {
        return Ok(None);
    };
    let party = party::party(person, &row, view).await?;
    let ground = party::ground(&row, view).await?;
    let Some(kind) = view.service.campaign.kind(&row.kind) else {
        return Ok(None);
    };
    let tried = take(&row.state(), kind, step, &party, &ground);
    Ok(Some((row, tried)))
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

/// The row as a line of a list, by its kind's ladder.
pub(super) fn due(row: &LedgerRow, view: &View<'_>) -> DueItem {
    let none = Ladder {
        before: vec![],
        after: vec![],
        then_every: 0,
    };
    let ladder = view
        .service
        .campaign
        .kind(&row.kind)
        .map_or(&none, |kind| &kind.ladder);
    row.item().due(view.today, ladder)
}
