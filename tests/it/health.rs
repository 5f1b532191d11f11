//! What the service says of itself: `/healthz` and `/metrics`.

use serde_json::{Value, json};

use super::support::{Town, bases, get};

/// A figure of `/metrics` by its whole name; 0 where it has not been counted yet.
fn figure(metrics: &str, name: &str) -> f64 {
    metrics
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
        .unwrap_or(0.0)
}

#[tokio::test]
async fn healthz_tells_what_works_and_how_long_anything_waits() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("/me").await;
        let url = format!("http://{}/healthz", town.app.address());
        let (status, body) = get(&url).await.expect("an answer");
        assert_eq!(status, 200, "{body}");
        let health: Value = serde_json::from_str(&body).expect("JSON");
        for (key, value) in [
            ("ok", json!(true)),
            ("database", json!(true)),
            ("token_accepted", json!(true)),
            ("ingress", json!("polling")),
            ("updates_waiting", json!(0)),
            ("oldest_update_age", json!(null)),
            ("oldest_message_age", json!(0)),
            ("oldest_answer_age", json!(0)),
        ] {
            assert_eq!(health[key], value, "{base:?} {key}: {body}");
        }
        for key in ["ingress_age", "scheduler_age"] {
            assert!(health[key].as_i64().is_some_and(|age| age < 60), "{body}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn metrics_count_what_comes_in_and_what_goes_out() {
    for base in bases().await {
        let town = Town::on(base).await;
        let url = format!("http://{}/metrics", town.app.address());
        let (status, before) = get(&url).await.expect("an answer");
        assert_eq!(status, 200);
        let zhou = town.cadre("周俊哲").await;
        zhou.says("今天学了30分钟").await;
        zhou.presses("撤销").await;
        let (_, after) = get(&url).await.expect("an answer");
        // Other stories count in the same process, so at least so many.
        for (name, least) in [
            ("duban_updates_received_total", 4.0),
            ("duban_updates_handled_total", 4.0),
            ("duban_messages_sent_total{lane=\"answer\"}", 4.0),
        ] {
            let more = figure(&after, name) - figure(&before, name);
            assert!(more >= least, "{base:?} {name}: {more}");
        }
        for name in [
            "duban_inbox_waiting ",
            "duban_outbox_waiting{lane=\"broadcast\"} ",
            "duban_outbox_oldest_due_seconds ",
        ] {
            assert!(after.lines().any(|line| line.starts_with(name)), "{name}");
        }
        assert!(!after.contains("周"), "no people in labels");
        town.closes().await;
    }
}
