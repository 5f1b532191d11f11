//! What somebody is told in his next digest, rather than in a message of its own (S30).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::deadline::Deadline;
use super::digest::{DigestPlan, Occasion};
use super::ids::{EntryId, ItemId, NewsId};
use super::item::Deed;
use super::owes::NothingOwed;
use super::poll;

/// News told in one digest; the others wait for the next.
const MOST: usize = 5;

/// One thing to be told in the next digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum News {
    /// Collective study was recorded for him ("不对?" disputes it).
    Session {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Who recorded it.
        by: String,
    },
    /// Something else was recorded for him by his liaison ("不对?" disputes it).
    Proxy {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Who recorded it.
        by: String,
    },
    /// An entry of his that waited, or that he disputed, was decided on.
    Decided {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Whether it counts now.
        counts: bool,
        /// Why not; empty if it counts.
        reason: String,
        /// Who decided.
        by: String,
    },
    /// What he owes of a duty was set anew by his unit or the office.
    Target {
        /// Duty id.
        duty: String,
        /// What it was; `None`: nothing.
        was: Option<Amount>,
        /// What it is; `None`: nothing.
        is: Option<Amount>,
        /// Who set it.
        by: String,
    },
    /// An entry that was recorded for him together with others', and that he has heard of, is taken back.
    Undone {
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Who took it back.
        by: String,
    },
    /// He serves elsewhere, or as something else, from a day on.
    Moved {
        /// Path of his unit now.
        unit: String,
        /// Rank id now.
        rank: String,
        /// Since when.
        from: NaiveDate,
    },
    /// Something happened to an item that concerns him.
    Item {
        /// The item.
        item: ItemId,
        /// The ledger's number.
        no: String,
        /// What is to be put right.
        content: String,
        /// Who did it; empty: the program.
        by: String,
        /// What, with what was said.
        deed: Deed,
    },
    /// Members have reviewed an item by a poll, or could not (S21).
    Poll(poll::Told),
    /// An item was opened for him.
    Assigned {
        /// Its number.
        no: String,
        /// What is to be done.
        content: String,
        /// By when.
        deadline: Option<Deadline>,
        /// Who opened it.
        by: String,
        /// Whether he leads rather than does it.
        lead: bool,
    },
    /// The office's ledger gives an item to somebody else.
    Handed(Handed),
}

/// An item of the office's ledger in other hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// Which.
    pub item: ItemId,
    /// The ledger's number.
    pub no: String,
    /// What is to be put right.
    pub content: String,
    /// As 牵头领导 (true) or as 责任人.
    pub leads: bool,
    /// To whom; empty: to nobody in person; `None`: to the reader.
    pub to: Option<String>,
}

impl News {
    /// The entry it speaks of as recorded; none if it says what became of one later.
    pub const fn records(&self) -> Option<EntryId> {
        match self {
            Self::Session { entry, .. } | Self::Proxy { entry, .. } => Some(*entry),
            Self::Decided { .. }
            | Self::Target { .. }
            | Self::Undone { .. }
            | Self::Moved { .. }
            | Self::Item { .. }
            | Self::Poll(_)
            | Self::Handed(_)
            | Self::Assigned { .. } => None,
        }
    }
}

/// News as a digest tells them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// Some, the oldest first.
    pub news: Vec<News>,
    /// How many more there are, for the next digest.
    pub more: usize,
}

/// The digest of somebody whom there is something to tell: his own with the oldest of it in it, or one of
/// that alone if he owes nothing. Whoever is not to be written to at all hears of it later.
///
/// # Errors
/// As before, if there is nothing to tell, or he is away or has left.
pub fn with(
    plan: Result<DigestPlan, NothingOwed>,
    occasion: &Occasion<'_>,
    mut news: Vec<NewsId>,
) -> Result<DigestPlan, NothingOwed> {
    news.truncate(MOST);
    match plan {
        plan if news.is_empty() => plan,
        Ok(plan) => Ok(DigestPlan { news, ..plan }),
        Err(nothing) if nothing.is_silence() => Err(nothing),
        Err(_) => Ok(DigestPlan {
            news,
            ..DigestPlan::empty(occasion)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    #[test]
    fn news_go_into_the_digest_or_alone_but_not_to_who_is_away() {
        let occasion = Occasion {
            slot: "evening",
            on: day("2014-03-04"),
            since: None,
        };
        let own = DigestPlan {
            duty: Some("study".to_owned()),
            ..DigestPlan::empty(&occasion)
        };
        let ids = |n: i64| (1..=n).map(NewsId).collect::<Vec<_>>();
        let both = with(Ok(own.clone()), &occasion, ids(2)).unwrap();
        assert_eq!((both.duty.as_deref(), both.news), (Some("study"), ids(2)));
        for nothing in [NothingOwed::TargetMet, NothingOwed::NotPrompted] {
            let alone = with(Err(nothing), &occasion, ids(9)).unwrap();
            assert_eq!((alone.duty, alone.news), (None, ids(5)));
            assert_eq!(with(Err(nothing), &occasion, ids(0)), Err(nothing));
        }
        for silence in [NothingOwed::OnLeave, NothingOwed::Left] {
            assert_eq!(with(Err(silence), &occasion, ids(2)), Err(silence));
        }
        assert_eq!(with(Ok(own.clone()), &occasion, ids(0)), Ok(own));
    }
}
