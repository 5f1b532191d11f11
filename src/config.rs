//! Settings from the environment. Every mistake is named with its key, all of them at once.

mod reader;

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use url::Url;

use reader::Reader;

/// A value that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps it.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value, for the one call that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Webhook {
    /// The address below it, for one of several bots.
    #[must_use]
    pub fn below(&self, part: &str) -> Self {
        let mut hook = self.clone();
        let path = format!("{}/{part}", hook.url.path().trim_end_matches('/'));
        hook.url.set_path(&path);
        hook
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Where updates come from when they are pushed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// The public address that Telegram calls; its path is the route here.
    pub url: Url,
    /// What Telegram sends along, so that nobody else can.
    pub secret: Secret,
}

/// Everything the environment decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bots' tokens by their variables: `TELOXIDE_TOKEN`, and those of the campaign's further bots once
    /// [`Settings::read_tokens`] was told of them. Many commands do without.
    pub tokens: BTreeMap<String, Secret>,
    /// `TELOXIDE_API_URL`, without a slash at its end.
    pub api_url: String,
    /// `DATABASE_URL`; may hold a password.
    pub database_url: Secret,
    /// `DUBAN_CAMPAIGN`.
    pub campaign: PathBuf,
    /// `DUBAN_LISTEN`: health, metrics, webhook.
    pub listen: SocketAddr,
    /// `DUBAN_WEBHOOK_URL` and `DUBAN_WEBHOOK_SECRET`; `None`: long polling.
    pub webhook: Option<Webhook>,
    /// `DUBAN_RATE`: messages a second over all chats.
    pub rate: NonZeroU32,
}

/// One mistake in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingFault {
    /// The variable.
    pub key: String,
    /// What is wrong with it; never the value of a secret.
    pub what: String,
    /// What would be right.
    pub right: String,
}

impl fmt::Display for SettingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.key, self.what, self.right)
    }
}

impl std::error::Error for SettingFault {}

const TOKEN: &str = "TELOXIDE_TOKEN";

impl Settings {
    /// Reads the settings from the process's environment.
    pub fn from_environment() -> Result<Self, Vec<SettingFault>> {
        Self::read(&|key| std::env::var(key).ok())
    }

