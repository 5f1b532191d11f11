//! How updates come in: nothing is acknowledged before it is written down, and nothing counts twice.

use std::time::Duration;

use duban::clock::rest;
use duban::config::{Secret, Settings, Webhook};
use duban::inbox::sweep::sweep;
use duban::sandbox::Fault;
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::support::{Base, Person, Town, bases, free_port, get, post};

const ENTRIES: &str = "SELECT note FROM entries ORDER BY id";
const INBOX: &str = "SELECT CAST(update_id AS TEXT) FROM inbox ORDER BY update_id";
const SECRET: &str = "of-the-webhook_1";
const PATIENCE: Duration = Duration::from_mins(1);

/// A text as Telegram tells of it.
fn text(account: i64, text: &str) -> Value {
    json!({"message": {
        "message_id": 77, "date": 1_393_800_000, "text": text,
        "from": {"id": account, "is_bot": false, "first_name": "周"},
        "chat": {"id": account, "type": "private", "first_name": "周"},
    }})
}

/// Settings with a webhook on a free port of this machine; its address.
pub(crate) fn hooked(settings: &mut Settings) -> String {
    let address = free_port();
    let url = format!("http://{address}/telegram");
    settings.listen = address;
    settings.webhook = Some(Webhook {
        url: url.parse().expect("an address"),
        secret: Secret::new(SECRET),
    });
    url
}

