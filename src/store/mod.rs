//! All SQL, a file a noun. One text of a query serves SQLite and PostgreSQL through `on!`; only
//! claims differ. Every function takes a [`Tx`], so that a fact and its message commit together.

pub mod account;
pub mod assignment;
pub mod audit;
pub mod bell;
pub mod bot;
pub mod broadcast;
pub mod cadre;
pub mod calendar;
pub mod dialogue;
pub mod entry;
pub mod escalation;
pub mod evidence;
pub mod fact;
pub mod grant;
pub mod group;
pub mod inbox;
pub mod invite;
pub mod item;
pub mod lease;
pub mod leave;
pub mod link;
pub mod mute;
pub mod news;
pub mod occurrence;
pub mod opinion;
pub mod outbox;
pub mod pause;
pub mod poll;
pub mod posting;
pub mod postponement;
pub mod presence;
pub mod quiet;
pub mod quota;
pub mod reach;
pub mod report;
pub mod review;
pub mod session;
pub mod snapshot;
pub mod superior;
pub mod unit;

mod bulk;
mod open;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

pub use open::{MINIMUM_SQLITE, migrator};

/// A database fault. Everything else a query can yield is a value.
pub type Result<T> = std::result::Result<T, sqlx::Error>;

/// The database: SQLite (one writer, several readers) or PostgreSQL.
#[derive(Debug, Clone)]
pub enum Store {
    /// The embedded default.
    Sqlite {
        /// The one connection that writes.
        writer: SqlitePool,
        /// Those that only read.
        readers: SqlitePool,
    },
    /// For several replicas.
    Postgres(PgPool),
}

/// One transaction on either database.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs the same expression on whichever connection the transaction holds: `on!(tx, c =>
/// sqlx::query("…").execute(c).await)`.
macro_rules! on {
    ($tx:expr, $c:ident => $body:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(tx) => {
                let $c = &mut **tx;
                $body
            }
            $crate::store::Tx::Postgres(tx) => {
                let $c = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on;

impl Store {
    /// A transaction that may write. On SQLite it takes the write lock at once, so that it cannot
    /// fail half-way for being late.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A transaction that only reads: one consistent view, never waiting behind the writer.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        let mut tx = self.read().await?;
        let (_,): (i64,) =
            on!(&mut tx, c => sqlx::query_as("SELECT CAST(1 AS BIGINT)").fetch_one(c).await)?;
        Ok(())
    }

    /// Closes every connection, finishing what is being written.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything done in it lasting.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }

    /// Forgets everything done in it.
    pub async fn rollback(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await,
            Self::Postgres(tx) => tx.rollback().await,
        }
    }
}
