//! 上下联动 (S28): a unit hands an item up, the unit above takes it up by a day of its own or sends it back.

use chrono::NaiveDate;

use super::{forged, of, open, say, take, turn, wait};
use crate::conversation::items::happen;
use crate::conversation::outcome::Outcome;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::action::Ask;
use crate::domain::asks::{Answer, Draft, Gap, Reason, Wrong, above, days_after};
use crate::domain::cadre::Cadre;
use crate::domain::extension;
use crate::domain::grant::Scope;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Step, Verb};
use crate::domain::kept::typed;
use crate::domain::notice::Who;
use crate::store::item::LedgerRow;
use crate::store::{Result, cadre, item as store, unit};

/// Levels that an item may be handed up at once.
const LEVELS: usize = 2;
/// People offered as buttons.
const OFFERED: usize = 6;
/// People of a unit that are looked at for that.
const LOOKED_AT: i64 = 20;

/// 上报: to which unit, if there are several above; then why.
pub(super) async fn up(
    row: &LedgerRow,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let units = levels(row, view).await?;
    match <[_; 1]>::try_from(units) {
        Ok([(to, path)]) => {
            let answer = why(row, to, path, person, outcome);
            say(answer, desk, outcome);
        }
        Err(units) => say(Answer::Above { of: of(row), units }, desk, outcome),
    }
    Ok(())
}

/// The units that it may be handed up to, the nearest first.
async fn levels(row: &LedgerRow, view: &mut View<'_>) -> Result<Vec<(UnitId, String)>> {
    let mut units = Vec::new();
    for path in above(&row.path, LEVELS) {
        if let Some(id) = unit::by_path(view.tx, path).await? {
            units.push((id, path.to_owned()));
        }
    }
    Ok(units)
}

fn why(
    row: &LedgerRow,
    to: UnitId,
    unit: String,
    person: &Person,
    outcome: &mut Outcome,
) -> Answer {
    let item = ItemId(row.id);
    wait(Draft::HandUp { item, to }, person, outcome);
    Answer::HandWhy {
        of: of(row),
        to,
        unit,
    }
}

