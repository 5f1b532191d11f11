//! The second look at a part of a broadcast, just before it is sent: whoever has left meanwhile gets nothing,
//! and a long round stops where quiet hours begin.

use chrono::{DateTime, Utc};
use std::collections::{BTreeSet, HashMap};

use super::freeze::{CANCELLED, CHUNK, PAUSED};
use super::hours::next_morning;
use crate::books::Books;
use crate::domain::broadcast::State;
use crate::domain::ids::{BroadcastId, CadreId, OutboxId, TelegramId};
use crate::domain::language::Language;
use crate::domain::quiet::out_of;
use crate::planner::day_start;
use crate::store::broadcast::{self, Reader, held_until};
use crate::store::{self, quiet, snapshot};

/// Why a message waits for the end of quiet hours.
pub(crate) const QUIET_HOURS: &str = "quiet_hours";

/// A row whose turn has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The row.
    pub row: OutboxId,
    /// Of which broadcast.
    pub broadcast: BroadcastId,
    /// For whom it was written down.
    pub cadre: CadreId,
    /// Where he was then.
    pub chat: i64,
}

/// What to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Send it, to a reader of this language.
    Send(Language),
    /// Never.
    Close(&'static str),
    /// Not now.
    Park {
        /// But then.
        until: DateTime<Utc>,
        /// Why.
        reason: &'static str,
    },
}

/// What holds for a row of one look.
struct Moment {
    /// When quiet hours end, the campaign's and the reader's own, if it is quiet.
    quiet_until: Option<DateTime<Utc>>,
    cap: i64,
    next_morning: DateTime<Utc>,
}

/// Looks again at rows whose turn has come: all of them in four queries.
///
/// # Errors
/// When the database fails.
pub async fn look_again(books: &Books, turns: &[Turn]) -> store::Result<HashMap<OutboxId, Look>> {
    let now = books.clock.now();
    let broadcasts: BTreeSet<BroadcastId> = turns.iter().map(|turn| turn.broadcast).collect();
    let broadcasts: Vec<BroadcastId> = broadcasts.into_iter().collect();
    let cadres: Vec<CadreId> = turns.iter().map(|turn| turn.cadre).collect();
    let midnight = day_start(&books.campaign, now).timestamp_millis();
    let mut tx = books.store.read().await?;
    let states = broadcast::states(&mut tx, &broadcasts).await?;
    let readers = broadcast::readers(&mut tx, &cadres).await?;
    let sent = snapshot::unsolicited_since(&mut tx, &cadres, midnight).await?;
    let own = quiet::of_cadres(&mut tx, &cadres).await?;
    tx.commit().await?;
    let zone = books.campaign.zone;
    let quiet_until = |cadre: CadreId| {
        let quiets = [
            Some(books.campaign.limits.quiet()),
            own.get(&cadre).copied(),
        ];
        let quiets: Vec<_> = quiets.into_iter().flatten().collect();
        let until = out_of(&quiets, zone, now);
        (until > now).then_some(until)
    };
    let moment = |cadre| Moment {
        quiet_until: quiet_until(cadre),
        cap: i64::from(books.campaign.limits.daily_cap),
        next_morning: next_morning(&books.campaign, now),
    };
    Ok(turns
        .iter()
        .map(|turn| {
            let look = decide(
                states.get(&turn.broadcast).copied(),
                readers.get(&turn.cadre),
                turn.chat,
                sent.get(&turn.cadre).copied().unwrap_or(0),
                &moment(turn.cadre),
            );
            (turn.row, look)
        })
        .collect())
}

