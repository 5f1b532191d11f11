//! `/new`: a new item in one line or step by step. What is known of it waits with the question (`Dialogue`); nothing
//! is in the ledger before its preview is confirmed, and then everything is looked at once more.

mod people;
mod told;

use super::listing::viewer;
use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::Choice;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{ItemKind, Opener};
use crate::domain::dialogue::Dialogue;
use crate::domain::grant::Scope;
use crate::domain::ids::UnitId;
use crate::domain::item::draft::{Answer, Ask, Draft, Offer, Trouble, Whom};
use crate::domain::item::{NewItem, NotOpened, Standing, may_open};
use crate::domain::listing::Viewer;
use crate::domain::news::News;
use crate::domain::notice::{Command, Notice};
use crate::store::{Result, cadre, grant, item, unit};

use people::{offered, one};

pub(super) use told::said;

/// Units offered as buttons.
const UNITS: usize = 12;

/// The kinds of which the person may open any.
pub(super) fn openable<'a>(viewer: &Viewer, kinds: &'a [ItemKind]) -> Vec<&'a ItemKind> {
    let office = !viewer.office.is_empty();
    let cares = viewer.is_head || !viewer.liaison.is_empty();
    kinds
        .iter()
        .filter(|kind| match kind.opened_by {
            Opener::Anybody => true,
            Opener::Carer => cares || office,
            Opener::Office => office,
        })
        .collect()
}

