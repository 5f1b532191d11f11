//! One message a person and slot, at the right time or not at all, and always on record why.

use chrono::{NaiveTime, TimeDelta};
use duban::domain::campaign::{Campaign, Late, Slot};
use duban::domain::schedule::Schedule;
use duban::planner;
use duban::sandbox::{Action, Fault};
use duban::store::fact;

use super::support::{Person, Town, bases};

/// What was decided about the slots' occurrences: `03-03 planned 2`.
const DECISIONS: &str = "SELECT slot || ' ' || outcome || ' ' || planned || ' ' || reason
                         FROM occurrences ORDER BY at, slot";

fn schedule(campaign: &Campaign, cron: &str) -> Schedule {
    Schedule::parse(cron, campaign.zone).expect("a schedule")
}

/// Quiet hours over the slot: what is planned at 17:30 waits until 18:00, when it is looked at again.
fn waits_half_an_hour(campaign: &mut Campaign) {
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

#[tokio::test]
async fn the_question_and_the_items_come_in_one_message() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let before = zhou.heard();
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(zhou.heard(), before + 1);
        assert_eq!(
            zhou.reads(),
            "今天的学习 3月3日 周一\n已学 0/5天 进度偏慢\n░░░░░░░░░░\n比进度少5学时\n\
             每天学1学时，3月10日 周一 赶上\n今天学了多少？\n\n\
             整改 1项逾期 1项临近\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天\n \
             🔵 12号 会议多、文件多 还剩3天"
        );
        assert_eq!(
            zhou.buttons(),
            [
                "半天",
                "1天",
                "2学时",
                "其他",
                "今天没学",
                "请假",
                "看整改",
                "补记2月28日 周五",
                "晚点",
                "明天再说",
                "已完成，送审 7号",
                "已完成，送审 12号",
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn planning_twice_sends_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        for name in ["周俊哲", "陈善", "杨勇涛"] {
            town.cadre(name).await;
        }
        let ago = town.books.clock.now() - TimeDelta::minutes(1);
        town.becomes("2014-03-03 17:30").await;
        let delivered = town.sandbox.delivered();
        let digests = town.digests().await;
        assert_eq!(digests, ["周俊哲 sent", "陈善 sent", "杨勇涛 sent"]);
        let decided = town.texts(DECISIONS).await;
        assert_eq!(decided, ["evening planned 3 "]);
        for _ in 0..3 {
            // As if the process had died before it noted how far it had looked.
            let mut tx = town.books.store.begin().await.expect("a transaction");
            let value = ago.timestamp_millis().to_string();
            fact::set(&mut tx, fact::SCHEDULED_UNTIL, &value)
                .await
                .expect("a fact");
            tx.commit().await.expect("a commit");
            let planned = planner::tick(&town.books).await.expect("a tick");
            assert_eq!((planned.occurrences, planned.planned), (1, 0));
        }
        town.app.service().ring_outbox();
        town.settles().await;
        assert_eq!(town.sandbox.delivered(), delivered);
        assert_eq!(town.digests().await, digests);
        assert_eq!(town.texts(DECISIONS).await, decided);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_falls_into_quiet_hours_waits_until_morning() {
    for base in bases().await {
        let late = |campaign: &mut Campaign| {
            let schedule = schedule(campaign, "30 21 * * *");
            campaign.slots[0].schedule = schedule;
        };
        let town = Town::with(base, "2014-03-03 09:00", late).await;
        let yang = town.cadre("杨勇涛").await;
        let before = yang.heard();
        for at in ["2014-03-03 21:30", "2014-03-03 23:59", "2014-03-04 07:29"] {
            town.becomes(at).await;
            assert_eq!(yang.heard(), before, "{at}");
            assert_eq!(town.digests().await, ["杨勇涛 waiting"]);
        }
        // Answers are no disturbance, whatever the hour.
        assert!(yang.says("/tasks").await.starts_with("您没有"));
        town.becomes("2014-03-04 07:30").await;
        assert_eq!(town.digests().await, ["杨勇涛 sent"]);
        assert_eq!(yang.heard(), before + 2);
        assert!(yang.presses("半天").await.starts_with("✓ 3月3日 周一 半天"));
        town.closes().await;
    }
}

#[tokio::test]
async fn what_an_outage_of_telegram_pushes_into_quiet_hours_is_parked() {
    for base in bases().await {
        let town = Town::on(base).await;
        let chen = town.cadre("陈善").await;
        let before = chen.heard();
        let four_hours = Action::RetryAfter { secs: 4 * 3_600 };
        let fault = Fault::new(four_hours).method("sendMessage").times(1);
        town.sandbox.add_fault(fault.chat(chen.account));
        town.becomes("2014-03-03 17:30").await;
        town.becomes("2014-03-03 21:30").await;
        assert_eq!(town.digests().await, ["陈善 waiting quiet_hours"]);
        town.becomes("2014-03-04 07:30").await;
        assert_eq!(town.digests().await, ["陈善 sent"]);
        assert_eq!(chen.heard(), before + 1);
        // It is the next morning now: yesterday is asked for by its date, and a day less is left.
        assert_eq!(
            chen.reads(),
            "3月3日 周一的学习\n已学 0/7天 进度偏慢\n░░░░░░░░░░\n比进度少9学时\n\
             每天学1学时，3月19日 周三 赶上\n这天学了多少？\n\n\
             整改 1项临近\n 🔵 18号 下乡调研走马观花 今天到期"
        );
        assert_eq!(chen.buttons()[4], "这天没有");
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_gets_more_than_the_daily_cap() {
    for base in bases().await {
        // Items at noon, the question in the evening, and one message a day.
        let two_slots = |campaign: &mut Campaign| {
            let noon = Slot {
                id: "noon".to_owned(),
                schedule: schedule(campaign, "0 12 * * *"),
                work_days_only: true,
                late: Late::Drop,
            };
            campaign.slots.push(noon);
            for kind in &mut campaign.kinds {
                kind.slot = "noon".to_owned();
            }
            campaign.limits.daily_cap = 1;
        };
        let town = Town::with(base, "2014-03-03 09:00", two_slots).await;
        let zhou = town.cadre("周俊哲").await;
        let before = zhou.heard();
        town.becomes("2014-03-03 12:00").await;
        assert!(zhou.reads().starts_with("整改 1项逾期 1项临近\n"));
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(zhou.heard(), before + 1);
        assert_eq!(
            town.digests().await,
            ["周俊哲 sent", "周俊哲 closed daily_cap"]
        );
        // What he asks for himself is not counted, and tomorrow is another day.
        assert!(zhou.says("/tasks").await.starts_with("您的整改 2项"));
        town.becomes("2014-03-04 12:00").await;
        town.becomes("2014-03-04 17:30").await;
        assert!(zhou.reads().starts_with("今天的学习 3月4日 周二"));
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_ahead_is_asked_every_third_work_day_and_who_is_behind_every_day() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        let answer = yang.says("两天").await;
        // The day itself holds one; he says the other of the day before.
        assert!(answer.starts_with("✓"), "{answer}");
        assert!(yang.reads().contains("进度超前"), "{}", yang.reads());
        let mut asked = Vec::new();
        for day in 4..=14 {
            let (yang_before, lan_before) = (yang.heard(), lan.heard());
            town.becomes(&format!("2014-03-{day:02} 17:30")).await;
            if yang.heard() > yang_before {
                asked.push(day);
            }
            assert_eq!(
                lan.heard() - lan_before,
                usize::from(![8, 9].contains(&day)),
                "{day}"
            );
        }
        // 6 March is the 21st work day of his window, the 11th the 24th, the 14th the 27th.
        assert_eq!(asked, [6, 11, 14]);
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_ahead_is_still_told_what_is_due() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("两天").await;
        town.becomes("2014-03-05 17:30").await;
        // Item 12 is due tomorrow; of study he is not asked today.
        let reads = zhou.reads();
        assert!(reads.starts_with("整改 "), "{reads}");
        assert!(!reads.contains("学了多少"), "{reads}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_no_longer_owed_when_its_turn_comes_is_closed_with_the_reason() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let (yang, lan) = (town.cadre("杨勇涛").await, town.cadre("李兰").await);
        let (gao, cui) = (town.cadre("高海").await, town.cadre("崔梅晨").await);
        let (chen, jin) = (town.cadre("陈善").await, town.cadre("金桂文").await);
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.digests().await.len(), 6);

        yang.says("半天").await;
        lan.says("五天").await;
        chen.says("没学").await;
        town.sandbox.block(gao.account);
        town.settles().await;
        town.writes("UPDATE cadres SET active = 0 WHERE name = '崔梅晨'")
            .await;
        let before = [&yang, &lan, &gao, &cui, &chen, &jin].map(Person::heard);
        town.becomes("2014-03-03 18:00").await;
        let mut digests = town.digests().await;
        digests.sort();
        assert_eq!(
            digests,
            [
                "崔梅晨 closed left",
                "李兰 closed target_met",
                "杨勇涛 closed answered",
                "金桂文 sent",
                "陈善 sent",
                "高海 closed the person stopped the bot",
            ]
        );
        let heard = [&yang, &lan, &gao, &cui, &chen, &jin].map(Person::heard);
        assert_eq!(
            heard,
            [
                before[0],
                before[1],
                before[2],
                before[3],
                before[4] + 1,
                before[5] + 1
            ]
        );
        // Who has answered is told of his items alone.
        assert_eq!(
            chen.reads(),
            "🔵 18号整改 还剩1天\n下乡调研走马观花\n时限 3月4日 周二 牵头 陈善"
        );
        assert_eq!(chen.buttons(), ["已完成，送审", "说明进展", "看整改"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn after_a_short_outage_the_question_comes_late_and_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let before = town.cadre("杨勇涛").await.heard();
        let town = town.outlives_an_outage_until("2014-03-03 20:29").await;
        let yang = town.known("杨勇涛");
        assert_eq!(yang.heard(), before + 1);
        assert!(yang.reads().starts_with("今天的学习 3月3日 周一\n"));
        assert_eq!(town.texts(DECISIONS).await, ["evening planned 1 "]);
        let town = town.outlives_an_outage_until("2014-03-03 20:40").await;
        assert_eq!(town.known("杨勇涛").heard(), before + 1);
        assert_eq!(town.digests().await, ["杨勇涛 sent"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn after_a_longer_outage_the_question_is_dropped_and_it_says_so() {
    for base in bases().await {
        let town = Town::on(base).await;
        let before = town.cadre("杨勇涛").await.heard();
        let town = town.outlives_an_outage_until("2014-03-03 20:31").await;
        let yang = town.known("杨勇涛");
        assert_eq!(yang.heard(), before);
        assert_eq!(
            town.texts(DECISIONS).await,
            ["evening dropped 0 too late to be of use"]
        );
        town.becomes("2014-03-04 17:30").await;
        assert!(yang.reads().starts_with("今天的学习 3月4日 周二\n"));
        town.closes().await;
    }
}

#[tokio::test]
async fn days_of_outage_are_folded_into_one_message() {
    for base in bases().await {
        let town = Town::with(base, "2014-02-28 09:00", |_| {}).await;
        let zhou = town.cadre("周俊哲").await;
        town.becomes("2014-02-28 17:30").await;
        let before = zhou.heard();
        let town = town.outlives_an_outage_until("2014-03-06 18:00").await;
        assert_eq!(
            town.texts(DECISIONS).await,
            [
                "evening planned 1 ",
                "evening day_off 0 not a work day",
                "evening day_off 0 not a work day",
                "evening folded 0 a later occurrence is due too",
                "evening folded 0 a later occurrence is due too",
                "evening folded 0 a later occurrence is due too",
                "evening planned 1 ",
            ]
        );
        let zhou = town.known("周俊哲");
        assert_eq!(zhou.heard(), before + 1);
        // The steps of the days that were missed are said now, each item once.
        assert!(
            zhou.reads().ends_with(
                "整改 1项逾期 1项临近\n 🔴 7号 公车私用，超标车辆未清退 已逾期6天\n \
                 🔵 12号 会议多、文件多 今天到期"
            ),
            "{}",
            zhou.reads()
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_day_off_folds_nothing() {
    for base in bases().await {
        let patient = |campaign: &mut Campaign| {
            let within = TimeDelta::hours(30);
            campaign.slots[0].late = Late::SendOnce { within };
        };
        // Down from Friday to Saturday: Friday's question is owed still, Saturday asks nobody.
        let town = Town::with(base, "2014-03-07 09:00", patient).await;
        let before = town.cadre("杨勇涛").await.heard();
        let town = town.outlives_an_outage_until("2014-03-08 18:00").await;
        assert_eq!(
            town.texts(DECISIONS).await,
            ["evening planned 1 ", "evening day_off 0 not a work day"]
        );
        assert_eq!(town.known("杨勇涛").heard(), before + 1);
        town.closes().await;
    }
}

#[tokio::test]
async fn each_slot_keeps_its_own_way_of_being_late() {
    for (late, decision) in [
        (Late::Fold, "evening folded 0 said in the next one"),
        (Late::Drop, "evening dropped 0 late"),
    ] {
        for base in bases().await {
            let town = Town::with(base, "2014-03-03 09:00", |campaign| {
                campaign.slots[0].late = late;
            })
            .await;
            let before = town.cadre("周俊哲").await.heard();
            let town = town.outlives_an_outage_until("2014-03-03 18:00").await;
            assert_eq!(town.texts(DECISIONS).await, [decision]);
            assert_eq!(town.known("周俊哲").heard(), before);
            town.becomes("2014-03-04 17:30").await;
            assert_eq!(town.known("周俊哲").heard(), before + 1);
            town.closes().await;
        }
    }
}

#[tokio::test]
async fn a_new_digest_takes_the_place_of_one_that_waits() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        let before = yang.heard();
        let over_a_day = Action::RetryAfter { secs: 25 * 3_600 };
        let fault = Fault::new(over_a_day).method("sendMessage").times(1);
        town.sandbox.add_fault(fault.chat(yang.account));
        town.becomes("2014-03-03 17:30").await;
        town.becomes("2014-03-04 17:30").await;
        // Telegram asked for 25 hours of silence.
        assert_eq!(yang.heard(), before);
        town.becomes("2014-03-04 18:31").await;
        assert_eq!(
            town.digests().await,
            ["杨勇涛 closed folded into the next", "杨勇涛 sent"]
        );
        assert_eq!(yang.heard(), before + 1);
        assert!(yang.reads().starts_with("今天的学习 3月4日 周二\n"));
        town.closes().await;
    }
}
