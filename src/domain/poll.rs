//! A unit's members review an item by an anonymous poll (S21, S28): when, and what its result means. Members are
//! counted, never named.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::campaign::{ItemKind, Poll, Reviewer};
use super::deadline::Deadline;
use super::item::{State, Status};

/// The options of a poll: satisfied, satisfied on the whole, not satisfied.
pub const OPTIONS: usize = 3;

/// So many of the options, from the first, count as satisfied.
pub const SATISFIED: usize = 2;

/// A poll that is opened so much after its time is open for its whole length all the same.
const LATE: TimeDelta = TimeDelta::hours(1);

/// How members voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Who was satisfied, on the whole at least.
    pub satisfied: u32,
    /// Who voted.
    pub voters: u32,
}

/// What a poll has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Enough were satisfied.
    Passed,
    /// Too few were.
    Failed,
    /// Nothing: too few voted, or there was nowhere to vote.
    Void,
}

impl Outcome {
    /// The name in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Void => "void",
        }
    }
}

impl Counts {
    /// From Telegram's count of each option; what does not add up is brought down to the voters.
    pub fn of(options: &[u32], voters: u32) -> Self {
        let satisfied = options.iter().take(SATISFIED);
        let satisfied = satisfied.fold(0_u32, |sum, count| sum.saturating_add(*count));
        Self {
            satisfied: satisfied.min(voters),
            voters,
        }
    }

    /// Per cent of the voters that were satisfied, rounded down; 0 without voters.
    pub fn share(self) -> u32 {
        let share = u64::from(self.satisfied) * 100 / u64::from(self.voters.max(1));
        u32::try_from(share).unwrap_or(100)
    }
}

/// What the counts decide.
pub fn outcome(poll: &Poll, counts: Counts) -> Outcome {
    if counts.voters == 0 || counts.voters < poll.least_voters {
        return Outcome::Void;
    }
    let (satisfied, voters) = (u64::from(counts.satisfied), u64::from(counts.voters));
    if satisfied * 100 >= u64::from(poll.pass) * voters {
        Outcome::Passed
    } else {
        Outcome::Failed
    }
}

/// Whether it is the members' turn: the day has come, and either it is declared done, or it was made known and
/// nobody has declared anything. The next link of its review chain must be theirs.
pub fn is_due(kind: &ItemKind, state: &State, published: bool, today: NaiveDate) -> bool {
    let come = matches!(state.deadline, Deadline::On(day) if day <= today);
    let theirs = |link: usize| kind.review.get(link) == Some(&Reviewer::Members);
    if kind.poll.is_none() || !come || state.offered_to.is_some() {
        return false;
    }
    match state.status {
        Status::Submitted => theirs(state.reviewed),
        Status::Assigned | Status::Accepted | Status::UnderWay => {
            let over = matches!(state.deadline, Deadline::On(day) if day < today);
            over && published && theirs(0)
        }
        Status::Closed | Status::Cancelled => false,
    }
}

/// When a poll ends that is opened now for a slot's time: so that it ends at a time of the slot too.
pub fn closes_at(poll: &Poll, at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    let from = if now - at > LATE { now } else { at };
    from.checked_add_signed(poll.lasts)
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// What is said in the group of the members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum Said {
    /// The poll itself.
    Ballot {
        /// The item's number.
        no: String,
        /// What was to be done.
        content: String,
        /// Open until that day at least.
        until: NaiveDate,
    },
    /// What it has come to.
    Result {
        /// The item's number.
        no: String,
        /// What was to be done.
        content: String,
        /// The counts.
        counts: Counts,
        /// The meaning.
        outcome: Outcome,
        /// Voters that it would have taken.
        least_voters: u32,
        /// What makes up for it: its number and its day.
        make_up: Option<(String, NaiveDate)>,
    },
}

