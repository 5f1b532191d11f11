//! Every key of a duty, and every mistake that can be made in one.

use super::super::read;
use super::super::tests::{SOUND, faults};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Ask, Campaign, Confirm, Evidence, LateJoiners, resolved_targets};
use crate::domain::language::Language;

/// Two more duties, behind those of the sound file: one with every key, one that counts its topics.
const MORE: &str = r#"
[[duties]]
id = "lectures"
name = { zh-CN = "讲课", zh-TW = "講課", en = "Lectures", ko = "강의" }
words = { zh-CN = ["讲课", "党课"], en = ["Ｌecture"] }
measure = "times"
max_per_day = "3 times"
backdate_days = 7
targets = [
  { rank = "county", amount = "4 times", at_least = "2 times" },
  { rank = "member", amount = "3 times" },
  { person = "P000009", amount = "1 time" },
]
exempt = [{ trait = "retired" }, { rank = "member", sector = "rural" }]
form_name = { zh-CN = "轮次", zh-TW = "輪次", en = "Round", ko = "차례" }
forms = [{ id = "one", name = { zh-CN = "一", zh-TW = "一", en = "1", ko = "1" } }]
topic_name = { zh-CN = "题目", zh-TW = "題目", en = "Subject", ko = "제목" }
topics = [
  { id = "law", name = { zh-CN = "法", zh-TW = "法", en = "Law", ko = "법" } },
  { id = "work", name = { zh-CN = "工作", zh-TW = "工作", en = "Work", ko = "사업" } },
]
asks = ["form", "topic", "place"]
confirm = "always"
evidence = "needed"
late_joiners = "in-proportion"
windows = [
  { id = "spring", tier = "upper", from = "spring-festival -3d", to = "spring-festival +3d" },
  { id = "may", tier = "upper", from = "+3m", to = "+4m end" },
  { id = "june", tier = "lower", from = "+5m", to = "+5m end" },
]
[[duties]]
id = "breadth"
name = { zh-CN = "题目数", zh-TW = "題目數", en = "Breadth", ko = "제목수" }
measure = "topics"
topics_of = "lectures"
targets = [{ amount = "2 topics" }]
late_joiners = "whole"
"#;

fn more() -> String {
    format!("{SOUND}{MORE}")
}

