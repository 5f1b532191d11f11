//! Every planned message is accounted for; what is not where it should be is freed or reported, once.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use duban::auditor;
use duban::books::Books;
use duban::broadcast::{self, Draft};
use duban::clock::{Clock, rest};
use duban::domain::audience::Audience;
use duban::domain::broadcast::Body;
use duban::domain::finding::{Finding, Kind};
use duban::domain::language::Language;
use duban::domain::reckoning::{Reckoning, Totals};
use duban::service::Service;
use duban::store::outbox::{Lane, reckon};
use duban::store::{Store, Tx, fact};
use serde_json::{Value, json};

use super::bots::two_bots;
use super::support::{Base, EAST_BOT, MAIN_BOT, Person, Town, bases, get, lines};

const EVENING: &str = "2014-03-03 17:30";
const TOLD: &str = "SELECT state FROM outbox WHERE kind = 'findings' ORDER BY id";
/// Recipients of a campaign.
const CROWD: i64 = 176_000;

impl Town {
    /// One look of the auditor; whatever it planned is sent when this returns.
    async fn looks(&self) -> Reckoning {
        let looked = auditor::look(self.app.service()).await.expect("a look");
        self.settles().await;
        // Whoever was just written to gets his next message a second later.
        self.passes(2);
        self.settles().await;
        looked
    }

    /// The same counts by the plainest query there is.
    async fn stands(&self) -> Totals {
        let mut totals = Totals::default();
        let counts = "SELECT state || ' ' || COUNT(*) FROM outbox GROUP BY state";
        for line in self.lines(counts).await {
            let (state, count) = line.split_once(' ').expect("a state and a count");
            totals.add(state, count.parse().expect("a count"));
        }
        totals
    }
}

/// Kinds and counts: `missing 1/3`.
fn short(looked: &Reckoning) -> Vec<String> {
    let short = |finding: &Finding| {
        let (kind, places) = (finding.kind.name(), finding.places.join("+"));
        format!("{kind} {} {places}", finding.count)
    };
    looked.findings.iter().map(short).collect()
}

/// Messages about findings on the phone.
fn told(person: &Person<'_>) -> Vec<String> {
    let messages = person.town.sandbox.messages(person.account);
    let texts = messages.into_iter().map(|message| message.text);
    texts
        .filter(|text| text.starts_with("发送有异常"))
        .collect()
}

