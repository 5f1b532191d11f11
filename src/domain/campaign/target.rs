//! Who owes how much of a duty: the most specific line that fits a person wins (S2, S5, S22).

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
    /// How much, in the duty's measure. Zero means: exempt.
    pub amount: Amount,
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
}

impl Target {
    /// `None` if the line does not fit; else how specific it is: a unit outweighs a sector, a sector
    /// a trait, a trait a rank; a deeper unit outweighs a higher one.
    fn fit(&self, subject: &Subject) -> Option<u32> {
        let rank = weigh(self.rank.as_ref(), 1, |rank| *rank == subject.rank)?;
        let with_trait = weigh(self.with_trait.as_ref(), 2, |t| subject.traits.contains(t))?;
        let sector = weigh(self.sector.as_ref(), 4, |s| {
            subject.sector.as_ref() == Some(s)
        })?;
        let unit = weigh(self.unit.as_ref(), 8, |unit| {
            is_within(&subject.unit_path, unit)
        })?;
        let depth = self.unit.as_ref().map_or(0, |unit| {
            u32::try_from(unit.split('/').count()).unwrap_or(u32::MAX / 32)
        });
        Some(rank + with_trait + sector + unit + depth.saturating_mul(8))
    }
}

fn weigh<T>(condition: Option<T>, weight: u32, fits: impl FnOnce(T) -> bool) -> Option<u32> {
    match condition {
        None => Some(0),
        Some(wanted) => fits(wanted).then_some(weight),
    }
}

/// Whether the unit at `path` is `ancestor` or below it.
pub fn is_within(path: &str, ancestor: &str) -> bool {
    path.strip_prefix(ancestor)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl Duty {
    /// What the person owes in each of the duty's windows; `None` if nothing. Of equally specific
    /// lines the later one wins, so that a file can be amended at its end.
    pub fn target(&self, subject: &Subject) -> Option<Amount> {
        self.targets
            .iter()
            .filter_map(|target| target.fit(subject).map(|weight| (weight, target.amount)))
            .max_by_key(|(weight, _)| *weight)
            .map(|(_, amount)| amount)
            .filter(|amount| *amount > Amount::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::Measure;

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
            amount: Amount::whole(whole),
        }
    }

    fn subject(rank: &str, traits: &[&str], sector: Option<&str>, path: &str) -> Subject {
        Subject {
            rank: rank.to_owned(),
            traits: traits.iter().map(|t| (*t).to_owned()).collect(),
            sector: sector.map(str::to_owned),
            unit_path: path.to_owned(),
            depth: 1,
        }
    }

    #[test]
    fn the_most_specific_target_wins() {
        let duty = Duty {
            id: "study".into(),
            name: super::super::Words::default(),
            measure: Measure::ClassHours,
            shown_in: Measure::Days,
            targets: vec![
                line(Some("county"), None, None, None, 56),
                line(Some("member"), None, None, None, 24),
                line(Some("member"), None, Some("private"), None, 12),
                line(Some("member"), None, None, Some("A"), 30),
                line(Some("member"), None, None, Some("A/B"), 32),
                line(None, Some("retired"), None, None, 0),
            ],
            windows: vec![],
            slot: None,
            max_per_day: Amount::whole(8),
            backdate_days: 7,
            offers: vec![],
            forms: vec![],
            topics: vec![],
        };
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
            assert_eq!(duty.target(&who), expected.map(Amount::whole), "{who:?}");
        }
    }
}
