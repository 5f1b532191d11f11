//! Everything Duban says, as data. `text/` alone turns it into words.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::account::Pace;
use super::amount::Amount;
use super::correction;
use super::deadline::Deadline;
use super::entry::WaitsFor;
use super::finding::Finding;
use super::grant::Role;
use super::ids::{ItemId, OutboxId, UpdateId};
use super::item::{Light, Status};
use super::label::{Choice, Labels};
use super::leave::{self, Leave};
use super::report::{StatusReport, UnitCount};

/// One message to one reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Notice {
    /// To an account that nobody of the roster is linked to.
    Welcome,
    /// "是您吗?"
    LinkQuestion {
        /// The invitation's code, carried in the buttons.
        code: String,
        /// Whom the roster names.
        who: Who,
    },
    /// The account is bound.
    Linked {
        /// Who it is now.
        who: Who,
        /// When he will be asked.
        asked_at: Option<NaiveTime>,
    },
    /// His unit is served by another of the office's bots: please open that one.
    OtherBot {
        /// Its name at Telegram, without the `@`.
        username: String,
    },
    /// "不是我": nothing was bound.
    LinkDeclined,
    /// A code that binds nothing.
    CodeRefused(CodeRefusal),
    /// The slot's message: check-in and due items in one.
    Digest(Digest),
    /// An amount was recorded.
    Recorded(Recorded),
    /// An answer that records nothing.
    NotRecorded {
        /// Duty id.
        duty: String,
        /// Today, for the buttons offered again.
        on: NaiveDate,
        /// Why, and what would be right.
        why: NotRecorded,
    },
    /// What was recorded has been withdrawn.
    Withdrawn {
        /// The latest day it was of: the question stands again.
        on: NaiveDate,
        /// The sum now.
        standing: Standing,
    },
    /// To somebody who corrects or repeats what was recorded.
    Correction(correction::Answer),
    /// A button whose time has passed; says how to go on.
    Stale,
    /// The person's open items.
    Tasks {
        /// Some of them, most urgent first.
        items: Vec<DueItem>,
        /// How many there are.
        total: usize,
    },
    /// The item waits for its reviewer now.
    Submitted {
        /// Which.
        item: DueItem,
    },
    /// Nothing changed: the item is in that state already.
    ItemAlready {
        /// The ledger's number.
        no: String,
        /// Its state.
        status: Status,
    },
    /// Not this person's item.
    ItemNotYours,
    /// All sums of the person.
    Me {
        /// Who he is.
        who: Who,
        /// A line a duty.
        standings: Vec<Standing>,
        /// Open items.
        open_items: usize,
        /// The leave that he is on or that comes next.
        #[serde(default)]
        leave: Option<Leave>,
    },
    /// To somebody who is away or wants to be.
    Leave(leave::Answer),
    /// What this person can do here.
    Help {
        /// Commands, in the order to show.
        commands: Vec<Command>,
    },
    /// Which language?
    LanguageQuestion,
    /// From now on this one.
    LanguageSet,
    /// A command nobody knows.
    UnknownCommand,
    /// A picture, a voice or a file, which this version cannot read yet.
    OnlyText,
    /// A command that belongs in the private chat.
    PrivateOnly,
    /// Not within this person's grants.
    Denied,
    /// `/status`.
    Status(StatusReport),
    /// `/find`.
    Found {
        /// What was looked for.
        name: String,
        /// Some of those found.
        people: Vec<Found>,
        /// How many there are.
        total: usize,
    },
    /// `/find` without a name.
    FindWhat,
    /// `/overdue`.
    Overdue {
        /// Some of them, latest first.
        items: Vec<OverdueItem>,
        /// How many there are.
        total: usize,
        /// The units with the most.
        units: Vec<UnitCount>,
    },
    /// `/undelivered`.
    Undelivered(Undelivered),
    /// `/undelivered` with something behind it.
    UndeliveredAlone,
    /// To the office: messages or updates that are not where they should be.
    Findings {
        /// The day of the look.
        on: NaiveDate,
        /// Its time.
        at: NaiveTime,
        /// What is new among what it found.
        findings: Vec<Finding>,
    },
    /// Something here failed; nothing of the message was recorded.
    Fault,
}

/// A person as others know him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Name.
    pub name: String,
    /// Path of his unit.
    pub unit: String,
    /// Post; may be empty.
    pub post: String,
}

/// Why a code binds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum CodeRefusal {
    /// Nobody has it.
    Unknown,
    /// It has bound an account before.
    Used,
    /// Its time is over.
    Expired,
    /// Sent where others can read it.
    InGroup,
    /// This account is bound already.
    AlreadyLinked {
        /// To whom.
        who: Who,
    },
    /// The person it is for is bound to another account.
    PersonLinked,
    /// Too many wrong ones.
    TooMany {
        /// How long to wait.
        minutes: i64,
    },
}

/// One duty's sum.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// Duty id.
    pub duty: String,
    /// What counts so far, in the duty's measure.
    pub counted: Amount,
    /// What is owed in the window; `None`: nothing.
    pub target: Option<Amount>,
    /// Against elapsed work days of the window.
    pub pace: Option<Pace>,
    /// What waits for the liaison, in the same window.
    #[serde(default)]
    pub pending: Amount,
    /// What was turned down, in the same window.
    #[serde(default)]
    pub rejected: Amount,
    /// The day on which the target will be met if all goes on like this; `None`: met, or not to be said.
    #[serde(default)]
    pub forecast: Option<NaiveDate>,
}

