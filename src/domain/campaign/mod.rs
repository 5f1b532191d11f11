//! A campaign: everything that differs from one campaign to the next, as plain data. It is read from
//! a campaign file (`read.rs`); nothing here knows a particular duty, rank or kind.

mod bot;
mod kind;
mod moment;
mod rank;
mod read;
mod resolved;
mod target;
mod word;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::amount::{Amount, Measure};
use super::class_hour::ClassHourRule;
use super::deadline::Span;
use super::language::Language;
use super::quiet::Quiet;
use super::schedule::Schedule;

pub use bot::{Bot, MAIN_BOT};
pub use kind::{
    Dispatch, ItemKind, Ladder, MakeUp, Opener, Plan, Poll, Reviewer, Rung, Stage, Superior,
};
pub use moment::{Moment, MomentFault};
pub use rank::take_rank;
pub use read::{Fault, read};
pub use resolved::{ResolvedRow, resolved_targets};
pub(in crate::domain) use target::most_specific;
pub use target::{Subject, Target, is_within};

/// A campaign, its dates already worked out from its one `start` line.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Short name without spaces, used in logs and exports.
    pub id: String,
    /// What people call it.
    pub name: Words,
    /// First and last day.
    pub span: Span,
    /// The zone of every wall-clock time in the file.
    pub zone: Tz,
    /// Which folder of `calendars/` decides work days.
    pub calendar: String,
    /// Spoken to people whose own language is not known.
    pub language: Language,
    /// How days and hours become class hours.
    pub class_hours: ClassHourRule,
    /// What keeps the burden light (S30).
    pub limits: Limits,
    /// S1: windows by tier of the unit, the first that fits.
    pub tiers: Vec<Tier>,
    /// Ranks as offices write them.
    pub ranks: Vec<Rank>,
    /// Rank of those whose table says none.
    pub default_rank: String,
    /// Traits as offices write them (S4).
    pub traits: Vec<Trait>,
    /// Sectors (S26), recognised from a unit's name.
    pub sectors: Vec<Sector>,
    /// Counted duties.
    pub duties: Vec<Duty>,
    /// When messages may go out.
    pub slots: Vec<Slot>,
    /// Kinds of dated items.
    pub kinds: Vec<ItemKind>,
    /// The monthly question about progress (S13); `None`: it is not asked.
    pub dispatch: Option<Dispatch>,
    /// Categories of items (S12).
    pub categories: Vec<Label>,
    /// Bots beside the main one.
    pub bots: Vec<Bot>,
}

/// A name in the campaign's languages; at least one is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(pub BTreeMap<Language, String>);

impl Words {
    /// The name in that language, or in the first there is.
    pub fn get(&self, language: Language) -> &str {
        self.0
            .get(&language)
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }
}

/// Something that has an id in code and data, and a name for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Stable id.
    pub id: String,
    /// What people call it.
    pub name: Words,
    /// Other words that mean it in what people type.
    pub words: Vec<String>,
}

/// Bounds on what may be sent, and on what may be said of the past.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Nothing unsolicited from here …
    pub quiet_from: NaiveTime,
    /// … to here (may lie past midnight).
    pub quiet_to: NaiveTime,
    /// Unsolicited messages a person may get a day.
    pub daily_cap: u32,
    /// Life of an invitation code.
    pub invite_life: TimeDelta,
    /// Wrong codes an account may send before it has to wait.
    pub wrong_codes: u32,
    /// How long it then waits.
    pub wrong_code_pause: TimeDelta,
    /// The longest leave that a person may say at once, in days of the calendar.
    pub longest_leave: i64,
    /// How long a question of the bot's waits for its answer in words.
    pub question_life: TimeDelta,
    /// Who is ahead of the even pace is asked only every so many work days of the window (S30); 1: each.
    pub ahead_every: i64,
    /// After how long a message comes again that somebody wants later.
    pub later: TimeDelta,
    /// Most hours of the day that somebody's own quiet hours and these may fill together.
    pub own_quiet: TimeDelta,
    /// Pieces of evidence that one entry may have.
    pub most_evidence: usize,
}

/// One tier of units with its window.
#[derive(Debug, Clone)]
pub struct Tier {
    /// Stable id.
    pub id: String,
    /// Units up to this depth of the tree belong to it (1 = directly under the campaign's own body).
    pub max_depth: u32,
    /// First and last day in which its people owe.
    pub window: Span,
}

