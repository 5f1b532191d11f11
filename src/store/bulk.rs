//! Many rows in one statement, with the same text on both databases.

use std::fmt::Write;

/// Rows a statement carries at most. Not more: SQLite looks a parameter such as `$9` up by its name, in
/// a list of all of them, so that a statement of 10,000 takes a hundred times as long as one of 1,000.
pub(super) const CHUNK: usize = 100;

/// `($1, $2), ($3, $4)` for so many rows of so many columns.
pub(super) fn values(rows: usize, columns: usize) -> String {
    let mut text = String::with_capacity(rows * columns * 6);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 1..=columns {
            let separator = if column == 1 { "" } else { ", " };
            // Writing to a String cannot fail.
            let _ = write!(text, "{separator}${}", row * columns + column);
        }
        text.push(')');
    }
    text
}

/// Ids in batches for `IN` lists, the last of each repeated up to one of a few lengths: every length is a
/// statement of its own, which each connection keeps prepared.
pub(super) fn batches<T: Copy>(ids: &[T]) -> impl Iterator<Item = Vec<T>> {
    ids.chunks(CHUNK).map(|chunk| {
        let length = chunk.len().next_power_of_two().min(CHUNK);
        let last = chunk.last().into_iter().cycle();
        chunk.iter().chain(last).take(length).copied().collect()
    })
}

/// `($1, $2, $3)` for an `IN` list.
pub(super) fn list(count: usize) -> String {
    values(1, count)
}

/// A text as a `LIKE … ESCAPE '\\'` matches it as it stands: its own % and _ mean themselves.
pub(super) fn literal(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_are_of_a_few_lengths_and_hold_every_id() {
        let lengths = |count: usize| {
            let ids: Vec<usize> = (0..count).collect();
            let batches: Vec<Vec<usize>> = batches(&ids).collect();
            let mut all = batches.concat();
            all.dedup();
            assert_eq!(all, ids);
            batches.iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(lengths(0), [0; 0]);
        assert_eq!(lengths(1), [1]);
        assert_eq!(lengths(33), [64]);
        assert_eq!(lengths(65), [100]);
        assert_eq!(lengths(203), [100, 100, 4]);
    }

    #[test]
    fn parameters_are_numbered_row_by_row() {
        assert_eq!(values(2, 2), "($1, $2), ($3, $4)");
        assert_eq!(list(3), "($1, $2, $3)");
    }
}
