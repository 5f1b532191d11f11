//! A liaison records for who has no Telegram, is retired or frail, or asks him to: marked everywhere, told in the
//! person's next digest, shown to the office. Only within what he cares for, and only as long as he does.

use super::support::{Desk, Town, asking, bases};

/// What stands: whose, duty, amount, source, by whom.
const STANDING: &str =
    "SELECT c.name || ' ' || e.duty || ' ' || e.amount || ' ' || e.source || ' ' \
     || COALESCE(b.name, '-') FROM entries e JOIN cadres c ON c.id = e.cadre_id
     LEFT JOIN cadres b ON b.id = e.recorded_by
     WHERE NOT EXISTS (SELECT 1 FROM entry_events w WHERE w.entry_id = e.id) ORDER BY e.id";
const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";

#[tokio::test]
async fn a_liaison_records_for_somebody_without_telegram_and_it_is_marked() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("崔梅晨", "延吉市/新兴街道").await;
        let cui = town.cadre("崔梅晨").await;
        let office = town.office("林静").await;
        assert!(!office.says("/status").await.contains("代记"));
        let which = cui.says("/proxy 姜涛").await;
        let whom = "代记 姜涛，延吉市新兴街道明新村党支部 党员";
        let whom = which
            .lines()
            .next()
            .filter(|line| line.starts_with("代记 姜涛"))
            .unwrap_or(whom);
        assert_eq!(which, format!("{whom}\n记哪一项？"));
        let asked = cui.presses("集中学习 0/1天").await;
        assert!(
            asked.starts_with(&format!("{whom}\n集中学习 0/1天")),
            "{asked}"
        );
        let recorded = cui.presses("半天").await;
        assert!(
            recorded.starts_with(&format!(
                "{whom}\n✓ 3月3日 周一 集中学习 半天（4学时）\n累计 0.5/1天"
            )),
            "{recorded}"
        );
        let his = ["姜涛 study 4000 proxy 崔梅晨"];
        assert_eq!(town.texts(STANDING).await, his, "{base:?}");

        // For the same person once more: in words, and taken back.
        cui.presses("记其他").await;
        cui.presses("走亲连心 0户").await;
        let visit = cui.says("昨天1户").await;
        assert!(
            visit.starts_with(&format!("{whom}\n✓ 3月2日 周日 走亲连心 1户")),
            "{visit}"
        );
        cui.says("王家").await;
        assert_eq!(town.texts(STANDING).await.len(), 2);
        let gone = cui.presses("撤销").await;
        assert!(gone.contains("走亲连心 已撤销"), "{gone}");
        assert_eq!(town.texts(STANDING).await, his);

        let status = office.says("/status").await;
        assert!(status.contains("\n代记 1条，占100%\n"), "{status}");
        office.says("半天").await;
        let status = office.says("/status").await;
        assert!(status.contains("\n代记 1条，占50%\n"), "{status}");
        let rows = Desk::over(&town.database).export("entries").await;
        let roster = Desk::over(&town.database).export("roster").await;
        let key = roster
            .iter()
            .find(|line| line["name"] == "崔梅晨")
            .expect("her");
        let proxied: Vec<_> = rows
            .iter()
            .filter(|line| line["source"] == "proxy")
            .collect();
        assert!(proxied.iter().all(|line| line["recorded_by"] == key["key"]));
        let corrected: Vec<_> = rows
            .iter()
            .filter(|line| !line["corrects"].is_empty())
            .collect();
        assert_eq!(corrected.len(), 1, "the household came after");
        assert!(
            rows.last()
                .is_some_and(|line| line["recorded_by"].is_empty())
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn who_is_linked_is_to_be_told_of_what_stands_and_can_not_withdraw_it() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("李兰", "汪清县").await;
        let (lan, zhou) = (town.cadre("李兰").await, town.cadre("周俊哲").await);
        let news = "SELECT c.name || ' ' || n.news FROM news n JOIN cadres c ON c.id = n.cadre_id
                    WHERE n.told_at IS NULL ORDER BY n.id";
        lan.says("/proxy 周俊哲").await;
        lan.presses("谈心谈话 0/3次").await;
        lan.presses("1次").await;
        let ids = "SELECT '\"entry\":' || MAX(id) || ',' FROM entries";
        let (told, id) = (town.texts(news).await, town.texts(ids).await);
        assert!(
            told.len() == 1 && told[0].contains(&id[0]),
            "{told:?} {id:?}"
        );
        assert!(told[0].starts_with("周俊哲 ") && told[0].contains("\"by\":\"李兰\""));
        // More is said of it: he is to be told of the entry that stands, once.
        lan.presses("谈透").await;
        let (told, id) = (town.texts(news).await, town.texts(ids).await);
        assert!(
            told.len() == 1 && told[0].contains(&id[0]),
            "{told:?} {id:?}"
        );
        assert_eq!(town.texts(STANDING).await, ["周俊哲 talks 1000 proxy 李兰"]);

        // It is in his sums; he disputes it, but cannot take it back as if it were his word.
        let me = zhou.says("/me").await;
        assert!(me.contains("谈心谈话 1/3次"), "{me}");
        let update = "SELECT 'u:' || MAX(update_id) FROM entries";
        let data = town.texts(update).await;
        let answers = ["这是联络员替您记的，没有改动。", DENIED];
        for (data, answer) in [data[0].clone(), lan.data("撤销")].iter().zip(answers) {
            let denied = zhou.forges(data).await;
            assert!(denied.starts_with(answer), "{data}: {denied}");
        }
        assert_eq!(town.texts(STANDING).await.len(), 1, "{base:?}");
        // Taken back before he heard of it: nothing to tell.
        lan.presses("撤销").await;
        assert_eq!(town.texts(news).await, [""; 0]);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_records_for_people_he_does_not_care_for() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("李兰", "汪清县/春阳镇").await;
        let (lan, zhou) = (town.cadre("李兰").await, town.cadre("周俊哲").await);
        let stranger = town.phone(8_001, "李四");
        let before = town.record().await;
        assert_eq!(zhou.says("/proxy 李兰").await, DENIED);
        assert_eq!(stranger.says("/proxy 李兰").await, DENIED);
        assert_eq!(lan.says("/proxy").await, "请写上姓名，例如：/proxy 姜涛");
        for name in ["杨勇涛", "张三", "%"] {
            assert_eq!(
                lan.says(&format!("/proxy {name}")).await,
                format!("您负责的单位里没有“{name}”。\n请核对姓名，例如：/proxy 姜涛")
            );
        }
        // Forged for somebody of another township, and for his own liaison.
        let ids = "SELECT CAST(id AS TEXT) FROM cadres WHERE name = '杨勇涛'";
        let yang = town.texts(ids).await;
        for data in [
            "f:m:",
            "f:d:talks:",
            "f:a:talks:20140303:1000:t:",
            "f:o:talks:",
        ] {
            let answer = lan.forges(&format!("{data}{}", yang[0])).await;
            assert_eq!(answer, DENIED, "{data}");
        }
        let tried = town.attempts().await;
        let refused = |line: &&String| line.starts_with("李兰 proxy cadre") && line.ends_with('0');
        assert_eq!(tried.iter().filter(refused).count(), 4, "{tried:?}");
        assert_eq!(town.record().await, before, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_liaison_who_is_it_no_more_records_and_withdraws_nothing() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("李兰", "汪清县/春阳镇").await;
        town.makes_liaison("杨勇涛", "汪清县").await;
        let (lan, yang) = (town.cadre("李兰").await, town.cadre("杨勇涛").await);
        // Two liaisons at once record for one person: each his own, none twice.
        for liaison in [&lan, &yang] {
            liaison.says("/proxy 周俊哲").await;
            liaison.presses("走亲连心 0/3户").await;
        }
        let message = yang.last().expect("a message").message_id;
        let once = yang.data("1户");
        yang.presses_hastily(message, &[&once, &once]).await;
        lan.presses("2户").await;
        assert_eq!(
            town.texts(STANDING).await,
            [
                "周俊哲 households 1000 proxy 杨勇涛",
                "周俊哲 households 2000 proxy 李兰"
            ]
        );
        // Neither takes back what the other recorded.
        let (hers, his) = (lan.data("撤销"), yang.data("撤销"));
        assert_eq!(yang.forges(&hers).await, DENIED);
        // While she was asked for the household she ceased to be liaison.
        town.liaison_no_more("李兰", "汪清县/春阳镇").await;
        let before = town.record().await;
        assert_eq!(lan.says("王家").await, DENIED);
        assert_eq!(lan.forges(&hers).await, DENIED);
        assert_eq!(lan.forges(&his).await, DENIED);
        assert_eq!(lan.says("/proxy 周俊哲").await, DENIED);
        assert_eq!(town.record().await, before, "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn evidence_finds_the_last_entry_that_somebody_recorded_for_himself_or_another() {
    use duban::store::{cadre, entry};
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.makes_liaison("李兰", "汪清县").await;
        let lan = town.cadre("李兰").await;
        let latest = async || {
            let mut tx = town.books.store.read().await.expect("a transaction");
            let people = cadre::all(&mut tx).await.expect("people");
            let her = people
                .iter()
                .find(|one| one.name == "李兰")
                .expect("her")
                .id;
            let latest = entry::latest_by(&mut tx, her, chrono::DateTime::UNIX_EPOCH)
                .await
                .expect("an entry");
            tx.commit().await.expect("an end");
            latest.map(|entry| (entry.duty, entry.cadre == her))
        };
        assert_eq!(latest().await, None);
        lan.says("今天没学").await;
        assert_eq!(latest().await, None, "nothing done has no evidence");
        lan.presses("撤销").await;
        lan.says("半天").await;
        assert_eq!(latest().await, Some(("study".to_owned(), true)));
        lan.says("/proxy 周俊哲").await;
        lan.presses("谈心谈话 0/3次").await;
        lan.presses("1次").await;
        assert_eq!(
            latest().await,
            Some(("talks".to_owned(), false)),
            "{base:?}"
        );
        lan.presses("撤销").await;
        assert_eq!(latest().await, Some(("study".to_owned(), true)));
        town.closes().await;
    }
}
