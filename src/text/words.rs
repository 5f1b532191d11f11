//! The four sets of words, and the voice that speaks one of them.

use std::sync::OnceLock;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use rust_embed::RustEmbed;

use crate::domain::amount::Measure;
use crate::domain::campaign::{Campaign, Duty};
use crate::domain::label::Kind;
use crate::domain::language::Language;

use super::page::shown;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

/// The name of the one file in each language's folder.
const DOMAIN: &str = "duban";

/// The longest name of a duty or a campaign that is shown, in characters.
const LONGEST_NAME: usize = 40;

/// The words of one language. Each language falls back to itself alone: a key that is missing shows up in the
/// tests, and never as a line in somebody else's language.
pub(super) fn words(language: Language) -> &'static FluentLanguageLoader {
    static ZH_CN: OnceLock<FluentLanguageLoader> = OnceLock::new();
    static ZH_TW: OnceLock<FluentLanguageLoader> = OnceLock::new();
    static EN: OnceLock<FluentLanguageLoader> = OnceLock::new();
    static KO: OnceLock<FluentLanguageLoader> = OnceLock::new();
    let cell = match language {
        Language::ZhCn => &ZH_CN,
        Language::ZhTw => &ZH_TW,
        Language::En => &EN,
        Language::Ko => &KO,
    };
    cell.get_or_init(|| load(language))
}

fn load(language: Language) -> FluentLanguageLoader {
    let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new(DOMAIN, id.clone());
    if let Err(error) = loader.load_languages(&Locales, &[id]) {
        // The files are part of the program, so this is a broken build: the tests refuse it.
        tracing::error!(language = language.tag(), %error, "words could not be loaded");
    }
    // Marks around every variable (U+2068, U+2069) would land in people's messages and in what they copy from them.
    loader.set_use_isolating(false);
    loader
}

/// Whoever speaks: the campaign whose names and units are used, and the reader's language.
pub(super) struct Voice<'a> {
    /// The campaign.
    pub(super) campaign: &'a Campaign,
    /// The reader's language.
    pub(super) language: Language,
    /// Its words.
    pub(super) words: &'static FluentLanguageLoader,
}

impl<'a> Voice<'a> {
    pub(super) fn new(campaign: &'a Campaign, language: Language) -> Self {
        Self {
            campaign,
            language,
            words: words(language),
        }
    }

    /// The campaign's name, escaped.
    pub(super) fn campaign_name(&self) -> String {
        shown(self.campaign.name.get(self.language), LONGEST_NAME)
    }

    /// The duty's name, escaped; its id for a duty that has left the campaign file since.
    pub(super) fn duty_name(&self, id: &str) -> String {
        let name = self
            .campaign
            .duty(id)
            .map_or(id, |duty| duty.name.get(self.language));
        shown(name, LONGEST_NAME)
    }

    /// The label's name, escaped; its id for a label that has left the campaign file since.
    pub(super) fn label_name(&self, duty: &str, kind: Kind, id: &str) -> String {
        let duty = self.campaign.duty(duty);
        let label = duty.and_then(|duty| duty.label(kind, id));
        shown(
            label.map_or(id, |label| label.name.get(self.language)),
            LONGEST_NAME,
        )
    }

    /// What the duty's amounts are kept in.
    pub(super) fn measure(&self, duty: &str) -> Measure {
        self.campaign
            .duty(duty)
            .map_or(Measure::ClassHours, |duty: &Duty| duty.measure)
    }

    /// Whether the duty is study, so that one speaks of studying: class hours count nothing else.
    pub(super) fn is_study(&self, duty: &str) -> bool {
        self.measure(duty) == Measure::ClassHours
    }
}

#[cfg(test)]
mod tests {
    use i18n_embed_fl::fl;

    use super::*;

    #[test]
    fn every_language_loads_its_own_words_without_isolation_marks() {
        for (language, date) in [
            (Language::ZhCn, "3月3日 周一"),
            (Language::ZhTw, "3月3日 週一"),
            (Language::En, "Mon 3 March"),
            (Language::Ko, "3월 3일 월요일"),
        ] {
            assert_eq!(
                words(language).current_language().to_string(),
                language.tag()
            );
            assert_eq!(
                fl!(words(language), "date", month = 3, day = 3, weekday = 1),
                date
            );
        }
    }
}
