//! One account, whoever asks: the rule, the database, the bot, the exports, the report and the planner come to the
//! same, in whatever order and however often the same things were told.

use duban::conversation::outcome::NewEntry;
use duban::domain::account::{Fact, tally};
use duban::domain::amount::Amount;
use duban::domain::campaign::Duty;
use duban::domain::deadline::Span;
use duban::domain::entry::{Event, Source, WaitsFor};
use duban::domain::ids::{CadreId, EntryId, UpdateId};
use duban::store::entry;
use serde_json::json;

use super::support::{Desk, Line, Town, bases};

/// A die that falls the same way in every run.
struct Die(u64);

impl Die {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn one_of<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn shuffles<T>(&mut self, of: &mut [T]) {
        for at in (1..of.len()).rev() {
            of.swap(at, self.below(at + 1));
        }
    }
}

/// A random entry of somebody, and what becomes of it.
fn thrown(die: &mut Die, cadre: CadreId, duty: &Duty) -> (NewEntry, Vec<Event>) {
    let day = format!("2014-03-{:02}", 1 + die.below(20));
    let mut new = NewEntry::of(cadre, duty, day.parse().expect("a day"), Source::Text);
    new.amount = Amount(i64::try_from(die.below(9)).unwrap_or(0) * 500);
    new.waits_for = die.one_of(&[
        None,
        None,
        Some(WaitsFor::Late),
        Some(WaitsFor::Confirmation),
    ]);
    let topic = die.one_of(&[None, Some("theory"), Some("ideals"), Some("warnings")]);
    new.details.topic = topic.map(str::to_owned);
    let count = die.below(4);
    let events = (0..count).map(|_| die.one_of(&Event::ALL)).collect();
    (new, events)
}

fn fact(entry: EntryId, new: &NewEntry, events: &[Event]) -> Fact {
    Fact {
        entry,
        duty: new.duty.clone(),
        on: new.on,
        amount: new.amount,
        topic: new.details.topic.clone(),
        waits_for: new.waits_for,
        events: events.to_vec(),
    }
}

#[tokio::test]
async fn the_database_and_the_rule_come_to_the_same_in_any_order_and_however_often() {
    for base in bases().await {
        let town = Town::on(base).await;
        let study = town.books.campaign.duty("study").expect("study").clone();
        let mut topics = study.clone();
        topics.id = "topics".to_owned();
        topics.topics_of = Some("study".to_owned());
        let mut people = Vec::new();
        for name in ["周俊哲", "李兰", "杨勇涛", "陈善"] {
            people.push(town.id_of(name).await);
        }
        let now = town.books.clock.now();
        let mut known: Vec<(CadreId, Fact)> = Vec::new();
        for seed in 1..=4 {
            let mut die = Die(seed);
            let mut all: Vec<_> = (0..24)
                .map(|_| {
                    let person = die.one_of(&people);
                    thrown(&mut die, person, &study)
                })
                .collect();
            die.shuffles(&mut all);
            let mut tx = town.books.store.begin().await.expect("a transaction");
            let mut told = Vec::new();
            for (new, events) in &all {
                let id = entry::insert(&mut tx, new, UpdateId(1), now).await;
                let id = id.expect("an entry");
                known.push((new.cadre, fact(id, new, events)));
                told.extend(events.iter().map(|event| (id, new.cadre, *event)));
            }
            // What became of them is told of all of them mixed, and half of it again.
            let again: Vec<_> = told.iter().step_by(2).copied().collect();
            told.extend(again);
            die.shuffles(&mut told);
            for (id, by, event) in told {
                let happened = entry::happened(&mut tx, id, event, by, "", now).await;
                happened.expect("an event");
            }
            tx.commit().await.expect("a commit");

            let day = |n: usize| -> chrono::NaiveDate {
                format!("2014-03-{n:02}").parse().expect("a day")
            };
            let (start, on) = (1 + die.below(10), day(1 + die.below(20)));
            let span = Span {
                start: day(start),
                end: day(start + 9),
            };
            let mut tx = town.books.store.read().await.expect("a transaction");
            for duty in [&study, &topics] {
                let asked = entry::done(&mut tx, &people, duty, &span, on).await;
                let everybody = entry::done_by_all(&mut tx, duty, &span, on).await;
                let (asked, everybody) = (asked.expect("sums"), everybody.expect("sums"));
                for person in &people {
                    let of = known.iter().filter(|(whose, _)| whose == person);
                    let by_rule = tally(of.map(|(_, fact)| fact), duty, &span, on);
                    for sums in [&asked, &everybody] {
                        let stored = sums.get(person).copied().unwrap_or_default();
                        assert_eq!(stored, by_rule, "{base:?} {seed} {} {person}", duty.id);
                    }
                }
            }
            tx.commit().await.expect("an end");
        }
        town.closes().await;
    }
}

/// What people write, each in his own order.
const SAID: [(&str, [&str; 6]); 2] = [
    (
        "杨勇涛",
        [
            "半天",
            "昨天3学时",
            "你好",
            "2月10日1天",
            "2月26日没学",
            "3月1日2学时",
        ],
    ),
    (
        "陈善",
        [
            "1天",
            "1天",
            "2月12日半天",
            "2月27日两个半小时",
            "明天半天",
            "上个月",
        ],
    ),
];

