//! 上下联动 (S28): a village hands an item up, the unit above takes it up by a day of its own or sends it back, and
//! all below go on seeing it.

use duban::domain::campaign::Campaign;

use super::support::{Person, Town, bases};

const VILLAGE: &str = "延吉市/新兴街道/明新村党支部";

fn upward(campaign: &mut Campaign) {
    for kind in &mut campaign.kinds {
        kind.hand_up = true;
    }
}

async fn town_with_an_item(base: super::support::Base) -> Town {
    let town = Town::with(base, "2014-03-03 09:00", upward).await;
    town.imports_items(&format!(
        "30,路灯不亮,,修好,,{VILLAGE},姜涛,3月17日前,,否\n"
    ))
    .await;
    town
}

/// The step of item 30, as its page offers it.
async fn step(town: &Town, code: char) -> String {
    let id = town
        .texts("SELECT CAST(id AS TEXT) FROM items WHERE no = '30'")
        .await;
    format!("i:{}:{code}", id.concat())
}

async fn stands(town: &Town) -> String {
    town.texts(
        "SELECT u.path || ' ' || i.responsible || ' ' || i.deadline || ' ' || COALESCE(o.path, '-')
         FROM items i JOIN units u ON u.id = i.unit_id LEFT JOIN units o ON o.id = i.offered_to
         WHERE i.no = '30'",
    )
    .await
    .concat()
}

async fn hands_up(person: &Person<'_>, level: &str, reason: &str) {
    let up = step(person.town, 'u').await;
    person.forges(&up).await;
    person.presses(level).await;
    person.presses(reason).await;
}

