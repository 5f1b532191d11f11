//! A process's sign of life on PostgreSQL: a session lock named after it, which the server lets go the
//! moment the process dies. So what a dead process held is free at once, not when its lease runs out.

use sqlx::PgConnection;
use sqlx::{Connection, Executor};

use super::{Result, Store};

/// Held while the process lives. On SQLite there is nothing to hold: it has one process.
#[derive(Debug, Default)]
pub struct Presence(Option<PgConnection>);

impl Presence {
    /// Announces the process, again if its connection was lost.
    pub async fn announce(&mut self, store: &Store, owner: &str) -> Result<()> {
        let Store::Postgres(pool) = store else {
            return Ok(());
        };
        if let Some(connection) = &mut self.0
            && connection.ping().await.is_ok()
        {
            return Ok(());
        }
        let mut connection = pool.acquire().await?.detach();
        connection
            .execute(sqlx::query("SELECT pg_advisory_lock($1)").bind(lock_of(owner)))
            .await?;
        self.0 = Some(connection);
        Ok(())
    }
}

/// The number of a process's lock: its name is a 64-bit number in hex, made at random at its start.
pub(crate) fn lock_of(owner: &str) -> i64 {
    u64::from_str_radix(owner, 16)
        .unwrap_or_default()
        .cast_signed()
}
