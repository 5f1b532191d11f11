//! An account is bound to a person: a code, a question, a yes; whatever else is tried binds nothing.

use super::support::{Town, bases};

/// A code that nobody has.
const NOBODYS: &str = "ABCDEFGHJKMNPQRS";
/// A message that is not there any more: what a press on it leads to comes as a new one.
const GONE: i64 = 9_999;

#[tokio::test]
async fn a_code_asks_who_one_is_and_only_yes_binds() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, code) = (town.phone(8_001, "周俊哲"), town.code("周俊哲").await);
        let before = town.record().await;
        assert_eq!(
            zhou.says(&format!("/start {code}")).await,
            "请确认：周俊哲，汪清县春阳镇 镇长。是您吗？"
        );
        assert_eq!(zhou.buttons(), ["是我", "不是我"]);
        assert_eq!(town.record().await, before, "a question binds nothing");

        assert_eq!(
            zhou.presses("是我").await,
            "✓ 已登记：周俊哲，汪清县春阳镇 镇长\n每个工作日17:30问一次学习情况。\n\
             您可以随时直接发“半天”“2学时”。\n/help 看全部功能"
        );
        assert_eq!(
            zhou.buttons(),
            [""; 0],
            "the question has become its answer"
        );
        let links = "SELECT c.name || ' ' || l.telegram_id || ' ' || l.language || ' ' || l.state
                     FROM links l JOIN cadres c ON c.id = l.cadre_id";
        assert_eq!(town.texts(links).await, ["周俊哲 8001 zh-CN linked"]);
        assert_eq!(town.attempts().await, ["周俊哲 link  1"]);
        assert!(zhou.says("/me").await.contains("周俊哲"));
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_says_not_me_leaves_the_code_good_for_its_owner() {
    for base in bases().await {
        let town = Town::on(base).await;
        let code = town.code("周俊哲").await;
        let (other, zhou) = (town.phone(8_001, "李四"), town.phone(8_002, "周俊哲"));
        let before = town.record().await;
        other.says(&format!("/start {code}")).await;
        let answer = other.presses("不是我").await;
        assert!(answer.starts_with("没有登记，登记码仍然有效。"), "{answer}");
        assert_eq!(town.record().await, before);
        assert_eq!(town.attempts().await, ["周俊哲 link_declined  0"]);
        assert!(
            other
                .says("半天")
                .await
                .starts_with("请发来联络员给您的登记码")
        );

        zhou.says(&code).await;
        assert!(zhou.presses("是我").await.starts_with("✓ 已登记：周俊哲"));
        town.closes().await;
    }
}

