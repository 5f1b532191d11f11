//! Every command alike: exit status, and two lines for what went wrong.

use super::support::{Base, Desk, bases};

#[tokio::test]
async fn wrong_usage_ends_with_2_and_help_with_0() {
    let desk = Desk::on(Base::Sqlite).await;
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["import"],
        &["import", "roster"],
        &["import", "people", "x.csv"],
        &["export"],
        &["export", "roster", "--format", "pdf"],
        &["invite"],
        &["invite", "--all", "--cadre", "P000001"],
        &["grant", "office"],
        &["grant", "king", "--cadre", "P000001"],
        &["plan", "--from", "2014-03-03"],
        &["plan", "--from", "tomorrow", "--to", "2014-03-03"],
        &["check", "--thoroughly"],
        &["outbox"],
        &["outbox", "show"],
        &["outbox", "list", "--state", "undead"],
        &["outbox", "retry"],
        &["outbox", "retry", "7", "--all"],
        &["outbox", "drop"],
        &["outbox", "drop", "--all", "x"],
    ] {
        let said = desk.duban(arguments).await.ends(2);
        assert!(said.out.is_empty() && !said.err.is_empty(), "{arguments:?}");
    }
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["import", "roster", "--help"],
        &["outbox", "retry", "--help"],
    ] {
        let said = desk.duban(arguments).await.ends(0);
        assert!(said.out.contains("duban"), "{arguments:?}: {}", said.out);
    }
}

#[tokio::test]
async fn whatever_cannot_be_done_is_told_in_two_lines() {
    let mut desk = Desk::on(Base::Sqlite).await;
    for arguments in [
        &["plan", "--from", "2014-03-05", "--to", "2014-03-03"][..],
        &["invite", "--all"],
        &["invite", "--cadre", "P000009"],
        &["grant", "office", "--cadre", "P000009"],
        &["export", "roster", "--out", "no/such/folder/roster.csv"],
        &["run"],
    ] {
        let said = desk.duban(arguments).await.ends(1);
        assert_eq!(said.err.lines().count(), 2, "{arguments:?}: {}", said.err);
        assert_eq!(said.out, "", "{arguments:?}");
    }
    for (name, value) in [
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing"),
        ("DATABASE_URL", "sqlite:///no/such/folder/duban.db"),
        ("DUBAN_CAMPAIGN", "no/such/campaign.toml"),
    ] {
        let mut desk = Desk::on(Base::Sqlite).await;
        desk.set(name, value);
        let said = desk.duban(&["export", "roster"]).await.ends(1);
        assert_eq!(said.err.lines().count(), 2, "{name}={value}: {}", said.err);
    }
    desk.set("DUBAN_RATE", "many");
    let said = desk.duban(&["export", "roster"]).await.ends(1);
    assert!(said.err.starts_with("DUBAN_RATE"), "{}", said.err);
}

#[tokio::test]
async fn a_password_is_never_said() {
    let mut desk = Desk::on(Base::Sqlite).await;
    desk.set(
        "DATABASE_URL",
        "postgres://duban:geheim-4711@127.0.0.1:1/duban",
    );
    desk.set("TELOXIDE_TOKEN", "123456:geheim-4712");
    for command in [&["check"][..], &["run"]] {
        let said = desk.duban(command).await.ends(1);
        assert!(!said.err.contains("geheim"), "{command:?}: {}", said.err);
        assert!(!said.out.contains("geheim"), "{command:?}: {}", said.out);
    }
}

#[tokio::test]
async fn tables_are_made_by_whatever_command_comes_first() {
    for base in bases().await {
        let desk = Desk::on(base).await;
        desk.duban(&["check"]).await.ends(0);
        assert_eq!(desk.count("SELECT COUNT(*) FROM cadres").await, 0);
        assert_eq!(desk.count("SELECT COUNT(*) FROM holiday_years").await, 13);
    }
}
