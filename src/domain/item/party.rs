//! What somebody is to an item.

use std::collections::BTreeSet;

use super::state::State;
use crate::domain::campaign::Reviewer;
use crate::domain::ids::CadreId;

/// One thing that somebody can be to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 责任人; of an item without one, the unit's liaison.
    Responsible,
    /// 配合人.
    Helper,
    /// 牵头领导.
    Lead,
    /// Head of its unit (S17).
    Head,
    /// Head or liaison of the unit above.
    Superior,
    /// Liaison of its unit or of one around it.
    Liaison,
    /// Of the supervision group that has its unit.
    Supervision,
    /// Of the office that has its unit.
    Office,
    /// May answer for the unit that it is handed up to.
    Taker,
    /// Of a unit that handed it up, or of one that may only look.
    Onlooker,
    /// Whom it was made by, in chat.
    Opener,
}

/// Somebody before an item: who he is, and what he is to it. Looked up each time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// Who; `None`: the program itself, when a poll has decided.
    pub cadre: Option<CadreId>,
    /// What he is.
    pub roles: BTreeSet<Role>,
}

impl Party {
    /// Whether he is that.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether he may see it at all.
    pub fn sees(&self) -> bool {
        !self.roles.is_empty()
    }

    /// Whether that link of a review chain is his. The office stands in for whoever is not there.
    pub fn reviews(&self, reviewer: Reviewer) -> bool {
        let role = match reviewer {
            Reviewer::Lead => Role::Lead,
            Reviewer::Head => Role::Head,
            Reviewer::Superior => Role::Superior,
            Reviewer::Liaison => Role::Liaison,
            Reviewer::Supervision => Role::Supervision,
            Reviewer::Office => Role::Office,
            Reviewer::Members => return self.cadre.is_none() || self.is(Role::Office),
        };
        self.is(role) || self.is(Role::Office)
    }

    /// Whether evidence may come from him: whoever does it, and whoever reviews it.
    pub fn adds(&self, review: &[Reviewer]) -> bool {
        self.is(Role::Responsible)
            || self.is(Role::Helper)
            || review.iter().any(|link| self.reviews(*link))
    }

    /// Whether it is his own work: two pairs of eyes see each item, and these are the first.
    pub fn is_own(&self, state: &State) -> bool {
        self.is(Role::Responsible)
            || (self.cadre.is_some()
                && (state.submitted_by == self.cadre || state.responsible == self.cadre))
    }
}
