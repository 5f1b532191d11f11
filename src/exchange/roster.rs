//! The roster (花名册): who is where, with which post, rank and phone.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::field;
use super::header::{self, Header, TableFault};
use super::margin::is_margin;
use super::refusal::{RefusedRow, RefusedWhy};
use super::sheet::{Cell, Sheet, SheetRow};
use super::vocabulary::{ROSTER, RosterColumn as Column};
use super::width::{narrow, trimmed};

/// The columns any of which say the unit, uppermost first.
const UNIT: &[Column] = &[
    Column::County,
    Column::Township,
    Column::Unit,
    Column::Branch,
];
const REQUIRED: &[&[Column]] = &[
    &[
        Column::Unit,
        Column::Branch,
        Column::Township,
        Column::County,
    ],
    &[Column::Name],
];
/// A longer code, or one with letters, is a key even where no 序号 stands beside it.
const RUNNING_DIGITS: usize = 5;

/// What a roster says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterTable {
    /// The people, in the sheet's order.
    pub rows: Vec<RosterRow>,
    /// The rows that name nobody, or nobody's unit, or somebody twice.
    pub refused: Vec<RefusedRow>,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// 1-based row in the sheet.
    pub row: u32,
    /// The office's own key for the person.
    pub key: Option<String>,
    /// The unit's path, uppermost level first; never empty.
    pub unit: Vec<String>,
    /// The name, without padding.
    pub name: String,
    /// The post as written.
    pub post: Option<String>,
    /// The rank as written, half-width.
    pub rank: Option<String>,
    /// Digits only, without `+86`.
    pub phone: Option<String>,
    /// Whether the person is in the leading group; none where the sheet does not say.
    pub leadership: Option<bool>,
    /// Remarks; several columns of them are joined by `；`.
    pub note: Option<String>,
    /// The sector as written.
    pub sector: Option<String>,
    /// Since when the person is there.
    pub joined_on: Option<NaiveDate>,
}

/// The first sheet that has a roster's header.
pub fn pick(sheets: &[Sheet]) -> Result<&Sheet, TableFault> {
    header::pick(sheets, ROSTER, REQUIRED)
}

/// Reads the people of a sheet. Blank rows, repeated headers, totals and signatures are passed over.
pub fn read_roster(sheet: &Sheet) -> Result<RosterTable, TableFault> {
    let header = header::find(sheet, ROSTER, REQUIRED)?;
    let mut table = RosterTable::default();
    let mut known = Known::default();
    for row in sheet.rows.iter().skip(header.data) {
        match read_row(sheet, &header, row) {
            Read::Person(person) => match known.earlier(&person) {
                None => table.rows.push(person),
                Some(why) => table.refused.push(RefusedRow::new(row, why)),
            },
            Read::Refused(why) => table.refused.push(RefusedRow::new(row, why)),
            Read::Nobody => {}
        }
    }
    Ok(table)
}

enum Read {
    Person(RosterRow),
    Refused(RefusedWhy),
    Nobody,
}

fn read_row(sheet: &Sheet, header: &Header<Column>, row: &SheetRow) -> Read {
    let mut unit = Vec::new();
    for column in UNIT {
        for at in header.at(*column) {
            field::deepen(&mut unit, field::unit_path(&sheet.spanned(row, at).text()));
        }
    }
    let name = field::name(&header.cell(row, Column::Name).text());
    let whole = !unit.is_empty() && name.is_some();
    if header.is_repeated_in(row) || is_margin(row, whole, |at| leads(header, at)) {
        return Read::Nobody;
    }
    let Some(name) = name else {
        return unnamed(header, row, unit.is_empty());
    };
    if unit.is_empty() {
        return Read::Refused(RefusedWhy::NoUnit);
    }
    let text = |column| header.cell(row, column).text();
    let rank = text(Column::Rank);
    let joined_on = header.cell(row, Column::JoinedOn);
    let joined = field::day(joined_on);
    if joined.is_none() && !joined_on.is_blank() {
        return Read::Refused(RefusedWhy::BadJoinedOn);
    }
    Read::Person(RosterRow {
        row: row.number,
        key: key(header, row),
        unit,
        name,
        post: trimmed(&text(Column::Post)),
        rank: trimmed(&narrow(&rank)),
        phone: field::phone(&text(Column::Phone)),
        leadership: field::yes_or_no(&text(Column::Leadership), &["班子", "成员", "成員"]),
        note: note(header, row),
        sector: trimmed(&text(Column::Sector)),
        joined_on: joined,
    })
}

