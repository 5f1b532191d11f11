//! Every integration test, one binary. Stories read like conversations (`support::Town`), run against
//! real databases and the sandbox over HTTP, through the client the service uses.

#![expect(clippy::expect_used, reason = "a setup that fails is to fail loudly")]
#![expect(clippy::print_stderr, reason = "what did not run is said")]

#[path = "../architecture.rs"]
mod architecture;
#[path = "../locales.rs"]
mod locales;
#[path = "../migrations.rs"]
mod migrations;

mod support;

mod browser;
mod check;
mod check_in;
mod command;
mod demo;
mod export;
mod grant;
mod import;
mod invite;
mod plan;
