//! The monthly question about progress (S13): asked once, in the digest that comes anyway, answered item by item.

use chrono::NaiveTime;
use duban::domain::campaign::{Campaign, Dispatch};
use duban::planner::preview;

use super::support::{Base, Desk, Person, Town, bases};

const ASKS: &str = "SELECT i.no || ' ' || a.month || ' ' || a.due_on || ' '
    || CASE WHEN a.told_at IS NULL THEN 'untold' ELSE 'told' END || ' '
    || CASE WHEN a.answered_at IS NULL THEN 'open' ELSE 'answered' END
    FROM item_asks a JOIN items i ON i.id = a.item_id ORDER BY a.month, i.id";
const PROGRESS: &str =
    "SELECT no || ' ' || progress FROM items WHERE no IN ('7', '12') ORDER BY id";
const REPORTS: &str =
    "SELECT i.no || ' ' || e.note FROM item_events e JOIN items i ON i.id = e.item_id
    WHERE e.kind = 'reported' ORDER BY e.id";
const REFUSED: &str = "SELECT action || ' ' || object FROM audit WHERE allowed = 0 ORDER BY id";
const FIRST: &str = "SELECT CAST(id AS TEXT) FROM items WHERE no = '7'";

fn asks(campaign: &mut Campaign) {
    campaign.dispatch = Some(Dispatch {
        slot: "evening".to_owned(),
        within: 5,
    });
}

/// A town whose campaign asks, on Friday 28 February: the Monday after is the first work day of March.
async fn asking(base: Base) -> Town {
    Town::with(base, "2014-02-28 09:00", asks).await
}

impl Town {
    async fn first(&self) -> String {
        self.texts(FIRST).await.pop().expect("an item")
    }
}

/// Who has something to do and is asked for nothing else that evening.
async fn reads_of_march(zhou: &Person<'_>) -> String {
    zhou.town.becomes("2014-03-03 17:30").await;
    zhou.reads()
}

