//! `duban check`: config, campaign, calendar, database; every mistake with its place.

mod duties;
mod kinds;

use super::print::{remark, say};
use super::trouble::Trouble;
use super::{Done, ground};
use crate::calendars::{self, missing_years};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::campaign;
use crate::domain::quota::Whom;
use crate::quota;
use crate::store::Store;
use crate::text;

pub(super) async fn run() -> Result<Done, Trouble> {
    let mut findings = 0;
    let mut settings = match Settings::from_environment() {
        Ok(settings) => Some(settings),
        Err(faults) => {
            findings += faults.len();
            for fault in &faults {
                remark(format!("environment: {fault}"));
            }
            None
        }
    };
    let path = settings.as_ref().map_or_else(
        || {
            std::env::var("DUBAN_CAMPAIGN")
                .unwrap_or_else(|_| "campaigns/mass-line.toml".into())
                .into()
        },
        |settings| settings.campaign.clone(),
    );
    let campaign = match std::fs::read_to_string(&path) {
        Err(error) => {
            findings += 1;
            remark(format!(
                "{}:1: cannot be read: {error}; let DUBAN_CAMPAIGN name a campaign file",
                path.display()
            ));
            None
        }
        Ok(text) => match campaign::read(&text) {
            Ok(campaign) => Some(campaign),
            Err(faults) => {
                findings += faults.len();
                for fault in &faults {
                    remark(format!("{}:{}: {fault}", path.display(), fault.line));
                }
                None
            }
        },
    };
    if let Some(campaign) = &campaign {
        for line in duties::lines(campaign)
            .into_iter()
            .chain(kinds::lines(campaign))
        {
            say(line);
        }
    }
    if let (Some(settings), Some(campaign)) = (&mut settings, &campaign) {
        findings += tokens(settings, campaign);
        findings += database(settings, campaign).await;
    }
    if findings == 0 {
        say(text::checked(ground::language(), findings));
        return Ok(Done::Well);
    }
    remark(text::checked(ground::language(), findings));
    Ok(Done::Findings)
}

/// The tokens of the campaign's further bots: a campaign that names a bot cannot run without it.
fn tokens(settings: &mut Settings, campaign: &campaign::Campaign) -> usize {
    let mut faults = settings
        .read_tokens(campaign.token_keys(), &|key| std::env::var(key).ok())
        .err()
        .unwrap_or_default();
    let named: Vec<String> = faults.iter().map(|fault| fault.key.clone()).collect();
    let missing = campaign
        .token_keys()
        .filter_map(|key| settings.require_token(&key).err());
    faults.extend(missing.filter(|fault| !named.contains(&fault.key)));
    for fault in &faults {
        remark(format!("environment: {fault}"));
    }
    faults.len()
}

async fn database(settings: &Settings, campaign: &campaign::Campaign) -> usize {
    let now = Clock::system().now();
    let loaded = match Store::open(settings.database_url.expose()).await {
        Ok(store) => match quotas(&store, campaign).await {
            Ok(()) => calendars::load(&store, campaign, now).await,
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    match loaded {
        Err(error) => {
            remark(format!(
                "DATABASE_URL: {error}; name a database that runs, such as sqlite://duban.db"
            ));
            1
        }
        Ok(calendar) => {
            // No mistake of anybody's: next year's notice comes in November. But said loudly.
            for year in missing_years(&calendar, campaign, now) {
                remark(format!(
                    "calendar {}: {year} is not loaded, its days count Monday to Friday; \
                     import the year's notice: duban import holidays FILE",
                    campaign.calendar
                ));
            }
            0
        }
    }
}

/// Local targets that the campaign file overrides: no mistake of the file's, but somebody should know.
async fn quotas(store: &Store, campaign: &campaign::Campaign) -> crate::store::Result<()> {
    let mut tx = store.read().await?;
    let overridden = quota::overridden(&mut tx, campaign).await?;
    tx.commit().await?;
    for (line, least) in overridden {
        let (flag, whom) = match &line.of {
            Whom::Unit(path) => ("--unit", path),
            Whom::Person(key) => ("--cadre", key),
        };
        let amount = line.amount.unwrap_or_default();
        let rank = line
            .rank
            .map_or_else(String::new, |rank| format!(" --rank {rank}"));
        let duty = line.duty;
        remark(format!(
            "quota {duty} {whom}: {amount} is less than the campaign fixes now, {least}, which counts; \
             lift it: duban quota lift --duty {duty} {flag} {whom}{rank}"
        ));
    }
    Ok(())
}
