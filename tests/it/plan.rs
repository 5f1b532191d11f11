//! `duban plan` against what is really sent.

use std::collections::{BTreeMap, BTreeSet};

use super::support::{Desk, Line, Person, Town, bases, lines_of};

const COLUMNS: &str = "at,kind,lane,cadre,name,summary";

async fn plan(desk: &Desk, from: &str, to: &str) -> Vec<Line> {
    let said = desk
        .duban(&["plan", "--from", from, "--to", to, "--format", "csv"])
        .await
        .ends(0);
    assert!(said.out.starts_with(COLUMNS), "{}", said.out);
    assert_eq!(said.err, "");
    lines_of(&said.out)
}

/// Who gets something when.
fn who_when(lines: &[Line], at: &str) -> BTreeSet<(String, String)> {
    lines
        .iter()
        .map(|line| (line[at].clone(), line["cadre"].clone()))
        .collect()
}

/// What was really sent of the plan's kind, by time and person.
async fn sent(desk: &Desk) -> BTreeSet<(String, String)> {
    let outbox = desk.export("outbox").await;
    let digests: Vec<Line> = outbox
        .into_iter()
        .filter(|line| line["kind"] == "digest" && line["state"] == "sent")
        .collect();
    who_when(&digests, "not_before")
}

/// Holds what somebody reads against what was planned for him: the question, and exactly those items.
fn reads_as_planned(
    person: &Person<'_>,
    planned: Option<&Line>,
    before: usize,
    contents: &BTreeMap<String, String>,
) {
    let Some(planned) = planned else {
        assert_eq!(
            person.heard(),
            before,
            "{}: {}",
            person.name,
            person.reads()
        );
        return;
    };
    assert_eq!(person.heard(), before + 1, "{}: one message", person.name);
    let (text, summary) = (person.reads(), &planned["summary"]);
    assert_eq!(planned["name"], person.name);
    assert_eq!(
        summary.contains("check-in study"),
        text.contains("今天的学习"),
        "{summary}\n{text}"
    );
    for (no, content) in contents {
        let spoken_of = summary.contains(&format!("item {no},"));
        assert_eq!(
            spoken_of,
            text.contains(content.as_str()),
            "{summary}\n{text}"
        );
    }
}

#[tokio::test]
async fn what_is_planned_is_what_goes_out() {
    for base in bases().await {
        // Friday; the week before the item of the 6th was due, the one of the 28th long ago.
        let town = Town::with(base, "2014-03-06 09:00", |_| {}).await;
        let people = [
            town.cadre("周俊哲").await,
            town.cadre("陈善").await,
            town.cadre("高海").await,
            town.cadre("姜涛").await,
        ];
        let desk = Desk::over(&town.database);
        let contents: BTreeMap<String, String> = desk
            .export("items")
            .await
            .into_iter()
            .map(|line| (line["no"].clone(), line["content"].clone()))
            .collect();
        let whole = plan(&desk, "2014-03-06", "2014-03-10").await;
        let rows = desk.count("SELECT COUNT(*) FROM outbox").await;
        for (day, works) in [
            ("2014-03-06", true),
            ("2014-03-07", true),
            ("2014-03-08", false),
            ("2014-03-10", true),
        ] {
            let planned = plan(&desk, day, day).await;
            assert_eq!(!planned.is_empty(), works, "{day}");
            let before: Vec<usize> = people.iter().map(Person::heard).collect();
            town.becomes(&format!("{day} 17:30")).await;
            for (person, before) in people.iter().zip(before) {
                let mut lines = planned.iter().filter(|line| line["name"] == person.name);
                reads_as_planned(person, lines.next(), before, &contents);
                assert!(lines.next().is_none(), "{}: one digest a slot", person.name);
            }
        }
        // Nobody answered in between, so the first plan was right to the last line.
        assert_eq!(who_when(&whole, "at"), sent(&desk).await);
        assert!(rows > 0 && desk.count("SELECT COUNT(*) FROM outbox").await > rows);
        let names: BTreeSet<&str> = whole.iter().map(|line| line["name"].as_str()).collect();
        assert!(
            !names.contains("姜涛"),
            "whom the campaign does not prompt is not planned for"
        );
        assert!(!names.contains("李兰"), "who is not linked gets nothing");
        town.closes().await;
    }
}

#[tokio::test]
async fn who_has_answered_is_not_planned_for_and_planning_sends_nothing() {
    for base in bases().await {
        let town = Town::on(base).await;
        let chen = town.cadre("陈善").await;
        let desk = Desk::over(&town.database);
        let asks = |lines: &[Line]| {
            lines
                .iter()
                .any(|line| line["summary"].contains("check-in"))
        };
        assert!(asks(&plan(&desk, "2014-03-03", "2014-03-03").await));
        let heard = chen.heard();
        chen.says("今天没学").await;
        assert!(!asks(&plan(&desk, "2014-03-03", "2014-03-03").await));
        assert!(asks(&plan(&desk, "2014-03-04", "2014-03-04").await));
        assert_eq!(chen.heard(), heard + 1, "only the answer");

        let table = desk
            .duban(&["plan", "--from", "2014-03-04", "--to", "2014-03-04"])
            .await
            .ends(0);
        assert!(
            table.out.starts_with("2014-03-04 17:30  digest  "),
            "{}",
            table.out
        );
        assert!(table.summary().ends_with(" messages"), "{}", table.out);
        town.closes().await;
    }
}
