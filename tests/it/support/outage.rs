//! A PostgreSQL server of a story's own, which may be stopped and started.

use std::io::Write;
use std::time::Duration;

use duban::clock::rest;
use sqlx::{Connection, PgConnection};

use super::postgres::{Server, connect, start, url};

/// A server that a story may stop.
pub(crate) struct OwnServer(Server);

impl OwnServer {
    /// `None` where PostgreSQL is not installed.
    pub(crate) fn start() -> Option<Self> {
        start().map(Self)
    }

    /// The URL of a new, empty database.
    pub(crate) async fn database(&self) -> String {
        let mut admin = connect(&self.0).await;
        sqlx::query("CREATE DATABASE own")
            .execute(&mut admin)
            .await
            .expect("a new database");
        url(&self.0, "own")
    }

    /// It ends at once, and whoever is connected is cut off.
    pub(crate) async fn stops(&mut self) {
        self.order("stop");
        while PgConnection::connect(&url(&self.0, "postgres"))
            .await
            .is_ok()
        {
            rest(Duration::from_millis(10)).await;
        }
    }

    /// It runs again.
    pub(crate) fn starts(&mut self) {
        self.order("start");
    }

    fn order(&mut self, order: &str) {
        let pipe = self.0.keeper.stdin.as_mut().expect("the keeper's pipe");
        writeln!(pipe, "{order}").expect("an order");
    }
}
