//! What becomes of a part of a broadcast when its turn comes.

use super::*;

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
