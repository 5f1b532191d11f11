//! A dated item of the ledger (整改台账, S11): its state and its light.

pub mod draft;
mod machine;
mod opening;
mod party;
mod refusal;
mod state;
mod status;
mod step;
pub mod telling;

use chrono::NaiveDate;

use super::campaign::Ladder;
use super::deadline::Deadline;
use super::ids::{CadreId, ItemId, UnitId};
use super::notice::DueItem;

pub use machine::{Ground, Taken, possible, take};
pub use opening::{LONGEST_CONTENT, NewItem, NotOpened, Standing, letter, may_open, next_no};
pub use party::{Party, Role};
pub use refusal::{Refusal, Why};
pub use state::{Extension, State};
pub use status::{Light, Status};
pub use step::{Reassigned, Step, Verb};

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

    /// Its light today. What is submitted or closed has none: it is the reviewer's turn.
    pub fn light(&self, today: NaiveDate, ladder: &Ladder) -> Light {
        if !self.status.is_open() {
            return Light::None;
        }
        match self.days_left(today) {
            Some(days) if days < 0 => Light::Red,
            Some(days) if days <= ladder.before.first().copied().unwrap_or(0).into() => Light::Blue,
            None if self.deadline == Deadline::Immediate => Light::Blue,
            Some(_) | None => Light::None,
        }
    }

    /// The item as a line of a list.
    pub fn due(&self, today: NaiveDate, ladder: &Ladder) -> DueItem {
        DueItem {
            id: self.id,
            no: self.no.clone(),
            content: self.content.clone(),
            deadline: self.deadline,
            days_left: self.days_left(today),
            light: self.light(today, ladder),
            status: self.status,
        }
    }
}

/// Most urgent first: red before blue, then by days left, then by number.
pub fn by_urgency(a: &DueItem, b: &DueItem) -> std::cmp::Ordering {
    let rank = |item: &DueItem| (item.light, item.days_left.unwrap_or(i64::MAX), item.id);
    rank(a).cmp(&rank(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{campaign, day, item};

    #[test]
    fn the_light_is_blue_within_the_first_step_and_red_past_the_deadline() {
        let campaign = campaign();
        let ladder = &campaign.kind("rectification").unwrap().ladder;
        for (deadline, status, left, light) in [
            (
                Deadline::On(day("2014-03-12")),
                Status::Assigned,
                Some(8),
                Light::None,
            ),
            (
                Deadline::On(day("2014-03-11")),
                Status::Assigned,
                Some(7),
                Light::Blue,
            ),
            (
                Deadline::On(day("2014-03-04")),
                Status::Assigned,
                Some(0),
                Light::Blue,
            ),
            (
                Deadline::On(day("2014-03-03")),
                Status::Assigned,
                Some(-1),
                Light::Red,
            ),
            (Deadline::Immediate, Status::Assigned, None, Light::Blue),
            (Deadline::Ongoing, Status::Assigned, None, Light::None),
            (
                Deadline::On(day("2014-03-03")),
                Status::Submitted,
                Some(-1),
                Light::None,
            ),
            (
                Deadline::On(day("2014-03-03")),
                Status::Closed,
                Some(-1),
                Light::None,
            ),
        ] {
            let mut item = item(deadline, "2014-02-11");
            item.status = status;
            let due = item.due(day("2014-03-04"), ladder);
            assert_eq!(
                (due.days_left, due.light),
                (left, light),
                "{deadline:?} {status:?}"
            );
        }
    }

    #[test]
    fn the_most_urgent_comes_first() {
        let campaign = campaign();
        let ladder = &campaign.kind("rectification").unwrap().ladder;
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
                item.due(day("2014-03-04"), ladder)
            })
            .collect();
        items.sort_by(by_urgency);
        let order: Vec<i64> = items.iter().map(|item| item.id.0).collect();
        assert_eq!(order, [6, 5, 7, 3, 4, 2, 1]);
    }
}
