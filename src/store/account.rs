//! How many people stand, in sets: never a statement a person.

use chrono::NaiveDate;
use std::collections::HashMap;

use super::{Result, Tx, entry};
use crate::domain::account::{counting_span, standing};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::deadline::Span;
use crate::domain::ids::CadreId;
use crate::domain::notice::Standing;
use crate::domain::rules::Rules;

/// How these people stand in a duty on a day, in their order: the sums of all whose windows are the same at
/// once, each judged as one person's is.
pub async fn standings(
    tx: &mut Tx,
    rules: &Rules<'_>,
    duty: &Duty,
    people: &[Cadre],
    today: NaiveDate,
) -> Result<Vec<Standing>> {
    let mut by_span: HashMap<Span, Vec<CadreId>> = HashMap::new();
    for person in people {
        let span = counting_span(rules.campaign, duty, &person.subject(), today);
        let span = span.unwrap_or(rules.campaign.span);
        by_span.entry(span).or_default().push(person.id);
    }
    let mut done = HashMap::with_capacity(people.len());
    for (span, ids) in by_span {
        done.extend(entry::done(tx, &ids, duty, &span, today).await?);
    }
    Ok(people
        .iter()
        .map(|person| {
            let done = done.get(&person.id).copied().unwrap_or_default();
            standing(rules, duty, &person.subject(), done, today)
        })
        .collect())
}
