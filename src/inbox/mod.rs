//! Updates come in here, by polling or by webhook: written down and committed first, acknowledged then,
//! handled by the worker.

pub mod polling;
pub mod sweep;
pub mod webhook;
pub mod worker;

use std::sync::Arc;

use crate::bot::Bot;
use crate::metric;
use crate::service::Service;
use crate::store::bell::Bell;
use crate::store::{self, inbox};
use crate::telegram::{RawUpdate, update};

/// Writes a bot's updates down and commits; only then may they be acknowledged to Telegram. Those seen before
/// change nothing.
pub(crate) async fn receive(
    service: &Arc<Service>,
    bot: &Bot,
    updates: &[RawUpdate],
) -> store::Result<()> {
    if updates.is_empty() {
        return Ok(());
    }
    let written = write_down(service, bot, updates).await;
    service.pulse.set_updates_refused(written.is_err());
    let new = written?;
    metric::updates_received(new.len());
    service.inbox_wake.notify_one();
    for update in updates.iter().filter(|update| new.contains(&update.id)) {
        if let Some(query) = update::press_id(&update.raw) {
            let telegram = bot.telegram.clone();
            // Only the little clock on the button: whether it arrives changes nothing.
            tokio::spawn(async move {
                if let Err(fault) = telegram.answer_callback_query(&query).await {
                    tracing::debug!(%fault, "a press was not acknowledged");
                }
            });
        }
    }
    Ok(())
}

/// Commits them. Returns the numbers of the new ones.
async fn write_down(
    service: &Service,
    bot: &Bot,
    updates: &[RawUpdate],
) -> store::Result<Vec<i64>> {
    let mut tx = service.store.begin().await?;
    let new = inbox::insert(&mut tx, bot.number, updates, service.clock.now()).await?;
    tx.ring(Bell::Inbox).await?;
    tx.commit().await?;
    Ok(new)
}
