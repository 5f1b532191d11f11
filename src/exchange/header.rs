//! The header row of an office table: found below title rows, by what its columns are called.

use super::sheet::{Cell, Sheet, SheetRow};
use super::title::{label, recognised};
use super::vocabulary::Words;

/// So many filled rows are searched: above a header stand a title, the reporting unit, notes.
const SEARCHED_ROWS: usize = 30;

/// Where a table's columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header<C> {
    /// Index in [`Sheet::rows`] of the first row of data.
    pub(super) data: usize,
    /// Each recognised sheet column, the surest name first.
    columns: Vec<Place<C>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Place<C> {
    column: C,
    rank: usize,
    at: usize,
    /// The title as written, as a label.
    title: String,
}

/// Why a sheet is not the table that was looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// No row looks like a header.
    #[error("no header row with the columns {}", missing.join(", "))]
    NoHeader {
        /// Codes of the columns needed.
        missing: Vec<&'static str>,
    },
    /// A row looks like the header but lacks columns.
    #[error("the header in row {row} lacks the columns {}", missing.join(", "))]
    MissingColumns {
        /// 1-based row of the nearest thing to a header.
        row: u32,
        /// Codes of the columns that it lacks.
        missing: Vec<&'static str>,
    },
}

impl TableFault {
    /// The stable name of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHeader { .. } => "no_header",
            Self::MissingColumns { .. } => "missing_columns",
        }
    }

    /// Codes of the columns that were not found.
    pub fn missing(&self) -> &[&'static str] {
        match self {
            Self::NoHeader { missing } | Self::MissingColumns { missing, .. } => missing,
        }
    }
}

/// Finds the first header that has one column of each group in `required`. Two rows count as one
/// header where the lower one names parts of what the upper one names.
pub(super) fn find<C: Copy + PartialEq>(
    sheet: &Sheet,
    vocabulary: &[Words<C>],
    required: &[&[C]],
) -> Result<Header<C>, TableFault> {
    let mut nearest: Option<(usize, TableFault)> = None;
    for (index, row) in sheet.rows.iter().take(SEARCHED_ROWS).enumerate() {
        let upper = places(row, vocabulary);
        let below = sheet
            .rows
            .get(index + 1)
            .filter(|below| below.number == row.number.saturating_add(1));
        let lower = below.map_or_else(Vec::new, |below| places(below, vocabulary));
        let missing = lacking(&upper, vocabulary, required);
        if let Some(below) = below {
            let both = joined(&upper, below, &lower);
            let halves = if missing.is_empty() {
                names_parts(below, &upper, &lower, required)
            } else {
                !upper.is_empty() && lacking(&both, vocabulary, required).is_empty()
            };
            if halves {
                return Ok(Header::new(index + 2, both));
            }
        }
        if missing.is_empty() {
            return Ok(Header::new(index + 1, upper));
        }
        if upper.len() >= 2
            && nearest
                .as_ref()
                .is_none_or(|(found, _)| *found < upper.len())
        {
            nearest = Some((
                upper.len(),
                TableFault::MissingColumns {
                    row: row.number,
                    missing,
                },
            ));
        }
    }
    let none = || TableFault::NoHeader {
        missing: lacking(&[], vocabulary, required),
    };
    Err(nearest.map_or_else(none, |(_, fault)| fault))
}

/// The first sheet in which [`find`] succeeds; else the fault of the sheet that came nearest.
pub(super) fn pick<'a, C: Copy + PartialEq>(
    sheets: &'a [Sheet],
    vocabulary: &[Words<C>],
    required: &[&[C]],
) -> Result<&'a Sheet, TableFault> {
    let mut faults = Vec::new();
    for sheet in sheets {
        match find(sheet, vocabulary, required) {
            Ok(_) => return Ok(sheet),
            Err(fault) => faults.push(fault),
        }
    }
    faults.sort_by_key(|fault| {
        (
            matches!(fault, TableFault::NoHeader { .. }),
            fault.missing().len(),
        )
    });
    let nothing = TableFault::NoHeader {
        missing: lacking(&[], vocabulary, required),
    };
    Err(faults.into_iter().next().unwrap_or(nothing))
}

impl<C: Copy + PartialEq> Header<C> {
    fn new(data: usize, mut columns: Vec<Place<C>>) -> Self {
        columns.sort_by_key(|place| (place.rank, place.at));
        Self { data, columns }
    }

    /// Whether the table has the column.
    pub(super) fn has(&self, column: C) -> bool {
        self.columns.iter().any(|place| place.column == column)
    }

    /// The sheet columns that carry a column, the surest first.
    pub(super) fn at(&self, column: C) -> impl Iterator<Item = usize> {
        self.columns
            .iter()
            .filter(move |place| place.column == column)
            .map(|place| place.at)
    }

    /// What a sheet column carries.
    pub(super) fn column(&self, at: usize) -> Option<C> {
        self.columns
            .iter()
            .find(|place| place.at == at)
            .map(|place| place.column)
    }

