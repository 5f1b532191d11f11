//! A month that somebody asks to see: "上个月", "3月的", "看3月份明细", "last month", "지난달".
//!
//! Only a text that is nothing but that asks for one: "上个月学了3天" speaks of study. A month that is not over
//! the year's end yet is the latest one of its name: in March, 12月 is December last.

use chrono::{Datelike, NaiveDate};

use super::plain;
use crate::domain::month::Month;

/// The longest text that can be one, in characters.
const LONGEST: usize = 24;

/// What may stand before the month, spaces taken out.
const BEFORE: [&str; 17] = [
    "给我看",
    "我要看",
    "我想看",
    "看一下",
    "查一下",
    "看看",
    "查看",
    "看",
    "查",
    "我的",
    "showme",
    "show",
    "my",
    "the",
    "in",
    "for",
    "나의",
];

/// What may stand behind it without a meaning of its own.
const BEHIND: [&str; 7] = ["的", "份", "please", "의", "을", "를", "보기"];

/// What names the list itself: alone it asks for the present month.
const LIST: [&str; 18] = [
    "学习记录",
    "学习记錄",
    "学习明细",
    "学习明細",
    "历史记录",
    "历史记錄",
    "明细",
    "明細",
    "记录",
    "记錄",
    "history",
    "entries",
    "records",
    "details",
    "명세",
    "내역",
    "기록",
    "학습기록",
];

/// Months told from today, and how many they lie back.
const RELATIVE: [(&str, u32); 19] = [
    ("这个月", 0),
    ("这月", 0),
    ("本月", 0),
    ("当月", 0),
    ("上个月", 1),
    ("上月", 1),
    ("上上个月", 2),
    ("上上月", 2),
    ("thismonth", 0),
    ("lastmonth", 1),
    ("previousmonth", 1),
    ("이번달", 0),
    ("이달", 0),
    ("금월", 0),
    ("지난달", 1),
    ("저번달", 1),
    ("전달", 1),
    ("지지난달", 2),
    ("저저번달", 2),
];

const CHINESE: [&str; 12] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
];

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month that the text asks to see, written on that day; `None` if it asks for none.
pub fn month(text: &str, today: NaiveDate) -> Option<Month> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let plain = plain::plain(text);
    let mut rest = plain.replace([' ', ','], "");
    let mut list = false;
    while let Some(left) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = left.to_owned();
    }
    loop {
        if let Some(left) = LIST.iter().find_map(|word| rest.strip_suffix(word)) {
            list = true;
            rest = left.to_owned();
        } else if let Some(left) = BEHIND.iter().find_map(|word| rest.strip_suffix(word)) {
            rest = left.to_owned();
        } else {
            break;
        }
    }
    let this = Month::of(today);
    if rest.is_empty() {
        return list.then_some(this);
    }
    let relative = RELATIVE.iter().find(|(word, _)| *word == rest);
    relative
        .map(|(_, back)| this.back(*back))
        .or_else(|| dated(&rest, today))
}

/// "3月", "三月", "2014年3月", "去年12月", "2014-03", "march", "march2014", "3월".
fn dated(text: &str, today: NaiveDate) -> Option<Month> {
    let latest = |number: u32| {
        let month = Month::new(today.year(), number)?;
        if month > Month::of(today) {
            Month::new(today.year() - 1, number)
        } else {
            Some(month)
        }
    };
    if let Some(number) = numbered(text) {
        return latest(number);
    }
    for (word, back) in [("今年", 0), ("去年", 1), ("올해", 0), ("작년", 1)] {
        if let Some(number) = text.strip_prefix(word).and_then(numbered) {
            return Month::new(today.year() - back, number);
        }
    }
    for mark in ["年", "년"] {
        if let Some((year, rest)) = text.split_once(mark) {
            return Month::new(whole(year, 4)?, numbered(rest)?);
        }
    }
    for mark in ['-', '/', '.'] {
        if let Some((year, number)) = text.split_once(mark)
            && year.len() == 4
        {
            return Month::new(whole(year, 4)?, u32::try_from(whole(number, 2)?).ok()?);
        }
    }
    let letters = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = english(letters)?;
    match text.strip_prefix(letters) {
        None | Some("") => latest(number),
        Some(year) if year.len() == 4 => Month::new(whole(year, 4)?, number),
        Some(_) => None,
    }
}

/// "3月", "三月", "3월": its number.
fn numbered(text: &str) -> Option<u32> {
    let number = text
        .strip_suffix('月')
        .or_else(|| text.strip_suffix('월'))?;
    let at = CHINESE.iter().position(|word| *word == number);
    match at {
        Some(at) => u32::try_from(at + 1).ok(),
        None => u32::try_from(whole(number, 2)?)
            .ok()
            .filter(|number| (1..=12).contains(number)),
    }
}

/// An English name in full, or its first three letters.
fn english(text: &str) -> Option<u32> {
    let is = |name: &str| name == text || (text.len() == 3 && name.starts_with(text));
    let at = ENGLISH.iter().position(|name| is(name))?;
    u32::try_from(at + 1).ok()
}

/// A number of at most so many figures, and nothing else.
fn whole(text: &str, most: usize) -> Option<i32> {
    let figures = !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    (figures && text.len() <= most)
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reply::{Heard, Reading, leave, read};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2014, 3, 4).unwrap()
    }

    #[test]
    fn a_month_is_read_in_four_languages_and_is_no_answer_about_study() {
        for (text, digits) in [
            ("上个月", "201402"),
            ("上個月", "201402"),
            ("上月的", "201402"),
            ("看上个月的明细", "201402"),
            ("上上个月", "201401"),
            ("这个月", "201403"),
            ("本月", "201403"),
            ("3月", "201403"),
            ("３月的", "201403"),
            ("三月份", "201403"),
            ("2月份学习记录", "201402"),
            ("12月", "201312"),
            ("十二月的", "201312"),
            ("2014年2月", "201402"),
            ("去年12月的", "201312"),
            ("2014-02", "201402"),
            ("明细", "201403"),
            ("我的明細", "201403"),
            ("學習記錄", "201403"),
            ("last month", "201402"),
            ("Last month, please", "201402"),
            ("show me February", "201402"),
            ("feb 2014", "201402"),
            ("my history", "201403"),
            ("in March", "201403"),
            ("지난달", "201402"),
            ("지난 달 기록", "201402"),
            ("2월", "201402"),
            ("2014년 2월의 명세", "201402"),
            ("이번 달", "201403"),
            ("내역", "201403"),
        ] {
            let found = month(text, today()).map(Month::digits);
            assert_eq!(found.as_deref(), Some(digits), "{text}");
            // Who asks this must not be taken to answer the question about study.
            assert_eq!(read(text, today()), Reading::Unclear, "{text}");
            assert_eq!(leave(text, today()), Heard::NoLeave, "{text}");
        }
    }

    #[test]
    fn anything_more_is_not_a_month() {
        for text in [
            "",
            "的",
            "看",
            "my",
            "3",
            "上个月学了3天",
            "上个月没学",
            "3月3日",
            "3月3日半天",
            "3个月",
            "13月",
            "0月",
            "2月27日两个半小时",
            "请假到3月",
            "last",
            "ma",
            "marching",
            "last month 3 days",
            "지난달 3일",
            "2월 3일 반일",
            "20140-2",
            "99999999999年3月",
            "半天",
            "你好",
            "记录3学时",
        ] {
            assert_eq!(month(text, today()), None, "{text}");
        }
    }
}
