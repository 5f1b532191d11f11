//! The page in the browser: several phones side by side, to play the people by hand.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::Sandbox;
use super::api;
use super::world::World;

const PAGE: &str = include_str!("../../assets/sandbox.html");

/// How many of a chat's messages the page shows.
const SHOWN: usize = 200;

/// How long a request for news waits for some.
const PATIENCE: Duration = Duration::from_secs(20);

/// A phone on the page: one person's view of one chat.
#[derive(Debug, Clone, Serialize)]
pub struct Phone {
    /// The chat it shows.
    pub chat_id: i64,
    /// The person who holds it.
    pub user_id: i64,
    /// Its heading: who he is.
    pub title: String,
    /// Below the heading.
    pub subtitle: String,
}

/// What the page shows.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageOptions {
    /// The page's heading.
    pub title: String,
    /// Every word on the page, by key; see `assets/sandbox.html` for the keys.
    pub words: Value,
    /// The phones, left to right.
    pub phones: Vec<Phone>,
}

/// What the routes work with.
#[derive(Clone)]
struct Desk {
    options: Arc<PageOptions>,
    sandbox: Sandbox,
}

/// The page's routes.
pub(crate) fn routes(options: PageOptions, sandbox: Sandbox) -> Router {
    let options = Arc::new(options);
    Router::new()
        .route("/", get(|| async { Html(PAGE) }))
        .route("/sim/state", get(state))
        .route("/sim/events", get(events))
        .route("/sim/say", post(say))
        .route("/sim/press", post(press))
        .route("/sim/file/{id}", get(file))
        .with_state(Desk { options, sandbox })
}

/// All that the page shows: the options, and for each phone its messages, commands and toasts.
fn snapshot(desk: &Desk, version: u64) -> Value {
    let options = &desk.options;
    desk.sandbox.server.look(|world| {
        let bot = world.default_bot();
        let phones = options.phones.iter().map(|phone| {
            let letters = world.letters(World::place(bot, phone.chat_id));
            let from = letters.len().saturating_sub(SHOWN);
            let messages: Vec<_> = letters
                .iter()
                .skip(from)
                .map(|letter| letter.view(phone.chat_id))
                .collect();
            let toasts = world.presses.values().rev().take(SHOWN);
            let toasts: Vec<_> = toasts
                .filter(|press| press.user == phone.user_id && press.chat == phone.chat_id)
                .filter_map(|press| press.reply.clone())
                .collect();
            json!({
                "chat_id": phone.chat_id,
                "user_id": phone.user_id,
                "title": phone.title,
                "subtitle": phone.subtitle,
                "commands": api::shown(world, bot, phone.chat_id, phone.user_id),
                "messages": messages,
                "toasts": toasts,
            })
        });
        json!({
            "version": version,
            "title": options.title,
            "words": options.words,
            "bot": world.user_json(bot),
            "phones": phones.collect::<Vec<_>>(),
        })
    })
}

async fn state(State(desk): State<Desk>) -> Json<Value> {
    let version = *desk.sandbox.server.watch().borrow();
    Json(snapshot(&desk, version))
}

#[derive(Deserialize)]
struct After {
    after: u64,
}

/// The state, as soon as it is newer than `after`; the old one when nothing happens for a while.
async fn events(State(desk): State<Desk>, Query(After { after }): Query<After>) -> Json<Value> {
    let mut changed = desk.sandbox.server.watch();
    // Both a timeout and a stop end the wait with whatever there is.
    let _ = timeout(PATIENCE, changed.wait_for(|version| *version > after)).await;
    let version = *changed.borrow();
    Json(snapshot(&desk, version))
}

#[derive(Deserialize)]
struct Said {
    chat_id: i64,
    user_id: i64,
    text: String,
}

async fn say(State(desk): State<Desk>, Json(said): Json<Said>) -> Response {
    if said.text.trim().is_empty() {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let message_id = desk.sandbox.say_in(said.chat_id, said.user_id, &said.text);
    Json(json!({ "message_id": message_id })).into_response()
}

#[derive(Deserialize)]
struct Pressed {
    chat_id: i64,
    user_id: i64,
    message_id: i64,
    data: String,
}

async fn press(State(desk): State<Desk>, Json(pressed): Json<Pressed>) -> Response {
    let result = desk.sandbox.press(
        pressed.user_id,
        pressed.chat_id,
        pressed.message_id,
        &pressed.data,
    );
    match result {
        Ok(query) => Json(json!({ "query": query })).into_response(),
        Err(reason) => (StatusCode::CONFLICT, reason).into_response(),
    }
}

async fn file(State(desk): State<Desk>, Path(id): Path<String>) -> Response {
    let found = desk.sandbox.server.look(|world| {
        let stored = world.files.any(&id)?;
        Some((stored.upload.mime.clone(), stored.upload.bytes.clone()))
    });
    match found {
        // Shown as a picture or downloaded, never run as a page.
        Some((mime, bytes)) if matches!(mime.as_str(), "image/png" | "image/jpeg") => {
            ([(header::CONTENT_TYPE, mime)], bytes).into_response()
        }
        Some((_, bytes)) => ([(header::CONTENT_DISPOSITION, "attachment")], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
