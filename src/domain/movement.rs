//! Movement: somebody serves elsewhere or as something else from a day on, or leaves. What he has recorded
//! stays his; what he owes follows the rule of the day.

mod answer;
mod said;

use chrono::NaiveDate;

use super::account::window_for;
use super::amount::Amount;
use super::cadre::Cadre;
use super::rules::Rules;
use super::unit::Unit;

pub use answer::{Answer, Line, Owing, Preview, Step};
pub use said::{Said, said};

/// Where somebody serves, as what, since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// Path of the unit.
    pub unit_path: String,
    /// Post; may be empty.
    pub post: String,
    /// Rank id.
    pub rank: String,
    /// Trait ids, sorted.
    pub traits: Vec<String>,
    /// Whether he is on the roster.
    pub active: bool,
    /// From this day on.
    pub from: NaiveDate,
    /// Whether it has become what the roster says.
    pub applied: bool,
}

/// What is to change of somebody; what is `None` stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// His unit. With it his post is open, until a table names one.
    pub unit: Option<Unit>,
    /// His rank id.
    pub rank: Option<String>,
    /// Whether he leaves the roster.
    pub leaves: bool,
}

/// Why a movement is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It changes nothing.
    Nothing,
    /// He serves where he is only since that day.
    TooEarly(NaiveDate),
    /// After the campaign, or a year or more before today.
    NoSuchDay,
}

/// The person once the change is made.
pub fn moved(cadre: &Cadre, change: &Change) -> Cadre {
    let mut after = cadre.clone();
    if let Some(unit) = change.unit.as_ref().filter(|unit| unit.id != cadre.unit) {
        after.unit = unit.id;
        after.unit_path.clone_from(&unit.path);
        after.depth = unit.depth;
        after.sector.clone_from(&unit.sector);
        after.post.clear();
    }
    if let Some(rank) = &change.rank {
        after.rank.clone_from(rank);
    }
    after.active = !change.leaves;
    after
}

/// Whether two states of a person are one posting: unit, post, rank, traits, and being there at all.
pub fn same_posting(one: &Cadre, other: &Cadre) -> bool {
    one.unit_path == other.unit_path
        && one.post == other.post
        && one.rank == other.rank
        && one.traits == other.traits
        && one.active == other.active
}

/// Whether the posting is what the person is.
pub fn is_posting(cadre: &Cadre, posting: &Posting) -> bool {
    cadre.unit_path == posting.unit_path
        && cadre.post == posting.post
        && cadre.rank == posting.rank
        && cadre.traits == posting.traits
        && cadre.active == posting.active
}

/// Whether a change of posting is a movement, which somebody should be told of: not a mere change of post.
pub fn is_movement(before: &Cadre, after: &Cadre) -> bool {
    before.unit_path != after.unit_path
        || before.rank != after.rank
        || before.traits != after.traits
        || before.active != after.active
}

/// Why the person cannot become that from that day on, if he cannot. `known` are his postings.
pub fn refusal(
    before: &Cadre,
    after: &Cadre,
    known: &[Posting],
    from: NaiveDate,
    last_day: NaiveDate,
) -> Option<Refusal> {
    let since = known.iter().filter(|of| of.applied).map(|of| of.from).max();
    let waits = known.iter().any(|of| !of.applied);
    if from > last_day {
        return Some(Refusal::NoSuchDay);
    }
    match since {
        Some(since) if from < since => Some(Refusal::TooEarly(since)),
        // With one that waits, "as he is" may well mean that it is not to be.
        _ if !waits && same_posting(before, after) => Some(Refusal::Nothing),
        _ => None,
    }
}

/// What the person owes of each duty in the window of that day, before and after, where the two differ.
pub fn owing(rules: &Rules<'_>, before: &Cadre, after: &Cadre, day: NaiveDate) -> Vec<Owing> {
    let owed = |cadre: &Cadre, duty| -> Option<Amount> {
        let subject = cadre.subject();
        let window = window_for(rules.campaign, duty, &subject, day)?;
        rules
            .target(duty, &subject, &window)
            .filter(|_| cadre.active)
    };
    let duties = rules.campaign.duties.iter();
    duties
        .map(|duty| Owing {
            duty: duty.id.clone(),
            was: owed(before, duty),
            is: owed(after, duty),
        })
        .filter(|owing| owing.was != owing.is)
        .collect()
}

