//! Sending: what is owed goes out in its turn, paced, and every outcome is written down.

pub mod delivery;
mod gallery;
mod hand;
pub mod limiter;
#[cfg(test)]
mod model;
pub mod payload;
mod post;
pub mod verdict;