#[tokio::test]
async fn a_code_is_read_however_it_is_typed() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, code) = (town.phone(8_001, "周俊哲"), town.code("周俊哲").await);
        let (head, tail) = code.split_at(8);
        for typed in [
            format!("/start {code}"),
            format!("/START {code}"),
            format!("/start@duban_test_bot {code}"),
            format!("/start  {}\n", code.to_ascii_lowercase()),
            code.clone(),
            code.to_ascii_lowercase(),
            format!(" {head} {tail} "),
            format!("{head}-{tail}").to_ascii_lowercase(),
            format!("{head}　{tail}"),
        ] {
            let answer = zhou.says(&typed).await;
            assert!(answer.starts_with("请确认：周俊哲"), "{typed}: {answer}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn every_code_that_binds_nothing_is_told_why() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhous, chens) = (town.code("周俊哲").await, town.code("陈善").await);
        let chen = town.cadre("陈善").await;
        town.writes(
            "INSERT INTO invites (code, cadre_id, created_at, expires_at)
             SELECT 'SECNDCDEFGHJKMNP', id, 0, 99999999999999 FROM cadres WHERE name = '陈善'",
        )
        .await;
        town.sandbox.group(-500, "春阳镇工作群", true);
        let stranger = town.phone(8_001, "李四");
        let before = town.record().await;

        for (text, answer) in [
            (NOBODYS, "没有这个登记码。"),
            ("/start", "请发来联络员给您的登记码"),
            ("/start x", "没有这个登记码。"),
            (chens.as_str(), "这个登记码已经用过。"),
            ("SECNDCDEFGHJKMNP", "登记码对应的人已用另一个账号登记。"),
        ] {
            let said = stranger.says(text).await;
            assert!(said.starts_with(answer), "{text}: {said}");
            assert_eq!(stranger.buttons(), [""; 0], "{text}");
        }
        // Someone else's code, from an account that is bound: still himself.
        let said = chen.says(&format!("/start {zhous}")).await;
        assert!(said.starts_with("您已登记：陈善，敦化市委"), "{said}");
        let said = stranger.says_in(-500, &format!("/start {zhous}")).await;
        assert!(
            said.starts_with("群里别人看得到登记码，所以没有登记。"),
            "{said}"
        );
        assert_eq!(town.record().await, before);

        town.becomes("2014-05-12 10:00").await;
        let said = stranger.says(&zhous).await;
        assert!(said.starts_with("这个登记码已过期。"), "{said}");
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_question_pressed_too_late_binds_nobody() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhous, gaos) = (town.code("周俊哲").await, town.code("高海").await);
        let jins = town.code("金桂文").await;
        let (zhou, other) = (town.phone(8_001, "周俊哲"), town.phone(8_002, "李四"));
        let (gao, jin) = (town.phone(8_003, "高海"), town.phone(8_004, "金桂文"));
        for (person, code) in [
            (&zhou, &zhous),
            (&other, &zhous),
            (&gao, &gaos),
            (&jin, &jins),
        ] {
            assert!(person.says(code).await.starts_with("请确认"));
        }
        zhou.presses("是我").await;
        town.writes("UPDATE cadres SET active = 0 WHERE name = '高海'")
            .await;
        let before = town.record().await;

        let said = other.presses("是我").await;
        assert!(said.starts_with("这个登记码已经用过。"), "{said}");
        let said = gao.presses("是我").await;
        assert!(
            said.starts_with("这个登记码已过期。"),
            "he has left: {said}"
        );
        town.becomes("2014-05-12 10:00").await;
        let said = jin.presses("是我").await;
        assert!(said.starts_with("这个登记码已过期。"), "{said}");
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn forged_answers_to_the_question_bind_nobody() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhous, chens) = (town.code("周俊哲").await, town.code("陈善").await);
        let chen = town.cadre("陈善").await;
        let stranger = town.phone(8_001, "李四");
        stranger.says("你好").await;
        let before = town.record().await;

        for (data, answer) in [
            (format!("ly:{NOBODYS}"), "没有这个登记码。"),
            (format!("ly:{chens}"), "这个登记码已经用过。"),
            (format!("ln:{chens}"), "这个登记码已经用过。"),
            (format!("ln:{NOBODYS}"), "没有这个登记码。"),
            ("ly:".to_owned(), "这个按钮已过时，没有改动。"),
        ] {
            let said = stranger.forges_on(GONE, &data).await;
            assert!(said.starts_with(answer), "{data}: {said}");
        }
        for data in [
            format!("ly:{zhous}"),
            format!("ln:{zhous}"),
            format!("ln:{chens}"),
        ] {
            let said = chen.forges_on(GONE, &data).await;
            assert!(said.starts_with("您已登记：陈善"), "{data}: {said}");
        }
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn guessing_is_slowed_down_and_then_free_again() {
    for base in bases().await {
        let town = Town::on(base).await;
        let code = town.code("周俊哲").await;
        let (zhou, other) = (town.phone(8_001, "周俊哲"), town.phone(8_002, "李四"));
        let before = town.record().await;
        for _ in 0..4 {
            assert!(zhou.says(NOBODYS).await.starts_with("没有这个登记码。"));
        }
        let said = zhou.forges_on(GONE, &format!("ly:{NOBODYS}")).await;
        assert!(said.starts_with("没有这个登记码。"), "{said}");

        // From now on no code is looked at, right or wrong, typed or forged.
        let wait = "登记码错了多次，请过15分钟再试。";
        assert!(zhou.says(&code).await.starts_with(wait));
        assert!(zhou.says(NOBODYS).await.starts_with(wait));
        assert!(
            zhou.forges_on(GONE, &format!("ly:{code}"))
                .await
                .starts_with(wait)
        );
        assert!(other.says(&code).await.starts_with("请确认：周俊哲"));
        assert_eq!(town.record().await, before);

        town.passes(14 * 60);
        let said = zhou.says(&code).await;
        assert!(
            said.starts_with("登记码错了多次，请过1分钟再试。"),
            "{said}"
        );
        town.passes(60);
        assert!(zhou.says(&code).await.starts_with("请确认：周俊哲"));
        assert!(zhou.presses("是我").await.starts_with("✓ 已登记"));
        town.closes().await;
    }
}
