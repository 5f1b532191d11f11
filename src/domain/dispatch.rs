//! The monthly question about progress (S13 月调度): who is asked of which items, once a month and in the digest
//! that he gets anyway (S30), and what he is answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::digest::{DigestPlan, Occasion};
use super::ids::{CadreId, ItemId};
use super::item::Status;
use super::kept;
use super::month::Month;
use super::owes::NothingOwed;
use super::reach::Liaison;

/// What a button says of an item's progress. What else there is to say is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quick {
    /// 正常推进
    OnCourse,
    /// 有困难
    Difficult,
}

impl Quick {
    /// Each, as they are offered.
    pub const ALL: [Self; 2] = [Self::OnCourse, Self::Difficult];

    /// Its letter on a button.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnCourse => "n",
            Self::Difficult => "d",
        }
    }

    /// The one of that letter.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quick| quick.code() == code)
    }

    /// As it is kept where typed progress is too: in no language, for each reads it in his own.
    pub fn kept(self) -> String {
        kept::kept(self.code())
    }

    /// The one that is kept so; `None`: it was typed.
    pub fn from_kept(kept: &str) -> Option<Self> {
        Self::from_code(kept::code(kept)?)
    }
}

/// Whether the slot asks that day: the first time that it speaks from the month's first work day on. `since` is
/// the day it last spoke; a service that starts in the middle of a month asks in the next.
pub fn is_due(calendar: &Calendar, since: Option<NaiveDate>, on: NaiveDate) -> bool {
    let first = calendar.on_or_after(Month::of(on).span().start);
    match since {
        None => on == first,
        Some(since) => since < first && first <= on,
    }
}

/// An item that progress may be asked of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Askable {
    /// Which.
    pub item: ItemId,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// Path of its unit.
    pub unit: String,
    /// When progress was last told, UTC milliseconds.
    pub reported_at: Option<i64>,
}

/// Progress is asked of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Of which.
    pub item: ItemId,
    /// Whom; `None`: there is nobody to ask.
    pub cadre: Option<CadreId>,
    /// It was told this month already, then: UTC milliseconds.
    pub answered_at: Option<i64>,
}

/// Who is asked of which: whoever is responsible, else the nearest liaison, one who can be reached before one who
/// cannot. What was told since `month_began` (UTC milliseconds) counts as told.
pub fn asks(items: Vec<Askable>, liaisons: &[Liaison], month_began: i64) -> Vec<Ask> {
    let mut known: BTreeMap<String, Option<CadreId>> = BTreeMap::new();
    items
        .into_iter()
        .map(|item| {
            let cadre = item.responsible.or_else(|| {
                *known
                    .entry(item.unit)
                    .or_insert_with_key(|unit| nearest(unit, liaisons))
            });
            Ask {
                item: item.item,
                cadre,
                answered_at: item.reported_at.filter(|at| *at >= month_began),
            }
        })
        .collect()
}

fn nearest(unit: &str, liaisons: &[Liaison]) -> Option<CadreId> {
    let of = |path: &str, reachable: bool| {
        let mut of = liaisons.iter();
        let found = of.find(|one| one.unit == path && (one.reachable || !reachable));
        found.map(|one| one.cadre)
    };
    let upwards = || {
        std::iter::successors(Some(unit), |path| {
            path.rsplit_once('/').map(|(above, _)| above)
        })
    };
    upwards()
        .find_map(|path| of(path, true))
        .or_else(|| upwards().find_map(|path| of(path, false)))
}

/// The digest of somebody who is asked for progress: his own with the question in it, or one of it alone if he owes
/// nothing else. Whoever is not to be written to is asked later.
///
/// # Errors
/// As before, if he is asked of nothing, or is away or has left.
pub fn with(
    plan: Result<DigestPlan, NothingOwed>,
    occasion: &Occasion<'_>,
    asks: Vec<ItemId>,
) -> Result<DigestPlan, NothingOwed> {
    match plan {
        plan if asks.is_empty() => plan,
        Ok(plan) => Ok(DigestPlan { asks, ..plan }),
        Err(nothing) if nothing.is_silence() => Err(nothing),
        Err(_) => Ok(DigestPlan {
            asks,
            ..DigestPlan::empty(occasion)
        }),
    }
}

/// An item as the question names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Which.
    pub id: ItemId,
    /// The ledger's number.
    pub no: String,
    /// What is to be put right.
    pub content: String,
}

/// The question in a digest: all of somebody's items at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Of which month.
    pub month: Month,
    /// To be told by then.
    pub due_on: NaiveDate,
    /// His items that are not told of yet.
    pub items: Vec<Named>,
}

/// One item in question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The item.
    pub item: Named,
    /// Of which month.
    pub month: Month,
    /// To be told by then.
    pub due_on: NaiveDate,
    /// How many of his are left after it.
    pub left: usize,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// One item: how does it stand?
    Card(Card),
    /// How does it stand, in words?
    Words {
        /// The ledger's number.
        no: String,
        /// What is to be put right.
        content: String,
    },
    /// It is told; the next one.
    Told {
        /// The item.
        item: Named,
        /// What was told, as it is kept.
        words: String,
        /// The next that is not told of yet.
        next: Option<Card>,
    },
    /// It was told this month already; more may be said.
    Already {
        /// The item.
        item: Named,
        /// Of which month.
        month: Month,
        /// What was told, as it is kept.
        words: String,
    },
    /// Nothing to tell any more: it is submitted, struck off or cancelled.
    Over {
        /// The ledger's number.
        no: String,
        /// Where it stands.
        status: Status,
    },
    /// The month of that button is over; what is asked now.
    Past {
        /// Of which month it was.
        month: Month,
        /// What is asked now, if anything is left.
        next: Option<Card>,
    },
    /// Nothing of his to tell of.
    NotYours,
    /// `/progress`: who has told and who has not.
    Overview(Overview),
    /// `/progress`: nothing was asked of that month, or ever.
    NoneAsked {
        /// Of which; `None`: ever.
        month: Option<Month>,
    },
    /// `/progress` with something else behind it.
    HowTo {
        /// A month that is right.
        month: Month,
    },
}

