//! An item that he who has to do it does not want to hear of for some days (complaint 6): within bounds, and never
//! one that is overdue.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::campaign::ItemKind;
use super::ids::ItemId;
use super::item::{Item, Status};

/// What a button offers, in work days, if the kind allows as many.
pub const OFFERED: u32 = 3;

/// Why an item is not silenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// It is overdue.
    Overdue,
    /// Items of its kind are not silenced.
    Never,
    /// Not for so long.
    TooLong {
        /// Work days, at most.
        most: u32,
    },
    /// Nobody waits for him: it is submitted or over.
    NotNow {
        /// Where it stands.
        status: Status,
    },
    /// It waits for the unit that it was handed up to, and is silent already.
    Offered,
}

/// What is answered to somebody who wants an item silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// It is silent.
    Silent {
        /// Which.
        item: ItemId,
        /// The ledger's number.
        no: String,
        /// The last day of it.
        until: NaiveDate,
    },
    /// It speaks again.
    Speaks {
        /// The ledger's number.
        no: String,
    },
    /// Nothing changed.
    Refused {
        /// Which.
        item: ItemId,
        /// The ledger's number.
        no: String,
        /// Why.
        why: Why,
    },
}

/// For how many work days a button offers silence; 0: there is no button.
pub fn offered(kind: &ItemKind) -> u32 {
    kind.longest_mute.min(OFFERED)
}

/// The last day of silence if it begins today and lasts so many work days.
///
/// # Errors
/// Why it may not be.
pub fn until(
    item: &Item,
    kind: &ItemKind,
    days: u32,
    calendar: &Calendar,
    today: NaiveDate,
) -> Result<NaiveDate, Why> {
    if !item.status.is_open() {
        return Err(Why::NotNow {
            status: item.status,
        });
    }
    if item.offered {
        return Err(Why::Offered);
    }
    if kind.longest_mute == 0 {
        return Err(Why::Never);
    }
    if item.is_overdue(today) {
        return Err(Why::Overdue);
    }
    if days > kind.longest_mute {
        return Err(Why::TooLong {
            most: kind.longest_mute,
        });
    }
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    Ok(calendar.add_work_days(today, days))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::deadline::Deadline;
    use crate::domain::sample::{calendar, campaign, day, item};

    #[test]
    fn silence_lasts_work_days_within_the_kinds_bounds_and_never_covers_what_is_overdue() {
        let calendar = calendar();
        let mut kind = campaign().kind("rectification").unwrap().clone();
        kind.longest_mute = 5;
        let near = item(Deadline::On(day("2014-05-09")), "2014-02-11");
        for (days, today, expected) in [
            (3, "2014-03-03", Ok("2014-03-06")),
            (3, "2014-03-06", Ok("2014-03-11")),
            // 五一: off from Thursday to Saturday, Sunday is worked.
            (2, "2014-04-30", Ok("2014-05-05")),
            (5, "2014-03-03", Ok("2014-03-10")),
            (6, "2014-03-03", Err(Why::TooLong { most: 5 })),
            (3, "2014-05-09", Ok("2014-05-14")),
            (3, "2014-05-10", Err(Why::Overdue)),
        ] {
            let found = until(&near, &kind, days, &calendar, day(today));
            assert_eq!(found, expected.map(day), "{days} from {today}");
        }
        let today = day("2014-03-03");
        let mut sent = near.clone();
        sent.status = Status::Submitted;
        let status = Status::Submitted;
        assert_eq!(
            until(&sent, &kind, 3, &calendar, today),
            Err(Why::NotNow { status })
        );
        let mut offered = near.clone();
        offered.offered = true;
        assert_eq!(
            until(&offered, &kind, 3, &calendar, today),
            Err(Why::Offered)
        );
        kind.longest_mute = 0;
        assert_eq!(until(&near, &kind, 1, &calendar, today), Err(Why::Never));
    }
}
