//! The values that offices write into cells: unit paths, names, phone numbers, yes and no.

use chrono::NaiveDate;

use super::sheet::Cell;
use super::width::{narrow, tight};

/// What separates the levels of a unit's path. `、` too: offices list county、township、branch.
const LEVELS: &[char] = &['/', '>', '\\', '、', '→', '»', '›', '|', '—', '➔'];
/// What separates two units or two phone numbers in one cell.
const LIST: &[char] = &['、', ',', ';', '，', '；', '\n'];
/// A name cell that says that there is nobody.
const NOBODY: &[&str] = &[
    "无",
    "空缺",
    "暂缺",
    "待定",
    "缺位",
    "無",
    "空缺中",
    "none",
    "vacant",
    "n/a",
    "공석",
];

/// The levels of a unit, uppermost first: `敦化市 > 额穆镇` and `敦化市／额穆镇` are the same two.
pub(super) fn unit_path(text: &str) -> Vec<String> {
    narrow(text)
        .split(LEVELS)
        .flat_map(|part| part.split(" - "))
        .map(|part| tight(part.trim_matches([' ', '-', ':', '.', '_'])))
        .filter(|part| !part.is_empty() && !NOBODY.contains(&part.to_lowercase().as_str()))
        .collect()
}

/// Several units in one cell, each as a path; here `、` separates units and not levels.
pub(super) fn unit_list(text: &str) -> Vec<Vec<String>> {
    narrow(text)
        .split(LIST)
        .map(unit_path)
        .filter(|path| !path.is_empty())
        .collect()
}

/// Appends the levels of a narrower column, unless it repeats those already there.
pub(super) fn deepen(path: &mut Vec<String>, narrower: Vec<String>) {
    if narrower.starts_with(path) {
        *path = narrower;
    } else if !path.ends_with(&narrower) {
        path.extend(narrower);
    }
}

/// A person's name; none for an empty cell, a dash, or a post that is vacant.
pub(super) fn name(text: &str) -> Option<String> {
    let name = tight(text);
    let bare = name.trim_matches(['(', ')']).to_lowercase();
    let says_somebody = name.chars().any(char::is_alphabetic) && !NOBODY.contains(&bare.as_str());
    says_somebody.then_some(name)
}

