//! Lists of items: one's own by what one is to them, those of units for whoever answers for them, one by its number.

use duban::domain::campaign::{Campaign, Reviewer};

use super::support::{Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const NONE: &str = "您没有未完成的整改。";

/// Twenty items of the retired member: two overdue, the others by the end of the campaign.
async fn twenty(town: &Town) {
    let rows: Vec<String> = (1..=20)
        .map(|no| {
            let by = if no > 18 { "2月28日前" } else { "三季度" };
            format!(
                "{},第{no}件事,,,,延吉市/新兴街道/明新村党支部,姜涛,{by},,否\n",
                100 + no
            )
        })
        .collect();
    town.imports_items(&rows.concat()).await;
}

#[tokio::test]
async fn each_sees_what_he_does_leads_and_helps_with() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.writes(
            "INSERT INTO item_helpers (item_id, cadre_id)
             SELECT i.id, c.id FROM items i, cadres c WHERE i.no = '21' AND c.name IN ('陈善', '高海')",
        )
        .await;
        for (name, list) in [
            (
                "周俊哲",
                "您的整改 2项 🔴1 🔵1\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天\n \
                 🔵 12号 会议多、文件多 还剩3天",
            ),
            (
                "高海",
                "您的整改 1项 🔴1\n 🔴 21号 信访积案未化解 已逾期11天",
            ),
            (
                "朴涛芳",
                "您的整改 1项 🔴1\n我牵头 1项\n 🔴 21号 信访积案未化解 已逾期11天\n   敦化市额穆镇 高海",
            ),
            (
                "陈善",
                "您的整改 2项 🔴1 🔵1\n我负责 1项\n 🔵 18号 下乡调研走马观花 还剩1天",
            ),
            ("李兰", NONE),
        ] {
            let person = town.cadre(name).await;
            assert_eq!(person.says("/tasks").await, list, "{name}");
        }
        let chen = town.known("陈善");
        assert_eq!(
            chen.presses("我配合 1").await,
            "我配合 1项\n 🔴 21号 信访积案未化解 已逾期11天\n   敦化市额穆镇 高海"
        );
        let heard = chen.heard();
        assert!(chen.presses("我的整改").await.starts_with("您的整改 2项"));
        assert_eq!(
            chen.heard(),
            heard + 1,
            "the page turns, no message is added"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_a_unit_named_nobody_for_is_its_liaisons() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.writes("UPDATE items SET responsible_id = NULL, responsible = '' WHERE no = '12'")
            .await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let yang = town.liaison("杨勇涛", "汪清县/百草沟镇").await;
        assert_eq!(
            lan.says("/tasks").await,
            "您的整改 1项 🔵1\n 🔵 12号 会议多、文件多 还剩3天"
        );
        assert_eq!(yang.says("/tasks").await, NONE);
        town.closes().await;
    }
}

fn lead_then_supervision(campaign: &mut Campaign) {
    campaign.kinds[0].review = vec![Reviewer::Lead, Reviewer::Supervision];
}

