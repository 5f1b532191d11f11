//! What most commands stand on: settings, campaign, database, calendar.

use std::path::Path;
use std::sync::Arc;

use super::print::remark;
use super::trouble::Trouble;
use crate::books::{Almanac, Books};
use crate::clock::Clock;
use crate::config::{SettingFault, Settings};
use crate::domain::campaign::{self, Campaign};
use crate::domain::language::Language;
use crate::store::Store;

/// Reads the settings; every mistake is named, the last two lines say what and what to do.
pub(super) fn settings() -> Result<Settings, Trouble> {
    Settings::from_environment().map_err(|faults| settings_trouble(&faults))
}

fn settings_trouble(faults: &[SettingFault]) -> Trouble {
    for fault in faults {
        remark(fault);
    }
    Trouble::new(
        format!("{} of the settings cannot be used", faults.len()),
        "set them as said above (see .env.example), then try again",
    )
}

/// Reads the campaign file; every mistake is named as `file:line: what; right`.
pub(super) fn campaign(path: &Path) -> Result<Campaign, Trouble> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Trouble::new(
            format!("{}: cannot be read: {error}", path.display()),
            "let DUBAN_CAMPAIGN name a campaign file, such as campaigns/mass-line.toml",
        )
    })?;
    campaign::read(&text).map_err(|faults| {
        for fault in &faults {
            remark(format!("{}:{}: {fault}", path.display(), fault.line));
        }
        Trouble::new(
            format!("{}: {} mistakes", path.display(), faults.len()),
            "correct the lines named above; `duban check` tells when all is well",
        )
    })
}

/// Everything: settings, campaign, open database with its tables up to date, calendar.
pub(super) async fn books() -> Result<(Settings, Books), Trouble> {
    let mut settings = settings()?;
    let campaign = campaign(&settings.campaign)?;
    settings
        .read_tokens(campaign.token_keys(), &|key| std::env::var(key).ok())
        .map_err(|faults| settings_trouble(&faults))?;
    let store = Store::open(settings.database_url.expose())
        .await
        .map_err(|error| {
            Trouble::new(
                format!("the database cannot be opened: {error}"),
                "let DATABASE_URL name it: sqlite://duban.db or postgres://user:password@host/name",
            )
        })?;
    let clock = Clock::system();
    let calendar = crate::calendars::load(&store, &campaign, clock.now()).await?;
    let books = Books {
        store,
        campaign: Arc::new(campaign),
        almanac: Almanac::new(calendar),
        clock,
    };
    Ok((settings, books))
}

/// The language of the command line: `LC_ALL`, `LC_MESSAGES` or `LANG`, else English.
pub(super) fn language() -> Language {
    language_if_set().unwrap_or(Language::En)
}

/// The language that the environment asks for, if it asks for one of ours.
pub(super) fn language_if_set() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Language::from_telegram(value.split('.').next().unwrap_or(&value)))
}
