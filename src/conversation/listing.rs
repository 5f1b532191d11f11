//! Lists of items: `/tasks`, `/items`, `/item`, `/search` and their pages. Who looks is looked up each time; a list
//! holds what he may see then, and nothing else.

mod number;
mod search;

use super::items::{self, due};
use super::outcome::{Effect, Outcome};
use super::party::is_head;
use super::router::Desk;
use super::view::{Person, View};
use super::{office, opening};
use crate::domain::action::Listing;
use crate::domain::action::item::Press;
use crate::domain::grant::{Role, Scope};
use crate::domain::ids::{ItemId, UnitId};
use crate::domain::item::{Status, by_urgency};
use crate::domain::listing::{
    Answer, Count, Head, Lights, Line, List, Listed, Of, Viewer, page_of,
};
use crate::domain::notice::{Command, Notice};
use crate::store::item::lists::{self, Look, Which};
use crate::store::{Result, grant, unit};

pub(super) use number::number;
pub(super) use search::{search, searched};

/// Units that a question "which of them?" names.
const SHOWN: usize = 20;

/// Who looks, and what he answers for.
pub(super) async fn viewer(person: &Person, view: &mut View<'_>) -> Result<Viewer> {
    let grants = grant::of(view.tx, person.cadre.id).await?;
    let scope = |role| Scope::of(&grants, role);
    Ok(Viewer {
        cadre: person.cadre.id,
        unit: person.cadre.unit,
        path: person.cadre.unit_path.clone(),
        is_head: is_head(&view.service.campaign, &person.cadre.traits),
        liaison: scope(Role::Liaison),
        supervision: scope(Role::Supervision),
        office: scope(Role::Office),
    })
}

/// `/tasks`: what the person has to do, and the first of his lists with something in it.
pub(super) async fn tasks(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let answer = home(person, view).await?;
    outcome.push(desk.say(Notice::Listing(answer)));
    Ok(())
}

async fn home(person: &Person, view: &mut View<'_>) -> Result<Answer> {
    let viewer = viewer(person, view).await?;
    let mut asked = vec![Which::Own];
    asked.extend(List::ALL.map(Which::List));
    let service = view.service;
    let look = Look {
        viewer: &viewer,
        kinds: &service.campaign.kinds,
        today: view.today,
    };
    let counts = lists::counts(view.tx, look, &asked).await?;
    let (own, each) = counts.split_first().map_or_else(
        || (Count::default(), Vec::new()),
        |(own, each)| (*own, each.to_vec()),
    );
    let shown: Vec<(List, u32)> = List::ALL
        .into_iter()
        .zip(&each)
        .map(|(list, count)| (list, count.total))
        .filter(|(_, total)| *total > 0)
        .collect();
    let lit = lists::lit(view.tx, look, Which::Own).await?;
    let lights = Lights {
        red: own.red,
        ..Lights::of(lit.iter().map(|row| due(row, view).light))
    };
    let head = Head {
        total: own.total,
        lights,
        lists: shown,
        units: viewer.sees_units(),
        opens: !opening::openable(&viewer, &service.campaign.kinds).is_empty(),
    };
    let first = match head.lists.first() {
        Some((first, _)) => {
            let at = List::ALL.iter().position(|one| one == first);
            let count = at.and_then(|at| each.get(at)).copied().unwrap_or_default();
            let (of, which) = (Of::List { list: *first }, Which::List(*first));
            Some(page(&viewer, of, which, count, (false, 0), view).await?)
        }
        None => None,
    };
    Ok(Answer::Home {
        head,
        listed: first,
    })
}

/// A button.
pub(super) async fn pressed(
    press: Listing,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let answer = match press {
        Listing::Home => home(person, view).await?,
        Listing::List { list, red, page } => {
            let viewer = viewer(person, view).await?;
            let of = Of::List { list };
            listed(&viewer, of, Which::List(list), (red, page), view).await?
        }
        Listing::Unit { unit, red, page } => {
            let Some(answer) = of_unit(unit, (red, page), person, desk, view, outcome).await?
            else {
                return Ok(());
            };
            answer
        }
        Listing::Number { no, page } => {
            let viewer = viewer(person, view).await?;
            let of = Of::Number { no: no.clone() };
            listed(&viewer, of, Which::Number(&no), (false, page), view).await?
        }
        Listing::Words { words, page } => search::found(&words, page, person, view).await?,
        Listing::Search => {
            search::ask(person, desk, outcome);
            return Ok(());
        }
        Listing::Begin => return opening::command("", person, desk, view, outcome).await,
        Listing::New { stamp, choice } => {
            return opening::pressed(stamp, choice, person, desk, view, outcome).await;
        }
    };
    outcome.push(desk.turn_into(Notice::Listing(answer)));
    Ok(())
}

