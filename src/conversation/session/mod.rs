//! Collective study: `/session` asks what it was, shows a list to tick, and records it for those who were there.

mod close;
mod opening;
mod roll;
mod units;

use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action;
use crate::domain::dialogue::Dialogue;
use crate::domain::grant::Scope;
use crate::domain::ids::UpdateId;
use crate::domain::notice::{Command, Notice};
use crate::domain::session::{Answer, Draft, Ended, Event, Happened, Refusal, Session, State};
use crate::store::{Result, session as sessions};

pub(super) use opening::said;
pub(super) use roll::named;

/// Whoever works on a session, and where it is answered.
#[derive(Clone, Copy)]
struct At<'a> {
    person: &'a Person,
    desk: &'a Desk,
    /// What he cares for.
    scope: &'a Scope,
}

impl At<'_> {
    /// Turns the pressed message into the answer; without one, says it in a new message.
    fn say(&self, answer: Answer) -> Effect {
        self.desk.turn_into(Notice::Session(answer))
    }

    /// Says it in a new message, so that what was pressed stays.
    fn refuse(&self, why: Refusal) -> Effect {
        self.desk.say(Notice::Session(Answer::Refused(why)))
    }

    fn awaits(&self, dialogue: Option<Dialogue>) -> Effect {
        Effect::Await {
            account: self.person.account,
            dialogue,
        }
    }

    /// Puts on record that he named what he may not touch.
    fn forged(&self, object: String) -> Effect {
        Effect::Audit {
            account: self.person.account,
            cadre: Some(self.person.cadre.id),
            action: "session".to_owned(),
            object,
            allowed: false,
        }
    }
}

/// `/session`, with or without what it was.
pub(super) async fn command(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Session, argument, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let at = At {
        person,
        desk,
        scope: &scope,
    };
    opening::begin(argument, at, view, outcome).await
}

/// A button of a session, opened or not.
pub(super) async fn pressed(
    action: action::Session,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let at = At {
        person,
        desk,
        scope: &scope,
    };
    let name = match action {
        action::Session::Draft(draft) => return drafted(draft, at, view, outcome).await,
        action::Session::Page { session, .. }
        | action::Session::Tick { session, .. }
        | action::Session::TickPage { session, .. }
        | action::Session::TickAll { session, .. }
        | action::Session::Confirm { session }
        | action::Session::Cancel { session }
        | action::Session::Withdraw { session } => session,
    };
    let Some(session) = found(name, at, view, outcome).await? else {
        return Ok(());
    };
    if matches!(action, action::Session::Withdraw { .. }) {
        return close::withdraw(&session, at, view, outcome).await;
    }
    match session.state(view.now) {
        State::Open => {}
        state => {
            outcome.push(at.awaits(None));
            outcome.push(at.say(over(&session, state, at, view)));
            return Ok(());
        }
    }
    match action {
        action::Session::Confirm { .. } => close::confirm(&session, at, view, outcome).await,
        action::Session::Cancel { .. } => {
            close::cancel(&session, at, outcome);
            Ok(())
        }
        ticking => roll::tick(ticking, &session, at, view, outcome).await,
    }
}

async fn drafted(
    draft: Draft,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if at.scope.is_empty() {
        outcome.push(at.forged("draft".to_owned()));
        outcome.push(at.desk.say(Notice::Denied));
        return Ok(());
    }
    opening::proceed(draft, at, view, outcome).await
}

/// The session of that name, if it is in the presser's care; a polite no otherwise.
async fn found(
    name: UpdateId,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Session>> {
    let session = sessions::of_update(view.tx, name).await?;
    if let Some(session) = &session
        && at.scope.covers(&session.unit)
    {
        return Ok(Some(session.clone()));
    }
    outcome.push(at.forged(format!("update {name}")));
    outcome.push(at.desk.say(match session {
        Some(_) => Notice::Denied,
        None => Notice::Stale,
    }));
    Ok(None)
}

/// What somebody reads who comes too late.
fn over(session: &Session, state: State, at: At<'_>, view: &View<'_>) -> Answer {
    let mine = |happened: &Happened| happened.may_withdraw(at.person.cadre.id, view.now);
    let (ended, may) = match state {
        State::Ended(happened) => {
            let (may, by) = (mine(&happened), happened.name);
            let ended = match happened.event {
                Event::Confirmed => Ended::Confirmed { by },
                Event::Cancelled => Ended::Cancelled { by },
                Event::Withdrawn => Ended::Withdrawn { by },
            };
            (ended, may)
        }
        State::Open | State::Lapsed => (Ended::Lapsed, false),
    };
    Answer::Over {
        head: session.head(),
        ended,
        session: may.then_some(session.update),
    }
}
