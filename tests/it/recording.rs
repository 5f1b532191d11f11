//! What people write at any time: read in four languages, spread over days, refused with the reason, and
//! never guessed. The same updates in any order, any number of times, leave the same sums.

use duban::sandbox::Sandbox;
use serde_json::{Value, json};

use super::support::{Town, bases};

#[tokio::test]
async fn free_text_is_read_in_four_languages() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        for (text, sum) in [
            ("半天", "2014-03-03 4000"),
            ("昨天下午学了3学时", "2014-03-02 3000"),
            ("昨天下午學習３學時", "2014-03-02 3000"),
            ("两个半小时", "2014-03-03 2500"),
            ("上周五学了一天", "2014-02-28 8000"),
            ("2月27日90分钟", "2014-02-27 1500"),
            ("half a day", "2014-03-03 4000"),
            ("studied 3 hours yesterday", "2014-03-02 3000"),
            ("반나절", "2014-03-03 4000"),
            ("어제 오후 3시간 공부했습니다", "2014-03-02 3000"),
        ] {
            let answer = yang.says(text).await;
            assert!(answer.starts_with("✓ "), "{text}: {answer}");
            assert_eq!(town.sums().await, [format!("杨勇涛 {sum}")], "{text}");
            yang.presses("撤销").await;
            assert_eq!(town.sums().await, [""; 0], "{text}");
        }
        let note = "SELECT source || ' ' || note FROM entries ORDER BY id LIMIT 1";
        assert_eq!(town.texts(note).await, ["text 半天"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_day_and_a_half_goes_back_over_work_days() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let answer = yang.says("一天半").await;
        assert!(
            answer.starts_with(
                "✓ 2月28日 周五 半天（4学时）\n✓ 3月3日 周一 1天（8学时）\n累计 1.5/5天"
            ),
            "{answer}"
        );
        assert_eq!(
            town.sums().await,
            ["杨勇涛 2014-02-28 4000", "杨勇涛 2014-03-03 8000"]
        );
        yang.presses("撤销").await;
        assert_eq!(town.sums().await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_not_clearly_an_amount_is_asked_about() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let before = town.record().await;
        for text in [
            "你好",
            "3",
            "半",
            "13812345678",
            "3.5/7",
            "2-3小时",
            "没学完",
            "他学了半天",
            "开会2小时",
            "hello",
            "안녕하세요",
            "<b>半天",
            "👍",
        ] {
            let answer = yang.says(text).await;
            assert!(
                answer.starts_with("没看懂学了多少。请这样写：\n半天、2学时、昨天1天。"),
                "{text}: {answer}"
            );
            assert_eq!(yang.buttons(), ["半天", "1天", "2学时", "其他", "今天没学"]);
        }
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_a_day_cannot_hold_is_refused_with_the_reason() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let before = town.record().await;
        for (text, reason) in [
            ("25小时", "一天最多记8学时，这次没有记。"),
            ("9学时", "一天最多记8学时，这次没有记。"),
            ("明天学半天", "3月4日 周二 还没到，没有记。"),
            (
                "1月10日学了半天",
                "2014年1月10日 周五 不在活动期内，没有记。",
            ),
        ] {
            let answer = yang.says(text).await;
            assert!(answer.starts_with(reason), "{text}: {answer}");
        }
        assert_eq!(town.record().await, before);

        yang.says("6学时").await;
        for (text, reason) in [
            (
                "3学时",
                "一天最多记8学时，\n3月3日 周一 已记6学时，还可记2学时。",
            ),
            ("今天没学", "3月3日 周一 已记6学时，没有改动。"),
        ] {
            let answer = yang.says(text).await;
            assert!(answer.starts_with(reason), "{text}: {answer}");
        }
        assert!(
            yang.says("2学时")
                .await
                .starts_with("✓ 3月3日 周一 2学时\n累计 1/5天")
        );
        let full = "一天最多记8学时，3月3日 周一 已记满。";
        assert!(yang.says("10分钟").await.starts_with(full));
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 8000"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_changes_what_another_has_recorded() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (yang, chen) = (town.cadre("杨勇涛").await, town.cadre("陈善").await);
        let stranger = town.phone(8_001, "李四");
        stranger.says("你好").await;
        yang.says("半天").await;
        let undo = yang.data("撤销");
        let before = (town.record().await, yang.reads());

        assert!(chen.forges(&undo).await.starts_with("您没有查看权限。"));
        for data in [undo.as_str(), "r:study:20140303:500:d", "t", "l:en"] {
            let said = stranger.forges(data).await;
            assert!(
                said.starts_with("请发来联络员给您的登记码"),
                "{data}: {said}"
            );
        }
        town.sandbox.group(-500, "工作群", true);
        town.sandbox.forge(yang.account, -500, 1, &undo);
        town.settles().await;
        assert!(
            town.sandbox
                .last(-500)
                .is_some_and(|one| one.text.contains("私聊"))
        );
        assert_eq!((town.record().await, yang.reads()), before);
        let refused: Vec<_> = town.attempts().await;
        let refused: Vec<_> = refused.iter().filter(|line| line.ends_with('0')).collect();
        let update = undo.trim_start_matches("u:");
        assert_eq!(
            refused,
            [
                &format!("陈善 undo update {update} 0"),
                &format!("- press {undo} 0"),
                &"- press r:study:20140303:500:d 0".to_owned(),
                &"- press t 0".to_owned(),
                &"- press l:en 0".to_owned(),
                &format!("杨勇涛 press {undo} 0"),
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn forged_buttons_record_nothing_that_words_could_not() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let before = town.record().await;
        let most = i64::MAX;
        for (data, reason) in [
            ("r:study:20140304:500:d".to_owned(), "3月4日 周二 还没到"),
            (
                "r:study:20140101:500:d".to_owned(),
                "1月1日 周三 不在活动期内",
            ),
            ("r:study:20140303:9000:c".to_owned(), "一天最多记8学时"),
            (format!("r:study:20140303:{most}:c"), "一天最多记8学时"),
            ("r:study:20140303:1000000:d".to_owned(), ""),
            (format!("r:study:20140303:{most}:d"), ""),
            ("r:study:20140303:-500:d".to_owned(), "这个按钮已过时"),
            ("r:study:20140303:1000:h".to_owned(), "这个按钮已过时"),
            ("r:households:20140303:1000:c".to_owned(), "这个按钮已过时"),
            ("r:nothing:20140303:1000:d".to_owned(), "这个按钮已过时"),
            ("n:study:20140304".to_owned(), "3月4日 周二 还没到"),
            ("u:1".to_owned(), "这个按钮已过时"),
            ("u:-1".to_owned(), "这个按钮已过时"),
            ("'; DROP TABLE entries; --".to_owned(), "这个按钮已过时"),
        ] {
            let answer = yang.forges_on(9_999, &data).await;
            assert!(answer.contains(reason), "{data}: {answer}");
            assert_eq!(town.record().await, before, "{data}");
        }
        town.closes().await;
    }
}

/// A text as Telegram sends it, with what no version of ours has ever heard of.
fn update(account: i64, text: &str) -> Value {
    json!({"message": {
        "message_id": 900_000,
        "from": {"id": account, "is_bot": false, "first_name": "某", "aura": {"level": 9}},
        "chat": {"id": account, "type": "private", "first_name": "某"},
        "date": 1_393_830_000,
        "text": text,
        "entities": [{"type": "date_time", "offset": 0, "length": 1, "unix_time": 1_393_830_000}],
        "hologram": {"of": ["a", "b"]},
    }})
}

#[tokio::test]
async fn what_is_new_in_an_update_never_loses_its_text() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        town.sandbox
            .inject(update(yang.account, "昨天下午学了3学时"));
        town.settles().await;
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-02 3000"]);
        assert!(yang.reads().starts_with("✓ 3月2日 周日 3学时"));

        // Kinds that nobody knows yet, and what nobody has written, change nothing.
        let before = town.record().await;
        for unknown in [
            json!({"telepathy": {"from": {"id": yang.account}, "chat": {"id": yang.account}}}),
            json!({"message": {"message_id": 1, "date": 0, "chat": {"id": yang.account, "type": "private"}}}),
            json!({"message": "半天"}),
            json!({"edited_message": update(yang.account, "1天")["message"]}),
            json!({"callback_query": {"id": "1", "from": {"id": yang.account, "is_bot": false}}}),
            json!({}),
        ] {
            town.sandbox.inject(unknown);
        }
        town.settles().await;
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

/// A die that falls the same way in every run.
struct Die(u64);

impl Die {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}

fn shuffled<T: Clone>(of: &[T], die: &mut Die) -> Vec<T> {
    let mut left = of.to_vec();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        order.push(left.swap_remove(die.below(left.len())));
    }
    order
}

fn bring(sandbox: &Sandbox, (id, account, text): &(i64, i64, &str)) {
    sandbox.inject_raw(*id, update(*account, text));
}

#[tokio::test]
async fn the_same_updates_in_any_order_any_number_of_times_leave_the_same_sums() {
    const SAID: [&str; 6] = [
        "半天",
        "昨天3学时",
        "2月27日两个半小时",
        "2月26日没学",
        "你好",
        "2月27日1学时",
    ];
    for base in bases().await {
        for seed in 1..=3 {
            let town = Town::on(base).await;
            let people = [town.cadre("杨勇涛").await, town.cadre("陈善").await];
            let mut die = Die(seed);
            let updates: Vec<_> = (700_001_000..)
                .zip(
                    SAID.iter()
                        .flat_map(|text| people.iter().map(move |one| (one, *text))),
                )
                .map(|(id, (one, text))| (id, one.account, text))
                .collect();
            let order = shuffled(&updates, &mut die);
            for (at, next) in order.iter().enumerate() {
                bring(&town.sandbox, next);
                for _ in 0..2 {
                    bring(&town.sandbox, &order[die.below(at + 1)]);
                }
                town.passes(2);
                town.settles().await;
            }
            let mut sums = town.sums().await;
            sums.sort();
            let mut expected: Vec<String> = ["杨勇涛", "陈善"]
                .iter()
                .flat_map(|name| {
                    [
                        format!("{name} 2014-02-26 0"),
                        format!("{name} 2014-02-27 3500"),
                        format!("{name} 2014-03-02 3000"),
                        format!("{name} 2014-03-03 4000"),
                    ]
                })
                .collect();
            expected.sort();
            assert_eq!(sums, expected, "seed {seed}");
            let answers = "SELECT 'answer' FROM outbox WHERE dedupe_key LIKE 'answer:700001%'";
            assert_eq!(town.texts(answers).await.len(), updates.len());
            town.closes().await;
        }
    }
}
