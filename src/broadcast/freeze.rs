//! Bringing a broadcast's messages in line with its state, a chunk a transaction: written down, released,
//! held, closed. A process that dies goes on where it was, and nobody is in twice.

use chrono::{DateTime, Utc};
use std::sync::Arc;
use std::time::Duration;

use crate::books::Books;
use crate::clock::rest;
use crate::domain::broadcast::State;
use crate::domain::ids::BroadcastId;
use crate::metric;
use crate::planner::out_of_quiet;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::bell::Bell;
use crate::store::broadcast::{self, Frozen, Standing};
use crate::store::{self, Tx};

/// People of the roster that one transaction looks at, and messages that it changes: some hundredths of a second.
pub const CHUNK: i64 = 1_000;
/// How often to look without being rung for: the command line rings nobody.
const LOOK: Duration = Duration::from_secs(5);
/// The rest between two chunks, so that answers and other processes come in between.
const BREATH: Duration = Duration::from_millis(10);

/// What a step did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Messages written down.
    pub frozen: u64,
    /// Messages that may go from now on.
    pub released: u64,
    /// Messages held.
    pub held: u64,
    /// Messages closed.
    pub closed: u64,
    /// Whether there was anything to do: then there may be more.
    pub more: bool,
}

impl Summary {
    fn add(&mut self, other: Self) {
        self.frozen += other.frozen;
        self.released += other.released;
        self.held += other.held;
        self.closed += other.closed;
        self.more |= other.more;
    }
}

/// One chunk of every broadcast whose messages are not in line with its state.
///
/// # Errors
/// When the database fails; the next step does the same chunk again, to the same effect.
pub async fn tick(books: &Books) -> store::Result<Summary> {
    step(books, CHUNK).await
}

/// The same with chunks of another size.
///
/// # Errors
/// As [`tick`].
pub async fn step(books: &Books, chunk: i64) -> store::Result<Summary> {
    let mut tx = books.store.read().await?;
    let ids = broadcast::unsettled(&mut tx).await?;
    tx.commit().await?;
    let mut summary = Summary::default();
    for id in ids {
        let mut tx = books.store.begin().await?;
        if let Some(standing) = broadcast::lock(&mut tx, id).await? {
            let done = advance(books, &mut tx, id, &standing, chunk).await?;
            if done.released > 0 {
                tx.ring(Bell::Outbox).await?;
            }
            summary.add(done);
        }
        tx.commit().await?;
    }
    (0..summary.closed).for_each(|_| metric::message_closed("moot"));
    Ok(summary)
}

/// Steps until everything is in line: a new broadcast is then wholly written down and released.
///
/// # Errors
/// As [`tick`].
pub async fn settle(books: &Books) -> store::Result<Summary> {
    let mut all = Summary::default();
    loop {
        let summary = tick(books).await?;
        all.add(summary);
        if !summary.more {
            return Ok(all);
        }
    }
}

async fn advance(
    books: &Books,
    tx: &mut Tx,
    id: BroadcastId,
    standing: &Standing,
    chunk: i64,
) -> store::Result<Summary> {
    let now = books.clock.now();
    let mut summary = Summary {
        more: true,
        ..Summary::default()
    };
    match standing.state {
        State::Freezing => {
            let Standing {
                audience, cursor, ..
            } = standing;
            match broadcast::freeze(tx, id, audience, *cursor, chunk, now).await? {
                Frozen::Some(rows) => summary.frozen = rows,
                Frozen::All => {
                    broadcast::set_frozen(tx, id, now).await?;
                    broadcast::record(tx, id, "frozen", None, "", now).await?;
                    tracing::info!(broadcast.id = %id, "a broadcast's audience is complete");
                }
            }
        }
        State::Sending => {
            let at = out_of_quiet(&books.campaign, now);
            summary.released = broadcast::release(tx, id, at, chunk).await?;
            if summary.released == 0 {
                summary.more = end(tx, id, State::Done, now).await?;
            }
        }
        State::Paused => {
            summary.held = broadcast::hold(tx, id, PAUSED, chunk).await?;
            summary.more = summary.held > 0;
        }
        State::Cancelled => {
            summary.closed = broadcast::close(tx, id, CANCELLED, chunk).await?;
            if summary.closed == 0 {
                summary.more = end(tx, id, State::Cancelled, now).await?;
            }
        }
        State::Done => summary.more = end(tx, id, State::Done, now).await?,
    }
    Ok(summary)
}

/// Why a message of a paused broadcast waits.
pub(super) const PAUSED: &str = "paused";
/// Why one of a cancelled broadcast never goes.
pub(super) const CANCELLED: &str = "cancelled";

/// Ends one of which nothing is open. Says whether it did.
async fn end(
    tx: &mut Tx,
    id: BroadcastId,
    state: State,
    now: DateTime<Utc>,
) -> store::Result<bool> {
    if broadcast::is_open(tx, id).await? {
        return Ok(false);
    }
    broadcast::set_closed(tx, id, state, now).await?;
    if state == State::Done {
        broadcast::record(tx, id, "done", None, "", now).await?;
    }
    tracing::info!(broadcast.id = %id, state = state.name(), "nothing of a broadcast is open any more");
    Ok(true)
}

/// Steps whenever there is something to do, while this process does the office's rounds, until it is stopped.
pub async fn run(service: Arc<Service>, mut stop: Stop) {
    let mut lead = service.office.clone();
    let mut database_down = false;
    while !stop.is_requested() {
        tokio::select! {
            () = lead.won() => {}
            () = stop.requested() => return,
        }
        let pause = match tick(&service).await {
            Ok(summary) => {
                database_down = false;
                if summary.released > 0 {
                    service.ring_outbox();
                }
                if summary.more { BREATH } else { LOOK }
            }
            Err(error) => {
                if !std::mem::replace(&mut database_down, true) {
                    tracing::error!(%error, "broadcasts wait: the database does not answer");
                }
                LOOK
            }
        };
        tokio::select! {
            () = service.broadcast_wake.notified() => {}
            () = rest(pause) => {}
            () = stop.requested() => {}
        }
    }
}
