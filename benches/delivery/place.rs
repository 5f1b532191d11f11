//! A place with its people linked and a broadcast that waits for all of them.

use std::fmt::Write;

use chrono::{DateTime, TimeDelta, Utc};
use duban::clock::Clock;
use duban::domain::campaign;
use duban::domain::language::Language;
use duban::domain::notice::Notice;
use duban::import;
use duban::outbox::payload::Payload;
use duban::sandbox::{Call, Options, Sandbox};
use duban::store::Store;
use tempfile::TempDir;

pub(crate) const TOKEN: &str = "1000000:bench";
/// A person's account is this and his number.
const ACCOUNTS: i64 = 10_000_000;

/// Everything that the program under measurement meets.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) sandbox: Sandbox,
    pub(crate) database: String,
    pub(crate) accounts: Vec<i64>,
}

impl Place {
    /// So many people on that database; `None` where it is not installed.
    pub(crate) async fn on(base: &str, people: usize) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match base {
            "sqlite" => format!("sqlite://{}", folder.path().join("duban.db").display()),
            _ => crate::postgres::database().await?,
        };
        let now = Clock::system().now();
        // It has not begun: no slot's message comes between.
        let start = (now + TimeDelta::days(40)).date_naive();
        let text = include_str!("../../campaigns/mass-line.toml");
        let text = text.replace("start = 2014-01-20", &format!("start = {start}"));
        std::fs::write(folder.path().join("campaign.toml"), &text).expect("a campaign file");
        let campaign = campaign::read(&text).expect("the campaign");
        let store = Store::open(&database).await.expect("the database");
        let quiet = |_: usize, _: usize| {};
        let roster = roster(people);
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
        fill(&store, now).await;
        store.close().await;
        let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
        sandbox.bot(TOKEN, 1_000_000, "duban_bench_bot");
        let people = i64::try_from(people).expect("a count");
        let accounts: Vec<i64> = (1..=people).map(|number| ACCOUNTS + number).collect();
        for account in &accounts {
            sandbox.open(*account);
        }
        Some(Self {
            folder,
            sandbox,
            database,
            accounts,
        })
    }

    /// Looks at the calls that were to send the broadcast.
    pub(crate) fn broadcast<T>(
        &self,
        look: impl FnOnce(&mut dyn Iterator<Item = &Call>) -> T,
    ) -> T {
        self.sandbox.with_calls(|calls| {
            let mut of_broadcast = calls.iter().filter(|call| is_broadcast(call));
            look(&mut of_broadcast)
        })
    }
}

/// Whether a call was to send the broadcast, as its opening words tell.
pub(crate) fn is_broadcast(call: &Call) -> bool {
    call.method == "sendMessage" && call.text("text") == words().as_str()
}

fn words() -> &'static String {
    static WORDS: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    WORDS.get_or_init(|| {
        let campaign = campaign::read(include_str!("../../campaigns/mass-line.toml"));
        duban::text::render(
            &campaign.expect("a campaign"),
            Language::ZhCn,
            &Notice::Welcome,
        )
        .text
    })
}

fn roster(people: usize) -> String {
    let mut text = "序号,单位,姓名,职务,职级,手机号,是否班子成员,备注\n".to_owned();
    let signs: Vec<char> = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华文"
        .chars()
        .collect();
    let sign = |number: usize| signs.get(number % signs.len()).copied().unwrap_or('某');
    for number in 1..=people {
        let branch = number / 50;
        let (county, township) = (branch % 8, branch / 8 % 12);
        let name: String = ['王', sign(number), sign(number / 24)].iter().collect();
        writeln!(
            text,
            "{number},第{county}县/第{township}镇/第{branch}村,{name},干事,科员,{},否,",
            13_000_000_000_u64 + number as u64
        )
        .expect("a line");
    }
    text
}

/// Links everybody, and plans one broadcast for all, due now.
async fn fill(store: &Store, now: DateTime<Utc>) {
    let links = "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at)
        SELECT id, 10000000 + id, 'zh-CN', 'linked', $1, $1 FROM cadres";
    let rows =
        "INSERT INTO outbox (lane, kind, cadre_id, chat_id, dedupe_key, payload, not_before, state,
            created_at)
        SELECT 3, 'bench', id, 10000000 + id, 'bench:' || id, $2, $1, 'waiting', $1
        FROM cadres ORDER BY id";
    let payload = Payload::Letter {
        language: Language::ZhCn,
        notice: Notice::Welcome,
    };
    let payload = serde_json::to_string(&payload).expect("a payload");
    let now = now.timestamp_millis();
    let done = match store {
        Store::Sqlite { writer, .. } => {
            let linked = sqlx::query(links).bind(now).execute(writer).await;
            linked.expect("links");
            let planned = sqlx::query(rows)
                .bind(now)
                .bind(payload)
                .execute(writer)
                .await;
            planned.map(|done| done.rows_affected())
        }
        Store::Postgres(pool) => {
            let linked = sqlx::query(links).bind(now).execute(pool).await;
            linked.expect("links");
            let planned = sqlx::query(rows)
                .bind(now)
                .bind(payload)
                .execute(pool)
                .await;
            planned.map(|done| done.rows_affected())
        }
    };
    assert!(done.expect("rows") > 0, "nobody is there");
}
