//! "不对?": what the liaison recorded for somebody waits until she has settled it.

use duban::domain::entry::Event;
use duban::domain::ids::EntryId;
use duban::store::{cadre, entry};

use super::support::{Person, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";

/// What became of entries, and why.
const EVENTS: &str = "SELECT c.name || ' ' || w.kind || ' ' || w.reason FROM entry_events w
     JOIN entries e ON e.id = w.entry_id JOIN cadres c ON c.id = e.cadre_id ORDER BY w.id";

/// 周俊哲 reads in the evening that 李兰 recorded half a day for him.
async fn evening(town: &Town) -> (Person<'_>, Person<'_>) {
    let (lan, zhou) = (
        town.liaison("李兰", "汪清县/春阳镇").await,
        town.cadre("周俊哲").await,
    );
    lan.says("/session 今天 半天").await;
    lan.presses("周俊哲").await;
    lan.presses("确认 1人").await;
    town.becomes("2014-03-03 17:30").await;
    (lan, zhou)
}

impl Town {
    /// The liaison settles it.
    async fn settles_as(&self, id: i64, event: Event) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        let lan = people.iter().find(|person| person.name == "李兰");
        let (by, now) = (lan.expect("a person").id, self.books.clock.now());
        let new = entry::happened(&mut tx, EntryId(id), event, by, "", now).await;
        assert!(new.expect("an event"));
        tx.commit().await.expect("a commit");
    }

    async fn entry_of(&self, name: &str) -> i64 {
        let rows = self
            .texts(
                "SELECT c.name || ' ' || e.id FROM entries e JOIN cadres c ON c.id = e.cadre_id
                 ORDER BY e.id",
            )
            .await;
        let row = rows.iter().find_map(|row| row.strip_prefix(name));
        row.and_then(|id| id.trim().parse().ok()).expect("an entry")
    }
}

#[tokio::test]
async fn who_was_not_there_says_so_and_it_waits_for_the_liaison() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (_, zhou) = evening(&town).await;
        let digest = zhou.reads();
        assert_eq!(
            zhou.presses("不对？").await,
            "3月3日 周一 半天（4学时）\n集中学习，由李兰登记。\n哪里不对？"
        );
        let messages = town.sandbox.messages(zhou.account);
        assert!(
            messages.iter().any(|message| message.text == digest),
            "the digest stays: its other questions are open"
        );
        let noted = zhou.presses("我没参加").await;
        assert!(
            noted.starts_with(
                "✓ 已请联络员核实，暂不计入：\n3月3日 周一 半天（4学时）\n您说：我没参加\n累计 0/5天"
            ),
            "{noted}"
        );
        assert_eq!(town.texts(EVENTS).await, ["周俊哲 disputed 我没参加"]);
        assert_eq!(town.sums().await, [""; 0]);

        // Pressed again, and after she has decided, days later.
        let id = town.entry_of("周俊哲").await;
        let record = town.record().await;
        let again = zhou.forges(&format!("x:a:{id}")).await;
        assert_eq!(again, "您已提出过，正等联络员核实。");
        assert_eq!(town.record().await, record, "{base:?}");
        town.settles_as(id, Event::Confirmed).await;
        town.becomes("2014-03-10 09:00").await;
        let record = town.record().await;
        for data in ["q", "a", "t", "o"] {
            assert_eq!(
                zhou.forges(&format!("x:{data}:{id}")).await,
                "联络员已经核实过，没有改动。\n还有疑问，请直接找联络员。"
            );
        }
        assert_eq!(town.record().await, record, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn another_time_is_said_in_words_and_records_nothing_by_itself() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (_, zhou) = evening(&town).await;
        zhou.presses("不对？").await;
        assert_eq!(
            zhou.presses("时间不对").await,
            "请写对的日子和数量，\n如“3月2日 2学时”。"
        );
        let noted = zhou.says("昨天2学时").await;
        assert!(noted.contains("\n您说：时间不对：昨天2学时\n"), "{noted}");
        assert_eq!(
            town.texts(EVENTS).await,
            ["周俊哲 disputed 时间不对：昨天2学时"]
        );
        assert_eq!(town.sums().await, [""; 0], "{base:?}");
        // Answered once: what he writes next is his study again.
        assert!(zhou.says("2学时").await.starts_with("✓ 3月3日 周一 2学时"));
        town.closes().await;
    }
}

#[tokio::test]
async fn a_command_or_another_button_ends_the_question() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (_, zhou) = evening(&town).await;
        zhou.presses("不对？").await;
        assert_eq!(
            zhou.presses("别的原因").await,
            "请写一句哪里不对，\n如“那天我请假”。"
        );
        zhou.says("/me").await;
        assert!(zhou.says("2学时").await.starts_with("✓ 3月3日 周一 2学时"));
        assert_eq!(town.texts(EVENTS).await, [""; 0], "{base:?}");
        // And one that waited too long is forgotten.
        let id = town.entry_of("周俊哲").await;
        zhou.forges(&format!("x:o:{id}")).await;
        town.becomes("2014-03-04 09:00").await;
        assert!(zhou.says("1学时").await.starts_with("✓ 3月4日 周二 1学时"));
        assert_eq!(town.texts(EVENTS).await, [""; 0], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn only_his_own_entries_that_others_recorded_and_that_stand() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (lan, zhou) = evening(&town).await;
        let id = town.entry_of("周俊哲").await;
        lan.says("2学时").await;
        let own = town.entry_of("李兰").await;
        let record = town.record().await;
        for data in ["q", "a", "t", "o"] {
            assert_eq!(lan.forges(&format!("x:{data}:{id}")).await, DENIED);
            assert_eq!(
                lan.forges(&format!("x:{data}:{own}")).await,
                "这是您自己记的，没有改动。\n要更正，请点那条消息的“撤销”再写。"
            );
        }
        assert_eq!(lan.forges("x:q:99999").await, DENIED);
        assert_eq!(town.record().await, record, "{base:?}");
        let refused = town.attempts().await;
        let refused = refused.iter().filter(|line| line.contains(" dispute "));
        assert_eq!(refused.count(), 5);

        // Taken back while he writes.
        zhou.presses("不对？").await;
        zhou.presses("别的原因").await;
        town.settles_as(id, Event::Withdrawn).await;
        assert_eq!(zhou.says("那天我请假").await, "这条已经撤销，没有改动。");
        assert_eq!(town.texts(EVENTS).await, ["周俊哲 withdrawn "]);
        town.closes().await;
    }
}