fn campaign(text: &str) -> Campaign {
    read(text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn every_key_of_a_duty_is_read() {
    let campaign = campaign(&more());
    let lectures = campaign.duty("lectures").unwrap();
    assert_eq!(lectures.words, ["讲课", "党课", "lecture"]);
    assert_eq!(lectures.asks, [Ask::Form, Ask::Topic, Ask::Place]);
    assert_eq!(lectures.confirm, Confirm::Always);
    assert_eq!(lectures.evidence, Evidence::Needed);
    assert_eq!(lectures.late_joiners, LateJoiners::InProportion);
    let name = lectures.form_name.as_ref().unwrap();
    assert_eq!(name.get(Language::ZhCn), "轮次");
    let name = lectures.topic_name.as_ref().unwrap();
    assert_eq!(name.get(Language::En), "Subject");
    let lines: Vec<_> = lectures
        .targets
        .iter()
        .map(|line| (line.amount.0, line.at_least.map(|least| least.0)))
        .collect();
    assert_eq!(
        lines,
        [
            (4_000, Some(2_000)),
            (3_000, None),
            (1_000, None),
            (0, None),
            (0, None)
        ]
    );
    let own = lectures.targets[2].person.as_deref();
    assert_eq!(own, Some("P000009"));
    let study = campaign.duty("study").unwrap();
    assert_eq!(
        (study.confirm, study.evidence),
        (Confirm::Late, Evidence::Welcome)
    );
    assert_eq!((study.asks.len(), study.words.len()), (0, 0));
}

#[test]
fn topics_are_counted_in_the_windows_of_what_they_are_counted_among() {
    let text = more();
    let campaign = campaign(&text);
    let breadth = campaign.duty("breadth").unwrap();
    assert_eq!(breadth.measure, Measure::Topics);
    assert_eq!(breadth.topics_of.as_deref(), Some("lectures"));
    assert_eq!(breadth.max_per_day, Amount::ZERO);
    assert_eq!(breadth.windows, campaign.duty("lectures").unwrap().windows);
}

#[test]
fn several_windows_a_tier_are_told_apart_in_the_resolved_table() {
    let rows = resolved_targets(&campaign(&more()));
    let rows: Vec<_> = rows
        .iter()
        .filter(|row| row.duty == "lectures")
        .map(|row| {
            let owes = if row.is_exempt() {
                "exempt".to_owned()
            } else {
                row.shown.to_string()
            };
            let tier = row.tier.as_deref().unwrap_or_default();
            format!("{tier} {} {} {owes}", row.span.start, row.span.end)
        })
        .collect();
    for expected in [
        "upper 2014-01-28 2014-02-03 4",
        "upper 2014-04-20 2014-05-31 4",
        "lower 2014-06-20 2014-06-30 3",
        "lower 2014-06-20 2014-06-30 exempt",
    ] {
        assert!(
            rows.iter().any(|row| row == expected),
            "{expected}: {rows:#?}"
        );
    }
    assert_eq!(rows.len(), 15);
}

#[test]
#[rustfmt::skip]
fn each_mistake_in_a_duty_is_named_where_it_stands() {
    // What stands in the file, what somebody makes of it, the complaint, and what would be right.
    for (was, is, what, right) in [
        ("confirm = \"always\"", "confirm = \"allways\"", "\"always\", perhaps", "confirm = \"always\""),
        ("confirm = \"always\"", "confirm = true", "wanted is a text", "confirm = \"always\""),
        ("confirm = \"always\"", "comfirm = \"always\"", "unknown key `comfirm`", "write `confirm`"),
        ("evidence = \"needed\"", "evidence = \"must\"", "none of \"welcome\", \"wanted\", \"needed\"", "evidence = "),
        ("late_joiners = \"in-proportion\"", "late_joiners = \"in-portion\"", "\"in-proportion\", perhaps", "in-proportion"),
        ("asks = [\"form\"", "asks = [\"forms\"", "\"form\", perhaps", "asks = "),
        ("asks = [\"form\"", "asks = [\"place\"", "\"place\" is asked twice", "leave one"),
        ("asks = [\"form\", \"topic\"", "asks = [\"weather\"", "none of \"form\", \"topic\", \"partner\"", "asks = "),
        ("offers = [\"0.5 days\"", "asks = [\"topic\"]\noffers = [\"0.5 days\"", "has no topics to choose from", "leave \"topic\" out"),
        ("offers = [\"0.5 days\"", "form_name = { zh-CN = \"轮\", zh-TW = \"輪\", en = \"R\", ko = \"차\" }\noffers = [\"0.5 days\"", "has no `forms`", "add forms"),
        ("en = \"Round\", ", "", "no name in en", "zh-TW = "),
        ("\"党课\"", "\"\"", "the text is empty", "走访"),
        ("en = [\"Ｌecture\"]", "fr = [\"cours\"]", "unknown key `fr` in `words`", "known here: zh-CN"),
        ("words = { zh-CN = [\"讲课\", \"党课\"], en = [\"Ｌecture\"] }", "words = \"讲课\"", "wanted is a list", "words = "),
        ("at_least = \"2 times\"", "at_least = \"5 times\"", "5 times is more than the line's own 4 times", "how low"),
        ("at_least = \"2 times\"", "at_least = \"2 days\"", "days cannot be converted into times", "5 times"),
        ("at_least = \"2 times\"", "at_most = \"2 times\"", "unknown key `at_most` in a target", "known here: rank"),
        ("person = \"P000009\"", "person = 9", "this is a whole number", "person = \"P000001\""),
        ("{ trait = \"retired\" }", "{ trait = \"retierd\" }", "no trait \"retierd\"", "write \"retired\""),
        ("{ trait = \"retired\" }", "{ trait = \"retired\", amount = \"0 times\" }", "unknown key `amount` in an exemption", "known here"),
        ("{ trait = \"retired\" }", "{}", "an exemption of everybody", "say of whom"),
        ("exempt = [{ trait", "exempt = [\"retired\", { trait", "wanted is a table", "exempt = ["),
        ("measure = \"topics\"", "measure = \"times\"", "counts topics", "measure = \"topics\""),
        ("measure = \"times\"", "measure = \"topics\"", "counted among the entries of another duty", "topics_of = "),
        ("topics_of = \"lectures\"", "topics_of = \"lecture\"", "there is no duty \"lecture\"", "write \"lectures\""),
        ("topics_of = \"lectures\"", "topics_of = \"visits\"", "\"visits\" has no topics", "add topics"),
        ("topics_of = \"lectures\"", "topics_of = \"breadth\"", "does not count its own", "topics_of = "),
        ("[{ amount = \"2 topics\" }]", "[{ amount = \"3 topics\" }]", "has only 2 topics", "at most \"2 topics\""),
        ("id = \"lectures\"", "id = \"lectures-in-the-evening\"", "too long for an id", "study"),
    ] {
        let text = more();
        let at = text.find(was).unwrap_or_else(|| panic!("{was}"));
        let broken = text.replacen(was, is, 1);
        let line = u32::try_from(text[..at].matches('\n').count()).unwrap() + 1;
        let found = faults(&broken);
        let named = |fault: &super::super::Fault| {
            (line..line + 2).contains(&fault.line)
                && fault.what.contains(what)
                && fault.right.contains(right)
        };
        assert!(found.iter().any(named), "{is} at {line}: {found:#?}");
    }
}

#[test]
fn what_hangs_together_over_several_lines_is_named_where_it_can_be_mended() {
    for (was, is, at, what) in [
        // The word was the first duty's; the second is told.
        (
            "offers = [\"0.5 days\"",
            "words = [\"LECTURE\"]\noffers = [\"0.5 days\"",
            "en = [\"Ｌecture\"]",
            "\"lecture\" means the duty \"study\" already",
        ),
        (
            "topics_of = \"lectures\"",
            "topics_of = \"lectures\"\nconfirm = \"late\"",
            "confirm = \"late\"",
            "nothing is recorded of a duty with `topics_of`",
        ),
    ] {
        let broken = more().replacen(was, is, 1);
        let place = broken.find(at).unwrap();
        let line = u32::try_from(broken[..place].matches('\n').count()).unwrap() + 1;
        let found = faults(&broken);
        let named = |fault: &super::super::Fault| fault.line == line && fault.what.contains(what);
        assert!(found.iter().any(named), "{is} at {line}: {found:#?}");
    }
}

#[test]
fn the_class_hour_rule_is_read_in_each_of_its_ways_and_its_mistakes_are_named() {
    let simple = "class_hours = { per_day = \"8\", per_hour = \"1\" }";
    let with = |rule: &str| SOUND.replacen(simple, &format!("class_hours = {{ {rule} }}"), 1);
    let rule = |text: &str| {
        let rule = campaign(&with(text)).class_hours;
        let rate = rule.rate;
        (
            rule.per_half_day.0,
            rate.class_hours.0,
            rate.minutes,
            rule.steps.len(),
        )
    };
    assert_eq!(
        rule("per_day = \"8\", per_hour = \"1\""),
        (4_000, 1_000, 60, 0)
    );
    assert_eq!(rule("per_day = 6, per_hour = \"0.5\""), (3_000, 500, 60, 0));
    assert_eq!(
        rule("per_day = \"8\", half_day = \"3.5\", lasts = \"45m\""),
        (3_500, 1_000, 45, 0)
    );
    let steps =
        "steps = [{ from = \"1m\", counts = \"0.25\" }, { from = \"30m\", counts = \"1\" }]";
    assert_eq!(
        rule(&format!("per_day = \"8\", per_hour = \"1\", {steps}")),
        (4_000, 1_000, 60, 2)
    );
    for (text, what, right) in [
        ("per_hour = \"1\"", "has no `per_day`", "per_day = \"8\""),
        ("per_day = \"8\"", "has no `per_hour`", "per_hour = \"1\""),
        (
            "per_day = \"8\", per_hour = \"1\", lasts = \"45m\"",
            "has its class hours already",
            "leave one",
        ),
        (
            "per_day = \"8\", lasts = \"45\"",
            "no length of time",
            "45m",
        ),
        (
            "per_day = \"8\", half_day = \"8\", per_hour = \"1\"",
            "no less than a whole one",
            "half_day = \"4\"",
        ),
        (
            "per_day = \"8\", half_day = \"0\", per_hour = \"1\"",
            "no number above zero",
            "half_day = \"4\"",
        ),
        (
            "per_day = \"8\", per_hour = \"1\", step = []",
            "unknown key `step`",
            "write `steps`",
        ),
        (
            "per_day = \"8\", per_hour = \"1\", steps = [{ from = \"15m\", counts = \"1\" }]",
            "begin with \"1m\"",
            "steps = [",
        ),
        (
            "per_day = \"8\", per_hour = \"1\", steps = [{ from = \"1m\", counts = \"1\" }, { from = \"30m\", counts = \"0.5\" }]",
            "steps go up",
            "steps = [",
        ),
        (
            "per_day = \"8\", per_hour = \"1\", steps = [{ from = \"1m\" }]",
            "a step has no `counts`",
            "counts = \"0.5\"",
        ),
    ] {
        let found = faults(&with(text));
        let named = |fault: &super::super::Fault| {
            fault.line == 8 && fault.what.contains(what) && fault.right.contains(right)
        };
        assert!(found.iter().any(named), "{text}: {found:#?}");
    }
}
