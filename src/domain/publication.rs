//! A commitment made known in the group of its unit (S15, S28).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::campaign::{ItemKind, Opener};
use super::deadline::Deadline;
use super::ids::ItemId;
use super::item::{Party, Role, State, Status};

/// Why an item is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotPublished {
    /// Somebody else's to say.
    NotYours,
    /// Items of its kind are not published.
    NotPublic,
    /// It is struck off or cancelled.
    Over,
}

/// Whether that person may have the item made known: who promised it, his liaison, the office. Only what
/// everybody may promise of himself is made known with a name.
///
/// # Errors
/// Why not.
pub fn may_publish(kind: &ItemKind, state: &State, party: &Party) -> Result<(), NotPublished> {
    let his = [Role::Responsible, Role::Liaison, Role::Office];
    if !his.into_iter().any(|role| party.is(role)) {
        return Err(NotPublished::NotYours);
    }
    if kind.opened_by != Opener::Anybody {
        return Err(NotPublished::NotPublic);
    }
    if matches!(state.status, Status::Closed | Status::Cancelled) {
        return Err(NotPublished::Over);
    }
    Ok(())
}

/// An item as its group reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Its number.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// What is promised.
    pub content: String,
    /// Path of the unit.
    pub unit: String,
    /// Who promises it; empty: the unit.
    pub name: String,
    /// By when.
    pub deadline: Deadline,
}

/// What is said about making an item known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// To the group.
    Post(Shown),
    /// So it will be read: is it to be sent?
    Preview {
        /// The item.
        item: ItemId,
        /// The message.
        shown: Shown,
        /// What the group is called.
        group: String,
        /// What was shown, for the button.
        mark: u32,
    },
    /// It is on its way.
    Published {
        /// The item's number.
        no: String,
        /// What the group is called.
        group: String,
    },
    /// The group has read it before.
    Already {
        /// The item's number.
        no: String,
        /// Since when.
        on: NaiveDate,
    },
    /// The unit has no group: how to bind one.
    NoGroup {
        /// Path of the unit.
        unit: String,
    },
    /// Not published.
    Refused {
        /// Why.
        why: NotPublished,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{CadreId, UnitId};
    use crate::domain::sample::{campaign, day};

    #[test]
    fn only_commitments_that_stand_are_made_known_and_by_whom_they_concern() {
        let mut kind = campaign().kinds[0].clone();
        kind.opened_by = Opener::Anybody;
        let mut state = State::assigned(
            UnitId(1),
            Some(CadreId(1)),
            None,
            Deadline::On(day("2014-06-30")),
        );
        let party = |role| Party {
            cadre: Some(CadreId(1)),
            roles: [role].into(),
        };
        for (role, allowed) in [
            (Role::Responsible, true),
            (Role::Liaison, true),
            (Role::Office, true),
            (Role::Lead, false),
            (Role::Supervision, false),
            (Role::Onlooker, false),
        ] {
            let found = may_publish(&kind, &state, &party(role));
            assert_eq!(found.is_ok(), allowed, "{role:?}");
        }
        state.status = Status::Closed;
        let over = may_publish(&kind, &state, &party(Role::Responsible));
        assert_eq!(over, Err(NotPublished::Over));
        kind.opened_by = Opener::Carer;
        let other = may_publish(&kind, &state, &party(Role::Responsible));
        assert_eq!(other, Err(NotPublished::NotPublic));
    }
}