/// Pure: what becomes of a row of a broadcast in that state, written down for `chat`, whose reader has had `sent`
/// messages today.
fn decide(
    state: Option<State>,
    reader: Option<&Reader>,
    chat: i64,
    sent: i64,
    moment: &Moment,
) -> Look {
    match state {
        None | Some(State::Cancelled) => return Look::Close(CANCELLED),
        Some(State::Freezing | State::Paused) => {
            return Look::Park {
                until: held_until(),
                reason: PAUSED,
            };
        }
        Some(State::Sending | State::Done) => {}
    }
    let language = match reader {
        Some(Reader { active: true, link }) => match link {
            // Another account now: that one was not written down, and this one is his no more.
            Some((account, ..)) if *account != TelegramId(chat) => return Look::Close("unlinked"),
            Some((_, false, _)) => return Look::Close("blocked"),
            Some((_, true, language)) => *language,
            None => return Look::Close("unlinked"),
        },
        _ => return Look::Close("left"),
    };
    if let Some(until) = moment.quiet_until {
        return Look::Park {
            until,
            reason: QUIET_HOURS,
        };
    }
    if sent >= moment.cap {
        return Look::Park {
            until: moment.next_morning,
            reason: "daily_cap",
        };
    }
    Look::Send(language)
}

/// Quiet hours have begun in the middle of a round: puts a chunk of what is due off until they end, so that it is
/// not taken out row by row only to be put back. Returns how many.
///
/// # Errors
/// When the database fails.
pub async fn put_off(books: &Books, until: DateTime<Utc>) -> store::Result<u64> {
    let mut tx = books.store.begin().await?;
    let now = books.clock.now();
    let parked = broadcast::park_due(&mut tx, now, until, QUIET_HOURS, CHUNK).await?;
    tx.commit().await?;
    Ok(parked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_owed_no_more_is_closed_and_what_must_wait_is_parked() {
        let at = |hours: i64| DateTime::from_timestamp(hours * 3_600, 0).unwrap();
        let day = Moment {
            quiet_until: None,
            cap: 2,
            next_morning: at(30),
        };
        let night = Moment {
            quiet_until: Some(at(7)),
            ..day
        };
        let reader = |active, link| Some(Reader { active, link });
        let linked = |account, reachable| Some((TelegramId(account), reachable, Language::Ko));
        let well = reader(true, linked(7, true));
        let park = |until, reason| Look::Park { until, reason };
        for (state, reader, sent, moment, look) in [
            (
                Some(State::Sending),
                well,
                1,
                &day,
                Look::Send(Language::Ko),
            ),
            (Some(State::Done), well, 0, &day, Look::Send(Language::Ko)),
            (
                Some(State::Cancelled),
                well,
                0,
                &night,
                Look::Close("cancelled"),
            ),
            (None, well, 0, &day, Look::Close("cancelled")),
            (
                Some(State::Paused),
                well,
                0,
                &day,
                park(held_until(), "paused"),
            ),
            (
                Some(State::Freezing),
                well,
                0,
                &day,
                park(held_until(), "paused"),
            ),
            (Some(State::Sending), None, 0, &day, Look::Close("left")),
            (
                Some(State::Sending),
                reader(false, linked(7, true)),
                0,
                &night,
                Look::Close("left"),
            ),
            (
                Some(State::Sending),
                reader(true, None),
                0,
                &day,
                Look::Close("unlinked"),
            ),
            (
                Some(State::Sending),
                reader(true, linked(8, true)),
                0,
                &day,
                Look::Close("unlinked"),
            ),
            (
                Some(State::Sending),
                reader(true, linked(7, false)),
                0,
                &day,
                Look::Close("blocked"),
            ),
            (
                Some(State::Sending),
                well,
                0,
                &night,
                park(at(7), "quiet_hours"),
            ),
            (
                Some(State::Sending),
                well,
                2,
                &night,
                park(at(7), "quiet_hours"),
            ),
            (
                Some(State::Sending),
                well,
                2,
                &day,
                park(at(30), "daily_cap"),
            ),
        ] {
            let found = decide(state, reader.as_ref(), 7, sent, moment);
            assert_eq!(found, look, "{state:?} {reader:?} {sent}");
        }
    }
}
