//! A running service over the demo's cast.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use duban::app::App;
use duban::books::{Almanac, Books};
use duban::clock::{Clock, rest};
use duban::config::{Secret, Settings};
use duban::domain::campaign::{self, Campaign, ItemKind};
use duban::domain::grant::Role;
use duban::domain::ids::{CadreId, UnitId};
use duban::invitation::invite;
use duban::sandbox::{Options, Sandbox};
use duban::store::{Store, Tx, cadre, grant, inbox, outbox, unit};
use duban::{calendars, import};

use super::Person;

/// The bot's token in the sandbox.
pub(crate) const TOKEN: &str = "1000000:token-of-the-sandbox";
/// Its account.
pub(crate) const MAIN_BOT: i64 = 1_000_000;
/// A second bot, for campaigns that name one of the id "east".
pub(crate) const EAST_TOKEN: &str = "2000000:token-of-the-east";
/// Its account.
pub(crate) const EAST_BOT: i64 = 2_000_000;
/// The cast: the demo's own roster and ledger, so that they cannot rot apart.
const ROSTER: &[u8] = include_bytes!("../../../assets/demo/roster.csv");
const LEDGER: &[u8] = include_bytes!("../../../assets/demo/ledger.csv");

/// A database to run a story on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Sqlite,
    Postgres,
}

/// The databases there are on this machine: SQLite always.
pub(crate) async fn bases() -> Vec<Base> {
    match super::postgres_database().await {
        Some(_) => vec![Base::Sqlite, Base::Postgres],
        None => vec![Base::Sqlite],
    }
}

/// Everything.
pub(crate) struct Town {
    pub(crate) sandbox: Sandbox,
    pub(crate) books: Books,
    pub(crate) app: App,
    pub(crate) database: String,
    _folder: tempfile::TempDir,
}

impl Town {
    /// A town on Monday 3 March 2014, 09:00, with the demo's roster and ledger in (the ledger since
    /// 11 February) and nobody linked.
    pub(crate) async fn on(base: Base) -> Self {
        Self::with(base, "2014-03-03 09:00", |_| {}).await
    }

    /// The same at another time, with the campaign changed as wished. Nobody is asked for progress each month
    /// unless the story wants it: most begin on the first work day of March. Its kinds of items say nothing but
    /// what each has to say, but for what the story is about.
    pub(crate) async fn with(base: Base, at: &str, change: impl FnOnce(&mut Campaign)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match base {
            Base::Sqlite => format!("sqlite://{}", folder.path().join("duban.db").display()),
            Base::Postgres => super::postgres_database().await.expect("PostgreSQL"),
        };
        let text = include_str!("../../../campaigns/mass-line.toml");
        let mut campaign = campaign::read(text).expect("the campaign");
        campaign.dispatch = None;
        for kind in &mut campaign.kinds {
            let (id, name) = (kind.id.clone(), kind.name.clone());
            *kind = ItemKind::plain(id, name, kind.slot.clone(), kind.ladder.clone());
        }
        change(&mut campaign);
        let clock = Clock::manual(instant(&campaign, at));
        let store = Store::open(&database).await.expect("the database");
        let calendar = calendars::load(&store, &campaign, clock.now())
            .await
            .expect("the calendar");
        let books = Books {
            store,
            campaign: Arc::new(campaign),
            almanac: Almanac::new(calendar),
            clock,
        };
        let first = instant(&books.campaign, "2014-02-11 09:00");
        let quiet = |_: usize, _: usize| {};
        let (store, campaign) = (&books.store, &books.campaign);
        import::roster::import(store, campaign, ROSTER, "roster.csv", false, first, &quiet)
            .await
            .expect("the roster");
        import::items::import(store, campaign, LEDGER, "ledger.csv", false, first, &quiet)
            .await
            .expect("the ledger");
        let sandbox = sandbox(&books.clock).await;
        let app = App::start(settings(&sandbox, &database), books.clone())
            .await
            .expect("a start");
        Self {
            sandbox,
            books,
            app,
            database,
            _folder: folder,
        }
    }

