//! What does not get through, as the office sees it.

use serde::{Deserialize, Serialize};

use crate::domain::ids::OutboxId;

/// What does not get through, as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undelivered {
    /// How many people are out of reach.
    pub people: usize,
    /// Some of their units, those with the most first.
    pub units: Vec<UnitOutOfReach>,
    /// How many such units there are.
    pub unit_count: usize,
    /// Some dead letters, the latest first.
    pub letters: Vec<DeadLetter>,
    /// How many there are.
    pub letter_count: usize,
}

/// Who of a unit is out of reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitOutOfReach {
    /// Its path.
    pub unit: String,
    /// Some names.
    pub names: Vec<String>,
    /// How many people.
    pub total: usize,
}

/// A message that Telegram will never take because of us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadLetter {
    /// Its number in the outbox.
    pub id: OutboxId,
    /// What it is, as its writer named it.
    pub kind: String,
    /// To whom; `None`: to nobody of the roster.
    pub name: Option<String>,
    /// What Telegram said.
    pub said: String,
}
