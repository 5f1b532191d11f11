//! The one lunar date that the office's rules need: Chinese New Year's day, which the Spring Festival
//! window of household visits (S22) and deadlines such as "before Spring Festival" hang on.

use chrono::NaiveDate;

/// The first year of the table.
const FIRST: i32 = 2000;

/// Day of the year of the first day of the first lunar month, ten years a row from [`FIRST`].
///
/// Computed with the PyPI package `lunar-python` 1.4.8 (MIT). Another program, `lunardate` 0.3.0 (GPL; run to compare,
/// nothing taken from it), gives the same days for all the years it covers, 2000 to 2099. Beijing time.
#[rustfmt::skip]
const DAY_OF_YEAR: [u32; 101] = [
    36, 24, 43, 32, 22, 40, 29, 49, 38, 26, // 2000
    45, 34, 23, 41, 31, 50, 39, 28, 47, 36, // 2010
    25, 43, 32, 22, 41, 29, 48, 37, 26, 44, // 2020
    34, 23, 42, 31, 50, 39, 28, 46, 35, 24, // 2030
    43, 32, 22, 41, 30, 48, 37, 26, 45, 33, // 2040
    23, 42, 32, 50, 39, 28, 46, 35, 24, 43, // 2050
    33, 21, 40, 29, 48, 36, 26, 45, 34, 23, // 2060
    42, 31, 50, 38, 27, 46, 36, 24, 43, 33, // 2070
    22, 40, 29, 48, 37, 26, 45, 34, 24, 41, // 2080
    30, 49, 38, 27, 46, 36, 25, 43, 32, 21, // 2090
    40,                                     // 2100
];

/// Chinese New Year's day of a year from 2000 to 2100; `None` outside the table.
pub fn spring_festival(year: i32) -> Option<NaiveDate> {
    let row = usize::try_from(year.checked_sub(FIRST)?).ok()?;
    NaiveDate::from_yo_opt(year, *DAY_OF_YEAR.get(row)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{DayKind, parse_year};

    #[test]
    fn known_new_year_days() {
        for (year, month, day) in [
            (2000, 2, 5),
            (2014, 1, 31),
            (2015, 2, 19),
            (2024, 2, 10),
            (2026, 2, 17),
            (2033, 1, 31),
            (2034, 2, 19),
            (2100, 2, 9),
        ] {
            assert_eq!(
                spring_festival(year),
                NaiveDate::from_ymd_opt(year, month, day),
                "{year}"
            );
        }
        for outside in [i32::MIN, 1999, 2101, i32::MAX] {
            assert_eq!(spring_festival(outside), None, "{outside}");
        }
    }

    #[test]
    fn every_new_year_lies_from_21_january_to_20_february() {
        for year in 2000..=2100 {
            let day = spring_festival(year).unwrap();
            assert!(day >= NaiveDate::from_ymd_opt(year, 1, 21).unwrap());
            assert!(day <= NaiveDate::from_ymd_opt(year, 2, 20).unwrap());
        }
    }

    #[test]
    fn lunar_years_are_whole_moons_long() {
        for year in 2000..2100 {
            let days =
                (spring_festival(year + 1).unwrap() - spring_festival(year).unwrap()).num_days();
            assert!(
                matches!(days, 353..=355 | 383..=385),
                "{year} has {days} days"
            );
        }
    }

    /// The State Council's holiday begins on New Year's day, its eve, or (2026) two days before.
    #[test]
    fn agrees_with_the_published_holidays() {
        let data = [
            include_str!("../../calendars/cn/2014.json"),
            include_str!("../../calendars/cn/2015.json"),
            include_str!("../../calendars/cn/2016.json"),
            include_str!("../../calendars/cn/2017.json"),
            include_str!("../../calendars/cn/2018.json"),
            include_str!("../../calendars/cn/2019.json"),
            include_str!("../../calendars/cn/2020.json"),
            include_str!("../../calendars/cn/2021.json"),
            include_str!("../../calendars/cn/2022.json"),
            include_str!("../../calendars/cn/2023.json"),
            include_str!("../../calendars/cn/2024.json"),
            include_str!("../../calendars/cn/2025.json"),
            include_str!("../../calendars/cn/2026.json"),
        ];
        for json in data {
            let year = parse_year(json).unwrap();
            let begin = year
                .days
                .iter()
                .find(|day| day.kind == DayKind::Off && day.name == "春节")
                .unwrap()
                .date;
            let lead = (spring_festival(year.year).unwrap() - begin).num_days();
            assert!((0..=2).contains(&lead), "{}: {lead} days", year.year);
        }
    }
}
