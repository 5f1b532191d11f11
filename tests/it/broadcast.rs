//! One text of the office to many: each of them gets it once, or it is on record why not.

mod order;
mod picture;
mod refusal;
mod turn;

use std::num::NonZeroU32;
use std::time::Duration;

use duban::broadcast::{self, Draft};
use duban::clock::rest;
use duban::config::Settings;
use duban::domain::audience::Audience;
use duban::domain::broadcast::{Body, Order, Photo};
use duban::domain::ids::{BotId, BroadcastId, TelegramId};
use duban::domain::language::Language;
use duban::sandbox::{Action, Call, Fault};
use duban::store::{self, cadre, link};

use super::support::{Desk, Town, bases, instant};

/// Accounts of the crowd begin above this.
const CROWD: i64 = 800_000;
/// What became of each message: `周俊哲 closed left`.
const ROWS: &str = "SELECT c.name || ' ' || o.state || ' ' || COALESCE(o.reason, '')
    FROM outbox o JOIN cadres c ON c.id = o.cadre_id
    WHERE o.broadcast_id IS NOT NULL ORDER BY o.broadcast_id, o.id";
/// How many ended how: `closed cancelled 3`.
const ENDS: &str = "SELECT state || ' ' || COALESCE(reason, '') || ' ' || COUNT(*) FROM outbox
    WHERE broadcast_id IS NOT NULL GROUP BY state, reason ORDER BY state, reason";
const STATES: &str = "SELECT id || ' ' || state || ' ' || total FROM broadcasts ORDER BY id";
const EVENTS: &str = "SELECT kind || ' ' || note FROM broadcast_events ORDER BY id";

fn draft(text: &str) -> Draft {
    Draft {
        body: Body::new([(Language::ZhCn, text.to_owned())]).expect("a text"),
        photo: None,
        audience: Audience::default(),
        by: None,
    }
}

/// The head of a PNG of 640 by 480.
fn picture() -> Photo {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend([0, 0, 2, 128, 0, 0, 1, 224, 8, 2, 0, 0, 0]);
    Photo {
        name: "map.png".to_owned(),
        bytes,
    }
}

fn one_a_second(settings: &mut Settings) {
    settings.rate = NonZeroU32::MIN;
}

fn uploads(town: &Town) -> Vec<Call> {
    let mut calls = town.sandbox.calls_of("sendPhoto");
    // A picture that goes up is on record by its size.
    calls.retain(|call| call.params["photo"]["file_size"].is_number());
    calls
}

impl Town {
    /// Links somebody of the roster without a word.
    async fn links(&self, name: &str, language: Language) -> i64 {
        let account = self.known(name).account;
        self.sandbox.open(account);
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        let person = people.iter().find(|person| person.name == name);
        let id = person.expect(name).id;
        let now = self.books.clock.now();
        link::bind(&mut tx, id, TelegramId(account), BotId::MAIN, language, now)
            .await
            .expect("a link");
        tx.commit().await.expect("a commit");
        account
    }

    /// Twenty more people, all linked; their accounts.
    async fn crowd(&self) -> Vec<i64> {
        self.writes(
            "INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, created_at, updated_at)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
             SELECT 'C' || i, 'C' || i, (SELECT MIN(id) FROM units), '', 'member', '', '', 1, 0, 0 FROM n",
        )
        .await;
        self.writes(
            "INSERT INTO links (cadre_id, telegram_id, language, state, linked_at, changed_at)
             SELECT id, 800000 + CAST(substr(key, 2) AS BIGINT), 'zh-CN', 'linked', 0, 0
             FROM cadres WHERE key LIKE 'C%'",
        )
        .await;
        let crowd: Vec<i64> = (1..=20).map(|number| CROWD + number).collect();
        for chat in &crowd {
            self.sandbox.open(*chat);
        }
        crowd
    }

    async fn makes(&self, draft: &Draft) -> BroadcastId {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let (campaign, now) = (&self.books.campaign, self.books.clock.now());
        let id = broadcast::create(&mut tx, campaign, draft, now).await;
        tx.commit().await.expect("a commit");
        self.app.service().broadcast_wake.notify_one();
        id.expect("a broadcast")
    }

