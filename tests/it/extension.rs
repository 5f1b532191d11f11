//! 申请延期: asked for by whoever is responsible, at most as often as the kind allows, and kept until the reviewer
//! answers.

use duban::domain::campaign::Campaign;

use super::support::{Person, Town, bases};

/// More time may be asked for once.
fn once(campaign: &mut Campaign) {
    for kind in &mut campaign.kinds {
        kind.extensions = 1;
    }
}

/// The step of an item's button, as its page offers it.
async fn step(town: &Town, no: &str, code: char) -> String {
    let all = town
        .texts("SELECT no || ' ' || CAST(id AS TEXT) FROM items ORDER BY id")
        .await;
    let found = all.iter().find_map(|line| {
        let (its, id) = line.split_once(' ')?;
        (its == no).then(|| id.to_owned())
    });
    format!("i:{}:{code}", found.expect("an item"))
}

async fn asked(town: &Town) -> Vec<String> {
    town.texts(
        "SELECT no || ' ' || COALESCE(extension_to, '-') || ' ' || COALESCE(extension_why, '-')
         FROM items WHERE extensions > 0 ORDER BY id",
    )
    .await
}

async fn is_denied(town: &Town, person: &Person<'_>, data: &str) {
    let before = town.record().await;
    let said = person.forges(data).await;
    assert!(said.contains("您没有查看权限"), "{said}");
    assert_eq!(town.record().await, before, "{data}");
    let attempts = town.attempts().await;
    let tried = format!("{} extension_asked item", person.name);
    assert!(
        attempts
            .iter()
            .any(|line| line.starts_with(&tried) && line.ends_with(" 0")),
        "{attempts:?}"
    );
}

#[tokio::test]
async fn more_time_is_asked_for_in_a_sentence_and_kept_with_its_reason() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", once).await;
        let zhou = town.cadre("周俊哲").await;
        let said = zhou.says("12号申请延期到3月20日，因为资金未到位").await;
        assert_eq!(
            said,
            "✓ 12号 已申请延期到3月20日 周四\n原因 资金未到位\n等审核人答复，答复前时限不变。"
        );
        assert_eq!(asked(&town).await, ["12 2014-03-20 资金未到位"]);
        let kept = "SELECT i.deadline || ' ' || e.kind || ' ' || e.note FROM items i
                    JOIN item_events e ON e.item_id = i.id WHERE i.no = '12' ORDER BY e.id DESC LIMIT 1";
        assert_eq!(
            town.texts(kept).await,
            ["2014-03-06 extension_asked 资金未到位"]
        );
        // Again while it waits; and nothing is kept of that.
        let again = zhou.says("12号申请延期到4月20日，因为资金未到位").await;
        assert!(again.starts_with("12号已申请延期，正等答复。"), "{again}");
        assert_eq!(asked(&town).await, ["12 2014-03-20 资金未到位"]);
        // Answered, and asked for once more than may be.
        town.writes("UPDATE items SET extension_to = NULL, extension_why = NULL WHERE no = '12'")
            .await;
        let often = zhou.says("12号申请延期到4月20日，因为资金未到位").await;
        assert!(often.starts_with("12号最多延期1次，已经用完。"), "{often}");
        assert_eq!(asked(&town).await, ["12 - -"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_missing_is_asked_for_one_after_the_other() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", once).await;
        let zhou = town.cadre("周俊哲").await;
        let ask = step(&town, "12", 'e').await;
        let question = zhou.forges(&ask).await;
        assert!(
            question.starts_with("12号 延到哪天？\n时限 3月6日 周四"),
            "{question}"
        );
        assert_eq!(
            zhou.buttons(),
            ["1周 3月13日 周四", "2周 3月20日 周四", "1个月 4月8日 周二"]
        );
        let button = zhou.data("2周");
        for (text, wrong) in [
            ("到3月5日，因为下雨", "要晚于3月6日 周四。"),
            ("到10月8日，因为下雨", "不能晚于活动结束，9月30日 周二。"),
            ("到以后再说", "没看懂是哪一天。"),
        ] {
            let said = zhou.says(text).await;
            assert!(said.starts_with(wrong), "{text}: {said}");
            assert!(asked(&town).await.is_empty(), "{text}");
        }
        // The reason was said before the day: a tap is all that is missing.
        let said = zhou.says("因为下雨").await;
        assert!(said.starts_with("12号 延到哪天？"), "{said}");
        let said = zhou.presses("1周").await;
        assert!(
            said.starts_with("✓ 12号 已申请延期到3月13日 周四\n原因 下雨"),
            "{said}"
        );
        assert_eq!(asked(&town).await, ["12 2014-03-13 下雨"]);

        // The day first, then why; a stale button says what is.
        let ask = step(&town, "7", 'e').await;
        zhou.forges(&ask).await;
        let said = zhou.says("3月20日").await;
        assert!(said.starts_with("7号 延到3月20日 周四\n为什么？"), "{said}");
        let said = zhou.says("等车管所办手续").await;
        assert!(
            said.starts_with("✓ 7号 已申请延期到3月20日 周四\n原因 等车管所办手续"),
            "{said}"
        );
        let said = zhou.forges(&button).await;
        assert!(said.starts_with("12号已申请延期，正等答复。"), "{said}");

        // A command ends the question, and what comes behind it means something else.
        town.writes("UPDATE items SET extension_to = NULL, extensions = 0 WHERE no = '7'")
            .await;
        zhou.forges(&ask).await;
        zhou.says("/help").await;
        zhou.says("半天").await;
        assert_eq!(asked(&town).await, ["12 2014-03-13 下雨"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_is_not_responsible_or_names_no_item_gets_no_more_time() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", once).await;
        let (zhou, chen) = (town.cadre("周俊哲").await, town.cadre("陈善").await);
        let ask = step(&town, "12", 'e').await;
        is_denied(&town, &chen, &ask).await;
        let until = ask.trim_end_matches(":e").replacen("i:", "a:e:", 1);
        is_denied(&town, &chen, &format!("{until}:20140320")).await;
        let said = chen.says("12号申请延期到3月20日，因为下雨").await;
        assert!(said.contains("您没有查看权限"), "{said}");
        let said = chen.says("99号申请延期到3月20日，因为下雨").await;
        assert!(said.starts_with("您没有99号这一项。"), "{said}");
        // Two of his own: which?
        let said = zhou.says("申请延期到3月20日，因为下雨").await;
        assert!(said.starts_with("哪一项要延期？"), "{said}");
        assert_eq!(zhou.buttons().len(), 2);
        assert!(asked(&town).await.is_empty());
        let stranger = town.phone(4_242, "stranger");
        stranger.says("/start").await;
        stranger.forges(&ask).await;
        for data in ["a:e:1:20141399", "a:e:", "a:z:1"] {
            let said = zhou.forges(data).await;
            assert!(!said.is_empty(), "{data}");
        }
        assert!(asked(&town).await.is_empty());
        town.closes().await;
        // A kind that knows no more time.
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let said = zhou.says("12号申请延期到3月20日，因为下雨").await;
        assert!(said.starts_with("12号这类事项没有这一步。"), "{said}");
        town.closes().await;
    }
}
