//! What the office sees, as far as its grants reach; everybody else gets a polite no, and is on record.

use serde_json::{Value, json};

use super::support::{Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";

#[tokio::test]
async fn status_tells_where_everybody_stands() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        assert_eq!(
            office.says("/status").await.lines().nth(1),
            Some("已答 0/1人（0%）")
        );
        let (zhou, lan) = (town.cadre("周俊哲").await, town.cadre("李兰").await);
        let (chen, gao) = (town.cadre("陈善").await, town.cadre("高海").await);
        town.cadre("金桂文").await;
        zhou.says("半天").await;
        lan.says("五天").await;
        chen.says("今天没学").await;
        zhou.says("/item 12").await;
        zhou.presses("送审").await;
        town.sandbox.block(gao.account);
        town.settles().await;
        // By 3 March a tenth of the work days has gone by: who has done nothing is behind, all but two.
        assert_eq!(
            office.says("/status").await,
            "今天 3月3日 周一\n已答 3/6人（50%）\n已登记 6/10人\n不可达 1/6人\n进度偏慢 8/10人\n\
             已达标 1/10人\n🔴 逾期整改 2项 待审 1项\n名单见 /undelivered\n\n各单位（进度慢的在前）\n\
             敦化市 已答0/1人 逾期1项\n汪清县 已答2/2人 逾期1项\n延吉市 已答0/1人\n\
             州委活动办 已答0/1人\n敦化市委 已答1/1人"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn find_shows_a_person_with_his_sums() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("半天").await;
        let key = town
            .texts("SELECT key FROM cadres WHERE name = '周俊哲'")
            .await;
        let found = office.says("/find 俊哲").await;
        let expected = format!(
            "“俊哲” 找到1人\n周俊哲，汪清县春阳镇 镇长\n   累计 0.5/5天 进度正常\n   整改 2项未完成\n   \
             已登记 编号 {}",
            key[0]
        );
        assert_eq!(found, expected);
        for (name, link) in [("陈善", "未发登记码"), ("周俊哲", "已登记")] {
            let found = office.says(&format!("/find {name}")).await;
            assert!(found.contains(link), "{found}");
        }
        town.code("陈善").await;
        assert!(office.says("/find 陈善").await.contains("未登记"));
        for text in ["/find", "/find   "] {
            assert_eq!(office.says(text).await, "请写上姓名，例如：/find 周俊哲");
        }
        for nobody in [
            "/find 王五",
            "/find %",
            "/find _",
            "/find ' OR 1=1 --",
            "/find <b>",
        ] {
            let said = office.says(nobody).await;
            assert!(
                said.starts_with("您可查看的单位里没有“"),
                "{nobody}: {said}"
            );
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn overdue_names_the_items_and_the_units() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        assert_eq!(
            office.says("/overdue").await,
            "🔴 逾期整改 2项\n最多：敦化市1项、汪清县1项\n 🔴 21号 信访积案未化解 已逾期11天\n   \
             敦化市额穆镇 高海\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天\n   汪清县春阳镇 周俊哲"
        );
        town.writes("UPDATE items SET status = 'closed'").await;
        assert_eq!(office.says("/overdue").await, "没有逾期的整改。");
        town.closes().await;
    }
}

#[tokio::test]
async fn everybody_else_gets_a_polite_no_and_is_on_record() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, stranger) = (town.cadre("周俊哲").await, town.phone(8_001, "李四"));
        let before = town.record().await;
        for person in [&zhou, &stranger] {
            for text in [
                "/status",
                "/find 陈善",
                "/overdue",
                "/STATUS@duban_test_bot",
            ] {
                assert_eq!(person.says(text).await, DENIED, "{text}");
            }
        }
        assert_eq!(town.record().await, before);
        let refused = town.attempts().await;
        let refused: Vec<_> = refused.iter().filter(|line| line.ends_with('0')).collect();
        assert_eq!(
            refused,
            [
                "周俊哲 status  0",
                "周俊哲 find 陈善 0",
                "周俊哲 overdue  0",
                "周俊哲 status  0",
                "- status  0",
                "- find 陈善 0",
                "- overdue  0",
                "- status  0",
            ]
        );
        let accounts = "SELECT DISTINCT CAST(telegram_id AS TEXT) FROM audit
                        WHERE allowed = 0 AND cadre_id IS NULL";
        assert_eq!(town.texts(accounts).await, ["8001"]);
        assert!(!zhou.says("/help").await.contains("/status"));
        town.closes().await;
    }
}

