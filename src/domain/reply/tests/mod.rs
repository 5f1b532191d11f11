//! Tables of replies, one file a language, one for what must stay unclear. Today is Monday 2014-03-03.

mod chinese;
mod counted;
mod english;
mod korean;
mod leave;
mod properties;
mod unclear;

use chrono::NaiveDate;

use super::Spoken::{ClassHours, Days, Hours, Households, Minutes, Times};
use super::{Reading, Spoken, read};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    date(2014, 3, 3)
}

/// A day of the spring in which the tests take place; "1230" is of the winter before.
fn day(month_day: u32) -> NaiveDate {
    let year = if month_day > 900 { 2013 } else { 2014 };
    date(year, month_day / 100, month_day % 100)
}

/// Fails with every row that is read otherwise, not only the first.
fn check(rows: impl IntoIterator<Item = (&'static str, Reading)>) {
    let wrong: Vec<String> = rows
        .into_iter()
        .filter_map(|(text, want)| {
            let got = read(text, today());
            (got != want).then(|| format!("{text:?}: want {want:?}, got {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Amounts of today.
fn check_today(rows: &[(&'static str, Spoken)]) {
    check(rows.iter().map(|(text, spoken)| {
        (
            *text,
            Reading::Amount {
                spoken: *spoken,
                on: today(),
            },
        )
    }));
}

/// Amounts of a day, as `day` takes it.
fn check_days(rows: &[(&'static str, u32, Spoken)]) {
    check(rows.iter().map(|(text, on, spoken)| {
        (
            *text,
            Reading::Amount {
                spoken: *spoken,
                on: day(*on),
            },
        )
    }));
}

fn check_nothing(rows: &[(&'static str, u32)]) {
    check(
        rows.iter()
            .map(|(text, on)| (*text, Reading::Nothing { on: day(*on) })),
    );
}

fn check_future(rows: &[(&'static str, u32)]) {
    check(
        rows.iter()
            .map(|(text, on)| (*text, Reading::Future { on: day(*on) })),
    );
}

fn check_too_much(rows: &[(&'static str, Spoken)]) {
    check(rows.iter().map(|(text, spoken)| {
        (
            *text,
            Reading::TooMuch {
                spoken: *spoken,
                on: today(),
            },
        )
    }));
}

#[test]
fn a_day_holds_no_more_than_it_holds() {
    check_too_much(&[
        ("25小时", Hours(25_000)),
        ("25学时", ClassHours(25_000)),
        ("100学时", ClassHours(100_000)),
        ("1500分钟", Minutes(1_500_000)),
        ("32天", Days(32_000)),
        ("四十天", Days(40_000)),
        ("25 hours", Hours(25_000)),
        ("100시간", Hours(100_000)),
        ("24小时1分钟", Minutes(1_441_000)),
        ("101次", Times(101_000)),
        ("101户", Households(101_000)),
    ]);
    check_today(&[
        ("24小时", Hours(24_000)),
        ("24学时", ClassHours(24_000)),
        ("31天", Days(31_000)),
        ("1440分钟", Minutes(1_440_000)),
    ]);
}
