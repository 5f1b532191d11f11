//! Numbers, Arabic and Chinese, and what a date in figures can be.

/// A date in figures, not yet looked up in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// 2014-07-15, 20140715, 15.07.2014.
    Full { year: u32, month: u32, day: u32 },
    /// 2014-07, 2014.7, 201407, 07/2014.
    Month { year: u32, month: u32 },
    /// 7-15, 7.15, 7/15.
    Day { month: u32, day: u32 },
    /// 14.7.15: which part is the year is left to the campaign.
    Short(u32, u32, u32),
    /// A spreadsheet's day number, counted from 1899-12-30.
    Serial(u32),
}

/// A number, how many figures it has and how many bytes they take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) n: u32,
    pub(super) digits: usize,
    pub(super) length: usize,
}

/// The Arabic number that the text begins with, of eight figures at most.
pub(super) fn arabic(text: &str) -> Option<Run> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 8 {
        return None;
    }
    let n = text.get(..digits)?.parse().ok()?;
    Some(Run {
        n,
        digits,
        length: digits,
    })
}

/// The Chinese number that the text begins with: 二〇一四 figure by figure, 三十一 and 廿五 by tens. Its `digits`
/// are those it would have in Arabic.
pub(super) fn chinese(text: &str) -> Option<Run> {
    const FIGURES: &str = "〇一二三四五六七八九";
    let value = |sign: char| {
        FIGURES
            .chars()
            .zip(0_u32..)
            .find(|(figure, _)| *figure == sign)
            .map(|(_, n)| n)
    };
    let tens = |sign: char| match sign {
        '十' => Some(1),
        '廿' => Some(2),
        '卅' => Some(3),
        _ => None,
    };
    let signs: Vec<char> = text
        .chars()
        .take_while(|sign| value(*sign).is_some() || tens(*sign).is_some())
        .collect();
    let length = signs.iter().map(|sign| sign.len_utf8()).sum();
    let (n, digits) = match signs[..] {
        [] => return None,
        [ten] if tens(ten).is_some() => (tens(ten)? * 10, 2),
        [ten, one] if tens(ten).is_some() => (tens(ten)? * 10 + value(one)?, 2),
        [many, '十'] => (value(many)? * 10, 2),
        [many, '十', one] => (value(many)? * 10 + value(one)?, 2),
        _ if signs.len() > 4 => return None,
        _ => {
            let mut n = 0;
            for sign in &signs {
                n = n * 10 + value(*sign)?;
            }
            (n, signs.len())
        }
    };
    Some(Run { n, digits, length })
}

/// The date in a number of its own: a spreadsheet's "41835", "201406", "20140715".
pub(super) fn packed(run: Run) -> Option<Figure> {
    let year = run.n / 10_u32.checked_pow(u32::try_from(run.digits.checked_sub(4)?).ok()?)?;
    let likely = (1900..=2199).contains(&year);
    match run.digits {
        5 => Some(Figure::Serial(run.n)),
        6 if likely => Some(Figure::Month {
            year,
            month: run.n % 100,
        }),
        8 if likely => Some(Figure::Full {
            year,
            month: run.n / 100 % 100,
            day: run.n % 100,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers() {
        for (text, n, digits) in [
            ("二〇一四年", 2014, 4),
            ("一四年", 14, 2),
            ("六月", 6, 1),
            ("十日", 10, 2),
            ("十一", 11, 2),
            ("三十", 30, 2),
            ("三十一日", 31, 2),
            ("廿五", 25, 2),
            ("三〇", 30, 2),
        ] {
            let run = chinese(text).unwrap();
            assert_eq!((run.n, run.digits), (n, digits), "{text}");
        }
        for text in ["", "年", "十十", "一十一十", "一二三四五"] {
            assert_eq!(chinese(text), None, "{text}");
        }
    }
}
