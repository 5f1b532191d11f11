//! The unit behind a number: 年, 月, 日, 季度, 时, 分 and their Korean fellows.

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    Month,
    Day,
    Quarter,
    Hour,
    Minute,
}

impl Unit {
    /// The unit at the head of the text and its length, longer spellings first.
    pub(super) fn at(text: &str) -> Option<(Self, usize)> {
        [
            ("年度", Self::Year),
            ("年", Self::Year),
            ("년도", Self::Year),
            ("년", Self::Year),
            ("月份", Self::Month),
            ("月", Self::Month),
            ("월", Self::Month),
            ("日", Self::Day),
            ("号", Self::Day),
            ("일", Self::Day),
            ("季度", Self::Quarter),
            ("季", Self::Quarter),
            ("사분기", Self::Quarter),
            ("분기", Self::Quarter),
            ("点半", Self::Hour),
            ("点钟", Self::Hour),
            ("点", Self::Hour),
            ("时", Self::Hour),
            ("시", Self::Hour),
            ("分", Self::Minute),
            ("분", Self::Minute),
        ]
        .into_iter()
        .find(|(sign, _)| text.starts_with(sign))
        .map(|(sign, unit)| (unit, sign.len()))
    }
}
