//! Opening either database from its URL, and bringing its tables up to date.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::sync::LazyLock;
use std::time::Duration;

use super::{Result, Store};

/// The oldest SQLite without the WAL-reset corruption bug (sqlite.org/changes.html, 3.51.3).
pub const MINIMUM_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// How often a migration is begun again.
const MIGRATION_TRIES: u32 = 10;

static SQLITE: LazyLock<Migrator> = LazyLock::new(|| lenient(sqlx::migrate!("migrations/sqlite")));
static POSTGRES: LazyLock<Migrator> =
    LazyLock::new(|| lenient(sqlx::migrate!("migrations/postgres")));

/// A process may start, or go on, on tables that a newer version has migrated: while several processes are
/// replaced one after the other, both versions run. What a migration does is therefore only ever added to.
fn lenient(mut migrator: Migrator) -> Migrator {
    migrator.set_ignore_missing(true);
    migrator
}

/// The migrations of the database that the URL names.
pub fn migrator(url: &str) -> &'static Migrator {
    if is_postgres(url) { &POSTGRES } else { &SQLITE }
}

/// A migration takes locks that the processes of the version before, which go on, take in another order; when
/// PostgreSQL ends it for that, it is simply begun again.
fn is_deadlock(error: &sqlx::Error) -> bool {
    const DEADLOCK: &str = "40P01";
    let database = match error {
        sqlx::Error::Migrate(fault) => match fault.as_ref() {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                error.as_database_error()
            }
            _ => None,
        },
        error => error.as_database_error(),
    };
    database.is_some_and(|error| error.code().as_deref() == Some(DEADLOCK))
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

impl Store {
    /// Opens `sqlite://FILE` (made if missing) or `postgres://…` and applies the migrations that are
    /// still to come.
    pub async fn open(url: &str) -> Result<Self> {
        let mut tries = 0;
        loop {
            let store = Self::connect(url).await?;
            match store.migrate().await {
                Err(error) if tries < MIGRATION_TRIES && is_deadlock(&error) => {
                    tries += 1;
                    // A migration that failed holds its lock as long as its connection lives.
                    store.close().await;
                }
                done => return done.map(|()| store),
            }
        }
    }

    async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite { writer, .. } => {
                check_sqlite(writer).await?;
                SQLITE.run(writer).await?;
            }
            Self::Postgres(pool) => POSTGRES.run(pool).await?,
        }
        Ok(())
    }

    /// Opens it without touching its tables.
    pub async fn connect(url: &str) -> Result<Self> {
        if is_postgres(url) {
            let pool = PgPoolOptions::new()
                .max_connections(10)
                .acquire_timeout(Duration::from_secs(5))
                .connect_with(PgConnectOptions::from_str(url)?)
                .await?;
            return Ok(Self::Postgres(pool));
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: an acknowledged update survives a power cut, not only a crash of the program.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("temp_store", "memory");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            // The system caches the file already; five full caches of SQLite's own only add up.
            .connect_with(
                options
                    .pragma("query_only", "on")
                    .pragma("cache_size", "-512"),
            )
            .await?;
        Ok(Self::Sqlite { writer, readers })
    }
}

async fn check_sqlite(writer: &sqlx::SqlitePool) -> Result<()> {
    let (version,): (String,) = sqlx::query_as("SELECT sqlite_version()")
        .fetch_one(writer)
        .await?;
    let mut parts = version
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    let found = (next(), next(), next());
    if found < MINIMUM_SQLITE {
        return Err(sqlx::Error::Configuration(
            format!(
                "SQLite {version} is built in, which can corrupt its write-ahead log; \
                 build with the libsqlite3-sys of Cargo.lock (3.51.3 or newer)"
            )
            .into(),
        ));
    }
    Ok(())
}