/// What people are told of it in their next digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Told {
    /// To whom the item is: it is decided.
    Decided {
        /// The item's number.
        no: String,
        /// What was to be done.
        content: String,
        /// The counts.
        counts: Counts,
        /// Whether it passed.
        passed: bool,
        /// What makes up for it: its number and its day.
        make_up: Option<(String, NaiveDate)>,
    },
    /// To the office: members could not decide, it is the office's turn.
    Void {
        /// Path of the unit.
        unit: String,
        /// Numbers of items.
        items: Vec<String>,
        /// How many there are.
        total: usize,
        /// Who voted; `None`: there was no group to vote in.
        voters: Option<u32>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{CadreId, UnitId};
    use crate::domain::sample::{campaign, day};

    fn poll() -> Poll {
        Poll {
            pass: 60,
            least_voters: 5,
            lasts: TimeDelta::days(3),
        }
    }

    #[test]
    fn the_counts_decide() {
        for (options, voters, expected) in [
            ([3, 0, 2], 5, Outcome::Passed),
            ([2, 1, 2], 5, Outcome::Passed),
            ([0, 2, 3], 5, Outcome::Failed),
            ([2, 0, 2], 4, Outcome::Void),
            ([0, 0, 0], 0, Outcome::Void),
            ([59, 0, 41], 100, Outcome::Failed),
            ([0, 60, 40], 100, Outcome::Passed),
        ] {
            let counts = Counts::of(&options, voters);
            assert_eq!(outcome(&poll(), counts), expected, "{options:?}");
        }
        let none = Poll {
            pass: 0,
            least_voters: 0,
            ..poll()
        };
        assert_eq!(outcome(&none, Counts::default()), Outcome::Void);
        assert_eq!(outcome(&none, Counts::of(&[0, 0, 1], 1)), Outcome::Passed);
    }

    #[test]
    fn counts_that_do_not_add_up_do_no_harm() {
        let odd = Counts::of(&[u32::MAX, u32::MAX, 1, 7], 3);
        assert_eq!(
            odd,
            Counts {
                satisfied: 3,
                voters: 3
            }
        );
        assert_eq!(odd.share(), 100);
        assert_eq!(Counts::of(&[], 2).share(), 0);
        assert_eq!(Counts::of(&[2, 0, 1], 3).share(), 66);
        assert_eq!(Counts::default().share(), 0);
    }

    #[test]
    fn it_is_the_members_turn_when_the_day_has_come() {
        let mut kind = campaign().kinds[0].clone();
        kind.poll = Some(poll());
        kind.review = vec![Reviewer::Members, Reviewer::Office];
        let today = day("2014-06-30");
        let state = |status, on: &str, reviewed| {
            let deadline = Deadline::On(day(on));
            State {
                status,
                reviewed,
                ..State::assigned(UnitId(1), Some(CadreId(1)), None, deadline)
            }
        };
        for (state, published, due) in [
            (state(Status::Submitted, "2014-06-30", 0), false, true),
            (state(Status::Submitted, "2014-07-01", 0), false, false),
            (state(Status::Submitted, "2014-06-30", 1), false, false),
            (state(Status::Assigned, "2014-06-29", 0), true, true),
            (state(Status::Accepted, "2014-06-30", 0), true, false),
            (state(Status::Assigned, "2014-06-29", 0), false, false),
            (state(Status::Closed, "2014-06-29", 0), true, false),
            (state(Status::Cancelled, "2014-06-29", 0), true, false),
        ] {
            assert_eq!(is_due(&kind, &state, published, today), due, "{state:?}");
        }
        let submitted = state(Status::Submitted, "2014-06-30", 0);
        let mut ongoing = submitted.clone();
        ongoing.deadline = Deadline::Ongoing;
        assert!(!is_due(&kind, &ongoing, true, today));
        let mut offered = submitted.clone();
        offered.offered_to = Some(UnitId(2));
        assert!(!is_due(&kind, &offered, true, today));
        kind.review = vec![Reviewer::Office];
        assert!(!is_due(&kind, &submitted, true, today));
        kind.review = vec![Reviewer::Members];
        kind.poll = None;
        assert!(!is_due(&kind, &submitted, true, today));
    }

    #[test]
    fn a_poll_ends_at_a_time_of_its_slot_unless_it_began_late() {
        let at = DateTime::from_timestamp(1_400_000_000, 0).unwrap();
        let soon = at + TimeDelta::seconds(2);
        assert_eq!(closes_at(&poll(), at, soon), at + TimeDelta::days(3));
        let late = at + TimeDelta::days(2);
        assert_eq!(closes_at(&poll(), at, late), late + TimeDelta::days(3));
    }
}