#[tokio::test]
async fn all_items_of_a_person_are_asked_of_at_once_and_told_of_one_by_one() {
    for base in bases().await {
        let town = asking(base).await;
        let zhou = town.cadre("周俊哲").await;
        let before = zhou.heard();
        let asked = reads_of_march(&zhou).await;
        assert!(asked.starts_with("今天的学习 3月3日 周一\n"), "{asked}");
        assert!(
            asked.contains(
                "\n\n3月进展 2项待报\n请于3月10日 周一前报\n 7号 公车私用，超标车辆未清退\n \
                 12号 会议多、文件多"
            ),
            "{asked}"
        );
        // It rides in the digest: one message, whatever it says.
        assert_eq!(zhou.heard(), before + 1);
        let all = town.texts(ASKS).await;
        assert_eq!(
            all,
            [
                "7 2014-03 2014-03-10 told open",
                "12 2014-03 2014-03-10 told open",
                "15 2014-03 2014-03-10 untold open",
                "18 2014-03 2014-03-10 untold open",
                "21 2014-03 2014-03-10 untold open",
            ]
        );
        let card = zhou.presses("7号 说进展").await;
        assert_eq!(
            card,
            "3月进展 7号 公车私用，超标车辆未清退\n请于3月10日 周一前报\n后面还有1项"
        );
        let next = zhou.presses("正常推进").await;
        assert_eq!(
            next,
            "✓ 7号 正常推进\n\n3月进展 12号 会议多、文件多\n请于3月10日 周一前报"
        );
        assert_eq!(
            zhou.presses("我来写").await,
            "12号进展，请写一两句\n会议多、文件多\n例如：已清退2台，6月底前办完。"
        );
        assert_eq!(
            zhou.says("=已压减三成").await,
            "✓ 12号 已压减三成\n本月都报了，谢谢。"
        );
        assert_eq!(town.texts(PROGRESS).await, ["7 =n", "12 已压减三成"]);
        assert_eq!(town.texts(REPORTS).await, ["7 =n", "12 已压减三成"]);
        let all = town.texts(ASKS).await;
        assert_eq!(all[0], "7 2014-03 2014-03-10 told answered");
        assert_eq!(all[1], "12 2014-03 2014-03-10 told answered");
        // Asked once only.
        town.becomes("2014-03-04 17:30").await;
        assert!(!zhou.reads().contains("月进展"), "{}", zhou.reads());
        let desk = Desk::over(&town.database);
        let table = desk.export("progress").await;
        let of = |no: &str| table.iter().find(|line| line["no"] == no).expect("a row");
        assert_eq!(
            (of("7")["month"].as_str(), of("7")["progress"].as_str()),
            ("2014-03", "正常推进")
        );
        assert_eq!(of("12")["progress"], "已压减三成");
        assert_eq!(of("12")["name"], "周俊哲");
        assert!(of("12")["answered_at"].starts_with("2014-03-03T17:3"));
        assert_eq!(
            (
                of("21")["answered_at"].as_str(),
                of("21")["told_at"].as_str()
            ),
            ("", "")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn each_month_is_asked_of_anew_and_the_button_of_a_month_that_is_over_records_nothing() {
    for base in bases().await {
        let town = asking(base).await;
        let zhou = town.cadre("周俊哲").await;
        reads_of_march(&zhou).await;
        let march = zhou.data("7号 说进展");
        let say = march.replace("j:s:", "j:q:") + ":n";
        // 1 April is a Tuesday; 7 April is a holiday.
        town.becomes("2014-04-01 17:30").await;
        let asked = zhou.reads();
        assert!(
            asked.contains("4月进展 2项待报\n请于4月9日 周三前报\n"),
            "{asked}"
        );
        let answer = zhou.forges(&say).await;
        assert!(
            answer.starts_with("3月的已过，没有记下。\n\n4月进展 7号 "),
            "{answer}"
        );
        assert_eq!(town.texts(REPORTS).await, [""; 0]);
        // From what stands there now it goes on.
        let told = zhou.presses("有困难").await;
        assert!(
            told.starts_with("✓ 7号 有困难\n难在哪里，也可写一句。\n\n4月进展 12号 "),
            "{told}"
        );
        zhou.presses("7号 难在哪里").await;
        let told = zhou.says("资金没有到位").await;
        assert!(told.starts_with("✓ 7号 资金没有到位\n"), "{told}");
        assert_eq!(town.texts(REPORTS).await, ["7 =d", "7 资金没有到位"]);
        let all = town.texts(ASKS).await;
        let of_seven: Vec<_> = all.iter().filter(|ask| ask.starts_with("7 ")).collect();
        assert_eq!(
            of_seven,
            [
                "7 2014-03 2014-03-10 told open",
                "7 2014-04 2014-04-09 told answered"
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_was_told_already_is_not_told_twice_and_more_may_be_said() {
    for base in bases().await {
        let town = asking(base).await;
        let zhou = town.cadre("周俊哲").await;
        reads_of_march(&zhou).await;
        zhou.presses("7号 说进展").await;
        let card = zhou.last().expect("a card").message_id;
        let (well, hard) = (zhou.data("正常推进"), zhou.data("有困难"));
        // Twice before anything of it is handled: the first counts, the second is told so.
        zhou.presses_hastily(card, &[&well, &hard]).await;
        assert_eq!(town.texts(REPORTS).await, ["7 =n"]);
        assert_eq!(zhou.reads(), "7号3月已报，没有重复记。\n正常推进");
        zhou.presses("我来写").await;
        zhou.says("车已收回").await;
        assert_eq!(town.texts(REPORTS).await, ["7 =n", "7 车已收回"]);
        // A question is over with any command; the words then mean something else.
        zhou.presses("7号 说进展").await;
        zhou.presses("我来写").await;
        zhou.says("/tasks").await;
        zhou.says("半天").await;
        assert_eq!(town.texts(REPORTS).await.len(), 2);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_tells_of_what_is_not_his() {
    for base in bases().await {
        let town = asking(base).await;
        let zhou = town.cadre("周俊哲").await;
        let (gao, stranger) = (town.cadre("高海").await, town.phone(990, "路人"));
        // A liaison of another county, and the office: it is not theirs to tell either.
        let chen = town.liaison("陈善", "敦化市").await;
        let lin = town.office("林静").await;
        reads_of_march(&zhou).await;
        let first = town.first().await;
        let record = town.record().await;
        let not_yours = gao.forges(&format!("j:q:{first}:201403:n")).await;
        assert!(
            not_yours.starts_with("这项整改不由您负责，没有改动。"),
            "{not_yours}"
        );
        for person in [&gao, &chen, &lin] {
            for data in ["j:s:{}:201403", "j:q:{}:201403:d", "j:w:{}"] {
                let said = person.forges(&data.replace("{}", &first)).await;
                assert_eq!(said, not_yours, "{} {data}", person.name);
            }
        }
        assert_eq!(gao.forges("j:q:999999:201403:n").await, not_yours);
        let stale = gao.forges("j:q:1:201403:x").await;
        assert!(!stale.contains("3月进展"), "{stale}");
        stranger.says("您好").await;
        let welcome = stranger.forges(&format!("j:s:{first}:201403")).await;
        assert!(welcome.contains("登记码"), "{welcome}");
        // A month that nobody was asked of.
        let past = zhou.forges(&format!("j:q:{first}:209912:n")).await;
        assert!(
            past.starts_with("12月的已过，没有记下。\n\n3月进展 7号"),
            "{past}"
        );
        assert_eq!(town.texts(REPORTS).await, [""; 0]);
        assert_eq!(town.record().await, record);
        let refused = town.texts(REFUSED).await;
        let reports = refused.iter().filter(|row| row.starts_with("report item "));
        assert_eq!(reports.count(), 11, "{refused:?}");
        let presses = refused.iter().filter(|row| row.starts_with("press j:"));
        assert_eq!(presses.count(), 2, "{refused:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn an_item_that_is_over_meanwhile_is_not_told_of() {
    for base in bases().await {
        let town = asking(base).await;
        let (zhou, gao) = (town.cadre("周俊哲").await, town.cadre("高海").await);
        reads_of_march(&zhou).await;
        // To declare it done is to tell of it.
        gao.says("/item 21").await;
        gao.presses("已完成，送审").await;
        let all = town.texts(ASKS).await;
        assert_eq!(all[4], "21 2014-03 2014-03-10 told answered");
        let over = gao.presses("21号 说进展").await;
        assert_eq!(over, "21号已送审，等待审核，不用再报。");
        zhou.presses("7号 说进展").await;
        zhou.presses("我来写").await;
        town.writes("UPDATE items SET status = 'closed' WHERE no = '7'")
            .await;
        let over = zhou.says("车已收回").await;
        assert!(over.starts_with("7号已销号"), "{over}");
        assert_eq!(town.texts(REPORTS).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_told_while_the_digest_waits_is_not_asked() {
    let waits = |campaign: &mut Campaign| {
        asks(campaign);
        // What is planned at 17:30 is looked at again at 18:00.
        campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
        campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
    };
    for base in bases().await {
        let town = Town::with(base, "2014-02-28 09:00", waits).await;
        let zhou = town.cadre("周俊哲").await;
        town.becomes("2014-03-03 17:30").await;
        let first = town.first().await;
        zhou.forges(&format!("j:q:{first}:201403:n")).await;
        town.becomes("2014-03-03 18:00").await;
        let asked = zhou.reads();
        assert!(asked.contains("3月进展 1项待报\n"), "{asked}");
        assert!(
            !zhou.buttons().contains(&"7号 说进展".to_owned()),
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_away_is_asked_when_he_is_back_and_what_was_told_this_month_is_not_asked() {
    for base in bases().await {
        let town = asking(base).await;
        let (zhou, gao) = (town.cadre("周俊哲").await, town.cadre("高海").await);
        zhou.says("请假到3月4日").await;
        // Told of on the 1st, before anybody asked.
        town.becomes("2014-03-01 10:00").await;
        town.writes("UPDATE items SET reported_at = 1393639200000 WHERE no = '21'")
            .await;
        let before = zhou.heard();
        reads_of_march(&zhou).await;
        assert_eq!(zhou.heard(), before);
        assert!(!gao.reads().contains("月进展"), "{}", gao.reads());
        let all = town.texts(ASKS).await;
        assert_eq!(all[0], "7 2014-03 2014-03-10 untold open");
        assert_eq!(all[4], "21 2014-03 2014-03-10 untold answered");
        town.becomes("2014-03-05 17:30").await;
        assert!(
            zhou.reads()
                .contains("3月进展 2项待报\n请于3月10日 周一前报")
        );
        assert_eq!(town.texts(ASKS).await[0], "7 2014-03 2014-03-10 told open");
        town.closes().await;
    }
}

#[tokio::test]
async fn an_item_without_a_person_is_asked_of_its_liaison_and_a_plan_foresees_it() {
    for base in bases().await {
        let town = asking(base).await;
        town.imports_items("30,路灯不亮,,换灯,,汪清县/百草沟镇,,5月底前,,否")
            .await;
        // Taken in on the day itself: nothing can have come of it.
        let yang = town.liaison("杨勇涛", "汪清县/百草沟镇").await;
        let (from, to) = ("2014-02-28", "2014-03-04");
        let day = |text: &str| text.parse().expect("a day");
        let planned = preview(&town.books, day(from), day(to))
            .await
            .expect("a plan");
        let of_yang: Vec<_> = planned
            .iter()
            .filter(|row| row.name == "杨勇涛" && row.summary.contains("progress"))
            .map(|row| row.summary.clone())
            .collect();
        assert_eq!(of_yang, ["check-in study, counted 0; progress of 1 items"]);
        assert_eq!(town.texts(ASKS).await, [""; 0]);
        town.becomes("2014-03-03 09:00").await;
        town.imports_items("31,水管漏水,,修,,汪清县/百草沟镇,,5月底前,,否")
            .await;
        town.becomes("2014-03-03 17:30").await;
        assert!(
            yang.reads().contains("3月进展 1项待报\n"),
            "{}",
            yang.reads()
        );
        yang.presses("30号 说进展").await;
        let told = yang.presses("正常推进").await;
        assert_eq!(told, "✓ 30号 正常推进\n本月都报了，谢谢。");
        assert!(
            town.texts(ASKS)
                .await
                .iter()
                .all(|ask| !ask.starts_with("31 "))
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_cares_for_a_unit_sees_who_has_not_told() {
    for base in bases().await {
        let town = asking(base).await;
        let zhou = town.cadre("周俊哲").await;
        let (lan, lin) = (
            town.liaison("李兰", "汪清县").await,
            town.office("林静").await,
        );
        assert_eq!(
            lin.says("/progress").await,
            "还没有要求报进展。\n每月第一个工作日自动询问。"
        );
        reads_of_march(&zhou).await;
        zhou.presses("7号 说进展").await;
        zhou.presses("正常推进").await;
        // Her own county alone.
        assert_eq!(
            lan.says("/progress").await,
            "3月进展 已报1/2项\n请于3月10日 周一前报\n\n还没报 1人\n 汪清县春阳镇\n   周俊哲 1项"
        );
        let all = lin.says("/progress 3月").await;
        assert!(all.starts_with("3月进展 已报1/5项\n"), "{all}");
        assert!(all.contains("\n   陈善 1项，未登记\n"), "{all}");
        assert_eq!(
            lin.says("/progress 上上周").await,
            "没看懂是哪个月。\n请这样写：/progress 3月"
        );
        assert_eq!(lin.says("/progress 2月").await, "2月没有要求报进展。");
        // Told after the day.
        town.becomes("2014-03-11 10:00").await;
        zhou.presses("我来写").await;
        zhou.says("已压减三成").await;
        assert_eq!(
            lan.says("/progress").await,
            "3月进展 已报2/2项\n3月10日 周一已到期\n其中1项报晚了\n都报了。"
        );
        // Nobody else's business, whatever a button claims.
        let denied = zhou.says("/progress").await;
        assert!(!denied.contains("已报"), "{denied}");
        assert_eq!(zhou.forges("j:p:201403:0").await, denied);
        let refused = town.texts(REFUSED).await;
        assert_eq!(refused, ["progress ", "progress page"]);
        lan.says("/help").await;
        let page = lan.forges("j:p:201403:9").await;
        assert!(page.starts_with("3月进展 已报2/2项\n"), "{page}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_campaign_that_does_not_ask_asks_nobody() {
    for base in bases().await {
        let town = Town::with(base, "2014-02-28 09:00", |_| {}).await;
        let zhou = town.cadre("周俊哲").await;
        let asked = reads_of_march(&zhou).await;
        assert!(!asked.contains("月进展"), "{asked}");
        assert_eq!(town.texts(ASKS).await, [""; 0]);
        town.closes().await;
    }
}
