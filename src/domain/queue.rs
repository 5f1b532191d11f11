//! Entries that wait for somebody's eye, and what a carer makes of them. Nobody decides on his own entry: two
//! pairs of eyes see each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::campaign::{Duty, Evidence, is_within};
use super::digest::{DigestPlan, Occasion};
use super::entry::Status;
use super::ids::{CadreId, EntryId};
use super::kept;
use super::notice::Who;
use super::owes::NothingOwed;
use super::reach::Liaison;

/// Reasons that a button offers. What else there is to say is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 材料不足
    Evidence,
    /// 日期不对
    Date,
    /// 重复
    Twice,
    /// 与实际不符
    Untrue,
}

impl Reason {
    /// Every reason, as they are offered.
    pub const ALL: [Self; 4] = [Self::Evidence, Self::Date, Self::Twice, Self::Untrue];

    /// Its letter on a button.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Evidence => "e",
            Self::Date => "d",
            Self::Twice => "t",
            Self::Untrue => "u",
        }
    }

    /// The reason of that letter.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// As it is kept where typed reasons are too: in no language, for each reads it in his own.
    pub fn kept(self) -> String {
        kept::kept(self.code())
    }

    /// The reason that is kept so; `None`: it was typed.
    pub fn from_kept(kept: &str) -> Option<Self> {
        Self::from_code(kept::code(kept)?)
    }
}

/// What an entry waits for, as its judge sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waits {
    /// It is of a day long ago.
    Late,
    /// Each entry of its duty does.
    Confirmation,
    /// The person says that what was recorded for him is not so.
    Disputed,
}

/// An entry as one names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// Whose; `None`: the reader's own.
    pub who: Option<String>,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
}

/// An entry before its judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The entry.
    pub entry: EntryId,
    /// Which it is of those that wait, from 1.
    pub number: usize,
    /// How many wait.
    pub total: usize,
    /// Whose.
    pub who: Who,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// What it waits for.
    pub waits: Waits,
    /// Why it is disputed; may be empty.
    pub why: String,
    /// Who recorded it for him.
    pub by: Option<String>,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// With whom, where and of what, as far as it was said.
    pub about: Vec<String>,
    /// What was typed.
    pub note: String,
    /// How much evidence there is.
    pub evidence: usize,
    /// Its duty needs evidence, and there is none.
    pub lacks_evidence: bool,
}

impl Card {
    /// The entry as one names it to others.
    pub fn of(&self) -> Of {
        Of {
            who: Some(self.who.name.clone()),
            duty: self.duty.clone(),
            on: self.on,
            amount: self.amount,
        }
    }
}

/// What a carer is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Nothing waits.
    Empty,
    /// `/pending` with something behind it.
    Alone,
    /// A page of what waits, oldest first.
    List {
        /// The entries.
        cards: Vec<Card>,
        /// How many wait.
        total: usize,
        /// How many of them he has been shown and can be confirmed.
        all: usize,
        /// When the look began.
        at: i64,
    },
    /// One entry.
    Card {
        /// The entry.
        card: Box<Card>,
        /// When the look began.
        at: i64,
    },
    /// Why is it turned down?
    Why {
        /// The entry.
        card: Box<Card>,
        /// When the look began.
        at: i64,
    },
    /// It is decided; the next one.
    Decided {
        /// The entry.
        of: Of,
        /// Whether it counts now.
        counts: bool,
        /// Why not.
        reason: String,
        /// The next that waits.
        next: Option<Box<Card>>,
        /// When the look began.
        at: i64,
    },
    /// All that was shown is decided.
    All {
        /// Confirmed now.
        confirmed: usize,
        /// Left, because evidence is needed and there is none.
        lacking: usize,
        /// What waits still, with what came since.
        left: usize,
    },
    /// Nothing changed.
    Refused(Refusal),
}

