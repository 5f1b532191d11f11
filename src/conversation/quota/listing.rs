//! What is set locally and what was set before, as far as it bears on the units of whoever asks.

use super::own_units;
use crate::conversation::view::View;
use crate::domain::campaign::is_within;
use crate::domain::grant::Scope;
use crate::domain::quota::{Answer, Line, Named};
use crate::store::quota::Set;
use crate::store::{Result, quota};

/// Targets a page of the history shows.
const PAGE: usize = 10;

/// What stands and bears on the scope's units: set for them, below them or above them.
pub(super) async fn standing(scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let mut sets = quota::standing(view.tx).await?;
    sets.retain(|set| match scope {
        Scope::All => true,
        Scope::Units(paths) => {
            let above = |path: &String| set.person.is_none() && is_within(path, &set.path);
            scope.covers(&set.path) || paths.iter().any(above)
        }
    });
    let own = own_units(scope, view).await?;
    Ok(Answer::Standing {
        lines: sets.into_iter().map(|set| line(set, view)).collect(),
        unit: own.into_iter().next().map(|unit| unit.path),
    })
}

pub(super) async fn history(page: u32, scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let mut sets = quota::history(view.tx).await?;
    sets.retain(|set| scope.covers(&set.path));
    let skipped = usize::try_from(page).unwrap_or(0).saturating_mul(PAGE);
    let more = sets.len() > skipped.saturating_add(PAGE);
    let sets = sets.into_iter().skip(skipped).take(PAGE);
    Ok(Answer::History {
        lines: sets.map(|set| line(set, view)).collect(),
        page,
        more,
    })
}

fn line(set: Set, view: &View<'_>) -> Line {
    let at = chrono::DateTime::from_timestamp_millis(set.at).unwrap_or(view.now);
    Line {
        duty: set.duty,
        of: match set.person {
            Some(who) => Named::Person { who },
            None => Named::Unit { path: set.path },
        },
        rank: set.rank,
        amount: set.amount,
        on: view.service.local_day(at),
        by: set.by,
    }
}
