//! 在群里公布: a promise made known in the group of its unit, as the preview showed it, once a group.

use super::outcome::{Effect, Outcome};
use super::party;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::{Group as Press, seen};
use crate::domain::group::{Change, Publication};
use crate::domain::ids::ItemId;
use crate::domain::item::Party;
use crate::domain::notice::Notice;
use crate::domain::publication::{Answer, NotPublished, Shown, may_publish};
use crate::store::group::{self, Group};
use crate::store::item::{self, LedgerRow};
use crate::store::{Result, cadre};

/// Whether the page of an item should offer it to somebody who is that to it.
pub(super) fn can_publish(row: &LedgerRow, party: &Party, view: &View<'_>) -> bool {
    let kind = view.service.campaign.kind(&row.kind);
    kind.is_some_and(|kind| may_publish(kind, &row.state(), party).is_ok())
}

/// One of the buttons.
pub(super) async fn pressed(
    press: Press,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (row, confirmed) = match press {
        Press::Publish { item } => (item::by_id(view.tx, item).await?, None),
        Press::PublishMade { update } => (item::of_update(view.tx, update).await?, None),
        // Held: of two who send it at once the second is told that it is sent.
        Press::Send { item, mark } => (item::hold(view.tx, item).await?, Some(mark)),
        Press::Promise { .. } | Press::Cancel | Press::Mine | Press::New => return Ok(()),
    };
    let Some(row) = row else {
        refuse(
            &format!("{press:?}"),
            NotPublished::NotYours,
            person,
            desk,
            outcome,
        );
        return Ok(());
    };
    let party = party::party(person, &row, view).await?;
    let Some(kind) = view.service.campaign.kind(&row.kind) else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    if let Err(why) = may_publish(kind, &row.state(), &party) {
        refuse(&format!("item {}", row.id), why, person, desk, outcome);
        return Ok(());
    }
    let Some(group) = group::of_unit(view.tx, row.state().unit).await? else {
        let unit = row.path.clone();
        outcome.push(desk.say(Notice::Publication(Answer::NoGroup { unit })));
        return Ok(());
    };
    let id = ItemId(row.id);
    if let Some(at) = group::published(view.tx, id, group.chat).await? {
        let at = chrono::DateTime::from_timestamp_millis(at).unwrap_or(view.now);
        outcome.push(desk.say(Notice::Publication(Answer::Already {
            no: row.no,
            on: view.service.local_day(at),
        })));
        return Ok(());
    }
    let shown = shown(&row, view).await?;
    let mark = mark(&shown, &group);
    if confirmed != Some(mark) {
        // Not shown yet, or something has changed since.
        outcome.push(desk.turn_into(Notice::Publication(Answer::Preview {
            item: id,
            shown,
            group: group.title,
            mark,
        })));
        return Ok(());
    }
    outcome.push(Effect::Group(Change::Publish(Box::new(Publication {
        item: id,
        chat: group.chat,
        bot: group.bot,
        by: person.cadre.id,
        language: view.service.campaign.language,
        notice: Notice::Publication(Answer::Post(shown)),
    }))));
    outcome.push(desk.turn_into(Notice::Publication(Answer::Published {
        no: row.no,
        group: group.title,
    })));
    Ok(())
}

/// The item as its group reads it.
async fn shown(row: &LedgerRow, view: &mut View<'_>) -> Result<Shown> {
    let name = match row.state().responsible {
        Some(id) => cadre::by_id(view.tx, id).await?.map(|cadre| cadre.name),
        None => None,
    };
    Ok(Shown {
        no: row.no.clone(),
        kind: row.kind.clone(),
        content: row.content.clone(),
        unit: row.path.clone(),
        name: name.unwrap_or_else(|| row.responsible.clone()),
        deadline: row.due(),
    })
}

fn mark(shown: &Shown, group: &Group) -> u32 {
    seen(&format!("{} {shown:?}", group.chat))
}

fn refuse(object: &str, why: NotPublished, person: &Person, desk: &Desk, outcome: &mut Outcome) {
    if why == NotPublished::NotYours {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "publish".to_owned(),
            object: object.chars().take(64).collect(),
            allowed: false,
        });
    }
    outcome.push(desk.say(Notice::Publication(Answer::Refused { why })));
}
