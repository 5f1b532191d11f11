//! `/points`: one's own contact points (S16); those of one's people, to give them some and to end them.

use super::office;
use super::outcome::{Effect, Outcome};
use super::proxy::{self, Pen, pen};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::amount::Amount;
use crate::domain::assignment::{Answer, Change, Point, duty};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{Ask, Duty};
use crate::domain::dialogue::Dialogue;
use crate::domain::draft::{Draft, Heard, Meant, heard, meant};
use crate::domain::ids::{AssignmentId, CadreId, UnitId};
use crate::domain::notice::{Command, Notice};
use crate::store::{Result, assignment, cadre, unit};

/// People or units that a choice shows.
const SHOWN: usize = 8;

/// The person's contact points of a duty.
pub(super) async fn points_of(
    whom: &Cadre,
    duty: &Duty,
    view: &mut View<'_>,
) -> Result<Vec<Point>> {
    let mut points = assignment::of_cadre(view.tx, whom.id).await?;
    points.retain(|point| point.duty == duty.id);
    Ok(points)
}

/// `/points` and `/points 姓名`.
pub(super) async fn points(
    name: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if name.is_empty() {
        let pen = Pen::own(person);
        return list(&pen, None, desk, view, outcome).await;
    }
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Points, name, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let found = cadre::named(view.tx, name, &scope).await?;
    let name = name.to_owned();
    let answer = match meant(&found, &name, &person.cadre) {
        Meant::One(one) => {
            let pen = Pen {
                whom: one.clone(),
                by: Some(person.cadre.id),
            };
            return list(&pen, None, desk, view, outcome).await;
        }
        Meant::Several(several) => Answer::Several {
            name,
            people: several.into_iter().take(SHOWN).map(proxy::chosen).collect(),
        },
        Meant::Nobody => Answer::Nobody { name },
    };
    outcome.push(desk.say(Notice::Points(answer)));
    Ok(())
}

/// What of a change the database does not say yet.
enum Stored {
    /// Nothing.
    Is,
    /// This one is about to end.
    Ends(AssignmentId),
    /// This one is about to come; it has no number yet.
    Comes(Point),
}

/// The points as they stand. What was changed just now is not stored yet, so it is put in here.
async fn list(
    pen: &Pen,
    change: Option<(Change, Stored)>,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let mut points = assignment::of_cadre(view.tx, pen.whom.id).await?;
    let (change, ended, added) = match change {
        Some((change, Stored::Is)) => (Some(change), None, None),
        Some((change, Stored::Ends(id))) => (Some(change), Some(id), None),
        Some((change, Stored::Comes(point))) => (Some(change), None, Some(point)),
        None => (None, None, None),
    };
    points.retain(|point| Some(point.id) != ended);
    points.extend(added);
    let mut standings = Vec::new();
    for duty in &service.campaign.duties {
        if duty.asks.contains(&Ask::ContactPoint) {
            standings.push(view.standing(&pen.whom, duty, &[]).await?);
        }
    }
    outcome.push(desk.turn_into(Notice::Points(Answer::List {
        whom: pen.chosen(),
        points,
        standings,
        change,
    })));
    Ok(())
}

/// The pen for one of the people somebody cares for: nobody entrusts units to himself.
async fn other(
    whom: CadreId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Pen>> {
    if whom == person.cadre.id {
        let object = format!("cadre {whom}");
        proxy::denied("points", &object, person, desk, outcome);
        return Ok(None);
    }
    pen(Some(whom), person, desk, view, outcome).await
}

/// Which unit?
pub(super) async fn ask(
    whom: CadreId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(pen) = other(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    which(&pen, Vec::new(), None, person, desk, view, outcome);
    Ok(())
}

fn which(
    pen: &Pen,
    found: Vec<(UnitId, String)>,
    said: Option<String>,
    person: &Person,
    desk: &Desk,
    view: &View<'_>,
    outcome: &mut Outcome,
) {
    if duty(&view.service.campaign).is_none() {
        outcome.push(desk.turn_into(Notice::Points(Answer::NoDuty)));
        return;
    }
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Record(Draft::Point { whom: pen.whom.id })),
    });
    outcome.push(desk.turn_into(Notice::Points(Answer::WhichUnit {
        whom: proxy::chosen(&pen.whom),
        found,
        said,
    })));
}

/// The unit's name in words.
pub(super) async fn said(
    whom: CadreId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(pen) = other(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let name = match heard(text) {
        Heard::Words(name) => name,
        Heard::Nothing | Heard::TooLong => {
            which(&pen, Vec::new(), None, person, desk, view, outcome);
            return Ok(());
        }
    };
    let scope = view.care_scope(person).await?;
    let mut found = unit::named(view.tx, &name, &scope).await?;
    let exact = |path: &str| path == name || path.rsplit('/').next() == Some(name.as_str());
    if found.iter().filter(|(_, path)| exact(path)).count() == 1 {
        found.retain(|(_, path)| exact(path));
    }
    if let [(unit, path)] = found.as_slice() {
        return add(&pen, *unit, path.clone(), person, desk, view, outcome).await;
    }
    found.truncate(SHOWN);
    which(&pen, found, Some(name), person, desk, view, outcome);
    Ok(())
}

/// One of the units found.
pub(super) async fn chosen(
    whom: CadreId,
    unit: UnitId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(pen) = other(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let scope = view.care_scope(person).await?;
    let path = unit::path_of(view.tx, unit).await?;
    let Some(path) = path.filter(|path| scope.covers(path)) else {
        proxy::denied("points", &format!("unit {unit}"), person, desk, outcome);
        return Ok(());
    };
    add(&pen, unit, path, person, desk, view, outcome).await
}

async fn add(
    pen: &Pen,
    unit: UnitId,
    path: String,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let Some(duty) = duty(&service.campaign) else {
        outcome.push(desk.turn_into(Notice::Points(Answer::NoDuty)));
        return Ok(());
    };
    let had = points_of(&pen.whom, duty, view).await?;
    let change = if had.iter().any(|point| point.unit == unit) {
        (Change::Had { path }, Stored::Is)
    } else {
        outcome.push(Effect::Assign {
            cadre: pen.whom.id,
            unit,
            duty: duty.id.clone(),
            by: person.cadre.id,
        });
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "points".to_owned(),
            object: format!("{} {path}", pen.whom.key),
            allowed: true,
        });
        let point = Point {
            id: AssignmentId(0),
            unit,
            path: path.clone(),
            duty: duty.id.clone(),
            done: Amount::ZERO,
        };
        (Change::Added { path }, Stored::Comes(point))
    };
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: None,
    });
    list(pen, Some(change), desk, view, outcome).await
}

/// It is his contact point no more.
pub(super) async fn end(
    id: AssignmentId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((whom, path, stands)) = assignment::by_id(view.tx, id).await? else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let Some(pen) = other(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let change = if stands {
        outcome.push(Effect::EndAssignment { assignment: id });
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "points_end".to_owned(),
            object: format!("{} {path}", pen.whom.key),
            allowed: true,
        });
        Change::Ended { path }
    } else {
        Change::EndedBefore
    };
    list(&pen, Some((change, Stored::Ends(id))), desk, view, outcome).await
}
