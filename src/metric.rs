//! The figures of `/metrics`, by name. Labels are few and bounded: lanes and kinds of ends, never people.

use std::sync::OnceLock;

use metrics::{counter, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::store::outbox::Lane;

static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();

/// The exporter, installed once a process. A second service in the same process (tests) adds to it.
pub fn handle() -> &'static PrometheusHandle {
    HANDLE.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("another metrics recorder is installed; /metrics will stay empty");
        }
        handle
    })
}

/// New updates written down.
pub fn updates_received(count: usize) {
    counter!("duban_updates_received_total").increment(count as u64);
}

/// Updates handled.
pub fn updates_handled(count: usize) {
    counter!("duban_updates_handled_total").increment(count as u64);
}

/// An attempt to handle an update failed.
pub fn update_failed() {
    counter!("duban_updates_failed_total").increment(1);
}

/// A message arrived.
pub fn message_sent(lane: Lane) {
    counter!("duban_messages_sent_total", "lane" => lane.name()).increment(1);
}

/// A message will not be sent; `class` is one of a few: moot, unreachable, rejected (a dead letter).
pub fn message_closed(class: &'static str) {
    counter!("duban_messages_closed_total", "reason" => class).increment(1);
}

/// A message waits again; `class` is one of a few: flood, network, server, parked, moved.
pub fn message_retried(class: &'static str) {
    counter!("duban_retries_total", "reason" => class).increment(1);
}

/// Messages that will be sent again though they may have arrived.
pub fn possible_duplicates(count: u64) {
    counter!("duban_possible_duplicates_total").increment(count);
}

/// Updates that wait to be handled.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; counts stay far below 2^52"
)]
pub fn inbox_waiting(count: i64) {
    gauge!("duban_inbox_waiting").set(count as f64);
}

/// Messages of a lane that wait.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; counts stay far below 2^52"
)]
pub fn outbox_waiting(lane: Lane, count: i64) {
    gauge!("duban_outbox_waiting", "lane" => lane.name()).set(count as f64);
}

/// How long the longest-due message has been due, in seconds.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; ages stay far below 2^52"
)]
pub fn outbox_overdue(seconds: i64) {
    gauge!("duban_outbox_oldest_due_seconds").set(seconds as f64);
}

/// Messages that Telegram will never take because of us.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; counts stay far below 2^52"
)]
pub fn dead_letters(count: i64) {
    gauge!("duban_dead_letters").set(count as f64);
}

/// Where every message stands that was ever planned, as the auditor's last look counted.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; counts stay far below 2^52"
)]
pub fn audit_messages(state: &'static str, count: i64) {
    gauge!("duban_audit_messages", "state" => state).set(count as f64);
}

/// Sorts of findings of the auditor's last look.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; there are six of them"
)]
pub fn audit_findings(count: usize) {
    gauge!("duban_audit_findings").set(count as f64);
}

/// How long ago the auditor last looked, in seconds.
#[expect(
    clippy::cast_precision_loss,
    reason = "a gauge is a float; ages stay far below 2^52"
)]
pub fn audit_age(seconds: i64) {
    gauge!("duban_audit_age_seconds").set(seconds as f64);
}
