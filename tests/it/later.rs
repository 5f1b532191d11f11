//! "Later", "tomorrow", and a day made up: what one can say to the question instead of an answer.

use super::support::{Person, Town, bases};

const STALE: &str = "这个按钮已过时，没有改动。";
const KEPT: &str =
    "SELECT slot || ' ' || on_date || ' ' || CASE WHEN until IS NULL THEN 'no' ELSE 'yes' END
                    FROM postponements ORDER BY id";

#[tokio::test]
async fn later_comes_once_more_and_keeps_the_buttons() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        let answer = yang.presses("晚点").await;
        assert_eq!(answer, "好的，19:30再问。\n现在也可以答：");
        assert_eq!(yang.last().expect("a message").message_id, prompt);
        assert_eq!(
            yang.buttons(),
            [
                "半天",
                "1天",
                "2学时",
                "其他",
                "这天没有",
                "请假",
                "明天再说"
            ]
        );
        let before = yang.heard();
        town.becomes("2014-03-03 19:29").await;
        assert_eq!(yang.heard(), before);
        town.becomes("2014-03-03 19:31").await;
        assert_eq!(yang.heard(), before + 1);
        assert!(
            yang.reads()
                .starts_with("今天的学习 3月3日 周一\n已学 0/5天")
        );
        let buttons = yang.buttons();
        assert!(!buttons.contains(&"晚点".to_owned()), "once: {buttons:?}");
        assert!(buttons.contains(&"明天再说".to_owned()), "{buttons:?}");
        assert_eq!(town.digests().await, ["杨勇涛 sent", "杨勇涛 sent"]);
        // The first one's button, pressed again: it has come.
        let again = yang.forges_on(prompt, "p:l:evening:20140303").await;
        assert_eq!(again, "今天已经再问过一次，\n今天不再问。\n现在也可以答：");
        assert!(yang.presses("半天").await.starts_with("✓ 3月3日 周一 半天"));
        town.becomes("2014-03-04 17:30").await;
        assert!(yang.reads().starts_with("今天的学习 3月4日 周二\n"));
        assert_eq!(town.digests().await.len(), 3);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_done_meanwhile_does_not_come_again() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        let chen = town.cadre("朴涛芳").await;
        town.becomes("2014-03-03 17:30").await;
        yang.presses("晚点").await;
        lan.presses("晚点").await;
        chen.presses("晚点").await;
        yang.presses("半天").await;
        // Tomorrow is said after later, and holds.
        assert_eq!(
            lan.presses("明天再说").await,
            "好的，今天不再问。\n现在也可以答："
        );
        chen.says("今天请假").await;
        let before = [&yang, &lan, &chen].map(Person::heard);
        town.becomes("2014-03-03 19:31").await;
        assert_eq!([&yang, &lan, &chen].map(Person::heard), before);
        let mut digests = town.digests().await;
        digests.sort();
        assert_eq!(
            digests,
            [
                "朴涛芳 closed on_leave",
                "朴涛芳 sent",
                "李兰 closed put_off",
                "李兰 sent",
                "杨勇涛 closed answered",
                "杨勇涛 sent",
            ]
        );
        // He answers all the same, and is asked the next day.
        assert!(lan.presses("半天").await.starts_with("✓ 3月3日 周一 半天"));
        let late = yang.forges("p:l:evening:20140303").await;
        assert_eq!(late, "该答的都已记下，不再问了。");
        town.becomes("2014-03-04 17:30").await;
        assert!(lan.reads().starts_with("今天的学习 3月4日 周二\n"));
        town.closes().await;
    }
}

#[tokio::test]
async fn an_impatient_thumb_puts_off_once_and_may_think_better_of_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let (later, not_today) = (yang.data("晚点"), yang.data("明天再说"));
        let prompt = yang.last().expect("a prompt").message_id;
        yang.presses_hastily(prompt, &[&later, &later, &later])
            .await;
        assert_eq!(yang.reads(), "好的，19:30再问。\n现在也可以答：");
        assert_eq!(town.texts(KEPT).await, ["evening 2014-03-03 yes"]);
        yang.presses_hastily(prompt, &[&not_today, &later]).await;
        assert_eq!(yang.reads(), "好的，19:30再问。\n现在也可以答：");
        let before = yang.heard();
        town.becomes("2014-03-03 19:31").await;
        assert_eq!(yang.heard(), before + 1);
        town.closes().await;
    }
}

