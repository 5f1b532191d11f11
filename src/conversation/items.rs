//! A person's own items: the list, and 已完成.

use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::campaign::Ladder;
use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::{Status, by_urgency};
use crate::domain::notice::{DueItem, Notice};
use crate::store::item::LedgerRow;
use crate::store::{Result, item};

/// Items a list shows.
const SHOWN: usize = 20;

/// `/tasks`: what the person has to do, most urgent first.
pub(super) async fn tasks(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let rows = view.open_items(&person.cadre).await?;
    let mut items: Vec<DueItem> = rows.iter().map(|row| due(row, view)).collect();
    items.sort_by(by_urgency);
    let total = items.len();
    items.truncate(SHOWN);
    outcome.push(desk.say(Notice::Tasks { items, total }));
    Ok(())
}

/// 已完成: the item waits for its reviewer. Only the person responsible can say so.
pub(super) async fn submit(
    id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let row = item::by_id(view.tx, id).await?;
    let mine = row.filter(|row| row.responsible_id.map(CadreId) == Some(person.cadre.id));
    let Some(row) = mine else {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "submit".to_owned(),
            object: format!("item {id}"),
            allowed: false,
        });
        outcome.push(desk.say(Notice::ItemNotYours));
        return Ok(());
    };
    let status = row.item().status;
    if status != Status::Assigned {
        outcome.push(desk.say(Notice::ItemAlready { no: row.no, status }));
        return Ok(());
    }
    let mut item = due(&row, view);
    item.status = Status::Submitted;
    outcome.push(Effect::Submit {
        item: id,
        by: person.cadre.id,
    });
    outcome.push(desk.say(Notice::Submitted { item }));
    Ok(())
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
