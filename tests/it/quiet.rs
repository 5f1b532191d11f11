//! Quiet hours of one's own: they widen the campaign's, and what would come in them comes when they are over.

use chrono::NaiveTime;

use super::support::{Town, bases};

const KEPT: &str =
    "SELECT c.name || ' ' || COALESCE(q.from_time, '-') || ' ' || COALESCE(q.to_time, '-')
                    FROM quiet_hours q JOIN cadres c ON c.id = q.cadre_id ORDER BY q.id";

#[tokio::test]
async fn one_sees_what_holds_and_widens_it_with_one_tap() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        assert_eq!(
            yang.says("/quiet").await,
            "免打扰 21:00至07:30，人人一样\n要更长请点下面，或写来，如\n“/quiet 20:00-08:30”。"
        );
        assert_eq!(
            yang.buttons(),
            ["20:00-07:30", "21:00-08:30", "20:00-08:30"]
        );
        assert_eq!(
            yang.presses("20:00-08:30").await,
            "✓ 免打扰 20:00至08:30\n您发来的照常回答。"
        );
        let asked = yang.says("/quiet").await;
        assert!(asked.contains("\n您自己的 20:00至08:30\n"), "{asked}");
        assert_eq!(
            yang.presses("恢复默认").await,
            "✓ 已恢复：免打扰 21:00至07:30"
        );
        assert!(!yang.says("/quiet").await.contains("您自己的"));
        assert_eq!(
            town.texts(KEPT).await,
            ["杨勇涛 20:00 08:30", "杨勇涛 - -"],
            "what was said stays said"
        );
        // The slot lies outside: the question comes as always.
        town.becomes("2014-03-03 17:30").await;
        assert!(yang.reads().starts_with("今天的学习 3月3日 周一\n"));
        town.closes().await;
    }
}

#[tokio::test]
async fn what_falls_into_ones_own_hours_comes_when_they_are_over() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        assert_eq!(
            yang.says("/quiet 17点至19点").await,
            "✓ 免打扰 17:00至19:00\n这段时间的提醒改在19:00发。"
        );
        let before = yang.heard();
        town.becomes("2014-03-03 17:30").await;
        assert!(
            lan.reads().starts_with("今天的学习 3月3日"),
            "hers are not his"
        );
        for at in ["2014-03-03 18:59", "2014-03-03 19:00"] {
            town.becomes(at).await;
            let asked = usize::from(at.ends_with("19:00"));
            assert_eq!(yang.heard(), before + asked, "{at}");
        }
        assert!(yang.presses("半天").await.starts_with("✓ 3月3日 周一 半天"));
        town.closes().await;
    }
}

#[tokio::test]
async fn hours_that_reach_into_the_morning_bring_it_on_the_next_work_day() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-07 09:00", |_| {}).await;
        let yang = town.cadre("杨勇涛").await;
        assert_eq!(
            yang.says("/quiet 17:30-07:30").await,
            "✓ 免打扰 17:30至07:30\n这段时间的提醒改在下个工作日07:30发。"
        );
        let before = yang.heard();
        // Friday evening, and a week-end.
        for at in ["2014-03-07 17:30", "2014-03-08 09:00", "2014-03-09 20:00"] {
            town.becomes(at).await;
            assert_eq!(yang.heard(), before, "{at}");
        }
        town.becomes("2014-03-10 07:31").await;
        assert_eq!(yang.heard(), before + 1);
        let reads = yang.reads();
        assert!(reads.starts_with("3月7日 周五的学习\n"), "{reads}");
        assert!(yang.presses("半天").await.starts_with("✓ 3月7日 周五 半天"));
        town.closes().await;
    }
}

#[tokio::test]
async fn hours_said_after_the_planning_hold_too() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
            campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
        })
        .await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        town.becomes("2014-03-03 17:30").await;
        yang.says("/quiet 17:00-19:00").await;
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(
            town.digests().await,
            ["李兰 sent", "杨勇涛 waiting quiet_hours"]
        );
        assert!(lan.reads().starts_with("今天的学习"));
        town.becomes("2014-03-03 19:00").await;
        assert!(yang.reads().starts_with("今天的学习 3月3日 周一\n"));
        town.closes().await;
    }
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_with_what_could() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let stranger = town.phone(99_001, "陌生人");
        stranger.says("你好").await;
        for (text, answer) in [
            (
                "/quiet 晚上",
                "没看懂从几点到几点，没有改动。\n请这样写：“/quiet 20:00-08:30”。",
            ),
            (
                "/quiet 20:00-20:00",
                "没看懂从几点到几点，没有改动。\n请这样写：“/quiet 20:00-08:30”。",
            ),
            (
                "/quiet 25-8",
                "没看懂从几点到几点，没有改动。\n请这样写：“/quiet 20:00-08:30”。",
            ),
            (
                "/quiet 8:00-20:00",
                "免打扰一天最多14小时，没有改动。\n请写短些，如“/quiet 20:00-08:30”。",
            ),
            (
                "/quiet 22:00-07:00",
                "21:00至07:30本来就不打扰，没有改动。\n要更长请写，如“/quiet 20:00-08:30”。",
            ),
        ] {
            assert_eq!(yang.says(text).await, answer, "{text}");
        }
        // A button that nobody was given is checked like what is typed.
        assert!(
            yang.forges("p:q:0800:2000")
                .await
                .starts_with("免打扰一天最多14小时")
        );
        let stale = yang.forges("p:q:2500:0830").await;
        assert!(stale.starts_with("这个按钮已过时，没有改动。"), "{stale}");
        for data in ["p:q:2000:0830", "p:d"] {
            let answer = stranger.forges(data).await;
            assert!(answer.starts_with("请发来联络员给您的登记码"), "{answer}");
        }
        assert!(
            stranger
                .says("/quiet 20:00-08:30")
                .await
                .starts_with("请发来联络员给您的登记码")
        );
        assert_eq!(town.texts(KEPT).await, [""; 0]);
        town.closes().await;
    }
}
