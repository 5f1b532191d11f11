//! The same thing said twice on a day: asked about, not doubled.

use super::check_in;
use super::outcome::{Details as Said, Effect, Outcome};
use super::recorded;
use super::router::Desk;
use super::sentence;
use super::view::{Person, View};
use crate::domain::again::{Details, Standing, same};
use crate::domain::amount::Amount;
use crate::domain::campaign::Duty;
use crate::domain::correction::Answer;
use crate::domain::deadline::Span;
use crate::domain::dialogue::Dialogue;
use crate::domain::entry::{self, Claim, Source};
use crate::domain::ids::UpdateId;
use crate::domain::label::Labels;
use crate::domain::notice::Notice;
use crate::store::Result;
use crate::store::entry::{self as entries, Entry};

/// Asks whether it is the same, if the same stands already; then nothing is recorded.
pub(super) async fn asks(
    duty: &Duty,
    claim: &Claim<'_>,
    said: &Said,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let service = view.service;
    let Some(spoken) = claim.spoken else {
        return Ok(false);
    };
    // As if the days were empty: a full day is asked about too, if it is full of the same.
    let campaign = &service.campaign;
    let parts = entry::parts(campaign, &service.calendar(), duty, claim, &[], view.today);
    let Ok(parts) = parts else {
        return Ok(false);
    };
    let days = || parts.iter().map(|part| part.on);
    let (Some(start), Some(end)) = (days().min(), days().max()) else {
        return Ok(false);
    };
    let span = Span { start, end };
    let stored = entries::of_span(view.tx, person.cadre.id, &duty.id, &span).await?;
    let standing: Vec<Standing<'_>> = stored.iter().map(standing).collect();
    let details = Details {
        form: said.form.as_deref(),
        topic: said.topic.as_deref(),
        partner: said.partner,
        place: said.place,
        subject: &said.subject,
    };
    let Some(update) = same(&parts, details, &standing) else {
        return Ok(false);
    };
    let shown: Vec<Entry> = stored
        .into_iter()
        .filter(|entry| entry.update == update && entry.amount > Amount::ZERO)
        .collect();
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Again {
            asked: view.update,
            duty: duty.id.clone(),
            on: claim.on,
            spoken,
            note: claim.note.to_owned(),
            prompt: claim.prompt,
            labels: Labels {
                form: said.form.clone(),
                topic: said.topic.clone(),
            },
        }),
    });
    outcome.push(desk.say(Notice::Correction(Answer::Same {
        duty: duty.id.clone(),
        parts: recorded::parts(&shown),
        update,
        asked: view.update,
    })));
    Ok(true)
}

fn standing(entry: &Entry) -> Standing<'_> {
    Standing {
        update: entry.update,
        on: entry.on,
        amount: entry.amount,
        details: Details {
            form: entry.form.as_deref(),
            topic: entry.topic.as_deref(),
            partner: entry.partner,
            place: entry.place,
            subject: &entry.subject,
        },
    }
}

/// "再记一次": what was asked about is recorded now, if the day can hold it. Whether it was asked is known by what
/// the account was asked last, not by what the button says.
pub(super) async fn pressed(
    asked: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let question = view.dialogue(person.account).await?;
    let (duty, claimed, labels, note) = match question {
        Some(Dialogue::Again {
            asked: of,
            duty,
            on,
            spoken,
            note,
            prompt,
            labels,
        }) if of == asked => (duty, (on, spoken, prompt), labels, note),
        _ => {
            outcome.push(desk.say(Notice::Stale));
            return Ok(());
        }
    };
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: None,
    });
    let Some(duty) = service.campaign.duty(&duty) else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let (on, spoken, prompt) = claimed;
    let claim = Claim {
        on,
        spoken: Some(spoken),
        note: &note,
        source: if note.is_empty() {
            Source::Tap
        } else {
            Source::Text
        },
        prompt,
    };
    // A sentence says more than its amount.
    if sentence::again(&note, on, person, desk, view, outcome).await? {
        return Ok(());
    }
    check_in::record(duty, &claim, labels, person, desk, view, outcome).await
}
