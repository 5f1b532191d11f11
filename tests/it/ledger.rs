//! An item's page and its steps in chat: who may see it, what he may do, what becomes of it, who is told.

use duban::domain::campaign::{Campaign, Reviewer, Stage};
use duban::domain::grant::Role;
use duban::store::{cadre, grant, item, unit};

use super::support::{Person, Town, bases};

const GONE: &str = "没有这一项，没有改动。\n您的整改：/tasks";
const OWN: &str = "自己负责或送审的，要由别人审，\n没有改动。";
const NOT_HIS: &str = "这一步不由您办，没有改动。";

/// The data that opens the page of the item with that number.
async fn page_of(town: &Town, no: &str) -> String {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let all = item::page(&mut tx, duban::domain::ids::ItemId(0), 10_000)
        .await
        .expect("items");
    tx.commit().await.expect("an end");
    let found = all.iter().find(|row| row.no == no).expect("an item");
    format!("i:{}", found.id)
}

/// Somebody of the roster, linked, who is of the supervision group that has a unit.
async fn supervisor<'a>(town: &'a Town, name: &str, path: &str) -> Person<'a> {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let people = cadre::all(&mut tx).await.expect("people");
    let person = people.iter().find(|person| person.name == name);
    let unit = unit::by_path(&mut tx, path).await.expect("units");
    let now = town.books.clock.now();
    let who = person.expect("a person").id;
    grant::give(&mut tx, Role::Supervision, who, unit, now)
        .await
        .expect("a grant");
    tx.commit().await.expect("a commit");
    town.cadre(name).await
}

/// What happened to the item of number 21, by name.
async fn events(town: &Town) -> Vec<String> {
    town.texts(
        "SELECT e.kind FROM item_events e JOIN items i ON i.id = e.item_id
         WHERE i.no = '21' ORDER BY e.id",
    )
    .await
}

/// A superior looks at it, then the supervision group (S9).
fn two_links(campaign: &mut Campaign) {
    campaign.kinds[0].review = vec![Reviewer::Superior, Reviewer::Supervision];
}