/// A posting that waits, brought in line with what the person has become meanwhile: what it did not mean to
/// change follows. `before` and `after` are he around the other change.
pub fn rebased(waiting: &Cadre, before: &Cadre, after: &Cadre) -> Cadre {
    let mut rebased = waiting.clone();
    if waiting.unit_path == before.unit_path {
        rebased.unit = after.unit;
        rebased.unit_path.clone_from(&after.unit_path);
        rebased.depth = after.depth;
        rebased.sector.clone_from(&after.sector);
        rebased.post.clone_from(&after.post);
    }
    if waiting.rank == before.rank {
        rebased.rank.clone_from(&after.rank);
    }
    if waiting.traits == before.traits {
        rebased.traits.clone_from(&after.traits);
    }
    rebased
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::ids::UnitId;
    use crate::domain::quota::Quotas;
    use crate::domain::sample::{cadre, calendar, campaign, day};

    fn city() -> Unit {
        Unit {
            id: UnitId(9),
            path: "延吉市".into(),
            depth: 1,
            sector: None,
        }
    }

    fn to(unit: Option<Unit>, rank: Option<&str>, leaves: bool) -> Cadre {
        let change = Change {
            unit,
            rank: rank.map(str::to_owned),
            leaves,
        };
        moved(&cadre(), &change)
    }

    fn posting(of: &Cadre, from: &str, applied: bool) -> Posting {
        Posting {
            unit_path: of.unit_path.clone(),
            post: of.post.clone(),
            rank: of.rank.clone(),
            traits: of.traits.clone(),
            active: of.active,
            from: day(from),
            applied,
        }
    }

    #[test]
    fn a_move_changes_what_was_said_and_opens_the_post() {
        let after = to(Some(city()), None, false);
        let seen = (after.unit_path.as_str(), after.depth, after.post.as_str());
        assert_eq!(seen, ("延吉市", 1, ""));
        assert_eq!(after.rank, "section");
        let promoted = to(None, Some("county"), false);
        assert_eq!(
            (promoted.rank.as_str(), promoted.post.as_str()),
            ("county", "镇长")
        );
        assert!(!to(None, None, true).active);
    }

    #[test]
    fn what_is_owed_follows_unit_and_rank_and_ends_with_leaving() {
        let (campaign, calendar, quotas) = (campaign(), calendar(), Quotas::default());
        let rules = Rules {
            campaign: &campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        let of = |after: &Cadre| {
            let all = owing(&rules, &cadre(), after, day("2014-03-10"));
            let days = |amount: Option<Amount>| amount.map(|amount| amount.0 / 1000);
            all.into_iter()
                .map(|owing| (owing.duty, days(owing.was), days(owing.is)))
                .collect::<Vec<_>>()
        };
        let study = |is| ("study".to_owned(), Some(40), is);
        let households = |is| ("households".to_owned(), Some(3), is);
        for (after, owed) in [
            (to(Some(city()), None, false), vec![]),
            (
                to(None, Some("county"), false),
                vec![study(Some(56)), households(Some(5))],
            ),
            (
                to(None, Some("member"), false),
                vec![
                    study(Some(24)),
                    households(None),
                    ("deeds".to_owned(), None, Some(1)),
                ],
            ),
            (
                to(None, None, true),
                vec![
                    study(None),
                    ("topics".to_owned(), Some(7), None),
                    households(None),
                ],
            ),
        ] {
            assert_eq!(of(&after), owed, "{after:?}");
        }
    }

    #[test]
    fn a_movement_that_changes_nothing_or_comes_before_the_last_is_refused() {
        let him = cadre();
        let gone = to(Some(city()), None, false);
        let last = day("2014-09-30");
        let since = posting(&him, "2014-03-03", true);
        let waits = posting(&gone, "2014-03-20", false);
        for (after, known, from, refused) in [
            (&gone, vec![], "2014-03-10", None),
            (&him, vec![], "2014-03-10", Some(Refusal::Nothing)),
            (&him, vec![waits.clone()], "2014-03-20", None),
            (&gone, vec![since.clone()], "2014-03-03", None),
            (
                &gone,
                vec![since, waits],
                "2014-03-02",
                Some(Refusal::TooEarly(day("2014-03-03"))),
            ),
            (&gone, vec![], "2014-10-01", Some(Refusal::NoSuchDay)),
        ] {
            assert_eq!(
                refusal(&him, after, &known, day(from), last),
                refused,
                "{from}"
            );
        }
    }

    #[test]
    fn a_posting_that_waits_keeps_what_it_meant_to_change_and_nothing_else() {
        let him = cadre();
        let waiting = to(Some(city()), None, false);
        let promoted = to(None, Some("county"), false);
        let rebased = rebased(&waiting, &him, &promoted);
        assert_eq!(
            (rebased.unit_path.as_str(), rebased.rank.as_str()),
            ("延吉市", "county")
        );
    }
}
