use proptest::prelude::*;

use super::{Households, Reading, Spoken, Times, read, today};
use crate::domain::reply::{Heard, leave};

/// Pieces of replies, so that random texts come near to meaning something.
const PIECES: [&str; 54] = [
    "昨天",
    "今天",
    "明天",
    "上午",
    "下午",
    "晚上",
    "一",
    "两",
    "三",
    "十",
    "百",
    "半",
    "个",
    "天",
    "日",
    "小时",
    "学时",
    "分钟",
    "点",
    "年",
    "月",
    "号",
    "2",
    "3",
    "30",
    "2014",
    ".",
    "/",
    "-",
    "，",
    " ",
    "学了",
    "没",
    "党史",
    "周三",
    "上周",
    "整",
    "half",
    "a",
    "hours",
    "and a half",
    "March",
    "yesterday",
    "3시간",
    "반",
    "하루",
    "두 ",
    "공부했습니다",
    "次",
    "户",
    "件",
    "times",
    "households",
    "회",
];

fn sound(text: &str) -> Result<(), TestCaseError> {
    match read(text, today()) {
        Reading::Amount { spoken, on } => {
            prop_assert!(spoken.thousandths() > 0, "{text}");
            prop_assert!(spoken.thousandths() <= spoken.ceiling(), "{text}");
            prop_assert!(on <= today(), "{text}");
        }
        Reading::Nothing { on } | Reading::TooMuch { on, .. } => {
            prop_assert!(on <= today(), "{text}");
        }
        Reading::Future { on } => prop_assert!(on > today(), "{text}"),
        Reading::Unclear => {}
    }
    // Whoever speaks of study is never taken to be away.
    if !matches!(read(text, today()), Reading::Unclear) {
        prop_assert!(matches!(leave(text, today()), Heard::NoLeave), "{text}");
    }
    Ok(())
}

/// The same of leave.
const LEAVE_PIECES: [&str; 28] = [
    "请假",
    "出差",
    "假",
    "到",
    "从",
    "起",
    "-",
    "周",
    "周五",
    "下周",
    "下周一",
    "明天",
    "今天",
    "三",
    "3",
    "10",
    "14",
    ".",
    "/",
    "月",
    "日",
    "号",
    "天",
    "个",
    "工作日",
    "까지",
    "휴가",
    " ",
];

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        sound(&text)?;
    }

    #[test]
    fn pieces_of_replies_are_read_soundly(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12)) {
        sound(&pieces.concat())?;
    }

    #[test]
    fn pieces_of_leave_are_read_without_a_panic(pieces in prop::collection::vec(prop::sample::select(&LEAVE_PIECES[..]), 0..9)) {
        let text = pieces.concat();
        let _ = leave(&text, today());
        sound(&text)?;
    }

    #[test]
    fn figures_alone_are_never_an_amount(text in "[0-9０-９]{1,14}([./ ,:-][0-9]{1,4}){0,3}") {
        let counted = matches!(read(&text, today()), Reading::Amount { .. });
        prop_assert!(!counted);
    }

    #[test]
    fn every_number_of_class_hours_is_read_exactly(n in 1_i64..=24_000) {
        let text = format!("{}.{:03}学时", n / 1000, n % 1000);
        let want = Reading::Amount { spoken: super::ClassHours(n), on: today() };
        prop_assert_eq!(read(&text, today()), want);
    }

    #[test]
    fn what_is_counted_is_read_in_whole_numbers_only(n in 1_i64..=100_000) {
        for (unit, spoken) in [("次", Times as fn(i64) -> Spoken), ("户", Households), ("회", Times)] {
            let text = format!("{}.{:03}{unit}", n / 1000, n % 1000);
            let want = if n % 1000 == 0 {
                Reading::Amount { spoken: spoken(n), on: today() }
            } else {
                Reading::Unclear
            };
            prop_assert_eq!(read(&text, today()), want, "{}", text);
        }
    }

    #[test]
    fn spaces_between_words_change_nothing(left in 0_usize..3, right in 0_usize..3) {
        let text = format!("昨天{}下午学了{}3学时", " ".repeat(left), "\u{3000}".repeat(right));
        prop_assert_eq!(read(&text, today()), read("昨天下午学了3学时", today()));
    }
}