#[tokio::test]
async fn an_item_goes_up_twice_and_all_below_go_on_seeing_it() {
    for base in bases().await {
        let town = town_with_an_item(base).await;
        let jiang = town.cadre("姜涛").await;
        let cui = town.liaison("崔梅晨", "延吉市/新兴街道").await;
        let lin = town.office("林静").await;
        let up = step(&town, 'u').await;
        assert_eq!(jiang.forges(&up).await, "30号 上报到哪一级？");
        assert_eq!(jiang.buttons(), ["上报延吉市新兴街道", "上报延吉市"]);
        let said = jiang.presses("上报延吉市新兴街道").await;
        assert!(
            said.starts_with("30号 上报延吉市新兴街道\n为什么本级办不了？"),
            "{said}"
        );
        assert_eq!(jiang.buttons(), ["资金", "政策", "跨部门"]);
        let said = jiang.presses("资金").await;
        assert!(
            said.starts_with("✓ 30号 已上报延吉市新兴街道\n原因 资金"),
            "{said}"
        );
        assert_eq!(
            jiang.says("/handed").await,
            "已上报的 1项\n 30号 路灯不亮\n   等延吉市新兴街道答复"
        );
        // Handed up once more while it waits.
        let said = jiang.forges(&up).await;
        assert!(said.starts_with("30号已上报，正等上级答复。"), "{said}");

        let said = cui.says("/handed").await;
        assert!(
            said.starts_with(
                "上报来的 1项，等您答复\n 30号 路灯不亮\n   新兴街道明新村党支部 上报"
            ),
            "{said}"
        );
        let said = cui.presses("接办 30号").await;
        assert!(
            said.starts_with("30号 接办，哪天前办结？\n路灯不亮"),
            "{said}"
        );
        assert!(said.contains("\n原因 资金\n"), "{said}");
        for (text, wrong) in [
            ("2014年3月2日", "这一天已经过了。"),
            ("早点", "没看懂是哪一天。"),
            ("2015年1月5日", "不能晚于活动结束"),
        ] {
            let said = cui.says(text).await;
            assert!(said.starts_with(wrong), "{text}: {said}");
        }
        let said = cui.says("3月31日").await;
        assert!(
            said.starts_with("30号 3月31日 周一前办结，由谁办？"),
            "{said}"
        );
        let said = cui.says("陈善").await;
        assert!(said.starts_with("您可选的人和单位里没有“陈善”。"), "{said}");
        let said = cui.presses("我来办").await;
        assert!(
            said.starts_with("✓ 30号 已接办\n崔梅晨，延吉市新兴街道"),
            "{said}"
        );
        assert_eq!(stands(&town).await, "延吉市/新兴街道 崔梅晨 2014-03-31 -");
        assert_eq!(
            jiang.says("/handed").await,
            "已上报的 1项\n 30号 路灯不亮\n   延吉市新兴街道 崔梅晨在办，时限 3月31日 周一"
        );

        // One level is left: it is not asked for.
        let said = cui.forges(&up).await;
        assert!(
            said.starts_with("30号 上报延吉市\n为什么本级办不了？"),
            "{said}"
        );
        let said = cui.says("要市里出钱").await;
        assert!(
            said.starts_with("✓ 30号 已上报延吉市\n原因 要市里出钱"),
            "{said}"
        );
        for below in [&jiang, &cui] {
            let said = below.says("/handed").await;
            assert!(said.ends_with("30号 路灯不亮\n   等延吉市答复"), "{said}");
        }
        lin.says("/handed").await;
        lin.presses("接办 30号").await;
        lin.presses("2周").await;
        let said = lin.says("姜涛").await;
        assert!(said.starts_with("✓ 30号 已接办\n姜涛"), "{said}");
        assert_eq!(stands(&town).await, "延吉市 姜涛 2014-03-17 -");
        let said = cui.says("/handed").await;
        assert!(
            said.contains("延吉市 姜涛在办，时限 3月17日 周一"),
            "{said}"
        );
        let events = "SELECT e.kind FROM item_events e JOIN items i ON i.id = e.item_id
                      WHERE i.no = '30' ORDER BY e.id";
        assert_eq!(
            town.texts(events).await,
            ["assigned", "handed_up", "taken_up", "handed_up", "taken_up"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn of_two_who_answer_at_once_one_wins_and_the_other_is_told_who() {
    for base in bases().await {
        let town = town_with_an_item(base).await;
        let jiang = town.cadre("姜涛").await;
        let cui = town.liaison("崔梅晨", "延吉市/新兴街道").await;
        let lin = town.office("林静").await;
        hands_up(&jiang, "上报延吉市新兴街道", "跨部门").await;
        for taker in [&cui, &lin] {
            taker.says("/handed").await;
            taker.presses("接办 30号").await;
            taker.presses("1个月").await;
        }
        let me = lin.data("我来办");
        cui.presses("我来办").await;
        assert_eq!(lin.forges(&me).await, "30号已由崔梅晨接办，不用再办。");
        assert!(stands(&town).await.starts_with("延吉市/新兴街道 崔梅晨 "));
        let back = step(&town, 'k').await;
        assert_eq!(lin.forges(&back).await, "30号已由崔梅晨接办，不用再办。");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_sent_back_is_the_villages_again_with_its_own_day() {
    for base in bases().await {
        let town = town_with_an_item(base).await;
        let jiang = town.cadre("姜涛").await;
        let cui = town.liaison("崔梅晨", "延吉市/新兴街道").await;
        let lin = town.office("林静").await;
        hands_up(&jiang, "上报延吉市新兴街道", "政策").await;
        cui.says("/handed").await;
        let said = cui.presses("退回 30号").await;
        assert!(
            said.starts_with("30号 退回新兴街道明新村党支部\n为什么？"),
            "{said}"
        );
        let said = cui.says("村里可以解决").await;
        assert_eq!(said, "✓ 30号 已退回新兴街道明新村党支部");
        assert_eq!(stands(&town).await, format!("{VILLAGE} 姜涛 2014-03-17 -"));
        let why = "SELECT note FROM item_events WHERE kind = 'sent_back'";
        assert_eq!(town.texts(why).await, ["村里可以解决"]);
        let said = jiang.says("/handed").await;
        assert!(
            said.ends_with("30号 路灯不亮\n   已退回，由原单位办"),
            "{said}"
        );
        let take = step(&town, 't').await;
        assert_eq!(lin.forges(&take).await, "30号已由崔梅晨退回，不用再办。");
        assert_eq!(
            cui.says("/handed").await,
            "已上报的 1项\n 30号 路灯不亮\n   已退回，由原单位办"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_hands_up_or_takes_up_what_is_not_his() {
    for base in bases().await {
        let town = town_with_an_item(base).await;
        let jiang = town.cadre("姜涛").await;
        // Of another county, though a liaison there; and of the township, but no liaison.
        let gao = town.liaison("高海", "敦化市").await;
        let cui = town.cadre("崔梅晨").await;
        let up = step(&town, 'u').await;
        let id = up
            .trim_start_matches("i:")
            .trim_end_matches(":u")
            .to_owned();
        let unit = "SELECT CAST(id AS TEXT) FROM units WHERE path = '延吉市/新兴街道'";
        let unit = town.texts(unit).await.concat();
        let far = "SELECT CAST(id AS TEXT) FROM units WHERE path = '汪清县/春阳镇'";
        let far = town.texts(far).await.concat();
        let before = town.record().await;
        let forgeries = [
            up.clone(),
            format!("a:u:{id}:{unit}"),
            format!("a:w:{id}:{unit}:f"),
        ];
        for data in &forgeries {
            for other in [&gao, &cui] {
                let said = other.forges(data).await;
                assert!(said.contains("您没有查看权限"), "{data}: {said}");
            }
        }
        // To a unit that is not above it.
        for data in [format!("a:u:{id}:{far}"), format!("a:w:{id}:{far}:f")] {
            jiang.forges(&data).await;
            let attempts = town.attempts().await;
            assert!(
                attempts.contains(&format!("姜涛 press {data} 0")),
                "{attempts:?}"
            );
        }
        assert_eq!(town.record().await, before);
        assert!(stands(&town).await.ends_with(" -"));

        hands_up(&jiang, "上报延吉市新兴街道", "资金").await;
        let take = step(&town, 't').await;
        let jiang_id = town.id_of("姜涛").await;
        for data in [
            take.clone(),
            step(&town, 'k').await,
            format!("a:b:{id}:20140331"),
            format!("a:t:{id}:20140331:{jiang_id}"),
        ] {
            for other in [&gao, &jiang] {
                let said = other.forges(&data).await;
                assert!(
                    said.contains("您没有查看权限") || said.starts_with("30号的这一步不由您办"),
                    "{data}: {said}"
                );
            }
        }
        assert!(stands(&town).await.ends_with(" 延吉市/新兴街道"));
        assert_eq!(gao.says("/handed").await, "没有上报的事项。");
        // A taker gives it to somebody of another county, or takes it up by a day that is over.
        town.makes_liaison("崔梅晨", "延吉市/新兴街道").await;
        let gao_id = town.id_of("高海").await;
        cui.forges(&format!("a:t:{id}:20140331:{gao_id}")).await;
        let said = cui.forges(&format!("a:b:{id}:20140302")).await;
        assert!(said.starts_with("这一天已经过了。"), "{said}");
        assert!(stands(&town).await.ends_with(" 延吉市/新兴街道"));
        town.closes().await;
    }
}
