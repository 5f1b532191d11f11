//! `duban check` on campaign files, whole and broken.

use std::path::Path;

use super::support::{Base, Desk, bases};

fn campaign(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("campaigns")
        .join(name);
    std::fs::read_to_string(path).expect("a campaign")
}

/// A desk whose campaign file holds that text.
async fn desk_with(text: &str) -> (Desk, String) {
    let mut desk = Desk::on(Base::Sqlite).await;
    let path = desk.file("campaign.toml", text);
    desk.set("DUBAN_CAMPAIGN", &path);
    (desk, path)
}

#[tokio::test]
async fn the_campaigns_that_come_with_it_are_well() {
    for base in bases().await {
        let mut desk = Desk::on(base).await;
        for (name, first) in [
            (
                "mass-line.toml",
                "mass-line: 2014-01-20 to 2014-09-30, Asia/Shanghai",
            ),
            (
                "annual-training.toml",
                "annual-training: 2026-01-01 to 2026-12-31, Asia/Shanghai",
            ),
        ] {
            let path = desk.file("campaign.toml", campaign(name));
            desk.set("DUBAN_CAMPAIGN", &path);
            let said = desk.duban(&["check"]).await.ends(0);
            assert!(said.out.starts_with(first), "{}", said.out);
            assert_eq!(said.summary(), "all is well");
        }
    }
}

#[tokio::test]
async fn another_start_is_another_campaign() {
    for (start, span, spring, july) in [
        (
            "2014-01-20",
            "2014-01-20 to 2014-09-30",
            "2014-01-20  2014-02-14",
            "2014-06-21  2014-07-11",
        ),
        (
            "2026-09-07",
            "2026-09-07 to 2027-05-31",
            "2027-01-26  2027-02-20",
            "",
        ),
        (
            "2025-12-01",
            "2025-12-01 to 2026-08-31",
            "2026-02-06  2026-03-03",
            "2026-06-21  2026-07-11",
        ),
    ] {
        let text = campaign("mass-line.toml").replacen(
            "start = 2014-01-20",
            &format!("start = {start}"),
            1,
        );
        let (desk, _) = desk_with(&text).await;
        let said = desk.duban(&["check"]).await.ends(0);
        assert!(
            said.out.starts_with(&format!("mass-line: {span}")),
            "{}",
            said.out
        );
        assert!(
            said.out.contains(&format!("spring-festival  {spring}  ")),
            "{start}: {}",
            said.out
        );
        assert_eq!(
            said.out.contains(&format!("july-first       {july}  ")),
            !july.is_empty(),
            "{start}: {}",
            said.out
        );
        // The notice for 2027 is not out when the campaign begins: said, but no mistake.
        assert_eq!(
            said.err.contains("2027 is not loaded"),
            start == "2026-09-07",
            "{}",
            said.err
        );
    }
}

#[tokio::test]
async fn who_owes_how_much_when_is_a_table_of_each_duty() {
    let (desk, _) = desk_with(&campaign("mass-line.toml")).await;
    let said = desk.duban(&["check"]).await.ends(0);
    for line in [
        "class hours: 8 a day, 4 half a day, 1 for 60 minutes",
        "study 集中学习: asked in evening, at most 8 class_hours a day, freely 14 days back",
        "  confirmed when late, evidence welcome, late joiners owe the whole; asks topic, form",
        "topics 学习专题: the different topics of study",
        "talks 谈心谈话: never asked, at most 10 times a day, freely 14 days back",
        "  always confirmed, evidence welcome, late joiners owe the whole; asks place",
    ] {
        assert!(
            said.out.lines().any(|one| one == line),
            "{line}\n{}",
            said.out
        );
    }
    // Every cell of a column begins under its head.
    let head = said.lines("  window ").first().copied().expect("a head");
    let owes = head.find("owes").expect("a column");
    let ascii = |line: &&&str| line.is_ascii();
    let rows = said.lines("  upper ");
    let rows: Vec<_> = rows.iter().filter(ascii).collect();
    assert!(rows.len() > 10, "{}", said.out);
    for row in rows {
        let cell = row.get(owes - 2..owes + 1).unwrap_or_default();
        assert!(cell.starts_with("  ") && !cell.ends_with(' '), "{row}");
    }
}

