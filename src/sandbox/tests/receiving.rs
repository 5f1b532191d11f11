//! Updates in: polling, webhook, groups.

use std::time::Duration;

use serde_json::{Value, json};

use super::{SECOND, TOKEN, call, done, refused, sandbox};
use crate::sandbox::{Options, Sandbox};

#[tokio::test]
async fn updates_stay_until_a_higher_offset_confirms_them() {
    let sandbox = sandbox().await;
    for text in ["一", "二", "三"] {
        sandbox.say(7, text);
    }
    let first = done(&sandbox, "getUpdates", json!({"limit": 2})).await;
    let again = done(&sandbox, "getUpdates", json!({"limit": 2})).await;
    assert_eq!(first, again);
    let next = first[1]["update_id"].as_i64().unwrap() + 1;
    let rest = done(&sandbox, "getUpdates", json!({"offset": next})).await;
    assert_eq!(rest[0]["message"]["text"], "三");
    assert_eq!(sandbox.pending_updates(), 1);
    sandbox.inject_raw(next - 1, json!({"message": first[1]["message"]}));
    let repeated = done(&sandbox, "getUpdates", json!({"offset": next + 1})).await;
    assert_eq!(
        repeated[0]["update_id"],
        next - 1,
        "a repeated number comes through"
    );
    done(&sandbox, "getUpdates", json!({"offset": next + 1})).await;
    assert_eq!(sandbox.pending_updates(), 0);
}

#[tokio::test]
async fn a_long_poll_wakes_up_and_gives_way_to_a_newer_one() {
    let sandbox = sandbox().await;
    let older = call(&sandbox, "getUpdates", json!({"timeout": 30}));
    let newer = async {
        // The second poll may only start when the first is on.
        sandbox
            .wait_for(SECOND, |sandbox| (sandbox.polls() == 1).then_some(()))
            .await
            .unwrap();
        let newer = call(&sandbox, "getUpdates", json!({"timeout": 30}));
        let speaker = async {
            sandbox
                .wait_for(SECOND, |sandbox| (sandbox.polls() == 2).then_some(()))
                .await
                .unwrap();
            sandbox.say(7, "在");
        };
        tokio::join!(newer, speaker).0
    };
    let (older, newer) = tokio::join!(older, newer);
    assert_eq!(
        older["description"],
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert_eq!(older["error_code"], 409);
    assert_eq!(newer["result"][0]["message"]["text"], "在");
}

#[tokio::test]
async fn a_group_in_privacy_mode_passes_only_what_is_meant_for_the_bot() {
    let sandbox = sandbox().await;
    sandbox.group(-5, "联络员", true);
    let sent = done(
        &sandbox,
        "sendMessage",
        json!({"chat_id": -5, "text": "在吗"}),
    )
    .await;
    sandbox.say_in(-5, 7, "大家好");
    sandbox.say_in(-5, 7, "/report@other_bot");
    sandbox.say_in(-5, 7, "/report");
    sandbox.reply_in(-5, 7, sent["message_id"].as_i64().unwrap(), "在");
    let updates = done(&sandbox, "getUpdates", json!({})).await;
    let texts: Vec<_> = updates
        .as_array()
        .unwrap()
        .iter()
        .map(|update| &update["message"]["text"])
        .collect();
    assert_eq!(texts, ["/report", "在"]);
    sandbox.set_privacy(false);
    sandbox.say_in(-5, 7, "大家好");
    assert_eq!(sandbox.pending_updates(), 3);
}

#[tokio::test]
async fn a_webhook_is_retried_in_order_until_it_says_2xx() {
    use axum::http::{HeaderMap, StatusCode};
    use std::sync::{Arc, Mutex};

    let options = Options {
        webhook_retry: Duration::from_millis(5),
        ..Options::default()
    };
    let sandbox = Sandbox::start(options).await.unwrap();
    sandbox.bot(TOKEN, 1000, "duban_bot");
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let receive = move |headers: HeaderMap, body: String| async move {
        let body: Value = serde_json::from_str(&body).unwrap();
        let text = body["message"]["text"].as_str().unwrap().to_owned();
        assert_eq!(headers["x-telegram-bot-api-secret-token"], "s-1");
        let mut seen = log.lock().unwrap();
        seen.push(text);
        if seen.len() == 1 {
            StatusCode::SERVICE_UNAVAILABLE
        } else {
            StatusCode::OK
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let router = axum::Router::new().route("/hook", axum::routing::post(receive));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });

    done(
        &sandbox,
        "setWebhook",
        json!({"url": url, "secret_token": "s-1"}),
    )
    .await;
    let polled = refused(&sandbox, "getUpdates", json!({})).await;
    assert!(
        polled.starts_with("409 Conflict: can't use getUpdates method while webhook is active;"),
        "{polled}"
    );
    sandbox.say(7, "一");
    sandbox.say(7, "二");
    sandbox
        .wait_for(SECOND * 5, |sandbox| {
            (sandbox.pending_updates() == 0).then_some(())
        })
        .await
        .unwrap();
    assert_eq!(*seen.lock().unwrap(), ["一", "一", "二"]);
    let info = done(&sandbox, "getWebhookInfo", json!({})).await;
    assert_eq!(
        info["last_error_message"],
        "Wrong response from the webhook: 503 Service Unavailable"
    );
    assert_eq!(info["pending_update_count"], 0);
    let wrong = json!({"url": url, "secret_token": "密"});
    let wrong = refused(&sandbox, "setWebhook", wrong).await;
    assert_eq!(
        wrong,
        "400 Bad Request: secret token contains unallowed characters"
    );
}

#[tokio::test]
async fn a_vote_counts_once_a_person_can_be_taken_back_and_ends_with_the_poll() {
    let sandbox = sandbox().await;
    sandbox.group(-5, "群", true);
    let poll = json!({"chat_id": -5, "question": "?", "options": [{"text": "a"}, {"text": "b"}]});
    let sent = done(&sandbox, "sendPoll", poll).await;
    let message = sent["message_id"].as_i64().unwrap();
    assert!(sandbox.vote(7, -5, message, &[1]));
    for (voter, options) in [(7, vec![0]), (8, vec![2]), (8, vec![0, 1]), (8, vec![])] {
        assert!(!sandbox.vote(voter, -5, message, &options), "{options:?}");
    }
    assert!(sandbox.vote(8, -5, message, &[0]));
    assert!(sandbox.vote(7, -5, message, &[]));
    let stop = json!({"chat_id": -5, "message_id": message});
    let stopped = done(&sandbox, "stopPoll", stop.clone()).await;
    assert_eq!(stopped["total_voter_count"], 1);
    assert_eq!(stopped["options"][0]["voter_count"], 1);
    assert_eq!(stopped["options"][1]["voter_count"], 0);
    assert!(!sandbox.vote(9, -5, message, &[0]));
    let again = refused(&sandbox, "stopPoll", stop).await;
    assert_eq!(again, "400 Bad Request: poll has already been closed");
    // Anonymous: the counts, and no voter.
    let updates = done(&sandbox, "getUpdates", json!({})).await;
    let updates = updates.as_array().unwrap();
    assert!(updates.iter().all(|update| update.get("poll").is_some()));
    assert_eq!(updates.len(), 4);
}
