//! What happened to an item, a page at a time.

use chrono::DateTime;

use super::{look, say};
use crate::conversation::outcome::Outcome;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::campaign::ItemKind;
use crate::domain::ids::ItemId;
use crate::domain::item::{Answer, Chain, Deed, Event};
use crate::store::Result;
use crate::store::item::Happened;

/// Events a page.
const PAGE: usize = 8;

/// "历程": the page of that number, from 1; the last one if there is none of it.
pub(super) async fn show(
    id: ItemId,
    page: usize,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(looked) = look(id, "history", person, desk, view, outcome).await? else {
        return Ok(());
    };
    let all = events(&looked.happened, looked.kind.as_ref(), view);
    let pages = all.len().div_ceil(PAGE).max(1);
    let page = if (1..=pages).contains(&page) {
        page
    } else {
        pages
    };
    let events = all.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
    let answer = Answer::History {
        item: id,
        no: looked.row.no,
        events,
        page,
        pages,
    };
    say(answer, person, desk, view, outcome).await
}

/// What happened, as it is told. An import notes its own name where somebody's words would stand.
pub(super) fn events(
    happened: &[Happened],
    kind: Option<&ItemKind>,
    view: &View<'_>,
) -> Vec<Event> {
    let zone = view.service.campaign.zone;
    let links = kind.map_or(1, |kind| kind.review.len());
    let mut chain = Chain::default();
    happened
        .iter()
        .map(|one| {
            let at = DateTime::from_timestamp_millis(one.at).unwrap_or(view.now);
            let by = one.name.clone();
            let deed = match &one.step {
                Some(step) => chain.next(step, links),
                None if by.is_some() => Deed::named(&one.kind, &one.words),
                None => Deed::named(&one.kind, ""),
            };
            Event {
                at: at.with_timezone(&zone).naive_local(),
                by,
                deed,
            }
        })
        .collect()
}
