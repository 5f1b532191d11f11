//! Where a sum is heading: when the target will be met at the present pace, by how much it would be missed, and
//! what a day would make up for it. Whole numbers only; days are work days of the duty's window.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::account::{Elapsed, Pace, pace};
use super::amount::Amount;
use super::calendar::Calendar;
use super::deadline::Span;

/// What will be missing on the window's last day if all goes on like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Short {
    /// The window's last day.
    pub by: NaiveDate,
    /// How much, in the duty's measure, rounded up to a whole.
    pub amount: Amount,
}

/// What would bring somebody who is behind back to the even pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatchUp {
    /// So much each work day, in the duty's measure.
    pub a_day: Amount,
    /// The day on which he will have caught up.
    pub on: NaiveDate,
}

/// Where a sum is heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    /// The day on which the target is met at the present pace.
    pub forecast: Option<NaiveDate>,
    /// That it is not met within the window, and by how much.
    pub short: Option<Short>,
    /// To somebody behind: how much he is short of the even pace, rounded up to a whole.
    pub lag: Option<Amount>,
    /// To somebody behind: what would make up for it.
    pub catch_up: Option<CatchUp>,
}

/// Where the sum `counted` is heading on `today`, a day of the window; nothing on other days and when the target
/// is met. `elapsed` is the window's as of that day, `most_per_day` what one day can hold.
pub fn outlook(
    counted: Amount,
    target: Amount,
    window: &Span,
    elapsed: Elapsed,
    most_per_day: Amount,
    today: NaiveDate,
    calendar: &Calendar,
) -> Outlook {
    if counted >= target || !window.holds(today) {
        return Outlook::default();
    }
    let behind = pace(counted, target, elapsed) == Pace::Behind && elapsed.whole > 0;
    let (forecast, short) = heading(counted, target, window.end, elapsed, today, calendar);
    Outlook {
        forecast,
        short,
        lag: behind.then(|| {
            let even = target.scaled(elapsed.gone, elapsed.whole);
            whole_up(even - counted)
        }),
        catch_up: if behind {
            catch_up(counted, target, elapsed, most_per_day, today, calendar)
        } else {
            None
        },
    }
}

/// A day that is not over yet counts among those that the sum took, so that what was done today is not taken for
/// the pace of every day.
fn heading(
    counted: Amount,
    target: Amount,
    end: NaiveDate,
    elapsed: Elapsed,
    today: NaiveDate,
    calendar: &Calendar,
) -> (Option<NaiveDate>, Option<Short>) {
    let taken = elapsed.gone + i64::from(calendar.is_work_day(today));
    if counted <= Amount::ZERO || taken <= 0 {
        return (None, None);
    }
    let left = (elapsed.whole - taken).max(0);
    let (done, missing) = (i128::from(counted.0), i128::from((target - counted).0));
    let needed = up(missing * i128::from(taken), done);
    if needed <= i128::from(left) {
        let on = i32::try_from(needed).map(|days| calendar.add_work_days(today, days));
        return (on.ok(), None);
    }
    let more = done * i128::from(left) / i128::from(taken);
    let short = Short {
        by: end,
        amount: whole_up(Amount(i64::try_from(missing - more).unwrap_or(i64::MAX))),
    };
    (None, Some(short))
}

