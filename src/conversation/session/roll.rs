//! The list of a session while it is being ticked. Every tick is kept at once, so it survives whatever happens.

use super::At;
use super::{found, over};
use crate::conversation::outcome::{Change, Effect, Outcome};
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::action;
use crate::domain::dialogue::Dialogue;
use crate::domain::ids::{CadreId, UpdateId};
use crate::domain::reply::{self, Heard, Reading};
use crate::domain::session::{Answer, Head, PAGE, Refusal, Roll, Seat, Session, State};
use crate::store::{Result, session as sessions};

/// A page of the whole list, of so many people of whom so many are ticked.
pub(super) fn whole(
    session: UpdateId,
    head: Head,
    seats: Vec<Seat>,
    page: u32,
    (total, present): (i64, i64),
) -> Roll {
    Roll {
        session,
        head,
        seats,
        page,
        pages: pages(total),
        present,
        total,
        found: None,
    }
}

fn pages(total: i64) -> u32 {
    let people = u32::try_from(total).unwrap_or(u32::MAX);
    people.div_ceil(PAGE).max(1)
}

/// Ticks, or turns a page.
pub(super) async fn tick(
    action: action::Session,
    session: &Session,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (id, by) = (session.id, at.person.cadre.id);
    let (total, mut present) = sessions::count(view.tx, id, &session.unit).await?;
    let page = match action {
        action::Session::Tick { cadre, .. } => {
            let Some(seat) = sessions::seat(view.tx, id, &session.unit, cadre).await? else {
                outcome.push(at.forged(format!("session {id} cadre {cadre}")));
                outcome.push(at.refuse(Refusal::NotOnList));
                return Ok(());
            };
            let before = sessions::place(view.tx, id, &session.unit, &seat).await?;
            u32::try_from(before / i64::from(PAGE)).unwrap_or(0)
        }
        action::Session::Page { page, .. }
        | action::Session::TickPage { page, .. }
        | action::Session::TickAll { page, .. } => page.min(pages(total) - 1),
        _ => 0,
    };
    let skipped = i64::from(page) * i64::from(PAGE);
    let mut seats = sessions::page(view.tx, id, &session.unit, skipped, i64::from(PAGE)).await?;
    let mut change = |seats: &mut Vec<Seat>, only: Option<CadreId>, to: bool| {
        let mut changed = Vec::new();
        for seat in seats.iter_mut() {
            if seat.present != to && only.is_none_or(|cadre| cadre == seat.cadre) {
                seat.present = to;
                present += if to { 1 } else { -1 };
                changed.push(seat.cadre);
            }
        }
        (!changed.is_empty()).then_some(Change::Tick {
            session: id,
            cadres: changed,
            present: to,
            by,
        })
    };
    let change = match action {
        action::Session::Tick {
            cadre, present: to, ..
        } => change(&mut seats, Some(cadre), to),
        action::Session::TickPage { present: to, .. } => change(&mut seats, None, to),
        action::Session::TickAll { .. } => {
            change(&mut seats, None, true);
            present = total;
            let unit = session.unit.clone();
            let session = id;
            Some(Change::TickAll { session, unit, by })
        }
        _ => None,
    };
    outcome.effects.extend(change.map(Effect::Session));
    let session_name = session.update;
    outcome.push(at.awaits(Some(Dialogue::Roll {
        session: session_name,
    })));
    outcome.push(at.say(Answer::Roll(whole(
        session_name,
        session.head(),
        seats,
        page,
        (total, present),
    ))));
    Ok(())
}

/// A name while a list is open: those found, to be ticked. False if the words are for another flow.
pub(in crate::conversation) async fn named(
    text: &str,
    name: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let scope = view.care_scope(person).await?;
    let at = At {
        person,
        desk,
        scope: &scope,
    };
    let Some(session) = found(name, at, view, outcome).await? else {
        outcome.push(at.awaits(None));
        return Ok(true);
    };
    match session.state(view.now) {
        State::Open => {}
        State::Ended(_) => return Ok(false),
        state @ State::Lapsed => {
            outcome.push(at.awaits(None));
            outcome.push(at.say(over(&session, state, at, view)));
            return Ok(true);
        }
    }
    let limit = i64::from(PAGE);
    let seats = sessions::named(view.tx, session.id, &session.unit, text, limit).await?;
    if seats.is_empty() {
        // "半天" is no name: it is what he has studied himself.
        let is_answer = reply::read(text, view.today) != Reading::Unclear
            || reply::leave(text, view.today) != Heard::NoLeave;
        if !is_answer {
            let name = text.to_owned();
            outcome.push(at.refuse(Refusal::UnknownName { name }));
        }
        return Ok(!is_answer);
    }
    let counts = sessions::count(view.tx, session.id, &session.unit).await?;
    outcome.push(at.awaits(Some(Dialogue::Roll { session: name })));
    outcome.push(at.say(Answer::Roll(Roll {
        found: Some(text.to_owned()),
        ..whole(name, session.head(), seats, 0, counts)
    })));
    Ok(true)
}