/// The command.
pub(super) async fn command(
    line: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let viewer = viewer(person, view).await?;
    let kinds = &view.service.campaign.kinds;
    let openable = openable(&viewer, kinds);
    outcome.push(office::attempt(
        desk,
        Command::New,
        line,
        !openable.is_empty(),
    ));
    if openable.is_empty() {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let mut draft = Draft {
        stamp: view.update.0,
        ..Draft::default()
    };
    if let [only] = openable.as_slice() {
        draft.kind.clone_from(&only.id);
    }
    let (trouble, offers) = if line.is_empty() {
        (None, Vec::new())
    } else {
        told::line(line, &mut draft, &viewer, person, view).await?
    };
    go_on(
        draft,
        (trouble, offers),
        &viewer,
        person,
        desk,
        view,
        outcome,
    )
    .await
}

/// Asks for what is missing, or shows the preview.
async fn go_on(
    mut draft: Draft,
    (trouble, mut offers): (Option<Trouble>, Vec<Offer>),
    viewer: &Viewer,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    fill(&mut draft, viewer, person, view);
    if let Err(why) = allowed(&draft, viewer, person, view) {
        outcome.push(tried(person, &draft));
        outcome.push(desk.turn_into(notice(why)));
        return Ok(());
    }
    let answer = match draft.next() {
        None => Answer::Preview {
            draft: draft.clone(),
        },
        Some(ask) => {
            let trouble = trouble.filter(|trouble| trouble.is_of(ask));
            if trouble.is_none() {
                offers.clear();
            }
            if offers.is_empty() {
                offers = offered_to(ask, &draft, viewer, person, view).await?;
            }
            Answer::Ask {
                ask,
                draft: draft.clone(),
                trouble,
                offers,
                today: view.today,
            }
        }
    };
    outcome.push(waits(person, draft));
    outcome.push(desk.turn_into(Notice::Opening(Box::new(answer))));
    Ok(())
}

/// What follows from who opens it: somebody who cares for nobody opens it for himself.
fn fill(draft: &mut Draft, viewer: &Viewer, person: &Person, view: &View<'_>) {
    let Some(kind) = view.service.campaign.kind(&draft.kind) else {
        return;
    };
    let alone = !viewer.is_head && viewer.liaison.is_empty() && viewer.office.is_empty();
    if kind.opened_by == Opener::Anybody && alone {
        draft.unit = Some((viewer.unit, viewer.path.clone()));
        draft.responsible = Whom::One {
            cadre: viewer.cadre,
            name: person.cadre.name.clone(),
        };
    }
}

/// Whether he may open it as far as it is known.
fn allowed(
    draft: &Draft,
    viewer: &Viewer,
    person: &Person,
    view: &View<'_>,
) -> std::result::Result<(), NotOpened> {
    let Some((_, path)) = &draft.unit else {
        return Ok(());
    };
    let himself =
        draft.responsible == Whom::Unasked || draft.responsible.cadre() == Some(viewer.cadre);
    let kind = view.service.campaign.kind(&draft.kind);
    let standing = Standing {
        himself: himself && *path == viewer.path,
        carer: viewer.cares(path),
        office: viewer.office.covers(path),
        // S9: of others the office knows who they are to it.
        exempt: himself && kind.is_some_and(|kind| kind.exempts(&person.cadre.subject())),
    };
    match kind {
        Some(kind) => may_open(kind, standing),
        None if opens_for(viewer, path, view) => Ok(()),
        None => Err(NotOpened::NotYours),
    }
}

/// Whether there is a kind of which he may open one for that unit.
fn opens_for(viewer: &Viewer, path: &str, view: &View<'_>) -> bool {
    let standing = Standing {
        himself: path == viewer.path,
        carer: viewer.cares(path),
        office: viewer.office.covers(path),
        exempt: false,
    };
    let mut kinds = view.service.campaign.kinds.iter();
    kinds.any(|kind| may_open(kind, standing).is_ok())
}

fn notice(why: NotOpened) -> Notice {
    Notice::Opening(Box::new(match why {
        NotOpened::NotYours => Answer::NotYours,
        NotOpened::Exempt => Answer::Exempt,
    }))
}

/// What the buttons of a question offer.
async fn offered_to(
    ask: Ask,
    draft: &Draft,
    viewer: &Viewer,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Vec<Offer>> {
    let kinds = &view.service.campaign.kinds;
    Ok(match ask {
        Ask::Kind => {
            let mine = openable(viewer, kinds);
            let places = kinds.iter().enumerate();
            places
                .filter(|(_, kind)| mine.iter().any(|one| one.id == kind.id))
                .map(|(place, _)| Offer::Kind { place })
                .collect()
        }
        Ask::Unit => units(viewer, view).await?,
        Ask::Content | Ask::Deadline => Vec::new(),
        Ask::Responsible | Ask::Lead => offered(ask, draft, person, view).await?,
    })
}

/// Where his rights begin, his own unit first; more can be written.
async fn units(viewer: &Viewer, view: &mut View<'_>) -> Result<Vec<Offer>> {
    let mut units = Vec::new();
    let mut add = |unit: UnitId, path: String| {
        if !units.iter().any(|(known, _)| *known == unit) {
            units.push((unit, path));
        }
    };
    if opens_for(viewer, &viewer.path, view) {
        add(viewer.unit, viewer.path.clone());
    }
    let scope = viewer.liaison.clone().and(viewer.office.clone());
    if let Scope::Units(paths) = &scope {
        // As many as the person has grants: a few.
        for path in paths {
            if let Some(id) = unit::by_path(view.tx, path).await? {
                add(id, path.clone());
                for (id, path) in unit::below(view.tx, Some(id)).await? {
                    add(id, path);
                }
            }
        }
    } else {
        for (id, path) in unit::below(view.tx, None).await? {
            add(id, path);
        }
    }
    let offers = units.into_iter().take(UNITS);
    Ok(offers
        .map(|(unit, path)| Offer::Unit { unit, path })
        .collect())
}

/// A button.
pub(super) async fn pressed(
    stamp: i64,
    choice: Choice,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let waiting = view.dialogue(person.account).await?;
    let Some(Dialogue::NewItem { mut draft }) = waiting else {
        outcome.push(desk.turn_into(Notice::Opening(Box::new(Answer::Over))));
        return Ok(());
    };
    if draft.stamp != stamp {
        // The newer one goes on waiting.
        outcome.push(waits(person, draft));
        outcome.push(desk.turn_into(Notice::Opening(Box::new(Answer::Over))));
        return Ok(());
    }
    let viewer = viewer(person, view).await?;
    match choice {
        Choice::GiveUp => {
            outcome.push(desk.turn_into(Notice::Opening(Box::new(Answer::GivenUp))));
            return Ok(());
        }
        Choice::Open if draft.next().is_none() => {
            return open(draft, &viewer, person, desk, view, outcome).await;
        }
        choice => {
            if !chosen(choice, &mut draft, &viewer, person, view).await? {
                outcome.push(tried(person, &draft));
                outcome.push(waits(person, draft));
                outcome.push(desk.say(notice(NotOpened::NotYours)));
                return Ok(());
            }
        }
    }
    go_on(
        draft,
        (None, Vec::new()),
        &viewer,
        person,
        desk,
        view,
        outcome,
    )
    .await
}

/// Takes what a button says, if it can have been given to him; false: it cannot.
async fn chosen(
    choice: Choice,
    draft: &mut Draft,
    viewer: &Viewer,
    person: &Person,
    view: &mut View<'_>,
) -> Result<bool> {
    match choice {
        Choice::Kind(place) => {
            let kinds = &view.service.campaign.kinds;
            let kind = kinds.get(place).filter(|kind| {
                let mine = openable(viewer, kinds);
                mine.iter().any(|one| one.id == kind.id)
            });
            let Some(kind) = kind else {
                return Ok(false);
            };
            draft.kind.clone_from(&kind.id);
        }
        Choice::Unit(id) => {
            let path = unit::path_of(view.tx, id).await?;
            let Some(path) = path.filter(|path| opens_for(viewer, path, view)) else {
                return Ok(false);
            };
            if draft.unit.as_ref().is_some_and(|(known, _)| *known != id) {
                draft.responsible = Whom::Unasked;
            }
            draft.unit = Some((id, path));
        }
        Choice::Within(within) => draft.deadline = Some(within.deadline(view.today)),
        Choice::Whom(None) => draft.responsible = Whom::Nobody,
        Choice::Whom(Some(id)) => {
            let Some(found) = one(Ask::Responsible, id, draft, person, view).await? else {
                return Ok(false);
            };
            let before = std::mem::replace(&mut draft.responsible, found);
            if allowed(draft, viewer, person, view).is_err() {
                draft.responsible = before;
                return Ok(false);
            }
        }
        Choice::AskLead => draft.asks_lead = true,
        Choice::Lead(None) => (draft.lead, draft.asks_lead) = (Whom::Nobody, false),
        Choice::Lead(Some(id)) => {
            let Some(found) = one(Ask::Lead, id, draft, person, view).await? else {
                return Ok(false);
            };
            (draft.lead, draft.asks_lead) = (found, false);
        }
        // Something is missing still: it is asked for.
        Choice::Open | Choice::GiveUp => {}
    }
    Ok(true)
}

/// 立项.
async fn open(
    draft: Draft,
    viewer: &Viewer,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (Ok(()), Some((unit, path)), Some(deadline)) = (
        allowed(&draft, viewer, person, view),
        draft.unit.clone(),
        draft.deadline,
    ) else {
        outcome.push(tried(person, &draft));
        outcome.push(desk.turn_into(notice(NotOpened::NotYours)));
        return Ok(());
    };
    let no = item::next_no(view.tx, unit, &draft.kind).await?;
    let told = told_of_it(&draft, &no, &path, person, view).await?;
    outcome.push(Effect::OpenItem(Box::new(NewItem {
        no: no.clone(),
        kind: draft.kind.clone(),
        category: String::new(),
        content: draft.content.clone(),
        measures: String::new(),
        unit,
        lead: draft.lead.cadre(),
        lead_name: draft.lead.name().to_owned(),
        responsible: draft.responsible.cadre(),
        responsible_name: draft.responsible.name().to_owned(),
        helpers: String::new(),
        deadline,
        assigned_on: view.today,
        opened_by: Some(person.cadre.id),
        made_from: None,
    })));
    let count = told.len();
    if count > 0 {
        outcome.push(Effect::TellAll(told));
    }
    outcome.push(desk.turn_into(Notice::Opening(Box::new(Answer::Opened {
        draft,
        no,
        told: count,
    }))));
    Ok(())
}

/// Who is told of it in his next digest: who has to do it, or else the nearest liaisons, and who leads.
async fn told_of_it(
    draft: &Draft,
    no: &str,
    path: &str,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Vec<(crate::domain::ids::CadreId, News)>> {
    let mut whom: Vec<_> = draft
        .responsible
        .cadre()
        .into_iter()
        .map(|id| (id, false))
        .collect();
    if whom.is_empty() {
        let liaisons = grant::nearest_liaisons(view.tx, path).await?;
        whom.extend(liaisons.into_iter().map(|id| (id, false)));
    }
    if let Some(lead) = draft.lead.cadre()
        && !whom.iter().any(|(id, _)| *id == lead)
    {
        whom.push((lead, true));
    }
    whom.retain(|(id, _)| *id != person.cadre.id);
    let news = |lead| News::Assigned {
        no: no.to_owned(),
        content: draft.content.clone(),
        deadline: draft.deadline,
        by: person.cadre.name.clone(),
        lead,
    };
    Ok(whom
        .into_iter()
        .map(|(id, lead)| (id, news(lead)))
        .collect())
}

fn waits(person: &Person, draft: Draft) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::NewItem { draft }),
    }
}

fn tried(person: &Person, draft: &Draft) -> Effect {
    let unit = draft.unit.as_ref().map_or(0, |(unit, _)| unit.0);
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: Command::New.name().to_owned(),
        object: format!("unit {unit}"),
        allowed: false,
    }
}

/// Somebody as the draft keeps him.
fn whom(cadre: &Cadre) -> Whom {
    Whom::One {
        cadre: cadre.id,
        name: cadre.name.clone(),
    }
}

/// People of exactly that name whom the scope covers.
async fn named(name: &str, scope: &Scope, view: &mut View<'_>) -> Result<Vec<Cadre>> {
    let mut found = cadre::named(view.tx, name, scope).await?;
    found.retain(|cadre| cadre.name == name);
    Ok(found)
}