    /// Reads the settings; `lookup` gives a variable's value. The only other thing it looks at are the
    /// files that `*_FILE` variables name.
    pub fn read(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<SettingFault>> {
        let mut reader = Reader::new(lookup);
        let settings = Self {
            tokens: reader
                .token(TOKEN)
                .map(|token| (TOKEN.to_owned(), token))
                .into_iter()
                .collect(),
            api_url: reader.api_url(),
            database_url: Secret(
                reader
                    .value("DATABASE_URL")
                    .unwrap_or_else(|| "sqlite://duban.db".to_owned()),
            ),
            campaign: reader
                .value("DUBAN_CAMPAIGN")
                .unwrap_or_else(|| "campaigns/mass-line.toml".to_owned())
                .into(),
            listen: reader.parsed(
                "DUBAN_LISTEN",
                SocketAddr::from(([127, 0, 0, 1], 8080)),
                "an address and a port, such as 127.0.0.1:8080",
            ),
            webhook: reader.webhook(),
            rate: reader.parsed(
                "DUBAN_RATE",
                const { NonZeroU32::new(30).unwrap() },
                "messages a second, a whole number from 1 up, such as 30",
            ),
        };
        reader.database(settings.database_url.expose());
        if reader.faults.is_empty() {
            Ok(settings)
        } else {
            Err(reader.faults)
        }
    }

    /// Reads further tokens, as far as they are set; `keys` are their variables.
    pub fn read_tokens(
        &mut self,
        keys: impl Iterator<Item = String>,
        lookup: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), Vec<SettingFault>> {
        let mut reader = Reader::new(lookup);
        for key in keys {
            if let Some(token) = reader.token(&key) {
                self.tokens.insert(key, token);
            }
        }
        if reader.faults.is_empty() {
            Ok(())
        } else {
            Err(reader.faults)
        }
    }

    /// The token of that variable, for the commands that talk to Telegram.
    pub fn require_token(&self, key: &str) -> Result<&Secret, SettingFault> {
        self.tokens.get(key).ok_or_else(|| SettingFault {
            key: key.to_owned(),
            what: "not set".to_owned(),
            right: format!(
                "the token that @BotFather gave the bot, or {key}_FILE naming a file that holds it"
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, Vec<SettingFault>> {
        Settings::read(&|key| {
            pairs
                .iter()
                .find(|(name, _)| *name == key)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_set_is_the_defaults() {
        let settings = read(&[("TELOXIDE_TOKEN", " ")]).unwrap();
        assert_eq!(settings.api_url, "https://api.telegram.org");
        assert_eq!(settings.database_url.expose(), "sqlite://duban.db");
        assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(settings.rate.get(), 30);
        assert!(settings.webhook.is_none());
        assert_eq!(settings.require_token(TOKEN).unwrap_err().key, TOKEN);
    }

    #[test]
    fn each_further_bot_has_a_token_and_an_address_of_its_own() {
        let values = |key: &str| match key {
            TOKEN => Some("1:main".to_owned()),
            "TOKEN_EAST" => Some("2:east".to_owned()),
            "TOKEN_BAD" => Some("3:a/b".to_owned()),
            _ => None,
        };
        let keys = |keys: &[&str]| {
            keys.iter()
                .map(|key| (*key).to_owned())
                .collect::<Vec<_>>()
                .into_iter()
        };
        let mut settings = Settings::read(&values).unwrap();
        settings
            .read_tokens(keys(&["TOKEN_EAST", "TOKEN_WEST"]), &values)
            .unwrap();
        let exposed = |key: &str| settings.require_token(key).unwrap().expose().to_owned();
        assert_eq!(exposed("TOKEN_EAST"), "2:east");
        assert_eq!(exposed(TOKEN), "1:main");
        let missing = settings.require_token("TOKEN_WEST").unwrap_err();
        assert_eq!(missing.key, "TOKEN_WEST");
        let faults = settings
            .read_tokens(keys(&["TOKEN_BAD"]), &values)
            .unwrap_err();
        assert_eq!(faults[0].key, "TOKEN_BAD");
        let hook = Webhook {
            url: "https://bot.example.org/telegram".parse().unwrap(),
            secret: Secret::new("s"),
        };
        assert_eq!(
            hook.below("east").url.as_str(),
            "https://bot.example.org/telegram/east"
        );
    }

    #[test]
    fn each_mistake_is_named_with_its_key() {
        for (pairs, key) in [
            (&[("TELOXIDE_TOKEN", "1:a/b")][..], "TELOXIDE_TOKEN"),
            (
                &[("TELOXIDE_API_URL", "api.telegram.org")],
                "TELOXIDE_API_URL",
            ),
            (&[("DATABASE_URL", "mysql://x")], "DATABASE_URL"),
            (&[("DUBAN_LISTEN", "8080")], "DUBAN_LISTEN"),
            (&[("DUBAN_RATE", "0")], "DUBAN_RATE"),
            (&[("DUBAN_RATE", "-3")], "DUBAN_RATE"),
            (&[("DUBAN_RATE", "many")], "DUBAN_RATE"),
            (
                &[("DUBAN_RATE", "1"), ("DUBAN_RATE_FILE", "/x")],
                "DUBAN_RATE",
            ),
            (
                &[("DATABASE_URL_FILE", "/no/such/file")],
                "DATABASE_URL_FILE",
            ),
            (
                &[("DUBAN_WEBHOOK_URL", "https://a.example/t")],
                "DUBAN_WEBHOOK_SECRET",
            ),
            (
                &[
                    ("DUBAN_WEBHOOK_URL", "https://a.example/t"),
                    ("DUBAN_WEBHOOK_SECRET", "a b"),
                ],
                "DUBAN_WEBHOOK_SECRET",
            ),
            (
                &[("DUBAN_WEBHOOK_URL", "/t"), ("DUBAN_WEBHOOK_SECRET", "ab")],
                "DUBAN_WEBHOOK_URL",
            ),
        ] {
            let faults = read(pairs).unwrap_err();
            assert_eq!(faults.len(), 1, "{faults:?}");
            assert_eq!(faults[0].key, key);
        }
        assert_eq!(
            read(&[("DUBAN_RATE", "x"), ("DUBAN_LISTEN", "y")])
                .unwrap_err()
                .len(),
            2
        );
    }

    #[test]
    fn a_file_holds_the_value_and_nobody_prints_it() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "123:secret-words\r\n").unwrap();
        let path = file.path().to_str().unwrap();
        let settings = read(&[
            ("TELOXIDE_TOKEN_FILE", path),
            ("TELOXIDE_API_URL", "http://127.0.0.1:8081/"),
            ("DATABASE_URL", "postgres://duban:secret-words@db/duban"),
            ("DUBAN_WEBHOOK_URL", "https://bot.example.org/telegram"),
            ("DUBAN_WEBHOOK_SECRET", "secret-words"),
        ])
        .unwrap();
        assert_eq!(
            settings.require_token(TOKEN).unwrap().expose(),
            "123:secret-words"
        );
        assert_eq!(settings.api_url, "http://127.0.0.1:8081");
        assert!(!format!("{settings:?}").contains("secret-words"));
    }
}
