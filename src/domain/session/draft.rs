//! A session before it is opened: what is known of it, and what is asked next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Said;
use crate::domain::amount::Amount;
use crate::domain::campaign::{Duty, Label};
use crate::domain::ids::UnitId;

/// A label chosen, left out, or not asked yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// Not asked yet.
    #[default]
    Open,
    /// None.
    Without,
    /// The one at that place of the duty's list, from 0.
    Of(u16),
}

impl Pick {
    /// The label, if one is chosen and there.
    pub fn label(self, labels: &[Label]) -> Option<&Label> {
        match self {
            Self::Of(place) => labels.get(usize::from(place)),
            Self::Open | Self::Without => None,
        }
    }

    /// Whether it can be a choice among these.
    fn fits(self, labels: &[Label]) -> bool {
        !matches!(self, Self::Of(_)) || self.label(labels).is_some()
    }
}

/// What is known of a session that is not opened yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// Of which unit's people.
    pub unit: Option<UnitId>,
    /// Of which day.
    pub on: Option<NaiveDate>,
    /// How much, in the duty's measure.
    pub amount: Option<Amount>,
    /// In which form.
    pub form: Pick,
    /// On which topic.
    pub topic: Pick,
}

/// What a draft wants to know next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Of which unit.
    Unit,
    /// Of which day.
    Day,
    /// How much.
    Amount,
    /// In which form.
    Form,
    /// On which topic.
    Topic,
    /// Nothing: all of it is known.
    Open {
        /// Of which unit's people.
        unit: UnitId,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
    },
}

impl Draft {
    /// What to ask next. Labels are not asked of a duty that has none.
    pub fn next(&self, duty: &Duty) -> Step {
        let Some(unit) = self.unit else {
            return Step::Unit;
        };
        let Some(on) = self.on else {
            return Step::Day;
        };
        let Some(amount) = self.amount else {
            return Step::Amount;
        };
        if self.form == Pick::Open && !duty.forms.is_empty() {
            Step::Form
        } else if self.topic == Pick::Open && !duty.topics.is_empty() {
            Step::Topic
        } else {
            Step::Open { unit, on, amount }
        }
    }

    /// Whether its labels are the duty's: another campaign file may have come since it was offered.
    pub fn fits(&self, duty: &Duty) -> bool {
        self.form.fits(&duty.forms) && self.topic.fits(&duty.topics)
    }

    /// The same with what was said. A day that is known stands, unless another one than today is said: an amount
    /// alone speaks of no day.
    #[must_use]
    pub fn with(mut self, said: &Said, today: NaiveDate) -> Self {
        if let Some(on) = said.on {
            self.on = self.on.filter(|_| on == today).or(Some(on));
        }
        self.amount = said.amount.or(self.amount);
        let chosen = |said: Option<u16>, before| said.map_or(before, Pick::Of);
        self.form = chosen(said.form, self.form);
        self.topic = chosen(said.topic, self.topic);
        self
    }

    /// The same with the labels left out that were not chosen: whoever writes it all on one line is not asked
    /// for more.
    #[must_use]
    pub fn without_open_labels(mut self) -> Self {
        for pick in [&mut self.form, &mut self.topic] {
            if *pick == Pick::Open {
                *pick = Pick::Without;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{campaign, day, duty};

    #[test]
    fn what_is_missing_is_asked_in_order_and_labels_only_where_there_are_any() {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        let mut plain = study.clone();
        plain.forms.clear();
        plain.topics.clear();
        let (unit, on, amount) = (UnitId(1), day("2014-03-04"), Amount::whole(4));
        let mut draft = Draft::default();
        assert_eq!(draft.next(study), Step::Unit);
        draft.unit = Some(unit);
        assert_eq!(draft.next(study), Step::Day);
        draft.on = Some(on);
        assert_eq!(draft.next(study), Step::Amount);
        draft.amount = Some(amount);
        assert_eq!(draft.next(study), Step::Form);
        let open = Step::Open { unit, on, amount };
        assert_eq!(draft.next(&plain), open);
        draft.form = Pick::Without;
        assert_eq!(draft.next(study), Step::Topic);
        draft.topic = Pick::Of(3);
        assert_eq!(draft.next(study), open);
        assert!(draft.fits(study) && !draft.fits(&plain));
    }

    #[test]
    fn an_amount_said_alone_changes_no_day() {
        let (today, before) = (day("2014-03-04"), day("2014-03-03"));
        let said = |on: &str| Said {
            on: Some(day(on)),
            amount: Some(Amount::whole(2)),
            ..Said::default()
        };
        let draft = |on| Draft {
            on,
            ..Draft::default()
        };
        for (known, on, expected) in [
            (Some(before), "2014-03-04", before),
            (Some(before), "2014-02-28", day("2014-02-28")),
            (None, "2014-03-04", today),
        ] {
            assert_eq!(draft(known).with(&said(on), today).on, Some(expected));
        }
    }
}
