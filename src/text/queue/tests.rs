use super::*;

use crate::domain::amount::Amount;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::text::{render, sample};

fn say(language: Language, answer: Answer) -> Rendered {
    render(&sample::campaign(), language, &Notice::Queue(answer))
}

fn labels(rendered: &Rendered) -> Vec<&str> {
    let buttons = rendered.keyboard.iter().flatten();
    buttons.map(|button| button.label.as_str()).collect()
}

fn card() -> Card {
    Card {
        entry: EntryId(7),
        number: 3,
        total: 12,
        who: sample::who(),
        duty: "study".to_owned(),
        on: sample::day(2014, 2, 10),
        amount: Amount::whole(4),
        waits: Waits::Late,
        why: String::new(),
        by: None,
        form: None,
        topic: None,
        about: Vec::new(),
        note: "2月10日半天".to_owned(),
        evidence: 2,
        lacks_evidence: false,
    }
}

#[test]
fn a_card_says_whose_what_why_it_waits_and_what_stands_behind_it() {
    for (language, text, buttons) in [
        (
            Language::ZhCn,
            "3/12 周俊哲，汪清县春阳镇 镇长\n2月10日 周一 半天（4学时）\n补记，离今天较远\n\
             原话：2月10日半天\n材料2份",
            ["确认", "退回", "看材料 2", "下一条"],
        ),
        (
            Language::ZhTw,
            "3/12 周俊哲，汪清县春阳镇 镇长\n2月10日 週一 半天（4學時）\n補登，離今天較遠\n\
             原文：2月10日半天\n佐證資料2份",
            ["確認", "退回", "看資料 2", "下一筆"],
        ),
        (
            Language::En,
            "3/12 周俊哲, 镇长, 汪清县春阳镇\nMon 10 February: half a day (4 class hours)\n\
             Recorded late\nIn their words: 2月10日半天\nEvidence: 2",
            ["Confirm", "Return", "See evidence 2", "Next"],
        ),
        (
            Language::Ko,
            "3/12 周俊哲, 汪清县春阳镇 镇长\n2월 10일 월요일 반일(4학시)\n뒤늦게 적은 기록\n\
             본인의 글: 2月10日半天\n자료 2건",
            ["확인", "반려", "자료 보기 2", "다음"],
        ),
    ] {
        let rendered = say(
            language,
            Answer::Card {
                card: Box::new(card()),
                at: 5,
            },
        );
        assert_eq!(rendered.text, text);
        assert_eq!(labels(&rendered), buttons);
    }
    let rendered = say(
        Language::ZhCn,
        Answer::Card {
            card: Box::new(card()),
            at: 5,
        },
    );
    let data: Vec<&str> = rendered
        .keyboard
        .iter()
        .flatten()
        .map(|button| button.data.as_str())
        .collect();
    assert_eq!(data, ["h:y:7:5", "h:n:7:5", "g:s:7", "h:c:8:5"]);
}

#[test]
fn what_lacks_its_evidence_has_no_button_to_confirm_it() {
    let lacking = Card {
        evidence: 0,
        lacks_evidence: true,
        waits: Waits::Disputed,
        why: "那天我不在".to_owned(),
        by: Some("李兰".to_owned()),
        total: 1,
        number: 1,
        note: String::new(),
        ..card()
    };
    let rendered = say(
        Language::ZhCn,
        Answer::Card {
            card: Box::new(lacking),
            at: 5,
        },
    );
    assert_eq!(
        rendered.text,
        "1/1 周俊哲，汪清县春阳镇 镇长\n2月10日 周一 半天（4学时）\n本人说不对：那天我不在\n李兰 代记\n\
         缺材料，不能确认"
    );
    assert_eq!(labels(&rendered), ["退回"]);
}

#[test]
fn a_page_counts_and_its_last_button_covers_what_was_shown() {
    let cards = vec![
        card(),
        Card {
            entry: EntryId(9),
            number: 4,
            waits: Waits::Confirmation,
            evidence: 0,
            ..card()
        },
    ];
    let rendered = say(
        Language::ZhCn,
        Answer::List {
            cards,
            total: 12,
            all: 4,
            at: 5,
        },
    );
    assert_eq!(
        rendered.text,
        "待审 12条\n3. 周俊哲 2月10日 周一 半天（4学时）\n    补记，离今天较远 材料2份\n\
         4. 周俊哲 2月10日 周一 半天（4学时）\n    需确认 没有材料"
    );
    assert_eq!(labels(&rendered), ["3", "4", "全部确认 4条", "下一页"]);
    assert_eq!(rendered.keyboard[1][0].data, "h:a:9:5");
    assert_eq!(rendered.keyboard[2][0].data, "h:l:9:5");
}