/// Why a carer's press changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// Not of his people.
    NotYours,
    /// His own entry, or one that he recorded himself.
    Own,
    /// Evidence is needed and there is none.
    NoEvidence {
        /// The entry.
        of: Of,
    },
    /// Somebody was quicker.
    Already {
        /// The entry.
        of: Of,
        /// Whether it counts.
        counts: bool,
        /// Who decided; `None`: nobody had to.
        by: Option<String>,
    },
    /// The person took it back.
    Withdrawn {
        /// The entry.
        of: Of,
    },
}

/// Whether that carer may decide on an entry of his people: not on his own, nor on one that he recorded
/// himself, unless its person disputes it, who then is the other pair of eyes.
pub fn may_judge(
    judge: CadreId,
    whose: CadreId,
    recorded_by: Option<CadreId>,
    disputed: bool,
) -> bool {
    judge != whose && (disputed || recorded_by != Some(judge))
}

/// Entries of one unit that wait, as far as it matters who decides on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Whose.
    pub whose: CadreId,
    /// Path of his unit.
    pub unit: String,
    /// Who recorded them for him.
    pub recorded_by: Option<CadreId>,
    /// Whether he disputes them.
    pub disputed: bool,
    /// How many.
    pub count: usize,
}

/// How many wait for each liaison: for those of the deepest unit around the person's who can be reached and may
/// decide. What no liaison may decide on is the office's, which is not told of it every day.
pub fn shares(batches: &[Batch], liaisons: &[Liaison]) -> BTreeMap<CadreId, usize> {
    let mut shares = BTreeMap::new();
    for batch in batches {
        let may = |liaison: &&Liaison| {
            liaison.reachable
                && is_within(&batch.unit, &liaison.unit)
                && may_judge(
                    liaison.cadre,
                    batch.whose,
                    batch.recorded_by,
                    batch.disputed,
                )
        };
        // Of two units around his the deeper has the longer path.
        let deepest = liaisons.iter().filter(may).map(|one| one.unit.len()).max();
        let nearest: BTreeSet<CadreId> = liaisons
            .iter()
            .filter(may)
            .filter(|one| Some(one.unit.len()) == deepest)
            .map(|one| one.cadre)
            .collect();
        for liaison in nearest {
            *shares.entry(liaison).or_insert(0) += batch.count;
        }
    }
    shares
}

/// The digest of a carer for whom so many wait: his own with their number in it, or one of it alone if he owes
/// nothing else. Whoever may not be written to for another reason is not written to for this.
///
/// # Errors
/// As before, if nothing waits for him, or he has left.
pub fn with(
    plan: Result<DigestPlan, NothingOwed>,
    occasion: &Occasion<'_>,
    waiting: usize,
) -> Result<DigestPlan, NothingOwed> {
    match plan {
        plan if waiting == 0 => plan,
        Ok(plan) => Ok(DigestPlan { waiting, ..plan }),
        Err(nothing) if nothing.is_silence() => Err(nothing),
        Err(_) => Ok(DigestPlan {
            waiting,
            ..DigestPlan::empty(occasion)
        }),
    }
}

/// Whether an entry with so much evidence cannot be confirmed.
pub fn lacks_evidence(duty: Option<&Duty>, evidence: usize) -> bool {
    evidence == 0 && duty.is_some_and(|duty| duty.evidence == Evidence::Needed)
}

