//! An office's desk: the built program, a folder with files, a database.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use duban::store::Store;

use super::Base;

/// A row of an export, by column.
pub(crate) type Line = BTreeMap<String, String>;

/// Where somebody types `duban …`.
pub(crate) struct Desk {
    pub(crate) database: String,
    folder: tempfile::TempDir,
    settings: BTreeMap<String, String>,
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    /// Exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Said {
    /// The same, if the exit status is the one expected.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{}\n{}", self.out, self.err);
        self
    }

    /// The lines of standard output that begin so.
    pub(crate) fn lines(&self, beginning: &str) -> Vec<&str> {
        let lines = self.out.lines();
        lines.filter(|line| line.starts_with(beginning)).collect()
    }

    /// The last line of standard output: the summary.
    pub(crate) fn summary(&self) -> &str {
        self.out.lines().next_back().unwrap_or_default()
    }
}

impl Desk {
    /// A desk with an empty database and the mass-line campaign.
    pub(crate) async fn on(base: Base) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match base {
            Base::Sqlite => format!("sqlite://{}", folder.path().join("duban.db").display()),
            Base::Postgres => super::postgres_database().await.expect("PostgreSQL"),
        };
        Self::at(database, folder)
    }

    /// A desk over a database that is there.
    pub(crate) fn over(database: &str) -> Self {
        Self::at(database.to_owned(), tempfile::tempdir().expect("a folder"))
    }

    fn at(database: String, folder: tempfile::TempDir) -> Self {
        let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join("campaigns/mass-line.toml");
        let settings = BTreeMap::from([
            ("DATABASE_URL".to_owned(), database.clone()),
            ("DUBAN_CAMPAIGN".to_owned(), campaign.display().to_string()),
            ("LANG".to_owned(), "en_US.UTF-8".to_owned()),
        ]);
        Self {
            database,
            folder,
            settings,
        }
    }

    /// Sets a variable of the environment.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.settings.insert(name.to_owned(), value.to_owned());
    }

    /// Lays a file on the desk; its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).expect("a file");
        path.display().to_string()
    }

    /// Where a file of that name would lie.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the built program, with nothing of this process's environment.
    pub(crate) async fn duban(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_duban"));
        command
            .args(arguments)
            .env_clear()
            .envs(&self.settings)
            .current_dir(self.folder.path());
        // The sandbox may have to answer meanwhile, on this very thread.
        let done = tokio::task::spawn_blocking(move || command.output())
            .await
            .expect("a thread")
            .expect("the program");
        Said {
            status: done.status.code().unwrap_or(-1),
            out: String::from_utf8(done.stdout).expect("UTF-8"),
            err: String::from_utf8(done.stderr).expect("UTF-8"),
        }
    }

    /// A table as `duban export … --format csv` gives it.
    pub(crate) async fn export(&self, table: &str) -> Vec<Line> {
        let said = self.duban(&["export", table, "--format", "csv"]).await;
        lines_of(&said.ends(0).out)
    }

    /// What one statement counts in the database.
    pub(crate) async fn count(&self, statement: &'static str) -> i64 {
        let store = Store::connect(&self.database).await.expect("the database");
        let (count,): (i64,) = match &store {
            Store::Sqlite { writer, .. } => sqlx::query_as(statement).fetch_one(writer).await,
            Store::Postgres(pool) => sqlx::query_as(statement).fetch_one(pool).await,
        }
        .expect("a count");
        store.close().await;
        count
    }

    /// Changes the database behind the program's back; the statement for each database.
    pub(crate) async fn meddle(&self, sqlite: &'static str, postgres: &'static str) {
        let store = Store::connect(&self.database).await.expect("the database");
        match &store {
            Store::Sqlite { writer, .. } => {
                sqlx::raw_sql(sqlite).execute(writer).await.expect(sqlite);
            }
            Store::Postgres(pool) => {
                sqlx::raw_sql(postgres).execute(pool).await.expect(postgres);
            }
        }
        store.close().await;
    }
}

/// The rows of a csv, by column.
pub(crate) fn lines_of(csv: &str) -> Vec<Line> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("a csv with a header")
}
