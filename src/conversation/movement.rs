//! `/move`: somebody serves elsewhere, or as something else, from a day on. For the office, within what its grants
//! cover: both where he is and where he goes.

use super::office;
use super::outcome::{Effect, Moving, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::{MoveDraft, Movement, To};
use crate::domain::cadre::Cadre;
use crate::domain::grant::Scope;
use crate::domain::ids::CadreId;
use crate::domain::movement::{Answer, Change, Line, Refusal, Said, said};
use crate::domain::notice::{Command, Notice};
use crate::domain::unit::Unit;
use crate::movement::{Look, look};
use crate::store::posting::NewPosting;
use crate::store::{Result, cadre, posting, unit};

/// People or units offered as buttons.
const OFFERED: usize = 8;
/// Postings shown of a person.
const SHOWN: usize = 10;

/// The command.
pub(super) async fn command(
    argument: &str,
    scope: &Scope,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Move, argument, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let answer = match said(&view.service.campaign, argument, view.today) {
        None => Answer::HowTo,
        Some(said) => decide(said, scope, view).await?,
    };
    outcome.push(desk.say(Notice::Movement(Box::new(answer))));
    Ok(())
}

/// What the words come to.
async fn decide(said: Said, scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let people = people(&said.name, scope, view).await?;
    if people.is_empty() {
        return Ok(Answer::NobodyThere { name: said.name });
    }
    if said.unit.is_empty() && said.rank.is_none() && !said.leaves {
        return match people.as_slice() {
            [one] => history(one, view).await,
            _ => Ok(which(&people, |cadre| Movement::History {
                cadre: cadre.id,
            })),
        };
    }
    let units = if said.unit.is_empty() || said.leaves {
        Vec::new()
    } else {
        let mut units = unit::meant(view.tx, &said.unit).await?;
        units.retain(|unit| scope.covers(&unit.path));
        if units.is_empty() {
            let (words, name) = (said.unit, said.name);
            return Ok(Answer::NoUnit { words, name });
        }
        units
    };
    let ranks = &view.service.campaign.ranks;
    let rank = said
        .rank
        .and_then(|id| ranks.iter().position(|rank| rank.id == id));
    let from = said.from.unwrap_or(view.today);
    let draft = |cadre: &Cadre, unit: Option<&Unit>| MoveDraft {
        cadre: cadre.id,
        to: match unit {
            _ if said.leaves => To::Away,
            Some(unit) => To::Unit(unit.id),
            None => To::Same,
        },
        rank,
        from,
    };
    match (people.as_slice(), units.as_slice()) {
        ([one], [] | [_]) => {
            let draft = draft(one, units.first());
            preview(&draft, false, scope, view)
                .await
                .map(|answer| answer.unwrap_or(Answer::HowTo))
        }
        ([one], several) => Ok(Answer::WhichUnit {
            units: several
                .iter()
                .take(OFFERED)
                .map(|unit| (unit.path.clone(), Movement::Look(draft(one, Some(unit)))))
                .collect(),
        }),
        (_, [] | [_]) => Ok(which(&people, |cadre| {
            Movement::Look(draft(cadre, units.first()))
        })),
        // Two questions at once: the unit's whole path settles the one.
        _ => Ok(Answer::NoUnit {
            words: said.unit,
            name: said.name,
        }),
    }
}

fn which(people: &[Cadre], ask: impl Fn(&Cadre) -> Movement) -> Answer {
    let people = people.iter().take(OFFERED);
    Answer::WhichPerson {
        people: people.map(|cadre| (cadre.who(), ask(cadre))).collect(),
    }
}

/// People of that name or key whom the scope covers.
async fn people(name: &str, scope: &Scope, view: &mut View<'_>) -> Result<Vec<Cadre>> {
    let mut people = cadre::named(view.tx, name, scope).await?;
    people.retain(|cadre| cadre.name == name);
    if people.is_empty() {
        let by_key = cadre::by_key(view.tx, name).await?;
        people.extend(by_key.filter(|cadre| scope.covers(&cadre.unit_path)));
    }
    Ok(people)
}

async fn history(cadre: &Cadre, view: &mut View<'_>) -> Result<Answer> {
    let postings = posting::of_cadre(view.tx, cadre.id).await?;
    let lines = postings.into_iter().rev().take(SHOWN).map(|of| Line {
        unit: of.active.then_some(of.unit_path),
        rank: of.rank,
        from: of.from,
        waits: !of.applied,
    });
    Ok(Answer::History {
        who: cadre.who(),
        lines: lines.collect(),
    })
}

/// A button.
pub(super) async fn pressed(
    movement: Movement,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.office_scope(person).await?;
    let answer = match &movement {
        _ if scope.is_empty() => None,
        Movement::Cancel => Some(Answer::Cancelled),
        Movement::History { cadre } => match covered(*cadre, &scope, view).await? {
            Some(cadre) => Some(history(&cadre, view).await?),
            None => None,
        },
        Movement::Look(draft) => preview(draft, false, &scope, view).await?,
        Movement::Set { draft, seen } => set(draft, *seen, person, &scope, view, outcome).await?,
    };
    let Some(answer) = answer else {
        outcome.push(tried(person, &movement.encode(), false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    };
    outcome.push(desk.turn_into(Notice::Movement(Box::new(answer))));
    Ok(())
}

fn tried(person: &Person, object: &str, allowed: bool) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: "move".to_owned(),
        object: object.chars().take(64).collect(),
        allowed,
    }
}

async fn covered(id: CadreId, scope: &Scope, view: &mut View<'_>) -> Result<Option<Cadre>> {
    let found = cadre::by_id(view.tx, id).await?;
    Ok(found.filter(|cadre| scope.covers(&cadre.unit_path)))
}

/// What the draft comes to; `None` if it is not the asker's to make.
async fn looked(draft: &MoveDraft, scope: &Scope, view: &mut View<'_>) -> Result<Option<Look>> {
    let Some(before) = covered(draft.cadre, scope, view).await? else {
        return Ok(None);
    };
    let unit = match draft.to {
        To::Unit(id) => match unit::by_id(view.tx, id).await? {
            Some(unit) if scope.covers(&unit.path) => Some(unit),
            _ => return Ok(None),
        },
        To::Same | To::Away => None,
    };
    let campaign = &view.service.campaign;
    let rank = match draft.rank {
        None => None,
        Some(at) => match campaign.ranks.get(at) {
            Some(rank) => Some(rank.id.clone()),
            None => return Ok(None),
        },
    };
    let change = Change {
        unit,
        rank,
        leaves: draft.to == To::Away,
    };
    let calendar = view.service.calendar();
    let days = (draft.from, view.today);
    let found = look(view.tx, campaign, &calendar, before, &change, days).await?;
    Ok(Some(found))
}

async fn preview(
    draft: &MoveDraft,
    again: bool,
    scope: &Scope,
    view: &mut View<'_>,
) -> Result<Option<Answer>> {
    let Some(found) = looked(draft, scope, view).await? else {
        return Ok(None);
    };
    shown(found, draft, again, view).await.map(Some)
}

/// The preview in words, or why there is none.
async fn shown(found: Look, draft: &MoveDraft, again: bool, view: &mut View<'_>) -> Result<Answer> {
    let who = found.before.who();
    if found.already {
        return Ok(Answer::Already { who });
    }
    match found.refusal {
        Some(Refusal::Nothing) => return Ok(Answer::Nothing { who }),
        Some(Refusal::TooEarly(since)) => return Ok(Answer::TooEarly { who, since }),
        Some(Refusal::NoSuchDay) => {
            let last = view.service.campaign.span.end;
            return Ok(Answer::TooLate { last });
        }
        None => {}
    }
    let mut preview = found.preview;
    if let Some(duty) = view.service.campaign.prompted_duty() {
        preview.kept = Some(view.standing(&found.before, duty, &[]).await?);
    }
    Ok(Answer::Preview {
        preview,
        again,
        set: Movement::Set {
            draft: draft.clone(),
            seen: found.mark,
        },
    })
}

/// 确定: recorded if all is as the preview showed it, else shown again.
async fn set(
    draft: &MoveDraft,
    seen: u32,
    person: &Person,
    scope: &Scope,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Answer>> {
    let Some(found) = looked(draft, scope, view).await? else {
        return Ok(None);
    };
    if found.already || found.refusal.is_some() || found.mark != seen {
        return shown(found, draft, true, view).await.map(Some);
    }
    let object = format!("{} {}", found.before.key, found.after.unit_path);
    outcome.push(tried(person, &object, true));
    let new = NewPosting {
        after: found.after,
        from: found.from,
        by: Some(person.cadre.id),
    };
    outcome.push(Effect::Move(Box::new(Moving {
        moved: (found.before, new),
        beginning: view.service.campaign.span.start,
        today: view.today,
    })));
    Ok(Some(Answer::Recorded {
        preview: found.preview,
    }))
}
