//! What Telegram may do to a message, and what then becomes of it. The real client, over HTTP.

use duban::sandbox::{Action, Fault};
use duban::store::outbox::Lane;
use futures_util::future::join_all;
use serde_json::json;
use std::time::{Duration, Instant};

use super::support::{Base, Person, Town, bases};

const LAST_ANSWER: &str = "SELECT state || '|' || COALESCE(reason, '') FROM outbox
    WHERE kind = 'answer' ORDER BY id DESC LIMIT 1";

impl Person<'_> {
    /// Writes without waiting for an answer, only for the service to have done what it can.
    async fn tries(&self, text: &str) {
        self.town.passes(1);
        self.town.sandbox.say(self.account, text);
        self.town.settles().await;
    }

    /// Messages of the bot on the phone.
    fn has(&self) -> usize {
        let messages = self.town.sandbox.messages(self.account);
        messages.iter().filter(|message| message.from_bot).count()
    }
}

impl Town {
    async fn last_answer(&self) -> String {
        self.lines(LAST_ANSWER).await.pop().unwrap_or_default()
    }

    async fn link_of(&self, account: i64) -> String {
        let links = self
            .lines("SELECT telegram_id || ' ' || state FROM links ORDER BY id")
            .await;
        let prefix = format!("{account} ");
        let found = links
            .iter()
            .rev()
            .find_map(|link| link.strip_prefix(&prefix));
        found.unwrap_or_default().to_owned()
    }

    /// Lets time pass until what waits is sent.
    async fn waits(&self, seconds: i64) {
        self.passes(seconds);
        self.settles().await;
    }
}

fn forbidden() -> Fault {
    Fault::error(403, "Forbidden: bot was blocked by the user")
}