    /// Somebody with a phone in Simplified Chinese, not linked yet.
    pub(crate) fn phone<'a>(&'a self, account: i64, name: &str) -> Person<'a> {
        self.phone_in(account, name, Some("zh-hans"))
    }

    /// The same with a phone in any language, or none that it tells.
    pub(crate) fn phone_in<'a>(
        &'a self,
        account: i64,
        name: &str,
        language: Option<&str>,
    ) -> Person<'a> {
        self.sandbox.user(account, name, language);
        Person {
            town: self,
            account,
            name: name.to_owned(),
        }
    }

    /// Somebody whom [`Town::cadre`] has linked already: after an outage, say.
    pub(crate) fn known<'a>(&'a self, name: &str) -> Person<'a> {
        Person {
            town: self,
            account: account_of(name),
            name: name.to_owned(),
        }
    }

    /// Somebody of the roster who has linked his account.
    pub(crate) async fn cadre<'a>(&'a self, name: &str) -> Person<'a> {
        let person = self.phone(account_of(name), name);
        let code = self.code(name).await;
        person.says(&format!("/start {code}")).await;
        person.presses("是我").await;
        person
    }

    /// Somebody of the roster who is linked and has an office grant over everything.
    pub(crate) async fn office<'a>(&'a self, name: &str) -> Person<'a> {
        self.grants(name, None).await;
        self.cadre(name).await
    }

    /// Gives somebody of the roster the office's rights, over a unit or over everything.
    pub(crate) async fn grants(&self, name: &str, unit: Option<&str>) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let (person, unit) = found(&mut tx, name, unit).await;
        let now = self.books.clock.now();
        grant::give(&mut tx, Role::Office, person, unit, now)
            .await
            .expect("a grant");
        tx.commit().await.expect("a commit");
    }

    /// Makes somebody of the roster liaison of a unit.
    pub(crate) async fn makes_liaison(&self, name: &str, unit: &str) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let (person, unit) = found(&mut tx, name, Some(unit)).await;
        let now = self.books.clock.now();
        let given = grant::give(&mut tx, Role::Liaison, person, unit, now).await;
        assert!(given.expect("a grant"), "{name} is that already");
        tx.commit().await.expect("a commit");
    }

    /// He is it no more.
    pub(crate) async fn liaison_no_more(&self, name: &str, unit: &str) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let (person, unit) = found(&mut tx, name, Some(unit)).await;
        let now = self.books.clock.now();
        let ended = grant::revoke(&mut tx, Role::Liaison, person, unit, now).await;
        assert!(
            ended.expect("an end of the grant"),
            "{name} was no such liaison"
        );
        tx.commit().await.expect("a commit");
    }

    /// Somebody of the roster who is linked and liaison of a unit.
    pub(crate) async fn liaison<'a>(&'a self, name: &str, unit: &str) -> Person<'a> {
        self.makes_liaison(name, unit).await;
        self.cadre(name).await
    }

    /// Takes them back.
    pub(crate) async fn revokes(&self, name: &str, unit: Option<&str>) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let (person, unit) = found(&mut tx, name, unit).await;
        let now = self.books.clock.now();
        let ended = grant::revoke(&mut tx, Role::Office, person, unit, now)
            .await
            .expect("an end of the grant");
        assert!(ended, "{name} had no such grant");
        tx.commit().await.expect("a commit");
    }

    /// Imports a ledger at the present time: the demo's header over these rows.
    pub(crate) async fn imports_items(&self, rows: &str) {
        let csv = format!(
            "序号,问题,类别,整改措施,牵头领导,责任单位,责任人,完成时限,进展情况,是否销号\n{rows}"
        );
        let Books {
            store,
            campaign,
            clock,
            ..
        } = &self.books;
        let (file, quiet) = ("ledger.csv", |_: usize, _: usize| {});
        let now = clock.now();
        let report =
            import::items::import(store, campaign, csv.as_bytes(), file, false, now, &quiet)
                .await
                .expect("a ledger");
        assert_eq!(report.refused, [], "a ledger of good rows");
    }

    /// The invitation code of somebody of the roster.
    pub(crate) async fn code(&self, name: &str) -> String {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        let person = people
            .into_iter()
            .filter(|person| person.name == name)
            .collect();
        let made = invite(
            &mut tx,
            &self.books.campaign,
            person,
            self.books.clock.now(),
        )
        .await;
        tx.commit().await.expect("a commit");
        made.expect("an invitation")
            .first()
            .map(|one| one.code.clone())
            .unwrap_or_default()
    }

    /// Moves the clock to a local time and waits until everything due then is planned and sent.
    pub(crate) async fn becomes(&self, at: &str) {
        let at = instant(&self.books.campaign, at);
        self.books.clock.set(at).expect("a manual clock");
        // At a time when no slot is due the planner sleeps on.
        self.app.service().planner_wake.notify_one();
        self.planned_until(at).await;
        self.settles().await;
    }

    /// The service is stopped, and started again at a later time on the same database.
    pub(crate) async fn outlives_an_outage_until(self, at: &str) -> Self {
        self.app.shutdown().await;
        let at = instant(&self.books.campaign, at);
        self.books.clock.set(at).expect("a manual clock");
        let store = Store::open(&self.database).await.expect("the database");
        let books = Books {
            store,
            ..self.books
        };
        let app = App::start(settings(&self.sandbox, &self.database), books.clone())
            .await
            .expect("a start");
        let town = Self { books, app, ..self };
        town.planned_until(at).await;
        town.settles().await;
        town
    }

    /// Lets so many seconds pass: people do not type faster than once a second, and the pace of a chat
    /// follows the clock.
    pub(crate) fn passes(&self, seconds: i64) {
        self.books
            .clock
            .advance(TimeDelta::seconds(seconds))
            .expect("a manual clock");
    }

    async fn planned_until(&self, at: DateTime<Utc>) {
        use duban::store::fact;
        for _ in 0..1_000 {
            let mut tx = self.books.store.read().await.expect("a transaction");
            let until = fact::get(&mut tx, fact::SCHEDULED_UNTIL)
                .await
                .expect("a fact");
            tx.commit().await.expect("an end");
            let until = until.and_then(|value| value.parse::<i64>().ok());
            if until.is_some_and(|until| until >= at.timestamp_millis()) {
                return;
            }
            rest(Duration::from_millis(10)).await;
        }
        panic!("the scheduler did not look at {at}");
    }

    /// Waits until every update is handled and every message that is due is sent.
    pub(crate) async fn settles(&self) {
        for _ in 0..3_000 {
            if self.sandbox.pending_updates() == 0 && self.is_idle().await {
                return;
            }
            rest(Duration::from_millis(10)).await;
        }
        panic!("the service did not come to rest");
    }

    async fn is_idle(&self) -> bool {
        let now = self.books.clock.now();
        let mut tx = self.books.store.read().await.expect("a transaction");
        let waiting = inbox::standing(&mut tx).await.expect("the inbox").waiting;
        let due = outbox::due(&mut tx).await.expect("the outbox");
        let leased = outbox::counts(&mut tx)
            .await
            .expect("counts")
            .iter()
            .any(|row| row.state == "leased" && row.count > 0);
        tx.commit().await.expect("an end");
        waiting == 0 && !leased && due.iter().all(|(_, at)| *at > now)
    }

    /// Ends the service, the database stays.
    pub(crate) async fn closes(self) {
        self.app.shutdown().await;
        self.sandbox.stop();
    }
}

