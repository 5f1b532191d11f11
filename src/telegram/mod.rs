//! The edge to Telegram: updates in, requests out. Nothing else imports teloxide.

mod client;
mod fault;
pub mod update;

pub use client::{Client, Me, Menu, MenuScope, RawUpdate};
pub use fault::CallFault;