#[tokio::test]
async fn every_mistake_is_named_with_its_line_and_what_would_be_right() {
    // What stands in the file, what somebody makes of it, and a word of the complaint.
    for (was, is, word) in [
        ("start = 2014-01-20", "start = 2014-02-30", "date"),
        ("start = 2014-01-20", "start = soon", "quoted"),
        ("start = 2014-01-20", "strat = 2014-01-20", "strat"),
        ("end = \"+8m end\"", "end = \"+8 moons\"", "moons"),
        ("end = \"+8m end\"", "end = \"-1d\"", "end"),
        (
            "zone = \"Asia/Shanghai\"",
            "zone = \"Asia/Peking\"",
            "Asia/Peking",
        ),
        ("language = \"zh-CN\"", "language = \"fr\"", "fr"),
        ("per_day = \"8\"", "per_day = \"0\"", "per_day"),
        (
            "quiet = [\"21:00\", \"07:30\"]",
            "quiet = [\"21:00\"]",
            "quiet",
        ),
        (
            "quiet = [\"21:00\", \"07:30\"]",
            "quiet = [\"25:00\", \"07:30\"]",
            "25:00",
        ),
        ("daily_cap = 2", "daily_cap = \"two\"", "daily_cap"),
        ("daily_cap = 2", "daly_cap = 2", "daly_cap"),
        (
            "invite_life = \"60d\"",
            "invite_life = \"60 suns\"",
            "60 suns",
        ),
        ("cron = \"30 17 * * *\"", "cron = \"30 17 * * 1-5\"", "1-5"),
        ("cron = \"30 17 * * *\"", "cron = \"30 25 * * *\"", "25"),
        ("days = \"work\"", "days = \"weekdays\"", "weekdays"),
        ("late = \"send-once\"", "late = \"never\"", "never"),
        ("measure = \"class_hours\"", "measure = \"miles\"", "miles"),
        (
            "slot = \"evening\"\nmax_per_day",
            "slot = \"morning\"\nmax_per_day",
            "morning",
        ),
        (
            "{ rank = \"county\", amount = \"7 days\" }",
            "{ rank = \"emperor\", amount = \"7 days\" }",
            "emperor",
        ),
        (
            "{ rank = \"county\", amount = \"7 days\" }",
            "{ rank = \"county\", amount = \"7 moons\" }",
            "moons",
        ),
        (
            "{ rank = \"county\", amount = \"7 days\" }",
            "{ rank = \"county\" }",
            "amount",
        ),
        (
            "trait = \"retired\", amount",
            "trait = \"retierd\", amount",
            "retierd",
        ),
        ("before = [5, 3, 1, 0]", "before = [5, 3, 3, 0]", "before"),
        ("before = [5, 3, 1, 0]", "before = [5, 3, -1, 0]", "before"),
        (
            "then_every = 10",
            "then_every = \"fortnight\"",
            "then_every",
        ),
        ("id = \"research\"", "id = \"study\"", "study"),
        ("id = \"evening\"", "id = \"Evening!\"", "Evening!"),
        ("daily_cap = 2", "daily_cap = ", "TOML"),
        ("[limits]", "[limits", "["),
    ] {
        is_named(was, is, word).await;
    }
}

#[tokio::test]
async fn every_mistake_in_what_an_entry_needs_is_named_too() {
    for (was, is, word) in [
        (
            "confirm = \"always\"",
            "confirm = \"allways\"",
            "\"always\", perhaps",
        ),
        (
            "asks = [\"household\", \"opinion\"]",
            "asks = [\"houshold\", \"opinion\"]",
            "\"household\", perhaps",
        ),
        ("topics_of = \"study\"", "topics_of = \"studdy\"", "studdy"),
        (
            "targets = [{ amount = \"7 topics\" }]",
            "targets = [{ amount = \"8 topics\" }]",
            "only 7 topics",
        ),
        ("exempt = [{ trait", "exemt = [{ trait", "exemt"),
    ] {
        is_named(was, is, word).await;
    }
}

/// What somebody makes of a place in the mass-line campaign is complained of in its line, with that word, by
/// every command that needs the campaign.
async fn is_named(was: &str, is: &str, word: &str) {
    let text = campaign("mass-line.toml");
    assert!(text.contains(was), "{was}");
    let broken = text.replacen(was, is, 1);
    // Where the mistake was put: its text may well stand, rightly, further up.
    let at = text.find(was).expect("the place");
    let line = text
        .get(..at)
        .expect("what stands before")
        .matches('\n')
        .count()
        + 1;
    let (desk, path) = desk_with(&broken).await;
    let said = desk.duban(&["check"]).await.ends(1);
    let place = format!("{path}:{line}: ");
    let complaint = said.err.lines().find_map(|one| one.strip_prefix(&place));
    let complaint = complaint.unwrap_or_else(|| panic!("{is}: nothing at {line}:\n{}", said.err));
    assert!(complaint.contains("; "), "{is}: {complaint}");
    let near = complaint.contains(word) || word == "[";
    assert!(near, "{is}: {complaint}");
    // The commands that need a campaign name the same place.
    let other = desk.duban(&["export", "roster"]).await.ends(1);
    assert!(other.err.contains(&place), "{is}: {}", other.err);
}

