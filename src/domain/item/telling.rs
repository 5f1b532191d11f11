//! A new item told in one line: "春阳镇 会议多、文件多 6月底前 周俊哲". The first word may be a unit, and what stands
//! last is who has to do it, after the time limit; what is between is what has to be done. Only what the roster
//! knows is taken for a name; all else stays content, and is shown in the preview.

use chrono::{Days, Months, NaiveDate};

use crate::domain::deadline::{self, Deadline, NotADeadline, Span};

/// What people write before the name of who leads.
const LEAD: [&str; 3] = ["牵头", "牽頭", "lead:"];

/// The longest word that is taken for a name which the roster does not know, in characters.
const LONGEST_NAME: usize = 4;

/// What one line tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The words of a unit.
    pub unit: Option<String>,
    /// What is to be done; may be empty.
    pub content: String,
    /// By when.
    pub deadline: Option<Deadline>,
    /// The name of who has to do it.
    pub responsible: Option<String>,
    /// The name of who leads.
    pub lead: Option<String>,
}

/// The words of a line that may be a unit or a name, to be looked up before it is read: the first, and the last
/// two with what stands before the name of who leads taken off.
pub fn candidates(line: &str) -> (Option<&str>, Vec<&str>) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let names = words.iter().skip(1).rev().take(2);
    (
        words.first().copied(),
        names.map(|word| bare(word).1).collect(),
    )
}

/// Whether a word is marked as the lead, and the name in it.
fn bare(word: &str) -> (bool, &str) {
    let lead = LEAD.iter().find_map(|before| {
        let name = word.strip_prefix(before)?;
        Some(name.trim_start_matches([':', '：']))
    });
    lead.filter(|name| !name.is_empty())
        .map_or((false, word), |name| (true, name))
}

/// Reads a line.
pub fn told(
    line: &str,
    today: NaiveDate,
    campaign: &Span,
    is_unit: impl Fn(&str) -> bool,
    is_name: impl Fn(&str) -> bool,
) -> Told {
    let mut told = Told::default();
    let mut words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > 1 && words.first().is_some_and(|word| is_unit(word)) {
        told.unit = Some(words.remove(0).to_owned());
    }
    // What follows the limit is a name, though nobody be known by it: he is asked about.
    if let [first, .., by, name] = words.as_slice()
        && !first.is_empty()
        && !is_name(bare(name).1)
        && name.chars().count() <= LONGEST_NAME
        && limit(name, today, campaign).is_err()
        && limit(by, today, campaign).is_ok()
    {
        told.responsible = Some((*name).to_owned());
        words.pop();
    }
    // From the end: names, then the limit; a word that is neither ends it.
    while words.len() > 1 {
        let Some(word) = words.last().copied() else {
            break;
        };
        let (marked, name) = bare(word);
        if told.deadline.is_none()
            && let Ok(limit) = limit(word, today, campaign)
        {
            told.deadline = Some(limit);
        } else if is_name(name) && marked && told.lead.is_none() {
            told.lead = Some(name.to_owned());
        } else if is_name(name) && !marked && told.responsible.is_none() {
            told.responsible = Some(name.to_owned());
        } else {
            break;
        }
        words.pop();
    }
    told.content = words.join(" ");
    told
}

/// A time limit, as offices write it or counted from today: "6月底前", "2周", "10天内".
///
/// # Errors
/// Why it is none.
pub fn limit(text: &str, today: NaiveDate, campaign: &Span) -> Result<Deadline, NotADeadline> {
    deadline::read(text, campaign).or_else(|why| counted(text, today).map(Deadline::On).ok_or(why))
}

