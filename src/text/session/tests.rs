use super::*;
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::session::{Open, Place, Roll, Seat};
use crate::text::{render, sample};

fn say(language: Language, answer: Answer) -> Rendered {
    render(&sample::campaign(), language, &Notice::Session(answer))
}

fn labels(rendered: &Rendered) -> Vec<Vec<&str>> {
    let rows = rendered.keyboard.iter();
    rows.map(|row| row.iter().map(|button| button.label.as_str()).collect())
        .collect()
}

fn of() -> Head {
    Head {
        duty: "study".to_owned(),
        on: sample::day(2014, 3, 4),
        amount: Amount::whole(4),
        unit: "汪清县/春阳镇".to_owned(),
        form: None,
        topic: Some("discipline".to_owned()),
    }
}

fn seat(cadre: i64, name: &str, present: bool) -> Seat {
    Seat {
        cadre: CadreId(cadre),
        name: name.to_owned(),
        unit: None,
        present,
    }
}

fn list(seats: Vec<Seat>, page: u32, pages: u32) -> Roll {
    Roll {
        session: UpdateId(501),
        head: of(),
        seats,
        page,
        pages,
        present: 1,
        total: 19,
        found: None,
    }
}

#[test]
fn the_list_says_what_it_is_of_and_each_name_is_a_button() {
    let mut below = seat(3, "<金>", false);
    below.unit = Some("汪清县/春阳镇/长安村".to_owned());
    let seats = vec![seat(1, "周俊哲", true), seat(2, "李兰", false), below];
    let rendered = say(Language::ZhCn, Answer::Roll(list(seats, 1, 3)));
    assert_eq!(
        rendered.text,
        "集中学习 3月4日 周二 半天（4学时）\n汪清县春阳镇\ndiscipline\n到会 1/19人\n第2/3页\n\
         点名字勾选，也可写姓名查找。"
    );
    assert_eq!(
        labels(&rendered),
        [
            vec!["✓ 周俊哲", "李兰"],
            vec!["<金> 长安村"],
            vec!["全选本页", "全部选上"],
            vec!["上一页", "下一页"],
            vec!["确认 1人", "取消"],
        ]
    );
    assert_eq!(rendered.keyboard[0][0].data, "s:t:501:1:0");
    assert_eq!(rendered.keyboard[0][1].data, "s:t:501:2:1");
    assert_eq!(rendered.keyboard[3][1].data, "s:p:501:2");
}

#[test]
fn one_page_turns_nowhere_and_a_full_one_can_be_emptied() {
    let seats = vec![seat(1, "周俊哲", true)];
    let rendered = say(Language::ZhCn, Answer::Roll(list(seats.clone(), 0, 1)));
    assert_eq!(
        labels(&rendered),
        [
            vec!["✓ 周俊哲"],
            vec!["本页都不选"],
            vec!["确认 1人", "取消"]
        ]
    );
    let found = Roll {
        found: Some("周".to_owned()),
        ..list(seats, 0, 3)
    };
    let rendered = say(Language::ZhCn, Answer::Roll(found));
    assert!(rendered.text.contains("\n找“周”：\n"), "{}", rendered.text);
    assert_eq!(
        labels(&rendered),
        [vec!["✓ 周俊哲"], vec!["回到名单"], vec!["确认 1人", "取消"]]
    );
}

#[test]
fn the_questions_are_short_and_can_be_answered_by_a_tap_or_in_words() {
    let draft = Draft::default();
    let duty = || "study".to_owned();
    let (today, on) = (sample::day(2014, 3, 4), sample::day(2014, 3, 3));
    let open = Open {
        session: UpdateId(9),
        on,
        amount: Amount::whole(4),
    };
    let place = Place {
        id: UnitId(2),
        path: "汪清县/春阳镇".to_owned(),
    };
    for (question, text, buttons) in [
        (
            Answer::AskUnit {
                draft,
                duty: duty(),
                units: vec![place],
                total: 5,
            },
            "登记集中学习：哪个单位？\n也可直接写单位名称。\n还有4个单位没有列出",
            vec!["春阳镇"],
        ),
        (
            Answer::AskDay {
                draft,
                duty: duty(),
                unit: "汪清县/春阳镇".to_owned(),
                today,
                open: vec![open],
            },
            "登记集中学习：哪天？\n汪清县春阳镇\n别的日子请直接写，如“3月2日”。",
            vec!["今天", "昨天", "接着登记 3月3日 周一 4学时"],
        ),
        (
            Answer::AskAmount {
                draft,
                duty: duty(),
                on,
            },
            "3月3日 周一 每人记多少？\n也可直接写，如“2学时”。",
            vec!["半天", "1天", "2学时"],
        ),
        (
            Answer::AskForm {
                draft,
                duty: duty(),
            },
            "什么形式？",
            vec!["集中学习", "不选"],
        ),
        (
            Answer::AskTopic {
                draft,
                duty: duty(),
            },
            "什么内容？",
            vec!["党纪法规", "典型宣讲", "不选"],
        ),
    ] {
        let rendered = say(Language::ZhCn, question);
        assert_eq!(rendered.text, text);
        assert_eq!(labels(&rendered).concat(), buttons);
    }
}

#[test]
fn how_it_ends_is_said_with_whom_it_left_out() {
    let name = |n: i32| format!("人{n}");
    let confirmed = Answer::Confirmed {
        session: UpdateId(501),
        head: of(),
        recorded: 18,
        full: vec!["周俊哲".to_owned()],
        twice: (1..=9).map(name).collect(),
    };
    let rendered = say(Language::ZhCn, confirmed);
    assert_eq!(
        rendered.text,
        "集中学习 3月4日 周二 半天（4学时）\n汪清县春阳镇\ndiscipline\n✓ 已登记 18人\n\
         那天已记满，没有记：周俊哲\n\
         这场已有记录，不重复记：人1、人2、人3、人4、人5、人6、人7、人8等9人\n\
         下次提醒时会告诉每个人。"
    );
    assert_eq!(labels(&rendered), [vec!["撤销整场"]]);
    let unclear = Answer::Refused(Refusal::Unclear {
        duty: "study".to_owned(),
        today: sample::day(2014, 3, 4),
    });
    assert_eq!(
        say(Language::ZhCn, unclear).text,
        "没看懂，没有登记。请这样写：\n/session 3月4日 半天 党纪法规"
    );
}
