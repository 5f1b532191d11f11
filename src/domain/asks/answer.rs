//! What Duban answers to whoever asks for more time, hands up, takes up, sends back or reassigns an item.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Gap;
use crate::domain::action::Ask;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Refusal, Status, Verb};
use crate::domain::notice::Who;

/// The item that is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// Row identity.
    pub item: ItemId,
    /// The ledger's number.
    pub no: String,
    /// What is to be put right.
    pub content: String,
}

/// Why a day or a name that was said will not do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wrong", rename_all = "snake_case")]
pub enum Wrong {
    /// It names no day, or none that is clear.
    NoDay,
    /// Not later than the day that stands, or over.
    NotLater {
        /// That day.
        than: NaiveDate,
    },
    /// It is over.
    Past,
    /// After the campaign.
    TooLate {
        /// Its last day.
        last: NaiveDate,
    },
    /// Nobody of that name there.
    Nobody {
        /// The name.
        name: String,
    },
}

/// Whose an item becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heir {
    /// This person's.
    Person(Who),
    /// The unit's of that path, which names nobody yet.
    Unit(String),
}

/// Where something that was handed up stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stands", rename_all = "snake_case")]
pub enum Stands {
    /// It waits for that unit's answer.
    Waits {
        /// Its path.
        unit: String,
    },
    /// It is there, and somebody does it.
    With {
        /// Path of the unit that has it.
        unit: String,
        /// Who does it; empty: nobody in person.
        who: String,
        /// By when.
        on: Option<NaiveDate>,
    },
    /// It came back.
    Back,
    /// It is in its reviewer's hands, or over.
    Over {
        /// Where it stands.
        status: Status,
    },
}

/// An item of `/handed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which.
    pub of: Of,
    /// Path of the unit that handed it up.
    pub from: String,
    /// Where it stands now.
    pub stands: Stands,
}

/// `/handed`: what waits for the reader's answer, and what his unit handed up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// Some of what waits for him, the longest first.
    pub waiting: Vec<Line>,
    /// How many wait.
    pub waiting_total: usize,
    /// Some of what his unit handed up, the latest first.
    pub ours: Vec<Line>,
    /// How many there are.
    pub ours_total: usize,
}

/// What Duban answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// The step is not open to him.
    Refused {
        /// Which item.
        of: Of,
        /// Why, and what is possible instead.
        refusal: Refusal,
    },
    /// Somebody has answered it before him.
    Quicker {
        /// Which item.
        of: Of,
        /// Who.
        by: String,
        /// What he did.
        verb: Verb,
    },
    /// Until when?
    Until {
        /// Which item.
        of: Of,
        /// The day that stands.
        deadline: NaiveDate,
        /// The days offered.
        days: Vec<(Gap, NaiveDate)>,
        /// A day for the example.
        example: NaiveDate,
        /// Why what was said will not do.
        #[serde(default)]
        wrong: Option<Wrong>,
    },
    /// Why is more time needed?
    Because {
        /// Which item.
        of: Of,
        /// Until then.
        to: NaiveDate,
    },
    /// Of which of his items?
    WhichItem {
        /// Some of his.
        items: Vec<Of>,
        /// A day for the example.
        example: NaiveDate,
    },
    /// He has no item of that number, or none at all.
    NoItem {
        /// The number; empty: none was said.
        no: String,
    },
    /// More time is asked for.
    Asked {
        /// Which item.
        of: Of,
        /// Until then.
        to: NaiveDate,
        /// Because.
        why: String,
    },
    /// To which of the units above?
    Above {
        /// Which item.
        of: Of,
        /// The nearest first.
        units: Vec<(UnitId, String)>,
    },
    /// Why is it handed up?
    HandWhy {
        /// Which item.
        of: Of,
        /// To this unit.
        to: UnitId,
        /// Its path.
        unit: String,
    },
    /// It waits for that unit now.
    HandedUp {
        /// Which item.
        of: Of,
        /// Its path.
        unit: String,
        /// Why; a button's reason as it is kept.
        why: String,
    },
    /// By when is it taken up?
    When {
        /// Which item.
        of: Of,
        /// Path of the unit that handed it up.
        from: String,
        /// Why it did; may be empty.
        why: String,
        /// The days offered.
        days: Vec<(Gap, NaiveDate)>,
        /// A day for the example.
        example: NaiveDate,
        /// Why what was said will not do.
        #[serde(default)]
        wrong: Option<Wrong>,
    },
    /// By whom?
    Whom {
        /// Which item.
        of: Of,
        /// By that day.
        on: NaiveDate,
        /// Path of the unit that takes it up.
        unit: String,
        /// Who takes it up himself.
        me: CadreId,
        /// Others, or those of the name that was said.
        people: Vec<(CadreId, Who)>,
        /// Whether several have the name that was said.
        several: bool,
        /// Why what was said will not do.
        #[serde(default)]
        wrong: Option<Wrong>,
    },
    /// It is taken up.
    TakenUp {
        /// Which item.
        of: Of,
        /// By that day.
        on: NaiveDate,
        /// Who does it.
        who: Who,
    },
    /// Why does it go back?
    BackWhy {
        /// Which item.
        of: Of,
        /// Path of the unit it goes back to.
        unit: String,
    },
    /// It is back.
    SentBack {
        /// Which item.
        of: Of,
        /// Path of the unit that has it again.
        unit: String,
    },
    /// `/handed`.
    Handed(Handed),
    /// Whose does it become?
    ToWhom {
        /// Which item.
        of: Of,
        /// Whose it is; may be empty.
        was: String,
        /// People of its unit: a page of them.
        people: Vec<(CadreId, Who)>,
        /// Which page, from 0.
        page: u32,
        /// Whether there is another.
        more: bool,
        /// Whether another unit can be written too.
        units: bool,
        /// Why what was said will not do.
        #[serde(default)]
        wrong: Option<Wrong>,
    },
    /// Several of that name: which?
    Which {
        /// Which item.
        of: Of,
        /// People.
        people: Vec<(CadreId, Who)>,
        /// Units.
        units: Vec<(UnitId, String)>,
    },
    /// It is his already.
    Same {
        /// Which item.
        of: Of,
        /// Whose.
        heir: Heir,
    },
    /// What it comes to, to be confirmed.
    Preview {
        /// Which item.
        of: Of,
        /// Whose it is; may be empty.
        was: String,
        /// Whose it becomes.
        heir: Heir,
        /// Whether it is shown again because something changed since it was last shown.
        again: bool,
        /// What 确定 asks for.
        set: Ask,
    },
    /// It is his now.
    Reassigned {
        /// Which item.
        of: Of,
        /// Whose it was; may be empty.
        was: String,
        /// Whose it is.
        heir: Heir,
    },
    /// Not confirmed: nothing changed.
    Cancelled,
}