/// A row without a name: a gap in the running numbers or a heading between groups says nothing; a row
/// that says more is somebody whose name was forgotten.
fn unnamed(header: &Header<Column>, row: &SheetRow, no_unit: bool) -> Read {
    let says = |(at, cell): &(usize, &Cell)| {
        !cell.is_blank() && !matches!(header.column(*at), Some(Column::Seq | Column::Code))
    };
    match row.cells.iter().enumerate().filter(says).count() {
        0 => Read::Nobody,
        1 if no_unit => Read::Nobody,
        _ if no_unit => Read::Refused(RefusedWhy::NoUnit),
        _ => Read::Refused(RefusedWhy::NoName),
    }
}

/// Whether a person's row may begin in the sheet column, running number aside.
fn leads(header: &Header<Column>, at: usize) -> bool {
    header.column(at).is_none_or(|column| {
        let numbers = matches!(column, Column::Seq | Column::Code | Column::Key);
        numbers || column == Column::Name || UNIT.contains(&column)
    })
}

fn key(header: &Header<Column>, row: &SheetRow) -> Option<String> {
    let key = trimmed(&narrow(&header.cell(row, Column::Key).text()));
    key.or_else(|| {
        // A lone 编号 is mostly the running number, which names nobody in the next file.
        let code = trimmed(&narrow(&header.cell(row, Column::Code).text()))?;
        let running =
            code.len() <= RUNNING_DIGITS && code.chars().all(|symbol| symbol.is_ascii_digit());
        (header.has(Column::Seq) || !running).then_some(code)
    })
}

fn note(header: &Header<Column>, row: &SheetRow) -> Option<String> {
    let notes = header
        .at(Column::Note)
        .filter_map(|at| trimmed(&row.cell(at).text()));
    trimmed(&notes.collect::<Vec<_>>().join("；"))
}

/// The people seen so far, by what tells them apart.
#[derive(Debug, Default)]
struct Known {
    keys: HashMap<String, u32>,
    people: HashMap<Identity, Vec<Namesake>>,
}

/// Unit, name and phone.
type Identity = (Vec<String>, String, Option<String>);
/// The row of a person, and his key.
type Namesake = (u32, Option<String>);