    /// The first filled cell of a column in a row, else an empty one.
    pub(super) fn cell<'a>(&self, row: &'a SheetRow, column: C) -> &'a Cell {
        self.at(column)
            .map(|at| row.cell(at))
            .find(|cell| !cell.is_blank())
            .unwrap_or(&Cell::Empty)
    }

    /// Like [`Self::cell`], also under a vertically merged cell.
    pub(super) fn spanned<'a>(&self, sheet: &'a Sheet, row: &'a SheetRow, column: C) -> &'a Cell {
        let mut cells = self.at(column).map(|at| sheet.spanned(row, at));
        cells.find(|cell| !cell.is_blank()).unwrap_or(&Cell::Empty)
    }

    /// Whether the row is the header once more, as on every printed page.
    pub(super) fn is_repeated_in(&self, row: &SheetRow) -> bool {
        let again = |place: &&Place<C>| match row.cell(place.at) {
            Cell::Text(text) => label(text) == place.title,
            _ => false,
        };
        self.columns.iter().filter(again).count() >= 2
    }
}

fn places<C: Copy + PartialEq>(row: &SheetRow, vocabulary: &[Words<C>]) -> Vec<Place<C>> {
    let place = |(at, cell): (usize, &Cell)| {
        let Cell::Text(text) = cell else {
            return None;
        };
        let (column, rank) = recognised(text, vocabulary)?;
        Some(Place {
            column,
            rank,
            at,
            title: label(text),
        })
    };
    row.cells.iter().enumerate().filter_map(place).collect()
}

/// Codes of the groups of which no column is there.
fn lacking<C: Copy + PartialEq>(
    places: &[Place<C>],
    vocabulary: &[Words<C>],
    required: &[&[C]],
) -> Vec<&'static str> {
    let has = |group: &&[C]| places.iter().any(|place| group.contains(&place.column));
    let code = |group: &&[C]| {
        vocabulary
            .iter()
            .find(|words| group.contains(&words.column))
    };
    required
        .iter()
        .filter(|group| !has(group))
        .filter_map(code)
        .map(|words| words.code)
        .collect()
}

/// Whether the lower row is the second half of the header and not the first row of data: it has
/// titles, and under the required columns it has nothing else.
fn names_parts<C: Copy + PartialEq>(
    below: &SheetRow,
    upper: &[Place<C>],
    lower: &[Place<C>],
    required: &[&[C]],
) -> bool {
    let is_title = |at: usize| lower.iter().any(|place| place.at == at);
    let mut needed = upper
        .iter()
        .filter(|place| required.iter().any(|group| group.contains(&place.column)));
    let clear = needed.all(|place| below.cell(place.at).is_blank() || is_title(place.at));
    let mut cells = below.cells.iter();
    let values = cells.any(|cell| matches!(cell, Cell::Number(_) | Cell::Date(_)));
    !lower.is_empty() && clear && !values
}

/// The lower row's titles, and the upper row's where the lower one says nothing.
fn joined<C: Clone>(upper: &[Place<C>], below: &SheetRow, lower: &[Place<C>]) -> Vec<Place<C>> {
    let alone = upper.iter().filter(|place| below.cell(place.at).is_blank());
    lower.iter().chain(alone).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::open;
    use super::super::vocabulary::{ROSTER, RosterColumn as Column};
    use super::*;

    const REQUIRED: &[&[Column]] = &[&[Column::Unit], &[Column::Name]];

    fn header(text: &str) -> Result<Header<Column>, TableFault> {
        find(
            &open(text.as_bytes(), "t.csv").unwrap()[0],
            ROSTER,
            REQUIRED,
        )
    }

    #[test]
    fn the_header_stands_below_titles() {
        for (text, data) in [
            ("单位,姓名\nx,y\n", 1),
            (
                "花名册,\n填报单位:,活动办\n\n序号,*姓 名,单位（全称）\n1,x,y\n",
                3,
            ),
            ("姓名,\n姓名,单位\nx,y\n", 2),
            ("기관,\n이름,소속\nx,y\n", 2),
            ("Name,Unit\nx,y\n", 1),
            ("姓名,單位,聯絡電話\nx,y,1\n", 1),
        ] {
            assert_eq!(header(text).map(|header| header.data), Ok(data), "{text:?}");
        }
    }

    #[test]
    fn a_header_of_two_rows_is_one() {
        let both = header("序号,基本情况,,联系方式,\n,姓名,单位,手机,办公室\n1,x,y,2,3\n").unwrap();
        assert_eq!(
            (both.data, both.at(Column::Name).collect::<Vec<_>>()),
            (2, vec![1])
        );
        assert_eq!(both.column(0), Some(Column::Seq));
        let parts = header("姓名,单位,联系方式,\n,,手机,办公室\nx,y,1,2\n").unwrap();
        assert_eq!((parts.data, parts.column(2)), (2, Some(Column::Phone)));
        let data = header("姓名,单位,备注\n陈善,敦化市,领导班子\n").unwrap();
        assert_eq!(
            data.data, 1,
            "a person whose remark is a column's name is no header"
        );
    }

    #[test]
    fn the_surer_of_two_columns_goes_first() {
        let phones = header("姓名,单位,联系电话,手机号\nx,y,1,2\n").unwrap();
        assert_eq!(phones.at(Column::Phone).collect::<Vec<_>>(), [3, 2]);
        let one = header("姓名,单位,手机/电话\n").unwrap();
        assert_eq!(one.at(Column::Phone).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn what_is_missing_is_named() {
        for (text, fault) in [
            (
                "a,b\n",
                TableFault::NoHeader {
                    missing: vec!["unit", "name"],
                },
            ),
            (
                "名册\n姓名,职务,电话\n",
                TableFault::MissingColumns {
                    row: 2,
                    missing: vec!["unit"],
                },
            ),
        ] {
            assert_eq!(header(text), Err(fault), "{text:?}");
        }
    }
}
