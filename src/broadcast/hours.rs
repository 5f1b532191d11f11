//! When a broadcast goes out: around quiet hours, at the rate, and on the next day to whom has had enough
//! for one. Pure.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::domain::campaign::Campaign;
use crate::planner::out_of_quiet;

/// Most nights that a forecast looks over.
const NIGHTS: usize = 366;

/// When a round would begin and end, and where quiet hours would cut it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The first message.
    pub begins: DateTime<Utc>,
    /// About the last one.
    pub ends: DateTime<Utc>,
    /// Time spent sending.
    pub sending: TimeDelta,
    /// From when to when nothing goes.
    pub cuts: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

/// What becomes of a round to so many people at `rate` messages a second, with nothing else on the way.
pub fn forecast(campaign: &Campaign, now: DateTime<Utc>, people: u64, rate: u32) -> Forecast {
    let sending = time_for(people, rate);
    let begins = out_of_quiet(campaign, now);
    let (mut at, mut left, mut cuts) = (begins, sending, Vec::new());
    while let Some(quiet) = next_quiet(campaign, at)
        && quiet - at < left
        && cuts.len() < NIGHTS
    {
        let over = out_of_quiet(campaign, quiet);
        if over <= quiet {
            break;
        }
        left -= quiet - at;
        cuts.push((quiet, over));
        at = over;
    }
    Forecast {
        begins,
        ends: at + left,
        sending,
        cuts,
    }
}

/// How long so many messages take that nobody has asked for: the limiter sends the rate less a thirtieth that
/// it keeps for answers, evenly over a little more than a second.
fn time_for(people: u64, rate: u32) -> TimeDelta {
    let rate = u64::from(rate.max(1));
    let share = (rate - (rate / 30).max(1).min(rate / 2)).max(1);
    let millis = people.saturating_mul(1_010).div_ceil(share);
    TimeDelta::milliseconds(i64::try_from(millis).unwrap_or(i64::MAX / 2))
}

/// When quiet hours next begin after an instant outside of them.
fn next_quiet(campaign: &Campaign, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let limits = &campaign.limits;
    if limits.quiet_from == limits.quiet_to {
        return None;
    }
    let today = at.with_timezone(&campaign.zone).date_naive();
    [Some(today), today.succ_opt()]
        .into_iter()
        .flatten()
        .filter_map(|day| instant(campaign, day, limits.quiet_from))
        .find(|quiet| *quiet > at)
}

/// When somebody may be written to again who has had his messages of the day: on the next local day, out of
/// quiet hours. A broadcast is said once only, so it waits where a digest would be dropped.
pub fn next_morning(campaign: &Campaign, now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.with_timezone(&campaign.zone).date_naive();
    today
        .checked_add_days(Days::new(1))
        .and_then(|day| instant(campaign, day, NaiveTime::MIN))
        .map_or(now + TimeDelta::days(1), |midnight| {
            out_of_quiet(campaign, midnight)
        })
}

fn instant(campaign: &Campaign, day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    let local = day.and_time(time).and_local_timezone(campaign.zone);
    local.earliest().map(|at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    use chrono::NaiveDateTime;

    use crate::domain::sample::campaign;

    fn at(campaign: &Campaign, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(&format!("2014-{text}"), "%Y-%m-%d %H:%M");
        let local = local.unwrap().and_local_timezone(campaign.zone);
        local.unwrap().to_utc()
    }

    #[test]
    fn a_round_is_cut_by_quiet_hours_and_goes_on_in_the_morning() {
        let campaign = campaign();
        let minutes = |count| TimeDelta::minutes(count);
        // 29 a second of 30, a window of 1.01 s: 1,723 a minute.
        for (now, people, begins, ends, cuts) in [
            ("03-03 09:00", 0, "03-03 09:00", "03-03 09:00", vec![]),
            ("03-03 09:00", 103_366, "03-03 09:00", "03-03 10:00", vec![]),
            (
                "03-03 20:30",
                103_366,
                "03-03 20:30",
                "03-04 08:00",
                vec![("03-03 21:00", "03-04 07:30")],
            ),
            ("03-03 22:00", 51_683, "03-04 07:30", "03-04 08:00", vec![]),
            // Fourteen and a half hours fit between two nights.
            (
                "03-03 20:00",
                103_366 * 14,
                "03-03 20:00",
                "03-04 20:30",
                vec![("03-03 21:00", "03-04 07:30")],
            ),
            (
                "03-03 20:00",
                103_366 * 15,
                "03-03 20:00",
                "03-05 08:00",
                vec![
                    ("03-03 21:00", "03-04 07:30"),
                    ("03-04 21:00", "03-05 07:30"),
                ],
            ),
        ] {
            let found = forecast(&campaign, at(&campaign, now), people, 30);
            let near = |found: DateTime<Utc>, expected: &str| {
                (found - at(&campaign, expected)).abs() < minutes(1)
            };
            assert_eq!(found.begins, at(&campaign, begins), "{now} {people}");
            assert!(near(found.ends, ends), "{now} {people}: {found:?}");
            let expected: Vec<_> = cuts
                .iter()
                .map(|(from, to)| (at(&campaign, from), at(&campaign, to)))
                .collect();
            assert_eq!(found.cuts, expected, "{now} {people}");
        }
    }

    #[test]
    fn a_campaign_without_quiet_hours_is_never_cut() {
        let mut campaign = campaign();
        campaign.limits.quiet_from = campaign.limits.quiet_to;
        let found = forecast(&campaign, at(&campaign, "03-03 20:30"), 1_000_000, 30);
        assert_eq!(found.cuts, []);
        assert_eq!(found.ends - found.begins, found.sending);
    }

    #[test]
    fn the_slowest_rate_still_ends() {
        let found = forecast(&campaign(), DateTime::UNIX_EPOCH, 10, 1);
        assert_eq!(found.sending, TimeDelta::milliseconds(10_100));
    }

    #[test]
    fn who_has_had_enough_today_is_written_to_tomorrow_morning() {
        let mut campaign = campaign();
        for (now, morning) in [
            ("03-03 09:00", "03-04 07:30"),
            ("03-03 20:59", "03-04 07:30"),
            ("03-04 00:00", "03-05 07:30"),
        ] {
            let found = next_morning(&campaign, at(&campaign, now));
            assert_eq!(found, at(&campaign, morning), "{now}");
        }
        campaign.limits.quiet_from = campaign.limits.quiet_to;
        let found = next_morning(&campaign, at(&campaign, "03-03 09:00"));
        assert_eq!(found, at(&campaign, "03-04 00:00"));
    }
}
