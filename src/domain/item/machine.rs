//! The one state machine of all kinds of items: which step is open to whom, and what it leads to. A [`Taken`]
//! step can only be made here, and only a taken step can be stored: what is not allowed cannot be written down.

use chrono::NaiveDate;

use super::party::{Party, Role};
use super::refusal::{Refusal, Why};
use super::state::State;
use super::status::Status;
use super::step::{Step, Verb};
use crate::domain::campaign::{Evidence, ItemKind, Reviewer, Stage};
use crate::domain::deadline::Deadline;
use crate::domain::ids::CadreId;

/// A step that the machine allowed: the only thing that can be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    step: Step,
    by: Option<CadreId>,
    after: State,
}

/// What else decides whether a step can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// Today in the campaign's zone.
    pub today: NaiveDate,
    /// Pieces of evidence behind the item.
    pub evidence: usize,
    /// Whether there is a unit above its own.
    pub unit_above: bool,
}

impl Taken {
    /// What happened.
    pub const fn step(&self) -> &Step {
        &self.step
    }

    /// By whom; `None`: by the program itself, when a poll has decided.
    pub const fn by(&self) -> Option<CadreId> {
        self.by
    }

    /// Where the item stands after it.
    pub const fn after(&self) -> &State {
        &self.after
    }
}

/// The steps that are open to somebody now, in the order of the buttons.
pub fn possible(state: &State, kind: &ItemKind, party: &Party, ground: &Ground) -> Vec<Verb> {
    Verb::ALL
        .into_iter()
        .filter(|verb| may(state, kind, *verb, party, ground).is_ok())
        .collect()
}

/// Takes a step, or says why not and what is possible instead.
pub fn take(
    state: &State,
    kind: &ItemKind,
    step: Step,
    party: &Party,
    ground: &Ground,
) -> Result<Taken, Refusal> {
    allowed(state, kind, step.verb(), party, ground)?;
    is_said_well(state, &step, ground).map_err(|why| Refusal {
        why,
        possible: possible(state, kind, party, ground),
    })?;
    Ok(Taken {
        after: state.after(kind, &step, party.cadre),
        step,
        by: party.cadre,
    })
}

/// Whether a step is open to somebody, before anything is said with it; or why not and what is possible instead.
pub fn allowed(
    state: &State,
    kind: &ItemKind,
    verb: Verb,
    party: &Party,
    ground: &Ground,
) -> Result<(), Refusal> {
    may(state, kind, verb, party, ground).map_err(|why| Refusal {
        why,
        possible: possible(state, kind, party, ground),
    })
}

/// Whether the step is open to that person where the item stands.
fn may(
    state: &State,
    kind: &ItemKind,
    verb: Verb,
    party: &Party,
    ground: &Ground,
) -> Result<(), Why> {
    if party.cadre.is_some() && !party.sees() {
        return Err(Why::NotYours);
    }
    is_his(state, kind, verb, party)?;
    is_time(state, verb)?;
    match verb {
        Verb::Accept => demand(kind.has(Stage::Accept), Why::NoSuchStep),
        Verb::Begin => demand(kind.has(Stage::Begin), Why::NoSuchStep),
        Verb::Submit => demand(
            kind.evidence != Evidence::Needed || ground.evidence > 0,
            Why::NoEvidence,
        ),
        Verb::AskExtension => {
            let most = kind.extensions;
            demand(most > 0, Why::NoSuchStep)?;
            demand(matches!(state.deadline, Deadline::On(_)), Why::NoDeadline)?;
            demand(state.extension.is_none(), Why::AlreadyAsked)?;
            demand(state.extensions < most, Why::TooOften { most })
        }
        Verb::Grant | Verb::Refuse => demand(state.extension.is_some(), Why::NothingAsked),
        Verb::HandUp => {
            demand(kind.hand_up, Why::NoSuchStep)?;
            demand(ground.unit_above, Why::NoUnitAbove)
        }
        Verb::Report
        | Verb::Withdraw
        | Verb::Approve
        | Verb::Return
        | Verb::TakeUp
        | Verb::SendBack
        | Verb::Reassign
        | Verb::Reopen
        | Verb::Cancel => Ok(()),
    }
}

