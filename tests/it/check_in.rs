//! A cadre is asked, answers by tap or in his own words, and it is kept. What others try with his record,
//! and what cannot be a record, changes nothing: `recording.rs`.

use duban::planner;

use super::support::{Person, Town, bases};

#[tokio::test]
async fn a_cadre_is_asked_taps_and_takes_it_back() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.becomes("2014-03-03 17:30").await;
        assert!(
            zhou.reads()
                .starts_with("今天的学习 3月3日 周一\n已学 0/5天"),
            "{}",
            zhou.reads()
        );

        let answer = zhou.presses("半天").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n累计 0.5/5天"),
            "{answer}"
        );
        let answer = zhou.says("昨天下午学了3学时").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 3学时\n累计 0.9/5天"),
            "{answer}"
        );
        let answer = zhou.presses("撤销").await;
        assert!(answer.contains("0.5/5天"), "{answer}");
        town.closes().await;
    }
}

#[tokio::test]
async fn only_work_days_bring_the_question() {
    for base in bases().await {
        let town = Town::with(base, "2014-02-07 09:00", |_| {}).await;
        let yang = town.cadre("杨勇涛").await;
        for (day, asked) in [
            ("2014-02-07", Some("2月7日 周五")),
            ("2014-02-08", Some("2月8日 周六")), // made up for the Spring Festival
            ("2014-02-09", None),
            ("2014-02-10", Some("2月10日 周一")),
            ("2014-04-04", Some("4月4日 周五")),
            ("2014-04-05", None),
            ("2014-04-06", None),
            ("2014-04-07", None), // 清明
            ("2014-04-08", Some("4月8日 周二")),
            ("2014-04-30", Some("4月30日 周三")),
            ("2014-05-01", None),
            ("2014-05-02", None),
            ("2014-05-03", None),
            ("2014-05-04", Some("5月4日 周日")), // made up for Labour Day
        ] {
            let before = yang.heard();
            town.becomes(&format!("{day} 17:30")).await;
            let heard = yang.heard() - before;
            match asked {
                Some(date) => {
                    assert_eq!(heard, 1, "{day}");
                    let question = format!("今天的学习 {date}\n已学 0/5天");
                    assert!(yang.reads().starts_with(&question), "{}", yang.reads());
                }
                None => assert_eq!(heard, 0, "{day}"),
            }
        }
        let days_off = "SELECT outcome || ' ' || reason || ' ' || COUNT(*) FROM occurrences
                        WHERE outcome = 'day_off' GROUP BY outcome, reason";
        let days_off = town.texts(days_off).await;
        assert_eq!(days_off.len(), 1, "{days_off:?}");
        assert!(days_off[0].starts_with("day_off not a work day"));
        town.closes().await;
    }
}

