use chrono::NaiveDate;

use crate::domain::action::{Ask, Whose};
use crate::domain::asks::{Answer, Gap, Handed, Heir, Line, Of, Reason, Stands, Wrong};
use crate::domain::deadline::Span;
use crate::domain::extension::{self, When};
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Refusal, Verb, Why};
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::text::{Rendered, render, sample};

fn say(language: Language, answer: Answer) -> Rendered {
    let notice = Notice::Ask(Box::new(answer));
    render(&sample::campaign(), language, &notice)
}

fn labels(rendered: &Rendered) -> Vec<&str> {
    let buttons = rendered.keyboard.iter().flatten();
    buttons.map(|button| button.label.as_str()).collect()
}

fn of() -> Of {
    Of {
        item: ItemId(7),
        no: "7".to_owned(),
        content: "公车私用".to_owned(),
    }
}

fn on() -> NaiveDate {
    sample::day(2014, 3, 13)
}

fn until(wrong: Option<Wrong>) -> Answer {
    Answer::Until {
        of: of(),
        deadline: sample::day(2014, 3, 6),
        days: vec![(Gap::Week, on())],
        example: on(),
        wrong,
    }
}

#[test]
fn more_time_is_asked_for_in_few_words() {
    let asked = say(Language::ZhCn, until(None));
    assert_eq!(
        asked.text,
        "7号 延到哪天？\n时限 3月6日 周四\n请选日期，或写成一句：\n\
         “申请延期到3月13日，因为资金未到位”"
    );
    assert_eq!(labels(&asked), ["1周 3月13日 周四"]);
    let than = sample::day(2014, 3, 6);
    let wrong = say(Language::ZhCn, until(Some(Wrong::NotLater { than })));
    assert!(
        wrong
            .text
            .starts_with("要晚于3月6日 周四。\n7号 延到哪天？")
    );
    let done = Answer::Asked {
        of: of(),
        to: on(),
        why: "资金未到位".to_owned(),
    };
    assert_eq!(
        say(Language::ZhCn, done).text,
        "✓ 7号 已申请延期到3月13日 周四\n原因 资金未到位\n等审核人答复，答复前时限不变。"
    );
}

#[test]
fn every_example_is_understood_when_it_is_written_back() {
    let span = Span {
        start: sample::day(2014, 1, 20),
        end: sample::day(2014, 9, 30),
    };
    let today = sample::day(2014, 3, 3);
    for language in Language::ALL {
        let which = Answer::WhichItem {
            items: vec![of()],
            example: on(),
        };
        for (answer, no) in [(until(None), None), (which, Some("7"))] {
            let text = say(language, answer).text;
            let example = text.lines().last().unwrap();
            let example = example.trim_matches(['“', '”', '「', '」', '"']);
            let said = extension::answer(example, span, today);
            assert_eq!(said.to, When::Day(on()), "{example}");
            assert!(!said.why.is_empty(), "{example}");
            assert_eq!(said.no.as_deref(), no, "{example}");
            if no.is_some() {
                assert_eq!(
                    extension::said(example, span, today),
                    Some(said),
                    "{example}"
                );
            }
        }
    }
}

#[test]
fn a_hand_up_names_the_unit_and_reads_its_reason_in_each_language() {
    let up = |why: &str| Answer::HandedUp {
        of: of(),
        unit: "汪清县/春阳镇".to_owned(),
        why: why.to_owned(),
    };
    let kept = Reason::Funds.kept();
    for (language, text) in [
        (
            Language::ZhCn,
            "✓ 7号 已上报汪清县春阳镇\n原因 资金\n办到哪一步，随时看 /handed",
        ),
        (
            Language::En,
            "✓ No. 7 handed up to 汪清县春阳镇\nBecause: Funds\nHow it goes on: /handed",
        ),
    ] {
        assert_eq!(say(language, up(&kept)).text, text);
    }
    let typed = say(Language::ZhCn, up("要<修>路")).text;
    assert!(typed.contains("原因 要&lt;修&gt;路"), "{typed}");
}

#[test]
fn the_list_of_what_was_handed_up_says_where_each_stands() {
    let line = |stands| Line {
        of: of(),
        from: "延吉市/新兴街道".to_owned(),
        stands,
    };
    let unit = || "延吉市".to_owned();
    let handed = Handed {
        waiting: vec![line(Stands::Back)],
        waiting_total: 2,
        ours: vec![
            line(Stands::Waits { unit: unit() }),
            line(Stands::With {
                unit: unit(),
                who: "崔梅晨".to_owned(),
                on: Some(on()),
            }),
        ],
        ours_total: 2,
    };
    let shown = say(Language::ZhCn, Answer::Handed(handed));
    assert_eq!(
        shown.text,
        "上报来的 2项，等您答复\n 7号 公车私用\n   延吉市新兴街道 上报\n还有1项没有列出\n\n\
         已上报的 2项\n 7号 公车私用\n   等延吉市答复\n 7号 公车私用\n   \
         延吉市 崔梅晨在办，时限 3月13日 周四"
    );
    assert_eq!(labels(&shown), ["接办 7号", "退回 7号"]);
}

#[test]
fn a_reassignment_is_shown_before_it_holds() {
    let preview = Answer::Preview {
        of: of(),
        was: "李强".to_owned(),
        heir: Heir::Person(sample::who()),
        again: true,
        set: Ask::Set {
            item: ItemId(7),
            to: Whose::Person(CadreId(1)),
            seen: 1,
        },
    };
    let shown = say(Language::ZhCn, preview);
    assert_eq!(
        shown.text,
        "7号 由李强改派：\n周俊哲，汪清县春阳镇 镇长\n公车私用\n情况有变，请再看一遍。"
    );
    assert_eq!(labels(&shown), ["确定", "取消"]);
    let unit = Answer::Reassigned {
        of: of(),
        was: String::new(),
        heir: Heir::Unit("汪清县/春阳镇".to_owned()),
    };
    assert_eq!(
        say(Language::ZhCn, unit).text,
        "✓ 7号 已由未定改派：\n汪清县春阳镇，责任人未定"
    );
}

#[test]
fn a_refusal_says_why_and_leads_to_what_is_possible() {
    let refused = |why, possible| Answer::Refused {
        of: of(),
        refusal: Refusal { why, possible },
    };
    let often = refused(Why::TooOften { most: 1 }, vec![Verb::Submit]);
    let shown = say(Language::ZhCn, often);
    assert_eq!(
        shown.text,
        "7号最多延期1次，已经用完。\n请按时限办理，或联系联络员。\n现在能办的，请点下面看。"
    );
    assert_eq!(labels(&shown), ["看7号"]);
    let foreign = say(Language::ZhCn, refused(Why::NotYourPart, vec![]));
    assert_eq!(foreign.text, "7号的这一步不由您办，没有改动。");
    assert!(foreign.keyboard.is_empty());
    let above = Answer::Above {
        of: of(),
        units: vec![
            (UnitId(1), "汪清县/春阳镇".to_owned()),
            (UnitId(2), "汪清县".to_owned()),
        ],
    };
    assert_eq!(
        labels(&say(Language::ZhCn, above)),
        ["上报汪清县春阳镇", "上报汪清县"]
    );
}