/// A slot's one message to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// The day it asks about.
    pub on: NaiveDate,
    /// Whether that day is over when it is said: parked over the quiet hours, say.
    pub is_late: bool,
    /// What he still owes of the slot's duty; `None`: not asked today.
    pub check_in: Option<Standing>,
    /// Items whose ladder speaks today.
    pub items: Vec<DueItem>,
    /// To a liaison: who of his unit came out of reach.
    #[serde(default)]
    pub out_of_reach: OutOfReach,
}

/// People who cannot be written to any more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OutOfReach {
    /// Some of them.
    pub people: Vec<Who>,
    /// How many there are.
    pub total: usize,
}

/// One item in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueItem {
    /// The item.
    pub id: ItemId,
    /// The ledger's number.
    pub no: String,
    /// What is to be put right.
    pub content: String,
    /// Its deadline.
    pub deadline: Deadline,
    /// Days left; negative: overdue; `None`: no date.
    pub days_left: Option<i64>,
    /// Its light.
    pub light: Light,
    /// Its state.
    pub status: Status,
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The update it came in: what 撤销 names.
    pub update: UpdateId,
    /// Day and amount, oldest first; several when more than a day was said at once. Amount zero:
    /// "nothing today".
    pub parts: Vec<(NaiveDate, Amount)>,
    /// The sum now.
    pub standing: Standing,
    /// Items the person still has to do: the digest they stood in may just have become this answer.
    pub open_items: usize,
    /// What it waits for before it counts.
    #[serde(default)]
    pub waits_for: Option<WaitsFor>,
    /// What else is known of it.
    #[serde(default)]
    pub about: About,
}

/// What is known of a record besides its amounts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// Form and topic.
    #[serde(default)]
    pub labels: Labels,
    /// What may be added with a tap.
    #[serde(default)]
    pub choice: Option<Choice>,
    /// Whether the liaison recorded it for him, so that it is not his to change.
    #[serde(default)]
    pub by_liaison: bool,
    /// What it stands in the place of, oldest first.
    #[serde(default)]
    pub instead_of: Vec<(NaiveDate, Amount)>,
}

/// Why an answer records nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NotRecorded {
    /// Not clearly an amount.
    Unclear,
    /// "其他" was pressed: how to write it.
    HowTo,
    /// Of a day to come.
    Future {
        /// That day.
        on: NaiveDate,
    },
    /// More than the day can hold.
    DayFull {
        /// That day.
        on: NaiveDate,
        /// What one day can hold, in the duty's measure.
        most: Amount,
        /// What it holds already.
        held: Amount,
    },
    /// "Nothing" said of a day that holds something: withdraw that first.
    HeldAlready {
        /// That day.
        on: NaiveDate,
        /// What it holds.
        held: Amount,
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
}

/// One command of the bot, without its slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Link, or how to begin.
    Start,
    /// My sums.
    Me,
    /// My items.
    Tasks,
    /// Choose a language.
    Language,
    /// What I can do.
    Help,
    /// The office: who stands where today.
    Status,
    /// The office: a person by name.
    Find,
    /// The office: what is overdue.
    Overdue,
    /// The office: whom and what does not get through.
    Undelivered,
}

impl Command {
    /// Every command, in menu order.
    pub const ALL: [Self; 9] = [
        Self::Me,
        Self::Tasks,
        Self::Status,
        Self::Overdue,
        Self::Undelivered,
        Self::Find,
        Self::Language,
        Self::Help,
        Self::Start,
    ];

    /// As typed after the slash.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Me => "me",
            Self::Tasks => "tasks",
            Self::Language => "language",
            Self::Help => "help",
            Self::Status => "status",
            Self::Find => "find",
            Self::Overdue => "overdue",
            Self::Undelivered => "undelivered",
        }
    }

    /// The command of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.name() == name)
    }

    /// Who may use it.
    pub const fn needs(self) -> Rights {
        match self {
            Self::Start | Self::Me | Self::Tasks | Self::Language | Self::Help => Rights::Anybody,
            Self::Status | Self::Find | Self::Overdue | Self::Undelivered => Rights::Office,
        }
    }
}

/// What a command asks of whoever uses it; each holds those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rights {
    /// To be on the roster.
    Anybody,
    /// To care for people: as their liaison, or as the office.
    Carer,
    /// To be the office.
    Office,
}

impl Rights {
    /// What a role gives.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Office => Self::Office,
            Role::Liaison => Self::Carer,
        }
    }
}

/// A person that `/find` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// His key.
    pub key: String,
    /// Who he is.
    pub who: Who,
    /// Whether and how he can be reached.
    pub link: super::cadre::LinkState,
    /// The sum of the prompted duty.
    pub standing: Option<Standing>,
    /// Open items.
    pub open_items: i64,
}

/// An overdue item as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueItem {
    /// The item.
    pub item: DueItem,
    /// Path of the unit responsible.
    pub unit: String,
    /// Who is responsible, as the ledger says.
    pub responsible: String,
}

/// What does not get through, as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undelivered {
    /// How many people are out of reach.
    pub people: usize,
    /// Some of their units, those with the most first.
    pub units: Vec<UnitOutOfReach>,
    /// How many such units there are.
    pub unit_count: usize,
    /// Some dead letters, the latest first.
    pub letters: Vec<DeadLetter>,
    /// How many there are.
    pub letter_count: usize,
}

/// Who of a unit is out of reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitOutOfReach {
    /// Its path.
    pub unit: String,
    /// Some names.
    pub names: Vec<String>,
    /// How many people.
    pub total: usize,
}

/// A message that Telegram will never take because of us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadLetter {
    /// Its number in the outbox.
    pub id: OutboxId,
    /// What it is, as its writer named it.
    pub kind: String,
    /// To whom; `None`: to nobody of the roster.
    pub name: Option<String>,
    /// What Telegram said.
    pub said: String,
}
