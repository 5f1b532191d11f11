//! Who cannot be reached any more: the liaison hears of it once, the office sees it at any time, and whoever
//! writes again is back.

use chrono::NaiveTime;
use duban::domain::campaign::Campaign;
use duban::domain::grant::Role;
use duban::sandbox::Fault;
use duban::store::outbox::Lane;
use duban::store::{cadre, grant, unit};

use super::support::{Person, Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";
const ZHOU: &str = "不可达 1人\n 周俊哲，汪清县春阳镇 镇长\n多半是停用了机器人，收不到提醒。\n\
                    请当面提醒：打开机器人，发 /start";

impl Town {
    /// Makes somebody of the roster liaison of a unit, or ends it.
    async fn is_liaison(&self, name: &str, path: &str, is: bool) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        let person = people.iter().find(|person| person.name == name);
        let person = person.expect("a person").id;
        let unit = unit::by_path(&mut tx, path).await.expect("units");
        assert!(unit.is_some(), "{path}");
        let (role, now) = (Role::Liaison, self.books.clock.now());
        let changed = if is {
            grant::give(&mut tx, role, person, unit, now).await
        } else {
            grant::revoke(&mut tx, role, person, unit, now).await
        };
        assert!(changed.expect("a grant"), "{name} {path}");
        tx.commit().await.expect("a commit");
    }

    async fn is_blocked(&self, person: &Person<'_>) {
        self.sandbox.block(person.account);
        self.settles().await;
    }
}

impl Person<'_> {
    /// The part of the newest message that tells who is out of reach.
    fn told(&self) -> Option<String> {
        let text = self.reads();
        text.find("不可达").map(|at| text[at..].to_owned())
    }
}

