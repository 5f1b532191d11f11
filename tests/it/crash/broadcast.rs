//! Killed again and again through a broadcast, while Telegram answers late, not at all, or with faults: each of
//! the audience gets it, twice only if nobody could know, and every message comes to an end with its reason.

use super::*;

use duban::broadcast::{self, Draft};
use duban::domain::audience::Audience;
use duban::domain::broadcast::Body;
use duban::sandbox::{Action, Fault};

/// What the broadcast says.
const WORDS: &str = "本周五上午9时开会";
/// Faults of a thousand calls, each sort.
const TROUBLE: u16 = 12;

#[tokio::test]
async fn killed_through_a_broadcast_it_reaches_each_and_knows_who_may_have_it_twice() {
    let kills = kills();
    let stories = bases()
        .await
        .into_iter()
        .map(|base| killed_through(base, kills));
    futures_util::future::join_all(stories).await;
}

impl District {
    /// Many more people, linked, who only read.
    async fn grows(&self, store: &Store, people: usize) {
        let more = format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {people})
             INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, created_at, updated_at)
             SELECT 'C' || i, 'C' || i, (SELECT MAX(id) FROM units), '', 'member', '', '', 1, 0, 0 FROM n"
        );
        let links =
            "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at)
             SELECT id, 800000 + CAST(substr(key, 2) AS BIGINT), 'zh-CN', 'linked', 0, 0
             FROM cadres WHERE key LIKE 'C%'";
        execute(store, more).await;
        execute(store, links.to_owned()).await;
        (1..=people).for_each(|number| {
            let number = i64::try_from(number).expect("a small number");
            self.sandbox.open(800_000 + number);
        });
    }

    /// Telegram in trouble: connections that close before or after a message was taken, faults of the server,
    /// 429s, calls that hang.
    fn falls_into_trouble(&self) {
        let sorts = [
            Action::DropBefore,
            Action::DropAfter,
            Action::Error {
                code: 500,
                description: "Internal Server Error: restart".to_owned(),
                parameters: None,
            },
            Action::Html502,
            Action::Delay(Duration::from_millis(700)),
        ];
        for (seed, action) in (1..).zip(sorts) {
            let fault = Fault::new(action).per_thousand(TROUBLE, seed);
            self.sandbox.add_fault(fault.method("sendMessage"));
        }
        // More of them would be read as a low limit, and this test is not about the pace.
        let flood = Fault::new(Action::RetryAfter { secs: 1 }).method("sendMessage");
        self.sandbox.add_fault(flood.per_thousand(1, 98));
        let hang = Fault::new(Action::Hang).method("sendMessage");
        self.sandbox.add_fault(hang.per_thousand(1, 99));
        // Some have blocked the bot.
        for number in (7..200).step_by(50) {
            let blocked = Fault::error(403, "Forbidden: bot was blocked by the user");
            self.sandbox.add_fault(blocked.chat(800_000 + number));
        }
    }

    /// How many copies of the broadcast each chat has.
    fn copies(&self) -> BTreeMap<i64, usize> {
        let mut copies = BTreeMap::new();
        self.sandbox.with_calls(|calls| {
            let of_it = |call: &&Call| call.delivered() && call.text("text").contains(WORDS);
            for call in calls.iter().filter(of_it) {
                *copies.entry(call.chat()).or_insert(0) += 1;
            }
        });
        copies
    }
}

async fn execute(store: &Store, sql: String) {
    let sql = sqlx::AssertSqlSafe(sql);
    match store {
        Store::Sqlite { writer, .. } => sqlx::query(sql).execute(writer).await.map(drop),
        Store::Postgres(pool) => sqlx::query(sql).execute(pool).await.map(drop),
    }
    .expect("rows");
}

