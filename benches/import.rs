//! How long `duban import roster` takes for a whole prefecture: 176,000 people in one xlsx, and a tenth
//! of them for comparison; and `duban import items` for 500,000 items, and a tenth of them. With the built program
//! on SQLite and, where its programs are found, on PostgreSQL. Run: `cargo bench --bench import`, or a part of it:
//! `cargo bench --bench import -- roster`, `-- items`. The figures stand in docs/performance.md.

#![expect(clippy::print_stdout, reason = "it prints its result")]
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot run is to say so loudly"
)]

#[path = "../tests/it/support/postgres.rs"]
mod postgres;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;

const SIZES: [u32; 2] = [17_600, 176_000];
/// Items of a ledger.
const ITEMS: [u32; 2] = [50_000, 500_000];
/// People on the roster of those whose ledger it is.
const PEOPLE: u32 = 17_600;
const COUNTIES: u32 = 8;
/// People of a branch, the lowest unit.
const BRANCH: u32 = 50;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    println!(
        "{:<12} {:>8} {:<16} {:>8} {:>10} {:>9}",
        "database", "rows", "command", "seconds", "rows/s", "peak MiB"
    );
    let parts: Vec<String> = std::env::args().skip(1).collect();
    let named = parts.iter().any(|part| part == "roster" || part == "items");
    let wanted = |part: &str| !named || parts.iter().any(|named| named == part);
    for rows in SIZES.into_iter().filter(|_| wanted("roster")) {
        let table = folder.path().join(format!("{rows}.xlsx"));
        write(&table, rows);
        let file = table.display().to_string();
        for (name, url) in databases(&runtime, folder.path(), rows) {
            for (what, arguments) in [
                ("dry run", &["import", "roster", &file, "--dry-run"][..]),
                ("first import", &["import", "roster", &file]),
                ("again", &["import", "roster", &file]),
                ("export", &["export", "roster"]),
            ] {
                print(name, rows, what, measured(&url, arguments));
            }
        }
    }
    for rows in ITEMS.into_iter().filter(|_| wanted("items")) {
        ledger(&runtime, folder.path(), rows);
    }
}

/// A ledger of so many items, on each database.
fn ledger(runtime: &tokio::runtime::Runtime, folder: &Path, rows: u32) {
    let path = |name: &str| folder.join(name).display().to_string();
    let (people, table) = (path("people.xlsx"), path("items.xlsx"));
    let (office, edited) = (path("office.csv"), path("edited.csv"));
    write(Path::new(&people), PEOPLE);
    write_items(Path::new(&table), rows);
    for (name, url) in databases(runtime, folder, rows) {
        measured(&url, &["import", "roster", &people]);
        let workbook = path("office.xlsx");
        for (what, arguments) in [
            ("first import", &["import", "items", &table][..]),
            ("again", &["import", "items", &table]),
            ("export", &["export", "items"]),
            (
                "office, xlsx",
                &[
                    "export", "items", "--office", "--format", "xlsx", "--out", &workbook,
                ],
            ),
            ("that again", &["import", "items", &workbook]),
            (
                "office, csv",
                &["export", "items", "--office", "--out", &office],
            ),
        ] {
            print(name, rows, what, measured(&url, arguments));
        }
        // Every row that is not struck off gets another measure; half of them, since a csv of 500,000 items is larger
        // than the program reads.
        let text = std::fs::read_to_string(&office).expect("the export");
        let lines = text.lines().map(|line| {
            if line.contains(",否,") {
                line.replace("压减会议", "再压减会议")
            } else {
                line.to_owned()
            }
        });
        let half = rows / 2;
        let lines: Vec<String> = lines.take(half as usize + 1).collect();
        std::fs::write(&edited, lines.join("\n")).expect("a file");
        print(
            name,
            half,
            "half edited",
            measured(&url, &["import", "items", &edited]),
        );
    }
}

fn print(database: &str, rows: u32, what: &str, (seconds, peak): (f64, u64)) {
    let pace = f64::from(rows) / seconds;
    println!("{database:<12} {rows:>8} {what:<16} {seconds:>8.2} {pace:>10.0} {peak:>9}");
}

/// An empty database of each sort that is there.
fn databases(
    runtime: &tokio::runtime::Runtime,
    folder: &Path,
    rows: u32,
) -> Vec<(&'static str, String)> {
    let sqlite = format!("sqlite://{}/{rows}.db", folder.display());
    let mut databases = vec![("SQLite", sqlite)];
    if let Some(url) = runtime.block_on(postgres::database()) {
        databases.push(("PostgreSQL", url));
    }
    databases
}

