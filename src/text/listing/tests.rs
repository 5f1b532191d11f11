use super::*;
use crate::domain::ids::{ItemId, UnitId};
use crate::domain::language::Language;
use crate::domain::listing::{Count, Lights};
use crate::domain::notice::Notice;
use crate::text::{render, sample};

fn line(id: i64, no: &str, unit: &str) -> Line {
    let mut item = sample::late_item();
    item.id = ItemId(id);
    item.no = no.to_owned();
    Line {
        item,
        unit: unit.to_owned(),
        responsible: "周俊哲".to_owned(),
    }
}

fn listed(of: Of) -> Listed {
    Listed {
        of,
        red: false,
        count: Count { total: 9, red: 2 },
        lines: vec![
            line(1, "7", "汪清县/春阳镇"),
            line(2, "7", "敦化市/额穆镇"),
            line(3, "<8>", "汪清县/春阳镇"),
        ],
        page: 0,
        pages: 2,
    }
}

fn said(answer: Answer) -> (String, Vec<Vec<String>>) {
    let rendered = render(
        &sample::campaign(),
        Language::ZhCn,
        &Notice::Listing(answer),
    );
    let labels = rendered.keyboard.iter().map(|row| {
        let labels = row.iter().map(|button| button.label.clone());
        labels.collect()
    });
    (rendered.text, labels.collect())
}

fn head(lists: Vec<(List, u32)>) -> Head {
    Head {
        total: 9,
        lights: Lights {
            red: 2,
            yellow: 0,
            blue: 3,
        },
        lists,
        units: true,
        opens: true,
    }
}

#[test]
fn ones_own_say_their_lights_first_and_the_other_lists_are_a_tap_away() {
    let mine = || Some(listed(Of::List { list: List::Mine }));
    let lists = vec![(List::Mine, 9), (List::Leading, 2), (List::Review, 3)];
    let (text, keyboard) = said(Answer::Home {
        head: head(lists),
        listed: mine(),
    });
    assert_eq!(
        text,
        "您的整改 9项 🔴2 🔵3\n我负责 9项\n 🔴 7号 公车私用 已逾期2天\n 🔴 7号 公车私用 已逾期2天\n \
         🔴 &lt;8&gt;号 公车私用 已逾期2天\n第1/2页"
    );
    assert_eq!(
        keyboard,
        [
            vec!["7号 春阳镇", "7号 额穆镇", "<8>号"],
            vec!["下一页", "只看红灯"],
            vec!["我牵头 2", "待我审 3", "看各单位"],
            vec!["查找", "立项"],
        ]
    );
    let (text, _) = said(Answer::Home {
        head: head(vec![(List::Mine, 9)]),
        listed: mine(),
    });
    assert!(text.starts_with("您的整改 9项 🔴2 🔵3\n 🔴 7号"), "{text}");
    let nothing = Head {
        total: 0,
        units: false,
        opens: false,
        ..head(vec![])
    };
    let (text, keyboard) = said(Answer::Home {
        head: nothing,
        listed: None,
    });
    assert_eq!(text, "您没有未完成的整改。");
    assert_eq!(keyboard, [vec!["查找"]]);
}

#[test]
fn a_units_list_names_unit_and_person_and_can_show_what_is_overdue_alone() {
    let unit = || Of::Unit {
        unit: Some(UnitId(3)),
        path: "汪清县/春阳镇".to_owned(),
    };
    let (text, _) = said(Answer::Page {
        listed: listed(unit()),
    });
    assert!(
        text.starts_with("汪清县春阳镇 9项\n 🔴 7号 公车私用 已逾期2天\n   汪清县春阳镇 周俊哲\n"),
        "{text}"
    );
    let red = Listed {
        red: true,
        page: 1,
        ..listed(unit())
    };
    let (text, keyboard) = said(Answer::Page { listed: red });
    assert!(text.starts_with("汪清县春阳镇 逾期2项，共9项\n"), "{text}");
    assert_eq!(keyboard[1], ["上一页", "看全部"]);
    assert_eq!(keyboard[2], ["我的整改"]);
}

#[test]
fn what_is_not_found_is_answered_with_what_would_be_right() {
    let none = |of| Listed {
        lines: vec![],
        count: Count::default(),
        pages: 1,
        ..listed(of)
    };
    for (answer, text) in [
        (Answer::WhichNumber, "看哪一项？请写编号，如：/item 7"),
        (
            Answer::NoSuchNumber {
                no: "77".to_owned(),
            },
            "没有找到77号。\n请核对编号，如：/item 7\n按内容找：/search 路灯",
        ),
        (
            Answer::NotYours {
                no: "7".to_owned(),
                unit: "汪清县/春阳镇".to_owned(),
            },
            "7号由汪清县春阳镇负责，您没有查看权限。\n如需查看，请联系县联络员。",
        ),
        (
            Answer::NoSuchUnit {
                words: "春阳".to_owned(),
                example: "汪清县/春阳镇".to_owned(),
            },
            "您能看的单位里没有“春阳”。\n请写全名称，如：/items 春阳镇",
        ),
        (Answer::WhichWords, "找什么？请写2到16个字，如：路灯"),
        (
            Answer::Page {
                listed: none(Of::Words {
                    words: "路灯".to_owned(),
                }),
            },
            "没有找到含“路灯”的整改。",
        ),
        (
            Answer::Page {
                listed: none(Of::List { list: List::Review }),
            },
            "待我审：没有。",
        ),
        (
            Answer::Page {
                listed: none(Of::Unit {
                    unit: None,
                    path: String::new(),
                }),
            },
            "各单位：没有。",
        ),
    ] {
        assert_eq!(said(answer).0, text);
    }
}

#[test]
fn what_is_found_is_counted() {
    let of = |total| {
        let mut found = listed(Of::Words {
            words: "<路>灯".to_owned(),
        });
        found.count.total = total;
        said(Answer::Page { listed: found }).0
    };
    assert!(of(9).starts_with("含“&lt;路&gt;灯”的 9项\n"));
    assert!(of(50).starts_with("含“&lt;路&gt;灯”的 最近50项\n"));
    let several = listed(Of::Number { no: "7".to_owned() });
    let (text, _) = said(Answer::Page { listed: several });
    assert!(text.starts_with("7号有9项，请选一项：\n"), "{text}");
}