async fn killed_through(base: Base, kills: usize) {
    let district = District::on(base).await;
    let store = district.store().await;
    // As many as are sent between so many kills.
    let people = 60 * kills.max(4);
    district.grows(&store, people).await;
    district.sandbox.set_latency(Duration::from_millis(40));
    let now = Clock::system().now();
    let text = campaign_from((now - TimeDelta::days(40)).date_naive());
    // Whatever the hour is, it is not quiet, and nobody has had his messages of the day.
    let text = text
        .replace("quiet = [\"21:00\", \"07:30\"]", &quiet_elsewhere(now))
        .replace("daily_cap = 2", "daily_cap = 9");
    std::fs::write(district.folder.path().join("campaign.toml"), &text).expect("a campaign file");
    let campaign = campaign::read(&text).expect("the campaign");
    let draft = Draft {
        body: Body::new([(Language::ZhCn, WORDS.to_owned())]).expect("a text"),
        photo: None,
        audience: Audience::default(),
        by: None,
    };
    let mut tx = store.begin().await.expect("a transaction");
    let made = broadcast::create(&mut tx, &campaign, &draft, now).await;
    made.expect("a broadcast");
    tx.commit().await.expect("a commit");
    store.close().await;
    district.falls_into_trouble();
    let rate = [("DUBAN_RATE", "60")];

    let mut dice = Dice(17);
    let mut in_flight = BTreeSet::new();
    let mut counted = 0.0;
    for _ in 0..kills {
        let listen = super::super::support::free_port().to_string();
        let program = district.runs(&[rate[0], ("DUBAN_LISTEN", listen.as_str())]);
        rest(Duration::from_millis(300 + dice.below(2_400))).await;
        counted += duplicates(&listen).await;
        program.kill();
        let store = district.store().await;
        abandoned(&store).await;
        let held = "SELECT chat_id || ' ' || id || ' ' || attempts FROM outbox
            WHERE state = 'leased'";
        in_flight.extend(lines(&store, held).await);
        store.close().await;
    }
    let listen = super::super::support::free_port().to_string();
    let mut program = district.runs(&[rate[0], ("DUBAN_LISTEN", listen.as_str())]);
    let store = district.store().await;
    comes_to_its_end(&store, base).await;
    counted += duplicates(&listen).await;
    program.terminate();
    let (status, took) = program.ends_within(PATIENCE).await.expect("an end");
    assert!(status.success(), "{status} after {took:?}");

    let ends = "SELECT chat_id || ' ' || state FROM outbox WHERE broadcast_id IS NOT NULL";
    let ends = lines(&store, ends).await;
    let audience = people + usize::try_from(CROWD).expect("a count");
    assert_eq!(
        ends.len(),
        audience,
        "{base:?}: a message for each, and one only"
    );
    let unexplained = "SELECT '' || id FROM outbox WHERE broadcast_id IS NOT NULL
        AND (state NOT IN ('sent', 'closed') OR state = 'closed' AND reason IS NULL)";
    assert_eq!(
        lines(&store, unexplained).await,
        Vec::<String>::new(),
        "{base:?}"
    );
    let copies = district.copies();
    let unknown = "SELECT '' || chat_id FROM outbox WHERE reason LIKE 'unknown outcome%'";
    let unknown: BTreeSet<String> = lines(&store, unknown).await.into_iter().collect();
    let (mut lost, mut twice) = (0, 0);
    for end in &ends {
        let (chat, state) = end.split_once(' ').expect("two words");
        let number: i64 = chat.parse().expect("a chat");
        let arrived = copies.get(&number).copied().unwrap_or(0);
        lost += usize::from(state == "sent" && arrived == 0);
        twice += arrived.saturating_sub(1);
        assert!(
            arrived <= 1 || unknown.contains(chat),
            "{base:?}: {arrived} to {chat}, whose outcome was known"
        );
    }
    assert_eq!(lost, 0, "{base:?}: what is said to be sent has arrived");
    let held = in_flight.len();
    let million = |count: usize| count * 1_000_000 / audience;
    eprintln!(
        "{base:?}: {kills} kills through a broadcast to {audience}: 0 lost, {twice} came twice \
         ({} of a million), {held} held when killed, {counted} counted as possible duplicates",
        million(twice)
    );
    store.close().await;
    district.sandbox.stop();
}

/// Waits until nothing of it is open, as long as there is less and less.
async fn comes_to_its_end(store: &Store, base: Base) {
    let open = "SELECT state || ' ' || id FROM outbox WHERE state IN ('waiting', 'leased')";
    let (mut least, mut since) = (usize::MAX, std::time::Instant::now());
    loop {
        let left = lines(store, open).await.len();
        if left == 0 {
            return;
        }
        if left < least {
            (least, since) = (left, std::time::Instant::now());
        }
        assert!(since.elapsed() < PATIENCE, "{base:?}: it does not end");
        rest(Duration::from_millis(100)).await;
    }
}

/// Quiet hours of one minute, half a day away.
fn quiet_elsewhere(now: chrono::DateTime<chrono::Utc>) -> String {
    let zone: chrono_tz::Tz = "Asia/Shanghai".parse().expect("a zone");
    let away = (now + TimeDelta::hours(12)).with_timezone(&zone);
    let after = away + TimeDelta::minutes(1);
    format!(
        "quiet = [\"{}\", \"{}\"]",
        away.format("%H:%M"),
        after.format("%H:%M")
    )
}

/// What the program has counted so far as messages that may come twice.
async fn duplicates(listen: &str) -> f64 {
    let page = super::super::support::get(&format!("http://{listen}/metrics")).await;
    let (_, page) = page.unwrap_or_default();
    let line = page
        .lines()
        .find(|line| line.starts_with("duban_possible_duplicates_total"));
    line.and_then(|line| line.rsplit(' ').next()?.parse().ok())
        .unwrap_or(0.0)
}