    async fn orders(&self, id: BroadcastId, order: Order) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let now = self.books.clock.now();
        let done = broadcast::order(&mut tx, id, order, None, now).await;
        tx.commit().await.expect("a commit");
        self.app.service().broadcast_wake.notify_one();
        done.expect("an order");
    }

    /// Waits until every broadcast's messages are as its state wants them, and what is due is sent; time
    /// passes meanwhile.
    async fn goes_on(&self) {
        for _ in 0..2_000 {
            let mut tx = self.books.store.read().await.expect("a transaction");
            let unsettled = store::broadcast::unsettled(&mut tx).await.expect("some");
            let due = store::outbox::due(&mut tx).await.expect("the outbox");
            let counts = store::outbox::counts(&mut tx).await.expect("counts");
            tx.commit().await.expect("an end");
            let now = self.books.clock.now();
            let idle = due.iter().all(|(_, at)| *at > now)
                && !counts
                    .iter()
                    .any(|row| row.state == "leased" && row.count > 0);
            if unsettled.is_empty() && idle {
                return;
            }
            self.passes(1);
            self.app.service().broadcast_wake.notify_one();
            rest(Duration::from_millis(10)).await;
        }
        panic!("it does not come to rest: {:?}", self.texts(ENDS).await);
    }

    /// Waits until so many messages have arrived; time passes meanwhile.
    async fn has_sent(&self, least: usize) {
        for _ in 0..2_000 {
            if self.sandbox.delivered() >= least {
                return;
            }
            self.passes(1);
            rest(Duration::from_millis(10)).await;
        }
        panic!("{} arrived", self.sandbox.delivered());
    }

    /// How often each of these chats has a message of the bot that says so.
    fn copies(&self, chats: &[i64], text: &str) -> Vec<usize> {
        let count = |chat: &i64| {
            let messages = self.sandbox.messages(*chat);
            messages
                .iter()
                .filter(|message| message.from_bot && message.text == text)
                .count()
        };
        chats.iter().map(count).collect()
    }
}

#[tokio::test]
async fn everybody_of_the_audience_reads_it_once_in_his_own_language() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.links("周俊哲", Language::ZhTw).await;
        let lan = town.links("李兰", Language::Ko).await;
        let yang = town.links("杨勇涛", Language::En).await;
        let chen = town.links("陈善", Language::ZhCn).await;
        let gao = town.links("高海", Language::ZhCn).await;
        let jiang = town.links("姜涛", Language::ZhCn).await;
        let desk = Desk::over(&town.database);
        let text = desk.file("notice.txt", "\u{feff}明天<9点>开会 & 点名\r\n地点：县委\n");
        let korean = format!("ko={}", desk.file("notice.ko.txt", "래일 9시 회의"));
        let send = |more: &[&'static str]| {
            let mut arguments = vec!["broadcast", "send", &text, "--in", &korean];
            arguments.extend(more);
            arguments.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let audience = ["--unit", "汪清县", "--unit", "敦化市", "--rank", "section"];
        let sends = send(&audience);
        let sends: Vec<&str> = sends.iter().map(String::as_str).collect();

        let dry: Vec<&str> = sends.iter().copied().chain(["--dry-run"]).collect();
        let said = desk.duban(&dry).await.ends(0);
        assert!(
            said.out
                .contains("\n4 in all, one message each, about 1 min\n"),
            "{}",
            said.out
        );
        assert_eq!(town.texts(STATES).await, [""; 0]);

        let said = desk.duban(&sends).await.ends(0);
        assert_eq!(
            said.out,
            "broadcast 1 to 4 in all: it is sent once they are all written down\n"
        );
        town.goes_on().await;
        assert_eq!(town.texts(STATES).await, ["1 done 4"]);
        let chinese = "明天<9点>开会 & 点名\n地点：县委";
        assert_eq!(town.copies(&[zhou, yang, gao], chinese), [1, 1, 1]);
        assert_eq!(town.copies(&[lan], "래일 9시 회의"), [1]);
        assert_eq!(
            town.sandbox.delivered(),
            4,
            "chen is of county level, jiang elsewhere"
        );

        // One word of a list is enough, and each list must fit.
        for (more, readers) in [
            (&["--trait", "retired"][..], &[jiang][..]),
            (&["--trait", "leadership", "--rank", "county"], &[chen]),
            (&["--sector", "township", "--unit", "敦化市"], &[gao]),
            (
                &[
                    "--unit",
                    "汪清县/春阳镇",
                    "--rank",
                    "county",
                    "--rank",
                    "section",
                ],
                &[zhou, lan],
            ),
        ] {
            town.sandbox.forget_calls();
            let sends = send(more);
            let sends: Vec<&str> = sends.iter().map(String::as_str).collect();
            desk.duban(&sends).await.ends(0);
            town.passes(5);
            town.app.service().broadcast_wake.notify_one();
            town.goes_on().await;
            let mut chats: Vec<i64> = town.sandbox.calls().iter().map(Call::chat).collect();
            chats.retain(|chat| *chat != 0);
            chats.sort_unstable();
            let mut readers = readers.to_vec();
            readers.sort_unstable();
            assert_eq!(chats, readers, "{more:?}");
        }
        let audit = town.attempts().await;
        assert_eq!(
            audit.first().map(String::as_str),
            Some("- broadcast send 1 1")
        );
        let said = desk.duban(&["broadcast", "list"]).await.ends(0);
        assert_eq!(
            said.out.lines().next(),
            Some("1 done: 4 in all, 4 sent, 0 waiting, 0 closed")
        );
        town.closes().await;
    }
}
