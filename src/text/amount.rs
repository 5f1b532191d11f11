//! Amounts and sums as people say them: "半天（4学时）", "3.5/7天", "▓▓▓▓▓░░░░░".

use i18n_embed_fl::fl;

use crate::domain::account::Pace;
use crate::domain::amount::{Amount, Measure};
use crate::domain::notice::Standing;

use super::words::Voice;

/// Signs in a bar of progress.
const BAR: i64 = 10;

/// "3学时", "1天", "半天"
pub(super) fn amount(voice: &Voice<'_>, amount: Amount, measure: Measure) -> String {
    let words = voice.words;
    let one = amount == Amount::whole(1);
    let n = || amount.to_string();
    match measure {
        Measure::Days if amount == Amount(500) => fl!(words, "amount-half-day"),
        Measure::Days if one => fl!(words, "amount-one-day"),
        Measure::Days => fl!(words, "amount-days", n = n()),
        Measure::ClassHours if one => fl!(words, "amount-one-class-hour"),
        Measure::ClassHours => fl!(words, "amount-class-hours", n = n()),
        Measure::Times if one => fl!(words, "amount-once"),
        Measure::Times => fl!(words, "amount-times", n = n()),
        Measure::Households if one => fl!(words, "amount-one-household"),
        Measure::Households => fl!(words, "amount-households", n = n()),
        Measure::Topics if one => fl!(words, "amount-one-topic"),
        Measure::Topics => fl!(words, "amount-topics", n = n()),
    }
}

/// What somebody owes of the duty, in what it is shown in: "7天"; as it is counted if that would not be exact.
pub(super) fn owed(voice: &Voice<'_>, duty: &str, owed: Amount) -> String {
    let measure = voice.measure(duty);
    let shown_in = voice
        .campaign
        .duty(duty)
        .map_or(measure, |duty| duty.shown_in);
    let shown = convert(voice, owed, measure, shown_in);
    if measure == Measure::ClassHours
        && voice.campaign.class_hours.per_day.scaled(shown.0, 1000) != owed
    {
        return amount(voice, owed, measure);
    }
    amount(voice, shown, shown_in)
}

/// An entry of the duty: whole and half days by their name with the class hours they stand for, all else as it is
/// counted.
pub(super) fn entry(voice: &Voice<'_>, duty: &str, entry: Amount) -> String {
    let measure = voice.measure(duty);
    let counted = amount(voice, entry, measure);
    if measure != Measure::ClassHours {
        return counted;
    }
    let rule = &voice.campaign.class_hours;
    let days = rule.in_days(entry);
    let halves = days.0 > 0 && days.0 % 500 == 0 && rule.of_days(days) == entry;
    if halves {
        let days = amount(voice, days, Measure::Days);
        fl!(
            voice.words,
            "amount-in-class-hours",
            amount = days,
            class_hours = counted
        )
    } else {
        counted
    }
}

/// An amount of the duty as its sums are shown where that is exact to half a day, else as it is counted: "2天",
/// "5学时".
pub(super) fn shown(voice: &Voice<'_>, duty: &str, of_duty: Amount) -> String {
    let measure = voice.measure(duty);
    let shown_in = voice
        .campaign
        .duty(duty)
        .map_or(measure, |duty| duty.shown_in);
    let converted = convert(voice, of_duty, measure, shown_in);
    let exact = convert(voice, converted, shown_in, measure) == of_duty;
    if exact && (measure == shown_in || converted.0 % 500 == 0) {
        amount(voice, converted, shown_in)
    } else {
        amount(voice, of_duty, measure)
    }
}

/// "3.5/7天"; without a target only what there is: "12学时".
pub(super) fn sum(voice: &Voice<'_>, standing: &Standing) -> String {
    let measure = voice.measure(&standing.duty);
    let shown_in = voice
        .campaign
        .duty(&standing.duty)
        .map_or(measure, |duty| duty.shown_in);
    let as_shown = |sum: Amount| convert(voice, sum, measure, shown_in);
    match target(standing) {
        None => amount(voice, as_shown(standing.counted), shown_in),
        Some(whole) => {
            let (counted, target) = (as_shown(standing.counted), as_shown(whole));
            // Rounded to a tenth, a sum just short of its target would look as if it had met it.
            if counted >= target && standing.counted < whole {
                fraction(voice, standing.counted, whole, measure)
            } else {
                fraction(voice, counted, target, shown_in)
            }
        }
    }
}

/// What is owed of a duty, in what its sums are shown in: "5天".
pub(super) fn target_of(voice: &Voice<'_>, duty: &str, target: Amount) -> String {
    let measure = voice.measure(duty);
    let shown_in = voice
        .campaign
        .duty(duty)
        .map_or(measure, |duty| duty.shown_in);
    amount(voice, convert(voice, target, measure, shown_in), shown_in)
}

/// The sum with how it stands against time: "4/7天 进度正常".
pub(super) fn progress(voice: &Voice<'_>, standing: &Standing) -> String {
    let sum = sum(voice, standing);
    match pace(voice, standing) {
        Some(pace) => fl!(voice.words, "progress", sum = sum, pace = pace),
        None => sum,
    }
}

/// The same with a bar below: "3.5/7天 进度正常", "▓▓▓▓▓░░░░░". On one line the three would wrap on a phone.
pub(super) fn progress_bar(voice: &Voice<'_>, standing: &Standing) -> String {
    let progress = progress(voice, standing);
    match target(standing) {
        Some(whole) => format!("{progress}\n{}", bar(standing.counted, whole)),
        None => progress,
    }
}

