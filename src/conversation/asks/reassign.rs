//! 改派: an item becomes somebody else's, or another unit's, as its preview showed it.

use super::{forged, of, open, say, take, turn, wait};
use crate::conversation::items::happen;
use crate::conversation::outcome::Outcome;
use crate::conversation::party;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::action::{Ask, Whose, seen};
use crate::domain::asks::{Answer, Draft, Heir, Wrong};
use crate::domain::cadre::Cadre;
use crate::domain::grant::Scope;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Reassigned, Role, Step, Verb};
use crate::domain::kept::typed;
use crate::domain::notice::Who;
use crate::domain::unit::Unit;
use crate::store::item::LedgerRow;
use crate::store::{Result, cadre, unit};

/// People a page.
const PAGE: usize = 6;
/// People of a unit that are paged through; of a larger one the name is written.
const MOST: i64 = 300;
/// People or units of one name that are offered.
const ALIKE: usize = 8;

/// Asks whose it becomes.
pub(super) async fn whom(
    row: &LedgerRow,
    page: u32,
    wrong: Option<Wrong>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let item = ItemId(row.id);
    let people = cadre::of_unit(view.tx, UnitId(row.unit_id), MOST).await?;
    let now = row.responsible_id.map(CadreId);
    let others: Vec<&Cadre> = people
        .iter()
        .filter(|cadre| Some(cadre.id) != now)
        .collect();
    let pages = others.len().div_ceil(PAGE).max(1);
    // A forged page, or one of a unit that has become smaller.
    let at = usize::try_from(page).unwrap_or(0).min(pages - 1);
    let people = others.iter().skip(at * PAGE).take(PAGE);
    let units = !view.office_scope(person).await?.is_empty();
    wait(Draft::Reassign { item }, person, outcome);
    let answer = Answer::ToWhom {
        of: of(row),
        was: row.responsible.clone(),
        people: people.map(|cadre| (cadre.id, cadre.who())).collect(),
        page: u32::try_from(at).unwrap_or(0),
        more: at + 1 < pages,
        units,
        wrong,
    };
    turn(answer, desk, outcome);
    Ok(())
}

/// To whom he may give it: people of its unit as its lead, of all that he cares for otherwise.
async fn scope(row: &LedgerRow, person: &Person, view: &mut View<'_>) -> Result<Scope> {
    let care = view.care_scope(person).await?;
    let leads = party::party(person, row, view).await?.is(Role::Lead);
    Ok(if leads {
        care.and(Scope::Units(vec![row.path.clone()]))
    } else {
        care
    })
}