/// Whether the person may answer to what became of his entry: it was turned down and stands so.
pub fn may_answer(who: CadreId, whose: CadreId, status: Status) -> bool {
    who == whose && status == Status::Rejected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_decides_on_his_own_entry() {
        let (me, other) = (CadreId(1), CadreId(2));
        for (whose, recorded_by, disputed, may) in [
            (other, None, false, true),
            (other, Some(CadreId(3)), false, true),
            (other, Some(me), false, false),
            (other, Some(me), true, true),
            (me, None, false, false),
            (me, Some(other), false, false),
            (me, Some(other), true, false),
        ] {
            let found = may_judge(me, whose, recorded_by, disputed);
            assert_eq!(found, may, "{whose} {recorded_by:?} {disputed}");
        }
    }

    #[test]
    fn what_waits_is_the_nearest_liaisons_who_may_decide() {
        let liaison = |id, unit: &str, reachable| Liaison {
            cadre: CadreId(id),
            unit: unit.to_owned(),
            reachable,
        };
        let liaisons = [
            liaison(1, "A/B", true),
            liaison(2, "A/B", true),
            liaison(3, "A", true),
            liaison(4, "A/B/C", false),
        ];
        let batch = |whose, unit: &str, recorded_by: Option<i64>, disputed| Batch {
            whose: CadreId(whose),
            unit: unit.to_owned(),
            recorded_by: recorded_by.map(CadreId),
            disputed,
            count: 5,
        };
        for (why, batch, expected) in [
            ("both of the unit", batch(9, "A/B", None, false), vec![1, 2]),
            ("not his own", batch(1, "A/B", None, false), vec![2]),
            (
                "not what he recorded",
                batch(9, "A/B", Some(2), false),
                vec![1],
            ),
            (
                "unless it is disputed",
                batch(9, "A/B", Some(2), true),
                vec![1, 2],
            ),
            (
                "one who cannot be reached",
                batch(9, "A/B/C", None, false),
                vec![1, 2],
            ),
            ("the next above", batch(9, "A/D", None, false), vec![3]),
            ("nobody but the office", batch(3, "A", None, false), vec![]),
            ("another tree", batch(9, "AB", None, false), vec![]),
        ] {
            let found = shares(&[batch], &liaisons);
            let expected: BTreeMap<_, _> =
                expected.into_iter().map(|id| (CadreId(id), 5)).collect();
            assert_eq!(found, expected, "{why}");
        }
        let two = [batch(9, "A/D", None, false), batch(8, "A", None, false)];
        assert_eq!(shares(&two, &liaisons), BTreeMap::from([(CadreId(3), 10)]));
    }

    #[test]
    fn the_number_goes_into_his_digest_or_alone_but_not_to_who_has_left() {
        let occasion = Occasion {
            slot: "evening",
            on: crate::domain::sample::day("2014-03-04"),
            since: None,
        };
        let alone = with(Err(NothingOwed::TargetMet), &occasion, 3).unwrap();
        assert_eq!((alone.waiting, &alone.duty), (3, &None));
        let both = with(Ok(alone.clone()), &occasion, 4).unwrap();
        assert_eq!(both.waiting, 4);
        assert_eq!(with(Ok(alone.clone()), &occasion, 0), Ok(alone));
        let left = with(Err(NothingOwed::Left), &occasion, 3);
        assert_eq!(left, Err(NothingOwed::Left));
        let nothing = with(Err(NothingOwed::Answered), &occasion, 0);
        assert_eq!(nothing, Err(NothingOwed::Answered));
    }

    #[test]
    fn evidence_lacks_only_where_it_is_needed_and_there_is_none() {
        let campaign = crate::domain::sample::campaign();
        let duty = crate::domain::sample::duty(&campaign, "study");
        for (wants, evidence, lacks) in [
            (Evidence::Welcome, 0, false),
            (Evidence::Wanted, 0, false),
            (Evidence::Needed, 0, true),
            (Evidence::Needed, 1, false),
        ] {
            let duty = Duty {
                evidence: wants,
                ..duty.clone()
            };
            assert_eq!(lacks_evidence(Some(&duty), evidence), lacks, "{wants:?}");
        }
        assert!(!lacks_evidence(None, 0));
    }

    #[test]
    fn a_typed_reason_is_never_taken_for_a_buttons() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_kept(&reason.kept()), Some(reason));
            assert_eq!(Reason::from_kept(&kept::typed(&reason.kept())), None);
        }
    }

    #[test]
    fn only_what_was_turned_down_can_be_answered_and_by_its_person() {
        let (me, other) = (CadreId(1), CadreId(2));
        for status in Status::ALL {
            assert_eq!(
                may_answer(me, me, status),
                status == Status::Rejected,
                "{status:?}"
            );
            assert!(!may_answer(other, me, status));
        }
    }
}
