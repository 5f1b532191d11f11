//! `duban import`, as an office does it: the built program, office tables, both databases.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::support::{Base, Desk, Line, bases};

const ROSTER: &[u8] = include_bytes!("../fixtures/roster.xlsx");
const LEDGER: &[u8] = include_bytes!("../fixtures/ledger.xlsx");
/// Four people, as an office writes them: a title above the header, a total row below.
const PEOPLE: &str = "春阳镇党员干部花名册,,,,,\n序号,单位,姓名,职务,职级,手机号\n\
    1,汪清县/春阳镇,周俊哲,镇长,正科级,15271743001\n\
    2,汪清县/春阳镇,李兰,副镇长,副科级,15271743002\n\
    3,汪清县/百草沟镇,杨勇涛,镇长,正科级,15271743003\n\
    4,汪清县/百草沟镇,朴涛芳,干事,科员,\n合计,4人,,,,\n";
const ITEMS: &str = "序号,问题,类别,整改措施,牵头领导,责任单位,责任人,完成时限,进展情况,是否销号\n\
    1,会议多,形式主义,压减三成,周俊哲,汪清县/春阳镇,李兰,2014年6月底前,,否\n\
    2,文件多,形式主义,压减三成,周俊哲,汪清县/春阳镇,李兰,立行立改,正在推进,否\n";

async fn desk_with(base: Base, people: &str) -> Desk {
    let desk = Desk::on(base).await;
    let file = desk.file("people.csv", people);
    desk.duban(&["import", "roster", &file]).await.ends(0);
    desk
}

fn expected() -> serde_json::Value {
    serde_json::from_str(include_str!("../fixtures/expected.json")).expect("JSON")
}

/// The rows that were to be refused, and what the program said of each: row and code.
fn refused(said: &str) -> Vec<(u64, String)> {
    let lines = said.lines().filter_map(|line| line.strip_prefix("row "));
    lines
        .map(|line| {
            let mut parts = line.split(": ");
            let row = parts.next().and_then(|row| row.parse().ok());
            let code = parts.next().unwrap_or_default().to_owned();
            assert!(
                parts.next().is_some_and(|reason| reason.len() > 10),
                "{line}"
            );
            (row.expect("a row's number"), code)
        })
        .collect()
}

fn by<'a>(lines: &'a [Line], column: &str, value: &str) -> &'a Line {
    let found = lines.iter().find(|line| line[column] == value);
    found.unwrap_or_else(|| panic!("no {column} {value} in {lines:#?}"))
}

#[tokio::test]
async fn the_roster_of_the_fixtures_comes_in_as_expected() {
    let expected = expected();
    let roster = &expected["roster"];
    for base in bases().await {
        let desk = Desk::on(base).await;
        let file = desk.file("roster.xlsx", ROSTER);
        let said = desk.duban(&["import", "roster", &file]).await.ends(1);
        let bad: Vec<(u64, String)> = roster["bad"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|bad| {
                (
                    bad["row"].as_u64().expect("a row"),
                    bad["why"].as_str().expect("a code").to_owned(),
                )
            })
            .collect();
        assert_eq!(refused(&said.out), bad);
        assert_eq!(
            said.summary(),
            "60 rows taken: 60 new, 0 changed, 0 unchanged; 2 refused; 0 missing from the table"
        );
        let people = desk.export("roster").await;
        assert_eq!(
            people.len() as u64,
            roster["good"].as_u64().expect("a number")
        );
        let mut by_rank: BTreeMap<&str, u64> = BTreeMap::new();
        for person in &people {
            *by_rank.entry(&person["rank"]).or_default() += 1;
            assert!(
                !person["unit"].is_empty() && !person["name"].contains([' ', '\u{3000}']),
                "{person:?}"
            );
            assert!(
                person["phone"].chars().all(|sign| sign.is_ascii_digit()),
                "{person:?}"
            );
        }
        assert_eq!(
            serde_json::to_value(by_rank).expect("JSON"),
            roster["by_rank"]
        );

        let again = desk.duban(&["import", "roster", &file]).await.ends(1);
        assert_eq!(
            again.summary(),
            "60 rows taken: 0 new, 0 changed, 60 unchanged; 2 refused; 0 missing from the table"
        );
        assert_eq!(desk.export("roster").await, people);
    }
}

