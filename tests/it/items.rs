//! Dated items: chased by their ladder, declared done by whoever is responsible, and by nobody else.

use chrono::NaiveTime;
use duban::domain::campaign::Campaign;

use super::support::{Town, bases};

/// Somebody who is never asked what he studied: what he hears is his items' ladder.
const RETIRED: &str = "姜涛";

/// Quiet hours over the slot: what is planned at 17:30 waits until 18:00, when it is looked at again.
fn waits_half_an_hour(campaign: &mut Campaign) {
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

/// One row of a ledger for the retired member.
fn item(deadline: &str, closed: &str) -> String {
    format!("30,路灯不亮,,修好,,延吉市/新兴街道/明新村党支部,{RETIRED},{deadline},,{closed}\n")
}

#[tokio::test]
async fn an_item_is_chased_by_its_ladder_and_never_on_a_day_off() {
    for base in bases().await {
        let town = Town::on(base).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&item("3月17日前", "否")).await;
        let mut heard = Vec::new();
        let mut before = jiang.heard();
        let first = town.books.today();
        for day in first.iter_days().take(57) {
            town.becomes(&format!("{day} 17:30")).await;
            if jiang.heard() > before {
                assert_eq!(jiang.heard(), before + 1, "{day}");
                before = jiang.heard();
                let text = jiang.reads();
                let line = text.lines().next().unwrap_or_default();
                let when = line.rsplit(' ').next().unwrap_or_default();
                heard.push(format!("{} {when}", day.format("%m-%d")));
            }
        }
        assert_eq!(
            heard,
            [
                // 5, 3 and 1 work days before, then 1, 3, 6, 11 and 21 after: days off are not counted.
                "03-10 还剩7天",
                "03-12 还剩5天",
                "03-14 还剩3天",
                "03-17 今天到期",
                "03-18 已逾期1天",
                "03-20 已逾期3天（第2次提醒）",
                "03-25 已逾期8天（第3次提醒）",
                "04-01 已逾期15天（第4次提醒）",
                // 清明 lies between.
                "04-16 已逾期30天（第5次提醒）",
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_weekend_is_no_step_of_the_ladder() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-13 09:00", |_| {}).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&item("3月14日前", "否")).await;
        let mut heard = Vec::new();
        for day in 13..=18 {
            let before = jiang.heard();
            town.becomes(&format!("2014-03-{day} 17:30")).await;
            if jiang.heard() > before {
                let text = jiang.reads();
                let line = text.lines().next().unwrap_or_default();
                heard.push((day, line.to_owned()));
            }
        }
        assert_eq!(
            heard,
            [
                (13, "🔵 30号整改 还剩1天".to_owned()),
                (14, "🔵 30号整改 今天到期".to_owned()),
                (17, "🔴 30号整改 已逾期3天".to_owned()),
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn done_is_submitted_not_closed_and_is_chased_no_more() {
    for base in bases().await {
        let town = Town::on(base).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&item("3月4日前", "否")).await;
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(
            jiang.reads(),
            "🔵 30号整改 还剩1天\n路灯不亮\n时限 3月4日 周二"
        );
        assert_eq!(jiang.buttons(), ["已完成，送审", "说明进展", "看整改"]);
        // As digests of the version before carry it.
        let page = jiang.data("送审");
        let done = format!("d:{}", page.split(':').nth(1).expect("an id"));
        let answer = jiang.presses("送审").await;
        assert!(answer.starts_with("✓ 30号 已送审\n"), "{answer}");
        let kept = "SELECT status || ' ' || CASE WHEN submitted_at > 0 THEN 'at a time' END
                    || ' ' || COALESCE(closed_by, 'not closed') FROM items WHERE no = '30'";
        assert_eq!(town.texts(kept).await, ["submitted at a time not closed"]);
        let events = "SELECT e.kind FROM item_events e JOIN items i ON i.id = e.item_id
                      WHERE i.no = '30' ORDER BY e.id";
        assert_eq!(town.texts(events).await, ["assigned", "submitted"]);

        let before = town.record().await;
        let answer = jiang.forges(&done).await;
        assert_eq!(answer, "30号已送审，等待审核，不用再报。");
        assert_eq!(town.record().await, before);
        assert_eq!(town.texts(events).await.len(), 2);
        let tasks = jiang.says("/tasks").await;
        assert_eq!(tasks, "您的整改 1项\n 30号 路灯不亮 已送审");

        let before = jiang.heard();
        for at in ["2014-03-04 17:30", "2014-03-05 17:30", "2014-03-11 17:30"] {
            town.becomes(at).await;
        }
        assert_eq!(jiang.heard(), before);

        // Struck off in the office's table, it leaves the list.
        town.imports_items(&item("3月4日前", "是")).await;
        assert_eq!(jiang.says("/tasks").await, "您没有未完成的整改。");
        assert_eq!(jiang.forges(&done).await, "30号已销号，不用再报。");
        town.closes().await;
    }
}

#[tokio::test]
async fn tasks_lists_the_most_urgent_first() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.imports_items(
            "40,<b>加粗</b> & 'x',,,,汪清县/春阳镇,周俊哲,长期坚持,,否\n\
             41,立即改,,,,汪清县/春阳镇,周俊哲,立行立改,,否\n\
             42,写晚了,,,,汪清县/春阳镇,周俊哲,三季度,,否\n",
        )
        .await;
        assert_eq!(
            zhou.says("/tasks").await,
            "您的整改 5项 🔴1 🔵2\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天\n \
             🔵 12号 会议多、文件多 还剩3天\n 🔵 41号 立即改 立行立改\n \
             42号 写晚了 还剩211天\n 40号 <b>加粗</b> & 'x' 长期坚持"
        );
        assert_eq!(zhou.buttons()[..5], ["7号", "12号", "41号", "42号", "40号"]);
        let lan = town.cadre("李兰").await;
        assert_eq!(lan.says("/tasks").await, "您没有未完成的整改。");
        town.closes().await;
    }
}

#[tokio::test]
async fn only_whoever_is_responsible_declares_an_item_done() {
    for base in bases().await {
        let town = Town::on(base).await;
        // 朴涛芳 leads the item that 高海 is responsible for; 林静 has the office's rights.
        let others = [
            town.cadre("朴涛芳").await,
            town.cadre("陈善").await,
            town.office("林静").await,
        ];
        let gao = town.cadre("高海").await;
        gao.says("/item 21").await;
        // As digests of the version before carry it.
        let page = gao.data("送审");
        let id = page.split(':').nth(1).expect("an id");
        let done = format!("d:{id}");
        let before = town.record().await;
        for other in &others {
            for data in [done.as_str(), "d:999999", "d:-1"] {
                let said = other.forges(data).await;
                assert!(said.starts_with("这项整改不由您负责，没有改动。"), "{said}");
            }
        }
        assert_eq!(town.record().await, before);
        let attempts = town.attempts().await;
        for other in &others {
            let line = format!("{} submit item {id} 0", other.name);
            assert!(attempts.contains(&line), "{line}: {attempts:?}");
        }
        assert_eq!(gao.forges(&done).await, "✓ 21号 已送审\n等待审核销号。");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_changed_deadline_takes_its_reminder_out() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let (jiang, zhou) = (town.cadre(RETIRED).await, town.cadre("周俊哲").await);
        town.imports_items(&item("3月4日前", "否")).await;
        let before = [jiang.heard(), zhou.heard()];
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.digests().await, ["周俊哲 waiting", "姜涛 waiting"]);

        town.becomes("2014-03-03 17:40").await;
        town.imports_items(&item("三季度", "否")).await;
        town.imports_items(
            "12,会议多、文件多,形式主义,压减三成,周俊哲,汪清县/春阳镇,周俊哲,4月30日前,,否\n",
        )
        .await;
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(
            town.digests().await,
            ["周俊哲 sent", "姜涛 closed nothing_due"]
        );
        assert_eq!(jiang.heard(), before[0]);
        assert_eq!(zhou.heard(), before[1] + 1);
        assert!(
            zhou.reads()
                .ends_with("\n\n整改 1项逾期\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天"),
            "{}",
            zhou.reads()
        );
        let deadline = "SELECT deadline FROM items WHERE no IN ('12', '30') ORDER BY no";
        assert_eq!(town.texts(deadline).await, ["2014-04-30", "2014-09-30"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_submitted_in_time_takes_its_reminder_out() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let (jiang, zhou) = (town.cadre(RETIRED).await, town.cadre("周俊哲").await);
        town.imports_items(&item("3月4日前", "否")).await;
        town.becomes("2014-03-03 17:30").await;
        for (person, no) in [(&jiang, "/item 30"), (&zhou, "/item 7")] {
            person.says(no).await;
            person.presses("送审").await;
        }
        let before = [jiang.heard(), zhou.heard()];
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(
            town.digests().await,
            ["周俊哲 sent", "姜涛 closed submitted"]
        );
        assert_eq!([jiang.heard(), zhou.heard()], [before[0], before[1] + 1]);
        assert!(
            zhou.reads()
                .ends_with("整改 1项临近\n 🔵 12号 会议多、文件多 还剩3天")
        );
        town.closes().await;
    }
}
