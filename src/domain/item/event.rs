//! What happened to an item, as it is told: on its page, in its history, in the news.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::Taken;
use super::status::Status;
use super::step::{Step, Verb};
use crate::domain::deadline::Deadline;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// A step was taken.
    Took {
        /// Which.
        verb: Verb,
    },
    /// 销号: the last of its reviewers approved, or a ledger says so.
    SignedOff,
    /// It was taken into the ledger.
    Assigned,
    /// A ledger changed it.
    Changed,
}

/// What happened, with what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// What.
    #[serde(flatten)]
    pub what: What,
    /// The day that was asked for or granted.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Whose it is since.
    #[serde(default)]
    pub whose: String,
    /// What was said; may be empty.
    #[serde(default)]
    pub words: String,
}

/// One line of an item's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When, in the campaign's zone.
    pub at: NaiveDateTime,
    /// Who; `None`: a ledger, or the program.
    pub by: Option<String>,
    /// What.
    pub deed: Deed,
}

impl Deed {
    /// What a ledger brought, or a version that kept no steps: by the name of its event.
    pub fn named(kind: &str, words: &str) -> Self {
        let what = match kind {
            "assigned" => What::Assigned,
            "closed" => What::SignedOff,
            kind => Verb::ALL
                .into_iter()
                .find(|verb| verb.name() == kind)
                .map_or(What::Changed, |verb| What::Took { verb }),
        };
        Self {
            what,
            day: None,
            whose: String::new(),
            words: words.to_owned(),
        }
    }

    /// A step, and whether it struck the item off.
    pub fn took(step: &Step, signs_off: bool) -> Self {
        let verb = step.verb();
        let what = if signs_off {
            What::SignedOff
        } else {
            What::Took { verb }
        };
        let day = match step {
            Step::AskExtension { to, .. } => Some(*to),
            Step::TakeUp { deadline, .. } => Some(*deadline),
            _ => None,
        };
        let whose = match step {
            Step::Reassign(whose) => whose.name.clone(),
            _ => String::new(),
        };
        Self {
            what,
            day,
            whose,
            words: step.words().to_owned(),
        }
    }

    /// A step that was just taken.
    pub fn of(taken: &Taken) -> Self {
        let after = taken.after();
        let closed = after.status == Status::Closed;
        let mut deed = Self::took(taken.step(), closed);
        if let (Step::Grant, Deadline::On(day)) = (taken.step(), after.deadline) {
            deed.day = Some(day);
        }
        deed
    }
}

/// Tells, of the events of one item in their order, which approval was the last of its chain: the 销号.
#[derive(Debug, Default)]
pub struct Chain {
    passed: usize,
    asked: Option<NaiveDate>,
}

impl Chain {
    /// The next event, of a kind whose chain has so many links.
    pub fn next(&mut self, step: &Step, links: usize) -> Deed {
        match step {
            Step::Submit { .. } => self.passed = 0,
            Step::Approve { .. } => self.passed += 1,
            Step::AskExtension { to, .. } => self.asked = Some(*to),
            _ => {}
        }
        let approves = matches!(step, Step::Approve { .. });
        let mut deed = Deed::took(step, approves && self.passed >= links);
        if matches!(step, Step::Grant) {
            deed.day = self.asked.take();
        }
        deed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    fn said(words: &str) -> String {
        words.to_owned()
    }

    #[test]
    fn the_last_approval_of_a_chain_signs_off_and_a_return_begins_it_anew() {
        let submit = Step::Submit { words: said("") };
        let approve = Step::Approve { remark: said("") };
        let back = Step::Return {
            why: said("没有照片"),
        };
        let mut chain = Chain::default();
        let steps = [&submit, &approve, &back, &submit, &approve, &approve];
        let signed: Vec<bool> = steps
            .map(|step| chain.next(step, 2).what == What::SignedOff)
            .into();
        assert_eq!(signed, [false, false, false, false, false, true]);
        assert_eq!(Chain::default().next(&approve, 1).what, What::SignedOff);
    }

    #[test]
    fn what_was_granted_is_the_day_that_was_asked_for() {
        let mut chain = Chain::default();
        let to = day("2014-07-15");
        let ask = Step::AskExtension {
            to,
            why: said("资金未到位"),
        };
        assert_eq!(chain.next(&ask, 1).day, Some(to));
        assert_eq!(chain.next(&Step::Grant, 1).day, Some(to));
        assert_eq!(chain.next(&Step::Grant, 1).day, None);
    }

    #[test]
    fn events_without_steps_are_known_by_their_names() {
        for (kind, what) in [
            ("assigned", What::Assigned),
            ("submitted", What::Took { verb: Verb::Submit }),
            ("closed", What::SignedOff),
            ("changed", What::Changed),
            ("what a later version writes", What::Changed),
        ] {
            assert_eq!(Deed::named(kind, "").what, what, "{kind}");
        }
    }
}
