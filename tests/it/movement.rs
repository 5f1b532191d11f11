//! Movement: somebody serves elsewhere or as something else from a day on, or leaves. What he recorded stays his,
//! what he owes follows the day's rule, and what was is kept.

use duban::import::roster::{Terms, import_as};

use super::support::{Desk, EAST_BOT, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const POSTINGS: &str = "SELECT c.name || ' ' || u.path || ' ' || p.rank || ' ' || p.active || ' ' || p.from_date || ' '
    || CASE WHEN p.applied_at IS NULL THEN 'waits' ELSE 'holds' END
    FROM postings p JOIN cadres c ON c.id = p.cadre_id JOIN units u ON u.id = p.unit_id ORDER BY p.id";
const PLACE: &str = "SELECT u.path || ' ' || c.rank || ' ' || c.active FROM cadres c JOIN units u ON u.id = c.unit_id
    WHERE c.name = '周俊哲'";

#[tokio::test]
async fn a_move_to_come_waits_for_its_day_and_the_account_follows() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("半天").await;
        let preview = office
            .says("/move 周俊哲 敦化市 县处级以上 从3月10日")
            .await;
        assert_eq!(
            preview,
            "周俊哲，汪清县春阳镇 镇长\n→ 敦化市，从3月10日 周一起\n职级 乡科级 → 县处级以上\n\
             集中学习 5天 → 7天\n走亲连心 3户 → 5户\n联系点走访 无 → 1次\n已记的照旧：0.5/5天 进度正常\n\
             到那天自动生效。"
        );
        assert_eq!(
            town.texts(POSTINGS).await,
            [""; 0],
            "a preview records nothing"
        );
        let recorded = office.presses("确定").await;
        assert!(recorded.starts_with("✓ 已记下：周俊哲，"), "{recorded}");
        let was = "周俊哲 汪清县/春阳镇 section 1 2014-01-20 holds";
        let then = |stands| format!("周俊哲 敦化市 county 1 2014-03-10 {stands}");
        assert_eq!(town.texts(POSTINGS).await, [was.to_owned(), then("waits")]);
        assert!(zhou.says("/me").await.contains("集中学习 0.5/5天"));
        let told = "SELECT news FROM news";
        assert_eq!(
            town.texts(told).await,
            [r#"{"news":"moved","unit":"敦化市","rank":"county","from":"2014-03-10"}"#]
        );

        town.becomes("2014-03-09 23:59").await;
        assert_eq!(town.texts(PLACE).await, ["汪清县/春阳镇 section 1"]);
        town.becomes("2014-03-10 00:01").await;
        assert_eq!(town.texts(PLACE).await, ["敦化市 county 1"]);
        assert_eq!(town.texts(POSTINGS).await, [was.to_owned(), then("holds")]);
        let me = zhou.says("/me").await;
        assert!(me.contains("集中学习 0.5/7天"), "{me}");
        assert_eq!(
            office.says("/move 周俊哲").await,
            "周俊哲，敦化市\n3月10日 周一起 敦化市 县处级以上\n1月20日 周一起 汪清县春阳镇 乡科级"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn an_old_button_shows_anew_and_an_impatient_thumb_moves_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (office, chen) = (town.office("林静").await, town.office("陈善").await);
        office.says("/move 周俊哲 百草沟镇").await;
        let message = office.last().expect("a preview").message_id;
        let set = office.data("确定");
        chen.says("/move 周俊哲 延吉市").await;
        chen.presses("确定").await;
        town.becomes("2014-03-10 09:00").await;
        let again = office.forges_on(message, &set).await;
        assert!(
            again.starts_with("周俊哲，延吉市\n→ 汪清县百草沟镇，从3月3日 周一起\n"),
            "{again}"
        );
        assert!(again.ends_with("\n情况有变，请再看一遍。"), "{again}");
        assert_eq!(town.texts(PLACE).await, ["延吉市 section 1"], "one wins");
        let set = office.data("确定");
        office.presses_hastily(message, &[&set, &set]).await;
        assert_eq!(town.texts(PLACE).await, ["汪清县/百草沟镇 section 1"]);
        assert_eq!(town.texts(POSTINGS).await.len(), 3);
        assert!(
            office.reads().ends_with("已经记过，没有改动。"),
            "{}",
            office.reads()
        );

        let early = office.says("/move 周俊哲 延吉市 从3月1日").await;
        assert!(
            early.starts_with("周俊哲从3月3日 周一起才在现在的单位，"),
            "{early}"
        );
        let late = office.says("/move 周俊哲 延吉市 从12月1日").await;
        assert!(late.starts_with("日子不在活动期内，没有改动。"), "{late}");
        let same = office.says("/move 周俊哲 乡科级").await;
        assert!(same.ends_with("已经是这样，没有改动。"), "{same}");
        town.closes().await;
    }
}

#[tokio::test]
async fn only_the_office_moves_people_and_only_between_its_units() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.grants("李兰", Some("汪清县")).await;
        let (lan, gao) = (town.cadre("李兰").await, town.cadre("高海").await);
        assert_eq!(gao.says("/move 周俊哲 延吉市").await, DENIED);
        let there = lan.says("/move 周俊哲 延吉市").await;
        assert!(
            there.starts_with("没有找到单位“延吉市”，没有改动。"),
            "{there}"
        );
        let nobody = lan.says("/move 高海 春阳镇").await;
        assert!(
            nobody.starts_with("您可管理的单位里没有“高海”，没有改动。"),
            "{nobody}"
        );
        assert!(lan.says("/move").await.starts_with("请写姓名和新单位："));
        lan.says("/move 周俊哲 百草沟镇").await;
        let set = lan.data("确定");
        assert_eq!(gao.forges(&set).await, DENIED);
        let out = town
            .texts(
                "SELECT 'm:l:' || c.id || ':u' || u.id || ':-:20140303' FROM cadres c, units u
                 WHERE c.name = '周俊哲' AND u.path = '敦化市'",
            )
            .await;
        assert_eq!(lan.forges(&out[0]).await, DENIED);
        let other = town
            .texts("SELECT 'm:y:' || id || ':x:-:20140303:0' FROM cadres WHERE name = '高海'")
            .await;
        assert_eq!(lan.forges(&other[0]).await, DENIED);
        assert_eq!(town.texts(POSTINGS).await, [""; 0]);
        let refused = town.attempts().await;
        let refused: Vec<_> = refused.iter().filter(|line| line.ends_with(" 0")).collect();
        assert_eq!(refused.len(), 4, "{refused:#?}");
        // Her grant ends between preview and confirming.
        town.revokes("李兰", Some("汪清县")).await;
        assert_eq!(lan.forges(&set).await, DENIED);
        assert_eq!(town.texts(PLACE).await, ["汪清县/春阳镇 section 1"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn who_leaves_is_asked_no_more() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        let zhou = town.cadre("周俊哲").await;
        let preview = office.says("/move 周俊哲 调离 从3月5日").await;
        assert!(
            preview.contains("\n离开名册，从3月5日 周三起\n集中学习 5天 → 无\n"),
            "{preview}"
        );
        office.presses("确定").await;
        town.becomes("2014-03-04 17:30").await;
        assert!(
            zhou.reads().starts_with("今天的学习 3月4日 周二"),
            "{}",
            zhou.reads()
        );
        let before = zhou.heard();
        town.becomes("2014-03-05 17:30").await;
        assert_eq!(zhou.heard(), before);
        assert_eq!(town.texts(PLACE).await, ["汪清县/春阳镇 section 0"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_move_under_another_bot_is_told_on_its_day() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.bots.push(duban::domain::campaign::Bot {
                id: "east".to_owned(),
                units: vec!["敦化市".to_owned()],
            });
        })
        .await;
        let office = town.office("林静").await;
        let zhou = town.cadre("周俊哲").await;
        office.says("/move 周俊哲 敦化市 从3月10日").await;
        office.presses("确定").await;
        town.becomes("2014-03-10 09:00").await;
        town.becomes("2014-03-10 09:05").await;
        assert!(
            zhou.reads().contains("@duban_east_bot"),
            "{} {EAST_BOT}",
            zhou.reads()
        );
        town.closes().await;
    }
}

const PEOPLE: &str = "单位,姓名,职务,职级,手机号\n汪清县/春阳镇,周俊哲,镇长,正科级,15271743001\n汪清县/春阳镇,李兰,副镇长,副科级,15271743002\n\
    汪清县/百草沟镇,杨勇涛,镇长,正科级,15271743003\n";
/// One moves up, one is gone, one is new.
const CHANGED: &str = "单位,姓名,职务,职级,手机号\n延吉市,周俊哲,副市长,副县级,15271743001\n汪清县/春阳镇,李兰,副镇长,副科级,15271743002\n\
    汪清县/春阳镇,金新,,,15271743004\n";

#[tokio::test]
async fn a_changed_roster_is_shown_as_movements_and_what_was_is_kept() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let (first, changed) = (
            desk.file("first.csv", PEOPLE),
            desk.file("changed.csv", CHANGED),
        );
        desk.duban(&["import", "roster", &first]).await.ends(0);
        let joined = desk
            .count("SELECT COUNT(*) FROM cadres WHERE joined_on IS NOT NULL")
            .await;
        assert_eq!(joined, 0, "with the first roster everybody is there");
        assert_eq!(desk.count("SELECT COUNT(*) FROM postings").await, 0);
        let before = desk.export("roster").await;
        let from = ["import", "roster", &changed, "--from", "2014-03-10"];
        let dry = desk
            .duban(&[&from[..], &["--dry-run", "--leavers"]].concat())
            .await
            .ends(0);
        let moves = "> moves: 周俊哲 汪清县/春阳镇 → 延吉市, Rank: Section level → County level and above, \
                     Study 5 days → 7 days, Household visits 3 households → 5 households; post: 镇长 → 副市长";
        let leaves = "> leaves: 杨勇涛 汪清县/百草沟镇, Study 5 days → nothing, Topics of study 7 topics → nothing, Household visits 3 households → nothing";
        assert_eq!(dry.lines("> "), [moves, leaves]);
        assert_eq!(dry.lines("of these "), ["of these 1 moved, 1 left"]);
        assert_eq!(desk.export("roster").await, before);

        let said = desk.duban(&from).await.ends(0);
        assert_eq!(
            said.lines("- "),
            ["- 汪清县/百草沟镇 杨勇涛: not in the table, kept as it was"]
        );
        assert_eq!(
            said.summary(),
            "3 rows taken: 1 new, 1 changed, 1 unchanged; 0 refused; 1 missing from the table"
        );
        let people = desk.export("roster").await;
        let of = |name: &str, column: &str| {
            let person = people.iter().find(|person| person["name"] == name);
            person.expect(name)[column].clone()
        };
        assert_eq!(
            (of("周俊哲", "unit"), of("周俊哲", "rank")),
            ("延吉市".into(), "county".into())
        );
        assert_eq!(
            (of("金新", "joined_on"), of("李兰", "joined_on")),
            ("2014-03-10".into(), String::new())
        );
        let postings = desk.export("postings").await;
        let lines: Vec<_> = postings
            .iter()
            .map(|of| {
                format!(
                    "{} {} {} {}",
                    of["name"], of["unit"], of["post"], of["from_date"]
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                "周俊哲 汪清县/春阳镇 镇长 2014-01-20",
                "周俊哲 延吉市 副市长 2014-03-10"
            ]
        );
        assert!(postings.iter().all(|of| !of["applied_at"].is_empty()));
        assert_eq!(desk.count("SELECT COUNT(*) FROM news").await, 1);

        let again = desk
            .duban(&[&from[..], &["--leavers"]].concat())
            .await
            .ends(0);
        assert_eq!(again.lines("of these "), ["of these 0 moved, 1 left"]);
        let gone = desk
            .count("SELECT COUNT(*) FROM cadres WHERE active = 0")
            .await;
        assert_eq!(gone, 1);
        let entire = desk.export("postings").await;
        desk.duban(&[&from[..], &["--leavers"]].concat())
            .await
            .ends(0);
        assert_eq!(
            desk.export("postings").await,
            entire,
            "again, it changes nothing"
        );
    }
}

