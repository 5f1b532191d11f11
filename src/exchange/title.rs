//! A column's title: how it is compared, and which column it names.

use super::vocabulary::Words;
use super::width::narrow;

/// A column's title as it is compared: half-width, lower case, what stands in brackets left out,
/// letters and digits only. `*姓 名`, `手机号码（必填）` and `Unit_Name` become 姓名, 手机号码, unitname.
pub(super) fn label(text: &str) -> String {
    let mut depth = 0_usize;
    let mut label = String::new();
    for symbol in narrow(text).chars() {
        match symbol {
            '(' | '[' | '【' | '〔' | '{' => depth += 1,
            ')' | ']' | '】' | '〕' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && symbol.is_alphanumeric() => label.extend(symbol.to_lowercase()),
            _ => {}
        }
    }
    label
}

/// The column that a title names, and how sure the name is (0 the surest); `手机/电话` names one if its parts agree.
pub(super) fn recognised<C: Copy + PartialEq>(
    text: &str,
    vocabulary: &[Words<C>],
) -> Option<(C, usize)> {
    let named = |title: &str| {
        let title = label(title);
        vocabulary.iter().find_map(|words| {
            words
                .names
                .split_whitespace()
                .position(|name| name == title)
                .map(|rank| (words.column, rank))
        })
    };
    named(text).or_else(|| {
        let mut parts = text.split(['/', '／', '、', '或']).map(named);
        let first = parts.next()??;
        parts
            .all(|part| part.is_some_and(|(column, _)| column == first.0))
            .then_some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::{ROSTER, RosterColumn as Column};
    use super::*;

    #[test]
    fn labels_forget_how_they_were_written() {
        for (written, expected) in [
            ("手机号码（必填）", "手机号码"),
            ("姓 名", "姓名"),
            ("*姓\n名：", "姓名"),
            ("【必填】ＮＡＭＥ", "name"),
            ("Unit_Name", "unitname"),
            ("是否班子成员?", "是否班子成员"),
        ] {
            assert_eq!(label(written), expected, "{written:?}");
        }
    }

    #[test]
    fn parts_of_a_title_must_agree() {
        let column = |text: &str| recognised(text, ROSTER).map(|(column, _)| column);
        assert_eq!(column("手机/电话"), Some(Column::Phone));
        assert_eq!(column("姓名、职务"), None);
        assert_eq!(column("家庭住址"), None);
    }
}
