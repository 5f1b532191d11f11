//! What waits for a carer: confirmed or returned with one tap, by one pair of eyes that is not the writer's
//! own, and never what the carer has not seen.

use chrono::NaiveTime;
use duban::domain::campaign::{Campaign, Evidence};

use super::support::{Person, Town, bases};

const HALF: &str = "2月10日 周一 半天（4学时）";
const OWN: &str = "自己记的不能自己审，没有改动。\n由别的联络员或活动办审。";
const NOT_YOURS: &str = "这条不由您审，没有改动。\n待您审的：/pending";
const EMPTY: &str = "没有待审的记录。";
const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";

impl Town {
    /// What became of entries: entry, event, by whom, why.
    async fn decisions(&self) -> Vec<String> {
        self.texts(
            "SELECT w.entry_id || ' ' || w.kind || ' ' || c.name || ' ' || w.reason
             FROM entry_events w JOIN cadres c ON c.id = w.by_cadre ORDER BY w.id",
        )
        .await
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
    }

    /// What people are to be told in their next digest.
    async fn news(&self) -> Vec<String> {
        self.texts("SELECT c.name || ' ' || n.news FROM news n JOIN cadres c ON c.id = n.cadre_id ORDER BY n.id")
            .await
    }
}

impl Person<'_> {
    /// Records half a day of a day long ago, which waits.
    async fn is_late(&self, day: &str) {
        let said = self.says(&format!("{day}半天")).await;
        assert!(said.contains("联络员确认后计入"), "{said}");
    }

    async fn sum(&self) -> String {
        let me = self.says("/me").await;
        let line = me.lines().find(|line| line.contains("集中学习"));
        line.unwrap_or_default().to_owned()
    }
}

#[tokio::test]
async fn a_late_entry_counts_with_one_tap_of_the_liaison_and_is_told() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, lan) = (
            town.cadre("周俊哲").await,
            town.liaison("李兰", "汪清县/春阳镇").await,
        );
        assert_eq!(lan.says("/pending").await, EMPTY);
        zhou.is_late("2月10日").await;
        zhou.sends_photo("会场").await;
        assert!(zhou.sum().await.contains("0/5天"), "{}", zhou.reads());

        let queue = lan.says("/pending").await;
        assert_eq!(
            queue,
            format!("待审 1条\n1. 周俊哲 {HALF}\n    补记，离今天较远 材料1份")
        );
        assert_eq!(lan.buttons(), ["1", "全部确认 1条"]);
        let card = lan.presses("1").await;
        assert_eq!(
            card,
            format!(
                "1/1 周俊哲，汪清县春阳镇 镇长\n{HALF}\n补记，离今天较远\n原话：2月10日半天\n材料1份"
            )
        );
        assert_eq!(lan.buttons(), ["确认", "退回", "看材料 1"]);
        let (card, confirm) = (lan.last().expect("a card").message_id, lan.data("确认"));
        let answer = lan.presses("确认").await;
        assert_eq!(
            answer,
            format!("✓ 已确认 周俊哲 {HALF}\n\n待审的都看完了。")
        );
        assert!(
            zhou.sum().await.contains("0.5/5天"),
            "{base:?}: it counts at once"
        );
        assert_eq!(town.decisions().await, ["1 confirmed 李兰"]);
        let news = town.news().await;
        let told = "\"news\":\"decided\",\"entry\":1,\"duty\":\"study\",\"on\":\"2014-02-10\",\
                    \"amount\":4000,\"counts\":true,\"reason\":\"\",\"by\":\"李兰\"";
        assert!(
            news.len() == 1 && news[0].starts_with("周俊哲") && news[0].contains(told),
            "{news:?}"
        );

        // The same button a week later.
        town.becomes("2014-03-10 09:00").await;
        let again = lan.forges_on(card, &confirm).await;
        assert_eq!(again, format!("周俊哲 {HALF}\n李兰 已确认，不用再审。"));
        assert_eq!(town.decisions().await.len(), 1);
        assert_eq!(town.news().await.len(), 1);
        assert_eq!(
            lan.says("/pending 3").await,
            "这个命令后面不用写别的。\n请只发 /pending"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn of_two_liaisons_at_once_one_wins_and_the_other_is_told_by_whom() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let yang = town.liaison("杨勇涛", "汪清县").await;
        zhou.is_late("2月10日").await;
        for liaison in [&lan, &yang] {
            liaison.says("/pending").await;
            liaison.presses("1").await;
        }
        let (yes, no) = (
            lan.data("确认"),
            yang.data("确认").replace("h:y:", "h:b:") + ":u",
        );
        town.passes(1);
        let at = |person: &Person<'_>| person.last().expect("a card").message_id;
        town.sandbox.forge(lan.account, lan.account, at(&lan), &yes);
        town.sandbox
            .forge(yang.account, yang.account, at(&yang), &no);
        town.settles().await;
        let decisions = town.decisions().await;
        assert_eq!(decisions.len(), 1, "{base:?}: {decisions:?}");
        let (winner, loser, what) = if decisions[0].contains("李兰") {
            ("李兰", &yang, "已确认")
        } else {
            ("杨勇涛", &lan, "已退回")
        };
        assert_eq!(
            loser.reads(),
            format!("周俊哲 {HALF}\n{winner} {what}，不用再审。")
        );
        assert_eq!(town.news().await.len(), 1);
        town.closes().await;
    }
}

