//! The migrations of both databases: the same steps, each applied to tables that hold data already
//! (`tests/data/migrations/NAME.sql`, loaded after the step of that name).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use duban::store::{Store, migrator};

use super::support::{Base, Desk, bases};

const FOLDERS: [&str; 2] = ["migrations/sqlite", "migrations/postgres"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of a folder's migrations, in order.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).expect(folder);
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

fn data_of(name: &str) -> PathBuf {
    root().join("tests/data/migrations").join(name)
}

/// Statements, without comments and in one line each.
fn statements(sql: &str) -> Vec<String> {
    let code: Vec<&str> = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or(line))
        .collect();
    code.join(" ")
        .split(';')
        .map(|statement| statement.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|statement| !statement.is_empty())
        .collect()
}

async fn run(store: &Store, sql: String) {
    let sql = sqlx::AssertSqlSafe(sql);
    match store {
        Store::Sqlite { writer, .. } => sqlx::raw_sql(sql).execute(writer).await.map(|_| ()),
        Store::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(|_| ()),
    }
    .expect("the data of a migration");
}

async fn migrate_to(store: &Store, url: &str, version: i64) {
    match store {
        Store::Sqlite { writer, .. } => migrator(url).run_to(version, writer).await,
        Store::Postgres(pool) => migrator(url).run_to(version, pool).await,
    }
    .expect("a migration over data");
}

/// Every column of ours as "table.column", with whether it may be NULL.
async fn columns(store: &Store) -> BTreeSet<String> {
    let rows: Vec<(String, String, bool)> = match store {
        Store::Sqlite { writer, .. } => {
            // A primary key of SQLite is not declared NOT NULL, but holds no NULL.
            sqlx::query_as(
                "SELECT m.name, c.name, c.\"notnull\" = 0 AND c.pk = 0
                 FROM sqlite_master m JOIN pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\'",
            )
            .fetch_all(writer)
            .await
        }
        Store::Postgres(pool) => {
            sqlx::query_as(
                "SELECT table_name::text, column_name::text, is_nullable = 'YES'
                 FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'",
            )
            .fetch_all(pool)
            .await
        }
    }
    .expect("the schema");
    let line = |(table, column, nullable)| {
        let null = if nullable { " or nothing" } else { "" };
        format!("{table}.{column}{null}")
    };
    rows.into_iter().map(line).collect()
}

/// Index names.
async fn indexes(store: &Store) -> BTreeSet<String> {
    let rows: Vec<(String,)> = match store {
        Store::Sqlite { writer, .. } => {
            sqlx::query_as(
                "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
            )
            .fetch_all(writer)
            .await
        }
        Store::Postgres(pool) => {
            sqlx::query_as(
                "SELECT i.indexname::text FROM pg_indexes i
                 LEFT JOIN pg_constraint k ON k.conname = i.indexname
                 WHERE i.schemaname = 'public' AND k.conname IS NULL",
            )
            .fetch_all(pool)
            .await
        }
    }
    .expect("the indexes");
    rows.into_iter().map(|(name,)| name).collect()
}

#[test]
fn both_databases_have_the_same_migrations() {
    let [sqlite, postgres] = FOLDERS.map(names);
    assert!(!sqlite.is_empty());
    assert_eq!(sqlite, postgres);
    let data: Vec<String> = names("tests/data/migrations");
    assert_eq!(data, sqlite, "a file of data for each migration");
}

/// A column added to a table that holds rows needs a value for them.
#[test]
fn a_later_column_that_must_hold_something_says_what_old_rows_hold() {
    for folder in FOLDERS {
        for name in names(folder) {
            let sql = fs::read_to_string(root().join(folder).join(&name)).expect("a migration");
            assert!(
                sql.starts_with("-- "),
                "{folder}/{name} says why it is there"
            );
            for statement in statements(&sql) {
                assert!(!breaks_old_rows(&statement), "{folder}/{name}: {statement}");
            }
        }
    }
}

fn breaks_old_rows(statement: &str) -> bool {
    let statement = statement.to_uppercase();
    statement.starts_with("ALTER TABLE")
        && statement.contains(" ADD ")
        && statement.contains("NOT NULL")
        && !statement.contains("DEFAULT")
}

/// The version before must go on running on the migrated tables while its processes are replaced one by one:
/// a migration adds. What nobody uses any more may go in the release after, in a file that says so.
#[test]
fn a_later_migration_only_adds() {
    for folder in FOLDERS {
        for name in names(folder).into_iter().skip(1) {
            let sql = fs::read_to_string(root().join(folder).join(&name)).expect("a migration");
            if sql.starts_with("-- Contract:") {
                continue;
            }
            for statement in statements(&sql) {
                assert!(only_adds(&statement), "{folder}/{name}: {statement}");
            }
        }
    }
}