/// How a month's question stands, for those who care for the units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// The month.
    pub month: Month,
    /// To be told by then.
    pub due_on: NaiveDate,
    /// Whether that day is over.
    pub is_over: bool,
    /// Items that were asked of.
    pub asked: usize,
    /// Of them told of.
    pub answered: usize,
    /// Of those after the day.
    pub late: usize,
    /// How many people have something to tell still, those who are nobody not counted.
    pub people: usize,
    /// This page of them, by unit.
    pub lines: Vec<Silent>,
    /// Which page, from 0.
    pub page: u32,
    /// How many pages.
    pub pages: u32,
}

/// Somebody who has something to tell still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silent {
    /// Path of the items' unit.
    pub unit: String,
    /// His name; `None`: there was nobody to ask.
    pub name: Option<String>,
    /// Whether he can be written to.
    pub reachable: bool,
    /// Of so many items.
    pub items: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{calendar, day};

    #[test]
    fn it_is_asked_on_the_first_work_day_of_the_month_or_as_soon_as_the_slot_speaks_after_it() {
        let calendar = calendar();
        for (since, on, due) in [
            // 1 March 2014 is a Saturday.
            (Some("2014-02-28"), "2014-03-03", true),
            (Some("2014-02-28"), "2014-03-01", false),
            (Some("2014-03-03"), "2014-03-04", false),
            // A slot of Fridays, or one that was missed.
            (Some("2014-02-28"), "2014-03-07", true),
            (Some("2014-03-01"), "2014-03-05", true),
            // 1 to 3 May are a holiday, 4 May a Sunday to be worked.
            (Some("2014-04-30"), "2014-05-04", true),
            (Some("2014-05-04"), "2014-05-05", false),
            (None, "2014-03-03", true),
            (None, "2014-03-04", false),
            (None, "2014-03-01", false),
            (Some("2014-01-10"), "2014-03-31", true),
        ] {
            let found = is_due(&calendar, since.map(day), day(on));
            assert_eq!(found, due, "{since:?} {on}");
        }
    }

    #[test]
    fn an_item_without_a_person_is_asked_of_the_nearest_liaison() {
        let liaison = |id, unit: &str, reachable| Liaison {
            cadre: CadreId(id),
            unit: unit.to_owned(),
            reachable,
        };
        let liaisons = [
            liaison(1, "A", true),
            liaison(2, "A/B", false),
            liaison(3, "A/C", true),
            liaison(4, "D", false),
        ];
        let item = |unit: &str, responsible: Option<i64>| Askable {
            item: ItemId(1),
            responsible: responsible.map(CadreId),
            unit: unit.to_owned(),
            reported_at: None,
        };
        for (unit, responsible, expected) in [
            ("A/C/E", None, Some(3)),
            ("A/C/E", Some(9), Some(9)),
            // Who can be reached goes before who is nearer.
            ("A/B", None, Some(1)),
            ("D/E", None, Some(4)),
            ("F", None, None),
            ("AB", None, None),
        ] {
            let found = asks(vec![item(unit, responsible)], &liaisons, 0);
            let found: Vec<_> = found.iter().map(|ask| ask.cadre).collect();
            assert_eq!(found, [expected.map(CadreId)], "{unit} {responsible:?}");
        }
    }

    #[test]
    fn what_was_told_this_month_is_not_asked_again() {
        let told = |at| Askable {
            item: ItemId(1),
            responsible: Some(CadreId(1)),
            unit: "A".to_owned(),
            reported_at: at,
        };
        for (at, answered) in [(None, None), (Some(99), None), (Some(100), Some(100))] {
            let found = asks(vec![told(at)], &[], 100);
            assert_eq!(found.first().and_then(|ask| ask.answered_at), answered);
        }
    }

    #[test]
    fn quick_answers_are_kept_in_no_language() {
        for quick in Quick::ALL {
            assert_eq!(Quick::from_kept(&quick.kept()), Some(quick));
        }
        for typed in ["", "=", "=x", "n", "正常推进"] {
            assert_eq!(Quick::from_kept(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_question_goes_into_the_digest_or_alone_but_not_to_who_is_away() {
        let occasion = Occasion {
            slot: "evening",
            on: day("2014-03-03"),
            since: None,
        };
        let own = DigestPlan {
            duty: Some("study".to_owned()),
            ..DigestPlan::empty(&occasion)
        };
        let ids = || vec![ItemId(1), ItemId(2)];
        let both = with(Ok(own.clone()), &occasion, ids()).unwrap();
        assert_eq!((both.duty.as_deref(), both.asks), (Some("study"), ids()));
        let alone = with(Err(NothingOwed::TargetMet), &occasion, ids()).unwrap();
        assert_eq!((alone.duty, alone.asks), (None, ids()));
        for silence in [NothingOwed::OnLeave, NothingOwed::Left] {
            assert_eq!(with(Err(silence), &occasion, ids()), Err(silence));
        }
        assert_eq!(with(Ok(own.clone()), &occasion, vec![]), Ok(own));
    }
}
