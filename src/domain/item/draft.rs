//! A new item while it is put together in chat: what is known of it, and what is asked next. Nothing is in the
//! ledger before its preview is confirmed.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::action::{Choice, Within};
use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::notice::Who;

/// Somebody who is to have a part in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "whom", rename_all = "snake_case")]
pub enum Whom {
    /// Not known yet.
    #[default]
    Unasked,
    /// Nobody in person.
    Nobody,
    /// This person.
    One {
        /// Who.
        cadre: CadreId,
        /// His name.
        name: String,
    },
}

impl Whom {
    /// Who it is, if anybody.
    pub const fn cadre(&self) -> Option<CadreId> {
        match self {
            Self::One { cadre, .. } => Some(*cadre),
            Self::Unasked | Self::Nobody => None,
        }
    }

    /// His name; empty for nobody.
    pub fn name(&self) -> &str {
        match self {
            Self::One { name, .. } => name,
            Self::Unasked | Self::Nobody => "",
        }
    }
}

/// What is known of a new item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The update in which it was begun.
    pub stamp: i64,
    /// Kind id; empty: not known yet.
    pub kind: String,
    /// The unit responsible, and its path.
    pub unit: Option<(UnitId, String)>,
    /// What is to be done; empty: not known yet.
    pub content: String,
    /// By when.
    pub deadline: Option<Deadline>,
    /// Who has to do it.
    pub responsible: Whom,
    /// 牵头领导, who is not asked for unless wished.
    pub lead: Whom,
    /// Whether who leads is being asked.
    pub asks_lead: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Of which kind.
    Kind,
    /// Of which unit.
    Unit,
    /// What is to be done.
    Content,
    /// By when.
    Deadline,
    /// Who has to do it.
    Responsible,
    /// Who leads.
    Lead,
}

impl Draft {
    /// What is asked next; `None`: all is known, and the preview shows it.
    pub const fn next(&self) -> Option<Ask> {
        if self.kind.is_empty() {
            Some(Ask::Kind)
        } else if self.unit.is_none() {
            Some(Ask::Unit)
        } else if self.content.is_empty() {
            Some(Ask::Content)
        } else if self.deadline.is_none() {
            Some(Ask::Deadline)
        } else if matches!(self.responsible, Whom::Unasked) {
            Some(Ask::Responsible)
        } else if self.asks_lead {
            Some(Ask::Lead)
        } else {
            None
        }
    }
}

impl Within {
    /// The deadline that it comes to today.
    pub fn deadline(self, today: NaiveDate) -> Deadline {
        let after = |days| today.checked_add_days(Days::new(days));
        let day = match self {
            Self::Week => after(7),
            Self::TwoWeeks => after(14),
            Self::Month => today.checked_add_months(Months::new(1)),
            Self::AtOnce => return Deadline::Immediate,
            Self::Ongoing => return Deadline::Ongoing,
        };
        Deadline::On(day.unwrap_or(today))
    }
}

/// Why what was said is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "trouble", rename_all = "snake_case")]
pub enum Trouble {
    /// No kind is called so.
    NoSuchKind,
    /// No unit for which he may open any is called so.
    NoSuchUnit {
        /// What was written.
        words: String,
    },
    /// Several are.
    Units {
        /// What was written.
        words: String,
    },
    /// Nobody of the unit is called so.
    Nobody {
        /// What was written.
        name: String,
    },
    /// Several people are.
    Several {
        /// What was written.
        name: String,
    },
    /// It is not clearly a deadline.
    NoDeadline,
    /// The day is over.
    Past {
        /// Which.
        on: NaiveDate,
    },
    /// So much is not kept.
    TooLong {
        /// Characters that are, at most.
        most: usize,
    },
}

impl Trouble {
    /// Whether it is said with that question, or would only confuse there.
    pub const fn is_of(&self, ask: Ask) -> bool {
        match self {
            Self::NoSuchKind => matches!(ask, Ask::Kind),
            Self::NoSuchUnit { .. } | Self::Units { .. } => matches!(ask, Ask::Unit),
            Self::Nobody { .. } | Self::Several { .. } => {
                matches!(ask, Ask::Responsible | Ask::Lead)
            }
            Self::NoDeadline | Self::Past { .. } => matches!(ask, Ask::Deadline),
            Self::TooLong { .. } => matches!(ask, Ask::Content),
        }
    }
}

