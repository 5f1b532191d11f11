//! Hears what other processes on the same PostgreSQL have committed, and rings this one's loops.

use std::sync::Arc;
use std::time::Duration;

use crate::clock::rest;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::bell::{Bell, Ear};

/// The rest after a connection could not be had.
const AGAIN: Duration = Duration::from_secs(1);

/// Listens until it is stopped; on SQLite there is nothing to hear.
pub(super) async fn run(service: Arc<Service>, mut stop: Stop) {
    while !stop.is_requested() {
        match Ear::open(&service.store).await {
            Ok(None) => return stop.requested().await,
            Ok(Some(mut ear)) => {
                // Whatever rang before it was open.
                ring(&service, None);
                loop {
                    let heard = tokio::select! {
                        heard = ear.hear() => heard,
                        () = stop.requested() => return,
                    };
                    match heard {
                        Ok(bell) => ring(&service, bell),
                        Err(error) => {
                            tracing::debug!(%error, "other processes are not heard for a while");
                            break;
                        }
                    }
                }
            }
            Err(error) => tracing::debug!(%error, "other processes cannot be heard yet"),
        }
        tokio::select! {
            () = rest(AGAIN) => {}
            () = stop.requested() => {}
        }
    }
}

fn ring(service: &Service, bell: Option<Bell>) {
    if bell != Some(Bell::Outbox) {
        service.inbox_wake.notify_one();
    }
    if bell != Some(Bell::Inbox) {
        service.ring_outbox();
    }
}
