//! What Duban answers to somebody who records step by step.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::campaign::Ask;
use crate::domain::ids::{CadreId, UpdateId};
use crate::domain::notice::{NotRecorded, Recorded, Standing, Who};

/// A person of the roster who can be named by a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Row identity.
    pub id: CadreId,
    /// Who he is.
    pub who: Who,
}

/// What Duban answers. `whom` is the person for whom somebody else records; `None`: the reader himself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Which duty?
    Duties {
        /// For whom.
        whom: Option<Chosen>,
        /// A line a duty, those owed first.
        standings: Vec<Standing>,
    },
    /// How much of it?
    HowMuch {
        /// For whom.
        whom: Option<Chosen>,
        /// The duty and its sum.
        standing: Standing,
        /// Today, which the offers are of.
        on: NaiveDate,
        /// The day that the pressed button was of, if that is over: nothing was recorded.
        late: Option<NaiveDate>,
    },
    /// "其他": how to write it.
    InWords {
        /// For whom.
        whom: Option<Chosen>,
        /// Duty id.
        duty: String,
        /// Today.
        on: NaiveDate,
    },
    /// It is not recorded.
    Refused {
        /// For whom.
        whom: Option<Chosen>,
        /// Duty id.
        duty: String,
        /// Today.
        on: NaiveDate,
        /// Why.
        why: NotRecorded,
    },
    /// It is recorded, or said more of.
    Recorded(Box<Record>),
    /// It is withdrawn.
    Withdrawn {
        /// For whom.
        whom: Option<Chosen>,
        /// The latest day it was of.
        on: NaiveDate,
        /// The sum now.
        standing: Standing,
    },
    /// What the button is of was withdrawn or turned down meanwhile, or is of another day.
    Gone,
    /// `/proxy` without a name.
    WhomWhat,
    /// `/proxy`: those of that name.
    Whom {
        /// What was looked for.
        name: String,
        /// Some of them; none: nobody.
        people: Vec<Chosen>,
        /// How many there are.
        total: usize,
    },
}

/// A record as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// For whom.
    pub whom: Option<Chosen>,
    /// Days, amounts, the sum.
    pub recorded: Recorded,
    /// The update in which the amount was recorded: what the buttons name.
    pub update: UpdateId,
    /// What else is said of it.
    pub facts: Facts,
    /// What is asked next.
    pub question: Option<Question>,
}

/// What is said of a record besides its amount.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// With whom.
    pub partner: Option<Who>,
    /// Path of the unit visited.
    pub place: Option<String>,
    /// Household, place or deed in words.
    pub subject: String,
    /// What people asked for, if that was said just now.
    pub opinion: Option<String>,
}

/// What is asked besides the amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What.
    pub ask: Ask,
    /// Answers to tap; forms and topics are those of the duty.
    pub choices: Vec<Choice>,
    /// What was wrong with the answer before.
    pub trouble: Option<Trouble>,
}

/// One answer to tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "choice", rename_all = "snake_case")]
pub enum Choice {
    /// With him.
    Partner(Chosen),
    /// There.
    Point {
        /// The unit's row identity.
        unit: crate::domain::ids::UnitId,
        /// Its path.
        path: String,
    },
}

/// What was wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "trouble", rename_all = "snake_case")]
pub enum Trouble {
    /// Nobody, nothing of that name.
    Unknown {
        /// What was said.
        name: String,
    },
    /// Several of that name.
    Several {
        /// What was said.
        name: String,
    },
    /// Too long to keep.
    TooLong,
}
