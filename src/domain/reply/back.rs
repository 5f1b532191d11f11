//! What people write when they are back, or will not be away after all: "销假", "取消请假", "휴가 취소".

use super::plain;

/// The whole text is one of these; anything else about leave is read as leave. Spaces do not count.
const WORDS: [&str; 40] = [
    "销假",
    "我销假",
    "我来销假",
    "已销假",
    "申请销假",
    "取消请假",
    "撤销请假",
    "取消休假",
    "取消出差",
    "撤销出差",
    "不请假了",
    "不出差了",
    "出差回来了",
    "休假回来了",
    "提前回来了",
    "銷假",
    "我銷假",
    "已銷假",
    "取消請假",
    "撤銷請假",
    "取消休假了",
    "撤銷出差",
    "不請假了",
    "出差回來了",
    "休假回來了",
    "提前回來了",
    "cancelleave",
    "cancelmyleave",
    "cancelthetrip",
    "cancelmytrip",
    "endleave",
    "endmyleave",
    "backfromleave",
    "iambackfromleave",
    "i'mbackfromleave",
    "휴가취소",
    "청가취소",
    "출장취소",
    "휴가를취소합니다",
    "청가를취소합니다",
];

/// Whether the writer says that a leave of his is over, or will not be.
pub fn is_back(text: &str) -> bool {
    let plain = plain::plain(text);
    let text: String = plain
        .chars()
        .filter(|sign| !sign.is_whitespace() && !"。.,，!！~了".contains(*sign))
        .collect();
    WORDS.iter().any(|word| word.replace('了', "") == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_leave_is_said_in_few_words() {
        for (text, expected) in [
            ("销假", true),
            (" 取消请假 。", true),
            ("我销假了", true),
            ("取消請假", true),
            ("銷假", true),
            ("Cancel leave", true),
            ("I'm back from leave.", true),
            ("휴가 취소", true),
            ("请假", false),
            ("请假三天", false),
            ("取消请假三天", false),
            ("小王销假", false),
            ("半天", false),
            ("", false),
            ("了", false),
        ] {
            assert_eq!(is_back(text), expected, "{text}");
        }
    }
}
