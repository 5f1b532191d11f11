//! `/unit`: the people of a unit by their pace, for those who care for it.

use super::account::looked;
use super::office;
use super::outcome::Outcome;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::grant::Scope;
use crate::domain::ids::UnitId;
use crate::domain::notice::{Command, Notice};
use crate::domain::rules::Rules;
use crate::domain::statement::{Answer, Member, Paces, UnitChoice, UnitPage, by_pace, page_of};
use crate::store::{Result, account, cadre, quota, unit};

/// Units that a question "which of them?" names.
const SHOWN: usize = 30;

/// People of one list. A unit with more is asked for by the units below it: nobody reads a thousand names.
const MOST: i64 = 1_000;

/// `/unit`, `/unit 春阳镇`
pub(super) async fn command(
    name: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Unit, name, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let mut units = if name.is_empty() {
        top(&scope, view).await?
    } else {
        unit::named(view.tx, name, &scope).await?
    };
    if !name.is_empty() {
        // A whole name means its bearer, though it be part of others' too.
        let whole = |(_, path): &(UnitId, String)| path.rsplit('/').next() == Some(name);
        if units.iter().any(whole) {
            units.retain(whole);
        }
    }
    let answer = choose(name, units, view).await?;
    outcome.push(desk.say(Notice::Statement(answer)));
    Ok(())
}

/// A button to a unit or one of its pages.
pub(super) async fn pressed(
    of: Option<UnitId>,
    page: u32,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let path = match of {
        Some(id) => unit::path_of(view.tx, id).await?,
        None => None,
    };
    let covered = path.filter(|path| scope.covers(path));
    let allowed = covered.is_some() || (of.is_none() && !scope.is_empty());
    let object = format!("unit {}", of.map_or(0, |id| id.0));
    outcome.push(looked("unit", object, person, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let answer = if let (Some(id), Some(path)) = (of, covered) {
        overview(id, path, page, view).await?
    } else {
        let units = top(&scope, view).await?;
        choose("", units, view).await?
    };
    outcome.push(desk.turn_into(Notice::Statement(answer)));
    Ok(())
}

/// Where the scope begins.
async fn top(scope: &Scope, view: &mut View<'_>) -> Result<Vec<(UnitId, String)>> {
    let Scope::Units(paths) = scope else {
        return unit::below(view.tx, None).await;
    };
    let mut paths = paths.clone();
    paths.sort();
    paths.dedup();
    let mut units = Vec::with_capacity(paths.len());
    // As many as the person has grants: a few.
    for path in paths {
        if let Some(id) = unit::by_path(view.tx, &path).await? {
            units.push((id, path));
        }
    }
    Ok(units)
}

/// The one unit, or which of them.
async fn choose(name: &str, units: Vec<(UnitId, String)>, view: &mut View<'_>) -> Result<Answer> {
    if let [(id, path)] = units.as_slice() {
        return overview(*id, path.clone(), 0, view).await;
    }
    let total = units.len();
    let units = units.into_iter().take(SHOWN);
    Ok(Answer::Units {
        name: name.to_owned(),
        units: units.map(|(id, path)| UnitChoice { id, path }).collect(),
        total,
    })
}

/// A unit's people with all units below it; of a very large one the units below it.
async fn overview(id: UnitId, path: String, page: u32, view: &mut View<'_>) -> Result<Answer> {
    let people = cadre::within(view.tx, &path, Some(MOST + 1)).await?;
    if i64::try_from(people.len()).unwrap_or(i64::MAX) > MOST {
        let below = unit::below(view.tx, Some(id)).await?;
        if !below.is_empty() {
            let total = below.len();
            let units = below.into_iter().take(SHOWN);
            return Ok(Answer::Units {
                name: String::new(),
                units: units.map(|(id, path)| UnitChoice { id, path }).collect(),
                total,
            });
        }
    }
    let service = view.service;
    let quotas = quota::all(view.tx).await?;
    let calendar = service.calendar();
    let rules = Rules {
        campaign: &service.campaign,
        calendar: &calendar,
        quotas: &quotas,
    };
    let standings = match service.campaign.prompted_duty() {
        Some(duty) => account::standings(view.tx, &rules, duty, &people, view.today).await?,
        None => vec![crate::domain::notice::Standing::default(); people.len()],
    };
    let members = people.into_iter().zip(standings);
    let mut members: Vec<Member> = members
        .map(|(cadre, standing)| Member {
            id: cadre.id,
            name: cadre.name,
            standing,
        })
        .collect();
    by_pace(&mut members);
    let (counts, total) = (Paces::of(&members), members.len());
    let (people, page, pages) = page_of(members, page);
    Ok(Answer::Unit(UnitPage {
        id,
        path,
        total,
        paces: counts,
        people,
        page,
        pages,
    }))
}