/// The account of somebody of the roster.
fn account_of(name: &str) -> i64 {
    7_000 + i64::from(name.chars().map(u32::from).sum::<u32>() % 100_000)
}

async fn found(tx: &mut Tx, name: &str, path: Option<&str>) -> (CadreId, Option<UnitId>) {
    let people = cadre::all(tx).await.expect("people");
    let person = people.iter().find(|person| person.name == name);
    let unit = match path {
        Some(path) => Some(unit::by_path(tx, path).await.expect("units").expect(path)),
        None => None,
    };
    (person.expect("a person").id, unit)
}

/// A sandbox whose messages carry the town's time.
pub(crate) async fn sandbox(clock: &Clock) -> Sandbox {
    let clock = clock.clone();
    let options = Options {
        now: Arc::new(move || clock.now().timestamp()),
        ..Options::default()
    };
    let sandbox = Sandbox::start(options).await.expect("a sandbox");
    sandbox.bot(TOKEN, MAIN_BOT, "duban_test_bot");
    sandbox.bot(EAST_TOKEN, EAST_BOT, "duban_east_bot");
    sandbox
}

/// Settings for a service in this process: polling, any free port, as fast as the machine.
pub(crate) fn settings(sandbox: &Sandbox, database: &str) -> Settings {
    Settings {
        tokens: [
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_TOKEN_EAST", EAST_TOKEN),
        ]
        .map(|(key, token)| (key.to_owned(), Secret::new(token)))
        .into(),
        api_url: sandbox.url(),
        database_url: Secret::new(database),
        campaign: PathBuf::from("campaigns/mass-line.toml"),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        webhook: None,
        rate: NonZeroU32::MIN.saturating_add(999),
    }
}

/// A local time of the campaign.
pub(crate) fn instant(campaign: &Campaign, text: &str) -> DateTime<Utc> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .expect("a time such as 2014-03-03 17:30")
        .and_local_timezone(campaign.zone)
        .earliest()
        .expect("a time that exists")
        .to_utc()
}