fn only_adds(statement: &str) -> bool {
    let statement = statement.to_uppercase();
    let adds = [
        "CREATE TABLE ",
        "CREATE INDEX ",
        "CREATE UNIQUE INDEX ",
        "INSERT INTO ",
    ];
    adds.iter()
        .any(|beginning| statement.starts_with(beginning))
        || statement.starts_with("ALTER TABLE ")
            && statement.contains(" ADD COLUMN ")
            && !statement.contains("UNIQUE")
}

#[test]
fn the_rule_about_adding_can_tell() {
    for (statement, adds) in [
        (
            "ALTER TABLE links ADD COLUMN bot BIGINT NOT NULL DEFAULT 0",
            true,
        ),
        ("CREATE INDEX a ON b (c)", true),
        ("ALTER TABLE links DROP COLUMN bot", false),
        ("ALTER TABLE links RENAME COLUMN bot TO robot", false),
        ("ALTER TABLE links ALTER COLUMN bot TYPE TEXT", false),
        ("DROP INDEX a", false),
        ("UPDATE links SET bot = 1", false),
        ("DELETE FROM links", false),
    ] {
        assert_eq!(only_adds(statement), adds, "{statement}");
    }
}

/// A newer version has migrated the database, and an older process starts or goes on.
#[tokio::test]
async fn the_program_runs_on_tables_that_a_newer_one_has_migrated() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let store = Store::open(&desk.database).await.expect("the database");
        let newer = "ALTER TABLE outbox ADD COLUMN newer BIGINT NOT NULL DEFAULT 7;
            CREATE TABLE newer (id BIGINT);
            INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                SELECT 29991231000000, 'newer', success, checksum, 0 FROM _sqlx_migrations
                ORDER BY version LIMIT 1;";
        run(&store, newer.to_owned()).await;
        store.close().await;
        let store = Store::open(&desk.database).await;
        store.expect("a start over newer tables").close().await;
        desk.export("outbox").await;
    }
}

#[test]
fn the_rule_about_later_columns_can_tell() {
    let sql = "-- why\nALTER TABLE units ADD COLUMN code TEXT NOT NULL; -- DEFAULT ''\nCREATE TABLE a (b TEXT NOT NULL);";
    let broken: Vec<bool> = statements(sql)
        .iter()
        .map(|one| breaks_old_rows(one))
        .collect();
    assert_eq!(broken, [true, false]);
    assert!(!breaks_old_rows(
        "alter table units add column code text not null default ''"
    ));
}

#[tokio::test]
async fn each_migration_goes_over_data_and_running_them_again_changes_nothing() {
    let mut schemas = Vec::new();
    for base in bases().await {
        let desk = Desk::on(base).await;
        let store = Store::connect(&desk.database).await.expect("the database");
        let steps = names("migrations/sqlite");
        let migrator = migrator(&desk.database);
        assert_eq!(
            migrator.iter().count(),
            steps.len(),
            "built in are the files of the folder"
        );
        for (migration, name) in migrator.iter().zip(&steps) {
            assert!(name.starts_with(&migration.version.to_string()), "{name}");
            migrate_to(&store, &desk.database, migration.version).await;
            run(&store, fs::read_to_string(data_of(name)).expect("data")).await;
        }
        let schema = (columns(&store).await, indexes(&store).await);
        assert!(schema.0.len() > 100, "{schema:?}");
        store.close().await;
        let people = desk.count("SELECT COUNT(*) FROM cadres").await;
        assert!(people > 0, "the data is there to be migrated");

        for _ in 0..2 {
            let store = Store::open(&desk.database)
                .await
                .expect("a start over old data");
            assert_eq!((columns(&store).await, indexes(&store).await), schema);
            store.close().await;
        }
        let applied = desk.count("SELECT COUNT(*) FROM _sqlx_migrations").await;
        assert_eq!(usize::try_from(applied), Ok(steps.len()));
        assert_eq!(desk.count("SELECT COUNT(*) FROM cadres").await, people);
        // What the data holds can be read by the program of today.
        assert_eq!(
            desk.export("roster").await.len(),
            usize::try_from(people).expect("a count")
        );
        desk.export("entries").await;
        desk.export("items").await;
        desk.export("outbox").await;
        schemas.push((base, schema));
    }
    for (base, schema) in &schemas {
        assert_eq!(
            *schema,
            schemas[0].1,
            "{base:?} differs from {:?}",
            Base::Sqlite
        );
    }
}
