//! A dated item of the ledger (整改台账, S11): its state and its light.

mod before;
mod changed;
pub mod draft;
mod event;
mod light;
mod machine;
mod opening;
mod page;
mod party;
mod reason;
mod refusal;
mod reviewers;
mod state;
mod status;
mod step;
pub mod telling;
mod told;

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::campaign::ItemKind;
use super::deadline::Deadline;
use super::ids::{CadreId, ItemId, UnitId};
use super::notice::DueItem;

pub use before::effective;
pub use changed::{Changed, Hands, Unchangeable, change};
pub use event::{Chain, Deed, Event, What};
pub use machine::{Ground, Taken, allowed, possible, take};
pub use opening::{LONGEST_CONTENT, NewItem, NotOpened, Standing, letter, may_open, next_no};
pub use page::{Answer, Card, Top};
pub use party::{Party, Role};
pub use reason::Reason;
pub use refusal::{Refusal, Why};
pub use reviewers::{Asked, Waits, may as may_review, reviewers};
pub use state::{Extension, State};
pub use status::{Light, Status};
pub use step::{Reassigned, Step, Verb};
pub use told::told;

/// What of an item its reminders need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Row identity.
    pub id: ItemId,
    /// The ledger's number.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// What is to be put right.
    pub content: String,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// 牵头领导 as written; may be empty.
    pub lead: String,
    /// By when.
    pub deadline: Deadline,
    /// Its state.
    pub status: Status,
    /// The day it was taken into the ledger here.
    pub assigned_on: NaiveDate,
    /// The unit responsible.
    pub unit: UnitId,
    /// How often it was returned or reopened (S24).
    pub setbacks: u32,
    /// The day on which it was last returned or reopened, the next one if its slot had spoken: its ladder begins
    /// again. Looked up for reminders only.
    pub anew_on: Option<NaiveDate>,
    /// Reminders of it that were sent since it is overdue.
    pub reminded: u32,
    /// The day of the last mention.
    pub reminded_on: Option<NaiveDate>,
    /// The day on which progress was last told.
    pub reported_on: Option<NaiveDate>,
    /// The last day on which it is not mentioned, if whoever is responsible wants it silent.
    pub muted_until: Option<NaiveDate>,
    /// Handed up and not answered yet (S28): it is the unit above that owes something.
    pub offered: bool,
}

impl Item {
    /// Days to the deadline, negative when it is past; `None` without a date.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        match self.deadline {
            Deadline::On(date) => Some((date - today).num_days()),
            Deadline::Immediate | Deadline::Ongoing => None,
        }
    }

    /// The item as a line of a list; of a kind that has left the campaign file since, `kind` is `None`.
    pub fn due(&self, kind: Option<&ItemKind>, calendar: &Calendar, today: NaiveDate) -> DueItem {
        DueItem {
            id: self.id,
            no: self.no.clone(),
            content: self.content.clone(),
            deadline: self.deadline,
            days_left: self.days_left(today),
            light: self.light(kind, calendar, today),
            status: self.status,
            mention: None,
        }
    }
}

/// Most urgent first: red before yellow before blue, then by days left, then by number.
pub fn by_urgency(a: &DueItem, b: &DueItem) -> std::cmp::Ordering {
    let rank = |item: &DueItem| (item.light, item.days_left.unwrap_or(i64::MAX), item.id);
    rank(a).cmp(&rank(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::campaign::Plan;
    use crate::domain::sample::{calendar, campaign, day, item};

    #[test]
    fn the_most_urgent_comes_first() {
        let (campaign, calendar) = (campaign(), calendar());
        // Without a plan that it could be behind of.
        let kind = campaign.kind("rectification").map(|kind| ItemKind {
            plan: Plan::default(),
            ..kind.clone()
        });
        let deadlines = [
            Deadline::Ongoing,
            Deadline::On(day("2014-06-30")),
            Deadline::On(day("2014-03-05")),
            Deadline::Immediate,
            Deadline::On(day("2014-03-03")),
            Deadline::On(day("2014-02-28")),
            Deadline::On(day("2014-03-03")),
        ];
        let mut items: Vec<DueItem> = (1..)
            .zip(deadlines)
            .map(|(id, deadline)| {
                let mut item = item(deadline, "2014-02-11");
                item.id = ItemId(id);
                item.due(kind.as_ref(), &calendar, day("2014-03-04"))
            })
            .collect();
        items.sort_by(by_urgency);
        let order: Vec<i64> = items.iter().map(|item| item.id.0).collect();
        assert_eq!(order, [6, 5, 7, 3, 4, 2, 1]);
    }
}
