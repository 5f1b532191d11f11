//! An overdue item climbs to the superiors of whoever is responsible, a rung at a time (S17, S24). What was not
//! told in time expires: nobody gets a week's rungs at once.

mod raised;

use chrono::NaiveDate;

use super::calendar::Calendar;
use super::campaign::{Rung, Superior};
use super::deadline::Deadline;
use super::ids::{CadreId, ItemId};
use super::superior::{Below, Found, Person, Superiors};

pub use raised::{Escalated, Group, Missing, NobodyToTell, Raised, Review, with};

/// What of an open item its escalation needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chase {
    /// Which.
    pub item: ItemId,
    /// Kind id.
    pub kind: String,
    /// Path of its unit.
    pub unit: String,
    /// 牵头领导, if the roster knows him.
    pub lead: Option<Person>,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// By when.
    pub deadline: Deadline,
    /// The day it was taken into the ledger here.
    pub assigned_on: NaiveDate,
    /// How often it was returned or reopened (S24).
    pub setbacks: u32,
    /// The day of the last time.
    pub setback_on: Option<NaiveDate>,
}

impl Chase {
    /// What says who is above it.
    pub fn below(&self) -> Below<'_> {
        Below {
            unit: &self.unit,
            lead: self.lead,
            responsible: self.responsible,
        }
    }

    /// The last day on which it was not late; `None`: it never is. What was to be done at once is late from the day
    /// after it was assigned, and so is what came into the ledger late already: nobody could know of it before.
    pub fn limit(&self) -> Option<NaiveDate> {
        match self.deadline {
            Deadline::On(day) => Some(day.max(self.assigned_on)),
            Deadline::Immediate => Some(self.assigned_on),
            Deadline::Ongoing => None,
        }
    }

    /// The day from which the present round is counted: the limit, or the last setback if that came later.
    pub fn since(&self) -> Option<NaiveDate> {
        self.limit()
            .map(|limit| self.setback_on.map_or(limit, |day| limit.max(day)))
    }

    /// Days by which it is late; of what was to be done at once, days since it was assigned.
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        match self.deadline {
            Deadline::On(day) => (today - day).num_days(),
            Deadline::Immediate | Deadline::Ongoing => (today - self.assigned_on).num_days(),
        }
    }
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// He is to be told in his next digest.
    Waiting,
    /// He was told.
    Told,
    /// The next was due before he could be told.
    Expired,
    /// The item was submitted, given up, offered or got another day before he was told.
    Stopped,
    /// There is nobody who can be told.
    Nobody,
    /// It would have been the responsible person himself.
    Own,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 6] = [
        Self::Waiting,
        Self::Told,
        Self::Expired,
        Self::Stopped,
        Self::Nobody,
        Self::Own,
    ];

    /// The name in the database and in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Told => "told",
            Self::Expired => "expired",
            Self::Stopped => "stopped",
            Self::Nobody => "nobody",
            Self::Own => "own",
        }
    }

    /// The outcome of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// One step of an item's escalation, to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its round: a setback, or another day, begins a new one.
    pub round: u32,
    /// Place in the kind's list, from 0.
    pub rung: usize,
    /// As what he hears of it.
    pub role: Superior,
    /// To whom; `None`: to nobody.
    pub cadre: Option<CadreId>,
    /// The day it was due.
    pub due_on: NaiveDate,
    /// What became of it.
    pub outcome: Outcome,
}

/// The steps that are new on that day, given those there were. The highest rung that is due is taken; lower ones of
/// which nobody was told expire. Whoever is responsible is passed over, and so is a rung on which nobody can be
/// told: the next is taken at once.
pub fn climb(
    chase: &Chase,
    rungs: &[Rung],
    known: &[Step],
    superiors: &Superiors,
    calendar: &Calendar,
    day: NaiveDate,
) -> Vec<Step> {
    let Some(since) = chase.since() else {
        return Vec::new();
    };
    let due = due(chase.setbacks, rungs, since, calendar);
    let Some((top, due_on)) = due.iter().rev().find(|(_, on)| *on <= day).copied() else {
        return Vec::new();
    };
    let round = round(chase.setbacks, known, since);
    // What was stopped and goes on, as an item does whose submission is taken back, is due as if it had not been.
    let stands = |at: usize| {
        known
            .iter()
            .any(|step| step.round == round && step.rung == at && step.outcome != Outcome::Stopped)
    };
    if (top..rungs.len()).any(stands) {
        return Vec::new();
    }
    let step = |rung: usize, role, cadre, due_on, outcome| Step {
        round,
        rung,
        role,
        cadre,
        due_on,
        outcome,
    };
    let mut steps = Vec::new();
    for (rung, on) in due.iter().filter(|(rung, _)| *rung < top) {
        if let (false, Some(passed)) = (stands(*rung), rungs.get(*rung)) {
            steps.push(step(*rung, passed.to, None, *on, Outcome::Expired));
        }
    }
    for (rung, taken) in rungs.iter().enumerate().skip(top) {
        let outcome = match superiors.of(taken.to, &chase.below()) {
            Found::People(people) => {
                let told = people.into_iter().map(Some);
                steps.extend(told.map(|who| step(rung, taken.to, who, due_on, Outcome::Waiting)));
                break;
            }
            Found::Own => Outcome::Own,
            Found::Nobody => Outcome::Nobody,
        };
        steps.push(step(rung, taken.to, None, due_on, outcome));
    }
    steps
}

/// Whether a step that waits is to be told still: of the present round, to somebody who is still above the item.
pub fn stands(chase: &Chase, step: &Step, is_above: bool) -> bool {
    is_above && chase.since().is_some_and(|since| step.due_on > since)
}

/// The rungs of a round with the day each is due on. Each setback leaves out one more from below, and what is left
/// out is not waited for (S24); the last is never left out.
fn due(
    setbacks: u32,
    rungs: &[Rung],
    since: NaiveDate,
    calendar: &Calendar,
) -> Vec<(usize, NaiveDate)> {
    let skipped = usize::try_from(setbacks).unwrap_or(usize::MAX);
    let first = skipped.min(rungs.len().saturating_sub(1));
    let mut grace: u32 = 0;
    rungs
        .iter()
        .enumerate()
        .skip(first)
        .map(|(at, rung)| {
            grace = grace.saturating_add(rung.after);
            // Nothing is late on its day itself.
            let days = i32::try_from(grace.max(1)).unwrap_or(i32::MAX);
            (at, calendar.add_work_days(since, days))
        })
        .collect()
}

/// The round of which the steps are: the last one there was, unless its steps were due before this count began.
fn round(setbacks: u32, known: &[Step], since: NaiveDate) -> u32 {
    match known.iter().max_by_key(|step| (step.round, step.due_on)) {
        Some(last) if last.due_on > since => last.round,
        Some(last) => last.round.saturating_add(1).max(setbacks),
        None => setbacks,
    }
}

#[cfg(test)]
mod tests;
