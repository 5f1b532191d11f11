//! Several processes on one database: the work is shared, one sends, and whichever of them dies or is stopped,
//! the others go on.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use duban::clock::{Clock, rest};
use duban::domain::ids::BotId;
use duban::domain::language::Language;
use duban::domain::notice::Notice;
use duban::outbox::payload::Payload;
use duban::sandbox::Call;
use duban::store::Store;
use duban::store::inbox::{self, Waiting};
use duban::store::outbox::{self, Lane, NewRow};
use duban::telegram::RawUpdate;
use serde_json::Value;

use super::crash::{District, all_done};
use super::support::{
    Base, Daemon, OwnServer, bases, free_port, get, lines, post, postgres_database,
};

const PATIENCE: Duration = Duration::from_mins(1);
const SECOND: Duration = Duration::from_secs(1);
const SECRET: &str = "of-the-webhook_1";

/// One of several processes.
struct Process {
    program: Daemon,
    address: SocketAddr,
}

impl Process {
    fn of(district: &District, more: &[(&str, &str)]) -> Self {
        let address = free_port();
        let listen = address.to_string();
        let mut environment = vec![("DUBAN_LISTEN", listen.as_str())];
        environment.extend(more);
        Self {
            program: district.runs(&environment),
            address,
        }
    }

    /// What it leads in; nothing while it does not answer.
    async fn leads(&self) -> Vec<String> {
        let Some((_, health)) = get(&format!("http://{}/healthz", self.address)).await else {
            return Vec::new();
        };
        let health: Value = serde_json::from_str(&health).unwrap_or_default();
        let leads = health["leads"].as_array().cloned().unwrap_or_default();
        let names = leads.iter().filter_map(Value::as_str);
        names.map(str::to_owned).collect()
    }
}

/// Which of them sends for the bot, once one does.
async fn sender(processes: &[Process]) -> usize {
    let begun = Instant::now();
    loop {
        for (index, process) in processes.iter().enumerate() {
            if process.leads().await.contains(&"main".to_owned()) {
                return index;
            }
        }
        assert!(begun.elapsed() < PATIENCE, "nobody leads");
        rest(Duration::from_millis(50)).await;
    }
}

/// A message to each of so many strangers, all due now.
async fn broadcast(district: &District, store: &Store, count: i64) {
    let now = Clock::system().now();
    let rows: Vec<NewRow> = (1..=count)
        .map(|number| NewRow {
            bot: BotId::MAIN,
            lane: Lane::Broadcast,
            kind: "test".to_owned(),
            cadre: None,
            chat: 900_000 + number,
            dedupe_key: format!("test:{number}"),
            payload: Payload::Letter {
                language: Language::ZhCn,
                notice: Notice::Welcome,
            },
            edits: None,
            not_before: now - TimeDelta::seconds(1),
        })
        .collect();
    for row in &rows {
        district.sandbox.open(row.chat);
    }
    let mut tx = store.begin().await.expect("a transaction");
    outbox::insert(&mut tx, &rows, now).await.expect("rows");
    tx.commit().await.expect("a commit");
}

/// How often each of the strangers was written to.
fn copies(district: &District) -> Vec<usize> {
    let mut chats = std::collections::BTreeMap::new();
    district.sandbox.with_calls(|calls| {
        let sent = calls
            .iter()
            .filter(|call| call.delivered() && call.chat() >= 900_000);
        sent.for_each(|call| *chats.entry(call.chat()).or_insert(0) += 1);
    });
    chats.into_values().collect()
}

/// The longest time in which nothing was sent, between the first message and the last.
fn longest_silence(district: &District) -> Duration {
    let times: Vec<Instant> = district.sandbox.with_calls(|calls| {
        let sent = calls.iter().filter(|call| call.delivered());
        sent.map(|call: &Call| call.at).collect()
    });
    let gaps = times.windows(2).map(|pair| pair[1].duration_since(pair[0]));
    gaps.max().unwrap_or_default()
}