/// A rank, and the words that offices write for it.
#[derive(Debug, Clone)]
pub struct Rank {
    /// "county", "section", "member", …
    pub id: String,
    /// For people.
    pub name: Words,
    /// Exact words of the 职级 column, width and spaces normalised.
    pub words: Vec<String>,
}

/// A trait of a person.
#[derive(Debug, Clone)]
pub struct Trait {
    /// "leadership", "floating", "retired", …
    pub id: String,
    /// For people.
    pub name: Words,
    /// Words that mean it, looked for in the note and post columns.
    pub words: Vec<String>,
    /// Whether people who have it are prompted (S4: the retired are not).
    pub prompt: bool,
    /// Whether a yes in the roster's column 是否班子成员 means it.
    pub leading_group: bool,
    /// Whether people who have it answer for their unit (S17 第一责任人).
    pub head_of_unit: bool,
}

/// A sector of units.
#[derive(Debug, Clone)]
pub struct Sector {
    /// "rural", "community", …
    pub id: String,
    /// For people.
    pub name: Words,
    /// A unit whose own name holds one of these belongs to it; the first sector that fits wins.
    pub words: Vec<String>,
}

/// A counted duty.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Stable id.
    pub id: String,
    /// For people.
    pub name: Words,
    /// What entries are counted in.
    pub measure: Measure,
    /// What sums are shown in (class hours may be shown as days).
    pub shown_in: Measure,
    /// Who owes how much, in `measure`.
    pub targets: Vec<Target>,
    /// When it can be fulfilled; several windows each want the whole target (S22).
    pub windows: Vec<Window>,
    /// The slot that asks for it; `None`: never asked.
    pub slot: Option<String>,
    /// Most that one day can hold, in `measure`.
    pub max_per_day: Amount,
    /// How many days back an entry may be of.
    pub backdate_days: u32,
    /// Amounts offered as buttons, as offices say them ("0.5 days", "2 class_hours").
    pub offers: Vec<Offer>,
    /// Forms of an entry (S3).
    pub forms: Vec<Label>,
    /// What its forms are called (轮次 of talks); `None`: forms.
    pub form_name: Option<Words>,
    /// Topics of an entry (S3).
    pub topics: Vec<Label>,
    /// What its topics are called; `None`: topics.
    pub topic_name: Option<Words>,
    /// Words that mean this duty in what people type ("走访", "谈心"): narrow, in small letters, each of one duty
    /// only. One may hold another ("联系点走访" holds "走访"): the longest is meant.
    pub words: Vec<String>,
    /// What an entry is asked about besides its amount, in that order.
    pub asks: Vec<Ask>,
    /// Whether an entry waits for the liaison.
    pub confirm: Confirm,
    /// Whether an entry wants evidence.
    pub evidence: Evidence,
    /// What somebody owes who joins while a window is open.
    pub late_joiners: LateJoiners,
    /// Not recorded itself: it counts the different topics among what is recorded of that duty.
    pub topics_of: Option<String>,
}

/// What an entry may be asked about besides its amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// One of the duty's forms.
    Form,
    /// One of its topics.
    Topic,
    /// With whom, from the roster (S8).
    Partner,
    /// The household, in words (S22).
    Household,
    /// One of the person's contact points (S16).
    ContactPoint,
    /// Where, in words (S5).
    Place,
    /// What was done, in words (S28).
    Deed,
    /// What people asked for (S6).
    Opinion,
}

/// Whether an entry waits for the liaison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confirm {
    /// Only one of a day longer ago than may be recorded freely.
    #[default]
    Late,
    /// Each.
    Always,
}

/// Whether an entry wants evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Evidence {
    /// It is welcome.
    #[default]
    Welcome,
    /// It is asked for; without it the entry counts all the same.
    Wanted,
    /// Without it an entry cannot be confirmed: each waits for the liaison.
    Needed,
}

/// What somebody owes who joins while a window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LateJoiners {
    /// As much as everybody.
    #[default]
    Whole,
    /// In proportion to the work days that are left.
    InProportion,
}

/// One window of a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Stable id.
    pub id: String,
    /// The tier it is for; `None`: all.
    pub tier: Option<String>,
    /// First and last day.
    pub span: Span,
}

