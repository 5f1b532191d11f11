//! What one update leads to. Flows decide, `apply.rs` alone writes.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::amount::{Amount, Measure};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::dialogue::Dialogue;
use crate::domain::digest::DigestPlan;
use crate::domain::entry::{Event, Source, WaitsFor};
use crate::domain::evidence::Material;
use crate::domain::ids::{
    AssignmentId, BotId, CadreId, EntryId, ItemId, LeaveId, SessionId, TelegramId, UnitId,
};
use crate::domain::item::{NewItem, Taken};
use crate::domain::language::Language;
use crate::domain::leave::Leave;
use crate::domain::news::News;
use crate::domain::notice::Notice;
use crate::domain::opinion::NewOpinion;
use crate::domain::quiet::Quiet;
use crate::domain::session::NewSession;
use crate::store::posting::NewPosting;
use crate::store::quota::NewQuota;

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
    /// Note what became of entries.
    Happened {
        /// Which.
        entries: Vec<EntryId>,
        /// What.
        event: Event,
        /// By whom.
        by: CadreId,
        /// Why; may be empty.
        reason: String,
    },
    /// Attach evidence.
    Attach {
        /// To that entry; `None`: to the last one that this update records.
        entry: Option<EntryId>,
        /// What came.
        material: Material,
        /// From whom.
        by: CadreId,
    },
    /// Tell somebody in his next digest.
    Tell {
        /// Whom.
        cadre: CadreId,
        /// What.
        news: News,
    },
    /// Tell somebody in his next digest what this update records for him.
    TellRecorded {
        /// Whom.
        cadre: CadreId,
        /// Who recorded it.
        by: String,
    },
    /// What was recorded for somebody is withdrawn before he heard of it: he need not.
    Untell {
        /// Whom.
        cadre: CadreId,
        /// The entries.
        entries: Vec<EntryId>,
    },
    /// Keep what people asked for.
    Opine(NewOpinion),
    /// Entrust a unit to somebody as his contact point.
    Assign {
        /// To whom.
        cadre: CadreId,
        /// Which.
        unit: UnitId,
        /// For which duty.
        duty: String,
        /// By whom.
        by: CadreId,
    },
    /// It is his contact point no more.
    EndAssignment {
        /// Which.
        assignment: AssignmentId,
    },
    /// Tell each of many people something in his next digest.
    TellAll(Vec<(CadreId, News)>),
    /// Set a target locally.
    SetQuota(NewQuota),
    /// Somebody serves elsewhere, or as something else, from a day on.
    Move(Box<Moving>),
    /// Wait for the account's answer in words; `None`: for none any more.
    Await {
        /// Whose.
        account: TelegramId,
        /// To what question.
        dialogue: Option<Dialogue>,
    },
    /// Change a collective study.
    Session(Change),
    /// Record a leave.
    TakeLeave {
        /// Whose.
        cadre: CadreId,
        /// Its days.
        leave: Leave,
        /// Who says it for him; `None`: he himself.
        by: Option<CadreId>,
    },
    /// Withdraw a leave.
    WithdrawLeave {
        /// Which.
        leave: LeaveId,
        /// By whom.
        by: CadreId,
    },
    /// Note when a slot's message of a day comes again.
    Postpone {
        /// Whose.
        cadre: CadreId,
        /// Of which slot.
        slot: String,
        /// Of which day.
        on: NaiveDate,
        /// When; `None`: not that day.
        until: Option<DateTime<Utc>>,
    },
    /// Plan it once more.
    Again {
        /// For whom.
        cadre: CadreId,
        /// The bot that writes to him.
        bot: BotId,
        /// His account.
        account: TelegramId,
        /// What it was planned for.
        plan: DigestPlan,
        /// When.
        at: DateTime<Utc>,
    },
    /// Keep somebody's own quiet hours; `None`: the campaign's alone.
    KeepQuiet {
        /// Whose.
        cadre: CadreId,
        /// From when to when.
        own: Option<Quiet>,
    },
    /// Something happens to an item that is held.
    Step {
        /// To which.
        item: ItemId,
        /// What, as the machine allowed it.
        taken: Box<Taken>,
    },
    /// Take a new item into the ledger.
    OpenItem(Box<NewItem>),
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

/// Somebody serves elsewhere, or as something else.
#[derive(Debug, PartialEq, Eq)]
pub struct Moving {
    /// He as he is, and what he becomes.
    pub moved: (Cadre, NewPosting),
    /// Since when people are where they are of whom nothing is recorded yet.
    pub beginning: NaiveDate,
    /// Today in the campaign's zone.
    pub today: NaiveDate,
}

/// What becomes of a collective study.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// It is opened.
    Open(NewSession),
    /// These people of its list were there, or were not.
    Tick {
        /// Which.
        session: SessionId,
        /// Who.
        cadres: Vec<CadreId>,
        /// Whether they were.
        present: bool,
        /// Who says so.
        by: CadreId,
    },
    /// Everybody of its list was there.
    TickAll {
        /// Which.
        session: SessionId,
        /// Path of its unit.
        unit: String,
        /// Who says so.
        by: CadreId,
    },
    /// It is recorded, and each but who records it is told.
    Confirm {
        /// Which.
        session: SessionId,
        /// Who confirms it.
        by: CadreId,
        /// His name.
        name: String,
        /// What is recorded.
        entries: Vec<NewEntry>,
    },
    /// It is given up.
    Cancel {
        /// Which.
        session: SessionId,
        /// By whom.
        by: CadreId,
    },
    /// What it recorded is taken back, and who had heard of it is told.
    Withdraw {
        /// Which.
        session: SessionId,
        /// By whom.
        by: CadreId,
        /// His name.
        name: String,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
    },
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
    /// What it waits for; `None`: it counts at once.
    pub waits_for: Option<WaitsFor>,
    /// The entry in whose place it stands, which is withdrawn with it.
    pub corrects: Option<EntryId>,
    /// Who records it for him; `None`: he himself.
    pub recorded_by: Option<CadreId>,
    /// The collective study that it comes from.
    pub session: Option<SessionId>,
    /// What else was said of it.
    pub details: Details,
}

/// What an entry says besides its amount.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// With whom (S8).
    pub partner: Option<CadreId>,
    /// The unit visited (S5, S16).
    pub place: Option<UnitId>,
    /// Household, place or deed in words.
    pub subject: String,
}

impl NewEntry {
    /// An entry that says nothing done of the duty that day, and waits if the duty's entries do.
    pub fn of(cadre: CadreId, duty: &Duty, on: NaiveDate, source: Source) -> Self {
        Self {
            cadre,
            duty: duty.id.clone(),
            amount: Amount::ZERO,
            measure: duty.measure,
            on,
            note: String::new(),
            source,
            prompt: None,
            waits_for: duty.waits().then_some(WaitsFor::Confirmation),
            corrects: None,
            recorded_by: None,
            session: None,
            details: Details::default(),
        }
    }
}

impl Outcome {
    /// Adds one effect.
    pub fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}
