//! When something recurs: a cron expression on the wall clock of a zone.
//!
//! The cron crate parses and matches; the step from wall clock to instant is ours, because the crate's own goes
//! back in time when summer time ends and loses a day's occurrence when it begins (facts.md 5.1). The rules:
//! - a wall time that is skipped fires at the first instant after the gap, together with any other skipped one;
//! - a wall time that comes twice fires the first time only;
//! - so instants only ever grow, and none comes twice.

use std::str::FromStr;

use chrono::{DateTime, Duration, MappedLocalTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use thiserror::Error;

/// A cron expression in a zone.
///
/// Five fields (minute, hour, day of the month, month, weekday) or six with seconds in front. Weekdays are
/// written as names, `MON-FRI`. Where both the day of the month and the weekday are set, both must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    wall: cron::Schedule,
    zone: Tz,
}

/// What is wrong with an expression, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScheduleFault {
    #[error(
        "schedule \"{expr}\" has {fields} fields: write 5 (minute hour day month weekday) or 6 with seconds in front, such as \"30 17 * * MON-FRI\""
    )]
    Fields { expr: String, fields: usize },
    /// Digits mean other days in other programs: 1 is Monday in crontab and Sunday in the cron crate.
    #[error(
        "schedule \"{expr}\" has digits for weekdays, \"{weekday}\": write names, such as MON-FRI or MON,THU"
    )]
    WeekdayDigits { expr: String, weekday: String },
    #[error(
        "schedule \"{expr}\" cannot be read ({reason}): write such as \"30 17 * * MON-FRI\" or \"0 9 1 * *\""
    )]
    Unreadable { expr: String, reason: String },
    #[error("schedule \"{expr}\" never comes: there is no such day in any year")]
    Never { expr: String },
}

impl Schedule {
    /// Reads an expression that holds on the wall clock of `zone`.
    pub fn parse(expr: &str, zone: Tz) -> Result<Self, ScheduleFault> {
        let expr = expr.trim();
        let fields: Vec<&str> = expr.split_whitespace().collect();
        let (six, weekday) = match fields[..] {
            [_, _, _, _, weekday] => (format!("0 {expr}"), weekday),
            [_, _, _, _, _, weekday] => (expr.to_owned(), weekday),
            _ => {
                return Err(ScheduleFault::Fields {
                    expr: expr.to_owned(),
                    fields: fields.len(),
                });
            }
        };
        if weekday.contains(|sign: char| sign.is_ascii_digit()) {
            return Err(ScheduleFault::WeekdayDigits {
                expr: expr.to_owned(),
                weekday: weekday.to_owned(),
            });
        }
        let wall = cron::Schedule::from_str(&six).map_err(|error| ScheduleFault::Unreadable {
            expr: expr.to_owned(),
            // The crate draws the place below the expression; a finding has one line.
            reason: error
                .to_string()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        })?;
        // Any instant serves to ask: the years of an expression of six fields are all of the crate's, from 1970.
        if wall.after(&DateTime::UNIX_EPOCH).next().is_none() {
            return Err(ScheduleFault::Never {
                expr: expr.to_owned(),
            });
        }
        Ok(Self { wall, zone })
    }

    /// The first occurrence later than `instant`; `None` past the year 2100, where the cron crate stops.
    pub fn next_after(&self, instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
        // The wall clock is handed to the crate as if it were UTC, which has neither gaps nor overlaps. A wall
        // time at or before the one at `instant` never stands for a later instant, so the search can start there;
        // one after it may stand for an earlier instant (the second pass of an overlap), hence the filter.
        let now_on_wall = instant.with_timezone(&self.zone).naive_local().and_utc();
        self.wall
            .after(&now_on_wall)
            .filter_map(|wall| self.instant_of(wall.naive_utc()))
            .find(|next| *next > instant)
    }

    /// The occurrences later than `from`, up to and including `to`, the earliest `limit` of them.
    pub fn between(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        limit: usize,
    ) -> Vec<DateTime<Utc>> {
        std::iter::successors(self.next_after(from), |last| self.next_after(*last))
            .take_while(|next| *next <= to)
            .take(limit)
            .collect()
    }

