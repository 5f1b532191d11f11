//! What recorded facts come to. `store/entry/sums.rs` asks the database the same over all of them; a test holds
//! the two to each other.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::amount::Amount;
use crate::domain::campaign::Duty;
use crate::domain::deadline::Span;
use crate::domain::entry::{Event, Status, WaitsFor};
use crate::domain::ids::EntryId;
use crate::domain::owes::Done;

/// One entry, with what is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The entry.
    pub entry: EntryId,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much, in the duty's measure; zero: nothing done.
    pub amount: Amount,
    /// Topic id.
    pub topic: Option<String>,
    /// What it waited for when it was recorded.
    pub waits_for: Option<WaitsFor>,
    /// What became of it since, in any order.
    pub events: Vec<Event>,
}

impl Fact {
    /// Where it stands.
    pub fn status(&self) -> Status {
        Status::of(self.waits_for, &self.events)
    }
}

/// What the facts of one person come to in a duty over a span, and whether he answered for that day. It is the
/// same in whatever order and however often they are told, and whoever tells what of an entry.
pub fn tally<'a>(
    facts: impl IntoIterator<Item = &'a Fact>,
    duty: &Duty,
    span: &Span,
    day: NaiveDate,
) -> Done {
    let source = duty.topics_of.as_ref().unwrap_or(&duty.id);
    let mut entries: BTreeMap<EntryId, (&Fact, Vec<Event>)> = BTreeMap::new();
    for fact in facts.into_iter().filter(|fact| fact.duty == *source) {
        let (_, events) = entries
            .entry(fact.entry)
            .or_insert_with(|| (fact, Vec::new()));
        events.extend(&fact.events);
    }
    let mut sums: BTreeMap<Status, Amount> = BTreeMap::new();
    let mut topics: BTreeSet<(Status, &str)> = BTreeSet::new();
    let mut answered = false;
    for (fact, events) in entries.values() {
        let status = Status::of(fact.waits_for, events);
        answered |= fact.on == day && status != Status::Withdrawn;
        if span.holds(fact.on) {
            let sum = sums.entry(status).or_default();
            *sum = *sum + fact.amount;
            topics.extend(fact.topic.as_deref().map(|topic| (status, topic)));
        }
    }
    let sum = |of: Status| {
        if duty.topics_of.is_some() {
            let count = topics.iter().filter(|(status, _)| *status == of).count();
            Amount::whole(i64::try_from(count).unwrap_or(i64::MAX))
        } else {
            sums.get(&of).copied().unwrap_or_default()
        }
    };
    Done {
        counted: sum(Status::Counted),
        pending: sum(Status::Pending),
        rejected: sum(Status::Rejected),
        answered,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::sample::{campaign, day, duty};

    fn fact(id: i64, on: u32, amount: i64) -> Fact {
        Fact {
            entry: EntryId(id),
            duty: "study".to_owned(),
            on: NaiveDate::from_ymd_opt(2014, 3, on).unwrap(),
            amount: Amount(amount),
            topic: None,
            waits_for: None,
            events: Vec::new(),
        }
    }

    fn march() -> Span {
        Span {
            start: day("2014-03-03"),
            end: day("2014-03-14"),
        }
    }

    #[test]
    fn only_what_counts_is_counted() {
        let campaign = campaign();
        let with = |id, waits_for, events: &[Event]| Fact {
            waits_for,
            events: events.to_vec(),
            ..fact(id, 4, 1_000 << id)
        };
        let late = Some(WaitsFor::Late);
        let facts = [
            with(0, None, &[]),
            with(1, late, &[]),
            with(2, late, &[Event::Confirmed]),
            with(3, None, &[Event::Disputed]),
            with(4, late, &[Event::Rejected]),
            with(5, None, &[Event::Withdrawn]),
            fact(6, 2, 500),
            fact(7, 15, 500),
        ];
        let study = duty(&campaign, "study");
        let done = tally(&facts, study, &march(), day("2014-03-05"));
        assert_eq!(
            (done.counted.0, done.pending.0, done.rejected.0),
            (1_000 + 4_000, 2_000 + 8_000, 16_000)
        );
        assert!(!done.answered);
        let answered = |facts: &[Fact], on| tally(facts, study, &march(), day(on)).answered;
        assert!(answered(&facts, "2014-03-04") && answered(&facts, "2014-03-15"));
        assert!(!answered(&facts[5..6], "2014-03-04"));
        let households = duty(&campaign, "households");
        let none = tally(&facts, households, &march(), day("2014-03-04"));
        assert_eq!(none, Done::default());
    }

    #[test]
    fn a_duty_that_counts_topics_counts_each_once() {
        let campaign = campaign();
        let mut topics = duty(&campaign, "study").clone();
        topics.id = "topics".to_owned();
        topics.topics_of = Some("study".to_owned());
        let of = |id, topic: &str, waits_for| Fact {
            topic: Some(topic.to_owned()),
            waits_for,
            ..fact(id, 4, 4_000)
        };
        let facts = [
            of(1, "theory", None),
            of(2, "theory", None),
            of(3, "ideals", Some(WaitsFor::Late)),
            of(4, "theory", Some(WaitsFor::Late)),
            fact(5, 4, 8_000),
        ];
        let done = tally(&facts, &topics, &march(), day("2014-03-04"));
        assert_eq!(
            (done.counted, done.pending),
            (Amount::whole(1), Amount::whole(2))
        );
    }

    fn facts() -> impl Strategy<Value = Vec<Fact>> {
        let waits = prop::sample::select(vec![
            None,
            Some(WaitsFor::Late),
            Some(WaitsFor::Confirmation),
        ]);
        let events = prop::collection::vec(prop::sample::select(Event::ALL.to_vec()), 0..4);
        let topic = prop::sample::select(vec![None, Some("theory"), Some("ideals")]);
        let one = (1u32..20, 0i64..9_000, topic, waits, events);
        prop::collection::vec(one, 0..12).prop_map(|all| {
            (1..)
                .zip(all)
                .map(|(id, (on, amount, topic, waits_for, events))| Fact {
                    topic: topic.map(str::to_owned),
                    waits_for,
                    events,
                    ..fact(id, on, amount)
                })
                .collect()
        })
    }

    /// The same facts with each event told apart from its entry, in another order, some of it again.
    fn told(facts: Vec<Fact>) -> impl Strategy<Value = (Vec<Fact>, Vec<Fact>)> {
        let mut pieces = Vec::new();
        for fact in &facts {
            let bare = Fact {
                events: Vec::new(),
                ..fact.clone()
            };
            pieces.push(bare.clone());
            for event in &fact.events {
                pieces.push(Fact {
                    events: vec![*event],
                    ..bare.clone()
                });
            }
        }
        let count = pieces.len();
        let again = prop::collection::vec(any::<prop::sample::Index>(), 0..8);
        let again = again.prop_map(move |at| {
            let at = at.iter().filter(|_| count > 0);
            at.map(|at| at.index(count)).collect::<Vec<_>>()
        });
        let all = again.prop_flat_map(move |again| {
            let mut all = pieces.clone();
            all.extend(again.iter().map(|at| pieces[*at].clone()));
            Just(all).prop_shuffle()
        });
        all.prop_map(move |all| (facts.clone(), all))
    }

    proptest! {
        #[test]
        fn any_order_and_repetition_of_the_same_facts_gives_the_same_account(
            (once, told) in facts().prop_flat_map(told),
            on in 1u32..20,
        ) {
            let campaign = campaign();
            let study = duty(&campaign, "study");
            let mut topics = study.clone();
            topics.topics_of = Some(study.id.clone());
            let day = NaiveDate::from_ymd_opt(2014, 3, on).unwrap();
            for duty in [study, &topics] {
                let (a, b) = (tally(&once, duty, &march(), day), tally(&told, duty, &march(), day));
                prop_assert_eq!(a, b);
            }
        }
    }
}
