//! Who owes how much of a duty: the most specific line that fits a person wins (S2, S5, S22).

use chrono::NaiveDate;

use super::{Amount, Duty};

/// One line of a duty's targets. Conditions that are `None` fit everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Only this rank.
    pub rank: Option<String>,
    /// Only people with this trait.
    pub with_trait: Option<String>,
    /// Only units of this sector.
    pub sector: Option<String>,
    /// Only this unit and what is below it, as a path ("延吉市/新兴街道").
    pub unit: Option<String>,
    /// Only this person, by the office's key.
    pub person: Option<String>,
    /// How much, in the duty's measure. Zero means: exempt.
    pub amount: Amount,
    /// The least that liaisons and the office may set instead (S2); `None`: not less than `amount`.
    pub at_least: Option<Amount>,
}

/// What of a person decides what he owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Rank id.
    pub rank: String,
    /// Trait ids.
    pub traits: Vec<String>,
    /// Sector id of his unit.
    pub sector: Option<String>,
    /// Path of his unit.
    pub unit_path: String,
    /// Depth of his unit, which decides the tier.
    pub depth: u32,
    /// The office's key for him.
    pub key: String,
    /// Since when he is on the roster; `None`: since before the campaign.
    pub joined_on: Option<NaiveDate>,
}

impl Target {
    /// `None` if the line does not fit; else how specific it is: a person outweighs a unit, a unit a
    /// sector, a sector a trait, a trait a rank; a deeper unit outweighs a higher one.
    pub(in crate::domain) fn fit(&self, subject: &Subject) -> Option<u32> {
        let rank = weigh(self.rank.as_ref(), 1, |rank| *rank == subject.rank)?;
        let with_trait = weigh(self.with_trait.as_ref(), 2, |t| subject.traits.contains(t))?;
        let sector = weigh(self.sector.as_ref(), 4, |s| {
            subject.sector.as_ref() == Some(s)
        })?;
        let unit = weigh(self.unit.as_ref(), 8, |unit| {
            is_within(&subject.unit_path, unit)
        })?;
        let person = weigh(self.person.as_ref(), u32::MAX / 2, |key| {
            *key == subject.key
        })?;
        let depth = self.unit.as_ref().map_or(0, |unit| {
            u32::try_from(unit.split('/').count()).unwrap_or(u32::MAX / 32)
        });
        let line = rank + with_trait + sector + unit + depth.saturating_mul(8);
        Some(line.saturating_add(person))
    }
}

fn weigh<T>(condition: Option<T>, weight: u32, fits: impl FnOnce(T) -> bool) -> Option<u32> {
    match condition {
        None => Some(0),
        Some(wanted) => fits(wanted).then_some(weight),
    }
}

/// The most specific of the lines that fit; of equals the last.
pub(in crate::domain) fn most_specific<'a>(
    lines: impl IntoIterator<Item = &'a Target>,
    subject: &Subject,
) -> Option<&'a Target> {
    lines
        .into_iter()
        .filter_map(|line| line.fit(subject).map(|weight| (weight, line)))
        .max_by_key(|(weight, _)| *weight)
        .map(|(_, line)| line)
}

/// Whether the unit at `path` is `ancestor` or below it.
pub fn is_within(path: &str, ancestor: &str) -> bool {
    path.strip_prefix(ancestor)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl Duty {
    /// The line of the campaign that decides what the person owes in each of the duty's windows; `None`:
    /// none fits. Of equally specific lines the later one wins, so that a file can be amended at its end.
    pub fn line(&self, subject: &Subject) -> Option<&Target> {
        most_specific(&self.targets, subject)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(
        rank: Option<&str>,
        with_trait: Option<&str>,
        sector: Option<&str>,
        unit: Option<&str>,
        whole: i64,
    ) -> Target {
        let own = |text: Option<&str>| text.map(str::to_owned);
        Target {
            rank: own(rank),
            with_trait: own(with_trait),
            sector: own(sector),
            unit: own(unit),
            person: None,
            amount: Amount::whole(whole),
            at_least: None,
        }
    }

    fn subject(rank: &str, traits: &[&str], sector: Option<&str>, path: &str) -> Subject {
        Subject {
            rank: rank.to_owned(),
            traits: traits.iter().map(|t| (*t).to_owned()).collect(),
            sector: sector.map(str::to_owned),
            unit_path: path.to_owned(),
            depth: 1,
            key: "P000001".to_owned(),
            joined_on: None,
        }
    }

    #[test]
    fn the_most_specific_target_wins() {
        let mut own = line(None, None, None, None, 1);
        own.person = Some("P000002".to_owned());
        let mut targets = vec![
            line(Some("county"), None, None, None, 56),
            line(Some("member"), None, None, None, 24),
            line(Some("member"), None, Some("private"), None, 12),
            line(Some("member"), None, None, Some("A"), 30),
            line(Some("member"), None, None, Some("A/B"), 32),
            line(None, Some("retired"), None, None, 0),
        ];
        targets.insert(0, own);
        let found = |who: &Subject| {
            let line = most_specific(&targets, who).map(|line| line.amount);
            line.filter(|amount| *amount > Amount::ZERO)
        };
        let mut himself = subject("county", &["retired"], Some("private"), "A/B/C");
        himself.key = "P000002".to_owned();
        assert_eq!(found(&himself), Some(Amount::whole(1)));
        for (who, expected) in [
            (subject("county", &[], None, "A"), Some(56)),
            (subject("section", &[], None, "A"), None),
            (subject("member", &[], None, "C"), Some(24)),
            (subject("member", &[], Some("private"), "C"), Some(12)),
            (subject("member", &[], Some("private"), "A/X"), Some(30)),
            (subject("member", &[], None, "A/B/C"), Some(32)),
            (subject("member", &[], None, "AB"), Some(24)),
            (subject("member", &["retired"], None, "C"), None),
        ] {
            assert_eq!(found(&who), expected.map(Amount::whole), "{who:?}");
        }
    }
}
