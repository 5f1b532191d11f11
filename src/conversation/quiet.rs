//! `/quiet`: quiet hours of one's own beside the campaign's.

use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::notice::Notice;
use crate::domain::quiet::{self, Answer, Heard, Quiet, Refusal};
use crate::store::{Result, quiet as hours};

/// What was written behind the command.
pub(super) async fn command(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match quiet::heard(argument) {
        Heard::Asks => {
            let limits = &view.service.campaign.limits;
            let own = hours::of_cadre(view.tx, person.cadre.id).await?;
            outcome.push(desk.say(Notice::Quiet(Answer::Question {
                all: limits.quiet(),
                own,
                choices: quiet::choices(limits),
            })));
        }
        Heard::Reset => reset(person, desk, view, outcome),
        Heard::Hours(own) => keep(own, person, desk, view, outcome),
        Heard::Unclear => outcome.push(refusal(Refusal::Unclear, desk, view)),
    }
    Ok(())
}

/// Keeps these hours, or says why not. Those on a button are checked like those that are typed.
pub(super) fn keep(
    own: Quiet,
    person: &Person,
    desk: &Desk,
    view: &View<'_>,
    outcome: &mut Outcome,
) {
    let campaign = &view.service.campaign;
    let own = match quiet::settle(own, &campaign.limits) {
        Ok(own) => own,
        Err(why) => {
            outcome.push(refusal(why, desk, view));
            return;
        }
    };
    outcome.push(Effect::KeepQuiet {
        cadre: person.cadre.id,
        own: Some(own),
    });
    // What the slots say next, in the campaign's order: the first that these hours move.
    let instead = campaign.slots.iter().find_map(|slot| {
        let at = slot.schedule.next_after(view.now)?;
        quiet::instead(own, &campaign.limits, campaign.zone, at)
    });
    outcome.push(desk.turn_into(Notice::Quiet(Answer::Kept { own, instead })));
}

/// The campaign's hours alone.
pub(super) fn reset(person: &Person, desk: &Desk, view: &View<'_>, outcome: &mut Outcome) {
    outcome.push(Effect::KeepQuiet {
        cadre: person.cadre.id,
        own: None,
    });
    let all = view.service.campaign.limits.quiet();
    outcome.push(desk.turn_into(Notice::Quiet(Answer::Reset { all })));
}

fn refusal(why: Refusal, desk: &Desk, view: &View<'_>) -> Effect {
    let limits = &view.service.campaign.limits;
    desk.say(Notice::Quiet(Answer::Refused {
        why,
        all: limits.quiet(),
        example: quiet::choices(limits).pop(),
    }))
}
