//! Who may see and do what (S25): a role over a part of the unit tree.

use serde::{Deserialize, Serialize};

use super::campaign::is_within;

/// A role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 活动办
    Office,
    /// 联络员: hears who of his unit cannot be reached. Opens none of the office's commands.
    Liaison,
    /// 督导组: sees, checks and signs off the items of its units (S25).
    Supervision,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Office, Self::Liaison, Self::Supervision];

    /// The name on the command line and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Liaison => "liaison",
            Self::Supervision => "supervision",
        }
    }

    /// Whether it is given over a unit only, never over everything.
    pub const fn needs_unit(self) -> bool {
        matches!(self, Self::Liaison | Self::Supervision)
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// One grant that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What he is.
    pub role: Role,
    /// Over which unit and all below it; `None`: everywhere.
    pub unit_path: Option<String>,
}

/// The part of the tree that somebody's office grants cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    All,
    /// These units and what is below them; empty: nothing.
    Units(Vec<String>),
}

impl Scope {
    /// What the grants cover together in that role.
    pub fn of(grants: &[Grant], role: Role) -> Self {
        let mut paths = Vec::new();
        for grant in grants.iter().filter(|grant| grant.role == role) {
            match &grant.unit_path {
                None => return Self::All,
                Some(path) => paths.push(path.clone()),
            }
        }
        Self::Units(paths)
    }

    /// What either covers.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Units(mut paths), Self::Units(more)) => {
                paths.extend(more);
                Self::Units(paths)
            }
            _ => Self::All,
        }
    }

    /// Nothing at all?
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Units(paths) if paths.is_empty())
    }

    /// Whether it covers the unit of that path.
    pub fn covers(&self, unit_path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Units(paths) => paths.iter().any(|path| is_within(unit_path, path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(path: Option<&str>) -> Grant {
        Grant {
            role: Role::Office,
            unit_path: path.map(str::to_owned),
        }
    }

    fn liaison(path: &str) -> Grant {
        Grant {
            role: Role::Liaison,
            ..office(Some(path))
        }
    }

    #[test]
    fn every_role_has_its_own_name() {
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(role));
        }
        assert_eq!(Role::from_name("king"), None);
    }

    #[test]
    fn a_scope_covers_its_units_and_what_is_below() {
        for (grants, path, covered) in [
            (vec![], "A", false),
            (vec![office(None)], "A/B", true),
            (vec![office(Some("A"))], "A", true),
            (vec![office(Some("A"))], "A/B", true),
            (vec![office(Some("A"))], "AB", false),
            (vec![office(Some("A/B"))], "A", false),
            (vec![office(Some("A")), office(Some("C"))], "C/D", true),
            (vec![office(Some("A")), office(None)], "Z", true),
            (vec![liaison("A")], "A", false),
            (vec![liaison("A"), office(Some("B"))], "A", false),
        ] {
            assert_eq!(
                Scope::of(&grants, Role::Office).covers(path),
                covered,
                "{grants:?} {path}"
            );
        }
    }
}
