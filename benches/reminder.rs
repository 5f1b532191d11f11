//! What a planner's tick costs over a ledger of 500,000 items of which 20,000 are due, a half and a quarter of it, on
//! SQLite and, where its programs are found, on PostgreSQL; and what of it is the rule alone. Run: `cargo bench --bench
//! reminder`, with `-- sqlite` or `-- postgresql` for one of them, and a number for another size. The figures stand in
//! docs/performance.md.

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

use std::fmt::Write;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDateTime, Utc};
use duban::books::{Almanac, Books};
use duban::clock::Clock;
use duban::domain::campaign::{self, Campaign};
use duban::domain::ids::{CadreId, ItemId};
use duban::domain::item::Item;
use duban::domain::reminder::{Look, speaks};
use duban::store::{Store, item, snapshot};
use duban::{calendars, import, planner};

/// Items of one person.
const EACH: usize = 10;
/// One item in so many is due that evening.
const DUE: usize = 25;
/// One item in so many names nobody.
const NOBODYS: usize = 500;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wants = |name: &str| {
        let named = |argument: &&String| matches!(argument.as_str(), "sqlite" | "postgresql");
        let mut chosen = arguments.iter().filter(named).peekable();
        chosen.peek().is_none() || chosen.any(|argument| argument == name)
    };
    let most = arguments.iter().find_map(|argument| argument.parse().ok());
    let most: usize = most.unwrap_or(500_000);
    println!(
        "database       items  people     due  planned  rule,us/item  tick,s  us/item  counted,s"
    );
    for base in ["sqlite", "postgresql"] {
        if !wants(base) {
            continue;
        }
        for items in [most / 4, most / 2, most] {
            let folder = tempfile::tempdir().expect("a folder");
            let url = match base {
                "sqlite" => format!("sqlite://{}", folder.path().join("duban.db").display()),
                _ => match postgres::database().await {
                    Some(url) => url,
                    None => break,
                },
            };
            let people = items / EACH;
            let books = place(&url, people).await;
            let (tick, planned) = tick(&books).await;
            let (rule, due) = rule(&books).await;
            let counted = counted(&books, &due).await;
            let us = |seconds: f64| seconds * 1e6 / items as f64;
            println!(
                "{base:<11} {items:>8} {people:>7} {:>7} {planned:>8} {:>13.2} {tick:>7.2} {:>8.1} {counted:>10.2}",
                due.len(),
                us(rule),
                us(tick),
            );
            books.store.close().await;
        }
    }
}

/// The evening's tick: everybody's items, decided on and written into the outbox.
async fn tick(books: &Books) -> (f64, usize) {
    planner::tick(books).await.expect("a first look");
    let evening = instant(&books.campaign, "2014-03-31 17:30");
    books.clock.set(evening).expect("a clock to be set");
    let begin = Instant::now();
    let summary = planner::tick(books).await.expect("a tick");
    (begin.elapsed().as_secs_f64(), summary.planned)
}

/// Seconds to decide of every item in memory whether its ladder speaks, and of which it does.
async fn rule(books: &Books) -> (f64, Vec<ItemId>) {
    let mut tx = books.store.read().await.expect("a transaction");
    let mut all: Vec<Item> = Vec::new();
    let mut after = CadreId(0);
    loop {
        let page = snapshot::reachable_after(&mut tx, after, 5_000).await;
        let page = page.expect("people");
        let Some(last) = page.last() else { break };
        after = last.cadre.id;
        let ids: Vec<CadreId> = page.iter().map(|person| person.cadre.id).collect();
        let items = snapshot::items_of(&mut tx, &ids).await.expect("items");
        all.extend(items.into_values().flatten());
    }
    let orphans = item::of_nobody(&mut tx).await.expect("items");
    all.extend(orphans.into_iter().map(|orphan| orphan.item));
    tx.commit().await.expect("an end");
    let (calendar, on) = (books.calendar(), books.today());
    let look = Look {
        calendar: &calendar,
        dispatched: false,
        since: on.pred_opt(),
        on,
    };
    let begin = Instant::now();
    let due = all.iter().filter(|item| {
        let kind = books.campaign.kind(&item.kind);
        kind.is_some_and(|kind| speaks(item, kind, &look))
    });
    let due: Vec<ItemId> = due.map(|item| item.id).collect();
    (begin.elapsed().as_secs_f64(), due)
}

