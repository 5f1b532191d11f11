//! How fast messages go: never faster than is permitted, and answers first.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use duban::sandbox::{Limits, Outcome};
use duban::store::outbox::Lane;
use futures_util::future::join_all;

use super::support::{Base, Person, Town, bases};

const SECOND: Duration = Duration::from_secs(1);
/// Recipients of the broadcast.
const CROWD: i64 = 240;

#[tokio::test]
async fn answers_overtake_a_broadcast_that_keeps_to_the_rate() {
    join_all(bases().await.into_iter().map(broadcast)).await;
}

async fn broadcast(base: Base) {
    let town = Town::on(base).await;
    let zhou = town.cadre("周俊哲").await;
    let (account, name) = (zhou.account, zhou.name.clone());
    let rate = |settings: &mut duban::config::Settings| {
        settings.rate = NonZeroU32::new(30).expect("a rate");
    };
    let town = town.restarts(rate, |_| {}).await;
    let zhou = Person {
        town: &town,
        account,
        name,
    };
    town.books.clock.set_speed(1).expect("a manual clock");
    town.sandbox.set_latency(Duration::from_millis(20));
    town.sandbox.set_limits(Limits {
        per_second: Some(30),
        ..Limits::default()
    });
    town.sandbox.forget_calls();
    let crowd: Vec<i64> = (1..=CROWD).map(|number| 900_000 + number).collect();
    for chat in &crowd {
        town.sandbox.open(*chat);
    }
    let begun = Instant::now();
    town.plans(Lane::Broadcast, &crowd, 0).await;
    let arrived = |least: usize| {
        let town = &town;
        async move {
            let enough = |_: &_| (town.sandbox.delivered() >= least).then_some(());
            let patience = Duration::from_mins(1);
            town.sandbox.wait_for(patience, enough).await
        }
    };
    for round in 1..=4 {
        assert!(arrived(round * 30).await.is_some(), "{base:?}");
        let (asked, heard) = (Instant::now(), zhou.heard());
        town.sandbox.say(zhou.account, "/me");
        let answered = |_: &_| (zhou.heard() > heard).then_some(());
        let answer = town.sandbox.wait_for(SECOND * 30, answered).await;
        assert!(answer.is_some(), "{base:?}");
        // Behind the rest of the broadcast it would be several seconds.
        assert!(asked.elapsed() < SECOND, "{base:?}: {:?}", asked.elapsed());
        assert!(town.sandbox.delivered() < crowd.len(), "it still goes on");
    }
    assert!(arrived(crowd.len() + 4).await.is_some(), "{base:?}");
    let took = begun.elapsed();
    let peak = town.sandbox.peak(None, SECOND);
    assert!(peak <= 30, "{base:?}: {peak} within a second");
    assert!(took < SECOND * 12, "{base:?}: {took:?}, ideal 8 s");
    let refused = town.sandbox.with_calls(|calls| {
        let refused = |call: &&duban::sandbox::Call| call.outcome != Outcome::Ok;
        calls.iter().filter(refused).count()
    });
    assert_eq!(refused, 0, "{base:?}");
    town.closes().await;
}

#[tokio::test]
async fn a_person_gets_a_short_burst_of_answers_and_then_one_a_second_in_order() {
    join_all(bases().await.into_iter().map(burst)).await;
}

async fn burst(base: Base) {
    let town = Town::on(base).await;
    let zhou = town.cadre("周俊哲").await;
    town.passes(60);
    town.books.clock.set_speed(1).expect("a manual clock");
    town.sandbox.forget_calls();
    let texts = ["/me", "/tasks", "你好", "/help", "3", "/language"];
    for text in texts {
        town.sandbox.say(zhou.account, text);
    }
    let all = |_: &_| (zhou.heard() >= texts.len()).then_some(());
    let arrived = town.sandbox.wait_for(SECOND * 30, all).await;
    assert!(arrived.is_some(), "{base:?}");
    town.settles().await;
    let chat = Some(zhou.account);
    let peak = |time| town.sandbox.peak(chat, time);
    assert!(
        (2..=3).contains(&peak(SECOND)),
        "{base:?}: {}",
        peak(SECOND)
    );
    assert!(peak(SECOND * 3) <= 5, "{base:?}: {}", peak(SECOND * 3));
    let order = town
        .lines(
            "SELECT CAST(message_id AS TEXT) FROM outbox WHERE kind = 'answer' ORDER BY id DESC LIMIT 6",
        )
        .await;
    let order: Vec<i64> = order.iter().filter_map(|id| id.parse().ok()).collect();
    assert_eq!(order.len(), texts.len(), "{base:?}");
    assert!(order.is_sorted_by(|late, early| late > early), "{order:?}");
    town.closes().await;
}

#[tokio::test]
async fn nobody_is_written_to_twice_a_second_unasked() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.books.clock.set_speed(1).expect("a manual clock");
        town.sandbox.open(900_001);
        for hurry in 0..3 {
            town.plans(Lane::Reminder, &[900_001], -hurry).await;
        }
        let all = |_: &_| (town.sandbox.delivered() >= 3).then_some(());
        let arrived = town.sandbox.wait_for(SECOND * 30, all).await;
        assert!(arrived.is_some(), "{base:?}");
        assert_eq!(town.sandbox.peak(Some(900_001), SECOND), 1, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_group_gets_twenty_answers_a_minute_and_the_rest_later() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.sandbox.group(-500, "活动办", false);
        town.sandbox.forget_calls();
        for _ in 0..25 {
            town.passes(1);
            town.sandbox.say_in(-500, zhou.account, "/me");
            town.settles().await;
        }
        let sent = || town.sandbox.calls_of("sendMessage").len();
        assert_eq!(sent(), 20, "{base:?}");
        for _ in 0..7 {
            town.passes(10);
            town.settles().await;
        }
        assert_eq!(sent(), 25, "{base:?}");
        town.closes().await;
    }
}
