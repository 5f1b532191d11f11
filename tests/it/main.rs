//! Every integration test, one binary. Stories read like conversations (`support::Town`), run against
//! real databases and the sandbox over HTTP, through the client the service uses.

#![expect(clippy::expect_used, reason = "a setup that fails is to fail loudly")]
#![expect(clippy::print_stderr, reason = "what did not run is said")]

#[path = "../architecture.rs"]
mod architecture;
#[path = "../documents.rs"]
mod documents;
#[path = "../locales.rs"]
mod locales;
#[path = "../migrations.rs"]
mod migrations;

mod support;

mod again;
mod auditor;
mod away;
mod bots;
mod broadcast;
mod browser;
mod check;
mod check_in;
mod command;
mod confirming;
mod correcting;
mod crash;
mod delivery;
mod demo;
mod digest;
mod disputes;
mod evidence;
mod export;
mod figures;
mod grant;
mod health;
mod history;
mod import;
mod ingress;
mod invite;
mod items;
mod kinds;
mod labels;
mod languages;
mod later;
mod leave;
mod linking;
mod movement;
mod new_item;
mod news;
mod office;
mod outbox;
mod pace;
mod partner;
mod plan;
mod points;
mod proxy;
mod quiet;
mod quotas;
mod reach;
mod recheck;
mod recording;
mod replicas;
mod run;
mod search;
mod sessions;
mod simulated;
mod statement;
mod sums;
mod tasks;
mod versions;
