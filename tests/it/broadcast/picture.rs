//! Broadcasts with a picture above the text.

use super::*;

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
                store::broadcast::keep_file(&mut tx, id, BotId::MAIN, "AgACofanotherbot")
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
