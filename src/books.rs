//! The office's books: what every decision looks at, with or without a bot.

use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

use crate::clock::Clock;
use crate::domain::calendar::Calendar;
use crate::domain::campaign::Campaign;
use crate::store::Store;

/// Database, campaign, work days and time.
#[derive(Debug, Clone)]
pub struct Books {
    /// The database.
    pub store: Store,
    /// The campaign.
    pub campaign: Arc<Campaign>,
    /// Which days are worked.
    pub calendar: Arc<Calendar>,
    /// The time.
    pub clock: Clock,
}

impl Books {
    /// The campaign's local day at an instant.
    pub fn local_day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.campaign.zone).date_naive()
    }

    /// Today in the campaign's zone.
    pub fn today(&self) -> NaiveDate {
        self.local_day(self.clock.now())
    }
}
