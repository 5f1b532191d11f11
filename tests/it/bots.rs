//! Several bots, each for a part of the unit tree: who writes to whom, and what becomes of people who move.

use duban::domain::campaign::{Bot, Campaign};
use duban::import;
use duban::sandbox::Call;
use serde_json::json;

use super::support::{Base, EAST_BOT, EAST_TOKEN, MAIN_BOT, Person, TOKEN, Town, bases, post};

const EVENING: &str = "2014-03-03 17:30";

/// Dunhua is the east bot's.
pub(super) fn two_bots(campaign: &mut Campaign) {
    campaign.bots = vec![Bot {
        id: "east".to_owned(),
        units: vec!["敦化市".to_owned(), "敦化市委".to_owned()],
    }];
}

impl Town {
    async fn with_two_bots(base: Base) -> Self {
        Self::with(base, "2014-03-03 09:00", two_bots).await
    }

    /// The tokens that wrote to an account, in the order of their messages.
    fn written_by(&self, account: i64) -> Vec<&'static str> {
        self.sandbox.with_calls(|calls| {
            let mine = |call: &&Call| call.delivered() && call.chat() == account;
            let name = |call: &Call| match call.token.as_str() {
                TOKEN => "main",
                EAST_TOKEN => "east",
                _ => "?",
            };
            calls.iter().filter(mine).map(name).collect()
        })
    }

    /// The roster says that somebody is in another unit now.
    async fn moves(&self, key: &str, name: &str, unit: &str, post: &str, rank: &str, phone: &str) {
        let csv = format!(
            "编号,单位,姓名,职务,职级,手机号,是否班子成员,备注\n{key},{unit},{name},{post},{rank},{phone},是,\n"
        );
        let (store, campaign) = (&self.books.store, &self.books.campaign);
        let (now, quiet) = (self.books.clock.now(), |_: usize, _: usize| {});
        let report = import::roster::import(
            store,
            campaign,
            csv.as_bytes(),
            "roster.csv",
            false,
            now,
            &quiet,
        )
        .await
        .expect("a roster");
        assert_eq!(report.refused, []);
    }

    async fn bots_of_links(&self) -> Vec<String> {
        self.lines(
            "SELECT c.name || ' ' || l.bot || ' ' || l.state FROM links l
             JOIN cadres c ON c.id = l.cadre_id ORDER BY c.id",
        )
        .await
    }
}

