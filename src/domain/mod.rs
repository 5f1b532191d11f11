//! The rules, pure: no async, no SQL, no teloxide, no words; `now` is always an argument.

pub mod account;
pub mod action;
pub mod amount;
pub mod audience;
pub mod broadcast;
pub mod cadre;
pub mod calendar;
pub mod campaign;
pub mod deadline;
pub mod dialogue;
pub mod digest;
pub mod dispute;
pub mod entry;
pub mod finding;
pub mod grant;
pub mod ids;
pub mod item;
pub mod language;
pub mod leave;
pub mod ledger;
pub mod lunar;
pub mod news;
pub mod notice;
pub mod owes;
pub mod quota;
pub mod reach;
pub mod reckoning;
pub mod reminder;
pub mod reply;
pub mod report;
pub mod roster;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
pub mod schedule;
pub mod session;
