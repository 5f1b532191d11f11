//! The composition root: builds the service, spawns its loops, ends them cleanly.

mod bells;
mod menus;
mod movers;
mod start;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::task::JoinHandle;

use crate::clock::rest;
use crate::inbox::{polling, sweep, worker};
use crate::leader::Candidate;
use crate::outbox::delivery::Delivery;
use crate::service::Service;
use crate::shutdown::{Stop, Stopper, stopper};
use crate::store::bell::Bell;
use crate::{auditor, broadcast, http, planner};

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
    /// What the others depend on: the leases, the bells.
    ground: (Stopper, Vec<JoinHandle<()>>),
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
        candidate: Candidate,
    ) -> anyhow::Result<Self> {
        let address = listener
            .local_addr()
            .context("the address that is listened on")?;
        let (intake, intake_stop) = stopper();
        let (handling, handling_stop) = stopper();
        let (sending, sending_stop) = stopper();
        let (ground, ground_stop) = stopper();
        let mut taking = vec![
            tokio::spawn(serve(Arc::clone(&service), listener, intake_stop.clone())),
            tokio::spawn(schedule(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(menus::run(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(sweep::run(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(broadcast::run(Arc::clone(&service), intake_stop.clone())),
            tokio::spawn(auditor::run(Arc::clone(&service), intake_stop.clone())),
        ];
        let worker = tokio::spawn(worker::run(Arc::clone(&service), handling_stop));
        let mut senders = Vec::new();
        for bot in &service.bots {
            if service.settings.webhook.is_none() {
                taking.push(tokio::spawn(polling::run(
                    Arc::clone(&service),
                    Arc::clone(bot),
                    intake_stop.clone(),
                )));
            }
            let owner = candidate.owner.clone();
            let delivery = Delivery::new(Arc::clone(&service), Arc::clone(bot), owner);
            senders.push(tokio::spawn(delivery.run(sending_stop.clone())));
        }
        let base = vec![
            tokio::spawn(bells::run(Arc::clone(&service), ground_stop.clone())),
            tokio::spawn(candidate.run(ground_stop)),
        ];
        Ok(Self {
            service,
            address,
            intake: (intake, taking),
            handling: (handling, vec![worker]),
            sending: (sending, senders),
            ground: (ground, base),
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
        let loops = [self.intake, self.handling, self.sending, self.ground];
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
            &mut self.ground.1,
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
    let served = axum::serve(listener, http::router(&service))
        .with_graceful_shutdown(async move { stop.requested().await })
        .await;
    if let Err(error) = served {
        tracing::error!(%error, "the HTTP server ended");
    }
}

/// Plans what falls due, by the service's clock, while this process does the office's rounds.
async fn schedule(service: Arc<Service>, mut stop: Stop) {
    let mut lead = service.office.clone();
    while !stop.is_requested() {
        if !lead.is_mine() {
            service.pulse.scheduler_beats();
            tokio::select! {
                () = lead.won() => {}
                () = rest(PLANNER_LOOK) => continue,
                () = stop.requested() => return,
            }
        }
        match rounds(&service).await {
            Ok(planned) => {
                service.pulse.scheduler_beats();
                if planned > 0 {
                    service.ring_outbox();
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

/// One round of the office's work. Returns how many messages were planned.
async fn rounds(service: &Service) -> anyhow::Result<usize> {
    let movers = movers::tell(service).await?;
    let planned = movers + planner::tick(service).await?.planned;
    if planned > 0 {
        let mut tx = service.store.begin().await?;
        tx.ring(Bell::Outbox).await?;
        tx.commit().await?;
    }
    Ok(planned)
}
