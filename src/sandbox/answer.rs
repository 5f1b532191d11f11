//! What the server says back: a result, or an error in the shape of the Bot API.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The outcome of one method: the `result` field, or an error.
pub(crate) type Answer = Result<Value, Refusal>;

/// An unsuccessful answer: code, description and, for some, the parameters that a client acts upon.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) code: u16,
    pub(crate) description: String,
    pub(crate) parameters: Option<Value>,
}

impl Refusal {
    fn new(code: u16, description: String) -> Self {
        Self {
            code,
            description,
            parameters: None,
        }
    }

    /// 400, with the prefix that the server puts before each of them.
    pub(crate) fn bad(text: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", text.as_ref()))
    }

    /// 401: no such bot.
    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized".into())
    }

    /// 403: the bot may not do this to this recipient.
    pub(crate) fn forbidden(text: impl AsRef<str>) -> Self {
        Self::new(403, format!("Forbidden: {}", text.as_ref()))
    }

    /// 404: no such method, no such file.
    pub(crate) fn not_found() -> Self {
        Self::new(404, "Not Found".into())
    }

    /// 409: two ways of receiving updates at once.
    pub(crate) fn conflict(text: impl AsRef<str>) -> Self {
        Self::new(409, format!("Conflict: {}", text.as_ref()))
    }

    /// 413: an upload over the limit.
    pub(crate) fn too_large() -> Self {
        Self::new(413, "Request Entity Too Large".into())
    }

    /// 429: wait for so many seconds.
    pub(crate) fn too_many(seconds: u64) -> Self {
        Self {
            parameters: Some(json!({ "retry_after": seconds })),
            ..Self::new(429, format!("Too Many Requests: retry after {seconds}"))
        }
    }

    /// 400: the group lives on under another id.
    pub(crate) fn migrated(to: i64) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": to })),
            ..Self::bad("group chat was upgraded to a supergroup chat")
        }
    }

    /// Anything a test wants to see.
    pub(crate) fn scripted(code: u16, description: &str, parameters: Option<Value>) -> Self {
        Self {
            code,
            description: description.into(),
            parameters,
        }
    }
}

/// The HTTP answer. A 429 carries `Retry-After` as well, as the server's does.
pub(crate) fn respond(answer: &Answer) -> Response {
    match answer {
        Ok(result) => Json(json!({ "ok": true, "result": result })).into_response(),
        Err(refusal) => {
            let mut body = json!({
                "ok": false,
                "error_code": refusal.code,
                "description": refusal.description,
            });
            if let (Some(parameters), Some(object)) = (&refusal.parameters, body.as_object_mut()) {
                object.insert("parameters".into(), parameters.clone());
            }
            let status = StatusCode::from_u16(refusal.code).unwrap_or(StatusCode::BAD_REQUEST);
            let mut response = (status, Json(body)).into_response();
            let wait = refusal
                .parameters
                .as_ref()
                .and_then(|parameters| parameters.get("retry_after"))
                .and_then(Value::as_u64);
            if let Some(seconds) = wait {
                response
                    .headers_mut()
                    .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
    }
}
