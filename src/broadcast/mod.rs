//! Broadcasts: one text of the office to many. Made here; written down to its audience and kept in order by
//! `tick`; looked at again by delivery just before each message goes (`turn`).

mod freeze;
mod hours;
mod turn;

use chrono::{DateTime, Utc};

use crate::domain::audience::{Audience, UnknownWord};
use crate::domain::broadcast::{Body, BodyFault, Order, OrderFault, Photo, State};
use crate::domain::campaign::Campaign;
use crate::domain::ids::{BroadcastId, CadreId};
use crate::store::{self, Tx, audit, broadcast, unit};

pub use freeze::{CHUNK, Summary, run, settle, step, tick};
pub use hours::{Forecast, forecast, next_morning};
pub(crate) use turn::QUIET_HOURS;
pub use turn::{Look, Turn, look_again, put_off};

/// What the office wants to say, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The words.
    pub body: Body,
    /// A picture above them.
    pub photo: Option<Photo>,
    /// To whom.
    pub audience: Audience,
    /// Who says it; `None`: the command line.
    pub by: Option<CadreId>,
}

/// Why a broadcast is not made, or an order not obeyed: a line what, a line what to do.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Telegram would not take it.
    #[error("{0}")]
    Body(#[from] BodyFault),
    /// A rank, trait or sector that the campaign does not have.
    #[error("{0}")]
    Word(#[from] UnknownWord),
    /// A unit that nobody has.
    #[error(
        "there is no unit {0:?}\nwrite its whole path as `duban export roster` has it: county/township"
    )]
    Unit(String),
    /// An audience without anybody.
    #[error(
        "nobody who is linked belongs to that audience\n`duban export roster` shows who is linked; ask for less"
    )]
    Nobody,
    /// A number that no broadcast has.
    #[error("there is no broadcast {0}\n`duban broadcast list` shows their numbers")]
    Unknown(BroadcastId),
    /// An order that makes no sense now.
    #[error("broadcast {0}: {1}\n`duban broadcast list` shows how far each one is")]
    Order(BroadcastId, OrderFault),
    /// The database failed.
    #[error("the database failed: {0}\nsee that it runs, then try again; nothing was half done")]
    Store(#[from] sqlx::Error),
}

/// Looks a draft over, without writing anything; gives the number of people it would go to now.
///
/// # Errors
/// What is wrong with it, and what would be right.
pub async fn check(tx: &mut Tx, campaign: &Campaign, draft: &Draft) -> Result<i64, Refusal> {
    draft.body.check(draft.photo.as_ref())?;
    draft.audience.check(campaign)?;
    for path in &draft.audience.units {
        if unit::by_path(tx, path).await?.is_none() {
            return Err(Refusal::Unit(path.clone()));
        }
    }
    match broadcast::people(tx, &draft.audience).await? {
        0 => Err(Refusal::Nobody),
        people => Ok(people),
    }
}

/// Makes a broadcast. To whom it goes is written down by the service, whoever is linked then; nothing is sent
/// before that is complete.
///
/// # Errors
/// As [`check`].
pub async fn create(
    tx: &mut Tx,
    campaign: &Campaign,
    draft: &Draft,
    now: DateTime<Utc>,
) -> Result<BroadcastId, Refusal> {
    check(tx, campaign, draft).await?;
    let new = broadcast::NewBroadcast {
        kind: "notice",
        body: &draft.body,
        photo: draft.photo.as_ref(),
        audience: &draft.audience,
        by: draft.by,
    };
    let id = broadcast::insert(tx, &new, now).await?;
    broadcast::record(tx, id, "created", draft.by, "", now).await?;
    record(tx, "send", id, draft.by, now).await?;
    Ok(id)
}

/// Pauses, resumes or cancels one. The service brings its messages in line within a few seconds; none is sent
/// against the order meanwhile but those that are on their way already. Gives its state.
///
/// # Errors
/// When there is no such broadcast, or the order makes no sense now.
pub async fn order(
    tx: &mut Tx,
    id: BroadcastId,
    order: Order,
    by: Option<CadreId>,
    now: DateTime<Utc>,
) -> Result<State, Refusal> {
    let standing = broadcast::lock(tx, id).await?;
    let standing = standing.ok_or(Refusal::Unknown(id))?;
    let state = standing
        .state
        .after(order, standing.frozen)
        .map_err(|fault| Refusal::Order(id, fault))?;
    broadcast::set_state(tx, id, state).await?;
    broadcast::record(tx, id, order.event(), by, "", now).await?;
    record(tx, order.name(), id, by, now).await?;
    Ok(state)
}

/// The service pauses one by itself, because Telegram does not take its picture: else it would upload it to
/// everybody in vain.
pub(crate) async fn stop_for(
    tx: &mut Tx,
    id: BroadcastId,
    reason: &str,
    now: DateTime<Utc>,
) -> store::Result<()> {
    let Some(standing) = broadcast::lock(tx, id).await? else {
        return Ok(());
    };
    if let Ok(state) = standing.state.after(Order::Pause, standing.frozen) {
        broadcast::set_state(tx, id, state).await?;
        broadcast::record(tx, id, Order::Pause.event(), None, reason, now).await?;
        tracing::error!(broadcast.id = %id, reason, "a broadcast was paused: Telegram refuses its picture; \
            cancel it and send it again with another");
    }
    Ok(())
}

async fn record(
    tx: &mut Tx,
    action: &str,
    id: BroadcastId,
    by: Option<CadreId>,
    now: DateTime<Utc>,
) -> store::Result<()> {
    let (action, object) = (format!("broadcast {action}"), id.to_string());
    let attempt = audit::Attempt {
        account: None,
        cadre: by,
        action: &action,
        object: &object,
        allowed: true,
    };
    audit::record(tx, &attempt, now).await
}
