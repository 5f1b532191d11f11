//! Telegram calls here. 200 only once the update is committed; 503 while it cannot be, and Telegram comes
//! again (facts: 1.5). Anybody may call, so the secret comes first and nothing panics.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use subtle::ConstantTimeEq;

use super::receive;
use crate::bot::Bot;
use crate::config::Webhook;
use crate::service::Service;
use crate::telegram::RawUpdate;

/// The header that carries the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// The longest update: far beyond any that Telegram sends.
const LARGEST: usize = 1024 * 1024;
/// Seconds after which Telegram is asked to come again.
const AGAIN: &str = "5";

/// A route for each bot, at its webhook's own path.
pub fn router(service: &Arc<Service>, webhook: &Webhook) -> Router {
    let routes = service.bots.iter().map(|bot| {
        let path = bot.webhook(webhook).url.path().to_owned();
        let state = (Arc::clone(service), Arc::clone(bot));
        Router::new().route(&path, post(take)).with_state(state)
    });
    routes
        .fold(Router::new(), Router::merge)
        .layer(DefaultBodyLimit::max(LARGEST))
}

async fn take(
    State((service, bot)): State<(Arc<Service>, Arc<Bot>)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let given = headers
        .get(SECRET)
        .map_or(&[][..], |value| value.as_bytes());
    let expected = service
        .settings
        .webhook
        .as_ref()
        .map(|webhook| webhook.secret.expose().as_bytes());
    if !expected.is_some_and(|expected| bool::from(expected.ct_eq(given))) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let update = std::str::from_utf8(&body)
        .ok()
        .and_then(|body| RawUpdate::read(body).ok());
    let Some(update) = update else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match receive(&service, &bot, &[update]).await {
        Ok(()) => {
            bot.ingress_beats();
            StatusCode::OK.into_response()
        }
        Err(error) => {
            tracing::error!(%error, "an update waits at Telegram: the database does not take it");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                [(header::RETRY_AFTER, AGAIN)],
            )
                .into_response()
        }
    }
}
