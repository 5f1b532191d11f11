//! 承诺: somebody promises something of himself, in one line or in two questions (S15, S28).

use chrono::{Months, NaiveDate};
use std::collections::HashSet;

use super::items;
use super::outcome::{Effect, Outcome};
use super::publication;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::{Group, seen};
use crate::domain::campaign::{ItemKind, Opener};
use crate::domain::deadline::Deadline;
use crate::domain::dialogue::Dialogue;
use crate::domain::ids::ItemId;
use crate::domain::item::{NewItem, NotOpened, Standing, by_urgency, may_open};
use crate::domain::notice::Notice;
use crate::domain::promise::{Answer, Draft, Mine};
use crate::domain::reply::{self, Heard};
use crate::store::{Result, group, item};

/// Promises that a list shows.
const SHOWN: usize = 10;

/// `/promise`, and what stands behind it.
pub(super) fn command(
    words: &str,
    person: &Person,
    desk: &Desk,
    view: &View<'_>,
    outcome: &mut Outcome,
) {
    let draft = Draft::read(words, &view.service.campaign.span);
    go_on(draft, person, desk, view, outcome);
}

/// The answer to one of the two questions; false: it is none.
pub(super) fn said(
    draft: Draft,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &View<'_>,
    outcome: &mut Outcome,
) -> bool {
    if reply::leave(text, view.today) != Heard::NoLeave {
        return false;
    }
    let span = &view.service.campaign.span;
    let draft = match (draft.content, draft.deadline) {
        (None, deadline) => {
            let read = Draft::read(text, span);
            Draft {
                deadline: read.deadline.or(deadline),
                ..read
            }
        }
        (Some(content), None) => {
            let Some(day) = Draft::day(text, span) else {
                // The question stays open.
                let example = example(view);
                let past = false;
                outcome.push(desk.say(Notice::Promise(Answer::BadDay { past, example })));
                return true;
            };
            Draft {
                content: Some(content),
                deadline: Some(day),
            }
        }
        // A button is awaited.
        (Some(_), Some(_)) => return false,
    };
    go_on(draft, person, desk, view, outcome);
    true
}

/// One of the buttons.
pub(super) async fn pressed(
    press: Group,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match press {
        Group::Promise { mark } => confirmed(mark, person, desk, view, outcome).await,
        Group::Cancel => {
            outcome.push(desk.turn_into(Notice::Promise(Answer::Cancelled)));
            Ok(())
        }
        Group::Mine => mine(person, desk, view, outcome).await,
        Group::New => {
            command("", person, desk, view, outcome);
            Ok(())
        }
        Group::Publish { .. } | Group::PublishMade { .. } | Group::Send { .. } => {
            publication::pressed(press, person, desk, view, outcome).await
        }
    }
}

/// Asks what is not known yet; whether it is right when all is.
fn go_on(mut draft: Draft, person: &Person, desk: &Desk, view: &View<'_>, outcome: &mut Outcome) {
    if let Err(answer) = kind(person, view) {
        outcome.push(forget(person));
        outcome.push(desk.say(Notice::Promise(answer)));
        return;
    }
    let past = draft.deadline.is_some_and(|day| day < view.today);
    let example = example(view);
    if past {
        draft.deadline = None;
    }
    let answer = match (&draft.content, draft.deadline) {
        _ if past => Answer::BadDay { past, example },
        (None, _) => Answer::AskWhat { example },
        (Some(content), None) => Answer::AskWhen {
            content: content.clone(),
            example,
        },
        (Some(content), Some(on)) => Answer::Confirm {
            content: content.clone(),
            on,
            unit: person.cadre.unit_path.clone(),
            mark: mark(content, on),
        },
    };
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Promise { draft }),
    });
    outcome.push(desk.say(Notice::Promise(answer)));
}

/// It is promised as it was shown.
async fn confirmed(
    shown: u32,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(Dialogue::Promise {
        draft: Draft {
            content: Some(content),
            deadline: Some(on),
        },
    }) = view.dialogue(person.account).await?
    else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    // Shown yesterday, or another one since.
    if mark(&content, on) != shown || on < view.today {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    }
    let kind = match kind(person, view) {
        Ok(kind) => kind.id.clone(),
        Err(answer) => {
            outcome.push(desk.say(Notice::Promise(answer)));
            return Ok(());
        }
    };
    let unit = person.cadre.unit;
    let no = item::next_no(view.tx, unit, &kind).await?;
    outcome.push(Effect::OpenItem(Box::new(NewItem {
        no: no.clone(),
        kind,
        category: String::new(),
        content: content.clone(),
        measures: String::new(),
        unit,
        lead: None,
        lead_name: String::new(),
        responsible: Some(person.cadre.id),
        responsible_name: person.cadre.name.clone(),
        helpers: String::new(),
        deadline: Deadline::On(on),
        assigned_on: view.today,
        opened_by: Some(person.cadre.id),
        made_from: None,
    })));
    outcome.push(desk.turn_into(Notice::Promise(Answer::Made {
        update: view.update,
        no,
        content,
        on,
    })));
    Ok(())
}

/// What he has promised and not kept yet.
async fn mine(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let published = group::published_of(view.tx, person.cadre.id).await?;
    let published: HashSet<ItemId> = published.into_iter().collect();
    let rows = view.open_items(&person.cadre).await?;
    let mut items: Vec<Mine> = rows
        .iter()
        .filter(|row| is_promise(view.service.campaign.kind(&row.kind)))
        .map(|row| Mine {
            item: items::due(row, view),
            published: published.contains(&ItemId(row.id)),
        })
        .collect();
    items.sort_by(|a, b| by_urgency(&a.item, &b.item));
    let total = items.len();
    items.truncate(SHOWN);
    outcome.push(desk.say(Notice::Promise(Answer::Mine { items, total })));
    Ok(())
}

fn is_promise(kind: Option<&ItemKind>) -> bool {
    kind.is_some_and(|kind| kind.opened_by == Opener::Anybody)
}

/// The kind of what he promises: the campaign's first that everybody may open of himself.
fn kind<'a>(person: &Person, view: &View<'a>) -> std::result::Result<&'a ItemKind, Answer> {
    let kinds = &view.service.campaign.kinds;
    let kind = kinds
        .iter()
        .find(|kind| is_promise(Some(kind)))
        .ok_or(Answer::NoKind)?;
    let standing = Standing {
        himself: true,
        exempt: kind.exempts(&person.cadre.subject()),
        ..Standing::default()
    };
    match may_open(kind, standing) {
        Ok(()) => Ok(kind),
        Err(NotOpened::Exempt) => Err(Answer::Exempt),
        Err(NotOpened::NotYours) => Err(Answer::NoKind),
    }
}

fn mark(content: &str, on: NaiveDate) -> u32 {
    seen(&format!("{on} {content}"))
}

/// A day that would do: in a month.
fn example(view: &View<'_>) -> NaiveDate {
    view.today
        .checked_add_months(Months::new(1))
        .unwrap_or(view.today)
}

fn forget(person: &Person) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: None,
    }
}