#[tokio::test]
async fn two_processes_handle_different_chats_and_each_chat_in_its_order() {
    let Some(database) = postgres_database().await else {
        return;
    };
    let store = Store::open(&database).await.expect("the database");
    let now = Clock::system().now();
    let update = |id: i64| {
        let chat = 1 + id % 100;
        let raw = format!(
            r#"{{"update_id":{id},"message":{{"message_id":1,"date":1,"text":"x",
                "from":{{"id":{chat},"is_bot":false,"first_name":"x"}},
                "chat":{{"id":{chat},"type":"private"}}}}}}"#
        );
        RawUpdate::read(&raw).expect("an update")
    };
    let updates: Vec<RawUpdate> = (0..300).map(update).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let new = inbox::insert(&mut tx, BotId::MAIN, &updates, now)
        .await
        .expect("updates");
    assert_eq!(new.len(), 300);
    tx.commit().await.expect("a commit");

    let numbers = |batch: &[Waiting]| batch.iter().map(|one| one.update_id).collect::<Vec<i64>>();
    let mut first = store.begin().await.expect("a transaction");
    let mut second = store.begin().await.expect("a transaction");
    let ours = numbers(&inbox::claim(&mut first, 64).await.expect("a batch"));
    let theirs = numbers(&inbox::claim(&mut second, 64).await.expect("a batch"));
    assert_eq!(
        ours,
        (0..64).collect::<Vec<i64>>(),
        "the first of each chat"
    );
    assert_eq!(
        theirs,
        (64..100).collect::<Vec<i64>>(),
        "those of other chats"
    );
    inbox::done(&mut first, &ours, now).await.expect("a mark");
    first.commit().await.expect("a commit");
    let next = numbers(&inbox::claim(&mut second, 100).await.expect("a batch"));
    assert_eq!(
        next[36..],
        (100..164).collect::<Vec<i64>>(),
        "the next of those that are done"
    );
    second.rollback().await.expect("an end");
    store.close().await;
}

#[tokio::test]
async fn three_processes_share_the_work_and_the_senders_death_costs_no_message() {
    if !bases().await.contains(&Base::Postgres) {
        return;
    }
    let district = District::on(Base::Postgres).await;
    district.sandbox.set_latency(Duration::from_millis(60));
    let rate = [("DUBAN_RATE", "30")];
    let mut processes: Vec<Process> = (0..3).map(|_| Process::of(&district, &rate)).collect();
    let crowd = district.gets_busy(Duration::from_millis(300));
    let store = district.store().await;
    let first = sender(&processes).await;
    broadcast(&district, &store, 450).await;
    let (mut victim, mut held) = (first, 0);
    for round in 1..=3 {
        let enough = |_: &_| (copies(&district).len() >= 110 * round).then_some(());
        let reached = district.sandbox.wait_for(PATIENCE, enough).await;
        assert!(
            reached.is_some(),
            "round {round}: {}",
            copies(&district).len()
        );
        processes.remove(victim).program.kill();
        held += lines(&store, "SELECT '' || id FROM outbox WHERE state = 'leased'")
            .await
            .len();
        processes.push(Process::of(&district, &rate));
        victim = sender(&processes).await;
    }
    let said = crowd.rests().await;
    let enough = |_: &_| (copies(&district).len() == 450).then_some(());
    assert!(district.sandbox.wait_for(PATIENCE, enough).await.is_some());
    all_done(&district, &store).await;

    let twice = copies(&district)
        .iter()
        .filter(|copies| **copies > 1)
        .count();
    let peak = district.sandbox.peak(None, SECOND);
    let silence = longest_silence(&district);
    eprintln!(
        "three processes, three kills: {said} updates, {twice} messages twice of {held} held, \
         {peak} in the fullest second, {silence:?} of silence at most"
    );
    assert!(twice <= held, "{twice} twice, {held} held");
    assert!(peak <= 30, "{peak} within a second over all processes");
    assert!(silence < Duration::from_secs(10), "{silence:?}");
    let recorded = lines(
        &store,
        "SELECT '' || COUNT(*) FROM entries GROUP BY update_id",
    )
    .await;
    assert!(recorded.iter().all(|count| count == "1"), "once each");
    store.close().await;
    district.sandbox.stop();
}

