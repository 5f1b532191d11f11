//! 承诺: what somebody promises of himself, and how its group comes to know.

use duban::domain::amount::Amount;
use duban::domain::campaign::{Campaign, Opener, Target};

use super::support::{Person, Town, bases};

const GROUP: i64 = -500;
const STALE: &str = "这个按钮已过时";

/// What is in the ledger that was made in chat.
const MADE: &str =
    "SELECT i.no || ' ' || i.content || ' ' || i.deadline || ' ' || i.responsible || ' ' || u.path
     || ' ' || c.name || ' ' || i.status FROM items i JOIN units u ON u.id = i.unit_id
     JOIN cadres c ON c.id = i.opened_by AND c.id = i.responsible_id ORDER BY i.id";

const PUBLISHED: &str = "SELECT i.no || ' ' || p.chat_id || ' ' || c.name FROM publications p
     JOIN items i ON i.id = p.item_id JOIN cadres c ON c.id = p.published_by ORDER BY p.id";

/// One of the campaign's kinds is one that everybody may open.
fn openly(campaign: &mut Campaign) {
    let mut kinds = campaign.kinds.iter_mut();
    if let Some(kind) = kinds.find(|kind| kind.id == "commitment") {
        kind.opened_by = Opener::Anybody;
    }
}

async fn town(base: super::support::Base) -> Town {
    Town::with(base, "2014-03-03 09:00", openly).await
}

/// 周俊哲 has promised something.
async fn promised(zhou: &Person<'_>) {
    zhou.says("/promise 6月底前为新光村修好路灯").await;
    let made = zhou.presses("我承诺").await;
    assert!(made.starts_with("✓ 已记下承诺 C1号"), "{made}");
}

