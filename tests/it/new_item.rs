//! A new item made in chat: in one line or step by step, by whoever may, once.

use duban::domain::campaign::{Campaign, Opener};

use super::support::{Person, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const OVER: &str = "这一步已经过了，没有再立项。\n您的整改：/tasks\n另立一项：/new";
const NOT_YOURS: &str = "这个单位的这一类不由您立项。\n如需立项，请联系活动办。";

/// One kind, which carers open.
fn one_kind(campaign: &mut Campaign) {
    campaign.kinds.truncate(1);
    campaign.kinds[0].opened_by = Opener::Carer;
}

/// What was made in chat: number, unit, content, lead, responsible, deadline, by whom.
async fn made(town: &Town) -> Vec<String> {
    town.texts(
        "SELECT i.no || ' ' || u.path || ' ' || i.content || ' ' || i.lead_name || '/' || i.responsible
         || ' ' || i.deadline_kind || COALESCE(' ' || i.deadline, '') || ' ' || c.name || ' ' || e.kind
         FROM items i JOIN units u ON u.id = i.unit_id JOIN cadres c ON c.id = i.opened_by
         JOIN item_events e ON e.item_id = i.id ORDER BY i.id, e.id",
    )
    .await
}

/// The newest message and what its button holds.
fn button(person: &Person<'_>, label: &str) -> (i64, String) {
    let message = person.last().expect("a message").message_id;
    (message, person.data(label))
}

#[tokio::test]
async fn one_line_is_shown_and_then_opened_once() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", one_kind).await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let zhou = town.cadre("周俊哲").await;
        let preview = lan.says("/new 春阳镇 会议多、文件多 6月底前 周俊哲").await;
        assert_eq!(
            preview,
            "请核对，确认后立项：\n整改：会议多、文件多\n责任单位 汪清县春阳镇\n时限 6月30日 周一\n责任人 周俊哲"
        );
        assert_eq!(lan.buttons(), ["立项", "加牵头领导", "不立了"]);
        assert_eq!(made(&town).await, [""; 0], "nothing before it is confirmed");
        let (message, open) = button(&lan, "立项");
        lan.presses_hastily(message, &[&open, &open]).await;
        assert_eq!(lan.reads(), OVER);
        lan.presses_hastily(message, &[&open]).await;
        assert_eq!(lan.reads(), OVER);
        assert_eq!(
            made(&town).await,
            ["R1 汪清县/春阳镇 会议多、文件多 /周俊哲 date 2014-06-30 李兰 assigned"]
        );
        let attempts = town.attempts().await;
        assert!(
            attempts.contains(&"李兰 new 春阳镇 会议多、文件多 6月底前 周俊哲 1".to_owned()),
            "{attempts:?}"
        );

        // Who has to do it hears of it with what he is told anyway, and finds it.
        town.becomes("2014-03-03 17:30").await;
        let told = zhou.reads();
        assert!(
            told.contains("\n R1号 会议多、文件多 时限 6月30日 周一\n   李兰交您办理"),
            "{told}"
        );
        assert!(zhou.says("R1号").await.contains("会议多、文件多"));
        town.closes().await;
    }
}

