//! The composition root: builds the service, spawns its loops, ends them cleanly.

mod menus;
mod start;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::task::JoinHandle;

use crate::clock::rest;
use crate::inbox::{polling, sweep, worker};
use crate::outbox::delivery::Delivery;
use crate::service::Service;
use crate::shutdown::{Stop, Stopper, stopper};
use crate::{broadcast, http, planner};

pub use start::StartFault;

/// How long what is in hand may take to end; SIGKILL usually follows ten seconds after SIGTERM.
const PATIENCE: Duration = Duration::from_secs(8);
/// How often the planner looks without being rung for; it is harmless, and `/healthz` waits for it.
const PLANNER_LOOK: Duration = Duration::from_mins(1);

/// The running service.
#[derive(Debug)]
pub struct App {
    service: Arc<Service>,
    address: SocketAddr,
    /// Each with what ends it: first what takes in, then what handles, then what sends.
    intake: (Stopper, Vec<JoinHandle<()>>),
    handling: (Stopper, Vec<JoinHandle<()>>),
    sending: (Stopper, Vec<JoinHandle<()>>),
}

impl App {
    /// What the loops work with: for tests and the demo.
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    /// Where `/healthz`, `/metrics` and the webhook are served.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Spawns every loop.
    fn spawn(
        service: Arc<Service>,
        listener: tokio::net::TcpListener,
        owner: String,
    ) -> anyhow::Result<Self> {
        let address = listener
            .local_addr()
            .context("the address that is listened on")?;
        let (intake, intake_stop) = stopper();
        let (handling, handling_stop) = stopper();
        let (sending, sending_stop) = stopper();
        let mut taking = vec![
            tokio::spawn(serve(Arc::clone(&service), listener, intake_stop.clone())),
            tokio::spawn(schedule(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(menus::run(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(sweep::run(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(broadcast::run(Arc::clone(&service), intake_stop.clone())),
        ];
        if service.settings.webhook.is_none() {
            taking.push(tokio::spawn(polling::run(
                Arc::clone(&service),
                intake_stop,
            )));
        }
        let worker = tokio::spawn(worker::run(Arc::clone(&service), handling_stop));
        let delivery = Delivery::new(Arc::clone(&service), owner);
        let delivery = tokio::spawn(delivery.run(sending_stop));
        Ok(Self {
            service,
            address,
            intake: (intake, taking),
            handling: (handling, vec![worker]),
            sending: (sending, vec![delivery]),
        })
    }

    /// Runs until SIGTERM or SIGINT, then shuts down. An error means that a loop died: start again.
    pub async fn run_until_signal(mut self) -> anyhow::Result<()> {
        let asked = tokio::select! {
            asked = signalled() => asked,
            () = self.loop_ended() => Err(anyhow::anyhow!(
                "a part of the service ended by itself; its fault is in the log above"
            )),
        };
        if asked.is_ok() {
            tracing::info!("asked to stop: nothing new is taken, what is in hand is finished");
        }
        self.shutdown().await;
        asked
    }

    /// Takes nothing new, handles and answers what came in, closes the database. What cannot be
    /// finished in time stays written down for the next start. The webhook stays set: other processes
    /// may serve it.
    pub async fn shutdown(self) {
        let loops = [self.intake, self.handling, self.sending];
        let aborts: Vec<_> = loops
            .iter()
            .flat_map(|(_, tasks)| tasks)
            .map(JoinHandle::abort_handle)
            .collect();
        let ending = async {
            for (stopper, tasks) in loops {
                stopper.stop();
                for task in tasks {
                    if let Err(error) = task.await {
                        tracing::error!(%error, "a part of the service had ended by itself");
                    }
                }
            }
        };
        if tokio::time::timeout(PATIENCE, ending).await.is_err() {
            tracing::warn!("not everything ended in time; the next start goes on with it");
            aborts.iter().for_each(tokio::task::AbortHandle::abort);
        }
        let closed = tokio::time::timeout(Duration::from_secs(1), self.service.store.close()).await;
        if closed.is_err() {
            tracing::warn!(
                "the database did not close in time; nothing that was committed is lost"
            );
        }
    }

    /// Returns when any loop has ended, which none does unasked.
    async fn loop_ended(&mut self) {
        let groups = [
            &mut self.intake.1,
            &mut self.handling.1,
            &mut self.sending.1,
        ];
        let tasks = groups.into_iter().flatten();
        let (ended, index, _) = futures_util::future::select_all(tasks).await;
        tracing::error!(index, ?ended, "a loop ended");
    }
}

/// SIGTERM (a supervisor) or SIGINT (a keyboard).
async fn signalled() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = signal(SignalKind::terminate()).context("SIGTERM cannot be waited for")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT cannot be waited for")?;
    tokio::select! {
        _ = term.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

async fn serve(service: Arc<Service>, listener: tokio::net::TcpListener, mut stop: Stop) {
    let served = axum::serve(listener, http::router(service))
        .with_graceful_shutdown(async move { stop.requested().await })
        .await;
    if let Err(error) = served {
        tracing::error!(%error, "the HTTP server ended");
    }
}

/// Plans what falls due, by the service's clock.
async fn schedule(service: Arc<Service>, mut stop: Stop) {
    while !stop.is_requested() {
        match planner::tick(&service).await {
            Ok(summary) => {
                service.pulse.scheduler_beats();
                if summary.planned > 0 {
                    service.outbox_wake.notify_one();
                }
            }
            Err(error) => tracing::error!(
                error = format!("{error:#}"),
                "planning failed; it is tried again"
            ),
        }
        let next = planner::next_wake(&service);
        let due = async {
            match next {
                Some(at) => service.clock.wait_until(at).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = due => {}
            () = service.planner_wake.notified() => {}
            () = rest(PLANNER_LOOK) => {}
            () = stop.requested() => {}
        }
    }
}
