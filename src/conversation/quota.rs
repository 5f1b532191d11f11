//! `/quota`: targets set locally, by liaisons and the office, within the units they care for. In one line, or step by
//! step: the duty, for whom, of which rank, how much. Nothing holds before its preview is confirmed.

mod steps;

use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::{self, QuotaDraft};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::is_within;
use crate::domain::grant::Scope;
use crate::domain::notice::{Command, Notice};
use crate::domain::quota::{Answer, Heard, Line, Named, Said, amount, said};
use crate::domain::unit::Unit;
use crate::quota::{Look, Of, Wish, look};
use crate::store::quota::Set;
use crate::store::{Result, cadre, quota, unit};

pub(super) use steps::{named, written};

/// Targets a page of the history shows.
const PAGE: usize = 10;
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
    outcome.push(desk.say(Notice::Quota(answer)));
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
        let mut units = unit::named(view.tx, &said.whom).await?;
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

/// What stands and bears on the scope's units: set for them, below them or above them.
async fn standing(scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let mut sets = quota::standing(view.tx).await?;
    sets.retain(|set| match scope {
        Scope::All => true,
        Scope::Units(paths) => {
            let above = |path: &String| set.person.is_none() && is_within(path, &set.path);
            scope.covers(&set.path) || paths.iter().any(above)
        }
    });
    let own = own_units(scope, view).await?;
    Ok(Answer::Standing {
        lines: sets.into_iter().map(|set| line(set, view)).collect(),
        unit: own.into_iter().next().map(|unit| unit.path),
    })
}

async fn history(page: u32, scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let mut sets = quota::history(view.tx).await?;
    sets.retain(|set| scope.covers(&set.path));
    let skipped = usize::try_from(page).unwrap_or(0).saturating_mul(PAGE);
    let more = sets.len() > skipped.saturating_add(PAGE);
    let sets = sets.into_iter().skip(skipped).take(PAGE);
    Ok(Answer::History {
        lines: sets.map(|set| line(set, view)).collect(),
        page,
        more,
    })
}

fn line(set: Set, view: &View<'_>) -> Line {
    let at = chrono::DateTime::from_timestamp_millis(set.at).unwrap_or(view.now);
    Line {
        duty: set.duty,
        of: match set.person {
            Some(who) => Named::Person { who },
            None => Named::Unit { path: set.path },
        },
        rank: set.rank,
        amount: set.amount,
        on: view.service.local_day(at),
        by: set.by,
    }
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
        outcome.push(tried(person, button.encode(), false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    };
    outcome.push(desk.turn_into(Notice::Quota(answer)));
    Ok(())
}

fn tried(person: &Person, object: String, allowed: bool) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "quota".to_owned(),
        object: object.chars().take(64).collect(),
        allowed,
    }
}

/// For whom a button is, if the scope covers it.
async fn of(of: action::Of, scope: &Scope, view: &mut View<'_>) -> Result<Option<Of>> {
    let found = match of {
        action::Of::Unit(id) => unit::by_id(view.tx, id).await?.map(Of::Unit),
        action::Of::Person(id) => cadre::by_id(view.tx, id).await?.map(Of::Person),
    };
    Ok(found.filter(|of| scope.covers(of.path())))
}

/// The wish of a draft; `None` if the campaign knows its duty or rank no more.
fn wish(draft: &QuotaDraft, of: Of, view: &View<'_>) -> Option<Wish> {
    let campaign = &view.service.campaign;
    campaign.duty(&draft.duty)?;
    let rank = match draft.rank {
        None => None,
        Some(at) => Some(campaign.ranks.get(at)?.id.clone()),
    };
    Some(Wish {
        duty: draft.duty.clone(),
        of,
        rank,
        amount: draft.amount,
    })
}

/// What the draft comes to; `None` if it is not the asker's to set.
async fn preview(draft: &QuotaDraft, scope: &Scope, view: &mut View<'_>) -> Result<Option<Answer>> {
    let Some(of) = of(draft.of, scope, view).await? else {
        return Ok(None);
    };
    let wish = wish(draft, of, view);
    weighed(draft, wish, false, view).await.map(Some)
}

async fn weighed(
    draft: &QuotaDraft,
    wish: Option<Wish>,
    again: bool,
    view: &mut View<'_>,
) -> Result<Answer> {
    let campaign = &view.service.campaign;
    let (Some(wish), Some(duty)) = (wish, campaign.duty(&draft.duty)) else {
        return Ok(Answer::NoDuty);
    };
    let found = look(view.tx, duty, &wish).await?;
    Ok(shown(found, draft, again))
}

/// The preview in words, or why there is none.
fn shown(found: Look, draft: &QuotaDraft, again: bool) -> Answer {
    let preview = found.preview;
    match (found.below, preview.amount) {
        (Some(least), Some(amount)) => Answer::BelowFloor {
            duty: preview.duty,
            of: preview.of,
            rank: preview.rank,
            amount,
            least,
        },
        _ if found.already => Answer::Already { preview },
        _ => Answer::Preview {
            preview,
            again,
            set: action::Quota::Set {
                draft: draft.clone(),
                seen: found.mark,
            },
        },
    }
}

/// 确定: set if all is as the preview showed it, else shown again.
async fn set(
    draft: &QuotaDraft,
    seen: u32,
    person: &Person,
    scope: &Scope,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Answer>> {
    let Some(of) = of(draft.of, scope, view).await? else {
        return Ok(None);
    };
    let campaign = &view.service.campaign;
    let (Some(wish), Some(duty)) = (wish(draft, of, view), campaign.duty(&draft.duty)) else {
        return Ok(Some(Answer::NoDuty));
    };
    let found = look(view.tx, duty, &wish).await?;
    if found.already || found.below.is_some() || found.mark != seen {
        return Ok(Some(shown(found, draft, true)));
    }
    let amount = wish
        .amount
        .map_or_else(|| "-".to_owned(), |of| of.to_string());
    let object = format!("{} {} {amount}", wish.duty, wish.of.path());
    outcome.push(tried(person, object, true));
    outcome.push(Effect::SetQuota(
        wish.row(Some(person.cadre.id), Some(view.update)),
    ));
    outcome.push(Effect::TellAll(found.told(&person.cadre.name)));
    Ok(Some(Answer::Set {
        preview: found.preview,
    }))
}

/// An amount in words, read as one of that duty.
#[expect(clippy::option_option, reason = "as the duty's reader says it")]
fn read_amount(
    duty: &str,
    text: &str,
    view: &View<'_>,
) -> Option<Option<crate::domain::amount::Amount>> {
    let campaign = &view.service.campaign;
    amount(campaign, campaign.duty(duty)?, text)
}