/// "1,284"
pub(super) fn count(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut grouped = if n < 0 {
        String::from("-")
    } else {
        String::new()
    };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A target of nothing is none: whoever is exempt has nothing to be measured against.
fn target(standing: &Standing) -> Option<Amount> {
    standing.target.filter(|target| *target > Amount::ZERO)
}

fn fraction(voice: &Voice<'_>, counted: Amount, target: Amount, measure: Measure) -> String {
    let words = voice.words;
    let (counted, target) = (counted.to_string(), target.to_string());
    match measure {
        Measure::Days => fl!(words, "sum-days", counted = counted, target = target),
        Measure::ClassHours => fl!(words, "sum-class-hours", counted = counted, target = target),
        Measure::Times => fl!(words, "sum-times", counted = counted, target = target),
        Measure::Households => fl!(words, "sum-households", counted = counted, target = target),
        Measure::Topics => fl!(words, "sum-topics", counted = counted, target = target),
    }
}

fn convert(voice: &Voice<'_>, sum: Amount, measure: Measure, shown_in: Measure) -> Amount {
    let rule = &voice.campaign.class_hours;
    match (measure, shown_in) {
        (Measure::ClassHours, Measure::Days) => rule.as_days(sum),
        (Measure::Days, Measure::ClassHours) => rule.of_days(sum),
        _ => sum,
    }
}

fn pace(voice: &Voice<'_>, standing: &Standing) -> Option<String> {
    target(standing)?;
    Some(match standing.pace? {
        Pace::Done => fl!(voice.words, "pace-done"),
        Pace::Ahead => fl!(voice.words, "pace-ahead"),
        Pace::On => fl!(voice.words, "pace-on"),
        Pace::Behind => fl!(voice.words, "pace-behind"),
    })
}

/// Full only when the target is met.
fn bar(counted: Amount, target: Amount) -> String {
    let filled = counted
        .0
        .saturating_mul(BAR)
        .checked_div(target.0)
        .unwrap_or(0)
        .clamp(0, BAR);
    (0..BAR)
        .map(|at| if at < filled { '▓' } else { '░' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::text::sample;

    #[test]
    fn half_and_whole_days_are_named_and_odd_hours_are_not() {
        let campaign = sample::campaign();
        for (language, hours, words) in [
            (Language::ZhCn, 4_000, "半天（4学时）"),
            (Language::ZhCn, 8_000, "1天（8学时）"),
            (Language::ZhCn, 12_000, "1.5天（12学时）"),
            (Language::ZhCn, 3_000, "3学时"),
            (Language::ZhTw, 4_000, "半天（4學時）"),
            (Language::En, 4_000, "half a day (4 class hours)"),
            (Language::En, 1_000, "1 class hour"),
            (Language::Ko, 4_000, "반일(4학시)"),
        ] {
            let voice = Voice::new(&campaign, language);
            assert_eq!(entry(&voice, "study", Amount(hours)), words);
        }
    }

    #[test]
    fn topics_are_counted_in_words_of_their_own() {
        let campaign = sample::campaign();
        for (language, one, sum) in [
            (Language::ZhCn, "1个专题", "3/7个专题"),
            (Language::ZhTw, "1個專題", "3/7個專題"),
            (Language::En, "1 topic", "3/7 topics"),
            (Language::Ko, "1개 주제", "3/7개 주제"),
        ] {
            let voice = Voice::new(&campaign, language);
            let topics = |n| Amount::whole(n);
            assert_eq!(amount(&voice, topics(1), Measure::Topics), one);
            let found = fraction(&voice, topics(3), topics(7), Measure::Topics);
            assert_eq!(found, sum);
        }
        let voice = Voice::new(&campaign, Language::ZhCn);
        let seven = amount(&voice, Amount::whole(7), Measure::Topics);
        assert_eq!(seven, "7个专题");
    }

    #[test]
    fn sums_are_shown_with_their_whole() {
        let campaign = sample::campaign();
        let voice = Voice::new(&campaign, Language::ZhCn);
        for (counted, target, pace, words) in [
            (
                28_000,
                Some(56_000),
                Some(Pace::On),
                "3.5/7天 进度正常\n▓▓▓▓▓░░░░░",
            ),
            (
                35_000,
                Some(56_000),
                Some(Pace::Ahead),
                "4.4/7天 进度超前\n▓▓▓▓▓▓░░░░",
            ),
            (
                55_800,
                Some(56_000),
                Some(Pace::On),
                "55.8/56学时 进度正常\n▓▓▓▓▓▓▓▓▓░",
            ),
            (
                60_000,
                Some(56_000),
                Some(Pace::Done),
                "7.5/7天 已达标\n▓▓▓▓▓▓▓▓▓▓",
            ),
            (0, Some(56_000), None, "0/7天\n░░░░░░░░░░"),
            (12_000, None, None, "1.5天"),
            (12_000, Some(0), Some(Pace::Done), "1.5天"),
        ] {
            let standing = Standing {
                duty: "study".to_owned(),
                counted: Amount(counted),
                target: target.map(Amount),
                pace,
                ..Standing::default()
            };
            assert_eq!(progress_bar(&voice, &standing), words);
        }
    }

    #[test]
    fn counts_are_grouped_by_thousands() {
        for (n, text) in [
            (0, "0"),
            (999, "999"),
            (1_284, "1,284"),
            (176_000, "176,000"),
            (-1_000, "-1,000"),
        ] {
            assert_eq!(count(n), text);
        }
    }
}
