//! Lights and ladders of items, in work days: what is behind, how often one was reminded, who answers for what is
//! nobody's.

use std::collections::BTreeSet;

use chrono::NaiveTime;
use duban::domain::campaign::{Campaign, Dispatch, Plan, Rung, Stage, Superior};
use duban::domain::ids::{CadreId, ItemId};
use duban::domain::item::{Ground, Party, Role, Step, take};
use duban::sandbox::{Action, Fault};
use duban::store::item;

use super::support::{Desk, Town, bases};

/// Somebody who is never asked what he studied: what he hears is his items' ladder.
const RETIRED: &str = "姜涛";

/// One row of a ledger for the retired member, led by the head of the sub-district.
fn row(no: &str, deadline: &str) -> String {
    format!("{no},路灯不亮,,修好,崔梅晨,延吉市/新兴街道/明新村党支部,{RETIRED},{deadline},,否\n")
}

/// What an item has been reminded of, and when last: `30 2 2014-03-05`.
const REMINDED: &str = "SELECT no || ' ' || reminded || ' ' || COALESCE(reminded_on, '-')
                        FROM items WHERE no >= '30' AND no < '40' ORDER BY no";

fn kinds(campaign: &mut Campaign, change: impl Fn(&mut duban::domain::campaign::ItemKind)) {
    campaign.kinds.iter_mut().for_each(change);
}

