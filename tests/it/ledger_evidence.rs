//! Evidence of an item: asked for, sent in answer to its page, looked at, and by whom not.

use duban::domain::campaign::{Campaign, Evidence};
use duban::store::item;

use super::support::{Town, bases};

const ATTACHED: &str = "✓ 已附材料，共1份\n21号 信访积案未化解";

async fn page_of(town: &Town, no: &str) -> String {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let all = item::page(&mut tx, duban::domain::ids::ItemId(0), 10_000)
        .await
        .expect("items");
    tx.commit().await.expect("an end");
    let found = all.iter().find(|row| row.no == no).expect("an item");
    format!("i:{}", found.id)
}

/// What stands behind items: number, kind, words, from whom.
async fn kept(town: &Town) -> Vec<String> {
    town.texts(
        "SELECT i.no || ' ' || v.kind || ' ' || v.words || ' ' || c.name
         FROM evidence v JOIN items i ON i.id = v.item_id
         JOIN cadres c ON c.id = v.by_cadre ORDER BY v.id",
    )
    .await
}

fn needed(campaign: &mut Campaign) {
    campaign.kinds[0].evidence = Evidence::Needed;
    campaign.limits.most_evidence = 3;
}

#[tokio::test]
async fn what_is_needed_is_asked_for_and_then_it_can_be_sent_for_review() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", needed).await;
        let (gao, lin) = (town.cadre("高海").await, town.office("林静").await);
        let page = page_of(&town, "21").await;
        let shown = gao.forges(&page).await;
        assert!(shown.contains("\n缺材料，附上后才能送审\n"), "{shown}");
        assert_eq!(gao.buttons(), ["说明进展", "补充材料", "历程"]);
        // The button of a reminder, or of a week ago.
        let refused = gao.forges(&format!("{page}:s")).await;
        assert!(
            refused.starts_with(
                "要有材料才能送审，没有送审。\n请发照片、文件、语音，\n或写一句，如“已清退2辆”。\n\n🔴 21号"
            ),
            "{refused}"
        );
        let digest = format!("d:{}", page.trim_start_matches("i:"));
        gao.says("/me").await;
        let refused = gao.forges(&digest).await;
        assert!(refused.starts_with("要有材料才能送审，没有送审。\n"));
        assert_eq!(gao.sends_photo("协议书").await, ATTACHED);
        assert_eq!(kept(&town).await, ["21 photo 协议书 高海"]);
        let shown = gao.presses("看21号").await;
        assert!(shown.contains("\n材料1份\n"), "{shown}");
        gao.presses("送审").await;

        // Whoever reviews it looks at it, which is on record, and may add to it.
        lin.forges(&page).await;
        let piece = lin.presses("看材料 1").await;
        assert_eq!(piece, "材料 1/1 21号 信访积案未化解\n协议书");
        let id = page.trim_start_matches("i:");
        let tried = town.attempts().await;
        assert_eq!(tried.last(), Some(&format!("林静 evidence item {id} 1")));
        lin.forges(&format!("{page}:A")).await;
        assert_eq!(
            lin.reads(),
            "请发照片、文件、语音，或转发消息，\n附在 21号 信访积案未化解\n材料1份"
        );
        let words = lin.says("回访过，属实").await;
        assert!(words.starts_with("✓ 已附材料，共2份\n"), "{words}");
        town.closes().await;
    }
}