#[tokio::test]
async fn the_ledger_of_the_fixtures_comes_in_as_expected() {
    let expected = expected();
    let ledger = &expected["ledger"];
    for base in bases().await {
        let desk = Desk::on(base).await;
        let (roster, file) = (
            desk.file("roster.xlsx", ROSTER),
            desk.file("ledger.xlsx", LEDGER),
        );
        desk.duban(&["import", "roster", &roster]).await.ends(1);
        let said = desk.duban(&["import", "items", &file]).await.ends(1);
        let bad: Vec<(u64, &str)> = ledger["bad"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|bad| {
                (
                    bad["row"].as_u64().expect("a row"),
                    bad["text"].as_str().expect("a text"),
                )
            })
            .collect();
        let rows: Vec<u64> = bad.iter().map(|(row, _)| *row).collect();
        let found = refused(&said.out);
        assert_eq!(found.iter().map(|(row, _)| *row).collect::<Vec<_>>(), rows);
        for (line, (row, text)) in said.lines("row ").iter().zip(&bad) {
            assert!(
                line.starts_with(&format!("row {row}: bad_deadline: “{text}” is not")),
                "{line}"
            );
        }
        let items = desk.export("items").await;
        let deadlines: BTreeMap<&str, &str> = items
            .iter()
            .map(|item| (item["no"].as_str(), item["deadline"].as_str()))
            .collect();
        assert_eq!(
            items.len() as u64,
            ledger["good"].as_u64().expect("a number")
        );
        assert_eq!(
            serde_json::to_value(deadlines).expect("JSON"),
            ledger["deadlines"]
        );

        let again = desk.duban(&["import", "items", &file]).await.ends(1);
        assert_eq!(
            again.summary(),
            "20 rows taken: 0 new, 0 changed, 20 unchanged; 4 refused; 0 missing from the table"
        );
        assert_eq!(desk.export("items").await, items);
    }
}

#[tokio::test]
async fn a_dry_run_shows_the_difference_and_changes_nothing() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let file = desk.file("people.csv", PEOPLE);
        let dry = desk
            .duban(&["import", "roster", &file, "--dry-run"])
            .await
            .ends(0);
        assert!(dry.out.starts_with("Dry run: "), "{}", dry.out);
        assert_eq!(
            dry.lines("+ "),
            [
                "+ 汪清县/春阳镇 周俊哲",
                "+ 汪清县/春阳镇 李兰",
                "+ 汪清县/百草沟镇 杨勇涛",
                "+ 汪清县/百草沟镇 朴涛芳"
            ]
        );
        assert_eq!(desk.count("SELECT COUNT(*) FROM cadres").await, 0);
        assert_eq!(desk.count("SELECT COUNT(*) FROM units").await, 0);
        desk.duban(&["import", "roster", &file]).await.ends(0);

        let items = desk.file("items.csv", ITEMS);
        let dry = desk
            .duban(&["import", "items", &items, "--dry-run"])
            .await
            .ends(0);
        assert_eq!(dry.lines("+ ").len(), 2);
        assert_eq!(desk.count("SELECT COUNT(*) FROM items").await, 0);

        let before = desk.export("roster").await;
        let changed = PEOPLE
            .replace("15271743002", "152-7174-3999")
            .replace("3,汪清县/百草沟镇,杨勇涛", "3,汪清县/百草沟镇,金新");
        let changed = desk.file(
            "changed.csv",
            changed.replace("正科级,15271743003", "正科级,15271743009"),
        );
        let dry = desk
            .duban(&["import", "roster", &changed, "--dry-run"])
            .await
            .ends(0);
        assert_eq!(
            dry.lines("~ "),
            ["~ 汪清县/春阳镇 李兰: phone: 15271743002 → 15271743999"]
        );
        assert_eq!(dry.lines("+ "), ["+ 汪清县/百草沟镇 金新"]);
        assert_eq!(
            dry.lines("- "),
            ["- 汪清县/百草沟镇 杨勇涛: not in the table, kept as it was"]
        );
        assert_eq!(
            dry.summary(),
            "4 rows taken: 1 new, 1 changed, 2 unchanged; 0 refused; 1 missing from the table"
        );
        assert_eq!(desk.export("roster").await, before);
    }
}