#[tokio::test]
async fn step_by_step_each_question_takes_a_button_or_words() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            for kind in &mut campaign.kinds {
                kind.opened_by = Opener::Carer;
            }
        })
        .await;
        let lin = town.office("林静").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let kinds = lin.says("/new").await;
        assert_eq!(kinds, "立哪一类？");
        assert!(
            lin.says("没有这样的")
                .await
                .starts_with("没有这一类，请点下面的按钮。\n")
        );
        let unit = "由哪个单位负责？可选，也可写名称。";
        assert_eq!(lin.presses("整改").await, unit);
        assert_eq!(
            lin.says("春阴镇").await,
            format!("您能立项的单位里没有“春阴镇”。\n{unit}")
        );
        let content = lin.says("春阳镇").await;
        assert!(content.starts_with("要办什么事？"), "{content}");
        let long = lin.says(&"长".repeat(301)).await;
        assert!(long.starts_with("太长了，最多写300个字。\n"), "{long}");
        let deadline = lin.says("路灯不亮").await;
        assert!(
            deadline.starts_with("什么时候完成？可选，也可写：4月3日前\n"),
            "{deadline}"
        );
        for (said, answer) in [
            ("过几天", "没看懂时限。请这样写：4月3日前、2周\n"),
            ("2月底前", "2月28日 周五已经过了。\n"),
        ] {
            let answered = lin.says(said).await;
            assert!(answered.starts_with(answer), "{answered}");
        }
        let whom = lin.presses("2周").await;
        assert!(whom.starts_with("由谁负责？可选，也可写姓名。\n"), "{whom}");
        let nobody = lin.says("高海").await;
        assert!(nobody.starts_with("该单位名册上没有“高海”。\n"), "{nobody}");
        let preview = lin.presses("不指定个人").await;
        assert!(
            preview.ends_with("\n时限 3月17日 周一\n没有指定责任人，由单位联络员负责。"),
            "{preview}"
        );
        let lead = lin.presses("加牵头领导").await;
        assert!(lead.starts_with("由谁牵头？"), "{lead}");
        lin.says("杨勇涛").await;
        let opened = lin.presses("立项").await;
        assert!(opened.starts_with("✓ 已立项 R1号\n"), "{opened}");
        assert!(
            opened.ends_with("\n将在下次提醒中告知2人。\n查看请发：R1号"),
            "{opened}"
        );
        assert_eq!(
            made(&town).await,
            ["R1 汪清县/春阳镇 路灯不亮 杨勇涛/ date 2014-03-17 林静 assigned"]
        );
        assert!(lan.says("/tasks").await.contains("R1号 路灯不亮"));
        town.becomes("2014-03-03 17:30").await;
        assert!(lan.reads().contains("R1号 路灯不亮"), "{}", lan.reads());
        town.closes().await;
    }
}

