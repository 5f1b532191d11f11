//! The built program, killed with SIGKILL again and again while people write and press: every update that
//! was acknowledged is recorded exactly once, and everybody is answered.

mod broadcast;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use duban::clock::{Clock, rest};
use duban::domain::campaign;
use duban::domain::ids::{BotId, TelegramId};
use duban::domain::language::Language;
use duban::import;
use duban::sandbox::{Call, Options, Sandbox};
use duban::store::{Store, cadre, link};
use serde_json::Value;

use super::support::{Base, Daemon, PROGRAM, TOKEN, bases, lines, postgres_database};

/// Kills on each database, unless `DUBAN_KILLS` says otherwise.
const KILLS: usize = 12;
/// People who write.
const CROWD: i64 = 60;
const PATIENCE: Duration = Duration::from_secs(90);

/// Chance that is the same in each run (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}

/// A district with a campaign that runs today, its people linked, nothing running yet.
pub(crate) struct District {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) sandbox: Sandbox,
    pub(crate) database: String,
    pub(crate) accounts: Vec<i64>,
    pub(crate) today: NaiveDate,
}

impl District {
    pub(crate) async fn on(base: Base) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match base {
            Base::Sqlite => format!("sqlite://{}", folder.path().join("duban.db").display()),
            Base::Postgres => postgres_database().await.expect("PostgreSQL"),
        };
        Self::over(folder, database).await
    }

    /// The same over a given database.
    pub(crate) async fn over(folder: tempfile::TempDir, database: String) -> Self {
        let now = Clock::system().now();
        let text = campaign_from((now - TimeDelta::days(40)).date_naive());
        std::fs::write(folder.path().join("campaign.toml"), &text).expect("a campaign file");
        let campaign = campaign::read(&text).expect("the campaign");
        let store = Store::open(&database).await.expect("the database");
        let quiet = |_: usize, _: usize| {};
        let roster = roster();
        import::roster::import(
            &store,
            &campaign,
            roster.as_bytes(),
            "roster.csv",
            false,
            now,
            &quiet,
        )
        .await
        .expect("the roster");
        let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
        sandbox.bot(TOKEN, 1_000_000, "duban_test_bot");
        let mut accounts = Vec::new();
        let mut tx = store.begin().await.expect("a transaction");
        for person in cadre::all(&mut tx).await.expect("people") {
            let account = 10_000 + person.id.0;
            let telegram = TelegramId(account);
            link::bind(
                &mut tx,
                person.id,
                telegram,
                BotId::MAIN,
                Language::ZhCn,
                now,
            )
            .await
            .expect("a link");
            sandbox.user(account, &person.name, Some("zh-hans"));
            sandbox.open(account);
            accounts.push(account);
        }
        tx.commit().await.expect("a commit");
        store.close().await;
        assert_eq!(accounts.len(), usize::try_from(CROWD).expect("a count"));
        let today = now.with_timezone(&campaign.zone).date_naive();
        Self {
            folder,
            sandbox,
            database,
            accounts,
            today,
        }
    }

    /// Starts the program on it.
    pub(crate) fn runs(&self, more: &[(&str, &str)]) -> Daemon {
        self.runs_version(Path::new(PROGRAM), more)
    }

    /// Starts a program of another version on it.
    pub(crate) fn runs_version(&self, program: &Path, more: &[(&str, &str)]) -> Daemon {
        let api = self.sandbox.url();
        let mut environment = vec![
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_API_URL", api.as_str()),
            ("DATABASE_URL", self.database.as_str()),
            ("DUBAN_CAMPAIGN", "campaign.toml"),
            ("DUBAN_LISTEN", "127.0.0.1:0"),
        ];
        environment.extend(more);
        Daemon::run_version(program, self.folder.path(), &environment)
    }

    /// People write and press without pause; counts the updates.
    pub(crate) fn gets_busy(&self, pause: Duration) -> Crowd {
        let said = Arc::new(AtomicUsize::new(0));
        let enough = Arc::new(AtomicBool::new(false));
        let (sandbox, accounts, today) = (self.sandbox.clone(), self.accounts.clone(), self.today);
        let (count, stop) = (Arc::clone(&said), Arc::clone(&enough));
        let task = tokio::spawn(async move {
            let mut dice = Dice(7);
            let mut turn = 0;
            while !stop.load(Ordering::Relaxed) {
                let who = dice.below(accounts.len() as u64);
                let account = accounts[usize::try_from(who).expect("a small number")];
                let pressed =
                    dice.below(4) == 0 && sandbox.press_label(account, account, "撤销").is_ok();
                if !pressed {
                    // Spread over days, so that nobody studies more than a day holds; never the same twice
                    // on a day, which would be asked about.
                    let day = today - TimeDelta::days(turn % 12);
                    let hours = 100 + turn / 12 % 900;
                    let text = day.format("%-m月%-d日").to_string();
                    sandbox.say(account, &format!("{text} 0.{hours}学时"));
                    turn += 1;
                }
                count.fetch_add(1, Ordering::Relaxed);
                rest(pause).await;
            }
        });
        Crowd { said, enough, task }
    }

    /// A look at the database from outside.
    pub(crate) async fn store(&self) -> Store {
        Store::connect(&self.database).await.expect("the database")
    }
}

