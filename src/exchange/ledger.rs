//! The rectification ledger (整改台账): problem, measures, lead, unit, time limit (S11, S28).

use chrono::{Days, NaiveDate};

use super::field;
use super::header::{self, Header, TableFault};
use super::margin::is_margin;
use super::refusal::{RefusedRow, RefusedWhy};
use super::sheet::{Cell, Sheet, SheetRow};
use super::vocabulary::{LEDGER, LedgerColumn as Column, QUICK};
use super::width::{narrow, trimmed};
use crate::domain::ledger::{Column as Said, Mark};

/// The columns that say the responsible unit, uppermost first.
const UNIT: &[Column] = &[Column::County, Column::Township, Column::Unit];
const REQUIRED: &[&[Column]] = &[
    &[Column::Content],
    &[Column::Unit, Column::Township, Column::County],
];

/// What a ledger says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerTable {
    /// The items, in the sheet's order.
    pub rows: Vec<LedgerRow>,
    /// The rows that say no problem or nobody to answer for it.
    pub refused: Vec<RefusedRow>,
}

/// One item. Texts are as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// 1-based row in the sheet.
    pub row: u32,
    /// The ledger's own number.
    pub no: Option<String>,
    /// The problem or task.
    pub content: String,
    /// Its category.
    pub category: Option<String>,
    /// The measures against it.
    pub measures: Option<String>,
    /// The lead leader's name.
    pub lead: Option<String>,
    /// The responsible unit's path, uppermost level first; never empty. Of several the first.
    pub unit: Vec<String>,
    /// The responsible person's name.
    pub responsible: Option<String>,
    /// Who helps: further units in 责任单位, and 配合单位、配合人 as written.
    pub helpers: String,
    /// The time limit.
    pub deadline: DeadlineCell,
    /// What has been done.
    pub progress: Option<String>,
    /// Whether it is struck off; none where the sheet does not say.
    pub closed: Option<bool>,
    /// The kind of ledger.
    pub kind: Option<String>,
    /// The mark that an export put behind it.
    pub mark: Option<Mark>,
    /// The columns that the sheet has and that say something of this row; an empty cell says that there is nothing,
    /// but for number, kind and deadline.
    pub said: Vec<Said>,
}

/// A time limit as it stands in the sheet; words are for `domain` to understand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeadlineCell {
    /// A date cell, or a date's serial number in a cell that lost its format.
    Date(NaiveDate),
    /// Words, such as `7月中旬前` or `立行立改`.
    Text(String),
    /// Nothing.
    Empty,
    /// The sheet has no such column.
    NoColumn,
}

/// The first sheet that has a ledger's header.
pub fn pick(sheets: &[Sheet]) -> Result<&Sheet, TableFault> {
    header::pick(sheets, LEDGER, REQUIRED)
}

/// Reads the items of a sheet. Blank rows, repeated headers, totals and signatures are passed over.
pub fn read_ledger(sheet: &Sheet) -> Result<LedgerTable, TableFault> {
    let header = header::find(sheet, LEDGER, REQUIRED)?;
    let mut table = LedgerTable::default();
    for row in sheet.rows.iter().skip(header.data) {
        match read_row(sheet, &header, row) {
            Read::Item(item) => table.rows.push(*item),
            Read::Refused(why) => table.refused.push(RefusedRow::new(row, why)),
            Read::Nothing => {}
        }
    }
    Ok(table)
}

enum Read {
    Item(Box<LedgerRow>),
    Refused(RefusedWhy),
    Nothing,
}

fn read_row(sheet: &Sheet, header: &Header<Column>, row: &SheetRow) -> Read {
    // One problem with several measures is one merged cell beside several rows, so all columns
    // reach down but the number, which names one item.
    let cell = |column| header.spanned(sheet, row, column);
    let text = |column| trimmed(&cell(column).text());
    let (unit, further) = units(&cell, header);
    let content = text(Column::Content);
    let whole = content.is_some() && !unit.is_empty();
    let leads = |at| {
        !matches!(
            header.column(at),
            Some(Column::Progress | Column::Closed | Column::Measures)
        )
    };
    let own = |column| !header.cell(row, column).is_blank();
    let says = row
        .cells
        .iter()
        .enumerate()
        .filter(|(at, cell)| !cell.is_blank() && header.column(*at) != Some(Column::No));
    let said = says.count();
    if said == 0 || header.is_repeated_in(row) || is_margin(row, whole, leads) {
        return Read::Nothing;
    }
    let Some(content) = content else {
        // One lone remark or heading is no item; more than that is one whose problem was forgotten.
        let lone = said == 1 && !own(Column::Unit) && !own(Column::Measures);
        return if lone {
            Read::Nothing
        } else {
            Read::Refused(RefusedWhy::NoContent)
        };
    };
    if unit.is_empty() {
        return Read::Refused(RefusedWhy::NoUnit);
    }
    let helpers = further.iter().map(|path| path.join("/"));
    let helpers: Vec<String> = helpers.chain(text(Column::Helpers)).collect();
    let (no, mark) = numbers(header, row);
    let mut said = vec![Said::Content, Said::Unit];
    let mut says = |says: bool, column| said.extend(says.then_some(column));
    let kind = text(Column::Kind);
    says(no.is_some(), Said::No);
    says(kind.is_some(), Said::Kind);
    says(header.has(Column::Category), Said::Category);
    says(header.has(Column::Measures), Said::Measures);
    says(header.has(Column::Lead), Said::Lead);
    says(header.has(Column::Responsible), Said::Responsible);
    let helped = header.has(Column::Helpers) || !helpers.is_empty();
    says(helped, Said::Helpers);
    says(header.has(Column::Deadline), Said::Deadline);
    says(header.has(Column::Progress), Said::Progress);
    let deadline = if header.has(Column::Deadline) {
        deadline(cell(Column::Deadline))
    } else {
        DeadlineCell::NoColumn
    };
    Read::Item(Box::new(LedgerRow {
        row: row.number,
        no,
        content,
        category: text(Column::Category),
        measures: text(Column::Measures),
        lead: field::name(&cell(Column::Lead).text()),
        unit,
        responsible: field::name(&cell(Column::Responsible).text()),
        helpers: helpers.join("、"),
        deadline,
        progress: text(Column::Progress).map(|cell| progress(&cell)),
        closed: closed(cell(Column::Closed)),
        kind,
        mark,
        said,
    }))
}