#[tokio::test]
async fn a_page_shows_everything_and_exactly_what_may_be_done() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (gao, lin) = (town.cadre("高海").await, town.office("林静").await);
        let lead = town.cadre("朴涛芳").await;
        let page = page_of(&town, "21").await;
        let shown = "🔴 21号 信访积案未化解\n时限 2月20日 周四 已逾期11天\n待办理\n措施 领导包案\n\
                     单位 敦化市额穆镇\n牵头 朴涛芳\n责任人 高海\n进展 正在推进\n\n\
                     2月11日 周二 09:00 列入台账";
        assert_eq!(gao.forges(&page).await, shown);
        assert_eq!(
            gao.buttons(),
            ["已完成，送审", "说明进展", "补充材料", "历程"]
        );
        assert_eq!(lead.forges(&page).await, shown);
        assert_eq!(lead.buttons(), ["改派", "历程"]);
        assert_eq!(lin.forges(&page).await, shown);
        assert_eq!(lin.buttons(), ["改派", "取消此项", "补充材料", "历程"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn submitted_returned_and_signed_off_each_is_told() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (gao, lin) = (town.cadre("高海").await, town.office("林静").await);
        let lead = town.cadre("朴涛芳").await;
        let page = page_of(&town, "21").await;
        gao.forges(&page).await;
        let messages = town.sandbox.messages(gao.account).len();
        let sent = gao.presses("送审").await;
        assert!(
            sent.starts_with(
                "✓ 21号 已送审\n还可以发照片、文件，或写一句，\n附在这里，不发也行。\n\n21号"
            ),
            "{sent}"
        );
        assert!(sent.contains("\n待活动办审核\n"), "{sent}");
        // The page itself has become what it says now.
        assert_eq!(town.sandbox.messages(gao.account).len(), messages);
        assert_eq!(gao.buttons(), ["撤回送审", "补充材料", "历程"]);

        lin.forges(&page).await;
        assert_eq!(
            lin.buttons(),
            ["销号", "退回", "取消此项", "补充材料", "历程"]
        );
        let asked = lin.presses("退回").await;
        assert_eq!(
            asked,
            "退回 21号 信访积案未化解\n为什么？点下面，或直接写原因。"
        );
        let returned = lin.presses("没有整改到位").await;
        assert!(
            returned.starts_with("✓ 21号 已退回\n\n🔴 21号"),
            "{returned}"
        );
        assert!(returned.contains("\n已退回或重新督办1次\n"), "{returned}");
        assert!(
            returned.ends_with("林静 已退回：没有整改到位"),
            "{returned}"
        );

        town.becomes("2014-03-03 17:30").await;
        let told = gao.reads();
        assert!(
            told.contains("新消息 1条\n 21号 已退回：没有整改到位\n   信访积案未化解，林静"),
            "{told}"
        );
        let heard = lead.reads();
        assert!(heard.contains(" 21号 已送审\n"), "{heard}");
        // From the digest to the page, and the digest stays.
        let before = town.sandbox.messages(gao.account).len();
        gao.presses("看21号").await;
        assert_eq!(town.sandbox.messages(gao.account).len(), before + 1);
        gao.presses("送审").await;
        lin.forges(&page).await;
        let closed = lin.presses("销号").await;
        assert!(closed.starts_with("✓ 21号 已销号\n\n21号"), "{closed}");
        assert_eq!(lin.buttons(), ["重新督办", "历程"]);
        let history = lin.presses("历程").await;
        let lines: Vec<&str> = history.lines().collect();
        assert_eq!(lines[0], "21号的历程");
        assert_eq!(lines[1], "2月11日 周二 09:00 列入台账");
        assert!(lines[2].ends_with(" 高海 已送审"), "{history}");
        assert!(lines[5].ends_with(" 林静 已销号"), "{history}");
        assert!(lin.presses("返回").await.starts_with("21号"), "{base:?}");
        assert_eq!(
            events(&town).await,
            ["assigned", "submitted", "returned", "submitted", "approved"]
        );
        town.becomes("2014-03-04 17:30").await;
        assert!(gao.reads().contains(" 21号 已销号\n"), "{}", gao.reads());
        assert!(lead.reads().contains(" 21号 已销号\n"), "{}", lead.reads());
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_signs_off_his_own_work() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.kinds[0].review = vec![Reviewer::Lead];
        })
        .await;
        // He leads what he is responsible for; the office is itself responsible; whoever submitted.
        let zhou = town.cadre("周俊哲").await;
        let gao = town.office("高海").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        town.imports_items("50,没有责任人,,,,汪清县/春阳镇,,三季度,,否\n")
            .await;
        let mut pages = Vec::new();
        for (person, no) in [(&zhou, "7"), (&gao, "21"), (&lan, "50")] {
            let page = page_of(&town, no).await;
            person.forges(&page).await;
            let sent = person.presses("送审").await;
            assert!(sent.starts_with(&format!("✓ {no}号 已送审")), "{sent}");
            let offered = person.buttons();
            assert!(!offered.contains(&"销号".to_owned()), "{offered:?}");
            pages.push((person, page));
        }
        let before = town.record().await;
        for (person, page) in &pages {
            for verb in ["c", "c:2", "r"] {
                // On a fresh page each time: the same words twice would be no edit.
                person.forges(page).await;
                let refused = person.forges(&format!("{page}:{verb}")).await;
                assert!(
                    refused.starts_with(&format!("{OWN}\n\n"))
                        || refused.starts_with(&format!("{NOT_HIS}\n\n")),
                    "{} {verb}: {refused}",
                    person.name
                );
            }
        }
        assert_eq!(town.record().await, before);
        let tried = town.attempts().await;
        let id = pages[0].1.trim_start_matches("i:");
        assert!(tried.contains(&format!("周俊哲 approved item {id} 0")));
        assert_eq!(
            tried
                .iter()
                .filter(|line| line.contains("approved item"))
                .count(),
            6,
            "{tried:?}"
        );
        // Somebody else can.
        let lin = town.office("林静").await;
        lin.forges(&pages[0].1).await;
        assert!(lin.presses("销号").await.starts_with("✓ 7号 已销号"));
        town.closes().await;
    }
}

