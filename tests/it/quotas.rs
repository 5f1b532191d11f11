//! Targets set locally: within the units of whoever sets them, never below what the campaign fixes, seen before they
//! hold, and told to those they change something for.

use duban::domain::grant::Role;
use duban::store::{cadre, grant, unit};

use super::support::{Desk, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const SET: &str = "SELECT CAST(COUNT(*) AS TEXT) FROM quotas";
const TOLD: &str =
    "SELECT c.name || ' ' || n.news FROM news n JOIN cadres c ON c.id = n.cadre_id ORDER BY n.id";

/// Makes somebody of the roster liaison of a unit.
async fn liaison(town: &Town, name: &str, path: &str) {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let people = cadre::all(&mut tx).await.expect("people");
    let person = people.iter().find(|person| person.name == name);
    let unit = unit::by_path(&mut tx, path).await.expect("units");
    let now = town.books.clock.now();
    grant::give(&mut tx, Role::Liaison, person.expect(name).id, unit, now)
        .await
        .expect("a grant");
    tx.commit().await.expect("a commit");
}

#[tokio::test]
async fn a_liaison_sets_what_her_unit_owes_and_lifts_it_again() {
    for base in bases().await {
        let town = Town::on(base).await;
        liaison(&town, "李兰", "汪清县").await;
        let (lan, zhou) = (town.cadre("李兰").await, town.cadre("周俊哲").await);
        let before = lan.says("/quota").await;
        assert!(
            before.starts_with(
                "各项任务的要求\n集中学习\n 活动规定 县处级以上 7天、乡科级 5天、普通党员 3天"
            ),
            "{before}"
        );
        assert!(before.ends_with("“/quota 集中学习 7天 汪清县”"), "{before}");
        let preview = lan.says("/quota 集中学习 6天").await;
        assert_eq!(preview, "集中学习 汪清县 6天\n影响3人：5天 → 6天");
        assert_eq!(town.texts(SET).await, ["0"], "a preview sets nothing");
        assert_eq!(
            lan.presses("确定").await,
            "✓ 已定：集中学习 汪清县 6天\n影响3人：5天 → 6天\n他们下次收到提醒时会看到。"
        );
        let me = zhou.says("/me").await;
        assert!(me.contains("集中学习 0/6天"), "{me}");
        let news = r#"{"news":"target","duty":"study","was":40000,"is":48000,"by":"李兰"}"#;
        let told = town.texts(TOLD).await;
        assert_eq!(
            told,
            ["周俊哲", "李兰", "杨勇涛"].map(|name| format!("{name} {news}"))
        );
        // The closer unit goes before the county.
        lan.says("/quota 集中学习 8天 春阳镇").await;
        lan.presses("确定").await;
        assert!(zhou.says("/me").await.contains("集中学习 0/8天"));
        let standing = lan.says("/quota").await;
        assert!(
            standing.contains(
                "\n 汪清县春阳镇 8天（3月3日 周一 李兰定）\n 汪清县 6天（3月3日 周一 李兰定）"
            ),
            "{standing}"
        );
        let lifted = lan.says("/quota 集中学习 春阳镇 按规定").await;
        assert_eq!(
            lifted,
            "集中学习 汪清县春阳镇 按活动规定\n影响2人：8天 → 6天"
        );
        lan.presses("确定").await;
        assert!(zhou.says("/me").await.contains("集中学习 0/6天"));
        assert_eq!(
            lan.says("/quota 历史").await,
            "自定要求的历史\n集中学习 汪清县春阳镇 按活动规定（3月3日 周一 李兰定）\n\
             集中学习 汪清县春阳镇 8天（3月3日 周一 李兰定）\n集中学习 汪清县 6天（3月3日 周一 李兰定）"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_target_is_set_step_by_step() {
    for base in bases().await {
        let town = Town::on(base).await;
        liaison(&town, "李兰", "汪清县").await;
        let (lan, zhou) = (town.cadre("李兰").await, town.cadre("周俊哲").await);
        lan.says("/quota").await;
        let whom = lan.presses("集中学习").await;
        assert!(whom.starts_with("集中学习 给谁定？\n"), "{whom}");
        assert_eq!(
            lan.buttons(),
            ["汪清县", "汪清县春阳镇", "汪清县百草沟镇", "某一个人"]
        );
        assert_eq!(
            lan.presses("春阳镇").await,
            "汪清县春阳镇\n集中学习 给哪些人定？"
        );
        assert_eq!(
            lan.buttons(),
            ["所有人", "县处级以上", "乡科级", "普通党员"]
        );
        lan.presses("乡科级").await;
        assert_eq!(lan.buttons(), ["5天", "6天", "7天", "8天", "按活动规定"]);
        let preview = lan.presses("6天").await;
        assert_eq!(
            preview,
            "集中学习 汪清县春阳镇 乡科级 6天\n影响2人：5天 → 6天"
        );
        lan.presses("取消").await;
        assert_eq!(lan.buttons(), [""; 0]);
        assert_eq!(lan.reads(), "没有改动。");
        assert_eq!(town.texts(SET).await, ["0"]);

        lan.says("/quota").await;
        lan.presses("集中学习").await;
        lan.presses("汪清县").await;
        assert_eq!(
            lan.buttons(),
            ["所有人", "县处级以上", "乡科级", "普通党员", "下级单位"]
        );
        lan.presses("下级单位").await;
        assert_eq!(
            lan.buttons(),
            ["汪清县春阳镇", "汪清县百草沟镇", "某一个人"]
        );
        let ask = lan.presses("某一个人").await;
        assert_eq!(ask, "集中学习 给谁定？\n请写姓名，例如：周俊哲");
        let nobody = lan.says("高海").await;
        assert!(
            nobody.starts_with("您的单位里没有“高海”，没有改动。"),
            "{nobody}"
        );
        let how_much = lan.says("周俊哲").await;
        assert!(how_much.contains("集中学习 每人多少？"), "{how_much}");
        let unclear = lan.says("很多").await;
        assert!(
            unclear.starts_with("没看懂集中学习要多少，没有改动。"),
            "{unclear}"
        );
        // Who says meanwhile that she is away is understood all the same.
        assert!(lan.says("明天请假").await.starts_with("✓ 请假 3月4日 周二"));
        assert_eq!(
            lan.says("44学时").await,
            "集中学习 周俊哲，汪清县春阳镇 镇长 5.5天\n影响1人：5天 → 5.5天"
        );
        lan.presses("确定").await;
        assert!(zhou.says("/me").await.contains("集中学习 0/5.5天"));
        // What she says now is about herself again.
        assert!(lan.says("半天").await.starts_with("✓ 3月3日 周一 半天"));
        town.closes().await;
    }
}

#[tokio::test]
async fn nothing_goes_below_what_the_campaign_fixes() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let refused = office.says("/quota 集中学习 金桂文 4学时").await;
        let words =
            "活动规定不少于1天，没有改成半天。\n最少可以这样写：\n“/quota 集中学习 金桂文 1天”";
        assert_eq!(refused, words);
        // Of the two members of the city one owes a day, the other three.
        let mixed = office.says("/quota 集中学习 2天 延吉市 普通党员").await;
        assert_eq!(
            mixed,
            "集中学习 延吉市 普通党员 2天\n影响1人：1天 → 2天\n影响1人：3天 → 2天"
        );
        let forged = office.data("确定").replace(":16000:", ":4000:");
        let answer = office.forges(&forged).await;
        assert!(
            answer.starts_with("活动规定不少于1天，没有改成半天。"),
            "{answer}"
        );
        assert_eq!(town.texts(SET).await, ["0"]);
        for (text, begins) in [
            ("/quota 弹琴 3天", "没看懂是哪项任务，没有改动。"),
            ("/quota 集中学习 很多", "没看懂集中学习要多少，没有改动。"),
            ("/quota 走亲连心 3天", "没看懂走亲连心要多少，没有改动。"),
            (
                "/quota 集中学习 6天 某某镇",
                "您的单位里没有“某某镇”，没有改动。",
            ),
            ("/quota 历史", "还没有自定过要求。"),
        ] {
            let answer = office.says(text).await;
            assert!(answer.starts_with(begins), "{text}: {answer}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn only_who_cares_for_people_sets_their_targets() {
    for base in bases().await {
        let town = Town::on(base).await;
        liaison(&town, "李兰", "汪清县/春阳镇").await;
        let (lan, gao) = (town.cadre("李兰").await, town.cadre("高海").await);
        lan.says("/quota 集中学习 6天").await;
        let set = lan.data("确定");
        assert_eq!(gao.says("/quota").await, DENIED);
        assert_eq!(gao.forges(&set).await, DENIED);
        let elsewhere = lan.says("/quota 集中学习 6天 额穆镇").await;
        assert!(
            elsewhere.starts_with("您的单位里没有“额穆镇”，没有改动。"),
            "{elsewhere}"
        );
        let other = town
            .texts(
                "SELECT 'k:l:study:u' || id || ':-:48000' FROM units WHERE path = '敦化市/额穆镇'",
            )
            .await;
        assert_eq!(lan.forges(&other[0]).await, DENIED);
        let person = town
            .texts("SELECT 'k:y:study:c' || id || ':-:48000:0' FROM cadres WHERE name = '高海'")
            .await;
        assert_eq!(lan.forges(&person[0]).await, DENIED);
        assert_eq!(town.texts(SET).await, ["0"]);
        let attempts = town.attempts().await;
        let refused = attempts.iter().filter(|line| line.ends_with(" 0"));
        assert_eq!(refused.count(), 4, "{attempts:#?}");
        let stranger = town.phone(99, "路人");
        let answer = stranger.says("/quota").await;
        assert_eq!(answer, DENIED);
        town.closes().await;
    }
}

#[tokio::test]
async fn an_old_button_shows_anew_what_has_changed_since() {
    for base in bases().await {
        let town = Town::on(base).await;
        liaison(&town, "李兰", "汪清县/春阳镇").await;
        liaison(&town, "周俊哲", "汪清县/春阳镇").await;
        let (lan, zhou) = (town.cadre("李兰").await, town.cadre("周俊哲").await);
        lan.says("/quota 集中学习 6天").await;
        let hers = lan.last().expect("a preview").message_id;
        let set = lan.data("确定");
        zhou.says("/quota 集中学习 7天").await;
        zhou.presses("确定").await;
        town.becomes("2014-03-10 09:00").await;
        let again = lan.forges_on(hers, &set).await;
        assert_eq!(
            again,
            "集中学习 汪清县春阳镇 6天\n影响2人：7天 → 6天\n情况有变，请再看一遍。"
        );
        assert_eq!(town.texts(SET).await, ["1"], "one wins");
        let set = lan.data("确定");
        lan.presses_hastily(hers, &[&set, &set]).await;
        assert_eq!(
            lan.reads(),
            "集中学习 汪清县春阳镇 6天\n已经是这样，没有改动。"
        );
        assert_eq!(
            town.texts(SET).await,
            ["2"],
            "an impatient thumb sets it once"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn targets_are_set_listed_and_lifted_on_the_command_line() {
    const PEOPLE: &str = "单位,姓名,职级\n汪清县/春阳镇,周俊哲,正科级\n汪清县/春阳镇,李兰,科员\n";
    for base in bases().await {
        let desk = Desk::on(base).await;
        let file = desk.file("people.csv", PEOPLE);
        desk.duban(&["import", "roster", &file]).await.ends(0);
        let none = desk.duban(&["quota", "list"]).await.ends(0);
        assert_eq!(none.out, "no target is set locally\n");
        let set = [
            "quota",
            "set",
            "--duty",
            "study",
            "--unit",
            "汪清县",
            "--amount",
            "6 days",
        ];
        let said = desk.duban(&set).await.ends(0);
        assert_eq!(
            said.out.lines().collect::<Vec<_>>(),
            [
                "Study 汪清县 6 days",
                "1 person: 3 days → 6 days",
                "1 person: 5 days → 6 days",
                "set; those affected are told with their next reminder"
            ]
        );
        let again = desk.duban(&set).await.ends(0);
        assert!(
            again.out.ends_with("was so before; nothing changed\n"),
            "{}",
            again.out
        );
        assert_eq!(desk.count("SELECT COUNT(*) FROM news").await, 2);
        let low = [
            "quota",
            "set",
            "--duty",
            "study",
            "--unit",
            "汪清县",
            "--amount",
            "4 class_hours",
        ];
        let low = desk.duban(&low).await.ends(1);
        assert!(
            low.err.contains("the campaign fixes at least 1 day"),
            "{}",
            low.err
        );
        let quiet = desk.duban(&["check"]).await;
        assert!(!quiet.err.contains("quota study"), "{}", quiet.err);
        desk.meddle(
            "UPDATE quotas SET amount = 4000",
            "UPDATE quotas SET amount = 4000",
        )
        .await;
        let noted = desk.duban(&["check"]).await;
        let warning = "quota study 汪清县: 4 is less than the campaign fixes now, 8, which counts; \
                    lift it: duban quota lift --duty study --unit 汪清县";
        assert!(noted.err.contains(warning), "{}", noted.err);
        let lift = ["quota", "lift", "--duty", "study", "--unit", "汪清县"];
        desk.duban(&lift).await.ends(0);
        let none = desk.duban(&["quota", "list"]).await.ends(0);
        assert_eq!(none.out, "no target is set locally\n");
        let all = desk.duban(&["quota", "list", "--history"]).await.ends(0);
        assert_eq!(all.lines("Study 汪清县 ").len(), 2, "{}", all.out);
        let bad = [
            "quota",
            "set",
            "--duty",
            "piano",
            "--unit",
            "汪清县",
            "--amount",
            "1",
        ];
        let bad = desk.duban(&bad).await.ends(1);
        assert!(
            bad.err.contains("study, topics, research, households"),
            "{}",
            bad.err
        );
    }
}
