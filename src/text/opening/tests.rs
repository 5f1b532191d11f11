use super::*;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::text::{render, sample};

fn draft() -> Draft {
    Draft {
        stamp: 5,
        kind: "rectification".to_owned(),
        unit: Some((UnitId(2), "汪清县/春阳镇".to_owned())),
        content: "会议多、文件多".to_owned(),
        deadline: Some(Deadline::On(sample::day(2014, 6, 30))),
        responsible: Whom::One {
            cadre: CadreId(1),
            name: "周俊哲".to_owned(),
        },
        ..Draft::default()
    }
}

fn said(answer: Answer) -> (String, Vec<String>) {
    let notice = Notice::Opening(Box::new(answer));
    let rendered = render(&sample::campaign(), Language::ZhCn, &notice);
    let labels = rendered.keyboard.iter().flatten();
    (
        rendered.text.clone(),
        labels.map(|button| button.label.clone()).collect(),
    )
}

fn asked(ask: Ask, trouble: Option<Trouble>, offers: Vec<Offer>) -> (String, Vec<String>) {
    said(Answer::Ask {
        ask,
        draft: Draft::default(),
        trouble,
        offers,
        today: sample::day(2014, 3, 3),
    })
}

#[test]
fn the_preview_shows_all_that_will_be_and_what_falls_to_the_liaison() {
    let (text, buttons) = said(Answer::Preview { draft: draft() });
    assert_eq!(
        text,
        "请核对，确认后立项：\n整改：会议多、文件多\n责任单位 汪清县春阳镇\n时限 6月30日 周一\n责任人 周俊哲"
    );
    assert_eq!(buttons, ["立项", "加牵头领导", "不立了"]);
    let nobody = Draft {
        responsible: Whom::Nobody,
        lead: Whom::One {
            cadre: CadreId(2),
            name: "李强".to_owned(),
        },
        ..draft()
    };
    let (text, buttons) = said(Answer::Preview { draft: nobody });
    assert!(
        text.ends_with("\n牵头领导 李强\n没有指定责任人，由单位联络员负责。"),
        "{text}"
    );
    assert_eq!(buttons, ["立项", "不立了"]);
}

#[test]
fn an_opened_item_says_its_number_and_who_is_told() {
    let (text, buttons) = said(Answer::Opened {
        draft: draft(),
        no: "R1".to_owned(),
        told: 1,
    });
    assert_eq!(
        text,
        "✓ 已立项 R1号\n整改：会议多、文件多\n责任单位 汪清县春阳镇\n时限 6月30日 周一\n责任人 周俊哲\n\
         将在下次提醒中告知1人。\n查看请发：R1号"
    );
    assert_eq!(buttons, [""; 0]);
}

#[test]
fn each_question_is_short_and_shows_how_to_answer() {
    for (ask, text) in [
        (Ask::Kind, "立哪一类？"),
        (Ask::Unit, "由哪个单位负责？可选，也可写名称。"),
        (Ask::Content, "要办什么事？请写一句话，如：春阳镇路灯不亮"),
        (Ask::Deadline, "什么时候完成？可选，也可写：4月3日前"),
        (Ask::Responsible, "由谁负责？可选，也可写姓名。"),
        (Ask::Lead, "由谁牵头？可选，也可写姓名。"),
    ] {
        assert_eq!(asked(ask, None, vec![]).0, text);
    }
    let (_, buttons) = asked(Ask::Deadline, None, vec![]);
    assert_eq!(
        buttons,
        ["1周", "2周", "1个月", "立行立改", "长期坚持", "不立了"]
    );
}

#[test]
fn what_is_not_understood_is_said_before_the_question() {
    let name = || "李强".to_owned();
    for (ask, trouble, text) in [
        (
            Ask::Kind,
            Trouble::NoSuchKind,
            "没有这一类，请点下面的按钮。",
        ),
        (
            Ask::Unit,
            Trouble::NoSuchUnit { words: name() },
            "您能立项的单位里没有“李强”。",
        ),
        (
            Ask::Unit,
            Trouble::Units { words: name() },
            "叫“李强”的单位不止一个，请选一个。",
        ),
        (
            Ask::Responsible,
            Trouble::Nobody { name: name() },
            "该单位名册上没有“李强”。",
        ),
        (
            Ask::Responsible,
            Trouble::Several { name: name() },
            "叫“李强”的不止一人，请选一位。",
        ),
        (
            Ask::Deadline,
            Trouble::NoDeadline,
            "没看懂时限。请这样写：4月3日前、2周",
        ),
        (
            Ask::Deadline,
            Trouble::Past {
                on: sample::day(2014, 2, 28),
            },
            "2月28日 周五已经过了。",
        ),
        (
            Ask::Content,
            Trouble::TooLong { most: 300 },
            "太长了，最多写300个字。",
        ),
    ] {
        let (said, _) = asked(ask, Some(trouble), vec![]);
        assert_eq!(said.lines().next(), Some(text));
        assert_eq!(said.lines().count(), 2, "{said}");
    }
}

#[test]
fn two_of_a_name_are_told_apart_by_their_units() {
    let person = |id, unit: &str, himself| Offer::Person {
        cadre: CadreId(id),
        who: crate::domain::notice::Who {
            unit: unit.to_owned(),
            ..sample::who()
        },
        himself,
    };
    let offers = vec![
        person(1, "汪清县/春阳镇", false),
        person(2, "汪清县/百草沟镇", false),
        Offer::Nobody,
    ];
    let (_, buttons) = asked(Ask::Responsible, None, offers);
    assert_eq!(
        buttons,
        ["周俊哲 春阳镇", "周俊哲 百草沟镇", "不指定个人", "不立了"]
    );
    let (_, buttons) = asked(Ask::Lead, None, vec![person(1, "A", true), Offer::Nobody]);
    assert_eq!(buttons, ["我自己", "没有牵头领导", "不立了"]);
}

#[test]
fn what_did_not_happen_is_said_plainly() {
    for (answer, text) in [
        (Answer::GivenUp, "好，没有立项。"),
        (
            Answer::Over,
            "这一步已经过了，没有再立项。\n您的整改：/tasks\n另立一项：/new",
        ),
        (
            Answer::NotYours,
            "这个单位的这一类不由您立项。\n如需立项，请联系活动办。",
        ),
        (Answer::Exempt, "按规定这个人不用立这一类。"),
    ] {
        assert_eq!(said(answer).0, text);
    }
}