#[tokio::test]
async fn a_changed_row_updates_the_person_and_a_vanished_one_stays() {
    for base in bases().await {
        let desk = desk_with(base, PEOPLE).await;
        let before = desk.export("roster").await;
        let key = |name: &str| by(&before, "name", name)["key"].clone();
        let table = PEOPLE
            // A phone, a post and a rank; another unit; a name put right; and one row less.
            .replace(
                "李兰,副镇长,副科级,15271743002",
                "李兰,镇长,县（处）级,15271743992",
            )
            .replace("3,汪清县/百草沟镇,杨勇涛", "3,敦化市/额穆镇,杨勇涛")
            .replace("周俊哲", "周骏哲")
            .replace("4,汪清县/百草沟镇,朴涛芳,干事,科员,\n", "");
        let file = desk.file("people.csv", table);
        let said = desk.duban(&["import", "roster", &file]).await.ends(0);
        assert_eq!(
            said.lines("- "),
            ["- 汪清县/百草沟镇 朴涛芳: not in the table, kept as it was"]
        );
        assert_eq!(
            said.summary(),
            "3 rows taken: 0 new, 3 changed, 0 unchanged; 0 refused; 1 missing from the table"
        );
        let after = desk.export("roster").await;
        assert_eq!(after.len(), 4);
        let li = by(&after, "key", &key("李兰"));
        assert_eq!(
            [&li["post"], &li["rank"], &li["phone"]],
            ["镇长", "county", "15271743992"]
        );
        assert_eq!(by(&after, "key", &key("杨勇涛"))["unit"], "敦化市/额穆镇");
        assert_eq!(by(&after, "key", &key("周俊哲"))["name"], "周骏哲");
        let gone = by(&after, "key", &key("朴涛芳"));
        assert_eq!(
            (gone["name"].as_str(), gone["active"].as_str()),
            ("朴涛芳", "true")
        );
        let units = desk.count("SELECT COUNT(*) FROM units").await;
        assert_eq!(units, 5, "two counties, three townships");
    }
}

#[tokio::test]
async fn ranks_are_known_however_the_cell_is_padded() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let table = "单位,姓名,职级\n敦化市委,陈善, 县（处）级 \n春阳镇,李兰,\u{3000}副 乡 级\n\
            春阳镇,周俊哲,乡（科）级\n春阳镇,金新,\n春阳镇,朴兰,大师\n";
        let file = desk.file("people.csv", table);
        let said = desk.duban(&["import", "roster", &file]).await.ends(1);
        assert_eq!(refused(&said.out), [(6, "unknown_rank".to_owned())]);
        let people = desk.export("roster").await;
        for (name, rank) in [
            ("陈善", "county"),
            ("李兰", "section"),
            ("周俊哲", "section"),
            ("金新", "member"),
        ] {
            assert_eq!(by(&people, "name", name)["rank"], rank, "{name}");
        }
    }
}

#[tokio::test]
async fn a_csv_is_read_as_offices_save_it() {
    let (gb, _, lost) = encoding_rs::GB18030.encode(PEOPLE);
    assert!(!lost);
    let variants: [(&str, Vec<u8>); 5] = [
        ("gb18030.csv", gb.into_owned()),
        ("bom.csv", format!("\u{feff}{PEOPLE}").into_bytes()),
        ("semicolon.csv", PEOPLE.replace(',', ";").into_bytes()),
        ("tab.csv", PEOPLE.replace(',', "\t").into_bytes()),
        ("windows.csv", PEOPLE.replace('\n', "\r\n").into_bytes()),
    ];
    for base in bases().await {
        let plain = desk_with(base, PEOPLE).await;
        let expected = plain.export("roster").await;
        for (name, bytes) in &variants {
            let desk = Desk::on(base).await;
            let file = desk.file(name, bytes);
            desk.duban(&["import", "roster", &file]).await.ends(0);
            assert_eq!(desk.export("roster").await, expected, "{name}");
        }
    }
}

