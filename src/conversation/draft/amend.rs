//! What is said of a record after its amount, written down: entries in the place of those that stood.

use super::super::outcome::{Effect, NewEntry, Outcome};
use super::super::record;
use super::super::view::{Unsaved, View};
use super::step::Open;
use crate::domain::amount::Amount;
use crate::domain::entry::Status;
use crate::domain::notice::{About, Recorded};
use crate::store::Result;
use crate::store::entry::Entry;

/// Corrects the record to what is said of it now, if that is something new.
pub(super) async fn amend(
    open: &Open<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Recorded> {
    let details = &open.said.details;
    let same = |entry: &Entry| {
        (&entry.form, &entry.topic) == (&details.form, &details.topic)
            && (entry.partner, entry.place) == (details.partner, details.place)
            && entry.subject == details.subject
    };
    if open.entries.iter().all(same) {
        return as_recorded(open, &[], view).await;
    }
    let mut unsaved: Vec<Unsaved> = Vec::new();
    for entry in &open.entries {
        outcome.push(Effect::Record(NewEntry {
            amount: entry.amount,
            note: entry.note.clone(),
            prompt: entry.prompt,
            waits_for: entry.waits_for,
            corrects: Some(entry.id),
            recorded_by: entry.recorded_by,
            details: details.clone(),
            ..NewEntry::of(entry.cadre, open.duty, entry.on, entry.source)
        }));
        unsaved.push((entry.on, Amount::ZERO - entry.amount, entry.status));
        unsaved.push((entry.on, entry.amount, Status::of(entry.waits_for, &[])));
    }
    as_recorded(open, &unsaved, view).await
}

/// The record as it is told.
pub(super) async fn as_recorded(
    open: &Open<'_>,
    unsaved: &[Unsaved],
    view: &mut View<'_>,
) -> Result<Recorded> {
    let standing = view.standing(&open.pen.whom, open.duty, unsaved).await?;
    let waiting = |entry: &Entry| entry.waits_for.filter(|_| entry.status == Status::Pending);
    Ok(Recorded {
        update: open.said.latest,
        parts: open.entries.iter().map(|e| (e.on, e.amount)).collect(),
        standing,
        open_items: 0,
        waits_for: open.entries.iter().find_map(waiting),
        about: About {
            outside: record::outside_of(
                &view.service.campaign,
                open.duty,
                &open.pen.whom,
                open.entries.iter().map(|entry| entry.on),
            ),
            ..About::default()
        },
    })
}
