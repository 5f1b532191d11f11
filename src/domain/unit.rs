//! A unit of the tree, as far as it decides what its people owe.

use super::ids::UnitId;

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Row identity.
    pub id: UnitId,
    /// "汪清县/春阳镇"
    pub path: String,
    /// 1 directly under the campaign's own body.
    pub depth: u32,
    /// Sector id.
    pub sector: Option<String>,
}
