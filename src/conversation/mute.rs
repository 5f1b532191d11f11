//! "今后3天不提醒": an item silent to whoever has to do it, within the bounds of its kind.

use super::outcome::{Effect, Outcome};
use super::party;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::MutePress;
use crate::domain::item::Role;
use crate::domain::mute::{Answer, Why, until};
use crate::domain::notice::Notice;
use crate::store::{Result, item};

/// A button under a reminder.
pub(super) async fn pressed(
    press: MutePress,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let MutePress { item, days } = press;
    let Some(row) = item::hold(view.tx, item).await? else {
        refuse(press, person, desk, outcome);
        return Ok(());
    };
    let party = party::party(person, &row, view).await?;
    let kind = view.service.campaign.kind(&row.kind);
    let Some(kind) = kind.filter(|_| party.is(Role::Responsible)) else {
        refuse(press, person, desk, outcome);
        return Ok(());
    };
    let (no, cadre) = (row.no.clone(), person.cadre.id);
    if days == 0 {
        if let Some(yesterday) = view.today.pred_opt() {
            outcome.push(Effect::Mute {
                item,
                cadre,
                until: yesterday,
            });
        }
        outcome.push(desk.say(Notice::Mute(Answer::Speaks { no })));
        return Ok(());
    }
    let calendar = view.service.calendar();
    match until(&row.item(), kind, days, &calendar, view.today) {
        Ok(until) => {
            outcome.push(Effect::Mute { item, cadre, until });
            outcome.push(desk.say(Notice::Mute(Answer::Silent { item, no, until })));
        }
        Err(why) => {
            if matches!(why, Why::TooLong { .. } | Why::Never) {
                // No button of ours says so.
                outcome.push(attempt(press, person));
            }
            outcome.push(desk.say(Notice::Mute(Answer::Refused { item, no, why })));
        }
    }
    Ok(())
}

fn refuse(press: MutePress, person: &Person, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(attempt(press, person));
    outcome.push(desk.say(Notice::ItemNotYours));
}

fn attempt(press: MutePress, person: &Person) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "mute".to_owned(),
        object: format!("item {}", press.item),
        allowed: false,
    }
}
