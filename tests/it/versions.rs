//! An older and a newer version side by side, while processes are replaced one after the other: the newer one
//! has migrated the tables, the older one goes on and may even start again.
//!
//! `DUBAN_BEFORE=path/to/duban cargo test --test it -- versions` takes the program of the release before as the
//! older one, with its campaign file in `DUBAN_BEFORE_CAMPAIGN` if that has no keys which it does not know. Without
//! it the older one is the present program, on tables that a version to come has migrated.

use std::path::PathBuf;
use std::time::Duration;

use chrono::TimeDelta;
use duban::clock::Clock;
use duban::store::Store;

use super::crash::{District, all_done};
use super::support::{PROGRAM, bases, lines};

const PATIENCE: Duration = Duration::from_mins(1);

/// What a version to come may do to the tables: add. Each by itself, or it waits for those that run as they do
/// for it.
const NEWER: &str = "ALTER TABLE outbox ADD COLUMN newer BIGINT NOT NULL DEFAULT 7;
    ALTER TABLE entries ADD COLUMN newer TEXT;
    CREATE INDEX entries_newer ON entries (newer);
    CREATE TABLE newer (id BIGINT PRIMARY KEY);
    INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        SELECT 29991231000000, 'newer', success, checksum, 0 FROM _sqlx_migrations
        ORDER BY version LIMIT 1;";

async fn run(store: &Store, sql: &str) {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    match store {
        Store::Sqlite { writer, .. } => sqlx::raw_sql(sql).execute(writer).await.map(drop),
        Store::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(drop),
    }
    .expect("a change of the tables");
}

#[tokio::test]
async fn the_version_before_goes_on_while_its_processes_are_replaced() {
    let before = std::env::var_os("DUBAN_BEFORE").map(PathBuf::from);
    for base in bases().await {
        let district = District::on(base).await;
        let store = district.store().await;
        // It goes on with the campaign file of its time: new keys come with the new program.
        let start = (Clock::system().now() - TimeDelta::days(40)).date_naive();
        let text = std::env::var_os("DUBAN_BEFORE_CAMPAIGN").map_or_else(
            || include_str!("../../campaigns/mass-line.toml").to_owned(),
            |path| std::fs::read_to_string(path).expect("the campaign file of the version before"),
        );
        let text = text.replace("start = 2014-01-20", &format!("start = {start}"));
        let file = district.folder.path().join("before.toml");
        std::fs::write(file, text).expect("a campaign file");
        let program = before.clone().unwrap_or_else(|| PathBuf::from(PROGRAM));
        let of_its_time = [("DUBAN_CAMPAIGN", "before.toml")];
        let mut older = district.runs_version(&program, &of_its_time);
        let crowd = district.gets_busy(Duration::from_millis(60));
        let answered = |least: usize| {
            let sandbox = district.sandbox.clone();
            async move {
                let enough = |_: &_| (sandbox.delivered() >= least).then_some(());
                sandbox.wait_for(PATIENCE, enough).await.is_some()
            }
        };
        assert!(
            answered(20).await,
            "{base:?}: the older one answers\n{}",
            older.said()
        );
        if before.is_none() {
            for statement in NEWER.split(';') {
                run(&store, statement).await;
            }
        }
        let reached = district.sandbox.delivered();
        let newer = district.runs(&[]);
        assert!(
            answered(reached + 40).await,
            "{base:?}: side by side\n{}",
            newer.said()
        );
        older.terminate();
        assert!(
            older
                .ends_within(PATIENCE)
                .await
                .is_some_and(|(status, _)| status.success())
        );
        let reached = district.sandbox.delivered();
        assert!(
            answered(reached + 20).await,
            "{base:?}: the newer one alone\n{}",
            newer.said()
        );
        let said = crowd.rests().await;
        all_done(&district, &store).await;

        let came_in = lines(&store, "SELECT '' || update_id FROM inbox").await;
        assert_eq!(came_in.len(), said, "{base:?}: all came in");
        let twice = "SELECT '' || update_id FROM entries GROUP BY update_id HAVING COUNT(*) > 1";
        assert_eq!(lines(&store, twice).await, Vec::<String>::new(), "{base:?}");
        let unanswered = "SELECT '' || update_id FROM inbox i WHERE NOT EXISTS (
            SELECT 1 FROM outbox o WHERE o.dedupe_key LIKE 'answer:' || i.update_id || ':%'
                AND o.state = 'sent')";
        assert_eq!(
            lines(&store, unanswered).await,
            Vec::<String>::new(),
            "{base:?}"
        );
        eprintln!("{base:?}: {said} updates over two versions, none lost, none twice");
        store.close().await;
        district.sandbox.stop();
    }
}