#[tokio::test]
async fn each_further_bot_wants_a_token_and_units_of_its_own() {
    let bots = |bots: &str| campaign("mass-line.toml") + bots;
    let east = bots("\n[[bots]]\nid = \"east\"\nunits = [\"敦化市\", \"安图县/明月镇\"]\n");
    let (mut desk, _) = desk_with(&east).await;
    let said = desk.duban(&["check"]).await.ends(1);
    assert!(
        said.err.contains("TELOXIDE_TOKEN_EAST: not set"),
        "{}",
        said.err
    );
    desk.set("TELOXIDE_TOKEN_EAST", "2000000:a/b");
    let said = desk.duban(&["check"]).await.ends(1);
    assert!(
        said.err.contains("TELOXIDE_TOKEN_EAST: has signs"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("a/b"), "{}", said.err);
    desk.set("TELOXIDE_TOKEN_EAST", "2000000:of-the-east");
    desk.duban(&["check"]).await.ends(0);
    for (wrong, what) in [
        (
            "[[bots]]\nid = \"main\"\nunits = [\"敦化市\"]\n",
            "TELOXIDE_TOKEN",
        ),
        (
            "[[bots]]\nid = \"east\"\nunits = []\n",
            "must serve some unit",
        ),
        (
            "[[bots]]\nid = \"east\"\nunits = [\"敦化市/\"]\n",
            "no path of a unit",
        ),
        ("[[bots]]\nid = \"east\"\n", "has no `units`"),
        (
            "[[bots]]\nid = \"east\"\nunits = [\"敦化市\"]\n[[bots]]\nid = \"west\"\nunits = [\"敦化市\"]\n",
            "is served by the bot \"east\" already",
        ),
    ] {
        let (mut desk, path) = desk_with(&bots(&format!("\n{wrong}"))).await;
        desk.set("TELOXIDE_TOKEN_EAST", "2000000:of-the-east");
        desk.set("TELOXIDE_TOKEN_WEST", "3000000:of-the-west");
        let said = desk.duban(&["check"]).await.ends(1);
        let mut lines = said.err.lines();
        let named = lines.any(|line| line.starts_with(&format!("{path}:")) && line.contains(what));
        assert!(named, "{what}: {}", said.err);
    }
}

#[tokio::test]
async fn all_mistakes_are_named_at_once() {
    let broken = campaign("mass-line.toml")
        .replacen("zone = \"Asia/Shanghai\"", "zone = \"Mars\"", 1)
        .replacen("daily_cap = 2", "daily_cap = -2", 1)
        .replacen("measure = \"households\"", "measure = \"houses\"", 1);
    let (mut desk, path) = desk_with(&broken).await;
    desk.set("DUBAN_RATE", "0");
    desk.set("DATABASE_URL", "mysql://x");
    let said = desk.duban(&["check"]).await.ends(1);
    let places = said
        .err
        .lines()
        .filter(|line| line.starts_with(&path))
        .count();
    assert!(places >= 3, "{}", said.err);
    assert!(
        said.err.contains("DUBAN_RATE") && said.err.contains("DATABASE_URL"),
        "{}",
        said.err
    );
    assert_eq!(said.out, "", "nothing else is said");
    let findings = said.err.lines().next_back().unwrap_or_default();
    assert_eq!(
        findings,
        format!("{} findings", said.err.lines().count() - 1)
    );
}

#[tokio::test]
async fn a_campaign_or_a_database_that_is_not_there_is_a_finding() {
    let mut desk = Desk::on(Base::Sqlite).await;
    desk.set("DUBAN_CAMPAIGN", "nowhere.toml");
    let said = desk.duban(&["check"]).await.ends(1);
    assert!(
        said.err.starts_with("nowhere.toml:1: cannot be read"),
        "{}",
        said.err
    );
    let mut desk = Desk::on(Base::Sqlite).await;
    desk.set("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
    let said = desk.duban(&["check"]).await.ends(1);
    assert!(said.err.starts_with("DATABASE_URL: "), "{}", said.err);
}