impl Known {
    /// Notes the person, or says which earlier row is the same. Two keys make two people of one
    /// name in one unit.
    fn earlier(&mut self, person: &RosterRow) -> Option<RefusedWhy> {
        if let Some(of_row) = person.key.as_ref().and_then(|key| self.keys.get(key)) {
            return Some(RefusedWhy::DuplicateKey { of_row: *of_row });
        }
        let identity = (
            person.unit.clone(),
            person.name.clone(),
            person.phone.clone(),
        );
        let namesakes = self.people.entry(identity).or_default();
        let same = |(_, key): &&Namesake| key.is_none() || person.key.is_none();
        if let Some((of_row, _)) = namesakes.iter().find(same) {
            return Some(RefusedWhy::Duplicate { of_row: *of_row });
        }
        namesakes.push((person.row, person.key.clone()));
        if let Some(key) = &person.key {
            self.keys.insert(key.clone(), person.row);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::open;
    use super::*;

    fn roster(text: &str) -> RosterTable {
        read_roster(&open(text.as_bytes(), "t.csv").unwrap()[0]).unwrap()
    }

    fn refused(table: &RosterTable) -> Vec<(u32, &'static str, Option<u32>)> {
        table
            .refused
            .iter()
            .map(|row| (row.row, row.why.code(), row.why.of_row()))
            .collect()
    }

    #[test]
    fn a_person_is_read_whole() {
        let table = roster(
            "花名册\n\n序号,编号,单位,姓名,职务,职级,手机号,是否班子成员,备注,人员类别,领域\n\
             1,A7,敦化市 > 额穆镇,陈 善, 主任 ,乡科级正职 ,１７３-6550-0114,√,借调,流动党员,乡镇街道\n\
             2,8,敦化市,高海,,,无,,,,\n",
        );
        let some = |text: &str| Some(text.to_owned());
        let chen = RosterRow {
            row: 4,
            key: some("A7"),
            unit: vec!["敦化市".to_owned(), "额穆镇".to_owned()],
            name: "陈善".to_owned(),
            post: some("主任"),
            rank: some("乡科级正职"),
            phone: some("17365500114"),
            leadership: Some(true),
            note: some("借调；流动党员"),
            sector: some("乡镇街道"),
            joined_on: None,
        };
        let gao = RosterRow {
            row: 5,
            key: some("8"),
            unit: vec!["敦化市".to_owned()],
            name: "高海".to_owned(),
            post: None,
            rank: None,
            phone: None,
            leadership: None,
            note: None,
            sector: None,
            joined_on: None,
        };
        assert_eq!(
            table,
            RosterTable {
                rows: vec![chen, gao],
                refused: Vec::new()
            }
        );
    }

    #[test]
    fn rows_that_are_nobody_are_passed_over() {
        let table = roster(
            "序号,单位,姓名,手机号\n一、县直,,,\n1,敦化市,陈善,1\n2,,,\n,,,\n序号,单位,姓名,手机号\n3,总工会,高海,2\n\
             小计,2人,,\n合计,,2人,\n审核人：,李四,填表人：,\n,备注：以上按姓氏排列,,\n",
        );
        assert_eq!(
            table
                .rows
                .iter()
                .map(|row| row.name.as_str())
                .collect::<Vec<_>>(),
            ["陈善", "高海"]
        );
        assert_eq!(refused(&table), []);
    }

    #[test]
    fn refused_rows_say_why() {
        let table = roster(
            "序号,单位,姓名,职务,手机号\n1,,郑虎,书记,13730053115\n2,敦化市,,副镇长,18554173272\n3,敦化市,空缺,镇长,\n\
             4,敦化市,陈善,,13524098999\n5,敦化市,陈 善,,135-2409-8999\n6,敦化市,陈善,,13524098990\n7,,,书记,13730053116\n",
        );
        assert_eq!(
            table.rows.iter().map(|row| row.row).collect::<Vec<_>>(),
            [5, 7]
        );
        assert_eq!(
            refused(&table),
            [
                (2, "no_unit", None),
                (3, "no_name", None),
                (4, "no_name", None),
                (6, "duplicate", Some(5)),
                (8, "no_unit", None)
            ]
        );
        assert_eq!(table.refused[0].text, "1 郑虎 书记 13730053115");
    }

    #[test]
    fn the_day_on_which_somebody_came_is_read_or_refused() {
        let table = roster(
            "单位,姓名,到岗日期\n敦化市,陈善,2014-03-05\n敦化市,高海,2014年3月5日\n敦化市,郑虎,\n敦化市,金新,2014/3/5\n\
             敦化市,朴兰,不久前\n敦化市,李强,2014-13-05\n敦化市,崔晨,20140305\n",
        );
        let days: Vec<_> = table
            .rows
            .iter()
            .map(|row| row.joined_on.map(|day| day.to_string()))
            .collect();
        let fifth = || Some("2014-03-05".to_owned());
        assert_eq!(days, [fifth(), fifth(), None, fifth(), fifth()]);
        assert_eq!(
            refused(&table),
            [(6, "bad_joined_on", None), (7, "bad_joined_on", None)]
        );
    }

    #[test]
    fn keys_tell_namesakes_apart() {
        let table =
            roster("工号,单位,姓名\nA,敦化市,陈善\nB,敦化市,陈善\nA,延吉市,高海\n,敦化市,陈善\n");
        assert_eq!(
            table
                .rows
                .iter()
                .filter_map(|row| row.key.as_deref())
                .collect::<Vec<_>>(),
            ["A", "B"]
        );
        assert_eq!(
            refused(&table),
            [(4, "duplicate_key", Some(2)), (5, "duplicate", Some(2))]
        );
    }

    #[test]
    fn a_lone_running_number_is_no_key() {
        let table = roster("编号,单位,姓名\n1,敦化市,陈善\nDH-02,敦化市,高海\n1,延吉市,郑虎\n");
        let keys: Vec<_> = table.rows.iter().map(|row| row.key.as_deref()).collect();
        assert_eq!(keys, [None, Some("DH-02"), None]);
    }

    #[test]
    fn unit_columns_join() {
        let table =
            roster("县市,乡镇,支部/村,姓名\n汪清县,春阳镇,长安村党支部,崔涛姬\n汪清县,,,周俊哲\n");
        let units: Vec<_> = table.rows.iter().map(|row| row.unit.join("/")).collect();
        assert_eq!(units, ["汪清县/春阳镇/长安村党支部", "汪清县"]);
    }
}
