//! The second look, when a message's turn comes: what is no longer owed is closed with its reason, and quiet
//! hours park the rest of a long round until morning.

use std::num::NonZeroU32;
use std::time::Duration;

use chrono::{NaiveTime, TimeDelta};
use duban::clock::rest;
use duban::domain::campaign::{Campaign, Late, Slot};
use duban::domain::schedule::Schedule;

use super::support::{Person, Town, bases};

fn schedule(campaign: &Campaign, cron: &str) -> Schedule {
    Schedule::parse(cron, campaign.zone).expect("a schedule")
}

/// Quiet hours over the slot: what is planned at 17:30 is looked at again at 18:00.
fn waits_half_an_hour(campaign: &mut Campaign) {
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

#[tokio::test]
async fn each_reason_is_told_apart() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let answered = town.cadre("杨勇涛").await;
        let met = town.cadre("李兰").await;
        let on_leave = town.cadre("周俊哲").await;
        let on_trip = town.cadre("朴涛芳").await;
        let left = town.cadre("崔梅晨").await;
        let blocked = town.cadre("高海").await;
        let unlinked = town.cadre("金桂文").await;
        // He is not asked any more today, so that his digest speaks of his item alone.
        let submitted = town.cadre("陈善").await;
        submitted.says("没学").await;
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.digests().await.len(), 8);

        answered.says("半天").await;
        met.says("五天").await;
        on_leave.says("请假到周五").await;
        on_trip.says("今天出差").await;
        submitted.says("/item 18").await;
        submitted.presses("送审").await;
        for change in [
            "UPDATE cadres SET active = 0 WHERE name = '崔梅晨'",
            "UPDATE links SET state = 'blocked'
             WHERE cadre_id = (SELECT id FROM cadres WHERE name = '高海')",
            "UPDATE links SET state = 'ended'
             WHERE cadre_id = (SELECT id FROM cadres WHERE name = '金桂文')",
        ] {
            town.writes(change).await;
        }
        let all = [
            &answered, &met, &on_leave, &on_trip, &left, &blocked, &unlinked, &submitted,
        ];
        let before = all.map(Person::heard);
        town.becomes("2014-03-03 18:00").await;
        let mut digests = town.digests().await;
        digests.sort();
        assert_eq!(
            digests,
            [
                "周俊哲 closed on_leave",
                "崔梅晨 closed left",
                "朴涛芳 closed on_leave",
                "李兰 closed target_met",
                "杨勇涛 closed answered",
                "金桂文 closed unlinked",
                "陈善 closed submitted",
                "高海 closed blocked",
            ]
        );
        assert_eq!(all.map(Person::heard), before);
        town.closes().await;
    }
}

#[tokio::test]
async fn items_that_were_signed_off_or_put_off_are_told_apart() {
    for base in bases().await {
        for (change, reason) in [
            (
                "UPDATE items SET status = 'closed' WHERE no = '18'",
                "signed_off",
            ),
            (
                "UPDATE items SET deadline = '2014-05-20' WHERE no = '18'",
                "nothing_due",
            ),
        ] {
            let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
            town.cadre("陈善").await.says("没学").await;
            town.becomes("2014-03-03 17:30").await;
            assert_eq!(town.digests().await, ["陈善 waiting"]);
            town.writes(change).await;
            town.becomes("2014-03-03 18:00").await;
            assert_eq!(town.digests().await, [format!("陈善 closed {reason}")]);
            town.closes().await;
        }
    }
}

