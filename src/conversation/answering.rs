//! The answer to a rejection: the person's words, and a new entry in the old one's place that waits again.

use super::evidence::of;
use super::outcome::{Details, Effect, NewEntry, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::amount::Amount;
use crate::domain::answering::Answer;
use crate::domain::dialogue::Dialogue;
use crate::domain::entry::{Source, WaitsFor};
use crate::domain::evidence::Material;
use crate::domain::ids::EntryId;
use crate::domain::kept::typed;
use crate::domain::notice::Notice;
use crate::domain::queue::may_answer;
use crate::store::entry::{self as entries, Entry, waiting};
use crate::store::{Result, evidence};

/// "说明": what is there to say?
pub(super) async fn ask(
    entry: EntryId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Some(old) = turned_down(entry, person, desk, view, outcome).await? {
        question(&old, person, desk, view, outcome).await?;
    }
    Ok(())
}

async fn question(
    old: &Entry,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let decided = waiting::decided(view.tx, old.id).await?;
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Answer { entry: old.id }),
    });
    outcome.push(desk.say(Notice::Answering(Answer::Ask {
        of: of(old, person, view).await?,
        reason: decided.map(|(_, reason)| reason).unwrap_or_default(),
    })));
    Ok(())
}

/// His words, or a picture with or without them.
pub(super) async fn said(
    entry: EntryId,
    text: &str,
    material: Option<&Material>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(old) = turned_down(entry, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let words = typed(text);
    let service = view.service;
    let Some(duty) = service.campaign.duty(&old.duty) else {
        outcome.push(desk.say(Notice::Answering(Answer::Nothing)));
        return Ok(());
    };
    if words.is_empty() && material.is_none() {
        return question(&old, person, desk, view, outcome).await;
    }
    let of = of(&old, person, view).await?;
    let span = &service.campaign.span;
    // What was turned down left its day free, and something else may stand there now.
    let held = entries::held(view.tx, old.cadre, &duty.id, span).await?;
    let held = held
        .into_iter()
        .find(|(on, _)| *on == old.on)
        .map_or(Amount::ZERO, |(_, amount)| amount);
    if held + old.amount > duty.max_per_day {
        outcome.push(desk.say(Notice::Answering(Answer::DayFull {
            of,
            most: duty.max_per_day,
            held,
        })));
        return Ok(());
    }
    let pieces = evidence::of_entry(view.tx, old.id).await?.len();
    outcome.push(Effect::Record(NewEntry {
        amount: old.amount,
        note: words,
        waits_for: Some(WaitsFor::Confirmation),
        corrects: Some(old.id),
        details: Details {
            form: old.form.clone(),
            topic: old.topic.clone(),
            partner: old.partner,
            place: old.place,
            subject: old.subject.clone(),
        },
        ..NewEntry::of(old.cadre, duty, old.on, Source::Text)
    }));
    if let Some(material) = material {
        outcome.push(Effect::Attach {
            entry: None,
            material: material.clone(),
            by: person.cadre.id,
        });
    }
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: None,
    });
    outcome.push(desk.say(Notice::Answering(Answer::Waits {
        of,
        evidence: pieces + usize::from(material.is_some()),
    })));
    Ok(())
}

/// The entry, if it is his and stands turned down; otherwise it is said that there is nothing to answer.
async fn turned_down(
    entry: EntryId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Entry>> {
    waiting::hold(view.tx, &[entry]).await?;
    let old = entries::by_id(view.tx, entry).await?;
    let me = person.cadre.id;
    if old.as_ref().is_some_and(|old| old.cadre != me) {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(me),
            action: "answer".to_owned(),
            object: format!("entry {entry}"),
            allowed: false,
        });
    }
    let old = old.filter(|old| may_answer(me, old.cadre, old.status));
    if old.is_none() {
        outcome.push(desk.say(Notice::Answering(Answer::Nothing)));
    }
    Ok(old)
}
