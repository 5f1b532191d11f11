//! Every duty is recorded in two taps or a sentence; what the duty asks besides comes after, a step each, and
//! nothing that was said is lost by stopping.

use super::support::{Town, asking, bases};

/// What stands: duty, amount, form, with whom, words.
const STANDING: &str = "SELECT e.duty || ' ' || e.amount || ' ' || COALESCE(e.form, '-') || ' ' \
     || COALESCE(p.name, '-') || ' ' || e.subject || ' ' || e.source
     FROM entries e LEFT JOIN cadres p ON p.id = e.with_cadre
     WHERE NOT EXISTS (SELECT 1 FROM entry_events w WHERE w.entry_id = e.id) ORDER BY e.id";
const OPINIONS: &str = "SELECT o.subject || ' ' || o.words || ' ' || e.amount FROM opinions o
     JOIN entries e ON e.id = o.entry_id ORDER BY o.id";

#[tokio::test]
async fn a_talk_is_recorded_in_two_taps_and_more_is_said_a_step_each() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(zhou.says("/record").await, "记哪一项？");
        let duties = zhou.buttons();
        assert!(duties.contains(&"集中学习 0/5天".to_owned()), "{duties:?}");
        let asked = zhou.presses("谈心谈话 0/3次").await;
        assert!(asked.starts_with("谈心谈话 0/3次"), "{asked}");
        assert!(asked.ends_with("3月3日 周一 完成了多少？\n请点下面，或直接写来。"));
        assert_eq!(zhou.buttons(), ["1次", "2次", "其他"]);
        let recorded = zhou.presses("1次").await;
        assert!(
            recorded.starts_with("✓ 3月3日 周一 谈心谈话 1次\n累计 1/3次")
                && recorded.ends_with("\n是哪一种？请点下面。"),
            "{recorded}"
        );
        assert_eq!(zhou.buttons(), ["谈什么", "谈透", "跳过", "撤销"]);
        // Two taps: it is on record, whether he goes on or not.
        assert_eq!(
            town.texts(STANDING).await,
            ["talks 1000 - -  tap"],
            "{base:?}"
        );

        let asked = zhou.presses("谈什么").await;
        assert!(
            asked.ends_with("\n和谁谈的？请点下面，或写姓名。"),
            "{asked}"
        );
        // Those of his unit who owe talks as he does.
        assert_eq!(zhou.buttons(), ["李兰", "跳过", "撤销"]);
        let done = zhou.presses("李兰").await;
        assert!(
            done.starts_with(
                "✓ 3月3日 周一 谈心谈话 1次\n谈什么\n对方：李兰，汪清县春阳镇 副镇长\n累计 1/3次"
            ),
            "{done}"
        );
        assert_eq!(zhou.buttons(), ["撤销", "记其他"]);
        assert_eq!(town.texts(STANDING).await, ["talks 1000 first 李兰  tap"]);
        let all = "SELECT COUNT(*) || ' ' || COUNT(corrects) FROM entries";
        assert_eq!(
            town.texts(all).await,
            ["3 2"],
            "corrections are rows of their own"
        );

        // Again, from the same message: a new one, so that it is no second tap on the old.
        zhou.presses("记其他").await;
        zhou.presses("谈心谈话 1/3次").await;
        let second = zhou.presses("2次").await;
        assert!(
            second.starts_with("✓ 3月3日 周一 谈心谈话 2次\n累计 3/3次 已达标"),
            "{second}"
        );
        let gone = zhou.presses("撤销").await;
        assert!(
            gone.starts_with("✓ 3月3日 周一 谈心谈话 已撤销\n累计 1/3次"),
            "{gone}"
        );
        assert_eq!(town.texts(STANDING).await, ["talks 1000 first 李兰  tap"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_visit_is_recorded_in_words_with_the_household_and_what_it_wants() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("/record").await;
        zhou.presses("走亲连心 0/3户").await;
        let how = zhou.presses("其他").await;
        assert_eq!(how, "请直接写来，例如：1户、2户、3户");
        let unclear = zhou.says("好几户").await;
        assert_eq!(unclear, "没看懂完成了多少。请这样写：\n1户、2户、3户。");
        let full = zhou.says("99户").await;
        assert!(full.starts_with("一天最多记10户"), "{full}");
        let recorded = zhou.says("2").await;
        assert!(
            recorded.starts_with("✓ 3月3日 周一 走亲连心 2户")
                && recorded.ends_with("\n哪一户？请写来，如“王家”。"),
            "{recorded}"
        );
        let asked = zhou.says("村头\n老王家").await;
        assert!(
            asked.contains("\n村头 老王家\n")
                && asked.ends_with("\n他们提了什么要求？\n请写来，如“想修路”。"),
            "{asked}"
        );
        let done = zhou.says("想修路，路灯不亮").await;
        assert!(
            done.contains("\n意见：想修路，路灯不亮\n累计 2/3户"),
            "{done}"
        );
        assert_eq!(
            town.texts(STANDING).await,
            ["households 2000 - - 村头 老王家 text"]
        );
        assert_eq!(
            town.texts(OPINIONS).await,
            ["村头 老王家 想修路，路灯不亮 2000"]
        );
        // The question is answered: what comes now is something else.
        let other = zhou.says("想修路").await;
        assert!(other.starts_with("没看懂学了多少"), "{other}");

        // "没有" leaves it open, and so does a long letter, which is said.
        zhou.says("走访李家1户").await;
        assert_eq!(zhou.buttons(), ["没有", "撤销"]);
        let long = zhou.says(&"路".repeat(301)).await;
        assert!(long.contains("太长了，没有记。请写300字以内。"), "{long}");
        let none = zhou.says("没有").await;
        assert!(
            none.starts_with("✓ 3月3日 周一 走亲连心 1户\n李家\n累计 3/3户"),
            "{none}"
        );
        assert_eq!(town.texts(OPINIONS).await.len(), 1, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_sentence_says_it_all_and_what_is_no_such_sentence_is_not_guessed() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let zhou = town.cadre("周俊哲").await;
        let visit = zhou.says("昨天走访王家1户,想修路").await;
        assert!(
            visit.starts_with("✓ 3月2日 周日 走亲连心 1户\n王家\n意见：想修路\n累计 1/3户"),
            "{visit}"
        );
        assert_eq!(zhou.buttons(), ["撤销", "记其他"]);
        let talk = zhou.says("和李兰谈心1次").await;
        assert!(
            talk.starts_with("✓ 3月3日 周一 谈心谈话 1次\n对方：李兰，汪清县春阳镇 副镇长\n")
                && talk.ends_with("是哪一种？请点下面。"),
            "{talk}"
        );
        let nobody = zhou.says("和张三谈心1次").await;
        assert!(
            nobody.starts_with("✓ 3月3日 周一 谈心谈话 1次\n累计 2/3次")
                && nobody.ends_with("县里没有找到“张三”。\n和谁谈的？请点下面，或写姓名。"),
            "{nobody}"
        );
        assert_eq!(
            town.texts(STANDING).await,
            [
                "households 1000 - - 王家 text",
                "talks 1000 - 李兰  text",
                "talks 1000 - -  text"
            ]
        );
        assert_eq!(town.texts(OPINIONS).await, ["王家 想修路 1000"]);
        zhou.says("/me").await;
        let before = town.record().await;
        for text in ["走访了很多户", "和李兰谈心", "学习谈心文件很久"] {
            let answer = zhou.says(text).await;
            assert!(answer.starts_with("没看懂"), "{text}: {answer}");
        }
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_command_another_button_an_hour_or_another_record_ends_the_question() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let zhou = town.cadre("周俊哲").await;
        let asks = "SELECT 'asks' FROM dialogues";
        let unclear = "没看懂学了多少";

        // A command in the middle.
        zhou.says("/record").await;
        zhou.presses("走亲连心 0/3户").await;
        zhou.presses("1户").await;
        assert_eq!(town.texts(asks).await, ["asks"]);
        zhou.says("/me").await;
        assert_eq!(town.texts(asks).await, [""; 0]);
        let said = zhou.says("王家").await;
        assert!(said.starts_with(unclear), "{said}");

        // What was offered on the message still answers on the same day; an hour later words do not.
        zhou.says("走访赵家2户").await;
        assert_eq!(town.texts(asks).await, ["asks"]);
        town.becomes("2014-03-03 10:05").await;
        let said = zhou.says("想修桥").await;
        assert!(said.starts_with(unclear), "{said}");

        // Study and leave are what they are, whatever was asked.
        zhou.says("走访钱家3户").await;
        let study = zhou.says("半天").await;
        assert!(study.starts_with("✓ 3月3日 周一 半天（4学时）"), "{study}");
        assert_eq!(town.texts(asks).await, [""; 0]);
        zhou.says("走访孙家4户").await;
        let leave = zhou.says("明天请假").await;
        assert!(leave.starts_with("✓ 请假"), "{leave}");
        assert_eq!(town.texts(asks).await, [""; 0], "{base:?}");
        assert_eq!(town.texts(OPINIONS).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_question_outlives_the_service_and_nothing_said_is_lost() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("/record").await;
        zhou.presses("走亲连心 0/3户").await;
        zhou.presses("1户").await;
        let town = town.outlives_an_outage_until("2014-03-03 09:30").await;
        let zhou = town.known("周俊哲");
        let asked = zhou.says("王家").await;
        assert!(
            asked.starts_with("✓ 3月3日 周一 走亲连心 1户\n王家"),
            "{asked}"
        );
        assert_eq!(
            town.texts(STANDING).await,
            ["households 1000 - - 王家 tap"],
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_step_pressed_twice_late_or_by_another_changes_nothing() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let (zhou, yang) = (town.cadre("周俊哲").await, town.cadre("杨勇涛").await);
        zhou.says("/record").await;
        zhou.presses("谈心谈话 0/3次").await;
        let (message, once) = (zhou.last().expect("a message").message_id, zhou.data("1次"));
        zhou.presses_hastily(message, &[&once, &once, &once]).await;
        assert_eq!(
            town.texts(STANDING).await,
            ["talks 1000 - -  tap"],
            "{base:?}"
        );
        let (first, last, undo) = (zhou.data("谈什么"), zhou.data("谈透"), zhou.data("撤销"));
        zhou.presses_hastily(message, &[&first, &first]).await;
        assert_eq!(town.texts(STANDING).await, ["talks 1000 first -  tap"]);
        let partner = zhou.data("李兰");
        zhou.presses_hastily(message, &[&partner, &once, &partner])
            .await;
        let standing = ["talks 1000 first 李兰  tap"];
        assert_eq!(town.texts(STANDING).await, standing);

        // Somebody else's record, be it with his own message's data.
        let before = town.record().await;
        yang.says("/me").await;
        for data in [&first, &partner, &undo] {
            let answer = yang.forges(data).await;
            assert!(answer.starts_with("您没有查看权限"), "{data}: {answer}");
        }
        let tried: Vec<String> = town.attempts().await;
        let denied =
            |line: &&String| line.starts_with("杨勇涛 record update") && line.ends_with('0');
        assert_eq!(tried.iter().filter(denied).count(), 3, "{tried:?}");
        for data in [
            "f:l:1:first",
            "f:d:nothing",
            "f:a:nothing:20140303:1000:t",
            "f:l:1:no",
        ] {
            let answer = yang.forges(data).await;
            assert!(
                answer.starts_with("这个按钮已过时") || answer.starts_with("这条记录已撤销"),
                "{data}: {answer}"
            );
        }
        assert_eq!(town.record().await, before);

        // A week later: the step is of another day, the offer too, which is asked anew.
        town.becomes("2014-03-10 09:00").await;
        let gone = zhou.forges_on(message, &last).await;
        assert!(
            gone.starts_with("这条记录已撤销、已退回，或不是今天记的"),
            "{gone}"
        );
        let late = zhou.forges_on(message, &once).await;
        assert!(
            late.starts_with("刚才的按钮是3月3日 周一的，没有记。\n谈心谈话 1/3次"),
            "{late}"
        );
        assert_eq!(town.texts(STANDING).await, standing);
        // To take it back he may at any time, once.
        let undone = zhou.forges_on(message, &undo).await;
        assert!(
            undone.starts_with("✓ 3月3日 周一 谈心谈话 已撤销"),
            "{undone}"
        );
        let again = zhou.forges_on(message, &undo).await;
        assert!(again.starts_with("这条记录已撤销"), "{again}");
        assert_eq!(town.texts(STANDING).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_was_heard_is_shown_by_number_to_who_cares_for_the_unit_and_goes_with_the_visit() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("李兰", "汪清县/春阳镇").await;
        town.makes_liaison("金桂文", "延吉市").await;
        let (zhou, lan) = (town.cadre("周俊哲").await, town.cadre("李兰").await);
        let jin = town.cadre("金桂文").await;
        assert_eq!(lan.says("/opinions").await, "还没有记下群众意见。");
        for n in 1..=9 {
            let (day, house) = if n > 5 {
                ("昨天", "李家")
            } else {
                ("", "王家")
            };
            zhou.says(&format!("{day}走访{house}1户,要求{n}")).await;
            if n != 1 && n != 6 {
                zhou.presses("再记一次").await;
            }
        }
        let page = lan.says("/opinions").await;
        assert!(
            page.starts_with(
                "群众意见 9条\n9号 李家：要求9\n   汪清县春阳镇 周俊哲 3月2日 周日\n8号 "
            ),
            "{page}"
        );
        assert!(!page.contains("要求1\n"), "{page}");
        let earlier = lan.presses("更早的").await;
        assert!(earlier.contains("\n1号 王家：要求1\n"), "{earlier}");
        assert_eq!(lan.buttons(), [""; 0]);
        assert_eq!(
            jin.says("/opinions").await,
            "还没有记下群众意见。",
            "another county"
        );
        let denied = zhou.says("/opinions").await;
        assert!(denied.starts_with("您没有查看权限"), "{denied}");
        let forged = zhou.forges("f:v:99").await;
        assert!(forged.starts_with("您没有查看权限"), "{forged}");

        zhou.says("前天走访孙家1户,修井").await;
        assert!(
            lan.says("/opinions")
                .await
                .starts_with("群众意见 10条\n10号 孙家：修井")
        );
        zhou.presses("撤销").await;
        assert!(
            lan.says("/opinions")
                .await
                .starts_with("群众意见 9条\n9号 "),
            "{base:?}"
        );
        town.closes().await;
    }
}

/// The campaign as it is: sentences of whatever duty, one after the other.
#[tokio::test]
async fn a_sentence_names_its_duty_asks_what_is_missing_and_is_not_doubled() {
    const VISITS: &str = "SELECT e.subject || ' ' || e.amount FROM entries e
         LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
         WHERE e.duty = 'households' AND w.id IS NULL ORDER BY e.id";
    for base in bases().await {
        let town = Town::with(base, "2014-05-12 09:00", |_| {}).await;
        let zhou = town.cadre("周俊哲").await;
        // Between two of the duty's windows.
        let visit = zhou.says("走访王家1户,想修路").await;
        assert_eq!(
            visit,
            "✓ 5月12日 周一 走亲连心 1户\n王家\n意见：想修路\n累计 0/3户 进度偏慢\n\
             这天不在规定的时间段内，不计入。\n下一段 6月21日 周六 至 7月11日 周五"
        );
        let asked = zhou.says("走访王家1户,想修路").await;
        assert_eq!(asked, "5月12日 周一 已记1户\n是同一次吗？");
        zhou.presses("是同一次").await;
        assert_eq!(town.texts(VISITS).await, ["王家 1000"]);
        let other = zhou.says("走访李家1户").await;
        assert!(
            other.starts_with("✓ 5月12日 周一 走亲连心 1户\n李家"),
            "{other}"
        );
        zhou.says("走访王家1户,想修路").await;
        let twice = zhou.presses("再记一次").await;
        assert!(
            twice.starts_with("✓ 5月12日 周一 走亲连心 1户\n王家\n意见：想修路"),
            "{twice}"
        );
        assert_eq!(
            town.texts(VISITS).await,
            ["王家 1000", "李家 1000", "王家 1000"]
        );

        // What is said while a question waits, and tells of another record, is no answer to it.
        let talk = zhou.says("和李兰谈心1次").await;
        assert!(talk.ends_with("\n是哪一种？请点下面。"), "{talk}");
        let research = zhou.says("昨天蹲点调研半天").await;
        assert!(
            research.starts_with("✓ 5月11日 周日 蹲点调研 半天\n累计 0.5/3天"),
            "{research}"
        );
        assert!(
            research.ends_with("\n在哪里？请写来，如“长安村”。"),
            "{research}"
        );
        // A button says it twice as words do.
        zhou.says("半天").await;
        zhou.says("/record").await;
        zhou.presses("集中学习 0.5/5天").await;
        let same = zhou.presses("半天").await;
        assert_eq!(same, "5月12日 周一 已记半天（4学时）\n是同一次吗？");
        let other = zhou.says("昨天蹲点调研半天").await;
        assert!(other.starts_with("5月11日 周日 已记半天"), "{other}");
        zhou.presses("再记一次").await;
        let placed = zhou.says("长安村").await;
        assert!(
            placed.starts_with("✓ 5月11日 周日 蹲点调研 半天\n长安村"),
            "{placed}"
        );
        town.closes().await;
    }
}
