//! `/handed` 上报事项: what waits for my answer, and what my unit handed up, for good.

use std::collections::{HashMap, HashSet};

use super::{Taker, of, say};
use crate::conversation::outcome::Outcome;
use crate::conversation::party;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::asks::{Answer, Handed, Line, Stands};
use crate::domain::deadline::Deadline;
use crate::domain::grant::{Role, Scope};
use crate::domain::ids::ItemId;
use crate::store::item::{HandRow, Hands, LedgerRow};
use crate::store::{Result, grant, item as store, unit};

/// Items shown of what waits; the others move up as these are answered.
const WAITING: usize = 6;
/// Items shown of what was handed up.
const OURS: usize = 10;

/// The command.
pub(in crate::conversation) async fn handed(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let taker = Taker::of(person, view).await?;
    let offered = store::offered(view.tx).await?;
    let hands = hands(person, view).await?;
    let mut ours = store::handed(view.tx, &hands).await?;
    let at: HashMap<i64, String> = offered
        .iter()
        .map(|hand| (hand.item_id, hand.to_path.clone()))
        .collect();
    let mut waiting: Vec<HandRow> = offered
        .into_iter()
        .filter(|hand| taker.takes(&hand.to_path))
        .collect();
    let (waiting_total, ours_total) = (waiting.len(), ours.len());
    waiting.truncate(WAITING);
    ours.truncate(OURS);
    let ids: HashSet<ItemId> = waiting
        .iter()
        .chain(&ours)
        .map(|hand| ItemId(hand.item_id))
        .collect();
    let ids: Vec<ItemId> = ids.into_iter().collect();
    let rows = store::by_ids(view.tx, &ids).await?;
    let rows: HashMap<i64, LedgerRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let line = |hand: &HandRow| {
        let row = rows.get(&hand.item_id)?;
        Some(Line {
            of: of(row),
            from: hand.from_path.clone(),
            stands: stands(row, hand, at.get(&row.id)),
        })
    };
    let answer = Answer::Handed(Handed {
        waiting: waiting.iter().filter_map(line).collect(),
        waiting_total,
        ours: ours.iter().filter_map(line).collect(),
        ours_total,
    });
    say(answer, desk, outcome);
    Ok(())
}

/// Whose hand-ups are his to see: his own, those of the unit he heads, those of the units he is liaison of.
async fn hands(person: &Person, view: &mut View<'_>) -> Result<Hands> {
    let grants = grant::of(view.tx, person.cadre.id).await?;
    let below = match Scope::of(&grants, Role::Liaison) {
        Scope::Units(paths) => paths,
        Scope::All => {
            let top = unit::below(view.tx, None).await?;
            top.into_iter().map(|(_, path)| path).collect()
        }
    };
    let is_head = party::is_head(&view.service.campaign, &person.cadre.traits);
    Ok(Hands {
        cadre: person.cadre.id,
        heads: is_head.then_some(person.cadre.unit),
        below,
    })
}

fn stands(row: &LedgerRow, hand: &HandRow, waits_at: Option<&String>) -> Stands {
    let status = row.stands();
    if !status.is_open() {
        return Stands::Over { status };
    }
    match waits_at {
        Some(unit) => Stands::Waits { unit: unit.clone() },
        None if hand.taken != Some(1) => Stands::Back,
        None => Stands::With {
            unit: row.path.clone(),
            who: row.responsible.clone(),
            on: match row.due() {
                Deadline::On(day) => Some(day),
                Deadline::Immediate | Deadline::Ongoing => None,
            },
        },
    }
}
