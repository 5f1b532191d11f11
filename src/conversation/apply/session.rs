//! What becomes of a collective study, written down: in sets, however many people were there.

use chrono::{DateTime, Utc};

use crate::conversation::outcome::{Change, NewEntry};
use crate::domain::ids::{CadreId, SessionId, UpdateId};
use crate::domain::news::News;
use crate::domain::session::Event;
use crate::store::{Result, Tx, entry, news, session};

/// Writes it.
pub(super) async fn apply(
    tx: &mut Tx,
    update: UpdateId,
    change: Change,
    now: DateTime<Utc>,
) -> Result<()> {
    match change {
        Change::Open(new) => session::open(tx, &new, update, now).await,
        Change::Tick {
            session,
            cadres,
            present,
            by,
        } => session::tick(tx, session, &cadres, present, by, now).await,
        Change::TickAll { session, unit, by } => {
            session::tick_all(tx, session, &unit, by, now).await
        }
        Change::Confirm {
            session,
            by,
            name,
            entries,
        } => {
            once(tx, session, Event::Confirmed, by, now).await?;
            record(tx, update, by, &name, &entries, now).await
        }
        Change::Cancel { session, by } => once(tx, session, Event::Cancelled, by, now).await,
        Change::Withdraw {
            session,
            by,
            name,
            duty,
            on,
            amount,
        } => {
            once(tx, session, Event::Withdrawn, by, now).await?;
            let gone = entry::of_session(tx, session).await?;
            entry::withdraw_session(tx, session, by, now).await?;
            let unaware = news::forget(tx, &gone, now).await?;
            let undone = News::Undone {
                duty,
                on,
                amount,
                by: name,
            };
            let aware = gone
                .iter()
                .filter(|(_, cadre)| *cadre != by && !unaware.contains(cadre));
            let told: Vec<_> = aware.map(|(_, cadre)| (*cadre, undone.clone())).collect();
            news::insert_all(tx, &told, now).await
        }
    }
}

/// Notes what became of a session. If it has become of it in another process meanwhile, the whole update is
/// handled again, and then sees it.
async fn once(
    tx: &mut Tx,
    session: SessionId,
    event: Event,
    by: CadreId,
    now: DateTime<Utc>,
) -> Result<()> {
    if session::happened(tx, session, event, by, now).await? {
        return Ok(());
    }
    let what = format!("session {session} was {} meanwhile", event.name());
    Err(sqlx::Error::Protocol(what))
}

/// Records the entries, and notes that everybody is to be told but the one who records them.
async fn record(
    tx: &mut Tx,
    update: UpdateId,
    by: CadreId,
    name: &str,
    entries: &[NewEntry],
    now: DateTime<Utc>,
) -> Result<()> {
    let ids = entry::insert_all(tx, entries, update, now).await?;
    let told: Vec<_> = ids
        .into_iter()
        .filter(|(_, cadre)| *cadre != by)
        .filter_map(|(id, cadre)| {
            let entry = entries.iter().find(|entry| entry.cadre == cadre)?;
            let news = News::Session {
                entry: id,
                duty: entry.duty.clone(),
                on: entry.on,
                amount: entry.amount,
                by: name.to_owned(),
            };
            Some((cadre, news))
        })
        .collect();
    news::insert_all(tx, &told, now).await
}
