//! Bells between the processes on one PostgreSQL: what one commits, another hears of at once (NOTIFY). They
//! only save waiting: whoever missed one finds what there is at its next look.

use sqlx::postgres::PgListener;

use super::{Result, Store, Tx};

/// The channel of all bells.
const CHANNEL: &str = "duban";

/// What there may be something new of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bell {
    /// Updates were written down.
    Inbox,
    /// Messages were planned.
    Outbox,
}

impl Bell {
    const ALL: [Self; 2] = [Self::Inbox, Self::Outbox];

    const fn name(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Outbox => "outbox",
        }
    }
}

impl Tx {
    /// Rings it in every process once this transaction is committed. On SQLite there is one process, which
    /// rings its own loops.
    pub async fn ring(&mut self, bell: Bell) -> Result<()> {
        if let Self::Postgres(tx) = self {
            sqlx::query("SELECT pg_notify($1, $2)")
                .bind(CHANNEL)
                .bind(bell.name())
                .execute(&mut **tx)
                .await?;
        }
        Ok(())
    }
}

/// An ear on the other processes.
#[derive(Debug)]
pub struct Ear(PgListener);

impl Ear {
    /// Listens; `None` on SQLite, where there is nobody to be heard.
    pub async fn open(store: &Store) -> Result<Option<Self>> {
        let Store::Postgres(pool) = store else {
            return Ok(None);
        };
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Some(Self(listener)))
    }

    /// The next bell that rings; `None`: the connection was lost and is there again, anything may have rung.
    pub async fn hear(&mut self) -> Result<Option<Bell>> {
        let Some(heard) = self.0.try_recv().await? else {
            return Ok(None);
        };
        let known = |bell: &Bell| bell.name() == heard.payload();
        Ok(Bell::ALL.into_iter().find(known))
    }
}