#[tokio::test]
async fn each_bot_writes_to_the_people_of_its_units() {
    for base in bases().await {
        let town = Town::with_two_bots(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.sandbox.turn_to(EAST_BOT);
        let gao = town.cadre("高海").await;
        assert_eq!(
            town.bots_of_links().await,
            ["周俊哲 0 linked", "高海 1 linked"]
        );
        town.sandbox.forget_calls();
        town.becomes(EVENING).await;
        assert_eq!(town.written_by(zhou.account), ["main"], "{base:?}");
        assert_eq!(town.written_by(gao.account), ["east"], "{base:?}");
        // Each answers where he was asked, and both are recorded.
        gao.presses("半天").await;
        town.sandbox.turn_to(MAIN_BOT);
        zhou.presses("半天").await;
        let recorded = town.lines("SELECT amount || '' FROM entries").await;
        assert_eq!(recorded, ["4000", "4000"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn two_bots_may_count_their_updates_alike() {
    for base in bases().await {
        let town = Town::with_two_bots(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.sandbox.turn_to(EAST_BOT);
        let gao = town.cadre("高海").await;
        let update = |person: &Person<'_>| {
            json!({"message": {
                "message_id": 70, "date": 1_393_800_000, "text": "今天学了30分钟",
                "from": {"id": person.account, "is_bot": false, "first_name": "x"},
                "chat": {"id": person.account, "type": "private", "first_name": "x"},
            }})
        };
        town.passes(2);
        town.sandbox.inject_raw(900, update(&gao));
        town.settles().await;
        town.sandbox.turn_to(MAIN_BOT);
        town.sandbox.inject_raw(900, update(&zhou));
        town.settles().await;
        let recorded =
            "SELECT c.name FROM entries e JOIN cadres c ON c.id = e.cadre_id ORDER BY c.id";
        assert_eq!(town.lines(recorded).await, ["周俊哲", "高海"], "{base:?}");
        // And each takes back his own alone.
        zhou.presses("撤销").await;
        let left = "SELECT c.name FROM entries e JOIN cadres c ON c.id = e.cadre_id
            WHERE e.id NOT IN (SELECT entry_id FROM entry_events)";
        assert_eq!(town.lines(left).await, ["高海"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn whoever_moves_is_told_which_bot_to_open_and_nothing_is_lost_until_he_has() {
    for base in bases().await {
        let town = Town::with_two_bots(base).await;
        let zhou = town.cadre("周俊哲").await;
        let key = "SELECT key FROM cadres WHERE name = '周俊哲'";
        let key = town.lines(key).await.remove(0);
        town.moves(
            &key,
            "周俊哲",
            "敦化市/额穆镇",
            "镇长",
            "正科级",
            "15271743002",
        )
        .await;
        town.sandbox.forget_calls();
        town.becomes("2014-03-03 10:00").await;
        assert!(
            zhou.reads().contains("https://t.me/duban_east_bot"),
            "{}",
            zhou.reads()
        );
        assert_eq!(town.written_by(zhou.account), ["main"]);
        // Told once; and asked through the bot that he has.
        town.becomes("2014-03-03 10:01").await;
        town.becomes(EVENING).await;
        assert_eq!(town.written_by(zhou.account), ["main"; 2], "{base:?}");
        assert!(zhou.reads().starts_with("今天的学习"), "{}", zhou.reads());
        // He asks the wrong one for help, and is told again.
        let heard = zhou.heard();
        zhou.says("/help").await;
        town.settles().await;
        assert_eq!(zhou.heard(), heard + 2, "which bot, and the help");
        // He opens the other bot: no code is asked for, his sums are there, and it writes from now on.
        town.sandbox.turn_to(EAST_BOT);
        assert!(!zhou.says("/start").await.is_empty());
        assert_eq!(town.bots_of_links().await, ["周俊哲 1 linked"], "{base:?}");
        town.sandbox.forget_calls();
        town.becomes("2014-03-04 17:30").await;
        assert_eq!(town.written_by(zhou.account), ["east"], "{base:?}");
        // What he does with the bot of before is no sign that he cannot be reached.
        town.sandbox.turn_to(MAIN_BOT);
        town.sandbox.block(zhou.account);
        town.settles().await;
        assert_eq!(town.bots_of_links().await, ["周俊哲 1 linked"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_waits_goes_through_the_bot_that_a_person_has_opened() {
    for base in bases().await {
        let town = Town::with_two_bots(base).await;
        let zhou = town.cadre("周俊哲").await;
        let key = "SELECT key FROM cadres WHERE name = '周俊哲'";
        let key = town.lines(key).await.remove(0);
        town.plans(duban::store::outbox::Lane::Urgent, &[zhou.account], 3_600)
            .await;
        town.moves(
            &key,
            "周俊哲",
            "敦化市/额穆镇",
            "镇长",
            "正科级",
            "15271743002",
        )
        .await;
        town.sandbox.turn_to(EAST_BOT);
        zhou.says("/me").await;
        town.sandbox.forget_calls();
        town.becomes("2014-03-03 10:30").await;
        assert_eq!(town.written_by(zhou.account), ["east"], "{base:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn each_bot_has_its_own_webhook() {
    for base in bases().await {
        let town = Town::with_two_bots(base).await;
        let mut url = String::new();
        let town = town
            .restarts(|settings| url = super::ingress::hooked(settings), |_| {})
            .await;
        town.sandbox.turn_to(EAST_BOT);
        let gao = town.cadre("高海").await;
        town.sandbox.turn_to(MAIN_BOT);
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(
            town.bots_of_links().await,
            ["周俊哲 0 linked", "高海 1 linked"]
        );
        assert!(gao.account != zhou.account);
        for (address, status) in [("", 401), ("/east", 401), ("/west", 404)] {
            let found = post(&format!("{url}{address}"), Some("wrong"), "{}").await;
            assert_eq!(found, status, "{base:?} {address}");
        }
        town.closes().await;
    }
}