#[tokio::test]
async fn only_those_who_still_owe_are_asked() {
    for base in bases().await {
        let town = Town::on(base).await;
        for name in ["周俊哲", "陈善", "金桂文"] {
            town.cadre(name).await;
        }
        let met = town.cadre("李兰").await;
        assert!(met.says("五天").await.contains("累计 5/5天 已达标"));
        let answered = town.cadre("杨勇涛").await;
        answered.says("半天").await;
        let nothing = town.cadre("朴涛芳").await;
        nothing.says("今天没学").await;
        let blocked = town.cadre("高海").await;
        town.sandbox.block(blocked.account);
        town.settles().await;
        let left = town.cadre("崔梅晨").await;
        town.writes("UPDATE cadres SET active = 0 WHERE name = '崔梅晨'")
            .await;
        let retired = town.cadre("姜涛").await;
        // 林静 is on the roster and has no account.

        let day = town.books.today();
        let plan = planner::preview(&town.books, day, day)
            .await
            .expect("a plan");
        let planned: Vec<_> = plan
            .iter()
            .map(|row| format!("{} {}", row.name, row.summary))
            .collect();
        assert_eq!(
            planned,
            [
                "周俊哲 check-in study, counted 0; item 7, 3 days overdue; item 12, 3 days left",
                "陈善 check-in study, counted 0; item 18, 1 days left",
                "金桂文 check-in study, counted 0",
            ]
        );
        let silent = [&met, &answered, &nothing, &blocked, &left, &retired];
        let before = silent.map(Person::heard);
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(
            town.digests().await,
            ["周俊哲 sent", "陈善 sent", "金桂文 sent"]
        );
        assert_eq!(silent.map(Person::heard), before);

        // Tomorrow is another day for those who answered, and not for the others.
        town.becomes("2014-03-04 17:30").await;
        for (person, heard) in silent.iter().zip([0, 1, 1, 0, 0, 0]) {
            let name = &person.name;
            let at = silent
                .iter()
                .position(|one| one.name == *name)
                .expect("him");
            assert_eq!(person.heard() - before[at], heard, "{name}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn each_tier_is_asked_in_its_own_window() {
    for base in bases().await {
        let town = Town::with(base, "2014-01-22 09:00", |_| {}).await;
        let (upper, lower) = (town.cadre("林静").await, town.cadre("杨勇涛").await);
        for (at, asked) in [
            ("2014-01-22 17:30", [1, 0]), // the upper tier begins
            ("2014-01-24 17:30", [1, 0]),
            ("2014-02-07 17:30", [1, 1]), // the lower follows half a month later
            ("2014-09-30 17:30", [1, 1]), // the last day
            ("2014-10-08 17:30", [0, 0]),
        ] {
            let before = [upper.heard(), lower.heard()];
            town.becomes(at).await;
            let heard = [upper.heard() - before[0], lower.heard() - before[1]];
            assert_eq!(heard, asked, "{at}");
        }
        let last = "SELECT outcome || ', ' || reason FROM occurrences ORDER BY at DESC LIMIT 1";
        assert_eq!(town.texts(last).await, ["dropped, outside the campaign"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn an_impatient_thumb_records_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        let (half, day, none) = (yang.data("半天"), yang.data("1天"), yang.data("今天没学"));
        yang.presses_hastily(prompt, &[&half, &half, &half]).await;
        assert!(
            yang.reads()
                .starts_with("✓ 3月3日 周一 半天（4学时）\n累计 0.5/5天")
        );
        // Nor does another button of the prompt that has been answered.
        yang.presses_hastily(prompt, &[&day, &none]).await;
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 4000"]);
        let entries = "SELECT source || ' ' || amount || ' ' || prompt_id FROM entries";
        assert_eq!(town.texts(entries).await, [format!("tap 4000 {prompt}")]);
        let chat = town.sandbox.messages(yang.account);
        let asked = chat.iter().filter(|one| one.text.starts_with("✓ 3月3日"));
        assert_eq!(asked.count(), 1, "the prompt has become its result");
        town.closes().await;
    }
}

#[tokio::test]
async fn nothing_today_is_an_answer_too() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let answer = yang.presses("今天没学").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 没学，已记下\n累计 0/5天"),
            "{answer}"
        );
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 0"]);
        let answer = yang.says("其实学了半天").await;
        assert!(answer.contains("半天"), "{answer}");
        town.closes().await;
    }
}

#[tokio::test]
async fn other_says_how_to_write_it_and_leaves_the_question_open() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        let half = yang.data("半天");
        let answer = yang.presses("其他").await;
        assert_eq!(answer, "请直接写来，例如：\n半天\n2学时\n昨天1天");
        assert_eq!(town.sums().await, [""; 0]);
        let answer = yang.forges_on(prompt, &half).await;
        assert!(answer.starts_with("✓ 3月3日 周一 半天"), "{answer}");
        town.closes().await;
    }
}

#[tokio::test]
async fn undo_gives_the_question_back() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        yang.presses("半天").await;
        let undo = yang.data("撤销");
        let answer = yang.presses("撤销").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 已撤销\n累计 0/5天"),
            "{answer}"
        );
        assert_eq!(yang.buttons(), ["半天", "1天", "2学时", "其他", "这天没有"]);
        assert_eq!(town.sums().await, [""; 0]);
        let kept = "SELECT e.amount || ' ' || w.kind FROM entries e
                    JOIN entry_events w ON w.entry_id = e.id";
        assert_eq!(
            town.texts(kept).await,
            ["4000 withdrawn"],
            "what was said stays"
        );

        let answer = yang.forges_on(prompt, &undo).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        let answer = yang.presses("1天").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 1天（8学时）\n累计 1/5天"),
            "{answer}"
        );
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 8000"]);
        town.closes().await;
    }
}