/// The worked example with another start.
pub(crate) fn campaign_from(start: NaiveDate) -> String {
    let text = include_str!("../../campaigns/mass-line.toml");
    let moved = text.replace("start = 2014-01-20", &format!("start = {start}"));
    assert_ne!(moved, text, "the file has its one line");
    moved
}

/// Names without end: a family name and a given name of each.
fn roster() -> String {
    let families: Vec<char> = "周陈李杨朴崔高金姜林".chars().collect();
    let given: Vec<char> = "俊哲善兰勇涛芳海梅晨".chars().collect();
    let mut text = "序号,单位,姓名,职务,职级,手机号,是否班子成员,备注\n".to_owned();
    for number in 0..usize::try_from(CROWD).expect("a count") {
        let name = [families[number % 10], given[number / 10], given[number % 7]];
        let name: String = name.iter().collect();
        let phone = 15_271_743_000_u64 + number as u64;
        writeln!(
            text,
            "{},汪清县/春阳镇,{name},干事,科员,{phone},否,",
            number + 1
        )
        .expect("a line");
    }
    text
}

/// People who keep writing.
pub(crate) struct Crowd {
    said: Arc<AtomicUsize>,
    enough: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<()>,
}

impl Crowd {
    /// They stop; how many updates they made.
    pub(crate) async fn rests(self) -> usize {
        self.enough.store(true, Ordering::Relaxed);
        self.task.await.expect("people");
        self.said.load(Ordering::Relaxed)
    }
}

#[tokio::test]
async fn killed_at_any_instant_it_loses_nothing_and_records_nothing_twice() {
    let kills = kills();
    let stories = bases().await.into_iter().map(|base| killed(base, kills));
    futures_util::future::join_all(stories).await;
}

fn kills() -> usize {
    let asked = std::env::var("DUBAN_KILLS").ok();
    asked.and_then(|kills| kills.parse().ok()).unwrap_or(KILLS)
}

