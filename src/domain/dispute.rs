//! Somebody says that what was recorded for him is not so: the entry waits until his liaison has settled it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::entry::Event;
use super::ids::{CadreId, EntryId};
use super::notice::Standing;

/// The longest reason that is kept, in characters.
pub const LONGEST_REASON: usize = 200;

/// What he is asked to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Which day and length would be right.
    Time,
    /// What is wrong.
    Other,
}

/// Why nothing can be disputed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settled {
    /// He recorded it himself: he takes it back himself.
    Own,
    /// He has disputed it, and it waits for his liaison.
    Waits,
    /// His liaison has decided on it.
    Decided,
    /// It is taken back.
    Withdrawn,
}

/// Why an entry of a person cannot be disputed by him; `None`: it can. Each can be once.
pub fn settled(cadre: CadreId, recorded_by: Option<CadreId>, events: &[Event]) -> Option<Settled> {
    let has = |event| events.contains(&event);
    if has(Event::Withdrawn) {
        Some(Settled::Withdrawn)
    } else if recorded_by.is_none_or(|by| by == cadre) {
        Some(Settled::Own)
    } else if has(Event::Rejected) || has(Event::Confirmed) {
        Some(Settled::Decided)
    } else if has(Event::Disputed) {
        Some(Settled::Waits)
    } else {
        None
    }
}

/// What Duban answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// What is wrong?
    Question {
        /// The entry.
        entry: EntryId,
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Who recorded it.
        by: String,
    },
    /// Please write it.
    Write {
        /// What.
        about: About,
        /// Duty id.
        duty: String,
        /// Of which day the entry is.
        on: NaiveDate,
    },
    /// It is noted.
    Noted {
        /// Of which day.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// In what words.
        reason: String,
        /// The sum now.
        standing: Standing,
    },
    /// Nothing is changed.
    Settled {
        /// Why.
        why: Settled,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_recorded_can_be_disputed_once_until_it_is_decided() {
        use Event::{Confirmed, Disputed, Rejected, Withdrawn};
        let (him, liaison) = (CadreId(1), Some(CadreId(2)));
        for (by, events, expected) in [
            (liaison, &[][..], None),
            (None, &[], Some(Settled::Own)),
            (Some(him), &[], Some(Settled::Own)),
            (liaison, &[Disputed], Some(Settled::Waits)),
            (liaison, &[Confirmed], Some(Settled::Decided)),
            (liaison, &[Disputed, Confirmed], Some(Settled::Decided)),
            (liaison, &[Disputed, Rejected], Some(Settled::Decided)),
            (liaison, &[Rejected, Withdrawn], Some(Settled::Withdrawn)),
            (None, &[Withdrawn], Some(Settled::Withdrawn)),
        ] {
            assert_eq!(settled(him, by, events), expected, "{events:?}");
        }
    }
}
