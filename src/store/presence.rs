//! A process's sign of life, named after it: on PostgreSQL a session lock, which the server lets go the moment
//! the process dies; on SQLite a lock on a file beside the database, which the system lets go. So what a dead
//! process held is free at once, not when its lease runs out.

use std::fs::{File, TryLockError};
use std::path::Path;

use sqlx::PgConnection;
use sqlx::{Connection, Executor};

use super::{Result, Store};

/// Held while the process lives.
#[derive(Debug, Default)]
pub struct Presence(Option<Sign>);

#[derive(Debug)]
enum Sign {
    Session(Box<PgConnection>),
    File(#[expect(dead_code, reason = "held for its lock")] File),
}

impl Presence {
    /// Announces the process, again if its connection was lost. Returns whether it may act at all: of
    /// several processes on one SQLite file only the first may.
    pub async fn announce(&mut self, store: &Store, owner: &str) -> Result<bool> {
        if let Some(Sign::Session(session)) = &mut self.0
            && session.ping().await.is_err()
        {
            self.0 = None;
        }
        match (store, &self.0) {
            (_, Some(_)) => {}
            (Store::Postgres(pool), None) => {
                let mut session = pool.acquire().await?.detach();
                session
                    .execute(sqlx::query("SELECT pg_advisory_lock($1)").bind(lock_of(owner)))
                    .await?;
                self.0 = Some(Sign::Session(Box::new(session)));
            }
            (Store::Sqlite { writer, .. }, None) => {
                let options = writer.connect_options();
                let Some(file) = lock_file(options.get_filename())? else {
                    return Ok(false);
                };
                self.0 = Some(Sign::File(file));
            }
        }
        Ok(true)
    }
}

/// The lock of a SQLite database, in a file of its own: SQLite's locks are on the database itself.
fn lock_file(database: &Path) -> Result<Option<File>> {
    let mut path = database.as_os_str().to_owned();
    path.push("-process");
    let file = File::options()
        .create(true)
        .write(true)
        .truncate(false)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// The number of a process's lock: its name is a 64-bit number in hex, made at random at its start.
pub(crate) fn lock_of(owner: &str) -> i64 {
    u64::from_str_radix(owner, 16)
        .unwrap_or_default()
        .cast_signed()
}
