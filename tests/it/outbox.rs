//! Dead letters: what Telegram will never take because of us is kept, looked at on the command line, and
//! taken up again or dropped. The clock is the machine's, as the command's is.

use duban::clock::Clock;
use duban::sandbox::{Action, Fault};
use duban::store::outbox::Lane;

use super::support::{Base, Desk, Person, Town, bases, get};

const REFUSED: &str =
    "Bad Request: can't parse entities: unsupported start tag \"x\" at byte offset 3";

/// The town today: rows that the command line writes are due for the service, too.
async fn town_of_today(base: Base) -> Town {
    let at = Clock::system()
        .now()
        .with_timezone(&chrono_tz::Asia::Shanghai);
    let at = at.format("%Y-%m-%d %H:%M").to_string();
    Town::with(base, &at, |_| {}).await
}

impl Town {
    /// The next answer to him is one that Telegram refuses; its row.
    async fn refuses(&self, person: &Person<'_>, text: &str) -> String {
        let fault = Fault::error(400, REFUSED).method("sendMessage");
        self.sandbox.add_fault(fault.chat(person.account).times(1));
        self.passes(1);
        self.sandbox.say(person.account, text);
        self.settles().await;
        let last = "SELECT CAST(MAX(id) AS TEXT) FROM outbox WHERE state = 'dead'";
        self.texts(last).await.pop().expect("a dead letter")
    }

    async fn row(&self, id: &str) -> String {
        let rows = self
            .texts(
                "SELECT id || '|' || state || '|' || attempts || '|' || COALESCE(reason, '')
                 FROM outbox ORDER BY id",
            )
            .await;
        let of = format!("{id}|");
        let row = rows.iter().find_map(|row| row.strip_prefix(&of));
        row.unwrap_or_default().to_owned()
    }
}

#[tokio::test]
async fn a_dead_letter_is_listed_shown_exported_and_counted() {
    for base in bases().await {
        let town = town_of_today(base).await;
        let zhou = town.cadre("周俊哲").await;
        let desk = Desk::over(&town.database);
        let none = desk.duban(&["outbox", "list"]).await.ends(0);
        assert_eq!(none.out, "0 of 0 messages\n");

        let heard = zhou.heard();
        let id = town.refuses(&zhou, "/me").await;
        assert_eq!(zhou.heard(), heard);
        assert_eq!(town.row(&id).await, format!("dead|1|{REFUSED}"));
        let links = "SELECT state FROM links";
        assert_eq!(town.texts(links).await, ["linked"], "no fault of his");

        // What there is of it: in the list, by itself, in the export, in the figures.
        let roster = desk.export("roster").await;
        let key = roster.iter().find(|line| line["name"] == "周俊哲");
        let key = key.expect("周俊哲")["key"].clone();
        let list = desk
            .duban(&["outbox", "list", "--cadre", &key])
            .await
            .ends(0);
        let line = list.out.lines().next().unwrap_or_default();
        for part in [&id, "answer", &key, "周俊哲", "attempts 1", REFUSED] {
            assert!(line.contains(part), "{part}: {line}");
        }
        assert_eq!(list.summary(), "1 of 1 messages");
        for (arguments, summary) in [
            (&["--kind", "digest"][..], "0 of 0 messages"),
            (&["--kind", "answer"], "1 of 1 messages"),
            (&["--state", "waiting"], "0 of 0 messages"),
            (&["--state", "sent", "--limit", "1"], "1 of 2 messages"),
            (&["--limit", "0"], "0 of 1 messages"),
        ] {
            let said = desk.duban(&[&["outbox", "list"], arguments].concat()).await;
            assert_eq!(said.ends(0).summary(), summary, "{arguments:?}");
        }
        let shown = desk.duban(&["outbox", "show", &id]).await.ends(0).out;
        for part in [
            &format!("id: {id}\nstate: dead\nbot: main\nlane: answer\nkind: answer\n"),
            &format!("cadre: {key}\nname: 周俊哲\nunit: 汪清县/春阳镇\n"),
            &format!("reason: {REFUSED}\npayload:\n{{\n"),
            "      \"is\": \"me\",\n",
            "\nwords:\n周俊哲，汪清县春阳镇 镇长\n",
        ] {
            let part = part.replace("      \"is\"", "\"is\"");
            assert!(shown.contains(&part), "{part}\n{shown}");
        }
        let export = desk.export("outbox").await;
        let exported = export
            .iter()
            .find(|line| line["id"] == id)
            .expect("its row");
        assert_eq!(
            (&*exported["state"], &*exported["reason"]),
            ("dead", REFUSED)
        );
        let url = format!("http://{}/metrics", town.app.address());
        let (_, metrics) = get(&url).await.expect("an answer");
        assert!(metrics.contains("\nduban_dead_letters "), "{metrics}");

        town.closes().await;
    }
}

