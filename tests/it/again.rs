//! The same thing said twice on a day is asked about and never doubled; another time is recorded when somebody says
//! that it was one.

use super::labels::{LABELS, town};
use super::support::{Town, bases};

#[tokio::test]
async fn the_same_thing_said_twice_is_asked_about_and_not_doubled() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("半天").await;
        let before = town.record().await;
        for text in ["半天", "4学时", "今天下午学了半天", "今天集中学习半天"] {
            let answer = yang.says(text).await;
            assert_eq!(
                answer, "3月3日 周一 已记半天（4学时）\n是同一次吗？",
                "{text}"
            );
            assert_eq!(yang.buttons(), ["是同一次", "再记一次"], "{text}");
        }
        assert_eq!(town.record().await, before);
        let answer = yang.presses("是同一次").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n累计 0.5/5天"),
            "{answer}"
        );
        assert_eq!(town.record().await, before);

        // Another amount, another day and another form are other things.
        for text in ["1学时", "昨天半天", "1.5学时"] {
            assert!(yang.says(text).await.starts_with('✓'), "{text}");
        }
        assert_eq!(
            town.sums().await,
            ["杨勇涛 2014-03-02 4000", "杨勇涛 2014-03-03 6500"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn another_time_is_recorded_once_and_with_all_that_was_said() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("半天").await;
        yang.says("个人自学半天,党纪法规").await;
        let message = yang.last().expect("a question").message_id;
        let again = yang.data("再记一次");
        let answer = yang.presses("再记一次").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n个人自学，党纪法规\n累计 1/5天"),
            "{answer}"
        );
        let both = ["2014-03-03 4000 - -", "2014-03-03 4000 self discipline"];
        assert_eq!(town.texts(LABELS).await, both);
        let notes = "SELECT source || ' ' || note FROM entries ORDER BY id";
        assert_eq!(
            town.texts(notes).await,
            ["text 半天", "text 个人自学半天,党纪法规"]
        );
        // The same button again, from a slow net: it was answered.
        let answer = yang.forges_on(message, &again).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        assert_eq!(town.texts(LABELS).await, both);

        // The day is full of the same: asked about first, and the second time it cannot hold.
        let before = town.record().await;
        let answer = yang.says("半天").await;
        assert!(answer.starts_with("3月3日 周一 已记半天"), "{answer}");
        let answer = yang.presses("再记一次").await;
        assert!(
            answer.starts_with("一天最多记8学时，3月3日 周一 已记满。"),
            "{answer}"
        );
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn days_said_at_once_are_the_same_only_together() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("一天半").await;
        let answer = yang.says("一天半").await;
        assert_eq!(
            answer,
            "2月28日 周五 已记半天（4学时）\n3月3日 周一 已记1天（8学时）\n是同一次吗？"
        );
        let answer = yang.presses("是同一次").await;
        assert!(answer.contains("累计 1.5/5天"), "{answer}");
        assert_eq!(
            town.sums().await,
            ["杨勇涛 2014-02-28 4000", "杨勇涛 2014-03-03 8000"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_tap_that_repeats_what_was_written_is_asked_about_too() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        let half = yang.data("半天");
        yang.says("半天").await;
        let answer = yang.forges_on(prompt, &half).await;
        assert_eq!(answer, "3月3日 周一 已记半天（4学时）\n是同一次吗？");
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 4000"]);
        yang.presses("再记一次").await;
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 8000"]);
        let source = "SELECT source || ' ' || COALESCE(prompt_id, 0) FROM entries ORDER BY id";
        assert_eq!(
            town.texts(source).await,
            ["text 0".to_owned(), format!("tap {prompt}")]
        );
        // The prompt is answered now: tapped once more, it shows the answer and records nothing.
        let answer = yang.forges_on(prompt, &half).await;
        assert!(answer.starts_with("✓ 3月3日 周一 半天"), "{answer}");
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 8000"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_question_is_answered_by_whom_it_was_put_to_and_in_time() {
    for base in bases().await {
        let town = town(base).await;
        let (yang, chen) = (town.cadre("杨勇涛").await, town.cadre("陈善").await);
        let stranger = town.phone(8_001, "李四");
        stranger.says("你好").await;
        yang.says("半天").await;
        yang.says("半天").await;
        let message = yang.last().expect("a question").message_id;
        let (same, again) = (yang.data("是同一次"), yang.data("再记一次"));
        let before = town.record().await;
        assert!(chen.forges(&same).await.starts_with("您没有查看权限。"));
        let answer = chen.forges(&again).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        for data in [&same, &again] {
            let said = stranger.forges(data).await;
            assert!(said.starts_with("请发来联络员给您的登记码"), "{said}");
        }
        assert_eq!(town.record().await, before);

        // A week later nobody remembers what it was about.
        town.becomes("2014-03-10 09:00").await;
        let answer = yang.forges_on(message, &again).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        let answer = yang.forges_on(message, &same).await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）"),
            "{answer}"
        );
        assert_eq!(town.record().await, before);

        // Withdrawn meanwhile: there is nothing to show, and nothing that it would double.
        yang.presses("撤销").await;
        let answer = yang.forges_on(message, &same).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        assert!(
            yang.says("3月3日半天")
                .await
                .starts_with("✓ 3月3日 周一 半天")
        );
        town.closes().await;
    }
}

/// What the liaison recorded for somebody, behind the service's back.
const RECORDED_FOR_YANG: &str =
    "INSERT INTO entries (cadre_id, duty, amount, measure, on_date, note, source,
     recorded_at, update_id, recorded_by)
     SELECT c.id, 'study', 4000, 'class_hours', '2014-03-03', '', 'session', 0, 42, l.id
     FROM cadres c JOIN cadres l ON l.name = '林静' WHERE c.name IN ('杨勇涛', '陈善')";

#[tokio::test]
async fn what_the_liaison_has_recorded_is_not_doubled_either() {
    for base in bases().await {
        let town: Town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.writes(RECORDED_FOR_YANG).await;
        let answer = yang.says("半天").await;
        assert_eq!(answer, "3月3日 周一 已记半天（4学时）\n是同一次吗？");
        let answer = yang.presses("是同一次").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n累计 0.5/5天"),
            "{answer}"
        );
        assert_eq!(yang.buttons(), ["补充材料"]);
        // It is not his own to change: he can only say that it is not so.
        let before = town.record().await;
        for data in ["e:t:42:theory", "e:c:42", "e:b:42:1000:d", "u:42"] {
            let answer = yang.forges(data).await;
            assert!(
                answer.starts_with("这是联络员替您记的，没有改动。"),
                "{data}: {answer}"
            );
        }
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}
