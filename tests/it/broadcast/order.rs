//! Broadcasts that are stopped half-way: by the office, or by a crash.

use super::*;

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
