//! Who is away says so and is left alone: no question, no reminder, and nothing is owed on those days.

use duban::planner;

use super::support::{Town, bases};

#[tokio::test]
async fn nobody_is_disturbed_on_leave_and_what_came_due_is_said_afterwards() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let answer = zhou.says("请假 3.4-3.7").await;
        assert_eq!(
            answer,
            "✓ 请假 3月4日 周二 至 3月7日 周五\n共4个工作日，期间不打扰。"
        );
        assert_eq!(zhou.buttons(), ["撤销"]);
        let me = zhou.says("/me").await;
        assert!(me.ends_with("\n请假 3月4日 周二 至 3月7日 周五"), "{me}");

        let day = |text: &str| text.parse().expect("a day");
        let plan = planner::preview(&town.books, day("2014-03-03"), day("2014-03-10"))
            .await
            .expect("a plan");
        let planned: Vec<_> = plan
            .iter()
            .map(|row| town.books.local_day(row.at).to_string())
            .collect();
        assert_eq!(planned, ["2014-03-03", "2014-03-10"]);

        town.becomes("2014-03-03 17:30").await;
        assert!(zhou.reads().starts_with("今天的学习 3月3日 周一\n"));
        let before = zhou.heard();
        for at in ["2014-03-04 17:30", "2014-03-06 17:30", "2014-03-07 17:30"] {
            town.becomes(at).await;
            assert_eq!(zhou.heard(), before, "{at}");
        }
        // An answer is an answer, on leave too.
        assert!(zhou.says("半天").await.starts_with("✓ 3月7日 周五 半天"));
        town.becomes("2014-03-10 17:30").await;
        let reads = zhou.reads();
        // The target is what it was; item 7's step of the 7th fell on his leave.
        assert!(
            reads.starts_with("今天的学习 3月10日 周一\n已学 0.5/5天"),
            "{reads}"
        );
        assert!(reads.contains(" 🔴 7号 "), "{reads}");
        assert!(reads.contains(" 🔴 12号 "), "{reads}");
        assert_eq!(town.digests().await, ["周俊哲 sent", "周俊哲 sent"]);
        assert!(!zhou.says("/me").await.contains("请假"));
        town.closes().await;
    }
}

#[tokio::test]
async fn leave_is_said_in_four_languages() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        for (text, days) in [
            ("今天请假", "leave 2014-03-03 2014-03-03"),
            ("请假三天", "leave 2014-03-03 2014-03-05"),
            ("明天请假", "leave 2014-03-04 2014-03-04"),
            ("请假3月10日到3月14日", "leave 2014-03-10 2014-03-14"),
            ("年假 3.10-3.14", "leave 2014-03-10 2014-03-14"),
            ("出差到周五", "trip 2014-03-03 2014-03-07"),
            ("休假一周", "leave 2014-03-03 2014-03-09"),
            ("請假到週五", "leave 2014-03-03 2014-03-07"),
            ("on leave until Friday", "leave 2014-03-03 2014-03-07"),
            ("leave 10-14 March", "leave 2014-03-10 2014-03-14"),
            ("휴가 3월10일-3월14일", "leave 2014-03-10 2014-03-14"),
            ("금요일까지 출장", "trip 2014-03-03 2014-03-07"),
        ] {
            let answer = yang.says(text).await;
            assert!(answer.starts_with("✓ "), "{text}: {answer}");
            assert_eq!(town.leaves().await, [format!("杨勇涛 {days}")], "{text}");
            let back = yang.presses("撤销").await;
            assert!(back.starts_with("✓ 已撤销："), "{text}: {back}");
            assert_eq!(town.leaves().await, [""; 0], "{text}");
        }
        let kept = "SELECT kind FROM leave_events";
        assert_eq!(town.texts(kept).await.len(), 12, "what was said stays");
        town.closes().await;
    }
}