#[tokio::test]
async fn it_is_sent_in_answer_to_a_page_and_an_amount_is_an_amount_all_the_same() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", needed).await;
        let gao = town.cadre("高海").await;
        let page = page_of(&town, "21").await;
        gao.forges(&page).await;
        let message = gao.last().expect("a page").message_id;
        gao.says("半天").await;
        // What was recorded last is what a picture belongs to, but for an answer to the page.
        let loose = gao.sends_photo("会场").await;
        assert!(loose.ends_with("半天（4学时）"), "{loose}");
        let photo = b"a".to_vec();
        let reply = gao.does(|sandbox, me| sandbox.reply_photo(me, me, message, photo));
        assert_eq!(reply.await, ATTACHED);
        let more = gao.sends_photo("第二张").await;
        assert!(more.starts_with("✓ 已附材料，共2份\n21号"), "{more}");
        let passed_on = gao.does(|sandbox, me| sandbox.forward(me, me, "已签协议"));
        assert!(passed_on.await.starts_with("✓ 已附材料，共3份\n21号"));
        let full = gao.sends_photo("第四张").await;
        assert!(full.starts_with("21号 信访积案未化解\n"), "{full}");
        assert!(full.ends_with("一条最多附3份。"), "{full}");
        // A picture while progress is asked for belongs to the item, and the question waits on.
        town.writes("DELETE FROM evidence WHERE item_id IS NOT NULL AND kind = 'text'")
            .await;
        gao.forges(&page).await;
        gao.presses("说明进展").await;
        let picture = gao.sends_photo("第三张").await;
        assert!(picture.starts_with("✓ 已附材料，共3份\n21号"), "{picture}");
        let told = gao.says("已签2份").await;
        assert!(told.starts_with("✓ 21号 说明进展\n\n"), "{told}");
        gao.forges(&format!("{page}:A")).await;
        let said = gao.says("昨天2学时").await;
        assert!(said.starts_with("✓ 3月2日 周日 2学时"), "{said}");
        assert_eq!(kept(&town).await.len(), 3);
        town.closes().await;
    }
}

#[tokio::test]
async fn an_album_is_answered_once() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", needed).await;
        let gao = town.cadre("高海").await;
        let page = page_of(&town, "21").await;
        gao.forges(&format!("{page}:A")).await;
        let before = gao.heard();
        let three = vec![b"1".to_vec(), b"2".to_vec(), b"3".to_vec()];
        gao.does(|sandbox, me| sandbox.send_album(me, me, three, "现场"))
            .await;
        assert_eq!(gao.heard() - before, 1, "{base:?}");
        assert_eq!(gao.reads(), "✓ 这组材料已附上\n21号 信访积案未化解");
        assert_eq!(kept(&town).await.len(), 3);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_adds_or_sees_what_is_not_his_and_what_is_over_is_over() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", needed).await;
        let gao = town.cadre("高海").await;
        let lead = town.cadre("朴涛芳").await;
        let cui = town.liaison("崔梅晨", "延吉市").await;
        let page = page_of(&town, "21").await;
        gao.forges(&format!("{page}:A")).await;
        gao.sends_photo("协议书").await;
        let before = kept(&town).await;
        // A lead who does not review it sees it, and no more.
        lead.forges(&page).await;
        assert_eq!(lead.buttons(), ["改派", "看材料 1", "历程"]);
        let refused = lead.forges(&format!("{page}:A")).await;
        assert!(
            refused.starts_with("这一步不由您办，没有改动。\n\n"),
            "{refused}"
        );
        for rest in [":A", ":E"] {
            let hidden = cui.forges(&format!("{page}{rest}")).await;
            assert!(hidden.starts_with("21号由敦化市负责，\n"), "{hidden}");
        }
        let id = page.trim_start_matches("i:");
        let tried = town.attempts().await;
        for name in ["朴涛芳", "崔梅晨"] {
            assert!(tried.contains(&format!("{name} evidence item {id} 0")));
        }
        // Asked for while it was open, sent when it is over.
        let lin = town.office("林静").await;
        gao.forges(&page).await;
        gao.presses("送审").await;
        lin.forges(&page).await;
        lin.presses("销号").await;
        let late = gao.sends_photo("又一张").await;
        assert!(
            late.starts_with("现在不能这样办，没有改动。\n\n21号"),
            "{late}"
        );
        assert_eq!(kept(&town).await, before);
        town.closes().await;
    }
}
