//! What is written of a new item: all in one line with the command, or the answer to a question.

use std::collections::HashMap;

use super::people::{self, meant, scope};
use super::{go_on, named, openable, opens_for, whom};
use crate::conversation::outcome::Outcome;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::cadre::Cadre;
use crate::domain::deadline::Deadline;
use crate::domain::draft::{Heard, heard};
use crate::domain::item::LONGEST_CONTENT;
use crate::domain::item::draft::{Ask, Draft, Offer, Trouble, Whom};
use crate::domain::item::telling::{candidates, limit, told};
use crate::domain::language::Language;
use crate::domain::listing::Viewer;
use crate::domain::unit::Unit;
use crate::store::{Result, unit};

/// Units offered when several are called the same.
const OFFERED: usize = 8;

/// What is wrong, and what is offered instead.
type Asked = (Option<Trouble>, Vec<Offer>);

/// Takes what one line tells; what is not clear is asked.
pub(super) async fn line(
    line: &str,
    draft: &mut Draft,
    viewer: &Viewer,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Asked> {
    let (first, names) = candidates(line);
    let units = match first {
        Some(words) => unit::meant(view.tx, words).await?,
        None => Vec::new(),
    };
    let mine: Vec<&Unit> = units
        .iter()
        .filter(|unit| opens_for(viewer, &unit.path, view))
        .collect();
    // Names are looked for where the item can be.
    let around = match mine.as_slice() {
        [] => {
            let own = scope(Ask::Responsible, &viewer.path);
            viewer.liaison.clone().and(viewer.office.clone()).and(own)
        }
        [one, ..] => scope(Ask::Lead, &one.path),
    };
    let mut known: HashMap<String, Vec<Cadre>> = HashMap::new();
    // Two words at most.
    for name in names {
        let found = named(name, &around, view).await?;
        known.insert(name.to_owned(), found);
    }
    let is_name = |name: &str| known.get(name).is_some_and(|found| !found.is_empty());
    let span = view.service.campaign.span;
    let told = told(line, view.today, &span, |_| !units.is_empty(), is_name);
    draft.content = told.content.chars().take(LONGEST_CONTENT).collect();
    let mut asked: Asked = (None, Vec::new());
    if let Some(words) = told.unit {
        match mine.as_slice() {
            [one] => draft.unit = Some((one.id, one.path.clone())),
            several => asked = unclear(words, several),
        }
    }
    match told.deadline {
        Some(Deadline::On(on)) if on < view.today => {
            asked.0.get_or_insert(Trouble::Past { on });
        }
        deadline => draft.deadline = deadline,
    }
    let called = |name: Option<String>| {
        let found = name.and_then(|name| known.get(&name).cloned());
        found.unwrap_or_default()
    };
    let unknown = told.responsible.clone();
    let responsible = called(told.responsible);
    if let (Some(name), true, None) = (unknown, responsible.is_empty(), &asked.0) {
        asked.0 = Some(Trouble::Nobody { name });
    }
    // Whose unit it is goes without saying, if those of the name are of one.
    if let (Some(one), None) = (responsible.first(), &draft.unit)
        && responsible.iter().all(|other| other.unit == one.unit)
        && opens_for(viewer, &one.unit_path, view)
    {
        draft.unit = Some((one.unit, one.unit_path.clone()));
    }
    let path = draft.unit.as_ref().map(|(_, path)| path.clone());
    if let (Some(first), Some(path)) = (responsible.first(), path) {
        let unit = scope(Ask::Responsible, &path);
        let within: Vec<&Cadre> = responsible
            .iter()
            .filter(|cadre| unit.covers(&cadre.unit_path))
            .collect();
        let name = first.name.clone();
        match within.as_slice() {
            [one] => draft.responsible = whom(one),
            _ if asked.0.is_some() => {}
            [] => asked.0 = Some(Trouble::Nobody { name }),
            several => {
                let offers = several.iter().take(people::OFFERED);
                let offers = offers.map(|cadre| people::offer(cadre, person)).collect();
                asked = (Some(Trouble::Several { name }), offers);
            }
        }
    }
    if let [one] = called(told.lead).as_slice() {
        draft.lead = whom(one);
    }
    Ok(asked)
}

fn unclear(words: String, units: &[&Unit]) -> Asked {
    if units.is_empty() {
        return (Some(Trouble::NoSuchUnit { words }), Vec::new());
    }
    let offers = units.iter().take(OFFERED).map(|unit| Offer::Unit {
        unit: unit.id,
        path: unit.path.clone(),
    });
    (Some(Trouble::Units { words }), offers.collect())
}

/// The answer to a question; false: the preview waits for a button, and the words are read as always.
pub(in crate::conversation) async fn said(
    text: &str,
    mut draft: Draft,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let Some(ask) = draft.next() else {
        return Ok(false);
    };
    let viewer = super::viewer(person, view).await?;
    let asked = match ask {
        Ask::Kind => kind(text, &mut draft, &viewer, view),
        Ask::Unit => unit_of(text, &mut draft, &viewer, view).await?,
        Ask::Content => content(text, &mut draft),
        Ask::Deadline => deadline(text, &mut draft, view),
        Ask::Responsible | Ask::Lead => somebody(ask, text, &mut draft, person, view).await?,
    };
    go_on(draft, asked, &viewer, person, desk, view, outcome).await?;
    Ok(true)
}

fn kind(text: &str, draft: &mut Draft, viewer: &Viewer, view: &View<'_>) -> Asked {
    let said = |kind: &&crate::domain::campaign::ItemKind| {
        let names = Language::ALL.map(|language| kind.name.get(language));
        names.iter().any(|name| name.eq_ignore_ascii_case(text))
    };
    match openable(viewer, &view.service.campaign.kinds)
        .into_iter()
        .find(said)
    {
        Some(kind) => {
            draft.kind.clone_from(&kind.id);
            (None, Vec::new())
        }
        None => (Some(Trouble::NoSuchKind), Vec::new()),
    }
}

async fn unit_of(
    text: &str,
    draft: &mut Draft,
    viewer: &Viewer,
    view: &mut View<'_>,
) -> Result<Asked> {
    let units = unit::meant(view.tx, text).await?;
    let mine: Vec<&Unit> = units
        .iter()
        .filter(|unit| opens_for(viewer, &unit.path, view))
        .collect();
    Ok(match mine.as_slice() {
        [one] => {
            draft.unit = Some((one.id, one.path.clone()));
            (None, Vec::new())
        }
        several => unclear(text.to_owned(), several),
    })
}

fn content(text: &str, draft: &mut Draft) -> Asked {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST_CONTENT {
        let most = LONGEST_CONTENT;
        return (Some(Trouble::TooLong { most }), Vec::new());
    }
    draft.content = line;
    (None, Vec::new())
}

fn deadline(text: &str, draft: &mut Draft, view: &View<'_>) -> Asked {
    let trouble = match limit(text, view.today, &view.service.campaign.span) {
        Err(_) => Some(Trouble::NoDeadline),
        Ok(Deadline::On(on)) if on < view.today => Some(Trouble::Past { on }),
        Ok(limit) => {
            draft.deadline = Some(limit);
            None
        }
    };
    (trouble, Vec::new())
}

async fn somebody(
    ask: Ask,
    text: &str,
    draft: &mut Draft,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Asked> {
    let Some((_, path)) = draft.unit.clone() else {
        return Ok((None, Vec::new()));
    };
    let found = if heard(text) == Heard::Nothing {
        Ok(Whom::Nobody)
    } else {
        meant(ask, text, &path, person, view).await?
    };
    match found {
        Ok(found) if ask == Ask::Lead => {
            (draft.lead, draft.asks_lead) = (found, false);
            Ok((None, Vec::new()))
        }
        Ok(found) => {
            draft.responsible = found;
            Ok((None, Vec::new()))
        }
        Err((trouble, offers)) => Ok((Some(trouble), offers)),
    }
}
