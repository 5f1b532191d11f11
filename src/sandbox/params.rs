//! A method's parameters, from wherever the Bot API lets a client put them: the query string, a
//! JSON body, a form, or a multipart form with files.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use serde_json::{Map, Value};

use super::answer::Refusal;

/// The largest upload in bytes, as the server has it.
pub(crate) const UPLOAD_LIMIT: usize = 50 * 1024 * 1024;

/// Parameters whose text is a number; they are kept as numbers so that the record of calls reads the
/// same whichever way they came.
const NUMBERS: [&str; 9] = [
    "chat_id",
    "message_id",
    "user_id",
    "offset",
    "limit",
    "timeout",
    "max_connections",
    "reply_to_message_id",
    "from_chat_id",
];

/// A file in a multipart form.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) bytes: Vec<u8>,
}

/// The parameters of one call.
#[derive(Debug, Clone, Default)]
pub(crate) struct Params {
    fields: Map<String, Value>,
    files: BTreeMap<String, Upload>,
}

impl Params {
    /// Reads query string and body.
    pub(crate) async fn read(request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        params.add_form(request.uri().query().unwrap_or_default());
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_ascii_lowercase();
        if kind.starts_with("multipart/form-data") {
            params.add_multipart(request).await?;
            return Ok(params);
        }
        let body = axum::body::to_bytes(request.into_body(), UPLOAD_LIMIT + 4096)
            .await
            .map_err(|_| Refusal::too_large())?;
        if kind.starts_with("application/json") {
            params.add_json(&body)?;
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            params.add_form(&String::from_utf8_lossy(&body));
        }
        Ok(params)
    }

    fn add_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        if body.is_empty() {
            return Ok(());
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(object)) => {
                for (key, value) in object {
                    if !value.is_null() {
                        self.put(key, value);
                    }
                }
                Ok(())
            }
            Ok(_) => Err(Refusal::bad("can't parse JSON object: expected an object")),
            Err(_) => Err(Refusal::bad("can't parse JSON object")),
        }
    }

    fn add_form(&mut self, form: &str) {
        for pair in form.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.put(percent_decoded(key), Value::String(percent_decoded(value)));
        }
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let broken = |_| Refusal::bad("can't parse multipart form");
        let mut form = Multipart::from_request(request, &())
            .await
            .map_err(|_| Refusal::bad("can't parse multipart form"))?;
        while let Some(part) = form.next_field().await.map_err(broken)? {
            let key = part.name().unwrap_or_default().to_owned();
            if let Some(name) = part.file_name().map(ToOwned::to_owned) {
                let mime = part
                    .content_type()
                    .unwrap_or("application/octet-stream")
                    .to_owned();
                let bytes = part.bytes().await.map_err(|_| Refusal::too_large())?;
                if bytes.len() > UPLOAD_LIMIT {
                    return Err(Refusal::too_large());
                }
                let bytes = bytes.to_vec();
                self.files.insert(key, Upload { name, mime, bytes });
            } else {
                let text = part.text().await.map_err(broken)?;
                self.put(key, Value::String(text));
            }
        }
        Ok(())
    }

    fn put(&mut self, key: String, value: Value) {
        let value = match value {
            Value::String(text) if NUMBERS.contains(&key.as_str()) => match text.parse::<i64>() {
                Ok(number) => Value::from(number),
                Err(_) => Value::String(text),
            },
            // teloxide's forms and most clients send nested values as JSON in a string.
            Value::String(text) if key != "text" && key != "caption" => {
                match serde_json::from_str(&text) {
                    Ok(nested @ (Value::Object(_) | Value::Array(_))) => nested,
                    _ => Value::String(text),
                }
            }
            other => other,
        };
        self.fields.insert(key, value);
    }

    /// A parameter as text; absent and empty are the same to the server.
    pub(crate) fn text(&self, key: &str) -> String {
        match self.fields.get(key) {
            None => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        }
    }

    /// A parameter as a number; what is not one counts as 0, as on the server.
    pub(crate) fn number(&self, key: &str) -> i64 {
        match self.fields.get(key) {
            Some(Value::Number(number)) => number.as_i64().unwrap_or(0),
            Some(Value::String(text)) => text.trim().parse().unwrap_or(0),
            _ => 0,
        }
    }

    /// A parameter as yes or no.
    pub(crate) fn flag(&self, key: &str) -> bool {
        matches!(
            self.text(key).to_ascii_lowercase().as_str(),
            "true" | "yes" | "1"
        )
    }

    /// A parameter as it stands: an object, an array, or a plain value.
    pub(crate) fn value(&self, key: &str) -> Option<&Value> {
        match self.fields.get(key) {
            Some(Value::String(text)) if text.is_empty() => None,
            other => other,
        }
    }

    /// The uploaded file under a form name.
    pub(crate) fn file(&self, key: &str) -> Option<&Upload> {
        self.files.get(key)
    }

    /// All parameters for the record of calls; files by name and size.
    pub(crate) fn record(&self) -> Value {
        let mut all = self.fields.clone();
        for (key, file) in &self.files {
            let note = serde_json::json!({ "file_name": file.name, "file_size": file.bytes.len() });
            all.insert(key.clone(), note);
        }
        Value::Object(all)
    }

    /// Parameters out of a JSON object, for the page and for tests.
    #[cfg(test)]
    pub(crate) fn of(value: Value) -> Self {
        let mut params = Self::default();
        if let Value::Object(object) = value {
            for (key, value) in object {
                params.put(key, value);
            }
        }
        params
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let pair = ahead.next().and_then(hex).zip(ahead.next().and_then(hex));
                if let Some((high, low)) = pair {
                    bytes.push(high * 16 + low);
                    rest = ahead;
                } else {
                    bytes.push(b'%');
                }
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_form_and_a_json_body_read_the_same() {
        let mut form = Params::default();
        form.add_form("chat_id=-7&text=a+b%ED%95%9C%zz&reply_markup=%7B%22a%22%3A1%7D&flag=True");
        let mut body = Params::default();
        body.add_json(
            json!({"chat_id": -7, "text": "a b한%zz", "reply_markup": {"a": 1}, "flag": true, "x": null})
                .to_string()
                .as_bytes(),
        )
        .unwrap();
        for params in [&form, &body] {
            assert_eq!(params.number("chat_id"), -7);
            assert_eq!(params.text("text"), "a b한%zz");
            assert_eq!(params.value("reply_markup"), Some(&json!({"a": 1})));
            assert!(params.flag("flag"));
            assert!(params.value("x").is_none());
        }
    }

    #[test]
    fn a_text_that_looks_like_json_stays_text() {
        let params = Params::of(json!({"text": "[1]"}));
        assert_eq!(params.value("text"), Some(&json!("[1]")));
    }

    #[test]
    fn a_broken_body_is_refused() {
        assert!(Params::default().add_json(b"{").is_err());
        assert!(Params::default().add_json(b"[]").is_err());
    }
}
