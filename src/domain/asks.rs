//! What is asked besides of somebody who wants more time for an item, hands it up (S28), answers what was handed up
//! to him, or gives it to another: the days and reasons offered, the question that waits, and the answers. The steps
//! themselves are the machine's ([`super::item::take`]).

mod answer;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::ids::{ItemId, UnitId};
use super::kept;

pub use answer::{Answer, Handed, Heir, Line, Of, Stands, Wrong};

/// What the bot waits to hear in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Draft {
    /// Until when, and why.
    Extension {
        /// Of which item.
        item: ItemId,
        /// Until then, if he has said so.
        #[serde(default)]
        to: Option<NaiveDate>,
        /// Why, if he has said so; may be empty.
        #[serde(default)]
        why: String,
    },
    /// Why it is handed up.
    HandUp {
        /// Which item.
        item: ItemId,
        /// To which unit.
        to: UnitId,
    },
    /// By when it is taken up, then by whom.
    TakeUp {
        /// Which item.
        item: ItemId,
        /// By when, if he has said so.
        #[serde(default)]
        on: Option<NaiveDate>,
    },
    /// Why it goes back.
    SendBack {
        /// Which item.
        item: ItemId,
    },
    /// Whose it becomes.
    Reassign {
        /// Which item.
        item: ItemId,
    },
}

impl Draft {
    /// The item it is of.
    pub const fn item(&self) -> ItemId {
        match self {
            Self::Extension { item, .. }
            | Self::HandUp { item, .. }
            | Self::TakeUp { item, .. }
            | Self::SendBack { item }
            | Self::Reassign { item } => *item,
        }
    }
}

/// So much later, as a button offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// One week.
    Week,
    /// Two weeks.
    Fortnight,
    /// One month.
    Month,
}

impl Gap {
    fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Week => day.checked_add_days(Days::new(7)),
            Self::Fortnight => day.checked_add_days(Days::new(14)),
            Self::Month => day.checked_add_months(Months::new(1)),
        }
    }
}

/// The days offered after `from`: each a work day, none past `last`, none twice.
pub fn days_after(
    from: NaiveDate,
    gaps: &[Gap],
    calendar: &Calendar,
    last: NaiveDate,
) -> Vec<(Gap, NaiveDate)> {
    let mut days: Vec<(Gap, NaiveDate)> = Vec::new();
    for gap in gaps {
        let Some(day) = gap.after(from).map(|day| calendar.on_or_after(day)) else {
            continue;
        };
        if day <= last && days.iter().all(|(_, known)| *known != day) {
            days.push((*gap, day));
        }
    }
    days
}

/// Why an item is handed up, as a button says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 资金: there is no money for it.
    Funds,
    /// 政策: the rules do not allow it here.
    Policy,
    /// 跨部门: others must take part.
    Across,
}

impl Reason {
    /// Every reason, as they are offered.
    pub const ALL: [Self; 3] = [Self::Funds, Self::Policy, Self::Across];

    /// Its letter on a button.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Funds => "f",
            Self::Policy => "p",
            Self::Across => "a",
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

/// The units above one, the nearest first, by their paths: at most so many.
pub fn above(path: &str, most: usize) -> Vec<&str> {
    let mut above = Vec::new();
    let mut path = path;
    while let Some((parent, _)) = path.rsplit_once('/') {
        above.push(parent);
        path = parent;
    }
    above.truncate(most);
    above
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::dialogue::Dialogue;
    use crate::domain::sample::{calendar, day};

    #[test]
    fn the_days_offered_are_work_days_within_the_campaign() {
        use Gap::{Fortnight, Month, Week};
        let all = [Week, Fortnight, Month];
        let last = day("2014-09-30");
        for (from, expected) in [
            (
                "2014-03-06",
                vec![
                    (Week, "2014-03-13"),
                    (Fortnight, "2014-03-20"),
                    // A Sunday.
                    (Month, "2014-04-08"),
                ],
            ),
            // May Day: 1 to 3 May are off, Sunday the 4th is worked.
            (
                "2014-04-24",
                vec![
                    (Week, "2014-05-04"),
                    (Fortnight, "2014-05-08"),
                    (Month, "2014-05-26"),
                ],
            ),
            ("2014-09-18", vec![(Week, "2014-09-25")]),
            ("2014-09-26", vec![]),
        ] {
            let found = days_after(day(from), &all, &calendar(), last);
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(gap, text)| (gap, day(text)))
                .collect();
            assert_eq!(found, expected, "{from}");
        }
    }

    #[test]
    fn the_units_above_come_nearest_first() {
        let path = "汪清县/春阳镇/新光村/一组";
        assert_eq!(above(path, 2), ["汪清县/春阳镇/新光村", "汪清县/春阳镇"]);
        assert_eq!(above("汪清县/春阳镇", 2), ["汪清县"]);
        assert!(above("汪清县", 2).is_empty());
    }

    #[test]
    fn a_reason_of_a_button_is_told_apart_from_a_typed_one() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_kept(&reason.kept()), Some(reason));
        }
        for typed in ["f", "资金", "", "=", "=x"] {
            assert_eq!(Reason::from_kept(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_question_is_read_as_it_was_kept() {
        let item = ItemId(7);
        let on = Some(day("2014-07-15"));
        for draft in [
            Draft::Extension {
                item,
                to: on,
                why: "资金".into(),
            },
            Draft::HandUp {
                item,
                to: UnitId(3),
            },
            Draft::TakeUp { item, on },
            Draft::SendBack { item },
            Draft::Reassign { item },
        ] {
            assert_eq!(draft.item(), item);
            let kept = serde_json::to_string(&Dialogue::Ask(draft.clone())).unwrap();
            let read: Dialogue = serde_json::from_str(&kept).unwrap();
            assert_eq!(read, Dialogue::Ask(draft));
        }
    }
}
