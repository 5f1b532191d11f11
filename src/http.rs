//! `/healthz` and `/metrics`, and the webhook's route when there is one.

mod audit;

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;

use crate::bot::Bot;
use crate::domain::reckoning::Reckoning;
use crate::inbox::webhook;
use crate::metric;
use crate::service::Service;
use crate::store::outbox::Lane;
use crate::store::{self, fact, inbox, outbox};

use audit::Audit;

/// Polling may be silent for a poll and its rest; longer is a fault.
const INGRESS_LIMIT: i64 = 120;
/// The planner looks at least once a minute.
const SCHEDULER_LIMIT: i64 = 180;
/// An answer that has been due for so long is stuck.
const ANSWER_LIMIT: i64 = 120;

/// Everything that is served.
pub fn router(service: &Arc<Service>) -> Router {
    let health = Router::new()
        .route("/healthz", get(healthz))
        .route("/metrics", get(metrics))
        .with_state(Arc::clone(service));
    match service.settings.webhook.clone() {
        Some(hook) => health.merge(webhook::router(service, &hook)),
        None => health,
    }
}

/// What `/healthz` says. Ages are seconds; absent: not yet, or not used.
#[derive(Debug, Serialize)]
struct Health {
    ok: bool,
    database: bool,
    token_accepted: bool,
    /// What this process does of that which one of several does: "office", and bots by their ids.
    leads: Vec<String>,
    ingress: &'static str,
    ingress_age: Option<i64>,
    scheduler_age: Option<i64>,
    updates_waiting: Option<i64>,
    oldest_update_age: Option<i64>,
    oldest_message_age: Option<i64>,
    oldest_answer_age: Option<i64>,
    /// The auditor's last look. Its findings are no reason to start anew, so they leave `ok` alone.
    audit: Option<Audit>,
}

/// What waits, from the database.
struct Backlog {
    updates: i64,
    update_age: Option<i64>,
    message_age: i64,
    answer_age: i64,
    reckoning: Option<Reckoning>,
}

async fn backlog(service: &Service) -> store::Result<Backlog> {
    let now = service.clock.now();
    let mut tx = service.store.read().await?;
    let inbox = inbox::standing(&mut tx).await?;
    let due = outbox::due(&mut tx).await?;
    let reckoning = fact::reckoning(&mut tx).await?;
    tx.commit().await?;
    let age = |only: Option<Lane>| {
        let lanes = due
            .iter()
            .filter(|(lane, _)| only.is_none_or(|only| only == *lane));
        lanes
            .map(|(_, at)| (now - *at).num_seconds())
            .max()
            .unwrap_or(0)
            .max(0)
    };
    Ok(Backlog {
        updates: inbox.waiting,
        update_age: inbox
            .oldest
            .map(|at| ((now.timestamp_millis() - at) / 1_000).max(0)),
        message_age: age(None),
        answer_age: age(Some(Lane::Answer)),
        reckoning,
    })
}

fn leads(service: &Service) -> Vec<String> {
    let office = service.office.is_mine().then(|| "office".to_owned());
    let bots = service.bots.iter().filter(|bot| bot.lead.is_mine());
    office
        .into_iter()
        .chain(bots.map(|bot| bot.id.clone()))
        .collect()
}

async fn healthz(State(service): State<Arc<Service>>) -> Response {
    let backlog = backlog(&service).await;
    let pulse = &service.pulse;
    let pushed = service.settings.webhook.is_some();
    // Nothing pushed may simply mean that nobody writes; a poll that does not come back is a fault. What
    // another process polls is its affair.
    let polled = || service.bots.iter().filter(|bot| bot.lead.is_mine());
    let polls_well = |bot: &Arc<Bot>| bot.ingress_age().is_some_and(|age| age <= INGRESS_LIMIT);
    let ingress_ok = pushed || polled().all(polls_well);
    let ingress_age = service
        .bots
        .iter()
        .filter_map(|bot| bot.ingress_age())
        .max();
    let token_accepted = !service.bots.iter().any(|bot| bot.token_refused());
    let scheduler_ok = pulse
        .scheduler_age()
        .is_some_and(|age| age <= SCHEDULER_LIMIT);
    let answers_ok = backlog
        .as_ref()
        .is_ok_and(|backlog| backlog.answer_age <= ANSWER_LIMIT);
    let backlog = backlog.ok();
    // A locked SQLite file can still be read.
    let database = backlog.is_some() && !pulse.updates_refused();
    let health = Health {
        ok: database && ingress_ok && scheduler_ok && answers_ok && token_accepted,
        database,
        token_accepted,
        leads: leads(&service),
        ingress: if pushed { "webhook" } else { "polling" },
        ingress_age,
        scheduler_age: pulse.scheduler_age(),
        updates_waiting: backlog.as_ref().map(|backlog| backlog.updates),
        oldest_update_age: backlog.as_ref().and_then(|backlog| backlog.update_age),
        oldest_message_age: backlog.as_ref().map(|backlog| backlog.message_age),
        oldest_answer_age: backlog.as_ref().map(|backlog| backlog.answer_age),
        audit: backlog
            .as_ref()
            .and_then(|backlog| backlog.reckoning.as_ref().map(Audit::of)),
    };
    let status = if health.ok {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, Json(health)).into_response()
}

async fn metrics(State(service): State<Arc<Service>>) -> Response {
    if let Err(error) = measure(&service).await {
        tracing::warn!(%error, "gauges keep their last values: the database does not answer");
    }
    metric::handle().render().into_response()
}

async fn measure(service: &Service) -> store::Result<()> {
    let mut tx = service.store.read().await?;
    let inbox = inbox::standing(&mut tx).await?;
    let waiting = outbox::waiting(&mut tx).await?;
    let overdue = outbox::overdue(&mut tx, service.clock.now()).await?;
    let dead = outbox::count_dead(&mut tx).await?;
    let reckoning = fact::reckoning(&mut tx).await?;
    tx.commit().await?;
    if let Some(reckoning) = reckoning {
        for (state, count) in reckoning.totals.by_state() {
            metric::audit_messages(state, count);
        }
        metric::audit_findings(reckoning.findings.len());
        metric::audit_age(audit::age(&reckoning));
    }
    metric::inbox_waiting(inbox.waiting);
    for lane in Lane::ALL {
        let count = waiting
            .iter()
            .find(|(known, _)| *known == lane)
            .map_or(0, |(_, count)| *count);
        metric::outbox_waiting(lane, count);
    }
    metric::outbox_overdue(overdue / 1_000);
    metric::dead_letters(dead);
    Ok(())
}
