//! What a session was: asked step by step, or said on one line.

use super::At;
use super::roll;
use super::units::{Whose, ask_unit, settled, unit_said};
use crate::conversation::outcome::{Change, Effect, Outcome};
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::campaign::Duty;
use crate::domain::dialogue::Dialogue;
use crate::domain::ids::SessionId;
use crate::domain::notice::Notice;
use crate::domain::session::{self, Answer, Draft, Head, NewSession, PAGE, Refusal, Session, Step};
use crate::store::{Result, session as sessions};

/// Sessions of the unit that are offered to go on with.
const OPEN: usize = 3;

/// Begins one, with what was said of it.
pub(super) async fn begin(
    argument: &str,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let draft = Draft::default();
    if argument.is_empty() {
        return proceed(draft, at, view, outcome).await;
    }
    let Some(duty) = session::duty(&view.service.campaign) else {
        outcome.push(at.refuse(Refusal::NoDuty));
        return Ok(());
    };
    let rule = &view.service.campaign.class_hours;
    match session::read(argument, duty, rule, view.today) {
        None => {
            outcome.push(at.awaits(None));
            outcome.push(at.refuse(unclear(duty, view)));
            Ok(())
        }
        Some(said) => {
            let mut draft = draft.with(&said, view.today);
            if draft.on.is_some() && draft.amount.is_some() {
                draft = draft.without_open_labels();
            }
            proceed(draft, at, view, outcome).await
        }
    }
}

/// Words in answer to what a draft asked.
pub(in crate::conversation) async fn said(
    text: &str,
    draft: Draft,
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
    let Some(duty) = session::duty(&view.service.campaign) else {
        outcome.push(at.refuse(Refusal::NoDuty));
        return Ok(());
    };
    if scope.is_empty() {
        outcome.push(at.awaits(None));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    if draft.next(duty) == Step::Unit {
        return unit_said(text, draft, duty, at, view, outcome).await;
    }
    let rule = &view.service.campaign.class_hours;
    match session::read(text, duty, rule, view.today) {
        None => {
            outcome.push(at.refuse(unclear(duty, view)));
            Ok(())
        }
        Some(said) => proceed(draft.with(&said, view.today), at, view, outcome).await,
    }
}

/// The example shows a day, an amount and a topic.
fn unclear(duty: &Duty, view: &View<'_>) -> Refusal {
    Refusal::Unclear {
        duty: duty.id.clone(),
        today: view.today,
    }
}

/// Asks what is missing, or opens the session. What the draft holds is a claim.
pub(super) async fn proceed(
    draft: Draft,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = session::duty(&view.service.campaign) else {
        outcome.push(at.refuse(Refusal::NoDuty));
        return Ok(());
    };
    if !draft.fits(duty) {
        outcome.push(at.desk.say(Notice::Stale));
        return Ok(());
    }
    if let Some(why) = cannot_be(&draft, duty, view) {
        outcome.push(at.refuse(why));
        return Ok(());
    }
    let (draft, path) = match settled(draft, at, view).await? {
        Whose::Known { draft, path } => (draft, path),
        Whose::Ask(units) => {
            let draft = Draft {
                unit: None,
                ..draft
            };
            ask_unit(units, draft, duty, at, outcome);
            return Ok(());
        }
        Whose::NotHis => {
            outcome.push(at.forged("unit".to_owned()));
            outcome.push(at.desk.say(Notice::Denied));
            return Ok(());
        }
    };
    let id = duty.id.clone();
    let question = match draft.next(duty) {
        Step::Open { unit, on, amount } => {
            let label = |label: &crate::domain::campaign::Label| label.id.clone();
            let new = NewSession {
                unit,
                duty: id,
                on,
                amount,
                measure: duty.measure,
                form: draft.form.label(&duty.forms).map(label),
                topic: draft.topic.label(&duty.topics).map(label),
                by: at.person.cadre.id,
            };
            return open(new, path, at, view, outcome).await;
        }
        Step::Unit => return Ok(()),
        Step::Day => {
            let since = Session::open_since(view.now);
            let mut waiting = match draft.unit {
                Some(unit) => sessions::open_of(view.tx, unit, &duty.id, since).await?,
                None => Vec::new(),
            };
            waiting.truncate(OPEN);
            Answer::AskDay {
                draft,
                duty: id,
                unit: path,
                today: view.today,
                open: waiting,
            }
        }
        Step::Amount => Answer::AskAmount {
            draft,
            duty: id,
            on: draft.on.unwrap_or(view.today),
        },
        Step::Form => Answer::AskForm { draft, duty: id },
        Step::Topic => Answer::AskTopic { draft, duty: id },
    };
    outcome.push(at.awaits(Some(Dialogue::Session { draft })));
    outcome.push(at.say(question));
    Ok(())
}

/// Why there can be no such session.
fn cannot_be(draft: &Draft, duty: &Duty, view: &View<'_>) -> Option<Refusal> {
    let span = view.service.campaign.span;
    let day = draft.on.and_then(|on| {
        if on > view.today {
            Some(Refusal::Future { on })
        } else if span.holds(on) {
            None
        } else {
            let (start, end) = (span.start, span.end);
            Some(Refusal::OutsideCampaign { on, start, end })
        }
    });
    let too_much = draft.amount.filter(|amount| *amount > duty.max_per_day);
    day.or_else(|| {
        too_much.map(|_| Refusal::TooMuch {
            duty: duty.id.clone(),
            most: duty.max_per_day,
        })
    })
}

async fn open(
    new: NewSession,
    unit: String,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let none = SessionId(0);
    let (total, _) = sessions::count(view.tx, none, &unit).await?;
    if total == 0 {
        outcome.push(at.awaits(None));
        outcome.push(at.refuse(Refusal::NobodyThere { unit }));
        return Ok(());
    }
    let seats = sessions::page(view.tx, none, &unit, 0, i64::from(PAGE)).await?;
    let head = Head {
        duty: new.duty.clone(),
        on: new.on,
        amount: new.amount,
        unit,
        form: new.form.clone(),
        topic: new.topic.clone(),
    };
    let session = view.update;
    outcome.push(Effect::Session(Change::Open(new)));
    outcome.push(at.awaits(Some(Dialogue::Roll { session })));
    outcome.push(at.say(Answer::Roll(roll::whole(
        session,
        head,
        seats,
        0,
        (total, 0),
    ))));
    Ok(())
}
