//! Collective study: the liaison opens it, ticks who was there, and confirms once for all of them.

use super::support::{Person, Town, bases};

const UNIT: &str = "汪清县/春阳镇";
const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const LIST: &str = "集中学习 3月3日 周一 半天（4学时）\n汪清县春阳镇\n党纪法规\n";

/// Whose entries there are, how they came and by whom: in no order of the database's own.
const ENTRIES: &str =
    "SELECT c.name || ' ' || e.on_date || ' ' || e.amount || ' ' || e.source || ' '
     || COALESCE(e.form, '-') || ' ' || COALESCE(e.topic, '-') || ' ' || b.name
     FROM entries e JOIN cadres c ON c.id = e.cadre_id JOIN cadres b ON b.id = e.recorded_by
     JOIN sessions s ON s.id = e.session_id ORDER BY e.id";

const TICKS: &str = "SELECT c.name || ' ' || t.present FROM session_ticks t
     JOIN cadres c ON c.id = t.cadre_id ORDER BY c.id";

impl Person<'_> {
    /// Opens a session of the unit on one line.
    async fn opens(&self) -> String {
        self.says("/session 3月3日 半天 党纪法规").await
    }

    /// The session's name on the buttons of the list.
    fn session(&self) -> String {
        let message = self.last().expect("a message");
        let data = message.data_of("取消").expect("a list");
        data.trim_start_matches("s:x:").to_owned()
    }
}

/// A liaison of the unit with her list open.
async fn open<'a>(town: &'a Town, name: &str) -> Person<'a> {
    let liaison = town.liaison(name, UNIT).await;
    let list = liaison.opens().await;
    assert!(list.starts_with(LIST), "{list}");
    liaison
}

#[tokio::test]
async fn the_liaison_taps_through_the_questions_ticks_the_list_and_each_is_told() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", UNIT).await;
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(
            lan.says("/session").await,
            "登记集中学习：哪天？\n汪清县春阳镇\n别的日子请直接写，如“3月1日”。"
        );
        assert_eq!(
            lan.presses("今天").await,
            "3月3日 周一 每人记多少？\n也可直接写，如“2学时”。"
        );
        assert_eq!(lan.presses("半天").await, "什么形式？");
        assert_eq!(lan.presses("专题讲座").await, "什么内容？");
        let before = lan.heard();
        let list = lan.presses("党纪法规").await;
        assert_eq!(
            list,
            "集中学习 3月3日 周一 半天（4学时）\n汪清县春阳镇\n专题讲座、党纪法规\n到会 0/2人\n\
             点名字勾选，也可写姓名查找。"
        );
        let all = ["周俊哲", "李兰", "全选本页", "确认 0人", "取消"];
        assert_eq!(lan.buttons(), all);
        assert!(lan.presses("周俊哲").await.contains("到会 1/2人"));
        assert_eq!(lan.buttons()[..2], ["✓ 周俊哲", "李兰"]);
        assert!(lan.presses("✓ 周俊哲").await.contains("到会 0/2人"));
        assert!(lan.presses("全选本页").await.contains("到会 2/2人"));
        assert_eq!(lan.buttons()[2], "本页都不选");
        // One message all the way, edited in place.
        assert_eq!(lan.heard(), before + 4, "{base:?}");
        assert_eq!(town.sums().await, [""; 0], "nothing yet");
        assert_eq!(
            lan.presses("确认 2人").await,
            "集中学习 3月3日 周一 半天（4学时）\n汪清县春阳镇\n专题讲座、党纪法规\n✓ 已登记 2人\n\
             下次提醒时会告诉每个人。"
        );
        assert_eq!(
            town.texts(ENTRIES).await,
            [
                "周俊哲 2014-03-03 4000 session lecture discipline 李兰",
                "李兰 2014-03-03 4000 session lecture discipline 李兰",
            ]
        );
        let before = lan.heard();
        town.becomes("2014-03-03 17:30").await;
        let told = "新消息 1条\n ✓ 3月3日 周一 半天（4学时）\n   集中学习，李兰统一登记";
        assert!(zhou.reads().contains(told), "{}", zhou.reads());
        assert!(zhou.buttons().contains(&"不对？".to_owned()));
        // She did it herself, and has answered for the day by it.
        assert_eq!(lan.heard(), before);
        town.becomes("2014-03-04 17:30").await;
        assert!(!zhou.reads().contains("新消息"), "{}", zhou.reads());
        town.closes().await;
    }
}

