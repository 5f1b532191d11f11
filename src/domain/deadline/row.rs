//! Dates and times written as Arabic numbers in a row: 2014-07-15, 7.15, 17:30.

use super::figures::{Figure, Run, arabic};

/// Numbers in a row, parted by the same sign.
pub(super) struct Row<'text> {
    text: &'text str,
    sign: Option<char>,
    first: Run,
    /// With the length of the row up to their ends.
    second: Option<(Run, usize)>,
    third: Option<(Run, usize)>,
}

impl<'text> Row<'text> {
    /// The row that the text begins with: one, two or three numbers.
    pub(super) fn of(text: &'text str) -> Option<Self> {
        let first = arabic(text)?;
        let sign = text.get(first.length..)?.chars().next();
        let sign = sign.filter(|sign| "-/. ".contains(*sign));
        let next = |from: usize| {
            let behind = text.get(from..)?.strip_prefix(sign?)?;
            let run = arabic(behind)?;
            Some((run, from + 1 + run.length))
        };
        let second = next(first.length);
        // 2014-06-2014-09 is two months, not a date and a rest.
        let third = second
            .and_then(|(_, end)| next(end))
            .filter(|(run, _)| first.digits <= 2 || run.digits <= 2);
        let spaced = sign == Some(' ') && (third.is_none() || first.digits != 4);
        Some(Self {
            text,
            sign,
            first,
            second: second.filter(|_| !spaced),
            third: third.filter(|_| !spaced),
        })
    }

    pub(super) fn first(&self) -> Run {
        self.first
    }

    /// The second number, and the length of the whole row.
    pub(super) fn second(&self) -> Option<(Run, usize)> {
        let (run, end) = self.second?;
        Some((run, self.third.map_or(end, |(_, end)| end)))
    }

    pub(super) fn parts(&self) -> usize {
        1 + usize::from(self.second.is_some()) + usize::from(self.third.is_some())
    }

    pub(super) fn parted_by(&self, sign: char) -> bool {
        self.sign == Some(sign)
    }

    /// The hour, if the row is the head of a time of day such as 17:30.
    pub(super) fn clock(&self) -> Option<u32> {
        (self.clock_length() > self.first.length && self.first.digits <= 2).then_some(self.first.n)
    }

    /// The length of the time of day, seconds and all.
    pub(super) fn clock_length(&self) -> usize {
        let mut length = self.first.length;
        while let Some(run) = self
            .text
            .get(length..)
            .and_then(|rest| rest.strip_prefix(':'))
            .and_then(arabic)
        {
            length += 1 + run.length;
        }
        length
    }

    /// The date that two or three numbers make.
    pub(super) fn figure(&self) -> Option<Figure> {
        let (a, (b, _)) = (self.first, self.second?);
        let Some((c, _)) = self.third else {
            return match (a.digits, b.digits) {
                (5, 1) if b.n == 0 && self.parted_by('.') => Some(Figure::Serial(a.n)),
                (4, 1..=2) => Some(Figure::Month {
                    year: a.n,
                    month: b.n,
                }),
                (1..=2, 4) => Some(Figure::Month {
                    year: b.n,
                    month: a.n,
                }),
                (1..=2, 1..=2) => Some(Figure::Day {
                    month: a.n,
                    day: b.n,
                }),
                _ => None,
            };
        };
        match (a.digits, b.digits, c.digits) {
            (4, 1..=2, 1..=2) => Some(Figure::Full {
                year: a.n,
                month: b.n,
                day: c.n,
            }),
            // Day and month before the year stand in either order: only one over 12 tells which is which.
            (1..=2, 1..=2, 4) if a.n > 12 || a.n == b.n => Some(Figure::Full {
                year: c.n,
                month: b.n,
                day: a.n,
            }),
            (1..=2, 1..=2, 4) if b.n > 12 => Some(Figure::Full {
                year: c.n,
                month: a.n,
                day: b.n,
            }),
            (2, 1..=2, 1..=2) | (1, 1..=2, 2) => Some(Figure::Short(a.n, b.n, c.n)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_numbers() {
        let full = |year, month, day| Some(Figure::Full { year, month, day });
        for (text, figure) in [
            ("2014-07-15", full(2014, 7, 15)),
            ("2014 7 15", full(2014, 7, 15)),
            ("15.07.2014", full(2014, 7, 15)),
            ("07/15/2014", full(2014, 7, 15)),
            ("07/08/2014", None),
            (
                "2014/7",
                Some(Figure::Month {
                    year: 2014,
                    month: 7,
                }),
            ),
            (
                "7/2014",
                Some(Figure::Month {
                    year: 2014,
                    month: 7,
                }),
            ),
            ("7.15", Some(Figure::Day { month: 7, day: 15 })),
            ("14.7.15", Some(Figure::Short(14, 7, 15))),
            ("41835.0", Some(Figure::Serial(41835))),
            ("41835.5", None),
            ("7 15", None),
            ("2014", None),
        ] {
            assert_eq!(Row::of(text).and_then(|row| row.figure()), figure, "{text}");
        }
        assert_eq!(Row::of("17:30:00前").unwrap().clock(), Some(17));
        assert_eq!(Row::of("123456789").map(|row| row.parts()), None);
    }
}
