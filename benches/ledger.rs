//! What the ledger costs: a planner tick over 500,000 items of which 20,000 are due, half of them overdue and to be
//! escalated, a half and a quarter of it, on SQLite and, where its programs are found, on PostgreSQL. Run:
//! `cargo bench --bench ledger`, with `-- sqlite` or `-- postgresql` for one of them, and a number for another size.
//! The figures stand in docs/performance.md.

#![expect(clippy::print_stdout, reason = "it prints its result")]
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot run is to say so loudly"
)]
#![expect(
    clippy::cast_precision_loss,
    reason = "counts of items are far below 2^52"
)]

#[path = "../tests/it/support/postgres.rs"]
mod postgres;
mod prefecture;

use std::time::Instant;

use duban::books::Books;
use duban::domain::ids::CadreId;
use duban::planner;
use duban::store::item;
use prefecture::{instant, run, wanted};

/// One item in so many is due that evening.
const DUE_IN: usize = 25;
/// Items a person.
const EACH: usize = 3;
/// The evening on which so many are due. On the next one progress of all is asked for (S13).
const FIRST: &str = "2014-03-31 17:30";
/// People looked at one by one.
const LOOKS: usize = 200;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (bases, most) = wanted(500_000);
    println!(
        "database       items  people     due  escalations  tick,s  us/item  again,s  monthly,s  one's items,ms"
    );
    for base in bases {
        for items in [most / 4, most / 2, most] {
            let folder = tempfile::tempdir().expect("a folder");
            let url = match base {
                "sqlite" => format!("sqlite://{}", folder.path().join("duban.db").display()),
                _ => match postgres::database().await {
                    Some(url) => url,
                    None => break,
                },
            };
            let books = prefecture::place(&url, items / EACH).await;
            run(&books.store, &ledger(items)).await;
            run(&books.store, "ANALYZE").await;
            let (first, planned) = tick(&books, FIRST).await;
            let escalated = count(&books, "SELECT COUNT(*) FROM escalations").await;
            let due = items / DUE_IN;
            assert!(planned >= due / 2, "{planned} messages for {due} items");
            let again = tick(&books, "2014-03-31 17:40").await.0;
            let monthly = tick(&books, "2014-04-01 17:30").await.0;
            let own = own(&books, items / EACH).await;
            println!(
                "{base:<11} {items:>8} {:>7} {due:>7} {escalated:>12} {first:>7.2} {:>8.1} {again:>8.2} {monthly:>9.2} {own:>15.2}",
                items / EACH,
                first * 1e6 / items as f64,
            );
            books.store.close().await;
        }
    }
}

/// Seconds of a tick at that time, and the messages it planned.
async fn tick(books: &Books, at: &str) -> (f64, usize) {
    if at == FIRST {
        planner::tick(books).await.expect("a first look");
    }
    let at = instant(&books.campaign, at);
    books.clock.set(at).expect("a clock to be set");
    let begin = Instant::now();
    let summary = planner::tick(books).await.expect("a tick");
    (begin.elapsed().as_secs_f64(), summary.planned)
}

/// Milliseconds to load somebody's open items.
async fn own(books: &Books, people: usize) -> f64 {
    let begin = Instant::now();
    for look in 0..LOOKS {
        let who = i64::try_from(look * 7_919 % people + 1).unwrap_or(1);
        let mut tx = books.store.read().await.expect("a transaction");
        let rows = item::open_of(&mut tx, CadreId(who)).await.expect("items");
        assert_eq!(rows.len(), EACH, "everybody has his items");
        tx.commit().await.expect("an end");
    }
    begin.elapsed().as_secs_f64() * 1e3 / LOOKS as f64
}

async fn count(books: &Books, sql: &'static str) -> i64 {
    use duban::store::Store;
    let (count,): (i64,) = match &books.store {
        Store::Sqlite { writer, .. } => sqlx::query_as(sql).fetch_one(writer).await,
        Store::Postgres(pool) => sqlx::query_as(sql).fetch_one(pool).await,
    }
    .expect("a count");
    count
}

/// Items of which every 25th is due: half of these that very day, the others since a week. The lead is somebody
/// else of the same village.
fn ledger(items: usize) -> String {
    let people = items / EACH;
    format!(
        "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {items})
         INSERT INTO items (no, kind, category, content, measures, unit_id, lead_name, lead_id, responsible,
             responsible_id, deadline_kind, deadline, progress, status, assigned_on, updated_at)
         SELECT CAST(n AS TEXT), 'rectification', '', '会议多、文件多', '压减三成', c.unit_id, '', l.id, c.name, c.id,
             'date', CASE n % {twice} WHEN 0 THEN '2014-03-31' WHEN {DUE_IN} THEN '2014-03-24' ELSE '2014-09-15' END,
             '', 'assigned', '2014-02-11', 0
         FROM numbers JOIN cadres c ON c.id = 1 + n % {people} JOIN cadres l ON l.id = 1 + (n + 1) % {people}",
        twice = DUE_IN * 2,
    )
}
