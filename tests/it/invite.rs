//! `duban invite`: codes and links as an office hands them out.

use std::collections::BTreeSet;

use super::support::{Desk, Town, bases, lines_of};

const COLUMNS: &str = "key,name,unit,code,link";

#[tokio::test]
async fn everybody_who_is_not_linked_gets_a_code_and_a_link() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let desk = Desk::over(&town.database);
        let people = desk.export("roster").await;

        let said = desk.duban(&["invite", "--all"]).await.ends(0);
        assert!(said.out.starts_with(COLUMNS), "{}", said.out);
        let lines = lines_of(&said.out);
        assert_eq!(lines.len(), people.len() - 1);
        assert!(
            lines.iter().all(|line| line["name"] != zhou.name),
            "he is linked already"
        );
        let codes: BTreeSet<&str> = lines.iter().map(|line| line["code"].as_str()).collect();
        assert_eq!(codes.len(), lines.len(), "each his own");
        for line in &lines {
            let code = &line["code"];
            let fits = code
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || "_-".contains(sign));
            assert!(fits && (16..=64).contains(&code.len()), "{code}");
            assert_eq!(
                line["link"],
                format!("https://t.me/duban_test_bot?start={code}")
            );
            let person = people
                .iter()
                .find(|person| person["key"] == line["key"])
                .expect("a person");
            assert_eq!(
                (&person["name"], &person["unit"]),
                (&line["name"], &line["unit"])
            );
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn one_person_or_one_unit_can_be_invited_and_the_code_works() {
    for base in bases().await {
        let town = Town::on(base).await;
        let desk = Desk::over(&town.database);
        let unit = lines_of(
            &desk
                .duban(&["invite", "--unit", "汪清县"])
                .await
                .ends(0)
                .out,
        );
        let mut names: Vec<&str> = unit.iter().map(|line| line["name"].as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["周俊哲", "李兰", "杨勇涛"]);

        let li = unit
            .iter()
            .find(|line| line["name"] == "李兰")
            .expect("李兰");
        let one = lines_of(
            &desk
                .duban(&["invite", "--cadre", &li["key"]])
                .await
                .ends(0)
                .out,
        );
        let code = &one.first().expect("a code")["code"];
        let phone = town.phone(8_001, "李兰");
        let question = phone.says(&format!("/start {code}")).await;
        assert!(
            question.contains("李兰") && question.contains("春阳镇"),
            "{question}"
        );
        phone.presses("是我").await;
        let roster = desk.export("roster").await;
        let linked = roster
            .iter()
            .find(|line| line["key"] == li["key"])
            .expect("李兰");
        assert_eq!(
            (linked["link"].as_str(), linked["telegram_id"].as_str()),
            ("linked", "8001")
        );

        let again = desk.duban(&["invite", "--cadre", &li["key"]]).await.ends(0);
        assert_eq!(again.out.trim_end(), COLUMNS);
        assert_eq!(
            again.err.trim_end(),
            "nobody to invite: everybody asked for is linked already"
        );
        for wrong in [
            &["invite", "--cadre", "P999999"],
            &["invite", "--unit", "汪清"],
        ] {
            let said = desk.duban(wrong).await.ends(1);
            assert_eq!(
                (said.out.as_str(), said.err.lines().count()),
                ("", 2),
                "{}",
                said.err
            );
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn without_a_bot_there_are_codes_but_no_links() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        let file = desk.file("people.csv", "单位,姓名\n春阳镇,李兰\n");
        desk.duban(&["import", "roster", &file]).await.ends(0);
        let said = desk.duban(&["invite", "--all"]).await.ends(0);
        let lines = lines_of(&said.out);
        let line = lines.first().expect("a line");
        assert!(
            !line["code"].is_empty() && line["link"].is_empty(),
            "{}",
            said.out
        );
        assert_eq!(said.err.lines().count(), 2, "{}", said.err);
        assert_eq!(desk.export("roster").await[0]["link"], "invited");
    }
}