#[tokio::test]
async fn a_ledger_imported_again_moves_deadlines_and_strikes_items_off() {
    for base in bases().await {
        let desk = desk_with(base, PEOPLE).await;
        let file = desk.file("items.csv", ITEMS);
        desk.duban(&["import", "items", &file]).await.ends(0);
        let items = desk.export("items").await;
        assert_eq!(by(&items, "no", "1")["deadline"], "2014-06-30");
        assert_eq!(by(&items, "no", "2")["deadline"], "immediate");
        let known = desk.count("SELECT COUNT(*) FROM items WHERE responsible_id IS NOT NULL AND lead_id IS NOT NULL").await;
        assert_eq!(known, 2, "the ledger's names are the roster's people");

        let table = ITEMS
            .replace("2014年6月底前,,否", "2014年8月15日前,推迟,否")
            .replace("正在推进,否", "已完成,是");
        let file = desk.file("items.csv", table);
        let dry = desk
            .duban(&["import", "items", &file, "--dry-run"])
            .await
            .ends(0);
        assert_eq!(
            dry.lines("~ "),
            [
                "~ 1 汪清县/春阳镇 会议多: deadline: 2014-06-30 → 2014-08-15; progress:  → 推迟",
                "~ 2 汪清县/春阳镇 文件多: progress: 正在推进 → 已完成; status: assigned → closed",
            ]
        );
        desk.duban(&["import", "items", &file]).await.ends(0);
        let items = desk.export("items").await;
        assert_eq!(items.len(), 2);
        assert_eq!(by(&items, "no", "1")["deadline"], "2014-08-15");
        let closed = by(&items, "no", "2");
        assert_eq!(
            (closed["status"].as_str(), closed["closed_by"].as_str()),
            ("closed", "import")
        );
        assert!(chrono::DateTime::parse_from_rfc3339(&closed["closed_at"]).is_ok());

        let one = ITEMS
            .lines()
            .take(1)
            .chain(ITEMS.lines().skip(2))
            .collect::<Vec<_>>()
            .join("\n");
        let file = desk.file("one.csv", one);
        let said = desk.duban(&["import", "items", &file]).await.ends(0);
        assert_eq!(
            said.lines("- "),
            ["- 1 汪清县/春阳镇 会议多: not in the table, kept as it was"]
        );
        let still = desk.export("items").await;
        assert_eq!(still.len(), 2);
        assert_eq!(
            by(&still, "no", "2")["status"],
            "closed",
            "what is struck off stays so"
        );
    }
}

#[tokio::test]
async fn names_that_the_roster_does_not_settle_are_noted_and_the_item_is_in() {
    for base in bases().await {
        let desk = desk_with(base, PEOPLE).await;
        let file = desk.file("items.csv", ITEMS.replace("李兰,2014", "王五,2014"));
        let said = desk.duban(&["import", "items", &file]).await.ends(0);
        assert!(
            said.err
                .starts_with("note: row 2: unknown_person: nobody called “王五”"),
            "{}",
            said.err
        );
        assert_eq!(desk.export("items").await.len(), 2);
    }
}

#[tokio::test]
async fn a_fault_half_way_leaves_nothing_behind() {
    let mut table = "单位,姓名,职级\n".to_owned();
    for number in 1..=1_500 {
        writeln!(
            table,
            "县{}/镇{},周某{number},科员",
            number % 7,
            number % 70
        )
        .expect("a String");
    }
    for base in bases().await {
        let desk = Desk::on(base).await;
        let file = desk.file("people.csv", &table);
        // The tables are made, and the 1,400th person will fail.
        desk.duban(&["export", "roster"]).await.ends(0);
        desk.meddle(
            "CREATE TRIGGER breaks BEFORE INSERT ON cadres WHEN NEW.name = '周某1400'
             BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END",
            "CREATE FUNCTION break() RETURNS trigger AS $$ BEGIN RAISE 'broken on purpose'; END $$
                 LANGUAGE plpgsql;
             CREATE TRIGGER breaks BEFORE INSERT ON cadres FOR EACH ROW
                 WHEN (NEW.name = '周某1400') EXECUTE FUNCTION break()",
        )
        .await;
        let said = desk.duban(&["import", "roster", &file]).await.ends(1);
        assert_eq!(said.err.lines().count(), 2, "{}", said.err);
        assert!(said.err.contains("broken on purpose"), "{}", said.err);
        assert_eq!(desk.count("SELECT COUNT(*) FROM cadres").await, 0);
        assert_eq!(desk.count("SELECT COUNT(*) FROM units").await, 0);

        desk.meddle("DROP TRIGGER breaks", "DROP TRIGGER breaks ON cadres")
            .await;
        desk.duban(&["import", "roster", &file]).await.ends(0);
        assert_eq!(desk.count("SELECT COUNT(*) FROM cadres").await, 1_500);
    }
}