#[tokio::test]
async fn stopping_a_process_keeps_the_webhook_and_its_work_passes_on_at_once() {
    if !bases().await.contains(&Base::Postgres) {
        return;
    }
    let district = District::on(Base::Postgres).await;
    let front = free_port();
    let (listen, url) = (front.to_string(), format!("http://{front}/telegram"));
    let hook = [
        ("DUBAN_WEBHOOK_URL", url.as_str()),
        ("DUBAN_WEBHOOK_SECRET", SECRET),
    ];
    let leader = Process::of(&district, &hook);
    assert_eq!(sender(std::slice::from_ref(&leader)).await, 0);
    let mut environment = vec![("DUBAN_LISTEN", listen.as_str())];
    environment.extend(hook);
    let other = Process {
        program: district.runs(&environment),
        address: front,
    };
    let account = district.accounts[0];
    let answered = |least: usize| {
        let sandbox = district.sandbox.clone();
        async move {
            let enough = |_: &_| (sandbox.messages(account).len() >= least).then_some(());
            sandbox.wait_for(PATIENCE, enough).await.is_some()
        }
    };
    district.sandbox.say(account, "/me");
    assert!(answered(2).await, "one takes it in, the other sends");
    let mut leader = leader;
    leader.program.terminate();
    let (status, took) = leader.program.ends_within(PATIENCE).await.expect("an end");
    assert!(status.success(), "{status} after {took:?}");
    let asked = Instant::now();
    district.sandbox.say(account, "/me");
    assert!(answered(4).await);
    assert!(
        asked.elapsed() < Duration::from_secs(4),
        "{:?}",
        asked.elapsed()
    );
    assert_eq!(district.sandbox.calls_of("deleteWebhook").len(), 0);
    assert_eq!(other.leads().await, ["office", "main"]);
    district.sandbox.stop();
}

#[tokio::test]
async fn when_postgresql_is_restarted_under_load_everything_goes_on_by_itself() {
    let Some(mut server) = OwnServer::start() else {
        return;
    };
    let database = server.database().await;
    let district = District::over(tempfile::tempdir().expect("a folder"), database).await;
    let front = free_port();
    let (listen, url) = (front.to_string(), format!("http://{front}/telegram"));
    let mut program = district.runs(&[
        ("DUBAN_LISTEN", listen.as_str()),
        ("DUBAN_WEBHOOK_URL", url.as_str()),
        ("DUBAN_WEBHOOK_SECRET", SECRET),
    ]);
    let store = district.store().await;
    broadcast(&district, &store, 300).await;
    store.close().await;
    let enough = |_: &_| (copies(&district).len() >= 60).then_some(());
    assert!(district.sandbox.wait_for(PATIENCE, enough).await.is_some());
    let crowd = district.gets_busy(Duration::from_millis(100));
    server.stops().await;
    let stranger = r#"{"update_id":900000001,"message":{"message_id":1,"date":1,"text":"x",
        "from":{"id":5,"is_bot":false,"first_name":"x"},"chat":{"id":5,"type":"private"}}}"#;
    assert_eq!(post(&url, Some(SECRET), stranger).await, 503, "come again");
    server.starts();
    let enough = |_: &_| (copies(&district).len() == 300).then_some(());
    assert!(district.sandbox.wait_for(PATIENCE, enough).await.is_some());
    let said = crowd.rests().await;
    let store = district.store().await;
    all_done(&district, &store).await;
    let came_in = lines(&store, "SELECT '' || update_id FROM inbox").await;
    assert_eq!(came_in.len(), said, "all came in");
    let twice = copies(&district)
        .iter()
        .filter(|copies| **copies > 1)
        .count();
    let unknown = "SELECT '' || id FROM outbox WHERE reason LIKE 'unknown outcome%'";
    let unknown = lines(&store, unknown).await.len();
    assert!(
        twice <= unknown,
        "{twice} twice, {unknown} with an unknown outcome"
    );
    let healthy = get(&format!("http://{front}/healthz")).await;
    assert_eq!(healthy.map(|(status, _)| status), Some(200));
    assert!(
        program.ends_within(Duration::ZERO).await.is_none(),
        "it lives"
    );
    store.close().await;
    district.sandbox.stop();
}

#[tokio::test]
async fn a_second_process_on_a_sqlite_file_waits_for_the_first_to_end() {
    let district = District::on(Base::Sqlite).await;
    let first = Process::of(&district, &[]);
    assert_eq!(sender(std::slice::from_ref(&first)).await, 0);
    let second = Process::of(&district, &[]);
    let waits = async {
        while !second
            .program
            .said()
            .contains("another process serves this database file")
        {
            rest(Duration::from_millis(20)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, waits).await.is_ok());
    assert_eq!(second.leads().await, Vec::<String>::new());
    first.program.kill();
    let processes = [second];
    assert_eq!(sender(&processes).await, 0);
    let account = district.accounts[0];
    district.sandbox.say(account, "/me");
    let answered = |_: &_| (district.sandbox.messages(account).len() >= 2).then_some(());
    assert!(
        district
            .sandbox
            .wait_for(PATIENCE, answered)
            .await
            .is_some()
    );
    district.sandbox.stop();
}
