//! What is new is told in the next digest: once, a few at a time, and to nobody who is away.

use chrono::NaiveTime;
use duban::domain::amount::Amount;
use duban::domain::campaign::Campaign;
use duban::domain::news::News;
use duban::sandbox::Fault;
use duban::store::{cadre, news};

use super::support::{Town, bases};

const UNTOLD: &str = "SELECT CAST(COUNT(*) AS TEXT) FROM news WHERE told_at IS NULL";

impl Town {
    /// Somebody's targets are set anew, one after the other: to so many days.
    async fn tells(&self, name: &str, days: &[i64]) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        let person = people.iter().find(|person| person.name == name);
        let person = person.expect("a person").id;
        for days in days {
            let told = News::Target {
                duty: "study".to_owned(),
                was: None,
                is: Some(Amount::whole(days * 8)),
                by: "林静".to_owned(),
            };
            let now = self.books.clock.now();
            news::insert(&mut tx, person, &told, now)
                .await
                .expect("news");
        }
        tx.commit().await.expect("a commit");
    }

    async fn untold(&self) -> String {
        self.texts(UNTOLD).await.pop().unwrap_or_default()
    }
}

/// Quiet hours over the slot: what is planned at 17:30 waits until 18:00, when it is looked at again.
fn waits_half_an_hour(campaign: &mut Campaign) {
    campaign.limits.quiet_from = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    campaign.limits.quiet_to = NaiveTime::from_hms_opt(18, 0, 0).expect("a time");
}

#[tokio::test]
async fn news_come_alone_to_who_owes_nothing_five_at_a_time_and_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        // Retired: he is not asked himself.
        let jiang = town.cadre("姜涛").await;
        town.tells("姜涛", &[1, 2, 3, 4, 5, 6, 7]).await;
        let before = jiang.heard();
        let day = town.books.today();
        let planned = duban::planner::preview(&town.books, day, day)
            .await
            .expect("a plan");
        assert!(
            planned.iter().any(|row| row.summary == "5 news"),
            "{planned:?}"
        );
        town.becomes("2014-03-03 17:30").await;
        let told = jiang.reads();
        let lines: Vec<_> = told.lines().collect();
        assert_eq!(lines[0], "新消息 5条", "{base:?}");
        assert_eq!(lines[1..3], [" 集中学习新定要求 1天", "   林静设定"]);
        assert_eq!(lines[11..], ["还有2条，下次告诉您"], "{told}");
        assert_eq!(
            (jiang.heard(), town.untold().await.as_str()),
            (before + 1, "2")
        );
        town.becomes("2014-03-04 17:30").await;
        assert!(
            jiang
                .reads()
                .starts_with("新消息 2条\n 集中学习新定要求 6天\n")
        );
        town.becomes("2014-03-05 17:30").await;
        assert_eq!(
            (jiang.heard(), town.untold().await.as_str()),
            (before + 2, "0")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_away_hears_of_it_when_he_is_back_below_his_question() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.says("请假到3月4日").await;
        town.tells("杨勇涛", &[6]).await;
        let before = yang.heard();
        town.becomes("2014-03-03 17:30").await;
        town.becomes("2014-03-04 17:30").await;
        assert_eq!((yang.heard(), town.untold().await.as_str()), (before, "1"));
        town.becomes("2014-03-05 17:30").await;
        let read = yang.reads();
        assert!(read.starts_with("今天的学习 3月5日 周三\n"), "{read}");
        assert!(
            read.ends_with("\n\n新消息 1条\n 集中学习新定要求 6天\n   林静设定"),
            "{read}"
        );
        assert_eq!(town.untold().await, "0", "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_did_not_arrive_is_told_the_next_time() {
    for base in bases().await {
        let town = Town::on(base).await;
        let jiang = town.cadre("姜涛").await;
        town.tells("姜涛", &[1]).await;
        let fault = Fault::error(400, "Bad Request: PEER_ID_INVALID");
        town.sandbox
            .add_fault(fault.method("sendMessage").chat(jiang.account).times(1));
        town.becomes("2014-03-03 17:30").await;
        assert_eq!(town.untold().await, "1", "{base:?}");
        jiang.says("/start").await;
        town.becomes("2014-03-04 17:30").await;
        assert!(
            jiang.reads().starts_with("新消息 1条\n"),
            "{}",
            jiang.reads()
        );
        assert_eq!(town.untold().await, "0");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_told_or_taken_back_while_it_waits_is_not_told() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", waits_half_an_hour).await;
        let (jiang, yang) = (town.cadre("姜涛").await, town.cadre("杨勇涛").await);
        town.tells("姜涛", &[1]).await;
        town.tells("杨勇涛", &[2, 3]).await;
        town.becomes("2014-03-03 17:30").await;
        let before = jiang.heard();
        town.writes("UPDATE news SET told_at = 1 WHERE id <> (SELECT MAX(id) FROM news)")
            .await;
        // What comes up meanwhile is said the next time.
        town.tells("杨勇涛", &[4]).await;
        town.becomes("2014-03-03 18:00").await;
        assert_eq!(jiang.heard(), before, "{base:?}");
        let digests = town.digests().await;
        assert!(
            digests.contains(&"姜涛 closed nothing_due".to_owned()),
            "{digests:?}"
        );
        let read = yang.reads();
        assert!(
            read.ends_with("新消息 1条\n 集中学习新定要求 3天\n   林静设定\n还有1条，下次告诉您"),
            "{read}"
        );
        town.closes().await;
    }
}
