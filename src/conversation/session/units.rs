//! Of which unit a session is.

use super::At;
use super::opening::proceed;
use crate::conversation::outcome::Outcome;
use crate::conversation::view::View;
use crate::domain::campaign::Duty;
use crate::domain::dialogue::Dialogue;
use crate::domain::grant::Scope;
use crate::domain::ids::{SessionId, UnitId};
use crate::domain::session::{Answer, Draft, LONGEST_LIST, Place, Refusal};
use crate::store::{Result, session as sessions, unit};

/// Units that a question offers; more are found by their name.
const UNITS: usize = 16;

/// Of which unit a draft is.
pub(super) enum Whose {
    Known { draft: Draft, path: String },
    Ask(Vec<(UnitId, String)>),
    NotHis,
}

/// A unit is not asked for if he cares for one only, and asked for below one whose list would be too long.
pub(super) async fn settled(draft: Draft, at: At<'_>, view: &mut View<'_>) -> Result<Whose> {
    let (unit, path) = if let Some(unit) = draft.unit {
        match unit::path_of(view.tx, unit).await? {
            Some(path) if at.scope.covers(&path) => (unit, path),
            _ => return Ok(Whose::NotHis),
        }
    } else {
        let mut own = his_units(at, view).await?;
        match own.pop() {
            Some(only) if own.is_empty() => only,
            last => {
                own.extend(last);
                return Ok(Whose::Ask(own));
            }
        }
    };
    let (people, _) = sessions::count(view.tx, SessionId(0), &path).await?;
    if people > LONGEST_LIST {
        let below = unit::below(view.tx, Some(unit)).await?;
        if !below.is_empty() {
            return Ok(Whose::Ask(below));
        }
    }
    let draft = Draft {
        unit: Some(unit),
        ..draft
    };
    Ok(Whose::Known { draft, path })
}

/// The units that somebody cares for, his own first.
async fn his_units(at: At<'_>, view: &mut View<'_>) -> Result<Vec<(UnitId, String)>> {
    let own = &at.person.cadre.unit_path;
    let mut units = match at.scope {
        Scope::All => unit::below(view.tx, None).await?,
        Scope::Units(paths) => {
            let mut units = Vec::new();
            for path in paths {
                if let Some(id) = unit::by_path(view.tx, path).await? {
                    units.push((id, path.clone()));
                }
            }
            units.sort_by(|a, b| a.1.cmp(&b.1));
            units.dedup();
            units
        }
    };
    if let Some(place) = units.iter().position(|(_, path)| path == own) {
        let mine = units.remove(place);
        units.insert(0, mine);
    } else if *at.scope == Scope::All {
        units.insert(0, (at.person.cadre.unit, own.clone()));
    }
    Ok(units)
}

/// A unit's name in answer to the question.
pub(super) async fn unit_said(
    name: &str,
    draft: Draft,
    duty: &Duty,
    at: At<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let found = unit::named(view.tx, name, at.scope).await?;
    match found.as_slice() {
        [] => {
            let name = name.to_owned();
            outcome.push(at.refuse(Refusal::UnknownUnit { name }));
            Ok(())
        }
        [(id, _)] => {
            let draft = Draft {
                unit: Some(*id),
                ..draft
            };
            proceed(draft, at, view, outcome).await
        }
        _ => {
            ask_unit(found, draft, duty, at, outcome);
            Ok(())
        }
    }
}

/// Which of these?
pub(super) fn ask_unit(
    units: Vec<(UnitId, String)>,
    draft: Draft,
    duty: &Duty,
    at: At<'_>,
    outcome: &mut Outcome,
) {
    let total = units.len();
    let place = |(id, path)| Place { id, path };
    outcome.push(at.awaits(Some(Dialogue::Session { draft })));
    outcome.push(at.say(Answer::AskUnit {
        draft,
        duty: duty.id.clone(),
        units: units.into_iter().map(place).take(UNITS).collect(),
        total,
    }));
}