/// The unit was chosen.
pub(super) async fn to(
    item: ItemId,
    to: UnitId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = open(Verb::HandUp, item, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let units = levels(&row, view).await?;
    let Some((to, path)) = units.into_iter().find(|(id, _)| *id == to) else {
        forged(Ask::Up { item, to }, person, desk, outcome);
        return Ok(());
    };
    let answer = why(&row, to, path, person, outcome);
    turn(answer, desk, outcome);
    Ok(())
}

/// The reason was chosen or typed: it waits for the unit above now.
pub(super) async fn because(
    item: ItemId,
    to: UnitId,
    reason: String,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = open(Verb::HandUp, item, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let units = levels(&row, view).await?;
    let Some((to, unit)) = units.into_iter().find(|(id, _)| *id == to) else {
        let ask = match Reason::from_kept(&reason) {
            Some(reason) => Ask::UpFor { item, to, reason },
            None => Ask::Up { item, to },
        };
        forged(ask, person, desk, outcome);
        return Ok(());
    };
    if reason.is_empty() {
        let answer = why(&row, to, unit, person, outcome);
        say(answer, desk, outcome);
        return Ok(());
    }
    let step = Step::HandUp {
        to,
        why: reason.clone(),
    };
    if let Some((row, taken)) = take(item, step, person, desk, view, outcome).await? {
        happen(&row, taken, outcome);
        let answer = Answer::HandedUp {
            of: of(&row),
            unit,
            why: reason,
        };
        turn(answer, desk, outcome);
    }
    Ok(())
}

/// 接办: by when?
pub(super) async fn when(
    row: &LedgerRow,
    wrong: Option<Wrong>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let item = ItemId(row.id);
    let hand = store::last_hand(view.tx, item).await?;
    let (from, why) = hand.map_or_else(
        || (row.path.clone(), String::new()),
        |hand| (hand.from_path, hand.why),
    );
    wait(Draft::TakeUp { item, on: None }, person, outcome);
    let last = view.service.campaign.span.end;
    let gaps = [Gap::Fortnight, Gap::Month];
    let days = days_after(view.today, &gaps, &view.service.calendar(), last);
    let answer = Answer::When {
        of: of(row),
        from,
        why,
        example: days.first().map_or(last, |(_, day)| *day),
        days,
        wrong,
    };
    say(answer, desk, outcome);
    Ok(())
}

/// Words to one of the two questions: by when, by whom.
pub(super) async fn said(
    (item, on): (ItemId, Option<NaiveDate>),
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(on) = on else {
        let span = view.service.campaign.span;
        return match extension::day(text, span, view.today) {
            Some(on) => by(item, on, person, desk, view, outcome).await,
            None => match open(Verb::TakeUp, item, person, desk, view, outcome).await? {
                Some(row) => when(&row, Some(Wrong::NoDay), person, desk, view, outcome).await,
                None => Ok(()),
            },
        };
    };
    let Some((row, path)) = offered(item, on, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let name = typed(text);
    let scope = Scope::Units(vec![path.clone()]);
    let mut found = cadre::named(view.tx, &name, &scope).await?;
    found.retain(|cadre| cadre.name == name);
    match found.as_slice() {
        [one] => take_up(item, on, one.id, person, desk, view, outcome).await,
        [] => {
            let wrong = Some(Wrong::Nobody { name });
            let people = others(&row, person, view).await?;
            ask_whom(&row, (on, path), people, wrong, person, desk, outcome);
            Ok(())
        }
        several => {
            let people = several.iter().take(OFFERED).map(one_of).collect();
            wait(Draft::TakeUp { item, on: Some(on) }, person, outcome);
            let answer = Answer::Whom {
                of: of(&row),
                on,
                unit: path,
                me: person.cadre.id,
                people,
                several: true,
                wrong: None,
            };
            say(answer, desk, outcome);
            Ok(())
        }
    }
}

/// The day was chosen or written: by whom?
pub(super) async fn by(
    item: ItemId,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((row, path)) = offered(item, on, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let people = others(&row, person, view).await?;
    ask_whom(&row, (on, path), people, None, person, desk, outcome);
    Ok(())
}

/// The item and the path of the unit it is handed up to, if he may take it up by that day; else he has been
/// answered.
async fn offered(
    item: ItemId,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<(LedgerRow, String)>> {
    let Some(row) = open(Verb::TakeUp, item, person, desk, view, outcome).await? else {
        return Ok(None);
    };
    let last = view.service.campaign.span.end;
    let wrong = if on < view.today {
        Some(Wrong::Past)
    } else if on > last {
        Some(Wrong::TooLate { last })
    } else {
        None
    };
    if wrong.is_some() {
        when(&row, wrong, person, desk, view, outcome).await?;
        return Ok(None);
    }
    let to = UnitId(row.offered_to.unwrap_or(row.unit_id));
    let path = unit::path_of(view.tx, to).await?;
    Ok(path.map(|path| (row, path)))
}

/// People of the unit it is handed up to, but for who asks.
async fn others(
    row: &LedgerRow,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Vec<(CadreId, Who)>> {
    let to = UnitId(row.offered_to.unwrap_or(row.unit_id));
    let people = cadre::of_unit(view.tx, to, LOOKED_AT).await?;
    let others = people.iter().filter(|cadre| cadre.id != person.cadre.id);
    Ok(others.take(OFFERED).map(one_of).collect())
}

fn one_of(cadre: &Cadre) -> (CadreId, Who) {
    (cadre.id, cadre.who())
}

fn ask_whom(
    row: &LedgerRow,
    (on, unit): (NaiveDate, String),
    people: Vec<(CadreId, Who)>,
    wrong: Option<Wrong>,
    person: &Person,
    desk: &Desk,
    outcome: &mut Outcome,
) {
    let item = ItemId(row.id);
    wait(Draft::TakeUp { item, on: Some(on) }, person, outcome);
    let answer = Answer::Whom {
        of: of(row),
        on,
        unit,
        me: person.cadre.id,
        people,
        several: false,
        wrong,
    };
    turn(answer, desk, outcome);
}

/// Who does it was chosen or named: it is the unit's own now.
pub(super) async fn take_up(
    item: ItemId,
    on: NaiveDate,
    whom: CadreId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((_, path)) = offered(item, on, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let found = cadre::by_id(view.tx, whom).await?;
    let scope = Scope::Units(vec![path]);
    let is_his = |cadre: &Cadre| cadre.id == person.cadre.id || scope.covers(&cadre.unit_path);
    let Some(whom) = found.filter(|cadre| cadre.active && is_his(cadre)) else {
        forged(Ask::TakeUp { item, on, whom }, person, desk, outcome);
        return Ok(());
    };
    let step = Step::TakeUp {
        deadline: on,
        responsible: whom.id,
    };
    if let Some((row, taken)) = take(item, step, person, desk, view, outcome).await? {
        happen(&row, taken, outcome);
        let answer = Answer::TakenUp {
            of: of(&row),
            on,
            who: whom.who(),
        };
        turn(answer, desk, outcome);
    }
    Ok(())
}

/// 退回下级: why?
pub(super) async fn back(
    row: &LedgerRow,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let item = ItemId(row.id);
    let hand = store::last_hand(view.tx, item).await?;
    wait(Draft::SendBack { item }, person, outcome);
    let answer = Answer::BackWhy {
        of: of(row),
        unit: hand.map_or_else(|| row.path.clone(), |hand| hand.from_path),
    };
    say(answer, desk, outcome);
    Ok(())
}

/// The reason was written: it is back.
pub(super) async fn send_back(
    item: ItemId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let why = typed(text);
    if why.is_empty() {
        return super::begin(Verb::SendBack, item, person, desk, view, outcome).await;
    }
    let step = Step::SendBack { why };
    if let Some((row, taken)) = take(item, step, person, desk, view, outcome).await? {
        happen(&row, taken, outcome);
        let answer = Answer::SentBack {
            of: of(&row),
            unit: row.path.clone(),
        };
        say(answer, desk, outcome);
    }
    Ok(())
}
