//! The statement of an account, as data: a month of entries, one entry with all that is known of it, the people
//! whom somebody cares for by their pace. What is on which page is decided here.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::account::Pace;
use super::amount::Amount;
use super::entry::{Event, Source, Status, WaitsFor};
use super::ids::{CadreId, EntryId, UnitId, UpdateId};
use super::month::Month;
use super::notice::{Standing, Who};

/// Lines a page shows: as many as number buttons fit below it.
pub const PAGE: usize = 8;

/// What is shown of an account, or said of why nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "statement", rename_all = "snake_case")]
pub enum Answer {
    /// A month of entries.
    History(History),
    /// One entry.
    Entry(Box<EntryPage>),
    /// "/history" with something that is no month.
    WhichMonth {
        /// One that could be written.
        example: Month,
    },
    /// "/account" without a name.
    WhoseAccount,
    /// Several of that name, or nobody.
    People {
        /// The name looked for.
        name: String,
        /// Some of them.
        people: Vec<Somebody>,
        /// How many there are.
        total: usize,
    },
    /// A unit's people by their pace.
    Unit(UnitPage),
    /// Which of these units?
    Units {
        /// What was looked for; empty: nothing, these are where one's rights begin or what is below a unit.
        name: String,
        /// Some of them.
        units: Vec<UnitChoice>,
        /// How many there are.
        total: usize,
    },
}

/// Somebody of the roster to be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Somebody {
    /// Row identity.
    pub id: CadreId,
    /// Who he is.
    pub who: Who,
}

/// A unit to be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitChoice {
    /// Row identity.
    pub id: UnitId,
    /// Its path.
    pub path: String,
}

/// One of a duty's windows that has others beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Duty id.
    pub duty: String,
    /// Its number among the duty's windows, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// What those that are over came to, by number.
    pub earlier: Vec<(usize, Standing)>,
}

/// A month of somebody's entries, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// Whose; `None`: the reader's own.
    pub of: Option<CadreId>,
    /// Who that is; `None`: the reader himself.
    pub who: Option<Who>,
    /// Which month.
    pub month: Month,
    /// What it comes to, a line a duty.
    pub sums: Vec<Sum>,
    /// The page's entries.
    pub lines: Vec<Line>,
    /// Which page, from 0.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// Whether entries that were withdrawn are shown.
    pub withdrawn: bool,
    /// How many entries of the month were withdrawn.
    pub withdrawn_count: usize,
    /// Whether an earlier month may hold something.
    pub has_earlier: bool,
    /// Whether a later one may.
    pub has_later: bool,
}

/// What a month comes to in one duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// Duty id.
    pub duty: String,
    /// What counts.
    pub counted: Amount,
    /// What waits.
    pub pending: Amount,
    /// What was turned down.
    pub rejected: Amount,
}

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Row identity.
    pub entry: EntryId,
    /// Of which day.
    pub on: NaiveDate,
    /// Duty id.
    pub duty: String,
    /// How much; zero: nothing done.
    pub amount: Amount,
    /// Topic id.
    pub topic: Option<String>,
    /// How it came.
    pub source: Source,
    /// Where it stands.
    pub status: Status,
    /// Why it was turned down; empty: it was not, or nobody said.
    pub reason: String,
}

/// One entry with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryPage {
    /// What a list says of it.
    pub line: Line,
    /// Whose; `None`: the reader's own.
    pub of: Option<CadreId>,
    /// Who that is; `None`: the reader himself.
    pub who: Option<Who>,
    /// Form id.
    pub form: Option<String>,
    /// With whom.
    pub partner: Option<String>,
    /// Path of the unit visited.
    pub place: Option<String>,
    /// Household, place or deed in words.
    pub subject: String,
    /// What was typed.
    pub note: String,
    /// When it was recorded, local time.
    pub recorded_at: NaiveDateTime,
    /// By whom; `None`: by himself.
    pub recorded_by: Option<String>,
    /// What it waited for.
    pub waits_for: Option<WaitsFor>,
    /// Whether it stands in another's place.
    pub is_correction: bool,
    /// What became of it, the oldest first.
    pub happened: Vec<Happened>,
    /// What the press on 撤销 came to.
    pub said: Option<Said>,
    /// Whether the reader may withdraw it.
    pub may_withdraw: bool,
    /// The update it came in: what 改 names.
    #[serde(default)]
    pub update: Option<UpdateId>,
    /// The page of its month to go back to.
    pub page: u32,
    /// Whether that page shows entries that were withdrawn.
    pub withdrawn: bool,
}

/// One thing that became of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    /// What.
    pub event: Event,
    /// When, local time.
    pub at: NaiveDateTime,
    /// By whom; `None`: by the person whose entry it is.
    pub by: Option<String>,
    /// Why; may be empty.
    pub reason: String,
    /// Withdrawn because another entry stands in its place.
    pub by_correction: bool,
}

/// What a press on 撤销 comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum Said {
    /// It is withdrawn.
    Done {
        /// The sum now.
        standing: Standing,
    },
    /// Nothing changed.
    Kept {
        /// Why.
        why: Kept,
    },
}

/// Why an entry stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// It is withdrawn already.
    Withdrawn,
    /// It was turned down: it counts for nothing anyway.
    Rejected,
    /// Somebody else recorded it for him.
    NotInHisHand,
}

/// Whether the person himself may withdraw his entry: what another recorded for him he can dispute, but not
/// take back.
pub fn may_withdraw(
    status: Status,
    source: Source,
    recorded_by: Option<CadreId>,
) -> Result<(), Kept> {
    let is_own = matches!(source, Source::Tap | Source::Text) && recorded_by.is_none();
    match status {
        Status::Withdrawn => Err(Kept::Withdrawn),
        Status::Rejected => Err(Kept::Rejected),
        Status::Pending | Status::Counted if is_own => Ok(()),
        Status::Pending | Status::Counted => Err(Kept::NotInHisHand),
    }
}

