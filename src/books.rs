//! The office's books: what every decision looks at, with or without a bot.

use chrono::{DateTime, NaiveDate, Utc};
use std::sync::{Arc, PoisonError, RwLock};

use crate::clock::Clock;
use crate::domain::calendar::Calendar;
use crate::domain::campaign::Campaign;
use crate::store::Store;

/// Which days are worked, as the database last told: a year that is imported while the service runs
/// counts from the planner's next look on. Copies of one almanac are one.
#[derive(Debug, Clone)]
pub struct Almanac(Arc<RwLock<Arc<Calendar>>>);

impl Almanac {
    /// An almanac that shows that calendar.
    pub fn new(calendar: Calendar) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(calendar))))
    }

    /// The calendar as it is now.
    pub fn calendar(&self) -> Arc<Calendar> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows another from now on.
    pub fn turn(&self, calendar: Calendar) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(calendar);
    }
}

/// Database, campaign, work days and time.
#[derive(Debug, Clone)]
pub struct Books {
    /// The database.
    pub store: Store,
    /// The campaign.
    pub campaign: Arc<Campaign>,
    /// Which days are worked.
    pub almanac: Almanac,
    /// The time.
    pub clock: Clock,
}

impl Books {
    /// Which days are worked, as of now.
    pub fn calendar(&self) -> Arc<Calendar> {
        self.almanac.calendar()
    }

    /// The campaign's local day at an instant.
    pub fn local_day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.campaign.zone).date_naive()
    }

    /// Today in the campaign's zone.
    pub fn today(&self) -> NaiveDate {
        self.local_day(self.clock.now())
    }
}
