//! Chinese numerals, plain and financial.

use super::super::atom::Figure;

/// Length of the Chinese numerals at the start of the text, and their value if they are one number:
/// 两三 is two or three, so it has none. 三点五 is 3.5.
pub(in super::super) fn chinese(text: &str) -> Option<(Option<Figure>, usize)> {
    let whole = run(text);
    if whole.is_empty() {
        return None;
    }
    let decimals = text
        .get(whole.len()..)
        .and_then(|rest| rest.strip_prefix('点'))
        .map_or("", run);
    if decimals.is_empty() {
        return Some((chinese_whole(whole), whole.len()));
    }
    let len = whole.len() + '点'.len_utf8() + decimals.len();
    Some((chinese_decimal(whole, decimals), len))
}

fn run(text: &str) -> &str {
    let end = text
        .find(|sign: char| digit(sign).is_none() && place(sign).is_none())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

fn chinese_decimal(whole: &str, decimals: &str) -> Option<Figure> {
    let whole = chinese_whole(whole)?;
    let mut step = 1000;
    let mut thousandths = whole.thousandths;
    for sign in decimals.chars() {
        step /= 10;
        if step == 0 {
            return None;
        }
        thousandths += digit(sign)? * step;
    }
    Some(Figure {
        thousandths,
        digits: 0,
    })
}

/// 一百零五, 十二, or the four digits of a year.
fn chinese_whole(text: &str) -> Option<Figure> {
    let count = text.chars().count();
    if count == 4 && text.chars().all(|sign| digit(sign).is_some()) {
        let year = text
            .chars()
            .filter_map(digit)
            .fold(0, |year, digit| year * 10 + digit);
        return Some(Figure {
            thousandths: year * 1000,
            digits: 4,
        });
    }
    let (mut total, mut last_place) = (0, 10_000);
    let (mut pending, mut zero) = (None, false);
    for sign in text.chars() {
        match (digit(sign), place(sign)) {
            (Some(0), _) if pending.is_none() && !zero => zero = true,
            (Some(digit), _) if digit > 0 && pending.is_none() => pending = Some(digit),
            (None, Some(place)) if place < last_place => {
                // Only ten may stand without its digit, and only at the head: 十二, 零十分.
                let digit = pending
                    .take()
                    .or((place == 10 && total == 0).then_some(1))?;
                total += digit * place;
                (last_place, zero) = (place, false);
            }
            _ => return None,
        }
    }
    // 一百二 is 120 to a speaker and 102 to a clerk.
    let loose = last_place < 10_000 && last_place > 10 && !zero && pending.is_some();
    (!loose).then(|| Figure::whole_of(total + pending.unwrap_or(0)))
}

fn digit(sign: char) -> Option<i64> {
    Some(match sign {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn place(sign: char) -> Option<i64> {
    Some(match sign {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' => 1000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn chinese_numerals_are_one_number_or_none() {
        for (text, want) in [
            ("三", Some(3_000)),
            ("十", Some(10_000)),
            ("十二", Some(12_000)),
            ("二十", Some(20_000)),
            ("九十五", Some(95_000)),
            ("一百零五", Some(105_000)),
            ("一百二十", Some(120_000)),
            ("三点五", Some(3_500)),
            ("零点二五", Some(250)),
            ("拾贰", Some(12_000)),
            ("零五", Some(5_000)),
            ("二〇一四", Some(2_014_000)),
            ("两三", None),
            ("十五六", None),
            ("二三十", None),
            ("一百二", None),
            ("十十", None),
        ] {
            let read = chinese(text);
            assert_eq!(read.map(|read| read.1), Some(text.len()), "{text}");
            assert_eq!(
                read.and_then(|read| read.0).map(|f| f.thousandths),
                want,
                "{text}"
            );
        }
        assert_eq!(chinese("学"), None);
    }
}