#[test]
fn what_is_decided_is_said_and_the_next_one_stands_below() {
    let of = Of {
        who: Some("崔梅晨".to_owned()),
        ..card().of()
    };
    let rejected = Answer::Decided {
        of: of.clone(),
        counts: false,
        reason: Reason::Untrue.kept(),
        next: Some(Box::new(card())),
        at: 5,
    };
    let text = say(Language::ZhCn, rejected).text;
    let first: Vec<&str> = text.lines().take(4).collect();
    assert_eq!(
        first,
        [
            "✓ 已退回 崔梅晨 2月10日 周一 半天（4学时）",
            "原因：与实际不符",
            "",
            "3/12 周俊哲，汪清县春阳镇 镇长"
        ]
    );
    let confirmed = Answer::Decided {
        of,
        counts: true,
        reason: String::new(),
        next: None,
        at: 5,
    };
    assert_eq!(
        say(Language::ZhCn, confirmed).text,
        "✓ 已确认 崔梅晨 2月10日 周一 半天（4学时）\n\n待审的都看完了。"
    );
}

#[test]
fn a_rejection_asks_for_its_reason() {
    let rendered = say(
        Language::ZhCn,
        Answer::Why {
            card: Box::new(card()),
            at: 5,
        },
    );
    assert_eq!(
        rendered.text,
        "退回 周俊哲 2月10日 周一 半天（4学时）\n为什么？点下面，或直接写原因。"
    );
    assert_eq!(
        labels(&rendered),
        ["材料不足", "日期不对", "重复", "与实际不符", "不退回了"]
    );
    assert_eq!(rendered.keyboard[0][0].data, "h:b:7:5:e");
}

#[test]
fn a_refusal_says_what_happened_instead() {
    let of = || card().of();
    let entry = "周俊哲 2月10日 周一 半天（4学时）";
    for (refusal, text) in [
        (
            Refusal::NotYours,
            "这条不由您审，没有改动。\n待您审的：/pending".to_owned(),
        ),
        (
            Refusal::Own,
            "自己记的不能自己审，没有改动。\n由别的联络员或活动办审。".to_owned(),
        ),
        (
            Refusal::NoEvidence { of: of() },
            format!("{entry}\n要有材料才能确认，没有改动。\n可以退回，请本人补充材料。"),
        ),
        (
            Refusal::Already {
                of: of(),
                counts: true,
                by: Some("李兰".to_owned()),
            },
            format!("{entry}\n李兰 已确认，不用再审。"),
        ),
        (
            Refusal::Already {
                of: of(),
                counts: false,
                by: Some("李兰".to_owned()),
            },
            format!("{entry}\n李兰 已退回，不用再审。"),
        ),
        (
            Refusal::Already {
                of: of(),
                counts: true,
                by: None,
            },
            format!("{entry}\n已经计入，不用审。"),
        ),
        (
            Refusal::Withdrawn { of: of() },
            format!("{entry}\n已撤销或改过，不用再审。"),
        ),
    ] {
        assert_eq!(say(Language::ZhCn, Answer::Refused(refusal)).text, text);
    }
}

#[test]
fn all_at_once_says_what_is_left() {
    for (confirmed, lacking, left, text) in [
        (4, 0, 0, "✓ 已确认4条\n待审的都看完了。"),
        (4, 1, 3, "✓ 已确认4条\n缺材料的1条没有确认。\n还有3条待审。"),
        (0, 1, 1, "缺材料的1条没有确认。\n还有1条待审。"),
        (0, 0, 2, "这些都已审过，没有改动。\n还有2条待审。"),
    ] {
        let all = Answer::All {
            confirmed,
            lacking,
            left,
        };
        assert_eq!(say(Language::ZhCn, all).text, text);
    }
}
