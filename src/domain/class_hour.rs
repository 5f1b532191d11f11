//! The campaign's class-hour rule: how days, hours and minutes become class hours. Data of the campaign file,
//! never code: customs differ from one place to the next.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Measure};
use super::reply::Spoken;

/// Half a day, in thousandths.
const HALF: i64 = 500;

/// How much study makes a class hour (custom: 8 a day; one city counts 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassHourRule {
    /// Class hours of one full day of study.
    pub per_day: Amount,
    /// Class hours of half a day; not everywhere half of a day's.
    pub per_half_day: Amount,
    /// What time on the clock counts.
    pub rate: Rate,
    /// What a short time counts instead, from the shortest to the longest; the first is from one minute on.
    /// Empty: the rate alone.
    pub steps: Vec<Step>,
}

/// So many class hours for so many minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// This many class hours …
    pub class_hours: Amount,
    /// … for this many minutes; above zero.
    pub minutes: i64,
}

/// One step of a rule that does not count by the minute (one province: up to 15 minutes a quarter of a class
/// hour, up to 30 a half, from 30 on a whole one).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// From so many minutes on …
    pub from: i64,
    /// … so many class hours.
    pub class_hours: Amount,
}

impl ClassHourRule {
    /// What was said, in the measure asked for. `None` when the two cannot be converted (hours of
    /// study into households).
    pub fn convert(&self, spoken: Spoken, into: Measure) -> Option<Amount> {
        match into {
            Measure::ClassHours => Some(match spoken {
                Spoken::Days(days) => self.of_days(Amount(days)),
                Spoken::ClassHours(hours) => Amount(hours),
                Spoken::Hours(hours) => self.of_minutes(Amount(hours.saturating_mul(60))),
                Spoken::Minutes(minutes) => self.of_minutes(Amount(minutes)),
                Spoken::Times(_) | Spoken::Households(_) => return None,
            }),
            Measure::Days => Some(match spoken {
                Spoken::Days(days) => Amount(days),
                other => self.in_days(self.convert(other, Measure::ClassHours)?),
            }),
            Measure::Times => match spoken {
                Spoken::Times(times) => Some(Amount(times)),
                _ => None,
            },
            Measure::Households => match spoken {
                Spoken::Households(households) => Some(Amount(households)),
                _ => None,
            },
            Measure::Topics => None,
        }
    }

    /// Class hours of so many days: whole days, and half a day by its own figure.
    pub fn of_days(&self, days: Amount) -> Amount {
        let (whole, rest) = (days.0.div_euclid(1000), days.0.rem_euclid(1000));
        let part = if rest <= HALF {
            self.per_half_day.scaled(rest, HALF)
        } else {
            self.per_half_day + (self.per_day - self.per_half_day).scaled(rest - HALF, HALF)
        };
        Amount(self.per_day.0.saturating_mul(whole)) + part
    }

    /// Days of so many class hours, the inverse of [`Self::of_days`], to the thousandth.
    pub fn in_days(&self, class_hours: Amount) -> Amount {
        let day = self.per_day.0.max(1);
        let (whole, rest) = (class_hours.0.div_euclid(day), class_hours.0.rem_euclid(day));
        let (half, rest) = (self.per_half_day, Amount(rest));
        let part = if rest <= half {
            Amount(HALF).scaled(rest.0, half.0)
        } else {
            Amount(HALF) + Amount(HALF).scaled((rest - half).0, (self.per_day - half).0)
        };
        Amount(whole.saturating_mul(1000)) + part
    }

    /// Class hours shown as days, rounded to a tenth so that a line stays readable ("4.4/7天").
    pub fn as_days(&self, class_hours: Amount) -> Amount {
        let days = self.in_days(class_hours);
        Amount((days.0 + 50).div_euclid(100) * 100)
    }

