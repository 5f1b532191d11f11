//! Moving somebody, from the chat and from the command line alike: what it comes to, and how it is recorded.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::domain::action::seen;
use crate::domain::cadre::Cadre;
use crate::domain::calendar::Calendar;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CadreId;
use crate::domain::movement::{Change, Preview, Refusal, Step, is_posting, moved, owing, refusal};
use crate::domain::rules::Rules;
use crate::store::posting::NewPosting;
use crate::store::{Result, Store, Tx, posting, quota};

/// How far back a movement may begin.
const FURTHEST_BACK: TimeDelta = TimeDelta::days(366);

/// What a movement comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The person as he is.
    pub before: Cadre,
    /// As he will be.
    pub after: Cadre,
    /// From this day on.
    pub from: NaiveDate,
    /// In words; what he has done is not looked up.
    pub preview: Preview,
    /// Why it cannot be.
    pub refusal: Option<Refusal>,
    /// Whether just that is recorded already.
    pub already: bool,
    /// A mark of what the preview shows.
    pub mark: u32,
}

/// Looks at what a change of somebody from a day on comes to.
///
/// # Errors
/// When the database fails.
pub async fn look(
    tx: &mut Tx,
    campaign: &Campaign,
    calendar: &Calendar,
    before: Cadre,
    change: &Change,
    (from, today): (NaiveDate, NaiveDate),
) -> Result<Look> {
    let after = moved(&before, change);
    let known = posting::of_cadre(tx, before.id).await?;
    let quotas = quota::all(tx).await?;
    let rules = Rules {
        campaign,
        calendar,
        quotas: &quotas,
    };
    let preview = Preview {
        who: before.who(),
        rank: before.rank.clone(),
        unit: after.active.then(|| after.unit_path.clone()),
        rank_then: after.rank.clone(),
        from,
        waits: from > today,
        owing: owing(&rules, &before, &after, from),
        kept: None,
    };
    let last = known.last();
    let already = last.is_some_and(|last| last.from == from && is_posting(&after, last));
    let too_old = from < today - FURTHEST_BACK;
    let refusal = refusal(&before, &after, &known, from, campaign.span.end)
        .or(too_old.then_some(Refusal::NoSuchDay));
    let mark = seen(&format!("{preview:?} {known:?}"));
    Ok(Look {
        before,
        after,
        from,
        preview,
        refusal,
        already,
        mark,
    })
}

impl Look {
    /// In one line.
    pub fn step(&self) -> Step {
        Step::of(&self.before, &self.after, self.preview.owing.clone())
    }
}

/// Records that somebody becomes what `after` says.
///
/// # Errors
/// When the database fails.
pub async fn record(
    tx: &mut Tx,
    campaign: &Campaign,
    (before, after): (Cadre, Cadre),
    from: NaiveDate,
    by: Option<CadreId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let today = now.with_timezone(&campaign.zone).date_naive();
    let moves = [(before, NewPosting { after, from, by })];
    posting::record(tx, &moves, campaign.span.start, today, now).await
}

/// Makes the postings whose day has come what the roster says. Once a day there may be some; at all other times it
/// is one look at an index.
///
/// # Errors
/// When the database fails; the next look does it.
pub async fn apply_due(store: &Store, today: NaiveDate, now: DateTime<Utc>) -> Result<u64> {
    let mut tx = store.read().await?;
    let due = posting::is_due(&mut tx, today).await?;
    tx.commit().await?;
    if !due {
        return Ok(0);
    }
    let mut tx = store.begin().await?;
    let people = posting::apply_due(&mut tx, today, now).await?;
    tx.commit().await?;
    tracing::info!(
        people,
        "people serve elsewhere or as something else from today"
    );
    Ok(people)
}
