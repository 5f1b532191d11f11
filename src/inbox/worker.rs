//! Handles what was written down: a batch a transaction, one commit a batch, in Telegram's order. What
//! fails or panics is taken alone, and given up after a few attempts with a word to whoever wrote it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;

use crate::clock::rest;
use crate::conversation::{self, input::Input};
use crate::domain::ids::UpdateId;
use crate::metric;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::bell::Bell;
use crate::store::inbox::{self, Waiting};
use crate::store::{self, Tx};
use crate::telegram::update;

/// Updates a transaction.
const BATCH: u32 = 64;
/// How often to look without being rung for.
const LOOK: Duration = Duration::from_secs(5);

/// Why an update could not be handled.
#[derive(Debug)]
enum Fault {
    /// The update's own fault, or ours with it: it will fail again.
    Update(String),
    /// The database's: everything would fail now.
    Database(inbox::DatabaseFault),
}

/// Handles until it is stopped and nothing waits.
pub async fn run(service: Arc<Service>, mut stop: Stop) {
    let mut down = false;
    loop {
        let pause = match tick(&service).await {
            Ok(handled) => {
                if std::mem::take(&mut down) {
                    tracing::info!("updates are handled again");
                }
                if handled > 0 {
                    continue;
                }
                LOOK
            }
            Err(error) => {
                if !std::mem::replace(&mut down, true) {
                    tracing::error!(%error, "updates wait: the database does not answer");
                }
                Duration::from_secs(1)
            }
        };
        if stop.is_requested() {
            return;
        }
        tokio::select! {
            () = service.inbox_wake.notified(), if !down => {}
            () = rest(pause) => {}
            () = stop.requested() => {}
        }
    }
}

/// Handles the next batch. Returns how many updates were taken; 0: nothing waits.
pub async fn tick(service: &Service) -> store::Result<usize> {
    let mut tx = service.store.read().await?;
    let waiting = inbox::any_waiting(&mut tx).await?;
    tx.commit().await?;
    if !waiting {
        return Ok(0);
    }
    let mut tx = service.store.begin().await?;
    let batch = inbox::claim(&mut tx, BATCH).await?;
    let handled = handle_all(&mut tx, service, &batch).await;
    match handled {
        Ok(()) => {
            tx.ring(Bell::Outbox).await?;
            tx.commit().await?;
            metric::updates_handled(batch.len());
        }
        Err(Fault::Database(error)) => return Err(error),
        Err(Fault::Update(_)) => {
            tx.rollback().await?;
            for update in &batch {
                one(service, update).await?;
            }
        }
    }
    if !batch.is_empty() {
        service.ring_outbox();
    }
    Ok(batch.len())
}

async fn handle_all(tx: &mut Tx, service: &Service, batch: &[Waiting]) -> Result<(), Fault> {
    for update in batch {
        handle(tx, service, update).await?;
    }
    let ids: Vec<i64> = batch.iter().map(|update| update.update_id).collect();
    inbox::done(tx, &ids, service.clock.now())
        .await
        .map_err(Fault::Database)
}

/// What one update leads to; nothing is committed here.
async fn handle(tx: &mut Tx, service: &Service, waiting: &Waiting) -> Result<(), Fault> {
    // What is no update at all cannot come in; should it, there is nobody to answer.
    let Some(input) = read(waiting) else {
        return Ok(());
    };
    match AssertUnwindSafe(conversation::process(tx, service, &input))
        .catch_unwind()
        .await
    {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) if inbox::is_updates_own(&error) => Err(Fault::Update(error.to_string())),
        Ok(Err(error)) => Err(Fault::Database(error)),
        Err(panic) => Err(Fault::Update(format!("panic: {}", said(panic.as_ref())))),
    }
}

fn read(waiting: &Waiting) -> Option<Input> {
    let read = update::read(&waiting.raw).map(|input| Input {
        update: UpdateId(waiting.update_id),
        ..input
    });
    if let Err(error) = &read {
        tracing::error!(update.id = waiting.update_id, %error, "an update cannot be read");
    }
    read.ok()
}

/// One update in a transaction of its own.
async fn one(service: &Service, waiting: &Waiting) -> store::Result<()> {
    let mut tx = service.store.begin().await?;
    match handle_all(&mut tx, service, std::slice::from_ref(waiting)).await {
        Ok(()) => {
            tx.ring(Bell::Outbox).await?;
            tx.commit().await?;
            metric::updates_handled(1);
            Ok(())
        }
        Err(Fault::Database(error)) => Err(error),
        Err(Fault::Update(fault)) => {
            tx.rollback().await?;
            tracing::error!(
                update.id = waiting.update_id,
                attempts = waiting.attempts + 1,
                fault,
                "an update could not be handled"
            );
            metric::update_failed();
            give_up_or_wait(service, waiting, &fault).await
        }
    }
}

async fn give_up_or_wait(service: &Service, waiting: &Waiting, fault: &str) -> store::Result<()> {
    let now = service.clock.now();
    let mut tx = service.store.begin().await?;
    if inbox::failed(&mut tx, waiting.update_id, fault, now).await?
        && let Some(input) = read(waiting)
    {
        conversation::apologise(&mut tx, service, &input).await?;
        tx.ring(Bell::Outbox).await?;
    }
    tx.commit().await
}

fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without words")
}
