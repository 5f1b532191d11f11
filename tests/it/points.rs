//! Contact points (S16): entrusted by the liaison or on the command line, visited by whom they are entrusted to.

use super::support::{Desk, Town, asking, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const POINTS: &str = "SELECT c.name || ' ' || u.path || ' ' || a.duty FROM assignments a
     JOIN cadres c ON c.id = a.cadre_id JOIN units u ON u.id = a.unit_id
     WHERE a.ended_at IS NULL ORDER BY a.id";
const VISITS: &str = "SELECT e.amount || ' ' || COALESCE(u.path, '-') FROM entries e
     LEFT JOIN units u ON u.id = e.place_unit
     WHERE NOT EXISTS (SELECT 1 FROM entry_events w WHERE w.entry_id = e.id) ORDER BY e.id";

#[tokio::test]
async fn a_liaison_entrusts_a_village_and_its_visits_are_recorded_there() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("高海", "敦化市委").await;
        town.makes_liaison("高海", "延吉市").await;
        let (gao, chen) = (town.cadre("高海").await, town.cadre("陈善").await);
        let none = chen.says("/points").await;
        assert!(
            none.starts_with("还没有给您定联系点。\n如需要，请联系联络员。"),
            "{none}"
        );
        // Without any, nobody is asked which.
        chen.says("/record").await;
        chen.presses("联系点走访 0/1次").await;
        let visit = chen.presses("1次").await;
        assert!(!visit.contains("哪个联系点"), "{visit}");
        chen.presses("撤销").await;

        gao.says("/points 陈善").await;
        let which = gao.presses("定联系点").await;
        assert_eq!(which, "陈善联系哪个单位？\n请写单位名称，如“长安村”。");
        let unknown = gao.says("春阳镇").await;
        assert!(
            unknown.starts_with("您负责的范围里没有“春阳镇”。"),
            "beyond: {unknown}"
        );
        let several = gao.says("村").await;
        assert_eq!(several, "“村”不止一个，请点一个。");
        let entrusted = gao.presses("长安村党支部").await;
        assert!(entrusted.starts_with("✓ 已定为联系点："), "{entrusted}");
        let his = ["陈善 延吉市/朝阳川镇/长安村党支部 contact"];
        assert_eq!(town.texts(POINTS).await, his, "{base:?}");
        gao.presses("定联系点").await;
        let had = gao.says("长安村党支部").await;
        assert!(had.starts_with("原来就是联系点，没有改动："), "{had}");
        assert_eq!(town.texts(POINTS).await, his);

        let own = chen.says("/points").await;
        assert!(own.contains(" 还没有记录\n联系点走访 0/1次"), "{own}");
        assert_eq!(chen.buttons(), [""; 0]);
        chen.says("/record").await;
        chen.presses("联系点走访 0/1次").await;
        let asked = chen.presses("1次").await;
        assert!(asked.ends_with("\n去的是哪个联系点？请点下面。"), "{asked}");
        let place = chen.data("长安村党支部");
        let (prefix, _) = place.rsplit_once(':').expect("an id at the end");
        let elsewhere = format!("{prefix}:1");
        assert_eq!(chen.forges(&elsewhere).await, DENIED, "no point of his");
        let there = chen.presses("长安村党支部").await;
        assert!(
            there.contains("\n地点：") && there.contains("他们提了什么要求"),
            "{there}"
        );
        chen.says("要修水渠").await;
        assert_eq!(
            town.texts(VISITS).await,
            ["1000 延吉市/朝阳川镇/长安村党支部"]
        );
        let own = chen.says("/points").await;
        assert!(own.contains(" 已记1次\n联系点走访 1/1次 已达标"), "{own}");
        // What was asked for there is the village's: its liaison sees it.
        assert!(gao.says("/opinions").await.contains("1号 要修水渠"));

        // Ended, and a second press on the old button.
        gao.says("/points 陈善").await;
        let end = gao.data("取消 长安村党支部");
        let ended = gao.presses("取消 长安村党支部").await;
        assert!(ended.starts_with("✓ 不再是联系点："), "{ended}");
        assert!(ended.contains("\n还没有定联系点。"), "{ended}");
        let again = gao.forges(&end).await;
        assert!(
            again.starts_with("这个联系点以前已取消，没有改动。"),
            "{again}"
        );
        assert_eq!(town.texts(POINTS).await, [""; 0]);
        assert_eq!(
            town.texts(VISITS).await.len(),
            1,
            "what was done there stays"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_entrusts_units_to_others_people_or_to_himself() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("高海", "敦化市委").await;
        town.makes_liaison("李兰", "汪清县").await;
        let (gao, lan) = (town.cadre("高海").await, town.cadre("李兰").await);
        let chen = town.cadre("陈善").await;
        gao.says("/points 陈善").await;
        let add = gao.data("定联系点");
        let before = town.record().await;
        assert_eq!(chen.says("/points 高海").await, DENIED);
        let nobody = lan.says("/points 陈善").await;
        assert!(nobody.starts_with("您负责的单位里没有“陈善”。"), "{nobody}");
        lan.says("/me").await;
        let units = "SELECT CAST(id AS TEXT) FROM units WHERE path = '汪清县/春阳镇'";
        let unit = town.texts(units).await;
        let point = format!("{}:{}", add.replace("f:g:", "f:b:"), unit[0]);
        for (person, data) in [(&lan, &add), (&chen, &add), (&lan, &point), (&gao, &point)] {
            assert_eq!(person.forges(data).await, DENIED, "{} {data}", person.name);
        }
        assert_eq!(town.record().await, before, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn the_command_line_names_what_is_wrong_with_an_assignment() {
    for base in bases().await {
        let town = Town::on(base).await;
        let desk = Desk::over(&town.database);
        let (key, unit) = ("P000003", "延吉市/新兴街道");
        let args = ["assign", "--cadre", key, "--unit", unit, "--duty", "study"];
        let said = desk.duban(&args).await.ends(1);
        let what = "\"study\" has no contact points";
        assert!(said.err.contains(what), "{}", said.err);
        assert_eq!(
            desk.count("SELECT COUNT(*) FROM assignments").await,
            0,
            "{base:?}"
        );
        town.closes().await;
    }
}
