//! An item as its page shows it, and what else is answered to whoever looks at it or takes a step.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::refusal::Why;
use super::step::Verb;
use crate::domain::ids::ItemId;
use crate::domain::notice::DueItem;

/// Everything of an item that somebody may see who may see it, and what he may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Number, content, deadline, light and state.
    pub due: DueItem,
    /// Kind id.
    pub kind: String,
    /// How it is to be put right; may be empty.
    pub measures: String,
    /// Path of the unit that has it.
    pub unit: String,
    /// 牵头领导; may be empty.
    pub lead: String,
    /// 责任人; empty: nobody in person.
    pub responsible: String,
    /// 配合单位、配合人; may be empty.
    pub helpers: String,
    /// Progress as last told; may be empty.
    pub progress: String,
    /// Links of the review chain that have approved.
    pub reviewed: usize,
    /// The later day that was asked for, and why.
    pub extension: Option<(NaiveDate, String)>,
    /// Path of the unit that it is handed up to.
    pub offered_to: Option<String>,
    /// How often it was returned or reopened.
    pub setbacks: u32,
    /// The last events, oldest first.
    pub last: Vec<Event>,
    /// How many there are: what a button says its presser has seen.
    pub seen: usize,
    /// Pieces of evidence.
    pub evidence: usize,
    /// Its kind needs evidence, and there is none.
    pub lacks_evidence: bool,
    /// What the reader may do now.
    pub may: Vec<Verb>,
    /// Whether he may add evidence.
    pub may_add: bool,
    /// Whether he may make it known in the unit's group (S28).
    #[serde(default)]
    pub may_publish: bool,
}

/// What stands above a page: what has just happened, or why nothing has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "top", rename_all = "snake_case")]
pub enum Top {
    /// The step was taken; it is the last event of the page.
    Done {
        /// Whether a picture or a word may follow.
        invites: bool,
    },
    /// Nothing changed, and why.
    Refused {
        /// Why.
        why: Why,
    },
    /// Nothing changed: this had happened since the presser looked.
    Since {
        /// What, by whom.
        event: Event,
    },
}

/// What is answered about an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Its page.
    Page {
        /// The item.
        card: Box<Card>,
        /// What stands above it.
        top: Option<Top>,
    },
    /// A page of its history.
    History {
        /// The item.
        item: ItemId,
        /// The ledger's number.
        no: String,
        /// Some events, oldest first.
        events: Vec<Event>,
        /// Which page, from 1.
        page: usize,
        /// How many pages there are.
        pages: usize,
    },
    /// What is to be said with the step?
    Ask {
        /// The item.
        item: ItemId,
        /// The ledger's number.
        no: String,
        /// What is to be put right.
        content: String,
        /// The step.
        verb: Verb,
        /// How many events there were.
        seen: usize,
    },
    /// Not his to see.
    Hidden {
        /// The ledger's number.
        no: String,
        /// The county that has it, or what else is on top of its unit.
        unit: String,
    },
    /// There is no such item.
    Gone,
}

impl Answer {
    /// The item that it is about, for what is sent in answer to it.
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Self::Page { card, .. } => Some(card.due.id),
            Self::History { item, .. } | Self::Ask { item, .. } => Some(*item),
            Self::Hidden { .. } | Self::Gone => None,
        }
    }
}
