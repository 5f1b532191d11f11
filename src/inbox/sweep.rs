//! Forgets updates that were handled long ago, a few at a time, so that the table does not grow for ever.
//! What they led to (entries, events, answers) stays.

use std::sync::Arc;
use std::time::Duration;

use crate::clock::rest;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::{self, inbox};

/// How often to look.
const LOOK: Duration = Duration::from_hours(1);
/// Updates a transaction: it is over before anybody notices.
const BATCH: u32 = 200;
/// The rest between two transactions, so that answers come in between.
const BREATH: Duration = Duration::from_millis(50);

/// Sweeps now and every hour until it is stopped.
pub async fn run(service: Arc<Service>, mut stop: Stop) {
    let mut lead = service.office.clone();
    while !stop.is_requested() {
        tokio::select! {
            () = lead.won() => {}
            () = stop.requested() => return,
        }
        let swept = tokio::select! {
            swept = sweep(&service) => swept,
            () = stop.requested() => return,
        };
        match swept {
            Ok(0) => {}
            Ok(forgotten) => tracing::info!(forgotten, "old updates were swept out"),
            Err(error) => tracing::warn!(%error, "old updates stay for another hour"),
        }
        tokio::select! {
            () = rest(LOOK) => {}
            () = stop.requested() => return,
        }
    }
}

/// Forgets everything that is old enough. Returns how many updates.
pub async fn sweep(service: &Service) -> store::Result<u64> {
    let mut forgotten = 0;
    loop {
        let batch = inbox::forget(&service.store, service.clock.now(), BATCH).await?;
        forgotten += batch;
        if batch < u64::from(BATCH) {
            return Ok(forgotten);
        }
        rest(BREATH).await;
    }
}
