//! What others have changed of an item since a table was made.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use std::collections::BTreeMap;

use crate::domain::ledger::{Column, Mark, Touched};
use crate::store::item::Trace;

/// The columns that were changed since. A marked row was made when the item had so many events; any other table is
/// taken to be one that the office has kept since it was last imported.
pub(super) fn since(traces: &[Trace], mark: Option<Mark>, zone: Tz) -> BTreeMap<Column, Touched> {
    let begins = mark.map_or_else(
        || {
            let last = traces.iter().rposition(|trace| trace.by_import);
            last.map_or(0, |last| last + 1)
        },
        |mark| usize::try_from(mark.turn).unwrap_or(usize::MAX),
    );
    let mut touched: BTreeMap<Column, Touched> = BTreeMap::new();
    for trace in traces.iter().skip(begins) {
        let on = day(trace.at, zone);
        for (column, was) in &trace.was {
            touched
                .entry(*column)
                .and_modify(|touched| touched.on = on)
                .or_insert_with(|| Touched {
                    was: Some(was.clone()),
                    on,
                });
        }
    }
    touched
}

/// The day of an instant in the campaign's zone.
pub(super) fn day(millis: i64, zone: Tz) -> NaiveDate {
    DateTime::from_timestamp_millis(millis)
        .unwrap_or_default()
        .with_timezone(&zone)
        .date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::ids::ItemId;

    #[test]
    fn the_first_that_was_and_the_last_day_count() {
        let trace = |day: i64, by_import, was: &[(Column, &str)]| Trace {
            at: day * 86_400_000,
            by_import,
            was: was
                .iter()
                .map(|(column, was)| (*column, (*was).to_owned()))
                .collect(),
        };
        let traces = [
            trace(1, true, &[]),
            trace(2, false, &[(Column::Progress, "")]),
            trace(3, false, &[(Column::Progress, "在办")]),
            trace(4, false, &[]),
        ];
        let mark = |turn| {
            Some(Mark {
                item: ItemId(1),
                turn,
            })
        };
        let zone = chrono_tz::Asia::Shanghai;
        for (mark, was) in [
            (None, Some("")),
            (mark(1), Some("")),
            (mark(2), Some("在办")),
            (mark(3), None),
            (mark(9), None),
        ] {
            let since = since(&traces, mark, zone);
            let progress = since.get(&Column::Progress);
            assert_eq!(
                progress.and_then(|touched| touched.was.as_deref()),
                was,
                "{mark:?}"
            );
            if let Some(touched) = progress {
                assert_eq!(touched.on, day(3 * 86_400_000, zone));
            }
        }
    }
}
