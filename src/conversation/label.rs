//! Form and topic of what was recorded: added with a tap or in a word. The amount stays; the entry is a new one
//! that stands in the old one's place.

use super::correction;
use super::outcome::{Details, Effect, NewEntry, Outcome};
use super::recorded;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::amount::Amount;
use crate::domain::campaign::Duty;
use crate::domain::entry::relabelled;
use crate::domain::ids::UpdateId;
use crate::domain::label::{Kind, Labels};
use crate::domain::notice::Notice;
use crate::store::Result;
use crate::store::entry::{self as entries, Entry};

/// A label's button.
pub(super) async fn tapped(
    update: UpdateId,
    kind: Kind,
    id: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((duty, said)) = correction::own(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    if duty.label(kind, id).is_none() {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    }
    let labels = Labels::default().with(kind, id);
    add(duty, &said, &labels, person, desk, view, outcome).await
}

/// "更多": the same record with all labels of the kind under it.
pub(super) async fn more(
    update: UpdateId,
    kind: Kind,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((duty, said)) = correction::own(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let Some(mut found) = recorded::of_entries(duty, &said, &person.cadre, view).await? else {
        return Ok(());
    };
    found.about.choice = Some(recorded::choice(duty, kind, true, &person.cadre, view).await?);
    outcome.push(desk.turn_into(Notice::Recorded(found)));
    Ok(())
}

/// A label in words, by itself: of what was recorded just before. False if there is nothing that it could be of.
pub(super) async fn said(
    duty: &Duty,
    labels: &Labels,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let since = view.now - view.service.campaign.limits.question_life;
    let mut said = entries::latest(view.tx, person.cadre.id, since).await?;
    said.retain(|entry| entry.duty == duty.id && entry.amount > Amount::ZERO);
    if said.is_empty() {
        return Ok(false);
    }
    add(duty, &said, labels, person, desk, view, outcome).await?;
    Ok(true)
}

/// Adds the labels to all that was said at once, and answers with it.
pub(super) async fn add(
    duty: &Duty,
    said: &[Entry],
    labels: &Labels,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let has = |entry: &Entry| {
        let fits = |new: &Option<String>, old: &Option<String>| new.is_none() || new == old;
        fits(&labels.form, &entry.form) && fits(&labels.topic, &entry.topic)
    };
    if said.iter().all(has) {
        return recorded::as_it_stands(duty, said, person, desk, view, outcome).await;
    }
    let Some(mut found) = recorded::of_entries(duty, said, &person.cadre, view).await? else {
        return Ok(());
    };
    let campaign = &view.service.campaign;
    for old in said {
        outcome.push(Effect::Record(NewEntry {
            amount: old.amount,
            note: old.note.clone(),
            prompt: old.prompt,
            waits_for: relabelled(campaign, duty, old.on, old.status, view.today),
            corrects: Some(old.id),
            details: Details {
                form: labels.form.clone().or_else(|| old.form.clone()),
                topic: labels.topic.clone().or_else(|| old.topic.clone()),
                partner: old.partner,
                place: old.place,
                subject: old.subject.clone(),
            },
            ..NewEntry::of(person.cadre.id, duty, old.on, old.source)
        }));
    }
    found.update = view.update;
    let about = &mut found.about.labels;
    about.form = labels.form.clone().or_else(|| about.form.take());
    about.topic = labels.topic.clone().or_else(|| about.topic.take());
    recorded::recorded(duty, found, person, desk, view, outcome).await
}
