//! What a digest tells of others' items, and what the office sees of those of which nobody could be told.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::campaign::Superior;
use crate::domain::digest::{DigestPlan, Occasion};
use crate::domain::ids::ItemId;
use crate::domain::item::{Verb, What};
use crate::domain::news::News;
use crate::domain::owes::NothingOwed;

/// Items that a digest names; of the others it says how many.
const NAMED: usize = 5;

/// An overdue item as a superior reads of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalated {
    /// Which.
    pub item: ItemId,
    /// The ledger's number.
    pub no: String,
    /// Path of its unit.
    pub unit: String,
    /// Who is responsible, as the ledger says; may be empty.
    pub responsible: String,
    /// Days by which it is late.
    pub days_late: i64,
}

/// Items of which he hears for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// As what.
    pub role: Superior,
    /// Some of them, the latest first.
    pub items: Vec<Escalated>,
    /// How many there are.
    pub total: usize,
}

/// An item that waits for his word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Which.
    pub item: ItemId,
    /// The ledger's number.
    pub no: String,
}

/// What of others' items a digest tells.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Raised {
    /// Overdue ones.
    pub groups: Vec<Group>,
    /// Some of those that wait for his word, the longest waiting first.
    pub reviews: Vec<Review>,
    /// How many do.
    pub review_count: usize,
}

impl Raised {
    /// Whether that news says of an item only that it was submitted, which waits for his word here.
    pub fn holds(&self, news: &News) -> bool {
        let News::Item { item, deed, .. } = news else {
            return false;
        };
        let submitted = What::Took { verb: Verb::Submit };
        deed.what == submitted && self.reviews.iter().any(|review| review.item == *item)
    }

    /// As many as a digest names, and how many there are.
    pub fn new(items: Vec<(Superior, Escalated)>, mut reviews: Vec<Review>) -> Self {
        let mut by_role: BTreeMap<Superior, Vec<Escalated>> = BTreeMap::new();
        for (role, item) in items {
            by_role.entry(role).or_default().push(item);
        }
        let mut room = NAMED;
        let groups = by_role.into_iter().map(|(role, mut items)| {
            items.sort_by_key(|item| (-item.days_late, item.item));
            let total = items.len();
            items.truncate(room);
            room -= items.len();
            Group { role, items, total }
        });
        let groups = groups.collect();
        let review_count = reviews.len();
        reviews.truncate(NAMED);
        Self {
            groups,
            reviews,
            review_count,
        }
    }

    /// Nothing?
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.review_count == 0
    }
}

/// The digest of somebody who is told of others' items: his own with them in it, or one of them alone if he owes
/// nothing else. Whoever may not be written to for another reason is not written to for this.
///
/// # Errors
/// As before, if there are none, or he is away or has left.
pub fn with(
    plan: Result<DigestPlan, NothingOwed>,
    occasion: &Occasion<'_>,
    escalated: Vec<ItemId>,
    reviews: Vec<ItemId>,
) -> Result<DigestPlan, NothingOwed> {
    match plan {
        plan if escalated.is_empty() && reviews.is_empty() => plan,
        Ok(plan) => Ok(DigestPlan {
            escalated,
            reviews,
            ..plan
        }),
        Err(nothing) if nothing.is_silence() => Err(nothing),
        Err(_) => Ok(DigestPlan {
            escalated,
            reviews,
            ..DigestPlan::empty(occasion)
        }),
    }
}

/// Overdue items of which nobody could be told on one rung, in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Path of the unit.
    pub unit: String,
    /// Who is missing there.
    pub role: Superior,
    /// How many items.
    pub count: usize,
}

/// What the office sees of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NobodyToTell {
    /// How many items.
    pub total: usize,
    /// Where who is missing, most items first; some.
    pub missing: Vec<Missing>,
}

impl NobodyToTell {
    /// Counts them: each item once, and each that somebody is missing for.
    pub fn of(found: &[(ItemId, String, Superior)], most: usize) -> Self {
        let items: BTreeSet<ItemId> = found.iter().map(|(item, ..)| *item).collect();
        let mut counts: BTreeMap<(&str, Superior), usize> = BTreeMap::new();
        for (_, unit, role) in found {
            *counts.entry((unit, *role)).or_default() += 1;
        }
        let mut missing: Vec<Missing> = counts
            .into_iter()
            .map(|((unit, role), count)| Missing {
                unit: unit.to_owned(),
                role,
                count,
            })
            .collect();
        missing.sort_by_key(|line| std::cmp::Reverse(line.count));
        missing.truncate(most);
        Self {
            total: items.len(),
            missing,
        }
    }
}