#[tokio::test]
async fn the_prompt_offers_leave_and_becomes_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        let question = yang.presses("请假").await;
        assert_eq!(
            question,
            "请假到哪天？\n别的日子请直接写来，如\n“请假3.10-3.14”“请假三天”。"
        );
        assert_eq!(yang.buttons(), ["今天", "到周五"]);
        assert_eq!(town.leaves().await, [""; 0], "asking is not taking");
        let (today, friday) = (yang.data("今天"), yang.data("到周五"));
        yang.presses_hastily(prompt, &[&friday, &friday]).await;
        assert_eq!(
            yang.reads(),
            "✓ 请假 3月3日 周一 至 3月7日 周五\n共5个工作日，期间不打扰。"
        );
        yang.presses_hastily(prompt, &[&today]).await;
        assert!(yang.reads().starts_with("这几天已经记过，没有改动。\n"));
        assert_eq!(
            town.leaves().await,
            ["杨勇涛 leave 2014-03-03 2014-03-07"],
            "an impatient thumb takes it once"
        );
        assert_eq!(yang.last().expect("a message").message_id, prompt);
        assert!(
            yang.reads()
                .contains("请假 3月3日 周一 至 3月7日 周五\n共5个工作日")
        );

        // The bare word asks too, and knows what stands.
        let question = yang.says("出差").await;
        assert!(
            question.starts_with("出差到哪天？\n已记 请假 3月3日 周一 至 3月7日 周五\n"),
            "{question}"
        );
        assert_eq!(yang.buttons(), ["今天", "到周五", "撤销"]);
        let back = yang.presses("撤销").await;
        assert_eq!(
            back,
            "✓ 已撤销：请假 3月3日 周一 至 3月7日 周五\n这些天照常问学习。"
        );
        // The prompt is gone: its question is offered again.
        assert!(yang.presses("半天").await.starts_with("✓ 3月3日 周一 半天"));
        town.becomes("2014-03-04 17:30").await;
        assert!(yang.reads().starts_with("今天的学习 3月4日 周二\n"));
        town.closes().await;
    }
}

#[tokio::test]
async fn a_leave_that_adds_no_day_is_not_recorded_again() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("请假3.4-3.6").await;
        for text in ["请假3.5", "出差3.4-3.6", "明天请假三天"] {
            assert_eq!(
                yang.says(text).await,
                "这几天已经记过，没有改动。\n请假 3月4日 周二 至 3月6日 周四\n共3个工作日，期间不打扰。",
                "{text}"
            );
            assert_eq!(town.leaves().await.len(), 1, "{text}");
        }
        assert!(
            yang.says("请假3.6-3.10")
                .await
                .starts_with("✓ 请假 3月6日 周四 至 3月10日 周一\n共3个")
        );
        // Both together cover these days: neither can be taken back for them.
        let stands = yang.says("请假3.4-3.10").await;
        assert!(
            stands.contains("\n请假 3月4日 周二 至 3月10日 周一\n共5个工作日"),
            "{stands}"
        );
        assert_eq!(yang.buttons(), [""; 0]);
        assert!(
            yang.says("/me")
                .await
                .ends_with("请假 3月4日 周二 至 3月10日 周一")
        );
        assert_eq!(
            town.leaves().await,
            [
                "杨勇涛 leave 2014-03-04 2014-03-06",
                "杨勇涛 leave 2014-03-06 2014-03-10"
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_not_clear_or_not_possible_is_refused_with_what_would_be_right() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let before = town.record().await;
        let unclear = "没看懂是哪几天，没有记。\n请按整天这样写：“请假3.10-3.14”、\n“请假三天”、“请假到周五”。";
        for (text, reason) in [
            ("请假半天", unclear),
            ("请假几天", unclear),
            ("小王请假三天", unclear),
            ("取消请假三天", unclear),
            ("从明天起请假", unclear),
            (
                "请假3.1-3.7",
                "3月1日 周六 已经过去，没有记。\n请从今天起写，如“请假3.3-3.7”。",
            ),
            (
                "昨天请假",
                "3月2日 周日 已经过去，没有记。\n请从今天起写，如“请假3.10-3.14”。",
            ),
            (
                "请假3.14-3.10",
                "3月10日 周一\n在 3月14日 周五 之前，没有记。\n请先写开始那天，如“请假3.10-3.14”。",
            ),
            (
                "产假3.10-6.10",
                "一次最多记60天，没有记。\n请分几次写，先写\n“请假3.10-5.8”。",
            ),
            ("请假100天", "一次最多记60天，没有记。"),
            // Study stays study.
            ("请假前学了半天", "没看懂学了多少。"),
            ("放假三天", "没看懂学了多少。"),
        ] {
            let answer = yang.says(text).await;
            assert!(answer.starts_with(reason), "{text}: {answer}");
        }
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_leave_ends_before_its_time_and_the_days_that_are_over_stay() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let none = yang.says("销假").await;
        assert_eq!(
            none,
            "您没有记着的请假或出差。\n要请假请写，如“请假3.10-3.14”。"
        );
        // Not begun: it is as if it had not been said.
        yang.says("出差3.10-3.14").await;
        let cancelled = yang.says("取消出差").await;
        assert!(
            cancelled.starts_with("✓ 已取消：出差 3月10日 周一 至 3月14日 周五\n"),
            "{cancelled}"
        );
        assert_eq!(town.leaves().await, [""; 0]);

        yang.says("请假到周五").await;
        town.becomes("2014-03-05 09:00").await;
        let before = yang.heard();
        let ended = yang.says("销假").await;
        assert_eq!(
            ended,
            "✓ 已销假：请假 3月3日 周一 至 3月7日 周五\n记到3月4日 周二 为止。\n照常提醒，您也可以现在答。"
        );
        assert_eq!(
            town.leaves().await,
            ["杨勇涛 leave 2014-03-03 2014-03-04"],
            "the days that are over were leave"
        );
        assert!(!yang.says("/me").await.contains("请假"));
        town.becomes("2014-03-05 17:30").await;
        assert_eq!(yang.heard(), before + 3, "asked again from that day on");
        assert!(yang.reads().starts_with("今天的学习 3月5日 周三\n"));
        // Nothing is left to end.
        assert!(yang.says("销假").await.starts_with("您没有记着的"));
        town.closes().await;
    }
}

