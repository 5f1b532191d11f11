//! "不对?": what somebody else recorded for him is not so. The entry waits until his liaison has settled it.

use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action;
use crate::domain::amount::Amount;
use crate::domain::dialogue::Dialogue;
use crate::domain::dispute::{About, Answer, LONGEST_REASON, settled};
use crate::domain::entry::{Event, Status};
use crate::domain::ids::EntryId;
use crate::domain::notice::Notice;
use crate::store::entry::{self as entries, Entry};
use crate::store::{Result, cadre};
use crate::text;

/// A button of a dispute. The message it stands on is left as it is: it may ask something else besides.
pub(super) async fn pressed(
    action: action::Dispute,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let id = match action {
        action::Dispute::Ask { entry }
        | action::Dispute::Absent { entry }
        | action::Dispute::Time { entry }
        | action::Dispute::Other { entry } => entry,
    };
    let Some(entry) = disputable(id, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let about = match action {
        action::Dispute::Ask { .. } => return ask(&entry, desk, view, outcome).await,
        action::Dispute::Absent { .. } => {
            let reason = text::absent(view.service.campaign.language);
            return note(&entry, reason, person, desk, view, outcome).await;
        }
        action::Dispute::Time { .. } => About::Time,
        action::Dispute::Other { .. } => About::Other,
    };
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Dispute { entry: id, about }),
    });
    outcome.push(desk.turn_into(Notice::Dispute(Answer::Write {
        about,
        duty: entry.duty,
        on: entry.on,
    })));
    Ok(())
}

/// What is wrong, in his words.
pub(super) async fn said(
    words: &str,
    (id, about): (EntryId, About),
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: None,
    });
    let Some(entry) = disputable(id, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let words: String = words.chars().take(LONGEST_REASON).collect();
    let reason = match about {
        About::Time => text::wrong_time(view.service.campaign.language, &words),
        About::Other => words,
    };
    note(&entry, reason, person, desk, view, outcome).await
}

/// The entry, if it is his and can be disputed; else he is told why not.
async fn disputable(
    id: EntryId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Entry>> {
    let entry = entries::by_id(view.tx, id).await?;
    let Some(entry) = entry.filter(|entry| entry.cadre == person.cadre.id) else {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "dispute".to_owned(),
            object: format!("entry {id}"),
            allowed: false,
        });
        outcome.push(desk.say(Notice::Denied));
        return Ok(None);
    };
    let events = entries::events(view.tx, id).await?;
    let Some(why) = settled(entry.cadre, entry.recorded_by, &events) else {
        return Ok(Some(entry));
    };
    outcome.push(desk.say(Notice::Dispute(Answer::Settled { why })));
    Ok(None)
}

async fn ask(entry: &Entry, desk: &Desk, view: &mut View<'_>, outcome: &mut Outcome) -> Result<()> {
    let by = match entry.recorded_by {
        Some(by) => cadre::by_id(view.tx, by).await?,
        None => None,
    };
    outcome.push(desk.say(Notice::Dispute(Answer::Question {
        entry: entry.id,
        duty: entry.duty.clone(),
        on: entry.on,
        amount: entry.amount,
        by: by.map(|by| by.name).unwrap_or_default(),
    })));
    Ok(())
}

async fn note(
    entry: &Entry,
    reason: String,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = view.service.campaign.duty(&entry.duty) else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let back = [
        (entry.on, Amount::ZERO - entry.amount, entry.status),
        (entry.on, entry.amount, Status::Pending),
    ];
    let standing = view.standing(&person.cadre, duty, &back).await?;
    outcome.push(Effect::Happened {
        entries: vec![entry.id],
        event: Event::Disputed,
        by: person.cadre.id,
        reason: reason.clone(),
    });
    outcome.push(desk.turn_into(Notice::Dispute(Answer::Noted {
        on: entry.on,
        amount: entry.amount,
        reason,
        standing,
    })));
    Ok(())
}
