//! The edge to Telegram: updates in, requests out. Nothing else imports teloxide.

mod client;
mod fault;
mod menu;
mod reply;
pub mod update;

pub use client::{Client, UPLOAD};
pub use fault::CallFault;
pub use menu::{Menu, MenuScope};
pub use reply::{Me, RawUpdate};
