//! The auditor's last look as `/healthz` tells it, for operators: whichever process looked, all tell the same.

use chrono::{DateTime, SecondsFormat};
use serde::Serialize;

use crate::clock::Clock;
use crate::domain::finding::{Finding, Kind};
use crate::domain::reckoning::Reckoning;

/// Where every message stands that was ever planned, and what is amiss.
#[derive(Debug, Serialize)]
pub(super) struct Audit {
    /// When it was looked, by the service's clock.
    at: String,
    /// Seconds since, by the machine's.
    age: i64,
    planned: i64,
    waiting: i64,
    leased: i64,
    sent: i64,
    closed: i64,
    dead: i64,
    findings: Vec<String>,
}

impl Audit {
    pub(super) fn of(reckoning: &Reckoning) -> Self {
        let at = DateTime::from_timestamp_millis(reckoning.at).unwrap_or_default();
        let totals = &reckoning.totals;
        Self {
            at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
            age: age(reckoning),
            planned: totals.planned(),
            waiting: totals.waiting,
            leased: totals.leased,
            sent: totals.sent,
            closed: totals.closed,
            dead: totals.dead,
            findings: reckoning.findings.iter().map(said).collect(),
        }
    }
}

/// Seconds since the look, by the machine's clock.
pub(super) fn age(reckoning: &Reckoning) -> i64 {
    (Clock::wall() - reckoning.wall).max(0) / 1_000
}

/// A finding and what to do about it, in a line.
fn said(finding: &Finding) -> String {
    let Finding {
        count, of, places, ..
    } = finding;
    let places = places.join(", ");
    match finding.kind {
        Kind::Missing => format!(
            "missing: {count} of {of} messages planned for {places} are not in the table outbox; \
             was it changed by hand, or restored?"
        ),
        Kind::Held => format!(
            "held: {count} messages of {places} were held by a process that is gone; they were freed and may \
             arrive twice"
        ),
        Kind::Stuck => format!(
            "stuck: {count} messages of {places} are due and nothing moves; look into the log, then restart \
             the service"
        ),
        Kind::Unserved => format!(
            "unserved: {count} messages wait for {places}, which the campaign file does not name; name it \
             again, or close them with a reason"
        ),
        Kind::Unexplained => format!(
            "unexplained: {count} messages ended and the table outbox does not say how, among them {places}; \
             a defect, or a change by hand"
        ),
        Kind::Updates => format!(
            "updates: {count} updates wait, the first for more than five minutes; look into the log for why"
        ),
    }
}
