//! What Duban answers to whoever records collective study.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Draft;
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId, UpdateId};

/// What a session is of, over the list and in what is said of it later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much each is recorded.
    pub amount: Amount,
    /// Path of the unit.
    pub unit: String,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
}

/// A unit to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which.
    pub id: UnitId,
    /// Its path.
    pub path: String,
}

/// A session that waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// Its name on buttons.
    pub session: UpdateId,
    /// Of which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
}

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Who.
    pub cadre: CadreId,
    /// His name.
    pub name: String,
    /// Path of his unit, if it is one below the session's.
    pub unit: Option<String>,
    /// Whether he is ticked.
    pub present: bool,
}

/// The list, a page of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// Its name on buttons.
    pub session: UpdateId,
    /// What it is of.
    pub head: Head,
    /// The people of the page.
    pub seats: Vec<Seat>,
    /// From 0.
    pub page: u32,
    /// How many.
    pub pages: u32,
    /// Ticked, on all pages.
    pub present: i64,
    /// On the list.
    pub total: i64,
    /// The name that was looked for: these are those found, and no page.
    pub found: Option<String>,
}

/// How a session ended that somebody goes on with too late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ended", rename_all = "snake_case")]
pub enum Ended {
    /// It is recorded.
    Confirmed {
        /// By whom.
        by: String,
    },
    /// It was given up.
    Cancelled {
        /// By whom.
        by: String,
    },
    /// It was taken back.
    Withdrawn {
        /// By whom.
        by: String,
    },
    /// Nobody confirmed it in time.
    Lapsed,
}

/// Why something is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// Not understood.
    Unclear {
        /// Duty id, for the example.
        duty: String,
        /// Today, for the example.
        today: NaiveDate,
    },
    /// Of a day to come.
    Future {
        /// That day.
        on: NaiveDate,
    },
    /// Outside the campaign.
    OutsideCampaign {
        /// That day.
        on: NaiveDate,
        /// First day of the campaign.
        start: NaiveDate,
        /// Last day.
        end: NaiveDate,
    },
    /// More than a day holds.
    TooMuch {
        /// Duty id.
        duty: String,
        /// What a day holds.
        most: Amount,
    },
    /// Nothing is studied together in this campaign.
    NoDuty,
    /// The unit has nobody on the roster.
    NobodyThere {
        /// Its path.
        unit: String,
    },
    /// No unit of that name in his care.
    UnknownUnit {
        /// As it was written.
        name: String,
    },
    /// Nobody of that name on the list.
    UnknownName {
        /// As it was written.
        name: String,
    },
    /// The person of the button is not on the list: moved since, or never was.
    NotOnList,
    /// Nobody is ticked.
    NobodyPresent,
    /// Only who confirmed it takes it back.
    NotYours {
        /// Who did.
        by: String,
    },
    /// A day has passed.
    TooLate,
}

/// What Duban answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Of which unit?
    AskUnit {
        /// What is known.
        draft: Draft,
        /// Duty id.
        duty: String,
        /// Some units, his own first.
        units: Vec<Place>,
        /// How many there are.
        total: usize,
    },
    /// Of which day?
    AskDay {
        /// What is known.
        draft: Draft,
        /// Duty id.
        duty: String,
        /// Path of the unit.
        unit: String,
        /// Today, for what is offered.
        today: NaiveDate,
        /// Those of the unit that wait to be confirmed, whoever opened them.
        open: Vec<Open>,
    },
    /// How much?
    AskAmount {
        /// What is known.
        draft: Draft,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
    },
    /// In which form?
    AskForm {
        /// What is known.
        draft: Draft,
        /// Duty id.
        duty: String,
    },
    /// On which topic?
    AskTopic {
        /// What is known.
        draft: Draft,
        /// Duty id.
        duty: String,
    },
    /// Who was there?
    Roll(Roll),
    /// It is recorded.
    Confirmed {
        /// Its name on buttons, for whoever may take it back.
        session: UpdateId,
        /// What it is of.
        head: Head,
        /// For how many.
        recorded: usize,
        /// For whom not, since the day is full.
        full: Vec<String>,
        /// For whom not, since the same session is recorded already.
        twice: Vec<String>,
    },
    /// It is given up.
    Cancelled {
        /// What it was of.
        head: Head,
    },
    /// It is taken back.
    Withdrawn {
        /// What it was of.
        head: Head,
        /// How many entries went with it.
        entries: usize,
    },
    /// It had ended before.
    Over {
        /// What it was of.
        head: Head,
        /// How.
        ended: Ended,
        /// Its name on buttons, if the reader may take it back.
        session: Option<UpdateId>,
    },
    /// It is not done.
    Refused(Refusal),
}