/// Seconds and peak memory in MiB of one run of the program.
fn measured(database: &str, arguments: &[&str]) -> (f64, u64) {
    let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join("campaigns/mass-line.toml");
    let start = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_duban"))
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", database)
        .env("DUBAN_CAMPAIGN", campaign)
        .stdout(Stdio::null())
        // Names that several people share are a line each.
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    let status = format!("/proc/{}/status", program.id());
    let mut peak = 0;
    let end = loop {
        // The kernel keeps the highest mark itself: the last look is within milliseconds of the end.
        peak = peak.max(high_water(&status));
        if let Some(end) = program.try_wait().expect("its state") {
            break end;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(end.success(), "{arguments:?}: {end}");
    (start.elapsed().as_secs_f64(), peak)
}

/// The highest resident memory so far, in MiB; 0 once the process is gone.
fn high_water(status: &str) -> u64 {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kib.unwrap_or(0) / 1024
}

/// A roster of that many people, as an office keeps it: a title, a header, a total at the foot.
fn write(path: &Path, rows: u32) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().expect("a sheet");
    sheet.write(0, 0, "全州党员花名册").expect("a title");
    let header = ["序号", "单位", "姓名", "职务", "职级", "手机号", "备注"];
    sheet.write_row(1, 0, header).expect("a header");
    for n in 0..rows {
        let row = n + 2;
        let branch = n / BRANCH;
        let (county, township) = (branch % COUNTIES, branch / COUNTIES % 12);
        let unit = format!("第{county}县／第{township}镇／第{branch}村党支部");
        let rank = match n % BRANCH {
            0 => "正科级",
            1 => "副科级",
            _ => "普通党员",
        };
        let note = if n % 9 == 0 { "年老体弱" } else { "" };
        sheet.write(row, 0, n + 1).expect("a cell");
        sheet.write(row, 1, unit).expect("a cell");
        sheet.write(row, 2, name(n)).expect("a cell");
        sheet.write(row, 3, "党员").expect("a cell");
        sheet.write(row, 4, rank).expect("a cell");
        sheet
            .write(row, 5, 13_000_000_000_i64 + i64::from(n) * 7)
            .expect("a cell");
        sheet.write(row, 6, note).expect("a cell");
    }
    sheet.write(rows + 2, 0, "合计").expect("a cell");
    sheet
        .write(rows + 2, 1, format!("{rows}人"))
        .expect("a cell");
    book.save(path).expect("a workbook");
}

/// A ledger of that many items, of people who are on the roster of [`PEOPLE`].
fn write_items(path: &Path, rows: u32) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().expect("a sheet");
    sheet.write(0, 0, "全州整改台账").expect("a title");
    let header = [
        "序号",
        "类别",
        "问题",
        "整改措施",
        "牵头领导",
        "责任单位",
        "责任人",
        "配合单位(人)",
        "完成时限",
        "进展",
        "是否销号",
    ];
    sheet.write_row(1, 0, header).expect("a header");
    for n in 0..rows {
        let person = n.wrapping_mul(7_919) % PEOPLE;
        let branch = person / BRANCH;
        let (county, township) = (branch % COUNTIES, branch / COUNTIES % 12);
        let unit = format!("第{county}县/第{township}镇/第{branch}村党支部");
        let deadline = match n % 10 {
            0 => "立行立改".to_owned(),
            1 => "长期坚持".to_owned(),
            n => format!("2014年{n}月底前"),
        };
        let closed = if n % 7 == 0 { "是" } else { "否" };
        let row = [
            (n + 1).to_string(),
            "形式主义".to_owned(),
            format!("第{n}个问题：会议多、文件多，干部陷于事务"),
            "压减会议和文件三成，每月公布".to_owned(),
            name(person / BRANCH * BRANCH),
            unit,
            name(person),
            name(person + 1),
            deadline,
            "正在推进".to_owned(),
            closed.to_owned(),
        ];
        sheet.write_row(n + 2, 0, row).expect("cells");
    }
    book.save(path).expect("a workbook");
}

/// Names repeat as they do in life: some thirty people of 176,000 share one.
fn name(n: u32) -> String {
    let surnames: Vec<char> = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗金朴崔姜"
        .chars()
        .collect();
    let given: Vec<char> = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华文玉兰红梅建国春光"
        .chars()
        .collect();
    let at = |signs: &[char], n: u32| signs.get(n as usize % signs.len()).copied().unwrap_or('某');
    let mixed = n.wrapping_mul(2_654_435_761) >> 8;
    [
        at(&surnames, mixed),
        at(&given, mixed / 24),
        at(&given, mixed / 24 / 32),
    ]
    .iter()
    .collect()
}