/// Quiet hours over the slot: what is planned at 17:30 waits until 18:00, when it is looked at again.
fn waits_half_an_hour(campaign: &mut Campaign) {
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

#[tokio::test]
async fn whoever_blocks_the_bot_is_told_of_to_his_liaison_once_and_revives_by_writing() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.is_liaison("李兰", "汪清县/春阳镇", true).await;
        let (zhou, lan) = (town.cadre("周俊哲").await, town.cadre("李兰").await);
        let yang = town.cadre("杨勇涛").await;

        // Telegram says so when he is next answered; what waits for him is closed with that reason.
        town.plans(Lane::Reminder, &[zhou.account], 3_600).await;
        let fault = Fault::error(403, "Forbidden: bot was blocked by the user");
        town.sandbox
            .add_fault(fault.method("sendMessage").chat(zhou.account).times(1));
        town.sandbox.say(zhou.account, "/me");
        town.settles().await;
        let states = "SELECT state FROM links WHERE state <> 'linked'";
        assert_eq!(town.texts(states).await, ["blocked"]);
        let closed = "SELECT kind || ' ' || reason FROM outbox WHERE state = 'closed' ORDER BY id";
        let reason = "Forbidden: bot was blocked by the user";
        assert_eq!(
            town.texts(closed).await,
            [format!("test {reason}"), format!("answer {reason}")]
        );

        town.becomes("2014-03-03 17:30").await;
        assert_eq!(lan.told().as_deref(), Some(ZHOU), "{base:?}");
        assert!(lan.reads().starts_with("今天的学习"), "{}", lan.reads());
        assert_eq!(yang.told(), None, "of another unit, and no liaison");
        town.becomes("2014-03-04 17:30").await;
        assert!(lan.reads().contains("3月4日"));
        assert_eq!(lan.told(), None, "not twice");

        // He is back; and gone once more, which is said once more.
        zhou.says("/start").await;
        town.becomes("2014-03-05 17:30").await;
        assert!(zhou.reads().starts_with("今天的学习"), "{}", zhou.reads());
        assert_eq!(lan.told(), None);
        town.is_blocked(&zhou).await;
        town.becomes("2014-03-06 17:30").await;
        assert_eq!(lan.told().as_deref(), Some(ZHOU), "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_liaison_who_owes_nothing_hears_of_it_alone_and_only_of_who_is_still_away() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        // Retired: he is not asked himself.
        town.is_liaison("姜涛", "延吉市", true).await;
        let jiang = town.cadre("姜涛").await;
        let (cui, jin) = (town.cadre("崔梅晨").await, town.cadre("金桂文").await);
        let before = jiang.heard();
        town.is_blocked(&cui).await;
        town.is_blocked(&jin).await;
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.digests().await, ["姜涛 waiting"]);
        town.sandbox.unblock(jin.account);
        town.settles().await;
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(
            jiang.reads(),
            "不可达 1人\n 崔梅晨，延吉市新兴街道 主任\n多半是停用了机器人，收不到提醒。\n\
             请当面提醒：打开机器人，发 /start"
        );
        assert_eq!((jiang.heard(), jiang.buttons().len()), (before + 1, 0));

        // All are back by the time it is sent; or he is liaison no more.
        let today = "SELECT state || ' ' || COALESCE(reason, '') FROM outbox
                     WHERE kind = 'digest' ORDER BY id DESC LIMIT 1";
        for day in ["2014-03-04", "2014-03-05"] {
            cui.says("今天没学").await;
            jin.says("今天没学").await;
            town.is_blocked(&jin).await;
            town.sandbox.block(cui.account);
            town.settles().await;
            town.becomes(&format!("{day} 17:30")).await;
            assert_eq!(town.texts(today).await, ["waiting "], "{base:?} {day}");
            if day == "2014-03-04" {
                town.sandbox.unblock(jin.account);
                town.sandbox.unblock(cui.account);
                town.settles().await;
            } else {
                town.is_liaison("姜涛", "延吉市", false).await;
            }
            town.becomes(&format!("{day} 18:00")).await;
            let last = town.texts(today).await;
            assert_eq!(last, ["closed nothing_due"], "{base:?} {day}");
            assert_eq!(jiang.heard(), before + 1, "{base:?} {day}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn the_nearest_liaison_is_told_and_when_he_is_away_himself_the_next_above() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.is_liaison("李兰", "汪清县/春阳镇", true).await;
        town.is_liaison("杨勇涛", "汪清县", true).await;
        let (zhou, lan) = (town.cadre("周俊哲").await, town.cadre("李兰").await);
        let yang = town.cadre("杨勇涛").await;
        town.is_blocked(&zhou).await;
        // The digest that would tell her is the one that does not arrive.
        let fault = Fault::error(400, "Bad Request: PEER_ID_INVALID");
        town.sandbox
            .add_fault(fault.method("sendMessage").chat(lan.account).times(1));
        town.becomes("2014-03-03 17:30").await;
        assert_eq!((lan.told(), yang.told()), (None, None), "{base:?}");
        town.becomes("2014-03-04 17:30").await;
        assert_eq!(
            yang.told().as_deref(),
            Some(
                "不可达 2人\n 周俊哲，汪清县春阳镇 镇长\n 李兰，汪清县春阳镇 副镇长\n\
                 多半是停用了机器人，收不到提醒。\n请当面提醒：打开机器人，发 /start"
            )
        );
        // Once she is back, what comes up is hers again, and what was told is not told anew.
        lan.says("/start").await;
        town.becomes("2014-03-05 17:30").await;
        assert_eq!((lan.told(), yang.told()), (None, None), "{base:?}");
        zhou.says("/start").await;
        town.is_blocked(&zhou).await;
        town.becomes("2014-03-06 17:30").await;
        assert_eq!(lan.told().as_deref(), Some(ZHOU), "{base:?}");
        assert_eq!(yang.told(), None, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn several_liaisons_of_a_unit_are_all_told_and_many_people_are_counted() {
    for base in bases().await {
        let town = Town::on(base).await;
        let all = ["周俊哲", "李兰", "陈善", "金桂文", "朴涛芳", "高海", "姜涛"];
        for liaison in ["林静", "杨勇涛"] {
            for unit in ["汪清县", "敦化市", "敦化市委", "延吉市"] {
                town.is_liaison(liaison, unit, true).await;
            }
        }
        let (lin, yang) = (town.cadre("林静").await, town.cadre("杨勇涛").await);
        for name in all {
            let person = town.cadre(name).await;
            town.is_blocked(&person).await;
        }
        let preview = "7 out of reach";
        let day = town.books.today();
        let planned = duban::planner::preview(&town.books, day, day.succ_opt().expect("a day"))
            .await
            .expect("a plan");
        let tell: Vec<_> = planned
            .iter()
            .filter(|row| row.summary.contains(preview))
            .map(|row| row.name.as_str())
            .collect();
        assert_eq!(tell, ["林静", "杨勇涛"], "once each: {planned:?}");
        town.becomes("2014-03-03 17:30").await;
        for liaison in [&lin, &yang] {
            let told = liaison.told().expect("something told");
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(lines[0], "不可达 7人", "{base:?}");
            assert_eq!(lines[6], "还有2人没有列出", "{base:?} {told}");
            assert_eq!(lines.len(), 9, "{told}");
        }
        town.becomes("2014-03-04 17:30").await;
        assert_eq!((lin.told(), yang.told()), (None, None), "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn the_office_sees_whom_and_what_does_not_get_through_within_its_scope() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        town.grants("陈善", Some("敦化市")).await;
        let chen = town.cadre("陈善").await;
        assert_eq!(
            office.says("/undelivered").await,
            "没有不可达的人，消息都已发出。"
        );
        assert!(!office.says("/status").await.contains("/undelivered"));

        for name in ["周俊哲", "李兰", "高海"] {
            let person = town.cadre(name).await;
            town.is_blocked(&person).await;
        }
        let cui = town.cadre("崔梅晨").await;
        let fault = Fault::error(400, "Bad Request: can't parse entities: byte 3");
        town.sandbox
            .add_fault(fault.method("sendMessage").chat(cui.account).times(1));
        town.sandbox.say(cui.account, "/me");
        town.settles().await;
        let dead = "SELECT CAST(id AS TEXT) FROM outbox WHERE state = 'dead'";
        let id = town.texts(dead).await.pop().expect("a dead letter");
        assert_eq!(
            office.says("/undelivered").await,
            format!(
                "不可达 3人\n汪清县 2人：李兰、周俊哲\n敦化市 1人：高海\n\
                 请当面提醒：打开机器人，发 /start\n\n发不出的消息 1条\n {id} 崔梅晨 回答\n   \
                 can't parse entities: byte 3\n请维护人员处理：duban outbox list"
            )
        );
        let status = office.says("/status").await;
        assert!(
            status.contains("\n不可达 3/6人\n")
                && status.contains("\n发不出的消息 1条\n名单见 /undelivered\n"),
            "{status}"
        );
        // One county's office sees that county: no other people, no other letters.
        assert_eq!(
            chen.says("/undelivered").await,
            "不可达 1人\n敦化市额穆镇 1人：高海\n请当面提醒：打开机器人，发 /start"
        );
        assert!(!chen.says("/status").await.contains("发不出"));
        for text in ["/undelivered 汪清县", "/undelivered@duban_test_bot x"] {
            let said = office.says(text).await;
            assert_eq!(
                said, "这个命令后面不用写别的。\n请只发 /undelivered",
                "{text}"
            );
        }
        assert!(office.says("/help").await.contains("/undelivered 活动办"));
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_else_sees_it_and_who_tried_is_on_record() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.is_liaison("李兰", "汪清县", true).await;
        let (lan, zhou) = (town.cadre("李兰").await, town.cadre("周俊哲").await);
        let stranger = town.phone(8_001, "李四");
        town.is_blocked(&zhou).await;
        let before = town.record().await;
        for person in [&lan, &stranger] {
            for text in ["/undelivered", "/UNDELIVERED@duban_test_bot 汪清县"] {
                assert_eq!(person.says(text).await, DENIED, "{text}");
            }
            let forged = person.forges("undelivered").await;
            assert!(!forged.contains("周俊哲"), "{forged}");
        }
        // Being a liaison opens none of the office's commands, and shows none.
        for text in ["/status", "/find 周俊哲", "/overdue"] {
            assert_eq!(lan.says(text).await, DENIED, "{text}");
        }
        assert!(!lan.says("/help").await.contains("/undelivered"));
        town.sandbox.group(-500, "工作群", true);
        let said = lan.says_in(-500, "/undelivered").await;
        assert!(said.starts_with("这个功能只在私聊里用。"), "{said}");
        assert_eq!(town.record().await, before);
        let refused = town.attempts().await;
        let refused: Vec<_> = refused
            .iter()
            .filter(|line| line.contains("undelivered") && line.ends_with('0'))
            .collect();
        assert_eq!(
            refused,
            [
                "李兰 undelivered  0",
                "李兰 undelivered 汪清县 0",
                "李兰 press undelivered 0",
                "- undelivered  0",
                "- undelivered 汪清县 0",
                "- press undelivered 0",
            ]
        );
        town.closes().await;
    }
}