async fn killed(base: Base, kills: usize) {
    let district = District::on(base).await;
    // Calls take a while, so that some are on their way at each kill.
    district.sandbox.set_latency(Duration::from_millis(40));
    let crowd = district.gets_busy(Duration::from_millis(15));
    let mut dice = Dice(42);
    // Rows held at each kill: with the count of failures before, a row is held under a name of its own.
    let mut in_flight = BTreeSet::new();
    for _ in 0..kills {
        let program = district.runs(&[]);
        // In its first second a new sender waits for what the one before may just have sent.
        rest(Duration::from_millis(50 + dice.below(2_600))).await;
        program.kill();
        let store = district.store().await;
        abandoned(&store).await;
        let held = "SELECT chat_id || ' ' || id || ' ' || attempts FROM outbox
            WHERE state = 'leased'";
        in_flight.extend(lines(&store, held).await);
        store.close().await;
    }
    let mut program = district.runs(&[]);
    let said = crowd.rests().await;
    let store = district.store().await;
    all_done(&district, &store).await;
    program.terminate();
    let (status, took) = program.ends_within(PATIENCE).await.expect("an end");
    assert!(status.success(), "{status} after {took:?}");

    let (texts, presses) = came_in(&store).await;
    assert_eq!(texts.len() + presses.len(), said, "{base:?}: all came in");
    let recorded = numbered(
        &store,
        "SELECT update_id || ' ' || COUNT(*) FROM entries GROUP BY update_id",
    )
    .await;
    let once: BTreeMap<i64, i64> = texts.iter().map(|update| (*update, 1)).collect();
    assert_eq!(recorded, once, "{base:?}: each text exactly once");

    let answers = lines(
        &store,
        "SELECT dedupe_key || ' ' || state FROM outbox WHERE kind = 'answer'",
    )
    .await;
    let answered: Vec<i64> = answers
        .iter()
        .filter_map(|line| line.strip_prefix("answer:")?.strip_suffix(" sent"))
        .filter_map(|key| key.split(':').next()?.parse().ok())
        .collect();
    let distinct: BTreeSet<i64> = answered.iter().copied().collect();
    let everything: BTreeSet<i64> = texts.union(&presses).copied().collect();
    assert_eq!(distinct, everything, "{base:?}: each is answered");
    assert_eq!(answered.len(), said, "{base:?}: once, as far as is known");

    // Beyond what is known to be sent, a chat holds at most what was held for it when the program died.
    let known = "SELECT '' || chat_id FROM outbox WHERE edits IS NULL AND state = 'sent'";
    let known = lines(&store, known).await;
    let of = |rows: &mut dyn Iterator<Item = &String>, chat: i64| {
        let chat = chat.to_string();
        rows.filter(|row| row.split(' ').next() == Some(chat.as_str()))
            .count()
    };
    let mut twice = 0;
    for chat in &district.accounts {
        let sent = district.sandbox.with_calls(|calls| {
            let mine = |call: &&Call| call.delivered() && call.chat() == *chat;
            calls.iter().filter(mine).count()
        });
        let more = sent.checked_sub(of(&mut known.iter(), *chat));
        let more = more.expect("what is known to be sent has arrived");
        let held = of(&mut in_flight.iter(), *chat);
        assert!(
            more <= held,
            "{base:?}: {more} twice, {held} held for {chat}"
        );
        twice += more;
    }
    eprintln!(
        "{base:?}: {kills} kills, {said} updates, {} messages held when killed, {twice} came twice",
        in_flight.len()
    );
    let silent = district
        .accounts
        .iter()
        .filter(|account| district.sandbox.last(**account).is_none());
    assert!(silent.count() <= 3, "nearly everybody has written");
    store.close().await;
    district.sandbox.stop();
}

/// Waits until PostgreSQL has noticed that the program is dead, and finished what it was told.
pub(crate) async fn abandoned(store: &Store) {
    if matches!(store, Store::Sqlite { .. }) {
        return;
    }
    let others = "SELECT 'x' FROM pg_stat_activity WHERE datname = current_database()
        AND pid <> pg_backend_pid() AND state <> 'idle'";
    for _ in 0..500 {
        if lines(store, others).await.is_empty() {
            return;
        }
        rest(Duration::from_millis(10)).await;
    }
    panic!("PostgreSQL goes on working for a dead program");
}

/// Waits until every update is handled and every answer sent, as long as there is less and less of it.
pub(crate) async fn all_done(district: &District, store: &Store) {
    let open = "SELECT 'update ' || update_id FROM inbox WHERE done_at IS NULL
        UNION ALL SELECT state || ' ' || id FROM outbox
        WHERE kind = 'answer' AND state IN ('waiting', 'leased')";
    let (mut least, mut since) = (usize::MAX, std::time::Instant::now());
    loop {
        let left = lines(store, open).await;
        if left.is_empty() && district.sandbox.pending_updates() == 0 {
            return;
        }
        if left.len() < least {
            (least, since) = (left.len(), std::time::Instant::now());
        }
        assert!(since.elapsed() < PATIENCE, "left: {left:?}");
        rest(Duration::from_millis(50)).await;
    }
}

/// The updates that were written down: texts, and presses.
async fn came_in(store: &Store) -> (BTreeSet<i64>, BTreeSet<i64>) {
    let faults = lines(store, "SELECT fault FROM inbox WHERE fault IS NOT NULL").await;
    assert!(faults.is_empty(), "{faults:?}");
    let (mut texts, mut presses) = (BTreeSet::new(), BTreeSet::new());
    for raw in lines(store, "SELECT raw FROM inbox").await {
        let update: Value = serde_json::from_str(&raw).expect("an update");
        let number = update["update_id"].as_i64().expect("a number");
        if update.get("message").is_some() {
            texts.insert(number);
        } else {
            presses.insert(number);
        }
    }
    (texts, presses)
}

/// Rows of two numbers.
async fn numbered(store: &Store, sql: &'static str) -> BTreeMap<i64, i64> {
    let rows = lines(store, sql).await;
    rows.iter()
        .filter_map(|row| {
            let (key, value) = row.split_once(' ')?;
            Some((key.parse().ok()?, value.parse().ok()?))
        })
        .collect()
}
