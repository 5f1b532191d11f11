//! One text of the office to many: each of them gets it once, or it is on record why not.

use std::num::NonZeroU32;
use std::time::Duration;

use duban::broadcast::{self, Draft};
use duban::clock::rest;
use duban::config::Settings;
use duban::domain::audience::Audience;
use duban::domain::broadcast::{Body, Order, Photo};
use duban::domain::ids::{BroadcastId, TelegramId};
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
        link::bind(&mut tx, id, TelegramId(account), language, now)
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

#[tokio::test]
async fn a_picture_goes_up_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let crowd = town.crowd().await;
        town.sandbox.set_latency(Duration::from_millis(20));
        let with_picture = Draft {
            photo: Some(picture()),
            ..draft("集合地点见图")
        };
        town.makes(&with_picture).await;
        town.goes_on().await;
        assert_eq!(uploads(&town).len(), 1, "{base:?}");
        assert_eq!(town.copies(&crowd, "集合地点见图"), [1; 20]);
        let photos = town.sandbox.last(crowd[7]).map(|message| message.kind);
        assert_eq!(photos, Some("photo"));
        let files = town
            .texts("SELECT broadcast_id || ' ' || bot || ' ' || substr(file_id, 1, 4) FROM broadcast_files")
            .await;
        assert_eq!(files, ["1 0 AgAC"]);

        // The first try leads nowhere: another row takes it up, and the first comes again.
        let twice = Draft {
            body: draft("第二张").body,
            ..with_picture.clone()
        };
        town.sandbox.forget_calls();
        let cut = Fault::new(Action::DropBefore).method("sendPhoto").times(1);
        town.sandbox.add_fault(cut);
        town.makes(&twice).await;
        town.goes_on().await;
        town.passes(5);
        town.goes_on().await;
        let done: Vec<bool> = uploads(&town).iter().map(|call| call.processed).collect();
        assert_eq!(done, [false, true], "{base:?}");
        assert_eq!(town.copies(&crowd, "第二张"), [1; 20]);
        assert_eq!(town.texts(STATES).await, ["1 done 20", "2 done 20"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_picture_that_telegram_has_forgotten_goes_up_again() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.limits.daily_cap = 9;
        })
        .await;
        let crowd = town.crowd().await;
        let town = town
            .restarts_after(async |books| {
                let mut tx = books.store.begin().await.expect("a transaction");
                let new = Draft {
                    photo: Some(picture()),
                    ..draft("见图")
                };
                let now = books.clock.now();
                let id = broadcast::create(&mut tx, &books.campaign, &new, now).await;
                let id = id.expect("a broadcast");
                store::broadcast::keep_file(&mut tx, id, 0, "AgACofanotherbot")
                    .await
                    .expect("a name");
                tx.commit().await.expect("a commit");
            })
            .await;
        town.goes_on().await;
        town.passes(5);
        town.goes_on().await;
        assert_eq!(town.copies(&crowd, "见图"), [1; 20]);
        assert_eq!(uploads(&town).len(), 1, "{base:?}");
        assert_eq!(town.texts(STATES).await, ["1 done 20"]);

        // One that Telegram will not take is tried once, not twenty times.
        town.sandbox.forget_calls();
        let error = Fault::error(400, "Bad Request: IMAGE_PROCESS_FAILED");
        town.sandbox.add_fault(error.method("sendPhoto"));
        let refused = Draft {
            photo: Some(picture()),
            ..draft("坏图")
        };
        let id = town.makes(&refused).await;
        town.goes_on().await;
        assert_eq!(uploads(&town).len(), 1, "{base:?}");
        assert_eq!(town.texts(STATES).await[1], "2 paused 20");
        let events = town.texts(EVENTS).await;
        let last = events.last().map(String::as_str);
        assert_eq!(last, Some("paused Bad Request: IMAGE_PROCESS_FAILED"));
        town.orders(id, Order::Cancel).await;
        town.goes_on().await;
        assert_eq!(
            town.texts(ENDS).await,
            ["closed cancelled 20", "sent  20"].map(str::to_owned)
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn cancelled_half_way_what_was_sent_stays_and_the_rest_is_closed() {
    for base in bases().await {
        let town = Town::on(base).await;
        let crowd = town.crowd().await;
        let town = town.restarts(one_a_second, |_| {}).await;
        town.makes(&draft("通知")).await;
        town.has_sent(5).await;
        let desk = Desk::over(&town.database);
        let said = desk.duban(&["broadcast", "cancel", "1"]).await.ends(0);
        assert_eq!(
            said.out,
            "broadcast 1 is cancelled: what was not sent never will be\n"
        );
        town.goes_on().await;
        let sent = town.sandbox.delivered();
        assert!((5..20).contains(&sent), "{base:?}: {sent}");
        assert_eq!(
            town.texts(ENDS).await,
            [
                format!("closed cancelled {}", 20 - sent),
                format!("sent  {sent}")
            ]
        );
        town.passes(3_600);
        town.goes_on().await;
        let copies = town.copies(&crowd, "通知");
        assert_eq!(copies.iter().sum::<usize>(), sent, "nothing went later");
        for order in ["pause", "resume", "cancel"] {
            let said = desk.duban(&["broadcast", order, "1"]).await.ends(1);
            assert!(
                said.err
                    .starts_with("broadcast 1: it is cancelled and cannot be ")
            );
            assert_eq!(said.err.lines().count(), 2);
        }
        let said = desk.duban(&["broadcast", "list"]).await.ends(0);
        let closed = 20 - sent;
        assert_eq!(
            said.out,
            format!(
                "1 cancelled: 20 in all, {sent} sent, 0 waiting, {closed} closed (cancelled {closed})\n"
            )
        );
        assert_eq!(
            town.attempts().await,
            ["- broadcast send 1 1", "- broadcast cancel 1 1"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn paused_and_resumed_each_gets_it_exactly_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let crowd = town.crowd().await;
        let town = town.restarts(one_a_second, |_| {}).await;
        let id = town.makes(&draft("通知")).await;
        town.has_sent(5).await;
        let desk = Desk::over(&town.database);
        desk.duban(&["broadcast", "pause", "1"]).await.ends(0);
        town.goes_on().await;
        let sent = town.sandbox.delivered();
        assert!((5..20).contains(&sent), "{base:?}: {sent}");
        assert_eq!(
            town.texts(ENDS).await,
            [
                format!("sent  {sent}"),
                format!("waiting paused {}", 20 - sent)
            ]
        );
        town.passes(3_600);
        town.goes_on().await;
        assert_eq!(
            town.sandbox.delivered(),
            sent,
            "nothing goes while it is held"
        );
        // Over a restart it stays held, and goes on from there.
        let town = town.restarts(one_a_second, |_| {}).await;
        town.goes_on().await;
        assert_eq!(town.sandbox.delivered(), sent);
        town.orders(id, Order::Resume).await;
        town.goes_on().await;
        assert_eq!(town.copies(&crowd, "通知"), [1; 20], "{base:?}");
        assert_eq!(town.texts(ENDS).await, ["sent  20"]);
        assert_eq!(
            town.texts(EVENTS).await,
            ["created ", "frozen ", "paused ", "resumed ", "done "]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn an_audience_half_written_down_is_completed_after_a_crash_and_nothing_goes_before() {
    for base in bases().await {
        let town = Town::on(base).await;
        let crowd = town.crowd().await;
        let town = town
            .restarts_after(async |books| {
                let mut tx = books.store.begin().await.expect("a transaction");
                let now = books.clock.now();
                broadcast::create(&mut tx, &books.campaign, &draft("通知"), now)
                    .await
                    .expect("a broadcast");
                tx.commit().await.expect("a commit");
                // Ten of the roster, none of whom is linked, then seven of the crowd.
                assert_eq!(step(books, 10).await, 0);
                assert_eq!(step(books, 7).await, 7);
                let held = duban::planner::out_of_quiet(&books.campaign, now);
                let mut tx = books.store.read().await.expect("a transaction");
                let due = store::outbox::due(&mut tx).await.expect("the outbox");
                assert!(
                    due.iter()
                        .all(|(_, at)| *at > held + chrono::TimeDelta::days(9_999))
                );
                tx.commit().await.expect("an end");
            })
            .await;
        town.goes_on().await;
        assert_eq!(town.texts(STATES).await, ["1 done 20"], "{base:?}");
        assert_eq!(town.copies(&crowd, "通知"), [1; 20], "{base:?}");
        town.closes().await;
    }
}

/// One chunk; messages written down.
async fn step(books: &duban::books::Books, chunk: i64) -> u64 {
    let summary = broadcast::step(books, chunk).await.expect("a step");
    assert!(summary.more && summary.released == 0, "{summary:?}");
    summary.frozen
}

#[tokio::test]
async fn whoever_leaves_or_cannot_be_reached_before_his_turn_gets_nothing() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 21:30", |_| {}).await;
        let mut accounts = Vec::new();
        for name in ["周俊哲", "陈善", "李兰", "杨勇涛", "高海", "崔梅晨"] {
            accounts.push(town.links(name, Language::ZhCn).await);
        }
        town.makes(&draft("通知")).await;
        town.goes_on().await;
        let waits = |name: &&str| format!("{name} waiting ");
        assert_eq!(
            town.texts(ROWS).await,
            ["周俊哲", "陈善", "李兰", "杨勇涛", "高海", "崔梅晨"]
                .iter()
                .map(waits)
                .collect::<Vec<_>>()
        );
        town.writes("UPDATE cadres SET active = 0 WHERE name = '周俊哲'")
            .await;
        for change in [
            "UPDATE links SET state = 'blocked' WHERE cadre_id = (SELECT id FROM cadres WHERE name = '陈善')",
            "UPDATE links SET state = 'ended' WHERE cadre_id = (SELECT id FROM cadres WHERE name = '李兰')",
            // His old account is somebody else's phone now.
            "UPDATE links SET telegram_id = 12345 WHERE cadre_id = (SELECT id FROM cadres WHERE name = '杨勇涛')",
        ] {
            town.writes(change).await;
        }
        // Telegram alone knows that this one has stopped the bot.
        let blocked = Fault::error(403, "Forbidden: bot was blocked by the user");
        town.sandbox
            .add_fault(blocked.chat(accounts[4]).method("sendMessage"));
        town.becomes("2014-03-04 07:30").await;
        town.goes_on().await;
        assert_eq!(
            town.texts(ROWS).await,
            [
                "周俊哲 closed left",
                "陈善 closed blocked",
                "李兰 closed unlinked",
                "杨勇涛 closed unlinked",
                "高海 closed Forbidden: bot was blocked by the user",
                "崔梅晨 sent ",
            ],
            "{base:?}"
        );
        assert_eq!(town.copies(&accounts, "通知"), [0, 0, 0, 0, 0, 1]);
        assert_eq!(town.texts(STATES).await, ["1 done 6"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn quiet_hours_cut_a_long_round_and_the_rest_goes_in_the_morning() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 20:55", |_| {}).await;
        let crowd = town.crowd().await;
        let town = town.restarts(one_a_second, |_| {}).await;
        town.makes(&draft("通知")).await;
        town.has_sent(5).await;
        let night = instant(&town.books.campaign, "2014-03-03 21:00");
        town.books.clock.set(night).expect("a manual clock");
        town.goes_on().await;
        let sent = town.sandbox.delivered();
        assert!((5..20).contains(&sent), "{base:?}: {sent}");
        assert_eq!(
            town.texts(ENDS).await,
            [
                format!("sent  {sent}"),
                format!("waiting quiet_hours {}", 20 - sent)
            ]
        );
        for at in ["2014-03-03 23:59", "2014-03-04 07:29"] {
            let at = instant(&town.books.campaign, at);
            town.books.clock.set(at).expect("a manual clock");
            town.goes_on().await;
            assert_eq!(town.sandbox.delivered(), sent, "{base:?}");
        }
        let morning = instant(&town.books.campaign, "2014-03-04 07:30");
        town.books.clock.set(morning).expect("a manual clock");
        town.goes_on().await;
        assert_eq!(town.copies(&crowd, "通知"), [1; 20], "{base:?}");
        assert_eq!(town.texts(STATES).await, ["1 done 20"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn at_nightfall_the_rest_of_a_round_is_put_off_in_one_go() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 20:55", |_| {}).await;
        let crowd = town.crowd().await;
        let town = town
            .restarts_after(async |books| {
                let mut tx = books.store.begin().await.expect("a transaction");
                let now = books.clock.now();
                broadcast::create(&mut tx, &books.campaign, &draft("通知"), now)
                    .await
                    .expect("a broadcast");
                tx.commit().await.expect("a commit");
                let done = broadcast::settle(books).await.expect("steps");
                assert_eq!((done.frozen, done.released), (20, 20), "{done:?}");
                let at = |text| instant(&books.campaign, text);
                books.clock.set(at("2014-03-03 21:00")).expect("a clock");
                for rows in [20, 0] {
                    let until = at("2014-03-04 07:30");
                    let put_off = broadcast::put_off(books, until).await;
                    assert_eq!(put_off.expect("rows"), rows, "{base:?}");
                }
            })
            .await;
        assert_eq!(town.texts(ENDS).await, ["waiting quiet_hours 20"]);
        town.becomes("2014-03-04 07:30").await;
        town.goes_on().await;
        assert_eq!(town.copies(&crowd, "通知"), [1; 20], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_has_had_his_messages_of_the_day_gets_it_tomorrow() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 17:00", |campaign| {
            campaign.limits.daily_cap = 1;
        })
        .await;
        let zhou = town.links("周俊哲", Language::ZhCn).await;
        town.becomes("2014-03-03 17:30").await;
        let lin = town.links("林静", Language::ZhCn).await;
        town.makes(&draft("通知")).await;
        town.goes_on().await;
        assert_eq!(
            town.texts(ROWS).await,
            ["林静 sent ", "周俊哲 waiting daily_cap"],
            "{base:?}"
        );
        town.becomes("2014-03-04 07:29").await;
        assert_eq!(town.copies(&[lin, zhou], "通知"), [1, 0]);
        town.becomes("2014-03-04 07:30").await;
        town.goes_on().await;
        assert_eq!(town.copies(&[lin, zhou], "通知"), [1, 1]);
        assert_eq!(town.texts(STATES).await, ["1 done 2"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_what_would_be_right() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.links("周俊哲", Language::ZhCn).await;
        let desk = Desk::over(&town.database);
        let good = desk.file("good.txt", "通知");
        let long = desk.file("long.txt", "字".repeat(4097));
        let caption = desk.file("caption.txt", "字".repeat(1025));
        let empty = desk.file("empty.txt", " \n");
        let binary = desk.file("binary.txt", b"\xff\xfe\x00");
        let gif = desk.file("a.gif", b"GIF89a");
        let png = desk.file("a.png", picture().bytes);
        let again = format!("zh-CN={good}");
        let refusals: [(&[&str], &str); 12] = [
            (
                &[&good, "--rank", "chief"],
                "there is: county, section, member",
            ),
            (&[&good, "--trait", "old"], "there is no trait \"old\""),
            (&[&good, "--sector", "moon"], "there is no sector \"moon\""),
            (&[&good, "--unit", "春阳镇"], "write its whole path"),
            (&[&good, "--rank", "county"], "nobody who is linked"),
            (&["nowhere.txt"], "nowhere.txt: cannot be read"),
            (&[&binary], "save it as plain text in UTF-8"),
            (&[&empty], "the text in zh-CN is empty"),
            (&[&long], "has 4097 characters; 4096 is the most"),
            (
                &[&caption, "--photo", &png],
                "1024 is the most with a picture",
            ),
            (
                &[&good, "--photo", &gif],
                "the picture is no JPEG, PNG or WebP",
            ),
            (&[&good, "--in", &again], "two texts in zh-CN"),
        ];
        for (arguments, right) in refusals {
            for dry_run in [&[][..], &["--dry-run"]] {
                let all = [&["broadcast", "send"], arguments, dry_run].concat();
                let said = desk.duban(&all).await.ends(1);
                assert!(said.err.contains(right), "{all:?}: {}", said.err);
                assert_eq!(
                    (said.out.as_str(), said.err.lines().count()),
                    ("", 2),
                    "{}",
                    said.err
                );
            }
        }
        let tongue = format!("fr={good}");
        let said = desk
            .duban(&["broadcast", "send", &good, "--in", &tongue])
            .await
            .ends(2);
        assert!(said.err.contains("zh-CN, zh-TW, en, ko"), "{}", said.err);
        for order in ["pause", "resume", "cancel"] {
            let said = desk.duban(&["broadcast", order, "7"]).await.ends(1);
            assert!(
                said.err.starts_with("there is no broadcast 7\n"),
                "{}",
                said.err
            );
        }
        let said = desk.duban(&["broadcast", "list"]).await.ends(0);
        assert_eq!(said.out, "there has been no broadcast yet\n");
        assert_eq!(town.texts(STATES).await, [""; 0]);
        assert_eq!(town.attempts().await, [""; 0], "nothing was done");
        town.closes().await;
    }
}