#[tokio::test]
async fn all_at_once_confirms_what_was_shown_and_nothing_that_came_since() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        // Counts at once, and has the lowest number of all.
        zhou.says("半天").await;
        for day in [
            "2月7日",
            "2月8日",
            "2月10日",
            "2月11日",
            "2月12日",
            "2月13日",
        ] {
            zhou.is_late(day).await;
        }
        let first = lan.says("/pending").await;
        assert!(first.starts_with("待审 6条\n1. 周俊哲 2月7日"), "{first}");
        assert_eq!(
            lan.buttons(),
            ["1", "2", "3", "4", "5", "全部确认 5条", "下一页"]
        );
        let (list, five) = (lan.last().expect("a list").message_id, lan.data("全部确认"));
        let second = lan.presses("下一页").await;
        assert!(
            second.starts_with("待审 6条\n6. 周俊哲 2月13日"),
            "{second}"
        );
        assert_eq!(lan.buttons(), ["6", "全部确认 6条"]);
        let six = lan.data("全部确认");

        // Since then: one more came, one was taken back, and one that counted is disputed.
        zhou.is_late("2月14日").await;
        zhou.says("/me").await;
        town.writes(
            "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
             SELECT 3, 'withdrawn', 1393812000000, cadre_id, '' FROM entries WHERE id = 3",
        )
        .await;
        town.writes(
            "INSERT INTO entry_events (entry_id, kind, at, by_cadre, reason)
             SELECT 1, 'disputed', MAX(recorded_at) + 60000, MAX(cadre_id), '那天我不在' FROM entries",
        )
        .await;
        town.passes(120);
        let answer = lan.forges_on(list, &five).await;
        assert_eq!(answer, "✓ 已确认4条\n还有3条待审。", "{base:?}");
        let confirmed = town.decisions().await;
        let ids: Vec<&str> = confirmed
            .iter()
            .filter(|line| line.contains("confirmed"))
            .filter_map(|line| line.split(' ').next())
            .collect();
        assert_eq!(ids, ["2", "4", "5", "6"]);
        // A week later the larger button covers the one that is left of what was shown.
        town.becomes("2014-03-10 09:00").await;
        assert_eq!(
            lan.forges_on(list, &six).await,
            "✓ 已确认1条\n还有2条待审。"
        );
        let none = lan.forges_on(list, &six).await;
        assert_eq!(none, "这些都已审过，没有改动。\n还有2条待审。");
        let left = lan.presses("看待审").await;
        assert!(
            left.contains("本人说不对") && left.contains("2月14日"),
            "{left}"
        );
        assert_eq!(town.news().await.len(), 5);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_returned_says_why_and_can_be_answered() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        zhou.is_late("2月10日").await;
        zhou.sends_photo("会场").await;
        zhou.is_late("2月11日").await;
        lan.says("/pending").await;
        lan.presses("1").await;
        let why = lan.presses("退回").await;
        assert_eq!(
            why,
            format!("退回 周俊哲 {HALF}\n为什么？点下面，或直接写原因。")
        );
        assert_eq!(
            lan.buttons(),
            ["材料不足", "日期不对", "重复", "与实际不符", "不退回了"]
        );
        let next = lan.presses("日期不对").await;
        assert!(
            next.starts_with(&format!(
                "✓ 已退回 周俊哲 {HALF}\n原因：日期不对\n\n1/1 周俊哲"
            )),
            "{next}"
        );
        // The next one for a reason of her own, though she is asked over a restart.
        lan.presses("退回").await;
        let town_of = town.decisions().await;
        assert_eq!(town_of, ["1 rejected 李兰 =d"]);
        let typed = lan.says("那天镇里没有开会").await;
        assert!(
            typed.contains("原因：那天镇里没有开会\n\n待审的都看完了。"),
            "{typed}"
        );
        assert_eq!(
            town.decisions().await[1],
            "2 rejected 李兰 那天镇里没有开会"
        );
        // What she says next is her own again.
        let own = lan.says("半天").await;
        assert!(own.starts_with("✓ 3月3日"), "{own}");

        // He answers: a new entry in the old one's place, with its evidence, waits again.
        let asked = zhou.forges("h:w:1").await;
        assert_eq!(
            asked,
            format!(
                "{HALF} 被退回\n原因：日期不对\n请直接写来情况，也可发照片、文件。\n联络员会再看一次。"
            )
        );
        let waits = zhou.says("就是2月10日，有签到").await;
        assert_eq!(waits, format!("✓ 已说明，等联络员再看\n{HALF}\n材料1份"));
        let rows = "SELECT e.id || ' ' || COALESCE(e.corrects, 0) || ' ' || e.note FROM entries e
                    WHERE e.corrects IS NOT NULL";
        assert_eq!(town.texts(rows).await, ["4 1 就是2月10日，有签到"]);
        assert!(
            zhou.forges("h:w:1")
                .await
                .starts_with("这条没有被退回，或已经说明过")
        );
        let card = {
            lan.says("/pending").await;
            lan.presses("1").await
        };
        assert!(
            card.contains("原话：就是2月10日，有签到\n材料1份"),
            "{card}"
        );
        lan.presses("确认").await;
        assert!(zhou.sum().await.contains("0.5/5天"), "{base:?}");

        // A picture may be the answer.
        zhou.forges("h:w:2").await;
        let waits = zhou.sends_photo("").await;
        assert!(
            waits.ends_with("2月11日 周二 半天（4学时）\n材料1份"),
            "{waits}"
        );
        let nobody = lan.forges("h:w:2").await;
        assert!(nobody.starts_with("这条没有被退回"), "{nobody}");
        assert!(
            town.attempts()
                .await
                .contains(&"李兰 answer entry 2 0".to_owned())
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_decides_on_his_own_and_others_keep_out() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let cui = town.liaison("崔梅晨", "延吉市").await;
        let zhou = town.cadre("周俊哲").await;
        let stranger = town.phone(99, "生人");
        stranger.says("/start").await;
        lan.is_late("2月10日").await;
        assert_eq!(lan.says("/pending").await, EMPTY, "her own goes up");
        assert_eq!(lan.forges("h:y:1:1").await, OWN);
        assert_eq!(lan.forges("h:b:1:1:d").await, OWN);
        assert_eq!(cui.says("/pending").await, EMPTY);
        assert_eq!(cui.forges("h:y:1:1").await, NOT_YOURS);
        assert_eq!(cui.forges("h:n:1:1").await, NOT_YOURS);
        assert_eq!(cui.forges("h:y:77:1").await, NOT_YOURS);
        assert_eq!(zhou.forges("h:y:1:9999999999999").await, DENIED);
        assert_eq!(zhou.forges("h:a:9:9999999999999").await, DENIED);
        assert_eq!(zhou.says("/pending").await, DENIED);
        assert!(stranger.forges("h:y:1:1").await.contains("登记码"));
        assert_eq!(town.decisions().await, [""; 0]);
        let tried = town.attempts().await;
        for line in [
            "李兰 judge entry 1 0",
            "崔梅晨 judge entry 1 0",
            "周俊哲 pending  0",
        ] {
            assert!(tried.iter().any(|tried| tried == line), "{line}: {tried:?}");
        }
        // The office has the other pair of eyes. What a liaison recorded for another is his own too.
        town.writes("UPDATE entries SET cadre_id = (SELECT id FROM cadres WHERE name = '周俊哲'), recorded_by = (SELECT id FROM cadres WHERE name = '李兰')")
            .await;
        assert_eq!(lan.says("/pending").await, EMPTY);
        assert_eq!(lan.forges("h:y:1:1").await, OWN);
        let lin = town.office("林静").await;
        lin.says("/pending").await;
        let card = lin.presses("1").await;
        assert!(card.contains("李兰 代记"), "{card}");
        lin.presses("确认").await;
        assert_eq!(town.decisions().await, ["1 confirmed 林静"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn the_nearest_liaison_reads_in_his_digest_how_many_wait() {
    for base in bases().await {
        let quiet = |campaign: &mut Campaign| {
            campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
            campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
        };
        let town = Town::with(base, "2014-03-03 09:00", quiet).await;
        let (zhou, cui) = (town.cadre("周俊哲").await, town.cadre("崔梅晨").await);
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let yang = town.liaison("杨勇涛", "汪清县").await;
        // Retired: he is not asked himself.
        let jiang = town.liaison("姜涛", "延吉市").await;
        zhou.is_late("2月10日").await;
        zhou.is_late("2月11日").await;
        cui.is_late("2月10日").await;
        town.becomes("2014-03-03 18:00").await;
        assert!(lan.reads().starts_with("今天的学习"), "{}", lan.reads());
        assert!(
            lan.reads().ends_with("\n\n待您确认 2条"),
            "{base:?}: {}",
            lan.reads()
        );
        assert!(!yang.reads().contains("待您确认"), "{}", yang.reads());
        assert_eq!(jiang.reads(), "待您确认 1条");
        assert_eq!(jiang.buttons(), ["看待审"]);
        let queue = lan.presses("看待审").await;
        assert!(queue.starts_with("待审 2条\n"), "{queue}");
        lan.presses("全部确认").await;

        // What is confirmed while the digest waits for the end of quiet hours is not spoken of.
        town.becomes("2014-03-04 17:30").await;
        jiang.presses("看待审").await;
        jiang.presses("全部确认").await;
        let before = jiang.heard();
        town.becomes("2014-03-04 18:00").await;
        assert!(lan.reads().starts_with("今天的学习"), "{}", lan.reads());
        assert!(!lan.reads().contains("待您确认"), "{}", lan.reads());
        assert_eq!(jiang.heard(), before);
        let of_jiang: Vec<String> = town.digests().await;
        let of_jiang: Vec<&String> = of_jiang
            .iter()
            .filter(|line| line.contains("姜涛"))
            .collect();
        assert_eq!(of_jiang, ["姜涛 sent", "姜涛 closed nothing_due"]);
        town.closes().await;
    }
}

/// Study needs evidence.
fn strict(campaign: &mut Campaign) {
    for duty in &mut campaign.duties {
        duty.evidence = Evidence::Needed;
    }
}

#[tokio::test]
async fn without_the_evidence_it_needs_an_entry_is_not_confirmed_and_a_withdrawal_is_told() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", strict).await;
        let zhou = town.cadre("周俊哲").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let said = zhou.says("半天").await;
        assert!(said.contains("联络员确认后计入"), "{said}");
        assert!(said.contains("请接着发照片、文件等材料。"), "{said}");
        let undo = zhou.data("撤销");
        let queue = lan.says("/pending").await;
        assert!(queue.ends_with("需确认 缺材料，不能确认"), "{queue}");
        assert_eq!(lan.buttons(), ["1"], "nothing to confirm at once");
        lan.presses("1").await;
        assert_eq!(lan.buttons(), ["退回"]);
        let refused = lan.forges("h:y:1:9999999999999").await;
        assert_eq!(
            refused,
            "周俊哲 3月3日 周一 半天（4学时）\n要有材料才能确认，没有改动。\n可以退回，请本人补充材料。"
        );
        let all = lan.forges("h:a:1:9999999999999").await;
        assert_eq!(all, "缺材料的1条没有确认。\n还有1条待审。");
        zhou.sends_photo("签到").await;
        lan.says("/pending").await;
        let card = lan.presses("1").await;
        assert!(card.ends_with("材料1份"), "{card}");
        zhou.forges(&undo).await;
        let gone = lan.presses("确认").await;
        assert_eq!(
            gone,
            "周俊哲 3月3日 周一 半天（4学时）\n已撤销或改过，不用再审。"
        );
        assert_eq!(town.decisions().await, ["1 withdrawn 周俊哲"]);
        assert_eq!(lan.says("/pending").await, EMPTY);
        town.closes().await;
    }
}
