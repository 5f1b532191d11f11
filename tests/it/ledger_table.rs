//! The ledger goes out as a table of the office, is edited in Excel, and comes back: what was edited is changed, what
//! others have changed meanwhile is not lost, and nothing happens twice.

use std::collections::BTreeSet;
use std::fmt::Write;

use duban::domain::campaign::{self, Campaign};
use duban::domain::dispatch::Quick;
use duban::domain::item::{self, Ground, Party, Role, Step};
use duban::domain::language::Language;
use duban::exchange::ledger::progress;
use duban::exchange::sheet::{Cell, open};
use duban::{store, text};
use rust_xlsxwriter::Workbook;

use super::support::{Base, Desk, Said, Town, bases};

const PEOPLE: &str = "序号,单位,姓名,职务,职级,手机号\n\
    1,汪清县/春阳镇,周俊哲,镇长,正科级,15271743001\n\
    2,汪清县/春阳镇,李兰,副镇长,副科级,15271743002\n\
    3,汪清县/百草沟镇,杨勇涛,镇长,正科级,15271743003\n\
    4,图们市/甲镇,王五,副镇长,科员,15271743004\n\
    5,图们市/乙镇,王五,干事,科员,15271743005\n";
const HEADER: &str =
    "序号,问题,类别,整改措施,牵头领导,责任单位,责任人,配合人,完成时限,进展情况,是否销号\n";
const ITEMS: &str = "1,会议多,形式主义,压减三成,周俊哲,汪清县/春阳镇,李兰,杨勇涛、县财政局,2014年6月底前,,否\n\
    2,\"文件多，简报多\",形式主义,压减三成,周俊哲,汪清县/春阳镇,李兰,,立行立改,正在推进,否\n\
    3-1,村务不公开,群众利益,每月公开,,汪清县/百草沟镇,杨勇涛,,长期坚持,,否\n\
    04,公车私用,享乐主义,清退,周俊哲,汪清县/春阳镇,周俊哲,,2014-02-28,已清退,是\n";

/// The columns of the office's export.
const COLUMNS: &str = "序号,台账类型,类别,问题,整改措施,牵头领导,责任单位,责任人,配合单位(人),完成时限,进展,状态,亮灯,是否销号,编号";

async fn desk(base: Base, items: &str) -> Desk {
    let desk = Desk::on(base).await;
    let file = desk.file("people.csv", PEOPLE);
    desk.duban(&["import", "roster", &file]).await.ends(0);
    let file = desk.file("items.csv", format!("{HEADER}{items}"));
    desk.duban(&["import", "items", &file]).await.ends(0);
    desk
}

/// The office's export as a csv.
async fn exported(desk: &Desk) -> String {
    let said = desk.duban(&["export", "items", "--office"]).await.ends(0);
    said.out
}

/// Imports a csv that was edited.
async fn imported(desk: &Desk, csv: &str, dry: bool) -> Said {
    let file = desk.file("edited.csv", csv);
    let mut words = vec!["import", "items", &file];
    words.extend(dry.then_some("--dry-run"));
    desk.duban(&words).await
}

/// The csv with one text in place of another, which must be there.
#[track_caller]
fn edited(csv: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(csv.to_owned(), |csv, (from, to)| {
        assert!(csv.contains(from), "no {from} in {csv}");
        csv.replacen(from, to, 1)
    })
}

/// A row of the csv.
#[track_caller]
fn row<'a>(csv: &'a str, content: &str) -> &'a str {
    let found = csv.lines().find(|line| line.contains(content));
    found.unwrap_or_else(|| panic!("no {content} in {csv}"))
}

const EVENTS: &str = "SELECT COUNT(*) FROM item_events";

