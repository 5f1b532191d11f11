//! Being away: said at any time ("请假 3.10-3.14", "出差到周五"), or by the prompt's button.

use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::away;
use crate::domain::ids::UpdateId;
use crate::domain::leave::{self, Answer, Kind, Leave, Refusal, Standing};
use crate::domain::notice::Notice;
use crate::domain::reply::Heard;
use crate::store::{Result, cadre, leave as leaves};

/// A text that speaks of leave: recorded, asked about or refused, never guessed.
pub(super) async fn said(
    heard: Heard,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let today = view.today;
    let refuse = |kind: Kind, why: Refusal| {
        let answer = Answer::Refused { kind, why, today };
        desk.say(Notice::Leave(answer))
    };
    let said = match heard {
        Heard::NoLeave => return Ok(()),
        Heard::Unclear { kind } => {
            outcome.push(refuse(kind, Refusal::Unclear));
            return Ok(());
        }
        Heard::Said(said) => said,
    };
    let most = view.service.campaign.limits.longest_leave;
    match leave::settle(&said, &view.service.calendar(), today, most) {
        Ok(Some(leave)) => take(leave, person, desk, view, outcome).await,
        Ok(None) => question(said.kind, person, desk, view, outcome).await,
        Err(why) => {
            outcome.push(refuse(said.kind, why));
            Ok(())
        }
    }
}

/// "请假" on a prompt: until when?
pub(super) async fn ask(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    question(Kind::Leave, person, desk, view, outcome).await
}

/// One of the days that the question offers. They begin on the day on which they are offered, so others
/// are forged or stale.
pub(super) async fn tapped(
    leave: Leave,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let most = view.service.campaign.limits.longest_leave;
    if leave.first != view.today || leave.last < leave.first || leave.days() > most {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    }
    take(leave, person, desk, view, outcome).await
}

/// Records a leave, unless it adds no day to what stands.
async fn take(
    leave: Leave,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let calendar = view.service.calendar();
    let standing = view.leaves(&person.cadre).await?;
    let days: Vec<Leave> = standing.iter().map(|one| one.leave).collect();
    if leave::adds(&leave, &days) {
        outcome.push(Effect::TakeLeave {
            cadre: person.cadre.id,
            leave,
            by: None,
        });
        outcome.push(desk.turn_into(Notice::Leave(Answer::Recorded {
            update: view.update,
            leave,
            work_days: leave.work_days(&calendar),
        })));
        return Ok(());
    }
    // A second tap, by an impatient thumb, gets the answer to the first.
    let same = standing.iter().find(|one| one.leave == leave);
    outcome.push(desk.turn_into(Notice::Leave(match same {
        Some(first) if desk.pressed.is_some() => Answer::Recorded {
            update: first.update,
            leave,
            work_days: leave.work_days(&calendar),
        },
        _ => {
            let (leave, update) = shown(&standing, &leave).unwrap_or((leave, None));
            Answer::Stands {
                leave,
                work_days: leave.work_days(&calendar),
                update,
            }
        }
    })));
    Ok(())
}

/// Of what stands the leave that holds the first of those days, and the update in which all of it was said,
/// if it was one.
fn shown(standing: &[Standing], said: &Leave) -> Option<(Leave, Option<UpdateId>)> {
    let whole = standing
        .iter()
        .find(|one| one.leave.holds(said.first) && one.leave.holds(said.last));
    if let Some(one) = whole {
        return Some((one.leave, Some(one.update)));
    }
    let leaves: Vec<Leave> = standing.iter().map(|one| one.leave).collect();
    Some((leave::coming(&leaves, said.first)?, None))
}

async fn question(
    kind: Kind,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let standing = view.leaves(&person.cadre).await?;
    let leaves: Vec<Leave> = standing.iter().map(|one| one.leave).collect();
    let coming = leave::coming(&leaves, view.today);
    let said_at_once = standing.iter().find(|one| Some(one.leave) == coming);
    outcome.push(desk.turn_into(Notice::Leave(Answer::Question {
        kind,
        today: view.today,
        standing: coming,
        update: said_at_once.map(|one| one.update),
    })));
    Ok(())
}

/// "销假", "取消请假": he is there from today on. The days that are over stay a leave, in a row of their own.
pub(super) async fn back(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (standing, today) = (view.leaves(&person.cadre).await?, view.today);
    let Some(ended) = leave::ended(&standing, today) else {
        outcome.push(desk.say(Notice::Leave(Answer::NoneStands { today })));
        return Ok(());
    };
    for leave in &ended.withdrawn {
        outcome.push(Effect::WithdrawLeave {
            leave: *leave,
            by: person.cadre.id,
        });
    }
    let kept_to = ended.kept.iter().map(|leave| leave.last).max();
    for leave in ended.kept {
        outcome.push(Effect::TakeLeave {
            cadre: person.cadre.id,
            leave,
            by: None,
        });
    }
    let leave = ended.whole;
    let on = (leave.first <= today).then_some(today);
    outcome.push(desk.say(Notice::Leave(Answer::Ended { leave, kept_to, on })));
    Ok(())
}

/// 撤销: the leave that one update recorded, by the person whose it is, or by who said it for him while he
/// cares for him, and by nobody else.
pub(super) async fn undo(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((whose, standing)) = leaves::of_update(view.tx, update).await? else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let own = whose == person.cadre.id;
    let whom = cadre::by_id(view.tx, whose).await?;
    let scope = view.care_scope(person).await?;
    let said_it = standing.recorded_by == Some(person.cadre.id);
    let cared_for = whom.as_ref().filter(|_| said_it);
    let cared_for = cared_for.filter(|whom| scope.covers(&whom.unit_path));
    if !own && cared_for.is_none() {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "undo_leave".to_owned(),
            object: format!("update {update}"),
            allowed: false,
        });
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    outcome.push(Effect::WithdrawLeave {
        leave: standing.id,
        by: person.cadre.id,
    });
    let leave = standing.leave;
    if let Some(whom) = cared_for.filter(|_| !own) {
        let who = whom.who();
        outcome.push(desk.turn_into(Notice::Away(away::Answer::Withdrawn { who, leave })));
        return Ok(());
    }
    let on = leave.holds(view.today).then_some(view.today);
    outcome.push(desk.turn_into(Notice::Leave(Answer::Withdrawn { leave, on })));
    Ok(())
}