#[tokio::test]
async fn the_same_updates_of_several_chats_in_another_order_and_again_give_the_same_account() {
    for base in bases().await {
        let mut accounts = Vec::new();
        for seed in 0..3_u64 {
            let town = Town::on(base).await;
            let mut left = Vec::new();
            for (name, texts) in SAID {
                let person = town.cadre(name).await;
                left.push((person.account, texts.to_vec()));
            }
            let mut die = Die(seed);
            let mut sent: Vec<(i64, serde_json::Value)> = Vec::new();
            while left.iter().any(|(_, texts)| !texts.is_empty()) {
                let mut at = die.below(left.len());
                if left[at].1.is_empty() {
                    at = 1 - at;
                }
                let (account, texts) = &mut left[at];
                let number = 700_001_000 + i64::try_from(sent.len()).unwrap_or(0);
                let update = json!({"message": {
                    "message_id": number,
                    "from": {"id": *account, "is_bot": false, "first_name": "某"},
                    "chat": {"id": *account, "type": "private", "first_name": "某"},
                    "date": 1_393_830_000,
                    "text": texts.remove(0),
                }});
                town.sandbox.inject_raw(number, update.clone());
                sent.push((number, update));
                // Some update that came before comes once more.
                let (number, update) = die.one_of(&sent);
                town.sandbox.inject_raw(number, update);
                town.passes(2);
                town.settles().await;
            }
            let mut read = Vec::new();
            for (name, _) in SAID {
                read.push(town.known(name).says("/me").await);
            }
            assert!(read[0].contains("集中学习 1.1/5天"), "{}", read[0]);
            assert!(read[0].contains("待确认 1天（8学时）"), "{}", read[0]);
            accounts.push(read);
            town.closes().await;
        }
        assert_eq!(accounts[0], accounts[1], "{base:?}");
        assert_eq!(accounts[0], accounts[2], "{base:?}");
    }
}

/// The sum of what counts in an export of entries.
fn counted(entries: &[Line], name: &str) -> Amount {
    let own = entries.iter().filter(|line| {
        line["name"] == name && line["duty"] == "study" && line["status"] == "counted"
    });
    own.filter_map(|line| Amount::parse(&line["amount"])).sum()
}

#[tokio::test]
async fn the_bot_the_exports_the_report_and_the_planner_come_to_the_same() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, office) = (town.cadre("周俊哲").await, town.office("林静").await);
        let desk = Desk::over(&town.database);
        for (on, hours) in [(24, 8), (25, 8), (26, 8), (27, 8), (28, 7)] {
            let on = format!("2014-02-{on}");
            town.fact("周俊哲", "study", &on, hours * 1_000, |_| {}, &[])
                .await;
        }
        // None of these counts.
        let late = |new: &mut NewEntry| new.waits_for = Some(WaitsFor::Late);
        town.fact("周俊哲", "study", "2014-02-10", 8_000, late, &[])
            .await;
        for (day, event) in [
            ("2014-02-11", Event::Rejected),
            ("2014-02-12", Event::Withdrawn),
            ("2014-02-13", Event::Disputed),
        ] {
            let events = [(event, "李兰", "")];
            town.fact("周俊哲", "study", day, 8_000, |_| {}, &events)
                .await;
        }
        // An hour is missing: the bot, both exports and the report say so, and the planner asks for it.
        let says = |line: &Line| {
            ["target", "counted", "pending", "rejected"]
                .map(|column| line[column].clone())
                .join(" ")
        };
        let account = |accounts: &[Line]| {
            let own = |line: &&Line| line["name"] == "周俊哲" && line["duty"] == "study";
            let line = accounts.iter().find(own).expect("a row").clone();
            assert_eq!(
                (line["unit"].as_str(), line["measure"].as_str()),
                ("汪清县/春阳镇", "class_hours")
            );
            assert_eq!(line["window"], "2014-02-04/2014-09-30");
            line
        };
        let me = zhou.says("/me").await;
        assert!(me.contains("集中学习 4.9/5天"), "{me}");
        assert!(me.contains("还差1学时") || me.contains("还差0.1天"), "{me}");
        assert_eq!(
            counted(&desk.export("entries").await, "周俊哲"),
            Amount(39_000)
        );
        // Exports are of the day of the machine's clock: sums are the same, the pace is that day's.
        assert_eq!(says(&account(&desk.export("accounts").await)), "40 39 16 8");
        assert!(office.says("/status").await.contains("已达标 0/10人"));
        town.becomes("2014-03-03 17:30").await;
        let asked = zhou.reads();
        assert!(
            asked.contains("已学 4.9/5天") && asked.contains("今天学了多少？"),
            "{asked}"
        );

        // With it the target is met for all of them.
        zhou.says("1学时").await;
        let me = zhou.says("/me").await;
        assert!(me.contains("集中学习 5/5天"), "{me}");
        assert_eq!(
            counted(&desk.export("entries").await, "周俊哲"),
            Amount(40_000)
        );
        let line = account(&desk.export("accounts").await);
        assert_eq!(
            (says(&line).as_str(), line["pace"].as_str()),
            ("40 40 16 8", "done")
        );
        assert!(office.says("/status").await.contains("已达标 1/10人"));
        let before = zhou.heard();
        town.becomes("2014-03-04 17:30").await;
        let asked = zhou.heard() > before && zhou.reads().contains("今天学了多少？");
        assert!(!asked, "{}", zhou.reads());
        town.closes().await;
    }
}