/// Seconds to note that all of them have been mentioned.
async fn counted(books: &Books, due: &[ItemId]) -> f64 {
    let begin = Instant::now();
    let mut tx = books.store.begin().await.expect("a transaction");
    item::mentioned(&mut tx, due, books.today())
        .await
        .expect("a note");
    tx.commit().await.expect("an end");
    begin.elapsed().as_secs_f64()
}

/// So many people, linked, with their items, on Monday 31 March 2014 at noon. They are asked nothing else.
async fn place(url: &str, people: usize) -> Books {
    let mut campaign =
        campaign::read(include_str!("../campaigns/mass-line.toml")).expect("the campaign");
    for duty in &mut campaign.duties {
        duty.slot = None;
    }
    let clock = Clock::manual(instant(&campaign, "2014-03-31 12:00"));
    let store = Store::open(url).await.expect("the database");
    let calendar = calendars::load(&store, &campaign, clock.now())
        .await
        .expect("the calendar");
    let roster = roster(people);
    let silent = |_: usize, _: usize| {};
    let first = instant(&campaign, "2014-01-20 09:00");
    import::roster::import(
        &store,
        &campaign,
        roster.as_bytes(),
        "roster.csv",
        false,
        first,
        &silent,
    )
    .await
    .expect("the roster");
    run(&store, LINKS).await;
    run(&store, LIAISONS).await;
    run(&store, &items()).await;
    run(&store, "ANALYZE").await;
    Books {
        store,
        campaign: Arc::new(campaign),
        almanac: Almanac::new(calendar),
        clock,
    }
}

const LINKS: &str =
    "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at, bot)
    SELECT id, 10000000 + id, 'zh-CN', 'linked', 0, 0, 0 FROM cadres";

/// Every hundredth is liaison of his village.
const LIAISONS: &str = "INSERT INTO grants (cadre_id, role, unit_id, granted_at)
    SELECT id, 'liaison', unit_id, 0 FROM cadres WHERE id % 100 = 7";

/// So many items of each: one in twenty-five is due that day, the others in September; half were mentioned once.
fn items() -> String {
    let mut numbers = String::new();
    for n in 0..EACH {
        let comma = if n == 0 { "" } else { ", " };
        write!(numbers, "{comma}({n})").expect("a number");
    }
    format!(
        "WITH numbers (n) AS (VALUES {numbers})
         INSERT INTO items (no, kind, category, content, measures, unit_id, lead_name, responsible,
             responsible_id, deadline_kind, deadline, progress, status, assigned_on, updated_at, reminded_on)
         SELECT CAST(c.id * {EACH} + n AS TEXT), 'rectification', '', '会议多、文件多', '', c.unit_id, '', c.name,
             CASE WHEN (c.id * {EACH} + n) % {NOBODYS} = 3 THEN NULL ELSE c.id END, 'date',
             CASE WHEN (c.id * {EACH} + n) % {DUE} = 3 THEN '2014-03-31' ELSE '2014-09-30' END,
             '', 'assigned', '2014-02-11', 0, CASE WHEN n % 2 = 0 THEN '2014-03-14' END
         FROM cadres c CROSS JOIN numbers ORDER BY c.id, n"
    )
}

async fn run(store: &Store, sql: &str) {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    match store {
        Store::Sqlite { writer, .. } => sqlx::raw_sql(sql).execute(writer).await.map(|_| ()),
        Store::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(|_| ()),
    }
    .expect("rows");
}

/// Eight counties of twelve townships, villages of 50.
fn roster(people: usize) -> String {
    let mut text = "序号,单位,姓名,职务,职级,手机号\n".to_owned();
    for number in 1..=people {
        let branch = number / 50;
        let (county, township) = (branch % 8, branch / 8 % 12);
        writeln!(
            text,
            "{number},第{county}县/第{township}镇/第{branch}村,王{number},干事,普通党员,{}",
            13_000_000_000_u64 + number as u64
        )
        .expect("a line");
    }
    text
}

fn instant(campaign: &Campaign, text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time");
    local
        .and_local_timezone(campaign.zone)
        .earliest()
        .expect("a time of that day")
        .to_utc()
}