#[tokio::test]
async fn forged_and_stale_buttons_take_no_leave() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (yang, zhou) = (town.cadre("杨勇涛").await, town.cadre("周俊哲").await);
        let stranger = town.phone(99_001, "陌生人");
        stranger.says("你好").await;
        town.becomes("2014-03-03 17:30").await;
        yang.presses("请假").await;
        let friday = yang.data("到周五");
        yang.says("请假3.10-3.14").await;
        let undo = yang.data("撤销");
        let before = town.record().await;

        let answer = zhou.forges(&undo).await;
        assert_eq!(answer, "您没有查看权限。\n如需查看，请联系活动办。");
        let stale = "这个按钮已过时，没有改动。";
        for data in [
            "v:leave:20140304:20140304",
            "v:leave:20140303:20140302",
            "v:trip:20140303:20140502",
            "v:leave:20140303",
            "v:rest:20140303:20140303",
            "w:123456",
        ] {
            let answer = zhou.forges(data).await;
            assert!(answer.starts_with(stale), "{data}: {answer}");
        }
        for data in ["q", &friday, &undo] {
            let answer = stranger.forges(data).await;
            assert!(
                answer.starts_with("请发来联络员给您的登记码"),
                "{data}: {answer}"
            );
        }
        assert!(
            stranger
                .says("请假三天")
                .await
                .starts_with("请发来联络员给您的登记码")
        );
        town.becomes("2014-03-04 09:00").await;
        let answer = yang.forges(&friday).await;
        assert!(answer.starts_with(stale), "yesterday's button: {answer}");
        assert_eq!(town.record().await, before);

        let attempts = town.attempts().await;
        for attempt in [
            format!(
                "周俊哲 undo_leave update {} 0",
                undo.trim_start_matches("w:")
            ),
            "周俊哲 press v:leave:20140303 0".to_owned(),
            "- press q 0".to_owned(),
        ] {
            assert!(attempts.contains(&attempt), "{attempt}: {attempts:?}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_leave_is_taken_back_once_and_by_nobody_else() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("请假3.4").await;
        let undo = yang.data("撤销");
        let back = yang.presses("撤销").await;
        assert_eq!(back, "✓ 已撤销：请假 3月4日 周二\n这些天照常问学习。");
        let again = yang.forges(&undo).await;
        assert!(again.starts_with("这个按钮已过时，没有改动。"), "{again}");
        let events = "SELECT kind FROM leave_events";
        assert_eq!(town.texts(events).await, ["withdrawn"]);
        // What was taken back may be said anew.
        assert!(
            yang.says("请假3.4")
                .await
                .starts_with("✓ 请假 3月4日 周二\n共1个工作日")
        );
        town.closes().await;
    }
}
