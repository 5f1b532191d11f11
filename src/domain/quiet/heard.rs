//! What people write as quiet hours: "20:00-08:30", "20到8", "晚8点到早8点半".

use chrono::NaiveTime;

use super::Quiet;

/// What was written behind the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Nothing: what holds now?
    Asks,
    /// The campaign's again.
    Reset,
    /// From when to when.
    Hours(Quiet),
    /// Something else.
    Unclear,
}

/// Words that end one's own hours.
const RESET: [&str; 14] = [
    "恢复默认",
    "恢复",
    "默认",
    "取消",
    "关闭",
    "不要",
    "恢復預設",
    "恢復",
    "預設",
    "關閉",
    "off",
    "reset",
    "default",
    "기본",
];

/// Signs and words between the two times.
const TO: [&str; 8] = ["-", "—", "–", "~", "～", "到", "至", "to"];

/// Reads it. Nothing is guessed: a time is an hour, with or without minutes.
pub fn heard(text: &str) -> Heard {
    let text = plain(text);
    if text.is_empty() {
        return Heard::Asks;
    }
    if RESET.contains(&text.as_str()) {
        return Heard::Reset;
    }
    let times = TO.iter().find_map(|to| text.split_once(to));
    let Some((from, to)) = times else {
        return Heard::Unclear;
    };
    match (time(from), time(to)) {
        (Some(from), Some(to)) => Heard::Hours(Quiet { from, to }),
        _ => Heard::Unclear,
    }
}

/// Half-width and small, without spaces.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| match sign {
            '０'..='９' => {
                char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0')).unwrap_or(sign)
            }
            '：' => ':',
            '－' => '-',
            sign => sign.to_ascii_lowercase(),
        })
        .collect()
}

/// "8", "20:30", "晚8点半", "오후 8시".
fn time(text: &str) -> Option<NaiveTime> {
    const LATE: [&str; 5] = ["晚上", "晚", "下午", "오후", "밤"];
    const EARLY: [&str; 9] = [
        "第二天早上",
        "第二天",
        "次日",
        "早上",
        "早",
        "上午",
        "아침",
        "오전",
        "다음날",
    ];
    let late = LATE.iter().find_map(|word| text.strip_prefix(word));
    let early = EARLY.iter().find_map(|word| text.strip_prefix(word));
    let (rest, noon) = match (late, early) {
        (Some(rest), _) => (rest, 12),
        (None, rest) => (rest.unwrap_or(text), 0),
    };
    let rest = rest
        .replace("点半", ":30")
        .replace("點半", ":30")
        .replace("시반", ":30");
    let rest = rest.trim_end_matches(['点', '點', '시', '分', '분', '整']);
    let (hour, minute) = rest
        .split_once([':', '点', '點', '시'])
        .unwrap_or((rest, "0"));
    let figure = |text: &str| {
        let plain = (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (hour, minute) = (figure(hour)?, figure(minute)?);
    let hour = if noon > 0 && hour < 12 {
        hour + noon
    } else {
        hour
    };
    // 24:00 is midnight.
    NaiveTime::from_hms_opt(if hour == 24 && minute == 0 { 0 } else { hour }, minute, 0)
}
