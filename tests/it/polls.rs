//! A unit's members review what was promised, by a poll in their group.

use chrono::TimeDelta;
use duban::domain::campaign::{Campaign, MakeUp, Opener, Poll, Reviewer};
use serde_json::json;

use super::support::{Base, Person, TOKEN, Town, bases, get};

const GROUP: i64 = -500;

/// The polls: of which item, where, the counts, and what they came to.
const POLLS: &str = "SELECT i.no || ' ' || p.chat_id || ' ' || p.satisfied || '/' || p.voters || ' '
     || COALESCE(p.outcome, 'open') FROM item_polls p JOIN items i ON i.id = p.item_id ORDER BY p.id";

/// Items made here: where each stands.
const ITEMS: &str =
    "SELECT i.no || ' ' || i.kind || ' ' || i.status || ' ' || COALESCE(i.deadline, '')
     || CASE WHEN i.made_from IS NULL THEN '' ELSE ' makes up' END
     FROM items i WHERE i.no LIKE 'C%' OR i.no LIKE 'P%' ORDER BY i.id";

/// Commitments are reviewed by members; a problem makes up for one, and is reviewed by them too.
fn by_members(campaign: &mut Campaign) {
    let poll = Poll {
        pass: 60,
        least_voters: 3,
        lasts: TimeDelta::days(3),
    };
    for kind in &mut campaign.kinds {
        if !["commitment", "problem"].contains(&kind.id.as_str()) {
            continue;
        }
        kind.review = vec![Reviewer::Members];
        kind.poll = Some(poll);
        kind.make_up = Some(MakeUp {
            kind: "problem".to_owned(),
            within: 5,
        });
        if kind.id == "commitment" {
            kind.opened_by = Opener::Anybody;
        }
    }
}

/// A town in which 周俊哲 has promised something for Monday the 10th, in whose group members talk.
async fn town(base: Base) -> Town {
    let town = Town::with(base, "2014-03-03 09:00", by_members).await;
    town.sandbox.group(GROUP, "春阳镇工作群", true);
    town
}

async fn promised(town: &Town, publish: bool) -> (Person<'_>, Person<'_>) {
    let lan = town.liaison("李兰", "汪清县/春阳镇").await;
    let zhou = town.cadre("周俊哲").await;
    lan.says_in(GROUP, "/group").await;
    zhou.says("/promise 3月10日前修好路灯").await;
    zhou.presses("我承诺").await;
    if publish {
        zhou.presses("在群里公布").await;
        zhou.presses("发布").await;
    }
    (lan, zhou)
}

impl Town {
    /// The row of an item, by its number.
    async fn item_of(&self, no: &str) -> String {
        let rows = self
            .texts("SELECT no || ' ' || CAST(id AS TEXT) FROM items ORDER BY id")
            .await;
        let prefix = format!("{no} ");
        let row = rows.iter().rev().find_map(|row| row.strip_prefix(&prefix));
        row.expect("an item").to_owned()
    }

    /// The group's pace lets the next message through.
    async fn paced(&self) {
        self.passes(10);
        self.settles().await;
    }

    /// These people vote: so many for each option. Returns the poll's message.
    async fn votes(&self, counts: [i64; 3]) -> i64 {
        let message = self.sandbox.messages(GROUP).into_iter().rev();
        let message = message
            .filter(|one| one.kind == "poll")
            .map(|one| one.message_id);
        let message = message.clone().next().expect("a poll");
        let mut voter = 100;
        for (option, count) in counts.into_iter().enumerate() {
            for _ in 0..count {
                voter += 1;
                assert!(self.sandbox.vote(voter, GROUP, message, &[option]));
            }
        }
        self.settles().await;
        message
    }
}

