//! What comes back: outcomes felt by the pace, written down in one transaction.

use chrono::{DateTime, NaiveDate, Utc};
use std::time::Duration;

use super::Delivery;
use crate::books::Books;
use crate::broadcast;
use crate::domain::campaign;
use crate::domain::ids::{BotId, TelegramId};
use crate::metric;
use crate::outbox::post::{Aftermath, Landed, later, meaning};
use crate::planner;
use crate::store::outbox::{self, Settlement};
use crate::store::pause::{self, EVERYBODY};
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
                self.gallery.leave_all();
                return;
            }
        };
        let ticks = self.service.clock.ticks();
        self.hand.landed(landed.row.chat);
        if let Some(shown) = &landed.shown {
            self.gallery.landed(landed.row.id, shown);
        }
        self.feel(&landed, ticks);
        let meaning = meaning(&landed, self.service.clock.now());
        if let Some(pause) = meaning.flood {
            let (now, chat) = (self.service.clock.now(), landed.row.chat);
            self.pauses.push((chat, later(now, pause)));
            let millis = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
            if let Some(all) = self.limiter.refused(ticks, chat, millis).all {
                let left = Duration::from_millis(all.saturating_sub(ticks));
                self.pauses.push((EVERYBODY, later(now, left)));
            }
        }
        if let Some(Aftermath::FileLost { broadcast, file }) = &meaning.aftermath {
            self.gallery.forget(*broadcast, file);
        }
        self.aftermath.extend(meaning.aftermath);
        self.settled.push((landed.row.id, meaning.settlement));
    }

    /// Whether Telegram as a whole answers.
    fn feel(&mut self, landed: &Landed, ticks: u64) {
        let bot = &self.bot;
        match &landed.outcome {
            Err(fault) if fault.is_token() => {
                if !bot.token_refused() {
                    let key = campaign::Bot::token_key(&bot.id);
                    tracing::error!(%fault, key, "Telegram refuses the bot's token: nothing is sent until it \
                        is put right and the service started again");
                }
                bot.set_token_refused(true);
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
                bot.set_token_refused(false);
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
            let today = self.service.today();
            spread(
                &self.service.books,
                tx,
                self.bot.number,
                aftermath,
                today,
                now,
            )
            .await?;
        }
        for (chat, until) in &self.pauses {
            pause::set(tx, self.bot.number, *chat, *until).await?;
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
        self.pauses.clear();
        self.written = self.service.clock.ticks();
    }
}

/// What an outcome means for the other messages to its chat.
async fn spread(
    books: &Books,
    tx: &mut Tx,
    bot: BotId,
    aftermath: &Aftermath,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> store::Result<()> {
    match aftermath {
        Aftermath::Unreachable { chat, reason } => {
            if *chat > 0 {
                store::link::set_reachable(tx, TelegramId(*chat), bot, false, now).await?;
            }
            if *chat < 0 {
                store::group::end(tx, *chat, bot, now).await?;
            }
            let closed = outbox::close_for_chat(tx, bot, *chat, reason).await?;
            (0..closed).for_each(|_| metric::message_closed("unreachable"));
        }
        Aftermath::Moved { from, to } => {
            outbox::move_chat(tx, *from, *to).await?;
            store::group::move_chat(tx, *from, *to, now).await?;
        }
        Aftermath::Told {
            people,
            news,
            items,
            asks,
            escalated,
        } => {
            store::item::asks::tell(tx, &asks.0, asks.1, now).await?;
            store::reach::tell(tx, people, now).await?;
            store::news::tell(tx, news, now).await?;
            store::item::mentioned(tx, items, today).await?;
            if let Some((cadre, items)) = escalated {
                store::escalation::tell(tx, *cadre, items, now).await?;
            }
        }
        Aftermath::Uploaded { broadcast, file } => {
            store::broadcast::keep_file(tx, *broadcast, bot, file).await?;
        }
        Aftermath::FileLost { broadcast, file } => {
            store::broadcast::forget_file(tx, *broadcast, bot, file).await?;
        }
        Aftermath::PollOpened { id, poll, message } => {
            store::poll::sent(tx, *id, poll, *message).await?;
        }
        Aftermath::PollStopped { id, counts } => {
            if let Some(counts) = counts {
                store::poll::counted_at_the_end(tx, *id, *counts).await?;
            }
            planner::decide(books, tx, *id, now).await?;
        }
        Aftermath::PictureRefused { broadcast, reason } => {
            broadcast::stop_for(tx, *broadcast, reason, now).await?;
        }
    }
    Ok(())
}