#[tokio::test]
async fn a_roster_of_a_day_to_come_waits_and_is_not_taken_twice() {
    for base in bases().await {
        let town = Town::on(base).await;
        let from = "2014-03-10".parse().ok();
        let table = "单位,姓名,职务,职级,手机号,是否班子成员\n汪清县/百草沟镇,周俊哲,书记,正科级,15271743002,是\n\
            汪清县/春阳镇,李兰,副镇长,副科级,15271743005,是\n汪清县/春阳镇,金新,,,15271743099,否\n";
        let take = || async {
            let terms = Terms {
                from,
                ..Terms::default()
            };
            let quiet = |_: usize, _: usize| {};
            let (store, campaign) = (&town.books.store, &town.books.campaign);
            let now = town.books.clock.now();
            import_as(
                store,
                campaign,
                table.as_bytes(),
                "t.csv",
                terms,
                now,
                &quiet,
            )
            .await
            .expect("a roster")
        };
        let report = take().await;
        assert_eq!((report.new, report.changed, report.moved), (1, 1, 1));
        assert_eq!(town.texts(PLACE).await, ["汪清县/春阳镇 section 1"]);
        let new = "SELECT c.name || ' ' || c.active || ' ' || c.joined_on FROM cadres c WHERE c.name = '金新'";
        assert_eq!(town.texts(new).await, ["金新 0 2014-03-10"]);
        let postings = town.texts(POSTINGS).await;
        let again = take().await;
        assert_eq!((again.new, again.changed, again.same), (0, 0, 3));
        assert_eq!(town.texts(POSTINGS).await, postings);
        town.becomes("2014-03-10 00:01").await;
        assert_eq!(town.texts(PLACE).await, ["汪清县/百草沟镇 section 1"]);
        assert_eq!(town.texts(new).await, ["金新 1 2014-03-10"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn people_are_moved_on_the_command_line() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let file = desk.file("first.csv", PEOPLE);
        desk.duban(&["import", "roster", &file]).await.ends(0);
        let key = desk.export("roster").await.into_iter();
        let key = key
            .filter(|of| of["name"] == "周俊哲")
            .map(|of| of["key"].clone());
        let key = key.collect::<Vec<_>>().concat();
        let to = |rest: &[&str]| {
            let mut line: Vec<String> = ["move", "--cadre", &key].map(str::to_owned).into();
            line.extend(rest.iter().map(|&word| word.to_owned()));
            line
        };
        let desk = &desk;
        let run = |line: Vec<String>| async move {
            let line: Vec<&str> = line.iter().map(String::as_str).collect();
            desk.duban(&line).await
        };
        let moved = run(to(&["--unit", "汪清县/百草沟镇", "--from", "2014-03-10"]))
            .await
            .ends(0);
        assert_eq!(
            moved.out,
            "moves: 周俊哲 汪清县/春阳镇 → 汪清县/百草沟镇\nrecorded\n"
        );
        let again = run(to(&["--unit", "汪清县/百草沟镇", "--from", "2014-03-10"]))
            .await
            .ends(0);
        assert!(
            again
                .out
                .ends_with("was recorded before; nothing changed\n"),
            "{}",
            again.out
        );
        let early = run(to(&["--rank", "county", "--from", "2014-03-01"]))
            .await
            .ends(1);
        assert!(
            early.err.contains("holds since 2014-03-10"),
            "{}",
            early.err
        );
        for (bad, says) in [
            (&["--unit", "某县"][..], "there is no unit"),
            (&["--rank", "大师"], "the campaign has no rank"),
        ] {
            let said = run(to(bad)).await.ends(1);
            assert!(said.err.contains(says), "{}", said.err);
        }
        run(to(&[])).await.ends(2);
        let left = run(to(&["--leaves", "--from", "2014-04-01"])).await.ends(0);
        assert!(
            left.out
                .starts_with("leaves: 周俊哲 汪清县/百草沟镇, Study 5 days → nothing"),
            "{}",
            left.out
        );
        assert_eq!(
            desk.count("SELECT COUNT(*) FROM cadres WHERE active = 0")
                .await,
            1
        );
        assert_eq!(desk.count("SELECT COUNT(*) FROM postings").await, 3);
        assert_eq!(
            desk.count("SELECT COUNT(*) FROM audit WHERE action = 'move'")
                .await,
            2
        );
    }
}