/// An amount on a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// How many …
    pub amount: Amount,
    /// … of what.
    pub measure: Measure,
}

/// A time at which one digest a person may go out.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Stable id.
    pub id: String,
    /// Its cron expression, in the campaign's zone.
    pub schedule: Schedule,
    /// Only on work days?
    pub work_days_only: bool,
    /// What becomes of an occurrence that could not be kept in time.
    pub late: Late,
}

/// Lateness policy of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Sent once, late, if not later than this after its time; else dropped with a reason.
    SendOnce {
        /// How late is still useful.
        within: TimeDelta,
    },
    /// Said in the next one.
    Fold,
    /// Dropped with a reason.
    Drop,
}

impl Campaign {
    /// The duty of that id.
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }

    /// The duty that free text and the evening prompt are about: the first that has a slot.
    pub fn prompted_duty(&self) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.slot.is_some())
    }

    /// The kind of that id.
    pub fn kind(&self, id: &str) -> Option<&ItemKind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// The slot of that id.
    pub fn slot(&self, id: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    /// The tier of a unit at that depth: the first deep enough, else the last.
    pub fn tier(&self, depth: u32) -> Option<&Tier> {
        self.tiers
            .iter()
            .find(|tier| depth <= tier.max_depth)
            .or_else(|| self.tiers.last())
    }

    /// The rank that the word means; the default rank for an empty cell, `None` for an unknown word.
    pub fn rank_of(&self, word: &str) -> Option<&str> {
        let word = word::cell(word);
        if word.is_empty() {
            return Some(&self.default_rank);
        }
        self.ranks
            .iter()
            .find(|rank| rank.id == word || rank.words.contains(&word))
            .map(|rank| rank.id.as_str())
    }

    /// The traits that a note or a post speaks of.
    pub fn traits_in(&self, text: &str) -> Vec<String> {
        self.traits
            .iter()
            .filter(|t| t.words.iter().any(|word| text.contains(word.as_str())))
            .map(|t| t.id.clone())
            .collect()
    }

    /// The sector of a unit by the last part of its path.
    pub fn sector_of(&self, unit_name: &str) -> Option<&str> {
        self.sectors
            .iter()
            .find(|sector| {
                sector
                    .words
                    .iter()
                    .any(|word| unit_name.contains(word.as_str()))
            })
            .map(|sector| sector.id.as_str())
    }

    /// Whether people with these traits are prompted at all.
    pub fn prompts(&self, traits: &[String]) -> bool {
        !self
            .traits
            .iter()
            .any(|t| !t.prompt && traits.contains(&t.id))
    }
}

impl Ask {
    /// Everything that may be asked.
    pub const ALL: [Self; 8] = [
        Self::Form,
        Self::Topic,
        Self::Partner,
        Self::Household,
        Self::ContactPoint,
        Self::Place,
        Self::Deed,
        Self::Opinion,
    ];
}

impl Limits {
    /// Whether that wall-clock time lies in the quiet hours.
    pub fn is_quiet(&self, time: NaiveTime) -> bool {
        self.quiet().holds(time)
    }

    /// The quiet hours.
    pub const fn quiet(&self) -> Quiet {
        Quiet {
            from: self.quiet_from,
            to: self.quiet_to,
        }
    }
}

impl Duty {
    /// The windows that concern people of a tier, in the order of the file.
    pub fn windows_of(&self, tier: &str) -> impl Iterator<Item = &Window> {
        self.windows
            .iter()
            .filter(move |window| window.tier.as_deref().is_none_or(|of| of == tier))
    }

    /// Whether an entry of it is asked about in steps: with whom, where, whose; form and topic are but offered.
    pub fn asks_in_steps(&self) -> bool {
        self.asks
            .iter()
            .any(|ask| !matches!(ask, Ask::Form | Ask::Topic))
    }

    /// Whether an entry of it waits for the liaison, though it is of a recent day.
    pub fn waits(&self) -> bool {
        self.confirm == Confirm::Always || self.evidence == Evidence::Needed
    }

    /// The window of a tier's people that holds the day.
    pub fn window_on(&self, tier: &str, day: NaiveDate) -> Option<&Window> {
        self.windows_of(tier).find(|window| window.span.holds(day))
    }
}
