//! Evidence of an item: sent in answer to its page or after "补充材料", shown to whoever sees the item.

use super::{Looked, attempt, held, look, say, steps, told_in};
use crate::conversation::evidence::say_pieces;
use crate::conversation::outcome::{Effect, Outcome};
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::dialogue::Dialogue;
use crate::domain::evidence::{Answer, Behind, Material};
use crate::domain::ids::ItemId;
use crate::domain::item::{Role, Top, Why};
use crate::domain::notice::Notice;
use crate::store::{Result, evidence};

/// The item that it is evidence of: that of the message it answers, or the one that was asked about.
pub(in crate::conversation) async fn target(
    material: &Material,
    waiting: Option<&Dialogue>,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<ItemId>> {
    if let Some(message) = material.reply_to {
        match told_in(message, person.cadre.id, view).await? {
            Some(Notice::Item(answer)) => return Ok(answer.item()),
            Some(Notice::Evidence(Answer::Attached {
                item: Some(item), ..
            })) => return Ok(Some(item)),
            // It answers what was recorded, whatever was asked last.
            Some(Notice::Recorded(_) | Notice::Evidence(Answer::Attached { .. })) => {
                return Ok(None);
            }
            _ => {}
        }
    }
    Ok(match waiting {
        Some(
            Dialogue::ItemEvidence { item }
            | Dialogue::MoreItemEvidence { item, .. }
            | Dialogue::Item { item, .. },
        ) => Some(*item),
        _ => None,
    })
}

/// "补充材料": please send it.
pub(super) async fn ask(
    id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(looked) = look(id, "evidence", person, desk, view, outcome).await? else {
        return Ok(());
    };
    if !looked.may_add() {
        return refuse(&looked, person, desk, view, outcome).await;
    }
    outcome.push(steps::wait(id, person));
    outcome.push(desk.say(Notice::Evidence(Answer::Ask {
        of: behind(&looked),
        count: looked.ground.evidence,
    })));
    Ok(())
}

/// Evidence came: may he add it, and is there room?
pub(in crate::conversation) async fn sent(
    id: ItemId,
    material: &Material,
    waiting: Option<Dialogue>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    // Of an album the first was answered: ten answers to ten pictures are nine too many.
    let quiet = material.album.is_some()
        && matches!(&waiting, Some(Dialogue::MoreItemEvidence { album, .. }) if *album == material.album);
    let Some(looked) = held(id, "evidence", person, desk, view, outcome).await? else {
        return Ok(());
    };
    if !looked.may_add() {
        return refuse(&looked, person, desk, view, outcome).await;
    }
    let of = behind(&looked);
    let pieces = evidence::of_item(view.tx, id).await?;
    let most = view.service.campaign.limits.most_evidence;
    let same = |unique: &str| !unique.is_empty() && unique == material.unique;
    let known = pieces.iter().any(|piece| same(&piece.unique));
    if !known && pieces.len() >= most {
        if !quiet || pieces.len() == most {
            outcome.push(desk.say(Notice::Evidence(Answer::Full { of, most })));
        }
        return Ok(());
    }
    if !known {
        outcome.push(Effect::AttachToItem {
            item: id,
            material: material.clone(),
            by: person.cadre.id,
        });
    }
    if !quiet {
        outcome.push(desk.say(Notice::Evidence(Answer::Attached {
            of: Some(of),
            entry: None,
            item: Some(id),
            count: pieces.len() + usize::from(!known),
            album: material.album.is_some(),
        })));
    }
    // A question for words goes on waiting for them.
    if matches!(waiting, Some(Dialogue::Item { .. })) {
        return Ok(());
    }
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::MoreItemEvidence {
            item: id,
            album: material.album.clone(),
        }),
    });
    Ok(())
}

/// "看材料": each piece in a message of its own. That somebody has looked at another's is on record.
pub(super) async fn show(
    id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(looked) = look(id, "evidence", person, desk, view, outcome).await? else {
        return Ok(());
    };
    if !looked.party.is(Role::Responsible) {
        outcome.push(attempt(person, "evidence", id, true));
    }
    let pieces = evidence::of_item(view.tx, id).await?;
    say_pieces(&behind(&looked), pieces, desk, view, outcome).await
}

/// Not his to add to, or nothing to add to any more.
async fn refuse(
    looked: &Looked,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let status = looked.row.stands();
    let why = if status.is_over() {
        Why::NotNow { status }
    } else {
        let id = ItemId(looked.row.id);
        outcome.push(attempt(person, "evidence", id, false));
        Why::NotYourPart
    };
    let page = looked.page(Some(Top::Refused { why }), view);
    say(page, person, desk, view, outcome).await
}

fn behind(looked: &Looked) -> Behind {
    Behind::Item {
        no: looked.row.no.clone(),
        content: looked.row.content.clone(),
    }
}
