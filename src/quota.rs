//! Setting targets locally, from the chat and from the command line alike: what one would change, and how it is set.

use chrono::{DateTime, Utc};

use crate::domain::action::seen;
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{Campaign, Duty};
use crate::domain::ids::{CadreId, UpdateId};
use crate::domain::news::News;
use crate::domain::quota::{Named, Preview, Quota, Whom, weigh};
use crate::domain::unit::Unit;
use crate::store::quota::NewQuota;
use crate::store::{Result, Tx, cadre, news, quota};

/// For whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// Everybody of the unit and below it.
    Unit(Unit),
    /// One person.
    Person(Cadre),
}

/// A target that somebody wants to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Duty id.
    pub duty: String,
    /// For whom.
    pub of: Of,
    /// Only this rank.
    pub rank: Option<String>,
    /// How much, in the duty's measure; `None`: as the campaign says.
    pub amount: Option<Amount>,
}

/// What it would come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// In words.
    pub preview: Preview,
    /// Whose target changes: from what, to what.
    pub people: Vec<(CadreId, Option<Amount>, Option<Amount>)>,
    /// The least there may be, if it is less than that.
    pub below: Option<Amount>,
    /// The least there may be for those it concerns; `None`: the campaign fixes nothing for one of them.
    pub least: Option<Amount>,
    /// Whether just that stands already.
    pub already: bool,
    /// A mark of what the preview shows.
    pub mark: u32,
}

impl Of {
    /// The unit's path, or that of the person's unit.
    pub fn path(&self) -> &str {
        match self {
            Self::Unit(unit) => &unit.path,
            Self::Person(cadre) => &cadre.unit_path,
        }
    }

    /// As others know it.
    pub fn named(&self) -> Named {
        match self {
            Self::Unit(unit) => Named::Unit {
                path: unit.path.clone(),
            },
            Self::Person(cadre) => Named::Person { who: cadre.who() },
        }
    }
}

impl Wish {
    fn quota(&self) -> Quota {
        Quota {
            duty: self.duty.clone(),
            of: match &self.of {
                Of::Unit(unit) => Whom::Unit(unit.path.clone()),
                Of::Person(cadre) => Whom::Person(cadre.key.clone()),
            },
            rank: self.rank.clone(),
            amount: self.amount,
        }
    }

    /// The row that keeps it.
    pub fn row(&self, by: Option<CadreId>, update: Option<UpdateId>) -> NewQuota {
        let (unit, cadre) = match &self.of {
            Of::Unit(unit) => (Some(unit.id), None),
            Of::Person(cadre) => (None, Some(cadre.id)),
        };
        NewQuota {
            duty: self.duty.clone(),
            unit,
            cadre,
            rank: self.rank.clone(),
            amount: self.amount,
            by,
            update,
        }
    }
}

/// Looks at what a target would come to: two queries, however many people there are.
///
/// # Errors
/// When the database fails.
pub async fn look(tx: &mut Tx, duty: &Duty, wish: &Wish) -> Result<Look> {
    let history = quota::of_duty(tx, &duty.id).await?;
    let people = match &wish.of {
        Of::Unit(unit) => cadre::within(tx, &unit.path, None).await?,
        Of::Person(cadre) => vec![cadre.clone()],
    };
    let quota = wish.quota();
    let weighed = weigh(&history, &quota, duty, &people);
    let preview = Preview {
        duty: duty.id.clone(),
        of: wish.of.named(),
        rank: wish.rank.clone(),
        amount: wish.amount,
        effects: weighed.effects,
        same: weighed.same,
    };
    let stands = history
        .iter()
        .rfind(|of| of.of == quota.of && of.rank == quota.rank);
    let already = stands.map_or(quota.amount.is_none(), |of| of.amount == quota.amount);
    let below = match (wish.amount, weighed.least) {
        (Some(amount), Some(least)) if amount < least => Some(least),
        _ => None,
    };
    Ok(Look {
        mark: seen(&format!("{preview:?} {}", history.len())),
        people: weighed.people,
        least: weighed.least,
        preview,
        below,
        already,
    })
}

impl Look {
    /// What those it changes something for are told in their next digest. `by` is the name of who set it, empty
    /// for the command line.
    pub fn told(&self, by: &str) -> Vec<(CadreId, News)> {
        let told = |(cadre, was, is): &(CadreId, Option<Amount>, Option<Amount>)| {
            let news = News::Target {
                duty: self.preview.duty.clone(),
                was: *was,
                is: *is,
                by: by.to_owned(),
            };
            (*cadre, news)
        };
        self.people.iter().map(told).collect()
    }
}

/// The local targets that stand and change nothing, because the campaign fixes more for everybody they concern;
/// each with the least that it fixes.
///
/// # Errors
/// When the database fails.
pub async fn overridden(tx: &mut Tx, campaign: &Campaign) -> Result<Vec<(Quota, Amount)>> {
    let mut found = Vec::new();
    for duty in &campaign.duties {
        let history = quota::of_duty(tx, &duty.id).await?;
        for (at, line) in history.iter().enumerate() {
            let mut later = history.iter().skip(at + 1);
            let Some(amount) = line.amount else { continue };
            if later.any(|later| later.of == line.of && later.rank == line.rank) {
                continue;
            }
            let people = match &line.of {
                Whom::Unit(path) => cadre::within(tx, path, None).await?,
                Whom::Person(key) => cadre::by_key(tx, key).await?.into_iter().collect(),
            };
            let least = weigh(&history, line, duty, &people).least;
            if let Some(least) = least.filter(|least| amount < *least) {
                found.push((line.clone(), least));
            }
        }
    }
    Ok(found)
}

/// Sets a target on the command line.
///
/// # Errors
/// When the database fails.
pub async fn set(tx: &mut Tx, wish: &Wish, look: &Look, now: DateTime<Utc>) -> Result<()> {
    quota::insert(tx, &wish.row(None, None), now).await?;
    news::insert_all(tx, &look.told(""), now).await
}
