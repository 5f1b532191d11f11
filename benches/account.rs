//! What the duty account costs: one person's, a unit's of 200, and everybody's at a planner tick, for a prefecture
//! of 176,000 people with 20 entries each, a half and a quarter of it, on SQLite and, where its programs are found,
//! on PostgreSQL. Run: `cargo bench --bench account`, with `-- sqlite` or `-- postgresql` for one of them, and a
//! number for another size. The figures stand in docs/performance.md.

#![expect(clippy::print_stdout, reason = "it prints its result")]
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot run is to say so loudly"
)]
#![expect(
    clippy::cast_precision_loss,
    reason = "counts of people are far below 2^52"
)]

#[path = "../tests/it/support/postgres.rs"]
mod postgres;
mod prefecture;

use std::fmt::Write;
use std::time::Instant;

use duban::books::Books;
use duban::domain::account::{counting_span, standing};
use duban::domain::grant::Scope;
use duban::domain::ids::CadreId;
use duban::domain::rules::Rules;
use duban::planner;
use duban::store::{cadre, entry, quota, report, snapshot};
use prefecture::{instant, run, wanted};

/// People of the smallest unit: what a liaison looks after.
const UNIT: usize = 200;
/// Looks of which the mean is taken.
const LOOKS: usize = 200;
/// Days on which everybody has recorded something.
const DAYS: u32 = 20;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (bases, most) = wanted(176_000);
    println!(
        "database      people   entries  account,ms  unit of 200,ms  all,s  us/person  tick,s  us/person  status,s"
    );
    for base in bases {
        for people in [most / 4, most / 2, most] {
            let folder = tempfile::tempdir().expect("a folder");
            let url = match base {
                "sqlite" => format!("sqlite://{}", folder.path().join("duban.db").display()),
                _ => match postgres::database().await {
                    Some(url) => url,
                    None => break,
                },
            };
            let books = place(&url, people).await;
            let account = accounts(&books, people, 1).await;
            let unit = accounts(&books, people, UNIT).await;
            let everybody = everybody(&books).await;
            let (tick, planned) = tick(&books).await;
            let status = status(&books).await;
            assert!(
                planned > people / 2,
                "{planned} messages for {people} people"
            );
            let entries = people * DAYS as usize;
            let each = |seconds: f64| seconds * 1e6 / people as f64;
            println!(
                "{base:<11} {people:>8} {entries:>9} {account:>11.2} {unit:>15.1} {everybody:>6.2} {:>10.0} {tick:>7.2} {:>10.0} {status:>9.2}",
                each(everybody),
                each(tick),
            );
            books.store.close().await;
        }
    }
}

/// Milliseconds to work out the accounts of so many people at once: every duty, with the targets set for them.
async fn accounts(books: &Books, people: usize, at_once: usize) -> f64 {
    let (campaign, calendar, today) = (&books.campaign, books.calendar(), books.today());
    let begin = Instant::now();
    for look in 0..LOOKS {
        let first = look * 7_919 % (people - at_once);
        let ids: Vec<CadreId> = (first..first + at_once)
            .map(|n| CadreId(i64::try_from(n + 1).unwrap_or(1)))
            .collect();
        let mut tx = books.store.read().await.expect("a transaction");
        let Some(first) = cadre::by_id(&mut tx, ids[0]).await.expect("a person") else {
            panic!("nobody of that number");
        };
        let quotas = quota::of_cadre(&mut tx, &first).await.expect("targets");
        let rules = Rules {
            campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        let subject = first.subject();
        for duty in &campaign.duties {
            let Some(span) = counting_span(campaign, duty, &subject, today) else {
                continue;
            };
            let done = entry::done(&mut tx, &ids, duty, &span, today)
                .await
                .expect("sums");
            for id in &ids {
                let done = done.get(id).copied().unwrap_or_default();
                std::hint::black_box(standing(&rules, duty, &subject, done, today));
            }
        }
        tx.commit().await.expect("an end");
    }
    begin.elapsed().as_secs_f64() * 1e3 / LOOKS as f64
}

/// Seconds to work out what everybody has done of the prompted duty, a page at a time as the planner does.
async fn everybody(books: &Books) -> f64 {
    let (campaign, today) = (&books.campaign, books.today());
    let duty = campaign.prompted_duty().expect("a duty");
    let begin = Instant::now();
    let mut tx = books.store.read().await.expect("a transaction");
    let mut after = CadreId(0);
    loop {
        let page = snapshot::reachable_after(&mut tx, after, 5_000).await;
        let page = page.expect("people");
        let Some(last) = page.last() else { break };
        after = last.cadre.id;
        let ids: Vec<CadreId> = page.iter().map(|person| person.cadre.id).collect();
        let done = entry::done(&mut tx, &ids, duty, &campaign.span, today);
        assert_eq!(
            done.await.expect("sums").len(),
            ids.len(),
            "everybody did something"
        );
    }
    tx.commit().await.expect("an end");
    begin.elapsed().as_secs_f64()
}

/// The evening's tick: everybody's account, decided on and written into the outbox.
async fn tick(books: &Books) -> (f64, usize) {
    planner::tick(books).await.expect("a first look");
    let evening = instant(&books.campaign, "2014-03-31 17:30");
    books.clock.set(evening).expect("a clock to be set");
    let begin = Instant::now();
    let summary = planner::tick(books).await.expect("a tick");
    (begin.elapsed().as_secs_f64(), summary.planned)
}

/// The office's overview of everybody.
async fn status(books: &Books) -> f64 {
    let begin = Instant::now();
    let mut tx = books.store.read().await.expect("a transaction");
    let (calendar, today) = (books.calendar(), books.today());
    let report = report::status(&mut tx, &books.campaign, &calendar, &Scope::All, today)
        .await
        .expect("a report");
    tx.commit().await.expect("an end");
    assert!(report.total.people > 0, "somebody is there");
    begin.elapsed().as_secs_f64()
}

/// So many people, linked, with their entries, on Monday 31 March 2014 at noon.
async fn place(url: &str, people: usize) -> Books {
    let books = prefecture::place(url, people).await;
    run(&books.store, &entries()).await;
    run(&books.store, EVENTS).await;
    run(&books.store, "ANALYZE").await;
    books
}

/// One in 25 waits, one in 50 was let count since, one in 40 turned down, one in 30 taken back.
const EVENTS: &str = "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
    SELECT id, CASE WHEN id % 40 = 1 THEN 'rejected' WHEN id % 30 = 2 THEN 'withdrawn' ELSE 'confirmed' END, 0, 1, ''
    FROM entries WHERE id % 40 = 1 OR id % 30 = 2 OR id % 50 = 0";

/// Half an hour on each of so many days of February and March.
fn entries() -> String {
    let mut days = String::new();
    for n in 0..DAYS {
        let comma = if n == 0 { "" } else { ", " };
        write!(days, "{comma}('2014-0{}-{:02}')", 2 + n / 10, 17 + n % 10).expect("a day");
    }
    format!(
        "WITH days (day) AS (VALUES {days})
         INSERT INTO entries (cadre_id, duty, amount, measure, on_date, note, source, recorded_at, update_id, topic, waits_for)
         SELECT c.id, 'study', 500, 'class_hours', day, '', 'tap', 0, 0,
                CASE c.id % 3 WHEN 0 THEN 'theory' WHEN 1 THEN 'ideals' END,
                CASE WHEN (c.id + LENGTH(c.name)) % 25 = 0 THEN 'late' END
         FROM cadres c CROSS JOIN days ORDER BY day, c.id"
    )
}
