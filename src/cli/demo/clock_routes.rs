//! The page's clock: what time it is, what comes next, and moving there.

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::books::Books;
use crate::domain::language::Language;
use crate::planner;
use crate::text;

#[derive(Debug, Clone)]
struct Demo {
    books: Books,
    language: Language,
}

/// `GET /clock`, `POST /clock/next`, `POST /clock/hour`.
pub(super) fn router(books: Books, language: Language) -> Router {
    Router::new()
        .route("/clock", get(show))
        .route("/clock/next", post(next))
        .route("/clock/hour", post(hour))
        .with_state(Demo { books, language })
}

impl Demo {
    fn words(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.books.campaign.zone).naive_local();
        text::moment(&self.books.campaign, self.language, local)
    }

    fn face(&self) -> Json<Value> {
        let next = planner::next_event(&self.books).map(|at| self.words(at));
        Json(json!({ "now": self.words(self.books.clock.now()), "next": next }))
    }
}

async fn show(State(demo): State<Demo>) -> Json<Value> {
    demo.face()
}

async fn next(State(demo): State<Demo>) -> Json<Value> {
    if let Some(at) = planner::next_event(&demo.books) {
        // The demo's clock is always a manual one.
        let _ = demo.books.clock.set(at + TimeDelta::seconds(1));
    }
    demo.face()
}

async fn hour(State(demo): State<Demo>) -> Json<Value> {
    let _ = demo.books.clock.advance(TimeDelta::hours(1));
    demo.face()
}
