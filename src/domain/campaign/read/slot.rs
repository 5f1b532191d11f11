//! Slots: when digests go out, and what becomes of one that is late.

use chrono::{Days, NaiveTime, TimeZone, Utc};

use super::Reading;
use super::table::{Form, Table};
use super::value::duration;
use crate::domain::campaign::{Late, Limits, Slot};
use crate::domain::schedule::Schedule;

pub(super) const SLOT: Form = Form {
    name: "[[slots]]",
    keys: &[
        ("id", "\"evening\""),
        ("cron", "\"30 17 * * *\""),
        ("days", "\"work\""),
        ("late", "\"send-once\""),
        ("late_within", "\"3h\""),
    ],
};

/// Occurrences of a slot that are held against the quiet hours: the first year's, but not a flood.
const OCCURRENCES_CHECKED: usize = 400;

impl Reading {
    pub(super) fn slot(&self, table: &Table, quiet: Option<&Limits>) -> Option<Slot> {
        let id = table.id();
        let cron = table.need("cron");
        let schedule = cron.and_then(|value| {
            value.parsed(|expr| Schedule::parse(expr, self.zone.unwrap_or(chrono_tz::UTC)))
        });
        if let (Some(cron), Some(schedule), Some(limits)) = (cron, &schedule, quiet)
            && let Some(time) = self.quiet_time(schedule, limits)
        {
            let (from, to) = (
                limits.quiet_from.format("%H:%M"),
                limits.quiet_to.format("%H:%M"),
            );
            cron.fault_with(
                format_args!(
                    "{} lies in the quiet hours {from}-{to}",
                    time.format("%H:%M")
                ),
                format!("a time between {to} and {from}, or other quiet hours in [limits]"),
            );
        }
        let work_days_only = table.need("days").and_then(|value| {
            value.parsed(|text| match text {
                "work" => Ok(true),
                "all" => Ok(false),
                other => Err(format!("\"{other}\" is neither \"work\" nor \"all\"")),
            })
        });
        let late = late(table);
        Some(Slot {
            id: id?,
            schedule: schedule?,
            work_days_only: work_days_only?,
            late: late?,
        })
    }

    /// A wall-clock time of the schedule that lies in the quiet hours.
    fn quiet_time(&self, schedule: &Schedule, limits: &Limits) -> Option<NaiveTime> {
        let (start, zone) = (self.start?, self.zone?);
        let from = Utc.from_utc_datetime(&start.and_time(NaiveTime::MIN));
        let to = from.checked_add_days(Days::new(366))?;
        schedule
            .between(from, to, OCCURRENCES_CHECKED)
            .into_iter()
            .map(|instant| instant.with_timezone(&zone).time())
            .find(|time| limits.is_quiet(*time))
    }
}

/// What becomes of an occurrence that could not be kept in time.
fn late(table: &Table) -> Option<Late> {
    let policy = table.need("late");
    let within = table.may("late_within");
    let name = policy?.text()?;
    if name == "send-once" {
        let within = table.need("late_within")?.parsed(duration)?;
        return Some(Late::SendOnce { within });
    }
    if let Some(within) = within {
        within.fault_with(
            format_args!("only late = \"send-once\" has it, not \"{name}\""),
            "leave the line out",
        );
    }
    match name {
        "fold" => Some(Late::Fold),
        "drop" => Some(Late::Drop),
        other => {
            policy?.fault(format_args!(
                "\"{other}\" is none of \"send-once\", \"fold\", \"drop\""
            ));
            None
        }
    }
}