#[tokio::test]
async fn another_poller_is_waited_out() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot \
             instance is running";
        town.sandbox
            .add_fault(Fault::error(409, conflict).method("getUpdates").times(2));
        assert!(zhou.says("今天学了30分钟").await.starts_with('✓'));
        // And a real one: whoever polls last throws the other out.
        let url = format!(
            "{}/bot{}/getUpdates",
            town.sandbox.url(),
            super::support::TOKEN
        );
        let polls = town.sandbox.polls();
        assert!(get(&url).await.is_some());
        let back = |_: &_| (town.sandbox.polls() > polls + 1).then_some(());
        assert!(town.sandbox.wait_for(PATIENCE, back).await.is_some());
        assert!(zhou.says("今天学了20分钟").await.starts_with('✓'));
        assert_eq!(town.lines(ENTRIES).await.len(), 2, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn nothing_is_acknowledged_while_the_database_does_not_take_it() {
    join_all(bases().await.into_iter().map(polled_without_database)).await;
}

async fn polled_without_database(base: Base) {
    let town = Town::on(base).await;
    let zhou = town.cadre("周俊哲").await;
    let outage = town.loses_its_database().await;
    let heard = zhou.heard();
    town.passes(1);
    town.sandbox.say(zhou.account, "今天学了30分钟");
    // It comes in, the database does not take it, and so it is not acknowledged.
    let pulse = &town.app.service().pulse;
    let refused = async {
        while !pulse.updates_refused() {
            rest(Duration::from_millis(10)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, refused).await.is_ok());
    assert_eq!(town.sandbox.pending_updates(), 1, "{base:?}");
    assert_eq!(zhou.heard(), heard, "{base:?}");
    outage.ends().await;
    let answered = |_: &_| (zhou.heard() > heard).then_some(());
    assert!(town.sandbox.wait_for(PATIENCE, answered).await.is_some());
    town.settles().await;
    assert_eq!(town.lines(ENTRIES).await, ["今天学了30分钟"], "{base:?}");
    assert_eq!(zhou.heard(), heard + 1, "{base:?}");
    town.closes().await;
}

#[tokio::test]
async fn a_webhook_takes_only_what_telegram_sends() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let (account, name) = (zhou.account, zhou.name.clone());
        let mut url = String::new();
        let town = town
            .restarts(|settings| url = hooked(settings), |_| {})
            .await;
        let zhou = Person {
            town: &town,
            account,
            name,
        };
        assert!(zhou.says("今天学了30分钟").await.starts_with('✓'));

        let before = town.lines(INBOX).await;
        let mut update = text(account, "今天学了20分钟");
        update["update_id"] = json!(900_000_001);
        for (secret, body, status) in [
            (None, update.to_string(), 401),
            (Some(""), update.to_string(), 401),
            (Some("of-the-webhook_2"), update.to_string(), 401),
            (Some(SECRET), String::new(), 400),
            (Some(SECRET), "垃圾".to_owned(), 400),
            (Some(SECRET), "[]".to_owned(), 400),
            (Some(SECRET), r#"{"message":{}}"#.to_owned(), 400),
            (Some(SECRET), r#"{"update_id":"7"}"#.to_owned(), 400),
            (
                Some(SECRET),
                format!("{{\"update_id\":{}}}", "9".repeat(40)),
                400,
            ),
            (Some(SECRET), "[".repeat(100_000), 400),
            (Some(SECRET), " ".repeat(3 << 20), 413),
        ] {
            let shown: String = body.chars().take(40).collect();
            assert_eq!(post(&url, secret, body).await, status, "{secret:?} {shown}");
        }
        assert_eq!(get(&url).await.map(|answer| answer.0), Some(405));
        assert_eq!(town.lines(INBOX).await, before, "{base:?}");

        // Twice the same: said once.
        for _ in 0..3 {
            assert_eq!(post(&url, Some(SECRET), update.to_string()).await, 200);
            town.settles().await;
        }
        let entries = town.lines(ENTRIES).await;
        assert_eq!(entries, ["今天学了30分钟", "今天学了20分钟"], "{base:?}");
        let sandbox = town.sandbox.clone();
        town.closes().await;
        let unhooked = sandbox.calls_of("deleteWebhook").len();
        assert_eq!(unhooked, 1, "at the first start only, not at a stop");
    }
}

#[tokio::test]
async fn a_webhook_says_503_while_the_database_is_away_and_telegram_comes_again() {
    join_all(bases().await.into_iter().map(pushed_without_database)).await;
}

async fn pushed_without_database(base: Base) {
    let town = Town::on(base).await;
    let zhou = town.cadre("周俊哲").await;
    let (account, name) = (zhou.account, zhou.name.clone());
    let mut url = String::new();
    let town = town
        .restarts(|settings| url = hooked(settings), |_| {})
        .await;
    let zhou = Person {
        town: &town,
        account,
        name,
    };
    zhou.says("/me").await;
    let health = format!("http://{}/healthz", town.app.address());
    assert_eq!(get(&health).await.map(|answer| answer.0), Some(200));
    let outage = town.loses_its_database().await;
    let heard = zhou.heard();
    let mut update = text(account, "今天学了20分钟");
    update["update_id"] = json!(900_000_001);
    assert_eq!(post(&url, Some(SECRET), update.to_string()).await, 503);
    let (status, body) = get(&health).await.expect("an answer");
    assert_eq!(status, 503, "{base:?} {body}");
    let health_of = |body: &str| serde_json::from_str::<Value>(body).expect("JSON");
    assert_eq!(health_of(&body)["database"], json!(false), "{base:?}");
    town.passes(1);
    town.sandbox.say(account, "今天学了30分钟");
    outage.ends().await;
    let answered = |_: &_| (zhou.heard() > heard).then_some(());
    assert!(town.sandbox.wait_for(PATIENCE, answered).await.is_some());
    town.settles().await;
    assert_eq!(town.lines(ENTRIES).await, ["今天学了30分钟"], "{base:?}");
    let (status, body) = get(&health).await.expect("an answer");
    assert_eq!(status, 200, "{base:?} {body}");
    town.closes().await;
}

#[tokio::test]
async fn a_service_that_starts_again_goes_on_where_it_stopped() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let (account, name) = (zhou.account, zhou.name.clone());
        town.plans(duban::store::outbox::Lane::Reminder, &[account], 3_600)
            .await;
        let heard = zhou.heard();
        let town = town
            .restarts(
                |_| {},
                |sandbox| {
                    sandbox.say(account, "今天学了30分钟");
                    sandbox.say(account, "今天学了20分钟");
                },
            )
            .await;
        let zhou = Person {
            town: &town,
            account,
            name,
        };
        let answered = |_: &_| (zhou.heard() >= heard + 2).then_some(());
        assert!(town.sandbox.wait_for(PATIENCE, answered).await.is_some());
        town.settles().await;
        let entries = town.lines(ENTRIES).await;
        assert_eq!(entries, ["今天学了30分钟", "今天学了20分钟"], "{base:?}");
        town.passes(3_600);
        town.settles().await;
        assert_eq!(zhou.heard(), heard + 3, "what was planned before: {base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn an_update_seen_twice_counts_once_and_its_number_is_free_again_after_a_week() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("今天学了30分钟").await;
        let seen = town.lines(INBOX).await;
        let number: i64 = seen
            .last()
            .and_then(|id| id.parse().ok())
            .expect("a number");
        let heard = zhou.heard();
        // Twice within one answer to a poll, even.
        for _ in 0..2 {
            town.sandbox
                .inject_raw(number, text(zhou.account, "今天学了20分钟"));
        }
        town.settles().await;
        assert_eq!(town.lines(ENTRIES).await, ["今天学了30分钟"], "{base:?}");
        assert_eq!(zhou.heard(), heard);

        // After a week of silence Telegram begins anew with any number (Bot API, Update).
        town.becomes("2014-03-12 09:00").await;
        let heard = zhou.heard();
        town.sandbox
            .inject_raw(number, text(zhou.account, "昨天学了20分钟"));
        let answered = |_: &_| (zhou.heard() > heard).then_some(());
        assert!(town.sandbox.wait_for(PATIENCE, answered).await.is_some());
        town.settles().await;
        let entries = town.lines(ENTRIES).await;
        assert_eq!(entries, ["今天学了30分钟", "昨天学了20分钟"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn handled_updates_are_forgotten_after_a_week_and_what_they_led_to_is_not() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("今天学了30分钟").await;
        let old = town.lines(INBOX).await.len();
        assert_eq!(sweep(town.app.service()).await.expect("a sweep"), 0);
        town.becomes("2014-03-10 08:59").await;
        zhou.says("今天学了20分钟").await;
        assert_eq!(sweep(town.app.service()).await.expect("a sweep"), 0);
        town.passes(600);
        let swept = sweep(town.app.service()).await.expect("a sweep");
        assert_eq!(swept, u64::try_from(old).expect("few"), "{base:?}");
        assert_eq!(town.lines(INBOX).await.len(), 1, "{base:?}");
        assert_eq!(town.lines(ENTRIES).await.len(), 2, "{base:?}");
        town.closes().await;
    }
}