#[tokio::test]
async fn what_waits_for_ones_review_moves_with_the_chain_and_is_never_ones_own() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", lead_then_supervision).await;
        let (gao, piao) = (town.cadre("高海").await, town.cadre("朴涛芳").await);
        let (lin, zhou) = (town.cadre("林静").await, town.cadre("周俊哲").await);
        town.writes(
            "INSERT INTO grants (role, cadre_id, unit_id, granted_at)
             SELECT 'supervision', c.id, u.id, 0 FROM cadres c, units u
             WHERE c.name = '林静' AND u.path = '敦化市'",
        )
        .await;
        // 周俊哲 leads what he is responsible for: it is somebody else's to review.
        for no in ["21", "7"] {
            let person = if no == "7" { &zhou } else { &gao };
            person.says(&format!("/item {no}")).await;
            person.presses("送审").await;
        }
        assert_eq!(
            gao.says("/tasks").await,
            "您的整改 1项\n 21号 信访积案未化解 已送审"
        );
        assert!(!zhou.says("/tasks").await.contains("待我审"));
        assert!(!zhou.buttons().iter().any(|label| label.contains("待我审")));
        let of_piao = piao.says("/tasks").await;
        assert!(
            of_piao.starts_with("您的整改 1项\n我牵头 1项\n"),
            "{of_piao}"
        );
        assert_eq!(
            piao.presses("待我审 1").await,
            "待我审 1项\n 21号 信访积案未化解 已送审\n   敦化市额穆镇 高海"
        );
        assert_eq!(lin.says("/tasks").await, NONE);

        // The first link has approved: it is the supervision group's turn.
        town.writes("UPDATE items SET reviewed = 1 WHERE no = '21'")
            .await;
        assert_eq!(piao.presses("我的整改").await.lines().count(), 4);
        assert!(!piao.buttons().iter().any(|label| label.contains("待我审")));
        assert!(
            lin.says("/tasks")
                .await
                .starts_with(&format!("{NONE}\n待我审 1项\n 21号"))
        );

        // A later day asked for waits for the first link, what is handed up for whoever answers for the unit.
        town.writes(
            "UPDATE items SET status = 'assigned', reviewed = 0, extension_to = '2014-04-30',
             extension_why = '等批复' WHERE no = '21'",
        )
        .await;
        town.writes(
            "UPDATE items SET offered_to = (SELECT id FROM units WHERE path = '延吉市')
             WHERE no = '15'",
        )
        .await;
        piao.says("/tasks").await;
        assert!(
            piao.presses("待我审")
                .await
                .starts_with("待我审 1项\n 🔴 21号")
        );
        let jiang = town.liaison("姜涛", "延吉市").await;
        assert!(
            jiang
                .says("/tasks")
                .await
                .starts_with(&format!("{NONE}\n待我审 1项\n 15号"))
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_long_list_is_paged_and_can_show_what_is_overdue_alone() {
    for base in bases().await {
        let town = Town::on(base).await;
        twenty(&town).await;
        let jiang = town.cadre("姜涛").await;
        let first = jiang.says("/tasks").await;
        let lines: Vec<_> = first.lines().collect();
        assert_eq!(lines[0], "您的整改 20项 🔴2");
        assert_eq!(lines[1], " 🔴 119号 第19件事 已逾期3天");
        assert_eq!(lines[3], " 101号 第1件事 还剩211天");
        assert_eq!((lines.len(), lines[9]), (10, "第1/3页"));
        assert_eq!(
            jiang.buttons()[..9],
            [
                "119号",
                "120号",
                "101号",
                "102号",
                "103号",
                "104号",
                "105号",
                "106号",
                "下一页"
            ]
        );
        let heard = jiang.heard();
        let second = jiang.presses("下一页").await;
        assert_eq!(second.lines().next(), Some("我负责 20项"));
        assert_eq!(second.lines().nth(1), Some(" 107号 第7件事 还剩211天"));
        assert_eq!(jiang.heard(), heard + 1);
        let message = jiang.last().expect("a message").message_id;

        // A page that there is not, of a button from when the list was longer.
        let last = jiang.forges_on(message, "c:l:m:0:99").await;
        assert!(last.ends_with("第3/3页"), "{last}");
        assert_eq!(last.lines().count(), 6);

        let red = jiang.presses("只看红灯").await;
        assert_eq!(
            red,
            "我负责 逾期2项，共20项\n 🔴 119号 第19件事 已逾期3天\n 🔴 120号 第20件事 已逾期3天"
        );
        assert_eq!(jiang.presses("看全部").await.lines().count(), 10);

        // Pressed when all is struck off, it says so.
        town.writes("UPDATE items SET status = 'closed'").await;
        assert_eq!(
            jiang.forges_on(message, "c:l:m:1:2").await,
            "我负责：没有。"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_button_opens_the_item_and_shows_nobody_anothers() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, gao) = (town.cadre("周俊哲").await, town.cadre("高海").await);
        zhou.says("/tasks").await;
        let show = zhou.data("7号");
        let page = zhou.presses("7号").await;
        assert!(page.contains("公车私用"), "{page}");
        let refusal = gao.forges(&show).await;
        assert!(!refusal.contains("公车私用"), "{refusal}");
        let stranger = town.phone(5, "路人");
        let welcome = stranger.says("你好").await;
        for data in ["c:h", "c:l:m:0:0", "c:u:0:0:0", "c:f:0:公车", show.as_str()] {
            assert_eq!(stranger.forges(data).await, welcome, "{data}");
        }
        for data in ["c:l:z:0:0", "c:l:m:0:-1", "c:zz"] {
            let said = zhou.forges(data).await;
            assert!(!said.contains("公车私用"), "{said}");
            let line = format!("周俊哲 press {data} 0");
            assert!(town.attempts().await.contains(&line), "{line}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn the_items_of_units_are_for_whoever_answers_for_them() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let all = office.says("/items").await;
        assert!(all.starts_with("各单位 5项\n 🔴 21号"), "{all}");
        assert_eq!(
            office.presses("只看红灯").await.lines().next(),
            Some("各单位 逾期2项，共5项")
        );
        let county = office.says("/items 汪清县").await;
        assert!(county.starts_with("汪清县 2项\n 🔴 7号"), "{county}");
        assert!(county.ends_with("\n   汪清县春阳镇 周俊哲"), "{county}");
        assert_eq!(
            office.says("/items 春阳").await,
            "您能看的单位里没有“春阳”。\n请写全名称，如：/items 州委活动办"
        );
        assert!(office.says("/tasks").await.starts_with(NONE));
        assert!(office.presses("看各单位").await.starts_with("各单位 5项"));

        // Another county's office sees its own alone, and what it tries is on record.
        town.grants("陈善", Some("敦化市")).await;
        let chen = town.cadre("陈善").await;
        assert!(
            chen.says("/items")
                .await
                .starts_with("各单位 1项\n 🔴 21号")
        );
        let of_dunhua = chen.says("/items 额穆镇").await;
        assert!(of_dunhua.starts_with("敦化市额穆镇 1项"), "{of_dunhua}");
        assert_eq!(chen.says("/items 春阳镇").await, DENIED);
        let id = town
            .texts("SELECT 'c:u:' || id || ':0:0' FROM units WHERE path = '汪清县/春阳镇'")
            .await;
        assert_eq!(chen.forges(&id[0]).await, DENIED);
        assert_eq!(chen.forges("c:u:999999:0:0").await, DENIED);

        // A lead sees those that he leads; who answers for nothing is told so.
        let piao = town.cadre("朴涛芳").await;
        assert!(piao.says("/items").await.starts_with("我牵头 1项"));
        let lan = town.cadre("李兰").await;
        assert_eq!(lan.says("/items").await, DENIED);
        assert_eq!(lan.forges("c:u:0:0:0").await, DENIED);
        let attempts = town.attempts().await;
        for line in [
            "陈善 items 春阳镇 0",
            "陈善 items unit 999999 0",
            "李兰 items  0",
            "林静 items 汪清县 1",
        ] {
            assert!(
                attempts.iter().any(|one| one == line),
                "{line}: {attempts:?}"
            );
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn an_item_is_found_by_its_number_by_whoever_may_see_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        for said in ["/item 7", "/item 7号", "7号", "No. 7"] {
            let page = zhou.says(said).await;
            assert!(page.contains("公车私用"), "{said}: {page}");
        }
        assert_eq!(zhou.says("/item").await, "看哪一项？请写编号，如：/item 7");
        let missing = "没有找到77号。\n请核对编号，如：/item 7\n按内容找：/search 路灯";
        assert_eq!(zhou.says("77号").await, missing);

        // Of the same county he may know whose it is; of another he may not know that it is there.
        let (yang, gao) = (town.cadre("杨勇涛").await, town.cadre("高海").await);
        assert_eq!(
            yang.says("/item 7").await,
            "7号由汪清县春阳镇负责，您没有查看权限。\n如需查看，请联系县联络员。"
        );
        let nothing = "没有找到7号。\n请核对编号，如：/item 7\n按内容找：/search 路灯";
        assert_eq!(gao.says("/item 7").await, nothing);
        let attempts = town.attempts().await;
        assert!(
            attempts.contains(&"杨勇涛 item 7 0".to_owned()),
            "{attempts:?}"
        );

        // Units number their own: which is meant is asked.
        town.imports_items("7,路灯不亮,,,,敦化市/额穆镇,高海,三季度,,否\n")
            .await;
        assert!(gao.says("7号").await.contains("路灯不亮"));
        let office = town.office("林静").await;
        assert_eq!(
            office.says("/item 7").await,
            "7号有2项，请选一项：\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天\n   汪清县春阳镇 周俊哲\n \
             7号 路灯不亮 还剩211天\n   敦化市额穆镇 高海"
        );
        assert!(office.presses("7号 额穆镇").await.contains("路灯不亮"));
        town.closes().await;
    }
}
