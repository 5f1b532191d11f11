//! The words of the sandbox's page (`assets/sandbox.html`). The sandbox itself knows no language: it is handed these.

use chrono_tz::Tz;
use i18n_embed_fl::fl;
use serde_json::{Value, json};

use crate::domain::language::Language;

use super::words::words;

/// The page's words by the names it asks for them, and the zone of its times; plain text, not HTML.
pub fn page_words(language: Language, zone: Tz) -> Value {
    let words = words(language);
    json!({
        "lang": language.tag(),
        "time_zone": zone.name(),
        "title": fl!(words, "page-title"),
        "subtitle": fl!(words, "page-subtitle"),
        "send": fl!(words, "page-send"),
        "type_here": fl!(words, "page-type-here"),
        "next_event": fl!(words, "page-next-event"),
        "next_hour": fl!(words, "page-next-hour"),
        "now": fl!(words, "page-now"),
        "next": fl!(words, "page-next"),
        "menu": fl!(words, "page-menu"),
        "start": fl!(words, "page-start"),
        "edited": fl!(words, "page-edited"),
        "empty": fl!(words, "page-empty"),
        "offline": fl!(words, "page-offline"),
        "stale": fl!(words, "page-stale"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_all_its_words_in_every_language() {
        for language in Language::ALL {
            let words = page_words(language, Tz::Asia__Shanghai);
            let values = words.as_object().into_iter().flatten();
            for (name, value) in values {
                let text = value.as_str().unwrap_or_default();
                assert!(
                    !text.is_empty() && !text.contains("No localization"),
                    "{name}: {text}"
                );
            }
        }
        let words = page_words(Language::ZhTw, Tz::Asia__Shanghai);
        assert_eq!(words["send"], "傳送");
        assert_eq!(words["time_zone"], "Asia/Shanghai");
    }
}
