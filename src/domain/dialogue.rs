//! What the bot asked somebody last and waits to hear in words. Kept per account, so that it survives a
//! restart; forgotten when it is answered, given up, or too old.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::Of;
use super::asks;
use super::dispute::About;
use super::draft::Draft;
use super::ids::{EntryId, ItemId, UpdateId};
use super::item::Verb;
use super::item::draft as opening;
use super::label::Labels;
use super::promise;
use super::reply::Spoken;
use super::session;

/// A question that waits for an answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "dialogue", rename_all = "snake_case")]
pub enum Dialogue {
    /// Why the entry is turned down.
    Reject {
        /// The entry.
        entry: EntryId,
    },
    /// What belongs to something that is being recorded.
    Record(Draft),
    /// Whose target of the duty is to be set.
    QuotaName {
        /// Duty id.
        duty: String,
    },
    /// How much these people are to owe.
    QuotaAmount {
        /// Duty id.
        duty: String,
        /// For whom.
        of: Of,
        /// The place of the rank among the campaign's; `None`: any.
        rank: Option<usize>,
    },
    /// What the person has to say to a rejection.
    Answer {
        /// The entry that was turned down.
        entry: EntryId,
    },
    /// Evidence, or words in its place.
    Evidence {
        /// To that entry.
        entry: EntryId,
    },
    /// More evidence may follow what came; words mean something else again.
    MoreEvidence {
        /// To that entry; `None`: there was none to attach it to.
        entry: Option<EntryId>,
        /// The album of which the first was answered: the others are not.
        album: Option<String>,
    },
    /// What else is known of a session that is to be opened.
    Session {
        /// What is known.
        draft: session::Draft,
    },
    /// A name on the list of a session; what is none is read as always.
    Roll {
        /// The session, by the update that opened it.
        session: UpdateId,
    },
    /// What is wrong with an entry.
    Dispute {
        /// The entry.
        entry: EntryId,
        /// What was asked.
        about: About,
    },
    /// What the amount should be that an update recorded.
    Change {
        /// The update.
        update: UpdateId,
    },
    /// Whether what was said twice is another time; answered with a button, and no words.
    Again {
        /// The update in which it was said.
        asked: UpdateId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        spoken: Spoken,
        /// In what words; empty for a tap.
        note: String,
        /// The prompt that was tapped.
        prompt: Option<i64>,
        /// Form and topic.
        labels: Labels,
    },
    /// How an item stands.
    Report {
        /// Which.
        item: ItemId,
    },
    /// What is to be said with a step of an item.
    Item {
        /// The item.
        item: ItemId,
        /// The step.
        verb: Verb,
        /// How many events its page showed.
        seen: usize,
    },
    /// Evidence of an item, or words in its place; both may be left out.
    ItemEvidence {
        /// To that item.
        item: ItemId,
    },
    /// More evidence of an item may follow what came; words mean something else again.
    MoreItemEvidence {
        /// To that item.
        item: ItemId,
        /// The album of which the first was answered: the others are not.
        album: Option<String>,
    },
    /// What he promises, and by when.
    Promise {
        /// What is known.
        draft: promise::Draft,
    },
    /// What belongs to more time, a hand-up, its answer, or a reassignment.
    Ask(asks::Draft),
    /// Which items are looked for.
    Search,
    /// What else is known of a new item; its preview waits for a button.
    NewItem {
        /// What is known.
        draft: opening::Draft,
    },
}
