//! Every key of a kind, and every mistake that can be made in one.

use chrono::TimeDelta;

use super::super::read;
use super::super::tests::{SOUND, faults};
use crate::domain::campaign::{
    Campaign, Dispatch, Evidence, ItemKind, MakeUp, Opener, Plan, Poll, Reviewer, Rung, Stage,
    Superior,
};

/// Behind the sound file: a kind with every key, what it refers to, and the monthly question.
const MORE: &str = r#"
[[kinds]]
id = "promise"
name = { zh-CN = "承诺", zh-TW = "承諾", en = "Promise", ko = "승낙" }
slot = "evening"
ladder = { before = [7], after = [1], then_every = 14 }
accepted_ladder = { before = [9], after = [2], then_every = 15 }
stages = ["accept", "begin"]
review = ["superior", "members"]
evidence = "needed"
extensions = 3
hand_up = true
near = 4
plan = { accept = 3, begin = 10, report = 25 }
least_gap = 2
mute = 6
escalation = [{ to = "lead", after = 2 }, { to = "head", after = 7 }]
make_up = { kind = "again", within = 12 }
poll = { pass = "75%", least_voters = 5, lasts = "3d" }
exempt = [{ rank = "member" }, { trait = "retired", sector = "rural" }]
before = "gathering"
opened_by = "anybody"
[[kinds]]
id = "again"
name = { zh-CN = "补", zh-TW = "補", en = "Again", ko = "보충" }
slot = "evening"
ladder = { before = [1], after = [1], then_every = 14 }
[[kinds]]
id = "gathering"
name = { zh-CN = "会", zh-TW = "會", en = "Gathering", ko = "회의" }
slot = "evening"
ladder = { before = [1], after = [1], then_every = 14 }
[dispatch]
slot = "evening"
within = 5
"#;

fn more() -> String {
    format!("{SOUND}{MORE}")
}

fn campaign(text: &str) -> Campaign {
    read(text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn kind<'a>(campaign: &'a Campaign, id: &str) -> &'a ItemKind {
    campaign.kind(id).unwrap()
}

#[test]
fn every_key_of_a_kind_is_read() {
    let campaign = campaign(&more());
    let promise = kind(&campaign, "promise");
    assert_eq!(promise.ladder.before, [7]);
    assert_eq!(promise.accepted_ladder.before, [9]);
    assert_eq!(promise.stages, [Stage::Accept, Stage::Begin]);
    assert_eq!(promise.review, [Reviewer::Superior, Reviewer::Members]);
    assert_eq!(promise.evidence, Evidence::Needed);
    assert_eq!((promise.extensions, promise.hand_up), (3, true));
    let days = (promise.near, promise.least_gap, promise.longest_mute);
    assert_eq!(days, (4, 2, 6));
    let plan = Plan {
        accept: Some(3),
        begin: Some(10),
        report: Some(25),
    };
    assert_eq!(promise.plan, plan);
    let rung = |to, after| Rung { to, after };
    let rungs = [rung(Superior::Lead, 2), rung(Superior::Head, 7)];
    assert_eq!(promise.escalation, rungs);
    let make_up = MakeUp {
        kind: "again".to_owned(),
        within: 12,
    };
    assert_eq!(promise.make_up, Some(make_up));
    let poll = Poll {
        pass: 75,
        least_voters: 5,
        lasts: TimeDelta::days(3),
    };
    assert_eq!(promise.poll, Some(poll));
    assert_eq!(promise.exempt.len(), 2);
    assert_eq!(promise.before.as_deref(), Some("gathering"));
    assert_eq!(promise.opened_by, Opener::Anybody);
    let dispatch = Dispatch {
        slot: "evening".to_owned(),
        within: 5,
    };
    assert_eq!(campaign.dispatch, Some(dispatch));
}

#[test]
fn what_is_left_out_is_as_in_a_plain_kind() {
    let campaign = campaign(SOUND);
    let found = kind(&campaign, "rectification");
    let plain = ItemKind::plain(
        found.id.clone(),
        found.name.clone(),
        found.slot.clone(),
        found.ladder.clone(),
    );
    assert_eq!(format!("{found:?}"), format!("{plain:?}"));
    assert_eq!(campaign.dispatch, None);
}