impl Town {
    /// A step in chat, by whom it is open to.
    async fn step(&self, no: &str, step: Step) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let rows = store::item::page(&mut tx, duban::domain::ids::ItemId(0), 1_000).await;
        let rows = rows.expect("items");
        let row = rows.iter().find(|row| row.no == no).expect("the item");
        let kind = self.books.campaign.kind(&row.kind).expect("its kind");
        let role = match step {
            Step::Grant => Role::Office,
            _ => Role::Responsible,
        };
        let party = Party {
            cadre: None,
            roles: BTreeSet::from([role]),
        };
        let ground = Ground {
            today: self.books.today(),
            evidence: 1,
            unit_above: true,
        };
        let taken = item::take(&row.state(), kind, step, &party, &ground).expect("a step");
        let id = duban::domain::ids::ItemId(row.id);
        let now = self.books.clock.now();
        store::item::take(&mut tx, id, &taken, None, now)
            .await
            .expect("stored");
        tx.commit().await.expect("a commit");
    }

    fn office_desk(&self) -> Desk {
        let mut desk = Desk::over(&self.database);
        desk.set("LANG", "zh_CN.UTF-8");
        desk
    }
}

fn extensions(campaign: &mut Campaign) {
    if let Some(kind) = campaign.kinds.first_mut() {
        kind.extensions = 2;
    }
}

#[tokio::test]
async fn an_export_that_nobody_edits_changes_nothing() {
    for base in bases().await {
        let mut desk = desk(base, ITEMS).await;
        let before = desk.export("items").await;
        let events = desk.count(EVENTS).await;
        for (tag, language) in [
            ("zh-CN", None),
            ("zh-TW", Some("zh-TW")),
            ("en", Some("en")),
            ("ko", Some("ko")),
        ] {
            if let Some(language) = language {
                let text = include_str!("../../campaigns/mass-line.toml");
                let text = text.replacen(
                    "language = \"zh-CN\"",
                    &format!("language = \"{language}\""),
                    1,
                );
                let file = desk.file("campaign.toml", text);
                desk.set("DUBAN_CAMPAIGN", &file);
            }
            let csv = exported(&desk).await;
            let said = imported(&desk, &csv, false).await.ends(0);
            let nothing =
                "4 rows taken: 0 new, 0 changed, 4 unchanged; 0 refused; 0 missing from the table";
            assert_eq!(said.summary(), nothing, "{tag}: {csv}\n{}", said.out);
            let path = desk.path("ledger.xlsx").display().to_string();
            desk.duban(&[
                "export", "items", "--office", "--format", "xlsx", "--out", &path,
            ])
            .await
            .ends(0);
            let said = desk.duban(&["import", "items", &path]).await.ends(0);
            assert_eq!(said.summary(), nothing, "{tag}: xlsx");
        }
        assert_eq!(desk.export("items").await, before);
        assert_eq!(desk.count(EVENTS).await, events);
    }
}

#[tokio::test]
async fn the_office_gets_its_own_columns_and_a_mark_behind_each_row() {
    for base in bases().await {
        let desk = desk(base, ITEMS).await;
        let csv = exported(&desk).await;
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(
            lines,
            [
                COLUMNS,
                "1,整改,形式主义,会议多,压减三成,周俊哲,汪清县/春阳镇,李兰,杨勇涛、县财政局,2014-06-30,,待接收,逾期,否,D1-1",
                "2,整改,形式主义,文件多，简报多,压减三成,周俊哲,汪清县/春阳镇,李兰,,立行立改,正在推进,待接收,临近,否,D2-1",
                "3-1,整改,群众利益,村务不公开,每月公开,,汪清县/百草沟镇,杨勇涛,,长期坚持,,待接收,,否,D3-1",
                "04,整改,享乐主义,公车私用,清退,周俊哲,汪清县/春阳镇,周俊哲,,2014-02-28,已清退,已销号,,是,D4-1",
            ]
        );
        let helpers = desk.count("SELECT COUNT(*) FROM item_helpers").await;
        assert_eq!(helpers, 1, "of those who help the roster knows one");
        let said = desk.duban(&["export", "roster", "--office"]).await.ends(1);
        assert!(
            said.err.contains("duban export items --office"),
            "{}",
            said.err
        );
    }
}