/// A name, or a unit, was written.
pub(super) async fn said(
    item: ItemId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = open(Verb::Reassign, item, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let name = typed(text);
    let scope = scope(&row, person, view).await?;
    let mut people = Vec::new();
    if !name.is_empty() {
        people = cadre::named(view.tx, &name, &scope).await?;
        people.retain(|cadre| cadre.name == name);
    }
    let units: Vec<Unit> = if people.is_empty() && !name.is_empty() {
        let office = view.office_scope(person).await?;
        let mut units = unit::meant(view.tx, &name).await?;
        units.retain(|unit| office.covers(&unit.path));
        units
    } else {
        Vec::new()
    };
    match (people.as_slice(), units.as_slice()) {
        ([one], _) => preview(&row, Whose::Person(one.id), person, desk, view, outcome).await,
        ([], [one]) => preview(&row, Whose::Unit(one.id), person, desk, view, outcome).await,
        ([], []) => {
            let wrong = Some(Wrong::Nobody { name });
            whom(&row, 0, wrong, person, desk, view, outcome).await
        }
        _ => {
            let people = people.iter().take(ALIKE);
            let units = units.iter().take(ALIKE);
            let answer = Answer::Which {
                of: of(&row),
                people: people.map(|cadre| (cadre.id, cadre.who())).collect(),
                units: units.map(|unit| (unit.id, unit.path.clone())).collect(),
            };
            say(answer, desk, outcome);
            Ok(())
        }
    }
}

/// Whom a button names, if he may give it to him.
async fn heir(
    row: &LedgerRow,
    to: Whose,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<(Heir, Reassigned)>> {
    let stays = Reassigned {
        unit: UnitId(row.unit_id),
        responsible: None,
        name: String::new(),
        lead: row.lead_id.map(CadreId),
        lead_name: row.lead_name.clone(),
    };
    match to {
        Whose::Person(id) => {
            let scope = scope(row, person, view).await?;
            let found = cadre::by_id(view.tx, id).await?;
            let found = found.filter(|cadre| cadre.active && scope.covers(&cadre.unit_path));
            Ok(found.map(|cadre| {
                let who: Who = cadre.who();
                let new = Reassigned {
                    unit: cadre.unit,
                    responsible: Some(cadre.id),
                    name: cadre.name,
                    ..stays
                };
                (Heir::Person(who), new)
            }))
        }
        Whose::Unit(id) => {
            let office = view.office_scope(person).await?;
            let found = unit::by_id(view.tx, id).await?;
            let found = found.filter(|unit| office.covers(&unit.path));
            Ok(found.map(|unit| {
                let new = Reassigned {
                    unit: unit.id,
                    ..stays
                };
                (Heir::Unit(unit.path), new)
            }))
        }
    }
}

/// What the preview shows, in a mark.
fn mark(row: &LedgerRow, new: &Reassigned) -> u32 {
    let (was, is) = (row.responsible_id, new.responsible.map(|id| id.0));
    seen(&format!(
        "{}|{was:?}|{}|{}|{is:?}|{}",
        row.unit_id, row.responsible, new.unit, new.name
    ))
}

fn is_same(row: &LedgerRow, new: &Reassigned) -> bool {
    row.responsible_id == new.responsible.map(|id| id.0)
        && row.unit_id == new.unit.0
        && (new.responsible.is_some() || row.responsible.is_empty())
}

/// Somebody was chosen.
pub(super) async fn look(
    item: ItemId,
    to: Whose,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match open(Verb::Reassign, item, person, desk, view, outcome).await? {
        Some(row) => preview(&row, to, person, desk, view, outcome).await,
        None => Ok(()),
    }
}

async fn preview(
    row: &LedgerRow,
    to: Whose,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let item = ItemId(row.id);
    match heir(row, to, person, view).await? {
        Some((heir, new)) => turn(shown(row, to, heir, &new, false), desk, outcome),
        None => forged(Ask::Look { item, to }, person, desk, outcome),
    }
    Ok(())
}

fn shown(row: &LedgerRow, to: Whose, heir: Heir, new: &Reassigned, again: bool) -> Answer {
    let of = of(row);
    if is_same(row, new) {
        return Answer::Same { of, heir };
    }
    let set = Ask::Set {
        item: ItemId(row.id),
        to,
        seen: mark(row, new),
    };
    Answer::Preview {
        of,
        was: row.responsible.clone(),
        heir,
        again,
        set,
    }
}

/// 确定: it is his now, if all is as the preview showed it; else it is shown again.
pub(super) async fn set(
    item: ItemId,
    (to, seen): (Whose, u32),
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = open(Verb::Reassign, item, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let Some((heir, new)) = heir(&row, to, person, view).await? else {
        forged(Ask::Set { item, to, seen }, person, desk, outcome);
        return Ok(());
    };
    if is_same(&row, &new) || mark(&row, &new) != seen {
        turn(shown(&row, to, heir, &new, true), desk, outcome);
        return Ok(());
    }
    let was = row.responsible.clone();
    let step = Step::Reassign(new);
    if let Some((row, taken)) = take(item, step, person, desk, view, outcome).await? {
        happen(&row, taken, outcome);
        let of = of(&row);
        turn(Answer::Reassigned { of, was, heir }, desk, outcome);
    }
    Ok(())
}
