//! What must be through before another item of its unit (S9: material before the meeting) is due the work day before
//! it at the latest: where that item's day is known by now, the deadline comes forward, and whoever it is of is told.

use anyhow::Result;
use chrono::{DateTime, Utc};

use crate::books::Books;
use crate::domain::campaign::ItemKind;
use crate::domain::deadline::Deadline;
use crate::domain::ids::CadreId;
use crate::domain::item::{Deed, What, change, effective};
use crate::domain::ledger::Entry;
use crate::domain::news::News;
use crate::store::item::{self, ChangedItem};
use crate::store::news;

/// Brings the deadlines of a slot's items forward. Doing it twice is harmless.
///
/// # Errors
/// When the database fails.
pub(super) async fn bring_forward(books: &Books, slot: &str, now: DateTime<Utc>) -> Result<()> {
    let kinds = books.campaign.kinds.iter();
    let kinds = kinds.filter(|kind| kind.slot == slot);
    for (kind, other) in kinds.filter_map(|kind| Some((kind, kind.before.as_deref()?))) {
        of_kind(books, kind, other, now).await?;
    }
    Ok(())
}

async fn of_kind(books: &Books, kind: &ItemKind, other: &str, now: DateTime<Utc>) -> Result<()> {
    let calendar = books.calendar();
    let mut tx = books.store.begin().await?;
    let days = item::first_days(&mut tx, other).await?;
    if days.is_empty() {
        return Ok(());
    }
    let (mut changed, mut told): (Vec<ChangedItem>, Vec<(CadreId, News)>) = (vec![], vec![]);
    for standing in item::open_of_kind(&mut tx, &kind.id).await? {
        let own = standing.entry.deadline;
        let day = days.get(&standing.entry.unit).copied();
        let deadline = effective(own, day, &calendar);
        let (Deadline::On(latest), true) = (deadline, deadline != own) else {
            continue;
        };
        let after = Entry {
            deadline,
            ..standing.entry.clone()
        };
        let (id, no) = (standing.id, after.no.clone());
        let (content, whose) = (after.content.clone(), after.responsible.id);
        let made = change(
            standing.entry,
            standing.status,
            standing.offered,
            after,
            false,
        );
        let Ok(Some(one)) = made else {
            continue;
        };
        changed.push(ChangedItem {
            id,
            changed: one,
            helping: None,
        });
        let news = News::Item {
            item: id,
            no,
            content,
            by: String::new(),
            deed: Deed {
                what: What::Changed,
                day: Some(latest),
                whose: String::new(),
                words: String::new(),
            },
        };
        told.extend(whose.map(|who| (who, news)));
    }
    item::change_all(&mut tx, &changed, now, |_| {}).await?;
    news::insert_all(&mut tx, &told, now).await?;
    tx.commit().await?;
    Ok(())
}