#[tokio::test]
async fn when_all_is_well_the_counts_add_up_and_nobody_is_told() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("陈善").await;
        let zhou = town.cadre("周俊哲").await;
        let li = town.cadre("李兰").await;
        town.looks().await;
        town.becomes(EVENING).await;
        zhou.presses("半天").await;
        town.plans(Lane::Reminder, &[li.account], 3_600).await;
        let looked = town.looks().await;
        assert_eq!(looked.totals, town.stands().await, "{base:?}");
        assert_eq!(looked.totals.waiting, 1, "{base:?}");
        town.sandbox.block(li.account);
        town.settles().await;
        town.becomes("2014-03-04 17:30").await;
        zhou.says("今天学了30分钟").await;
        for _ in 0..3 {
            let looked = town.looks().await;
            assert_eq!(looked.findings, [], "{base:?}");
            assert_eq!(looked.totals, town.stands().await, "{base:?}");
        }
        let looked = town.looks().await;
        assert_eq!((looked.totals.waiting, looked.totals.closed), (0, 1));
        assert_eq!(looked.watermark, looked.seen, "all is settled: {base:?}");
        assert_eq!(town.lines(TOLD).await, [""; 0], "{base:?}");
        assert_eq!(told(&office), [""; 0], "{base:?}");
        // Every process tells the last look.
        let url = format!("http://{}", town.app.address());
        let (status, body) = get(&format!("{url}/healthz")).await.expect("an answer");
        let health: Value = serde_json::from_str(&body).expect("JSON");
        let audit = &health["audit"];
        assert_eq!(status, 200, "{body}");
        assert_eq!(audit["planned"], json!(looked.totals.planned()), "{body}");
        assert_eq!(audit["sent"], json!(looked.totals.sent), "{body}");
        assert_eq!(audit["closed"], json!(1), "{body}");
        assert_eq!(audit["findings"], json!([]), "{body}");
        let (_, metrics) = get(&format!("{url}/metrics")).await.expect("an answer");
        for name in [
            "duban_audit_messages{state=\"sent\"} ",
            "duban_audit_findings ",
            "duban_audit_age_seconds ",
        ] {
            assert!(metrics.lines().any(|line| line.starts_with(name)), "{name}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_message_that_is_gone_is_missed_and_the_office_told_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("陈善").await;
        town.grants("李兰", Some("汪清县")).await;
        let li = town.cadre("李兰").await;
        town.cadre("周俊哲").await;
        let gone =
            "DELETE FROM outbox WHERE id = (SELECT MAX(id) FROM outbox WHERE kind = 'digest')";
        for (day, times) in [(3, 1), (4, 2)] {
            town.becomes(&format!("2014-03-0{day} 17:31")).await;
            assert_eq!(town.looks().await.findings, [], "{base:?}");
            town.writes(gone).await;
            for _ in 0..3 {
                let looked = town.looks().await;
                let place = format!("evening 2014-03-0{day}T09:30:00Z");
                assert_eq!(short(&looked), [format!("missing 1 {place}")], "{base:?}");
            }
            assert_eq!(told(&office).len(), times, "{base:?}");
            assert!(told(&office)[0].contains("1/3条提醒查不到"), "{base:?}");
            assert_eq!(town.lines(TOLD).await, vec!["sent"; times], "{base:?}");
        }
        assert_eq!(told(&li), [""; 0], "over one county only");
        let url = format!("http://{}/healthz", town.app.address());
        let (status, body) = get(&url).await.expect("an answer");
        let health: Value = serde_json::from_str(&body).expect("JSON");
        let words = health["audit"]["findings"][0].as_str().unwrap_or_default();
        assert!(words.starts_with("missing: 1 of 3 messages"), "{body}");
        assert_eq!(status, 200, "a new start would not mend it");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_broadcast_has_as_many_messages_as_people_it_goes_to() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("陈善").await;
        town.cadre("周俊哲").await;
        let draft = Draft {
            body: Body::new([(Language::ZhCn, "明天上午九点开会。".to_owned())]).expect("a text"),
            photo: None,
            audience: Audience::default(),
            by: None,
        };
        let mut tx = town.books.store.begin().await.expect("a transaction");
        let (campaign, now) = (&town.books.campaign, town.books.clock.now());
        broadcast::create(&mut tx, campaign, &draft, now)
            .await
            .expect("a broadcast");
        tx.commit().await.expect("a commit");
        town.app.service().broadcast_wake.notify_one();
        let sent = "SELECT state FROM outbox WHERE broadcast_id IS NOT NULL AND state = 'sent'";
        let frozen = "SELECT state FROM broadcasts WHERE frozen_at IS NOT NULL";
        for _ in 0..1_000 {
            if town.lines(sent).await.len() == 2 && town.lines(frozen).await.len() == 1 {
                break;
            }
            rest(Duration::from_millis(10)).await;
        }
        assert_eq!(town.looks().await.findings, [], "{base:?}");
        town.writes(
            "DELETE FROM outbox WHERE id = (SELECT MIN(id) FROM outbox WHERE kind = 'broadcast')",
        )
        .await;
        for _ in 0..3 {
            let looked = town.looks().await;
            assert_eq!(short(&looked), ["missing 1 broadcast 1"], "{base:?}");
        }
        assert_eq!(told(&office).len(), 1, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_found_at_night_is_told_in_the_morning() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("陈善").await;
        town.becomes(EVENING).await;
        town.writes("DELETE FROM outbox WHERE kind = 'digest'")
            .await;
        town.becomes("2014-03-03 23:00").await;
        assert_eq!(short(&town.looks().await).len(), 1);
        assert_eq!(told(&office), [""; 0], "{base:?}");
        town.becomes("2014-03-04 07:30").await;
        assert_eq!(told(&office).len(), 1, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_a_dead_process_held_of_a_bot_of_the_past_is_freed_and_arrives() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", two_bots).await;
        town.sandbox.turn_to(EAST_BOT);
        let gao = town.cadre("高海").await.account;
        town.sandbox.turn_to(MAIN_BOT);
        let office = town.office("陈善").await.account;
        town.plans(Lane::Reminder, &[gao], 3_600).await;
        let with_both = Arc::clone(&town.books.campaign);
        let mut alone = (*with_both).clone();
        alone.bots.clear();
        let town = with_campaign(town, Arc::new(alone)).await;
        town.writes(
            "UPDATE outbox SET bot = 1, state = 'leased', lease_until = 1,
                 lease_owner = '00000000000000ff' WHERE kind = 'test'",
        )
        .await;
        let looked = town.looks().await;
        let expected = ["held 1 east", "unserved 1 east"];
        assert_eq!(short(&looked), expected, "{base:?}");
        let row =
            "SELECT state || ' ' || attempts || ' ' || reason FROM outbox WHERE kind = 'test'";
        let freed = ["waiting 1 unknown outcome: lease expired"];
        assert_eq!(town.lines(row).await, freed, "{base:?}");
        for _ in 0..2 {
            assert_eq!(short(&town.looks().await), ["unserved 1 east"], "{base:?}");
        }
        assert_eq!(town.lines(TOLD).await, ["sent"], "both in one, {base:?}");
        let text = town.sandbox.last(office).expect("a message").text;
        assert!(text.contains("1条消息卡住"), "{text}");
        assert!(text.contains("1条消息没有机器人可发"), "{text}");
        // The bot is back.
        let town = with_campaign(town, with_both).await;
        town.passes(3_600);
        town.app.service().ring_outbox();
        town.settles().await;
        let sent = ["sent 2 unknown outcome: lease expired"];
        assert_eq!(town.lines(row).await, sent, "{base:?}");
        assert_eq!(town.looks().await.findings, [], "{base:?}");
        town.closes().await;
    }
}

async fn with_campaign(mut town: Town, campaign: Arc<duban::domain::campaign::Campaign>) -> Town {
    town.books.campaign = campaign;
    town.restarts(|_| {}, |_| {}).await
}

#[tokio::test]
async fn what_is_due_and_does_not_move_is_reported_unless_telegram_asked_to_wait() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("陈善").await;
        town.plans(Lane::Reminder, &[office.account], 3_600).await;
        // In a lane that no sender knows.
        town.writes("UPDATE outbox SET lane = 9, not_before = created_at WHERE kind = 'test'")
            .await;
        assert_eq!(town.looks().await.findings, [], "due for a moment");
        town.passes(660);
        let paused = "INSERT INTO pauses (bot, chat_id, until) VALUES (0, 0, 9000000000000)";
        town.writes(paused).await;
        assert_eq!(town.looks().await.findings, [], "{base:?}");
        town.writes("DELETE FROM pauses").await;
        assert_eq!(short(&town.looks().await), ["stuck 1 main"], "{base:?}");
        // Some of what was due was put off since.
        town.writes("UPDATE outbox SET attempts = attempts + 1 WHERE kind = 'test'")
            .await;
        assert_eq!(town.looks().await.findings, [], "{base:?}");
        assert_eq!(short(&town.looks().await), ["stuck 1 main"], "{base:?}");
        assert_eq!(told(&office).len(), 1, "it comes and goes: {base:?}");
        town.writes("UPDATE outbox SET lane = 2 WHERE kind = 'test'")
            .await;
        town.app.service().ring_outbox();
        town.settles().await;
        assert_eq!(town.looks().await.findings, [], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn updates_that_nobody_handles_are_reported() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.office("陈善").await;
        // A service whose loops do not run.
        let running = Arc::clone(town.app.service());
        town.app.shutdown().await;
        let store = Store::open(&town.database).await.expect("the database");
        let books = Books {
            store: store.clone(),
            ..town.books
        };
        let asleep = Service::new(
            books,
            running.bots.clone(),
            running.office.clone(),
            running.settings.clone(),
        );
        let look = async || auditor::look(&asleep).await.expect("a look");
        assert_eq!(look().await.findings, [], "{base:?}");
        let update =
            "INSERT INTO inbox (update_id, raw, received_at) VALUES (77, '{}', 1393808400000)";
        changes(&store, update).await;
        assert_eq!(look().await.findings, [], "{base:?}");
        asleep
            .clock
            .advance(TimeDelta::minutes(6))
            .expect("a manual clock");
        for _ in 0..2 {
            assert_eq!(short(&look().await), ["updates 1 "], "{base:?}");
        }
        assert_eq!(lines(&store, TOLD).await, ["waiting"], "{base:?}");
        changes(&store, "UPDATE inbox SET done_at = 1 WHERE update_id = 77").await;
        assert_eq!(look().await.findings, [], "{base:?}");
        store.close().await;
        town.sandbox.stop();
    }
}

async fn changes(store: &Store, sql: &'static str) {
    let mut tx = store.begin().await.expect("a transaction");
    match &mut tx {
        Tx::Sqlite(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
        Tx::Postgres(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
    }
    .expect("a change");
    tx.commit().await.expect("a commit");
}

#[tokio::test]
async fn what_ended_without_a_reason_stays_a_finding_until_one_is_given() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("陈善").await;
        town.plans(Lane::Reminder, &[office.account], 3_600).await;
        town.plans(Lane::Reminder, &[office.account], 3_601).await;
        town.plans(Lane::Reminder, &[office.account], 3_602).await;
        for change in [
            "UPDATE outbox SET state = 'closed' WHERE dedupe_key LIKE 'test:%:3600'",
            "UPDATE outbox SET state = 'sent' WHERE dedupe_key LIKE 'test:%:3601'",
            "UPDATE outbox SET state = 'closed', reason = 'why' WHERE dedupe_key LIKE 'test:%:3602'",
        ] {
            town.writes(change).await;
        }
        let ids = "SELECT '' || id FROM outbox WHERE kind = 'test' ORDER BY id LIMIT 2";
        let ids = town.lines(ids).await.join("+");
        for _ in 0..5 {
            let looked = town.looks().await;
            assert_eq!(short(&looked), [format!("unexplained 2 {ids}")], "{base:?}");
        }
        let looked = town.looks().await;
        assert_eq!(looked.watermark, looked.seen, "they are settled: {base:?}");
        assert_eq!(told(&office).len(), 1, "{base:?}");
        town.writes("UPDATE outbox SET reason = 'by hand', sent_at = 1 WHERE kind = 'test'")
            .await;
        assert_eq!(town.looks().await.findings, [], "{base:?}");
        // A state of a version to come.
        town.plans(Lane::Answer, &[office.account], 0).await;
        town.writes("UPDATE outbox SET state = 'floating' WHERE dedupe_key LIKE 'test:%:0'")
            .await;
        assert_eq!(
            town.looks().await.find(Kind::Unexplained),
            Some(1),
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn counts_stay_right_when_what_was_settled_is_taken_up_again() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.cadre("周俊哲").await;
        for _ in 0..3 {
            town.looks().await;
        }
        for change in [
            "UPDATE outbox SET state = 'dead', reason = 'refused' WHERE id = 1",
            "UPDATE outbox SET state = 'waiting', not_before = 9000000000000 WHERE id = 1",
            "UPDATE outbox SET state = 'dead' WHERE id = 1",
            "UPDATE outbox SET state = 'closed' WHERE id = 1",
        ] {
            town.writes(change).await;
            for _ in 0..3 {
                let looked = town.looks().await;
                assert_eq!(looked.totals, town.stands().await, "{base:?} {change}");
                assert_eq!(looked.findings, [], "{base:?} {change}");
            }
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_look_does_not_read_what_a_campaign_has_sent() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.office("陈善").await;
        town.becomes(EVENING).await;
        for _ in 0..3 {
            town.looks().await;
        }
        let before = effort(&town).await;
        town.writes(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 176000)
             INSERT INTO outbox (lane, kind, chat_id, dedupe_key, payload, not_before, state, attempts,
                 created_at, sent_at)
             SELECT 3, 'test', 900000 + i, 'test:' || i, '{}', 0, 'sent', 1, 0, 1 FROM n",
        )
        .await;
        if base == Base::Postgres {
            // As its autovacuum does.
            town.writes("ANALYZE").await;
        }
        for _ in 0..3 {
            town.looks().await;
        }
        // A day later they are of no occurrence that is still looked at either.
        town.becomes("2014-03-03 18:40").await;
        town.looks().await;
        town.becomes("2014-03-04 17:30").await;
        town.becomes("2014-03-04 19:45").await;
        for _ in 0..3 {
            town.looks().await;
        }
        let looked = town.looks().await;
        assert_eq!(looked.findings, [], "{base:?}");
        assert_eq!(looked.totals, town.stands().await, "{base:?}");
        assert!(looked.watermark > CROWD, "{base:?}: {}", looked.watermark);
        let after = effort(&town).await;
        eprintln!("a look costs {before} steps before {CROWD} messages, {after} after: {base:?}");
        assert!(after < before + 1_000, "{base:?}: {before}, then {after}");
        town.closes().await;
    }
}

/// What a look reads: steps of SQLite's machine, rows that PostgreSQL fetched.
async fn effort(town: &Town) -> i64 {
    let now = town.books.clock.now();
    let mut tx = town.books.store.read().await.expect("a transaction");
    let before = fact::reckoning(&mut tx)
        .await
        .expect("a fact")
        .expect("a look");
    let steps = Arc::new(AtomicI64::new(0));
    if let Tx::Sqlite(sqlite) = &mut tx {
        let steps = Arc::clone(&steps);
        let mut handle = sqlite.lock_handle().await.expect("a handle");
        handle.set_progress_handler(1, move || {
            steps.fetch_add(1, Ordering::Relaxed);
            true
        });
    }
    let already = fetched(&mut tx).await;
    assert!(reckon::holds(&mut tx, &before).await.expect("a count"));
    let tallies = reckon::tallies(&mut tx, &before, now, Clock::wall()).await;
    let mark = before.mark(&tallies.expect("a count"));
    reckon::settled(&mut tx, before.watermark, mark)
        .await
        .expect("a count");
    let promised = reckon::promised(
        &mut tx,
        now - TimeDelta::days(1),
        before.floor((now - TimeDelta::days(1)).timestamp_millis()),
    )
    .await;
    assert_eq!(promised.expect("a count").len(), 1);
    if let Tx::Sqlite(sqlite) = &mut tx {
        let mut handle = sqlite.lock_handle().await.expect("a handle");
        handle.remove_progress_handler();
    }
    let read = fetched(&mut tx).await - already + steps.load(Ordering::Relaxed);
    tx.commit().await.expect("an end");
    read
}

/// Rows of the outbox that PostgreSQL has fetched for this connection; what came before the transaction may be
/// among them.
async fn fetched(tx: &mut Tx) -> i64 {
    let Tx::Postgres(postgres) = tx else {
        return 0;
    };
    let (read,): (i64,) = sqlx::query_as(
        "SELECT CAST(seq_tup_read + idx_tup_fetch AS BIGINT) FROM pg_stat_xact_user_tables
         WHERE relname = 'outbox'",
    )
    .fetch_one(&mut **postgres)
    .await
    .expect("figures");
    read
}
