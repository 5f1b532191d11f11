//! `/away`: who of those whom somebody cares for is away, and a leave entered for one of them.

use chrono::Days;

use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::away::{self, AHEAD, Answer, Candidate, LINES};
use crate::domain::cadre::Cadre;
use crate::domain::grant::Scope;
use crate::domain::ids::CadreId;
use crate::domain::leave::{self, Leave, Refusal};
use crate::domain::notice::{Command, Notice};
use crate::domain::reply::{self, Heard};
use crate::store::{Result, cadre, leave as leaves};

/// People who are offered when a name is not enough.
const OFFERED: usize = 6;

/// The command, with or without a person and days. Every attempt is on record.
pub(super) async fn command(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    if !allowed {
        outcome.push(office::attempt(desk, Command::Away, argument, false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let (name, days) = away::name_and_days(argument);
    if name.is_empty() {
        outcome.push(office::attempt(desk, Command::Away, argument, true));
        let list = list(0, &scope, view).await?;
        outcome.push(desk.say(list));
        return Ok(());
    }
    let found = cadre::named(view.tx, name, &scope).await?;
    outcome.push(office::attempt(
        desk,
        Command::Away,
        argument,
        !found.is_empty(),
    ));
    let said = |answer| desk.say(Notice::Away(answer));
    let today = view.today;
    if found.is_empty() {
        outcome.push(said(Answer::Nobody {
            name: name.to_owned(),
            today,
        }));
        return Ok(());
    }
    let leave = match days_of(days, view) {
        Ok(leave) => leave,
        Err(why) => {
            outcome.push(said(Answer::Refused {
                name: name.to_owned(),
                why,
                today,
            }));
            return Ok(());
        }
    };
    // A whole name is meant before a part of one.
    let exact: Vec<&Cadre> = found.iter().filter(|one| one.name == name).collect();
    let meant = if exact.is_empty() {
        found.iter().collect()
    } else {
        exact
    };
    if let [one] = meant[..] {
        return enter(leave, one, person, desk, view, outcome).await;
    }
    let candidate = |one: &&Cadre| Candidate {
        id: one.id,
        who: one.who(),
    };
    outcome.push(said(Answer::Which {
        people: meant.iter().take(OFFERED).map(candidate).collect(),
        total: meant.len(),
        leave,
    }));
    Ok(())
}

/// Another page of the list.
pub(super) async fn turned(
    page: usize,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    if scope.is_empty() {
        refuse(&format!("page {page}"), person, desk, outcome);
        return Ok(());
    }
    let list = list(page, &scope, view).await?;
    outcome.push(desk.turn_into(list));
    Ok(())
}

/// One of the people offered. The button is a claim: who presses must care for him now.
pub(super) async fn chosen(
    id: CadreId,
    leave: Leave,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let whom = cadre::by_id(view.tx, id).await?;
    let Some(whom) = whom.filter(|whom| whom.active && scope.covers(&whom.unit_path)) else {
        refuse(&format!("cadre {id}"), person, desk, outcome);
        return Ok(());
    };
    let most = view.service.campaign.limits.longest_leave;
    if leave.first < view.today || leave.last < leave.first || leave.days() > most {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    }
    enter(leave, &whom, person, desk, view, outcome).await
}

/// Records the leave, unless it adds no day to what stands.
async fn enter(
    leave: Leave,
    whom: &Cadre,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let standing = view.leaves(whom).await?;
    let days: Vec<Leave> = standing.iter().map(|one| one.leave).collect();
    let who = whom.who();
    if !leave::adds(&leave, &days) {
        let leave = leave::coming(&days, leave.first).unwrap_or(leave);
        outcome.push(desk.turn_into(Notice::Away(Answer::Stands { who, leave })));
        return Ok(());
    }
    outcome.push(Effect::TakeLeave {
        cadre: whom.id,
        leave,
        by: (whom.id != person.cadre.id).then_some(person.cadre.id),
    });
    outcome.push(desk.turn_into(Notice::Away(Answer::Recorded {
        who,
        update: view.update,
        leave,
        work_days: leave.work_days(&view.service.calendar()),
    })));
    Ok(())
}

/// What was written behind the name. Leave is meant where it says neither leave nor trip.
fn days_of(text: &str, view: &View<'_>) -> std::result::Result<Leave, Refusal> {
    let today = view.today;
    let Heard::Said(said) = reply::days_away(text, today) else {
        return Err(Refusal::Unclear);
    };
    let most = view.service.campaign.limits.longest_leave;
    leave::settle(&said, &view.service.calendar(), today, most)?.ok_or(Refusal::Unclear)
}

async fn list(page: usize, scope: &Scope, view: &mut View<'_>) -> Result<Notice> {
    let today = view.today;
    let to = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let mut absent = leaves::absent(view.tx, today, to).await?;
    absent.retain(|one| scope.covers(&one.who.unit));
    let total = absent.len();
    let page = away::page(total, page);
    Ok(Notice::Away(Answer::List {
        today,
        now: absent.iter().filter(|one| one.leave.holds(today)).count(),
        absent: absent.into_iter().skip(page * LINES).take(LINES).collect(),
        page,
        total,
    }))
}

fn refuse(object: &str, person: &Person, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: Command::Away.name().to_owned(),
        object: object.to_owned(),
        allowed: false,
    });
    outcome.push(desk.say(Notice::Denied));
}
