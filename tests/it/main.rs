//! Every integration test, one binary. Stories read like conversations (`support::Town`), run against
//! real databases and the sandbox over HTTP, through the client the service uses.

#![expect(clippy::expect_used, reason = "a setup that fails is to fail loudly")]
#![expect(clippy::print_stderr, reason = "what did not run is said")]

#[path = "../documents.rs"]
mod documents;
#[path = "../locales.rs"]
mod locales;

mod support;

mod check_in;
