//! What Duban answers to whoever sets targets locally.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::action;
use crate::domain::amount::Amount;
use crate::domain::notice::Who;

/// For whom a target is, as others know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Named {
    /// The unit at that path and what is below it.
    Unit {
        /// The path.
        path: String,
    },
    /// One person.
    Person {
        /// Who.
        who: Who,
    },
}

/// A target as it was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Duty id.
    pub duty: String,
    /// For whom.
    pub of: Named,
    /// Only this rank.
    pub rank: Option<String>,
    /// How much; `None`: as the campaign says.
    pub amount: Option<Amount>,
    /// When it was set.
    pub on: NaiveDate,
    /// By whom; `None`: on the command line.
    pub by: Option<String>,
}

/// What a target would change: so many people, from that, to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// How many people.
    pub people: usize,
    /// What each owes now; `None`: nothing.
    pub was: Option<Amount>,
    /// What each will owe; `None`: nothing.
    pub is: Option<Amount>,
}

/// A target before it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Duty id.
    pub duty: String,
    /// For whom.
    pub of: Named,
    /// Only this rank.
    pub rank: Option<String>,
    /// How much; `None`: as the campaign says.
    pub amount: Option<Amount>,
    /// Those it changes something for, the most people first.
    pub effects: Vec<Effect>,
    /// Those of them who go on owing what they owe.
    pub same: usize,
}

/// What Duban answers to whoever sets targets locally.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// What the campaign fixes and what is set for his units.
    Standing {
        /// Those set locally that bear on his units.
        lines: Vec<Line>,
        /// A unit of his, for the example.
        unit: Option<String>,
    },
    /// What was set before, the latest first.
    History {
        /// Some of it.
        lines: Vec<Line>,
        /// Which page, from 0.
        page: u32,
        /// Whether there is more behind it.
        more: bool,
    },
    /// For whom?
    Whom {
        /// Duty id.
        duty: String,
        /// Each path, with what its button asks for.
        units: Vec<(String, action::Quota)>,
        /// Whether these are the units that the words may mean, rather than those on offer.
        ambiguous: bool,
    },
    /// Several people of that name: which?
    Which {
        /// Each, with what his button asks for.
        people: Vec<(Who, action::Quota)>,
    },
    /// Whose target? In words.
    WhoseName {
        /// Duty id.
        duty: String,
    },
    /// For which rank?
    Rank {
        /// Duty id.
        duty: String,
        /// For whom.
        of: Named,
        /// Each rank id, with what its button asks for; `None`: everybody.
        ranks: Vec<(Option<String>, action::Quota)>,
        /// What the button for the units below asks for, if there are any.
        below: Option<action::Quota>,
    },
    /// How much?
    HowMuch {
        /// Duty id.
        duty: String,
        /// For whom.
        of: Named,
        /// Only this rank.
        rank: Option<String>,
        /// Each amount on offer, with what its button asks for; `None`: as the campaign says.
        offers: Vec<(Option<Amount>, action::Quota)>,
    },
    /// What it comes to, to be confirmed.
    Preview {
        /// What.
        preview: Preview,
        /// Whether it is shown again because something changed since it was last shown.
        again: bool,
        /// What 确定 asks for.
        set: action::Quota,
    },
    /// It holds.
    Set {
        /// What.
        preview: Preview,
    },
    /// It held before; nothing changed.
    Already {
        /// What.
        preview: Preview,
    },
    /// Not confirmed: nothing changed.
    Cancelled,
    /// Less than the campaign fixes.
    BelowFloor {
        /// Duty id.
        duty: String,
        /// For whom.
        of: Named,
        /// Only this rank.
        rank: Option<String>,
        /// What was asked for.
        amount: Amount,
        /// The least there may be.
        least: Amount,
    },
    /// No duty is named.
    NoDuty,
    /// No amount that the duty is counted in.
    NoAmount {
        /// Duty id.
        duty: String,
    },
    /// No such unit or person among his.
    NoSuch {
        /// As written.
        words: String,
        /// Duty id, for the example.
        duty: String,
        /// A unit of his, for the example.
        unit: Option<String>,
    },
}