#[tokio::test]
async fn a_leave_taken_back_in_time_is_no_leave() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let yang = town.cadre("杨勇涛").await;
        town.becomes("2014-03-03 17:30").await;
        yang.says("今天请假").await;
        yang.presses("撤销").await;
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(town.digests().await, ["杨勇涛 sent"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn the_daily_cap_closes_what_would_go_above_it() {
    for base in bases().await {
        let two_slots = |campaign: &mut Campaign| {
            campaign.slots.push(Slot {
                id: "noon".to_owned(),
                schedule: schedule(campaign, "0 12 * * *"),
                work_days_only: true,
                late: Late::Drop,
            });
            for kind in &mut campaign.kinds {
                kind.slot = "noon".to_owned();
            }
            campaign.limits.daily_cap = 1;
        };
        let town = Town::with(base, "2014-03-03 09:00", two_slots).await;
        let (zhou, yang) = (town.cadre("周俊哲").await, town.cadre("杨勇涛").await);
        town.becomes("2014-03-03 12:00").await;
        let before = [zhou.heard(), yang.heard()];
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(
            town.digests().await,
            ["周俊哲 sent", "周俊哲 closed daily_cap", "杨勇涛 sent"]
        );
        assert_eq!([zhou.heard(), yang.heard()], [before[0], before[1] + 1]);
        town.closes().await;
    }
}

/// Waits until a digest is sent; the next one's turn is a second later.
async fn is_under_way(town: &Town) -> bool {
    for _ in 0..3_000 {
        let digests = town.digests().await;
        if digests.iter().any(|line| line.ends_with(" sent")) {
            return true;
        }
        rest(Duration::from_millis(5)).await;
    }
    false
}

#[tokio::test]
async fn quiet_hours_that_begin_in_a_long_round_park_the_rest_until_morning() {
    let names = [
        "周俊哲",
        "陈善",
        "金桂文",
        "李兰",
        "杨勇涛",
        "朴涛芳",
        "高海",
        "崔梅晨",
    ];
    for base in bases().await {
        let late = |campaign: &mut Campaign| {
            campaign.slots[0].schedule = schedule(campaign, "59 20 * * *");
        };
        let town = Town::with(base, "2014-03-03 09:00", late).await;
        for name in names {
            town.cadre(name).await;
        }
        // One message a second: the round would take eight, and quiet hours begin after the first.
        let slowly = |settings: &mut duban::config::Settings| settings.rate = NonZeroU32::MIN;
        let town = town.restarts(slowly, |_| {}).await;
        town.becomes("2014-03-03 20:58").await;
        town.passes(60);
        town.app.service().planner_wake.notify_one();
        assert!(is_under_way(&town).await, "{base:?}");
        town.books
            .clock
            .advance(TimeDelta::minutes(1))
            .expect("a manual clock");
        town.settles().await;

        let waiting = |lines: Vec<String>| -> Vec<String> {
            let parked = lines
                .iter()
                .filter_map(|line| line.strip_suffix(" waiting quiet_hours"));
            parked.map(str::to_owned).collect()
        };
        let digests = town.digests().await;
        let sent = digests
            .iter()
            .filter(|line| line.ends_with(" sent"))
            .count();
        let parked = waiting(digests);
        assert_eq!(sent + parked.len(), names.len(), "{base:?}");
        assert!(sent >= 1 && parked.len() >= 3, "{base:?}: {parked:?}");
        let due = "SELECT DISTINCT CAST(not_before AS TEXT) FROM outbox
                   WHERE kind = 'digest' AND state = 'waiting'";
        // Half past seven in the morning, 4 March, at UTC+8.
        assert_eq!(town.texts(due).await, ["1393889400000"], "{base:?}");

        // Not even what was in hand already goes out after nine (1393851600).
        for name in names {
            let account = town.known(name).account;
            let chat = town.sandbox.messages(account);
            let late: Vec<_> = chat
                .iter()
                .filter(|one| one.date >= 1_393_851_600)
                .collect();
            assert!(late.is_empty(), "{base:?}: {late:?}");
        }

        // All night nothing goes out; two of them owe nothing any more when morning comes.
        let (one, two) = (town.known(&parked[0]), town.known(&parked[1]));
        one.says("没学").await;
        two.says("明天请假").await;
        let delivered = town.sandbox.delivered();
        town.becomes("2014-03-04 07:29").await;
        assert_eq!(town.sandbox.delivered(), delivered, "{base:?}");
        town.becomes("2014-03-04 07:30").await;
        let digests = town.digests().await;
        let fate = |name: &str| digests.iter().find(|line| line.starts_with(name)).cloned();
        let has_items = ["周俊哲", "陈善"].contains(&parked[0].as_str());
        if !has_items {
            assert_eq!(
                fate(&one.name),
                Some(format!("{} closed answered", one.name))
            );
        }
        assert_eq!(
            fate(&two.name),
            Some(format!("{} closed on_leave", two.name))
        );
        for name in &parked[2..] {
            assert_eq!(fate(name), Some(format!("{name} sent")));
            assert!(
                town.known(name).reads().starts_with("3月3日 周一的学习\n"),
                "{name}"
            );
        }
        town.closes().await;
    }
}
