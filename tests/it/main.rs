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
mod before;
mod bots;
mod broadcast;
mod browser;
mod check;
mod check_in;
mod command;
mod confirming;
mod correcting;
mod course;
mod crash;
mod delivery;
mod demo;
mod digest;
mod dispatch;
mod disputes;
mod escalation;
mod evidence;
mod export;
mod extension;
mod figures;
mod grant;
mod groups;
mod handed;
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
mod ledger;
mod ledger_evidence;
mod ledger_table;
mod lights;
mod linking;
mod movement;
mod mute;
mod new_item;
mod news;
mod office;
mod outbox;
mod pace;
mod partner;
mod plan;
mod points;
mod polls;
mod promises;
mod proxy;
mod quiet;
mod quotas;
mod reach;
mod reassign;
mod recheck;
mod recording;
mod replicas;
mod run;
mod search;
mod sessions;
mod simulated;
mod statement;
mod steps;
mod sums;
mod tasks;
mod versions;
