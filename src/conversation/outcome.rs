//! What one update leads to. Flows decide, `apply.rs` alone writes.

use chrono::NaiveDate;

use crate::domain::amount::{Amount, Measure};
use crate::domain::entry::Source;
use crate::domain::ids::{CadreId, EntryId, ItemId, LeaveId, TelegramId};
use crate::domain::language::Language;
use crate::domain::leave::Leave;
use crate::domain::notice::Notice;

/// Everything one update leads to; applied in the transaction that marks it done.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// In order.
    pub effects: Vec<Effect>,
}

/// One thing to write.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Bind the account to the invitation's person.
    Bind {
        /// The code, which is used up by it.
        code: String,
        /// The person.
        cadre: CadreId,
        /// The account.
        account: TelegramId,
        /// What it reads.
        language: Language,
    },
    /// Remember a wrong code.
    WrongCode {
        /// Who sent it.
        account: TelegramId,
    },
    /// Record an amount.
    Record(NewEntry),
    /// Withdraw entries.
    Withdraw {
        /// Which.
        entries: Vec<EntryId>,
        /// By whom.
        by: CadreId,
    },
    /// Record a leave.
    TakeLeave {
        /// Whose.
        cadre: CadreId,
        /// Its days.
        leave: Leave,
    },
    /// Withdraw a leave.
    WithdrawLeave {
        /// Which.
        leave: LeaveId,
        /// By whom.
        by: CadreId,
    },
    /// An item is declared done and waits for its reviewer.
    Submit {
        /// Which.
        item: ItemId,
        /// By whom.
        by: CadreId,
    },
    /// Speak another language to the account.
    Speak {
        /// The account.
        account: TelegramId,
        /// The language.
        language: Language,
    },
    /// The account blocked the bot, or let it in again.
    Reach {
        /// The account.
        account: TelegramId,
        /// Can it be written to?
        reachable: bool,
    },
    /// The person has opened the bot that serves his unit: it writes to him from now on.
    Open {
        /// His account.
        account: TelegramId,
    },
    /// A group goes on under another id.
    MoveChat {
        /// The old id.
        from: i64,
        /// The new one.
        to: i64,
    },
    /// Put on record who tried what.
    Audit {
        /// The account.
        account: TelegramId,
        /// The person, if linked.
        cadre: Option<CadreId>,
        /// What was tried.
        action: String,
        /// On what.
        object: String,
        /// Whether it was allowed.
        allowed: bool,
    },
    /// Say something.
    Say(Say),
}

/// One answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Say {
    /// Where.
    pub chat: i64,
    /// To whom, if linked.
    pub cadre: Option<CadreId>,
    /// In what language.
    pub language: Language,
    /// What.
    pub notice: Notice,
    /// The message to turn into it, instead of sending a new one.
    pub edits: Option<i64>,
}

/// An amount to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// Whose.
    pub cadre: CadreId,
    /// Duty id.
    pub duty: String,
    /// How much; zero: answered, nothing done.
    pub amount: Amount,
    /// In what.
    pub measure: Measure,
    /// Of which day.
    pub on: NaiveDate,
    /// What was typed; empty for a tap.
    pub note: String,
    /// How it came.
    pub source: Source,
    /// The prompt that was tapped.
    pub prompt: Option<i64>,
}

impl Outcome {
    /// Adds one effect.
    pub fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}