/// What a button offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "offer", rename_all = "snake_case")]
pub enum Offer {
    /// The kind at that place of the campaign's.
    Kind {
        /// Its place.
        place: usize,
    },
    /// A unit.
    Unit {
        /// Which.
        unit: UnitId,
        /// Its path.
        path: String,
    },
    /// A person.
    Person {
        /// Who.
        cadre: CadreId,
        /// As others know him.
        who: Who,
        /// The reader himself?
        himself: bool,
    },
    /// Nobody in person.
    Nobody,
}

/// An answer to somebody who opens an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Something is asked.
    Ask {
        /// What.
        ask: Ask,
        /// Of what.
        draft: Draft,
        /// What was wrong with the answer before.
        trouble: Option<Trouble>,
        /// What is offered.
        offers: Vec<Offer>,
        /// Today, for examples.
        today: NaiveDate,
    },
    /// All is known: shall it be?
    Preview {
        /// What.
        draft: Draft,
    },
    /// It is in the ledger.
    Opened {
        /// What.
        draft: Draft,
        /// Its number.
        no: String,
        /// How many others are told.
        told: usize,
    },
    /// Given up.
    GivenUp,
    /// It was opened or given up before, or too long ago.
    Over,
    /// Items of that kind are not his to open for that unit.
    NotYours,
    /// None of that kind is asked of whom it is for (S9).
    Exempt,
}

impl Ask {
    /// What a button of it answers.
    pub const fn choice(self, offer: &Offer) -> Choice {
        match (offer, self) {
            (Offer::Kind { place }, _) => Choice::Kind(*place),
            (Offer::Unit { unit, .. }, _) => Choice::Unit(*unit),
            (Offer::Person { cadre, .. }, Self::Lead) => Choice::Lead(Some(*cadre)),
            (Offer::Person { cadre, .. }, _) => Choice::Whom(Some(*cadre)),
            (Offer::Nobody, Self::Lead) => Choice::Lead(None),
            (Offer::Nobody, _) => Choice::Whom(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn what_is_known_is_not_asked() {
        let mut draft = Draft::default();
        assert_eq!(draft.next(), Some(Ask::Kind));
        draft.kind = "rectification".to_owned();
        assert_eq!(draft.next(), Some(Ask::Unit));
        draft.unit = Some((UnitId(1), "A".to_owned()));
        draft.deadline = Some(Deadline::Ongoing);
        assert_eq!(draft.next(), Some(Ask::Content));
        draft.content = "路灯不亮".to_owned();
        assert_eq!(draft.next(), Some(Ask::Responsible));
        draft.responsible = Whom::Nobody;
        assert_eq!(draft.next(), None, "a lead is not asked for unless wished");
        draft.asks_lead = true;
        assert_eq!(draft.next(), Some(Ask::Lead));
    }

    #[test]
    fn trouble_is_said_with_its_own_question() {
        let name = || "李强".to_owned();
        for (trouble, own) in [
            (Trouble::NoSuchKind, vec![Ask::Kind]),
            (Trouble::Units { words: name() }, vec![Ask::Unit]),
            (
                Trouble::Several { name: name() },
                vec![Ask::Responsible, Ask::Lead],
            ),
            (Trouble::NoDeadline, vec![Ask::Deadline]),
            (Trouble::TooLong { most: 1 }, vec![Ask::Content]),
        ] {
            let all = [
                Ask::Kind,
                Ask::Unit,
                Ask::Content,
                Ask::Deadline,
                Ask::Responsible,
                Ask::Lead,
            ];
            let said: Vec<Ask> = all.into_iter().filter(|ask| trouble.is_of(*ask)).collect();
            assert_eq!(said, own, "{trouble:?}");
        }
    }

    #[test]
    fn a_button_counts_from_the_day_it_is_pressed() {
        for (within, deadline) in [
            (Within::Week, Deadline::On(day("2014-02-07"))),
            (Within::TwoWeeks, Deadline::On(day("2014-02-14"))),
            (Within::Month, Deadline::On(day("2014-02-28"))),
            (Within::AtOnce, Deadline::Immediate),
            (Within::Ongoing, Deadline::Ongoing),
        ] {
            assert_eq!(within.deadline(day("2014-01-31")), deadline, "{within:?}");
        }
    }
}
