//! Duban (督办): keeps a campaign office's people, counted duties and dated items, asks each person at
//! the right moment over Telegram, keeps every answer, and shows the office who stands where.
//!
//! ARCHITECTURE.md has the map.

pub mod app;
pub mod auditor;
pub mod books;
pub mod bot;
pub mod broadcast;
pub mod calendars;
pub mod cli;
pub mod clock;
pub mod config;
pub mod conversation;
pub mod domain;
pub mod exchange;
pub mod http;
pub mod import;
pub mod inbox;
pub mod invitation;
pub mod leader;
pub mod metric;
pub mod movement;
pub mod outbox;
pub mod planner;
pub mod quota;
pub mod sandbox;
pub mod service;
pub mod shutdown;
pub mod store;
pub mod telegram;
pub mod text;
