//! Settings from the environment. Every mistake is named with its key, all of them at once.

mod reader;

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
    /// `TELOXIDE_TOKEN`. Many commands do without; see [`Settings::require_token`].
    pub token: Option<Secret>,
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
            token: reader.value(TOKEN).and_then(|token| reader.token(token)),
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

    /// The bot's token, for the commands that talk to Telegram.
    pub fn require_token(&self) -> Result<&Secret, SettingFault> {
        self.token.as_ref().ok_or_else(|| SettingFault {
            key: TOKEN.to_owned(),
            what: "not set".to_owned(),
            right: "the token that @BotFather gave the bot, or TELOXIDE_TOKEN_FILE naming a file \
                    that holds it"
                .to_owned(),
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
        assert_eq!(settings.require_token().unwrap_err().key, TOKEN);
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
            settings.require_token().unwrap().expose(),
            "123:secret-words"
        );
        assert_eq!(settings.api_url, "http://127.0.0.1:8081");
        assert!(!format!("{settings:?}").contains("secret-words"));
    }
}
