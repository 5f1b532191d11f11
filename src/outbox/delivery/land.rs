//! What comes back: outcomes felt by the pace, written down in one transaction.

use chrono::{DateTime, Utc};

use super::Delivery;
use crate::domain::ids::TelegramId;
use crate::metric;
use crate::outbox::post::{Aftermath, Landed, meaning};
use crate::store::outbox::{self, Settlement};
use crate::store::{self, Tx};

/// How long to leave Telegram alone after it refused the token.
const TOKEN_PAUSE: u64 = 60_000;
/// Failed calls in a row after which everything pauses a while.
const STRAIN: u32 = 5;
/// The longest such pause.
const LONGEST_STRAIN: u64 = 30_000;

impl Delivery {
    pub(super) fn land(&mut self, landed: Result<Landed, tokio::task::JoinError>) {
        let landed = match landed {
            Ok(landed) => landed,
            Err(error) => {
                // Its row comes back when the lease runs out.
                tracing::error!(%error, "a call ended without an outcome");
                return;
            }
        };
        let ticks = self.service.clock.ticks();
        self.hand.landed(landed.row.chat);
        self.feel(&landed, ticks);
        let meaning = meaning(&landed, self.service.clock.now());
        if let Some(pause) = meaning.flood {
            let pause = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
            self.limiter.refused(ticks, landed.row.chat, pause);
        }
        match &meaning.settlement {
            Settlement::Sent { .. } => self.summary.sent += 1,
            Settlement::Closed { .. } => self.summary.closed += 1,
            Settlement::Waiting { .. } | Settlement::Anew { .. } => self.summary.postponed += 1,
        }
        self.aftermath.extend(meaning.aftermath);
        self.settled.push((landed.row.id, meaning.settlement));
    }

    /// Whether Telegram as a whole answers.
    fn feel(&mut self, landed: &Landed, ticks: u64) {
        let pulse = &self.service.pulse;
        match &landed.outcome {
            Err(fault) if fault.is_token() => {
                if !pulse.token_refused() {
                    tracing::error!(%fault, "Telegram refuses the bot's token: nothing is sent until it is \
                        put right (TELOXIDE_TOKEN) and the service started again");
                }
                pulse.set_token_refused(true);
                self.held_until = ticks + TOKEN_PAUSE;
            }
            Err(fault) if fault.is_strain() => {
                self.failures = self.failures.saturating_add(1);
                if let Some(beyond) = self.failures.checked_sub(STRAIN) {
                    if beyond == 0 {
                        tracing::warn!(%fault, "Telegram does not answer; delivery pauses and tries again");
                    }
                    self.held_until = ticks + (1_000 << beyond.min(5)).min(LONGEST_STRAIN);
                }
            }
            Ok(_) | Err(_) => {
                if self.failures >= STRAIN {
                    tracing::info!("Telegram answers again");
                }
                self.failures = 0;
                pulse.set_token_refused(false);
            }
        }
    }

    /// Writes down every outcome there is, in one transaction.
    pub(super) async fn flush(&mut self) -> store::Result<()> {
        if self.settled.is_empty() {
            return Ok(());
        }
        let mut tx = self.service.store.begin().await?;
        let lost = self.write(&mut tx).await?;
        tx.commit().await?;
        self.written(lost);
        Ok(())
    }

    /// Writes down every outcome there is. Returns how many rows were lost to another process.
    pub(super) async fn write(&mut self, tx: &mut Tx) -> store::Result<usize> {
        let now = self.service.clock.now();
        let lost = outbox::settle(tx, &self.owner, &self.settled, now).await?;
        for aftermath in &self.aftermath {
            spread(tx, aftermath, now).await?;
        }
        Ok(lost)
    }

    /// What was written is committed.
    pub(super) fn written(&mut self, lost: usize) {
        if lost > 0 {
            tracing::warn!(
                lost,
                "messages were taken over by another process; they may come twice"
            );
        }
        let waits = |settled: &Settlement| {
            matches!(
                settled,
                Settlement::Waiting { .. } | Settlement::Anew { .. }
            )
        };
        self.stale |= self.settled.iter().any(|(_, settlement)| waits(settlement));
        self.stale |= !self.aftermath.is_empty();
        self.settled.clear();
        self.aftermath.clear();
        self.written = self.service.clock.ticks();
    }
}

/// What an outcome means for the other messages to its chat.
async fn spread(tx: &mut Tx, aftermath: &Aftermath, now: DateTime<Utc>) -> store::Result<()> {
    match aftermath {
        Aftermath::Unreachable { chat, reason } => {
            if *chat > 0 {
                store::link::set_reachable(tx, TelegramId(*chat), false, now).await?;
            }
            let closed = outbox::close_for_chat(tx, *chat, reason).await?;
            (0..closed).for_each(|_| metric::message_closed("unreachable"));
        }
        Aftermath::Moved { from, to } => {
            outbox::move_chat(tx, *from, *to).await?;
        }
    }
    Ok(())
}