#[tokio::test]
async fn ticks_outlive_the_service_and_a_colleague_can_go_on_but_one_confirms() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = open(&town, "李兰").await;
        town.liaison("杨勇涛", UNIT).await;
        lan.presses("周俊哲").await;
        let name = lan.session();
        let town = town.outlives_an_outage_until("2014-03-03 10:00").await;
        let (lan, yang) = (town.known("李兰"), town.known("杨勇涛"));
        yang.says("/session").await;
        let list = yang.presses("接着登记 3月3日 周一 4学时").await;
        assert!(
            list.starts_with(LIST) && list.contains("到会 1/2人"),
            "{list}"
        );
        assert!(lan.presses("李兰").await.contains("到会 2/2人"));
        assert!(yang.presses("✓ 周俊哲").await.contains("到会 1/2人"));
        assert_eq!(town.texts(TICKS).await, ["周俊哲 0", "李兰 1"]);
        assert!(yang.presses("确认 1人").await.contains("✓ 已登记 1人"));
        // Hers shows two still; what counts is what is ticked, and that he was first.
        let record = town.record().await;
        let late = lan.presses("确认 2人").await;
        assert!(late.ends_with("这场已由杨勇涛确认，没有改动。"), "{late}");
        assert_eq!(lan.buttons(), [""; 0], "only he can take it back");
        let message = lan.last().expect("a message").message_id;
        lan.presses_hastily(
            message,
            &[&format!("s:t:{name}:2:1"), &format!("s:c:{name}")],
        )
        .await;
        let why = lan.forges(&format!("s:w:{name}")).await;
        assert_eq!(why, "这场由杨勇涛确认，\n只有杨勇涛能撤销整场。");
        assert_eq!(town.record().await, record);
        assert_eq!(town.sums().await, ["李兰 2014-03-03 4000"], "{base:?}");
        // A hasty thumb confirms once.
        let again = yang.forges(&format!("s:c:{name}")).await;
        assert!(again.ends_with("这场已由杨勇涛确认，没有改动。"), "{again}");
        assert_eq!(yang.buttons(), ["撤销整场"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn whose_day_is_full_or_holds_the_same_is_left_out_and_named() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("今天6学时").await;
        let lan = open(&town, "李兰").await;
        lan.presses("全选本页").await;
        let done = lan.presses("确认 2人").await;
        assert!(
            done.contains("✓ 已登记 1人\n那天已记满，没有记：周俊哲\n"),
            "{done}"
        );
        lan.opens().await;
        lan.presses("李兰").await;
        let done = lan.presses("确认 1人").await;
        assert!(
            done.contains("✓ 已登记 0人\n这场已有记录，不重复记：李兰"),
            "{done}"
        );
        let mut sums = town.sums().await;
        sums.sort();
        assert_eq!(sums, ["周俊哲 2014-03-03 6000", "李兰 2014-03-03 4000"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_confirmed_session_is_taken_back_as_a_whole_within_a_day() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let lan = open(&town, "李兰").await;
        lan.presses("全选本页").await;
        lan.presses("确认 2人").await;
        let back = lan.presses("撤销整场").await;
        assert!(back.ends_with("✓ 已撤销整场，2人的记录作废"), "{back}");
        assert_eq!(town.sums().await, [""; 0]);
        // He had not heard of it, so there is nothing to tell; and the day's question stands.
        town.becomes("2014-03-03 17:30").await;
        assert!(!zhou.reads().contains("新消息"), "{}", zhou.reads());
        assert!(zhou.reads().starts_with("今天的学习"), "{}", zhou.reads());

        lan.opens().await;
        lan.presses("周俊哲").await;
        let name = lan.session();
        lan.presses("确认 1人").await;
        let message = lan.last().expect("a message").message_id;
        town.becomes("2014-03-04 17:30").await;
        assert!(zhou.reads().contains("李兰统一登记"), "{}", zhou.reads());
        let back = lan.forges_on(message, &format!("s:w:{name}")).await;
        assert!(back.ends_with("✓ 已撤销整场，1人的记录作废"), "{back}");
        town.becomes("2014-03-05 17:30").await;
        let told = "新消息 1条\n 3月3日 周一 半天（4学时） 已撤销\n   集中学习，李兰撤销了整场登记";
        assert!(zhou.reads().contains(told), "{}", zhou.reads());

        lan.opens().await;
        lan.presses("李兰").await;
        let name = lan.session();
        lan.presses("确认 1人").await;
        town.becomes("2014-03-06 17:31").await;
        let record = town.record().await;
        let late = lan.forges(&format!("s:w:{name}")).await;
        assert_eq!(
            late,
            "确认已超过一天，不能整场撤销。\n哪个人不对，请本人点“不对？”。"
        );
        assert_eq!(town.record().await, record);
        town.closes().await;
    }
}

/// Two hundred more people of the unit.
async fn crowd(town: &Town) {
    town.writes(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
         INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, created_at,
             updated_at)
         SELECT 'X' || n.i, '张' || n.i, u.id, '', 'member', '', '', 1, 0, 0
         FROM n JOIN units u ON u.path = '汪清县/春阳镇'",
    )
    .await;
}

#[tokio::test]
async fn a_unit_of_two_hundred_is_paged_searched_and_recorded_at_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        crowd(&town).await;
        let lan = open(&town, "李兰").await;
        assert!(
            lan.reads().contains("到会 0/202人\n第1/26页\n"),
            "{}",
            lan.reads()
        );
        assert!(lan.presses("下一页").await.contains("第2/26页"));
        assert!(
            lan.presses("全选本页")
                .await
                .contains("到会 8/202人\n第2/26页")
        );
        assert!(lan.presses("上一页").await.contains("第1/26页"));
        // A name brings the page on which he stands.
        let found = lan.says("张150").await;
        assert!(found.contains("到会 8/202人\n找“张150”："), "{found}");
        assert!(
            lan.presses("张150")
                .await
                .contains("到会 9/202人\n第19/26页")
        );
        assert!(lan.buttons().contains(&"✓ 张150".to_owned()));
        assert_eq!(
            lan.says("王五").await,
            "这场名单里没有“王五”。\n请核对姓名，或翻页查找。"
        );
        // What is no name is her own study, as always.
        assert!(lan.says("2学时").await.starts_with("✓ 3月3日 周一 2学时"));
        let name = {
            lan.says("张150").await;
            lan.session()
        };
        let all = lan.forges(&format!("s:a:{name}:0")).await;
        assert!(all.contains("到会 202/202人"), "{all}");
        let done = lan.presses("确认 202人").await;
        assert!(done.contains("✓ 已登记 202人"), "{done}");
        let count = "SELECT CAST(COUNT(*) AS TEXT) FROM entries WHERE source = 'session'";
        assert_eq!(town.texts(count).await, ["202"], "{base:?}");
        let count = "SELECT CAST(COUNT(*) AS TEXT) FROM news WHERE told_at IS NULL";
        assert_eq!(town.texts(count).await, ["201"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_opens_or_touches_what_is_not_in_his_care() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = open(&town, "李兰").await;
        let yang = town.liaison("杨勇涛", "汪清县/百草沟镇").await;
        let (zhou, stranger) = (town.cadre("周俊哲").await, town.phone(8_001, "李四"));
        let name = lan.session();
        let (record, ticks) = (town.record().await, town.texts(TICKS).await);
        let ids = "SELECT CAST(id AS TEXT) FROM cadres WHERE name = '杨勇涛'";
        let foreign = town.texts(ids).await.pop().expect("an id");

        assert_eq!(zhou.says("/session").await, DENIED);
        assert_eq!(stranger.says("/session").await, DENIED);
        assert_eq!(zhou.forges("s:n:-:-:-:-:-").await, DENIED);
        assert_eq!(zhou.forges(&format!("s:c:{name}")).await, DENIED);
        for data in [
            format!("s:t:{name}:{foreign}:1"),
            format!("s:g:{name}:0:1"),
            format!("s:a:{name}:0"),
            format!("s:p:{name}:0"),
            format!("s:c:{name}"),
            format!("s:x:{name}"),
            format!("s:w:{name}"),
            "s:n:1:20140303:4000:-:-".to_owned(),
        ] {
            assert_eq!(yang.forges(&data).await, DENIED, "{data}");
        }
        // Of her own session, but nobody of her unit.
        assert_eq!(
            lan.forges(&format!("s:t:{name}:{foreign}:1")).await,
            "名单里没有这个人，没有改动。"
        );
        let no_such = lan.forges("s:c:99999999").await;
        assert!(no_such.starts_with("这个按钮已过时"), "{no_such}");
        assert_eq!(town.record().await, record, "{base:?}");
        assert_eq!(town.texts(TICKS).await, ticks);
        let refused = town.attempts().await;
        let refused: Vec<_> = refused.iter().filter(|line| line.ends_with(" 0")).collect();
        assert_eq!(refused.len(), 14, "{refused:#?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_what_would_be_right() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", UNIT).await;
        let record = town.record().await;
        for (said, answer) in [
            (
                "/session 打扫卫生",
                "没看懂，没有登记。请这样写：\n/session 3月3日 半天 理论宣讲",
            ),
            (
                "/session 明天 半天",
                "3月4日 周二 还没到，没有登记。\n请写今天或以前的日子。",
            ),
            (
                "/session 今天 25小时",
                "一天最多记1天（8学时），没有登记。\n请改成实际数，如“半天”。",
            ),
            (
                "/session 1月3日 半天",
                "1月3日 周五 不在活动期内，没有记。\n活动期从1月20日 周一\n到9月30日 周二。\n请写活动期内的日子。",
            ),
        ] {
            assert_eq!(lan.says(said).await, answer, "{base:?}");
        }
        // Step by step in words; a day that is known stays.
        lan.says("/session").await;
        assert!(
            lan.says("昨天")
                .await
                .starts_with("3月2日 周日 每人记多少？")
        );
        let unclear = lan.says("很多").await;
        assert!(unclear.starts_with("没看懂，没有登记。"), "{unclear}");
        assert_eq!(lan.says("2学时").await, "什么形式？");
        assert_eq!(lan.presses("不选").await, "什么内容？");
        let list = lan.presses("不选").await;
        assert!(list.starts_with("集中学习 3月2日 周日 2学时\n汪清县春阳镇\n到会 0/2人"));
        assert_eq!(
            lan.presses("确认 0人").await,
            "还没有勾选人，没有登记。\n请先点名字。"
        );
        // A command ends the question: the next words are her own.
        lan.says("/session").await;
        lan.says("/me").await;
        assert!(lan.says("半天").await.starts_with("✓ 3月3日 周一 半天"));
        lan.presses("撤销").await;
        assert_eq!(town.record().await.len(), record.len() + 2);
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_cares_for_several_units_is_asked_which() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", UNIT).await;
        town.writes(
            "INSERT INTO grants (role, cadre_id, unit_id, granted_at)
             SELECT 'liaison', c.id, u.id, 0 FROM cadres c JOIN units u ON u.path = '汪清县/百草沟镇'
             WHERE c.name = '李兰'",
        )
        .await;
        let asked = lan.says("/session 今天 半天").await;
        assert_eq!(asked, "登记集中学习：哪个单位？\n也可直接写单位名称。");
        assert_eq!(lan.buttons(), ["春阳镇", "百草沟镇"], "her own first");
        assert_eq!(
            lan.says("额穆镇").await,
            "您联系的单位里没有“额穆镇”。\n请核对单位名称，或点上面的按钮。"
        );
        let list = lan.says("百草沟").await;
        assert!(
            list.starts_with("集中学习 3月3日 周一 半天（4学时）\n汪清县百草沟镇\n到会 0/1人"),
            "{list}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_was_given_up_or_left_lying_records_nothing() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = open(&town, "李兰").await;
        lan.presses("周俊哲").await;
        let (message, name) = (lan.last().expect("a list").message_id, lan.session());
        let gone = lan.presses("取消").await;
        assert!(gone.ends_with("已取消，没有登记。"), "{gone}");
        let late = lan.forges_on(message, &format!("s:c:{name}")).await;
        assert!(late.ends_with("这场已由李兰取消，没有改动。"), "{late}");

        lan.opens().await;
        lan.presses("周俊哲").await;
        let (message, name) = (lan.last().expect("a list").message_id, lan.session());
        town.becomes("2014-03-10 09:00").await;
        let late = lan.forges_on(message, &format!("s:c:{name}")).await;
        assert!(
            late.ends_with("这场放得太久，没有登记。\n请重新发 /session"),
            "{late}"
        );
        assert_eq!(town.sums().await, [""; 0], "{base:?}");
        lan.says("/session").await;
        assert_eq!(lan.buttons(), ["今天", "昨天"], "nothing to go on with");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_late_counts_on_the_liaisons_word_but_not_on_her_own() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lan = town.liaison("李兰", UNIT).await;
        lan.says("/session 2月10日 半天").await;
        lan.presses("全选本页").await;
        lan.presses("确认 2人").await;
        let waits = "SELECT c.name || ' ' || COALESCE(e.waits_for, '-') FROM entries e
             JOIN cadres c ON c.id = e.cadre_id ORDER BY e.id";
        assert_eq!(town.texts(waits).await, ["周俊哲 -", "李兰 late"]);
        town.closes().await;
    }
}
