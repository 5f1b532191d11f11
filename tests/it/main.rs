//! Every integration test, one binary. Stories read like conversations (`support::Town`), run against
//! real databases and the sandbox over HTTP, through the client the service uses.

#[path = "../locales.rs"]
mod locales;

mod support;

mod check_in;
