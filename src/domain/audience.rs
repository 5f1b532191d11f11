//! Whom a broadcast is for: people of these units, ranks, traits and sectors.

use serde::{Deserialize, Serialize};

use super::campaign::Campaign;

/// Whom to write to. Within a list any of its words will do; lists that hold something must all fit; an
/// empty one asks for nothing. So the empty audience is everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Audience {
    /// Paths of units, each with everything below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// Rank ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ranks: Vec<String>,
    /// Trait ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub traits: Vec<String>,
    /// Sector ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
}

/// A word that the campaign does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} {word:?} in the campaign\nthere is: {}", .known.join(", "))]
pub struct UnknownWord {
    /// rank, trait, sector
    pub what: &'static str,
    /// As it was written.
    pub word: String,
    /// What would be right.
    pub known: Vec<String>,
}

impl Audience {
    /// Whether every rank, trait and sector is one of the campaign's; units are the roster's affair.
    ///
    /// # Errors
    /// The first word that is not, with those that are.
    pub fn check(&self, campaign: &Campaign) -> Result<(), UnknownWord> {
        let ids = |ids: &mut dyn Iterator<Item = &String>| ids.cloned().collect::<Vec<_>>();
        for (what, words, known) in [
            (
                "rank",
                &self.ranks,
                ids(&mut campaign.ranks.iter().map(|rank| &rank.id)),
            ),
            (
                "trait",
                &self.traits,
                ids(&mut campaign.traits.iter().map(|one| &one.id)),
            ),
            (
                "sector",
                &self.sectors,
                ids(&mut campaign.sectors.iter().map(|sector| &sector.id)),
            ),
        ] {
            if let Some(word) = words.iter().find(|word| !known.contains(word)) {
                return Err(UnknownWord {
                    what,
                    word: word.clone(),
                    known,
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::campaign;

    fn audience(units: &[&str], ranks: &[&str], traits: &[&str], sectors: &[&str]) -> Audience {
        let owned = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        Audience {
            units: owned(units),
            ranks: owned(ranks),
            traits: owned(traits),
            sectors: owned(sectors),
        }
    }

    #[test]
    fn an_unknown_word_is_named_with_those_that_are_right() {
        let campaign = campaign();
        assert_eq!(
            audience(&["nowhere"], &["county"], &["retired"], &["rural"]).check(&campaign),
            Ok(())
        );
        let fault = audience(&[], &["section", "chief"], &[], &[]).check(&campaign);
        let fault = fault.expect_err("no such rank").to_string();
        assert_eq!(
            fault,
            "there is no rank \"chief\" in the campaign\nthere is: county, section, member"
        );
        for (audience, what) in [
            (audience(&[], &[], &["Retired"], &[]), "trait \"Retired\""),
            (audience(&[], &[], &[], &[""]), "sector \"\""),
        ] {
            let fault = audience.check(&campaign).expect_err(what).to_string();
            assert!(fault.contains(what), "{fault}");
        }
    }

    #[test]
    fn it_is_kept_as_it_was_asked_for() {
        let asked = audience(&["汪清县"], &["section"], &[], &[]);
        let json = serde_json::to_string(&asked).unwrap();
        assert_eq!(json, r#"{"units":["汪清县"],"ranks":["section"]}"#);
        assert_eq!(serde_json::from_str::<Audience>(&json).unwrap(), asked);
        assert_eq!(
            serde_json::from_str::<Audience>("{}").unwrap(),
            Audience::default()
        );
    }
}
