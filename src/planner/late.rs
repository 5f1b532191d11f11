//! What becomes of an occurrence: kept in time, kept late, folded into the next, or dropped with a
//! reason (complaint 17). Pure.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::domain::calendar::Calendar;
use crate::domain::campaign::{Campaign, Late, Slot};
use crate::domain::quiet::{self, Quiet};

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

/// Why nothing is ever said at an occurrence, however punctual; `None` if something may be.
pub(super) fn silence(
    campaign: &Campaign,
    calendar: &Calendar,
    slot: &Slot,
    at: DateTime<Utc>,
) -> Option<Decision> {
    let day = at.with_timezone(&campaign.zone).date_naive();
    if !campaign.span.holds(day) {
        return Some(Decision::Not {
            outcome: "dropped",
            reason: "outside the campaign",
        });
    }
    (slot.work_days_only && !calendar.is_work_day(day)).then_some(Decision::Not {
        outcome: "day_off",
        reason: "not a work day",
    })
}

/// Decides one occurrence at `now`; `latest` says that no later one of the slot is due too that could
/// say its part: a day off takes nothing over.
pub(super) fn decide(
    campaign: &Campaign,
    calendar: &Calendar,
    slot: &Slot,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
    latest: bool,
) -> Decision {
    if let Some(silent) = silence(campaign, calendar, slot, at) {
        return silent;
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
pub fn out_of_quiet(campaign: &Campaign, at: DateTime<Utc>) -> DateTime<Utc> {
    quiet::out_of(&[campaign.limits.quiet()], campaign.zone, at)
}

/// The same where somebody has quiet hours of his own. What they push to another day comes on a work day, if
/// the slot speaks on work days only: nobody asked to be written to on a Saturday instead.
pub(super) fn out_of_own(
    campaign: &Campaign,
    calendar: &Calendar,
    slot: &str,
    own: Option<Quiet>,
    at: DateTime<Utc>,
) -> DateTime<Utc> {
    let all = out_of_quiet(campaign, at);
    let Some(own) = own else { return all };
    let day = |at: DateTime<Utc>| at.with_timezone(&campaign.zone).date_naive();
    let free = quiet::out_of(&[campaign.limits.quiet(), own], campaign.zone, at);
    let on_work_days = campaign.slot(slot).is_some_and(|slot| slot.work_days_only);
    if free == all || day(free) == day(at) || !on_work_days {
        return free;
    }
    quiet::on_a_day(campaign.zone, free, |day| calendar.is_work_day(day))
}

/// The first instant of the campaign's local day: what was sent since then counts against the daily cap.
pub fn day_start(campaign: &Campaign, now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.with_timezone(&campaign.zone).date_naive();
    today
        .and_time(NaiveTime::MIN)
        .and_local_timezone(campaign.zone)
        .earliest()
        .map_or(now - TimeDelta::days(1), |start| start.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    use chrono::NaiveDateTime;

    use crate::domain::sample::{calendar, campaign};

    fn instant(campaign: &Campaign, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        local.and_local_timezone(campaign.zone).unwrap().to_utc()
    }

    /// The outcome for the evening slot of a day, looked at later.
    fn outcome(late: Late, at: &str, now: &str, latest: bool) -> &'static str {
        let campaign = campaign();
        let mut slot = campaign.slot("evening").unwrap().clone();
        slot.late = late;
        let (at, now) = (instant(&campaign, at), instant(&campaign, now));
        match decide(&campaign, &calendar(), &slot, at, now, latest) {
            Decision::Plan => "planned",
            Decision::Not { outcome, .. } => outcome,
        }
    }

    #[test]
    fn an_occurrence_is_kept_kept_late_folded_or_dropped() {
        let once = Late::SendOnce {
            within: TimeDelta::hours(3),
        };
        let at = "2014-03-03 17:30";
        for (late, at, now, latest, expected) in [
            (once, at, "2014-03-03 17:30", true, "planned"),
            (Late::Drop, at, "2014-03-03 17:35", true, "planned"),
            (Late::Drop, at, "2014-03-03 17:36", true, "dropped"),
            (Late::Fold, at, "2014-03-03 17:35", true, "planned"),
            (Late::Fold, at, "2014-03-03 17:36", true, "folded"),
            (once, at, "2014-03-03 20:30", true, "planned"),
            (once, at, "2014-03-03 20:31", true, "dropped"),
            // A later one is due too: never two digests at once.
            (once, at, "2014-03-04 17:30", false, "folded"),
            // Saturday; the Saturday that is worked; the Thursday that is not; before and after it all.
            (
                once,
                "2014-03-08 17:30",
                "2014-03-08 17:30",
                true,
                "day_off",
            ),
            (
                once,
                "2014-02-08 17:30",
                "2014-02-08 17:30",
                true,
                "planned",
            ),
            (
                once,
                "2014-05-01 17:30",
                "2014-05-01 17:30",
                true,
                "day_off",
            ),
            (
                once,
                "2014-01-17 17:30",
                "2014-01-17 17:30",
                true,
                "dropped",
            ),
            (
                once,
                "2014-10-08 17:30",
                "2014-10-08 17:30",
                true,
                "dropped",
            ),
        ] {
            let found = outcome(late, at, now, latest);
            assert_eq!(found, expected, "{late:?} of {at} at {now}");
        }
    }

    #[test]
    fn what_falls_into_quiet_hours_waits_for_their_end() {
        let campaign = campaign();
        for (at, expected) in [
            ("2014-03-03 17:30", "2014-03-03 17:30"),
            ("2014-03-03 20:59", "2014-03-03 20:59"),
            ("2014-03-03 21:00", "2014-03-04 07:30"),
            ("2014-03-03 23:59", "2014-03-04 07:30"),
            ("2014-03-04 00:00", "2014-03-04 07:30"),
            ("2014-03-04 07:29", "2014-03-04 07:30"),
            ("2014-03-04 07:30", "2014-03-04 07:30"),
        ] {
            let found = out_of_quiet(&campaign, instant(&campaign, at));
            assert_eq!(found, instant(&campaign, expected), "{at}");
        }
    }

    #[test]
    fn own_hours_push_to_a_work_day() {
        let campaign = campaign();
        let time = |text: &str| text.parse().unwrap();
        let own = |from, to| {
            Some(Quiet {
                from: time(from),
                to: time(to),
            })
        };
        for (own, at, expected) in [
            (None, "2014-03-07 17:30", "2014-03-07 17:30"),
            (
                own("20:00:00", "08:30:00"),
                "2014-03-07 17:30",
                "2014-03-07 17:30",
            ),
            (
                own("17:00:00", "19:00:00"),
                "2014-03-07 17:30",
                "2014-03-07 19:00",
            ),
            // Thursday to Friday, Friday to Monday.
            (
                own("17:30:00", "08:00:00"),
                "2014-03-06 17:30",
                "2014-03-07 08:00",
            ),
            (
                own("17:30:00", "08:00:00"),
                "2014-03-07 17:30",
                "2014-03-10 08:00",
            ),
            // The campaign's own night is as it was.
            (
                own("20:00:00", "07:00:00"),
                "2014-03-07 21:30",
                "2014-03-08 07:30",
            ),
        ] {
            let at = instant(&campaign, at);
            let found = out_of_own(&campaign, &calendar(), "evening", own, at);
            assert_eq!(found, instant(&campaign, expected), "{own:?}");
        }
    }
}
