//! Long polling. An offset is only sent once everything below it is committed, so a crash loses nothing:
//! Telegram gives again what was not acknowledged.

use std::sync::Arc;
use std::time::Duration;

use super::receive;
use crate::bot::Bot;
use crate::clock::rest;
use crate::leader::Lead;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::inbox::DatabaseFault;
use crate::telegram::CallFault;

/// How long Telegram holds a poll open when there is nothing (at most 50 s: facts 1.5).
const WAIT: Duration = Duration::from_secs(25);
/// The longest rest after failures.
const LONGEST_REST: u64 = 60;

/// Polls for a bot while this process leads in its matter, until it is stopped: Telegram lets only one poll.
pub async fn run(service: Arc<Service>, bot: Arc<Bot>, mut stop: Stop) {
    let mut lead = bot.lead.clone();
    while !stop.is_requested() {
        tokio::select! {
            () = lead.won() => poll(&service, &bot, &mut lead, &mut stop).await,
            () = stop.requested() => {}
        }
    }
}

async fn poll(service: &Arc<Service>, bot: &Bot, lead: &mut Lead, stop: &mut Stop) {
    // An offset is named only to acknowledge what the poll before gave. Telegram's numbers may start anew
    // after a quiet week, and an old, higher offset would throw away what waits. After a start, what was
    // written down but not acknowledged is simply seen twice.
    let mut offset = None;
    let mut trouble = Trouble::default();
    while !stop.is_requested() {
        let polled = tokio::select! {
            polled = bot.telegram.get_updates(offset, WAIT) => polled,
            () = lead.lost() => return,
            () = stop.requested() => return,
        };
        let pause = match polled {
            Ok(updates) => match receive(service, bot, &updates).await {
                Ok(()) => {
                    trouble.over();
                    bot.ingress_beats();
                    offset = updates.iter().map(|update| update.id + 1).max();
                    continue;
                }
                Err(error) => trouble.database(&error),
            },
            Err(fault) => trouble.telegram(&fault),
        };
        tokio::select! {
            () = rest(pause) => {}
            () = stop.requested() => return,
        }
    }
}

/// What goes wrong: said once, in plain words, and waited for ever longer.
#[derive(Debug, Default)]
struct Trouble {
    /// What was said last.
    said: Option<&'static str>,
    failures: u32,
}

impl Trouble {
    fn over(&mut self) {
        if self.said.take().is_some() {
            tracing::info!("updates come in again");
        }
        self.failures = 0;
    }

    fn telegram(&mut self, fault: &CallFault) -> Duration {
        let words = match fault {
            fault if fault.is_token() => {
                "no updates: Telegram refuses the bot's token; set TELOXIDE_TOKEN to the one from @BotFather"
            }
            CallFault::Api { code: 409, .. } => {
                "no updates: another process polls with the same token, or a webhook is set; \
                 stop the other one"
            }
            CallFault::Api { code: 429, .. } => "no updates for a while: Telegram asks to wait",
            CallFault::Api { .. } | CallFault::Garbled(_) => {
                "no updates: Telegram's server has a fault; trying again"
            }
            CallFault::Unknown(_) | CallFault::NotSent(_) => {
                "no updates: Telegram cannot be reached; check the network and TELOXIDE_API_URL"
            }
        };
        let pause = self.say(words, fault);
        match fault {
            CallFault::Api {
                retry_after: Some(seconds),
                ..
            } => Duration::from_secs((*seconds).clamp(1, 10 * LONGEST_REST)),
            _ => pause,
        }
    }

    fn database(&mut self, error: &DatabaseFault) -> Duration {
        self.say(
            "updates wait at Telegram: the database does not take them; check DATABASE_URL",
            error,
        )
    }

    fn say(&mut self, words: &'static str, error: &dyn std::fmt::Display) -> Duration {
        if self.said != Some(words) {
            tracing::error!(%error, "{words}");
            self.said = Some(words);
        }
        let pause = Duration::from_secs((1_u64 << self.failures.min(6)).min(LONGEST_REST));
        self.failures = self.failures.saturating_add(1);
        pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn api(code: i64, retry_after: Option<u64>) -> CallFault {
        CallFault::Api {
            code,
            description: String::new(),
            retry_after,
            migrate_to: None,
        }
    }

    #[test]
    fn rests_grow_and_end_with_the_trouble() {
        let mut trouble = Trouble::default();
        let rests: Vec<_> = (0..8)
            .map(|_| trouble.telegram(&api(409, None)).as_secs())
            .collect();
        assert_eq!(rests, [1, 2, 4, 8, 16, 32, 60, 60]);
        trouble.over();
        assert_eq!(trouble.telegram(&api(502, None)).as_secs(), 1);
        assert_eq!(trouble.telegram(&api(429, Some(7))).as_secs(), 7);
        assert_eq!(trouble.telegram(&api(429, Some(1_000_000))).as_secs(), 600);
    }
}