/// The workbook as an office saves it once more, with a cell edited.
fn resaved(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let sheets = open(bytes, "ledger.xlsx").expect("a workbook");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = sheets.first().expect("a sheet").rows.iter();
    for (at, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(&row.cells) {
            let text = match cell {
                Cell::Text(text) if text == from => to.to_owned(),
                other => other.text(),
            };
            sheet.write_string(at, column, text).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[tokio::test]
async fn what_is_edited_in_excel_is_shown_and_then_changed_once() {
    for base in bases().await {
        let desk = desk(base, ITEMS).await;
        let path = desk.path("ledger.xlsx").display().to_string();
        desk.duban(&[
            "export", "items", "--office", "--format", "xlsx", "--out", &path,
        ])
        .await
        .ends(0);
        let bytes = std::fs::read(&path).expect("the export");
        let file = desk.file("edited.xlsx", resaved(&bytes, "正在推进", "已减四成"));
        let events = desk.count(EVENTS).await;
        let dry = desk
            .duban(&["import", "items", &file, "--dry-run"])
            .await
            .ends(0);
        assert_eq!(
            dry.lines("~ "),
            ["~ 2 汪清县/春阳镇 文件多，简报多: progress: 正在推进 → 已减四成"]
        );
        assert_eq!(desk.count(EVENTS).await, events, "a dry run writes nothing");
        desk.duban(&["import", "items", &file]).await.ends(0);
        assert_eq!(desk.count(EVENTS).await, events + 1);
        let again = desk.duban(&["import", "items", &file]).await.ends(0);
        assert_eq!(
            again.summary(),
            "4 rows taken: 0 new, 0 changed, 4 unchanged; 0 refused; 0 missing from the table"
        );
        assert_eq!(desk.count(EVENTS).await, events + 1);

        let csv = exported(&desk).await;
        assert!(csv.contains("D2-2") && csv.contains("D1-1"), "{csv}");
        let csv = edited(
            &csv,
            &[
                ("会议多,压减三成", "会议多、会期长,压减一半"),
                ("2014-06-30", "2014年8月15日前"),
                ("已减四成,待接收,临近,否", "全部完成,待接收,临近,是"),
                ("群众利益,村务不公开", "村务,村务不公开"),
            ],
        );
        let dry = imported(&desk, &csv, true).await.ends(0);
        assert_eq!(
            dry.lines("~ "),
            [
                "~ 1 汪清县/春阳镇 会议多: content: 会议多 → 会议多、会期长; measures: 压减三成 → 压减一半; deadline: 2014-06-30 → 2014-08-15",
                "~ 2 汪清县/春阳镇 文件多，简报多: progress: 已减四成 → 全部完成; status: assigned → closed",
                "~ 3-1 汪清县/百草沟镇 村务不公开: category: 群众利益 → 村务",
            ]
        );
        imported(&desk, &csv, false).await.ends(0);
        let kinds = "SELECT COUNT(*) FROM item_events WHERE kind = 'changed' AND note = 'import'";
        assert_eq!(desk.count(kinds).await, 4);
        let closed =
            "SELECT COUNT(*) FROM item_events WHERE kind = 'approved' AND by_cadre IS NULL";
        assert_eq!(desk.count(closed).await, 1);
        let items = desk.export("items").await;
        let closed = items.iter().find(|item| item["no"] == "2").expect("it");
        assert_eq!(
            (closed["status"].as_str(), closed["closed_by"].as_str()),
            ("closed", "import")
        );
        let again = imported(&desk, &csv, false).await.ends(0);
        assert!(
            again.summary().contains(" 0 new, 0 changed, 4 unchanged"),
            "{}",
            again.out
        );
    }
}

#[tokio::test]
async fn an_item_given_to_somebody_else_begins_anew_and_both_hear_of_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, jiang) = (town.cadre("周俊哲").await, town.cadre("姜涛").await);
        town.writes("UPDATE items SET stage = 'accepted', reminded = 3 WHERE no = '7'")
            .await;
        let desk = town.office_desk();
        let csv = exported(&desk).await;
        let seven = row(&csv, "公车私用").to_owned();
        let given = edited(&seven, &[("汪清县/春阳镇,周俊哲", "汪清县/春阳镇,姜涛")]);
        let said = imported(&desk, &csv.replace(&seven, &given), false)
            .await
            .ends(0);
        assert!(
            said.summary().starts_with("导入5行：新增0，更改1，未变4"),
            "{}",
            said.out
        );
        let stands = "SELECT responsible || ' ' || status || ' ' || COALESCE(stage, '-') || ' '
                      || CAST(reminded AS TEXT) FROM items WHERE no = '7'";
        assert_eq!(town.texts(stands).await, ["姜涛 assigned - 0"]);
        let told = "SELECT c.name || ' ' || n.news FROM news n JOIN cadres c ON c.id = n.cadre_id ORDER BY c.name";
        let told = town.texts(told).await;
        assert_eq!(told.len(), 2, "{told:?}");
        town.becomes("2014-03-03 17:30").await;
        assert!(
            zhou.reads().contains("台账7号改由姜涛负责"),
            "{}",
            zhou.reads()
        );
        assert!(
            jiang.reads().contains("台账7号改由您负责"),
            "{}",
            jiang.reads()
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn what_both_changed_is_refused_with_what_stands_now() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", extensions).await;
        let desk = town.office_desk();
        let csv = exported(&desk).await;
        town.becomes("2014-03-05 10:00").await;
        let ask = Step::AskExtension {
            to: "2014-03-20".parse().expect("a day"),
            why: "外出".to_owned(),
        };
        town.step("12", ask).await;
        town.step("12", Step::Grant).await;
        let words = "已清退两辆".to_owned();
        town.step("7", Step::Report { words }).await;

        // Older than the item, but nobody edited it: no conflict, and nothing is undone.
        let said = imported(&desk, &csv, false).await.ends(0);
        assert_eq!(
            said.summary(),
            "导入5行：新增0，更改0，未变5；未导入0行；表中缺0"
        );

        // Another column of the same row: theirs stands, his comes to it.
        let twelve = row(&csv, "会议多").to_owned();
        let measures = edited(&twelve, &[("压减三成", "压减一半")]);
        let later = edited(
            &twelve,
            &[("2014-03-06", "2014-04-30"), ("压减三成", "压减一半")],
        );
        let said = imported(&desk, &csv.replace(&twelve, &later), false)
            .await
            .ends(1);
        let line = csv
            .lines()
            .position(|line| line == twelve)
            .expect("the row")
            + 1;
        let expected =
            format!("row {line}: stale: 完成时限已在3月5日改为2014-03-20，请重新导出，再改这一行");
        assert_eq!(said.lines("row "), [expected.as_str()]);
        let kept = "SELECT deadline || ' ' || measures FROM items WHERE no = '12'";
        assert_eq!(
            town.texts(kept).await,
            ["2014-03-20 压减三成"],
            "of a refused row nothing is kept"
        );
        imported(&desk, &csv.replace(&twelve, &measures), false)
            .await
            .ends(0);
        assert_eq!(town.texts(kept).await, ["2014-03-20 压减一半"]);

        // What both changed to the same is no conflict either.
        let same = edited(
            &twelve,
            &[("2014-03-06", "2014-03-20"), ("压减三成", "压减一半")],
        );
        let said = imported(&desk, &csv.replace(&twelve, &same), false)
            .await
            .ends(0);
        assert!(said.summary().contains("更改0，未变5"), "{}", said.out);
        let told = "SELECT progress FROM items WHERE no = '7'";
        assert_eq!(town.texts(told).await, ["已清退两辆"]);
        town.closes().await;
    }
}

#[tokio::test]
async fn the_offices_own_table_does_not_undo_what_was_told_in_chat() {
    for base in bases().await {
        let town = Town::on(base).await;
        let desk = town.office_desk();
        town.becomes("2014-03-05 10:00").await;
        let words = "已清退两辆".to_owned();
        town.step("7", Step::Report { words }).await;
        let ledger = include_str!("../../assets/demo/ledger.csv");
        let said = imported(&desk, ledger, false).await.ends(0);
        assert!(
            said.summary().starts_with("导入5行：新增0，更改0，未变5"),
            "{}",
            said.out
        );
        let told = "SELECT progress FROM items WHERE no = '7'";
        assert_eq!(town.texts(told).await, ["已清退两辆"]);
        let changed = edited(
            ledger,
            &[("2014年2月底前,正在推进", "2014年4月底前,全部清退")],
        );
        let said = imported(&desk, &changed, false).await.ends(1);
        assert!(
            said.out.contains("stale: 进展已在3月5日改为已清退两辆"),
            "{}",
            said.out
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn marks_that_mean_no_item_or_one_twice_are_refused() {
    for base in bases().await {
        let desk = desk(base, ITEMS).await;
        let csv = exported(&desk).await;
        let events = desk.count(EVENTS).await;
        let one = row(&csv, "会议多").to_owned();
        for (edit, code) in [
            ("D999-1", "unknown_mark"),
            ("D1-7", "unknown_mark"),
            ("D2-1", "mark_twice"),
        ] {
            let other = edited(&one, &[("D1-1", edit), ("压减三成", "压减一半")]);
            let said = imported(&desk, &format!("{csv}{other}\n"), false)
                .await
                .ends(1);
            let refused = said.lines("row ");
            assert_eq!(refused.len(), 1, "{}", said.out);
            assert!(
                refused[0].starts_with(&format!("row 6: {code}: ")),
                "{}",
                said.out
            );
            assert_eq!(desk.count(EVENTS).await, events, "{edit}");
        }
        // Without its mark a copied row is a new item, if it says something else.
        let new = edited(&one, &[("D1-1", ""), ("会议多", "接待多")]);
        let new = new.replacen("1,", "5,", 1);
        let said = imported(&desk, &format!("{csv}{new}\n"), false)
            .await
            .ends(0);
        assert!(
            said.summary().contains(" 1 new, 0 changed, 4 unchanged"),
            "{}",
            said.out
        );
    }
}

#[tokio::test]
async fn what_is_over_in_review_or_handed_up_is_not_changed_by_a_table() {
    for base in bases().await {
        let mut desk = desk(base, ITEMS).await;
        desk.set("LANG", "zh_CN.UTF-8");
        let submit = "UPDATE items SET status = 'submitted' WHERE no = '2'";
        desk.meddle(submit, submit).await;
        let cancel = "UPDATE items SET status = 'closed', stage = 'cancelled' WHERE no = '3-1'";
        desk.meddle(cancel, cancel).await;
        let offer = "UPDATE items SET offered_to = (SELECT id FROM units WHERE path = '汪清县') WHERE no = '1'";
        desk.meddle(offer, offer).await;
        let csv = exported(&desk).await;
        let events = desk.count(EVENTS).await;
        for (content, from, to, code) in [
            ("公车私用", "清退,周", "清退公示,周", "item_over: 04号已在"),
            (
                "公车私用",
                "已销号,,是",
                "已销号,,否",
                "item_over: 04号已在",
            ),
            (
                "村务不公开",
                "已取消,,否",
                "已取消,,是",
                "item_over: 3-1号已取消",
            ),
            (
                "文件多",
                "镇,李兰",
                "镇,周俊哲",
                "item_submitted: 2号已送审，不能改派",
            ),
            ("会议多", "镇,李兰", "镇,周俊哲", "item_offered: 1号已上报"),
        ] {
            let line = row(&csv, content).to_owned();
            let changed = csv.replace(&line, &edited(&line, &[(from, to)]));
            let said = imported(&desk, &changed, false).await.ends(1);
            assert!(said.out.contains(code), "{content}: {}", said.out);
            assert_eq!(desk.count(EVENTS).await, events, "{content}");
        }
        // What is in review the office may strike off.
        let line = row(&csv, "文件多").to_owned();
        let closed = csv.replace(&line, &edited(&line, &[(",否,", ",是,")]));
        imported(&desk, &closed, false).await.ends(0);
        let done = "SELECT COUNT(*) FROM items WHERE no = '2' AND status = 'closed' AND closed_by = 'import'";
        assert_eq!(desk.count(done).await, 1);
    }
}

#[tokio::test]
async fn a_name_that_fits_two_is_asked_about_and_settled_by_a_key() {
    for base in bases().await {
        let items = "1,会议多,形式主义,压减三成,周俊哲,图们市,王五,王五、李兰,2014年6月底前,,否\n\
            2,文件多,形式主义,压减三成,周俊哲,图们市,赵六,,立行立改,,否\n";
        let mut desk = Desk::on(base).await;
        desk.set("LANG", "zh_CN.UTF-8");
        let file = desk.file("people.csv", PEOPLE);
        desk.duban(&["import", "roster", &file]).await.ends(0);
        let file = desk.file("items.csv", format!("{HEADER}{items}"));
        let said = desk.duban(&["import", "items", &file]).await.ends(0);
        let asked = "ambiguous_person: “王五”有2人：P000004 王五 副镇长 图们市/甲镇; P000005 王五 干事 图们市/乙镇。请在姓名后写编号，如王五(P000004)";
        let notes: Vec<&str> = said.err.lines().collect();
        assert_eq!(notes.len(), 3, "{}", said.err);
        assert!(
            notes[0].ends_with(asked) && notes[0].contains("第2行"),
            "{}",
            said.err
        );
        assert!(
            notes[2].contains("第3行") && notes[2].contains("赵六"),
            "{}",
            said.err
        );
        assert!(
            said.out.contains("2项责任人没有对上，暂由单位联络员负责"),
            "{}",
            said.out
        );
        let open = "SELECT COUNT(*) FROM items WHERE responsible_id IS NULL";
        assert_eq!(desk.count(open).await, 2);
        assert_eq!(desk.count("SELECT COUNT(*) FROM item_helpers").await, 1);

        let csv = exported(&desk).await;
        let csv = edited(
            &csv,
            &[
                ("图们市,王五", "图们市,王五（p000005）"),
                ("王五、李兰", "王五(P000004)、李兰"),
                ("赵六", "P000003"),
            ],
        );
        let said = imported(&desk, &csv, false).await.ends(0);
        assert_eq!(said.err, "");
        assert!(
            said.summary().starts_with("导入2行：新增0，更改2"),
            "{}",
            said.out
        );
        let settled = "SELECT COUNT(*) FROM items i JOIN cadres c ON c.id = i.responsible_id
                       WHERE c.name = i.responsible AND c.key IN ('P000005', 'P000003')";
        assert_eq!(
            desk.count(settled).await,
            2,
            "the name is kept, not the key"
        );
        assert_eq!(desk.count("SELECT COUNT(*) FROM item_helpers").await, 2);

        // Once settled it stays so, though the name alone stands in the table again.
        let csv = exported(&desk).await;
        assert!(csv.contains("图们市,王五,"), "{csv}");
        let said = imported(&desk, &csv, false).await.ends(0);
        assert!(
            said.summary().starts_with("导入2行：新增0，更改0，未变2"),
            "{}",
            said.out
        );
        assert_eq!(desk.count(settled).await, 2);
        // To the other of that name: his key tells them apart.
        let other = edited(&csv, &[("图们市,王五", "图们市,王五(P000004)")]);
        let dry = imported(&desk, &other, true).await.ends(0);
        assert_eq!(
            dry.lines("~ "),
            ["~ 1 图们市 会议多: responsible: 王五 → 王五(P000004)"]
        );
    }
}

#[tokio::test]
async fn a_hundred_rows_are_edited_at_once_and_bad_ones_named() {
    for base in bases().await {
        let mut items = String::new();
        for no in 1..=100 {
            let unit = if no % 2 == 0 {
                "汪清县/春阳镇"
            } else {
                "汪清县/百草沟镇"
            };
            writeln!(
                items,
                "{no},问题{no},形式主义,措施,周俊哲,{unit},李兰,杨勇涛,2014年6月底前,,否"
            )
            .expect("a String");
        }
        let desk = desk(base, &items).await;
        assert_eq!(desk.count(EVENTS).await, 100);
        assert_eq!(desk.count("SELECT COUNT(*) FROM item_helpers").await, 100);
        let csv = exported(&desk).await;
        // All get a later day, ten are struck off, one in twenty names no day.
        let rows = csv.lines().enumerate().map(|(at, line)| match at {
            0 => line.to_owned(),
            at if at % 20 == 0 => line.replace("2014-06-30", "尽快"),
            at if at % 10 == 1 => line
                .replace("2014-06-30", "2014-07-31")
                .replace(",否,", ",是,"),
            _ => line
                .replace("2014-06-30", "2014-07-31")
                .replace("杨勇涛", "李兰、周俊哲"),
        });
        let changed = rows.collect::<Vec<_>>().join("\n");
        let said = imported(&desk, &changed, false).await.ends(1);
        assert_eq!(
            said.summary(),
            "95 rows taken: 0 new, 95 changed, 0 unchanged; 5 refused; 0 missing from the table"
        );
        assert_eq!(said.lines("row ").len(), 5);
        assert_eq!(desk.count(EVENTS).await, 100 + 95 + 10);
        let closed =
            "SELECT COUNT(*) FROM items WHERE status = 'closed' AND deadline = '2014-07-31'";
        assert_eq!(desk.count(closed).await, 10);
        let helpers = desk.count("SELECT COUNT(*) FROM item_helpers").await;
        assert_eq!(
            helpers,
            15 + 85 * 2,
            "those of the changed rows are others now"
        );
        let again = imported(&desk, &changed, false).await.ends(1);
        assert!(
            again.summary().contains(" 0 new, 0 changed, 95 unchanged"),
            "{}",
            again.out
        );
    }
}

#[tokio::test]
async fn progress_that_a_button_told_reads_as_words_and_comes_back_as_it_was() {
    for base in bases().await {
        let desk = desk(base, ITEMS).await;
        let csv = edited(&exported(&desk).await, &[("正在推进", "正常推进")]);
        imported(&desk, &csv, false).await.ends(0);
        let kept = "SELECT COUNT(*) FROM items WHERE progress = '=n'";
        assert_eq!(desk.count(kept).await, 1);
        let csv = exported(&desk).await;
        assert!(csv.contains("正常推进") && !csv.contains("=n"), "{csv}");
        let said = imported(&desk, &csv, false).await.ends(0);
        assert!(
            said.summary().contains(" 0 new, 0 changed, 4 unchanged"),
            "{}",
            said.out
        );
    }
    let campaign = campaign::read(include_str!("../../campaigns/mass-line.toml"));
    let campaign = campaign.expect("the campaign");
    for (quick, language) in Quick::ALL
        .into_iter()
        .flat_map(|quick| Language::ALL.map(|language| (quick, language)))
    {
        let words = text::progress_told(&campaign, language, &quick.kept());
        assert_eq!(progress(&words), quick.kept(), "{words}");
    }
}
