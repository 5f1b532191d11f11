//! What was studied, and how: added with a tap or in words. The amount stays, the old entry makes room for a new
//! one, and nobody labels what another has done.

use duban::domain::campaign::{Ask, Campaign};

use super::support::{Base, Person, Town, bases};

/// Form, topic and place of the sum: as it stands.
pub(super) const LABELS: &str =
    "SELECT e.on_date || ' ' || e.amount || ' ' || COALESCE(e.form, '-') || ' '
     || COALESCE(e.topic, '-') FROM entries e
     LEFT JOIN entry_events w ON w.entry_id = e.id AND w.kind = 'withdrawn'
     WHERE w.id IS NULL ORDER BY e.on_date, e.id";

/// Study is asked about its topic and then its form.
pub(super) fn asks(campaign: &mut Campaign) {
    let duties = &mut campaign.duties;
    let study = duties.iter_mut().find(|duty| duty.id == "study");
    let study = study.expect("study");
    study.asks = vec![Ask::Topic, Ask::Form];
    for label in study
        .topics
        .iter_mut()
        .filter(|label| label.id == "warnings")
    {
        label.words = vec!["警示片".to_owned()];
    }
    for (id, words) in [
        ("households", &["走访"][..]),
        ("research", &["蹲点", "调研"]),
        ("talks", &["谈心"]),
    ] {
        let duty = duties.iter_mut().find(|duty| duty.id == id);
        duty.expect(id).words = words.iter().map(|word| (*word).to_owned()).collect();
    }
}

/// The same, and each topic once is a duty of its own.
fn counts_topics(campaign: &mut Campaign) {
    asks(campaign);
    let mut topics = campaign.duty("study").expect("study").clone();
    "topics".clone_into(&mut topics.id);
    topics.measure = duban::domain::amount::Measure::Times;
    topics.shown_in = topics.measure;
    topics.slot = None;
    topics.asks = Vec::new();
    topics.topics_of = Some("study".to_owned());
    for target in &mut topics.targets {
        target.amount = duban::domain::amount::Amount::whole(7);
    }
    campaign.duties.push(topics);
}

pub(super) async fn town(base: Base) -> Town {
    Town::with(base, "2014-03-03 09:00", asks).await
}

/// The data of each button that says so on the newest message.
fn held(person: &Person<'_>, labels: &[&str]) -> Vec<String> {
    labels.iter().map(|label| person.data(label)).collect()
}

#[tokio::test]
async fn after_the_tap_what_was_studied_is_added_with_one_tap_and_how_with_another() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        let prompt = yang.last().expect("a prompt").message_id;
        let answer = yang.presses("半天").await;
        assert!(answer.ends_with("\n学了什么？可不选"), "{answer}");
        assert_eq!(
            yang.buttons(),
            [
                "理论宣讲",
                "理想信念",
                "革命传统",
                "更多",
                "撤销",
                "改",
                "补充材料"
            ]
        );
        let answer = yang.presses("更多").await;
        assert!(answer.ends_with("\n学了什么？可不选"), "{answer}");
        assert_eq!(yang.buttons().len(), 7 + 3);

        let answer = yang.presses("党纪法规").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n党纪法规\n累计 0.5/5天"),
            "{answer}"
        );
        assert!(answer.ends_with("\n怎么学的？可不选"), "{answer}");
        let answer = yang.presses("个人自学").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n个人自学，党纪法规\n累计 0.5/5天"),
            "{answer}"
        );
        assert!(!answer.contains('？'), "{answer}");
        assert_eq!(yang.buttons(), ["撤销", "改", "补充材料"]);
        let chat = town.sandbox.messages(yang.account);
        let records = chat.iter().filter(|one| one.text.starts_with('✓'));
        assert_eq!(
            records.filter(|one| one.message_id == prompt).count(),
            1,
            "one message"
        );
        assert_eq!(
            town.texts(LABELS).await,
            ["2014-03-03 4000 self discipline"]
        );
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 4000"]);
        // What was said stays: three rows, each in the place of the one before.
        let rows = "SELECT amount || ' ' || source || ' ' || prompt_id || ' ' ||
                    CASE WHEN corrects IS NULL THEN '-' ELSE '+' END FROM entries ORDER BY id";
        let row = |sign| format!("4000 tap {prompt} {sign}");
        assert_eq!(town.texts(rows).await, [row('-'), row('+'), row('+')]);

        let answer = yang.presses("撤销").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 已撤销\n累计 0/5天"),
            "{answer}"
        );
        assert_eq!(town.texts(LABELS).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn form_and_topic_are_heard_in_the_words_themselves() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        let answer = yang.says("昨天集中学习半天,党纪法规").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 半天（4学时）\n集中学习，党纪法规\n累计 0.5/5天"),
            "{answer}"
        );
        let answer = yang.says("看警示片2学时").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 2学时\n反面警示\n"),
            "{answer}"
        );
        assert!(answer.ends_with("怎么学的？可不选"), "{answer}");
        // The answer to the question may be written too; what it belongs to is what was said last.
        let answer = yang.says("个人自学").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 2学时\n个人自学，反面警示\n"),
            "{answer}"
        );
        assert_eq!(
            town.texts(LABELS).await,
            [
                "2014-03-02 4000 collective discipline",
                "2014-03-03 2000 self warnings"
            ]
        );
        // An hour later it could be of anything.
        town.becomes("2014-03-03 12:00").await;
        let before = town.record().await;
        let answer = yang.says("革命传统").await;
        assert!(answer.starts_with("没看懂学了多少。"), "{answer}");
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn all_days_that_were_said_at_once_get_the_label() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("一天半").await;
        let answer = yang.presses("理想信念").await;
        assert!(
            answer.starts_with(
                "✓ 2月28日 周五 半天（4学时）\n✓ 3月3日 周一 1天（8学时）\n理想信念\n累计 1.5/5天"
            ),
            "{answer}"
        );
        assert_eq!(
            town.texts(LABELS).await,
            ["2014-02-28 4000 - ideals", "2014-03-03 8000 - ideals"]
        );
        yang.presses("撤销").await;
        assert_eq!(town.texts(LABELS).await, [""; 0], "both go");
        town.closes().await;
    }
}