#[tokio::test]
async fn a_chain_is_gone_through_link_by_link_and_begins_anew_after_a_return() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", two_links).await;
        let gao = town.cadre("高海").await;
        let chen = town.liaison("陈善", "敦化市").await;
        let yang = supervisor(&town, "杨勇涛", "敦化市").await;
        let page = page_of(&town, "21").await;
        gao.forges(&page).await;
        gao.presses("送审").await;
        // Not the group's turn yet.
        let waits = yang.forges(&page).await;
        assert!(waits.contains("\n待上级单位审核 第1步/共2步\n"), "{waits}");
        assert_eq!(yang.buttons(), ["补充材料", "历程"]);
        chen.forges(&page).await;
        let passed = chen.presses("审核通过").await;
        assert!(passed.starts_with("✓ 21号 审核通过\n\n"), "{passed}");
        assert!(passed.contains("\n待督导组审核 第2步/共2步\n"), "{passed}");
        assert!(!chen.buttons().contains(&"审核通过".to_owned()));
        yang.forges(&page).await;
        yang.presses("退回").await;
        let returned = yang.says("积案没有化解").await;
        assert!(returned.starts_with("✓ 21号 已退回\n\n🔴"), "{returned}");
        assert!(returned.ends_with("已退回：积案没有化解"), "{returned}");

        gao.forges(&page).await;
        gao.presses("送审").await;
        let anew = yang.forges(&page).await;
        assert!(anew.contains("\n待上级单位审核 第1步/共2步\n"), "{anew}");
        chen.forges(&page).await;
        chen.presses("审核通过").await;
        yang.forges(&page).await;
        let closed = yang.presses("销号").await;
        assert!(closed.starts_with("✓ 21号 已销号\n\n"), "{closed}");
        town.becomes("2014-03-03 17:30").await;
        let told = gao.reads();
        for line in [
            " 21号 审核通过\n   信访积案未化解，陈善",
            " 21号 已退回：积案没有化解\n   信访积案未化解，杨勇涛",
            " 21号 已销号\n   信访积案未化解，杨勇涛",
        ] {
            assert!(told.contains(line), "{line} in {told}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn of_two_one_wins_and_the_other_is_told_what_happened() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", two_links).await;
        let gao = town.cadre("高海").await;
        let (lin, lan) = (town.office("林静").await, town.office("李兰").await);
        let page = page_of(&town, "21").await;
        gao.forges(&page).await;
        let done = gao.data("送审");
        let own = gao.last().expect("a page").message_id;
        gao.presses_hastily(own, &[&done, &done]).await;
        assert!(
            gao.reads()
                .starts_with("您看过之后已有变动，没有改动：\n3月3日 周一 09:"),
            "{}",
            gao.reads()
        );
        assert_eq!(events(&town).await, ["assigned", "submitted"]);

        // The office stands in for both links: a finger that slips does not pass the second.
        lan.forges(&page).await;
        lin.forges(&page).await;
        let (pass, back) = (lin.data("审核通过"), lan.data("退回"));
        let message = lin.last().expect("a page").message_id;
        lin.presses_hastily(message, &[&pass, &pass]).await;
        assert_eq!(
            events(&town).await,
            ["assigned", "submitted", "approved"],
            "{base:?}"
        );
        let late = lan.forges(&back).await;
        assert!(
            late.starts_with("您看过之后已有变动，没有改动：\n3月3日 周一 09:"),
            "{late}"
        );
        assert!(late.contains(" 林静 审核通过\n\n"), "{late}");
        assert!(lan.buttons().contains(&"销号".to_owned()));

        // A week later, when it has been returned and submitted again.
        let old = lan.data("销号");
        lin.forges(&page).await;
        lin.presses("退回").await;
        lin.presses("材料不足").await;
        town.becomes("2014-03-10 09:00").await;
        gao.forges(&page).await;
        gao.presses("送审").await;
        let stale = lan.forges(&old).await;
        assert!(stale.contains(" 高海 已送审\n\n"), "{stale}");
        assert_eq!(events(&town).await.len(), 5);
        town.closes().await;
    }
}