/// The ledger's own number and the mark of an export, both of which offices call 编号: a mark looks like no number.
fn numbers(header: &Header<Column>, row: &SheetRow) -> (Option<String>, Option<Mark>) {
    let (mut no, mut mark) = (None, None);
    for at in header.at(Column::No) {
        let Some(text) = trimmed(&row.cell(at).text()) else {
            continue;
        };
        match Mark::read(&narrow(&text)) {
            Some(read) => mark = mark.or(Some(read)),
            None => no = no.or(Some(text)),
        }
    }
    (no, mark)
}

/// The responsible unit and the further ones of the same cell.
fn units<'a>(
    cell: &impl Fn(Column) -> &'a Cell,
    header: &Header<Column>,
) -> (Vec<String>, Vec<Vec<String>>) {
    let mut first = Vec::new();
    let mut further = Vec::new();
    for column in UNIT.iter().filter(|column| header.has(**column)) {
        let mut listed = field::unit_list(&cell(*column).text()).into_iter();
        field::deepen(&mut first, listed.next().unwrap_or_default());
        further.extend(listed);
    }
    (first, further)
}

fn deadline(cell: &Cell) -> DeadlineCell {
    match cell {
        Cell::Date(day) => DeadlineCell::Date(*day),
        Cell::Number(number) => serial_day(number)
            .map_or_else(|| DeadlineCell::Text(number.clone()), DeadlineCell::Date),
        other => trimmed(&other.text()).map_or(DeadlineCell::Empty, DeadlineCell::Text),
    }
}