    /// The instant at which the zone's clocks first show `wall`, or first show more if they skip it.
    fn instant_of(&self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self.zone.from_local_datetime(&wall) {
            MappedLocalTime::Single(only) => Some(only.to_utc()),
            MappedLocalTime::Ambiguous(first, _) => Some(first.to_utc()),
            MappedLocalTime::None => self.end_of_gap(wall),
        }
    }

    /// The first instant after the gap that swallows `wall`. No zone is 15 hours or more from UTC, so the clocks
    /// jump less than 15 hours from where UTC shows `wall`; halving that stretch finds the second of the jump.
    fn end_of_gap(&self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        let mut shows_less = wall.and_utc().checked_sub_signed(Duration::hours(15))?;
        let mut shows_more = wall.and_utc().checked_add_signed(Duration::hours(15))?;
        while shows_more - shows_less > Duration::seconds(1) {
            let half = Duration::seconds((shows_more - shows_less).num_seconds() / 2);
            let middle = shows_less + half;
            if middle.with_timezone(&self.zone).naive_local() < wall {
                shows_less = middle;
            } else {
                shows_more = middle;
            }
        }
        Some(shows_more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// Occurrences after `from`, written in the zone's own time with its offset.
    fn local(expr: &str, zone: Tz, from: &str, count: usize) -> Vec<String> {
        Schedule::parse(expr, zone)
            .unwrap()
            .between(instant(from), instant("2099-01-01T00:00:00Z"), count)
            .iter()
            .map(|next| {
                next.with_timezone(&zone)
                    .format("%a %m-%d %H:%M%z")
                    .to_string()
            })
            .collect()
    }

    #[test]
    fn every_work_evening_in_shanghai() {
        assert_eq!(
            local(
                "30 17 * * MON-FRI",
                Tz::Asia__Shanghai,
                "2014-03-06T09:30:00Z",
                3
            ),
            [
                "Fri 03-07 17:30+0800",
                "Mon 03-10 17:30+0800",
                "Tue 03-11 17:30+0800"
            ]
        );
        assert_eq!(
            local(
                "15 30 17 * * MON,thu",
                Tz::Asia__Shanghai,
                "2014-03-03T09:30:00Z",
                2
            ),
            ["Mon 03-03 17:30+0800", "Thu 03-06 17:30+0800"]
        );
    }

    #[test]
    fn an_instant_is_strictly_later() {
        let schedule = Schedule::parse("0 9 * * *", Tz::Asia__Shanghai).unwrap();
        let nine = instant("2014-03-03T01:00:00Z");
        assert_eq!(
            schedule.next_after(nine - Duration::milliseconds(1)),
            Some(nine)
        );
        assert_eq!(schedule.next_after(nine), Some(nine + Duration::days(1)));
        assert_eq!(
            schedule.next_after(nine + Duration::milliseconds(1)),
            Some(nine + Duration::days(1))
        );
    }

    #[test]
    fn a_skipped_time_fires_when_the_gap_ends() {
        assert_eq!(
            local(
                "30 2 * * *",
                Tz::America__New_York,
                "2026-03-07T12:00:00Z",
                2
            ),
            ["Sun 03-08 03:00-0400", "Mon 03-09 02:30-0400"]
        );
        // Midnight itself is skipped in Beirut.
        assert_eq!(
            local("0 0 * * *", Tz::Asia__Beirut, "2026-03-28T12:00:00Z", 2),
            ["Sun 03-29 01:00+0300", "Mon 03-30 00:00+0300"]
        );
        // Two skipped ones are one, and so is one at the very end of the gap.
        assert_eq!(
            local(
                "*/30 1-3 * * *",
                Tz::America__New_York,
                "2026-03-08T06:00:00Z",
                3
            ),
            [
                "Sun 03-08 01:30-0500",
                "Sun 03-08 03:00-0400",
                "Sun 03-08 03:30-0400"
            ]
        );
        // Samoa left out the whole of 30 December 2011.
        assert_eq!(
            local("0 9 * * *", Tz::Pacific__Apia, "2011-12-30T00:00:00Z", 2),
            ["Sat 12-31 00:00+1400", "Sat 12-31 09:00+1400"]
        );
    }

    #[test]
    fn a_repeated_time_fires_once_the_first_time() {
        assert_eq!(
            local(
                "30 1 * * *",
                Tz::America__New_York,
                "2026-11-01T04:00:00Z",
                2
            ),
            ["Sun 11-01 01:30-0400", "Mon 11-02 01:30-0500"]
        );
        assert_eq!(
            local(
                "*/30 * * * *",
                Tz::America__New_York,
                "2026-11-01T04:30:00Z",
                4
            ),
            [
                "Sun 11-01 01:00-0400",
                "Sun 11-01 01:30-0400",
                "Sun 11-01 02:00-0500",
                "Sun 11-01 02:30-0500"
            ]
        );
        // Asked in the middle of the second pass.
        assert_eq!(
            local(
                "*/30 * * * *",
                Tz::America__New_York,
                "2026-11-01T06:10:00Z",
                1
            ),
            ["Sun 11-01 02:00-0500"]
        );
    }

    #[test]
    fn a_stretch_is_open_at_its_start_closed_at_its_end_and_bounded() {
        let schedule = Schedule::parse("0 9 * * *", Tz::UTC).unwrap();
        let (from, to) = (
            instant("2026-01-01T09:00:00Z"),
            instant("2026-01-04T09:00:00Z"),
        );
        let all = schedule.between(from, to, 10);
        assert_eq!(all.len(), 3);
        assert_eq!(all.last(), Some(&to));
        assert_eq!(schedule.between(from, to, 2), all[..2]);
        assert!(schedule.between(to, from, 10).is_empty());
    }

    #[test]
    fn faults_say_what_to_write() {
        let told = |expr: &str| Schedule::parse(expr, Tz::UTC).unwrap_err().to_string();
        assert!(told("0 9 * * 1-5").contains("\"1-5\": write names, such as MON-FRI"));
        assert!(told("0 0 9 * * 0").contains("write names"));
        assert!(told("0 9 * *").contains("has 4 fields"));
        assert!(told("@daily").contains("has 1 fields"));
        assert!(told("0 0 9 * * MON 2026").contains("has 7 fields"));
        assert!(told("").contains("has 0 fields"));
        assert!(told("60 9 * * *").contains("cannot be read"));
        assert!(told("0 25 * * *").contains("cannot be read"));
        assert!(told("0 9 * * MOO").contains("cannot be read"));
        assert!(told("0 9 30 2 *").contains("never comes"));
        assert!(told("0 9 31 FEB,APR *").contains("never comes"));
        assert!(Schedule::parse("0 9 29 2 *", Tz::UTC).is_ok());
    }

    const EXPRESSIONS: [&str; 6] = [
        "*/30 * * * *",
        "30 1,2 * * *",
        "0 0 * * *",
        "15,45 0-3 * * SUN",
        "0 9 1 * *",
        "7 */20 * * * *",
    ];
    const ZONES: [Tz; 6] = [
        Tz::Asia__Shanghai,
        Tz::America__New_York,
        Tz::Asia__Beirut,
        Tz::Australia__Lord_Howe,
        Tz::Africa__Casablanca,
        Tz::America__Havana,
    ];

    proptest! {
        #[test]
        fn instants_only_grow_and_the_walls_match_or_were_skipped(
            expr in 0_usize..6, zone in 0_usize..6, start in 1_388_534_400_i64..1_893_456_000,
        ) {
            let schedule = Schedule::parse(EXPRESSIONS[expr], ZONES[zone]).unwrap();
            let mut last = DateTime::from_timestamp(start, 0).unwrap();
            for _ in 0..60 {
                let next = schedule.next_after(last).unwrap();
                prop_assert!(next > last);
                let wall = next.with_timezone(&ZONES[zone]).naive_local();
                let before = (next - Duration::seconds(1)).with_timezone(&ZONES[zone]).naive_local();
                let skipped = wall - before > Duration::seconds(1);
                prop_assert!(skipped || schedule.wall.includes(wall.and_utc()), "{wall}");
                // Nothing lies between: asking a second earlier gives the same occurrence.
                prop_assert_eq!(schedule.next_after(next - Duration::seconds(1)), Some(next));
                last = next;
            }
        }
    }
}
