//! Where an item has come to: what its events have led to.

use chrono::NaiveDate;

use super::status::Status;
use super::step::{Reassigned, Step};
use crate::domain::campaign::{ItemKind, Stage};
use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, UnitId};

/// What decides which steps are open to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Where it stands.
    pub status: Status,
    /// By when.
    pub deadline: Deadline,
    /// The unit that has it.
    pub unit: UnitId,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// 牵头领导, if the roster knows him.
    pub lead: Option<CadreId>,
    /// The later day that was asked for and waits for an answer.
    pub extension: Option<Extension>,
    /// How often a later day was asked for, whatever came of it.
    pub extensions: u32,
    /// How often it was returned or reopened (S24).
    pub setbacks: u32,
    /// How many links of its review chain have approved what is submitted (S9).
    pub reviewed: usize,
    /// Who declared it done.
    pub submitted_by: Option<CadreId>,
    /// The unit that it is handed up to, as long as that has not answered (S28).
    pub offered_to: Option<UnitId>,
}

/// A later day that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Until then.
    pub to: NaiveDate,
    /// Because.
    pub why: String,
}

impl State {
    /// An item as it is assigned.
    pub const fn assigned(
        unit: UnitId,
        responsible: Option<CadreId>,
        lead: Option<CadreId>,
        deadline: Deadline,
    ) -> Self {
        Self {
            status: Status::Assigned,
            deadline,
            unit,
            responsible,
            lead,
            extension: None,
            extensions: 0,
            setbacks: 0,
            reviewed: 0,
            submitted_by: None,
            offered_to: None,
        }
    }

    /// What the step by that person leads to. The step is one that was allowed: nothing is checked here, so that
    /// what happened once can be told again.
    #[must_use]
    pub fn after(&self, kind: &ItemKind, step: &Step, by: Option<CadreId>) -> Self {
        let mut next = self.clone();
        match step {
            Step::Accept => next.status = Status::Accepted,
            Step::Begin => next.status = Status::UnderWay,
            Step::Report { .. } => {
                if kind.has(Stage::Begin) {
                    next.status = Status::UnderWay;
                }
            }
            Step::Submit { .. } => {
                next.status = Status::Submitted;
                next.submitted_by = by;
                next.reviewed = 0;
                next.extension = None;
            }
            Step::Withdraw => next.back_to_work(kind),
            Step::Approve { .. } => {
                next.reviewed += 1;
                if next.reviewed >= kind.review.len() {
                    next.status = Status::Closed;
                }
            }
            Step::Return { .. } | Step::Reopen { .. } => {
                next.back_to_work(kind);
                next.setbacks += 1;
            }
            Step::AskExtension { to, why } => {
                next.extension = Some(Extension {
                    to: *to,
                    why: why.clone(),
                });
                next.extensions += 1;
            }
            Step::Grant => {
                if let Some(asked) = next.extension.take() {
                    next.deadline = Deadline::On(asked.to);
                }
            }
            Step::Refuse { .. } => next.extension = None,
            Step::HandUp { to, .. } => next.offered_to = Some(*to),
            Step::TakeUp {
                deadline,
                responsible,
            } => {
                if let Some(unit) = next.offered_to.take() {
                    next.unit = unit;
                }
                next.deadline = Deadline::On(*deadline);
                next.responsible = Some(*responsible);
                next.extension = None;
                next.status = if kind.has(Stage::Accept) {
                    Status::Accepted
                } else {
                    Status::Assigned
                };
            }
            Step::SendBack { .. } => next.offered_to = None,
            Step::Cancel { .. } => {
                next.status = Status::Cancelled;
                next.extension = None;
                next.offered_to = None;
            }
            Step::Reassign(Reassigned {
                unit,
                responsible,
                lead,
                ..
            }) => {
                next.unit = *unit;
                next.responsible = *responsible;
                next.lead = *lead;
                next.status = Status::Assigned;
                next.extension = None;
            }
        }
        next
    }

    /// It is to be done again, by somebody who has taken it on long since.
    fn back_to_work(&mut self, kind: &ItemKind) {
        self.status = if kind.has(Stage::Begin) {
            Status::UnderWay
        } else if kind.has(Stage::Accept) {
            Status::Accepted
        } else {
            Status::Assigned
        };
        self.submitted_by = None;
        self.reviewed = 0;
    }
}
