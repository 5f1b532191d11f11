//! The commands of the bot, and who may use each.

use serde::{Deserialize, Serialize};

use crate::domain::grant::Role;

/// One command of the bot, without its slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Link, or how to begin.
    Start,
    /// My sums.
    Me,
    /// My entries by month.
    History,
    /// A carer: somebody's sums.
    Account,
    /// A carer: a unit's people by their pace.
    Unit,
    /// My items.
    Tasks,
    /// Choose a language.
    Language,
    /// What I can do.
    Help,
    /// A carer: the entries that wait for him.
    Pending,
    /// The office: who stands where today.
    Status,
    /// The office: a person by name.
    Find,
    /// The office: what is overdue.
    Overdue,
    /// The office: whom and what does not get through.
    Undelivered,
    /// Record something, whatever duty it is of.
    Record,
    /// My contact points; a carer: those of somebody.
    Points,
    /// Carers: record for somebody.
    Proxy,
    /// Carers: what people asked for.
    Opinions,
    /// Quiet hours of one's own.
    Quiet,
    /// Promise something, and see what I promised.
    Promise,
    /// In a group: it is my unit's.
    Group,
    /// In a group: the unit's open items.
    List,
    /// Whoever cares for people: who of them is away.
    Away,
    /// Targets set locally.
    Quota,
    /// The office: somebody moves.
    Move,
    /// Whoever cares for people: record collective study.
    Session,
    /// Whoever cares for people: who has told of his items this month.
    Progress,
    /// What was handed up to me, and what my unit handed up.
    Handed,
    /// An item by its number.
    Item,
    /// Whoever answers for units: their items.
    Items,
    /// A new item.
    New,
    /// Items by words.
    Search,
}

impl Command {
    /// Every command, in menu order.
    pub const ALL: [Self; 31] = [
        Self::Me,
        Self::Record,
        Self::History,
        Self::Tasks,
        Self::Item,
        Self::Search,
        Self::Promise,
        Self::Handed,
        Self::Points,
        Self::Session,
        Self::Group,
        Self::Pending,
        Self::Items,
        Self::New,
        Self::Unit,
        Self::Account,
        Self::Proxy,
        Self::Opinions,
        Self::Status,
        Self::Overdue,
        Self::Progress,
        Self::Undelivered,
        Self::Find,
        Self::Away,
        Self::Quiet,
        Self::Quota,
        Self::Move,
        Self::Language,
        Self::Help,
        Self::Start,
        Self::List,
    ];

    /// As typed after the slash.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Me => "me",
            Self::History => "history",
            Self::Account => "account",
            Self::Unit => "unit",
            Self::Tasks => "tasks",
            Self::Language => "language",
            Self::Help => "help",
            Self::Pending => "pending",
            Self::Status => "status",
            Self::Find => "find",
            Self::Overdue => "overdue",
            Self::Undelivered => "undelivered",
            Self::Record => "record",
            Self::Points => "points",
            Self::Proxy => "proxy",
            Self::Opinions => "opinions",
            Self::Quiet => "quiet",
            Self::Away => "away",
            Self::Quota => "quota",
            Self::Move => "move",
            Self::Session => "session",
            Self::Progress => "progress",
            Self::Promise => "promise",
            Self::Group => "group",
            Self::List => "list",
            Self::Handed => "handed",
            Self::Item => "item",
            Self::Items => "items",
            Self::New => "new",
            Self::Search => "search",
        }
    }

    /// The command of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.name() == name)
    }

    /// Who may use it.
    pub const fn needs(self) -> Rights {
        match self {
            Self::Start
            | Self::Me
            | Self::History
            | Self::Tasks
            | Self::Language
            | Self::Help
            | Self::Record
            | Self::Points
            | Self::Quiet
            | Self::Promise
            | Self::List
            | Self::Handed
            | Self::Item
            | Self::Search => Rights::Anybody,
            Self::Proxy | Self::Opinions | Self::Away | Self::Quota | Self::Pending => {
                Rights::Carer
            }
            Self::Account
            | Self::Unit
            | Self::Session
            | Self::Group
            | Self::Progress
            | Self::Items
            | Self::New => Rights::Carer,
            Self::Status | Self::Find | Self::Overdue | Self::Undelivered | Self::Move => {
                Rights::Office
            }
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
            // It looks at items, where each is asked who he is to them; people's accounts are not its business.
            Role::Supervision => Self::Anybody,
        }
    }
}
