//! A place with its people linked and a broadcast that waits for all of them.

use std::fmt::Write;

use chrono::{DateTime, TimeDelta, Utc};
use duban::broadcast::Draft;
use duban::clock::Clock;
use duban::domain::audience::Audience;
use duban::domain::broadcast::Body;
use duban::domain::campaign::{self, Campaign};
use duban::domain::language::Language;
use duban::import;
use duban::sandbox::{Call, Options, Sandbox};
use duban::store::{Store, bot};
use tempfile::TempDir;

pub(crate) const TOKEN: &str = "1000000:bench";
/// Of a second bot.
pub(crate) const EAST_TOKEN: &str = "2000000:bench";
/// The counties that it serves: half of the people.
const EAST: [&str; 4] = ["第1县", "第3县", "第5县", "第7县"];
/// What the broadcast says.
const WORDS: &str = "本周五上午9时在州会议中心开会，请提前10分钟到场。收到请安排好工作。";
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
    /// So many people on that database, with one bot or two; `None` where it is not installed.
    pub(crate) async fn on(base: &str, people: usize, bots: usize) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match base {
            "sqlite" => format!("sqlite://{}", folder.path().join("duban.db").display()),
            _ => crate::postgres::database().await?,
        };
        let now = Clock::system().now();
        // It has not begun: no slot's message comes between.
        let start = (now + TimeDelta::days(40)).date_naive();
        let text = include_str!("../../campaigns/mass-line.toml");
        let mut text = text
            .replace("start = 2014-01-20", &format!("start = {start}"))
            .replace("quiet = [\"21:00\", \"07:30\"]", &quiet(now))
            .replace("daily_cap = 2", "daily_cap = 20");
        if bots > 1 {
            let units = EAST.map(|county| format!("\"{county}\"")).join(", ");
            write!(text, "\n[[bots]]\nid = \"east\"\nunits = [{units}]\n").expect("a line");
        }
        std::fs::write(folder.path().join("campaign.toml"), &text).expect("a campaign file");
        let campaign = campaign::read(&text).expect("the campaign");
        let store = Store::open(&database).await.expect("the database");
        let silent = |_: usize, _: usize| {};
        let roster = roster(people);
        import::roster::import(
            &store,
            &campaign,
            roster.as_bytes(),
            "roster.csv",
            false,
            now,
            &silent,
        )
        .await
        .expect("the roster");
        link(&store, now, bots).await;
        broadcast(&store, &campaign, now).await;
        store.close().await;
        let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
        sandbox.bot(TOKEN, 1_000_000, "duban_bench_bot");
        sandbox.bot(EAST_TOKEN, 2_000_000, "duban_east_bot");
        let people = i64::try_from(people).expect("a count");
        let accounts: Vec<i64> = (1..=people).map(|number| ACCOUNTS + number).collect();
        for bot in [2_000_000, 1_000_000] {
            sandbox.turn_to(bot);
            for account in &accounts {
                sandbox.open(*account);
            }
        }
        Some(Self {
            folder,
            sandbox,
            database,
            accounts,
        })
    }

    /// One more broadcast to everybody.
    pub(crate) async fn broadcasts_again(&self) {
        let text = std::fs::read_to_string(self.folder.path().join("campaign.toml"));
        let campaign = campaign::read(&text.expect("the campaign file")).expect("the campaign");
        let store = Store::connect(&self.database).await.expect("the database");
        broadcast(&store, &campaign, Clock::system().now()).await;
        store.close().await;
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

/// Whether a call was to send the broadcast.
pub(crate) fn is_broadcast(call: &Call) -> bool {
    call.method == "sendMessage" && call.text("text") == WORDS
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

/// Links everybody, half of them to the second bot if there is one.
async fn link(store: &Store, now: DateTime<Utc>, bots: usize) {
    let mut links = "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at, bot)
        SELECT c.id, 10000000 + c.id, 'zh-CN', 'linked', $1, $1, 0 FROM cadres c JOIN units u ON u.id = c.unit_id"
        .to_owned();
    if bots > 1 {
        let mut tx = store.begin().await.expect("a transaction");
        let east = bot::number(&mut tx, "east").await.expect("a number");
        tx.commit().await.expect("a commit");
        let of_east = EAST
            .map(|county| format!("u.path LIKE '{county}/%'"))
            .join(" OR ");
        let number = format!("CASE WHEN {of_east} THEN {east} ELSE 0 END");
        links = links.replace("$1, $1, 0 FROM", &format!("$1, $1, {number} FROM"));
    }
    let links = sqlx::AssertSqlSafe(links);
    let now = now.timestamp_millis();
    match store {
        Store::Sqlite { writer, .. } => {
            let done = sqlx::query(links).bind(now).execute(writer).await;
            done.map(|done| done.rows_affected())
        }
        Store::Postgres(pool) => {
            let done = sqlx::query(links).bind(now).execute(pool).await;
            done.map(|done| done.rows_affected())
        }
    }
    .expect("links");
}

/// A broadcast to all of them; the program writes down to whom it goes when it starts.
async fn broadcast(store: &Store, campaign: &Campaign, now: DateTime<Utc>) {
    let draft = Draft {
        body: Body::new([(Language::ZhCn, WORDS.to_owned())]).expect("a text"),
        photo: None,
        audience: Audience::default(),
        by: None,
    };
    let mut tx = store.begin().await.expect("a transaction");
    let made = duban::broadcast::create(&mut tx, campaign, &draft, now).await;
    made.expect("a broadcast");
    tx.commit().await.expect("a commit");
}

/// Quiet hours of one minute, half a day away: a bench may run at night.
fn quiet(now: DateTime<Utc>) -> String {
    let at = |hours: i64, minutes: i64| {
        let at = now + TimeDelta::hours(8 + hours) + TimeDelta::minutes(minutes);
        at.format("%H:%M").to_string()
    };
    format!("quiet = [\"{}\", \"{}\"]", at(12, 0), at(12, 1))
}
