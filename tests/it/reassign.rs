//! 改派: an item becomes somebody else's as its preview showed it, and its reminders with it.

use super::support::{Base, Town, bases};

/// The step of item 12, as its page offers it.
async fn step(town: &Town) -> String {
    let id = town
        .texts("SELECT CAST(id AS TEXT) FROM items WHERE no = '12'")
        .await;
    format!("i:{}:m", id.concat())
}

async fn whose(town: &Town) -> String {
    town.texts(
        "SELECT u.path || ' ' || i.responsible || ' ' || COALESCE(c.name, '-')
         || ' ' || COALESCE(i.lead_name, '-')
         FROM items i JOIN units u ON u.id = i.unit_id LEFT JOIN cadres c ON c.id = i.responsible_id
         WHERE i.no = '12'",
    )
    .await
    .concat()
}

const BEFORE: &str = "汪清县/春阳镇 周俊哲 周俊哲 周俊哲";

async fn town(base: Base) -> Town {
    Town::on(base).await
}

#[tokio::test]
async fn an_item_goes_to_another_and_takes_its_reminders_along() {
    for base in bases().await {
        let town = town(base).await;
        let (zhou, lan) = (town.cadre("周俊哲").await, town.cadre("李兰").await);
        let lin = town.office("林静").await;
        let reassign = step(&town).await;
        let said = lin.forges(&reassign).await;
        assert_eq!(
            said,
            "12号 改派给谁？\n现责任人 周俊哲\n请选，或写姓名、单位名。"
        );
        assert_eq!(lin.buttons(), ["李兰"]);
        let said = lin.presses("李兰").await;
        assert_eq!(
            said,
            "12号 由周俊哲改派：\n李兰，汪清县春阳镇 副镇长\n会议多、文件多"
        );
        assert_eq!(whose(&town).await, BEFORE);
        let said = lin.presses("确定").await;
        assert_eq!(said, "✓ 12号 已由周俊哲改派：\n李兰，汪清县春阳镇 副镇长");
        assert_eq!(whose(&town).await, "汪清县/春阳镇 李兰 李兰 周俊哲");
        let tasks = zhou.says("/tasks").await;
        assert!(!tasks.contains("12号"), "{tasks}");
        let tasks = lan.says("/tasks").await;
        assert!(tasks.contains("12号 会议多、文件多"), "{tasks}");
        town.becomes("2014-03-03 17:30").await;
        let (his, hers) = (zhou.reads(), lan.reads());
        assert!(!his.contains("🔵 12号"), "{his}");
        assert!(his.contains("\n 12号 已改派李兰\n"), "{his}");
        assert!(hers.contains("12号 会议多、文件多 还剩3天"), "{hers}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_digest_that_waits_loses_what_was_given_away() {
    for base in bases().await {
        let quiet = |campaign: &mut duban::domain::campaign::Campaign| {
            let at = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
            campaign.limits.quiet_from = at(17);
            campaign.limits.quiet_to = at(18);
        };
        let town = Town::with(base, "2014-03-03 09:00", quiet).await;
        let zhou = town.cadre("周俊哲").await;
        let lin = town.office("林静").await;
        town.becomes("2014-03-03 17:30").await;
        let reassign = step(&town).await;
        lin.forges(&reassign).await;
        lin.says("李兰").await;
        lin.presses("确定").await;
        town.becomes("2014-03-03 18:00").await;
        let said = zhou.reads();
        assert!(said.contains("7号") && !said.contains("12号"), "{said}");
        town.closes().await;
    }
}

#[tokio::test]
async fn it_can_go_to_a_unit_that_names_nobody_yet() {
    for base in bases().await {
        let town = town(base).await;
        let lin = town.office("林静").await;
        let reassign = step(&town).await;
        lin.forges(&reassign).await;
        let said = lin.says("百草沟镇").await;
        assert!(
            said.starts_with("12号 由周俊哲改派：\n汪清县百草沟镇，责任人未定"),
            "{said}"
        );
        lin.presses("确定").await;
        assert_eq!(whose(&town).await, "汪清县/百草沟镇  - 周俊哲");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_changed_meanwhile_is_shown_again_or_refused() {
    for base in bases().await {
        let town = town(base).await;
        let zhou = town.cadre("周俊哲").await;
        let lin = town.office("林静").await;
        let gao = town.office("高海").await;
        let reassign = step(&town).await;
        for office in [&lin, &gao] {
            office.forges(&reassign).await;
            office
                .says(if office.name == "林静" {
                    "李兰"
                } else {
                    "杨勇涛"
                })
                .await;
        }
        let stale = gao.data("确定");
        lin.presses("确定").await;
        let said = gao.forges(&stale).await;
        assert!(
            said.starts_with("12号 由李兰改派：\n杨勇涛")
                && said.ends_with("情况有变，请再看一遍。"),
            "{said}"
        );
        assert!(whose(&town).await.starts_with("汪清县/春阳镇 李兰 "));
        let said = gao.presses("取消").await;
        assert_eq!(said, "没有改动。");
        // Hers already.
        gao.forges(&reassign).await;
        let said = gao.says("李兰").await;
        assert!(said.starts_with("12号本来就由他负责，没有改动。"), "{said}");
        // Declared done meanwhile: it is its reviewer's.
        let lan = town.cadre("李兰").await;
        gao.forges(&reassign).await;
        gao.says("杨勇涛").await;
        let stale = gao.data("确定");
        lan.says("/item 12").await;
        lan.presses("已完成，送审").await;
        assert_eq!(gao.forges(&stale).await, "12号已送审，等待审核，不用再报。");
        assert!(whose(&town).await.starts_with("汪清县/春阳镇 李兰 "));
        drop(zhou);
        town.closes().await;
    }
}

#[tokio::test]
async fn only_within_ones_own_part_and_to_a_name_that_is_there() {
    for base in bases().await {
        let town = town(base).await;
        let liaison = town.liaison("李兰", "汪清县/春阳镇").await;
        let stranger = town.liaison("高海", "敦化市").await;
        let reassign = step(&town).await;
        let id = reassign
            .trim_start_matches("i:")
            .trim_end_matches(":m")
            .to_owned();
        let chen = town.id_of("陈善").await;
        let said = liaison.forges(&reassign).await;
        assert!(said.ends_with("请选，或写姓名。"), "{said}");
        for name in ["没有这人", "陈善", "百草沟镇", "汪清县/百草沟镇"] {
            let said = liaison.says(name).await;
            assert!(said.starts_with("您可选的人和单位里没有"), "{name}: {said}");
        }
        let before = town.record().await;
        let said = stranger.forges(&reassign).await;
        assert!(said.starts_with("12号由汪清县负责，"), "{said}");
        for data in [
            format!("a:l:{id}:c{chen}"),
            format!("a:p:{id}:0"),
            format!("a:y:{id}:c{chen}:1"),
        ] {
            let said = stranger.forges(&data).await;
            assert!(said.starts_with("12号由汪清县负责，"), "{data}: {said}");
        }
        for data in [format!("a:l:{id}:c{chen}"), format!("a:y:{id}:c{chen}:1")] {
            liaison.forges(&data).await;
            let attempts = town.attempts().await;
            assert!(
                attempts.contains(&format!("李兰 press {data} 0")),
                "{attempts:?}"
            );
        }
        assert_eq!(town.record().await, before);
        assert_eq!(whose(&town).await, BEFORE);
        // Two of one name are asked about.
        town.writes(
            "UPDATE cadres SET name = '杨勇涛', unit_id =
            (SELECT unit_id FROM cadres WHERE name = '周俊哲') WHERE name IN ('高海', '杨勇涛')",
        )
        .await;
        liaison.forges(&reassign).await;
        let said = liaison.says("杨勇涛").await;
        assert_eq!(said, "有几个同名的人，是哪一位？");
        assert_eq!(liaison.buttons().len(), 2);
        town.closes().await;
    }
}
