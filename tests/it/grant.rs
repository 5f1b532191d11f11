//! `duban grant` and `duban revoke`: the first office admin is made on the command line.

use super::support::{Base, Desk, Town, bases};

async fn key_of(desk: &Desk, name: &str) -> String {
    let roster = desk.export("roster").await;
    let line = roster
        .into_iter()
        .find(|line| line["name"] == name)
        .expect(name);
    line["key"].clone()
}

#[tokio::test]
async fn a_grant_opens_the_office_and_its_end_closes_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lin = town.cadre("林静").await;
        let desk = Desk::over(&town.database);
        let key = key_of(&desk, "林静").await;
        let refused = lin.says("/status").await;

        let said = desk
            .duban(&["grant", "office", "--cadre", &key])
            .await
            .ends(0);
        assert_eq!(said.out, "granted\n");
        let said = desk
            .duban(&["grant", "office", "--cadre", &key])
            .await
            .ends(0);
        assert_eq!(said.out, "granted before; nothing changed\n");
        let status = lin.says("/status").await;
        assert!(status != refused && status.contains("10"), "{status}");

        let said = desk
            .duban(&["revoke", "office", "--cadre", &key])
            .await
            .ends(0);
        assert_eq!(said.out, "revoked\n");
        let said = desk
            .duban(&["revoke", "office", "--cadre", &key])
            .await
            .ends(0);
        assert_eq!(said.out, "was not granted; nothing changed\n");
        assert_eq!(lin.says("/status").await, refused);

        let audit = desk.export("audit").await;
        let by_terminal: Vec<&str> = audit
            .iter()
            .filter(|line| line["telegram_id"].is_empty() && line["cadre"] == key)
            .map(|line| line["action"].as_str())
            .collect();
        assert_eq!(by_terminal, ["grant", "grant", "revoke", "revoke"]);
        assert_eq!(
            desk.count("SELECT COUNT(*) FROM grants").await,
            1,
            "kept, with its end"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_grant_over_a_unit_covers_that_unit_only() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lin = town.cadre("林静").await;
        let desk = Desk::over(&town.database);
        let key = key_of(&desk, "林静").await;
        desk.duban(&["grant", "office", "--cadre", &key, "--unit", "汪清县"])
            .await
            .ends(0);
        assert!(lin.says("/find 杨勇涛").await.contains("百草沟镇"));
        assert!(!lin.says("/find 高海").await.contains("额穆镇"));
        town.closes().await;
    }
}

#[tokio::test]
async fn a_liaison_is_of_a_unit_and_opens_no_office() {
    for base in bases().await {
        let town = Town::on(base).await;
        let lin = town.cadre("林静").await;
        let refused = lin.says("/status").await;
        let desk = Desk::over(&town.database);
        let key = key_of(&desk, "林静").await;
        for verb in ["grant", "revoke"] {
            let said = desk
                .duban(&[verb, "liaison", "--cadre", &key])
                .await
                .ends(1);
            assert_eq!(said.err.lines().count(), 2, "{}", said.err);
            assert!(said.err.contains("--unit"), "{}", said.err);
        }
        assert_eq!(desk.count("SELECT COUNT(*) FROM grants").await, 0);
        let liaison = |verb| [verb, "liaison", "--cadre", &*key, "--unit", "汪清县"];
        for (verb, out) in [
            ("grant", "granted\n"),
            ("grant", "granted before; nothing changed\n"),
        ] {
            assert_eq!(desk.duban(&liaison(verb)).await.ends(0).out, out);
        }
        assert_eq!(lin.says("/status").await, refused);
        for (verb, out) in [
            ("revoke", "revoked\n"),
            ("revoke", "was not granted; nothing changed\n"),
        ] {
            assert_eq!(desk.duban(&liaison(verb)).await.ends(0).out, out);
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn a_key_or_a_unit_that_nobody_knows_is_refused() {
    let mut desk = Desk::on(Base::Sqlite).await;
    let file = desk.file("people.csv", "单位,姓名\n春阳镇,李兰\n");
    desk.duban(&["import", "roster", &file]).await.ends(0);
    for wrong in [
        &["grant", "office", "--cadre", "nobody"][..],
        &["grant", "office", "--cadre", "P000001", "--unit", "秋阳镇"],
        &["revoke", "office", "--cadre", "nobody"],
    ] {
        let said = desk.duban(wrong).await.ends(1);
        assert_eq!(
            (said.out.as_str(), said.err.lines().count()),
            ("", 2),
            "{}",
            said.err
        );
    }
    assert_eq!(desk.count("SELECT COUNT(*) FROM grants").await, 0);
    desk.set("LANG", "zh_CN.UTF-8");
    let said = desk
        .duban(&["grant", "office", "--cadre", "P000001"])
        .await
        .ends(0);
    assert_eq!(said.out, "已授权\n");
}
