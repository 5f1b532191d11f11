//! A button: which flow it belongs to. What it says is a claim; each flow checks the presser against it.

use super::input::Sender;
use super::outcome::{Effect, Outcome};
use super::router::{Desk, forget};
use super::view::{Person, View};
use super::{
    account, again, asks, away, check_in, correction, dispatch, dispute, draft, evidence, history,
    items, label, later, leave, linking, listing, movement, mute, promise, queue, quiet, quota,
    session, unit,
};
use crate::domain::action::statement::Press;
use crate::domain::action::{Action, PacePress, entry};
use crate::domain::notice::Notice;
use crate::store::Result;

/// A button in the private chat.
pub(super) async fn pressed(
    data: &str,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(action) = Action::decode(data) else {
        outcome.push(refused_press(data, sender, desk));
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let (action, person) = match (action, &desk.person) {
        (Action::LinkYes { code }, _) => {
            return linking::confirmed(&code, sender, desk, view, outcome).await;
        }
        (Action::LinkNo { code }, _) => {
            return linking::declined(&code, sender, desk, view, outcome).await;
        }
        (_, None) => {
            outcome.push(refused_press(data, sender, desk));
            outcome.push(desk.say(Notice::Welcome));
            return Ok(());
        }
        (action, Some(person)) => (action, person),
    };
    forget(person, view, outcome).await?;
    match action {
        Action::Draft(press) => draft::pressed(press, person, desk, view, outcome).await,
        Action::Evidence(action) => evidence::pressed(action, person, desk, view, outcome).await,
        Action::Queue(action) => queue::pressed(action, person, desk, view, outcome).await,
        Action::Record {
            duty,
            on,
            amount,
            measure,
        } => check_in::tapped(&duty, on, amount, measure, person, desk, view, outcome).await,
        Action::Nothing { duty, on } => {
            check_in::nothing_tapped(&duty, on, person, desk, view, outcome).await
        }
        Action::Other { duty, .. } => {
            check_in::how_to(&duty, desk, view, outcome);
            Ok(())
        }
        Action::Undo { update } => check_in::undo(update, person, desk, view, outcome).await,
        Action::AskLeave => leave::ask(person, desk, view, outcome).await,
        Action::TakeLeave { leave } => leave::tapped(leave, person, desk, view, outcome).await,
        Action::UndoLeave { update } => leave::undo(update, person, desk, view, outcome).await,
        Action::Submit { item } => items::submit(item, person, desk, view, outcome).await,
        Action::Tasks => listing::tasks(person, desk, view, outcome).await,
        Action::Speak { language } => {
            outcome.push(Effect::Speak {
                account: person.account,
                language,
            });
            let desk = Desk {
                language,
                ..desk.clone()
            };
            outcome.push(desk.turn_into(Notice::LanguageSet));
            Ok(())
        }
        Action::Pace(press) => paced(press, person, desk, view, outcome).await,
        Action::Quota(button) => quota::pressed(button, person, desk, view, outcome).await,
        Action::Movement(button) => movement::pressed(button, person, desk, view, outcome).await,
        Action::Statement(press) => match press {
            Press::Account { of } => account::pressed(of, person, desk, view, outcome).await,
            Press::Unit { unit, page } => {
                unit::pressed(unit, page, person, desk, view, outcome).await
            }
            press => history::pressed(press, person, desk, view, outcome).await,
        },
        Action::Session(action) => session::pressed(action, person, desk, view, outcome).await,
        Action::Dispute(action) => dispute::pressed(action, person, desk, view, outcome).await,
        Action::Entry(action) => of_entry(action, person, desk, view, outcome).await,
        Action::Item(press) => items::pressed(press, person, desk, view, outcome).await,
        Action::Mute(press) => mute::pressed(press, person, desk, view, outcome).await,
        Action::Dispatch(press) => dispatch::pressed(press, person, desk, view, outcome).await,
        Action::Group(press) => promise::pressed(press, person, desk, view, outcome).await,
        Action::Ask(ask) => asks::pressed(ask, person, desk, view, outcome).await,
        Action::Listing(press) => listing::pressed(press, person, desk, view, outcome).await,
        Action::LinkYes { .. } | Action::LinkNo { .. } => Ok(()),
    }
}

/// A button of one's own pace.
async fn paced(
    press: PacePress,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match press {
        PacePress::Later { slot, on } => later::later(&slot, on, person, desk, view, outcome).await,
        PacePress::Tomorrow { slot, on } => {
            later::tomorrow(&slot, on, person, desk, view, outcome).await
        }
        PacePress::MakeUp { duty, on } => {
            later::make_up(&duty, on, person, desk, view, outcome).await
        }
        PacePress::Quiet { own } => {
            quiet::keep(own, person, desk, view, outcome);
            Ok(())
        }
        PacePress::QuietDefault => {
            quiet::reset(person, desk, view, outcome);
            Ok(())
        }
        PacePress::Away { page } => away::turned(page, person, desk, view, outcome).await,
        PacePress::AwayFor { cadre, leave } => {
            away::chosen(cadre, leave, person, desk, view, outcome).await
        }
    }
}

/// A button under a record.
async fn of_entry(
    action: entry::Action,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    use entry::Action as Press;
    match action {
        Press::Label { update, kind, id } => {
            label::tapped(update, kind, &id, person, desk, view, outcome).await
        }
        Press::More { update, kind } => {
            label::more(update, kind, person, desk, view, outcome).await
        }
        Press::Again { asked } => again::pressed(asked, person, desk, view, outcome).await,
        Press::Show { update } => correction::show(update, person, desk, view, outcome).await,
        Press::Change { update } => correction::ask(update, person, desk, view, outcome).await,
        Press::Become {
            update,
            amount,
            measure,
        } => {
            let spoken = measure.spoken(amount);
            correction::tapped(update, spoken, person, desk, view, outcome).await
        }
    }
}

/// The record of a press on a button that the presser cannot have been given.
pub(super) fn refused_press(data: &str, sender: &Sender, desk: &Desk) -> Effect {
    Effect::Audit {
        account: sender.id,
        cadre: desk.person.as_ref().map(|person| person.cadre.id),
        action: "press".to_owned(),
        object: data.chars().take(64).collect(),
        allowed: false,
    }
}
