//! What people write who want more time for an item: "申请延期到7月15日,因为资金未到位", with its number before it or
//! not. The day is read as ledgers write one ([`super::deadline`]), else as people say one; the reason is what stands
//! behind 因为, 由于, because or 이유는, or before 때문에.

use chrono::NaiveDate;

use super::deadline::{self, Deadline, Span};
use super::reply;

/// The longest text that is looked at, in characters.
const LONGEST: usize = 300;

/// The longest number of a ledger, in characters.
const LONGEST_NO: usize = 12;

/// Words that speak of more time.
const MORE_TIME: [&str; 9] = [
    "延期",
    "延长",
    "延長",
    "展延",
    "extension",
    "extend",
    "연기",
    "연장",
    "postpone",
];

/// Words that ask for something; a text without a number must hold one too.
const ASKS: [&str; 12] = [
    "申请", "申請", "请求", "請求", "要求", "希望", "ask", "request", "apply", "need", "신청",
    "요청",
];

/// Words before a reason; the longer of two that begin alike stands first.
const BECAUSE: [&str; 17] = [
    "因为",
    "因為",
    "由于",
    "由於",
    "原因是",
    "原因:",
    "理由是",
    "理由:",
    "because of",
    "because",
    "due to",
    "since",
    "reason:",
    "이유는",
    "이유:",
    "사유는",
    "사유:",
];

/// Words behind a reason, and what of them is kept with it.
const THEREFORE: [(&str, &str); 5] = [
    ("때문에", "때문"),
    ("까닭에", "까닭"),
    ("관계로", "관계"),
    ("사정으로", "사정"),
    ("因此", ""),
];

/// What stands between two statements.
const STOPS: [char; 6] = [',', ';', '.', '\n', '、', '。'];

/// A wish for more time, as far as it is understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The item's number; `None`: not said.
    pub no: Option<String>,
    /// Until when.
    pub to: When,
    /// Why; empty: not said.
    pub why: String,
}

/// Until when somebody wants more time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Not said.
    #[default]
    Unsaid,
    /// Said, but no day that is clear.
    Unclear,
    /// Until that day.
    Day(NaiveDate),
}

/// Reads a text said at any time; `None`: it does not ask for more time.
pub fn said(text: &str, campaign: Span, today: NaiveDate) -> Option<Said> {
    let plain = plain(text)?;
    let lower = plain.to_lowercase();
    if !MORE_TIME.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let said = read(&plain, campaign, today, false);
    let asks = said.no.is_some() || ASKS.iter().any(|word| lower.contains(word));
    asks.then_some(said)
}

/// Reads the answer to "until when, and why?".
pub fn answer(text: &str, campaign: Span, today: NaiveDate) -> Said {
    plain(text).map_or_else(Said::default, |plain| read(&plain, campaign, today, true))
}

/// Reads a day alone: the answer to "by when?".
pub fn day(text: &str, campaign: Span, today: NaiveDate) -> Option<NaiveDate> {
    one_day(plain(text)?.as_str(), campaign, today)
}

/// The text without the differences that mean nothing; `None` if it is too long to be meant so.
fn plain(text: &str) -> Option<String> {
    (text.chars().count() <= LONGEST).then(|| {
        let signs = text.trim().chars().map(|sign| match sign {
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '．' => '.',
            '＃' => '#',
            '０'..='９' => {
                char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0')).unwrap_or(sign)
            }
            sign => sign,
        });
        signs.collect()
    })
}

fn read(text: &str, campaign: Span, today: NaiveDate, is_answer: bool) -> Said {
    let (rest, why) = without_reason(text);
    let (rest, no) = without_number(&rest);
    let to = when(&rest, campaign, today, is_answer);
    Said { no, to, why }
}

/// The text without its reason, and the reason.
fn without_reason(text: &str) -> (String, String) {
    // ASCII letters alone change their case: every byte stays where it was.
    let lower = text.to_ascii_lowercase();
    let found = BECAUSE
        .iter()
        .filter_map(|word| Some((lower.find(word)?, word.len())))
        .min_by_key(|(at, len)| (*at, usize::MAX - len));
    if let Some((at, len)) = found {
        let (before, after) = (&text[..at], &text[at + len..]);
        // "因为资金未到位,申请延期到7月15日": the wish stands behind it.
        let wish = MORE_TIME
            .iter()
            .filter_map(|word| lower[at..].find(word))
            .min();
        let end = wish.and_then(|wish| text[at..at + wish].rfind(STOPS));
        let (why, behind) = match end {
            Some(end) if at + end >= at + len => (&text[at + len..at + end], &text[at + end..]),
            _ => (after, ""),
        };
        return (format!("{before} {behind}"), tidy(why));
    }
    for (word, kept) in THEREFORE {
        let Some(at) = text.find(word) else {
            continue;
        };
        let start = text[..at].rfind(STOPS).map_or(0, |stop| {
            stop + text[stop..].chars().next().map_or(1, char::len_utf8)
        });
        let (number, _) = numbered(&text[start..at]).map_or((0, ""), |(range, no)| (range.end, no));
        let why = format!("{}{kept}", &text[start + number..at]);
        let rest = format!("{} {}", &text[..start + number], &text[at + word.len()..]);
        return (rest, tidy(&why));
    }
    (text.to_owned(), String::new())
}

