//! How a session ends: recorded for those who were there, given up, or taken back.

use super::{At, over};
use crate::conversation::outcome::{Change, Details, Effect, NewEntry, Outcome};
use crate::conversation::view::View;
use crate::domain::entry::Source;
use crate::domain::ids::CadreId;
use crate::domain::notice::{NotRecorded, Notice};
use crate::domain::session::{Answer, Event, Refusal, Session, State};
use crate::store::{Result, entry, session as sessions};

/// Records it for everybody who is ticked, except whose day is full or holds the same already.
pub(super) async fn confirm(
    session: &Session,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = view.service.campaign.duty(&session.duty) else {
        outcome.push(at.desk.say(Notice::Stale));
        return Ok(());
    };
    let people = sessions::present(view.tx, session.id, &session.unit).await?;
    if people.is_empty() {
        outcome.push(at.refuse(Refusal::NobodyPresent));
        return Ok(());
    }
    let ids: Vec<CadreId> = people.iter().map(|(cadre, _)| *cadre).collect();
    let held = entry::of_that_day(view.tx, &ids, session).await?;
    let (campaign, calendar) = (&view.service.campaign, view.service.calendar());
    let by = at.person.cadre.id;
    let (mut entries, mut full, mut twice) = (Vec::new(), Vec::new(), Vec::new());
    for (cadre, name) in people {
        let (held, same) = held.get(&cadre).copied().unwrap_or_default();
        if same {
            twice.push(name);
            continue;
        }
        let own = cadre == by;
        match session.part(campaign, &calendar, duty, held, own, view.today) {
            Ok(part) => entries.push(NewEntry {
                amount: part.amount,
                waits_for: part.waits_for,
                recorded_by: Some(by),
                session: Some(session.id),
                details: Details {
                    form: session.form.clone(),
                    topic: session.topic.clone(),
                    ..Details::default()
                },
                ..NewEntry::of(cadre, duty, session.on, Source::Session)
            }),
            Err(NotRecorded::DayFull { .. }) => full.push(name),
            Err(_) => {
                // The campaign or the rule of the day has changed since it was opened.
                outcome.push(at.desk.say(Notice::Stale));
                return Ok(());
            }
        }
    }
    outcome.push(at.awaits(None));
    outcome.push(at.say(Answer::Confirmed {
        session: session.update,
        head: session.head(),
        recorded: entries.len(),
        full,
        twice,
    }));
    outcome.push(Effect::Session(Change::Confirm {
        session: session.id,
        by,
        name: at.person.cadre.name.clone(),
        entries,
    }));
    Ok(())
}

/// Gives it up.
pub(super) fn cancel(session: &Session, at: At<'_>, outcome: &mut Outcome) {
    outcome.push(Effect::Session(Change::Cancel {
        session: session.id,
        by: at.person.cadre.id,
    }));
    outcome.push(at.awaits(None));
    outcome.push(at.say(Answer::Cancelled {
        head: session.head(),
    }));
}

/// 撤销整场: by who confirmed it, within a day.
pub(super) async fn withdraw(
    session: &Session,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let confirmed = match session.state(view.now) {
        State::Ended(happened) if happened.event == Event::Confirmed => happened,
        state => {
            outcome.push(at.say(over(session, state, at, view)));
            return Ok(());
        }
    };
    let by = at.person.cadre.id;
    if confirmed.by != by {
        outcome.push(at.forged(format!("session {} withdraw", session.id)));
        outcome.push(at.refuse(Refusal::NotYours { by: confirmed.name }));
        return Ok(());
    }
    if !confirmed.may_withdraw(by, view.now) {
        outcome.push(at.refuse(Refusal::TooLate));
        return Ok(());
    }
    let entries = entry::of_session(view.tx, session.id).await?.len();
    outcome.push(Effect::Session(Change::Withdraw {
        session: session.id,
        by,
        name: at.person.cadre.name.clone(),
        duty: session.duty.clone(),
        on: session.on,
        amount: session.amount,
    }));
    outcome.push(at.say(Answer::Withdrawn {
        head: session.head(),
        entries,
    }));
    Ok(())
}
