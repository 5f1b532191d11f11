//! A prefecture to measure in: so many people, linked, in eight counties of twelve townships with villages of 50.

use std::fmt::Write;
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use duban::books::{Almanac, Books};
use duban::clock::Clock;
use duban::domain::campaign::{self, Campaign};
use duban::store::Store;
use duban::{calendars, import};

/// Its books, on Monday 31 March 2014 at noon.
pub(crate) async fn place(url: &str, people: usize) -> Books {
    let campaign =
        campaign::read(include_str!("../../campaigns/mass-line.toml")).expect("the campaign");
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

/// Runs statements.
pub(crate) async fn run(store: &Store, sql: &str) {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    match store {
        Store::Sqlite { writer, .. } => sqlx::raw_sql(sql).execute(writer).await.map(|_| ()),
        Store::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(|_| ()),
    }
    .expect("rows");
}

fn roster(people: usize) -> String {
    let mut text = "序号,单位,姓名,职务,职级,手机号\n".to_owned();
    for number in 1..=people {
        let branch = number / 50;
        let (county, township) = (branch % 8, branch / 8 % 12);
        let rank = ["县处级", "乡科级", "普通党员", "普通党员"][number % 4];
        writeln!(
            text,
            "{number},第{county}县/第{township}镇/第{branch}村,王{number},干事,{rank},{}",
            13_000_000_000_u64 + number as u64
        )
        .expect("a line");
    }
    text
}

/// A wall-clock time of the campaign's zone.
pub(crate) fn instant(campaign: &Campaign, text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time");
    local
        .and_local_timezone(campaign.zone)
        .earliest()
        .expect("a time of that day")
        .to_utc()
}

/// The databases and the size that the command line names; both of them, and the usual one, without any.
pub(crate) fn wanted(usual: usize) -> (Vec<&'static str>, usize) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let both = ["sqlite", "postgresql"];
    let named = |base: &&str| arguments.iter().any(|argument| argument == base);
    let chosen: Vec<&str> = both.into_iter().filter(|base| named(base)).collect();
    let size = arguments.iter().find_map(|argument| argument.parse().ok());
    let bases = if chosen.is_empty() {
        both.to_vec()
    } else {
        chosen
    };
    (bases, size.unwrap_or(usual))
}
