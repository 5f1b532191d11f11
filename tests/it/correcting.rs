//! A record is changed by a button or in words: a new row in the old one's place, and the sum follows. Who may not,
//! and when it is too late.

use super::labels::{LABELS, town};
use super::support::bases;

/// What stands and what it waits for.
const WAITS: &str =
    "SELECT e.on_date || ' ' || e.amount || ' ' || COALESCE(e.waits_for, '-') FROM entries e
     LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
     WHERE w.id IS NULL ORDER BY e.on_date, e.id";

#[tokio::test]
async fn a_record_is_changed_with_a_button_and_the_sum_follows() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("昨天个人自学半天").await;
        let question = yang.presses("改").await;
        assert_eq!(
            question,
            "3月2日 周日 已记半天（4学时）\n改成多少？也可以直接写，如“2学时”。"
        );
        assert_eq!(yang.buttons(), ["半天", "1天", "2学时", "不改"]);
        let answer = yang.presses("不改").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 半天（4学时）\n个人自学\n"),
            "{answer}"
        );
        yang.presses("改").await;
        let answer = yang.presses("1天").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 1天（8学时）\n个人自学\n累计 1/5天"),
            "{answer}"
        );
        assert!(
            answer.contains("\n原记 3月2日 周日 半天（4学时）"),
            "{answer}"
        );
        assert_eq!(town.texts(LABELS).await, ["2014-03-02 8000 self -"]);
        let kept = "SELECT e.amount || ' ' || COALESCE(w.reason, '') || ' ' ||
                    COALESCE(e.corrects, 0) FROM entries e
                    LEFT JOIN entry_events w ON w.entry_id = e.id ORDER BY e.id";
        assert_eq!(town.texts(kept).await, ["4000 corrected 0", "8000  1"]);
        // Undo takes back what it is now, not what it was.
        let answer = yang.presses("撤销").await;
        assert!(answer.contains("累计 0/5天"), "{answer}");
        assert_eq!(town.texts(LABELS).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_record_is_changed_in_words_asked_for_or_not() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("昨天半天").await;
        let answer = yang.says("改成2学时").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 2学时\n累计 0.3/5天"),
            "{answer}"
        );
        // The day may be wrong too.
        let answer = yang.says("更正为今天3学时").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 3学时\n累计 0.4/5天"),
            "{answer}"
        );
        assert!(answer.contains("\n原记 3月2日 周日 2学时"), "{answer}");
        let answer = yang.says("改成党纪法规").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 3学时\n党纪法规\n"),
            "{answer}"
        );

        yang.presses("改").await;
        let answer = yang.says("学了很多").await;
        assert_eq!(answer, "没看懂改成多少。请这样写：\n半天、1天、2学时。");
        let answer = yang.says("4小时").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n党纪法规\n累计 0.5/5天"),
            "{answer}"
        );
        assert_eq!(town.texts(LABELS).await, ["2014-03-03 4000 - discipline"]);
        // The question is answered: what is said now is something new.
        assert!(
            yang.says("1学时")
                .await
                .starts_with("✓ 3月3日 周一 1学时\n累计 0.6/5天")
        );
        // The same as it was is no change.
        let before = town.record().await;
        let answer = yang.says("改成1学时").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 1学时\n累计 0.6/5天"),
            "{answer}"
        );
        assert_eq!(town.record().await, before);
        // Nothing is an amount as well.
        let answer = yang.says("改成0学时").await;
        assert!(
            answer.contains("3月3日 周一 已记4学时，没有改动。"),
            "{answer}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn another_duty_or_leave_is_no_answer_to_what_it_should_be() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("半天").await;
        yang.presses("改").await;
        assert!(
            yang.says("走访2户")
                .await
                .starts_with("✓ 3月3日 周一 走亲连心 2户")
        );
        yang.says("昨天1学时").await;
        yang.presses("改").await;
        assert!(yang.says("请假3.10-3.14").await.contains("请假"));
        assert_eq!(
            town.texts(LABELS).await,
            [
                "2014-03-02 1000 - -",
                "2014-03-03 4000 - -",
                "2014-03-03 2000 - -"
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn the_day_holds_what_the_rest_of_it_leaves() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("6学时").await;
        yang.says("1学时").await;
        let before = town.record().await;
        let answer = yang.says("改成3学时").await;
        assert!(
            answer.starts_with("一天最多记8学时，\n3月3日 周一 已记6学时，还可记2学时。"),
            "{answer}"
        );
        let answer = yang.says("改成明天1学时").await;
        assert!(
            answer.starts_with("3月4日 周二 还没到，没有记。"),
            "{answer}"
        );
        assert_eq!(town.record().await, before);
        assert!(
            yang.says("改成2学时")
                .await
                .starts_with("✓ 3月3日 周一 2学时\n累计 1/5天")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn days_said_at_once_are_changed_together() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("一天半").await;
        let answer = yang.says("改成2天").await;
        assert!(
            answer
                .starts_with("✓ 2月28日 周五 1天（8学时）\n✓ 3月3日 周一 1天（8学时）\n累计 2/5天"),
            "{answer}"
        );
        let answer = yang.says("改成半天").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n累计 0.5/5天"),
            "{answer}"
        );
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 4000"]);
        yang.presses("撤销").await;
        assert_eq!(town.sums().await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_correction_waits_as_its_day_says() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        let answer = yang.says("补记2月10日学了半天").await;
        assert!(answer.contains("累计 0/5天"), "{answer}");
        let answer = yang.says("改成2学时").await;
        assert!(
            answer.starts_with("✓ 2月10日 周一 2学时\n累计 0/5天"),
            "{answer}"
        );
        assert!(
            answer.contains("\n离今天较远，联络员确认后计入。"),
            "{answer}"
        );
        assert_eq!(town.texts(WAITS).await, ["2014-02-10 2000 late"]);

        // Of yesterday it counts at once; three weeks later its amount is changed, and that has to be looked at.
        yang.says("昨天半天").await;
        let message = yang.last().expect("a record").message_id;
        let change = yang.data("改");
        town.becomes("2014-03-24 09:00").await;
        yang.forges_on(message, &change).await;
        let answer = yang.presses("1天").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 1天（8学时）\n累计 0/5天"),
            "{answer}"
        );
        assert_eq!(
            town.texts(WAITS).await,
            ["2014-02-10 2000 late", "2014-03-02 8000 late"]
        );
        town.closes().await;
    }
}

/// The liaison's decision on all that waits, behind the service's back.
const TURNED_DOWN: &str = "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
     SELECT e.id, 'rejected', 0, c.id, '' FROM entries e JOIN cadres c ON c.name = '林静'
     WHERE e.waits_for IS NOT NULL";

#[tokio::test]
async fn nobody_changes_what_is_anothers_or_no_longer_stands() {
    for base in bases().await {
        let town = town(base).await;
        let (yang, chen) = (town.cadre("杨勇涛").await, town.cadre("陈善").await);
        let stranger = town.phone(8_001, "李四");
        stranger.says("你好").await;
        let before = town.record().await;
        let nothing = "刚才没有记过什么，没有改动。";
        assert!(yang.says("改成2学时").await.starts_with(nothing));
        assert_eq!(town.record().await, before);

        yang.says("半天").await;
        let message = yang.last().expect("a record").message_id;
        let change = yang.data("改");
        let update = change.trim_start_matches("e:c:").to_owned();
        let become_ = format!("e:b:{update}:1000:d");
        let before = town.record().await;
        for data in [&change, &become_] {
            assert!(
                chen.forges(data).await.starts_with("您没有查看权限。"),
                "{data}"
            );
            let said = stranger.forges(data).await;
            assert!(said.starts_with("请发来联络员给您的登记码"), "{said}");
        }
        assert!(
            chen.says("改成2学时").await.starts_with(nothing),
            "not what another said"
        );
        let refused = town.attempts().await;
        let refused: Vec<_> = refused
            .iter()
            .filter(|line| line.starts_with("陈善 correct"))
            .collect();
        let line = format!("陈善 correct update {update} 0");
        assert_eq!(refused, [&line, &line]);
        for data in [
            format!("e:b:{update}:1000:h"),
            format!("e:b:{update}:-1000:d"),
            "e:c:1".to_owned(),
            format!("e:b:{}:1000:d", i64::MAX),
        ] {
            let answer = yang.forges_on(message, &data).await;
            assert!(
                answer.starts_with("这个按钮已过时，没有改动。"),
                "{data}: {answer}"
            );
        }
        let answer = yang
            .forges_on(message, &format!("e:b:{update}:9000:c"))
            .await;
        assert!(answer.starts_with("一天最多记8学时"), "{answer}");
        assert_eq!(town.record().await, before);

        // An hour later words alone do not say what they change; the message's own button does, a week later too.
        town.becomes("2014-03-10 09:00").await;
        assert!(yang.says("改成2学时").await.starts_with(nothing));
        yang.forges_on(message, &change).await;
        assert!(yang.says("2学时").await.starts_with("✓ 3月3日 周一 2学时"));

        // Withdrawn between question and answer.
        yang.presses("改").await;
        let undo = "SELECT 'u:' || MAX(update_id) FROM entries";
        let undo = town.texts(undo).await.remove(0);
        yang.forges_on(message, &undo).await;
        let before = town.record().await;
        let answer = yang.forges_on(message, &become_).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        assert_eq!(town.record().await, before);

        // Turned down meanwhile: it is not changed behind the liaison's back.
        yang.says("补记2月10日半天").await;
        let change = yang.data("改");
        town.writes(TURNED_DOWN).await;
        let before = town.record().await;
        let message = yang.last().expect("a record").message_id;
        let answer = yang.forges_on(message, &change).await;
        assert!(
            answer.starts_with("联络员已退回这一条，没有改动。"),
            "{answer}"
        );
        assert!(yang.says("改成2学时").await.starts_with(nothing));
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}
