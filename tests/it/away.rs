//! Who is away: whoever cares for people sees it, and enters it for those who cannot.

use super::support::{Desk, Person, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const BY: &str = "SELECT c.name || ' ' || COALESCE(b.name, '-') FROM leaves v
                  JOIN cadres c ON c.id = v.cadre_id LEFT JOIN cadres b ON b.id = v.recorded_by
                  ORDER BY v.id";

#[tokio::test]
async fn a_liaison_enters_leave_for_his_people_and_sees_who_is_away() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", "汪清县").await;
        let (zhou, chen) = (town.cadre("周俊哲").await, town.cadre("陈善").await);
        let none = lan.says("/away").await;
        assert_eq!(
            none,
            "今天和以后7天没有人请假、出差。\n替人请假请写，如\n“/away 周俊哲 3.10-3.14”。"
        );
        let heard = zhou.heard();
        assert_eq!(
            lan.says("/away 周俊哲 3.3-3.5").await,
            "✓ 周俊哲，汪清县春阳镇 镇长\n请假 3月3日 周一 至 3月5日 周三\n共3个工作日，期间不打扰。"
        );
        assert_eq!(zhou.heard(), heard, "he is not written to for it");
        let me = zhou.says("/me").await;
        assert!(me.ends_with("\n请假 3月3日 周一 至 3月5日 周三"), "{me}");
        assert!(
            lan.says("/away 杨勇涛 出差3.10-3.11")
                .await
                .contains("\n出差 3月10日 周一 至 3月11日 周二\n")
        );
        // Of another county: not hers to see.
        chen.says("请假3.4").await;
        let list = lan.says("/away").await;
        assert_eq!(
            list,
            "请假、出差 今天1人\n到3月10日 周一 共2人次\n 周俊哲，汪清县春阳镇 镇长\n  \
             请假 3月3日 周一 至 3月5日 周三\n 杨勇涛，汪清县百草沟镇 镇长\n  \
             出差 3月10日 周一 至 3月11日 周二\n替人请假请写，如\n“/away 周俊哲 3.10-3.14”。"
        );
        assert_eq!(
            town.texts(BY).await,
            ["周俊哲 李兰", "杨勇涛 李兰", "陈善 -"]
        );

        town.becomes("2014-03-03 17:30").await;
        assert_eq!(zhou.heard(), heard + 1, "not asked");
        let desk = Desk::over(&town.database);
        let leaves = desk.export("leaves").await;
        let kept: Vec<_> = leaves
            .iter()
            .map(|row| {
                let by = if row["recorded_by"].is_empty() {
                    "self"
                } else {
                    "proxy"
                };
                format!(
                    "{} {} {} {} {by}",
                    row["name"], row["kind"], row["first_day"], row["status"]
                )
            })
            .collect();
        assert_eq!(
            kept,
            [
                "周俊哲 leave 2014-03-03 stands proxy",
                "杨勇涛 trip 2014-03-10 stands proxy",
                "陈善 leave 2014-03-04 stands self",
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_on_leave_is_not_counted_as_silent() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let (zhou, lan) = (town.cadre("周俊哲").await, town.cadre("李兰").await);
        zhou.says("今天请假").await;
        lan.says("半天").await;
        // 朴涛芳 is away too, and has no account.
        office.says("/away 朴涛芳 今天").await;
        let status = office.says("/status").await;
        let lines: Vec<_> = status.lines().collect();
        assert_eq!(lines[1], "已答 1/2人（50%）", "{status}");
        assert_eq!(lines[2], "已登记 3/10人", "{status}");
        assert_eq!(lines[3], "请假、出差 2人", "{status}");
        assert!(status.contains("\n汪清县 已答1/1人"), "{status}");
        // An answer given on leave counts like any other.
        zhou.says("半天").await;
        let status = office.says("/status").await;
        assert!(status.contains("\n已答 2/3人（66%）\n"), "{status}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_a_liaison_may_not_or_cannot_enter_is_refused() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", "汪清县").await;
        let yang = town.cadre("杨勇涛").await;
        let stranger = town.phone(99_001, "陌生人");
        let before = town.record().await;
        for (text, answer) in [
            (
                "/away 陈善 3.10-3.14",
                "您联系的单位里没有“陈善”。\n请核对姓名，例如：/away 周俊哲 3.10-3.14",
            ),
            (
                "/away 张三",
                "您联系的单位里没有“张三”。\n请核对姓名，例如：/away 周俊哲 3.10-3.14",
            ),
            (
                "/away 周俊哲",
                "没看懂是哪几天，没有记。\n请这样写：“/away 周俊哲 3.10-3.14”。",
            ),
            (
                "/away 周俊哲 几天",
                "没看懂是哪几天，没有记。\n请这样写：“/away 周俊哲 3.10-3.14”。",
            ),
            (
                "/away 周俊哲 3.1-3.7",
                "3月1日 周六 已经过去，没有记。\n请从今天起写，如“/away 周俊哲 3.10-3.14”。",
            ),
            (
                "/away 周俊哲 3.14-3.10",
                "结束那天在开始那天之前，没有记。\n请这样写：“/away 周俊哲 3.10-3.14”。",
            ),
            (
                "/away 周俊哲 100天",
                "一次最多记60天，没有记。\n请分几次写，如“/away 周俊哲 3.10-3.14”。",
            ),
        ] {
            assert_eq!(lan.says(text).await, answer, "{text}");
        }
        for text in ["/away", "/away 周俊哲 3.10-3.14"] {
            assert_eq!(yang.says(text).await, DENIED, "{text}");
            let answer = stranger.says(text).await;
            assert_eq!(answer, DENIED, "{text}");
        }
        for data in ["p:a:0", "p:w:2:leave:20140310:20140314"] {
            assert_eq!(yang.forges(data).await, DENIED, "{data}");
            let answer = stranger.forges(data).await;
            assert!(answer.starts_with("请发来联络员给您的登记码"), "{answer}");
        }
        assert_eq!(town.record().await, before);
        let attempts = town.attempts().await;
        for attempt in [
            "李兰 away 陈善 3.10-3.14 0",
            "杨勇涛 away 周俊哲 3.10-3.14 0",
            "杨勇涛 away page 0 0",
            "杨勇涛 away cadre 2 0",
            "- away  0",
        ] {
            assert!(attempts.contains(&attempt.to_owned()), "{attempts:?}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn of_two_liaisons_one_enters_it_and_either_sees_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", "汪清县").await;
        let yang = town.liaison("杨勇涛", "汪清县/春阳镇").await;
        let zhou = town.cadre("周俊哲").await;
        lan.says("/away 周俊哲 3.10-3.14").await;
        let undo = lan.data("撤销");
        assert_eq!(
            yang.says("/away 周俊哲 3.10-3.12").await,
            "这几天已经记过，没有改动。\n周俊哲，汪清县春阳镇 镇长\n请假 3月10日 周一 至 3月14日 周五"
        );
        assert_eq!(town.leaves().await.len(), 1);
        // Who entered it takes it back, nobody else but the person himself.
        assert_eq!(yang.forges(&undo).await, DENIED);
        assert_eq!(
            lan.presses("撤销").await,
            "✓ 已撤销，这些天照常提醒。\n周俊哲，汪清县春阳镇 镇长\n请假 3月10日 周一 至 3月14日 周五"
        );
        let stale = lan.forges(&undo).await;
        assert!(stale.starts_with("这个按钮已过时"), "{stale}");
        lan.says("/away 周俊哲 3.10-3.14").await;
        let undo = lan.data("撤销");
        let own = zhou.says("取消请假").await;
        assert!(own.starts_with("✓ 已取消：请假 3月10日"), "{own}");
        let stale = lan.forges(&undo).await;
        assert!(stale.starts_with("这个按钮已过时"), "{stale}");
        // Whoever is liaison no more takes nothing back.
        lan.says("/away 周俊哲 3.17-3.18").await;
        let undo = lan.data("撤销");
        town.writes("UPDATE grants SET revoked_at = 1").await;
        assert_eq!(lan.forges(&undo).await, DENIED);
        assert_eq!(town.leaves().await, ["周俊哲 leave 2014-03-17 2014-03-18"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_name_that_fits_several_is_asked_about() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let which = office.says("/away 涛 3.10-3.14").await;
        assert_eq!(
            which,
            "找到3人，请选一位。\n请假 3月10日 周一 至 3月14日 周五"
        );
        let mut offered = office.buttons();
        offered.sort();
        assert_eq!(
            offered,
            ["姜涛 明新村党支部", "朴涛芳 额穆镇", "杨勇涛 百草沟镇"]
        );
        let stale = office.data("朴涛芳 额穆镇");
        let yang = office.presses("杨勇涛 百草沟镇").await;
        assert!(
            yang.starts_with("✓ 杨勇涛，汪清县百草沟镇 镇长\n"),
            "{yang}"
        );
        assert_eq!(town.leaves().await, ["杨勇涛 leave 2014-03-10 2014-03-14"]);
        // Pressed when its days have begun.
        town.becomes("2014-03-12 09:00").await;
        let answer = office.forges(&stale).await;
        assert!(answer.starts_with("这个按钮已过时"), "{answer}");
        assert_eq!(town.leaves().await.len(), 1);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_long_list_is_turned_page_by_page() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        for name in ["周俊哲", "陈善", "金桂文", "李兰", "杨勇涛", "高海"] {
            for days in ["3.4", "3.6"] {
                enters(&office, name, days).await;
            }
        }
        let first = office.says("/away").await;
        assert!(first.starts_with("请假、出差 今天0人\n到3月10日 周一 共12人次\n"));
        assert_eq!(first.matches("\n  请假 ").count(), 10, "{first}");
        assert_eq!(office.buttons(), ["下一页"]);
        let second = office.presses("下一页").await;
        assert_eq!(second.matches("\n  请假 ").count(), 2, "{second}");
        assert_eq!(office.buttons(), ["上一页"]);
        assert_eq!(office.presses("上一页").await, first);
        // A page that is not there any more is the last one.
        let beyond = office.forges("p:a:99").await;
        assert_eq!(beyond, second);
        town.closes().await;
    }
}

async fn enters(office: &Person<'_>, name: &str, days: &str) {
    let answer = office.says(&format!("/away {name} {days}")).await;
    assert!(answer.starts_with("✓ "), "{answer}");
}