#[tokio::test]
async fn what_is_done_is_put_before_the_members_at_its_day_and_struck_off() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, false).await;
        let item = town.item_of("C1").await;
        zhou.forges(&format!("d:{item}")).await;
        // Not before its day.
        town.becomes("2014-03-07 17:30").await;
        assert_eq!(town.texts(POLLS).await, [""; 0], "{base:?}");
        town.becomes("2014-03-10 17:30").await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 0/0 open"], "{base:?}");
        let poll = town.sandbox.last(GROUP).expect("a poll");
        assert_eq!(poll.kind, "poll");
        let shown = &poll.body["poll"];
        assert_eq!(shown["question"], "请评议C1号：修好路灯（3月13日 周四止）");
        let options = shown["options"].as_array().expect("options");
        let options: Vec<_> = options.iter().map(|option| &option["text"]).collect();
        assert_eq!(options, ["满意", "基本满意", "不满意"]);
        assert_eq!(shown["is_anonymous"], true);
        assert_eq!(shown["allows_multiple_answers"], false);

        let message = town.votes([2, 1, 1]).await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/4 open"], "{base:?}");
        // The day in between asks and ends nothing.
        town.becomes("2014-03-12 17:30").await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/4 open"], "{base:?}");
        town.becomes("2014-03-13 17:30").await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/4 passed"], "{base:?}");
        assert_eq!(
            town.texts(ITEMS).await,
            ["C1 commitment closed 2014-03-10"],
            "{base:?}"
        );
        town.paced().await;
        assert_eq!(
            town.sandbox.last(GROUP).map(|one| one.text).as_deref(),
            Some("✓ C1号评议通过\n修好路灯\n满意和基本满意 3/4人，75%")
        );
        assert!(!town.sandbox.vote(900, GROUP, message, &[2]), "it is over");

        // The next digest tells him; the history has the counts and nobody's name.
        town.becomes("2014-03-14 17:30").await;
        assert!(
            zhou.reads().contains("✓ C1号评议通过\n"),
            "{}",
            zhou.reads()
        );
        let events =
            "SELECT e.kind || ' ' || COALESCE(e.by_cadre, 0) || ' ' || e.note FROM item_events e
            WHERE e.kind = 'approved'";
        assert_eq!(town.texts(events).await, ["approved 0 3/4 75%"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn who_fails_makes_it_up_until_members_are_satisfied() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, true).await;
        // Nothing declared: what was promised openly is put before them all the same, the day after.
        town.becomes("2014-03-10 17:30").await;
        assert_eq!(town.texts(POLLS).await, [""; 0], "{base:?}");
        town.becomes("2014-03-11 17:30").await;
        town.votes([0, 1, 3]).await;
        town.becomes("2014-03-14 17:30").await;
        town.paced().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 1/4 failed"], "{base:?}");
        assert_eq!(
            town.texts(ITEMS).await,
            [
                "C1 commitment assigned 2014-03-10",
                "P1 problem assigned 2014-03-21 makes up",
            ],
            "{base:?}"
        );
        assert_eq!(
            town.sandbox.last(GROUP).map(|one| one.text).as_deref(),
            Some(
                "C1号评议没有通过\n修好路灯\n满意和基本满意 1/4人，25%\n补课 P1号，时限 3月21日 周五"
            )
        );
        town.becomes("2014-03-17 17:30").await;
        assert!(
            zhou.reads().contains("补课 P1号，时限 3月21日 周五"),
            "{}",
            zhou.reads()
        );
        // The same is not asked again before something is declared done.
        assert_eq!(town.texts(POLLS).await.len(), 1, "{base:?}");

        // The make-up has a poll of its own; when it passes, what it makes up for is done with it.
        let made_up = town.item_of("P1").await;
        zhou.forges(&format!("d:{made_up}")).await;
        town.becomes("2014-03-21 17:30").await;
        town.votes([3, 0, 0]).await;
        town.becomes("2014-03-24 17:30").await;
        town.paced().await;
        assert_eq!(
            town.texts(POLLS).await,
            ["C1 -500 1/4 failed", "P1 -500 3/3 passed"],
            "{base:?}"
        );
        assert_eq!(
            town.texts(ITEMS).await,
            [
                "C1 commitment closed 2014-03-10",
                "P1 problem closed 2014-03-21 makes up",
            ],
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn too_few_votes_decide_nothing_and_the_office_is_told() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, false).await;
        let lin = town.office("林静").await;
        let item = town.item_of("C1").await;
        zhou.forges(&format!("d:{item}")).await;
        town.becomes("2014-03-10 17:30").await;
        town.votes([0, 0, 2]).await;
        town.becomes("2014-03-13 17:30").await;
        town.paced().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 0/2 void"], "{base:?}");
        assert_eq!(
            town.texts(ITEMS).await,
            ["C1 commitment submitted 2014-03-10"],
            "{base:?}"
        );
        assert_eq!(
            town.sandbox.last(GROUP).map(|one| one.text).as_deref(),
            Some("C1号评议没有结果\n修好路灯\n投票2人，至少要3人。\n改由活动办审核。")
        );
        town.becomes("2014-03-14 17:30").await;
        let told = lin.reads();
        assert!(
            told.contains("汪清县春阳镇 评议没有结果：C1\n   投票只有2人，请您审核。"),
            "{told}"
        );
        // It is the office's now: members are not asked again.
        town.becomes("2014-03-20 17:30").await;
        assert_eq!(town.texts(POLLS).await.len(), 1, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn without_a_group_it_is_the_offices_at_once() {
    for base in bases().await {
        let town = town(base).await;
        let lin = town.office("林静").await;
        let zhou = town.cadre("周俊哲").await;
        for what in ["修路灯", "修桥"] {
            zhou.says(&format!("/promise 3月10日前{what}")).await;
            zhou.presses("我承诺").await;
        }
        for no in ["C1", "C2"] {
            let item = town.item_of(no).await;
            zhou.forges(&format!("d:{item}")).await;
        }
        town.becomes("2014-03-10 17:30").await;
        assert_eq!(
            town.texts(POLLS).await,
            ["C1 0 0/0 void", "C2 0 0/0 void"],
            "{base:?}"
        );
        town.becomes("2014-03-11 17:30").await;
        let told = lin.reads();
        assert!(
            told.contains("汪清县春阳镇 评议没有结果：C1 C2\n   没有绑定群，无处投票，请您审核。"),
            "{told}"
        );
        town.becomes("2014-03-12 17:30").await;
        assert_eq!(town.texts(POLLS).await.len(), 2, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn counts_of_unknown_polls_and_after_the_end_change_nothing() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, false).await;
        let item = town.item_of("C1").await;
        zhou.forges(&format!("d:{item}")).await;
        town.becomes("2014-03-10 17:30").await;
        town.votes([3, 0, 0]).await;
        let count = |id: &str, bad: i64| {
            json!({"poll": {"id": id, "question": "?", "total_voter_count": bad, "is_closed": false,
                "options": [{"text": "a", "voter_count": 0}, {"text": "b", "voter_count": 0},
                    {"text": "c", "voter_count": bad}]}})
        };
        town.sandbox.inject(count("1", 9));
        town.sandbox
            .inject(json!({"poll": {"id": "x", "options": "no"}}));
        town.sandbox.inject(json!({"poll": {"id": "x"}}));
        town.settles().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/3 open"], "{base:?}");
        let ids = town.texts("SELECT poll FROM item_polls").await;
        let id = ids.first().expect("a poll");

        // Taken back while it is open, it counts no more.
        let poll = town.sandbox.last(GROUP).expect("a poll").message_id;
        assert!(town.sandbox.vote(101, GROUP, poll, &[]));
        town.settles().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 2/2 open"], "{base:?}");
        assert!(town.sandbox.vote(101, GROUP, poll, &[0]));
        town.becomes("2014-03-13 17:30").await;
        town.paced().await;
        let (items, said) = (town.texts(ITEMS).await, town.sandbox.messages(GROUP).len());
        assert_eq!(items, ["C1 commitment closed 2014-03-10"], "{base:?}");
        town.sandbox.inject(count(id, 90));
        town.becomes("2014-03-17 17:30").await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/3 passed"], "{base:?}");
        assert_eq!(town.texts(ITEMS).await, items);
        assert_eq!(town.sandbox.messages(GROUP).len(), said, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_poll_that_somebody_has_stopped_is_decided_by_what_was_counted() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, false).await;
        let item = town.item_of("C1").await;
        zhou.forges(&format!("d:{item}")).await;
        town.becomes("2014-03-10 17:30").await;
        let message = town.votes([3, 0, 0]).await;
        // Ended before: the answer to ours is "already closed".
        let api = format!("{}/bot{TOKEN}/stopPoll", town.sandbox.url());
        let stop = format!("{api}?chat_id={GROUP}&message_id={message}");
        let stopped = get(&stop).await.expect("an answer").1;
        assert!(stopped.contains("\"is_closed\":true"), "{stopped}");
        town.settles().await;
        town.becomes("2014-03-13 17:30").await;
        town.paced().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/3 passed"], "{base:?}");
        let dead = "SELECT kind FROM outbox WHERE state = 'dead'";
        assert_eq!(town.texts(dead).await, [""; 0], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_bot_put_out_of_the_group_decides_by_what_it_knows() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, false).await;
        let item = town.item_of("C1").await;
        zhou.forges(&format!("d:{item}")).await;
        town.becomes("2014-03-10 17:30").await;
        town.votes([3, 0, 0]).await;
        town.sandbox.kick(GROUP, 9);
        town.settles().await;
        town.becomes("2014-03-13 17:30").await;
        town.paced().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/3 passed"], "{base:?}");
        assert_eq!(
            town.texts(ITEMS).await,
            ["C1 commitment closed 2014-03-10"],
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_taken_back_meanwhile_is_not_decided() {
    for base in bases().await {
        let town = town(base).await;
        let (_, zhou) = promised(&town, false).await;
        let item = town.item_of("C1").await;
        zhou.forges(&format!("d:{item}")).await;
        town.becomes("2014-03-10 17:30").await;
        town.votes([3, 0, 0]).await;
        town.writes("UPDATE items SET status = 'assigned' WHERE no = 'C1'")
            .await;
        town.becomes("2014-03-13 17:30").await;
        town.paced().await;
        assert_eq!(town.texts(POLLS).await, ["C1 -500 3/3 void"], "{base:?}");
        assert_eq!(
            town.texts(ITEMS).await,
            ["C1 commitment assigned 2014-03-10"],
            "{base:?}"
        );
        town.closes().await;
    }
}