/// A five-digit serial of 1982 to 2064; no other number an office writes as a time limit
/// (`20140630`, `2014.6`, `6`) looks like it.
fn serial_day(number: &str) -> Option<NaiveDate> {
    let serial = number
        .parse::<u64>()
        .ok()
        .filter(|serial| (30_000..=60_000).contains(serial))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

fn closed(cell: &Cell) -> Option<bool> {
    match cell {
        // A date in 是否销号 is the day on which it was struck off.
        Cell::Date(_) => Some(true),
        Cell::Bool(closed) => Some(*closed),
        other => field::yes_or_no(
            &other.text(),
            &["销号", "銷號", "完成", "办结", "closed", "done", "완료"],
        ),
    }
}

/// What a cell says of progress, as it is kept: a button's words that come back in a table are the button's again.
pub fn progress(cell: &str) -> String {
    let quick = QUICK.iter().find(|(_, words)| words.contains(&cell));
    quick.map_or_else(|| cell.to_owned(), |(quick, _)| quick.kept())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Workbook, XlsxError};

    use super::super::sheet::open;
    use super::*;

    fn ledger(text: &str) -> LedgerTable {
        read_ledger(&open(text.as_bytes(), "t.csv").unwrap()[0]).unwrap()
    }

    #[test]
    fn an_item_is_read_whole() {
        let table = ledger(
            "整改台账\n序号,突出问题,问题类别,整改措施,牵头领导,责任单位,责任人,配合单位,完成时限,进展情况,是否销号,台账类型\n\
             7,公车私用,享乐主义,清退,高 海,敦化市 > 额穆镇、敦化市,陈善,敦化市人大、李兰(P000012),7月中旬前,正在推进,已销号,问题清单\n",
        );
        let some = |text: &str| Some(text.to_owned());
        let path = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        let item = LedgerRow {
            row: 3,
            no: some("7"),
            content: "公车私用".to_owned(),
            category: some("享乐主义"),
            measures: some("清退"),
            lead: some("高海"),
            unit: path("敦化市/额穆镇"),
            responsible: some("陈善"),
            helpers: "敦化市、敦化市人大、李兰(P000012)".to_owned(),
            deadline: DeadlineCell::Text("7月中旬前".to_owned()),
            progress: some("正在推进"),
            closed: Some(true),
            kind: some("问题清单"),
            mark: None,
            said: table.rows[0].said.clone(),
        };
        assert_eq!(
            item.said.len(),
            Said::WRITTEN.len(),
            "every column is there"
        );
        assert_eq!(
            table,
            LedgerTable {
                rows: vec![item],
                refused: Vec::new()
            }
        );
    }

    #[test]
    fn a_mark_is_told_from_a_number() {
        let table = ledger(
            "序号,问题,责任单位,编号\n3,公车私用,敦化市,D17-4\n4,文件多,敦化市,\n,会议多,敦化市,ZG-5\n",
        );
        let marks: Vec<_> = table
            .rows
            .iter()
            .map(|row| {
                let mark = row.mark.map(|mark| mark.to_string());
                (row.no.clone().unwrap_or_default(), mark.unwrap_or_default())
            })
            .collect();
        let expected = [("3", "D17-4"), ("4", ""), ("ZG-5", "")];
        assert_eq!(
            marks,
            expected.map(|(no, mark)| (no.to_owned(), mark.to_owned()))
        );
        let first = table.rows.first().unwrap();
        assert_eq!(first.said, [Said::Content, Said::Unit, Said::No]);
        assert_eq!(first.deadline, DeadlineCell::NoColumn);
    }

    #[test]
    fn margins_go_and_gaps_are_refused() {
        let table = ledger(
            "序号,问题,责任单位,措施,时限\n1,,敦化市,清退,6月\n2,公车私用,,清退,6月\n3,,,,\n一、形式主义,,,,\n\
             序号,问题,责任单位,措施,时限\n4,共性问题,敦化市,,\n合计,4项,,,\n单位负责人：,,填表人：,,\n",
        );
        assert_eq!(
            table.rows.iter().map(|row| row.row).collect::<Vec<_>>(),
            [7]
        );
        let refused: Vec<_> = table
            .refused
            .iter()
            .map(|row| (row.row, row.why.code()))
            .collect();
        assert_eq!(refused, [(2, "no_content"), (3, "no_unit")]);
    }

    #[test]
    fn deadlines_keep_their_words() {
        let day = |year, month, day| {
            DeadlineCell::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap())
        };
        let text = |text: &str| DeadlineCell::Text(text.to_owned());
        for (cell, expected) in [
            (
                Cell::Date(NaiveDate::from_ymd_opt(2014, 8, 10).unwrap()),
                day(2014, 8, 10),
            ),
            (Cell::Number("41820".to_owned()), day(2014, 6, 30)),
            (Cell::Number("20140630".to_owned()), text("20140630")),
            (Cell::Number("2014.6".to_owned()), text("2014.6")),
            (Cell::Text(" 立行立改 ".to_owned()), text("立行立改")),
            (
                Cell::Text("２０１４年８月".to_owned()),
                text("２０１４年８月"),
            ),
            (Cell::Empty, DeadlineCell::Empty),
        ] {
            assert_eq!(deadline(&cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn closed_is_said_in_many_ways() {
        for (text, expected) in [
            ("是", Some(true)),
            ("已销号", Some(true)),
            ("√", Some(true)),
            ("已完成", Some(true)),
            ("未销号", Some(false)),
            ("否", Some(false)),
            ("", None),
        ] {
            assert_eq!(closed(&Cell::Text(text.to_owned())), expected, "{text:?}");
        }
    }

    fn two_sheets() -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let plain = Format::new();
        book.add_worksheet()
            .set_name("说明")?
            .write_string(0, 0, "填表说明")?;
        let sheet = book.add_worksheet().set_name("台账")?;
        sheet.write_row(0, 0, ["序号", "问题", "整改措施", "责任单位", "完成时限"])?;
        sheet.merge_range(1, 0, 2, 0, "1", &plain)?;
        sheet.merge_range(1, 1, 2, 1, "公车私用", &plain)?;
        sheet.merge_range(1, 3, 2, 3, "敦化市", &plain)?;
        sheet
            .write_string(1, 2, "清退")?
            .write_string(2, 2, "公示")?;
        book.save_to_buffer()
    }

    #[test]
    fn merged_cells_reach_down_in_the_sheet_that_has_the_header() {
        let sheets = open(&two_sheets().unwrap(), "x.xlsx").unwrap();
        let table = read_ledger(pick(&sheets).unwrap()).unwrap();
        let said: Vec<_> = table
            .rows
            .iter()
            .map(|row| {
                (
                    row.row,
                    row.no.as_deref(),
                    row.content.as_str(),
                    row.measures.as_deref(),
                    row.unit.join("/"),
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                (2, Some("1"), "公车私用", Some("清退"), "敦化市".to_owned()),
                (3, None, "公车私用", Some("公示"), "敦化市".to_owned()),
            ]
        );
        assert_eq!(
            pick(&sheets[..1]).map_err(|fault| fault.code()),
            Err("no_header")
        );
    }
}
