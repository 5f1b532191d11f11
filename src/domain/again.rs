//! The same thing said twice on a day is asked about, not doubled.

use chrono::NaiveDate;

use super::amount::Amount;
use super::entry::Part;
use super::ids::{CadreId, UnitId, UpdateId};

/// What is said of an entry besides its amount; nothing said may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Details<'a> {
    /// Form id.
    pub form: Option<&'a str>,
    /// Topic id.
    pub topic: Option<&'a str>,
    /// With whom (S8).
    pub partner: Option<CadreId>,
    /// The unit visited (S5, S16).
    pub place: Option<UnitId>,
    /// Household, place or deed in words; empty: not said.
    pub subject: &'a str,
}

/// An entry that counts or waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// The update that recorded it.
    pub update: UpdateId,
    /// Of which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// What else it says.
    pub details: Details<'a>,
}

impl Details<'_> {
    /// Whether both can be of one thing: where both say something they say the same.
    fn fits(self, other: Self) -> bool {
        const fn is_open<T: Copy>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none()
        }
        (is_open(self.form, other.form) || self.form == other.form)
            && (is_open(self.topic, other.topic) || self.topic == other.topic)
            && (is_open(self.partner, other.partner) || self.partner == other.partner)
            && (is_open(self.place, other.place) || self.place == other.place)
            && (self.subject.is_empty()
                || other.subject.is_empty()
                || self.subject == other.subject)
    }
}

/// The update that has recorded the same before, if all of it is there: each day with its amount, and nothing
/// said that speaks against it. Entries of the same duty are given. Nothing done is never the same as anything.
pub fn same(parts: &[Part], details: Details<'_>, standing: &[Standing<'_>]) -> Option<UpdateId> {
    let is_same = |part: &Part, entry: &Standing<'_>| {
        part.amount > Amount::ZERO
            && entry.on == part.on
            && entry.amount == part.amount
            && details.fits(entry.details)
    };
    let of = |update: UpdateId, part: &Part| {
        let mut all = standing.iter().filter(|entry| entry.update == update);
        all.any(|entry| is_same(part, entry))
    };
    // The latest is the one that somebody remembers.
    let latest = standing.iter().rev().map(|entry| entry.update);
    latest
        .filter(|_| !parts.is_empty())
        .find(|update| parts.iter().all(|part| of(*update, part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    fn part(on: &str, hours: i64) -> Part {
        Part {
            on: day(on),
            amount: Amount::whole(hours),
            waits_for: None,
        }
    }

    fn entry(update: i64, on: &str, hours: i64, details: Details<'static>) -> Standing<'static> {
        Standing {
            update: UpdateId(update),
            on: day(on),
            amount: Amount::whole(hours),
            details,
        }
    }

    #[test]
    fn the_same_day_amount_and_details_are_the_same() {
        let (none, third, second) = (Details::default(), "2014-03-03", "2014-03-02");
        let topic = |id| Details {
            topic: Some(id),
            ..none
        };
        let place = |words| Details {
            subject: words,
            ..none
        };
        for (claimed, details, standing, found) in [
            (vec![part(third, 4)], none, vec![], None),
            (
                vec![part(third, 4)],
                none,
                vec![entry(1, third, 4, none)],
                Some(1),
            ),
            (
                vec![part(third, 4)],
                none,
                vec![entry(1, third, 3, none)],
                None,
            ),
            (
                vec![part(third, 4)],
                none,
                vec![entry(1, second, 4, none)],
                None,
            ),
            // What one of the two leaves open speaks against nothing.
            (
                vec![part(third, 4)],
                none,
                vec![entry(1, third, 4, topic("a"))],
                Some(1),
            ),
            (
                vec![part(third, 4)],
                topic("a"),
                vec![entry(1, third, 4, none)],
                Some(1),
            ),
            (
                vec![part(third, 4)],
                topic("a"),
                vec![entry(1, third, 4, topic("a"))],
                Some(1),
            ),
            (
                vec![part(third, 4)],
                topic("b"),
                vec![entry(1, third, 4, topic("a"))],
                None,
            ),
            (
                vec![part(third, 1)],
                place("甲"),
                vec![entry(1, third, 1, place("乙"))],
                None,
            ),
            (
                vec![part(third, 1)],
                place("甲"),
                vec![entry(1, third, 1, place("甲"))],
                Some(1),
            ),
            // Of several the latest.
            (
                vec![part(third, 4)],
                none,
                vec![entry(1, third, 4, none), entry(2, third, 4, none)],
                Some(2),
            ),
            // Days said at once are the same only if all of them are.
            (
                vec![part(second, 4), part(third, 8)],
                none,
                vec![entry(1, second, 4, none), entry(1, third, 8, none)],
                Some(1),
            ),
            (
                vec![part(second, 4), part(third, 8)],
                none,
                vec![entry(1, second, 4, none), entry(2, third, 8, none)],
                None,
            ),
            // Nothing done is nothing to double.
            (
                vec![part(third, 0)],
                none,
                vec![entry(1, third, 0, none)],
                None,
            ),
            (vec![], none, vec![entry(1, third, 4, none)], None),
        ] {
            let same = same(&claimed, details, &standing);
            assert_eq!(
                same,
                found.map(UpdateId),
                "{claimed:?} {details:?} {standing:?}"
            );
        }
    }
}
