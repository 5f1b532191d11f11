//! `duban run` as an administrator meets it: what it says when it cannot start, how it ends, what its log
//! keeps to itself.

use std::path::Path;
use std::time::Duration;

use duban::sandbox::{Action, Fault};

use super::crash::District;
use super::support::{Daemon, PROGRAM, TOKEN, bases, free_port, get, lines, refusal};

/// What is set otherwise; what is said of it, and of what to do.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn what_hinders_a_start_is_said_with_what_to_do() {
    let base = bases().await[0];
    let district = District::on(base).await;
    let folder = district.folder.path();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let taken = taken.local_addr().expect("its address").to_string();
    let (api, database) = (district.sandbox.url(), district.database.clone());
    let fresh = "sqlite://fresh.db";
    std::fs::write(folder.join("wrong"), "1000000:wrong-token\n").expect("a file");
    let good = [
        ("TELOXIDE_TOKEN", TOKEN),
        ("TELOXIDE_API_URL", api.as_str()),
        ("DATABASE_URL", database.as_str()),
        ("DUBAN_CAMPAIGN", "campaign.toml"),
        ("DUBAN_LISTEN", "127.0.0.1:0"),
    ];
    let cases: [Case; 9] = [
        (&[("TELOXIDE_TOKEN", "")], "TELOXIDE_TOKEN", "@BotFather"),
        (
            &[("TELOXIDE_TOKEN", "1000000:wrong-token")],
            "401",
            "TELOXIDE_TOKEN",
        ),
        (
            &[("TELOXIDE_TOKEN", ""), ("TELOXIDE_TOKEN_FILE", "wrong")],
            "401",
            "TELOXIDE_TOKEN",
        ),
        (
            &[("TELOXIDE_TOKEN", ""), ("TELOXIDE_TOKEN_FILE", "nowhere")],
            "nowhere",
            "TELOXIDE_TOKEN_FILE",
        ),
        (
            &[
                ("TELOXIDE_API_URL", "http://127.0.0.1:1"),
                ("DATABASE_URL", fresh),
            ],
            "cannot be asked",
            "TELOXIDE_API_URL",
        ),
        (
            &[("DUBAN_LISTEN", taken.as_str())],
            "listen",
            "DUBAN_LISTEN",
        ),
        (
            &[("DUBAN_CAMPAIGN", "nowhere.toml")],
            "nowhere.toml",
            "DUBAN_CAMPAIGN",
        ),
        (
            &[("DATABASE_URL", "sqlite:///nowhere/at/all.db")],
            "database",
            "DATABASE_URL",
        ),
        (
            &[
                ("DUBAN_WEBHOOK_URL", "http://example.org/telegram"),
                ("DUBAN_WEBHOOK_SECRET", "abc"),
            ],
            "webhook",
            "DUBAN_WEBHOOK_URL",
        ),
    ];
    for (change, what, todo) in cases {
        let mut environment: Vec<_> = good
            .into_iter()
            .filter(|(key, _)| change.iter().all(|(changed, _)| changed != key))
            .collect();
        environment.extend(change);
        let folder = folder.to_owned();
        let owned: Vec<(String, String)> = environment
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let ended = tokio::task::spawn_blocking(move || {
            let environment: Vec<_> = owned
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect();
            refusal(&folder, &environment)
        });
        let (status, said) = ended.await.expect("an end");
        assert_eq!(status, Some(1), "{change:?}: {said}");
        assert!(
            said.contains(what) && said.contains(todo),
            "{change:?}: {said}"
        );
        assert!(!said.contains("token-of-the-sandbox"), "{said}");
        assert!(!said.contains("wrong-token"), "{said}");
    }
    district.sandbox.stop();
}

#[tokio::test]
async fn every_setting_can_come_from_a_file() {
    let district = District::on(bases().await[0]).await;
    let folder = district.folder.path();
    let listen = free_port().to_string();
    let mut environment = Vec::new();
    for (key, file, value) in [
        ("TELOXIDE_TOKEN_FILE", "token", TOKEN),
        ("TELOXIDE_API_URL_FILE", "api", &district.sandbox.url()),
        ("DATABASE_URL_FILE", "database", &district.database),
        ("DUBAN_CAMPAIGN_FILE", "campaign", "campaign.toml"),
        ("DUBAN_LISTEN_FILE", "listen", &listen),
        (
            "DUBAN_WEBHOOK_URL_FILE",
            "hook",
            &format!("http://{listen}/hook"),
        ),
        ("DUBAN_WEBHOOK_SECRET_FILE", "secret", "abc"),
        ("DUBAN_RATE_FILE", "rate", "20"),
    ] {
        std::fs::write(folder.join(file), format!("{value}\n")).expect("a file");
        environment.push((key, file));
    }
    let mut program = Daemon::run_version(Path::new(PROGRAM), folder, &environment);
    let account = district.accounts[0];
    district.sandbox.say(account, "/me");
    let answered = |sandbox: &duban::sandbox::Sandbox| sandbox.last(account).map(drop);
    let answer = district.sandbox.wait_for(PATIENCE, answered).await;
    assert!(answer.is_some(), "{}", program.said());
    // It answers before the planner has looked at its slots for the first time: well it is only then.
    let url = format!("http://{listen}/healthz");
    let well = async {
        loop {
            if let Some((200, health)) = get(&url).await {
                break health;
            }
        }
    };
    let health = tokio::time::timeout(PATIENCE, well).await;
    let health = health.expect("a service that is well");
    assert!(health.contains("\"webhook\""), "{health}");
    program.terminate();
    let (status, _) = program.ends_within(PATIENCE).await.expect("an end");
    assert!(status.success());
    district.sandbox.stop();
}

