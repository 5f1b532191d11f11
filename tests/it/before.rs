//! What must be through before a meeting (S9) is due the work day before it, and who is exempt is not given any.

use duban::domain::campaign;

use super::support::{Desk, Town, bases};

const DUE: &str = "SELECT no || ' ' || deadline FROM items WHERE no IN ('30', '31') ORDER BY no";
const EVENTS: &str = "SELECT e.kind FROM item_events e JOIN items i ON i.id = e.item_id
    WHERE i.no = '30' ORDER BY e.id";

#[tokio::test]
async fn material_comes_forward_to_the_work_day_before_the_meeting_of_its_unit() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            let text = include_str!("../../campaigns/mass-line.toml");
            *campaign = campaign::read(text).expect("the campaign");
        })
        .await;
        let zhou = town.cadre("周俊哲").await;
        town.imports_items(
            "30,查摆剖析,,,,汪清县/春阳镇,周俊哲,3月28日,,否\n\
             31,民主生活会,,,,汪清县/春阳镇,周俊哲,3月28日,,否\n",
        )
        .await;
        town.writes("UPDATE items SET kind = 'material' WHERE no = '30'")
            .await;
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.texts(DUE).await, ["30 2014-03-28", "31 2014-03-28"]);
        // The meeting is agreed on for Monday, 24 March.
        town.writes("UPDATE items SET kind = 'meeting', deadline = '2014-03-24' WHERE no = '31'")
            .await;
        town.becomes("2014-03-04 17:30").await;
        assert_eq!(town.texts(DUE).await, ["30 2014-03-21", "31 2014-03-24"]);
        assert_eq!(town.texts(EVENTS).await, ["assigned", "changed"]);
        let told = zhou.reads();
        assert!(
            told.contains("\n 30号 时限提前到3月21日 周五\n"),
            "{base:?}: {told}"
        );
        town.becomes("2014-03-05 17:30").await;
        assert_eq!(town.texts(EVENTS).await, ["assigned", "changed"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_is_exempt_is_given_none_and_the_row_says_so() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let people = "序号,单位,姓名,职务,职级,手机号\n\
            1,汪清县/春阳镇,周俊哲,镇长,正科级,15271743001\n\
            2,汪清县/春阳镇,李兰,干事,科员,15271743002\n";
        let file = desk.file("people.csv", people);
        desk.duban(&["import", "roster", &file]).await.ends(0);
        let items = "序号,台账类型,问题,整改措施,牵头领导,责任单位,责任人,完成时限,进展情况,是否销号\n\
            1,对照检查材料,查摆剖析,,,汪清县/春阳镇,周俊哲,3月28日,,否\n\
            2,对照检查材料,查摆剖析,,,汪清县/春阳镇,李兰,3月28日,,否\n\
            3,整改,路灯不亮,,,汪清县/春阳镇,李兰,3月28日,,否\n";
        let file = desk.file("items.csv", items);
        let said = desk.duban(&["import", "items", &file]).await.ends(1);
        let refused = said.lines("row ");
        assert_eq!(refused.len(), 1, "{}", said.out);
        assert!(refused[0].contains("李兰 is exempt"), "{refused:?}");
        assert_eq!(desk.count("SELECT COUNT(*) FROM items").await, 2);
    }
}