/// Quiet hours over the slot: what is planned at 17:30 is looked at again at 18:00.
fn waits_half_an_hour(campaign: &mut Campaign) {
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

#[tokio::test]
async fn a_light_is_the_same_wherever_it_is_shown() {
    for base in bases().await {
        let planned = |campaign: &mut Campaign| {
            kinds(campaign, |kind| {
                kind.near = 2;
                kind.stages = vec![Stage::Accept];
                kind.plan = Plan {
                    accept: Some(3),
                    ..Plan::default()
                };
            });
        };
        let town = Town::with(base, "2014-03-03 09:00", planned).await;
        let zhou = town.cadre("周俊哲").await;
        // Assigned on 11 February and taken on by nobody: what is not overdue is behind.
        let tasks = zhou.says("/tasks").await;
        assert!(tasks.contains("\n 🔴 7号"), "{tasks}");
        assert!(
            tasks.contains("\n 🟡 12号 会议多、文件多 落后 还剩3天"),
            "{tasks}"
        );
        town.becomes("2014-03-03 17:30").await;
        assert!(
            zhou.reads().contains("整改 1项逾期 1项落后\n"),
            "{}",
            zhou.reads()
        );
        // Taken on: only near, on the second work day before its day.
        town.writes("UPDATE items SET stage = 'accepted' WHERE no = '12'")
            .await;
        let tasks = zhou.says("/tasks").await;
        assert!(tasks.ends_with("\n 12号 会议多、文件多 还剩3天"), "{tasks}");
        town.becomes("2014-03-04 09:00").await;
        let tasks = zhou.says("/tasks").await;
        assert!(
            tasks.ends_with("\n 🔵 12号 会议多、文件多 还剩2天"),
            "{tasks}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn the_export_shows_the_same_lights() {
    for base in bases().await {
        let town = Town::on(base).await;
        let desk = Desk::over(&town.database);
        town.writes("UPDATE items SET status = 'submitted' WHERE no = '21'")
            .await;
        let lights: Vec<String> = desk
            .export("items")
            .await
            .into_iter()
            .map(|line| format!("{} {}", line["no"], line["light"]))
            .collect();
        // Today is the day of the machine, long after all of them.
        for line in ["7 red", "12 red", "15 red", "18 red", "21 none"] {
            assert!(lights.iter().any(|light| light == line), "{lights:?}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn reminders_that_arrive_are_counted_and_say_which_they_are() {
    for base in bases().await {
        let rising = |campaign: &mut Campaign| {
            kinds(campaign, |kind| {
                kind.extensions = 1;
                kind.escalation = vec![Rung {
                    to: Superior::Lead,
                    after: 4,
                }];
            });
        };
        let town = Town::with(base, "2014-03-13 09:00", rising).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月14日前")).await;
        town.becomes("2014-03-14 17:30").await;
        assert_eq!(
            jiang.reads(),
            "🔵 30号整改 今天到期\n路灯不亮\n时限 3月14日 周五 牵头 崔梅晨"
        );
        assert_eq!(town.texts(REMINDED).await, ["30 0 2014-03-14"]);
        town.becomes("2014-03-17 17:30").await;
        assert_eq!(
            jiang.reads(),
            "🔴 30号整改 已逾期3天\n路灯不亮\n时限 3月14日 周五 牵头 崔梅晨"
        );
        assert_eq!(
            jiang.buttons(),
            ["已完成，送审", "申请延期", "说明进展", "看整改"]
        );
        assert_eq!(town.texts(REMINDED).await, ["30 1 2014-03-17"]);

        // The next step is Wednesday's. Telegram does not take it that evening: it is not counted.
        let fault = Fault::new(Action::RetryAfter { secs: 4 * 3_600 }).method("sendMessage");
        town.sandbox.add_fault(fault.times(1).chat(jiang.account));
        town.becomes("2014-03-19 17:30").await;
        assert_eq!(town.texts(REMINDED).await, ["30 1 2014-03-17"]);
        town.becomes("2014-03-19 21:31").await;
        // Parked over the night, it arrives on Thursday and says how it stands then.
        town.becomes("2014-03-20 07:30").await;
        assert_eq!(
            jiang.reads(),
            "🔴 30号整改 已逾期6天（第2次提醒）\n路灯不亮\n时限 3月14日 周五 牵头 崔梅晨"
        );
        assert_eq!(town.texts(REMINDED).await, ["30 2 2014-03-20"]);
        // Heard of in the morning, it is not said again in the evening.
        let before = jiang.heard();
        town.becomes("2014-03-20 17:30").await;
        assert_eq!(jiang.heard(), before);
        town.becomes("2014-03-24 17:30").await;
        assert!(
            jiang.reads().contains("已逾期10天（第3次提醒）"),
            "{}",
            jiang.reads()
        );
        // Done from under the reminder.
        let done = jiang.presses("已完成，送审").await;
        assert!(done.starts_with("✓ 30号 已送审\n"), "{done}");
        town.closes().await;
    }
}

#[tokio::test]
async fn that_the_lead_hears_of_it_soon_is_foretold() {
    for base in bases().await {
        let rising = |campaign: &mut Campaign| {
            kinds(campaign, |kind| {
                kind.escalation = vec![Rung {
                    to: Superior::Lead,
                    after: 3,
                }];
            });
        };
        let town = Town::with(base, "2014-03-13 09:00", rising).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月14日前")).await;
        town.becomes("2014-03-14 17:30").await;
        assert!(!jiang.reads().contains("将报"), "{}", jiang.reads());
        town.becomes("2014-03-17 17:30").await;
        assert!(
            jiang.reads().ends_with("\n再过2个工作日将报牵头领导"),
            "{}",
            jiang.reads()
        );
        town.closes().await;
    }
}

/// The days on which the retired member hears something, in the slot of each day of March from the first on.
async fn heard(town: &Town, first: u32, last: u32) -> Vec<u32> {
    let jiang = town.known(RETIRED);
    let mut days = Vec::new();
    for day in first..=last {
        let before = jiang.heard();
        town.becomes(&format!("2014-03-{day:02} 17:30")).await;
        if jiang.heard() > before {
            days.push(day);
        }
    }
    days
}

#[tokio::test]
async fn immediate_items_are_asked_after_on_the_next_work_day_and_ongoing_ones_by_the_dispatch() {
    for base in bases().await {
        let dispatched = |campaign: &mut Campaign| {
            let slot = campaign.slots[0].id.clone();
            campaign.dispatch = Some(Dispatch { slot, within: 5 });
        };
        let town = Town::with(base, "2014-03-07 09:00", dispatched).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&(row("30", "立行立改") + &row("31", "长期坚持")))
            .await;
        // Friday, Monday, then the ladder.
        assert_eq!(heard(&town, 7, 20).await, [7, 10, 12, 17]);
        assert!(
            jiang
                .reads()
                .starts_with("🔵 30号整改 立行立改\n路灯不亮\n牵头 崔梅晨"),
            "{}",
            jiang.reads()
        );
        town.writes("UPDATE items SET status = 'submitted' WHERE no = '30'")
            .await;
        let before = jiang.heard();
        town.becomes("2014-04-01 17:30").await;
        assert_eq!(jiang.heard(), before + 1);
        assert_eq!(
            jiang.reads(),
            "4月进展 1项待报\n请于4月9日 周三前报\n 31号 路灯不亮"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_somebody_has_taken_on_is_chased_more_slowly_and_what_was_handed_up_not_at_all() {
    for base in bases().await {
        let slower = |campaign: &mut Campaign| {
            kinds(campaign, |kind| {
                kind.stages = vec![Stage::Accept];
                kind.accepted_ladder.before = vec![0];
                kind.accepted_ladder.after = vec![5];
            });
        };
        let town = Town::with(base, "2014-03-03 09:00", slower).await;
        town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月12日前")).await;
        town.writes("UPDATE items SET stage = 'accepted' WHERE no = '30'")
            .await;
        assert_eq!(heard(&town, 3, 20).await, [12, 19]);
        town.writes(
            "UPDATE items SET offered_to = (SELECT id FROM units WHERE path = '延吉市/新兴街道')
             WHERE no = '30'",
        )
        .await;
        assert_eq!(heard(&town, 21, 31).await, [0; 0]);
        town.closes().await;
    }
}

/// A reviewer's step, as the conversation will store it.
async fn steps(town: &Town, no: &str, step: Step, role: Role) {
    let mut tx = town.books.store.begin().await.expect("a transaction");
    let rows = item::page(&mut tx, ItemId(0), 10_000)
        .await
        .expect("the ledger");
    let row = rows.iter().find(|row| row.no == no).expect("the item");
    let id = ItemId(row.id);
    let row = item::hold(&mut tx, id).await.expect("a look").expect("it");
    let kind = town.books.campaign.kind(&row.kind).expect("its kind");
    let party = Party {
        cadre: Some(CadreId(if role == Role::Responsible {
            row.responsible_id.expect("somebody")
        } else {
            1
        })),
        roles: BTreeSet::from([role]),
    };
    let ground = Ground {
        today: town.books.today(),
        evidence: 0,
        unit_above: true,
    };
    let taken = take(&row.state(), kind, step, &party, &ground).expect("a step");
    item::take(&mut tx, id, &taken, None, town.books.clock.now())
        .await
        .expect("a write");
    tx.commit().await.expect("a commit");
}

#[tokio::test]
async fn what_is_returned_is_spoken_of_in_the_next_slot_and_counted_anew() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |_| {}).await;
        let jiang = town.cadre(RETIRED).await;
        town.imports_items(&row("30", "3月5日前")).await;
        assert_eq!(heard(&town, 3, 19).await, [4, 5, 6, 10, 13]);
        assert_eq!(town.texts(REMINDED).await, ["30 3 2014-03-13"]);
        let words = String::new();
        steps(&town, "30", Step::Submit { words }, Role::Responsible).await;
        assert_eq!(heard(&town, 20, 21).await, [0; 0]);
        town.becomes("2014-03-24 10:00").await;
        let why = "没有照片".to_owned();
        steps(&town, "30", Step::Return { why }, Role::Office).await;
        assert_eq!(town.texts(REMINDED).await, ["30 0 2014-03-13"]);
        // At once, then by the ladder's first steps again, not its last.
        assert_eq!(heard(&town, 24, 31).await, [24, 25, 27]);
        assert!(
            jiang.reads().contains("已逾期22天（第3次提醒）"),
            "{}",
            jiang.reads()
        );
        town.closes().await;
    }
}

/// An item of the village that names nobody.
const NOBODYS: &str = "31,自来水不通,,接通,,延吉市/新兴街道/明新村党支部,,3月4日前,,否\n";

#[tokio::test]
async fn what_names_nobody_falls_to_the_nearest_liaison_who_can_be_reached() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        town.imports_items(NOBODYS).await;
        let above = town.liaison("崔梅晨", "延吉市").await;
        let jiang = town.liaison(RETIRED, "延吉市/新兴街道/明新村党支部").await;
        let beside = town.liaison("李兰", "汪清县").await;
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(
            jiang.reads(),
            "🔵 31号整改 还剩1天\n自来水不通\n时限 3月4日 周二\n没有责任人，由您负责"
        );
        for other in [&above, &beside] {
            assert!(!other.reads().contains("31号"), "{}", other.reads());
        }
        assert_eq!(town.texts(REMINDED).await, ["31 0 2014-03-03"]);

        // Out of reach, and the next above answers for it.
        town.sandbox.block(jiang.account);
        town.settles().await;
        town.becomes("2014-03-04 18:00").await;
        assert!(
            above
                .reads()
                .contains("\n 🔵 31号 自来水不通 今天到期\n   没有责任人，由您负责"),
            "{}",
            above.reads()
        );
        assert!(!beside.reads().contains("31号"), "{}", beside.reads());

        // Somebody is named between the planning and the sending: it is not the liaison's any more.
        town.becomes("2014-03-05 10:00").await;
        above.says("没学").await;
        town.becomes("2014-03-05 17:40").await;
        assert_eq!(
            town.digests().await.last().map(String::as_str),
            Some("崔梅晨 waiting")
        );
        town.writes(
            "UPDATE items SET responsible_id = (SELECT id FROM cadres WHERE name = '金桂文')
             WHERE no = '31'",
        )
        .await;
        let before = above.heard();
        town.becomes("2014-03-05 18:00").await;
        assert_eq!(above.heard(), before);
        assert_eq!(
            town.digests().await.last().map(String::as_str),
            Some("崔梅晨 closed reassigned")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn without_any_liaison_it_is_spoken_of_to_nobody() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.imports_items(NOBODYS).await;
        let jiang = town.cadre(RETIRED).await;
        let before = jiang.heard();
        town.becomes("2014-03-03 17:30").await;
        town.becomes("2014-03-04 17:30").await;
        assert_eq!(jiang.heard(), before);
        assert_eq!(town.texts(REMINDED).await, ["31 0 -"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn only_what_a_message_mentions_is_counted() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let zhou = town.cadre("周俊哲").await;
        town.becomes("2014-03-03 17:40").await;
        // Both were planned for; one is submitted before the message goes, and comes back another day.
        town.writes("UPDATE items SET status = 'submitted' WHERE no = '7'")
            .await;
        town.becomes("2014-03-03 18:00").await;
        assert!(zhou.reads().contains("12号"), "{}", zhou.reads());
        assert!(!zhou.reads().contains("7号 "), "{}", zhou.reads());
        let told = "SELECT no || ' ' || reminded || ' ' || COALESCE(reminded_on, '-')
                    FROM items WHERE no IN ('7', '12') ORDER BY no";
        assert_eq!(town.texts(told).await, ["12 0 2014-03-03", "7 0 -"]);
        town.closes().await;
    }
}