/// A unit's people, those most behind first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitPage {
    /// Row identity.
    pub id: UnitId,
    /// Its path.
    pub path: String,
    /// How many people it has, with all units below it.
    pub total: usize,
    /// How many of them are behind, on course, ahead, and have met their target.
    pub paces: Paces,
    /// The page's people.
    pub people: Vec<Member>,
    /// Which page, from 0.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
}

/// People by their pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Paces {
    /// Behind.
    pub behind: usize,
    /// On course.
    pub on: usize,
    /// Ahead.
    pub ahead: usize,
    /// Target met.
    pub done: usize,
}

impl Paces {
    /// Counts people; who owes nothing is in none of them.
    pub fn of(people: &[Member]) -> Self {
        let mut paces = Self::default();
        for person in people {
            match person.standing.pace {
                Some(Pace::Behind) => paces.behind += 1,
                Some(Pace::On) => paces.on += 1,
                Some(Pace::Ahead) => paces.ahead += 1,
                Some(Pace::Done) => paces.done += 1,
                None => {}
            }
        }
        paces
    }
}

/// One of a unit's people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Row identity.
    pub id: CadreId,
    /// Name.
    pub name: String,
    /// How he stands in the duty that is asked about.
    pub standing: Standing,
}

/// Behind first, then on course, ahead, done, and last who owes nothing; among equals who has done the least
/// of what he owes, then by name.
pub fn by_pace(people: &mut [Member]) {
    let rank = |member: &Member| match member.standing.pace {
        Some(Pace::Behind) => 0,
        Some(Pace::On) => 1,
        Some(Pace::Ahead) => 2,
        Some(Pace::Done) => 3,
        None => 4,
    };
    let share = |member: &Member| {
        let whole = member.standing.target.unwrap_or(Amount::ZERO);
        Amount::whole(1).scaled(member.standing.counted.0, whole.0)
    };
    people.sort_by(|a, b| {
        let key = |member: &Member| (rank(member), share(member));
        key(a)
            .cmp(&key(b))
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.id.cmp(&b.id))
    });
}

/// The lines of a page, which page it is, and how many there are. A page beyond the last is the last: what was
/// on it may have gone since its button was shown.
pub fn page_of<T>(lines: Vec<T>, page: u32) -> (Vec<T>, u32, u32) {
    let count = lines.len().div_ceil(PAGE).max(1);
    let pages = u32::try_from(count).unwrap_or(u32::MAX);
    let page = page.min(pages - 1);
    let skip = usize::try_from(page)
        .unwrap_or(usize::MAX)
        .saturating_mul(PAGE);
    let lines = lines.into_iter().skip(skip).take(PAGE).collect();
    (lines, page, pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        for (count, page, first, len, is, pages) in [
            (0, 0, None, 0, 0, 1),
            (0, 7, None, 0, 0, 1),
            (8, 0, Some(0), 8, 0, 1),
            (9, 1, Some(8), 1, 1, 2),
            (9, u32::MAX, Some(8), 1, 1, 2),
            (20, 1, Some(8), 8, 1, 3),
        ] {
            let (lines, at, of) = page_of((0..count).collect::<Vec<i32>>(), page);
            assert_eq!(
                (lines.first().copied(), lines.len()),
                (first, len),
                "{count} {page}"
            );
            assert_eq!((at, of), (is, pages), "{count} {page}");
        }
    }

    #[test]
    fn only_what_stands_in_his_own_hand_is_his_to_withdraw() {
        let other = Some(CadreId(2));
        for (status, source, by, may) in [
            (Status::Counted, Source::Tap, None, Ok(())),
            (Status::Pending, Source::Text, None, Ok(())),
            (
                Status::Counted,
                Source::Text,
                other,
                Err(Kept::NotInHisHand),
            ),
            (
                Status::Counted,
                Source::Proxy,
                other,
                Err(Kept::NotInHisHand),
            ),
            (
                Status::Pending,
                Source::Session,
                None,
                Err(Kept::NotInHisHand),
            ),
            (Status::Rejected, Source::Tap, None, Err(Kept::Rejected)),
            (
                Status::Withdrawn,
                Source::Proxy,
                other,
                Err(Kept::Withdrawn),
            ),
        ] {
            assert_eq!(
                may_withdraw(status, source, by),
                may,
                "{status:?} {source:?}"
            );
        }
    }

    #[test]
    fn who_is_behind_and_has_done_least_comes_first() {
        let member = |name: &str, counted, target: Option<i64>, pace| Member {
            id: CadreId(1),
            name: name.to_owned(),
            standing: Standing {
                counted: Amount::whole(counted),
                target: target.map(Amount::whole),
                pace,
                ..Standing::default()
            },
        };
        let mut people = vec![
            member("a", 9, None, None),
            member("b", 40, Some(40), Some(Pace::Done)),
            member("c", 10, Some(40), Some(Pace::On)),
            member("d", 4, Some(40), Some(Pace::Behind)),
            member("e", 3, Some(24), Some(Pace::Behind)),
            member("g", 0, Some(24), Some(Pace::Behind)),
            member("f", 0, Some(40), Some(Pace::Behind)),
            member("h", 20, Some(40), Some(Pace::Ahead)),
        ];
        let paces = Paces::of(&people);
        assert_eq!(
            (paces.behind, paces.on, paces.ahead, paces.done),
            (4, 1, 1, 1)
        );
        by_pace(&mut people);
        let names: Vec<_> = people.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names.concat(), "fgdechba");
    }
}
