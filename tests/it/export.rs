//! `duban export`: the columns that design.md promises, in every format.

use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::DateTime;

use super::support::{Desk, Town, bases};

/// The columns, as design.md lists them.
const TABLES: [(&str, &str); 6] = [
    (
        "roster",
        "key,name,unit,post,rank,traits,phone,telegram_id,link,active,joined_on",
    ),
    (
        "entries",
        "id,cadre,name,unit,duty,amount,measure,on_date,form,topic,note,source,status,recorded_at,update_id,recorded_by,corrects",
    ),
    (
        "accounts",
        "key,name,unit,duty,window,target,counted,pending,rejected,pace,measure",
    ),
    (
        "items",
        "no,kind,content,unit,lead,responsible,deadline,status,light,submitted_at,closed_at,closed_by",
    ),
    (
        "outbox",
        "id,lane,kind,cadre,chat_id,dedupe_key,not_before,state,attempts,sent_at,reason",
    ),
    ("audit", "id,at,telegram_id,cadre,action,object,allowed"),
];

#[tokio::test]
async fn what_was_said_and_sent_is_exported() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("/status").await;
        town.becomes("2014-03-03 17:30").await;
        zhou.presses("半天").await;
        zhou.says("昨天下午学了2.5学时, \"党章\"").await;
        zhou.presses("撤销").await;
        let desk = Desk::over(&town.database);

        let roster = desk.export("roster").await;
        let of = |name: &str| roster.iter().find(|line| line["name"] == name).expect(name);
        assert_eq!(of("周俊哲")["link"], "linked");
        assert_eq!(of("周俊哲")["telegram_id"], zhou.account.to_string());
        assert_eq!(of("周俊哲")["traits"], "leadership");
        assert_eq!(
            (
                of("李兰")["link"].as_str(),
                of("李兰")["telegram_id"].as_str()
            ),
            ("never", "")
        );

        let entries = desk.export("entries").await;
        assert_eq!(entries.len(), 2);
        let said = |column: &str| {
            entries
                .iter()
                .map(|line| line[column].as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(said("amount"), ["4", "2.5"]);
        assert_eq!(said("measure"), ["class_hours", "class_hours"]);
        assert_eq!(said("on_date"), ["2014-03-03", "2014-03-02"]);
        assert_eq!(said("note"), ["", "昨天下午学了2.5学时, \"党章\""]);
        assert_eq!(said("source"), ["tap", "text"]);
        assert_eq!(said("status").first(), Some(&"counted"));
        assert_ne!(said("status").last(), Some(&"counted"));
        for line in &entries {
            let at = DateTime::parse_from_rfc3339(&line["recorded_at"]).expect("RFC 3339");
            assert!(
                line["recorded_at"].starts_with("2014-03-03T17:")
                    && at.offset().local_minus_utc() == 8 * 3600
            );
            assert!(line["update_id"].parse::<i64>().is_ok());
        }

        let items = desk.export("items").await;
        let of = |no: &str| items.iter().find(|line| line["no"] == no).expect(no);
        assert_eq!(
            (of("7")["deadline"].as_str(), of("7")["light"].as_str()),
            ("2014-02-28", "red")
        );

        let outbox = desk.export("outbox").await;
        let digest = outbox
            .iter()
            .find(|line| line["kind"] == "digest")
            .expect("a digest");
        assert_eq!(
            (digest["state"].as_str(), digest["lane"].as_str()),
            ("sent", "reminder")
        );
        assert_eq!(digest["not_before"], "2014-03-03T17:30:00+08:00");
        assert!(DateTime::parse_from_rfc3339(&digest["sent_at"]).is_ok());

        let audit = desk.export("audit").await;
        let attempt = audit
            .iter()
            .find(|line| line["allowed"] == "false")
            .expect("an attempt");
        assert_eq!(attempt["telegram_id"], zhou.account.to_string());
        every_format_holds_the_same(&desk).await;
        town.closes().await;
    }
}

async fn every_format_holds_the_same(desk: &Desk) {
    for (table, columns) in TABLES {
        let csv = desk.duban(&["export", table]).await.ends(0).out;
        assert_eq!(
            csv.split("\r\n").next(),
            Some(columns),
            "{table}: a header, CRLF, no mark"
        );
        let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(csv.as_bytes())
            .records()
            .collect::<Result<_, _>>()
            .expect("a csv");
        assert!(!rows.is_empty(), "{table}");

        let path = desk.path("table.csv").display().to_string();
        let said = desk.duban(&["export", table, "--out", &path]).await.ends(0);
        assert_eq!(said.out, "");
        assert_eq!(
            std::fs::read_to_string(&path).expect("a file"),
            csv,
            "{table}"
        );

        let jsonl = desk
            .duban(&["export", table, "--format", "jsonl"])
            .await
            .ends(0)
            .out;
        assert_eq!(jsonl.lines().count(), rows.len(), "{table}");
        for (line, row) in jsonl.lines().zip(&rows) {
            let object: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(line).expect(line);
            let mut names: Vec<&str> = columns.split(',').collect();
            for (name, cell) in names.iter().zip(row) {
                let value = match &object[*name] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(value, cell, "{table} {name}");
            }
            names.sort_unstable();
            assert_eq!(
                object.keys().map(String::as_str).collect::<Vec<_>>(),
                names,
                "{table}"
            );
        }

        let path = desk.path("table.xlsx").display().to_string();
        desk.duban(&["export", table, "--format", "xlsx", "--out", &path])
            .await
            .ends(0);
        let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
        let sheet = book.worksheet_range(table).expect("a sheet of that name");
        let mut lines = sheet.rows();
        let header: Vec<String> = lines
            .next()
            .expect("a header")
            .iter()
            .map(Data::to_string)
            .collect();
        assert_eq!(header.join(","), columns);
        assert_eq!(lines.len(), rows.len(), "{table}");
        for (cells, row) in lines.zip(&rows) {
            for (cell, text) in cells.iter().zip(row) {
                let shown = match cell {
                    Data::DateTime(date) => date.as_datetime().expect("a date").date().to_string(),
                    other => other.to_string(),
                };
                assert_eq!(shown, text, "{table}");
            }
        }
    }
}