    /// What so many thousandths of a minute count: by the steps while they last, and never less than the
    /// longest of them; by the rate beyond.
    fn of_minutes(&self, time: Amount) -> Amount {
        let steady = self
            .rate
            .class_hours
            .scaled(time.0, self.rate.minutes * 1000);
        let reached = |step: &&Step| step.from.saturating_mul(1000) <= time.0;
        match (self.steps.iter().rfind(reached), self.steps.last()) {
            (Some(step), Some(last)) if step == last => step.class_hours.max(steady),
            (Some(step), _) => step.class_hours,
            // Less than a minute is still some time.
            (None, Some(_)) if time > Amount::ZERO => {
                self.steps.first().map_or(steady, |step| step.class_hours)
            }
            (None, _) => steady,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(day: i64, half: i64, minutes: i64, steps: &[(i64, i64)]) -> ClassHourRule {
        let step = |(from, class_hours): &(i64, i64)| Step {
            from: *from,
            class_hours: Amount(*class_hours),
        };
        ClassHourRule {
            per_day: Amount(day),
            per_half_day: Amount(half),
            rate: Rate {
                class_hours: Amount::whole(1),
                minutes,
            },
            steps: steps.iter().map(step).collect(),
        }
    }

    fn eight() -> ClassHourRule {
        rule(8_000, 4_000, 60, &[])
    }

    #[test]
    fn times_and_households_are_counted_as_they_are_and_become_nothing_else() {
        for (spoken, measure, amount) in [
            (Spoken::Times(2_000), Measure::Times, Some(2_000)),
            (Spoken::Households(3_000), Measure::Households, Some(3_000)),
            (Spoken::Households(3_000), Measure::Times, None),
            (Spoken::Times(2_000), Measure::Households, None),
            (Spoken::Times(2_000), Measure::ClassHours, None),
            (Spoken::Households(3_000), Measure::Days, None),
            (Spoken::Days(1_000), Measure::Households, None),
            (Spoken::Times(1_000), Measure::Topics, None),
        ] {
            let found = eight().convert(spoken, measure);
            assert_eq!(found, amount.map(Amount), "{spoken:?} {measure:?}");
        }
    }

    #[test]
    fn days_hours_and_minutes_become_class_hours_as_the_place_has_it() {
        let six = rule(6_000, 3_000, 45, &[]);
        let school = rule(8_000, 3_500, 60, &[]);
        let province = rule(8_000, 4_000, 60, &[(1, 250), (16, 500), (30, 1_000)]);
        for (rule, spoken, class_hours) in [
            (&eight(), Spoken::Days(500), 4_000),
            (&eight(), Spoken::Days(1_500), 12_000),
            (&eight(), Spoken::Days(250), 2_000),
            (&eight(), Spoken::ClassHours(3_000), 3_000),
            (&eight(), Spoken::Hours(2_500), 2_500),
            (&eight(), Spoken::Minutes(90_000), 1_500),
            (&six, Spoken::Days(1_000), 6_000),
            (&six, Spoken::Days(500), 3_000),
            (&six, Spoken::Minutes(45_000), 1_000),
            (&six, Spoken::Minutes(90_000), 2_000),
            (&six, Spoken::Hours(3_000), 4_000),
            (&school, Spoken::Days(500), 3_500),
            (&school, Spoken::Days(1_500), 11_500),
            (&school, Spoken::Days(2_000), 16_000),
            (&province, Spoken::Minutes(10_000), 250),
            (&province, Spoken::Minutes(15_000), 250),
            (&province, Spoken::Minutes(16_000), 500),
            (&province, Spoken::Minutes(29_000), 500),
            (&province, Spoken::Minutes(30_000), 1_000),
            (&province, Spoken::Hours(500), 1_000),
            (&province, Spoken::Minutes(45_000), 1_000),
            (&province, Spoken::Minutes(90_000), 1_500),
            (&province, Spoken::Hours(2_000), 2_000),
            (&province, Spoken::Minutes(500), 250),
            (&province, Spoken::Minutes(0), 0),
        ] {
            let found = rule.convert(spoken, Measure::ClassHours);
            assert_eq!(found, Some(Amount(class_hours)), "{spoken:?} by {rule:?}");
        }
        let days = eight().convert(Spoken::Hours(4_000), Measure::Days);
        assert_eq!(days, Some(Amount(500)));
        for measure in [Measure::Households, Measure::Times, Measure::Topics] {
            assert_eq!(eight().convert(Spoken::Days(1_000), measure), None);
        }
    }

    #[test]
    fn days_come_back_from_their_class_hours() {
        for rule in [
            eight(),
            rule(6_000, 3_000, 60, &[]),
            rule(8_000, 3_500, 60, &[]),
        ] {
            for halves in 0..20 {
                let days = Amount(halves * HALF);
                assert_eq!(rule.in_days(rule.of_days(days)), days, "{rule:?}");
            }
        }
    }

    #[test]
    fn days_are_shown_to_a_tenth() {
        assert_eq!(eight().as_days(Amount(35_000)), Amount(4_400));
        assert_eq!(eight().as_days(Amount(28_000)), Amount(3_500));
    }
}
