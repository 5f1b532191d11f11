//! An item that somebody wants silent: within bounds, never one that is overdue, and never somebody else's.

use chrono::NaiveTime;
use duban::domain::campaign::Campaign;

use super::support::{Person, Town, bases};

/// Somebody who is never asked what he studied: what he hears is his items' ladder.
const RETIRED: &str = "姜涛";

/// Items may be silent for five work days.
fn mutable(campaign: &mut Campaign) {
    for kind in &mut campaign.kinds {
        kind.longest_mute = 5;
    }
}

/// The same, and what is planned at 17:30 is looked at again at 18:00.
fn mutable_and_quiet(campaign: &mut Campaign) {
    mutable(campaign);
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

fn row(no: &str, deadline: &str) -> String {
    format!("{no},路灯不亮,,修好,,延吉市/新兴街道/明新村党支部,{RETIRED},{deadline},,否\n")
}

/// What was asked for: `30 姜涛 2014-03-06`.
const MUTES: &str = "SELECT i.no || ' ' || c.name || ' ' || m.until FROM item_mutes m
                     JOIN items i ON i.id = m.item_id JOIN cadres c ON c.id = m.cadre_id
                     ORDER BY m.id";

/// The days of March on which he hears something.
async fn heard(town: &Town, person: &Person<'_>, first: u32, last: u32) -> Vec<u32> {
    let mut days = Vec::new();
    for day in first..=last {
        let before = person.heard();
        town.becomes(&format!("2014-03-{day:02} 17:30")).await;
        if person.heard() > before {
            days.push(day);
        }
    }
    days
}

#[tokio::test]
async fn an_item_is_silent_for_three_work_days_and_then_speaks_again() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", mutable).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月14日前")).await;
        assert_eq!(heard(&town, &jiang, 3, 7).await, [7]);
        assert_eq!(
            jiang.buttons(),
            ["已完成，送审", "说明进展", "今后3天不提醒", "看整改"]
        );
        let data = jiang.data("今后3天不提醒");
        let answer = jiang.presses("今后3天不提醒").await;
        assert_eq!(
            answer,
            "✓ 30号 暂不提醒\n到3月12日 周三为止，之后照常提醒。\n如果逾期，还会提醒。"
        );
        // Twice by an impatient thumb is the same once more.
        assert_eq!(jiang.forges(&data).await, answer);
        assert_eq!(
            town.texts(MUTES).await,
            ["30 姜涛 2014-03-12", "30 姜涛 2014-03-12"]
        );
        // The step of Tuesday, the 11th, is said on Thursday, the day before its day.
        assert_eq!(heard(&town, &jiang, 10, 14).await, [13, 14]);
        town.closes().await;
    }
}

#[tokio::test]
async fn silence_that_is_taken_back_is_none() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", mutable).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月14日前")).await;
        heard(&town, &jiang, 3, 7).await;
        jiang.presses("今后3天不提醒").await;
        assert_eq!(
            jiang.presses("恢复提醒").await,
            "✓ 30号 恢复提醒\n到时候照常提醒您。"
        );
        assert_eq!(heard(&town, &jiang, 10, 12).await, [11]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_overdue_speaks_however_long_it_was_to_be_silent() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", mutable).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月5日前")).await;
        town.becomes("2014-03-04 17:30").await;
        let data = jiang.data("今后3天不提醒");
        jiang.presses("今后3天不提醒").await;
        assert_eq!(town.texts(MUTES).await, ["30 姜涛 2014-03-07"]);
        // Silent on its day, and not on the day after.
        assert_eq!(heard(&town, &jiang, 5, 6).await, [6]);
        assert_eq!(
            jiang.buttons(),
            ["已完成，送审", "说明进展", "看整改"],
            "{}",
            jiang.reads()
        );
        // The old button does not silence it now.
        assert_eq!(
            jiang.forges(&data).await,
            "30号已逾期，不能关掉提醒。\n没有改动。请送审或说明进展：/tasks"
        );
        assert_eq!(town.texts(MUTES).await.len(), 1);
        town.closes().await;
    }
}