#[tokio::test]
async fn a_grant_over_a_unit_shows_that_unit_and_what_is_below_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.grants("陈善", Some("敦化市")).await;
        let chen = town.cadre("陈善").await;
        assert_eq!(
            chen.says("/status").await,
            "今天 3月3日 周一\n名册2人，还没有人登记。\n进度偏慢 2/2人\n已达标 0/2人\n\
             🔴 逾期整改 1项 待审 0项\n\n各单位（进度慢的在前）\n敦化市额穆镇 已登记0/2人 逾期1项"
        );
        assert!(chen.says("/find 高海").await.starts_with("“高海” 找到1人"));
        // He himself is of 敦化市委, which is not below 敦化市.
        for name in ["周俊哲", "陈善", "林静"] {
            let said = chen.says(&format!("/find {name}")).await;
            assert!(said.starts_with("您可查看的单位里没有“"), "{said}");
        }
        assert_eq!(
            chen.says("/overdue").await,
            "🔴 逾期整改 1项\n最多：敦化市额穆镇1项\n 🔴 21号 信访积案未化解 已逾期11天\n   \
             敦化市额穆镇 高海"
        );

        // A second grant adds its unit, and nothing of the unit above.
        town.grants("陈善", Some("延吉市/新兴街道")).await;
        assert!(chen.says("/status").await.contains("名册4人"));
        assert!(chen.says("/find 姜涛").await.starts_with("“姜涛” 找到1人"));
        assert!(
            chen.says("/find 金桂文")
                .await
                .starts_with("您可查看的单位里没有")
        );
        town.revokes("陈善", Some("敦化市")).await;
        assert!(
            chen.says("/find 高海")
                .await
                .starts_with("您可查看的单位里没有")
        );
        assert_eq!(chen.says("/overdue").await, "没有逾期的整改。");
        town.revokes("陈善", Some("延吉市/新兴街道")).await;
        for text in ["/status", "/find 姜涛", "/overdue"] {
            assert_eq!(chen.says(text).await, DENIED, "{text}");
        }
        let last = town.attempts().await.pop();
        assert_eq!(last.as_deref(), Some("陈善 overdue  0"));
        town.closes().await;
    }
}

#[tokio::test]
async fn in_a_group_nothing_is_shown_to_anybody() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        town.sandbox.group(-500, "工作群", true);
        for text in [
            "/status",
            "/find 周俊哲",
            "/overdue",
            "/undelivered",
            "/me",
            "/tasks",
        ] {
            let said = office.says_in(-500, text).await;
            assert!(said.starts_with("这个功能只在私聊里用。"), "{text}: {said}");
        }
        town.closes().await;
    }
}

/// Which commands a menu holds, by scope and language; the one that was set last.
fn menu(town: &Town, scope: &Value, language: Option<&str>) -> Vec<String> {
    let calls = town.sandbox.calls_of("setMyCommands");
    let mut calls = calls.iter().rev().filter(|call| {
        call.params.get("scope") == Some(scope)
            && call.params.get("language_code").and_then(Value::as_str) == language
    });
    let commands = calls.next().and_then(|call| call.params.get("commands"));
    let commands = commands.and_then(Value::as_array).into_iter().flatten();
    commands
        .filter_map(|command| {
            Some(format!(
                "{} {}",
                command["command"].as_str()?,
                command["description"].as_str()?
            ))
        })
        .collect()
}

#[tokio::test]
async fn each_role_has_its_menu_in_each_language() {
    for base in bases().await {
        let town = Town::on(base).await;
        let account = town.office("林静").await.account;
        // Who has which role is looked at again at the start, and now and then after it.
        let town = town.outlives_an_outage_until("2014-03-03 10:00").await;
        let (everybody, office) = (
            json!({"type": "default"}),
            json!({"type": "chat", "chat_id": account}),
        );
        let set = town
            .sandbox
            .wait_for(std::time::Duration::from_secs(30), |_| {
                (menu(&town, &office, Some("ko")).len() == 29).then_some(())
            })
            .await;
        assert_eq!(set, Some(()), "the office's menu was not set");
        assert_eq!(
            menu(&town, &everybody, None),
            [
                "me 我的学习和进度",
                "record 记一项任务",
                "history 我的明细，按月看",
                "tasks 我的整改",
                "item 按编号看一项整改",
                "search 按内容找整改",
                "promise 作出承诺，看我的承诺",
                "handed 上报的事项",
                "points 我的联系点",
                "quiet 我的免打扰时间",
                "language 换语言",
                "help 看全部功能",
            ]
        );
        assert_eq!(
            menu(&town, &everybody, Some("zh")),
            menu(&town, &everybody, None)
        );
        assert_eq!(
            menu(&town, &everybody, Some("en"))[0],
            "me My study and my progress"
        );
        assert_eq!(menu(&town, &everybody, Some("ko")).len(), 12);
        for language in [None, Some("zh"), Some("en"), Some("ko")] {
            let names = menu(&town, &office, language);
            let names: Vec<_> = names
                .iter()
                .filter_map(|one| one.split(' ').next())
                .collect();
            let expected = [
                "me",
                "record",
                "history",
                "tasks",
                "item",
                "search",
                "promise",
                "handed",
                "points",
                "session",
                "group",
                "pending",
                "items",
                "new",
                "unit",
                "account",
                "proxy",
                "opinions",
                "status",
                "overdue",
                "progress",
                "undelivered",
                "find",
                "away",
                "quiet",
                "quota",
                "move",
                "language",
                "help",
            ];
            assert_eq!(names, expected, "{language:?}");
        }

        // A grant that ends while the service is down takes the menu along.
        town.revokes("林静", None).await;
        let town = town.outlives_an_outage_until("2014-03-03 11:00").await;
        let taken = town
            .sandbox
            .wait_for(std::time::Duration::from_secs(30), |_| {
                (menu(&town, &office, Some("ko")).len() == 12).then_some(())
            })
            .await;
        assert_eq!(taken, Some(()), "the office's menu stayed");
        assert_eq!(menu(&town, &office, None), menu(&town, &everybody, None));
        town.closes().await;
    }
}
