//! In a group: whose it is, and the unit's list. Nothing personal is said here.

use std::collections::BTreeMap;

use super::input::{Input, What};
use super::items;
use super::linking;
use super::outcome::{Effect, Outcome};
use super::party::is_head;
use super::router::{Desk, command};
use super::view::{Person, View};
use crate::domain::grant::{Grant, Role, Scope};
use crate::domain::group::{Answer, Change, Line, chosen, is_list_due};
use crate::domain::ids::UnitId;
use crate::domain::item::by_urgency;
use crate::domain::notice::{Command, Notice};
use crate::store::{Result, grant, group, item, unit};

/// Items that a list is made from; the text shows as many as a message holds.
const SHOWN: usize = 60;

/// The longest name of a group that is kept, in characters.
const LONGEST_TITLE: usize = 100;

/// Which unit a group becomes, and whose it was; or what to say instead.
type Decided = std::result::Result<((UnitId, String), Option<String>), Answer>;

/// `/group` by the other name that people try.
const BIND: &str = "bind";

/// What is true whoever caused it; false: it is something else.
pub(super) fn of_nobody(input: &Input, outcome: &mut Outcome) -> bool {
    match &input.what {
        What::Expelled => outcome.push(Effect::Group(Change::End {
            chat: input.chat.id,
            bot: input.update.bot(),
        })),
        What::Poll { poll, counts } => outcome.push(Effect::Polled {
            poll: poll.clone(),
            counts: *counts,
        }),
        _ => return false,
    }
    true
}

/// A text in a group: nothing personal is answered where others read it.
pub(super) async fn said(
    text: &str,
    input: &Input,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((name, argument)) = command(text) else {
        return Ok(());
    };
    if name == BIND {
        return bind(argument, input, desk, view, outcome).await;
    }
    match Command::from_name(&name) {
        Some(Command::Start) if !argument.is_empty() => outcome.push(linking::in_group(desk)),
        Some(Command::Group) => {
            return bind(argument, input, desk, view, outcome).await;
        }
        Some(Command::List) => return list(desk, view, outcome).await,
        Some(_) => outcome.push(desk.say(Notice::PrivateOnly)),
        None => {}
    }
    Ok(())
}

/// `/group 单位名`: the group is the unit's from now on.
async fn bind(
    words: &str,
    input: &Input,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let decided = match &desk.person {
        Some(person) => decide(words, desk.chat, person, view).await?,
        None => Err(Answer::NotYours),
    };
    let answer = match decided {
        Ok(((unit, path), before)) => {
            if let Some(person) = &desk.person {
                outcome.push(Effect::Group(Change::Bind {
                    chat: desk.chat,
                    bot: view.update.bot(),
                    unit,
                    title: input.title.chars().take(LONGEST_TITLE).collect(),
                    by: person.cadre.id,
                }));
            }
            Answer::Bound { unit: path, before }
        }
        Err(answer) => answer,
    };
    let allowed = !matches!(answer, Answer::NotYours | Answer::Taken { .. });
    let Some(sender) = &input.from else {
        return Ok(());
    };
    outcome.push(Effect::Audit {
        account: sender.id,
        cadre: desk.person.as_ref().map(|person| person.cadre.id),
        action: "group".to_owned(),
        object: words.chars().take(64).collect(),
        allowed,
    });
    outcome.push(desk.say(Notice::Group(answer)));
    Ok(())
}

/// What becomes of the group.
async fn decide(words: &str, chat: i64, person: &Person, view: &mut View<'_>) -> Result<Decided> {
    let rights = Rights::of(person, view).await?;
    let own = if words.is_empty() {
        rights.units(view).await?
    } else {
        let meant = unit::meant(view.tx, words).await?;
        let known = !meant.is_empty();
        let his: Vec<(UnitId, String)> = meant
            .into_iter()
            .map(|unit| (unit.id, unit.path))
            .filter(|(_, path)| rights.cover(path))
            .collect();
        if known && his.is_empty() {
            return Ok(Err(Answer::NotYours));
        }
        his
    };
    if own.is_empty() && rights.are_none() {
        return Ok(Err(Answer::NotYours));
    }
    let found = match chosen(&own, words) {
        Ok(found) => found,
        Err(answer) => return Ok(Err(answer)),
    };
    let before = group::of_chat(view.tx, chat)
        .await?
        .filter(|bound| bound.unit != found.0)
        .map(|bound| bound.path);
    if let Some(unit) = before.as_ref().filter(|path| !rights.cover(path)) {
        return Ok(Err(Answer::Taken { unit: unit.clone() }));
    }
    Ok(Ok((found, before)))
}

/// For which units somebody may bind a group.
struct Rights {
    grants: Vec<Grant>,
    /// Path of the unit that he is head of.
    heads: Option<String>,
}

impl Rights {
    async fn of(person: &Person, view: &mut View<'_>) -> Result<Self> {
        let grants = grant::of(view.tx, person.cadre.id).await?;
        let heads = is_head(&view.service.campaign, &person.cadre.traits);
        Ok(Self {
            grants,
            heads: heads.then(|| person.cadre.unit_path.clone()),
        })
    }

    fn cares(&self) -> Scope {
        Scope::of(&self.grants, Role::Office).and(Scope::of(&self.grants, Role::Liaison))
    }

    fn cover(&self, path: &str) -> bool {
        self.cares().covers(path) || self.heads.as_deref() == Some(path)
    }

    fn are_none(&self) -> bool {
        self.cares().is_empty() && self.heads.is_none()
    }

    /// The units that are his by name, not only below one of his.
    async fn units(&self, view: &mut View<'_>) -> Result<Vec<(UnitId, String)>> {
        let given = self
            .grants
            .iter()
            .filter(|grant| matches!(grant.role, Role::Liaison | Role::Office))
            .filter_map(|grant| grant.unit_path.clone());
        let mut own = BTreeMap::new();
        for path in given.chain(self.heads.clone()) {
            if let Some(id) = unit::by_path(view.tx, &path).await? {
                own.insert(path, id);
            }
        }
        Ok(own.into_iter().map(|(path, id)| (id, path)).collect())
    }
}

/// `/list`: the unit's open items, at most once a minute; what everybody has just read is not sent again.
async fn list(desk: &Desk, view: &mut View<'_>, outcome: &mut Outcome) -> Result<()> {
    // Everybody reads it: it is for nobody in person, and in the campaign's language.
    let desk = Desk {
        person: None,
        language: view.service.campaign.language,
        ..desk.clone()
    };
    let Some(group) = group::of_chat(view.tx, desk.chat).await? else {
        outcome.push(desk.say(Notice::Group(Answer::Unbound)));
        return Ok(());
    };
    let since = group.listed_at.map(|at| view.now.timestamp_millis() - at);
    if !is_list_due(since) {
        return Ok(());
    }
    let (rows, total) = item::open_within(view.tx, &group.path).await?;
    let mut items: Vec<Line> = rows
        .iter()
        .map(|row| Line {
            item: items::due(row, view),
            unit: row.path.clone(),
        })
        .collect();
    items.sort_by(|a, b| by_urgency(&a.item, &b.item));
    items.truncate(SHOWN);
    outcome.push(Effect::Group(Change::Listed { chat: desk.chat }));
    outcome.push(desk.say(Notice::Group(Answer::List {
        unit: group.path,
        items,
        total,
    })));
    Ok(())
}