/// A day with its year: a date cell, `2014-03-05`, `2014年3月5日`, `20140305`.
pub(super) fn day(cell: &Cell) -> Option<NaiveDate> {
    if let Cell::Date(day) = cell {
        return Some(*day);
    }
    let text = narrow(&cell.text());
    let figures: Vec<&str> = text
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match figures.as_slice() {
        [year, month, day] if year.len() == 4 => (*year, *month, *day),
        [whole] if whole.len() == 8 => (whole.get(..4)?, whole.get(4..6)?, whole.get(6..)?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The digits of the first phone number in the cell, without `+86`; none if there is no number or Excel
/// has spoilt it (`1.87797E+10`).
pub(super) fn phone(text: &str) -> Option<String> {
    let text = narrow(text);
    let numbers = text.split(LIST).flat_map(|part| part.split('/'));
    numbers
        .map(digits)
        .find(|digits| digits.len() >= 5)
        .filter(|_| !is_exponential(&text))
}

fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let local = digits.strip_prefix("0086").or_else(|| {
        // 86 is the country code only before a whole mobile number or after a plus.
        let abroad = digits.strip_prefix("86")?;
        (number.trim_start().starts_with('+') || abroad.len() == 11).then_some(abroad)
    });
    local.map(str::to_owned).unwrap_or(digits)
}

fn is_exponential(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    lower.split_once("e+").is_some_and(|(mantissa, power)| {
        mantissa.parse::<f64>().is_ok() && power.chars().all(|symbol| symbol.is_ascii_digit())
    })
}

/// What a yes-or-no cell says; none for an empty cell or other words. `also` are further words that mean
/// yes in that column, such as 班子成员 or 已销号.
pub(super) fn yes_or_no(text: &str, also: &[&str]) -> Option<bool> {
    let text = tight(text).to_lowercase();
    let no_marks = [
        '否', '未', '没', '無', '无', '不', '非', '×', '✗', '✘', '✕', '沒',
    ];
    match text.as_str() {
        "" => None,
        "n" | "no" | "0" | "false" | "x" | "-" | "아니오" | "아니요" => Some(false),
        "y" | "yes" | "1" | "true" | "有" | "对" | "對" | "예" | "네" | "o" | "○" | "●" => {
            Some(true)
        }
        words if words.starts_with(no_marks) => Some(false),
        words if words.starts_with(['是', '√', '✓', '✔', '☑']) => Some(true),
        words => also.iter().any(|yes| words.contains(yes)).then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unit_paths() {
        for (text, path) in [
            (
                "汪清县/百草沟镇/第二村党支部",
                &["汪清县", "百草沟镇", "第二村党支部"][..],
            ),
            ("敦化市 > 额穆镇", &["敦化市", "额穆镇"]),
            (
                "敦化市／额穆镇＞ 第一 支部 ",
                &["敦化市", "额穆镇", "第一支部"],
            ),
            ("敦化市->额穆镇", &["敦化市", "额穆镇"]),
            ("敦化市 - 额穆镇", &["敦化市", "额穆镇"]),
            ("敦化市→额穆镇\\支部", &["敦化市", "额穆镇", "支部"]),
            (
                "Yanji City / Dept. of Health",
                &["Yanji City", "Dept. of Health"],
            ),
            (" / ", &[]),
            ("无", &[]),
        ] {
            assert_eq!(unit_path(text), path, "{text:?}");
        }
    }

    #[test]
    fn several_units_in_a_cell() {
        assert_eq!(
            unit_list("汪清县/春阳镇、敦化市；"),
            [vec!["汪清县", "春阳镇"], vec!["敦化市"]]
        );
    }

    #[test]
    fn columns_join_into_one_path() {
        let mut path = unit_path("汪清县");
        deepen(&mut path, unit_path("春阳镇"));
        deepen(&mut path, unit_path("春阳镇"));
        deepen(&mut path, unit_path("汪清县/春阳镇/第一支部"));
        assert_eq!(path, ["汪清县", "春阳镇", "第一支部"]);
    }

    #[test]
    fn names() {
        for (text, expected) in [
            ("陈 善", Some("陈善")),
            (" 崔涛姬 ", Some("崔涛姬")),
            ("Ivan  Petrov", Some("Ivan Petrov")),
            ("李\u{3000}兰", Some("李兰")),
            ("（空缺）", None),
            ("/", None),
            ("", None),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn phones() {
        for (text, expected) in [
            ("１７３６５５００１１４", Some("17365500114")),
            ("152-0291-0499", Some("15202910499")),
            ("152 0291 0499", Some("15202910499")),
            ("+86 15271743655", Some("15271743655")),
            ("008615271743655", Some("15271743655")),
            ("8615271743655", Some("15271743655")),
            ("86152717", Some("86152717")),
            ("13732201313/13900000000", Some("13732201313")),
            ("13732201313、13900000000", Some("13732201313")),
            ("(0433)251-2345", Some("04332512345")),
            ("1.87797E+10", None),
            ("无", None),
        ] {
            assert_eq!(phone(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn yes_and_no() {
        for (text, expected) in [
            ("是", Some(true)),
            ("√", Some(true)),
            ("班子成员", Some(true)),
            ("县级领导班子成员", Some(true)),
            ("１", Some(true)),
            ("Yes", Some(true)),
            ("否", Some(false)),
            ("非班子成员", Some(false)),
            ("×", Some(false)),
            ("N", Some(false)),
            ("", None),
            ("待定", None),
        ] {
            assert_eq!(yes_or_no(text, &["班子"]), expected, "{text:?}");
        }
    }
}