#[tokio::test]
async fn where_later_would_be_too_late_it_is_for_tomorrow() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.limits.own_quiet = chrono::TimeDelta::hours(16);
        })
        .await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        lan.says("/quiet 19:00-07:30").await;
        town.becomes("2014-03-03 17:30").await;
        // His own quiet hours begin before that, hers are the campaign's.
        let answer = lan.presses("晚点").await;
        assert_eq!(answer, "那时已是免打扰时间，\n今天不再问。\n现在也可以答：");
        town.becomes("2014-03-03 19:10").await;
        let answer = yang.presses("晚点").await;
        assert!(answer.starts_with("那时已是免打扰时间，\n"), "{answer}");
        let before = [&yang, &lan].map(Person::heard);
        for at in ["2014-03-03 21:15", "2014-03-04 07:31", "2014-03-04 12:00"] {
            town.becomes(at).await;
            assert_eq!([&yang, &lan].map(Person::heard), before, "{at}");
        }
        // Yesterday's button is worth nothing any more.
        let stale = yang.forges("p:l:evening:20140303").await;
        assert!(stale.starts_with(STALE), "{stale}");
        town.closes().await;
    }
}

#[tokio::test]
async fn the_daily_cap_holds_for_what_was_asked_for_later() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.limits.daily_cap = 1;
        })
        .await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let buttons = yang.buttons();
        assert!(!buttons.contains(&"晚点".to_owned()), "{buttons:?}");
        let answer = yang.forges("p:l:evening:20140303").await;
        assert_eq!(answer, "今天的提醒已够多，\n今天不再问。\n现在也可以答：");
        let before = yang.heard();
        town.becomes("2014-03-03 19:31").await;
        assert_eq!(yang.heard(), before);
        assert_eq!(town.digests().await, ["杨勇涛 sent"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_puts_off_what_he_was_not_sent() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        let stranger = town.phone(99_001, "陌生人");
        stranger.says("你好").await;
        lan.says("五天").await;
        town.becomes("2014-03-03 17:30").await;
        let later = yang.data("晚点");
        for data in [
            later.as_str(),
            "p:t:evening:20140303",
            "p:l:noon:20140303",
            "p:l:evening:20140304",
        ] {
            let answer = lan.forges(data).await;
            assert!(answer.starts_with(STALE), "{data}: {answer}");
        }
        let answer = stranger.forges(&later).await;
        assert!(answer.starts_with("请发来联络员给您的登记码"), "{answer}");
        // A week later.
        town.becomes("2014-03-10 09:00").await;
        let answer = yang.forges(&later).await;
        assert!(answer.starts_with(STALE), "{answer}");
        assert_eq!(town.texts(KEPT).await, [""; 0]);
        let attempts = town.attempts().await;
        for attempt in [
            "李兰 put_off evening 2014-03-03 0",
            "李兰 put_off noon 2014-03-03 0",
            "- press p:l:evening:20140303 0",
            "杨勇涛 put_off evening 2014-03-03 0",
        ] {
            assert!(attempts.contains(&attempt.to_owned()), "{attempts:?}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_behind_makes_up_for_the_last_day_he_left_out() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        town.becomes("2014-03-04 17:30").await;
        let reads = yang.reads();
        assert!(
            reads.contains("\n比进度少5学时\n每天学1学时，3月11日 周二 赶上\n今天学了多少？"),
            "{reads}"
        );
        let prompt = yang.last().expect("a prompt").message_id;
        let make_up = yang.data("补记昨天");
        assert_eq!(yang.presses("补记昨天").await, "3月3日 周一 学了多少？");
        assert_ne!(
            yang.last().expect("a question").message_id,
            prompt,
            "today's question stays"
        );
        let answer = yang.presses("1天").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 1天（8学时）\n累计 1/5天"),
            "{answer}"
        );
        // Pressed again, it says that the day holds something.
        let again = yang.forges_on(prompt, &make_up).await;
        assert_eq!(
            again,
            "3月3日 周一 学了多少？\n这天已有记录，再记会加上去。"
        );
        // Who is not behind is not asked for another day.
        town.becomes("2014-03-05 17:30").await;
        assert!(
            !yang.buttons().iter().any(|label| label.starts_with("补记")),
            "{:?}",
            yang.buttons()
        );
        // Weeks later, of a day to come, of no such duty.
        let before = town.record().await;
        town.becomes("2014-03-24 09:00").await;
        for data in [make_up.as_str(), "p:m:study:20140325", "p:m:talks:20140321"] {
            let stale = yang.forges(data).await;
            assert!(stale.starts_with(STALE), "{data}: {stale}");
        }
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}