#[tokio::test]
async fn who_has_nothing_to_do_with_it_sees_nothing_and_it_is_on_record() {
    for base in bases().await {
        let town = Town::on(base).await;
        let cui = town.liaison("崔梅晨", "延吉市").await;
        let chen = town.cadre("陈善").await;
        let gao = town.cadre("高海").await;
        let stranger = town.phone(99, "生人");
        stranger.says("/start").await;
        let page = page_of(&town, "7").await;
        let before = town.record().await;
        let hidden = "7号由汪清县负责，\n您没有查看权限。如需查看，\n请联系汪清县联络员。";
        for person in [&cui, &chen, &gao] {
            for rest in ["", ":s", ":c", ":c:1", ":r:1:e", ":H:1", ":E", ":A", ":e"] {
                let said = person.forges(&format!("{page}{rest}")).await;
                assert_eq!(said, hidden, "{} {rest}", person.name);
            }
            assert_eq!(person.forges("i:999999").await, GONE);
            assert_eq!(person.forges("i:-1:c").await, GONE);
            let stale = person.forges(&format!("{page}:?")).await;
            assert!(stale.starts_with("这个按钮已过时"), "{stale}");
        }
        assert!(stranger.forges(&page).await.contains("登记码"));
        assert_eq!(town.record().await, before);
        let tried = town.attempts().await;
        let id = page.trim_start_matches("i:");
        for action in ["see", "submitted", "approved", "returned", "evidence"] {
            let line = format!("崔梅晨 {action} item {id} 0");
            assert!(tried.contains(&line), "{line}: {tried:?}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn stages_are_said_at_one_tap_and_progress_in_words() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.kinds[0].stages = vec![Stage::Accept, Stage::Begin];
        })
        .await;
        let gao = town.cadre("高海").await;
        let lead = town.cadre("朴涛芳").await;
        let page = page_of(&town, "21").await;
        assert!(gao.forges(&page).await.contains("\n待接收\n"));
        let taken = gao.presses("接收").await;
        assert!(taken.starts_with("✓ 21号 已接收\n\n🔴 21号"), "{taken}");
        let begun = gao.presses("开始办理").await;
        assert!(begun.contains("\n正在办理\n"), "{begun}");
        let asked = gao.presses("说明进展").await;
        assert_eq!(
            asked,
            "进展 21号 信访积案未化解\n办到哪一步了？请写一两句，\n如“已清退2辆，还剩1辆”。"
        );
        let told = gao.says("=已约谈3次").await;
        assert!(told.starts_with("✓ 21号 说明进展\n\n"), "{told}");
        assert!(told.contains("\n进展 已约谈3次\n"), "{told}");
        // A command is no answer, nor is what comes after a button.
        gao.forges(&page).await;
        gao.presses("说明进展").await;
        gao.says("/me").await;
        let said = gao.says("半天").await;
        assert!(said.starts_with("✓ 3月3日 周一 半天"), "{said}");
        gao.forges(&page).await;
        gao.presses("说明进展").await;
        gao.presses("返回").await;
        let said = gao.says("昨天2学时").await;
        assert!(said.starts_with("✓ 3月2日 周日 2学时"), "{said}");

        // What cannot be done where it stands is said, with what can.
        let refused = gao.forges(&format!("{page}:a")).await;
        assert!(
            refused.starts_with("您看过之后已有变动，没有改动：\n"),
            "{refused}"
        );
        let refused = gao.forges(&format!("{page}:g")).await;
        assert!(refused.starts_with(&format!("{NOT_HIS}\n\n")), "{refused}");
        assert_eq!(
            gao.buttons(),
            ["已完成，送审", "说明进展", "补充材料", "历程"]
        );
        let progress = "SELECT progress FROM items WHERE no = '21'";
        assert_eq!(town.texts(progress).await, ["已约谈3次"]);
        assert_eq!(
            events(&town).await,
            ["assigned", "accepted", "begun", "reported"]
        );
        town.becomes("2014-03-03 17:30").await;
        // That it was taken on and begun is no news; how far it is, is.
        let heard = lead.reads();
        assert!(
            heard.contains("新消息 1条\n 21号 说明进展：已约谈3次\n   信访积案未化解，高海"),
            "{heard}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn an_extension_is_granted_at_one_tap_or_refused_with_a_reason() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.kinds[0].extensions = 2;
        })
        .await;
        let (gao, lin) = (town.cadre("高海").await, town.office("林静").await);
        let page = page_of(&town, "21").await;
        let ask = "UPDATE items SET extension_to = '2014-07-15', extension_why = '资金未到位',
                   extensions = 1 WHERE no = '21'";
        town.writes(ask).await;
        let shown = lin.forges(&page).await;
        assert!(
            shown.contains("\n申请延期到 7月15日 周二\n原因 资金未到位\n"),
            "{shown}"
        );
        lin.presses("不同意延期").await;
        let refused = lin.presses("能按期完成").await;
        assert!(refused.starts_with("✓ 21号 不同意延期\n\n"), "{refused}");
        assert!(
            refused.ends_with("林静 不同意延期：能按期完成"),
            "{refused}"
        );
        town.writes(ask).await;
        lin.forges(&page).await;
        let granted = lin.presses("同意延期").await;
        assert!(granted.contains("\n时限 7月15日 周二"), "{granted}");
        let late = lin.forges(&format!("{page}:g")).await;
        assert!(late.contains("林静 已同意延期"), "{late}");
        let deadline = "SELECT deadline FROM items WHERE no = '21'";
        assert_eq!(town.texts(deadline).await, ["2014-07-15"]);
        town.becomes("2014-03-03 17:30").await;
        let told = gao.reads();
        assert!(
            told.contains(" 21号 不同意延期：能按期完成\n")
                && told.contains(" 21号 已同意延期到 7月15日 周二\n"),
            "{told}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn the_office_cancels_with_a_reason_and_reopens_what_came_back() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (gao, lin) = (town.cadre("高海").await, town.office("林静").await);
        let page = page_of(&town, "21").await;
        gao.forges(&page).await;
        gao.presses("送审").await;
        lin.forges(&page).await;
        lin.presses("销号").await;
        lin.presses("重新督办").await;
        let reopened = lin.presses("群众有反映").await;
        assert!(reopened.starts_with("✓ 21号 重新督办\n\n🔴"), "{reopened}");
        let asked = lin.presses("取消此项").await;
        assert_eq!(
            asked,
            "取消 21号 信访积案未化解\n为什么？请直接写原因，\n如“与12号重复”。"
        );
        // Only signs that are kept for buttons: no reason.
        let empty = lin.says("==").await;
        assert!(empty.starts_with("请写明原因，没有改动。\n\n"), "{empty}");
        lin.presses("取消此项").await;
        let cancelled = lin.says("与12号重复").await;
        assert!(
            cancelled.starts_with("✓ 21号 已取消\n\n21号"),
            "{cancelled}"
        );
        let stands = "SELECT status || ' ' || stage FROM items WHERE no = '21'";
        assert_eq!(town.texts(stands).await, ["closed cancelled"]);
        let over = gao.forges(&format!("{page}:s")).await;
        assert!(over.contains("林静 已取消：与12号重复\n\n"), "{over}");
        assert_eq!(gao.buttons(), ["历程"]);
        town.closes().await;
    }
}
