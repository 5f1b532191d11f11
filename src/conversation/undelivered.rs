//! `/undelivered`: who cannot be reached, and which messages Telegram will not take.

use std::collections::BTreeMap;

use super::view::View;
use crate::domain::grant::Scope;
use crate::domain::ids::OutboxId;
use crate::domain::notice::{DeadLetter, Notice, Undelivered, UnitOutOfReach, Who};
use crate::domain::report::below;
use crate::store::{Result, Tx, outbox, reach};

/// Units that are listed.
const UNITS: usize = 10;
/// People of a unit who are named.
const NAMES: usize = 3;
/// Messages that are listed.
const LETTERS: usize = 5;

/// Both, as far as the scope covers them. It takes no argument: with one it says so.
pub(super) async fn undelivered(
    argument: &str,
    scope: &Scope,
    view: &mut View<'_>,
) -> Result<Notice> {
    if !argument.is_empty() {
        return Ok(Notice::UndeliveredAlone);
    }
    let blocked = reach::blocked(view.tx, scope).await?;
    let letters = dead_letters(view.tx, scope).await?;
    let mut units = by_unit(&blocked, scope);
    let unit_count = units.len();
    units.truncate(UNITS);
    Ok(Notice::Undelivered(Undelivered {
        people: blocked.len(),
        units,
        unit_count,
        letter_count: letters.len(),
        letters: letters.into_iter().take(LETTERS).map(letter).collect(),
    }))
}

/// The dead letters that the scope covers, the latest first. What goes to nobody of the roster is seen only
/// by those who see everything.
pub(super) async fn dead_letters(tx: &mut Tx, scope: &Scope) -> Result<Vec<outbox::DeadLetter>> {
    let mut letters = outbox::dead(tx).await?;
    letters.retain(|letter| match &letter.path {
        Some(path) => scope.covers(path),
        None => *scope == Scope::All,
    });
    Ok(letters)
}

/// One level below the scope's top, those with the most people first.
fn by_unit(blocked: &[Who], scope: &Scope) -> Vec<UnitOutOfReach> {
    let mut of_unit: BTreeMap<&str, UnitOutOfReach> = BTreeMap::new();
    for person in blocked {
        let path = below(scope, &person.unit);
        let unit = of_unit.entry(path).or_insert_with(|| UnitOutOfReach {
            unit: path.to_owned(),
            names: Vec::new(),
            total: 0,
        });
        unit.total += 1;
        if unit.names.len() < NAMES {
            unit.names.push(person.name.clone());
        }
    }
    let mut units: Vec<_> = of_unit.into_values().collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.total));
    units
}

fn letter(row: outbox::DeadLetter) -> DeadLetter {
    DeadLetter {
        id: OutboxId(row.id),
        kind: row.kind,
        name: row.name,
        said: row.reason.unwrap_or_default(),
    }
}