#[test]
fn each_mistake_in_a_kind_is_named_with_its_line_and_what_would_be_right() {
    let first = u32::try_from(SOUND.lines().count()).unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &str, u32, &str, &str)] = &[
        ("before = [9]", "before = [1, 9]", 7, "must descend", "[7, 3, 1, 0]"),
        ("stages = [\"accept\", \"begin\"]", "stages = [\"acept\"]", 8, "\"accept\", perhaps", "[\"accept\", \"begin\"]"),
        ("stages = [\"accept\", \"begin\"]", "stages = [\"begin\", \"accept\"]", 8, "first what is said first", "[\"accept\", \"begin\"]"),
        ("stages = [\"accept\", \"begin\"]", "stages = [\"accept\", \"accept\"]", 8, "each stage once", "[\"accept\", \"begin\"]"),
        ("\"superior\", \"members\"", "\"superior\", \"member\"", 9, "\"members\", perhaps", "supervision"),
        ("\"superior\", \"members\"", "\"members\", \"members\"", 9, "\"members\" looks at it twice", "leave one"),
        ("[\"superior\", \"members\"]", "[]", 9, "nobody would look at it", "supervision"),
        ("\"superior\", \"members\"", "\"superior\"", 19, "does not name the members", "review = [\"members\"]"),
        ("poll = {", "# {", 9, "the kind has none", "poll = { pass = \"80%\""),
        ("evidence = \"needed\"", "evidence = \"must\"", 10, "none of \"welcome\"", "wanted"),
        ("extensions = 3", "extensions = \"3\"", 11, "wanted is a whole number", "extensions = 2"),
        ("hand_up = true", "hand_up = \"yes\"", 12, "wanted is true or false", "hand_up = true"),
        ("near = 4", "near = 0", 13, "0 is too small", "near = 5"),
        ("accept = 3, begin", "accept = 0, begin", 14, "0 is too small", "accept = 3"),
        ("begin = 10", "begin = 2", 14, "fewer than the 3 for `accept`", "begin = 10"),
        ("stages = [\"accept\", \"begin\"]", "stages = [\"accept\"]", 14, "have no stage \"begin\"", "leave `begin` out"),
        ("report = 25", "reports = 25", 14, "unknown key `reports` in a plan", "report = 25"),
        ("least_gap = 2", "least_gap = 0", 15, "0 is too small", "least_gap = 1"),
        ("mute = 6", "mute = \"6d\"", 16, "wanted is a whole number", "mute = 5"),
        ("to = \"head\"", "to = \"boss\"", 17, "none of \"lead\"", "to = \"lead\""),
        ("to = \"head\"", "to = \"lead\"", 17, "\"lead\" hears of it twice", "one step each"),
        ("after = 7", "after = 0", 17, "0 is too small", "after = 2"),
        ("kind = \"again\"", "kind = \"agai\"", 18, "there is no kind \"agai\"", "write \"again\""),
        ("within = 12", "within = 0", 18, "0 is too small", "within = 10"),
        ("\"75%\"", "\"75\"", 19, "\"75\" is no share", "80%"),
        ("\"75%\"", "\"101%\"", 19, "\"101%\" is no share", "80%"),
        ("\"75%\"", "\"+5%\"", 19, "\"+5%\" is no share", "80%"),
        ("least_voters = 5, ", "", 19, "has no `least_voters`", "least_voters = 3"),
        ("lasts = \"3d\"", "lasts = \"3 days\"", 19, "no length of time", "3d"),
        ("{ rank = \"member\" }", "{ rank = \"membr\" }", 20, "there is no rank \"membr\"", "write \"member\""),
        ("{ rank = \"member\" }", "{ }", 20, "an exemption of everybody", "rank = \"member\""),
        ("before = \"gathering\"", "before = \"gatherin\"", 21, "there is no kind \"gatherin\"", "write \"gathering\""),
        ("before = \"gathering\"", "before = \"promise\"", 21, "would come before themselves", "chain end"),
        ("opened_by = \"anybody\"", "opened_by = \"all\"", 22, "none of \"anybody\"", "carer"),
        ("[dispatch]\nslot = \"evening\"", "[dispatch]\nslot = \"evenin\"", 34, "there is no slot \"evenin\"", "write \"evening\""),
        ("within = 5", "within = 0", 35, "0 is too small", "within = 5"),
        ("within = 5", "", 33, "[dispatch] has no `within`", "within = 5"),
    ];
    let mut missed = Vec::new();
    for (sound, broken, line, what, right) in cases {
        assert!(MORE.contains(sound), "{sound} is not in the sound text");
        let found = faults(&format!("{SOUND}{}", MORE.replacen(sound, broken, 1)));
        let named = found
            .iter()
            .find(|fault| fault.what.contains(what) && fault.right.contains(right));
        if named.map(|fault| fault.line) != Some(first + line) {
            missed.push((broken, first + line, found.clone()));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_circle_of_kinds_is_named_wherever_it_closes() {
    let circle = MORE.replace(
        "id = \"gathering\"\n",
        "id = \"gathering\"\nbefore = \"promise\"\n",
    );
    let found = faults(&format!("{SOUND}{circle}"));
    let named = found
        .iter()
        .filter(|fault| fault.what.contains("themselves"));
    assert_eq!(named.count(), 2, "{found:#?}");
    // A kind that only leads into a circle is in none itself, and nothing hangs.
    let tail = circle.replace("id = \"again\"\n", "id = \"again\"\nbefore = \"promise\"\n");
    let found = faults(&format!("{SOUND}{tail}"));
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn one_line_that_fits_exempts() {
    use crate::domain::campaign::Subject;
    let campaign = campaign(&more());
    let promise = kind(&campaign, "promise");
    for (rank, traits, sector, exempt) in [
        ("member", &[][..], None, true),
        ("county", &[], None, false),
        ("county", &["retired"], None, false),
        ("county", &["retired"], Some("rural"), true),
        ("county", &[], Some("rural"), false),
    ] {
        let subject = Subject {
            rank: rank.to_owned(),
            traits: traits.iter().map(|one: &&str| (*one).to_owned()).collect(),
            sector: sector.map(str::to_owned),
            unit_path: "甲县/乙镇".to_owned(),
            depth: 2,
            key: "P000001".to_owned(),
            joined_on: None,
        };
        assert_eq!(promise.exempts(&subject), exempt, "{subject:?}");
    }
    assert!(kind(&campaign, "again").exempt.is_empty());
}