#[tokio::test]
async fn a_dead_letter_is_taken_up_again_or_dropped_and_that_is_on_record() {
    for base in bases().await {
        let town = town_of_today(base).await;
        let zhou = town.cadre("周俊哲").await;
        let desk = Desk::over(&town.database);
        let id = town.refuses(&zhou, "/me").await;

        // Taken up again, it arrives without anybody ringing.
        let said = desk.duban(&["outbox", "retry", &id]).await.ends(0);
        assert_eq!(said.out, "1 dead letter waits to be sent again\n");
        assert!(town.row(&id).await.starts_with("waiting|0|"), "{base:?}");
        town.passes(3_600);
        town.settles().await;
        assert_eq!(town.row(&id).await, "sent|1|");
        assert!(zhou.reads().starts_with("周俊哲，汪清县春阳镇"));
        let again = desk.duban(&["outbox", "retry", &id]).await.ends(1);
        assert_eq!(again.out, "0 dead letters wait to be sent again\n");
        assert_eq!(
            again.err,
            format!("{id} is no dead letter; nothing changed\n")
        );
        assert_eq!(town.row(&id).await, "sent|1|");

        // Another is dropped; a live one beside it is left alone.
        let heard = zhou.heard();
        let other = town.refuses(&zhou, "/tasks").await;
        let said = desk.duban(&["outbox", "drop", &other, &id]).await.ends(1);
        assert_eq!(said.out, "1 dead letter dropped\n");
        assert_eq!(
            said.err,
            format!("{id} is no dead letter; nothing changed\n")
        );
        let dropped = format!("closed|1|dropped by the office: {REFUSED}");
        assert_eq!(town.row(&other).await, dropped);
        desk.duban(&["outbox", "retry", &other]).await.ends(1);
        town.passes(3_600);
        town.settles().await;
        assert_eq!(
            (zhou.heard(), town.row(&id).await),
            (heard, "sent|1|".into())
        );

        let on_record: Vec<_> = town
            .attempts()
            .await
            .into_iter()
            .filter(|line| line.contains("outbox"))
            .collect();
        assert_eq!(
            on_record,
            [
                format!("- outbox_retry 1: {id} 1"),
                format!("- outbox_drop 1: {other} 1")
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn all_at_once_and_whatever_else_can_never_be_sent() {
    for base in bases().await {
        let town = town_of_today(base).await;
        let (zhou, chen) = (town.cadre("周俊哲").await, town.cadre("陈善").await);
        let desk = Desk::over(&town.database);
        town.refuses(&zhou, "/me").await;
        town.refuses(&chen, "/me").await;

        // What a newer program wrote and this one cannot read waits for that program, and is dead if none comes.
        town.plans(Lane::Reminder, &[zhou.account], 60).await;
        town.writes("UPDATE outbox SET payload = '{\"payload\":\"song\"}' WHERE kind = 'test'")
            .await;
        town.passes(61);
        town.settles().await;
        let waits = "SELECT state || ' ' || attempts FROM outbox WHERE kind = 'test'";
        assert_eq!(town.texts(waits).await, ["waiting 1"], "{base:?}");
        town.writes("UPDATE outbox SET attempts = 15 WHERE kind = 'test'")
            .await;
        town.passes(301);
        town.settles().await;
        let unreadable = "SELECT CAST(id AS TEXT) FROM outbox WHERE kind = 'test'
            AND state = 'dead' AND reason LIKE 'unreadable payload: %' AND dead_at IS NOT NULL";
        let unreadable = town.texts(unreadable).await.pop().expect("a dead letter");
        let shown = desk.duban(&["outbox", "show", &unreadable]).await.ends(0);
        assert!(
            shown.out.contains("\"payload\": \"song\"")
                && shown
                    .out
                    .contains("words:\nnone: the payload cannot be read"),
            "{}",
            shown.out
        );
        desk.duban(&["outbox", "drop", &unreadable]).await.ends(0);

        // What has failed for hours is given up.
        town.plans(Lane::Reminder, &[chen.account], 120).await;
        town.writes("UPDATE outbox SET attempts = 15 WHERE state = 'waiting'")
            .await;
        let fault = Fault::new(Action::Html502).method("sendMessage");
        town.sandbox.add_fault(fault.chat(chen.account).times(1));
        town.passes(121);
        town.settles().await;
        let given_up = "SELECT state FROM outbox WHERE attempts = 16
            AND reason LIKE 'given up after 16 attempts%'";
        assert_eq!(town.texts(given_up).await, ["dead"], "{base:?}");

        let (before, after) = (zhou.heard(), chen.heard());
        let said = desk.duban(&["outbox", "retry", "--all"]).await.ends(0);
        assert_eq!(said.out, "3 dead letters wait to be sent again\n");
        town.passes(3_600);
        town.app.service().ring_outbox();
        town.settles().await;
        town.passes(10);
        town.settles().await;
        assert_eq!((zhou.heard(), chen.heard()), (before + 1, after + 2));
        for (verb, said) in [
            ("retry", "0 dead letters wait to be sent again\n"),
            ("drop", "0 dead letters dropped\n"),
        ] {
            let none = desk.duban(&["outbox", verb, "--all"]).await.ends(0);
            assert_eq!((none.out.as_str(), none.err.as_str()), (said, ""));
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_letter_to_somebody_who_has_moved_is_taken_up_by_the_bot_that_serves_him_now() {
    for base in bases().await {
        let town = town_of_today(base).await;
        let zhou = town.cadre("周俊哲").await;
        let desk = Desk::over(&town.database);
        let id = town.refuses(&zhou, "/me").await;
        let shown = desk.duban(&["outbox", "show", &id]).await.ends(0).out;
        assert!(shown.contains("\nbot: main\n"), "{shown}");
        town.writes("UPDATE links SET bot = 5").await;
        desk.duban(&["outbox", "retry", &id]).await.ends(0);
        let bot = "SELECT CAST(bot AS TEXT) FROM outbox WHERE state = 'waiting'";
        assert_eq!(town.texts(bot).await, ["5"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_digest_is_shown_as_it_would_be_sent_now() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let fault = Fault::error(400, REFUSED).method("sendMessage");
        town.sandbox.add_fault(fault.chat(zhou.account).times(1));
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.digests().await, [format!("周俊哲 dead {REFUSED}")]);
        let id = town
            .texts("SELECT CAST(id AS TEXT) FROM outbox WHERE state = 'dead'")
            .await
            .pop()
            .expect("a dead letter");
        let desk = Desk::over(&town.database);
        let shown = desk.duban(&["outbox", "show", &id]).await.ends(0).out;
        // At night it would wait for the morning; else its question is asked, by its date.
        let words = shown.split("words:\n").nth(1).unwrap_or_default();
        assert!(
            words.starts_with("none now: quiet_hours, until ")
                || words.starts_with("3月3日 周一的学习\n") && words.contains("\n[半天] [1天]"),
            "{shown}"
        );
        assert!(shown.contains("\"slot\": \"evening\""), "{shown}");
        // Answered meanwhile, only its items would be spoken of.
        zhou.says("今天没学").await;
        let shown = desk.duban(&["outbox", "show", &id]).await.ends(0).out;
        let words = shown.split("words:\n").nth(1).unwrap_or_default();
        assert!(
            words.starts_with("none now: quiet_hours")
                || words.starts_with("整改") && !words.contains("[半天]"),
            "{shown}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_not_there_is_refused_in_two_lines() {
    let desk = Desk::on(Base::Sqlite).await;
    for arguments in [
        &["outbox", "show", "7"][..],
        &["outbox", "list", "--cadre", "nobody"],
    ] {
        let said = desk.duban(arguments).await.ends(1);
        let lines = said.err.lines().count();
        assert_eq!((said.out.as_str(), lines), ("", 2), "{}", said.err);
    }
    let said = desk.duban(&["outbox", "drop", "7", "7", "8"]).await.ends(1);
    assert_eq!(said.out, "0 dead letters dropped\n");
    assert_eq!(said.err.lines().count(), 2, "{}", said.err);
    assert_eq!(desk.count("SELECT COUNT(*) FROM audit").await, 0);
}