/// `/items`, `/items 春阳镇`: the items of units, for whoever answers for them; a lead sees those that he leads.
pub(super) async fn units(
    words: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let viewer = viewer(person, view).await?;
    let allowed = viewer.sees_units();
    let answer = if words.is_empty() && allowed {
        let of = Of::Unit {
            unit: None,
            path: String::new(),
        };
        listed(&viewer, of, Which::Unit(None), (false, 0), view).await?
    } else if words.is_empty() {
        let (of, which) = (
            Of::List {
                list: List::Leading,
            },
            Which::List(List::Leading),
        );
        let answer = listed(&viewer, of, which, (false, 0), view).await?;
        if !matches!(&answer, Answer::Page { listed } if listed.count.total > 0) {
            refuse(words, desk, outcome);
            return Ok(());
        }
        answer
    } else {
        let meant = unit::meant(view.tx, words).await?;
        let known = !meant.is_empty();
        let seen: Vec<_> = meant
            .into_iter()
            .filter(|unit| viewer.sees(&unit.path))
            .collect();
        match seen.as_slice() {
            [] if known || !allowed => {
                refuse(words, desk, outcome);
                return Ok(());
            }
            [] => Answer::NoSuchUnit {
                words: words.to_owned(),
                example: viewer.path.clone(),
            },
            [one] => {
                let of = Of::Unit {
                    unit: Some(one.id),
                    path: one.path.clone(),
                };
                listed(&viewer, of, Which::Unit(Some(&one.path)), (false, 0), view).await?
            }
            several => Answer::WhichUnit {
                units: several
                    .iter()
                    .take(SHOWN)
                    .map(|unit| (unit.id, unit.path.clone()))
                    .collect(),
            },
        }
    };
    outcome.push(office::attempt(desk, Command::Items, words, true));
    outcome.push(desk.say(Notice::Listing(answer)));
    Ok(())
}

fn refuse(words: &str, desk: &Desk, outcome: &mut Outcome) {
    outcome.push(office::attempt(desk, Command::Items, words, false));
    outcome.push(desk.say(Notice::Denied));
}

/// A page of a unit's items; `None`: it is not his to see, which is answered.
async fn of_unit(
    unit: Option<UnitId>,
    at: (bool, u32),
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Answer>> {
    let viewer = viewer(person, view).await?;
    let path = match unit {
        Some(id) => unit::path_of(view.tx, id).await?,
        None => None,
    };
    let allowed = match (unit, &path) {
        (None, _) => viewer.sees_units(),
        (Some(_), Some(path)) => viewer.sees(path),
        (Some(_), None) => false,
    };
    let object = unit.map_or_else(String::new, |id| format!("unit {id}"));
    outcome.push(office::attempt(desk, Command::Items, &object, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(None);
    }
    let of = Of::Unit {
        unit,
        path: path.clone().unwrap_or_default(),
    };
    let which = Which::Unit(path.as_deref());
    Ok(Some(listed(&viewer, of, which, at, view).await?))
}

/// A page of a list, counted first: one beyond the end is the last.
async fn listed(
    viewer: &Viewer,
    of: Of,
    which: Which<'_>,
    at: (bool, u32),
    view: &mut View<'_>,
) -> Result<Answer> {
    let service = view.service;
    let look = Look {
        viewer,
        kinds: &service.campaign.kinds,
        today: view.today,
    };
    let counts = lists::counts(view.tx, look, &[which]).await?;
    let count = counts.first().copied().unwrap_or_default();
    let listed = page(viewer, of, which, count, at, view).await?;
    Ok(Answer::Page { listed })
}

async fn page(
    viewer: &Viewer,
    of: Of,
    which: Which<'_>,
    count: Count,
    (red, wanted): (bool, u32),
    view: &mut View<'_>,
) -> Result<Listed> {
    let service = view.service;
    let look = Look {
        viewer,
        kinds: &service.campaign.kinds,
        today: view.today,
    };
    let (at, pages) = page_of(if red { count.red } else { count.total }, wanted);
    let rows = lists::page(view.tx, look, which, red, at).await?;
    let mut lines: Vec<Line> = rows
        .iter()
        .map(|row| Line {
            item: due(row, view),
            unit: row.path.clone(),
            responsible: row.responsible.clone(),
        })
        .collect();
    if !matches!(of, Of::Words { .. }) {
        // SQL knows what is overdue; the other lights are seen here.
        let waits = |line: &Line| match line.item.status {
            Status::Submitted => 1,
            status if status.is_over() => 2,
            _ => 0,
        };
        lines.sort_by(|a, b| {
            let first = i32::cmp(&waits(a), &waits(b));
            first.then_with(|| by_urgency(&a.item, &b.item))
        });
    }
    Ok(Listed {
        of,
        red,
        count,
        lines,
        page: at,
        pages,
    })
}

/// The page of an item, as its button opens it.
async fn items_page(
    item: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    items::pressed(Press::Show { item }, person, desk, view, outcome).await
}

/// What is asked last waits for words.
fn waits(person: &Person, dialogue: crate::domain::dialogue::Dialogue) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: Some(dialogue),
    }
}
