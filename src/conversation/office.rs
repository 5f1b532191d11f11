//! The office's first words: who stands where, within the scope of the asker's grants. Every attempt
//! is on record.

use std::collections::BTreeMap;

use super::items::due;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::undelivered::{dead_letters, undelivered};
use super::view::View;
use crate::domain::escalation::NobodyToTell;
use crate::domain::grant::Scope;
use crate::domain::ids::TelegramId;
use crate::domain::notice::{Command, Found, Notice, OverdueItem};
use crate::domain::report::{UnitCount, below};
use crate::store::{Result, cadre, escalation, item, report};

/// Lines a list shows.
const SHOWN: usize = 10;

/// One of the office's commands; a polite no to everybody else.
pub(super) async fn command(
    command: Command,
    argument: &str,
    scope: &Scope,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let allowed = !scope.is_empty();
    outcome.push(attempt(desk, command, argument, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let notice = match command {
        Command::Status => status(scope, view).await?,
        Command::Overdue => overdue(scope, view).await?,
        Command::Undelivered => undelivered(argument, scope, view).await?,
        Command::Find if argument.is_empty() => Notice::FindWhat,
        _ => find(argument, scope, view).await?,
    };
    outcome.push(desk.say(notice));
    Ok(())
}

/// The record of an attempt.
pub(super) fn attempt(desk: &Desk, command: Command, argument: &str, allowed: bool) -> Effect {
    Effect::Audit {
        // In a private chat, the only place where these commands are obeyed, the chat is the account.
        account: TelegramId(desk.chat),
        cadre: desk.person.as_ref().map(|person| person.cadre.id),
        action: command.name().to_owned(),
        object: argument.chars().take(64).collect(),
        allowed,
    }
}

async fn status(scope: &Scope, view: &mut View<'_>) -> Result<Notice> {
    let mut status = report::status(
        view.tx,
        &view.service.campaign,
        &view.service.calendar(),
        scope,
        view.today,
    )
    .await?;
    status.units.sort_by(|a, b| {
        let rank = |line: &crate::domain::report::UnitLine| {
            (
                -line.counts.overdue,
                -line.counts.behind,
                -line.counts.people,
            )
        };
        rank(a).cmp(&rank(b)).then_with(|| a.unit.cmp(&b.unit))
    });
    status.units.truncate(SHOWN);
    status.dead_letters = dead_letters(view.tx, scope).await?.len();
    Ok(Notice::Status(status))
}

async fn find(name: &str, scope: &Scope, view: &mut View<'_>) -> Result<Notice> {
    let all = cadre::named(view.tx, name, scope).await?;
    let total = all.len();
    let mut people = Vec::new();
    for person in all.into_iter().take(SHOWN) {
        let standing = match view.service.campaign.prompted_duty() {
            Some(duty) => Some(view.standing(&person, duty, &[]).await?),
            None => None,
        };
        let open_items = i64::try_from(view.items_to_do(&person).await?).unwrap_or(i64::MAX);
        people.push(Found {
            id: Some(person.id),
            key: person.key.clone(),
            who: person.who(),
            link: cadre::link_state(view.tx, person.id).await?,
            standing,
            open_items,
        });
    }
    Ok(Notice::Found {
        name: name.to_owned(),
        people,
        total,
    })
}

async fn overdue(scope: &Scope, view: &mut View<'_>) -> Result<Notice> {
    let rows = item::overdue(view.tx, view.today).await?;
    let covered: Vec<_> = rows
        .into_iter()
        .filter(|row| scope.covers(&row.path))
        .collect();
    let mut by_unit: BTreeMap<String, i64> = BTreeMap::new();
    for row in &covered {
        *by_unit
            .entry(below(scope, &row.path).to_owned())
            .or_default() += 1;
    }
    let mut units: Vec<UnitCount> = by_unit
        .into_iter()
        .map(|(unit, count)| UnitCount { unit, count })
        .collect();
    units.sort_by_key(|unit| -unit.count);
    units.truncate(SHOWN);
    let items = covered
        .iter()
        .take(SHOWN)
        .map(|row| OverdueItem {
            item: due(row, view),
            unit: row.path.clone(),
            responsible: row.responsible.clone(),
        })
        .collect();
    let mut nobody = escalation::nobody(view.tx).await?;
    nobody.retain(|(_, unit, _)| scope.covers(unit));
    Ok(Notice::Overdue {
        items,
        total: covered.len(),
        units,
        nobody: NobodyToTell::of(&nobody, SHOWN),
    })
}