#[tokio::test]
async fn two_of_a_name_are_asked_about() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", one_kind).await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        town.writes(
            "UPDATE cadres SET name = '周俊哲',
             unit_id = (SELECT id FROM units WHERE path = '汪清县/春阳镇') WHERE name = '高海'",
        )
        .await;
        let which = lan.says("/new 路灯不亮 6月底前 周俊哲").await;
        assert!(
            which.starts_with("叫“周俊哲”的不止一人，请选一位。\n"),
            "{which}"
        );
        assert_eq!(lan.buttons()[..2], ["周俊哲 镇长", "周俊哲 副镇长"]);
        let preview = lan.presses("周俊哲 副镇长").await;
        assert!(preview.ends_with("\n责任人 周俊哲"), "{preview}");
        lan.presses("立项").await;
        let posts = "SELECT c.post FROM items i JOIN cadres c ON c.id = i.responsible_id
                     WHERE i.no = 'R1'";
        assert_eq!(town.texts(posts).await, ["副镇长"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn anybody_may_open_what_is_his_own_to_promise() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.kinds.truncate(1);
            campaign.kinds[0].opened_by = Opener::Anybody;
        })
        .await;
        let gao = town.cadre("高海").await;
        let preview = gao.says("/new 为村里修好路灯 6月底前").await;
        assert!(
            preview.ends_with("\n责任单位 敦化市额穆镇\n时限 6月30日 周一\n责任人 高海"),
            "{preview}"
        );
        // For somebody else it is not his to open.
        let stamp = gao.data("立项").replace(":g", "");
        let other = town
            .texts("SELECT ':w:' || id FROM cadres WHERE name = '朴涛芳'")
            .await;
        let forged = format!("{stamp}{}", other[0]);
        assert_eq!(gao.forges(&forged).await, NOT_YOURS);
        gao.says("/new 为村里修好路灯 6月底前").await;
        gao.presses("立项").await;
        assert_eq!(
            made(&town).await,
            ["R1 敦化市/额穆镇 为村里修好路灯 /高海 date 2014-06-30 高海 assigned"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn who_may_not_is_refused_whatever_the_button_says() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", one_kind).await;
        let gao = town.cadre("高海").await;
        assert_eq!(gao.says("/new 额穆镇 路灯不亮 6月底前").await, DENIED);
        assert_eq!(gao.forges("c:b").await, DENIED);
        assert_eq!(gao.forges("c:n:1:g").await, OVER);
        let stranger = town.phone(5, "路人");
        assert_eq!(stranger.says("/new 路灯不亮").await, DENIED);
        assert!(stranger.forges("c:n:1:g").await.starts_with("请发来"));

        // Another county's office opens nothing here, nor for people who are not of the unit.
        town.grants("陈善", Some("敦化市")).await;
        let chen = town.cadre("陈善").await;
        let said = chen.says("/new 春阳镇 路灯不亮 6月底前 周俊哲").await;
        assert!(
            said.starts_with("您能立项的单位里没有“春阳镇”。\n"),
            "{said}"
        );
        let (message, up) = button(&chen, "不立了");
        let stamp = up.trim_end_matches(":x").to_owned();
        let foreign = town
            .texts("SELECT ':u:' || id FROM units WHERE path = '汪清县/春阳镇'")
            .await;
        for data in [
            foreign[0].as_str(),
            ":u:999999",
            ":k:7",
            ":w:1",
            ":l:999999",
        ] {
            let answer = chen.forges_on(message, &format!("{stamp}{data}")).await;
            assert_eq!(answer, NOT_YOURS, "{data}");
        }
        // What was begun goes on all the same.
        chen.says("额穆镇").await;
        let zhou = town
            .texts("SELECT ':w:' || id FROM cadres WHERE name = '周俊哲'")
            .await;
        let answer = chen
            .forges_on(message, &format!("{stamp}{}", zhou[0]))
            .await;
        assert_eq!(answer, NOT_YOURS);
        chen.says("高海").await;
        assert!(chen.presses("立项").await.starts_with("✓ 已立项 R1号\n"));
        assert_eq!(
            made(&town).await,
            ["R1 敦化市/额穆镇 路灯不亮 /高海 date 2014-06-30 陈善 assigned"]
        );
        let attempts = town.attempts().await;
        for line in [
            "高海 new 额穆镇 路灯不亮 6月底前 0",
            "高海 new  0",
            "陈善 new unit 0 0",
        ] {
            assert!(attempts.contains(&line.to_owned()), "{line}: {attempts:?}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_stale_preview_opens_nothing() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", one_kind).await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        lan.says("/new 春阳镇 路灯不亮 6月底前 周俊哲").await;
        let (old_message, old) = button(&lan, "立项");
        lan.says("/new 春阳镇 公路破损 6月底前 周俊哲").await;
        let (message, open) = button(&lan, "立项");
        assert_eq!(lan.forges_on(old_message, &old).await, OVER);
        assert_eq!(made(&town).await, [""; 0]);

        // He is liaison no more when he presses the newer one.
        town.liaison_no_more("李兰", "汪清县/春阳镇").await;
        assert_eq!(lan.forges_on(message, &open).await, NOT_YOURS);
        town.makes_liaison("李兰", "汪清县/春阳镇").await;

        lan.says("/new 春阳镇 公路破损 6月底前 周俊哲").await;
        assert_eq!(lan.presses("不立了").await, "好，没有立项。");
        lan.says("/new 春阳镇 公路破损 6月底前 周俊哲").await;
        let (message, open) = button(&lan, "立项");
        town.becomes("2014-03-10 09:00").await;
        assert_eq!(lan.forges_on(message, &open).await, OVER);
        // A command ends what was begun.
        lan.says("/new 春阳镇 公路破损 6月底前 周俊哲").await;
        let (message, open) = button(&lan, "立项");
        lan.says("/me").await;
        assert_eq!(lan.forges_on(message, &open).await, OVER);
        assert_eq!(made(&town).await, [""; 0]);
        town.closes().await;
    }
}
