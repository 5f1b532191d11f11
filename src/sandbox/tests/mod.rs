//! The whole over HTTP: what a client sees, and what the real server would have said.

mod media;
mod receiving;
mod sending;
mod trouble;

use std::time::Duration;

use serde_json::Value;

use super::{Options, Sandbox};

const SECOND: Duration = Duration::from_secs(1);
const TOKEN: &str = "1000:secret";

async fn sandbox() -> Sandbox {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    sandbox.bot(TOKEN, 1000, "duban_bot");
    sandbox.user(7, "周俊哲", Some("zh-hans"));
    sandbox
}

fn request(sandbox: &Sandbox, method: &str, params: &Value) -> reqwest::RequestBuilder {
    reqwest::Client::new()
        .post(format!("{}/bot{TOKEN}/{method}", sandbox.url()))
        .header("content-type", "application/json")
        .body(params.to_string())
}

async fn call(sandbox: &Sandbox, method: &str, params: Value) -> Value {
    let answer = request(sandbox, method, &params).send().await.unwrap();
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

/// The result of a call that must succeed.
async fn done(sandbox: &Sandbox, method: &str, params: Value) -> Value {
    let answer = call(sandbox, method, params).await;
    assert_eq!(answer["ok"], true, "{method}: {answer}");
    answer["result"].clone()
}

/// Code and description of a call that must fail.
async fn refused(sandbox: &Sandbox, method: &str, params: Value) -> String {
    let answer = call(sandbox, method, params).await;
    assert_eq!(answer["ok"], false, "{method}: {answer}");
    format!(
        "{} {}",
        answer["error_code"],
        answer["description"].as_str().unwrap()
    )
}
