//! Contact points (S16): units entrusted to somebody, who visits them to the end.

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::campaign::{Ask, Campaign, Duty};
use super::draft::Chosen;
use super::ids::{AssignmentId, UnitId};
use super::notice::Standing;

/// One contact point of somebody, with what he has done there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The assignment.
    pub id: AssignmentId,
    /// The unit.
    pub unit: UnitId,
    /// Its path.
    pub path: String,
    /// For which duty.
    pub duty: String,
    /// What is recorded there, counted or waiting.
    pub done: Amount,
}

/// The duty that contact points are of: the first that asks for one.
pub fn duty(campaign: &Campaign) -> Option<&Duty> {
    campaign
        .duties
        .iter()
        .find(|duty| duty.asks.contains(&Ask::ContactPoint))
}

/// What Duban answers about contact points. `whom`: somebody whom the reader cares for; `None`: himself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// His contact points.
    List {
        /// Whose.
        whom: Option<Chosen>,
        /// Which.
        points: Vec<Point>,
        /// How he stands in each duty that has contact points.
        standings: Vec<Standing>,
        /// What was changed just now.
        change: Option<Change>,
    },
    /// Which unit?
    WhichUnit {
        /// For whom.
        whom: Chosen,
        /// Units of the name that was said, with their paths.
        found: Vec<(UnitId, String)>,
        /// What was said, if no single unit is meant by it.
        said: Option<String>,
    },
    /// Nobody of that name within the reader's scope.
    Nobody {
        /// What was looked for.
        name: String,
    },
    /// Several of that name: please write more of it.
    Several {
        /// What was looked for.
        name: String,
        /// Some of them.
        people: Vec<Chosen>,
    },
    /// No duty of the campaign has contact points.
    NoDuty,
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// It is his now.
    Added {
        /// Path of the unit.
        path: String,
    },
    /// It was his already.
    Had {
        /// Path of the unit.
        path: String,
    },
    /// It is his no more.
    Ended {
        /// Path of the unit.
        path: String,
    },
    /// It was ended before.
    EndedBefore,
}
