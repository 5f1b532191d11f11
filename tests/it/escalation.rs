//! What is overdue climbs: responsible, lead, head of the unit, supervision group, office; a rung at a time, in
//! each one's ordinary digest. What waits for somebody's word is told to him the same way.

use chrono::{NaiveDate, NaiveTime};
use duban::domain::campaign::{Campaign, Reviewer, Rung, Superior};
use duban::domain::ids::ItemId;
use duban::domain::item::{self, Ground, Party, Role, Step};
use duban::store;

use super::support::{Base, Desk, Line, Person, Town, bases};

/// Of 周俊哲, due on Tuesday 1 April; led by 李兰.
const ITEM: &str = "30,路灯不亮,,修好,李兰,汪清县/春阳镇,周俊哲,4月1日前,,否\n";

fn rung(to: Superior, after: u32) -> Rung {
    Rung { to, after }
}

fn climbs(campaign: &mut Campaign) {
    let kind = &mut campaign.kinds[0];
    kind.escalation = vec![
        rung(Superior::Lead, 1),
        rung(Superior::Head, 2),
        rung(Superior::Supervision, 2),
        rung(Superior::Office, 2),
    ];
    kind.review = vec![Reviewer::Lead];
}

/// Quiet hours over the slot: what is planned at 17:30 waits until 18:00, when it is looked at again.
fn waits_half_an_hour(campaign: &mut Campaign) {
    climbs(campaign);
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

/// A town on Monday 31 March in which nobody is asked what he studied and nothing is overdue. 杨勇涛 is head of
/// 汪清县, 崔梅晨 of its supervision group, 林静 the office, 陈善 the office of another county.
async fn quiet_town(base: Base, change: impl FnOnce(&mut Campaign)) -> Town {
    let town = Town::with(base, "2014-03-31 09:00", change).await;
    for sql in [
        "UPDATE items SET status = 'closed'",
        "UPDATE cadres SET traits = 'retired'",
        "UPDATE cadres SET traits = 'head,retired',
         unit_id = (SELECT id FROM units WHERE path = '汪清县') WHERE name = '杨勇涛'",
        "INSERT INTO grants (role, cadre_id, unit_id, granted_at)
         SELECT 'supervision', c.id, u.id, 0 FROM cadres c, units u
         WHERE c.name = '崔梅晨' AND u.path = '汪清县'",
    ] {
        town.writes(sql).await;
    }
    town.grants("林静", None).await;
    town.grants("陈善", Some("敦化市")).await;
    town
}

/// Everybody above the item, in that order, and somebody of another county.
async fn all_above(town: &Town) -> [Person<'_>; 5] {
    [
        town.cadre("李兰").await,
        town.cadre("杨勇涛").await,
        town.cadre("崔梅晨").await,
        town.cadre("林静").await,
        town.cadre("陈善").await,
    ]
}

impl Town {
    /// Who of them hears what on each evening from one day to another.
    async fn evenings(&self, people: &[Person<'_>], from: &str, to: &str) -> Vec<String> {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let mut heard = Vec::new();
        for day in day(from).iter_days().take_while(|at| *at <= day(to)) {
            let before: Vec<usize> = people.iter().map(Person::heard).collect();
            self.becomes(&format!("{day} 17:30")).await;
            for (person, before) in people.iter().zip(before) {
                if person.heard() > before {
                    assert_eq!(person.heard(), before + 1, "{day} {}", person.name);
                    heard.push(format!(
                        "{} {}: {}",
                        day.format("%m-%d"),
                        person.name,
                        person.reads()
                    ));
                }
            }
        }
        heard
    }

    /// Every step there is: round, rung, role, outcome.
    async fn steps(&self) -> Vec<String> {
        self.texts(
            "SELECT e.round || '.' || e.rung || ' ' || e.role || ' ' || COALESCE(c.name, '-') || ' ' ||
             e.outcome || CASE WHEN e.told_at IS NULL THEN '' ELSE ' at a time' END
             FROM escalations e LEFT JOIN cadres c ON c.id = e.cadre_id
             ORDER BY e.item_id, e.round, e.rung, e.id",
        )
        .await
    }

    /// Something happens to an item, as if somebody who is that to it had said so.
    async fn happens(&self, no: &str, step: Step, by: &str, role: Role) {
        let cadre = self.id_of(by).await;
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let all = store::item::page(&mut tx, ItemId(0), 10_000)
            .await
            .expect("items");
        let row = all.into_iter().find(|row| row.no == no).expect(no);
        let kind = self.books.campaign.kind(&row.kind).expect("a kind");
        let party = Party {
            cadre: Some(cadre),
            roles: [role].into(),
        };
        let ground = Ground {
            today: self.books.today(),
            evidence: 0,
            unit_above: true,
        };
        let taken = item::take(&row.state(), kind, step, &party, &ground).expect("a step");
        let now = self.books.clock.now();
        store::item::take(&mut tx, ItemId(row.id), &taken, None, now)
            .await
            .expect("a step that is stored");
        tx.commit().await.expect("a commit");
    }

    /// 已完成，送审.
    async fn is_submitted(&self, no: &str) {
        let words = String::new();
        let step = Step::Submit { words };
        self.happens(no, step, "周俊哲", Role::Responsible).await;
    }
}

#[tokio::test]
async fn it_climbs_a_rung_at_a_time_over_weekend_and_holiday() {
    for base in bases().await {
        let town = quiet_town(base, climbs).await;
        let zhou = town.cadre("周俊哲").await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        let (first, last) = ("2014-04-01".parse(), "2014-04-11".parse());
        let planned =
            duban::planner::preview(&town.books, first.expect("a day"), last.expect("a day"))
                .await
                .expect("a plan");
        let planned: Vec<String> = planned
            .iter()
            .filter(|row| row.summary == "1 escalated")
            .map(|row| {
                let at = row.at.with_timezone(&town.books.campaign.zone);
                format!("{} {}", at.format("%m-%d"), row.name)
            })
            .collect();
        let heard = town.evenings(&above, "2014-03-31", "2014-04-30").await;
        assert_eq!(
            heard,
            [
                "04-02 李兰: 您牵头的整改 1项需要关注\n 🔴 30号 已逾期1天 汪清县春阳镇 周俊哲",
                "04-04 杨勇涛: 您主管单位的整改 1项需要关注\n 🔴 30号 已逾期3天 汪清县春阳镇 周俊哲",
                // 5 to 7 April are off.
                "04-09 崔梅晨: 您督导的整改 1项需要关注\n 🔴 30号 已逾期8天 汪清县春阳镇 周俊哲",
                "04-11 林静: 活动办督办的整改 1项需要关注\n 🔴 30号 已逾期10天 汪清县春阳镇 周俊哲",
            ],
            "{base:?}"
        );
        let days: Vec<&str> = heard
            .iter()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(planned, days, "as `duban plan` said");
        assert_eq!(above[0].buttons(), ["看30号"]);
        let id = town
            .texts("SELECT CAST(id AS TEXT) FROM items WHERE no = '30'")
            .await;
        assert_eq!(above[0].data("看30号"), format!("i:{}", id[0]));
        assert_eq!(
            town.steps().await,
            [
                "0.0 lead 李兰 told at a time",
                "0.1 head 杨勇涛 told at a time",
                "0.2 supervision 崔梅晨 told at a time",
                "0.3 office 林静 told at a time",
            ]
        );
        assert!(!zhou.reads().contains("需要关注"), "{}", zhou.reads());

        let desk = Desk::over(&town.database);
        let kept = desk.export("escalations").await;
        let line = |row: &Line| {
            ["no", "unit", "rung", "role", "due_on", "outcome"]
                .map(|key| row[key].clone())
                .join(" ")
        };
        let lines: Vec<String> = kept.iter().map(line).collect();
        assert_eq!(lines[2], "30 汪清县/春阳镇 2 supervision 2014-04-09 told");
        assert_eq!(lines.len(), 4);
        assert!(
            kept[0]["to"].starts_with('P') && kept[0]["told_at"].starts_with("2014-04-02T17:30")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn submitted_it_stops_the_same_evening_and_goes_on_if_that_is_taken_back() {
    for base in bases().await {
        let town = quiet_town(base, waits_half_an_hour).await;
        let zhou = town.cadre("周俊哲").await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        town.becomes("2014-04-02 17:30").await;
        assert_eq!(town.steps().await, ["0.0 lead 李兰 waiting"]);
        let before = above[0].heard();
        zhou.says("/item 30").await;
        zhou.presses("已完成，送审").await;
        assert_eq!(town.steps().await, ["0.0 lead 李兰 stopped"], "{base:?}");
        town.becomes("2014-04-02 18:00").await;
        assert_eq!(above[0].heard(), before);
        let digests = town.digests().await;
        assert!(
            digests.contains(&"李兰 closed submitted".to_owned()),
            "{digests:?}"
        );

        // It waits for her word instead; taken back, it climbs as if nothing had been.
        town.becomes("2014-04-03 18:00").await;
        assert_eq!(above[0].reads(), "待您审 1项：30号");
        town.happens("30", Step::Withdraw, "周俊哲", Role::Responsible)
            .await;
        town.becomes("2014-04-04 18:00").await;
        assert_eq!(
            above[1].reads(),
            "您主管单位的整改 1项需要关注\n 🔴 30号 已逾期3天 汪清县春阳镇 周俊哲"
        );
        assert_eq!(
            town.steps().await,
            [
                "0.0 lead 李兰 stopped",
                "0.0 lead - expired",
                "0.1 head 杨勇涛 told at a time",
            ]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_no_longer_stands_goes_out_of_the_digest_at_the_second_look() {
    for base in bases().await {
        let town = quiet_town(base, |campaign| {
            waits_half_an_hour(campaign);
            campaign.kinds[0].escalation = vec![rung(Superior::Supervision, 1)];
        })
        .await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        town.imports_items("31,水管漏水,,修好,,汪清县/百草沟镇,高海,4月1日前,,否\n")
            .await;
        town.becomes("2014-04-02 17:30").await;
        let waiting = "0.0 supervision 崔梅晨 waiting";
        assert_eq!(town.steps().await, [waiting, waiting]);
        // Struck off in the office's own table, not in the chat.
        town.imports_items(&ITEM.replace(",否", ",是")).await;
        town.becomes("2014-04-02 18:00").await;
        assert_eq!(
            above[2].reads(),
            "您督导的整改 1项需要关注\n 🔴 31号 已逾期1天 汪清县百草沟镇 高海"
        );
        let steps = town.steps().await;
        assert_eq!(
            steps,
            [
                "0.0 supervision 崔梅晨 stopped",
                "0.0 supervision 崔梅晨 told at a time"
            ],
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_not_above_it_any_more_hears_nothing() {
    for base in bases().await {
        let town = quiet_town(base, |campaign| {
            waits_half_an_hour(campaign);
            campaign.kinds[0].escalation = vec![rung(Superior::Supervision, 1)];
        })
        .await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        let before: Vec<usize> = above.iter().map(Person::heard).collect();
        town.becomes("2014-04-02 17:30").await;
        town.writes("UPDATE grants SET revoked_at = 1 WHERE role = 'supervision'")
            .await;
        town.becomes("2014-04-02 18:00").await;
        let after: Vec<usize> = above.iter().map(Person::heard).collect();
        assert_eq!(before, after);
        assert_eq!(town.steps().await, ["0.0 supervision 崔梅晨 stopped"]);
        // Nobody is there in his place: the office sees it.
        town.becomes("2014-04-03 18:00").await;
        let overdue = above[3].says("/overdue").await;
        assert!(
            overdue.ends_with("\n\n报送无人 1项\n 汪清县春阳镇 缺督导组 1项"),
            "{base:?} {overdue}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn returned_it_starts_one_step_higher() {
    for base in bases().await {
        let town = quiet_town(base, climbs).await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        let heard = town.evenings(&above, "2014-04-01", "2014-04-02").await;
        assert_eq!(heard.len(), 1);
        town.becomes("2014-04-03 09:00").await;
        town.is_submitted("30").await;
        town.becomes("2014-04-03 10:00").await;
        let why = "没有照片".to_owned();
        town.happens("30", Step::Return { why }, "李兰", Role::Lead)
            .await;
        let heard = town.evenings(&above, "2014-04-03", "2014-04-18").await;
        let short: Vec<&str> = heard
            .iter()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(short, ["04-08 杨勇涛", "04-10 崔梅晨", "04-14 林静"]);
        assert_eq!(
            town.steps().await,
            [
                "0.0 lead 李兰 told at a time",
                "1.1 head 杨勇涛 told at a time",
                "1.2 supervision 崔梅晨 told at a time",
                "1.3 office 林静 told at a time",
            ],
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn after_an_outage_of_two_weeks_one_rung_is_told() {
    for base in bases().await {
        let town = quiet_town(base, climbs).await;
        all_above(&town).await;
        town.imports_items(ITEM).await;
        town.becomes("2014-04-01 17:30").await;
        let town = town.outlives_an_outage_until("2014-04-16 17:40").await;
        let told = "活动办督办的整改 1项需要关注\n 🔴 30号 已逾期15天 汪清县春阳镇 周俊哲";
        assert_eq!(town.known("林静").reads(), told);
        for name in ["李兰", "杨勇涛", "崔梅晨"] {
            let read = town.known(name).reads();
            assert!(!read.contains("整改"), "{name} {read}");
        }
        assert_eq!(
            town.steps().await,
            [
                "0.0 lead - expired",
                "0.1 head - expired",
                "0.2 supervision - expired",
                "0.3 office 林静 told at a time",
            ],
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn where_there_is_nobody_the_next_is_told_at_once_and_the_office_sees_who_is_missing() {
    for base in bases().await {
        let town = quiet_town(base, |campaign| {
            climbs(campaign);
            campaign.kinds[0].escalation.truncate(2);
        })
        .await;
        // The head has no account.
        let [lin, chen] = [town.cadre("林静").await, town.cadre("陈善").await];
        town.imports_items(&ITEM.replace("李兰", "王不在")).await;
        // Own lead: the head is next, and there is one in that unit.
        town.imports_items("31,水管漏水,,修好,周俊哲,汪清县/春阳镇,周俊哲,立行立改,,否\n")
            .await;
        town.becomes("2014-04-01 17:30").await;
        assert_eq!(
            town.steps().await,
            ["0.0 lead - own", "0.1 head - nobody"],
            "{base:?}"
        );
        let overdue = lin.says("/overdue").await;
        assert_eq!(overdue, "报送无人 1项\n 汪清县春阳镇 缺主要负责人 1项");
        town.becomes("2014-04-02 17:30").await;
        let overdue = lin.says("/overdue").await;
        assert_eq!(
            overdue,
            "🔴 逾期整改 1项\n最多：汪清县1项\n 🔴 30号 路灯不亮 已逾期1天\n   汪清县春阳镇 周俊哲\n\n\
             报送无人 2项\n 汪清县春阳镇 缺主要负责人 2项\n 汪清县春阳镇 缺牵头领导 1项"
        );
        assert_eq!(chen.says("/overdue").await, "没有逾期的整改。");
        // He has an account now: nothing is told afterwards, and what is submitted is on the list no more.
        town.is_submitted("30").await;
        town.is_submitted("31").await;
        assert_eq!(lin.says("/overdue").await, "没有逾期的整改。");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_lead_who_is_responsible_himself_is_passed_over() {
    for base in bases().await {
        let town = quiet_town(base, climbs).await;
        let zhou = town.cadre("周俊哲").await;
        let above = all_above(&town).await;
        town.imports_items(&ITEM.replace("李兰", "周俊哲")).await;
        let heard = town.evenings(&above, "2014-04-01", "2014-04-09").await;
        let short: Vec<&str> = heard
            .iter()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(short, ["04-02 杨勇涛", "04-09 崔梅晨"], "{base:?}");
        assert!(!zhou.reads().contains("您牵头"), "{}", zhou.reads());
        town.closes().await;
    }
}

#[tokio::test]
async fn two_items_are_one_block_of_his_ordinary_digest() {
    for base in bases().await {
        let town = quiet_town(base, climbs).await;
        let above = all_above(&town).await;
        // She is asked what she studied.
        town.writes("UPDATE cadres SET traits = '' WHERE name = '李兰'")
            .await;
        town.imports_items(ITEM).await;
        town.imports_items("31,水管漏水,,修好,李兰,汪清县/百草沟镇,高海,3月31日前,,否\n")
            .await;
        town.becomes("2014-03-31 17:30").await;
        let before = above[0].heard();
        // One day without the service: both rungs are due.
        let town = town.outlives_an_outage_until("2014-04-02 17:30").await;
        let lan = town.known("李兰");
        assert_eq!(lan.heard(), before + 1, "{base:?} one message");
        let text = lan.reads();
        assert!(text.starts_with("今天的学习 4月2日 周三"), "{text}");
        assert!(
            text.ends_with(
                "\n\n您牵头的整改 2项需要关注\n 🔴 31号 已逾期2天 汪清县百草沟镇 高海\n \
                 🔴 30号 已逾期1天 汪清县春阳镇 周俊哲"
            ),
            "{text}"
        );
        let buttons = lan.buttons();
        assert!(
            buttons.ends_with(&["逐项看".into(), "看31号".into(), "看30号".into()]),
            "{buttons:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_superior_on_leave_is_told_when_he_is_back_unless_the_next_was_due() {
    for base in bases().await {
        let town = quiet_town(base, |campaign| {
            climbs(campaign);
            campaign.kinds[0].escalation[1].after = 5;
        })
        .await;
        let above = all_above(&town).await;
        town.becomes("2014-04-02 09:00").await;
        above[0].says("请假到4月3日").await;
        town.imports_items(ITEM).await;
        town.writes("UPDATE items SET assigned_on = '2014-03-31' WHERE no = '30'")
            .await;
        let heard = town.evenings(&above, "2014-04-02", "2014-04-08").await;
        let short: Vec<&str> = heard
            .iter()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(short, ["04-04 李兰"], "{base:?}");
        town.becomes("2014-04-09 09:00").await;
        above[1].says("请假到4月15日").await;
        let heard = town.evenings(&above, "2014-04-09", "2014-04-18").await;
        let short: Vec<&str> = heard
            .iter()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(short, ["04-14 崔梅晨", "04-16 林静"]);
        let steps = town.steps().await;
        assert_eq!(steps[1], "0.1 head 杨勇涛 expired");
        town.closes().await;
    }
}

#[tokio::test]
async fn whose_word_an_item_waits_for_is_told_every_second_work_day_until_it_is_given() {
    for base in bases().await {
        let town = quiet_town(base, |campaign| {
            climbs(campaign);
            let kind = &mut campaign.kinds[0];
            kind.review = vec![Reviewer::Superior, Reviewer::Supervision];
            kind.extensions = 1;
            kind.hand_up = true;
        })
        .await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        town.imports_items("31,水管漏水,,修好,李兰,汪清县/春阳镇,周俊哲,4月30日前,,否\n")
            .await;
        town.imports_items("32,道路不平,,修好,李兰,汪清县/春阳镇,周俊哲,4月30日前,,否\n")
            .await;
        town.is_submitted("30").await;
        let heard = town.evenings(&above, "2014-03-31", "2014-04-03").await;
        assert_eq!(
            heard,
            [
                "03-31 杨勇涛: 待您审 1项：30号",
                "04-02 杨勇涛: 待您审 1项：30号"
            ],
            "{base:?}"
        );
        assert_eq!(above[1].buttons(), ["审30号"]);
        // The second link of the chain.
        town.becomes("2014-04-04 10:00").await;
        let remark = String::new();
        town.happens("30", Step::Approve { remark }, "杨勇涛", Role::Superior)
            .await;
        let asked = Step::AskExtension {
            to: "2014-05-30".parse().expect("a day"),
            why: "缺料".to_owned(),
        };
        town.happens("31", asked, "周俊哲", Role::Responsible).await;
        let to = town
            .texts("SELECT CAST(id AS TEXT) FROM units WHERE path = '汪清县'")
            .await;
        let up = Step::HandUp {
            to: duban::domain::ids::UnitId(to[0].parse().expect("an id")),
            why: "没有钱".to_owned(),
        };
        town.happens("32", up, "周俊哲", Role::Responsible).await;
        let heard = town.evenings(&above, "2014-04-04", "2014-04-04").await;
        assert_eq!(
            heard,
            [
                "04-04 杨勇涛: 待您审 2项：31号、32号",
                "04-04 崔梅晨: 待您审 1项：30号"
            ]
        );
        // Given: silence.
        town.becomes("2014-04-08 10:00").await;
        town.happens("31", Step::Grant, "杨勇涛", Role::Superior)
            .await;
        let why = "自己办".to_owned();
        town.happens("32", Step::SendBack { why }, "杨勇涛", Role::Taker)
            .await;
        let remark = String::new();
        town.happens("30", Step::Approve { remark }, "崔梅晨", Role::Supervision)
            .await;
        let heard = town.evenings(&above, "2014-04-08", "2014-04-11").await;
        assert_eq!(heard, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_review_given_meanwhile_closes_the_digest() {
    for base in bases().await {
        let town = quiet_town(base, waits_half_an_hour).await;
        let above = all_above(&town).await;
        town.imports_items(ITEM).await;
        town.is_submitted("30").await;
        let before = above[0].heard();
        town.becomes("2014-03-31 17:30").await;
        let remark = String::new();
        town.happens("30", Step::Approve { remark }, "李兰", Role::Lead)
            .await;
        town.becomes("2014-03-31 18:00").await;
        assert_eq!(above[0].heard(), before);
        let digests = town.digests().await;
        assert_eq!(digests, ["李兰 closed nothing_due"], "{base:?}");
        town.closes().await;
    }
}