/// A reason without what stood around it.
fn tidy(why: &str) -> String {
    let why =
        why.trim_matches(|sign: char| sign.is_whitespace() || STOPS.contains(&sign) || sign == ':');
    why.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without the number of the item, and the number.
fn without_number(text: &str) -> (String, Option<String>) {
    match numbered(text) {
        Some((range, no)) => {
            let no = no.to_owned();
            (
                format!("{} {}", &text[..range.start], &text[range.end..]),
                Some(no),
            )
        }
        None => (text.to_owned(), None),
    }
}

/// Where the number of an item stands, with its sign, and the number: "7号", "7번", "item 7", "No. 7", "#7". The
/// day of a month ("7月15号") is none.
fn numbered(text: &str) -> Option<(std::ops::Range<usize>, &str)> {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    for (at, sign) in text.char_indices() {
        if !matches!(sign, '号' | '號' | '번' | '호') {
            continue;
        }
        let head = &text[..at];
        let start = head
            .char_indices()
            .rev()
            .take_while(|(_, sign)| is_part(*sign))
            .last()
            .map(|(start, _)| start);
        let Some(start) = start.filter(|start| at - start <= LONGEST_NO) else {
            continue;
        };
        let before = text[..start].trim_end().chars().next_back();
        let is_day = matches!(before, Some('月' | '월' | '到' | '至' | '本' | '下'));
        if !is_day && head[start..].chars().any(|sign| sign.is_ascii_digit()) {
            return Some((start..at + sign.len_utf8(), &head[start..]));
        }
    }
    let lower = text.to_ascii_lowercase();
    for mark in ["item ", "no. ", "no.", "no ", "number ", "#"] {
        let Some(at) = lower.find(mark) else {
            continue;
        };
        let start = at + mark.len();
        let len: usize = text[start..]
            .chars()
            .take_while(|sign| is_part(*sign))
            .map(char::len_utf8)
            .sum();
        let no = &text[start..start + len];
        if len <= LONGEST_NO && no.chars().any(|sign| sign.is_ascii_digit()) {
            return Some((at..start + len, no));
        }
    }
    None
}

/// The day that is wished for.
fn when(text: &str, campaign: Span, today: NaiveDate, is_answer: bool) -> When {
    let lower = text.to_ascii_lowercase();
    let mut tried = false;
    let mut candidates: Vec<&str> = Vec::new();
    for mark in ["到", "至", "为", "為", " until ", " till ", " to ", " by "] {
        if let Some(at) = lower.rfind(mark) {
            tried = true;
            let behind = &text[at + mark.len()..];
            candidates.push(behind.split(STOPS).next().unwrap_or(behind));
            candidates.push(behind);
        }
    }
    if let Some(at) = text.find("까지") {
        tried = true;
        let before = &text[..at];
        candidates.push(before.rsplit(STOPS).next().unwrap_or(before));
    }
    for word in MORE_TIME {
        if let Some(at) = lower.find(word) {
            let behind = &text[at + word.len()..];
            candidates.push(behind);
            candidates.push(behind.split(STOPS).next().unwrap_or(behind));
            candidates.push(text[..at].split(STOPS).next().unwrap_or_default());
        }
    }
    let clauses: Vec<&str> = text.split(STOPS).collect();
    if is_answer {
        candidates.push(text);
        candidates.extend(clauses);
    }
    let found = candidates
        .iter()
        .find_map(|words| one_day(words, campaign, today));
    let is_said = tried || (is_answer && !tidy(text).is_empty());
    match found {
        Some(day) => When::Day(day),
        None if is_said => When::Unclear,
        None => When::Unsaid,
    }
}

fn one_day(words: &str, campaign: Span, today: NaiveDate) -> Option<NaiveDate> {
    let words = tidy(words);
    if words.is_empty() {
        return None;
    }
    match deadline::read(&words, &campaign) {
        Ok(Deadline::On(day)) => Some(day),
        Ok(Deadline::Immediate | Deadline::Ongoing) => None,
        Err(_) => reply::coming_day(&words, today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    fn campaign() -> Span {
        Span {
            start: day("2014-01-20"),
            end: day("2014-09-30"),
        }
    }

    #[test]
    fn a_wish_is_read_in_four_languages_with_its_number_or_without() {
        for (text, no, to, why) in [
            (
                "申请延期到7月15日,因为资金未到位",
                None,
                "2014-07-15",
                "资金未到位",
            ),
            (
                "7号申请延期到7月15日，因为资金未到位。",
                Some("7"),
                "2014-07-15",
                "资金未到位",
            ),
            (
                "申请7号延期至6月底前，由于天气,不能施工",
                Some("7"),
                "2014-06-30",
                "天气,不能施工",
            ),
            (
                "因为资金未到位，7号申请延期到7月15号",
                Some("7"),
                "2014-07-15",
                "资金未到位",
            ),
            (
                "7號申請延期到7月15日，因為經費未到",
                Some("7"),
                "2014-07-15",
                "經費未到",
            ),
            (
                "A-12号延期到下周五 原因：等批复",
                Some("A-12"),
                "2014-03-14",
                "等批复",
            ),
            (
                "Item 7: I ask for an extension to 15 July because funds are late",
                Some("7"),
                "2014-07-15",
                "funds are late",
            ),
            (
                "extend no. 7 until 2014-07-15, due to rain",
                Some("7"),
                "2014-07-15",
                "rain",
            ),
            (
                "7번 7월 15일까지 연기 신청합니다. 이유: 자금 미도착",
                Some("7"),
                "2014-07-15",
                "자금 미도착",
            ),
            (
                "7번 자금이 오지 않았기 때문에 7월 15일까지 연기를 신청합니다",
                Some("7"),
                "2014-07-15",
                "자금이 오지 않았기 때문",
            ),
            ("申请延期到7月15日", None, "2014-07-15", ""),
        ] {
            let expected = Said {
                no: no.map(str::to_owned),
                to: When::Day(day(to)),
                why: why.to_owned(),
            };
            assert_eq!(
                said(text, campaign(), day("2014-03-03")),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_missing_or_unclear_is_said_to_be() {
        for (text, to, why) in [
            ("7号申请延期", When::Unsaid, ""),
            ("7号申请延期，因为没有钱", When::Unsaid, "没有钱"),
            ("7号申请延期到以后再说", When::Unclear, ""),
            ("7号申请延期到2月30日", When::Unclear, ""),
            ("7号申请延期到长期坚持", When::Unclear, ""),
        ] {
            let found = said(text, campaign(), day("2014-03-03")).expect(text);
            assert_eq!((found.to, found.why.as_str()), (to, why), "{text}");
        }
    }

    #[test]
    fn whoever_speaks_of_something_else_is_not_heard() {
        let long = "7号延期".repeat(100);
        for text in [
            "半天",
            "学习会延期了",
            "请假三天",
            "7号",
            "",
            "구월 연기",
            long.as_str(),
        ] {
            assert_eq!(said(text, campaign(), day("2014-03-03")), None, "{text}");
        }
    }

    #[test]
    fn an_answer_may_leave_the_wish_out() {
        let read = |text| answer(text, campaign(), day("2014-03-03"));
        for (text, to, why) in [
            ("7月15日", When::Day(day("2014-07-15")), ""),
            (
                "到7月15日，因为等批复",
                When::Day(day("2014-07-15")),
                "等批复",
            ),
            ("7月15日前，由于下雨", When::Day(day("2014-07-15")), "下雨"),
            (
                "15 July, because of rain",
                When::Day(day("2014-07-15")),
                "rain",
            ),
            ("7월 15일까지", When::Day(day("2014-07-15")), ""),
            ("下周五", When::Day(day("2014-03-14")), ""),
            ("因为等批复", When::Unsaid, "等批复"),
            ("再说吧", When::Unclear, ""),
        ] {
            let found = read(text);
            assert_eq!((found.to, found.why.as_str()), (to, why), "{text}");
        }
        assert_eq!(day_of("6月底前"), Some(day("2014-06-30")));
        assert_eq!(day_of("3月10日 周一"), Some(day("2014-03-10")));
        assert_eq!(day_of("以后"), None);
    }

    fn day_of(text: &str) -> Option<NaiveDate> {
        super::day(text, campaign(), day("2014-03-03"))
    }

    proptest::proptest! {
        #[test]
        fn no_words_make_it_panic(text in "[0-9a-z号月日到延期申请因为때문에까지,。 ]{0,40}") {
            let _ = said(&text, campaign(), day("2014-03-03"));
            let _ = answer(&text, campaign(), day("2014-03-03"));
        }
    }
}
