//! The answer to a record that was made: what stands now, and what may be added to it.

use super::outcome::Outcome;
use super::record;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::account::counting_span;
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::entry::{Status, WaitsFor};
use crate::domain::label::{self, Choice, Kind, Labels};
use crate::domain::notice::{About, Notice, Recorded};
use crate::store::Result;
use crate::store::entry::{self as entries, Entry};

/// Answers a record that was just made; the pressed message becomes the answer. This is the one place that does:
/// whatever else a duty asks about (with whom, where, whose household) is asked from here.
pub(super) async fn recorded(
    duty: &Duty,
    mut recorded: Recorded,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let about = &recorded.about;
    let something = recorded
        .parts
        .iter()
        .any(|(_, amount)| *amount > Amount::ZERO);
    let kind = duty.next_label(&about.labels);
    if let Some(kind) = kind.filter(|_| something && !about.by_liaison) {
        let choice = choice(duty, kind, false, &person.cadre, view).await?;
        recorded.about.choice = Some(choice);
    }
    outcome.push(desk.turn_into(Notice::Recorded(recorded)));
    Ok(())
}

/// Answers with entries as they stand, nothing new being recorded. They are of one duty; at least one is there.
pub(super) async fn as_it_stands(
    duty: &Duty,
    said: &[Entry],
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match of_entries(duty, said, &person.cadre, view).await? {
        Some(found) => recorded(duty, found, person, desk, view, outcome).await?,
        None => outcome.push(desk.say(Notice::Stale)),
    }
    Ok(())
}

/// What there is to say of entries as they stand; `None` without one.
pub(super) async fn of_entries(
    duty: &Duty,
    said: &[Entry],
    cadre: &Cadre,
    view: &mut View<'_>,
) -> Result<Option<Recorded>> {
    let Some(last) = said.last() else {
        return Ok(None);
    };
    let waits = if duty.waits() {
        WaitsFor::Confirmation
    } else {
        WaitsFor::Late
    };
    Ok(Some(Recorded {
        update: last.update,
        parts: parts(said),
        standing: view.standing(cadre, duty, &[]).await?,
        open_items: view.items_to_do(cadre).await?,
        waits_for: said
            .iter()
            .any(|entry| entry.status == Status::Pending)
            .then_some(waits),
        about: About {
            labels: labels(said),
            by_liaison: said.iter().any(|entry| entry.recorded_by.is_some()),
            outside: record::outside_of(
                &view.service.campaign,
                duty,
                cadre,
                said.iter()
                    .filter(|entry| entry.amount > Amount::ZERO)
                    .map(|entry| entry.on),
            ),
            ..About::default()
        },
    }))
}

/// Day and amount of each.
pub(super) fn parts(said: &[Entry]) -> Vec<(chrono::NaiveDate, Amount)> {
    said.iter().map(|entry| (entry.on, entry.amount)).collect()
}

/// The labels that all of the entries have.
pub(super) fn labels(said: &[Entry]) -> Labels {
    let all = |of: fn(&Entry) -> &Option<String>| {
        let first = said.first().and_then(|entry| of(entry).as_ref());
        first
            .filter(|_| said.iter().all(|entry| of(entry).as_ref() == first))
            .cloned()
    };
    Labels {
        form: all(|entry| &entry.form),
        topic: all(|entry| &entry.topic),
    }
}

/// What is offered for a label: topics that somebody has to cover and has not yet come first.
pub(super) async fn choice(
    duty: &Duty,
    kind: Kind,
    all: bool,
    cadre: &Cadre,
    view: &mut View<'_>,
) -> Result<Choice> {
    let campaign = &view.service.campaign;
    let counts_topics = |of: &&Duty| of.topics_of.as_deref() == Some(duty.id.as_str());
    let counting = campaign.duties.iter().find(counts_topics);
    let done = match counting.filter(|_| kind == Kind::Topic) {
        Some(counting) => {
            let span = counting_span(campaign, counting, &cadre.subject(), view.today)
                .unwrap_or(campaign.span);
            entries::topics(view.tx, cadre.id, duty, &span).await?
        }
        None => Vec::new(),
    };
    Ok(label::choice(duty, kind, &done, all))
}