#[tokio::test]
async fn a_file_that_holds_no_such_table_gets_two_clear_lines() {
    for base in bases().await {
        let desk = desk_with(base, PEOPLE).await;
        let garbage: Vec<u8> = (0..4_000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        let files = [
            desk.file("garbage.xlsx", &garbage),
            desk.file("half.xlsx", ROSTER.get(..ROSTER.len() / 2).expect("half")),
            desk.file("empty.csv", ""),
            desk.file("empty.xlsx", ""),
            desk.file("letter.csv", "各位领导：\n现将有关情况报告如下。\n"),
            desk.path("missing.xlsx").display().to_string(),
            desk.path("").display().to_string(),
        ];
        for table in ["roster", "items"] {
            for file in &files {
                let said = desk.duban(&["import", table, file]).await.ends(1);
                assert_eq!(said.err.lines().count(), 2, "{file}: {}", said.err);
                assert!(said.err.starts_with(file.as_str()), "{file}: {}", said.err);
                assert_eq!(said.out, "", "{file}");
            }
        }
        let wrong = desk.file("wrong.csv", ITEMS);
        let said = desk.duban(&["import", "roster", &wrong]).await.ends(1);
        assert_eq!(
            said.err.lines().count(),
            2,
            "a ledger is no roster: {}",
            said.err
        );
        let wrong = desk.file("wrong.csv", PEOPLE);
        let said = desk.duban(&["import", "items", &wrong]).await.ends(1);
        assert_eq!(
            said.err.lines().count(),
            2,
            "a roster is no ledger: {}",
            said.err
        );
        assert_eq!(desk.export("roster").await.len(), 4);
        assert_eq!(desk.export("items").await.len(), 0);
    }
}

#[tokio::test]
async fn an_office_reads_the_result_in_its_own_language() {
    let mut desk = Desk::on(Base::Sqlite).await;
    let file = desk.file("people.csv", PEOPLE.replace("李兰", ""));
    for (lang, refused, summary) in [
        (
            "zh_CN.UTF-8",
            "row 4: no_name: 缺姓名",
            "导入3行：新增0，更改0，未变3；未导入1行；表中缺0",
        ),
        (
            "zh_TW.UTF-8",
            "row 4: no_name: 缺姓名",
            "匯入3列：新增0，更改0，未變3；未匯入1列；表中缺0",
        ),
        (
            "ko_KR.UTF-8",
            "row 4: no_name: 이름이",
            "반입 3행: 신규 0, 변경 0, 그대로 3. 거절 1행. 표에 없음 0",
        ),
        (
            "C",
            "row 4: no_name: the name",
            "3 rows taken: 0 new, 0 changed, 3 unchanged; 1 refused; 0 missing from the table",
        ),
    ] {
        desk.duban(&["import", "roster", &file]).await.ends(1);
        desk.set("LANG", lang);
        let said = desk.duban(&["import", "roster", &file]).await.ends(1);
        assert!(said.out.starts_with(refused), "{lang}: {}", said.out);
        assert_eq!(said.summary(), summary, "{lang}");
    }
}

#[tokio::test]
async fn a_year_of_holidays_comes_in_from_its_file() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let year = r#"{"country": "cn", "year": 2027, "days": [
            {"date": "2027-01-01", "kind": "off", "name": "元旦"},
            {"date": "2027-01-03", "kind": "work", "name": "元旦"}]}"#;
        let file = desk.file("2027.json", year);
        let dry = desk
            .duban(&["import", "holidays", &file, "--dry-run"])
            .await
            .ends(0);
        let said = desk.duban(&["import", "holidays", &file]).await.ends(0);
        assert_eq!(
            (dry.out.as_str(), said.out.as_str()),
            ("cn 2027: 2 days\n", "cn 2027: 2 days\n")
        );
        let loaded = desk
            .count("SELECT COUNT(*) FROM holiday_years WHERE year = 2027")
            .await;
        assert_eq!(loaded, 1);
        let broken = desk.file("broken.json", "{\"year\": 2028}");
        let said = desk.duban(&["import", "holidays", &broken]).await.ends(1);
        assert_eq!(said.err.lines().count(), 2, "{}", said.err);
    }
}