/// Whether the step is that person's to take.
fn is_his(state: &State, kind: &ItemKind, verb: Verb, party: &Party) -> Result<(), Why> {
    let link = |at: usize| {
        let reviewer = kind.review.get(at).or(kind.review.last());
        party.reviews(reviewer.copied().unwrap_or(Reviewer::Office))
    };
    let second = || demand(!party.is_own(state), Why::Own);
    let his = |his: bool| demand(his, Why::NotYourPart);
    match verb {
        Verb::Accept | Verb::Begin | Verb::Submit | Verb::AskExtension => {
            his(party.is(Role::Responsible))
        }
        Verb::Report => his(party.is(Role::Responsible) || party.is(Role::Helper)),
        Verb::HandUp => his(party.is(Role::Responsible) || party.is(Role::Liaison)),
        Verb::Withdraw => his(party.cadre.is_some() && state.submitted_by == party.cadre),
        Verb::Approve | Verb::Return => {
            his(link(state.reviewed))?;
            second()
        }
        Verb::Grant | Verb::Refuse => {
            his(link(0) || party.is(Role::Lead))?;
            second()
        }
        Verb::TakeUp | Verb::SendBack => his(party.is(Role::Taker)),
        Verb::Reassign => his([Role::Lead, Role::Liaison, Role::Office]
            .into_iter()
            .any(|role| party.is(role))),
        Verb::Reopen => {
            his((0..kind.review.len().max(1)).any(link))?;
            second()
        }
        Verb::Cancel => {
            his(party.is(Role::Office))?;
            second()
        }
    }
}

/// Whether the item stands where the step can be taken.
fn is_time(state: &State, verb: Verb) -> Result<(), Why> {
    let status = state.status;
    let now = |now: bool| demand(now, Why::NotNow { status });
    let free = || demand(state.offered_to.is_none(), Why::Offered);
    match verb {
        Verb::Accept => {
            now(status == Status::Assigned)?;
            free()
        }
        Verb::Begin => {
            now(matches!(status, Status::Assigned | Status::Accepted))?;
            free()
        }
        Verb::Submit | Verb::AskExtension | Verb::HandUp | Verb::Reassign => {
            now(status.is_open())?;
            free()
        }
        Verb::Report | Verb::Grant | Verb::Refuse => now(status.is_open()),
        Verb::Withdraw => now(status == Status::Submitted && state.reviewed == 0),
        Verb::Approve | Verb::Return => now(status == Status::Submitted),
        Verb::TakeUp | Verb::SendBack => now(status.is_open() && state.offered_to.is_some()),
        Verb::Reopen => now(status == Status::Closed),
        Verb::Cancel => now(!status.is_over()),
    }
}

/// Whether what is said with the step makes sense.
fn is_said_well(state: &State, step: &Step, ground: &Ground) -> Result<(), Why> {
    match step {
        Step::Return { why }
        | Step::HandUp { why, .. }
        | Step::SendBack { why }
        | Step::Reopen { why }
        | Step::Cancel { why } => demand(!why.trim().is_empty(), Why::NoReason),
        Step::Report { words } => demand(!words.trim().is_empty(), Why::NoReason),
        Step::AskExtension { to, why } => {
            let stands = match state.deadline {
                Deadline::On(day) => day.max(ground.today),
                Deadline::Immediate | Deadline::Ongoing => return Err(Why::NoDeadline),
            };
            demand(*to > stands, Why::NotLater)?;
            demand(!why.trim().is_empty(), Why::NoReason)
        }
        Step::TakeUp { deadline, .. } => demand(*deadline >= ground.today, Why::NotLater),
        Step::Accept
        | Step::Begin
        | Step::Submit { .. }
        | Step::Withdraw
        | Step::Approve { .. }
        | Step::Grant
        | Step::Refuse { .. }
        | Step::Reassign(_) => Ok(()),
    }
}

fn demand(holds: bool, otherwise: Why) -> Result<(), Why> {
    if holds { Ok(()) } else { Err(otherwise) }
}

#[cfg(test)]
mod tests;
