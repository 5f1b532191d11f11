//! The whole course of an item as the campaign file has it: read in a ledger, taken on, told of, submitted, and
//! struck off by the supervision group; what is late climbs meanwhile.

use duban::domain::campaign;
use duban::domain::grant::Role;
use duban::store::{cadre, grant, unit};

use super::support::{Town, bases};

/// Makes somebody of the roster a member of the supervision group that has a unit.
async fn supervises(town: &Town, name: &str, path: &str) {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let people = cadre::all(&mut tx).await.expect("people");
    let who = people.iter().find(|person| person.name == name);
    let who = who.expect("a person").id;
    let unit = unit::by_path(&mut tx, path).await.expect("units");
    let now = town.books.clock.now();
    grant::give(&mut tx, Role::Supervision, who, unit, now)
        .await
        .expect("a grant");
    tx.commit().await.expect("a commit");
}

#[tokio::test]
async fn an_item_is_taken_on_told_of_submitted_and_struck_off() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            let text = include_str!("../../campaigns/mass-line.toml");
            *campaign = campaign::read(text).expect("the campaign");
        })
        .await;
        supervises(&town, "李兰", "敦化市").await;
        let (gao, lead) = (town.cadre("高海").await, town.cadre("朴涛芳").await);
        let group = town.cadre("李兰").await;
        gao.says("/item 21").await;
        assert_eq!(
            gao.buttons(),
            [
                "已完成，送审",
                "接收",
                "开始办理",
                "说明进展",
                "申请延期",
                "上报上级",
                "补充材料",
                "历程"
            ]
        );
        gao.presses("接收").await;
        gao.presses("开始办理").await;
        gao.presses("说明进展").await;
        let told = gao.says("已化解2件，余1件").await;
        assert!(told.contains("\n正在办理\n"), "{told}");
        town.becomes("2014-03-03 17:30").await;
        // Told of this month already, he is not asked; late it is all the same, and has climbed to the group.
        assert!(!gao.reads().contains("进展"), "{}", gao.reads());
        let heard = lead.reads();
        assert!(
            heard.ends_with("\n 21号 说明进展：已化解2件，余1件\n   信访积案未化解，高海"),
            "{heard}"
        );
        let heard = group.reads();
        let late = "\n您督导的整改 1项需要关注\n 🔴 21号 已逾期11天 敦化市额穆镇 高海";
        assert!(heard.ends_with(late), "{heard}");

        gao.says("/item 21").await;
        let sent = gao.presses("送审").await;
        assert!(sent.contains("\n待督导组审核\n"), "{sent}");
        assert_eq!(gao.buttons(), ["撤回送审", "补充材料", "历程"]);
        town.becomes("2014-03-04 17:30").await;
        assert!(
            lead.reads().contains("\n 21号 已送审\n"),
            "{}",
            lead.reads()
        );
        // Submitted it is late no more: it waits for the group's word, and is told of once.
        let heard = group.reads();
        assert!(heard.ends_with("\n待您审 1项：21号"), "{heard}");
        group.presses("审21号").await;
        assert_eq!(group.buttons(), ["销号", "退回", "补充材料", "历程"]);
        let closed = group.presses("销号").await;
        assert!(closed.starts_with("✓ 21号 已销号\n"), "{closed}");
        town.becomes("2014-03-05 17:30").await;
        for one in [&gao, &lead] {
            let heard = one.reads();
            assert!(heard.contains("\n 21号 已销号\n"), "{heard}");
        }
        town.closes().await;
    }
}