/// "10天内", "两周", "1个月", "2 weeks", "2주": the day so long after today.
fn counted(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let bare: String = text
        .to_lowercase()
        .chars()
        .filter(|sign| !sign.is_whitespace())
        .collect();
    let bare = ["以内", "以內", "之内", "之內", "内", "內", "이내"]
        .iter()
        .find_map(|after| bare.strip_suffix(after))
        .unwrap_or(&bare);
    let end = bare.find(|sign: char| {
        !sign.is_ascii_digit() && !"一二两兩三四五六七八九十半".contains(sign)
    })?;
    let (figures, unit) = bare.split_at_checked(end)?;
    let count = match figures {
        "一" => 1,
        "二" | "两" | "兩" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        "十" => 10,
        "半" if matches!(unit, "个月" | "個月") => {
            return today.checked_add_days(Days::new(15));
        }
        digits => digits
            .parse()
            .ok()
            .filter(|count| (1..=366).contains(count))?,
    };
    match unit {
        "天" | "日" | "day" | "days" | "일" => today.checked_add_days(Days::new(count)),
        "周" | "週" | "星期" | "个星期" | "個星期" | "week" | "weeks" | "주" | "주일" => {
            today.checked_add_days(Days::new(count * 7))
        }
        "个月" | "個月" | "month" | "months" | "개월" => {
            today.checked_add_months(Months::new(u32::try_from(count).ok()?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    fn span() -> Span {
        Span {
            start: day("2014-01-20"),
            end: day("2014-09-30"),
        }
    }

    fn read(line: &str) -> Told {
        let unit = |word: &str| ["春阳镇", "汪清县"].contains(&word);
        let name = |word: &str| ["周俊哲", "李兰"].contains(&word);
        told(line, day("2014-03-03"), &span(), unit, name)
    }

    #[test]
    fn one_line_tells_unit_content_limit_and_people() {
        let june = Some(Deadline::On(day("2014-06-30")));
        let two_weeks = Some(Deadline::On(day("2014-03-17")));
        for (line, unit, content, deadline, responsible, lead) in [
            (
                "春阳镇 会议多、文件多 6月底前 周俊哲",
                "春阳镇",
                "会议多、文件多",
                june,
                "周俊哲",
                "",
            ),
            ("会议多、文件多 6月底前", "", "会议多、文件多", june, "", ""),
            (
                "会议多 文件多 周俊哲 6月底前",
                "",
                "会议多 文件多",
                june,
                "周俊哲",
                "",
            ),
            (
                "春阳镇 路灯不亮 2周 李兰 牵头周俊哲",
                "春阳镇",
                "路灯不亮",
                two_weeks,
                "李兰",
                "周俊哲",
            ),
            ("路灯不亮 牵头：周俊哲", "", "路灯不亮", None, "", "周俊哲"),
            (
                "路灯不亮 立行立改",
                "",
                "路灯不亮",
                Some(Deadline::Immediate),
                "",
                "",
            ),
            ("路灯不亮 6月底前 张三", "", "路灯不亮", june, "张三", ""),
            ("路灯不亮 张三", "", "路灯不亮 张三", None, "", ""),
            ("春阳镇", "", "春阳镇", None, "", ""),
            ("春阳镇 周俊哲", "春阳镇", "周俊哲", None, "", ""),
            (
                "周俊哲 说明情况 3月底前",
                "",
                "周俊哲 说明情况",
                Some(Deadline::On(day("2014-03-31"))),
                "",
                "",
            ),
            ("修路 尽快", "", "修路 尽快", None, "", ""),
            ("", "", "", None, "", ""),
        ] {
            let some = |word: &str| (!word.is_empty()).then(|| word.to_owned());
            let expected = Told {
                unit: some(unit),
                content: content.to_owned(),
                deadline,
                responsible: some(responsible),
                lead: some(lead),
            };
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn only_the_first_word_and_the_last_two_are_looked_up() {
        for (line, unit, names) in [
            (
                "春阳镇 会议多 6月底前 周俊哲",
                Some("春阳镇"),
                vec!["周俊哲", "6月底前"],
            ),
            ("路灯 李兰 牵头周俊哲", Some("路灯"), vec!["周俊哲", "李兰"]),
            ("路灯", Some("路灯"), vec![]),
            ("", None, vec![]),
        ] {
            assert_eq!(candidates(line), (unit, names), "{line}");
        }
    }

    #[test]
    fn a_limit_is_a_date_or_counted_from_today() {
        for (text, limit_on) in [
            ("6月30日前", Some("2014-06-30")),
            ("1周", Some("2014-03-10")),
            ("两周内", Some("2014-03-17")),
            ("10天内", Some("2014-03-13")),
            ("1个月", Some("2014-04-03")),
            ("三個月內", Some("2014-06-03")),
            ("2 weeks", Some("2014-03-17")),
            ("2주", Some("2014-03-17")),
            ("0天", None),
            ("999天", None),
            ("几天", None),
            ("天", None),
            ("", None),
        ] {
            let found = limit(text, day("2014-03-03"), &span()).ok();
            let expected = limit_on.map(|on| Deadline::On(day(on)));
            assert_eq!(found, expected, "{text}");
        }
    }
}
