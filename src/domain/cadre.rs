//! A person of the roster, and how he can be reached.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::campaign::{Campaign, Subject};
use super::ids::{CadreId, UnitId};
use super::notice::Who;

/// A person, with what of his unit decides his duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadre {
    /// Row identity.
    pub id: CadreId,
    /// The office's key for him.
    pub key: String,
    /// Name.
    pub name: String,
    /// His unit.
    pub unit: UnitId,
    /// Its path ("汪清县/春阳镇").
    pub unit_path: String,
    /// Its depth in the tree.
    pub depth: u32,
    /// Its sector id.
    pub sector: Option<String>,
    /// Post; may be empty.
    pub post: String,
    /// Rank id.
    pub rank: String,
    /// Trait ids, sorted.
    pub traits: Vec<String>,
    /// Phone digits; may be empty.
    pub phone: String,
    /// Still on the roster?
    pub active: bool,
    /// Since when he is on the roster; `None`: since before the campaign.
    pub joined_on: Option<NaiveDate>,
}

impl Cadre {
    /// What of him decides what he owes.
    pub fn subject(&self) -> Subject {
        Subject {
            rank: self.rank.clone(),
            traits: self.traits.clone(),
            sector: self.sector.clone(),
            unit_path: self.unit_path.clone(),
            depth: self.depth,
            key: self.key.clone(),
            joined_on: self.joined_on,
        }
    }

    /// As others know him.
    pub fn who(&self) -> Who {
        Who {
            name: self.name.clone(),
            unit: self.unit_path.clone(),
            post: self.post.clone(),
        }
    }

    /// Whether the campaign prompts people like him at all (S4).
    pub fn is_prompted(&self, campaign: &Campaign) -> bool {
        self.active && campaign.prompts(&self.traits)
    }
}

/// Whether and how a person can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// No code was ever made for him.
    Never,
    /// He has a code and has not used it.
    Invited,
    /// His account is bound and can be written to.
    Linked,
    /// His account is bound and refuses messages.
    Blocked,
}

impl LinkState {
    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Invited => "invited",
            Self::Linked => "linked",
            Self::Blocked => "blocked",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Never, Self::Invited, Self::Linked, Self::Blocked]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// Why a person cannot be written to, whatever he owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutOfReach {
    /// No longer on the roster.
    Left,
    /// His account refuses messages.
    Blocked,
    /// No account is bound to him any more.
    Unlinked,
}

impl OutOfReach {
    /// The reason kept with a message that was closed for it.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Blocked => "blocked",
            Self::Unlinked => "unlinked",
        }
    }
}

/// Trait ids as the one column that keeps them.
pub fn join_traits(traits: &[String]) -> String {
    let mut sorted: Vec<&str> = traits.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.join(",")
}

/// The reverse of [`join_traits`].
pub fn split_traits(text: &str) -> Vec<String> {
    text.split(',')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}