#[tokio::test]
async fn topics_that_are_missing_still_are_offered_first() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", counts_topics).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("昨天理论宣讲半天").await;
        yang.says("2月28日革命传统半天").await;
        yang.says("2学时").await;
        assert_eq!(
            yang.buttons()[..4],
            ["理想信念", "党纪法规", "实践体验", "更多"]
        );
        yang.presses("更多").await;
        assert_eq!(yang.buttons()[5..7], ["理论宣讲", "革命传统"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn an_impatient_thumb_labels_once_and_the_last_choice_stands() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("半天").await;
        let message = yang.last().expect("a record").message_id;
        let data = held(&yang, &["理论宣讲", "理想信念"]);
        let (theory, ideals) = (data[0].as_str(), data[1].as_str());
        yang.presses_hastily(message, &[theory, theory, theory])
            .await;
        assert_eq!(town.texts(LABELS).await, ["2014-03-03 4000 - theory"]);
        let rows = "SELECT CAST(COUNT(*) AS TEXT) FROM entries";
        assert_eq!(town.texts(rows).await, ["2"]);
        // The buttons of the message as it was, pressed before it changed: they find what stands in its place.
        yang.presses_hastily(message, &[ideals]).await;
        assert_eq!(town.texts(LABELS).await, ["2014-03-03 4000 - ideals"]);
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 4000"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn an_entry_that_waits_goes_on_waiting_and_one_that_counts_goes_on_counting() {
    for base in bases().await {
        let town = town(base).await;
        let yang = town.cadre("杨勇涛").await;
        let answer = yang.says("补记2月10日学了半天").await;
        assert!(
            answer.starts_with("✓ 2月10日 周一 半天（4学时）\n累计 0/5天"),
            "{answer}"
        );
        assert!(
            answer.contains("\n离今天较远，联络员确认后计入。"),
            "{answer}"
        );
        let answer = yang.presses("理论宣讲").await;
        assert!(
            answer.contains("\n离今天较远，联络员确认后计入。"),
            "{answer}"
        );
        let waits = "SELECT COALESCE(e.waits_for, '-') FROM entries e ORDER BY e.id";
        assert_eq!(town.texts(waits).await, ["late", "late"]);

        // Of yesterday; three weeks later it is of long ago, and its label changes nothing in that it counts.
        yang.says("昨天2学时").await;
        let message = yang.last().expect("a record").message_id;
        // What is covered already is not offered first.
        let ideals = yang.data("理想信念");
        town.becomes("2014-03-24 09:00").await;
        let answer = yang.forges_on(message, &ideals).await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 2学时\n理想信念\n累计 0.3/5天"),
            "{answer}"
        );
        assert_eq!(town.texts(waits).await, ["late", "late", "-", "-"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_labels_what_another_did_nor_what_no_longer_stands() {
    for base in bases().await {
        let town = town(base).await;
        let (yang, chen) = (town.cadre("杨勇涛").await, town.cadre("陈善").await);
        let stranger = town.phone(8_001, "李四");
        stranger.says("你好").await;
        yang.says("半天").await;
        let message = yang.last().expect("a record").message_id;
        let theory = yang.data("理论宣讲");
        let more = yang.data("更多");
        let before = (town.record().await, yang.reads());
        for data in [&theory, &more] {
            assert!(
                chen.forges(data).await.starts_with("您没有查看权限。"),
                "{data}"
            );
            let said = stranger.forges(data).await;
            assert!(said.starts_with("请发来联络员给您的登记码"), "{said}");
        }
        let update = theory.split(':').nth(2).expect("an update");
        for data in [
            format!("e:t:{update}:nonsense"),
            format!("e:f:{update}:theory"),
            format!("e:x:{update}:theory"),
            "e:t:1:theory".to_owned(),
        ] {
            let answer = yang.forges_on(message, &data).await;
            assert!(
                answer.starts_with("这个按钮已过时，没有改动。"),
                "{data}: {answer}"
            );
        }
        assert_eq!(
            (town.record().await, before.1),
            (
                before.0,
                town.sandbox
                    .messages(yang.account)
                    .into_iter()
                    .find(|one| one.message_id == message)
                    .expect("it")
                    .text
            )
        );
        let refused = town.attempts().await;
        let refused = refused
            .iter()
            .filter(|line| line.starts_with("陈善 correct"));
        assert_eq!(refused.count(), 2);

        // Withdrawn meanwhile: its label comes too late.
        yang.forges_on(message, &format!("u:{update}")).await;
        let before = town.record().await;
        let answer = yang.forges_on(message, &theory).await;
        assert!(answer.starts_with("这个按钮已过时，没有改动。"), "{answer}");
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn words_of_a_duty_choose_it() {
    for base in bases().await {
        let town = Town::with(base, "2014-02-12 09:00", asks).await;
        let zhou = town.cadre("周俊哲").await;
        for (text, said) in [
            ("走访3户", "✓ 2月12日 周三 走亲连心 3户\n累计 3/3户"),
            ("昨天蹲点1天", "✓ 2月11日 周二 蹲点调研 1天\n累计 1/3天"),
            ("调研半天", "✓ 2月12日 周三 蹲点调研 半天\n累计 1.5/3天"),
            ("谈心2次", "✓ 2月12日 周三 谈心谈话 2次\n累计 2/3次"),
            ("半天", "✓ 2月12日 周三 半天（4学时）\n累计 0.5/5天"),
        ] {
            let answer = zhou.says(text).await;
            assert!(answer.starts_with(said), "{text}: {answer}");
        }
        let before = town.record().await;
        for (text, said) in [
            (
                "走访了很多",
                "没看懂完成了多少。请这样写：\n1户、2户、3户。",
            ),
            ("谈心2小时", "没看懂完成了多少。请这样写：\n1次、2次。"),
            ("没走访", "没看懂完成了多少。"),
            ("走访谈心", "没看懂完成了多少。"),
            ("他走访3户", "没看懂完成了多少。"),
            ("3户", "没看懂学了多少。"),
            ("走访8户", "一天最多记10户，"),
            ("明天走访3户", "2月13日 周四 还没到，没有记。"),
        ] {
            let answer = zhou.says(text).await;
            assert!(answer.starts_with(said), "{text}: {answer}");
        }
        assert_eq!(town.record().await, before);
        // The buttons of a duty that is never asked for work as its words do; a command ends what was asked last.
        zhou.says("/me").await;
        zhou.says("走访了很多").await;
        assert_eq!(zhou.buttons(), ["1户", "2户", "3户", "其他"]);
        let answer = zhou.presses("2户").await;
        assert!(
            answer.starts_with("✓ 2月12日 周三 走亲连心 2户\n累计 5/3户"),
            "{answer}"
        );
        town.closes().await;
    }
}
