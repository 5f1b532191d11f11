//! `/me`, `/account` and `/unit`: an account as its owner sees it, and the same for whoever cares for him. It is
//! asked each time whether he does, and each look at another's account is on record.

use chrono::NaiveDate;
use duban::domain::campaign::{Campaign, Window};
use duban::domain::deadline::Span;
use duban::domain::entry::{Event, Source, WaitsFor};

use super::support::{Base, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Study, and visits in two windows of which the first is over.
fn two_duties(campaign: &mut Campaign) {
    campaign
        .duties
        .retain(|duty| ["study", "households"].contains(&duty.id.as_str()));
    let window = |id: &str, start, end| Window {
        id: id.to_owned(),
        tier: None,
        span: Span {
            start: day(start),
            end: day(end),
        },
    };
    for duty in &mut campaign.duties {
        if duty.id == "households" {
            duty.windows = vec![
                window("first", "2014-01-20", "2014-02-14"),
                window("second", "2014-02-20", "2014-04-30"),
            ];
        }
    }
}

async fn town(base: Base) -> Town {
    Town::with(base, "2014-03-03 09:00", two_duties).await
}

/// Holds that each of these begins a line, in that order.
#[track_caller]
fn reads(text: &str, beginnings: &[&str]) {
    let mut lines = text.lines();
    for beginning in beginnings {
        assert!(
            lines.any(|line| line.starts_with(beginning)),
            "{beginning} in\n{text}"
        );
    }
}

/// Refused attempts, as `who what on what`.
async fn refused(town: &Town) -> Vec<String> {
    let attempts = town.attempts().await.into_iter();
    attempts
        .filter_map(|line| line.strip_suffix(" 0").map(str::to_owned))
        .collect()
}

#[tokio::test]
async fn me_shows_what_is_missing_what_waits_and_what_was_turned_down() {
    for base in bases().await {
        let town = town(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("半天").await;
        let late = |new: &mut duban::conversation::outcome::NewEntry| {
            new.waits_for = Some(WaitsFor::Late);
        };
        town.fact("周俊哲", "study", "2014-02-12", 2_000, late, &[])
            .await;
        let no = [(Event::Rejected, "李兰", "没有签到")];
        town.fact("周俊哲", "study", "2014-02-26", 4_000, |_| {}, &no)
            .await;
        let gone = [(Event::Withdrawn, "周俊哲", "")];
        town.fact("周俊哲", "study", "2014-02-27", 8_000, |_| {}, &gone)
            .await;
        town.fact("周俊哲", "households", "2014-02-10", 1_000, |_| {}, &[])
            .await;
        town.fact("周俊哲", "households", "2014-02-25", 3_000, |_| {}, &[])
            .await;
        let me = zhou.says("/me").await;
        reads(
            &me,
            &[
                "周俊哲，汪清县春阳镇 镇长",
                "集中学习 0.5/5天 进度正常",
                "▓░░░░░░░░░",
                "还差4.5天",
                "待确认 2学时",
                "未通过 半天（4学时）",
                "走亲连心 3/3户 已达标",
                "第2段，共2段：2月20日 周四 至 4月30日 周三",
                "第1段 1/3户 缺2户",
                "整改 2项未完成",
            ],
        );
        assert_eq!(zhou.buttons(), ["明细", "看整改"]);
        // Once the first window is made up for, nothing more need be said of it than that it is done.
        town.fact("周俊哲", "households", "2014-02-11", 2_000, |_| {}, &[])
            .await;
        let me = zhou.says("/me").await;
        reads(&me, &["已达标：走亲连心 3/3户"]);
        assert!(!me.contains("第1段"), "{me}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_liaison_sees_his_peoples_accounts_and_nobody_elses() {
    for base in bases().await {
        let town = town(base).await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let (zhou, yang) = (town.cadre("周俊哲").await, town.cadre("杨勇涛").await);
        zhou.says("半天").await;
        let others = town
            .fact("杨勇涛", "study", "2014-03-03", 4_000, |_| {}, &[])
            .await;
        let own = town
            .fact("周俊哲", "study", "2014-03-02", 3_000, |_| {}, &[])
            .await;
        let said = lan.says("/account 周俊哲").await;
        reads(&said, &["周俊哲，汪清县春阳镇 镇长", "集中学习 0.9/5天"]);
        assert_eq!(lan.buttons(), ["明细", "看单位"]);
        let account = lan.data("明细");
        let said = lan.presses("明细").await;
        reads(
            &said,
            &[
                "2014年3月的明细",
                "周俊哲，汪清县春阳镇 镇长",
                "1. 3.3 半天（4学时） 集中学习 ✓",
                "2. 3.2 3学时 集中学习 ✓",
            ],
        );
        // He may look at an entry, and has no button to withdraw it.
        let said = lan.presses("2").await;
        reads(&said, &["3月2日 周日 3学时", "集中学习", "周俊哲，"]);
        assert_eq!(lan.buttons(), ["返回"]);
        assert_eq!(refused(&town).await, [""; 0]);

        let before = town.record().await;
        let (yang_id, zhou_id) = (town.id_of("杨勇涛").await, town.id_of("周俊哲").await);
        let said = lan.says("/account 杨勇涛").await;
        assert!(said.starts_with("您联系的单位里没有“杨勇涛”。"), "{said}");
        for data in [
            format!("y:a:{yang_id}"),
            format!("y:h:{yang_id}:201403:0:0"),
            format!("y:e:{others}:0:0"),
            format!("y:w:{others}:0:0"),
            // His own person's, but nobody withdraws another's entry so.
            format!("y:w:{own}:0:0"),
            "y:a:999999".to_owned(),
            "y:e:999999:0:0".to_owned(),
        ] {
            assert_eq!(lan.forges(&data).await, DENIED, "{data}");
        }
        // A cadre who cares for nobody, and a stranger.
        let lan_id = town.id_of("李兰").await;
        assert_eq!(zhou.says("/account 李兰").await, DENIED);
        assert_eq!(zhou.forges(&format!("y:a:{lan_id}")).await, DENIED);
        let stranger = town.phone(8_001, "李四");
        assert_eq!(stranger.says("/account 周俊哲").await, DENIED);
        let said = stranger.forges(&account).await;
        assert!(said.starts_with("请发来联络员给您的登记码"), "{said}");
        assert_eq!(town.record().await, before);
        assert_eq!(
            refused(&town).await,
            [
                format!("李兰 account cadre {yang_id}"),
                format!("李兰 history cadre {yang_id}"),
                format!("李兰 entry cadre {yang_id}"),
                format!("李兰 withdraw entry {others}"),
                format!("李兰 withdraw entry {own}"),
                "李兰 account cadre 999999".to_owned(),
                "李兰 entry entry 999999".to_owned(),
                "周俊哲 account 李兰".to_owned(),
                format!("周俊哲 account cadre {lan_id}"),
                "- account 周俊哲".to_owned(),
                format!("- press {account}"),
            ]
        );

        // A button of a week ago asks again: the person has moved away, or the grant is over.
        town.becomes("2014-03-10 10:00").await;
        assert!(lan.forges(&account).await.starts_with("2014年3月的明细"));
        town.writes(
            "UPDATE cadres SET unit_id = (SELECT unit_id FROM cadres WHERE name = '杨勇涛')
             WHERE name = '周俊哲'",
        )
        .await;
        assert_eq!(lan.forges(&account).await, DENIED);
        let last = refused(&town).await.pop();
        assert_eq!(last, Some(format!("李兰 history cadre {zhou_id}")));
        town.writes("UPDATE grants SET revoked_at = 1").await;
        assert_eq!(lan.says("/account 李兰").await, DENIED);
        assert!(yang.says("/me").await.starts_with("杨勇涛，"));
        town.closes().await;
    }
}

#[tokio::test]
async fn one_of_several_of_a_name_is_chosen_and_what_is_found_leads_to_the_account() {
    for base in bases().await {
        let town = town(base).await;
        let office = town.office("林静").await;
        let said = office.says("/account 涛").await;
        reads(&said, &["“涛” 有3人，请选一位。", "1. ", "2. ", "3. "]);
        let second = said
            .lines()
            .nth(2)
            .and_then(|line| line.strip_prefix("2. "));
        let second = second.expect("a second").to_owned();
        assert!(office.presses("2").await.starts_with(&second), "{second}");
        assert_eq!(
            office.says("/account").await,
            "请写上姓名，例如：/account 周俊哲"
        );
        assert_eq!(office.buttons(), ["看单位"]);
        let said = office.says("/account <b>%").await;
        assert!(said.starts_with("您联系的单位里没有“<b>%”。"), "{said}");
        office.says("/find 俊哲").await;
        let said = office.presses("周俊哲 春阳镇").await;
        assert!(said.starts_with("周俊哲，汪清县春阳镇 镇长"), "{said}");
        let said = office.presses("看单位").await;
        reads(&said, &["汪清县春阳镇 2人"]);
        // One's own account by one's own name has one's own buttons.
        office.says("/account 林静").await;
        assert_eq!(office.buttons(), ["明细"]);
        assert_eq!(office.data("明细"), "y:h:0:0:0:0");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_units_people_are_shown_by_pace_to_whoever_cares_for_it() {
    for base in bases().await {
        let town = town(base).await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        let (zhou, office) = (town.cadre("周俊哲").await, town.office("林静").await);
        zhou.says("半天").await;
        let waits = |new: &mut duban::conversation::outcome::NewEntry| {
            new.source = Source::Proxy;
            new.waits_for = Some(WaitsFor::Confirmation);
        };
        town.fact("李兰", "study", "2014-03-03", 2_000, waits, &[])
            .await;
        let said = lan.says("/unit").await;
        reads(
            &said,
            &[
                "汪清县春阳镇 2人",
                "偏慢1 正常1 超前0 达标0",
                "1. 李兰 0/5天 进度偏慢",
                "   待确认 2学时",
                "2. 周俊哲 0.5/5天 进度正常",
            ],
        );
        let said = lan.presses("2").await;
        assert!(said.starts_with("周俊哲，汪清县春阳镇 镇长"), "{said}");
        let said = lan.presses("看单位").await;
        assert!(said.starts_with("汪清县春阳镇 2人"), "{said}");

        let said = office.says("/unit").await;
        assert!(said.starts_with("请选一个单位："), "{said}");
        let dunhua = office.data("敦化市");
        let said = office.presses("汪清县").await;
        reads(&said, &["汪清县 3人", "1. ", "2. ", "3. "]);
        assert!(
            office
                .says("/unit 额穆")
                .await
                .starts_with("敦化市额穆镇 2人")
        );
        assert!(
            office
                .says("/unit 没有")
                .await
                .starts_with("您联系的单位里没有“没有”。")
        );

        for (person, text) in [(&lan, "/unit 额穆镇"), (&lan, "/unit 汪清县")] {
            let said = person.says(text).await;
            assert!(said.starts_with("您联系的单位里没有“"), "{text}: {said}");
        }
        assert_eq!(lan.forges(&dunhua).await, DENIED);
        assert_eq!(lan.forges("y:u:999999:0").await, DENIED);
        assert_eq!(zhou.says("/unit").await, DENIED);
        assert_eq!(zhou.forges("y:u:0:0").await, DENIED);
        let unit = dunhua.trim_start_matches("y:u:").trim_end_matches(":0");
        assert_eq!(
            refused(&town).await,
            [
                format!("李兰 unit unit {unit}"),
                "李兰 unit unit 999999".to_owned(),
                "周俊哲 unit ".to_owned(),
                "周俊哲 unit unit 0".to_owned(),
            ]
        );
        town.closes().await;
    }
}
