//! Kinds of dated items: all in which they differ (S7, S9, S11, S14, S15, S17, S21, S24, S27, S28).

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Evidence, Target, Words};

/// A kind of dated items.
#[derive(Debug, Clone)]
pub struct ItemKind {
    /// "rectification", …
    pub id: String,
    /// For people.
    pub name: Words,
    /// The slot that its reminders ride in.
    pub slot: String,
    /// Its ladder.
    pub ladder: Ladder,
    /// The ladder of an item that somebody has taken on: slower as a rule.
    pub accepted_ladder: Ladder,
    /// What is said between being assigned and being submitted; leaving it out is possible always.
    pub stages: Vec<Stage>,
    /// Who looks at what is submitted, one after the other; the last strikes it off. Never empty.
    pub review: Vec<Reviewer>,
    /// Whether evidence is wanted.
    pub evidence: Evidence,
    /// How often a later day may be asked for; 0: never.
    pub extensions: u32,
    /// Whether the unit may hand it up (S28).
    pub hand_up: bool,
    /// So many work days before its day it is near its limit: blue.
    pub near: u32,
    /// What it is behind of: yellow.
    pub plan: Plan,
    /// Work days between two mentions of one item to one person, at least.
    pub least_gap: u32,
    /// Work days for which somebody may have it silent, at most; 0: never.
    pub longest_mute: u32,
    /// Who hears of it when it is overdue, one after the other.
    pub escalation: Vec<Rung>,
    /// What is made of it when its review fails (S21 补课).
    pub make_up: Option<MakeUp>,
    /// How the unit's members review it at its time limit (S28).
    pub poll: Option<Poll>,
    /// Who is not asked for one (S9): conditions alone count, the amount is zero.
    pub exempt: Vec<Target>,
    /// It must be through its review before the day of the unit's item of that kind (S9: before the meeting).
    pub before: Option<String>,
    /// Who may open one in chat.
    pub opened_by: Opener,
}

/// When an open item is spoken of. Days are calendar days; a step before the deadline that falls on a
/// day off moves back to a work day, one after it moves on (S11, complaint 9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// Days before the deadline, descending; 0 is the day itself.
    pub before: Vec<u32>,
    /// Days after the deadline, with growing gaps.
    pub after: Vec<u32>,
    /// After the last of `after`, again every so many days.
    pub then_every: u32,
}

/// What may be said between being assigned and being submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// 接收.
    Accept,
    /// 开始办理.
    Begin,
}

/// Who looks at what is submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewer {
    /// 牵头领导.
    Lead,
    /// Head of the unit.
    Head,
    /// Head or liaison of the unit above (S9).
    Superior,
    /// Liaison.
    Liaison,
    /// Supervision group.
    Supervision,
    /// Office.
    Office,
    /// The unit's members, by a poll (S21, S28).
    Members,
}

/// By when what should have been said of an item, in work days. What is left out is not demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Plan {
    /// Taken on so many after it was assigned.
    pub accept: Option<u32>,
    /// Begun so many after it was assigned.
    pub begin: Option<u32>,
    /// Progress told of every so many.
    pub report: Option<u32>,
}

/// One step of an escalation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// Who hears of it.
    pub to: Superior,
    /// So many work days after the step before; of the first: after the deadline.
    pub after: u32,
}

/// Who hears of what is overdue (S17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Superior {
    /// 牵头领导.
    Lead,
    /// Head of the unit, else of the nearest unit around it that has one.
    Head,
    /// Supervision group.
    Supervision,
    /// Office.
    Office,
}

/// What is made of an item whose review fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeUp {
    /// An item of this kind …
    pub kind: String,
    /// … due so many work days later.
    pub within: u32,
}

/// How a unit's members review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Poll {
    /// Per cent of those who voted that must be satisfied.
    pub pass: u32,
    /// Fewer voters than this decide nothing.
    pub least_voters: u32,
    /// How long it stays open.
    pub lasts: TimeDelta,
}

/// Who may open an item in chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opener {
    /// Anybody, of himself: a commitment, a good deed (S15, S28).
    Anybody,
    /// Whoever cares for the unit.
    Carer,
    /// The office.
    Office,
}

/// The monthly question about progress (S13 月调度).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// The slot that it rides in, on its first work day of the month.
    pub slot: String,
    /// Work days within which it is to be answered.
    pub within: u32,
}

impl ItemKind {
    /// A kind that says nothing but what each has to say.
    pub fn plain(id: String, name: Words, slot: String, ladder: Ladder) -> Self {
        Self {
            id,
            name,
            slot,
            accepted_ladder: ladder.clone(),
            ladder,
            stages: Vec::new(),
            review: vec![Reviewer::Office],
            evidence: Evidence::Welcome,
            extensions: 0,
            hand_up: false,
            near: 5,
            plan: Plan::default(),
            least_gap: 1,
            longest_mute: 0,
            escalation: Vec::new(),
            make_up: None,
            poll: None,
            exempt: Vec::new(),
            before: None,
            opened_by: Opener::Carer,
        }
    }

    /// Whether items of it have that stage.
    pub fn has(&self, stage: Stage) -> bool {
        self.stages.contains(&stage)
    }
}
