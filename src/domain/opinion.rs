//! What people asked for (S6), heard on a visit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{CadreId, OpinionId, UnitId, UpdateId};
use super::notice::Who;

/// An opinion to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOpinion {
    /// Who heard it.
    pub cadre: CadreId,
    /// Of which unit it is.
    pub unit: UnitId,
    /// Whose it is: the household, the place; may be empty.
    pub subject: String,
    /// What they asked for.
    pub words: String,
    /// The update that recorded the visit: its last entry is the one it was heard on.
    pub record: UpdateId,
}

/// An opinion in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Its number.
    pub id: OpinionId,
    /// Who heard it.
    pub who: Who,
    /// Path of the unit it is of.
    pub unit: String,
    /// Whose it is; may be empty.
    pub subject: String,
    /// What they asked for.
    pub words: String,
    /// The day of the visit.
    pub on: NaiveDate,
}

/// A page of opinions, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinions {
    /// Those of the page.
    pub page: Vec<Opinion>,
    /// How many there are in all.
    pub total: i64,
    /// Whether there are earlier ones.
    pub more: bool,
}
