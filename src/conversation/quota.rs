//! `/quota`: targets set locally, by liaisons and the office, within the units they care for. In one line, or step by
//! step: the duty, for whom, of which rank, how much. Nothing holds before its preview is confirmed.

mod listing;
mod steps;
mod wish;

use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::{self, QuotaDraft};
use crate::domain::cadre::Cadre;
use crate::domain::grant::Scope;
use crate::domain::notice::{Command, Notice};
use crate::domain::quota::{Answer, Heard, Said, said};
use crate::domain::unit::Unit;
use crate::quota::Of;
use crate::store::{Result, cadre, unit};

use listing::{history, standing};
use wish::{of, preview, read_amount, set, weighed, wish};

pub(super) use steps::{named, written};

/// People or units offered as buttons.
const OFFERED: usize = 20;

/// The command.
pub(super) async fn command(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Quota, argument, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    outcome.push(forget(person));
    let answer = match said(&view.service.campaign, argument) {
        Heard::Nothing => standing(&scope, view).await?,
        Heard::History => history(0, &scope, view).await?,
        Heard::NoDuty => Answer::NoDuty,
        Heard::NoAmount { duty } => Answer::NoAmount { duty },
        Heard::Said(said) => decide(&said, &scope, view).await?,
    };
    outcome.push(desk.say(Notice::Quota(Box::new(answer))));
    Ok(())
}

/// Whatever was asked in words is asked no more.
fn forget(person: &Person) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: None,
    }
}

/// What the words come to.
async fn decide(said: &Said, scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let ranks = &view.service.campaign.ranks;
    let rank = said
        .rank
        .as_ref()
        .and_then(|id| ranks.iter().position(|rank| rank.id == *id));
    let draft = |of: action::Of| QuotaDraft {
        duty: said.duty.clone(),
        of,
        rank,
        amount: said.amount,
    };
    let units = if said.whom.is_empty() {
        own_units(scope, view).await?
    } else {
        let mut units = unit::meant(view.tx, &said.whom).await?;
        units.retain(|unit| scope.covers(&unit.path));
        units
    };
    match units.as_slice() {
        [] => {}
        [one] => {
            let draft = draft(action::Of::Unit(one.id));
            let wish = wish(&draft, Of::Unit(one.clone()), view);
            return weighed(&draft, wish, false, view).await;
        }
        several => {
            let offered = several.iter().take(OFFERED).map(|unit| {
                let look = action::Quota::Look(draft(action::Of::Unit(unit.id)));
                (unit.path.clone(), look)
            });
            return Ok(Answer::Whom {
                duty: said.duty.clone(),
                units: offered.collect(),
                ambiguous: true,
            });
        }
    }
    let people = people(&said.whom, scope, view).await?;
    match people.as_slice() {
        [] => no_such(&said.whom, &said.duty, scope, view).await,
        [one] => {
            let draft = draft(action::Of::Person(one.id));
            let wish = wish(&draft, Of::Person(one.clone()), view);
            weighed(&draft, wish, false, view).await
        }
        several => Ok(Answer::Which {
            people: several
                .iter()
                .take(OFFERED)
                .map(|cadre| {
                    let look = action::Quota::Look(draft(action::Of::Person(cadre.id)));
                    (cadre.who(), look)
                })
                .collect(),
        }),
    }
}

async fn no_such(words: &str, duty: &str, scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let own = own_units(scope, view).await?;
    Ok(Answer::NoSuch {
        words: words.to_owned(),
        duty: duty.to_owned(),
        unit: own.first().map(|unit| unit.path.clone()),
    })
}

/// The units that somebody cares for; for the office over everything, those at the top.
async fn own_units(scope: &Scope, view: &mut View<'_>) -> Result<Vec<Unit>> {
    let mut units = unit::all(view.tx).await?;
    match scope {
        Scope::All => units.retain(|unit| unit.depth == 1),
        Scope::Units(paths) => units.retain(|unit| paths.contains(&unit.path)),
    }
    Ok(units)
}

/// People of that name or key whom the scope covers.
async fn people(name: &str, scope: &Scope, view: &mut View<'_>) -> Result<Vec<Cadre>> {
    if name.is_empty() {
        return Ok(Vec::new());
    }
    let mut people = cadre::named(view.tx, name, scope).await?;
    people.retain(|cadre| cadre.name == name);
    if people.is_empty() {
        let by_key = cadre::by_key(view.tx, name).await?;
        people.extend(by_key.filter(|cadre| scope.covers(&cadre.unit_path)));
    }
    Ok(people)
}

/// A button.
pub(super) async fn pressed(
    button: action::Quota,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let answer = if scope.is_empty() {
        None
    } else {
        outcome.push(forget(person));
        match &button {
            action::Quota::Show => Some(standing(&scope, view).await?),
            action::Quota::History { page } => Some(history(*page, &scope, view).await?),
            action::Quota::Cancel => Some(Answer::Cancelled),
            action::Quota::Look(draft) => preview(draft, &scope, view).await?,
            action::Quota::Set { draft, seen } => {
                set(draft, *seen, person, &scope, view, outcome).await?
            }
            step => steps::step(step, person, &scope, view, outcome).await?,
        }
    };
    let Some(answer) = answer else {
        outcome.push(tried(person, &button.encode(), false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    };
    outcome.push(desk.turn_into(Notice::Quota(Box::new(answer))));
    Ok(())
}

fn tried(person: &Person, object: &str, allowed: bool) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "quota".to_owned(),
        object: object.chars().take(64).collect(),
        allowed,
    }
}
