//! Reads single variables, and collects what is wrong with them.

use url::Url;

use super::{Secret, SettingFault, Webhook};

const API_URL: &str = "TELOXIDE_API_URL";
const WEBHOOK_URL: &str = "DUBAN_WEBHOOK_URL";
const WEBHOOK_SECRET: &str = "DUBAN_WEBHOOK_SECRET";

/// The variables, and every mistake found so far.
pub(super) struct Reader<'a> {
    lookup: &'a dyn Fn(&str) -> Option<String>,
    pub(super) faults: Vec<SettingFault>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(lookup: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            lookup,
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, key: &str, what: impl Into<String>, right: &str) {
        self.faults.push(SettingFault {
            key: key.to_owned(),
            what: what.into(),
            right: right.to_owned(),
        });
    }

    /// The value of KEY, or what the file that KEY_FILE names holds. Empty is the same as absent, so
    /// that a line of `.env` may be left blank.
    pub(super) fn value(&mut self, key: &str) -> Option<String> {
        let given = |key: &str| (self.lookup)(key).filter(|value| !value.trim().is_empty());
        let file_key = format!("{key}_FILE");
        match (given(key), given(&file_key)) {
            (Some(_), Some(_)) => {
                self.fault(
                    key,
                    format!("given together with {file_key}"),
                    "only one of the two",
                );
                None
            }
            (Some(value), None) => Some(value.trim().to_owned()),
            (None, Some(path)) => match std::fs::read_to_string(&path) {
                Ok(text) => {
                    let value = text.trim_end_matches(['\n', '\r']);
                    if value.is_empty() {
                        self.fault(
                            &file_key,
                            format!("{path} is empty"),
                            "a file with the value",
                        );
                    }
                    (!value.is_empty()).then(|| value.to_owned())
                }
                Err(error) => {
                    let what = format!("cannot read {path}: {error}");
                    self.fault(
                        &file_key,
                        what,
                        "the path of a readable file that holds the value",
                    );
                    None
                }
            },
            (None, None) => None,
        }
    }

    pub(super) fn parsed<T: std::str::FromStr>(&mut self, key: &str, default: T, right: &str) -> T {
        let Some(text) = self.value(key) else {
            return default;
        };
        text.parse().unwrap_or_else(|_| {
            self.fault(key, format!("{text:?} cannot be read"), right);
            default
        })
    }

    /// A token becomes part of an address, so nothing may be in it that ends a path.
    pub(super) fn token(&mut self, key: &str) -> Option<Secret> {
        let token = self.value(key)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '_' | '-');
        if token.chars().all(fits) {
            return Some(Secret(token));
        }
        self.fault(
            key,
            "has signs in it that no token has",
            "like 123456:ABC-DEF, letter for letter",
        );
        None
    }

    fn url(&mut self, key: &str, text: &str, right: &str) -> Option<Url> {
        let url = Url::parse(text).ok().filter(|url| {
            matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none()
        });
        if url.is_none() {
            self.fault(key, format!("{text:?} is no address"), right);
        }
        url
    }

    pub(super) fn api_url(&mut self) -> String {
        let text = self
            .value(API_URL)
            .unwrap_or_else(|| "https://api.telegram.org".to_owned());
        let right = "an address such as https://api.telegram.org or http://127.0.0.1:8081";
        let _ = self.url(API_URL, &text, right);
        text.trim_end_matches('/').to_owned()
    }

    pub(super) fn webhook(&mut self) -> Option<Webhook> {
        let secret = self.value(WEBHOOK_SECRET);
        let text = self.value(WEBHOOK_URL)?;
        let url = self.url(
            WEBHOOK_URL,
            &text,
            "an address such as https://bot.example.org/telegram",
        );
        let right =
            "1 to 256 of A-Z a-z 0-9 _ and -, made at random, such as `openssl rand -hex 32`";
        let Some(secret) = secret else {
            self.fault(
                WEBHOOK_SECRET,
                format!("not set, but {WEBHOOK_URL} is"),
                right,
            );
            return None;
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        if secret.len() > 256 || !secret.chars().all(fits) {
            self.fault(WEBHOOK_SECRET, "Telegram would refuse it", right);
            return None;
        }
        Some(Webhook {
            url: url?,
            secret: Secret(secret),
        })
    }

    pub(super) fn database(&mut self, url: &str) {
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
        {
            let right = "sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME";
            self.fault("DATABASE_URL", "names no database that Duban knows", right);
        }
    }
}