#[tokio::test]
async fn only_whoever_has_to_do_it_silences_it_and_only_within_bounds() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", mutable).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月6日前")).await;
        town.becomes("2014-03-03 17:30").await;
        let data = jiang.data("今后3天不提醒");
        let item = data
            .strip_prefix("z:")
            .and_then(|rest| rest.strip_suffix(":3"))
            .expect("a button of three days")
            .to_owned();
        let others = [
            town.cadre("周俊哲").await,
            town.cadre("崔梅晨").await,
            town.office("林静").await,
        ];
        for other in &others {
            for forged in [data.as_str(), "z:999999:3", &format!("z:{item}:0")] {
                let said = other.forges(forged).await;
                assert!(said.starts_with("这项整改不由您负责，没有改动。"), "{said}");
            }
            let line = format!("{} mute item {item} 0", other.name);
            assert!(town.attempts().await.contains(&line), "{line}");
        }
        let stranger = town.phone(777, "过路人");
        stranger.says("/start").await;
        let said = stranger.forges(&data).await;
        assert!(!said.contains("30号"), "{said}");
        // Longer than may be: the right button is offered.
        let said = jiang.forges(&format!("z:{item}:6")).await;
        assert_eq!(
            said,
            "最多可以5个工作日不提醒，没有改动。\n请点下面的按钮。"
        );
        assert_eq!(jiang.data("今后3天不提醒"), data);
        let tried = town.attempts().await;
        assert!(
            tried.contains(&format!("姜涛 mute item {item} 0")),
            "{tried:?}"
        );
        for garbage in [
            "z",
            "z:",
            "z:x:3",
            &format!("z:{item}"),
            &format!("z:{item}:-3"),
        ] {
            let said = jiang.forges(garbage).await;
            assert!(!said.contains("不提醒"), "{garbage}: {said}");
        }
        assert_eq!(town.texts(MUTES).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_button_whose_time_has_passed_silences_nothing() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", mutable).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月6日前")).await;
        town.becomes("2014-03-03 17:30").await;
        let data = jiang.data("今后3天不提醒");
        town.writes(
            "UPDATE items SET offered_to = (SELECT id FROM units WHERE path = '延吉市')
             WHERE no = '30'",
        )
        .await;
        assert_eq!(
            jiang.forges(&data).await,
            "30号已上报，正等上级答复。\n现在不会提醒您，没有改动。"
        );
        town.writes("UPDATE items SET offered_to = NULL, status = 'submitted' WHERE no = '30'")
            .await;
        assert_eq!(
            jiang.forges(&data).await,
            "30号已送审，等待审核，不用再报。"
        );
        // Somebody else's since.
        town.writes(
            "UPDATE items SET status = 'assigned', responsible_id =
             (SELECT id FROM cadres WHERE name = '金桂文') WHERE no = '30'",
        )
        .await;
        let said = jiang.forges(&data).await;
        assert!(said.starts_with("这项整改不由您负责"), "{said}");
        assert_eq!(town.texts(MUTES).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_kind_that_allows_no_silence_offers_none() {
    for base in bases().await {
        let town = Town::on(base).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月6日前")).await;
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(jiang.buttons(), ["已完成，送审", "说明进展", "看整改"]);
        let id = jiang.data("已完成，送审");
        let id = id.trim_start_matches("i:").trim_end_matches(":s");
        assert_eq!(
            jiang.forges(&format!("z:{id}:3")).await,
            "30号这类事项不能关掉提醒，没有改动。"
        );
        assert_eq!(town.texts(MUTES).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_becomes_of_items_between_planning_and_sending_is_told_apart() {
    for base in bases().await {
        for (change, reason) in [
            ("", "sent"),
            (
                "INSERT INTO item_mutes (item_id, cadre_id, until, at)
                 SELECT id, responsible_id, '2014-03-06', 0 FROM items WHERE no = '30'",
                "closed muted",
            ),
            (
                "UPDATE items SET responsible_id = (SELECT id FROM cadres WHERE name = '金桂文')
                 WHERE no = '30'",
                "closed reassigned",
            ),
            (
                "UPDATE items SET offered_to = (SELECT id FROM units WHERE path = '延吉市')
                 WHERE no = '30'",
                "closed handed_up",
            ),
            (
                "UPDATE items SET deadline = '2014-06-30' WHERE no = '30'",
                "closed nothing_due",
            ),
            (
                "UPDATE items SET status = 'submitted' WHERE no = '30'",
                "closed submitted",
            ),
            (
                "UPDATE items SET status = 'closed', stage = 'cancelled' WHERE no = '30'",
                "closed cancelled",
            ),
        ] {
            let town = Town::with(base, "2014-03-03 09:00", mutable_and_quiet).await;
            town.cadre(RETIRED).await;
            town.imports_items(&row("30", "3月6日前")).await;
            town.becomes("2014-03-03 17:40").await;
            assert_eq!(town.digests().await, ["姜涛 waiting"]);
            if !change.is_empty() {
                town.writes(change).await;
            }
            town.becomes("2014-03-03 18:00").await;
            assert_eq!(town.digests().await, [format!("姜涛 {reason}")]);
            let told = "SELECT COALESCE(reminded_on, '-') FROM items WHERE no = '30'";
            let day = if reason == "sent" { "2014-03-03" } else { "-" };
            assert_eq!(town.texts(told).await, [day], "{reason}");
            town.closes().await;
        }
    }
}

#[tokio::test]
async fn a_list_offers_silence_for_what_is_not_overdue() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", mutable).await;
        let zhou = town.cadre("周俊哲").await;
        town.becomes("2014-03-03 17:30").await;
        let buttons = zhou.buttons();
        assert!(
            buttons.contains(&"12号 3天不提醒".to_owned()),
            "{buttons:?}"
        );
        assert!(
            !buttons.iter().any(|label| label.starts_with("7号 3天")),
            "{buttons:?}"
        );
        let said = zhou.presses("12号 3天不提醒").await;
        assert!(
            said.starts_with("✓ 12号 暂不提醒\n到3月6日 周四为止"),
            "{said}"
        );
        // His other item goes on; this one is silent even on its day.
        town.becomes("2014-03-05 17:30").await;
        assert!(zhou.reads().contains("🔴 7号"), "{}", zhou.reads());
        assert!(!zhou.reads().contains("12号"), "{}", zhou.reads());
        town.closes().await;
    }
}
