//! A step of an item is written down, and whom it concerns is told in his next digest: here, so that every flow
//! tells.

use chrono::{DateTime, Utc};

use crate::conversation::outcome::Effect;
use crate::domain::ids::{CadreId, ItemId, UpdateId};
use crate::domain::item::{Deed, Taken, Verb, told};
use crate::domain::news::News;
use crate::store::{Result, Tx, cadre, evidence, item, mute, news};

/// Writes what happens to an item.
pub(super) async fn happened(
    tx: &mut Tx,
    effect: Effect,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    match effect {
        Effect::Step { item, taken } => step(tx, item, &taken, update, now).await,
        Effect::Mute { item, cadre, until } => {
            mute::insert(tx, item, cadre, until, update, now).await
        }
        Effect::OpenItem(new) => item::open(tx, &new, Some(update), now).await.map(drop),
        Effect::AttachToItem { item, material, by } => {
            evidence::insert_of_item(tx, item, &material, by, update, now).await
        }
        _ => Ok(()),
    }
}

/// Writes the step, and who hears of it.
async fn step(
    tx: &mut Tx,
    id: ItemId,
    taken: &Taken,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = item::by_id(tx, id).await?;
    let asker = asker(tx, id, taken.step().verb()).await?;
    item::take(tx, id, taken, Some(update), now).await?;
    let Some(row) = before else {
        return Ok(());
    };
    let whom = told(&row.state(), taken, asker);
    if whom.is_empty() {
        return Ok(());
    }
    let what = News::Item {
        item: id,
        no: row.no,
        content: row.content,
        by: name(tx, taken.by()).await?,
        deed: Deed::of(taken),
    };
    let told: Vec<_> = whom.into_iter().map(|one| (one, what.clone())).collect();
    news::insert_all(tx, &told, now).await
}

/// Who asked for what the step answers.
async fn asker(tx: &mut Tx, id: ItemId, verb: Verb) -> Result<Option<CadreId>> {
    let asked = match verb {
        Verb::Grant | Verb::Refuse => Verb::AskExtension,
        Verb::TakeUp | Verb::SendBack => Verb::HandUp,
        _ => return Ok(None),
    };
    item::last_by(tx, id, asked).await
}

async fn name(tx: &mut Tx, by: Option<CadreId>) -> Result<String> {
    let found = match by {
        Some(id) => cadre::by_id(tx, id).await?,
        None => None,
    };
    Ok(found.map(|cadre| cadre.name).unwrap_or_default())
}
