//! Where an item stands, and its lights.

use serde::{Deserialize, Serialize};

/// Where an item stands. Submitted is not closed: 销号 is for somebody else to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// To be done, and nobody has said yet that he does it.
    Assigned,
    /// Whoever is responsible has taken it on.
    Accepted,
    /// He is at it.
    UnderWay,
    /// Declared done, waiting for its reviewer.
    Submitted,
    /// Struck off (销号).
    Closed,
    /// Given up, with a reason.
    Cancelled,
}

impl Status {
    /// Every status, in the order of an item's life.
    pub const ALL: [Self; 6] = [
        Self::Assigned,
        Self::Accepted,
        Self::UnderWay,
        Self::Submitted,
        Self::Closed,
        Self::Cancelled,
    ];

    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Accepted => "accepted",
            Self::UnderWay => "under_way",
            Self::Submitted => "submitted",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// As the two columns of the database keep it: the one that the version before reads too, and the one that
    /// says it exactly.
    pub const fn columns(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Assigned => ("assigned", None),
            Self::Accepted | Self::UnderWay => ("assigned", Some(self.name())),
            Self::Submitted => ("submitted", None),
            Self::Closed => ("closed", None),
            Self::Cancelled => ("closed", Some(self.name())),
        }
    }

    /// What the two columns say. The version before changes the first alone: it outweighs the second.
    pub fn from_columns(status: &str, stage: Option<&str>) -> Self {
        let exact = stage.and_then(Self::from_name);
        exact
            .filter(|exact| exact.columns().0 == status)
            .or_else(|| Self::from_name(status))
            .unwrap_or(Self::Assigned)
    }

    /// Whether it is still to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Assigned | Self::Accepted | Self::UnderWay)
    }

    /// Whether nothing more is expected of anybody.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled)
    }
}

/// The lights of the 督办 lifecycle, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Overdue.
    Red,
    /// Behind plan.
    Yellow,
    /// Near its limit.
    Blue,
    /// None of these.
    None,
}

impl Light {
    /// The name in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Blue => "blue",
            Self::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_by_their_names_and_columns() {
        for status in Status::ALL {
            assert_eq!(Status::from_name(status.name()), Some(status));
            let (old, exact) = status.columns();
            assert_eq!(Status::from_columns(old, exact), status);
        }
        assert_eq!(Status::from_name("done"), None);
    }

    #[test]
    fn what_the_version_before_writes_outweighs_the_exact_column() {
        for (status, stage, expected) in [
            ("submitted", Some("accepted"), Status::Submitted),
            ("closed", Some("under_way"), Status::Closed),
            ("assigned", Some("cancelled"), Status::Assigned),
            ("assigned", None, Status::Assigned),
        ] {
            assert_eq!(Status::from_columns(status, stage), expected);
        }
    }
}