/// The least whole amount a day with which the even pace is reached before the window ends.
fn catch_up(
    counted: Amount,
    target: Amount,
    elapsed: Elapsed,
    most_per_day: Amount,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<CatchUp> {
    let (gone, whole) = (i128::from(elapsed.gone), i128::from(elapsed.whole));
    let (counted, target) = (i128::from(counted.0), i128::from(target.0));
    let lag = target * gone - counted * whole;
    let days_at = |a_day: i64| {
        let gain = i128::from(a_day) * 1000 * whole - target;
        let days = (gain > 0).then(|| up(lag, gain).max(1))?;
        (gone + days <= whole).then_some(days)
    };
    let (a_day, days) =
        (1..=most_per_day.0 / 1000).find_map(|a_day| Some((a_day, days_at(a_day)?)))?;
    let more = i32::try_from(days - 1).ok()?;
    Some(CatchUp {
        a_day: Amount::whole(a_day),
        on: calendar.add_work_days(calendar.on_or_after(today), more),
    })
}

/// `numerator / denominator` rounded up; the denominator is above zero.
fn up(numerator: i128, denominator: i128) -> i128 {
    (numerator + denominator - 1).div_euclid(denominator)
}

fn whole_up(amount: Amount) -> Amount {
    Amount((amount.0.saturating_add(999)).div_euclid(1000) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{calendar, day};

    /// Monday 3 to Friday 28 March, twenty work days; the target is 40.
    fn at(counted: i64, today: &str, calendar: &Calendar) -> Outlook {
        let window = Span {
            start: day("2014-03-03"),
            end: day("2014-03-28"),
        };
        let elapsed = Elapsed::of(&window, day(today), calendar);
        let (target, most) = (Amount::whole(40), Amount::whole(8));
        outlook(
            Amount::whole(counted),
            target,
            &window,
            elapsed,
            most,
            day(today),
            calendar,
        )
    }

    #[test]
    fn the_day_comes_from_the_present_pace_or_what_will_be_missing_does() {
        for (counted, today, forecast, short) in [
            // Nothing to go by, met, before and after the window.
            (0, "2014-03-10", None, None),
            (40, "2014-03-10", None, None),
            (10, "2014-02-28", None, None),
            (10, "2014-03-29", None, None),
            // Two on the first day: nineteen days to go, the last one just does.
            (2, "2014-03-03", Some("2014-03-28"), None),
            (3, "2014-03-03", Some("2014-03-20"), None),
            (8, "2014-03-03", Some("2014-03-07"), None),
            // On a Saturday only the five days before it were taken.
            (20, "2014-03-08", Some("2014-03-14"), None),
            (20, "2014-03-10", Some("2014-03-18"), None),
            // One a day: half of it will be missing.
            (1, "2014-03-03", None, Some(20)),
            (10, "2014-03-14", None, Some(20)),
            (39, "2014-03-28", None, Some(1)),
            (30, "2014-03-28", None, Some(10)),
            // 7 in 6 days, 14 left: 16.3 more, and 16.7 are missing.
            (7, "2014-03-10", None, Some(17)),
        ] {
            let found = at(counted, today, &calendar());
            assert_eq!(found.forecast, forecast.map(day), "{counted} on {today}");
            let short = short.map(|amount| Short {
                by: day("2014-03-28"),
                amount: Amount::whole(amount),
            });
            assert_eq!(found.short, short, "{counted} on {today}");
        }
    }

    #[test]
    fn who_is_behind_hears_by_how_much_and_what_would_make_up_for_it() {
        for (counted, today, lag, catch_up) in [
            // On pace, ahead: nothing.
            (10, "2014-03-10", None, None),
            (30, "2014-03-10", None, None),
            // Five days gone are ten; three a day gain one each.
            (0, "2014-03-10", Some(10), Some((3, "2014-03-21"))),
            (6, "2014-03-10", Some(4), Some((3, "2014-03-13"))),
            // From a Saturday on: Monday is the first day.
            (6, "2014-03-08", Some(4), Some((3, "2014-03-13"))),
            // Fifteen gone are thirty; five days are left.
            (20, "2014-03-24", Some(10), Some((4, "2014-03-28"))),
            (0, "2014-03-24", Some(30), Some((8, "2014-03-28"))),
            // The last day can hold eight.
            (32, "2014-03-28", Some(6), Some((8, "2014-03-28"))),
            (20, "2014-03-28", Some(18), None),
        ] {
            let found = at(counted, today, &calendar());
            assert_eq!(found.lag, lag.map(Amount::whole), "{counted} on {today}");
            let catch_up = catch_up.map(|(a_day, on)| CatchUp {
                a_day: Amount::whole(a_day),
                on: day(on),
            });
            assert_eq!(found.catch_up, catch_up, "{counted} on {today}");
        }
    }

    #[test]
    fn holidays_move_it_and_a_year_without_its_notice_goes_by_the_week() {
        let window = Span {
            start: day("2014-04-21"),
            end: day("2014-05-30"),
        };
        let on = |calendar: &Calendar| {
            let today = day("2014-04-28");
            let elapsed = Elapsed::of(&window, today, calendar);
            let (counted, target) = (Amount::whole(6), Amount::whole(12));
            let most = Amount::whole(8);
            outlook(counted, target, &window, elapsed, most, today, calendar).forecast
        };
        // Six days more: over Labour Day with its make-up Sunday, or straight on.
        assert_eq!(on(&calendar()), Some(day("2014-05-07")));
        assert_eq!(on(&Calendar::default()), Some(day("2014-05-06")));
    }

    #[test]
    fn a_window_without_work_days_foretells_nothing() {
        let saturday = day("2014-03-08");
        let window = Span {
            start: saturday,
            end: saturday,
        };
        let elapsed = Elapsed::of(&window, saturday, &calendar());
        let (counted, target) = (Amount::whole(1), Amount::whole(2));
        let found = outlook(
            counted,
            target,
            &window,
            elapsed,
            Amount::whole(8),
            saturday,
            &calendar(),
        );
        assert_eq!(found, Outlook::default());
    }
}