#[tokio::test]
async fn asked_to_stop_under_load_it_finishes_what_it_has_and_takes_nothing_new() {
    for base in bases().await {
        let district = District::on(base).await;
        district.sandbox.set_latency(Duration::from_millis(150));
        let mut program = district.runs(&[("DUBAN_RATE", "20")]);
        // More than it may answer in the time it has.
        let crowd = district.gets_busy(Duration::from_millis(10));
        let busy = |sandbox: &duban::sandbox::Sandbox| (sandbox.delivered() >= 40).then_some(());
        assert!(
            district.sandbox.wait_for(PATIENCE, busy).await.is_some(),
            "{}",
            program.said()
        );
        program.terminate();
        let (status, took) = program.ends_within(PATIENCE).await.expect("an end");
        assert!(status.success(), "{base:?} {status}: {}", program.said());
        assert!(took < Duration::from_secs(10), "{base:?}: {took:?}");
        let said = crowd.rests().await;
        assert!(district.sandbox.pending_updates() > 0, "the rest waits");

        let store = district.store().await;
        let open = "SELECT state FROM outbox WHERE state = 'leased'
            UNION ALL SELECT 'update ' || update_id FROM inbox WHERE done_at IS NULL";
        let open = lines(&store, open).await;
        assert!(open.is_empty(), "{base:?}: {open:?}");
        let unknown = "SELECT reason FROM outbox WHERE reason LIKE 'unknown%'";
        assert!(lines(&store, unknown).await.is_empty(), "{base:?}");
        let sent = "SELECT '' || id FROM outbox WHERE state = 'sent' AND edits IS NULL";
        let sent = lines(&store, sent).await.len();
        assert_eq!(district.sandbox.delivered(), sent, "{base:?}");
        let taken = lines(&store, "SELECT '' || update_id FROM inbox").await;
        assert!(taken.len() < said, "{base:?}: {} of {said}", taken.len());
        store.close().await;
        district.sandbox.stop();
    }
}

#[tokio::test]
async fn the_token_is_in_no_log() {
    let district = District::on(bases().await[0]).await;
    let mut program = district.runs(&[("RUST_LOG", "trace"), ("DUBAN_RATE", "100")]);
    let crowd = district.gets_busy(Duration::from_millis(20));
    let busy = |least| {
        move |sandbox: &duban::sandbox::Sandbox| (sandbox.delivered() >= least).then_some(())
    };
    assert!(
        district
            .sandbox
            .wait_for(PATIENCE, busy(10))
            .await
            .is_some()
    );
    for fault in [
        Fault::new(Action::DropBefore).method("sendMessage"),
        Fault::new(Action::Html502).method("sendMessage"),
        Fault::new(Action::DropBefore).method("getUpdates"),
        Fault::error(409, "Conflict: terminated by other getUpdates request").method("getUpdates"),
        Fault::error(404, "Not Found").method("answerCallbackQuery"),
        Fault::error(400, "Bad Request: can't parse entities").method("sendMessage"),
    ] {
        district.sandbox.add_fault(fault.times(1));
    }
    assert!(
        district
            .sandbox
            .wait_for(PATIENCE, busy(60))
            .await
            .is_some()
    );
    crowd.rests().await;
    district
        .sandbox
        .add_fault(Fault::error(401, "Unauthorized").times(3));
    district.sandbox.say(district.accounts[0], "/me");
    let refused = |sandbox: &duban::sandbox::Sandbox| {
        sandbox.with_calls(|calls| {
            let refused = |call: &&duban::sandbox::Call| {
                matches!(
                    &call.outcome,
                    duban::sandbox::Outcome::Error { code: 401, .. }
                )
            };
            (calls.iter().filter(refused).count() > 0).then_some(())
        })
    };
    assert!(district.sandbox.wait_for(PATIENCE, refused).await.is_some());
    program.terminate();
    assert!(program.ends_within(PATIENCE).await.is_some());
    let said = program.said();
    assert!(said.contains("TRACE") && said.len() > 10_000, "a full log");
    let secret = TOKEN.split(':').nth(1).expect("a secret");
    let leak = said.lines().find(|line| line.contains(secret));
    assert_eq!(leak, None);
    district.sandbox.stop();
}