#[tokio::test]
async fn one_line_makes_a_promise_and_two_questions_do_too() {
    for base in bases().await {
        let town = town(base).await;
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(
            zhou.says("/promise 6月底前为新光村修好路灯").await,
            "请确认您的承诺：\n为新光村修好路灯\n时限 6月30日 周一\n单位 汪清县春阳镇"
        );
        assert_eq!(town.texts(MADE).await, [""; 0], "not before he says yes");
        assert_eq!(
            zhou.presses("我承诺").await,
            "✓ 已记下承诺 C1号\n为新光村修好路灯\n时限 6月30日 周一"
        );
        assert_eq!(
            zhou.says("/promise").await,
            "您承诺做什么？什么时候做到？\n如“4月3日前修好村口路灯”。"
        );
        assert_eq!(
            zhou.says("帮两户老人收麦子").await,
            "帮两户老人收麦子\n什么时候做到？\n如“4月3日前”。"
        );
        assert_eq!(
            zhou.says("尽快").await,
            "没看懂是哪一天。请这样写：\n4月3日前"
        );
        assert_eq!(
            zhou.says("2月底前").await,
            "这一天已经过了，请写以后的日子，\n如“4月3日前”。"
        );
        zhou.says("7月中旬").await;
        zhou.presses("我承诺").await;
        // Numbers go on within a unit, and begin anew in another.
        let gao = town.cadre("高海").await;
        gao.says("/promise 4月底前走访五户").await;
        gao.presses("我承诺").await;
        assert_eq!(
            town.texts(MADE).await,
            [
                "C1 为新光村修好路灯 2014-06-30 周俊哲 汪清县/春阳镇 周俊哲 assigned",
                "C2 帮两户老人收麦子 2014-07-20 周俊哲 汪清县/春阳镇 周俊哲 assigned",
                "C1 走访五户 2014-04-30 高海 敦化市/额穆镇 高海 assigned",
            ],
            "{base:?}"
        );
        let events = "SELECT e.kind || ' ' || c.name FROM item_events e
            JOIN cadres c ON c.id = e.by_cadre ORDER BY e.id";
        assert_eq!(
            town.texts(events).await,
            ["assigned 周俊哲", "assigned 周俊哲", "assigned 高海"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_yes_counts_once_and_for_what_was_shown() {
    for base in bases().await {
        let town = town(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("/promise 6月底前修路灯").await;
        let (message, yes) = (
            zhou.last().expect("a question").message_id,
            zhou.data("我承诺"),
        );
        zhou.presses_hastily(message, &[&yes, &yes]).await;
        assert_eq!(town.texts(MADE).await.len(), 1, "{base:?}");

        // Another question since, a forged mark, one given up, and a week later.
        zhou.says("/promise 7月底前修桥").await;
        assert!(zhou.forges(&yes).await.starts_with(STALE));
        assert!(zhou.forges("b:c:1").await.starts_with(STALE));
        zhou.says("/promise 7月底前修桥").await;
        let no = zhou.data("我承诺");
        assert_eq!(zhou.presses("不承诺").await, "好的，没有改动。");
        assert!(zhou.forges(&no).await.starts_with(STALE));
        zhou.says("/promise 7月底前修桥").await;
        town.becomes("2014-03-10 09:00").await;
        assert!(zhou.presses("我承诺").await.starts_with(STALE));
        assert_eq!(town.texts(MADE).await.len(), 1, "{base:?}");
        // A leave said meanwhile is a leave.
        zhou.says("/promise").await;
        let leave = zhou.says("明天请假").await;
        assert!(!leave.contains("承诺"), "{leave}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_campaign_without_promises_says_so_and_whoever_is_exempt_is_told() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            for kind in &mut campaign.kinds {
                kind.opened_by = Opener::Office;
            }
        })
        .await;
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(
            zhou.says("/promise 6月底前修路灯").await,
            "本次活动没有设公开承诺。",
            "{base:?}"
        );
        town.closes().await;

        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            openly(campaign);
            let mut kinds = campaign.kinds.iter_mut();
            if let Some(kind) = kinds.find(|kind| kind.opened_by == Opener::Anybody) {
                kind.exempt = vec![Target {
                    rank: None,
                    with_trait: None,
                    sector: None,
                    unit: Some("汪清县".to_owned()),
                    person: None,
                    amount: Amount::ZERO,
                    at_least: None,
                }];
            }
        })
        .await;
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(
            zhou.says("/promise 6月底前修路灯").await,
            "按规定，您不用作公开承诺。"
        );
        assert!(zhou.forges("b:c:1").await.starts_with(STALE));
        assert_eq!(town.texts(MADE).await, [""; 0], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_promise_is_published_as_shown_and_once() {
    for base in bases().await {
        let town = town(base).await;
        town.sandbox.group(GROUP, "春阳镇工作群", true);
        let (lan, zhou) = (
            town.liaison("李兰", "汪清县/春阳镇").await,
            town.cadre("周俊哲").await,
        );
        promised(&zhou).await;
        assert_eq!(
            zhou.presses("在群里公布").await,
            "汪清县春阳镇还没有绑定群。\n请把我加进群，由联络员在群里发：\n/group 汪清县/春阳镇"
        );
        lan.says_in(GROUP, "/group").await;
        zhou.says("/promise").await;
        let mine = zhou.presses("我的承诺").await;
        assert_eq!(mine, "您的承诺 1项\n C1号 为新光村修好路灯 还剩119天");
        let preview = zhou.presses("公布C1号").await;
        let post =
            "公开承诺 C1号\n为新光村修好路灯\n承诺人 周俊哲\n单位 汪清县春阳镇\n时限 6月30日 周一";
        assert_eq!(preview, format!("将在群“春阳镇工作群”里发布：\n\n{post}"));
        assert!(
            town.sandbox
                .messages(GROUP)
                .iter()
                .all(|one| one.text != post)
        );
        let (message, send) = (
            zhou.last().expect("a preview").message_id,
            zhou.data("发布"),
        );
        assert_eq!(zhou.presses("发布").await, "✓ C1号已在群里公布。");
        let last = town.sandbox.last(GROUP).expect("a message");
        assert_eq!(last.text, post, "{base:?}");
        assert!(last.buttons.is_empty());
        assert_eq!(town.texts(PUBLISHED).await, ["C1 -500 周俊哲"]);

        // Again, in haste, and by the liaison: once a group.
        zhou.presses_hastily(message, &[&send, &send]).await;
        let already = "C1号3月3日 周一已公布，不再重发。";
        assert_eq!(zhou.reads(), already);
        let item = town.made().await;
        assert_eq!(lan.forges(&format!("b:p:{item}")).await, already);
        assert_eq!(town.texts(PUBLISHED).await.len(), 1, "{base:?}");
        let posts = town.sandbox.messages(GROUP);
        assert_eq!(posts.iter().filter(|one| one.text == post).count(), 1);
        assert!(zhou.forges("b:l").await.ends_with("\n   已公布"));
        town.closes().await;
    }
}

#[tokio::test]
async fn what_changed_since_the_preview_is_shown_anew() {
    for base in bases().await {
        let town = town(base).await;
        town.sandbox.group(GROUP, "群", true);
        let (lan, zhou) = (
            town.liaison("李兰", "汪清县/春阳镇").await,
            town.cadre("周俊哲").await,
        );
        lan.says_in(GROUP, "/group").await;
        promised(&zhou).await;
        zhou.presses("在群里公布").await;
        town.writes("UPDATE items SET content = '修桥' WHERE no = 'C1'")
            .await;
        let again = zhou.presses("发布").await;
        assert!(
            again.contains("修桥") && again.starts_with("将在群"),
            "{again}"
        );
        assert_eq!(town.texts(PUBLISHED).await, [""; 0], "{base:?}");
        assert_eq!(zhou.presses("不发布").await, "好的，没有改动。");
        assert_eq!(town.texts(PUBLISHED).await, [""; 0], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_else_publishes_it_and_nothing_else_is_published() {
    for base in bases().await {
        let town = town(base).await;
        town.sandbox.group(GROUP, "群", true);
        let (lan, zhou) = (
            town.liaison("李兰", "汪清县/春阳镇").await,
            town.cadre("周俊哲").await,
        );
        lan.says_in(GROUP, "/group").await;
        promised(&zhou).await;
        let made = zhou.data("在群里公布");
        let item = town.made().await;
        let refusal = "这一项不由您公布，没有改动。\n需要公布，请联系联络员。";
        // Of another county, with whatever bytes.
        let gao = town.liaison("高海", "敦化市/额穆镇").await;
        for data in [
            made.clone(),
            format!("b:p:{item}"),
            format!("b:y:{item}:0"),
            "b:p:999999".to_owned(),
            "b:u:1".to_owned(),
        ] {
            assert_eq!(gao.forges(&data).await, refusal, "{data}");
        }
        let refused = town.attempts().await;
        let refused = refused.iter().filter(|line| line.contains(" publish "));
        assert_eq!(refused.count(), 5, "{base:?}");
        for data in ["b:", "b:q", "b:y:1", "b:p:x"] {
            assert!(zhou.forges(data).await.starts_with(STALE), "{data}");
        }
        // His rectification is no promise; a stranger and a press in the group get nothing.
        let rows = town
            .texts("SELECT CAST(id AS TEXT) FROM items WHERE no = '12'")
            .await;
        let other = rows.first().expect("an item");
        assert_eq!(
            zhou.forges(&format!("b:p:{other}")).await,
            "这类事项不在群里公布。"
        );
        let stranger = town.phone(9, "过客");
        stranger.says("/start").await;
        stranger.forges(&format!("b:p:{item}")).await;
        town.writes("UPDATE items SET status = 'closed' WHERE no = 'C1'")
            .await;
        assert_eq!(zhou.forges(&made).await, "这一项已经办结，不用再公布。");
        assert_eq!(town.texts(PUBLISHED).await, [""; 0], "{base:?}");
        town.closes().await;
    }
}

impl Town {
    /// The row of the item that was made in chat.
    async fn made(&self) -> String {
        let rows = self
            .texts("SELECT CAST(id AS TEXT) FROM items WHERE opened_by IS NOT NULL ORDER BY id")
            .await;
        rows.into_iter().next().expect("an item")
    }
}
