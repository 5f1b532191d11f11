//! The four languages in which Duban speaks.

use serde::{Deserialize, Serialize};

/// A language that is complete in `locales/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese, the default of most campaigns.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English.
    #[serde(rename = "en")]
    En,
    /// Korean.
    #[serde(rename = "ko")]
    Ko,
}

impl Language {
    /// Every language, in the order in which menus show them.
    pub const ALL: [Self; 4] = [Self::ZhCn, Self::ZhTw, Self::En, Self::Ko];

    /// The BCP 47 tag, which is also the folder under `locales/`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
            Self::Ko => "ko",
        }
    }

    /// The language whose tag this is exactly.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What Telegram's `language_code` (IETF tag of the app's language) asks for; `None` when it is
    /// none of ours, so that the campaign's own language is used.
    pub fn from_telegram(code: &str) -> Option<Self> {
        let code = code.to_ascii_lowercase().replace('_', "-");
        match code.as_str() {
            "zh-tw" | "zh-hk" | "zh-mo" => Some(Self::ZhTw),
            _ if code.starts_with("zh-hant") => Some(Self::ZhTw),
            _ => match code.split('-').next() {
                Some("zh") => Some(Self::ZhCn),
                Some("en") => Some(Self::En),
                Some("ko") => Some(Self::Ko),
                _ => None,
            },
        }
    }

    /// The two-letter code that `setMyCommands` takes. Telegram cannot tell the two Chinese scripts
    /// apart there (facts: finding 7), so both map to `zh`.
    pub const fn menu_code(self) -> &'static str {
        match self {
            Self::ZhCn | Self::ZhTw => "zh",
            Self::En => "en",
            Self::Ko => "ko",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telegram_codes_map_to_the_script_their_readers_use() {
        for (code, expected) in [
            ("zh-hans", Some(Language::ZhCn)),
            ("zh", Some(Language::ZhCn)),
            ("zh_CN", Some(Language::ZhCn)),
            ("zh-hant", Some(Language::ZhTw)),
            ("zh-Hant-HK", Some(Language::ZhTw)),
            ("zh-TW", Some(Language::ZhTw)),
            ("en-US", Some(Language::En)),
            ("ko", Some(Language::Ko)),
            ("ru", None),
            ("", None),
        ] {
            assert_eq!(Language::from_telegram(code), expected, "{code}");
        }
    }
}
