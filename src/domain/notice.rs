//! Everything Duban says, as data. `text/` alone turns it into words.

mod command;
mod undelivered;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::account::{Outside, Pace};
use super::amount::Amount;
use super::answering;
use super::asks;
use super::assignment;
use super::correction;
use super::deadline::Deadline;
use super::dispatch;
use super::dispute;
use super::draft;
use super::entry::WaitsFor;
use super::escalation::{NobodyToTell, Raised};
use super::evidence;
use super::finding::Finding;
use super::forecast::{CatchUp, Short};
use super::group;
use super::ids::{CadreId, ItemId, UnitId, UpdateId};
use super::item::draft as opening;
use super::item::{self, Light, Status};
use super::label::{Choice, Labels};
use super::leave::{self, Leave};
use super::listing;
use super::movement;
use super::news::Told;
use super::opinion;
use super::poll;
use super::promise;
use super::publication;
use super::queue;
use super::quota;
use super::reminder::Mention;
use super::report::{StatusReport, UnitCount};
use super::session;
use super::statement::{self, Stretch};
use super::{away, later, mute, quiet};

pub use command::{Command, Rights};
pub use undelivered::{DeadLetter, Undelivered, UnitOutOfReach};

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
    /// The person's open items, in letters that the version before wrote; now they are a [`listing`].
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
        /// Duties with several windows: which one it is now, and what those before came to.
        #[serde(default)]
        stretches: Vec<Stretch>,
        /// Whose account and of which unit, if it is not the reader's own.
        #[serde(default)]
        of: Option<(CadreId, UnitId)>,
    },
    /// A page of the statement.
    Statement(statement::Answer),
    /// To somebody who is away or wants to be.
    Leave(leave::Answer),
    /// Of messages put off and days made up.
    Later(later::Answer),
    /// Of quiet hours of one's own.
    Quiet(quiet::Answer),
    /// To whoever cares for people: who is away.
    Away(away::Answer),
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
    /// A sticker, a place or the like, which is no words and no evidence.
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
        /// Of which nobody above could be told.
        #[serde(default)]
        nobody: NobodyToTell,
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
    /// To whoever sets targets locally.
    Quota(Box<quota::Answer>),
    /// To the office that moves somebody.
    Movement(Box<movement::Answer>),
    /// Something here failed; nothing of the message was recorded.
    Fault,
    /// To somebody who records step by step.
    Draft(draft::Answer),
    /// About contact points.
    Points(assignment::Answer),
    /// What people asked for.
    Opinions(opinion::Opinions),
    /// To evidence, and to who wants to see it.
    Evidence(evidence::Answer),
    /// To a carer, of what waits for him.
    Queue(queue::Answer),
    /// To who answers to a rejection.
    Answering(answering::Answer),
    /// To whoever records collective study.
    Session(session::Answer),
    /// To somebody who says that what was recorded for him is not so.
    Dispute(dispute::Answer),
    /// To somebody who wants an item silent.
    Mute(mute::Answer),
    /// About the monthly question about progress.
    Dispatch(Box<dispatch::Answer>),
    /// An item's page, and what else is answered about it.
    Item(item::Answer),
    /// In a group, or about one.
    Group(group::Answer),
    /// To somebody who promises something.
    Promise(promise::Answer),
    /// About making a promise known.
    Publication(publication::Answer),
    /// A poll of members, and what it came to.
    Poll(poll::Said),
    /// To whoever wants more time for an item, hands it up, answers that, or reassigns it.
    Ask(Box<asks::Answer>),
    /// Lists of items.
    Listing(listing::Answer),
    /// To somebody who opens an item.
    Opening(Box<opening::Answer>),
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
    /// That it will not be met within the window, and by how much.
    #[serde(default)]
    pub short: Option<Short>,
    /// To somebody behind: how much he is short of the even pace.
    #[serde(default)]
    pub lag: Option<Amount>,
    /// To somebody behind: what would make up for it.
    #[serde(default)]
    pub catch_up: Option<CatchUp>,
}

impl Standing {
    /// Whether there is anything to say: something is owed, or something was recorded.
    pub fn matters(&self) -> bool {
        let recorded = [self.counted, self.pending, self.rejected];
        self.target.is_some() || recorded.iter().any(|amount| *amount > Amount::ZERO)
    }
}

/// A slot's one message to one person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// The slot, for "later" and "tomorrow"; empty: they are not offered.
    #[serde(default)]
    pub slot: String,
    /// Whether it comes again because he wanted it later: once is enough.
    #[serde(default)]
    pub again: bool,
    /// To somebody behind: a day that he has said nothing of.
    #[serde(default)]
    pub make_up: Option<NaiveDate>,
    /// To a liaison: how many entries wait for him.
    #[serde(default)]
    pub waiting: usize,
    /// What he is told besides.
    #[serde(default)]
    pub news: Told,
    /// The monthly question about progress.
    #[serde(default)]
    pub asked: Option<dispatch::Block>,
    /// What of others' items he is told.
    #[serde(default)]
    pub raised: Raised,
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
    /// In a reminder: what is said besides.
    #[serde(default)]
    pub mention: Option<Mention>,
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
    /// That a day of it counts towards no window of the duty.
    #[serde(default)]
    pub outside: Option<Outside>,
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

/// A person that `/find` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Row identity; `None` in what was kept by a version before.
    #[serde(default)]
    pub id: Option<CadreId>,
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
