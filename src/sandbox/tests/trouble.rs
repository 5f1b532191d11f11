//! Scripted faults.

use serde_json::{Value, json};

use super::{done, request, sandbox};
use crate::sandbox::{Action, Fault};

#[tokio::test]
async fn faults_cut_or_refuse_as_scripted() {
    let sandbox = sandbox().await;
    sandbox.open(7);
    let send = json!({"chat_id": 7, "text": "x"});
    sandbox.add_fault(Fault::new(Action::DropAfter).method("sendMessage").times(1));
    assert!(
        request(&sandbox, "SendMessage", &send)
            .send()
            .await
            .is_err(),
        "no answer"
    );
    assert_eq!(sandbox.messages(7).len(), 1, "but it was done");
    sandbox.add_fault(
        Fault::new(Action::DropBefore)
            .method("sendMessage")
            .times(1),
    );
    assert!(
        request(&sandbox, "sendMessage", &send)
            .send()
            .await
            .is_err()
    );
    assert_eq!(sandbox.messages(7).len(), 1, "nothing was done");
    sandbox.add_fault(Fault::new(Action::RetryAfter { secs: 5 }).chat(7).times(1));
    let answer = request(&sandbox, "sendMessage", &send)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 429);
    assert_eq!(answer.headers()["retry-after"], "5");
    let body: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
    assert_eq!(body["parameters"]["retry_after"], 5);
    assert_eq!(body["description"], "Too Many Requests: retry after 5");
    sandbox.add_fault(Fault::new(Action::Html502).times(1));
    let answer = request(&sandbox, "sendMessage", &send)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 502);
    assert!(answer.text().await.unwrap().starts_with("<html>"));
    done(&sandbox, "sendMessage", send).await;
    let calls = sandbox.calls();
    let processed: Vec<bool> = calls.iter().map(|call| call.processed).collect();
    assert_eq!(processed, [true, false, false, false, true]);
    assert_eq!(sandbox.delivered(), 2);
}
