//! What is counted one by one: times, things, households.

use super::*;

#[test]
fn so_often_and_so_many() {
    check_today(&[
        ("1次", Times(1_000)),
        ("2次", Times(2_000)),
        ("两次", Times(2_000)),
        ("兩次", Times(2_000)),
        ("十二次", Times(12_000)),
        ("3件", Times(3_000)),
        ("三件实事", Times(3_000)),
        ("2趟", Times(2_000)),
        ("上午2次,下午1次", Times(3_000)),
        ("3户", Households(3_000)),
        ("三户", Households(3_000)),
        ("3戶", Households(3_000)),
        ("３户", Households(3_000)),
        ("共3户人家", Households(3_000)),
        ("上午3户下午2户", Households(5_000)),
        ("2.0户", Households(2_000)),
        ("once", Times(1_000)),
        ("twice", Times(2_000)),
        ("3 times", Times(3_000)),
        ("three times", Times(3_000)),
        ("1 household", Households(1_000)),
        ("2 households", Households(2_000)),
        ("two families", Households(2_000)),
        ("1회", Times(1_000)),
        ("2번", Times(2_000)),
        ("두 번", Times(2_000)),
        ("세 차례", Times(3_000)),
        ("3건", Times(3_000)),
        ("3호", Households(3_000)),
        ("세 가구", Households(3_000)),
        ("3세대", Households(3_000)),
        ("두 집", Households(2_000)),
    ]);
    check_days(&[
        ("昨天2次", 302, Times(2_000)),
        ("3月1日3户", 301, Households(3_000)),
        ("3 households yesterday", 302, Households(3_000)),
        ("어제 2회", 302, Times(2_000)),
    ]);
    check_nothing(&[("0次", 303), ("昨天0户", 302)]);
    check_future(&[("明天2次", 304), ("后天3户", 305)]);
}

#[test]
fn halves_and_strays_are_unclear() {
    check(
        [
            "半次",
            "1.5户",
            "3户半",
            "一次半",
            "半个户",
            "次",
            "户",
            "几次",
            "每户",
            "第2次",
            "2次3户",
            "2次2小时",
            "2-3次",
            "3次左右到5次",
            "a few times",
            "half a household",
            "times",
            "여러 번",
            "반 회",
            "회",
        ]
        .map(|text| (text, Reading::Unclear)),
    );
}

/// A counter that stands behind no number is part of a word.
#[test]
fn what_looks_like_a_counter_in_a_word_is_none() {
    check_today(&[
        ("회사에서 2시간 공부했습니다", Hours(2_000)),
        ("집에서 2시간 공부했습니다", Hours(2_000)),
        ("学了文件2小时", Hours(2_000)),
        ("studied at home 2 hours", Hours(2_000)),
    ]);
}
