//! "改成2学时", "change it to 2 hours", "2학시로 정정": something said before is to become something else.

use super::{LONGEST, plain, words};

/// What stands before the new amount. Of two that fit the longer is taken.
const BEFORE: [&str; 30] = [
    "改成",
    "改为",
    "改到",
    "更正",
    "更正为",
    "更正成",
    "修改为",
    "修改成",
    "请改成",
    "请改为",
    "请更正为",
    "帮我改成",
    "麻烦改成",
    "说错了,改成",
    "说错了,是",
    "写错了,改成",
    "写错了,是",
    "记错了,改成",
    "记错了,是",
    "应该是",
    "应为",
    "change to",
    "change it to",
    "change that to",
    "correct to",
    "correct it to",
    "correction",
    "make it",
    "정정",
    "수정",
];

/// What stands behind it.
const BEHIND: [&str; 12] = [
    "로정정",
    "로수정",
    "로고침",
    "로정정합니다",
    "로수정합니다",
    "로정정해주십시오",
    "로수정해주십시오",
    "로고쳐주십시오",
    "로바꿔주십시오",
    "로정정해주세요",
    "로수정해주세요",
    "로고쳐주세요",
];

/// What it is to become, in plain writing; `None` for a text that corrects nothing.
pub fn correction(text: &str) -> Option<String> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let plain = plain::plain(text);
    let before = BEFORE
        .iter()
        .filter_map(|word| words::length_of(word, &plain))
        .max();
    let rest = match before {
        Some(len) => plain.get(len..)?,
        None => behind(&plain)?,
    };
    let rest = rest.trim_matches([' ', ',']);
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// What stands before the longest of the words behind.
fn behind(plain: &str) -> Option<&str> {
    let closed = plain.trim_end_matches([' ', ',']);
    closed.char_indices().find_map(|(at, _)| {
        let (rest, tail) = closed.split_at_checked(at)?;
        let ends = |word: &str| words::length_of(word, tail) == Some(tail.len());
        BEHIND
            .iter()
            .any(|word| ends(word))
            .then(|| rest.strip_suffix('으').unwrap_or(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::correction;

    #[test]
    fn what_is_to_be_corrected_is_told_from_what_is_said() {
        for (text, rest) in [
            ("改成2学时", Some("2学时")),
            ("改成：2學時", Some("2学时")),
            ("更正为昨天半天。", Some("昨天半天")),
            ("说错了，是3学时", Some("3学时")),
            ("Change it to 2 class hours", Some("2 class hours")),
            ("Correction: half a day", Some("half a day")),
            ("정정: 2학시", Some("2학시")),
            ("2학시로 정정", Some("2학시")),
            ("반일으로 수정해 주십시오", Some("반일")),
            ("改成", None),
            ("2学时", None),
            ("学了改成法2学时", None),
            ("", None),
        ] {
            assert_eq!(correction(text).as_deref(), rest, "{text}");
        }
    }
}