#[tokio::test]
async fn an_answer_survives_whatever_happens_to_its_call() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let error = |code, words| Fault::error(code, words);
        for (fault, seconds, copies, reason) in [
            (Fault::new(Action::RetryAfter { secs: 5 }), 6, 1, ""),
            (
                error(500, "Internal Server Error: restart"),
                3,
                1,
                "unknown outcome",
            ),
            (error(502, "Bad Gateway"), 3, 1, "unknown outcome"),
            (Fault::new(Action::Html502), 3, 1, "unknown outcome"),
            (Fault::new(Action::DropBefore), 3, 1, "unknown outcome"),
            (Fault::new(Action::DropAfter), 3, 2, "unknown outcome"),
        ] {
            town.waits(10).await;
            let what = format!("{base:?} {fault:?}");
            let before = zhou.has();
            town.sandbox
                .add_fault(fault.method("sendMessage").chat(zhou.account).times(1));
            zhou.tries("/me").await;
            let accepted = usize::from(copies == 2);
            assert_eq!(zhou.has() - before, accepted, "not before its time: {what}");
            assert!(town.last_answer().await.starts_with("waiting|"), "{what}");
            town.waits(seconds).await;
            assert_eq!(zhou.has() - before, copies, "{what}");
            let answer = town.last_answer().await;
            let (state, said) = answer.split_once('|').unwrap_or_default();
            assert_eq!(state, "sent", "{what}");
            assert!(said.starts_with(reason), "{what}: {said}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_429_holds_its_own_chat_back_for_as_long_as_it_says_even_over_a_restart() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let chen = town.cadre("陈善").await;
        let flood = Fault::new(Action::RetryAfter { secs: 10_072 });
        town.sandbox
            .add_fault(flood.method("sendMessage").chat(zhou.account).times(1));
        let before = zhou.has();
        zhou.tries("/me").await;
        zhou.tries("/tasks").await;
        assert!(chen.says("/me").await.contains("陈善"), "others go on");
        assert_eq!(zhou.has(), before);
        let (account, name) = (zhou.account, zhou.name.clone());
        let town = town.restarts(|_| {}, |_| {}).await;
        let zhou = Person {
            town: &town,
            account,
            name,
        };
        // What comes up after the restart waits as well: nothing is asked of Telegram for this chat.
        let asked = |town: &Town| {
            let calls = town.sandbox.calls_of("sendMessage");
            calls.iter().filter(|call| call.chat() == account).count()
        };
        let calls = asked(&town);
        zhou.tries("/help").await;
        town.waits(8_990).await;
        assert_eq!(
            asked(&town),
            calls,
            "{base:?}: nothing is tried before its time"
        );
        let first = town
            .lines("SELECT state FROM outbox WHERE reason LIKE '429%' ORDER BY id")
            .await;
        assert_eq!(first, ["waiting"], "{base:?}");
        town.waits(1_100).await;
        town.waits(10).await;
        assert_eq!(zhou.has(), before + 3, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn when_everybody_is_told_to_wait_nothing_is_lost_and_nothing_comes_twice() {
    for base in bases().await {
        let town = Town::on(base).await;
        let mut people = Vec::new();
        for name in ["周俊哲", "陈善", "李兰", "杨勇涛", "高海"] {
            people.push(town.cadre(name).await);
        }
        let before: Vec<usize> = people.iter().map(Person::has).collect();
        let flood = Fault::new(Action::RetryAfter { secs: 3 });
        town.sandbox.add_fault(flood.method("sendMessage").times(4));
        for person in &people {
            town.sandbox.say(person.account, "/me");
        }
        town.settles().await;
        for _ in 0..4 {
            town.waits(4).await;
        }
        let after: Vec<usize> = people.iter().map(|person| person.has() - 1).collect();
        assert_eq!(after, before, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_blocks_the_bot_is_left_alone_until_he_writes_again() {
    for base in bases().await {
        let town = Town::on(base).await;
        for (name, fault) in [
            ("周俊哲", forbidden()),
            ("陈善", Fault::error(400, "Bad Request: chat not found")),
            ("李兰", Fault::error(403, "Forbidden: user is deactivated")),
        ] {
            let person = town.cadre(name).await;
            town.plans(Lane::Reminder, &[person.account], 3_600).await;
            let before = person.has();
            town.sandbox
                .add_fault(fault.method("sendMessage").chat(person.account).times(1));
            person.tries("/me").await;
            assert_eq!(town.link_of(person.account).await, "blocked", "{name}");
            let closed = town
                .lines(
                    "SELECT kind || '|' || reason FROM outbox WHERE state = 'closed' ORDER BY id DESC LIMIT 2",
                )
                .await;
            assert_eq!(closed.len(), 2, "the queue too: {closed:?}");
            for line in &closed {
                let reason = line.split('|').nth(1).unwrap_or_default();
                assert!(
                    ["blocked", "not found", "deactivated"]
                        .iter()
                        .any(|word| reason.contains(word)),
                    "{closed:?}"
                );
            }
            assert_eq!(person.has(), before);
        }
        town.becomes("2014-03-03 17:30").await;
        let digests = town
            .lines("SELECT state FROM outbox WHERE kind <> 'answer' AND kind <> 'test'")
            .await;
        assert!(digests.is_empty(), "{base:?}: {digests:?}");

        let account = account_of(&town, "周俊哲").await;
        let zhou = Person {
            town: &town,
            account,
            name: "周俊哲".to_owned(),
        };
        zhou.says("/start").await;
        assert_eq!(town.link_of(account).await, "linked");
        town.becomes("2014-03-04 17:30").await;
        assert!(zhou.reads().starts_with("今天的学习"), "{}", zhou.reads());
        town.closes().await;
    }
}

async fn account_of(town: &Town, name: &str) -> i64 {
    let rows = town
        .lines(
            "SELECT c.name || ' ' || l.telegram_id FROM links l JOIN cadres c ON c.id = l.cadre_id",
        )
        .await;
    rows.iter()
        .find_map(|row| row.strip_prefix(name)?.trim().parse().ok())
        .expect("a linked person")
}

#[tokio::test]
async fn blocking_and_unblocking_are_noticed_without_a_message() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.plans(Lane::Reminder, &[zhou.account], 3_600).await;
        town.sandbox.block(zhou.account);
        town.settles().await;
        assert_eq!(town.link_of(zhou.account).await, "blocked");
        let reason = "SELECT state || ' ' || COALESCE(reason, '') FROM outbox WHERE kind = 'test'";
        assert_eq!(
            town.lines(reason).await,
            ["closed the person stopped the bot"],
            "{base:?}"
        );
        town.sandbox.unblock(zhou.account);
        town.settles().await;
        assert_eq!(town.link_of(zhou.account).await, "linked");
        town.becomes("2014-03-03 17:30").await;
        assert!(zhou.reads().starts_with("今天的学习"), "{}", zhou.reads());
        town.closes().await;
    }
}

#[tokio::test]
async fn a_group_that_becomes_a_supergroup_is_followed() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let (group, heir) = (-500, -1_000_000_000_500);
        town.sandbox.group(group, "活动办", false);
        town.sandbox.group(heir, "活动办", true);
        let moved = Fault::new(Action::Error {
            code: 400,
            description: "Bad Request: group chat was upgraded to a supergroup chat".into(),
            parameters: Some(json!({"migrate_to_chat_id": heir})),
        });
        town.sandbox
            .add_fault(moved.method("sendMessage").chat(group).times(1));
        town.plans(Lane::Reminder, &[group], 3_600).await;
        town.sandbox.say_in(group, zhou.account, "/me");
        town.settles().await;
        assert!(town.sandbox.last(group).is_none(), "{base:?}");
        assert!(town.sandbox.last(heir).is_some(), "{base:?}");
        town.waits(3_600).await;
        let sent = "SELECT chat_id || ' ' || state FROM outbox WHERE chat_id < 0 ORDER BY id";
        let line = format!("{heir} sent");
        assert_eq!(town.lines(sent).await, [line.clone(), line], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn an_edit_that_cannot_be_made_is_no_lost_answer() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        for (words, more) in [
            (
                "Bad Request: message is not modified: specified new message content and reply markup \
                 are exactly the same as a current content and reply markup of the message",
                0,
            ),
            ("Bad Request: message to edit not found", 1),
            ("Bad Request: message can't be edited", 1),
        ] {
            zhou.says("今天学了30分钟").await;
            let before = zhou.has();
            town.sandbox
                .add_fault(Fault::error(400, words).method("editMessageText").times(1));
            town.passes(1);
            let pressed = town.sandbox.press_label(zhou.account, zhou.account, "撤销");
            assert!(pressed.is_ok(), "{pressed:?}");
            town.settles().await;
            town.waits(2).await;
            assert_eq!(zhou.has() - before, more, "{base:?} {words}");
            assert_eq!(town.last_answer().await, "sent|", "{base:?} {words}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_call_that_hangs_keeps_nobody_else_waiting() {
    join_all(bases().await.into_iter().map(hanging)).await;
}

async fn hanging(base: Base) {
    let town = Town::on(base).await;
    let zhou = town.cadre("周俊哲").await;
    let chen = town.cadre("陈善").await;
    let before = zhou.has();
    let hang = Fault::new(Action::Hang).method("sendMessage");
    town.sandbox.add_fault(hang.chat(zhou.account).times(1));
    town.sandbox.say(zhou.account, "/me");
    let begun = Instant::now();
    let heard = chen.heard();
    town.sandbox.say(chen.account, "/me");
    let patience = Duration::from_secs(5);
    let answered = town
        .sandbox
        .wait_for(patience, |_| (chen.heard() > heard).then_some(()))
        .await;
    assert!(answered.is_some(), "{base:?}: {:?}", begun.elapsed());
    // The client gives the call up after twelve seconds.
    town.settles().await;
    assert!(town.last_answer().await.starts_with("sent|"));
    town.waits(3).await;
    assert_eq!(zhou.has(), before + 1, "{base:?}");
    town.closes().await;
}

#[tokio::test]
async fn a_server_in_trouble_is_not_hammered_and_everything_arrives_after() {
    for base in bases().await {
        let town = Town::on(base).await;
        let mut people = Vec::new();
        for name in [
            "周俊哲",
            "陈善",
            "李兰",
            "杨勇涛",
            "高海",
            "朴涛芳",
            "崔梅晨",
        ] {
            people.push(town.cadre(name).await);
        }
        let before: Vec<usize> = people.iter().map(Person::has).collect();
        town.sandbox.forget_calls();
        town.sandbox
            .add_fault(Fault::new(Action::Html502).method("sendMessage"));
        for person in &people {
            town.sandbox.say(person.account, "/me");
        }
        town.settles().await;
        for _ in 0..30 {
            town.passes(1);
        }
        town.settles().await;
        let tried = town.sandbox.calls_of("sendMessage").len();
        assert!((7..=42).contains(&tried), "{base:?}: {tried} calls");
        town.sandbox.clear_faults();
        for _ in 0..6 {
            town.waits(60).await;
        }
        let after: Vec<usize> = people.iter().map(|person| person.has() - 1).collect();
        assert_eq!(after, before, "{base:?}");
        town.closes().await;
    }
}
