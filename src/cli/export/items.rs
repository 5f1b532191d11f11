//! The ledger, as a table of programs and as a table of the office.

use super::{Out, PAGE, Trouble, date, instant, words};
use crate::books::Books;
use crate::domain::deadline::Deadline;
use crate::domain::ids::ItemId;
use crate::domain::item::{Light, Status};
use crate::domain::ledger::Mark;
use crate::exchange::write::{Column, Format, TableWriter, Tint, Value};
use crate::store::item::{self, LedgerRow};
use crate::text;

/// The widths of the office's columns, in the order of [`text::header`].
const WIDTHS: [f64; 15] = [
    6.0, 11.0, 11.0, 40.0, 40.0, 10.0, 24.0, 10.0, 18.0, 12.0, 30.0, 10.0, 8.0, 10.0, 12.0,
];

/// With the stable columns of every export.
pub(super) async fn plain(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    let mut after = ItemId(0);
    loop {
        let rows = item::page(&mut tx, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = ItemId(last.id);
        for row in &rows {
            table.row(&[
                words(&row.no),
                words(&row.kind),
                words(&row.content),
                words(&row.path),
                words(&row.lead_name),
                words(&row.responsible),
                row.deadline
                    .as_deref()
                    .map_or_else(|| words(&row.deadline_kind), date),
                words(row.stands().name()),
                words(light(books, row).name()),
                instant(row.submitted_at, zone),
                instant(row.closed_at, zone),
                row.closed_by.as_ref().map_or(Value::Empty, words),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}

/// With the office's own columns, in the campaign's language; what is edited in it comes back with
/// `duban import items`.
pub(super) async fn office<W: std::io::Write>(
    books: &Books,
    format: Format,
    out: W,
) -> Result<W, Trouble> {
    let language = books.campaign.language;
    let titles = text::header(language);
    let columns = titles.iter().zip(WIDTHS);
    let columns: Vec<Column<'_>> = columns
        .map(|(title, width)| Column { title, width })
        .collect();
    let name = text::sheet_name(language);
    let mut table = TableWriter::create_wide(format, out, &columns, &name)?;
    let mut tx = books.store.read().await?;
    let mut after = ItemId(0);
    loop {
        let rows = item::page(&mut tx, after, PAGE).await?;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            break;
        };
        after = ItemId(last.id);
        let turns = item::turns(&mut tx, ItemId(first.id), after).await?;
        for row in &rows {
            let turn = turns.get(&ItemId(row.id)).copied().unwrap_or(0);
            table.row(&cells(books, row, turn))?;
        }
    }
    tx.commit().await?;
    table.finish().map_err(Trouble::from)
}

fn cells(books: &Books, row: &LedgerRow, turn: i64) -> [Value; 15] {
    let language = books.campaign.language;
    let kind = books.campaign.kind(&row.kind);
    let kind = kind.map_or(row.kind.as_str(), |kind| kind.name.get(language));
    let deadline = match row.due() {
        Deadline::On(date) => Value::Date(date),
        other => words(text::deadline_word(language, other).unwrap_or_default()),
    };
    let light = light(books, row);
    let lit = |tint| Value::Tinted(text::light_word(language, light), tint);
    let light = match light {
        Light::Red => lit(Tint::Red),
        Light::Yellow => lit(Tint::Yellow),
        Light::Blue => lit(Tint::Blue),
        Light::None => Value::Empty,
    };
    let mark = Mark {
        item: ItemId(row.id),
        turn,
    };
    let status = row.stands();
    let closed = status == Status::Closed;
    [
        number(&row.no),
        words(kind),
        words(&row.category),
        words(&row.content),
        words(&row.measures),
        words(&row.lead_name),
        words(&row.path),
        words(&row.responsible),
        words(&row.helpers),
        deadline,
        words(text::progress_told(
            &books.campaign,
            language,
            &row.progress,
        )),
        words(text::status_word(language, status)),
        light,
        words(text::closed_word(language, closed)),
        words(mark.to_string()),
    ]
}

/// A number as a number, so that the office can sort by it; "07" and "3-1" stay as they are.
fn number(no: &str) -> Value {
    match no.parse::<u32>() {
        Ok(number) if number.to_string() == no => Value::Int(number.into()),
        _ => words(no),
    }
}

/// Its light today.
fn light(books: &Books, row: &LedgerRow) -> Light {
    let kind = books.campaign.kind(&row.kind);
    row.item().light(kind, &books.calendar(), books.today())
}
