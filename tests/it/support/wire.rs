//! What stories about the wire need: a service that stops and starts again, a database that goes away, HTTP.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use duban::app::App;
use duban::books::Books;
use duban::clock::rest;
use duban::config::Settings;
use duban::domain::ids::BotId;
use duban::domain::language::Language;
use duban::domain::notice::Notice;
use duban::outbox::payload::Payload;
use duban::sandbox::Sandbox;
use duban::store::outbox::{self, Lane, NewRow};
use duban::store::{Store, Tx};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use super::Town;
use super::town::settings;

impl Town {
    /// Ends the service, lets something happen without it, and starts it again with changed settings.
    pub(crate) async fn restarts(
        mut self,
        change: impl FnOnce(&mut Settings),
        meanwhile: impl FnOnce(&Sandbox),
    ) -> Self {
        self.app.shutdown().await;
        meanwhile(&self.sandbox);
        let mut settings = settings(&self.sandbox, &self.database);
        change(&mut settings);
        let store = Store::open(&self.database).await.expect("the database");
        self.books = Books {
            store,
            ..self.books
        };
        self.app = App::start(settings, self.books.clone())
            .await
            .expect("a start");
        self
    }

    /// Ends the service, does something to its books without it, and starts it again.
    pub(crate) async fn restarts_after(mut self, meanwhile: impl AsyncFnOnce(&Books)) -> Self {
        self.app.shutdown().await;
        let store = Store::open(&self.database).await.expect("the database");
        self.books = Books {
            store,
            ..self.books
        };
        meanwhile(&self.books).await;
        let settings = settings(&self.sandbox, &self.database);
        self.app = App::start(settings, self.books.clone())
            .await
            .expect("a start");
        self
    }

    /// The single text column of a query, row by row.
    pub(crate) async fn lines(&self, sql: &'static str) -> Vec<String> {
        lines(&self.books.store, sql).await
    }

    /// Plans a message to each chat, all due so many seconds from now.
    pub(crate) async fn plans(&self, lane: Lane, chats: &[i64], seconds: i64) {
        let now = self.books.clock.now();
        let row = |chat: &i64| NewRow {
            bot: BotId::MAIN,
            lane,
            kind: "test".to_owned(),
            cadre: None,
            chat: *chat,
            dedupe_key: format!("test:{chat}:{seconds}"),
            payload: Payload::Letter {
                language: Language::ZhCn,
                notice: Notice::Welcome,
            },
            edits: None,
            not_before: now + chrono::TimeDelta::seconds(seconds),
        };
        let rows: Vec<NewRow> = chats.iter().map(row).collect();
        let mut tx = self.books.store.begin().await.expect("a transaction");
        outbox::insert(&mut tx, &rows, now).await.expect("rows");
        tx.commit().await.expect("a commit");
        self.app.service().ring_outbox();
    }

    /// The database does not take anything any more: the file is locked, the server refuses.
    pub(crate) async fn loses_its_database(&self) -> Outage {
        if self.database.starts_with("sqlite:") {
            let mut lock = SqliteConnection::connect(&self.database)
                .await
                .expect("a connection");
            // The service may just be writing.
            for _ in 0..1_000 {
                if sqlx::query("BEGIN EXCLUSIVE")
                    .execute(&mut lock)
                    .await
                    .is_ok()
                {
                    return Outage::Locked(lock);
                }
                rest(Duration::from_millis(10)).await;
            }
            panic!("the file could not be locked");
        }
        let mut outage = Outage::Refused(self.database.clone());
        outage.allow(false).await;
        outage
    }
}

/// The single text column of a query that both databases understand.
pub(crate) async fn lines(store: &Store, sql: &'static str) -> Vec<String> {
    let mut tx = store.read().await.expect("a transaction");
    let rows: Vec<(String,)> = match &mut tx {
        Tx::Sqlite(tx) => sqlx::query_as(sql).fetch_all(&mut **tx).await,
        Tx::Postgres(tx) => sqlx::query_as(sql).fetch_all(&mut **tx).await,
    }
    .expect("rows of one text");
    tx.commit().await.expect("an end");
    rows.into_iter().map(|(line,)| line).collect()
}

/// A database that is away.
pub(crate) enum Outage {
    Locked(SqliteConnection),
    /// The URL of the database that nobody may connect to.
    Refused(String),
}

impl Outage {
    /// It is back.
    pub(crate) async fn ends(mut self) {
        self.allow(true).await;
    }

    async fn allow(&mut self, allowed: bool) {
        match self {
            Self::Locked(lock) => {
                sqlx::query("ROLLBACK").execute(lock).await.expect("an end");
            }
            Self::Refused(url) => {
                let mut url = url::Url::parse(url).expect("a URL");
                let name = url.path().trim_start_matches('/').to_owned();
                url.set_path("postgres");
                let mut admin = PgConnection::connect(url.as_str())
                    .await
                    .expect("the server");
                let allow = format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS {allowed}");
                let end = format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
                );
                for sql in [allow, end] {
                    sqlx::query(AssertSqlSafe(sql))
                        .execute(&mut admin)
                        .await
                        .expect("a change");
                }
            }
        }
    }
}

/// A port that nobody listens on just now.
pub(crate) fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port")
}

/// Status and text of a GET.
pub(crate) async fn get(url: &str) -> Option<(u16, String)> {
    let answer = client().get(url).send().await.ok()?;
    Some((answer.status().as_u16(), answer.text().await.ok()?))
}

/// Status of a POST of JSON, with the webhook's secret or without.
pub(crate) async fn post(url: &str, secret: Option<&str>, body: impl Into<String>) -> u16 {
    let mut request = client().post(url).body(body.into());
    if let Some(secret) = secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    request.send().await.expect("an answer").status().as_u16()
}

/// This machine is not reached through a proxy.
fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(40))
        .build()
        .expect("a client")
}
