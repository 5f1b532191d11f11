//! What Duban answers to the office that moves somebody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::action;
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::notice::{Standing, Who};

/// What somebody owes of a duty, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owing {
    /// Duty id.
    pub duty: String,
    /// What it was; `None`: nothing.
    pub was: Option<Amount>,
    /// What it is; `None`: nothing.
    pub is: Option<Amount>,
}

/// A movement before it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Who, as he is.
    pub who: Who,
    /// His rank id now.
    pub rank: String,
    /// Path of his unit then; `None`: he leaves.
    pub unit: Option<String>,
    /// His rank id then.
    pub rank_then: String,
    /// From this day on.
    pub from: NaiveDate,
    /// Whether that day is to come.
    pub waits: bool,
    /// What of his duties changes.
    pub owing: Vec<Owing>,
    /// What he has done of the duty that is asked for: it stays his.
    pub kept: Option<Standing>,
}

/// One posting in a person's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Path of the unit; `None`: he left.
    pub unit: Option<String>,
    /// Rank id.
    pub rank: String,
    /// From this day on.
    pub from: NaiveDate,
    /// Whether that day is to come.
    pub waits: bool,
}

/// What Duban answers to the office that moves somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// How to say it.
    HowTo,
    /// Where somebody served.
    History {
        /// Who.
        who: Who,
        /// The latest first; empty: where he is since the beginning.
        lines: Vec<Line>,
    },
    /// What it comes to, to be confirmed.
    Preview {
        /// What.
        preview: Preview,
        /// Whether it is shown again because something changed since it was last shown.
        again: bool,
        /// What 确定 asks for.
        set: action::Movement,
    },
    /// It is recorded.
    Recorded {
        /// What.
        preview: Preview,
    },
    /// It was recorded before; nothing changed.
    Already {
        /// Who.
        who: Who,
    },
    /// Not confirmed: nothing changed.
    Cancelled,
    /// Several people of that name: which?
    WhichPerson {
        /// Each, with what its button asks for.
        people: Vec<(Who, action::Movement)>,
    },
    /// Several units of that name: which?
    WhichUnit {
        /// Each path, with what its button asks for.
        units: Vec<(String, action::Movement)>,
    },
    /// Nobody of that name in the units of whoever asks.
    NobodyThere {
        /// The name.
        name: String,
    },
    /// No such unit among his.
    NoUnit {
        /// As written.
        words: String,
        /// The person's name, for the example.
        name: String,
    },
    /// It changes nothing.
    Nothing {
        /// Who.
        who: Who,
    },
    /// Before he came where he is.
    TooEarly {
        /// Who.
        who: Who,
        /// Since when he is there.
        since: NaiveDate,
    },
    /// After the campaign.
    TooLate {
        /// Its last day.
        last: NaiveDate,
    },
}

/// A movement in a line, as an import and the command line say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Whose.
    pub name: String,
    /// Path of the unit he comes from.
    pub unit_was: String,
    /// Path of the unit he goes to; `None`: he leaves the roster.
    pub unit_is: Option<String>,
    /// His rank id before.
    pub rank_was: String,
    /// His rank id after.
    pub rank_is: String,
    /// What of his duties changes.
    pub owing: Vec<Owing>,
}

impl Step {
    /// From what he was to what he becomes.
    pub fn of(before: &Cadre, after: &Cadre, owing: Vec<Owing>) -> Self {
        Self {
            name: after.name.clone(),
            unit_was: before.unit_path.clone(),
            unit_is: after.active.then(|| after.unit_path.clone()),
            rank_was: before.rank.clone(),
            rank_is: after.rank.clone(),
            owing,
        }
    }
}
