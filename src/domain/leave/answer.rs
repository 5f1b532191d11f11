//! What Duban answers to somebody who is away or wants to be.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Kind, Leave, Refusal};
use crate::domain::ids::UpdateId;

/// What Duban answers to somebody who is away or wants to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// "请假到哪天?"
    Question {
        /// Of what.
        kind: Kind,
        /// Today, for what is offered.
        today: NaiveDate,
        /// What stands already.
        standing: Option<Leave>,
        /// The update in which that was said, if it was one.
        update: Option<UpdateId>,
    },
    /// It is recorded.
    Recorded {
        /// The update it came in: what 撤销 names.
        update: UpdateId,
        /// Its days.
        leave: Leave,
        /// How many of them are work days.
        work_days: i64,
    },
    /// It adds no day to what stands.
    Stands {
        /// What stands.
        leave: Leave,
        /// How many of its days are work days.
        work_days: i64,
        /// The update in which it was said, if it was one.
        update: Option<UpdateId>,
    },
    /// It is not recorded.
    Refused {
        /// Of what.
        kind: Kind,
        /// Why.
        why: Refusal,
        /// Today, for the example.
        today: NaiveDate,
    },
    /// It is withdrawn.
    Withdrawn {
        /// What was withdrawn.
        leave: Leave,
        /// Today, if it was one of its days: its question stands again.
        on: Option<NaiveDate>,
    },
    /// It is over before its time: from today on he is there.
    Ended {
        /// What it was.
        leave: Leave,
        /// The last day of it that is kept, if some were over.
        kept_to: Option<NaiveDate>,
        /// Today, if it was one of its days: its question stands again.
        on: Option<NaiveDate>,
    },
    /// There is no leave that could end.
    NoneStands {
        /// Today, for the example.
        today: NaiveDate,
    },
}
