//! What becomes of an occurrence: kept in time, kept late, folded into the next, or dropped with a
//! reason (complaint 17). Pure.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::domain::calendar::Calendar;
use crate::domain::campaign::{Campaign, Late, Slot};

/// Delay that nobody notices: a tick runs when its time has come, not at the very instant.
const IN_TIME: TimeDelta = TimeDelta::minutes(5);

/// What to do with an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// Plan its messages.
    Plan,
    /// Plan none.
    Not {
        /// day_off, folded, dropped
        outcome: &'static str,
        /// Why.
        reason: &'static str,
    },
}

/// Decides one occurrence at `now`; `latest` says that no later one of the slot is due too.
pub(super) fn decide(
    campaign: &Campaign,
    calendar: &Calendar,
    slot: &Slot,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
    latest: bool,
) -> Decision {
    let day = at.with_timezone(&campaign.zone).date_naive();
    if !campaign.span.holds(day) {
        return Decision::Not {
            outcome: "dropped",
            reason: "outside the campaign",
        };
    }
    if slot.work_days_only && !calendar.is_work_day(day) {
        return Decision::Not {
            outcome: "day_off",
            reason: "not a work day",
        };
    }
    if !latest {
        return Decision::Not {
            outcome: "folded",
            reason: "a later occurrence is due too",
        };
    }
    let delay = now - at;
    if delay <= IN_TIME {
        return Decision::Plan;
    }
    match slot.late {
        Late::SendOnce { within } if delay <= within => Decision::Plan,
        Late::SendOnce { .. } => Decision::Not {
            outcome: "dropped",
            reason: "too late to be of use",
        },
        Late::Fold => Decision::Not {
            outcome: "folded",
            reason: "said in the next one",
        },
        Late::Drop => Decision::Not {
            outcome: "dropped",
            reason: "late",
        },
    }
}

/// The instant itself, or the end of the quiet hours it lies in.
pub(super) fn out_of_quiet(campaign: &Campaign, at: DateTime<Utc>) -> DateTime<Utc> {
    let local = at.with_timezone(&campaign.zone).naive_local();
    if !campaign.limits.is_quiet(local.time()) {
        return at;
    }
    let end: NaiveTime = campaign.limits.quiet_to;
    let day = if local.time() < end {
        Some(local.date())
    } else {
        local.date().succ_opt()
    };
    day.and_then(|day| {
        day.and_time(end)
            .and_local_timezone(campaign.zone)
            .earliest()
    })
    .map_or(at, |end| end.to_utc())
}
